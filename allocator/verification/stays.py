# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The twin of stays: how many places of one site and kind count by their windows, and where.

Stays are built by levels. Here every first day is tried with every last day after it: the fewest
places on any day between them are there all that time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from allocator.verification.windows import covers
from models.counting import Counting
from models.offer import Phase

DAY = timedelta(days=1)
Days = tuple[date, date]


@dataclass(frozen=True)
class Row:
    """Places of one contract.

    Attributes:
        first: None where it is not known.
        last: None for an indefinite time.
        places: as offered.
        most: of them that can count.
    """

    name: str
    first: date | None
    last: date | None
    places: int
    most: int

    @property
    def days(self) -> Days:
        """The first and the last day, of the calendar where it is open."""
        return self.first or date.min, self.last or date.max


@dataclass
class Expected:
    """What has to come of the rows of one site (or of one pair that exchanges) and kind.

    Attributes:
        places: that pass, as offered.
        counted: that count.
        whole: per row that is judged by itself what counts of it.
        joint: the rows that are judged as one.
        holders: of those the ones that run on the first day, in which the places count.
    """

    places: int = 0
    counted: int = 0
    whole: dict[str, int] = field(default_factory=dict)
    joint: set[str] = field(default_factory=set)
    holders: set[str] = field(default_factory=set)


def less_margin(places: int, phase: Phase | None, rule: Counting) -> int:
    """Places of an offer that can count, by how far it is: rounded down."""
    part = getattr(rule.margin, phase) if phase else Fraction(1)
    return int(places * part.numerator // part.denominator)


def expected_of(rows: Sequence[Row], rule: Counting) -> Expected:
    """What of some rows has to count.

    Args:
        rows: of one site and kind, of which the statuses are accepted.
        rule: the settings.
    """
    alone = [row for row in rows if covers(row.first, row.last, rule)]
    others = [one for row in rows if row not in alone for one in _dated(row, rule)]
    size, period = _most_together(others, rule)
    together = _fewest(others, period) if period else 0
    stays = [(row.days, row.most) for row in alone] + ([(period, together)] if period else [])
    best, day = 0, None
    for start in sorted(first for (first, _), _ in stays):
        there = sum(most for (first, last), most in stays if first <= start <= last)
        if day is None or there > best:
            best, day = there, start
    found = Expected(counted=best)
    if day is None:
        return found
    for row in alone:
        if row.days[0] <= day <= row.days[1]:
            found.whole[row.name] = row.most
            found.places += row.places
    if period and period[0] <= day <= period[1]:
        found.places += size
        for row in others:
            if row.places and row.days[0] <= period[1] and row.days[1] >= period[0]:
                found.joint.add(row.name)
                if row.days[0] <= period[0] <= row.days[1]:
                    found.holders.add(row.name)
    return found


def _dated(row: Row, rule: Counting) -> Iterator[Row]:
    """A row as far as somebody can tell how long it has been there."""
    known = row.first is not None or (not rule.minimum_months and rule.durable is None)
    if known:
        yield row
    elif rule.durable and not rule.minimum_months and row.days[1] >= rule.durable.from_:
        yield Row(row.name, rule.durable.from_, row.last, row.places, row.most)


def _most_together(rows: Sequence[Row], rule: Counting) -> tuple[int, Days | None]:
    """The most places that are there through a period that passes, and the first such period."""
    starts = sorted({row.days[0] for row in rows} | _after(rows))
    if len(rows) <= 1:
        return 0, None
    ends = [start - DAY for start in starts[1:]] + [date.max]
    has = [sum(row.places for row in rows if _covers(row, day)) for day in starts]
    best = 0
    for at, first in enumerate(starts):
        fewest = has[at]
        for to in range(at, len(starts)):
            fewest = min(fewest, has[to])
            if fewest <= best:
                break
            if covers(None if first == date.min else first, ends[to], rule):
                best = fewest
    if not best:
        return 0, None
    found: list[Days] = []
    for at, first in enumerate(starts):
        if has[at] >= best:
            goes_on = at and has[at - 1] >= best
            found[-1:] = [(found[-1][0], ends[at])] if goes_on else [*found[-1:], (first, ends[at])]
    passing = [one for one in found if covers(None if one[0] == date.min else one[0], one[1], rule)]
    return best, passing[0]


def _covers(row: Row, day: date) -> bool:
    return row.days[0] <= day <= row.days[1]


def _after(rows: Sequence[Row]) -> set[date]:
    """The first days without a row, of those that end."""
    return {row.days[1] + DAY for row in rows if row.days[1] < date.max}


def _fewest(rows: Sequence[Row], period: Days) -> int:
    """The fewest places that can count on any day of a period."""
    days = {period[0], *(row.days[0] for row in rows), *_after(rows)}
    return min(
        sum(row.most for row in rows if _covers(row, day))
        for day in days
        if period[0] <= day <= period[1]
    )
