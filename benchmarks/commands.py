# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whole commands, from start to exit, next to the same division typed by hand in OR-Tools.

Run `python benchmarks/commands.py`; it prints a Markdown table of medians.
"""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
CLI = (sys.executable, "-m", "cli")
RUN = (*CLI, "run")
EXPLAIN = (*CLI, "explain", "overijssel-2024")
FRESH = "{fresh}"
REPORT = (*CLI, "report", "--out", FRESH)
SAVED = "{folder}/run.json"
COMMANDS = {
    "`allocator --help`": (*CLI, "--help"),
    "`allocator run overijssel-2024 --format json`": (*RUN, "overijssel-2024", "--format", "json"),
    "`allocator run nederland-2024`": (*RUN, "nederland-2024"),
    "`allocator run nederland-2024-reports`": (*RUN, "nederland-2024-reports"),
    "`allocator run overijssel-2024 --set distribution.minimum_site.amv=20`": (
        *RUN,
        "overijssel-2024",
        "--set",
        "distribution.minimum_site.amv=20",
    ),
    "`allocator explain overijssel-2024 Borne`": (*EXPLAIN, "Borne"),
    "`allocator explain overijssel-2024 Borne --why-not Borne=0`": (
        *EXPLAIN,
        "Borne",
        "--why-not",
        "Borne=0",
    ),
    "`allocator report overijssel-2024`, every form": (*REPORT, "overijssel-2024"),
    "`allocator report overijssel-2024 --letter Borne --form pdf`": (
        *(*REPORT, "overijssel-2024"),
        *("--letter", "Borne", "--form", "pdf"),
    ),
    "`allocator report nederland-2024 --form html`": (*REPORT, "nederland-2024", "--form", "html"),
    "`allocator verify run.json` (nederland-2024)": (*CLI, "verify", SAVED),
    "`allocator rerun run.json` (nederland-2024)": (*CLI, "rerun", SAVED),
}
# What a user would write instead for the amv rest of overijssel-2024: shares of the eligible typed
# in, the squares scaled to whole numbers, one CP-SAT model; no reading, checking or explanation.
BY_HAND = """
from ortools.sat.python import cp_model
shares = [27, 13, 16, 45, 54, 12, 30, 18, 35, 11, 15, 9, 20, 10, 12, 61, 15, 21, 18, 20, 10, 15, 12]
rest, scale = 358, 10**6
model = cp_model.CpModel()
places = [model.new_int_var(0, rest, f"p{i}") for i in range(len(shares))]
squares = [model.new_int_var(0, rest**2, f"s{i}") for i in range(len(shares))]
for place, square in zip(places, squares):
    model.add_multiplication_equality(square, place, place)
model.add(sum(places) == rest)
model.minimize(sum(scale // share * square for share, square in zip(shares, squares)))
solver = cp_model.CpSolver()
solver.parameters.num_workers = 2
solver.parameters.max_time_in_seconds = 60
print(solver.status_name(solver.solve(model)), [solver.value(place) for place in places])
"""


def measured(command: tuple[str, ...]) -> tuple[float, float, float]:
    """The median, shortest and longest of several runs, after one that is not counted."""
    seconds = []
    for _ in range(RUNS + 1):
        with tempfile.TemporaryDirectory() as folder:
            line = [word.replace(FRESH, f"{folder}/new") for word in command]
            began = time.perf_counter()
            subprocess.run(line, check=True, capture_output=True)
            seconds.append(time.perf_counter() - began)
    counted = seconds[1:]
    return statistics.median(counted), min(counted), max(counted)


def main() -> None:
    """Print the table."""
    commands = {**COMMANDS, "the amv rest by hand in CP-SAT": (sys.executable, "-c", BY_HAND)}
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            (*RUN, "nederland-2024", "--format", "json"), check=True, capture_output=True
        )
        Path(folder, "run.json").write_bytes(run.stdout)
        times = {
            name: measured(tuple(word.replace("{folder}", folder) for word in command))
            for name, command in commands.items()
        }
    ours = times["`allocator run overijssel-2024 --format json`"][0]
    print(f"Python {platform.python_version()}, {RUNS} runs of each, start to exit.\n")
    print("| command | median (s) | shortest | longest | times `run overijssel-2024` |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, (median, shortest, longest) in times.items():
        ratio = median / ours
        print(f"| {name} | {median:.2f} | {shortest:.2f} | {longest:.2f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
