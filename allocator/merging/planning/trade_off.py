# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The trade-off: fewer sites against fewer moved tasks against fewer kilometres."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from allocator.merging.draft import Draft
from allocator.merging.planning.cluster_plans import ClusterPlans, Part
from allocator.merging.planning.clusters import NO_LIMITS, Limits
from allocator.merging.planning.partition.cover import Plan
from allocator.merging.planning.partition.groups import Cluster, Goal, Weights
from allocator.merging.planning.partition.objectives import goal_of
from allocator.merging.planning.partition.optimum import Best, best_plans
from allocator.merging.planning.ranking import Ranked, combined, value_of
from allocator.merging.planning.rooms import Rooms

Point = tuple[int, int, int]
"""Moved tasks, sites, and places x tenths of a kilometre."""

Stopped = Callable[[], bool]

# So deep rooms are shared out before both kinds are planned together.
MOST_WAYS = 24


@dataclass(frozen=True)
class Weighed:
    """A plan with its point, and the tasks that it leaves undersized."""

    undersized: int
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
        return cls(int(draft.value("undersized")), point, Ranked((), (), ()))

    def __add__(self, other: Weighed) -> Weighed:
        """Both together."""
        (moved, sites, tenths), (more_moved, more_sites, more_tenths) = self.point, other.point
        point = (moved + more_moved, sites + more_sites, tenths + more_tenths)
        undersized = self.undersized + other.undersized
        return Weighed(undersized, point, self.ranked + other.ranked)


NOTHING = Weighed(0, (0, 0, 0), Ranked((), (), ()))


def undominated(many: Iterable[Weighed]) -> list[Weighed]:
    """Of those with the fewest undersized tasks the ones that no other is as good as in all three.

    The fewest moved tasks first.
    """
    listed = list(many)
    fewest = min((one.undersized for one in listed), default=0)
    kept: list[Weighed] = []
    for one in sorted(listed, key=lambda weighed: (weighed.point, weighed.ranked.rank)):
        if one.undersized == fewest and not any(_as_good(other.point, one.point) for other in kept):
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
    if not here.plans:
        return [], here.proven  # no plan keeps to the limits on hosts
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
        found.append(Weighed(value_of(plan, "undersized"), point, ranked))
    return undominated(found)


class Frontiers:
    """The undominated plans of all clusters together."""

    def __init__(self, clusters: ClusterPlans, rooms: Rooms, stopped: Stopped) -> None:
        """Find nothing yet.

        Args:
            clusters: with their tasks and hosts.
            rooms: tell where both kinds bring too much.
            stopped: asked now and then.
        """
        self._clusters, self._rooms, self._stopped = clusters, rooms, stopped
        self._known: dict[Cluster, tuple[list[Weighed], bool]] = {}
        # Whether all that was found is proven.
        self.proven = True

    def together(self) -> list[Weighed]:
        """The undominated plans; parts whose plans do not fit together are planned together."""
        parts: Sequence[Part] = self._clusters.apart
        while True:
            self.proven = True
            found = [NOTHING]
            for part in parts:
                inside = [one for one in self._clusters.apart if one <= part]
                plans = self._shared_out(inside, NO_LIMITS, MOST_WAYS)
                found = undominated(one + other for one in found for other in plans)
            joined = self._rooms.joined(parts, [one.ranked for one in found])
            if len(joined) == len(parts):
                return found
            parts = joined

    def _shared_out(self, parts: Sequence[Part], limits: Limits, ways: int) -> list[Weighed]:
        """The undominated plans of parts that share rooms, under limits on their hosts.

        Where a combination brings too much to a host, either the one kind brings less there, or the
        other keeps to what is left: every plan keeps to one of the two. As the parts apart are
        small, this is quicker than one plan of all, until there are too many ways.
        """
        if not ways or self._stopped():
            return self._frontier(frozenset().union(*parts), limits)
        found = [NOTHING]
        for part in parts:
            plans = self._frontier(part, limits)
            found = undominated(one + other for one in found for other in plans)
        clashes = (sites for one in found for sites in self._rooms.crowded(one.ranked.sites))
        crowded = next(clashes, None)
        if crowded is None:
            return found
        return undominated(
            one
            for limit in self._rooms.ways_out(crowded)
            for one in self._shared_out(parts, {**limits, **limit}, ways - 1)
        )

    def _frontier(self, part: Part, limits: Limits) -> list[Weighed]:
        """The undominated plans of tasks that are planned together, found once."""
        of_part = {owner: most for owner, most in limits.items() if owner in part}
        cluster = self._clusters.cluster(part, of_part)
        if cluster not in self._known:
            self._known[cluster] = frontier(cluster, self._stopped)
        plans, proven = self._known[cluster]
        self.proven &= proven
        return plans
