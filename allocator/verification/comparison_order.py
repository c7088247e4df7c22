# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verification of a comparison: who has more than whom, and who gains and loses most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from allocator.verification.checks.registry import Finding, same
from models.comparison import ComparisonResult, Figures
from models.movers import Movers
from models.result import RunResult

# So many are named of those that gain and of those that lose, and whoever moves as much.
NAMED = 5


def rank_by_counting(comparison: ComparisonResult, runs: Sequence[RunResult]) -> Iterator[Finding]:
    """A rank is one more than how many have more; ranked is who has the number in every run."""
    yield from _ranks(comparison, "rank", _decision)
    yield from _ranks(comparison, "rank_per_thousand", lambda one: one.per_thousand)


def _decision(one: Figures) -> Fraction | None:
    return None if one.decision is None else Fraction(one.decision.total)


def _ranks(
    comparison: ComparisonResult, what: str, value: Callable[[Figures], Fraction | None]
) -> Iterator[Finding]:
    """Every rank again; a run that has the number of nobody keeps nobody from a rank."""
    values = {
        line.code: [None if one is None else value(one) for one in line.figures]
        for line in comparison.municipalities
    }
    number_of_runs = range(len(comparison.runs))
    open_runs = [
        run for run in number_of_runs if any(of[run] is not None for of in values.values())
    ]
    everywhere = [
        code for code, of in values.items() if all(of[run] is not None for run in open_runs)
    ]
    for line in comparison.municipalities:
        for run, one in enumerate(line.figures):
            if one is None:
                continue
            own, expected = values[line.code][run], None
            if own is not None and line.code in everywhere:
                others = [values[code][run] for code in everywhere]
                expected = 1 + sum(other is not None and other > own for other in others)
            name = f"rank_by_counting[{one.run}.{line.code}]"
            yield same(name, getattr(one, what), expected, what)


def tell_movers(comparison: ComparisonResult, runs: Sequence[RunResult]) -> Iterator[Finding]:
    """Every run but the first has its movers, also by parts of the task where ramingen differ.

    Named is whoever fewer than five move more than.
    """
    expected: list[tuple[str, str]] = []
    for one, run in list(zip(comparison.runs, runs, strict=True))[1:]:
        by = ("places", "part") if run.raming != runs[0].raming else ("places",)
        expected += [(one.letter, each) for each in by]
    told = [(one.run, one.by) for one in comparison.movers]
    yield same("tell_movers", told, expected, "whose movers are told, and by what")
    letters = [one.letter for one in comparison.runs]
    for movers in comparison.movers:
        yield from _movers(comparison, movers, letters.index(movers.run))


def _movers(comparison: ComparisonResult, told: Movers, run: int) -> Iterator[Finding]:
    name = f"tell_movers[{told.run}.{told.by}]"
    places: dict[str, int] = {}
    parts: dict[str, Fraction | None] = {}
    for line in comparison.municipalities:
        one = line.figures[run]
        less = one.difference if one else None
        if less is not None and less.decision is not None:
            places[line.code], parts[line.code] = less.decision.total, less.part
    gains = {code: Fraction(number) for code, number in places.items()}
    if told.by == "part":
        gains = {code: part for code, part in parts.items() if part is not None}
    more = {code: gain for code, gain in gains.items() if gain > 0}
    fewer = {code: -gain for code, gain in gains.items() if gain < 0}
    counts = (told.gaining, told.losing, told.unchanged)
    expected = (len(more), len(fewer), len(gains) - len(more) - len(fewer))
    yield same(name, counts, expected, "who gains, loses and keeps")
    for what, named, all_of in (
        ("who gains most", told.gains, more),
        ("who loses most", told.losses, fewer),
    ):
        found = [(one.code, one.places, one.part) for one in named]
        wanted = {
            (code, places[code], parts[code])
            for code, gain in all_of.items()
            if sum(other > gain for other in all_of.values()) < NAMED
        }
        yield same(name, sorted(found, key=str), sorted(wanted, key=str), what)
