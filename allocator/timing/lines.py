# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The line of one area: its task, what it has, when it is short, and when it drops."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from allocator.timing.availability import Above, available, effects, span
from allocator.timing.binding import ready_under, task_under
from allocator.timing.horizon import Horizon
from models.area_line import (
    AreaLine,
    AreaNotKnown,
    Drop,
    Gaps,
    LargestGap,
    Part,
    Series,
    Shortness,
    TaskedArea,
    Term,
)
from models.contract import Contract
from models.cycle import Binding
from models.places import total_of
from models.problem import Problem
from models.share import Shares

Whose = Sequence[Binding | None] | None
"""Whose task binds on each of the days; None: the scenario's on every day."""


def tasked_areas(problem: Problem, shares: Shares) -> Iterator[TaskedArea]:
    """Provinces, regions and municipalities, each by code, with their tasks."""
    for code in sorted(problem.tasks):
        task = problem.tasks[code]
        yield TaskedArea(
            level="province",
            code=code,
            name=problem.territory.name(code),
            province=code,
            region="",
            task=task.places,
            task_status=task.amv_status,
            task_row=task.row,
            other_tasks=problem.other_tasks.get(code, ()),
        )
    for region, province in sorted({(one.region, one.province) for one in problem.municipalities}):
        task_of_region = _task_of_region(problem, shares, region)
        yield TaskedArea(
            level="region",
            code=region,
            name=problem.territory.name(region),
            province=province,
            region=region,
            **task_of_region,
        )
    for one in problem.municipalities:
        yield TaskedArea(
            level="municipality",
            code=one.code,
            name=one.name,
            province=one.province,
            region=one.region,
            task=shares.places[one.code],
            task_status=shares.weights[one.code].status,
            other_tasks=problem.other_tasks.get(one.code, ()),
            ready_by=_ready_by(problem, one.code),
        )


def _ready_by(problem: Problem, code: str) -> date | None:
    """The longer term of a municipality, or the day on which all places have to be there."""
    term = problem.scenario.terms.get(code)
    ready = {one.raming: one.from_ for one in problem.cycle_steps if one.step == "ready"}
    return term.until if term else ready.get(problem.scenario.raming)


def _task_of_region(problem: Problem, shares: Shares, region: str) -> dict[str, Any]:
    """The task of a region: published or stated, else the sum of the shares in it."""
    task = problem.region_tasks.get(region)
    if task is not None:
        return {"task": task.places, "task_status": task.amv_status, "task_row": task.row}
    inside = [one.code for one in problem.municipalities if one.region == region]
    return {"task": total_of(shares.places[code] for code in inside), "task_status": "computed"}


def areas_not_known(problem: Problem, areas: Iterable[TaskedArea]) -> Iterator[AreaNotKnown]:
    """The areas of provinces that are taken at their report: it has no window, or is not known."""
    reported = {one.area for one in problem.reports}
    for area in areas:
        if area.province in problem.unreported:
            yield AreaNotKnown(**dict(area), because="no-report")
        elif area.province in reported:
            yield AreaNotKnown(**dict(area), because="no-window")


def lines_of(
    areas: Iterable[TaskedArea],
    contracts: Sequence[Contract],
    above: Above,
    horizon: Horizon,
    whose: Whose = None,
) -> Iterator[AreaLine]:
    """What areas have on each of the days; of one day also what that is made of.

    Args:
        areas: with their tasks.
        contracts: all of them, those that do not count too.
        above: in which areas the places of an area count.
        horizon: the days.
        whose: task binds on each of the days; None: that of the scenario.
    """
    days = horizon.days
    found = available([one for one in contracts if one.counts], above, days)
    terms = terms_of(contracts, above, days[0]) if horizon.step == "day" else {}
    for area in areas:
        yield line_of(area, found[area.code], days, terms.get(area.code, ()), whose)


def line_of(
    area: TaskedArea,
    available: Series,
    days: Sequence[date],
    made_of: Sequence[Term],
    whose: Whose = None,
) -> AreaLine:
    """What an area has on each of the days, against the task that binds then.

    Args:
        area: with its task.
        available: on each of the days.
        days: in order.
        made_of: the contracts of one day; empty of months.
        whose: task binds on each of the days; None: that of the scenario.
    """
    gap = Gaps(
        total=_missing(area, "total", whose, available.total),
        amv=_missing(area, "amv", whose, available.amv),
    )
    due = [ready_under(area, binds) for binds in whose or ()]
    overdue = [day for day, ready in zip(days, due, strict=False) if ready and ready <= day]
    return AreaLine(
        **dict(area),
        available=available,
        gap=gap,
        total=_shortness(gap.total, days, overdue),
        amv=_shortness(gap.amv, days, overdue),
        drops=tuple(_drops(available, days)),
        made_of=tuple(made_of),
    )


def _missing(
    area: TaskedArea, part: Part, whose: Whose, available: Sequence[int]
) -> tuple[int | None, ...]:
    if whose is None:
        return tuple(max(0, area.task_of(part) - places) for places in available)
    tasks = [task_under(area, part, binds) for binds in whose]
    return tuple(
        None if task is None else max(0, task - places)
        for task, places in zip(tasks, available, strict=True)
    )


def _shortness(
    gaps: Sequence[int | None], days: Sequence[date], overdue: Sequence[date]
) -> Shortness:
    """When it is short and how far; `overdue` are the days by which the places have to be there."""
    short = {day: gap for day, gap in zip(days, gaps, strict=True) if gap}
    if not short:
        return Shortness(short_from=None, largest=LargestGap(places=0, on=None))
    most = max(short.values())
    largest = LargestGap(places=most, on=next(day for day, gap in short.items() if gap == most))
    late = next((day for day in overdue if day in short), None)
    return Shortness(short_from=next(iter(short)), largest=largest, overdue_from=late)


def _drops(available: Series, days: Sequence[date]) -> Iterator[Drop]:
    """The days on which there are fewer places in all, or fewer amv places, than before."""
    totals, amvs = pairwise(available.total), pairwise(available.amv)
    for day, (total, after), (amv, amv_after) in zip(days[1:], totals, amvs, strict=True):
        if after < total or amv_after < amv:
            yield Drop(on=day, total=total - after, amv=amv - amv_after)


def terms_of(contracts: Sequence[Contract], above: Above, on: date) -> dict[str, list[Term]]:
    """The contracts that the sum of each municipality is made of on a day, pledges by region."""
    found: dict[str, list[Term]] = {}
    for number, contract in enumerate(contracts):
        first, beyond = span(contract, (on,))
        if contract.counts and first < beyond:
            for area, places in effects(contract):
                if area in above:
                    found.setdefault(area, []).append(Term(contract=number, places=places))
    return found
