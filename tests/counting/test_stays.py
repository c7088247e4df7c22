# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contracts of one site that follow one another are the same places, and count once."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allocator.counting.stays import span_of, standing_of
from allocator.verification.stays import Row, expected_of
from models.counting import Counting
from models.offer import Window
from tests.counting.test_counting import counted, run

START = date(2025, 1, 1)
PERIOD = {"available": {"from": "2025-07-01", "until": "2026-02-01"}}


def standing(rule: dict, *rows: tuple[int, str | None, str | None]):
    """What counts of each of some rows of one site."""
    spans = [
        span_of(Window.model_validate({"from": first, "until": last}), places, places, str(number))
        for number, (places, first, last) in enumerate(rows)
    ]
    found = standing_of(spans, Counting.model_validate(rule))
    return [found[str(number)].counted for number in range(len(rows))]


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        # One contract after the other; and with a day between them.
        ([(100, None, "2025-12-31"), (100, "2026-01-01", None)], [100, 0]),
        ([(100, None, "2025-12-30"), (100, "2026-01-01", None)], [0, 0]),
        # Fewer go on, or more: so many are there on every day.
        ([(100, None, "2025-12-31"), (60, "2026-01-01", None)], [60, 0]),
        ([(60, None, "2025-12-31"), (100, "2026-01-01", None)], [60, 0]),
        # Into two others, and three in a row.
        ([(100, None, "2025-12-31"), (60, "2026-01-01", None), (30, "2026-01-01", None)],
         [90, 0, 0]),
        ([(50, None, "2025-08-31"), (50, "2025-09-01", "2025-12-31"), (50, "2026-01-01", None)],
         [50, 0, 0]),
        # What is there all the time counts by itself.
        ([(300, None, None), (100, None, "2025-12-31"), (100, "2026-01-01", None)], [300, 100, 0]),
        # They overlap: on every day there are a hundred.
        ([(100, None, "2025-12-31"), (100, "2025-12-01", None)], [100, 0]),
    ],
)  # fmt: skip
def test_what_goes_on_in_the_next_contract_is_there_all_the_time(rows, counts):
    assert standing(PERIOD, *rows) == counts


def test_years_add_up_over_contracts_and_a_row_that_lasts_by_itself_is_never_less():
    durable = {"minimum_months": 60}
    first, second = (80, "2024-01-01", "2026-12-31"), (80, "2027-01-01", "2028-12-31")
    assert standing(durable, first, second) == [80, 0]
    assert standing(durable, first, (80, "2027-01-01", "2028-12-30")) == [0, 0]
    # Both last by themselves, and overlap: neither is cut into layers.
    assert standing(durable, (5, "2020-01-01", "2025-06-30"), (7, "2024-01-01", None)) == [5, 7]
    # Both last by themselves, one after the other: the same places, once.
    assert standing(durable, (5, "2010-01-01", "2019-12-31"), (7, "2020-01-01", None)) == [0, 7]
    # Since when the first is there is not known, but the others make five years.
    rows = [(9, None, "2023-12-31"), (9, "2024-01-01", "2026-12-31"), (9, "2027-01-01", None)]
    assert sum(standing(durable, *rows)) == 9


DAYS = st.none() | st.integers(0, 60).map(lambda days: str(START + timedelta(days=30 * days)))


@st.composite
def some_rows(draw):
    found = []
    for _ in range(draw(st.integers(1, 6))):
        first, last = draw(DAYS), draw(DAYS)
        if first and last:
            first, last = min(first, last), max(first, last)
            # Contracts that follow one another to the day are the case.
            last = str(date.fromisoformat(last) + timedelta(days=29))
        found.append((draw(st.integers(0, 4)), first, last))
    return found


RULES = st.sampled_from(
    [
        {},
        PERIOD,
        {"minimum_months": 12},
        {**PERIOD, "minimum_months": 18},
        {"durable": {"from": "2026-01-01", "years": 1}},
        {"durable": {"from": "2026-01-01", "years": 2, "measured": "ahead"}},
    ]
)


@settings(max_examples=300, deadline=None)
@given(RULES, some_rows())
def test_the_twin_counts_as_many_and_no_order_of_rows_decides(rule, rows):
    counts = standing(rule, *rows)
    twins = [
        Row(str(number), *(end and date.fromisoformat(end) for end in ends), places, places)
        for number, (places, *ends) in enumerate(rows)
    ]
    expected = expected_of(twins, Counting.model_validate(rule))
    assert sum(counts) == expected.counted
    for number, found in enumerate(counts):
        if found:
            assert str(number) in {*expected.whole, *expected.holders}
    for order in list(permutations(range(len(rows))))[:24]:
        again = standing(rule, *(rows[number] for number in order))
        assert sum(again) == sum(counts)


@pytest.mark.parametrize(
    "other",
    [
        "Cafe\N{COMBINING ACUTE ACCENT}",
        "Café\N{ZERO WIDTH SPACE}",
        " Café  ",
        "Ca\N{SOFT HYPHEN}fé",
    ],
)
def test_spellings_that_look_alike_are_one_site(tmp_path, other):
    rows = f"Almelo,Café,regular,60,,,guaranteed\nAlmelo,{other},regular,61,,,guaranteed\n"
    rule = "counting: {minimum_site: {regular: 100}}"
    assert counted(run(tmp_path, rows, rule), "Almelo") == (121, 0)


def test_the_run_counts_what_the_timeline_shows(tmp_path):
    rows = (
        "Almelo,X,regular,100,2024-01-01,2025-12-31,guaranteed\n"
        "Almelo,X,regular,100,2026-01-01,,guaranteed\n"
    )
    period = "counting: {available: {from: 2025-07-01, until: 2026-02-01}}"
    found = run(tmp_path, rows, period)
    assert counted(found, "Almelo") == (100, 0)
    assert [one.counts for one in found.offers] == [True, False]
    assert found.offers[0].reason == (
        "guaranteed; available from 2024-01-01 to 2025-12-31; judged as one with offers.csv:3, "
        "together available from 2024-01-01 to no end date"
    )
    assert found.offers[1].reason.endswith("; its places count with offers.csv:2")
    assert found.offers[1].against == "stay"
