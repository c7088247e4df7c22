# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The twin of the rule on windows, which offers, pledges and exchanges share."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from models.counting import Counting, Durable
from models.result import ExchangeResult, OfferResult

YEAR = 12


def in_time(one: OfferResult | ExchangeResult, rule: Counting) -> bool:
    """Whether the window of an offer or exchange is what the counting rule asks."""
    return covers(one.from_, one.until, rule)


def covers(first: date | None, last: date | None, rule: Counting) -> bool:
    """Whether the days from first to last are; an end that is None is open."""
    start, end = first or date.min, last or date.max
    if rule.available is not None:
        asked_first, asked_last = rule.available.period
        if start > asked_first or end < asked_last:
            return False
    if rule.minimum_months and (first is None or not has_months(first, end, rule.minimum_months)):
        return False
    return rule.durable is None or _is_durable(first, end, rule.durable)


def _is_durable(first: date | None, end: date, asked: Durable) -> bool:
    """Whether places last for the years asked, and are there on the day or come soon after it."""
    day = asked.from_
    if first is None or first <= day:
        since = day if first is None or asked.measured == "ahead" else first
        return day <= end and has_months(since, end, asked.years * YEAR)
    months = _number(first) - _number(day)
    soon = months < asked.within_months or (
        months == asked.within_months and first.day <= _day_in(first, day.day)
    )
    return soon and has_months(first, end, asked.years * YEAR)


def _number(day: date) -> int:
    """Its month, numbered through the years."""
    return day.year * YEAR + day.month


def _day_in(month: date, day: int) -> int:
    """The day of that number in a month, or the last one."""
    return min(day, monthrange(month.year, month.month)[1])


def has_months(first: date, end: date, months: int) -> bool:
    """Whether so many whole months lie between two days, both included.

    They are over on the day before the one of the same number; in a month that has none, on its
    last day. What lasts until the end of the calendar has no end.
    """
    if end == date.max:
        return True
    passed = _number(end) - _number(first)
    if passed != months:
        # On the day before the first of a month all of the months before are over.
        last = end.day == monthrange(end.year, end.month)[1]
        return passed > months or (passed == months - 1 and first.day == 1 and last)
    length = monthrange(end.year, end.month)[1]
    return end.day >= (first.day - 1 if first.day <= length else length)
