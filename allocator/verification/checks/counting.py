# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the counting rule."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts, added, numbers
from allocator.verification.pledges import pro_rata_to_lacks
from allocator.verification.windows import covers, in_time
from models.places import KINDS
from models.result import OfferResult


@check
def count_offers(facts: Facts) -> Iterator[Finding]:
    """An offer counts if its status, its window and its site are what the rule asks."""
    rule = facts.settings.counting
    passes = {
        offer.row: offer.status in rule.statuses and in_time(offer, rule)
        for offer in facts.result.offers
    }
    sites: dict[tuple[str, str, str], int] = {}
    for offer in facts.result.offers:
        if passes[offer.row]:
            sites[_site(offer)] = sites.get(_site(offer), 0) + offer.places
    for offer in facts.result.offers:
        expected = passes[offer.row] and (sites[_site(offer)] >= rule.minimum_site.of(offer.kind))
        yield same(f"count_offers[{offer.row}]", offer.counts, expected, "whether it counts")


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
def split_pooled(facts: Facts) -> Iterator[Finding]:
    """A pledge is split pro rata to what each candidate lacks of its share."""
    for division in facts.divisions("pooled"):
        yield from pro_rata_to_lacks(facts, "split_pooled", division, {})


@check
def add_counted(facts: Facts) -> Iterator[Finding]:
    """What a municipality counts is its offers, exchanges and parts of pledges together."""
    for one in facts.result.municipalities:
        for kind in KINDS:
            offered = sum(
                offer.places
                for offer in facts.result.offers
                if offer.counts and offer.municipality == one.code and offer.kind == kind
            )
            exchanged = sum(
                exchange.places * ((exchange.taker == one.code) - (exchange.giver == one.code))
                for exchange in facts.result.exchanges
                if exchange.counts and exchange.kind == kind
            )
            pooled = sum(
                claim.places
                for division in facts.divisions("pooled")
                if division.kind == kind
                for claim in division.claims
                if claim.code == one.code
            )
            name = f"add_counted[{one.code}.{kind}]"
            yield same(name, one.counted.of(kind), offered + exchanged + pooled, "counted")
            yield same(name, one.pooled.of(kind), pooled, "of which pooled")


@check
def add_unlocated(facts: Facts) -> Iterator[Finding]:
    """Unlocated places are those that the scenario states and those of reports."""
    stated = added(one.places for one in facts.settings.unlocated_offers)
    reported = added(one.places for one in facts.result.reports)
    found = added(one.places for one in facts.result.unlocated_offers)
    expected = {what: stated[what] + reported[what] for what in stated}
    yield same("add_unlocated", found, expected, "unlocated")
    for report in facts.result.reports:
        entered = [
            numbers(one.places) for one in facts.result.unlocated_offers if one.row == report.row
        ]
        name = f"add_unlocated[{report.area}.{report.figure}]"
        yield same(name, entered, [numbers(report.places)], "the places of a report")


def _site(offer: OfferResult) -> tuple[str, str, str]:
    return offer.municipality, offer.site or offer.row, offer.kind
