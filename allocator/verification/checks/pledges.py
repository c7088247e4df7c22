# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the pledges: which count, how they are split, and what of them falls through."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts
from allocator.verification.pledges import pro_rata_to_lacks
from allocator.verification.windows import covers
from models.places import KINDS, Kind


@check
def count_pooled(facts: Facts) -> Iterator[Finding]:
    """A pledge counts by its status and window, and is split over its candidates whole."""
    rule = facts.settings.counting
    stated = {pooled.name: pooled for pooled in facts.settings.pooled_offers}
    names = [pooled.name for pooled in facts.result.pooled_offers]
    yield same("count_pooled", names, list(stated), "the pledges")
    for pooled in facts.result.pooled_offers:
        name, window = f"count_pooled[{pooled.name}]", stated[pooled.name].available
        expected = pooled.status in rule.statuses and (
            window is None or covers(window.from_, window.until, rule)
        )
        yield same(name, pooled.counts, expected, "whether it counts")
        yield same(name, pooled.places, stated[pooled.name].places, "the places pledged")
        parts = [one for one in facts.divisions("pooled") if one.area == pooled.name]
        for kind in KINDS:
            split = sum(one.total for one in parts if one.kind == kind)
            pledged = pooled.places.of(kind) if pooled.counts else 0
            yield same(name, split, pledged, f"{kind} places split")
        inside = {claim.code for one in parts for claim in one.claims} <= set(pooled.candidates)
        yield Finding(name, inside, "only candidates get a part")


@check
def fall_through(facts: Facts) -> Iterator[Finding]:
    """Of a pledge counts what is pledged, less the parts of candidates whose plan falls through."""
    stated = {pooled.name: list(pooled.fallen_through) for pooled in facts.settings.pooled_offers}
    for pooled in facts.result.pooled_offers:
        name = f"fall_through[{pooled.name}]"
        fallen = {one.code: one.places for one in pooled.fallen_through}
        yield same(name, list(fallen), stated.get(pooled.name), "whose plan falls through")
        yield Finding(name, fallen.keys() <= set(pooled.candidates), "only a candidate has a plan")
        for kind in KINDS:
            parts = _parts(facts, pooled.name, kind)
            for code, places in fallen.items():
                part = f"fall_through[{pooled.name}.{code}.{kind}]"
                yield same(part, places.of(kind), parts.get(code, 0), "places that fell through")
            left = sum(places for code, places in parts.items() if code not in fallen)
            yield same(name, pooled.counted.of(kind), left, f"{kind} places that count")


def _parts(facts: Facts, pledge: str, kind: Kind) -> dict[str, int]:
    """What the split of a pledge gives to each candidate."""
    return {
        claim.code: claim.places
        for division in facts.divisions("pooled")
        if (division.area, division.kind) == (pledge, kind)
        for claim in division.claims
    }


@check
def split_pooled(facts: Facts) -> Iterator[Finding]:
    """A pledge is split pro rata to what each candidate lacks of its share."""
    for division in facts.divisions("pooled"):
        yield from pro_rata_to_lacks(facts, "split_pooled", division, {})
