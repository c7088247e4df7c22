# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The cheapest plan of a small cluster, by dynamic programming over its open tasks.

Of every shape (`shapes`) the cheapest host is taken, and the shape is dropped where its parts cost
less apart. Then a table is filled: for a set of tasks that are still open, what they cost at least.
The rarest open task goes into one group after the other, and what is left is looked up. No solver
is started and every number is whole, so the table is the proof.

Tasks are given prices first, such that no group costs less than its tasks bring in. What a group
costs above that is all that is added up, and a group that alone exceeds the best is not gone into.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from allocator.merging.planning.partition.cover import Searched, plan_of
from allocator.merging.planning.partition.groups import (
    NO_LIMIT,
    Cluster,
    Group,
    Weights,
    group_of,
)
from allocator.merging.planning.partition.shapes import Shapes, shapes_of

# A larger table is left to the relaxation.
MOST_ENTRIES = 10_000


class Column(NamedTuple):
    """A group with its rows: one for each task, and one for a host without a task of its own."""

    cost: int
    host: int
    tasks: tuple[int, ...]


Columns = dict[int, Column]
"""By the rows."""


def cheapest_plan(cluster: Cluster, weights: Weights) -> Searched:
    """The cheapest plan of a cluster, of equal ones the first in the canonical order.

    Args:
        cluster: what is to be partitioned.
        weights: what groups cost.

    Returns:
        The plan, or nothing where no groups hold every task; not complete where the cluster is too
        large for a table.
    """
    shapes = shapes_of(cluster)
    if shapes is None:
        return Searched([], False)
    table = _Table(cluster, columns_of(cluster, weights, shapes), shapes)
    groups = table.groups()
    if groups is None or not table.complete:
        return Searched([], table.complete)
    cost = sum(map(weights.cost, groups))
    return Searched([plan_of(cluster, cost, groups)], True)


def columns_of(cluster: Cluster, weights: Weights, shapes: Shapes) -> Columns:
    """Of every shape its cheapest group, the first host among equals; less those that no plan has.

    Where the parts of a shape cost less apart, a plan with it is never the cheapest.
    """
    found = {
        group.tasks: Column(weights.cost(group), group.host, (group.tasks.bit_length() - 1,))
        for group in cluster.stays
    }
    # What rows cost at most, in one group or in several; a host that nobody goes to costs nothing.
    apart = [NO_LIMIT] * shapes.tasks + [0] * len(shapes.guests)
    for column in found.values():
        apart[column.tasks[0]] = column.cost
    places = [task.places for task in cluster.tasks]
    ways = _ways(cluster, weights)
    least = [weights.moved_tasks * moved + weights.sites for moved in range(cluster.most_members)]
    for rows, tasks, hosts, parts, moved in shapes.listed:
        fewest = least[moved]
        for one, other in parts:
            if apart[one] + apart[other] < fewest:
                apart.append(apart[one] + apart[other])
                break
        else:
            cheapest = min([apart[one] + apart[other] for one, other in parts], default=NO_LIMIT)
            size = sum([places[task] for task in tasks])
            for number in hosts:
                host = cluster.hosts[number]
                if host.need <= size <= host.room:
                    way = ways[number]
                    cost = fewest + sum([way[task] for task in tasks])
                    # Of equal groups the first, and those that cost what their parts do as well.
                    if cost < cheapest or (cost == cheapest and rows not in found):
                        cheapest = cost
                        found[rows] = Column(cost, number, tasks)
            apart.append(cheapest)
    return found


def _ways(cluster: Cluster, weights: Weights) -> list[list[int]]:
    """Per host, what it costs to move each task there; nothing for its own."""
    ways = []
    for host in cluster.hosts:
        way = [0] * len(cluster.tasks)
        for task, tenths in zip(host.joinable, host.tenths_km, strict=True):
            way[task] = weights.place_km * cluster.tasks[task].places * tenths
        ways.append(way)
    return ways


class _Table:
    """What open tasks cost at least, above their prices."""

    def __init__(self, cluster: Cluster, columns: Columns, shapes: Shapes) -> None:
        self._cluster, self._columns = cluster, columns
        self._tasks = cluster.all_tasks
        self._all = (1 << shapes.tasks + len(shapes.guests)) - 1
        holders = _holders(columns, shapes.tasks)
        slacks = _slacks(columns, holders)
        # Per task, in the order in which they are settled: the columns with it and none before it.
        self._choices: dict[int, list[tuple[int, int]]] = {}
        settled = 0
        for task in sorted(range(shapes.tasks), key=lambda task: len(holders[task])):
            choices = [(slacks[rows], rows) for rows in holders[task] if not rows & settled]
            self._choices[1 << task] = sorted(choices)
            settled |= 1 << task
        self._least: dict[int, int] = {}
        self._firsts: dict[int, tuple[int, ...]] = {}
        self.complete = True

    def groups(self) -> list[Group] | None:
        """The groups of the first plan among the cheapest; None if there is no plan."""
        if self.least(self._all) >= NO_LIMIT:
            return None
        return [self._group(rows) for rows in self._first(self._all)]

    def least(self, rows: int) -> int:
        """What it costs at least to settle the open tasks among some rows."""
        if not rows & self._tasks:
            return 0
        known = self._least.get(rows)
        if known is not None:
            return known
        if len(self._least) >= MOST_ENTRIES:
            self.complete = False
            return NO_LIMIT
        best, settled = NO_LIMIT, ~rows
        for slack, column in self._next(rows):
            if slack >= best:
                break
            if not column & settled:
                whole = slack + self.least(rows ^ column)
                best = min(best, whole)
        self._least[rows] = best
        return best

    def _first(self, rows: int) -> tuple[int, ...]:
        """The columns that settle some rows at the least cost, first in the canonical order.

        With any one column goes the first way to settle what it leaves: whatever the column, the
        hosts of those tasks are compared in the same order.
        """
        if not rows & self._tasks:
            return ()
        if rows not in self._firsts:
            least = self.least(rows)
            ways = [
                (column, *self._first(rows ^ column))
                for slack, column in self._next(rows)
                if slack <= least
                and not column & ~rows
                and slack + self.least(rows ^ column) == least
            ]
            self._firsts[rows] = ways[0] if len(ways) == 1 else min(ways, key=self._hosts)
        return self._firsts[rows]

    def _next(self, rows: int) -> list[tuple[int, int]]:
        """The columns that may settle the first open task, the cheapest first."""
        for task, choices in self._choices.items():
            if rows & task:
                return choices
        return []

    def _hosts(self, columns: Sequence[int]) -> tuple[str, ...]:
        return plan_of(self._cluster, 0, [self._group(rows) for rows in columns]).hosts

    def _group(self, rows: int) -> Group:
        return group_of(self._cluster, self._columns[rows].host, rows & self._tasks)


def _holders(columns: Columns, tasks: int) -> list[list[int]]:
    """Per task the columns with it."""
    holders: list[list[int]] = [[] for _ in range(tasks)]
    for rows, column in columns.items():
        for task in column.tasks:
            holders[task].append(rows)
    return holders


def _slacks(columns: Columns, holders: Sequence[Sequence[int]]) -> dict[int, int]:
    """What each column costs above the prices of its tasks, which is nowhere below zero.

    A task first brings in the least part that it has in the cost of a column, then, the rarest
    first, what is left in all columns with it.
    """
    slacks = {rows: column.cost for rows, column in columns.items()}
    shares = [
        min((columns[rows].cost // len(columns[rows].tasks) for rows in held), default=0)
        for held in holders
    ]
    for task, held in enumerate(holders):
        for rows in held:
            slacks[rows] -= shares[task]
    for held in sorted(holders, key=len):
        least = min([slacks[rows] for rows in held], default=0)
        for rows in held if least else ():
            slacks[rows] -= least
    return slacks
