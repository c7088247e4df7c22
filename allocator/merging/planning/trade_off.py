# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The trade-off: fewer sites against fewer moved tasks against fewer kilometres."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from allocator.merging.draft import Draft
from allocator.merging.planning.partition.cover import Plan
from allocator.merging.planning.partition.groups import Cluster, Goal, Weights
from allocator.merging.planning.partition.objectives import goal_of
from allocator.merging.planning.partition.optimum import Best, best_plans
from allocator.merging.planning.ranking import Ranked, combined, value_of

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
    here = best_plans(cluster, by_sites, 1, stopped)
    undersized = value_of(here.plans[0], "undersized")
    found: list[Plan] = []
    while here.plans and here.proven and value_of(here.plans[0], "undersized") == undersized:
        sites, least_km = (value_of(here.plans[0], name) for name in ("sites", "place_km"))
        moved, kilometres = 0, least_km + 1
        while kilometres > least_km:
            counts = Weights(undersized=undersized, sites=sites, moved_tasks=moved)
            one = best_plans(cluster, by_moves, 1, stopped, None, _demands(by_moves, counts))
            if not one.plans or not one.proven or value_of(one.plans[0], "sites") != sites:
                return _weighed(cluster, [*found, *here.plans]), False
            found.append(one.plans[0])
            kilometres = value_of(one.plans[0], "place_km")
            moved = value_of(one.plans[0], "moved_tasks") + 1
        counts = Weights(undersized=undersized, sites=sites + 1)
        here = best_plans(cluster, by_sites, 1, stopped, None, _demands(by_sites, counts))
    # Out of time before anything was proven: the plan at hand, so that others can be put beside it.
    return _weighed(cluster, found or list(here.plans)), here.proven


def _demands(goal: Goal, counts: Weights) -> list[tuple[Weights, int]]:
    """At least so many of each, and of the leading objectives together."""
    lead = sum(weight * count for weight, count in zip(goal.lead, counts, strict=True))
    return [
        (Weights(undersized=1), counts.undersized),
        (Weights(sites=1), counts.sites),
        (goal.lead, lead),
    ]


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
