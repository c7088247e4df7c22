# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The line of a municipality from a redivision on: what its parts have and lack, added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from allocator.timing.binding import task_under
from allocator.timing.lines import Whose
from models.area_line import PARTS, AreaLine, Gaps, Part, RedividedLine, Series
from models.redivision import PlannedRedivision, made_of, moments


def redivided_lines(
    planned: Sequence[PlannedRedivision],
    lines: Sequence[AreaLine],
    days: Sequence[date],
    whose: Whose,
) -> Iterator[RedividedLine]:
    """From the day of each redivision, what its parts have against the tasks of all of them.

    A surplus of one part is one of the whole: what is missing is missing to the sum of the tasks.

    Args:
        planned: the redivisions of the scenario.
        lines: of all areas.
        days: of the timeline.
        whose: task binds on each of the days; None: that of the scenario.
    """
    by_code = {one.code: one for one in lines if one.level == "municipality"}
    for on, code in moments(planned):
        parts = [by_code[part] for part in made_of(planned, code, on) if part in by_code]
        first = next((number for number, day in enumerate(days) if day >= on), None)
        if first is None or code not in by_code:
            continue
        numbers = range(first, len(days))
        has = _together(parts, numbers)
        tasks = {
            part: tuple(_task(parts, part, whose, number) for number in numbers) for part in PARTS
        }
        gaps = {
            part: tuple(
                None if task is None else max(0, task - places)
                for task, places in zip(tasks[part], has.of(part), strict=True)
            )
            for part in PARTS
        }
        yield RedividedLine(
            code=code,
            name=by_code[code].name,
            on=on,
            parts=tuple(one.code for one in parts),
            days=tuple(days[first:]),
            available=has,
            task=Gaps(total=tasks["total"], amv=tasks["amv"]),
            gap=Gaps(total=gaps["total"], amv=gaps["amv"]),
        )


def _together(parts: Sequence[AreaLine], numbers: range) -> Series:
    """What the parts have together on some of the days."""
    series = [one.available for one in parts]
    return Series(
        total=tuple(sum(one.total[number] for one in series) for number in numbers),
        regular=tuple(sum(one.regular[number] for one in series) for number in numbers),
        amv=tuple(sum(one.amv[number] for one in series) for number in numbers),
    )


def _task(parts: Sequence[AreaLine], part: Part, whose: Whose, number: int) -> int | None:
    """What binds all of them on a day; None where that of one is not known."""
    tasks = [
        one.task_of(part) if whose is None else task_under(one, part, whose[number])
        for one in parts
    ]
    known = [task for task in tasks if task is not None]
    return sum(known) if len(known) == len(tasks) else None
