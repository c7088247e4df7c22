# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the counting rule."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts, added, numbers
from models.places import KINDS, Kind
from models.result import ExchangeResult, OfferResult
from models.scenario import Counting


@check
def count_offers(facts: Facts) -> Iterator[Finding]:
    """An offer counts if its status, its window and its site are what the rule asks."""
    rule = facts.settings.counting
    passes = {
        offer.row: offer.status in rule.statuses
        and _in_time(offer, rule)
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
def count_exchanges(facts: Facts) -> Iterator[Finding]:
    """An exchange counts if its window is what the rule asks, and its condition if required."""
    named = [exchange.id for exchange in facts.result.exchanges]
    yield same("count_exchanges", named, list(facts.settings.exchanges), "the exchanges")
    for exchange in facts.result.exchanges:
        name = f"count_exchanges[{exchange.id}]"
        met = [condition.met is True for condition in exchange.conditions]
        required = facts.settings.exchanging.conditions == "require"
        in_time = _in_time(exchange, facts.settings.counting)
        expected = in_time and (all(met) or not required)
        yield same(name, exchange.counts, expected, "whether it counts")
        yield Finding(name, exchange.giver != exchange.taker, "an exchange with itself")
        takes = {each.taker for each in facts.result.exchanges if each.kind == exchange.kind}
        lent_on = exchange.giver in takes and _overlapping(facts, exchange)
        yield Finding(name, not lent_on, "gives places that it takes by another exchange")


def _overlapping(facts: Facts, one: ExchangeResult) -> bool:
    """Whether somebody lends on what it takes: both agreements have a day in common."""
    return any(
        (each.from_ or date.min) <= (one.until or date.max)
        and (one.from_ or date.min) <= (each.until or date.max)
        for each in facts.result.exchanges
        if each.taker == one.giver and each.kind == one.kind
    )


@check
def show_conditions(facts: Facts) -> Iterator[Finding]:
    """A condition on places is met if the offers show them on its day; open if it was promised."""
    statuses = facts.settings.counting.statuses
    for exchange in facts.result.exchanges:
        for condition in exchange.conditions:
            name, code, on = f"show_conditions[{exchange.id}]", condition.municipality, condition.on
            if on is None or code not in facts.municipalities:
                yield same(name, condition.met, None, "whether it is met")
                yield same(name, condition.shown, None, "places shown")
                continue
            shown = sum(
                offer.places
                for offer in facts.result.offers
                if offer.municipality == code
                and offer.status in statuses
                and (offer.from_ or date.min) <= on <= (offer.until or date.max)
            )
            yield same(name, condition.shown, shown, "places shown")
            late = condition.promised_on is not None and condition.promised_on > on
            promised = 0 if late else condition.promised
            expected = None if shown < condition.places <= shown + promised else True
            expected = False if shown + promised < condition.places else expected
            yield same(name, condition.met, expected, "whether it is met")


@check
def fall_away(facts: Facts) -> Iterator[Finding]:
    """Without an exchange that counts the taker counts less by it, and the giver more."""
    for exchange in facts.result.exchanges:
        ends = (
            (exchange.taker, exchange.taker_without, -1),
            (exchange.giver, exchange.giver_without, 1),
        )
        for code, without, sign in ends:
            name = f"fall_away[{exchange.id}.{code}]"
            one = facts.municipalities.get(code)
            if one is None:
                yield same(name, without, None, "what it counts without")
                continue
            for kind in KINDS:
                moved = sign * exchange.places * (exchange.counts and exchange.kind == kind)
                told = None if without is None else without.of(kind)
                yield same(name, told, one.counted.of(kind) + moved, f"{kind} places without")


@check
def book_status_holders(facts: Facts) -> Iterator[Finding]:
    """Status holders go from the giver of places to their taker, at the rate of the scenario."""
    rules = facts.settings.exchanging
    rate = rules.places_per_status_holder
    books = {one.code: one for one in facts.result.status_holders}
    moved: dict[str, int] = {}
    places: dict[tuple[str, str], int] = {}
    for exchange in facts.result.exchanges:
        if not exchange.status_holders:
            continue
        name = f"book_status_holders[{exchange.id}]"
        worth = None if rate is None else exchange.status_holders * rate
        yield same(name, worth, exchange.places, "places that its status holders are worth")
        if not exchange.counts:
            continue
        for code, sign in ((exchange.taker, 1), (exchange.giver, -1)):
            moved[code] = moved.get(code, 0) + sign * exchange.status_holders
            key = code, exchange.kind
            places[key] = places.get(key, 0) + sign * exchange.places
    inside = sorted(moved.keys() & facts.municipalities.keys())
    yield same("book_status_holders", sorted(books), inside, "whose books are kept")
    for code in sorted(books.keys() & moved.keys() & facts.municipalities.keys()):
        book, name = books[code], f"book_status_holders[{code}]"
        stated = rules.status_holders
        before = stated.get(code, 0) if stated else None
        after = None if before is None else before + moved[code]
        yield same(name, book.before, before, "status holders before")
        yield same(name, book.change, moved[code], "status holders moved")
        yield same(name, book.after, after, "status holders after")
        for kind in KINDS:
            counts, had = book.places_after.of(kind), book.places_before.of(kind)
            yield same(name, counts, facts.municipalities[code].counted.of(kind), f"{kind} after")
            yield same(name, had, counts - places.get((code, kind), 0), f"{kind} before")


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
            window is None or _covers(window.from_, window.until, rule)
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
        kind: Kind = "amv" if division.kind == "amv" else "regular"
        candidates = [facts.municipalities[claim.code] for claim in division.claims]
        shares = {one.code: one.share.of(kind) for one in candidates}
        own = {one.code: one.counted.of(kind) - one.pooled.of(kind) for one in candidates}
        lacks = {code: max(0, shares[code] - own[code]) for code in shares}
        expected = lacks if any(lacks.values()) else shares
        expected = expected if any(expected.values()) else dict.fromkeys(shares, 1)
        for claim in division.claims:
            name = f"split_pooled[{division.area}.{claim.code}.{division.kind}]"
            yield same(name, claim.weight, expected[claim.code], "what the split is pro rata to")


@check
def add_counted(facts: Facts) -> Iterator[Finding]:
    """What a municipality counts is its offers, exchanges and parts of pledges together."""
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


def _in_time(one: OfferResult | ExchangeResult, rule: Counting) -> bool:
    return _covers(one.from_, one.until, rule)


def _covers(first: date | None, last: date | None, rule: Counting) -> bool:
    start, end = first or date.min, last or date.max
    if rule.available is not None:
        asked_first, asked_last = rule.available.period
        if start > asked_first or end < asked_last:
            return False
    if not rule.minimum_months:
        return True
    if first is None:
        return False
    if end == date.max:
        return True
    # The day after the last one must reach the first day after so many whole months.
    years, month = divmod(first.year * 12 + first.month - 1 + rule.minimum_months, 12)
    if years > date.max.year:
        return False
    day = min(first.day, monthrange(years, month + 1)[1])
    return date.fromordinal(end.toordinal() + 1) >= date(years, month + 1, day)
