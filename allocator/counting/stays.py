# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which places of a row count by their windows: by itself, or in what follows at the same site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from allocator.counting.rules import durable_by, window_fails
from models.counting import Counting
from models.offer import Window
from models.stay import Span, Stay, stays_of


@dataclass(frozen=True, slots=True)
class Standing:
    """What of one row counts by the windows of its site.

    Attributes:
        places: of them that stand there through a stay that passes, as offered.
        counted: the part that counts, of those and in this row.
        rows: of the stay that it is part of, if others are as well, the first to begin first.
        beside: a row of the stays that count instead, at another time; empty where none does.
        window: of the whole stay.
    """

    places: int = 0
    counted: int = 0
    rows: tuple[str, ...] = ()
    beside: str = ""
    window: Window | None = None


def standing_of(spans: Sequence[Span], rule: Counting) -> dict[str, Standing]:
    """Per row of one site (or of one agreement) and kind what of it counts by the windows.

    Args:
        spans: the rows that nothing else speaks against.
        rule: the settings.
    """

    def passes(first: date, last: date) -> bool:
        return window_fails(days(first, last), rule) is None

    stays = stays_of(spans, passes, lambda span: _known(span, rule))
    found = {row: one for stay in stays for row, one in _of_stay(stay).items()}
    best = stays[0].spans[0].row if stays else ""
    for span in spans:
        if span.row not in found:
            another = best if passes(span.first, span.last) else ""
            found[span.row] = Standing(beside=another)
    return found


def _of_stay(stay: Stay) -> dict[str, Standing]:
    held = stay.held()
    rows = tuple(span.row for span in stay.spans)
    # The places of a stay belong to its first contract: how large a site is, is counted once.
    first = next((row for row in rows if row in held), rows[0])
    return {
        row: Standing(
            places=stay.places if row == first else 0,
            counted=held.get(row, 0),
            rows=rows if len(rows) > 1 else (),
            window=days(stay.first, stay.last),
        )
        for row in rows
    }


def _known(span: Span, rule: Counting) -> Span | None:
    """The days of a contract that can be shown; where its first day is not known, those from then.

    Months cannot be counted from a day that nobody knows; years can from the reference day.
    """
    if span.first > date.min or not (rule.minimum_months or rule.durable):
        return span
    if rule.minimum_months or rule.durable is None or span.last < rule.durable.from_:
        return None
    return span._replace(first=rule.durable.from_)


def span_of(window: Window, places: int, counted: int, row: str) -> Span:
    """A window as days that can be compared: open ends are those of the calendar."""
    return Span(window.from_ or date.min, window.until or date.max, places, counted, row)


def days(first: date, last: date) -> Window:
    """The days as a window; the ends of the calendar are open."""
    return Window.model_construct(
        from_=None if first == date.min else first, until=None if last == date.max else last
    )


def durable_branch(window: Window, rule: Counting) -> str:
    """How a window meets article 2(3) of the Act, as reports print it; empty if nobody asks."""
    asked = rule.durable
    if asked is None:
        return ""
    branch = durable_by(window, asked)
    said = {
        "available": f"available on {asked.from_} for {asked.years} years or longer",
        "coming": f"coming available for {asked.years} years or longer within "
        f"{asked.within_months} months after {asked.from_}",
    }
    return said[branch] if branch else ""
