# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The horizon: which days a timeline tells."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from models.fault import Fault, InputError, Place, quoted
from models.problem import Problem
from models.record import Refusal, day
from models.timeline import MOST_MONTHS

MONTHS_AHEAD = 60
MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Horizon:
    """Which days are told.

    Attributes:
        step: `month`, each by its first day, or one `day`.
        days: in order.
        last: the last day of the last month, or the day itself.
    """

    step: Literal["month", "day"]
    days: tuple[date, ...]
    last: date


def horizon_of(
    problem: Problem,
    first: date | str | None = None,
    months: int | None = None,
    on: date | str | None = None,
) -> Horizon:
    """The days to tell: by default each month of the cycle and of the five years after it.

    Args:
        problem: knows the cycle.
        first: a day in the first month.
        months: how many; from another first month by default until the same end, or for five years
            where there is no cycle or it has ended by then.
        on: one day instead.

    Raises:
        InputError: if a date does not exist, if the number of months makes no sense, if one day and
            months are both asked, or if there is no cycle to begin with.
    """
    if on is not None:
        if first is not None or months is not None:
            raise _fault(
                "one-day-or-months",
                Place("--on"),
                "one day is asked, and months too",
                "Write --on for one day, or --from and --months.",
            )
        only = _read("--on", on)
        return Horizon("day", (only,), only)
    begin = _read("--from", _in_full(first)) if first is not None else _cycle(problem)[0]
    count = _number_of_months(problem, begin, months)
    where = _place(problem, first, months)
    if not 1 <= count <= MOST_MONTHS or count > months_left(begin):
        raise _fault(
            "months-out-of-range",
            where,
            f"{count:,} months from {begin.isoformat()[:7]} make no timeline",
            f"Ask for 1 to {MOST_MONTHS:,} months before the year 10000 with --months.",
        )
    days = tuple(_first_day(_number(begin) + number) for number in range(count))
    return Horizon("month", days, _last_day(days[-1]))


def months_left(first: date) -> int:
    """How many months there are from the month of a day to the end of the calendar."""
    return _number(date.max) - _number(first) + 1


def _number_of_months(problem: Problem, begin: date, months: int | None) -> int:
    if months is not None:
        return months
    if problem.cycle is None:
        return MONTHS_AHEAD
    # The month in which the five years end is told too.
    until_the_end = _number(problem.cycle[1]) + MONTHS_AHEAD - _number(begin) + 1
    return until_the_end if until_the_end > 0 else MONTHS_AHEAD


def _cycle(problem: Problem) -> tuple[date, date]:
    if problem.cycle is None:
        raise _fault(
            "no-cycle",
            problem.line("raming"),
            f"no cycle is known of raming {quoted(problem.scenario.raming)}",
            "Write cycle: {from: DATE, until: DATE} in the scenario, or ask with --from DATE.",
        )
    return problem.cycle


def _place(problem: Problem, first: date | str | None, months: int | None) -> Place:
    if months is not None:
        return Place(f"--months {months}")
    return Place(f"--from {first}") if first is not None else problem.line("cycle")


def _in_full(first: date | str) -> date | str:
    """A month stands for its first day."""
    month = isinstance(first, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}", first)
    return f"{first}-01" if month else first


def _read(option: str, written: date | str) -> date:
    try:
        return day(written)
    except Refusal as refusal:
        where = Place(f"{option} {str(written)[:60]}")
        raise _fault("not-a-date", where, "not an existing date", refusal.remedy) from refusal


def _fault(code: str, where: Place, what: str, remedy: str) -> InputError:
    return InputError([Fault(code, what, where, remedy)])


def _number(when: date) -> int:
    """The months since the year nought."""
    return when.year * MONTHS_OF_A_YEAR + when.month - 1


def _first_day(number: int) -> date:
    return date(number // MONTHS_OF_A_YEAR, number % MONTHS_OF_A_YEAR + 1, 1)


def _last_day(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])
