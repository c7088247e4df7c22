# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twins of the rules of the rest: sums, eligibility, limits, minimum sites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from allocator.verification.checks.exceptions import capped, exempt
from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts, rest_of
from models.division import Claim, Division
from models.places import KINDS, Kind
from models.result import MunicipalityResult
from models.scenario import Bound, Limits

NO_LIMITS = Limits()


@check
def close_rest(facts: Facts) -> Iterator[Finding]:
    """The rest places of each kind add up to the rest of the area."""
    for area in facts.result.areas:
        members = [one for one in facts.members(area) if one.rest is not None]
        if not members:
            continue
        for kind in KINDS:
            name = f"close_rest[{area.code}.{kind}]"
            yield same(name, sum(rest_of(one, kind) for one in members), area.rest.of(kind), "rest")


@check
def respect_eligibility(facts: Facts) -> Iterator[Finding]:
    """Who is not eligible for a kind gets no rest places of it."""
    for one in facts.result.municipalities:
        for kind in KINDS:
            name = f"respect_eligibility[{one.code}.{kind}]"
            able = one.eligible.of(kind)
            expected = _eligible(facts, one, kind == "amv")
            yield same(name, able, expected, "whether it is eligible")
            got = rest_of(one, kind)
            yield Finding(name, able or got == 0, f"{got} {kind} places, not eligible")
    settings = facts.settings.distribution
    for code in settings.named if settings.eligible == "named" else ():
        yield _known(f"respect_eligibility[{code}]", facts, [facts.municipalities[code]])


def _eligible(facts: Facts, one: MunicipalityResult, amv: bool) -> bool:
    settings = facts.settings.distribution
    share, counted = one.share, one.counted
    if settings.per_kind:
        below = counted.amv < share.amv if amv else counted.regular < share.regular
    else:
        below = counted.amv + counted.regular < share.amv + share.regular
    by_rule = {"all": True, "named": one.code in settings.named, "below_share": below}
    unknown = {each.code for each in facts.result.provinces if not each.known}
    barred = one.code in exempt(facts) or one.province in unknown
    return by_rule[settings.eligible] and not barred


@check
def respect_limits(facts: Facts) -> Iterator[Finding]:
    """A municipality's rest places lie within the scenario's limits."""
    for one in facts.divided:
        limits = facts.settings.distribution.limits.get(one.code)
        if limits is not None:
            yield from _within(f"respect_limits[{one.code}", [one], limits)
    for code in facts.settings.distribution.limits:
        yield _known(f"respect_limits[{code}]", facts, [facts.municipalities[code]])


@check
def respect_region_limits(facts: Facts) -> Iterator[Finding]:
    """The rest places of a region lie within the scenario's limits."""
    for region, limits in facts.settings.distribution.region_limits.items():
        inside = [one for one in facts.divided if one.region_code == region]
        if inside:
            yield from _within(f"respect_region_limits[{region}", inside, limits)
        everybody = [one for one in facts.result.municipalities if one.region_code == region]
        yield _known(f"respect_region_limits[{region}]", facts, everybody)


def _known(name: str, facts: Facts, municipalities: list[MunicipalityResult]) -> Finding:
    """Anything can be asked of a rest only where one is known."""
    unknown = {each.code for each in facts.result.provinces if not each.known}
    holds = bool(municipalities) and not {one.province for one in municipalities} & unknown
    return Finding(name, holds, "is asked something where nothing is divided")


def _within(
    name: str, municipalities: Iterable[MunicipalityResult], limits: Limits
) -> Iterator[Finding]:
    listed = list(municipalities)
    regular = sum(rest_of(one, "regular") for one in listed)
    amv = sum(rest_of(one, "amv") for one in listed)
    sums: tuple[tuple[str, int, Bound], ...] = (
        ("regular", regular, limits.regular),
        ("amv", amv, limits.amv),
        ("total", regular + amv, limits.total),
    )
    for kind, places, limit in sums:
        holds = limit.min <= places and (limit.max is None or places <= limit.max)
        message = f"{places} rest places, the limits are {limit.min} and {limit.max}"
        yield Finding(f"{name}.{kind}]", holds, message)


@check
def reach_minimum_site(facts: Facts) -> Iterator[Finding]:
    """A municipality gets none of a kind, or comes to the minimum site with what it counts."""
    minimum = facts.settings.distribution.minimum_site
    for one in facts.divided:
        for kind, least in (("regular", minimum.regular), ("amv", minimum.amv)):
            got, has = getattr(one.rest, kind), getattr(one.counted, kind)
            holds = got == 0 or has + got >= least
            message = f"{has} counted and {got} rest places of a minimum of {least}"
            yield Finding(f"reach_minimum_site[{one.code}.{kind}]", holds, message)


@check
def limit_participants(facts: Facts) -> Iterator[Finding]:
    """At most so many municipalities of an area get rest places of a kind."""
    limit = facts.settings.distribution.most_participants
    for area in facts.result.areas:
        members = [one for one in facts.members(area) if one.rest is not None]
        for kind, most in (("regular", limit.regular), ("amv", limit.amv)):
            if most is not None and members:
                number = sum(getattr(one.rest, kind) > 0 for one in members)
                message = f"{number} municipalities get places, at most {most} may"
                yield Finding(f"limit_participants[{area.code}.{kind}]", number <= most, message)


def _chosen_among(facts: Facts, division: Division) -> set[tuple[str, Kind]]:
    """Whom a limit on participants may leave out: all who could get places, if too many could."""
    settings, found = facts.settings.distribution, set()
    for area in facts.areas_of(division.area):
        codes = {one.code for one in facts.members(area)}
        for kind in KINDS:
            most, places = settings.most_participants.of(kind), area.rest.of(kind)
            able = [
                claim.code
                for claim in division.claims
                if claim.kind == kind and claim.code in codes and _could_get(facts, claim, kind)
            ]
            if most is not None and most < min(len(able), places):
                found |= {(code, kind) for code in able}
    return found


def _could_get(facts: Facts, claim: Claim, kind: Kind) -> bool:
    """Whether anything lets it have a place: a weight or something asked, and no limit of none."""
    settings, has = facts.settings.distribution, facts.municipalities[claim.code].counted.of(kind)
    limits = settings.limits.get(claim.code, Limits()).of(kind)
    asked = bool(claim.weight) or limits.min > 0 or settings.minimum_site.of(kind) > has
    return asked and limits.max != 0 and capped(facts, claim.code, kind) != 0


@check
def divide_pro_rata(facts: Facts) -> Iterator[Finding]:
    """The rest is pro rata of the share of each kind, or of what is missing to it."""
    settings = facts.settings.distribution
    for division in facts.divisions("rest"):
        chosen_among = _chosen_among(facts, division)
        areas = facts.areas_of(division.area)
        for claim in division.claims:
            one = facts.municipalities[claim.code]
            kind: Kind = "amv" if claim.kind == "amv" else "regular"
            share, has = one.share.of(kind), one.counted.of(kind)
            expected = share if settings.base == "share" else max(0, share - has)
            name = f"divide_pro_rata[{claim.code}.{kind}]"
            yield same(name, claim.weight, expected, "what the rest is pro rata to")
            yield same(name, rest_of(one, kind), claim.places, "rest places")
            limits = settings.limits.get(claim.code, NO_LIMITS).of(kind)
            minimum = settings.minimum_site.of(kind)
            may_be_left_out = (claim.code, kind) in chosen_among
            least = max(limits.min, minimum - has if claim.takes_part and minimum > has else 0)
            least = max(least, 1) if claim.takes_part and may_be_left_out else least
            yield same(name, claim.minimum, least if claim.takes_part else 0, "the lower bound")
            whole = sum(area.rest.of(kind) for area in areas)
            most = min(
                each
                for each in (whole, limits.max, capped(facts, one.code, kind))
                if each is not None
            )
            most = least if claim.takes_part and not claim.weight else most
            stated = whole if claim.maximum is None else min(whole, claim.maximum)
            if claim.takes_part:
                yield same(name, stated, max(most, least), "the upper bound")
            free = claim.takes_part or minimum > has or may_be_left_out
            yield Finding(name, free, "left out without a rule that asks it")
    listed = [
        (claim.code, claim.kind)
        for division in facts.divisions("rest")
        for claim in division.claims
    ]
    eligible = [
        (one.code, kind) for one in facts.divided for kind in KINDS if one.eligible.of(kind)
    ]
    once = sorted(listed) == sorted(eligible)
    yield Finding("divide_pro_rata", once, "everybody eligible is in one apportionment of its kind")
