# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The twin of the rule on windows, which offers, pledges and exchanges share."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from models.result import ExchangeResult, OfferResult
from models.scenario import Counting


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
    if not rule.minimum_months:
        return True
    if first is None:
        return False
    if last is None:
        return True
    # The day after the last one must reach the first day after so many whole months.
    years, month = divmod(first.year * 12 + first.month - 1 + rule.minimum_months, 12)
    if years > date.max.year:
        return False
    day = min(first.day, monthrange(years, month + 1)[1])
    return date.fromordinal(end.toordinal() + 1) >= date(years, month + 1, day)
