# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the counting rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts, added, numbers
from allocator.verification.windows import in_time
from models.places import KINDS
from models.result import OfferResult


@check
def count_offers(facts: Facts) -> Iterator[Finding]:
    """An offer counts if its status, its window and its site are what the rule asks."""
    rule = facts.settings.counting
    passes = {
        offer.row: offer.status in rule.statuses
        and in_time(offer, rule)
        and (offer.change is None or offer.change.realised)
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
def add_counted(facts: Facts) -> Iterator[Finding]:
    """What a municipality counts is its offers, exchanges and parts of pledges together."""
    fallen = {pooled.name: pooled.fallen_through for pooled in facts.settings.pooled_offers}
    owned: Counter[tuple[str, str]] = Counter()
    pooled: Counter[tuple[str, str]] = Counter()
    for offer in facts.result.offers:
        if offer.counts:
            owned[offer.municipality, offer.kind] += offer.places
    for exchange in facts.result.exchanges:
        if exchange.counts:
            owned[exchange.taker, exchange.kind] += exchange.places
            owned[exchange.giver, exchange.kind] -= exchange.places
    for division in facts.divisions("pooled"):
        for claim in division.claims:
            if claim.code not in fallen.get(division.area, ()):
                pooled[claim.code, division.kind] += claim.places
    for one in facts.result.municipalities:
        for kind in KINDS:
            name, part = f"add_counted[{one.code}.{kind}]", pooled[one.code, kind]
            yield same(name, one.counted.of(kind), owned[one.code, kind] + part, "counted")
            yield same(name, one.pooled.of(kind), part, "of which pooled")


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
