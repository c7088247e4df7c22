# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The choice by a solver, where a search of our own would have too many branches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from fractions import Fraction

from allocator.merging.planning.partition.cover import Plan, Searched, plan_of
from allocator.merging.planning.partition.groups import Cluster, Goal, Group, Shared, Weights
from allocator.merging.planning.partition.joined import Joined
from allocator.solving import IntegerProgram, Line, Solution, Status, choose

# Equal plans are told apart by where each task goes; nobody has seen so many of them.
MOST_TIES = 200
FOREVER = Fraction(86_400)
# A plan to begin with is sought so long.
QUICK = Fraction(5)


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
    statement = _Statement(cluster, goal, groups, (level, level))
    if wanted == 1:
        return _first_of_cheapest(statement, stopped)
    plans: list[Plan] = []
    while len(plans) < wanted + MOST_TIES:
        solution = statement.solved(stopped)
        if solution.status is Status.INFEASIBLE:
            return Searched(sorted(plans)[:wanted], True)
        if not solution.values:
            break
        chosen = statement.chosen(solution)
        plans.append(statement.plan(chosen))
        if solution.status is not Status.OPTIMAL:
            break
        if len(plans) > wanted and sorted(plans)[wanted - 1].cost < plans[-1].cost:
            return Searched(sorted(plans)[:wanted], True)
        statement.exclude(chosen)
    return Searched(sorted(plans)[:wanted], False)


def good_plan(
    cluster: Cluster,
    goal: Goal,
    groups: Sequence[Group],
    highest: int | None,
    stopped: Callable[[], bool],
) -> Plan | None:
    """A plan among some groups that is likely to be good: to begin with, and with no proof.

    Args:
        cluster: what is to be partitioned.
        goal: what is minimised.
        groups: to choose from.
        highest: the leading objectives come to no more than this; None: to anything.
        stopped: asked now and then.
    """
    statement = _Statement(cluster, goal, groups, (0, highest))
    lead = choose(statement.program_of_lead(), QUICK, stopped)
    if not lead.values:
        return None
    level = statement.lead_of(lead)
    at_level = _Statement(cluster, goal, groups, (level, level))
    solution = at_level.solved(stopped, QUICK)
    return statement.plan(statement.chosen(solution if solution.values else lead))


def _first_of_cheapest(statement: _Statement, stopped: Callable[[], bool]) -> Searched:
    """The cheapest plan, of equal ones the first in the canonical order.

    Equals are not listed: ten swaps that cost nothing make a thousand of them. What two equal plans
    do differently falls apart into swaps that touch no common task, host or room. Each costs
    nothing by itself, or one of the two plans were not the cheapest; so of each the way that comes
    first is kept, and the other is excluded wherever the swap can be made.
    """
    solution = statement.solved(stopped)
    if solution.status is Status.INFEASIBLE:
        return Searched([], True)
    if not solution.values:
        return Searched([], False)
    best = statement.chosen(solution)
    if solution.status is not Status.OPTIMAL:
        return Searched([statement.plan(best)], False)
    statement.keep_cost(best)
    for _ in range(MOST_TIES):
        other = statement.another(stopped)
        if other.status is Status.INFEASIBLE:
            return Searched([statement.plan(best)], True)
        if not other.values:
            break
        best = statement.better_of_swaps(best, statement.chosen(other))
    return Searched([statement.plan(best)], False)


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
    statement = _Statement(cluster, goal, groups, (level, None))
    solution = choose(statement.program_of_lead(), FOREVER, stopped)
    return statement.lead_of(solution) if solution.status is Status.OPTIMAL else None


def _one_by_one(weights: Weights) -> list[Weights]:
    """The objectives in a weighted sum, each alone and counted by one, the heaviest first."""
    names = [name for name, weight in weights._asdict().items() if weight]
    return [
        Weights(**{name: 1})
        for name in sorted(names, key=lambda name: -int(getattr(weights, name)))
    ]


class _Statement:
    """The integer program over some groups."""

    def __init__(
        self,
        cluster: Cluster,
        goal: Goal,
        groups: Sequence[Group],
        lead: tuple[int | None, int | None],
    ) -> None:
        """State it.

        Args:
            cluster: what is to be partitioned.
            goal: what is minimised.
            groups: to choose from.
            lead: least and most that the leading objectives come to.
        """
        self._cluster, self._goal, self._groups = cluster, goal, groups
        self._variables = {f"g{number}": (0, 1) for number in range(len(groups))}
        self._tail = [
            {f"g{number}": weights.cost(group) for number, group in enumerate(groups)}
            for weights in _one_by_one(goal.tail)
        ]
        self._lead = {f"g{number}": goal.lead.cost(group) for number, group in enumerate(groups)}
        self._lines = [*self._tasks(), *self._hosts(), *self._rooms()]
        self._lines.append(Line("lead", self._lead, *lead))

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

    def _rooms(self) -> list[Line]:
        """The groups of both kinds at one municipality leave each other room."""
        taken: dict[Shared, dict[str, int]] = {}
        for number, group in enumerate(self._groups):
            if room := self._cluster.room_at.get(group.host):
                taken.setdefault(room, {})[f"g{number}"] = room.counts(group)
        return [
            Line(f"room{room.hosts[0]}", terms, None, room.most) for room, terms in taken.items()
        ]

    def chosen(self, solution: Solution) -> list[int]:
        """The numbers of the groups that a solution takes."""
        return [number for number in range(len(self._groups)) if solution.values[f"g{number}"]]

    def plan(self, chosen: Sequence[int]) -> Plan:
        """Some groups as a plan."""
        groups = [self._groups[number] for number in chosen]
        return plan_of(self._cluster, sum(map(self._goal.whole.cost, groups)), groups)

    def lead_of(self, solution: Solution) -> int:
        """What the leading objectives of a solution come to."""
        return sum(self._goal.lead.cost(self._groups[number]) for number in self.chosen(solution))

    def exclude(self, chosen: Sequence[int], unless: Iterable[int] = ()) -> None:
        """Never again all of these groups together, unless others are taken."""
        terms = {f"g{number}": 1 for number in chosen} | {f"g{number}": -1 for number in unless}
        self._lines.append(Line(f"not{len(self._lines)}", terms, None, len(chosen) - 1))

    def solved(self, stopped: Callable[[], bool], seconds: Fraction = FOREVER) -> Solution:
        """The best choice at one level: one objective after the other, so that numbers stay small.

        The solver computes in floating point: in one weighted sum they would be above 10^9.
        """
        lines = [*self._lines]
        solution = Solution(Status.UNKNOWN, {}, 0)
        for place, objective in enumerate(self._tail or [{}]):
            program = IntegerProgram(self._variables, tuple(lines), objective)
            found = choose(program, seconds, stopped)
            if found.status is not Status.OPTIMAL:
                # What is left open is open; what was chosen before is still a plan.
                values = found.values or solution.values
                status = Status.FEASIBLE if values else found.status
                return Solution(status, values, 0, found.interrupted)
            solution, least = found, program.value(found.values)
            lines.append(Line(f"least{place}", objective, None, least))
        return solution

    def program_of_lead(self) -> IntegerProgram:
        """The program that looks for the level."""
        return IntegerProgram(self._variables, tuple(self._lines), self._lead)

    def keep_cost(self, chosen: Sequence[int]) -> None:
        """From now on only plans that are no dearer than a cheapest one; and not this one."""
        for place, objective in enumerate(self._tail):
            value = sum(objective[f"g{number}"] for number in chosen)
            self._lines.append(Line(f"least{place}", objective, None, value))
        self.exclude(chosen)

    def another(self, stopped: Callable[[], bool]) -> Solution:
        """Any plan that is left: told to look for cheap ones, a solver sees sooner that none is."""
        objective = self._tail[-1] if self._tail else {}
        program = IntegerProgram(self._variables, tuple(self._lines), objective)
        return choose(program, FOREVER, stopped)

    def better_of_swaps(self, one: Sequence[int], other: Sequence[int]) -> list[int]:
        """Of each swap between two equal plans the way that comes first; excludes the other way."""
        best = set(one) & set(other)
        for ways in self._swaps(set(one) - set(other), set(other) - set(one)):
            first, last = sorted(ways, key=self._hosts_of)
            best |= set(first)
            self.exclude(last, self._in_the_way(first, last))
        if best != set(one):
            self.exclude(sorted(best))
        return sorted(best)

    def _swaps(self, here: Set[int], there: Set[int]) -> list[tuple[list[int], list[int]]]:
        """What two plans do differently, in parts that touch no common task, host or room."""
        joined: Joined[tuple[str, int]] = Joined()
        for number in here | there:
            first, *others = self._touched(number)
            for one in others:
                joined.join(first, one)
        firsts = {number: self._touched(number)[0] for number in sorted(here | there)}
        found = []
        for together in joined.sets(dict.fromkeys(firsts.values())):
            numbers = [number for number, first in firsts.items() if first in together]
            found.append(
                ([one for one in numbers if one in here], [one for one in numbers if one in there])
            )
        return found

    def _touched(self, number: int) -> list[tuple[str, int]]:
        """The tasks of a group, its host, and the other host of its room."""
        group = self._groups[number]
        room = self._cluster.room_at.get(group.host)
        hosts = (group.host,) if room is None else room.hosts
        tasks = [("task", task) for task in self._cluster.members(group.tasks)]
        return [*tasks, *(("host", host) for host in hosts)]

    def _hosts_of(self, chosen: Sequence[int]) -> list[tuple[int, str]]:
        """Where the tasks of some groups go, in the order of the tasks."""
        return sorted(
            (task, self._cluster.hosts[self._groups[number].host].code)
            for number in chosen
            for task in self._cluster.members(self._groups[number].tasks)
        )

    def _in_the_way(self, first: Sequence[int], last: Sequence[int]) -> list[int]:
        """The groups beside which one way of a swap can be gone and the other cannot."""
        return [
            number
            for number in range(len(self._groups))
            if not self._go_together(number, first) and self._go_together(number, last)
        ]

    def _go_together(self, number: int, chosen: Sequence[int]) -> bool:
        """Whether a group shares no task or host with others, and leaves them room."""
        one = self._groups[number]
        room = self._cluster.room_at.get(one.host)
        for other in (self._groups[each] for each in chosen):
            if one.tasks & other.tasks or one.host == other.host:
                return False
            shared = room is not None and room.other(one.host) == other.host
            if shared and not self._cluster.fit_together((one, other)):
                return False
        return True
