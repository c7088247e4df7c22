# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The choice of participants: the quick start, CP-SAT on two statements of it, and HiGHS.

Run `python benchmarks/choice.py`; it prints a Markdown table. The programs are those of every
province and kind of nederland-2024 with minimum sites, and one province that rules couple; each
solver has 60 s for each. The tighter program is what runs solve, the plain one is what `--confirm`
gives to HiGHS.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction

from allocator.distribution import rest_to_divide
from allocator.distribution.deviation import deviation
from allocator.distribution.formulation import Part, formulate
from allocator.distribution.program import program_of
from allocator.distribution.start import start_of
from allocator.distribution.statement import plainly
from allocator.pipeline import given
from allocator.solving import IntegerProgram, Solution, Status, confirm, solve

LIMIT = Fraction(60)
SCENARIOS = {
    "country, `{regular: 50, amv: 20}`": (
        "nederland-2024",
        "distribution.minimum_site={regular: 50, amv: 20}",
    ),
    "country, `{regular: 100, amv: 20}`": (
        "nederland-2024",
        "distribution.minimum_site={regular: 100, amv: 20}",
    ),
    "country, `{regular: 200, amv: 40}`": (
        "nederland-2024",
        "distribution.minimum_site={regular: 200, amv: 40}",
    ),
    "Overijssel, coupled, `{regular: 30, amv: 30}`": (
        "overijssel-2024",
        "distribution.minimum_site={regular: 30, amv: 30}",
        "distribution.region_limits={Twente: {total: {min: 300, max: 310}, amv: {max: 150}}}",
    ),
}


def parts_of(name: str, *overrides: str) -> tuple[Part, ...]:
    """The parts of a scenario in which a minimum site leaves a choice."""
    known = given(name, overrides)
    rest = rest_to_divide(known.problem, known.shares, known.counted)
    return tuple(part for part in formulate(rest).parts if part.thresholds)


def timed(find: Callable[[IntegerProgram], Solution], program: IntegerProgram) -> float:
    """Seconds to the proof; infinite without one."""
    began = time.perf_counter()
    solution = find(program)
    took = time.perf_counter() - began
    return took if solution.status is Status.OPTIMAL else float("inf")


def told(seconds: list[float]) -> str:
    """In all, the slowest, and how many without a proof."""
    proven = [one for one in seconds if one != float("inf")]
    open_ = len(seconds) - len(proven)
    said = f"{sum(proven):.2f} | {max(proven, default=0):.2f}"
    return f"{said} ({open_} not proven)" if open_ else said


def main() -> None:
    """Print the table."""
    print(
        "| scenario | programs | start (s) | start is best | CP-SAT (s) | slowest "
        "| plain, CP-SAT (s) | slowest | plain, HiGHS (s) | slowest |"
    )
    print(f"| --- |{' ---: |' * 9}")
    for title, (name, *overrides) in SCENARIOS.items():
        parts = parts_of(name, *overrides)
        began = time.perf_counter()
        starts = [start_of(part) for part in parts]
        quick = time.perf_counter() - began
        best = 0
        tight: list[float] = []
        plain: list[float] = []
        highs: list[float] = []
        for part, start in zip(parts, starts, strict=True):
            program = program_of(part)
            solution = solve(program, LIMIT, 2)
            size = len(part.thresholds) + 1
            least = 2 * -(-program.value(solution.values) // size)
            best += start is not None and deviation(part, start.places) == least
            tight.append(timed(lambda one: solve(one, LIMIT, 2), program))
            plain.append(timed(lambda one: solve(one, LIMIT, 2), plainly(part)))
            highs.append(timed(lambda one: confirm(one, LIMIT), plainly(part)))
        print(
            f"| {title} | {len(parts)} | {quick:.2f} | {best} of {len(parts)} | {told(tight)} | "
            f"{told(plain)} | {told(highs)} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
