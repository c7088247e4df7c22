# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The best plans of one cluster: by a table where it is small, else relax, price, search, prove.

The leading objectives are small whole numbers: level by level the relaxation raises them from what
it proves to be their least, and at each level the kilometres are minimised within the gap that is
left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from allocator.merging.planning.partition.choice import cheapest, least_lead
from allocator.merging.planning.partition.cover import Plan, Search, Searched, plan_of
from allocator.merging.planning.partition.groups import NO_LIMIT, Cluster, Goal, Group, Weights
from allocator.merging.planning.partition.objectives import ADDED_UP, most_of
from allocator.merging.planning.partition.pricing import Prices, priced_groups
from allocator.merging.planning.partition.relaxation import SCALE, Relaxation
from allocator.merging.planning.partition.table import cheapest_plan

# So many groups within the gap fill a few hundred MB.
MOST_GROUPS = 400_000
# A search with more branches is left to the solver, if that has no more groups than this.
MOST_NODES = 3_000
MOST_FOR_SOLVER = 60_000
# Of each host so many groups make a first plan when there is no time for a better one.
QUICK_PER_HOST = 20
# While a first plan is looked for, the gap grows so much each time.
GROWTH = 8
FIRST_GAP = 100 * SCALE


@dataclass(frozen=True, slots=True)
class Best:
    """The best plans of a cluster.

    Attributes:
        plans: the cheapest first; empty where no plan keeps to the caps.
        bound: no plan costs less than this.
        proven: whether these are the cheapest, in order.
    """

    plans: tuple[Plan, ...]
    bound: int
    proven: bool


def best_plans(
    cluster: Cluster,
    goal: Goal,
    wanted: int,
    stopped: Callable[[], bool],
    dearest: int | None = None,
    demands: Sequence[tuple[Weights, int]] = (),
) -> Best:
    """The cheapest plans, proven, or the best found when it was stopped.

    Args:
        cluster: what is to be partitioned.
        goal: what is minimised.
        wanted: how many plans.
        stopped: asked now and then.
        dearest: plans that cost more are of no use; None: any is.
        demands: nor are plans that come to less under other weights. The last are those of the
            leading objectives.
    """
    alone = not any(host.joinable for host in cluster.hosts)
    if alone and len(cluster.stays) == len(cluster.tasks) and dearest is None and not demands:
        # Nobody can be reached: there is one plan, and no time is too short for it.
        cost = sum(map(goal.whole.cost, cluster.stays))
        return Best((plan_of(cluster, cost, cluster.stays),), cost, True)
    if wanted == 1 and not demands and not stopped():
        plans, complete = cheapest_plan(cluster, goal.whole)
        if complete:
            useful = [plan for plan in plans if dearest is None or plan.cost <= dearest]
            return Best(tuple(useful), plans[0].cost if plans else 0, True)
    return relaxed_plans(cluster, goal, wanted, stopped, dearest, demands)


def relaxed_plans(
    cluster: Cluster,
    goal: Goal,
    wanted: int,
    stopped: Callable[[], bool],
    dearest: int | None = None,
    demands: Sequence[tuple[Weights, int]] = (),
) -> Best:
    """The same by the relaxation, however large the cluster and however many plans are wanted."""
    return _Levels(cluster, goal, wanted, stopped, dearest, demands).climbed()


def highest_cost(cluster: Cluster, weights: Weights) -> int:
    """No plan costs more than this."""
    parts = {name: most_of(cluster, name) for name in ADDED_UP}
    return sum(getattr(weights, name) * most for name, most in parts.items())


def _growing(weights: Weights) -> Iterator[Weights]:
    """The heaviest weight alone, then with the next, until all are there."""
    for least in sorted(filter(None, weights), reverse=True):
        yield Weights(*(weight if weight >= least else 0 for weight in weights))


class _Levels:
    """The levels of the leading objectives, from the least upwards."""

    def __init__(
        self,
        cluster: Cluster,
        goal: Goal,
        wanted: int,
        stopped: Callable[[], bool],
        dearest: int | None,
        demands: Sequence[tuple[Weights, int]],
    ) -> None:
        self._cluster, self._goal, self._wanted, self._stopped = cluster, goal, wanted, stopped
        self._relaxation = Relaxation(cluster, stopped)
        for demand in demands:
            self._relaxation.demand(*demand)
        self._aim(goal.whole)
        self._plans: list[Plan] = []
        # The best that was come upon, proven or not: for when there is no time for more.
        self._seen: set[Plan] = set()
        self._bound, self._proven = 0, True
        # So many plans are known that cost no more than this.
        self._upper, self._dearest = dearest, dearest
        self._start = demands[-1][1] if demands else 0
        # No plan is at a level below this; where the solver has been asked.
        self._least_level = -1

    def _aim(self, weights: Weights) -> None:
        self._relaxation.aim(weights, 2 * highest_cost(self._cluster, weights) + 1)

    def climbed(self) -> Best:
        """The plans of each level until there are enough."""
        solved = self._relaxation.solve()
        if solved is not None and self._relaxation.plan() is None:
            self._raise()
            solved = self._relaxation.tightened(self._relaxation.solve())
        highest = highest_cost(self._cluster, self._goal.lead)
        if self._dearest is not None:
            highest = min(highest, self._dearest // self._goal.step)
        level, first = self._start, True
        while solved is not None:
            bound = self._rounded_up(solved)
            if first:
                self._bound, first = bound, False
            level = max(level, bound // self._goal.step)
            if level > highest:
                break
            found = self._at(level, solved)
            self._plans += found.plans
            self._proven &= found.complete
            if len(self._plans) >= self._wanted:
                break
            level = max(level + 1, self._least_level)
            solved = self._demanding(level)
        if solved is None or not (self._plans or self._proven):
            return self._so_far()
        bound = self._plans[0].cost if self._plans and self._proven else self._bound
        return Best(tuple(self._plans), bound, self._proven)

    def _raise(self) -> None:
        """Demand of the relaxation what the leading objectives come to at least, rounded up.

        One after the other: first what the first comes to, then the first two together.
        """
        for weights in _growing(self._goal.lead):
            self._aim(weights)
            solved = self._relaxation.tightened(self._relaxation.solve())
            if solved is None:
                break
            self._relaxation.demand(weights, self._rounded_up(solved))
        self._aim(self._goal.whole)

    def _demanding(self, level: int) -> tuple[Prices, int] | None:
        """The relaxation from a level of the leading objectives upwards."""
        self._relaxation.demand(self._goal.lead, level)
        return self._relaxation.tightened(self._relaxation.solve())

    def _ask_for_level(self, level: int, solved: tuple[Prices, int]) -> None:
        """Have the solver tell at which level there is a plan, where that is open."""
        prices, brought = solved
        if self._upper is None or self._upper < self._goal.step * (level + 1):
            return
        gap = SCALE * self._upper - brought
        within = self._relaxation.within(prices, gap, MOST_FOR_SOLVER)
        if within is not None and within[1]:
            within = self._relaxation.within(prices, gap - within[1], MOST_FOR_SOLVER)
        if within is not None:
            groups = [group for _, group in within[0]]
            found = least_lead(self._cluster, self._goal, level, groups, self._stopped)
            self._least_level = level if found is None else found

    def _rounded_up(self, solved: tuple[Prices, int]) -> int:
        """What prices prove, in whole numbers; 0 where too many groups undercut them."""
        prices, brought = solved
        within = self._relaxation.within(prices, -1, MOST_GROUPS)
        return 0 if within is None else max(0, -(-(brought + within[1]) // SCALE))

    def _at(self, level: int, solved: tuple[Prices, int]) -> Searched:
        """The plans still wanted at one level, the gap growing until they are within it."""
        prices, brought = solved
        wanted = self._wanted - len(self._plans)
        step = self._goal.step
        dearest = step * (level + 1) - 1
        if self._dearest is not None:
            dearest = min(dearest, self._dearest)
        ceiling = SCALE * dearest - brought
        gap = min(self._first_gap(brought), ceiling)
        while not self._stopped():
            within = self._relaxation.within(prices, gap, MOST_GROUPS)
            if within is None:
                break
            groups, below = within
            searched = self._search(level, groups, gap - below, wanted, solved)
            if self._least_level > level:
                return Searched([], True)
            plans = [plan for plan in searched.plans if plan.cost <= dearest]
            enough = len(plans) == wanted
            # With groups below their prices the others of a plan may be that much above.
            most = ceiling - below
            needed = SCALE * plans[-1].cost - brought - below if enough else most
            if not searched.complete or min(needed, most) <= gap:
                return Searched(plans, searched.complete)
            gap = needed if enough else min(most, max(GROWTH * gap, FIRST_GAP))
        return Searched([], False)

    def _first_gap(self, brought: int) -> int:
        """What separates the plan of the relaxation from its bound, if it is a plan."""
        plan = self._relaxation.plan()
        if plan is None or self._wanted > 1:
            return FIRST_GAP
        return max(0, SCALE * sum(map(self._goal.whole.cost, plan)) - brought)

    def _search(
        self,
        level: int,
        groups: list[tuple[int, Group]],
        gap: int,
        wanted: int,
        solved: tuple[Prices, int],
    ) -> Searched:
        # Below the first level there is no plan; later ones leave out those that are known.
        least = self._goal.step * level if self._start or self._plans else 0
        whole = self._goal.whole
        most = NO_LIMIT if self._upper is None else self._upper
        search = Search(self._cluster, whole, wanted, MOST_NODES, self._stopped, least, most)
        searched = search.among(groups, gap)
        self._seen.update(searched.plans)
        if len(searched.plans) == wanted:
            self._upper = min(searched.plans[-1].cost, most)
        if searched.complete or len(groups) > MOST_FOR_SOLVER or self._stopped():
            return searched
        if self._least_level < 0:
            self._ask_for_level(level, solved)
        if self._least_level > level:
            return Searched([], True)
        among = [group for _, group in groups]
        chosen = cheapest(self._cluster, self._goal, level, among, wanted, self._stopped)
        self._seen.update(chosen.plans)
        return chosen

    def _so_far(self) -> Best:
        """The best plans among the groups that were looked at."""
        cluster, whole = self._cluster, self._goal.whole
        pool = self._relaxation.pool
        if len(pool) == len(cluster.stays):
            self._relaxation.add(_quick_groups(cluster, whole))
        groups = [(whole.cost(group), group) for group in pool]
        search = Search(cluster, whole, self._wanted, MOST_NODES, lambda: False)
        plans = search.among(groups, highest_cost(cluster, whole)).plans
        seen = [plan for plan in self._seen if self._dearest is None or plan.cost <= self._dearest]
        plans = sorted({*plans, *seen})[: self._wanted]
        if len(cluster.stays) == len(cluster.tasks):
            cost = sum(map(whole.cost, cluster.stays))
            plans = sorted({*plans, plan_of(cluster, cost, cluster.stays)})[: self._wanted]
        return Best(tuple(plans), self._bound, False)


def _quick_groups(cluster: Cluster, weights: Weights) -> Iterator[Group]:
    """Some groups of each host that cost less than their tasks do where they stay.

    For when time was up before the relaxation asked for any: a few thousand sets are looked at.
    """
    stays = {group.tasks.bit_length() - 1: weights.cost(group) for group in cluster.stays}
    homeless = highest_cost(cluster, weights)
    tasks = [stays.get(task, homeless) for task in range(len(cluster.tasks))]
    prices = Prices(weights, tasks, [0] * len(cluster.hosts), ())
    for host in range(len(cluster.hosts)):
        priced = priced_groups(cluster, host, prices, -1, QUICK_PER_HOST, lambda: True)
        yield from (group for _, group in priced.groups)
