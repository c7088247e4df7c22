# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the emergency places that every region has to reach."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts
from models.result import EmergencyResult, MunicipalityResult


@check
def reach_minimum(facts: Facts) -> Iterator[Finding]:
    """What is there and what is asked reach the minimum of a region, but for what is short."""
    rules, regions = facts.settings.emergency, facts.result.emergency
    stated = list(rules.minimum)
    yield same("reach_minimum", [one.region for one in regions], stated, "the regions")
    parts = facts.divisions("emergency")
    wanted = [one.region for one in regions if one.short is not None and one.asked > one.short]
    yield same("reach_minimum", [part.area for part in parts], wanted, "regions that are asked")
    for one in regions:
        name, divided = f"reach_minimum[{one.region}]", one.asked - (one.short or 0)
        yield same(name, one.minimum, rules.minimum.get(one.region), "the minimum")
        within = rules.counts == "within_task"
        yield same(name, one.within_task, within, "whether they are within the task")
        yield same(name, one.available, rules.available.get(one.region, 0), "what is there")
        yield same(name, one.asked, max(0, one.minimum - one.available), "what is asked")
        inside = [each for each in facts.result.municipalities if each.region_code == one.region]
        yield same(name, one.short, _short(facts, one, inside), "what nobody can be asked for")
        for part in parts:
            if part.area == one.region:
                yield same(name, part.total, divided, "places divided")


def _short(facts: Facts, one: EmergencyResult, inside: list[MunicipalityResult]) -> int | None:
    """Within the task nobody is asked for more than is decided for it, if that is known."""
    if facts.settings.emergency.counts == "on_top":
        return 0
    if any(each.decision is None for each in inside):
        return None
    return max(0, one.asked - sum(_most(facts, each) for each in inside))


def _most(facts: Facts, one: MunicipalityResult) -> int:
    """Its decision, and its estimated part of places that belong to no municipality."""
    unlocated = sum(
        claim.places
        for part in facts.divisions("unlocated")
        for claim in part.claims
        if claim.code == one.code
    )
    return unlocated + (one.decision.total if one.decision else 0)


@check
def spread_unlocated(facts: Facts) -> Iterator[Finding]:
    """Within the task, places without a municipality are spread pro rata of the shares."""
    rules, wanted = facts.settings.emergency, {}
    places: dict[str, int] = {}
    for one in facts.result.unlocated_offers:
        places[one.area] = places.get(one.area, 0) + one.places.total
    for area, total in places.items():
        regions = {
            each.region_code
            for each in facts.result.municipalities
            if area in (each.province, each.region_code)
        }
        if total and rules.counts == "within_task" and regions & rules.minimum.keys():
            wanted[area] = total
    found = {part.area: part.total for part in facts.divisions("unlocated")}
    yield same("spread_unlocated", found, wanted, "places spread")
    for part in facts.divisions("unlocated"):
        inside = {
            one.code: max(1, one.share.total)
            for one in facts.result.municipalities
            if part.area in (one.province, one.region_code)
        }
        name = f"spread_unlocated[{part.area}]"
        weights = {claim.code: claim.weight for claim in part.claims}
        yield same(name, weights, inside, "what they are pro rata to")


@check
def ask_by_share(facts: Facts) -> Iterator[Finding]:
    """Everybody in a region is asked pro rata of its share, within its decision if that is so."""
    within = facts.settings.emergency.counts == "within_task"
    for part in facts.divisions("emergency"):
        inside = {
            one.code: one for one in facts.result.municipalities if one.region_code == part.area
        }
        codes = [claim.code for claim in part.claims]
        yield same(f"ask_by_share[{part.area}]", codes, sorted(inside), "who is asked")
        for claim in part.claims:
            name, one = f"ask_by_share[{claim.code}]", inside[claim.code]
            yield same(name, claim.weight, max(1, one.share.total), "what it is pro rata to")
            most = _most(facts, one) if within else None
            yield same(name, (claim.minimum, claim.maximum), (0, most), "the bounds")
