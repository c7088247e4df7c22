# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Plans: every offer of one municipality, and every candidate of a pledge, realised or not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from allocator.sensitivity.factors import Levels, plan
from models.problem import Problem


def plans(problem: Problem, statuses: Collection[str], chance: Fraction) -> tuple[Levels, ...]:
    """A dimension for each plan of a scenario with one of some statuses.

    Args:
        problem: the scenario.
        statuses: of the offers and pledges that are no more than plans.
        chance: how likely each is realised.
    """
    return (*_offers(problem, statuses, chance), *_candidates(problem, statuses, chance))


def _offers(problem: Problem, statuses: Collection[str], chance: Fraction) -> Iterator[Levels]:
    for offer in problem.offers:
        if offer.status in statuses:
            name = problem.territory.name(offer.municipality)
            line = int(offer.row.rpartition(":")[2])
            gone = {"offer_changes": [{"line": line, "realised": False}]}
            yield plan(f"{name}, {offer.places} {offer.kind} ({offer.row})", gone, chance)


def _candidates(problem: Problem, statuses: Collection[str], chance: Fraction) -> Iterator[Levels]:
    for number, pooled in enumerate(problem.scenario.pooled_offers):
        if pooled.status not in statuses:
            continue
        for code in pooled.candidates:
            if code not in pooled.fallen_through:
                gone = {f"pooled_offers.{number}.fallen_through": [code]}
                yield plan(f"{problem.territory.name(code)} ({pooled.name})", gone, chance)
