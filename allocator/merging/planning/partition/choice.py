# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The choice by a solver, where a search of our own would have too many branches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from allocator.merging.planning.partition.cover import Plan, Searched, plan_of
from allocator.merging.planning.partition.groups import Cluster, Goal, Group, Weights
from allocator.solving import IntegerProgram, Line, Solution, Status, choose

# Equal plans are told apart by where each task goes; nobody has seen so many of them.
MOST_TIES = 200
FOREVER = Fraction(86_400)


def cheapest(
    cluster: Cluster,
    goal: Goal,
    level: int,
    groups: Sequence[Group],
    wanted: int,
    stopped: Callable[[], bool],
) -> Searched:
    """The cheapest plans among some groups whose leading objectives come to exactly `level`.

    One plan after the other: each that was found is excluded from the next program, until the
    next one is dearer than the last that is wanted, so that all its equals are known.
    """
    statement = _Statement(cluster, goal, level, groups)
    plans: list[Plan] = []
    while len(plans) < wanted + MOST_TIES:
        solution = statement.solved(stopped)
        if solution.status is Status.INFEASIBLE:
            return Searched(sorted(plans)[:wanted], True)
        if not solution.values:
            break
        chosen = [number for number in range(len(groups)) if solution.values[f"g{number}"]]
        cost = sum(goal.whole.cost(groups[number]) for number in chosen)
        plans.append(plan_of(cluster, cost, [groups[number] for number in chosen]))
        if solution.status is not Status.OPTIMAL:
            break
        if len(plans) > wanted and sorted(plans)[wanted - 1].cost < cost:
            return Searched(sorted(plans)[:wanted], True)
        statement.exclude(chosen)
    return Searched(sorted(plans)[:wanted], False)


def least_lead(
    cluster: Cluster,
    goal: Goal,
    level: int,
    groups: Sequence[Group],
    stopped: Callable[[], bool],
) -> int | None:
    """The least that the leading objectives come to among some groups, from `level` upwards.

    None if it was stopped, or if these groups make no plan.
    """
    statement = _Statement(cluster, goal, level, groups)
    solution = choose(statement.program_of_lead(), FOREVER, stopped)
    if solution.status is not Status.OPTIMAL:
        return None
    return sum(
        goal.lead.cost(group)
        for number, group in enumerate(groups)
        if solution.values[f"g{number}"]
    )


def _one_by_one(weights: Weights) -> list[Weights]:
    """The objectives in a weighted sum, each alone and counted by one, the heaviest first."""
    names = [name for name, weight in weights._asdict().items() if weight]
    return [
        Weights(**{name: 1})
        for name in sorted(names, key=lambda name: -int(getattr(weights, name)))
    ]


class _Statement:
    """The integer program over some groups."""

    def __init__(self, cluster: Cluster, goal: Goal, level: int, groups: Sequence[Group]) -> None:
        self._cluster, self._groups = cluster, groups
        self._variables = {f"g{number}": (0, 1) for number in range(len(groups))}
        self._tail = [
            {f"g{number}": weights.cost(group) for number, group in enumerate(groups)}
            for weights in _one_by_one(goal.tail)
        ]
        self._lines = [*self._tasks(), *self._hosts()]
        self._lead = {f"g{number}": goal.lead.cost(group) for number, group in enumerate(groups)}
        self._level = level

    def _tasks(self) -> list[Line]:
        holders: list[dict[str, int]] = [{} for _ in self._cluster.tasks]
        for number, group in enumerate(self._groups):
            for task in self._cluster.members(group.tasks):
                holders[task][f"g{number}"] = 1
        return [Line(f"task{task}", terms, 1, 1) for task, terms in enumerate(holders)]

    def _hosts(self) -> list[Line]:
        """A host without a task of its own has one group at most; others have it by their task."""
        at: dict[int, dict[str, int]] = {}
        for number, group in enumerate(self._groups):
            if self._cluster.hosts[group.host].own is None:
                at.setdefault(group.host, {})[f"g{number}"] = 1
        return [Line(f"host{host}", terms, None, 1) for host, terms in at.items()]

    def exclude(self, chosen: Sequence[int]) -> None:
        """Never again all of these groups together."""
        terms = {f"g{number}": 1 for number in chosen}
        self._lines.append(Line(f"not{len(self._lines)}", terms, None, len(chosen) - 1))

    def solved(self, stopped: Callable[[], bool]) -> Solution:
        """The best choice at one level: one objective after the other, so that numbers stay small.

        The solver computes in floating point: in one weighted sum they would be above 10^9.
        """
        lines = [*self._lines, Line("lead", self._lead, self._level, self._level)]
        solution = Solution(Status.UNKNOWN, {}, 0)
        for place, objective in enumerate(self._tail or [{}]):
            program = IntegerProgram(self._variables, tuple(lines), objective)
            found = choose(program, FOREVER, stopped)
            if found.status is not Status.OPTIMAL:
                # What is left open is open; what was chosen before is still a plan.
                values = found.values or solution.values
                status = Status.FEASIBLE if values else found.status
                return Solution(status, values, 0, found.interrupted)
            solution, least = found, program.value(found.values)
            lines.append(Line(f"least{place}", objective, least, least))
        return solution

    def program_of_lead(self) -> IntegerProgram:
        """The program that looks for the level."""
        level = Line("lead", self._lead, self._level, None)
        return IntegerProgram(self._variables, (*self._lines, level), self._lead)
