# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The best plans of one cluster: by a table where it is small, else relax, price, search, prove.

The leading objectives are small whole numbers: level by level the relaxation raises them from what
it proves to be their least, and at each level the kilometres are minimised within the gap that is
left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from allocator.merging.planning.partition.choice import cheapest, good_plan, least_lead
from allocator.merging.planning.partition.cover import Plan, Search, Searched, plan_of
from allocator.merging.planning.partition.groups import NO_LIMIT, Cluster, Goal, Group, Weights
from allocator.merging.planning.partition.objectives import ADDED_UP, most_of
from allocator.merging.planning.partition.pricing import Prices, priced_groups
from allocator.merging.planning.partition.relaxation import SCALE, Relaxation, Solved
from allocator.merging.planning.partition.table import cheapest_plan

# So many groups within the gap fill a few hundred MB.
MOST_GROUPS = 400_000
# A search with more looks at groups is left to the solver, if that has no more groups than this.
MOST_LOOKS = 500_000
MOST_FOR_SOLVER = 60_000
# So many are searched without a plan to begin with.
MOST_AT_ONCE = 2_000
# For each task so many of the likeliest groups make a plan to begin with.
GROUPS_PER_TASK = 8
# A bound that is so near to the next whole number is not worth more rows, until all is added up.
NEARLY = SCALE // 20
# Of each host so many groups make a first plan when there is no time for a better one.
QUICK_PER_HOST = 20
# While a first plan is looked for, the gap grows so much each time.
GROWTH = 8
FIRST_GAP = 100 * SCALE


class Begun(NamedTuple):
    """What a search begins with: it spares time, and has no say in the answer.

    Attributes:
        plan: groups that make a plan; none where no plan is known.
        likely: groups that may be of use.
    """

    plan: tuple[Group, ...] = ()
    likely: tuple[Group, ...] = ()


NOTHING_BEGUN = Begun()


@dataclass(frozen=True, slots=True)
class Best:
    """The best plans of a cluster.

    Attributes:
        plans: the cheapest first; empty where no plan keeps to the caps.
        bound: no plan costs less than this.
        proven: whether these are the cheapest, in order.
        likely: groups that nearly made it, to begin a similar question with.
    """

    plans: tuple[Plan, ...]
    bound: int
    proven: bool
    likely: tuple[Group, ...] = field(default=(), compare=False)


def best_plans(
    cluster: Cluster,
    goal: Goal,
    wanted: int,
    stopped: Callable[[], bool],
    dearest: int | None = None,
    demands: Sequence[tuple[Weights, int]] = (),
    begun: Begun = NOTHING_BEGUN,
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
        begun: what is known from similar questions.
    """
    alone = not any(host.joinable for host in cluster.hosts)
    free = dearest is None and not demands and not cluster.shared
    if alone and free and len(cluster.stays) == len(cluster.tasks):
        # Nobody can be reached: there is one plan, and no time is too short for it.
        cost = sum(map(goal.whole.cost, cluster.stays))
        return Best((plan_of(cluster, cost, cluster.stays),), cost, True)
    if wanted == 1 and not demands and not cluster.shared and not stopped():
        plans, complete = cheapest_plan(cluster, goal.whole)
        if complete:
            useful = [plan for plan in plans if dearest is None or plan.cost <= dearest]
            return Best(tuple(useful), plans[0].cost if plans else 0, True)
    return relaxed_plans(cluster, goal, wanted, stopped, dearest, demands, begun)


def relaxed_plans(
    cluster: Cluster,
    goal: Goal,
    wanted: int,
    stopped: Callable[[], bool],
    dearest: int | None = None,
    demands: Sequence[tuple[Weights, int]] = (),
    begun: Begun = NOTHING_BEGUN,
) -> Best:
    """The same by the relaxation, however large the cluster and however many plans are wanted."""
    return _Levels(cluster, goal, wanted, stopped, dearest, demands, begun).climbed()


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
        begun: Begun,
    ) -> None:
        self._cluster, self._goal, self._wanted, self._stopped = cluster, goal, wanted, stopped
        self._relaxation = Relaxation(cluster, stopped)
        for demand in demands:
            self._relaxation.demand(*demand)
        self._relaxation.add((*begun.plan, *begun.likely))
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
        # Whether a plan to begin with is still to be sought.
        self._unsought = wanted == 1 and not demands
        if begun.plan:
            self._note([plan_of(cluster, sum(map(goal.whole.cost, begun.plan)), begun.plan)])

    def _note(self, plans: Sequence[Plan]) -> None:
        """Note plans that were come upon: the best of them are proven, or told when time is up."""
        useful = [one for one in plans if self._dearest is None or one.cost <= self._dearest]
        self._seen.update(useful)
        if self._wanted == 1 and useful:
            costs = [one.cost for one in useful]
            self._upper = min(costs if self._upper is None else [*costs, self._upper])

    def _aim(self, weights: Weights) -> None:
        self._relaxation.aim(weights, 2 * highest_cost(self._cluster, weights) + 1)

    def climbed(self) -> Best:
        """The plans of each level until there are enough."""
        # Where rooms are shared hardly ever a first relaxation is a plan: that is not looked at.
        solved = None if self._cluster.shared else self._relaxation.solve()
        if solved is None or self._relaxation.plan() is None:
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
        likely = self._likely(solved[0])
        if self._proven:
            bound = self._plans[0].cost if self._plans else self._bound
            return Best(tuple(self._plans), bound, True, likely)
        plans = sorted({*self._plans, *self._seen})[: self._wanted]
        return Best(tuple(plans), self._bound, False, likely)

    def _raise(self) -> None:
        """Demand of the relaxation what the leading objectives come to at least, rounded up.

        One after the other: first what the first comes to, then the first two together.
        """
        steps = [*_growing(self._goal.lead)]
        for weights in steps:
            self._aim(weights)
            solved = self._relaxation.solve()
            if solved is not None and (weights is steps[-1] or not self._nearly_whole(solved)):
                solved = self._relaxation.tightened(solved)
            if solved is None:
                break
            self._relaxation.demand(weights, self._rounded_up(solved))
        self._aim(self._goal.whole)

    def _nearly_whole(self, solved: Solved) -> bool:
        """Whether more rows could hardly raise a bound to the next whole number."""
        return -solved[1] % SCALE < NEARLY

    def _demanding(self, level: int) -> Solved | None:
        """The relaxation from a level of the leading objectives upwards."""
        self._relaxation.demand(self._goal.lead, level)
        return self._relaxation.tightened(self._relaxation.solve())

    def _ask_for_level(self, level: int, solved: Solved) -> None:
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

    def _rounded_up(self, solved: Solved) -> int:
        """What prices prove, in whole numbers; 0 where too many groups undercut them."""
        prices, brought = solved
        within = self._relaxation.within(prices, -1, MOST_GROUPS)
        return 0 if within is None else max(0, -(-(brought + within[1]) // SCALE))

    def _at(self, level: int, solved: Solved) -> Searched:
        """The plans still wanted at one level, the gap growing until they are within it."""
        prices, brought = solved
        wanted = self._wanted - len(self._plans)
        if self._unsought and self._relaxation.plan() is None and self._many(level, solved):
            self._seek_a_plan(prices)
        dearest = self._dearest_at(level)
        ceiling = SCALE * dearest - brought
        gap, narrow = min(self._first_gap(brought), ceiling), False
        while not self._stopped():
            within = self._relaxation.within(prices, gap, MOST_GROUPS)
            if within is None and gap > FIRST_GAP and not narrow:
                gap, narrow = FIRST_GAP, True
                continue
            if within is None:
                break
            groups, below = within
            if below and ceiling <= gap < ceiling - below:
                # With groups below their prices the others of a plan may be that much above.
                gap = ceiling - below
                continue
            searched = self._search(level, groups, gap - below, wanted, solved)
            if self._least_level > level:
                return Searched([], True)
            plans = [plan for plan in searched.plans if plan.cost <= dearest]
            enough = len(plans) == wanted
            most = SCALE * self._dearest_at(level) - brought - below
            needed = SCALE * plans[-1].cost - brought - below if enough else most
            if not searched.complete or min(needed, most) <= gap:
                return Searched(plans, searched.complete)
            gap = needed if enough else min(most, max(GROWTH * gap, FIRST_GAP))
        return Searched([], False)

    def _dearest_at(self, level: int) -> int:
        """Plans at a level that cost more than this are of no use."""
        limits = [self._goal.step * (level + 1) - 1]
        limits += [most for most in (self._dearest, self._upper) if most is not None]
        return min(limits)

    def _many(self, level: int, solved: Solved) -> bool:
        """Whether so many groups may be in a plan at a level that a plan is worth knowing first."""
        prices, brought = solved
        gap = SCALE * self._dearest_at(level) - brought
        return self._relaxation.within(prices, gap, MOST_AT_ONCE) is None

    def _seek_a_plan(self, prices: Prices) -> None:
        """Look for a good plan among the likeliest groups: nothing that is dearer matters then."""
        self._unsought = False
        highest = None if self._dearest is None else self._dearest // self._goal.step
        likely = self._likely(prices)
        plan = good_plan(self._cluster, self._goal, likely, highest, self._stopped)
        self._note([] if plan is None else [plan])

    def _likely(self, prices: Prices) -> tuple[Group, ...]:
        """The groups that cost the least above their prices, and those that stay alone."""
        cluster = self._cluster
        ordered = sorted((prices.reduced(cluster, group), group) for group in self._relaxation.pool)
        likely = [group for _, group in ordered[: GROUPS_PER_TASK * len(cluster.tasks)]]
        return tuple(dict.fromkeys([*likely, *cluster.stays]))

    def _first_gap(self, brought: int) -> int:
        """What separates the plan of the relaxation from its bound, or the best that is known."""
        plan = self._relaxation.plan()
        if plan is None and self._upper is not None and self._wanted == 1:
            return max(0, SCALE * self._upper - brought)
        if plan is None or self._wanted > 1:
            return FIRST_GAP
        return max(0, SCALE * sum(map(self._goal.whole.cost, plan)) - brought)

    def _search(
        self,
        level: int,
        groups: list[tuple[int, Group]],
        gap: int,
        wanted: int,
        solved: Solved,
    ) -> Searched:
        # Below the first level there is no plan; later ones leave out those that are known.
        least = self._goal.step * level if self._start or self._plans else 0
        whole = self._goal.whole
        most = NO_LIMIT if self._upper is None else self._upper
        search = Search(self._cluster, whole, wanted, MOST_LOOKS, self._stopped, least, most)
        searched = search.among(groups, gap)
        self._note(searched.plans)
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
        self._note(chosen.plans)
        return chosen

    def _so_far(self) -> Best:
        """The best plans among the groups that were looked at."""
        cluster, whole = self._cluster, self._goal.whole
        pool = self._relaxation.pool
        if len(pool) == len(cluster.stays):
            self._relaxation.add(_quick_groups(cluster, whole))
        groups = [(whole.cost(group), group) for group in pool]
        search = Search(cluster, whole, self._wanted, MOST_LOOKS, lambda: False)
        self._note(search.among(groups, highest_cost(cluster, whole)).plans)
        if len(cluster.stays) == len(cluster.tasks) and cluster.fit_together(cluster.stays):
            cost = sum(map(whole.cost, cluster.stays))
            self._note([plan_of(cluster, cost, cluster.stays)])
        plans = sorted(self._seen)[: self._wanted]
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
