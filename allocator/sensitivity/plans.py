# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Plans: every site that is offered, and every candidate of a pledge, realised or not.

A site is realised with all its rows or with none: its regular and its amv places, and contracts
that follow one another, do not fall through apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from allocator.sensitivity.factors import Levels, plan
from models.offer import Offer
from models.problem import Problem
from models.site import Site, site_of


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
    already = [one.model_dump(mode="json") for one in problem.scenario.offer_changes]
    for rows in _sites(problem, statuses):
        first = rows[0]
        place = problem.territory.name(first.municipality)
        changes = [
            {
                "line": int(row.row.rpartition(":")[2]),
                "municipality": row.municipality,
                "realised": False,
            }
            for row in rows
        ]
        what = first.site or f"{first.places} {first.kind} ({first.row})"
        yield _Plan(place, f"{place}, {what}", {"offer_changes": [*already, *changes]})


def _sites(problem: Problem, statuses: Collection[str]) -> Iterator[Sequence[Offer]]:
    """The rows of each site that is no more than a plan; a row that names none is a site."""
    sites: dict[Site, list[Offer]] = {}
    for offer in problem.offers:
        # What the scenario itself changes of an offer is settled.
        if offer.status in statuses and offer.change is None:
            site = site_of(offer.municipality, offer.site, offer.row)
            sites.setdefault(site, []).append(offer)
    yield from sites.values()


def _candidates(problem: Problem, statuses: Collection[str]) -> Iterator[_Plan]:
    for number, pooled in enumerate(problem.scenario.pooled_offers):
        if pooled.status not in statuses:
            continue
        already = pooled.fallen_through
        for code in (one for one in pooled.candidates if one not in already):
            place = problem.territory.name(code)
            gone = {f"pooled_offers.{number}.fallen_through": [*already, code]}
            yield _Plan(place, f"{place} ({pooled.name})", gone)
