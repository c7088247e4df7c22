# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The counting rule on statuses and windows: why an offer does not count, one function a reason.

Each function returns the sentence that reports print, or None when the offer passes.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from models.counting import Counting, Durable
from models.offer import Offer, Status, Window

ONE_DAY = timedelta(days=1)
MONTHS_OF_A_YEAR = 12


def plan_is_not_realised(offer: Offer) -> str | None:
    """A plan that the scenario takes as not realised gives no places."""
    if offer.change is None or offer.change.realised:
        return None
    return f"not realised by {offer.change.row}; the file has {offer.change.places} places"


def status_is_not_accepted(status: Status, rule: Counting) -> str | None:
    """Only places of certain statuses count (letter of 20 December 2024: promising ones too)."""
    if status in rule.statuses:
        return None
    return f"{status} places do not count here, only {' and '.join(rule.statuses)}"


def window_fails(window: Window, rule: Counting) -> str | None:
    """The first reason against a window."""
    return (
        window_is_too_small(window, rule)
        or window_is_too_short(window, rule)
        or window_is_not_durable(window, rule)
    )


def window_is_too_small(window: Window, rule: Counting) -> str | None:
    """Places count if they are available on all days that the rule asks."""
    if rule.available is None or window.covers(*rule.available.period):
        return None
    first, last = rule.available.period
    asked = f"on {first}" if first == last else f"from {first} to {last}"
    return f"available from {window}, not {asked}"


def window_is_too_short(window: Window, rule: Counting) -> str | None:
    """Places count if they stay long enough (Decree, art. 1.1: durable is five years)."""
    if not rule.minimum_months:
        return None
    if window.from_ is None:
        return f"its first day is not known, so {rule.minimum_months} months are not shown"
    if _lasts(window.from_, window.until, rule.minimum_months):
        return None
    return f"available from {window}, less than {rule.minimum_months} months"


def window_is_not_durable(window: Window, rule: Counting) -> str | None:
    """Durable places lower the task, those that come available within twelve months too.

    Act, art. 2(3): "voor vijf jaar of langer beschikbaar is of in de daaropvolgende twaalf maanden
    voor die periode beschikbaar zal komen".
    """
    asked = rule.durable
    if asked is None or durable_by(window, asked):
        return None
    if window.from_ and window.from_ > coming_by(asked):
        return f"it comes on {window.from_}, later than {coming_by(asked)}"
    if window.until and window.until < asked.from_:
        return f"it ended on {window.until}, before {asked.from_}"
    first = _measured_from(window, asked)
    return f"it ends on {window.until}, less than {asked.years} years from {first}"


def durable_by(window: Window, asked: Durable) -> Literal["available", "coming"] | None:
    """By which branch of article 2(3) of the Act a window is durable; None if by neither."""
    first = _measured_from(window, asked)
    if not _lasts(first, window.until, asked.years * MONTHS_OF_A_YEAR):
        return None
    if window.covers(asked.from_, asked.from_):
        return "available"
    coming = window.from_ is not None and asked.from_ < window.from_ <= coming_by(asked)
    return "coming" if coming else None


def _lasts(first: date, until: date | None, months: int) -> bool:
    """Whether so many whole months lie between two days, both included.

    The last day of the calendar, 9999-12-31, is how registers write that there is no end.
    """
    return until is None or until == date.max or last_day(first, months) <= until


def coming_by(asked: Durable) -> date:
    """The last day on which places may come available."""
    return months_later(asked.from_, asked.within_months)


def _measured_from(window: Window, asked: Durable) -> date:
    """The day from which the years are counted: where the first day is not known, the reference."""
    ahead = asked.measured == "ahead" and window.from_ is not None and window.from_ < asked.from_
    return asked.from_ if window.from_ is None or ahead else window.from_


def last_day(first: date, months: int) -> date:
    """The last of so many whole months that begin on a day; that of the calendar at the latest.

    It is the day before the same day of a later month; where that month has no such day, its last
    day (Hoge Raad, 1 September 2017, ECLI:NL:HR:2017:2225: a term in months ends on the day of the
    same number, or at the end of a month that is too short for it).
    """
    year, month = _months_on(first, months)
    if year > date.max.year:
        return date.max
    length = monthrange(year, month)[1]
    if first.day > length:
        return date(year, month, length)
    return date(year, month, first.day) - ONE_DAY


def months_later(day: date, months: int) -> date:
    """The same day so many months later, the last day of a shorter month or of the calendar."""
    year, month = _months_on(day, months)
    if year > date.max.year:
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _months_on(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * MONTHS_OF_A_YEAR + day.month - 1 + months, MONTHS_OF_A_YEAR)
    return year, month + 1
