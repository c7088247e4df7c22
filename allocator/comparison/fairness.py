# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fairness: how far decisions are from pro rata, and how evenly they lie over the inhabitants.

All numbers are exact. Only municipalities with a decision take part.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from allocator.comparison.lorenz import lorenz
from allocator.comparison.pro_rata import Target, pro_rata
from models.comparison import PARTS, Measure, MeasureName, Part
from models.places import Places
from models.result import MunicipalityResult, RunResult

PER = 1_000
NO_DECISION = "there is no decision"
DEVIATIONS: tuple[MeasureName, ...] = ("largest_deviation", "mean_deviation", "relative_deviation")
OVER_INHABITANTS: tuple[MeasureName, ...] = (
    "gini",
    "per_thousand",
    "lowest_per_thousand",
    "highest_per_thousand",
)

Decided = list[tuple[MunicipalityResult, Places]]


def fairness(result: RunResult) -> Iterator[Measure]:
    """Every measure of fairness of a run."""
    decided = [(one, one.decision) for one in result.municipalities if one.decision is not None]
    for part in PARTS:
        yield from _deviations(decided, pro_rata(result, part), part)
    yield from _over_inhabitants(decided)


def _deviations(decided: Decided, targets: dict[str, Target], part: Part) -> Iterator[Measure]:
    """Of decisions from exact pro rata: the largest, the mean, and that as a part of the mean."""
    placed = [
        (one, _of(places, part), targets[one.code])
        for one, places in decided
        if one.code in targets
    ]
    if not placed:
        yield from (Measure(name=n, of=part, value=None, why=NO_DECISION) for n in DEVIATIONS)
        return
    off = [abs(places - target.places) for _, places, target in placed]
    # The first by code where several are equally far.
    one, places, target = placed[off.index(max(off))]
    yield Measure(
        name="largest_deviation",
        of=part,
        value=max(off),
        code=one.code,
        municipality=one.name,
        numbers={
            "decision": Fraction(places),
            "task": Fraction(target.task),
            "weight": target.weight,
            "weights": target.weights,
        },
    )
    total, wanted = sum(off, Fraction()), sum((t.places for _, _, t in placed), Fraction())
    many = {"deviations": total, "municipalities": Fraction(len(placed))}
    yield Measure(name="mean_deviation", of=part, value=total / len(placed), numbers=many)
    yield Measure(
        name="relative_deviation",
        of=part,
        value=total / wanted if wanted else None,
        numbers={"deviations": total, "pro_rata": wanted} if wanted else {},
        why="" if wanted else "the task is nothing",
    )


def _of(places: Places, part: Part) -> int:
    return places.amv if part == "amv" else places.total


def _over_inhabitants(decided: Decided) -> Iterator[Measure]:
    """How evenly the decisions lie over the inhabitants."""
    known = [(one, places.total, one.inhabitants) for one, places in decided if one.inhabitants]
    if not decided or len(known) < len(decided):
        missing = len(decided) - len(known)
        why = f"the inhabitants of {missing:,} of {len(decided):,} are not recorded"
        reason = why if decided else NO_DECISION
        yield from (Measure(name=name, value=None, why=reason) for name in OVER_INHABITANTS)
        return
    curve = lorenz((places, people) for _, places, people in known)
    places, people = Fraction(curve.places), Fraction(curve.inhabitants)
    yield Measure(
        name="gini",
        value=curve.gini,
        numbers={"strips": Fraction(curve.strips), "inhabitants": people, "places": places},
        why="" if curve.gini is not None else "there is no place",
    )
    yield Measure(
        name="per_thousand",
        value=PER * places / people,
        numbers={"places": places, "inhabitants": people},
    )
    ordered = sorted(known, key=lambda one: Fraction(one[1], one[2]))
    highest = max(known, key=lambda one: Fraction(one[1], one[2]))
    yield _per_thousand("lowest_per_thousand", *ordered[0])
    yield _per_thousand("highest_per_thousand", *highest)


def _per_thousand(name: MeasureName, one: MunicipalityResult, places: int, people: int) -> Measure:
    return Measure(
        name=name,
        value=Fraction(PER * places, people),
        code=one.code,
        municipality=one.name,
        numbers={"places": Fraction(places), "inhabitants": Fraction(people)},
    )
