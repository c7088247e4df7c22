# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Plans: every offer of one municipality, and every candidate of a pledge, realised or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from allocator.sensitivity.factors import Levels, plan
from models.problem import Problem


def plans(problem: Problem, statuses: Collection[str], chance: Fraction) -> tuple[Levels, ...]:
    """A dimension for each plan of a scenario with one of some statuses.

    Args:
        problem: the scenario.
        statuses: of the offers and pledges that are no more than plans.
        chance: how likely each is realised.
    """
    found = [*_offers(problem, statuses), *_candidates(problem, statuses)]
    plain = Counter(one.municipality for one in found)
    return tuple(
        plan(one.municipality if plain[one.municipality] == 1 else one.name, one.gone, chance)
        for one in found
    )


class _Plan(NamedTuple):
    """A plan, and the items that take it out of the scenario, by the path of their list."""

    municipality: str
    name: str
    gone: Mapping[str, list[Any]]


def _offers(problem: Problem, statuses: Collection[str]) -> Iterator[_Plan]:
    for offer in problem.offers:
        if offer.status in statuses:
            place = problem.territory.name(offer.municipality)
            line = int(offer.row.rpartition(":")[2])
            gone = {"offer_changes": [{"line": line, "realised": False}]}
            yield _Plan(place, f"{place}, {offer.places} {offer.kind} ({offer.row})", gone)


def _candidates(problem: Problem, statuses: Collection[str]) -> Iterator[_Plan]:
    for number, pooled in enumerate(problem.scenario.pooled_offers):
        if pooled.status not in statuses:
            continue
        already = pooled.fallen_through
        for code in (one for one in pooled.candidates if one not in already):
            place = problem.territory.name(code)
            gone = {f"pooled_offers.{number}.fallen_through": [*already, code]}
            yield _Plan(place, f"{place} ({pooled.name})", gone)
