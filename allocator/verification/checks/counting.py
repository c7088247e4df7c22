# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the counting rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts, added, numbers
from allocator.verification.stays import Expected, Row, expected_of, less_margin
from allocator.verification.windows import in_time
from models.counting import Counting
from models.places import KINDS, Kind
from models.result import OfferResult
from models.site import site_of


@check
def count_offers(facts: Facts) -> Iterator[Finding]:
    """An offer counts if its status, window, site and municipality are what the rule asks."""
    rule, offers = facts.settings.counting, facts.result.offers
    if any(offer.counted is None for offer in offers):
        yield from _row_by_row(facts)
        return
    expected = {
        site: expected_of([_row(offer, rule) for offer in those], rule)
        for site, those in _by_site(facts).items()
    }
    large = {site for site, one in expected.items() if one.places >= rule.minimum_site.of(site[2])}
    together: Counter[tuple[str, Kind]] = Counter()
    for site in large:
        together[site[0], site[2]] += expected[site].places
    for offer in offers:
        name, site = f"count_offers[{offer.row}]", _site(offer)
        one = expected.get(site) if _accepted(offer, rule) else None
        enough = together[offer.municipality, offer.kind] >= rule.minimum_municipality.of(
            offer.kind
        )
        passes = one is not None and site in large and enough
        stands = one is not None and offer.row in {*one.whole, *one.joint}
        least, most = _between(offer, one) if passes and one else (0, 0)
        said = f"{offer.counting} places count, from {least} to {most} can"
        yield Finding(name, least <= offer.counting <= most, said)
        can = most > 0 or (passes and stands and not offer.places)
        shared = one is not None and offer.row in one.joint
        counts = can and (offer.counting > 0 or not shared)
        yield same(name, offer.counts, counts, "whether it counts")
        yield same(name, offer.against is None, offer.counts, "nothing speaks against it")
        in_one = one is not None and offer.row in one.joint
        listed = sorted(one.joint) if one and in_one else []
        yield same(name, sorted(offer.stay), listed, "the rows that are judged as one")
    for site, one in expected.items():
        those = [offer for offer in offers if _site(offer) == site]
        passes = site in large and together[site[0], site[2]] >= rule.minimum_municipality.of(
            site[2]
        )
        name = f"count_offers[{those[0].row}]"
        counted = sum(offer.counting for offer in those)
        yield same(name, counted, one.counted if passes else 0, "places of the site that count")
        standing = sum(offer.standing or 0 for offer in those)
        yield same(name, standing, one.places, "places of the site that stand there")


def _between(offer: OfferResult, one: Expected) -> tuple[int, int]:
    """How many places of an offer may count: of one by itself all, of several those of one stay."""
    if offer.row in one.whole:
        return one.whole[offer.row], one.whole[offer.row]
    return 0, offer.places if offer.row in one.holders else 0


def _row(offer: OfferResult, rule: Counting) -> Row:
    """An offer as its windows are judged: of its places the margin takes off a part."""
    most = less_margin(offer.places, offer.phase, rule)
    return Row(offer.row, offer.from_, offer.until, offer.places, most)


def _accepted(offer: OfferResult, rule: Counting) -> bool:
    realised = offer.change is None or offer.change.realised
    return offer.status in rule.statuses and realised


def _by_site(facts: Facts) -> dict[tuple[str, str, Kind], list[OfferResult]]:
    """The offers of each site and kind of which the status is accepted."""
    found: dict[tuple[str, str, Kind], list[OfferResult]] = {}
    for offer in facts.result.offers:
        if _accepted(offer, facts.settings.counting):
            found.setdefault(_site(offer), []).append(offer)
    return found


def _row_by_row(facts: Facts) -> Iterator[Finding]:
    """A file of an older version: each row was judged by itself, and all of it counts or none."""
    rule = facts.settings.counting
    passes = {
        offer.row: _accepted(offer, rule) and in_time(offer, rule) for offer in facts.result.offers
    }
    sites: Counter[tuple[str, str, str]] = Counter()
    for offer in facts.result.offers:
        if passes[offer.row]:
            sites[offer.municipality, offer.site or offer.row, offer.kind] += offer.places
    for offer in facts.result.offers:
        size = sites[offer.municipality, offer.site or offer.row, offer.kind]
        expected = passes[offer.row] and size >= rule.minimum_site.of(offer.kind)
        yield same(f"count_offers[{offer.row}]", offer.counts, expected, "whether it counts")


@check
def add_counted(facts: Facts) -> Iterator[Finding]:
    """What a municipality counts is its offers, exchanges and parts of pledges together."""
    fallen = {pooled.name: pooled.fallen_through for pooled in facts.settings.pooled_offers}
    owned: Counter[tuple[str, str]] = Counter()
    pooled: Counter[tuple[str, str]] = Counter()
    for offer in facts.result.offers:
        owned[offer.municipality, offer.kind] += offer.counting
    for exchange in facts.result.exchanges:
        if exchange.counts:
            owned[exchange.taker, exchange.kind] += exchange.counting
            owned[exchange.giver, exchange.kind] -= exchange.counting
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


def _site(offer: OfferResult) -> tuple[str, str, Kind]:
    return *site_of(offer.municipality, offer.site, offer.row), offer.kind
