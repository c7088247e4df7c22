# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Thousands of what-ifs: full runs a second, on one core, on two, and on two workers of a cluster.

Run `python benchmarks/ensemble.py`; it prints a Markdown table. `--runs 10000` measures that many.
Each run is another division and another plan of merged tasks of Overijssel 2024, verified and kept
in a file of its own. Rates of processes are those between the first and the last result, for their
start is a matter of seconds whatever the number of runs; it is printed beside them. `again and
again` is what a user without studies does: `allocator.run` for every what-if, in one process.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

# Beside this folder, and not in it.
ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)

import allocator  # noqa: E402
from allocator.merging.planning.partition import workers as searches  # noqa: E402
from allocator.sensitivity import run_study  # noqa: E402
from allocator.sensitivity.gathering import gather  # noqa: E402
from allocator.sensitivity.outcome import outcome  # noqa: E402

STUDY = """\
name: ensemble
base: overijssel-2024
factors:
  - {name: plans, plans: [likely], chance: "1/2"}
  - {name: minimum_amv, line: merging.minimum_site.amv, range: {from: 10, until: 25}}
  - {name: minimum_regular, line: merging.minimum_site.regular, range: {from: 60, until: 120}}
  - {name: need, line: distribution.base, values: [share, gap]}
design: {kind: monte_carlo, samples: RUNS, seed: 2026}
"""
WARMING, AGAIN = 20, 20


def main() -> None:
    arguments = argparse.ArgumentParser(description="Measure studies.")
    arguments.add_argument("--runs", type=int, default=1_000)
    count = arguments.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        study = folder / "ensemble.yaml"
        study.write_text(STUDY.replace("RUNS", str(count)), encoding="utf-8")
        ensemble = gather(study)
        runs = len({point.run for point in ensemble.points})
        print(f"# {count:,} points of overijssel-2024, {runs:,} different runs, seed 2026\n")
        print("| how | runs a second | against | ratio | first result after (s) |")
        print("| --- | ---: | --- | ---: | ---: |")
        again = _again(ensemble.points[:AGAIN])
        _line("allocator.run again and again", again, "", None, None)
        one = _in_process(ensemble)
        _line("one process, warm", one, "again and again", one / again, None)
        local = {}
        for workers in (1, 2):
            local[workers], first = _study(study, folder / f"local-{workers}", workers=workers)
            against, ratio = ("one worker", local[2] / local[1]) if workers == 2 else ("", None)
            _line(
                f"{workers} local worker{'s' * (workers > 1)}",
                local[workers],
                against,
                ratio,
                first,
            )
        dask = {}
        for workers in (1, 2):
            with _cluster(folder, workers) as address:
                dask[workers], first = _study(study, folder / f"dask-{workers}", cluster=address)
            against, ratio = ("one worker", dask[2] / dask[1]) if workers == 2 else ("", None)
            _line(
                f"{workers} Dask worker{'s' * (workers > 1)}", dask[workers], against, ratio, first
            )
        _search(ensemble)
        program, worker = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
        print(
            f"\nLargest memory: program {program.ru_maxrss / 1024:,.0f} MiB, "
            f"any other process {worker.ru_maxrss / 1024:,.0f} MiB."
        )
        print(f"Ctrl-C: stopped after {_stopped(study, folder / 'stopped'):.2f} s.")


def _line(how: str, rate: float, against: str, ratio: float | None, first: float | None) -> None:
    said = f"{ratio:.2f}" if ratio is not None else ""
    after = f"{first:.1f}" if first is not None else ""
    print(f"| {how} | {rate:.1f} | {against} | {said} | {after} |", flush=True)


def _again(points: tuple[object, ...]) -> float:
    allocator.run("overijssel-2024")
    began = time.perf_counter()
    for point in points:
        allocator.run("overijssel-2024", point.overrides)  # type: ignore[attr-defined]
    return len(points) / (time.perf_counter() - began)


def _in_process(ensemble: object) -> float:
    points = ensemble.points[: WARMING + 200]  # type: ignore[attr-defined]
    for point in points[:WARMING]:
        outcome(ensemble.base, point.overrides)  # type: ignore[attr-defined]
    began = time.perf_counter()
    for point in points[WARMING:]:
        outcome(ensemble.base, point.overrides)  # type: ignore[attr-defined]
    return (len(points) - WARMING) / (time.perf_counter() - began)


def _study(study: Path, folder: Path, **options: object) -> tuple[float, float]:
    """Runs a second between the first and the last result, and when the first was there."""
    told: list[tuple[float, int]] = []
    began = time.perf_counter()
    run_study(
        study,
        folder,
        progress=lambda done, of: told.append((time.perf_counter() - began, done)),
        **options,  # type: ignore[arg-type]
    )
    results = [(at, done) for at, done in told if done]
    # The workers open the study and warm up during the first tenth.
    (first, had), (last, has) = results[len(results) // 10], results[-1]
    return (has - had) / (last - first), results[0][0]


@contextmanager
def _cluster(folder: Path, workers: int) -> Iterator[str]:
    file = folder / f"scheduler-{workers}.json"
    dask = [sys.executable, "-m", "dask"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": ROOT}
    where = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-jupyter"]
    programs = [
        subprocess.Popen([*dask, "scheduler", *where, "--scheduler-file", str(file)], **quiet)  # type: ignore[call-overload]
    ]
    try:
        while not file.exists():
            time.sleep(0.1)
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard"]
        for _ in range(workers):
            worker = [*dask, "worker", "--scheduler-file", str(file), *options]
            programs.append(subprocess.Popen(worker, **quiet))  # type: ignore[call-overload]
        from distributed import Client

        with Client(scheduler_file=str(file), set_as_default=False) as client:
            client.wait_for_workers(workers)
            yield client.scheduler.address
    finally:
        for program in programs:
            program.kill()
            program.wait()


def _search(ensemble: object) -> None:
    """How much of a run is the search for a plan itself."""
    taken = 0.0
    search = searches.best_plans

    def noted(*given: object) -> object:
        nonlocal taken
        began = time.process_time()
        found = search(*given)  # type: ignore[arg-type]
        taken += time.process_time() - began
        return found

    searches.best_plans = noted  # type: ignore[assignment]
    points = ensemble.points[:200]  # type: ignore[attr-defined]
    began = time.process_time()
    for point in points:
        outcome(ensemble.base, point.overrides)  # type: ignore[attr-defined]
    whole = time.process_time() - began
    searches.best_plans = search
    print(
        f"\nOf {1000 * whole / len(points):.1f} ms of processor time a run, "
        f"{1000 * taken / len(points):.1f} ms are the search for the plan of merged tasks itself: "
        f"the whole takes {whole / taken:.1f} times that."
    )


def _stopped(study: Path, folder: Path) -> float:
    """Seconds from Ctrl-C to the end of the program."""
    program = subprocess.Popen(
        [sys.executable, "-m", "cli", "sensitivity", str(study), "--out", str(folder)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    while not list(folder.glob("runs/*/*.parquet")):
        time.sleep(0.05)
    began = time.perf_counter()
    with suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGINT)
    program.wait()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
