# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The check of windows: which days an offer covers, and whether it lasts long enough."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allocator.verification.windows import covers
from models.counting import Counting

FIRST, LAST = date(2025, 7, 1), date(2026, 2, 1)
PERIOD = Counting.model_validate({"available": {"from": FIRST, "until": LAST}})
DAY = timedelta(days=1)


def lasting(months: int) -> Counting:
    return Counting(minimum_months=months)


@pytest.mark.parametrize(
    ("first", "last", "in_it"),
    [
        (FIRST, LAST, True),
        (FIRST + DAY, LAST, False),
        (FIRST, LAST - DAY, False),
        (FIRST - DAY, LAST + DAY, True),
        (FIRST, None, True),
        (None, LAST, True),
        (None, None, True),
        (None, LAST - DAY, False),
        (FIRST + DAY, None, False),
    ],
)
def test_a_window_has_to_cover_the_period_both_ends_included(first, last, in_it):
    assert covers(first, last, PERIOD) == in_it


def test_without_a_rule_every_window_will_do():
    assert covers(FIRST, FIRST, Counting())
    assert covers(None, None, Counting())


@pytest.mark.parametrize(
    ("first", "last", "months", "lasts"),
    [
        # A whole month ends on the day before the same day of the next.
        (date(2025, 3, 15), date(2025, 4, 14), 1, True),
        (date(2025, 3, 15), date(2025, 4, 13), 1, False),
        (date(2025, 3, 15), date(2025, 5, 13), 2, False),
        # Over the end of a year, and from and to its first and last month.
        (date(2025, 12, 1), date(2025, 12, 31), 1, True),
        (date(2025, 12, 1), date(2025, 12, 30), 1, False),
        (date(2025, 1, 1), date(2025, 11, 30), 11, True),
        (date(2025, 1, 1), date(2025, 11, 29), 11, False),
        (date(2025, 2, 1), date(2025, 12, 31), 11, True),
        (date(2025, 1, 1), date(2029, 12, 31), 60, True),
        (date(2025, 1, 1), date(2029, 12, 30), 60, False),
        # No 31 April: the month is over on its last day. In a leap year February has 29.
        (date(2025, 3, 31), date(2025, 4, 30), 1, True),
        (date(2025, 3, 31), date(2025, 4, 29), 1, False),
        (date(2024, 1, 31), date(2024, 2, 29), 1, True),
        (date(2024, 1, 31), date(2024, 2, 28), 1, False),
        (date(2025, 1, 31), date(2025, 2, 28), 1, True),
        (date(2025, 1, 31), date(2025, 3, 30), 2, True),
        (date(2025, 1, 31), date(2025, 3, 29), 2, False),
        # Without an end it lasts; without a beginning nobody can tell.
        (date(2025, 1, 1), None, 1200, True),
        (None, date(2099, 1, 1), 1, False),
        (None, None, 1, False),
        # Beyond what a calendar holds: its last day is how registers write no end.
        (date(9990, 1, 1), date(9999, 12, 30), 120, False),
        (date(9990, 1, 1), date(9999, 12, 31), 132, True),
        (date(9990, 1, 1), None, 132, True),
        (date(9998, 12, 1), date(9999, 12, 30), 12, True),
        (date(9999, 1, 1), date(9999, 12, 30), 11, True),
        (date(9999, 1, 2), date(9999, 12, 30), 12, False),
    ],
)
def test_a_window_has_to_last_for_whole_months(first, last, months, lasts):
    assert covers(first, last, lasting(months)) == lasts


def test_a_window_has_to_last_and_to_cover_the_period():
    both = Counting(available=PERIOD.available, minimum_months=12)
    assert not covers(FIRST, LAST, both)
    assert not covers(FIRST + DAY, None, both)
    assert covers(FIRST, None, both)


@settings(derandomize=True, database=None)
@given(
    first=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    days=st.integers(0, 2000),
    months=st.integers(1, 48),
)
def test_a_day_and_a_month_more_or_less_change_the_answer_one_way_only(first, days, months):
    last = first + timedelta(days=days)
    if covers(first, last, lasting(months)):
        assert covers(first, last + DAY, lasting(months))
        assert covers(first, last, lasting(months - 1))
        # A month has 28 to 31 days.
        assert days + 1 >= 28 * months
    else:
        assert days + 1 < 31 * months
