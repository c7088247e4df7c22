# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Stays: places of one kind that are there from a first to a last day without a gap.

A contract that passes the rule on windows by itself is a stay. The others of the same site are
judged together, for places that go on in the next contract are the same places: the most of them
that stand there on every day of a period which passes the rule make one stay.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
Passes = Callable[[date, date], bool]
"""Whether the days from a first to a last one are what a rule asks; more days are never worse."""


class Span(NamedTuple):
    """Places of one contract; an open end is the first or last day of the calendar.

    Attributes:
        places: as they are offered.
        counted: the part of them that would count.
        row: where it stands.
    """

    first: date
    last: date
    places: int
    counted: int
    row: str


class Stay(NamedTuple):
    """Places that are there on every day from the first to the last.

    Attributes:
        places: as they are offered, on the day with the fewest.
        counted: the part that would count, on the day with the fewest of those.
        spans: the contracts that they stand in, the first to begin first.
    """

    first: date
    last: date
    places: int
    counted: int
    spans: tuple[Span, ...]

    def held(self) -> dict[str, int]:
        """Per row how many of the places count there: with the contracts of the first day."""
        left, found = self.counted, {}
        for span in self.spans:
            if span.first <= self.first <= span.last:
                found[span.row] = min(span.counted, left)
                left -= found[span.row]
        return found


class _Stretch(NamedTuple):
    """Days in a row on which the same contracts run."""

    first: date
    last: date
    running: tuple[Span, ...]

    def places(self) -> int:
        return sum(span.places for span in self.running)

    def counted(self) -> int:
        return sum(span.counted for span in self.running)


def _as_it_is(span: Span) -> Span | None:
    return span


def stays_of(
    spans: Sequence[Span], passes: Passes, known: Callable[[Span], Span | None] = _as_it_is
) -> list[Stay]:
    """The stays of one site and kind that pass a rule, as many places as are there at one time.

    Contracts that do not overlap may be the same places, one after the other: of stays that have no
    day in common those of the day with the most places are taken, the earliest such day.

    Args:
        spans: the contracts of one site and kind, in any order.
        passes: the rule.
        known: the days of a contract of which nobody doubts that its places are there; None where
            they are of no use beside others.
    """
    found: list[Stay] = []
    others: list[Span] = []
    for one in sorted(spans):
        if passes(one.first, one.last):
            found.append(Stay(one.first, one.last, one.places, one.counted, (one,)))
        else:
            others.append(one)
    shown = [known(span) for span in others] if len(others) > 1 else []
    beside = [one for one in shown if one is not None]
    joined = _joined(beside, passes)
    return _at_one_time([*found, joined] if joined else found)


def _joined(spans: Sequence[Span], passes: Passes) -> Stay | None:
    """The most places that contracts together have through a period that passes."""
    stretches = list(_stretches(spans))
    levels = sorted({one.places() for one in stretches} - {0})
    # What more places hold out, fewer do: so the highest level is found by halving.
    lowest_too_high = bisect_left(
        levels, True, key=lambda level: _period(stretches, level, passes) is None
    )
    if not lowest_too_high:
        return None
    level = levels[lowest_too_high - 1]
    period = _period(stretches, level, passes)
    assert period is not None
    first, last = period[0].first, period[-1].last
    inside = tuple(one for one in spans if one.first <= last and one.last >= first and one.places)
    return Stay(first, last, level, min(one.counted() for one in period), inside)


def _period(stretches: Sequence[_Stretch], level: int, passes: Passes) -> list[_Stretch] | None:
    """The earliest days in a row with so many places at least that pass; None if there are none."""
    run: list[_Stretch] = []
    for one in (*stretches, None):
        goes_on = one is not None and one.places() >= level
        if one is not None and goes_on and (not run or run[-1].last + ONE_DAY == one.first):
            run.append(one)
            continue
        if run and passes(run[0].first, run[-1].last):
            return run
        run = [one] if one is not None and goes_on else []
    return None


def _stretches(spans: Sequence[Span]) -> Iterator[_Stretch]:
    """The days on which contracts run, cut where one begins or has ended."""
    begins = {one.first for one in spans}
    ended = {one.last + ONE_DAY for one in spans if one.last < date.max}
    cuts = sorted(begins | ended)
    for first, after in zip(cuts, [*cuts, None][1:], strict=True):
        running = tuple(one for one in spans if one.first <= first <= one.last)
        if running:
            yield _Stretch(first, after - ONE_DAY if after else date.max, running)


def _at_one_time(stays: Sequence[Stay]) -> list[Stay]:
    """The stays that are there on the day with the most places that count, the first such day."""
    days = sorted({one.first for one in stays})
    if len(days) <= 1:
        return list(stays)

    def there(day: date) -> list[Stay]:
        return [one for one in stays if one.first <= day <= one.last]

    best = max(days, key=lambda day: (sum(one.counted for one in there(day)), -day.toordinal()))
    return there(best)
