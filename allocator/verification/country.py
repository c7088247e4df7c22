# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The provinces of a result as the checks of takeovers look at them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import cos, radians, sin

from allocator.verification.facts import Facts
from allocator.verification.tasks import Direction, tenths
from models.places import KINDS, Kind

Pair = tuple[str, str]


def owners_of_places(facts: Facts) -> set[str]:
    """The provinces of which the scenario gives places itself."""
    settings, at = facts.settings, facts.municipalities
    named = [offer.municipality for offer in facts.result.offers]
    named += [code for pooled in settings.pooled_offers for code in pooled.candidates]
    return {
        *(at[code].province for code in named),
        *(unlocated.province for unlocated in settings.unlocated_offers),
    }


def surpluses(facts: Facts, kind: Kind) -> Mapping[str, int]:
    """The surplus of every province that may take over."""
    return facts.once(_of_both_kinds).surpluses[kind]


def shortages(facts: Facts, kind: Kind) -> Mapping[str, int]:
    """What every province is short before others take over: task less what counts, amv first."""
    return facts.once(_of_both_kinds).shortages[kind]


def allowed_pairs(facts: Facts, kind: Kind) -> Mapping[Pair, int]:
    """Every pair that may take over, with its distance in tenths of a kilometre."""
    return facts.once(_of_both_kinds).pairs[kind]


@dataclass(frozen=True)
class _BothKinds:
    """What many checks look at, per kind."""

    surpluses: Mapping[Kind, dict[str, int]]
    shortages: Mapping[Kind, dict[str, int]]
    pairs: Mapping[Kind, dict[Pair, int]]


def _of_both_kinds(facts: Facts) -> _BothKinds:
    has = {kind: _surpluses(facts, kind) for kind in KINDS}
    lacks = {kind: _shortages(facts, kind) for kind in KINDS}
    pairs = {kind: _pairs(facts, has[kind], lacks[kind]) for kind in KINDS}
    return _BothKinds(has, lacks, pairs)


def _surpluses(facts: Facts, kind: Kind) -> dict[str, int]:
    named = facts.settings.national.from_
    return {
        one.code: one.surplus.of(kind)
        for one in facts.result.provinces
        if one.surplus.of(kind) and (not named or one.code in named)
    }


def _shortages(facts: Facts, kind: Kind) -> dict[str, int]:
    found = {}
    for one in facts.result.provinces:
        have = one.counted + one.unlocated
        amv = max(0, one.task.amv - have.amv)
        regular = max(0, one.task.total - have.total - amv)
        short = amv if kind == "amv" else regular
        if one.known and short:
            found[one.code] = short
    return found


def _pairs(facts: Facts, has: Iterable[str], lacks: Iterable[str]) -> dict[Pair, int]:
    country = facts.result.country
    near = {frozenset((one.one, one.other)) for one in country.borders} if country else set()
    anywhere = not facts.settings.national.neighbours_only
    return {
        (giver, taker): tenths(middle_of(facts, giver), middle_of(facts, taker))
        for giver in has
        for taker in lacks
        if giver != taker and (anywhere or frozenset((giver, taker)) in near)
    }


def middle_of(facts: Facts, province: str) -> Direction:
    """The plain mean of the centroids of a province."""
    inside = [one for one in facts.result.municipalities if one.province == province]
    north = radians(float(sum((one.latitude for one in inside), Fraction()) / len(inside)))
    east = radians(float(sum((one.longitude for one in inside), Fraction()) / len(inside)))
    return Direction(cos(north) * cos(east), cos(north) * sin(east), sin(north))


def forgone(has: Mapping[str, int], lacks: Mapping[str, int], pairs: Mapping[Pair, int]) -> int:
    """More than any detour that taking over a place could ask of the others."""
    return min(len(has), len(lacks)) * max(pairs.values(), default=0) + 1


def places_of(facts: Facts, kind: Kind) -> dict[str, int]:
    """What is taken over from each province."""
    found: dict[str, int] = {}
    for one in facts.result.takeovers:
        if one.kind == kind:
            found[one.taker] = found.get(one.taker, 0) + one.places
    return found


def amounts_asked(facts: Facts, kind: Kind) -> dict[str, int]:
    """What each province that is short may get: all of it, or its part in proportion."""
    if facts.settings.national.takeover != "proportional":
        return dict(shortages(facts, kind))
    claims = [
        one for each in facts.divisions("takeover") if each.kind == kind for one in each.claims
    ]
    asked = {one.code: one.places for one in claims}
    return {code: asked.get(code, 0) for code in shortages(facts, kind)}


def may_have_one_more(
    facts: Facts, kind: Kind, amounts: Mapping[str, int], more: str, fewer: str
) -> bool:
    """Whether one province could get a place that another has: Hall's condition, set by set.

    Amounts are possible if no set of takers gets more than all who may take over from it have.
    Source: P. Hall, "On representatives of subsets" (1935).
    """
    tried = {**amounts, more: amounts[more] + 1, fewer: amounts[fewer] - 1}
    if tried[more] > shortages(facts, kind)[more] or tried[fewer] < 0:
        return False
    pairs, has = allowed_pairs(facts, kind), surpluses(facts, kind)
    takers = [code for code, places in tried.items() if places]
    for size in range(1, len(takers) + 1):
        for some in combinations(takers, size):
            givers = {giver for giver, taker in pairs if taker in some}
            if sum(tried[code] for code in some) > sum(has[code] for code in givers):
                return False
    return True


def reachable(facts: Facts, kind: Kind) -> int:
    """The most places that can be taken over at all: the least cut, set of takers by set.

    Some takers get no more than all who may take over from them have, the others no more than what
    they are short. Source: L.R. Ford and D.R. Fulkerson, "Maximal flow through a network" (1956).
    """
    pairs, has, lacks = allowed_pairs(facts, kind), surpluses(facts, kind), shortages(facts, kind)
    takers = sorted(lacks)
    cuts = []
    for size in range(len(takers) + 1):
        for some in combinations(takers, size):
            givers = {giver for giver, taker in pairs if taker in some}
            others = sum(places for code, places in lacks.items() if code not in some)
            cuts.append(sum(has[code] for code in givers) + others)
    return min(cuts)
