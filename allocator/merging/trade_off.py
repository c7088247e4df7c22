# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The trade-off: fewer sites against fewer moved tasks against fewer kilometres."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from allocator.merging.cover import Plan
from allocator.merging.draft import Draft
from allocator.merging.groups import Cluster, Goal
from allocator.merging.objectives import goal_of
from allocator.merging.optimum import Best, best_plans
from allocator.merging.ranking import Ranked, combined, value_of

Point = tuple[int, int, int]
"""Moved tasks, sites, and places x tenths of a kilometre."""

Stopped = Callable[[], bool]


@dataclass(frozen=True)
class Weighed:
    """A plan with its point."""

    point: Point
    ranked: Ranked

    @classmethod
    def of(cls, draft: Draft) -> Weighed:
        """What is settled beforehand; its sites clash with nothing any more."""
        point = (
            int(draft.value("moved_tasks")),
            int(draft.value("sites")),
            int(draft.value("place_km") * 10),
        )
        return cls(point, Ranked((), (), ()))

    def __add__(self, other: Weighed) -> Weighed:
        """Both together."""
        (moved, sites, tenths), (more_moved, more_sites, more_tenths) = self.point, other.point
        point = (moved + more_moved, sites + more_sites, tenths + more_tenths)
        return Weighed(point, self.ranked + other.ranked)


def undominated(many: Iterable[Weighed]) -> list[Weighed]:
    """Those that no other is at least as good as in all three, the fewest moved tasks first."""
    kept: list[Weighed] = []
    for one in sorted(many, key=lambda weighed: (weighed.point, weighed.ranked.rank)):
        if not any(_as_good(other.point, one.point) for other in kept):
            kept.append(one)
    return kept


def _as_good(one: Point, other: Point) -> bool:
    return all(here <= there for here, there in zip(one, other, strict=True))


def frontier(cluster: Cluster, stopped: Stopped) -> tuple[list[Weighed], bool]:
    """The undominated plans of a cluster with the fewest undersized tasks, and if that is proven.

    For each number of sites: the fewest kilometres with the fewest moved tasks, then with one more,
    until more moved tasks do not spare any.
    """
    by_sites = goal_of(cluster, ("undersized", "sites", "place_km"))
    by_moves = goal_of(cluster, ("undersized", "sites", "moved_tasks", "place_km"))
    first = _next(cluster, by_sites, 0, stopped)
    found: list[Plan] = []
    here = first
    while here.plans and here.proven and _undersized(here) == _undersized(first):
        least_km = value_of(here.plans[0], "place_km")
        sites = value_of(here.plans[0], "sites")
        start = _level(by_moves, _undersized(first), sites, 0)
        while True:
            one = _next(cluster, by_moves, start, stopped)
            if not one.plans or not one.proven or value_of(one.plans[0], "sites") != sites:
                return _weighed(cluster, found), False
            found.append(one.plans[0])
            if value_of(one.plans[0], "place_km") == least_km:
                break
            moved = value_of(one.plans[0], "moved_tasks")
            start = _level(by_moves, _undersized(first), sites, moved + 1)
        here = _next(cluster, by_sites, _level(by_sites, _undersized(first), sites + 1, 0), stopped)
    return _weighed(cluster, found), here.proven


def _next(cluster: Cluster, goal: Goal, start: int, stopped: Stopped) -> Best:
    return best_plans(cluster, goal, 1, stopped, None, start)


def _undersized(best: Best) -> int:
    return value_of(best.plans[0], "undersized")


def _level(goal: Goal, undersized: int, sites: int, moved: int) -> int:
    """What the leading objectives come to."""
    lead = goal.lead
    return lead.undersized * undersized + lead.sites * sites + lead.moved_tasks * moved


def _weighed(cluster: Cluster, plans: Sequence[Plan]) -> list[Weighed]:
    found = []
    for plan in plans:
        [ranked] = combined([(cluster, Best((plan,), 0, True))], (), 1)
        point = (
            value_of(plan, "moved_tasks"),
            value_of(plan, "sites"),
            value_of(plan, "place_km"),
        )
        found.append(Weighed(point, ranked))
    return undominated(found)
