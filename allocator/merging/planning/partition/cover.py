# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The search: the cheapest plans among the groups that the prices left, each task in one group.

Depth first: the task with the fewest groups left is settled next, and a branch ends when its
reduced costs exceed what separates the best plan from the bound. All in whole numbers, so what the
search has gone through is a proof.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Sequence
from typing import NamedTuple

from allocator.merging.planning.partition.groups import NO_LIMIT, Cluster, Group, Weights
from allocator.merging.planning.partition.joined import Joined

# How many rare tasks are told apart when the next one is chosen.
RARE = 4
STOP_EVERY = 1_024


class Plan(NamedTuple):
    """Groups that hold every task once; plans are ordered by cost, then by where each task goes.

    Attributes:
        cost: under the weights of the search.
        hosts: per task the code of its host: the canonical order of equal plans.
        groups: the groups.
    """

    cost: int
    hosts: tuple[str, ...]
    groups: tuple[Group, ...]


class Searched(NamedTuple):
    """What a search came to.

    Attributes:
        plans: the cheapest, at most as many as asked, in order.
        complete: whether these are the cheapest of all within the gap.
    """

    plans: list[Plan]
    complete: bool


class Search:
    """Looks for the cheapest plans of a cluster."""

    def __init__(
        self,
        cluster: Cluster,
        weights: Weights,
        wanted: int,
        most_looks: int,
        stopped: Callable[[], bool],
        least: int = 0,
        most: int = NO_LIMIT,
    ) -> None:
        """Say what is looked for.

        Args:
            cluster: what is to be partitioned.
            weights: what groups cost.
            wanted: how many plans, the cheapest first.
            most_looks: give up after so many looks at a group.
            stopped: asked now and then; once it says yes, the search ends.
            least: plans that cost less are of no use.
            most: nor are plans that cost more.
        """
        self._cluster, self._weights, self._wanted = cluster, weights, wanted
        self._looks, self._stopped = most_looks, stopped
        self._branches = 0
        self._least, self._most = least, most
        self._plans: list[Plan] = []
        self._complete = True

    def among(self, groups: Sequence[tuple[int, Group]], gap: int) -> Searched:
        """Search groups with their reduced costs, which a plan brings up to the gap at most.

        Tasks that no chain of groups ties together are searched apart, unless together they have to
        cost something.
        """
        found = [Plan(0, ("",) * len(self._cluster.tasks), ())]
        self._complete = True
        covered = 0
        for part in [groups] if self._least else parts(self._cluster, groups):
            self._plans = []
            tasks = 0
            for _, group in part:
                tasks |= group.tasks
            covered |= tasks
            self._go_down(sorted(part), tasks, gap, 0, ())
            found = [both(one, other) for one in found for other in self._plans]
            found = sorted(found)[: self._wanted]
        return Searched(found if covered == self._cluster.all_tasks else [], self._complete)

    def _go_down(
        self,
        groups: Sequence[tuple[int, Group]],
        open_tasks: int,
        left: int,
        cost: int,
        chosen: tuple[Group, ...],
    ) -> None:
        """Settle one more task in every way; `groups` are those that go with what was chosen."""
        if not open_tasks:
            if cost >= self._least:
                insort(self._plans, plan_of(self._cluster, cost, chosen))
                del self._plans[self._wanted :]
            return
        self._branches += 1
        self._looks -= len(groups)
        if self._looks < 0 or (self._branches % STOP_EVERY == 0 and self._stopped()):
            self._complete = False
            return
        task = rarest(groups, open_tasks)
        for reduced, group in groups if task else ():
            if not group.tasks & task:
                continue
            dearer = cost + self._weights.cost(group)
            full = len(self._plans) == self._wanted
            if dearer > self._most or (full and dearer > self._plans[-1].cost):
                continue
            if not self._complete:
                return
            onward = self._onward(groups, group, left - reduced)
            self._go_down(
                onward, open_tasks & ~group.tasks, left - reduced, dearer, (*chosen, group)
            )

    def _onward(
        self, groups: Sequence[tuple[int, Group]], chosen: Group, left: int
    ) -> list[tuple[int, Group]]:
        """The groups that still go with one that was chosen, cheapest first."""
        held, host = chosen.tasks, chosen.host
        onward = []
        for one in groups:
            if one[0] > left:
                break
            if not one[1].tasks & held and one[1].host != host:
                onward.append(one)
        return self._with_room(onward, chosen) if self._cluster.shared else onward

    def _with_room(
        self, groups: Sequence[tuple[int, Group]], chosen: Group
    ) -> list[tuple[int, Group]]:
        """Those that leave room for one that was chosen, where they share one with it."""
        room = self._cluster.room_at.get(chosen.host)
        if room is None:
            return [*groups]
        other, left = room.other(chosen.host), room.most - room.counts(chosen)
        return [one for one in groups if one[1].host != other or room.counts(one[1]) <= left]


def plan_of(cluster: Cluster, cost: int, groups: Sequence[Group]) -> Plan:
    """A plan with its groups in the order of their tasks."""
    hosts = [""] * len(cluster.tasks)
    for group in groups:
        for task in cluster.members(group.tasks):
            hosts[task] = cluster.hosts[group.host].code
    return Plan(cost, tuple(hosts), tuple(sorted(groups, key=lambda group: group.tasks)))


def both(one: Plan, other: Plan) -> Plan:
    """Two plans of different tasks as one."""
    hosts = tuple(here or there for here, there in zip(one.hosts, other.hosts, strict=True))
    groups = sorted((*one.groups, *other.groups), key=lambda group: group.tasks)
    return Plan(one.cost + other.cost, hosts, tuple(groups))


def parts(cluster: Cluster, groups: Sequence[tuple[int, Group]]) -> list[list[tuple[int, Group]]]:
    """The groups in parts that share no task, no host and no room."""
    joined: Joined[tuple[str, int]] = Joined()
    for room in cluster.shared:
        here, there = room.hosts
        joined.join(("host", here), ("host", there))
    for _, group in groups:
        for task in cluster.members(group.tasks):
            joined.join(("task", task), ("host", group.host))
    at: dict[int, list[tuple[int, Group]]] = {}
    for one in groups:
        at.setdefault(one[1].host, []).append(one)
    return [
        [one for _, host in hosts for one in at[host]]
        for hosts in joined.sets(("host", host) for host in at)
    ]


def rarest(groups: Sequence[tuple[int, Group]], open_tasks: int) -> int:
    """The open task, as a set, that the fewest groups hold; nothing if one is in no group."""
    levels = [0] * RARE
    for _, group in groups:
        carry = group.tasks
        for level in range(RARE):
            levels[level], carry = levels[level] | carry, levels[level] & carry
            if not carry:
                break
    if open_tasks & ~levels[0]:
        return 0
    for level in levels[1:]:
        if scarce := open_tasks & ~level:
            return scarce & -scarce
    return open_tasks & -open_tasks
