# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The relaxation: what a plan costs at least, proven in whole numbers.

Every task is in exactly one group (a set partition). Where groups may be taken in parts this is a
linear program over very many columns; it is solved by adding those that its prices call for, until
there are none. Whatever the prices are, rounded to whole numbers they prove a bound: a plan costs
what its tasks bring in, plus the reduced costs of its groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from math import floor, inf

from allocator.merging.planning.partition.cuts import WHOLE, Apart, Cut, Demand, Triple, worst_of
from allocator.merging.planning.partition.groups import Cluster, Group, Weights
from allocator.merging.planning.partition.pricing import Prices, priced_groups
from allocator.solving import LinearProgram

# Prices are rounded down to parts of so many.
SCALE = 10_000
# A reduced cost counts as below zero from here on: what is nearer is rounding of the solver.
NEGATIVE = -SCALE // 100
# Of each host so many groups join the program at a time, out of so many found.
TAKEN_PER_HOST = 40
FOUND_PER_HOST = 1_000
# Triples are sought so often, and so many are added each time.
MOST_ROUNDS = 12
TRIPLES_PER_ROUND = 20
# So many rounds may pass in which the bound rises by less than this.
PATIENCE = 2
RISE = SCALE // 100
# The solver is told of costs in a unit such that the cost of what a plan lacks has so many bits.
PENALTY_BITS = 23

Solved = tuple[Prices, int]
"""Prices, and what they prove; both scaled by `SCALE`."""


class Relaxation:
    """The linear program of a cluster, its prices and its bound, under the weights aimed at."""

    def __init__(self, cluster: Cluster, stopped: Callable[[], bool]) -> None:
        """Set it up with the tasks that stay alone.

        Args:
            cluster: what is to be partitioned.
            stopped: asked now and then; once it says yes, nothing more is found.
        """
        self.cluster, self.stopped = cluster, stopped
        self.rows = Rows(cluster)
        self.pool: list[Group] = []
        self._known: set[tuple[int, int]] = set()
        self._program = LinearProgram(self.rows.limits())
        self._weights, self._penalty = Weights(), 0
        homeless = cluster.all_tasks & ~sum(group.tasks for group in cluster.stays)
        # Where rooms are shared even tasks that may stay may keep one another from it.
        homeless = cluster.all_tasks if cluster.shared else homeless
        self._columns: list[int] = []  # of the groups in the pool
        # What a plan lacks: a task in no group, and what is missing of a demand.
        self._lacks = [
            self._program.add_column(0, [(task, 1)]) for task in cluster.members(homeless)
        ]
        self._cuts: list[Cut] = []
        self.add(cluster.stays)

    def aim(self, weights: Weights, penalty: int) -> None:
        """Say what groups cost from now on; groups and cuts stay, as they hold whatever is asked.

        Args:
            weights: of the objectives.
            penalty: cost of each thing that a plan lacks: more than any plan.
        """
        self._weights, self._penalty = weights, penalty
        costs = dict(zip(self._columns, map(weights.cost, self.pool), strict=True))
        costs |= dict.fromkeys(self._lacks, penalty)
        self._program.set_costs(costs, max(1, penalty >> PENALTY_BITS))

    def add(self, groups: Iterable[Group]) -> None:
        """Take groups into the program, each once."""
        first_cut = len(self.rows)
        for group in groups:
            if (group.host, group.tasks) not in self._known:
                self._known.add((group.host, group.tasks))
                self.pool.append(group)
                terms = [*self.rows.terms(group)]
                for at, cut in enumerate(self._cuts, start=first_cut):
                    if factor := cut.factor(group):
                        terms.append((at, factor))
                column = self._program.add_column(self._weights.cost(group), terms)
                self._columns.append(column)

    def demand(self, weights: Weights, least: int) -> None:
        """Demand that the plan costs at least so much under other weights."""
        self._cut(Demand(weights, least))
        # More may be demanded than any plan comes to.
        row = len(self.rows) + len(self._cuts) - 1
        self._lacks.append(self._program.add_column(self._penalty, [(row, 1)]))

    def _cut(self, cut: Cut) -> None:
        terms = [
            (column, factor)
            for group, column in zip(self.pool, self._columns, strict=True)
            if (factor := cut.factor(group))
        ]
        self._program.add_row(*cut.limits(), terms)
        self._cuts.append(cut)

    def tightened(self, solved: Solved | None) -> Solved | None:
        """Exclude groups in parts where three tasks tell that no plan has them, and solve again.

        Of the groups that hold two of three tasks, or all three, a plan has one at most.
        """
        idle = 0
        for _ in range(MOST_ROUNDS):
            triples = [] if solved is None else self._broken_triples()
            if solved is None or not triples or idle == PATIENCE:
                break
            before = solved[1]
            for triple in triples:
                self._cut(Triple(triple))
            solved = self.solve()
            # Where a bound does not rise, triples only move the parts about.
            idle = idle + 1 if solved and solved[1] < before + RISE else 0
        return solved

    def _broken_triples(self) -> list[int]:
        """The triples of which the program takes more groups in parts than a plan has."""
        pairs: dict[frozenset[int], float] = defaultdict(float)
        whole: dict[frozenset[int], float] = defaultdict(float)
        beside: dict[int, set[int]] = defaultdict(set)
        for group, value in self._taken():
            if WHOLE < value < 1 - WHOLE:
                members = list(self.cluster.members(group.tasks))
                for two in combinations(members, 2):
                    pairs[frozenset(two)] += value
                for three in combinations(members, 3):
                    whole[frozenset(three)] += value
                for one in members:
                    beside[one].update(members)
        broken: dict[frozenset[int], float] = {}
        for one, others in beside.items():
            for two in combinations(others - {one}, 2):
                triple = frozenset((one, *two))
                # A group with all three is in three of its pairs and counts once.
                taken = sum(pairs.get(triple - {out}, 0) for out in triple)
                taken -= 2 * whole.get(triple, 0)
                if taken > 1 + WHOLE:
                    broken[triple] = taken
        ordered = sorted(
            (-taken, sum(1 << one for one in triple)) for triple, taken in broken.items()
        )
        return [triple for _, triple in ordered[:TRIPLES_PER_ROUND]]

    def solve(self) -> Solved | None:
        """The prices at which no group is missing, and what they prove: scaled by `SCALE`.

        None if it was stopped, or if the solver fails.
        """
        while not self.stopped():
            if not self._program.solve():
                return None
            if crowded := self._crowded_rooms():
                for apart in crowded:
                    self._cut(apart)
                continue
            prices, brought = self._prices()
            before = len(self.pool)
            self.add(self._missing(prices, FOUND_PER_HOST))
            # Groups that are called for again although they are there: rounding of the solver.
            if len(self.pool) == before and not self.stopped():
                return prices, brought
        return None

    def _crowded_rooms(self) -> list[Apart]:
        """Of each room that the program fills beyond what whole groups do, the worst row."""
        if not self.cluster.shared:
            return []
        at: dict[int, list[tuple[Group, float]]] = defaultdict(list)
        for group, value in self._taken():
            if value > WHOLE and group.host in self.cluster.room_at:
                at[group.host].append((group, value))
        rooms = self.cluster.shared
        found = [worst_of(room, *(at[host] for host in room.hosts)) for room in rooms]
        # One that is there already is broken by rounding only.
        known = set(self._cuts)
        return [apart for apart in found if apart is not None and apart not in known]

    def _prices(self) -> tuple[Prices, int]:
        """The prices of the program in whole numbers, and what the rows bring in by them."""
        duals = [floor(value * SCALE) for value in self._program.prices]
        weights = Weights(*(SCALE * weight for weight in self._weights))
        brought, triples = 0, []
        steps: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for cut, dual in zip(self._cuts, duals[len(self.rows) :], strict=True):
            if isinstance(cut, Demand):
                worth = max(0, dual)
                pairs = zip(weights, cut.weights, strict=True)
                weights = Weights(*(one - worth * other for one, other in pairs))
                brought += worth * cut.least
            elif fine := max(0, -dual):
                brought -= fine
                if isinstance(cut, Triple):
                    triples.append((cut.tasks, fine))
                else:
                    for host in cut.room.hosts:
                        steps[host].append((cut.beyond_at(host), fine))
        tasks, hosts = self.rows.read(duals)
        brought += sum(tasks) - sum(hosts)
        return Prices(weights, tasks, hosts, triples, steps), brought

    def _missing(self, prices: Prices, most: int) -> list[Group]:
        """Groups of which the program would make use, the best of each host."""
        found = []
        for host in range(len(self.cluster.hosts)):
            priced = priced_groups(self.cluster, host, prices, NEGATIVE, most, self.stopped)
            best = sorted(priced.groups)[:TAKEN_PER_HOST]
            found += [group for _, group in best]
        return found

    def within(
        self, prices: Prices, gap: int, most: int
    ) -> tuple[list[tuple[int, Group]], int] | None:
        """Every group whose reduced cost is at most the gap, and what may go below the prices.

        Returns:
            Reduced cost and group, and the sum of the lowest reduced cost of each host that is
            below zero: a plan has one group of a host. None if there are more than `most`.
        """
        groups = [
            (reduced, group)
            for group in self.cluster.stays
            if (reduced := prices.reduced(self.cluster, group)) <= gap
        ]
        lowest: dict[int, int] = {}
        for reduced, group in groups:
            lowest[group.host] = min(lowest.get(group.host, 0), reduced)
        for host in range(len(self.cluster.hosts)):
            left = most - len(groups)
            priced = priced_groups(self.cluster, host, prices, gap, left, self.stopped)
            if not priced.complete or left <= 0:
                return None
            groups += priced.groups
            lowest[host] = min([lowest.get(host, 0), *(one for one, _ in priced.groups)])
        return groups, sum(lowest.values())

    def plan(self) -> list[Group] | None:
        """The plan that the program found, if it takes whole groups and nothing is missing."""
        used, taken = self._program.used, list(self._taken())
        split = any(WHOLE < value < 1 - WHOLE for _, value in taken)
        if split or any(used[lack] > WHOLE for lack in self._lacks):
            return None
        return [group for group, value in taken if value > WHOLE]

    def _taken(self) -> Iterator[tuple[Group, float]]:
        """Every group of the pool, and how much of it the program takes."""
        used = self._program.used
        for group, column in zip(self.pool, self._columns, strict=True):
            yield group, used[column]


class Rows:
    """The rows of the program: every task once, a host without a task of its own once at most."""

    def __init__(self, cluster: Cluster) -> None:
        """Number them: the tasks first."""
        self._cluster = cluster
        self._tasks = len(cluster.tasks)
        guests = [number for number, host in enumerate(cluster.hosts) if host.own is None]
        self._of_host = {number: self._tasks + row for row, number in enumerate(guests)}

    def __len__(self) -> int:
        return self._tasks + len(self._of_host)

    def limits(self) -> list[tuple[float, float]]:
        """Least and most of each row."""
        return [(1, 1)] * self._tasks + [(-inf, 1)] * len(self._of_host)

    def terms(self, group: Group) -> Iterator[tuple[int, int]]:
        """In which rows a group counts, and how much."""
        for task in self._cluster.members(group.tasks):
            yield task, 1
        if group.host in self._of_host:
            yield self._of_host[group.host], 1

    def read(self, duals: Sequence[int]) -> tuple[Sequence[int], list[int]]:
        """What each task brings in, and what each host charges."""
        hosts = [
            max(0, -duals[self._of_host[number]]) if number in self._of_host else 0
            for number in range(len(self._cluster.hosts))
        ]
        return duals[: self._tasks], hosts
