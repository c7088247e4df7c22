# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The line of one area: its task, what it has, when it is short, and when it drops."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from allocator.timing.availability import Above, effects, span
from models.places import Places, total_of
from models.problem import Problem
from models.share import Shares
from models.timeline import (
    AreaLine,
    Contract,
    Drop,
    Gaps,
    LargestGap,
    Level,
    Part,
    Series,
    Shortness,
    Term,
)


@dataclass(frozen=True, slots=True)
class Tasked:
    """An area with its task; the fields are those of `AreaLine`."""

    level: Level
    code: str
    name: str
    province: str
    region: str
    task: Places
    task_status: str
    task_row: str = ""


def tasked_areas(problem: Problem, shares: Shares) -> Iterator[Tasked]:
    """Provinces, regions and municipalities, each by code, with their tasks."""
    for code in sorted(problem.tasks):
        task, name = problem.tasks[code], problem.territory.name(code)
        yield Tasked("province", code, name, code, "", task.places, task.amv_status, task.row)
    for region, province in sorted({(one.region, one.province) for one in problem.municipalities}):
        yield _region(problem, shares, region, province)
    for one in problem.municipalities:
        share, status = shares.places[one.code], shares.weights[one.code].status
        yield Tasked("municipality", one.code, one.name, one.province, one.region, share, status)


def _region(problem: Problem, shares: Shares, region: str, province: str) -> Tasked:
    """The task of a region: published or stated, else the sum of the shares in it."""
    name, task = problem.territory.name(region), problem.region_tasks.get(region)
    if task is not None:
        return Tasked(
            "region", region, name, province, region, task.places, task.amv_status, task.row
        )
    inside = [one.code for one in problem.municipalities if one.region == region]
    places = total_of(shares.places[code] for code in inside)
    return Tasked("region", region, name, province, region, places, "computed")


def line_of(
    area: Tasked, available: Series, days: Sequence[date], made_of: Sequence[Term]
) -> AreaLine:
    """What an area has on each of the days, against its task.

    Args:
        area: with its task.
        available: on each of the days.
        days: in order.
        made_of: the contracts of one day; empty of months.
    """
    gap = Gaps(
        total=_missing(area.task.total, available.total),
        amv=_missing(area.task.amv, available.amv),
    )
    return AreaLine(
        level=area.level,
        code=area.code,
        name=area.name,
        province=area.province,
        region=area.region,
        task=area.task,
        task_status=area.task_status,
        task_row=area.task_row,
        available=available,
        gap=gap,
        total=_shortness(gap, "total", days),
        amv=_shortness(gap, "amv", days),
        drops=tuple(_drops(available, days)),
        made_of=tuple(made_of),
    )


def _missing(task: int, available: Sequence[int]) -> tuple[int, ...]:
    return tuple(max(0, task - places) for places in available)


def _shortness(gap: Gaps, part: Part, days: Sequence[date]) -> Shortness:
    places = gap.of(part)
    most = max(places)
    if not most:
        return Shortness(short_from=None, largest=LargestGap(places=0, on=None))
    first = next(day for day, gap in zip(days, places, strict=True) if gap)
    largest = LargestGap(places=most, on=days[places.index(most)])
    return Shortness(short_from=first, largest=largest)


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
