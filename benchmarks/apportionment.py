# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long exact apportionment takes, next to the packages a user would pick instead.

Run `python benchmarks/apportionment.py`; it prints a Markdown table. Each time is the median of
several runs in one process. "Same" says whether the other package gives the same places.
"""

import multiprocessing
import platform
import random
import statistics
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

# This file bears the name of a package it measures: look in the checkout, not in its own folder.
sys.path[0] = str(Path(__file__).resolve().parent.parent)

import apportionment.methods as lackner  # noqa: E402
import votelib.evaluate.proportional as votelib  # noqa: E402

from allocator.apportionment import METHODS, apportion, apportion_two_way  # noqa: E402

SEED = 2024
PLACES = 96_000
MUNICIPALITIES = 342
PROVINCES = 12
RUNS = 5
TIME_LIMIT_SECONDS = 30
SLOW_SECONDS = 4

LACKNER = {
    "sainte_lague": "saintelague",
    "huntington_hill": "huntington",
}
VOTELIB = {
    "sainte_lague": votelib.HighestAverages("sainte_lague"),
    "dhondt": votelib.HighestAverages("d_hondt"),
    "largest_remainder": votelib.LargestRemainder("hare"),
    # These owe everybody a first place; votelib is told that everybody holds one.
    "adams": votelib.HighestAverages(lambda held: held),
    "dean": votelib.HighestAverages(lambda held: Fraction(2 * held * (held + 1), 2 * held + 1)),
}


def weights() -> dict[str, int]:
    """Return inhabitants as in the Netherlands: median about 30,000, the largest near a million."""
    rng = random.Random(SEED)
    return {f"GM{i:04}": int(rng.lognormvariate(10.4, 0.8)) for i in range(MUNICIPALITIES)}


def matrix() -> tuple[dict[str, dict[str, int]], dict[str, int], dict[str, int]]:
    """Return 12 x 342 weights with totals that are Sainte-Lague of shifted sums."""
    rng = random.Random(SEED)
    columns = weights()
    rows = {f"PV{i:02}": rng.uniform(0.2, 2) for i in range(PROVINCES)}
    cells = {
        i: {j: int(size * weight * rng.uniform(0.05, 0.2)) for j, size in columns.items()}
        for i, weight in rows.items()
    }
    by_row = {i: sum(line.values()) * rng.randint(8, 12) for i, line in cells.items()}
    by_column = {j: sum(cells[i][j] for i in rows) for j in columns}
    return cells, apportion(by_row, PLACES).seats, apportion(by_column, PLACES).seats


def median(run: Callable[[], object], runs: int = RUNS) -> tuple[float, object]:
    """Return the median time in seconds, and what the last run gave."""
    times, answer = [], None
    for _ in range(runs):
        start = time.perf_counter()
        answer = run()
        times.append(time.perf_counter() - start)
    return statistics.median(times), answer


def limited(run: Callable[[], object]) -> tuple[float, object] | str:
    """Run in a process of its own that is stopped at the time limit; once if it is slow."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def work() -> None:
        try:
            first = median(run, 1)
            sender.send(first if first[0] > SLOW_SECONDS else median(run))
        except Exception as error:  # what goes wrong there is a result here
            sender.send(f"{type(error).__name__}: {str(error)[:60]}")

    process = context.Process(target=work)
    process.start()
    answer = f"not done in {TIME_LIMIT_SECONDS} s"
    if receiver.poll(TIME_LIMIT_SECONDS):
        answer = receiver.recv()
    process.kill()
    process.join()
    return answer


def from_lackner(method: str, claims: dict[str, int], *, fractions: bool) -> dict[str, int]:
    name = LACKNER.get(method, method)
    places = lackner.compute(
        name, list(claims.values()), PLACES, fractions=fractions, parties=list(claims)
    )
    return dict(zip(claims, places, strict=True))


def from_votelib(method: str, claims: dict[str, int]) -> dict[str, int]:
    first = dict.fromkeys(claims, 1) if method in {"adams", "dean"} else {}
    places = VOTELIB[method].evaluate(claims, PLACES, prev_gains=first)
    return {name: places.get(name, 0) + first.get(name, 0) for name in claims}


def cell(outcome: tuple[float, object] | str, ours: float, seats: object) -> str:
    """Write one cell: time, ratio to ours, and whether the places are the same."""
    if isinstance(outcome, str):
        return outcome
    seconds, places = outcome
    same = "same" if places == seats else "**differs**"
    return f"{written(seconds)} ({seconds / ours:,.0f} x, {same})"


def written(seconds: float) -> str:
    return f"{seconds * 1000:,.1f} ms" if seconds < 1 else f"{seconds:,.1f} s"


def one_way() -> None:
    claims = weights()
    print(f"## One-way: {PLACES:,} places over {MUNICIPALITIES} claimants\n")
    print("| method | allocator | apportionment, floats | apportionment, fractions | votelib |")
    print("|---|---|---|---|---|")
    for method in METHODS:
        ours, result = median(lambda m=method: apportion(claims, PLACES, m), 4 * RUNS + 1)
        others = [limited(lambda m=method: from_lackner(m, claims, fractions=False))]
        if method == "huntington_hill":
            others += ["has none", "none exact"]
        else:
            others += [
                limited(lambda m=method: from_lackner(m, claims, fractions=True)),
                limited(lambda m=method: from_votelib(m, claims)),
            ]
        cells = " | ".join(cell(other, ours, result.seats) for other in others)
        print(f"| {method} | {written(ours)} | {cells} |", flush=True)


def two_way() -> None:
    cells, row_totals, column_totals = matrix()
    ours, result = median(lambda: apportion_two_way(cells, row_totals, column_totals))
    theirs = limited(
        lambda: votelib.BiproportionalEvaluator("sainte_lague").evaluate(cells, row_totals)
    )
    if not isinstance(theirs, str):
        seconds, places = theirs
        theirs = seconds, {i: {j: places[i].get(j, 0) for j in column_totals} for i in row_totals}
    print(f"\n## Two-way: {PLACES:,} places over {PROVINCES} x {MUNICIPALITIES} cells\n")
    print("| allocator | transfers | votelib |")
    print("|---|---|---|")
    print(f"| {written(ours)} | {result.steps} | {cell(theirs, ours, result.seats)} |")


if __name__ == "__main__":
    print(f"# Apportionment, seed {SEED}\n")
    print(
        f"Python {platform.python_version()}, {platform.machine()}. Median of {RUNS} runs (ours "
        f"one-way {4 * RUNS + 1}); of one run if that took more than {SLOW_SECONDS} s; stopped "
        f"after {TIME_LIMIT_SECONDS} s. Ours includes ties, steps and certificate; the others give "
        "the places alone.\n"
    )
    one_way()
    two_way()
