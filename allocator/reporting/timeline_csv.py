# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A timeline as CSV in machine form: one table of days, and one for each of its other lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from allocator.reporting.delimited import Rows, table_csv
from models.area_line import PARTS
from models.timeline import TimelineAnswer


def timeline_csv(answer: TimelineAnswer) -> str:
    """One row per day, area and kind: `total` (amv included) and `amv`."""
    return table_csv(_days(answer))


def timeline_tables(answer: TimelineAnswer) -> dict[str, str]:
    """Every table of a timeline, by the name of its file."""
    return {name: table_csv(rows(answer)) for name, rows in TABLES.items()}


def _days(answer: TimelineAnswer) -> Rows:
    """Who is not known has rows too, with nothing in them but the task."""
    yield ("day", "level", "code", "name", "kind", "task", "available", "gap", "known", "raming")
    for number, day in enumerate(answer.days):
        raming = _raming(answer, day)
        for line in answer.lines:
            for part in PARTS:
                has, gap = line.available.of(part)[number], line.gap.of(part)[number]
                task = answer.task_on(line, part, day)
                yield (day, line.level, line.code, line.name, part, task, has, gap, "yes", raming)
        for area in answer.not_known:
            for part in PARTS:
                told = (day, area.level, area.code, area.name, part)
                yield (*told, answer.task_on(area, part, day), None, None, "no", raming)


def _raming(answer: TimelineAnswer, day: date) -> str | None:
    """Of which raming the task binds on a day; empty where none does that is known."""
    if answer.binding is None:
        return answer.raming
    binds = answer.binds_on(day)
    return binds.raming if binds else None


def _areas(answer: TimelineAnswer) -> Rows:
    """When each area is first short, and how far at most; why it is not known."""
    yield (
        *("level", "code", "name", "province", "region", "kind", "task", "task_status", "known"),
        *("short_from", "largest_gap", "largest_gap_on", "ready_by", "overdue_from"),
    )
    for line in answer.lines:
        for part in PARTS:
            told = line.shortness(part)
            numbers = (told.short_from, told.largest.places, told.largest.on)
            due = (line.ready_by, told.overdue_from)
            whose = (line.level, line.code, line.name, line.province, line.region)
            yield (*whose, part, line.task_of(part), line.task_status, "yes", *numbers, *due)
    for area in answer.not_known:
        for part in PARTS:
            whose = (area.level, area.code, area.name, area.province, area.region)
            nothing = (None, None, None, area.ready_by, None)
            yield (*whose, part, area.task_of(part), area.task_status, area.because, *nothing)


def _contracts(answer: TimelineAnswer) -> Rows:
    """Every offer, exchange and pledge with a window; what ends has the day without it."""
    yield (
        *("number", "source", "name", "area", "area_name", "giver", "giver_name", "kind", "places"),
        *("from", "until", "status", "extendable", "counts", "ends", "gone_from", "row"),
    )
    gone = {one.contract: one.gone_from for one in answer.endings}
    for number, one in enumerate(answer.contracts):
        whose = (one.area, one.area_name, one.giver, one.giver_name, one.kind, one.places)
        window = (one.from_, one.until, one.status)
        flags = [_yes(flag) for flag in (one.extendable, one.counts, number in gone)]
        yield (number, one.source, one.name, *whose, *window, *flags, gone.get(number), one.row)


def _drops(answer: TimelineAnswer) -> Rows:
    """On which days each area has fewer places than before, and how many fewer."""
    yield ("day", "level", "code", "name", "fewer_total", "fewer_amv")
    for line in answer.lines:
        for drop in line.drops:
            yield (drop.on, line.level, line.code, line.name, drop.total, drop.amv)


def _extensions(answer: TimelineAnswer) -> Rows:
    """What the extension of each site closes, best first within a province and kind."""
    yield ("province", "kind", "rank", "contract", "closes", "place_months", "row", "beside")
    for one in answer.extensions:
        for rank, option in enumerate(one.options, start=1):
            row = answer.contracts[option.contract].row
            closes = (option.contract, option.closes, option.place_months)
            beside = " ".join(str(number) for number in option.beside)
            yield (one.province, one.of, rank, *closes, row, beside)


def _unknown(answer: TimelineAnswer) -> Rows:
    """Places of which the window is not known: they count on no day."""
    yield ("source", "name", "area", "area_name", "province", "regular", "amv", "status", "row")
    for one in answer.unknown:
        places = (one.places.regular, one.places.amv, one.status)
        yield (one.source, one.name, one.area, one.area_name, one.province, *places, one.row)


def _binding(answer: TimelineAnswer) -> Rows:
    """On which days the task of which raming binds, that of the scenario first."""
    yield (
        *("raming", "from", "until", "own", "by", "decided", "ready_by", "article", "source"),
        *("status", "row"),
    )
    for one in answer.binding or ():
        days = (one.from_, one.until, _yes(one.own), one.by, one.decided, one.ready_by)
        yield (one.raming, *days, one.article, one.source, one.status, one.row)


def _tasks(answer: TimelineAnswer) -> Rows:
    """The tasks of other ramingen, as far as they are known."""
    yield ("raming", "level", "code", "name", "total", "amv", "given", "row")
    for area in (*answer.lines, *answer.not_known):
        for one in area.other_tasks:
            whose = (one.raming, area.level, area.code, area.name)
            yield (*whose, one.total, one.amv, _yes(one.given), one.row)


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


TABLES: dict[str, Callable[[TimelineAnswer], Rows]] = {
    "timeline.csv": _days,
    "areas.csv": _areas,
    "contracts.csv": _contracts,
    "drops.csv": _drops,
    "extensions.csv": _extensions,
    "unknown.csv": _unknown,
    "binding.csv": _binding,
    "tasks.csv": _tasks,
}
