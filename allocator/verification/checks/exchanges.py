# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twins of the rules of an exchange: whether it counts, its condition, what falls with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts
from allocator.verification.lending import most_while
from allocator.verification.pledges import pro_rata_to_lacks
from allocator.verification.stays import Expected, Row, expected_of
from allocator.verification.windows import in_time
from models.exchange import CALLED, PEOPLE, People
from models.places import KINDS, Kind
from models.result import ExchangeResult, OfferResult


@check
def count_exchanges(facts: Facts) -> Iterator[Finding]:
    """An exchange counts if its window is what the rule asks, and its condition if required."""
    named = [exchange.id for exchange in facts.result.exchanges]
    yield same("count_exchanges", named, list(facts.settings.exchanges), "the exchanges")
    for exchange in facts.result.exchanges:
        name = f"count_exchanges[{exchange.id}]"
        met = [condition.met is True for condition in exchange.conditions]
        required = facts.settings.exchanging.conditions == "require"
        stands = all(met) or not required
        if exchange.counted is None:
            covers = in_time(exchange, facts.settings.counting)
            yield same(name, exchange.counts, covers and stands, "whether it counts")
        else:
            least, most = _between(facts, exchange) if stands else (0, 0)
            said = f"{exchange.counting} places count, from {least} to {most} can"
            yield Finding(name, least <= exchange.counting <= most, said)
            counts = most > 0 and (exchange.counting > 0 or least > 0)
            yield same(name, exchange.counts, counts, "whether it counts")
        yield Finding(name, exchange.giver != exchange.taker, "an exchange with itself")
        ends = "extendable" if exchange.extendable else "final"
        ends = "open" if exchange.until is None else ends
        yield same(name, exchange.end, ends, "what happens after its last day")
        lent_on = _stands(facts, exchange) and _overlapping(facts, exchange)
        yield Finding(name, not lent_on, "gives places that it takes by another exchange")


def _between(facts: Facts, exchange: ExchangeResult) -> tuple[int, int]:
    """How many places of an exchange may count, beside those between the same two."""
    one = facts.once(_expected).get(_pair(exchange), Expected())
    if exchange.id in one.whole:
        return one.whole[exchange.id], one.whole[exchange.id]
    return 0, exchange.places if exchange.id in one.holders else 0


Pair = tuple[str, str, Kind, tuple[bool, ...]]


def _pair(one: ExchangeResult) -> Pair:
    return one.giver, one.taker, one.kind, tuple(one.people(sort) > 0 for sort in PEOPLE)


def _expected(facts: Facts) -> dict[Pair, Expected]:
    """What of the agreements between the same two has to count: they may follow one another."""
    rows: dict[Pair, list[Row]] = {}
    for one in facts.result.exchanges:
        if _stands(facts, one):
            row = Row(one.id, one.from_, one.until, one.places, one.places)
            rows.setdefault(_pair(one), []).append(row)
    return {pair: expected_of(those, facts.settings.counting) for pair, those in rows.items()}


@check
def count_once_what_goes_on(facts: Facts) -> Iterator[Finding]:
    """Agreements between the same two that follow one another count together for one."""
    if any(one.counted is None for one in facts.result.exchanges):
        return
    for pair, expected in facts.once(_expected).items():
        those = [one for one in facts.result.exchanges if _pair(one) == pair]
        name = f"count_once_what_goes_on[{those[0].id}]"
        counted = sum(one.counting for one in those if _stands(facts, one))
        yield same(name, counted, expected.counted, "places that count between both")
        for one in those:
            in_one = one.id in expected.joint and _stands(facts, one)
            listed = sorted(expected.joint) if in_one else []
            yield same(name, sorted(one.stay), listed, "the agreements that are judged as one")


@check
def lend_own(facts: Facts) -> Iterator[Finding]:
    """Nobody lends pledged places or those of others, nor the same ones one after the other."""
    counting = [one for one in facts.result.exchanges if one.counts]
    for code, one in facts.municipalities.items():
        for kind in KINDS if any(each.giver == code for each in counting) else ():
            taken = sum(
                each.counting for each in counting if (each.taker, each.kind) == (code, kind)
            )
            left = one.counted.of(kind) - one.pooled.of(kind) - taken
            message = f"lends {-left} {kind} places more than it has of its own"
            yield Finding(f"lend_own[{code}.{kind}]", left >= 0, message)
    if facts.settings.counting.available is None:
        standing = [one for one in facts.result.exchanges if _stands(facts, one)]
        for first, second in combinations(standing, 2):
            same_places = (first.giver, first.kind) == (second.giver, second.kind)
            in_one = first.counted is not None and _pair(first) == _pair(second)
            holds = not same_places or in_one or _share_a_day(first, second)
            said = f"may be the same places as {second.id}, after it or before"
            yield Finding(f"lend_own[{first.id}]", holds, said)


@check
def lend_in_time(facts: Facts) -> Iterator[Finding]:
    """Of what somebody gives it has as much, on a day on which all of that runs."""
    standing = [
        one
        for one in facts.result.exchanges
        if _stands(facts, one) and one.giver in _with_offers(facts)
    ]
    statuses = facts.settings.counting.statuses
    for one in standing:
        given = [each for each in standing if (each.giver, each.kind) == (one.giver, one.kind)]
        offers = [
            each
            for each in facts.result.offers
            if (each.municipality, each.kind) == (one.giver, one.kind) and each.status in statuses
        ]
        gives, has = most_while(one, given, offers)
        message = f"gives {gives} {one.kind} places and has {has} at most"
        yield Finding(f"lend_in_time[{one.id}]", gives <= has, message)
        together = [
            each for each in standing if each.giver == one.giver and _on_first_day(one, each)
        ]
        for people in PEOPLE:
            stated = facts.settings.exchanging.stated(people)
            leave = sum(each.people(people) for each in together)
            enough = not stated or not leave or leave <= stated.get(one.giver, 0)
            said = f"{leave} {CALLED[people][1]} leave together, of {stated.get(one.giver, 0)}"
            yield Finding(f"lend_in_time[{one.id}]", enough, said)


def _on_first_day(one: ExchangeResult, other: ExchangeResult) -> bool:
    """Whether another exchange runs on the first day of one."""
    return (other.from_ or date.min) <= (one.from_ or date.min) <= (other.until or date.max)


def _share_a_day(one: ExchangeResult, other: ExchangeResult) -> bool:
    """Whether both agreements have a day in common."""
    return (other.from_ or date.min) <= (one.until or date.max) and (one.from_ or date.min) <= (
        other.until or date.max
    )


def _stands(facts: Facts, one: ExchangeResult) -> bool:
    """Whether no condition that is required is open or broken; one that has fallen binds nobody."""
    required = facts.settings.exchanging.conditions == "require"
    return not required or all(condition.met for condition in one.conditions)


def _overlapping(facts: Facts, one: ExchangeResult) -> bool:
    """Whether somebody lends on what it takes: both agreements have a day in common."""
    return any(
        _share_a_day(one, each)
        for each in facts.result.exchanges
        if each.taker == one.giver and each.kind == one.kind and _stands(facts, each)
    )


@check
def show_conditions(facts: Facts) -> Iterator[Finding]:
    """A condition on places is met if the offers show them on its day; open if it was promised."""
    statuses = facts.settings.counting.statuses
    for exchange in facts.result.exchanges:
        for condition in exchange.conditions:
            name, code, on = f"show_conditions[{exchange.id}]", condition.municipality, condition.on
            if on is None or code not in _with_offers(facts):
                yield same(name, condition.met, None, "whether it is met")
                yield same(name, condition.shown, None, "places shown")
                continue
            shown = sum(
                offer.places
                for offer in facts.result.offers
                if offer.municipality == code
                and offer.status in statuses
                and (offer.from_ or date.min) <= on <= (offer.until or date.max)
                and not _may_be_exchanged(facts, offer)
            )
            for each in facts.result.exchanges:
                if each.giver == code and (each.from_ or date.min) <= on <= (
                    each.until or date.max
                ):
                    shown -= each.places
            shown = 0 if shown < 0 else shown
            yield same(name, condition.shown, shown, "places shown")
            late = condition.promised_on is not None and condition.promised_on > on
            promised = 0 if late else condition.promised
            expected = None if shown < condition.places <= shown + promised else True
            expected = False if shown + promised < condition.places else expected
            yield same(name, condition.met, expected, "whether it is met")


def _may_be_exchanged(facts: Facts, offer: OfferResult) -> bool:
    """Whether an offer may be the places that its municipality takes: they are not its own."""
    if offer.counted is None:  # an older version did not look at that
        return False
    return any(
        (each.taker, each.kind, each.places) == (offer.municipality, offer.kind, offer.places)
        and (each.from_ or date.min) <= (offer.until or date.max)
        and (offer.from_ or date.min) <= (each.until or date.max)
        for each in facts.result.exchanges
    )


def _with_offers(facts: Facts) -> set[str]:
    """The municipalities of which offers are known: not those of which a report tells, or none."""
    told = {one.area for one in facts.result.reports}
    told |= {one.code for one in facts.result.provinces if not one.known}
    return {code for code, one in facts.municipalities.items() if one.province not in told}


@check
def fall_away(facts: Facts) -> Iterator[Finding]:
    """Without an exchange that counts both ends are counted again, their pledges included."""
    for exchange in facts.result.exchanges:
        change = _change(facts, exchange)
        told = {exchange.taker: exchange.taker_without, exchange.giver: exchange.giver_without}
        for code, without in told.items():
            name = f"fall_away[{exchange.id}.{code}]"
            if code not in facts.municipalities:
                yield same(name, without, None, "what it counts without")
                continue
            for kind in KINDS:
                expected = facts.municipalities[code].counted.of(kind)
                if exchange.counts and kind == exchange.kind:
                    expected += change[code] + _pledged_anew(facts, exchange, code)
                found = None if without is None else without.of(kind)
                yield same(name, found, expected, f"{kind} places without")


def _change(facts: Facts, exchange: ExchangeResult) -> dict[str, int]:
    """What both ends have more if the exchange falls away, before pledges are split anew."""
    moved = {exchange.taker: -exchange.counting, exchange.giver: exchange.counting}
    return {code: places for code, places in moved.items() if code in facts.municipalities}


def _pledged_anew(facts: Facts, exchange: ExchangeResult, code: str) -> int:
    """Its parts of pledges without the exchange, less those that it has with it."""
    names = [
        pledge.name
        for pledge in facts.result.pooled_offers
        if code not in {plan.code for plan in pledge.fallen_through}
    ]
    anew = sum(
        claim.places
        for division in facts.divisions("without")
        if division.without == exchange.id and division.area in names
        for claim in division.claims
        if claim.code == code
    )
    return anew - facts.municipalities[code].pooled.of(exchange.kind)


@check
def split_without(facts: Facts) -> Iterator[Finding]:
    """Without an exchange the pledges of which an end is a candidate are split anew."""
    wanted: dict[tuple[str, str, Kind], int] = {}
    for exchange in facts.result.exchanges:
        change = _change(facts, exchange) if exchange.counts else {}
        for pledge in facts.result.pooled_offers:
            places = pledge.places.of(exchange.kind) if pledge.counts else 0
            if places and set(pledge.candidates) & set(change):
                wanted[pledge.name, exchange.id, exchange.kind] = places
                for division in facts.divisions("without"):
                    if (division.area, division.without) == (pledge.name, exchange.id):
                        codes = [claim.code for claim in division.claims]
                        name = f"split_without[{pledge.name} without {exchange.id}]"
                        yield same(name, codes, sorted(pledge.candidates), "the candidates")
                        yield from pro_rata_to_lacks(facts, "split_without", division, change)
    found = [((one.area, one.without, one.kind), one.total) for one in facts.divisions("without")]
    others = [one.without for one in facts.result.divisions if one.stage != "without"]
    yield same("split_without", sorted(set(others) - {""}), [], "without, of another stage")
    yield same("split_without", sorted(found), sorted(wanted.items()), "what is split anew")


@check
def book_status_holders(facts: Facts) -> Iterator[Finding]:
    """Status holders go from the giver of places to their taker, at the rate of the scenario."""
    yield from _books(facts, "status_holders")


@check
def book_ukrainians(facts: Facts) -> Iterator[Finding]:
    """Ukrainians go from the giver of places to their taker, at the rate of the scenario."""
    yield from _books(facts, "ukrainians")


def _books(facts: Facts, people: People) -> Iterator[Finding]:
    check, more = f"book_{people}", CALLED[people][1]
    rate = facts.settings.exchanging.rate(people)
    books = {one.code: one for one in facts.result.books(people)}
    moved: dict[str, int] = {}
    given: dict[str, int] = {}
    places: dict[tuple[str, str], int] = {}
    for exchange in facts.result.exchanges:
        if not exchange.people(people):
            continue
        name = f"{check}[{exchange.id}]"
        worth = None if rate is None else exchange.people(people) * rate
        yield same(name, worth, exchange.places, f"places that its {more} are worth")
        if not exchange.counts:
            continue
        leave = exchange.people(people) * exchange.counting // max(1, exchange.places)
        given[exchange.giver] = given.get(exchange.giver, 0) + leave
        for code, sign in ((exchange.taker, 1), (exchange.giver, -1)):
            moved[code] = moved.get(code, 0) + sign * leave
            key = code, exchange.kind
            places[key] = places.get(key, 0) + sign * exchange.counting
    inside = sorted(moved.keys() & facts.municipalities.keys())
    yield same(check, sorted(books), inside, "whose books are kept")
    for code in sorted(books.keys() & moved.keys() & facts.municipalities.keys()):
        book, name = books[code], f"{check}[{code}]"
        stated = facts.settings.exchanging.stated(people)
        before = stated.get(code, 0) if stated else None
        gives = given.get(code, 0)
        enough = before is None or gives <= before
        yield Finding(name, enough, f"{gives} {more} leave, of {before}")
        after = None if before is None else before + moved[code]
        yield same(name, book.before, before, f"{more} before")
        yield same(name, book.change, moved[code], f"{more} moved")
        yield same(name, book.after, after, f"{more} after")
        for kind in KINDS:
            counts, had = book.places_after.of(kind), book.places_before.of(kind)
            yield same(name, counts, facts.municipalities[code].counted.of(kind), f"{kind} after")
            yield same(name, had, counts - places.get((code, kind), 0), f"{kind} before")
