# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The counting rule: why an offer does not count, one function a reason.

Each function returns the sentence that reports print, or None when the offer passes.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from models.offer import Offer, Status, Window
from models.places import Kind
from models.scenario import Counting

Site = tuple[str, str, Kind]


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


def window_is_too_small(window: Window, rule: Counting) -> str | None:
    """Places count if they are available on all days that the rule asks."""
    if rule.available is None or window.covers(*rule.available.period):
        return None
    first, last = rule.available.period
    asked = f"on {first}" if first == last else f"from {first} to {last}"
    return f"available from {window}, not {asked}"


def window_is_too_short(window: Window, rule: Counting) -> str | None:
    """Places count if they stay long enough (Decree, art. 1.1: durable is five years)."""
    if not rule.minimum_months or (window.from_ and window.until is None):
        return None
    if window.from_ is None or window.until is None:
        return f"its first day is not known, so {rule.minimum_months} months are not shown"
    end = months_later(window.from_, rule.minimum_months)
    if end is not None and window.until >= end - timedelta(days=1):
        return None
    return f"available from {window}, less than {rule.minimum_months} months"


def site_is_too_small(offer: Offer, rule: Counting, sizes: Mapping[Site, int]) -> str | None:
    """Places count if their site is large enough, all its accepted places of the kind together."""
    size, minimum = sizes.get(site_of(offer), 0), rule.minimum_site.of(offer.kind)
    return f"a site of {size} {offer.kind} places, less than {minimum}" if size < minimum else None


def site_of(offer: Offer) -> Site:
    """The site of an offer; a row that names none is a site of its own."""
    return offer.municipality, offer.site or offer.row, offer.kind


def months_later(day: date, months: int) -> date | None:
    """The same day so many months later, the last day of a shorter month; None after the last year.

    Some calendar has to end: that of Python does with the year 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
