# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Areas: what each province or region has to close, and what is left to divide there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.account import Account, close
from models.counted import Counted
from models.places import Places, total_of
from models.problem import Problem
from models.raming import Task
from models.result import AreaResult
from models.share import Shares


@dataclass(frozen=True, slots=True)
class Area:
    """An area that closes on its own, with its municipalities."""

    account: AreaResult
    members: tuple[str, ...]


def areas_of(problem: Problem, shares: Shares, counted: Counted) -> tuple[Area, ...]:
    """The areas of the scenario: provinces, or regions where each region closes on its own."""
    by_region = problem.scenario.distribution.by == "region"
    members: dict[tuple[str, str], list[str]] = {}
    for municipality in problem.municipalities:
        code = municipality.region if by_region else municipality.province
        members.setdefault((municipality.province, code), []).append(municipality.code)
    found = []
    for (province, code), inside in sorted(members.items()):
        task = _task(problem, code, inside, shares.places)
        unlocated = total_of(one.places for one in counted.unlocated if one.area == code)
        located = total_of(counted.places[member] for member in inside)
        known = province not in problem.unreported
        account = close(task, located, unlocated) if known else Account()
        handed_over = counted.handed_over.get(code, Places())
        found.append(
            Area(
                AreaResult(
                    code=code,
                    name=problem.territory.name(code),
                    province=province,
                    task=task,
                    counted=located,
                    unlocated=unlocated,
                    rest=account.rest - handed_over,
                    surplus=account.surplus,
                    over_task=account.over_task,
                    handed_over=handed_over,
                    known=known,
                    row=_published(problem, code).row,
                    amv_row=_published(problem, code).amv_row,
                ),
                tuple(inside),
            )
        )
    return tuple(found)


def _task(
    problem: Problem, code: str, members: Iterable[str], shares: Mapping[str, Places]
) -> Places:
    if problem.scenario.distribution.by == "province":
        return problem.tasks[code].places
    if code in problem.region_tasks:
        return problem.region_tasks[code].places
    return total_of(shares[member] for member in members)


def _published(problem: Problem, code: str) -> Task:
    """The task of an area as it was read; one without rows where it is the sum of the shares."""
    tasks = (
        problem.tasks if problem.scenario.distribution.by == "province" else problem.region_tasks
    )
    return tasks.get(code, Task(area=code, places=Places()))
