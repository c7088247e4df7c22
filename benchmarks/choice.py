# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The choice of participants on CP-SAT, next to HiGHS on the same integer programs.

Run `python benchmarks/choice.py`; it prints a Markdown table. The programs are those of every
province of nederland-2024 with minimum sites; the second solver has 60 s for each.
"""

from __future__ import annotations

import time
from fractions import Fraction

import allocator
from allocator.distribution import choice
from allocator.solving import IntegerProgram, Status, confirm, solve

LIMIT = Fraction(60)
MINIMA = ("{regular: 50, amv: 20}", "{regular: 100, amv: 20}", "{regular: 200, amv: 40}")


def programs(minima: str) -> list[IntegerProgram]:
    """The first program of every part of the country with these minimum sites."""
    found: list[IntegerProgram] = []
    original = choice.solve

    def recorded(program, *settings):  # type: ignore[no-untyped-def]
        if not program.hint:
            found.append(program)
        return original(program, *settings)

    choice.solve = recorded  # type: ignore[assignment]
    try:
        allocator.run("nederland-2024", [f"distribution.minimum_site={minima}"])
    finally:
        choice.solve = original  # type: ignore[assignment]
    return found


def main() -> None:
    """Print the table."""
    print(
        "| minimum sites | programs | CP-SAT (s) | slowest | HiGHS (s) | slowest | HiGHS proven |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for minima in MINIMA:
        ours, theirs, proven = [], [], 0
        for program in programs(minima):
            began = time.perf_counter()
            first = solve(program, LIMIT, 2)
            ours.append(time.perf_counter() - began)
            began = time.perf_counter()
            second = confirm(program, LIMIT)
            theirs.append(time.perf_counter() - began)
            if second.status is Status.OPTIMAL:
                proven += 1
                if program.value(first.values) != program.value(second.values):
                    print("The solvers differ: a defect.")
        print(
            f"| `{minima}` | {len(ours)} | {sum(ours):.2f} | {max(ours):.2f} | {sum(theirs):.2f} | "
            f"{max(theirs):.2f} | {proven} of {len(ours)} |"
        )


if __name__ == "__main__":
    main()
