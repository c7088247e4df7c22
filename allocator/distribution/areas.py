# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Areas: what each province or region has to close, and what is left to divide there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
        account = close(task, located, unlocated)
        found.append(
            Area(
                AreaResult(
                    code=code,
                    name=problem.territory.name(code),
                    province=province,
                    task=task,
                    counted=located,
                    unlocated=unlocated,
                    rest=account.rest,
                    surplus=account.surplus,
                    over_task=account.over_task,
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


@dataclass(frozen=True, slots=True)
class Account:
    """What a task leaves to divide."""

    rest: Places
    surplus: Places
    over_task: int


def close(task: Places, counted: Places, unlocated: Places) -> Account:
    """The rest of a task: the task less what counts, amv first, never below zero.

    The amv shortage comes first. Where it exceeds the whole rest, the difference stands above the
    task and is reported as `over_task`. What counts above the whole task is `surplus`.
    Source: letter of 20 December 2024 (the rest is divided so that each province closes).
    """
    have = counted + unlocated
    short = max(0, task.total - have.total)
    amv = max(0, task.amv - have.amv)
    beyond = max(0, have.total - task.total)
    amv_beyond = min(beyond, max(0, have.amv - task.amv))
    return Account(
        rest=Places(regular=max(0, short - amv), amv=amv),
        surplus=Places(regular=beyond - amv_beyond, amv=amv_beyond),
        over_task=max(0, amv - short),
    )
