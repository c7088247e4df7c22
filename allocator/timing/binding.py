# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which task binds on a day: the scenario's own in its years, another raming's in those of that.

A decision is for two calendar years (Act 5(1)). Before the first of them, after the last, and
between two that do not follow one another, nothing binds: no task is set against those days.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from models.area_line import Part, TaskedArea
from models.cycle import Binding, BindsBy, CycleStep, Step
from models.problem import Problem

Steps = Mapping[tuple[str, Step], CycleStep]
BY_STEP: dict[BindsBy, Step] = {"decision": "binding", "report": "binding_by_report"}


def bindings_of(problem: Problem) -> tuple[Binding, ...] | None:
    """The days on which each task binds: the scenario's own first, then by raming.

    Returns:
        None where no cycle is known of the scenario's raming: nobody can say when its task binds.
    """
    if problem.cycle is None:
        return None
    return tuple(_bindings(problem))


def _bindings(problem: Problem) -> Iterator[Binding]:
    scenario = problem.scenario
    steps = {(one.raming, one.step): one for one in problem.cycle_steps}
    asked = BY_STEP[scenario.binding]
    if scenario.cycle is not None:
        stated = {
            "from": scenario.cycle.from_,
            "until": scenario.cycle.until,
            "by": "scenario",
            "row": problem.row("cycle"),
        }
        yield _binding(scenario.raming, steps, stated, own=True)
    for one in sorted(problem.cycle_steps, key=lambda one: one.raming != scenario.raming):
        own = one.raming == scenario.raming
        if one.step == asked and not (own and scenario.cycle):
            by_table = {
                "from": one.from_,
                "until": one.until,
                "by": scenario.binding,
                "article": one.article,
                "source": one.source,
                "row": one.row,
            }
            yield _binding(one.raming, steps, by_table, own=own)


def _binding(raming: str, steps: Steps, days: dict[str, Any], *, own: bool) -> Binding:
    """The days with what is known of the decision, and of when its places have to be there."""
    decision, ready = steps.get((raming, "decision")), steps.get((raming, "ready"))
    known = decision is not None and decision.status == "published"
    return Binding.model_validate(
        {
            "raming": raming,
            "own": own,
            "decided": decision and decision.from_,
            "ready_by": ready and ready.from_,
            "status": "published" if known else "derived",
            **days,
        }
    )


def whose_tasks(
    bindings: Sequence[Binding] | None, days: Sequence[date]
) -> Sequence[Binding | None] | None:
    """Whose task binds on each of the days, of two the first; None where that is not known."""
    if bindings is None:
        return None
    return [next((one for one in bindings if one.covers(day)), None) for day in days]


def task_under(area: TaskedArea, part: Part, binds: Binding | None) -> int | None:
    """The task of an area where a binding holds; None where none does, or it is not known."""
    if binds is None:
        return None
    return area.task_of(part) if binds.own else area.task_in(binds.raming, part)


def ready_under(area: TaskedArea, binds: Binding | None) -> date | None:
    """The day on which the places of that task have to be there; only municipalities make any."""
    if binds is None or area.level != "municipality":
        return None
    return area.ready_by if binds.own else binds.ready_by
