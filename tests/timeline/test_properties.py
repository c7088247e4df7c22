# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The timeline by events is the same as counting every day for itself."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.fault import InputError
from models.offer import Window
from tests.timeline.small import (
    ALMELO,
    BORNE,
    DRONTEN,
    KAMPEN,
    OVERIJSSEL,
    exchange,
    known,
    line,
    offer,
    told,
)

START = date(2025, 11, 1)
EVERYBODY = (ALMELO, BORNE, DRONTEN, KAMPEN)
OUTSIDE = "GM0363"  # Amsterdam
CODES = st.sampled_from(EVERYBODY)
KIND = st.sampled_from(["regular", "amv"])
PLACES = st.integers(1, 4000)
DAY = st.none() | st.integers(0, 400).map(lambda days: str(START + timedelta(days=days)))


@st.composite
def windows(draw):
    first, last = draw(DAY), draw(DAY)
    return (last, first) if first and last and last < first else (first, last)


@st.composite
def offers(draw):
    first, last = draw(windows())
    status = draw(st.sampled_from(["guaranteed", "likely", "intended"]))
    return offer(draw(CODES), draw(PLACES), first, last, kind=draw(KIND), status=status)


@st.composite
def few_offers(draw):
    """Offers that are often alike: of the same end, and as good as one another."""
    places, last = draw(st.integers(1, 2)), draw(st.sampled_from(["2026-02-10", "2026-02-20"]))
    return offer(draw(CODES), places, None, last, kind=draw(KIND))


@st.composite
def exchanges(draw, most):
    """Agreements that may stand side by side: who gives a kind takes none of it, and none is twice.

    Each has an id of its own, as a file of exchanges asks.
    """
    givers = {kind: draw(st.sets(CODES, max_size=3)) for kind in ("regular", "amv")}

    @st.composite
    def agreed(draw):
        kind = draw(KIND)
        giver = draw(st.sampled_from(sorted(givers[kind] | {OUTSIDE})))
        taker = draw(st.sampled_from(sorted(set(EVERYBODY) - givers[kind])))
        lasting = draw(st.booleans())
        return exchange(giver, taker, draw(PLACES), draw(DAY), kind=kind, extendable=lasting)

    def ends(one):
        return one.giver, one.taker, one.kind, one.places

    some = draw(st.lists(agreed(), max_size=most, unique_by=ends))
    return [one.model_copy(update={"id": f"swap-{number}"}) for number, one in enumerate(some)]


def once_there(swaps):
    """Offers of long ago of what is given: without any these agreements would be refused."""
    given = Counter()
    for one in swaps:
        given[one.giver, one.kind] += one.places
    return [
        offer(code, places, None, "2023-12-31", kind=kind)
        for (code, kind), places in sorted(given.items())
        if code != OUTSIDE
    ]


def covers(window: Window, day: date) -> bool:
    return not (window.from_ and day < window.from_) and not (window.until and window.until < day)


@settings(max_examples=150, deadline=None)
@given(st.lists(offers(), max_size=8), exchanges(most=3))
def test_every_area_on_every_day(some, swaps):
    some = [*some, *once_there(swaps)]
    answer = told(*some, exchanges=tuple(swaps), first=str(START), months=14)
    where = {one.code: (one.region, one.province) for one in known()[0].municipalities}
    for number, day in enumerate(answer.days):
        has: Counter[tuple[str, str]] = Counter()
        moves = [
            (one.municipality, one.kind, one.places)
            for one in some
            if one.status != "intended" and covers(one.window, day)
        ]
        for one in swaps:
            if covers(one.window, day):
                moves += [(one.taker, one.kind, one.places), (one.giver, one.kind, -one.places)]
        for code, kind, places in moves:
            for area in (code, *where.get(code, ())):
                has[area, kind] += places
        for one in answer.lines:
            regular, amv = has[one.code, "regular"], has[one.code, "amv"]
            assert one.available.regular[number] == regular
            assert one.available.amv[number] == amv
            assert one.available.total[number] == regular + amv
            assert one.gap.total[number] == max(0, one.task.total - regular - amv)
            assert one.gap.amv[number] == max(0, one.task.amv - amv)


@settings(max_examples=60, deadline=None)
@given(st.lists(offers(), min_size=1, max_size=6), exchanges(most=2))
def test_an_extension_closes_what_the_timeline_of_the_longer_contract_closes(some, swaps):
    def asked(contracts, agreed):
        return told(*contracts, exchanges=tuple(agreed), first=str(START), months=14)

    some = [*some, *once_there(swaps)]
    before = asked(some, swaps)
    province = line(before, OVERIJSSEL)
    for found in before.extensions:
        if found.province != OVERIJSSEL:
            continue
        for option in found.options:
            everything = [*some, *swaps]
            one = everything[option.contract]
            pair = [(each.giver, each.taker) for each in swaps]
            if option.contract >= len(some) and pair.count((one.giver, one.taker)) > 1:
                continue  # what follows on between the same two is not lost: see test_stays.py
            longer = Window.model_validate({"from": one.window.from_, "until": before.last})
            everything[option.contract] = one.model_copy(update={"window": longer})
            after = line(asked(everything[: len(some)], everything[len(some) :]), OVERIJSSEL)
            gaps, then = province.gap.of(found.of), after.gap.of(found.of)
            at = before.days.index(province.shortness(found.of).largest.on)
            assert gaps[at] - then[at] == option.closes
            assert sum(gaps) - sum(then) == option.place_months


@settings(max_examples=100, deadline=None)
@given(st.lists(offers(), max_size=5), exchanges(most=3))
def test_who_never_has_what_it_gives_is_refused_and_nobody_else(some, swaps):
    most: dict[tuple[str, ...], int] = {}
    days = [START + timedelta(days=number) for number in range(-1, 403)]
    for day, whose, kind in product(days, EVERYBODY, ("regular", "amv")):
        running = [
            one for one in swaps
            if (one.giver, one.kind) == (whose, kind) and covers(one.window, day)
        ]  # fmt: skip
        has = sum(
            one.places for one in some
            if (one.municipality, one.kind) == (whose, kind)
            and one.status != "intended"
            and covers(one.window, day)
        )  # fmt: skip
        # On this day some run together, and so does each part of them.
        for size in range(1, len(running) + 1):
            for together in combinations(running, size):
                names = tuple(one.id for one in together)
                most[names] = max(most.get(names, 0), has)
    places = {one.id: one.places for one in swaps}
    never = any(has < sum(places[name] for name in names) for names, has in most.items())
    if never:
        with pytest.raises(InputError) as refused:
            told(*some, exchanges=tuple(swaps), first=str(START), months=2)
        assert {fault.code for fault in refused.value.faults} == {"over-lending"}
    else:
        told(*some, exchanges=tuple(swaps), first=str(START), months=2)


def in_words(answer, numbers):
    """Contracts by what they say: their numbers and rows follow from the order of the rows."""
    return [answer.contracts[number].model_copy(update={"row": ""}) for number in numbers]


def ends(answer):
    gone = [one.gone_from for one in answer.endings]
    return in_words(answer, [one.contract for one in answer.endings]), gone


def closings(answer):
    return [
        (
            one.province,
            one.of,
            in_words(answer, [option.contract for option in one.options]),
            [(option.closes, option.place_months) for option in one.options],
            in_words(answer, one.as_good),
        )
        for one in answer.extensions
    ]


@settings(max_examples=80, deadline=None)
@given(st.lists(offers() | few_offers(), max_size=6), st.randoms())
def test_the_order_of_the_rows_changes_nothing_but_the_rows(some, luck):
    mixed = list(some)
    luck.shuffle(mixed)
    one, other = told(*some), told(*mixed)
    assert one.lines == other.lines
    assert ends(one) == ends(other)
    assert closings(one) == closings(other)
