# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Carrying out: how many tasks there are, how many are small, and where they are realised.

Counted from what a run recorded, per kind: tasks of different kinds are different tasks.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from allocator.comparison.fairness import NO_DECISION
from models.comparison import Measure, MeasureName
from models.places import KINDS, Kind
from models.result import MunicipalityResult, RunResult
from models.scenario import Scenario

PLAN: tuple[MeasureName, ...] = (
    "tasks",
    "small_tasks",
    "merges",
    "moved_tasks",
    "undersized",
    "sites",
    "place_km",
)

PerKind = dict[Kind, int | Fraction]


def carrying_out(result: RunResult) -> Iterator[Measure]:
    """Every measure of the tasks of a run and of the plan that merges them."""
    if all(one.decision is None for one in result.municipalities):
        yield from (Measure(name=name, value=None, why=NO_DECISION) for name in PLAN)
        return
    settings = Scenario.model_validate(result.scenario.settings)
    tasks = {kind: list(_tasks(result, settings, kind)) for kind in KINDS}
    counted: dict[MeasureName, PerKind] = {
        "tasks": {kind: len(those) for kind, those in tasks.items()},
        "small_tasks": {
            kind: sum(_is_small(one, settings, kind) for one in those)
            for kind, those in tasks.items()
        },
        "merges": {kind: sum(merge.kind == kind for merge in result.merges) for kind in KINDS},
        "moved_tasks": {kind: len(_moved(result, kind)) for kind in KINDS},
        "undersized": {kind: sum(one.kind == kind for one in result.undersized) for kind in KINDS},
        "sites": {kind: len(_sites(result, tasks[kind], kind)) for kind in KINDS},
        "place_km": {kind: _place_km(result, kind) for kind in KINDS},
    }
    for name, per_kind in counted.items():
        numbers = {str(kind): Fraction(number) for kind, number in per_kind.items()}
        yield Measure(name=name, value=sum(numbers.values(), Fraction()), numbers=numbers)


def _tasks(result: RunResult, settings: Scenario, kind: Kind) -> Iterator[MunicipalityResult]:
    """The municipalities with places of a kind that may be realised elsewhere.

    These are its rest and, where offers may be merged too, the offers of a site below the minimum;
    what it counts by an exchange stands elsewhere already.
    """
    elsewhere: dict[str, int] = {}
    for exchange in result.exchanges:
        if exchange.counts and exchange.kind == kind:
            elsewhere[exchange.taker] = elsewhere.get(exchange.taker, 0) + exchange.counting
    least = settings.merging.minimum_site.of(kind)
    for one in result.municipalities:
        if one.rest is None:
            continue
        offered = one.counted.of(kind)
        joins = settings.merging.include_offers and elsewhere.get(one.code, 0) < offered < least
        if one.rest.of(kind) or joins:
            yield one


def _is_small(one: MunicipalityResult, settings: Scenario, kind: Kind) -> bool:
    """Whether its site, with what it counts there, stays below the minimum of its own run."""
    assert one.decision is not None
    return one.decision.of(kind) < settings.merging.minimum_site.of(kind)


def _moved(result: RunResult, kind: Kind) -> dict[str, str]:
    """Who realises the tasks that are realised elsewhere, by whose they are."""
    return {
        member.code: merge.host
        for merge in result.merges
        if merge.kind == kind
        for member in merge.moved
    }


def _sites(result: RunResult, tasks: list[MunicipalityResult], kind: Kind) -> set[str]:
    """Where the tasks of a kind are realised."""
    moved = _moved(result, kind)
    return {moved.get(one.code, one.code) for one in tasks}


def _place_km(result: RunResult, kind: Kind) -> Fraction:
    """Places x kilometres over the tasks that are realised elsewhere."""
    merges = [merge for merge in result.merges if merge.kind == kind]
    return sum(
        (member.places * member.distance_km for merge in merges for member in merge.moved),
        Fraction(),
    )
