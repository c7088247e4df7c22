# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verification of a comparison: every figure, difference and measure again, from the runs.

Each is stated another way than where it was made: inequality by comparing every pair of
municipalities rather than along a curve, a rank by counting who has more, tasks as the checks of
merging see them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from allocator.verification.checks.registry import Finding, same
from allocator.verification.comparison_inputs import tell_settings, tell_tables, tell_tasks
from allocator.verification.comparison_notices import tell_notices
from allocator.verification.comparison_order import rank_by_counting, tell_movers
from allocator.verification.facts import Facts, numbers
from allocator.verification.tasks import Owned, Tasks, directions, tasks_of, tenths
from models.comparison import (
    PARTS,
    QUANTITIES,
    Change,
    ComparedRun,
    ComparisonResult,
    Figures,
    MeasureName,
    Part,
)
from models.places import Places
from models.result import Failure, RunResult, Verdict

Look = Callable[[ComparisonResult, Sequence[RunResult]], Iterator[Finding]]
# What a check may come upon in a comparison that was altered.
SENSELESS = (ArithmeticError, AssertionError, LookupError, TypeError, ValueError)


def verify_comparison(comparison: ComparisonResult, runs: Sequence[RunResult]) -> Verdict:
    """Check every number of a comparison against the runs that it is of.

    Returns:
        How many checks were made, and each one that does not hold.
    """
    findings = [
        finding for look in COMPARISON_CHECKS for finding in _findings(look, comparison, runs)
    ]
    failures = tuple(
        Failure(check=one.name, message=one.message) for one in findings if not one.holds
    )
    return Verdict(ok=not failures, checks=len(findings), failures=failures)


def _findings(
    look: Look, comparison: ComparisonResult, runs: Sequence[RunResult]
) -> Iterator[Finding]:
    try:
        yield from look(comparison, runs)
    except SENSELESS as problem:
        yield Finding(look.__name__, False, f"makes no sense here ({type(problem).__name__})")


def repeat_runs(comparison: ComparisonResult, runs: Sequence[RunResult]) -> Iterator[Finding]:
    """Every municipality of every run stands there once, with the figures of that run."""
    for number, (told, run) in enumerate(zip(comparison.runs, runs, strict=True)):
        name = f"repeat_runs[{told.letter}]"
        yield same(name, told.sha256, run.scenario.sha256, "the sha256 of the scenario")
        yield same(name, (told.raming, told.status), (run.raming, run.status), "raming and status")
        yield same(name, told.follows, run.follows, "what its tasks follow")
        task = sum(province.task.total for province in run.provinces)
        yield same(name, told.task.total, task, "the task")
        figures = {line.code: line.figures[number] for line in comparison.municipalities}
        here = [code for code, one in figures.items() if one is not None]
        yield same(name, here, [one.code for one in run.municipalities], "the municipalities")
        for one in run.municipalities:
            found = figures[one.code]
            assert found is not None
            name = f"repeat_runs[{told.letter}.{one.code}]"
            said = (found.run, found.raming, found.inhabitants)
            yield same(name, said, (told.letter, run.raming, one.inhabitants), "whose figures")
            for quantity in QUANTITIES:
                yield same(name, found.of(quantity), getattr(one, quantity), quantity)


def subtract_the_first(
    comparison: ComparisonResult, runs: Sequence[RunResult]
) -> Iterator[Finding]:
    """A difference is what a run has, less what the first run has, of each kind."""
    for line in comparison.municipalities:
        before, *others = line.figures
        for after in others:
            if after is None or before is None:
                told = after is not None and after.difference is not None
                yield Finding(f"subtract_the_first[{line.code}]", not told, "nothing to subtract")
                continue
            name, less = f"subtract_the_first[{after.run}.{line.code}]", after.difference
            assert less is not None
            for quantity in QUANTITIES:
                pair = before.of(quantity), after.of(quantity)
                yield same(name, _changed(less.of(quantity)), _subtracted(*pair), quantity)
            for what in ("part", "per_thousand", "rank", "rank_per_thousand"):
                values = getattr(before, what), getattr(after, what)
                expected = None if None in values else values[1] - values[0]
                yield same(name, getattr(less, what), expected, what)


def _changed(change: Change | None) -> dict[str, int] | None:
    if change is None:
        return None
    return {"regular": change.regular, "amv": change.amv, "total": change.total}


def _subtracted(before: Places | None, after: Places | None) -> dict[str, int] | None:
    if before is None or after is None:
        return None
    now = numbers(before)
    return {kind: places - now[kind] for kind, places in numbers(after).items()}


def hold_to_pro_rata(comparison: ComparisonResult, runs: Sequence[RunResult]) -> Iterator[Finding]:
    """Pro rata parts add up to the task and go by weight; deviations are those from them."""
    for number, (told, run) in enumerate(zip(comparison.runs, runs, strict=True)):
        figures = {
            line.code: one for line in comparison.municipalities if (one := line.figures[number])
        }
        for part in PARTS:
            name = f"hold_to_pro_rata[{told.letter}.{part}]"
            targets = {code: one.target(part) or Fraction() for code, one in figures.items()}
            if run.follows == "key":
                yield from _by_need(name, run, part, targets)
                yield from _deviations(name, told, part, figures)
                continue
            for province in run.provinces:
                inside = [one.code for one in run.municipalities if one.province == province.code]
                total = sum(targets[code] for code in inside)
                yield same(name, total, numbers(province.task)[part], "pro rata parts add up to")
            for division in run.divisions:
                if (division.stage, division.kind) == ("share", part):
                    for claim, other in pairwise(division.claims):
                        left = targets[claim.code] * other.weight
                        right = targets[other.code] * claim.weight
                        yield same(name, left, right, "in proportion to the weights")
            yield from _deviations(name, told, part, figures)


def _by_need(
    name: str, run: RunResult, part: Part, targets: dict[str, Fraction]
) -> Iterator[Finding]:
    """Where tasks follow the key: a target is what is rounded to the share, or that itself."""
    for one in run.municipalities:
        if run.need is None:
            yield same(name, targets[one.code], numbers(one.share)[part], "the number")
            continue
        of_all = targets[one.code] * run.need.weight
        yield same(name, of_all, run.need.need.of(part) * one.weight, "the part of the need")


def _deviations(
    name: str, told: ComparedRun, part: Part, figures: dict[str, Figures]
) -> Iterator[Finding]:
    off = {
        code: abs(numbers(one.decision)[part] - (one.target(part) or Fraction()))
        for code, one in figures.items()
        if one.decision is not None
    }
    largest = told.measure("largest_deviation", part)
    yield same(name, largest.value, max(off.values(), default=None), "the largest deviation")
    if off:
        yield same(name, off[largest.code], largest.value, f"the deviation of {largest.code}")
        mean = told.measure("mean_deviation", part).value
        total = sum(off.values(), Fraction())
        yield same(name, (mean or 0) * len(off), total, "the mean deviation")
        wanted = sum((figures[code].target(part) or Fraction() for code in off), Fraction())
        relative = told.measure("relative_deviation", part).value
        expected = total / wanted if wanted else None
        yield same(name, relative, expected, "the relative deviation")


def weigh_inhabitants(comparison: ComparisonResult, runs: Sequence[RunResult]) -> Iterator[Finding]:
    """The Gini coefficient by every pair of municipalities, and places per 1,000 inhabitants."""
    for told, run in zip(comparison.runs, runs, strict=True):
        name = f"weigh_inhabitants[{told.letter}]"
        known = [
            (one.decision.total, one.inhabitants, one.code)
            for one in run.municipalities
            if one.decision is not None and one.inhabitants
        ]
        gini = told.measure("gini").value
        if not known or len(known) < told.divided:
            yield same(name, gini, None, "the Gini coefficient")
            continue
        places, people = sum(one[0] for one in known), sum(one[1] for one in known)
        apart = sum(abs(a * m - b * n) for (a, n, _), (b, m, _) in combinations(known, 2))
        expected = Fraction(apart, people * places) if places else None
        yield same(name, gini, expected, "the Gini coefficient")
        rates = {code: Fraction(1000 * has, here) for has, here, code in known}
        whole = told.measure("per_thousand").value
        yield same(name, whole, Fraction(1000 * places, people), "places per 1,000 inhabitants")
        ends: tuple[tuple[MeasureName, Fraction], ...] = (
            ("lowest_per_thousand", min(rates.values())),
            ("highest_per_thousand", max(rates.values())),
        )
        for end, rate in ends:
            measure = told.measure(end)
            yield same(name, measure.value, rate, end)
            yield same(name, rates[measure.code], rate, f"{end} of {measure.code}")


def count_tasks(comparison: ComparisonResult, runs: Sequence[RunResult]) -> Iterator[Finding]:
    """Tasks, small ones, moves and sites are those that the checks of merging see."""
    for told, run in zip(comparison.runs, runs, strict=True):
        facts, name = Facts(run), f"count_tasks[{told.letter}]"
        if not facts.divided:
            yield same(name, told.measure("tasks").value, None, "tasks")
            continue
        for measure, expected in _of_plan(facts, tasks_of(facts)).items():
            yield same(name, told.measure(measure).value, expected, measure)


def _of_plan(facts: Facts, tasks: Tasks) -> dict[MeasureName, Fraction]:
    moved: dict[Owned, str] = {
        owned: host for owned, host in tasks.host.items() if host != owned[1]
    }
    at = directions(facts)
    way = sum(tasks.places[one] * tenths(at[one[1]], at[host]) for one, host in moved.items())
    undersized = [owned for owned in tasks.stay if tasks.missing(owned) > 0]
    return {
        "tasks": Fraction(len(tasks.places)),
        "small_tasks": Fraction(sum(tasks.missing(owned) > 0 for owned in tasks.places)),
        "merges": Fraction(len({(kind, host) for (kind, _), host in moved.items()})),
        "moved_tasks": Fraction(len(moved)),
        "undersized": Fraction(len(undersized)),
        "sites": Fraction(len({(kind, host) for (kind, _), host in tasks.host.items()})),
        "place_km": Fraction(way, 10),
    }


COMPARISON_CHECKS: tuple[Look, ...] = (
    repeat_runs,
    subtract_the_first,
    hold_to_pro_rata,
    weigh_inhabitants,
    rank_by_counting,
    tell_movers,
    count_tasks,
    tell_settings,
    tell_tables,
    tell_tasks,
    tell_notices,
)
