# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rooms that both kinds want: shared out in every way that may be the best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from allocator.merging.draft import Site
from allocator.merging.planning.cluster_plans import Caps, ClusterPlans, Part, Question
from allocator.merging.planning.clusters import Owner
from allocator.merging.planning.partition.groups import NO_LIMIT, Cluster
from allocator.merging.planning.partition.objectives import goal_of
from allocator.merging.planning.partition.optimum import Best
from allocator.merging.planning.ranking import Ranked, combined, ranked_of, value_of
from allocator.merging.situation import Situation
from models.merging import MergingObjective
from models.places import KINDS

# Rooms that both kinds want are shared out in so many ways at most.
MOST_WAYS = 2_000
NO_CAPS: Caps = {}


@dataclass(frozen=True)
class Way:
    """One way to share out rooms: the plans of the clusters of a district under some limits.

    Attributes:
        limits: per kind and code, what is realised there at most.
        plans: the best combinations of the clusters' plans.
        found: the clusters and their plans.
        objectives: in order.
    """

    limits: Mapping[Owner, int]
    plans: Sequence[Ranked]
    found: Sequence[tuple[Cluster, Best]]
    objectives: Sequence[MergingObjective]

    @property
    def proven(self) -> bool:
        """Whether these are the best plans of each cluster."""
        return all(best.proven for _, best in self.found)

    @property
    def bounds(self) -> tuple[int, ...]:
        """What no plan is below, per objective: what is proven of the clusters, added up."""
        sums = [0] * len(self.objectives)
        for cluster, best in self.found:
            whole = goal_of(cluster, self.objectives).whole
            left, meets = best.bound, True
            for place, one in enumerate(self.objectives):
                least, left = divmod(left, getattr(whole, one)) if meets else (0, 0)
                sums[place] += least
                meets = meets and bool(best.plans) and least == value_of(best.plans[0], one)
        return tuple(sums)


class District(NamedTuple):
    """The best plans of clusters that share hosts, and what no plan of it is below."""

    plans: Sequence[Ranked]
    bounds: Sequence[int]
    proven: bool


class Clash(NamedTuple):
    """A host to which a plan brings more of both kinds than it has room for.

    Attributes:
        pivot: its site of the one kind.
        other: its site of the other kind.
        left: the room that the pivot leaves.
    """

    pivot: Site
    other: Site
    left: int


class Rooms:
    """The rooms of a situation, which both kinds share."""

    def __init__(self, situation: Situation, clusters: ClusterPlans) -> None:
        """Say whose rooms.

        Args:
            situation: before merging.
            clusters: of the situation, with their plans.
        """
        self._situation, self._clusters = situation, clusters

    def shared_out(self, district: Sequence[Part], question: Question) -> District:
        """The best plans of one district.

        The kinds are planned apart. Where a plan brings more to a host than it has room for, either
        the one kind brings less than it does there, or the other keeps to what is left: both ways
        are planned on, the best first.
        """
        turn = count()
        first = self._way(district, question, {})
        if not first.plans:
            return District((), first.bounds, first.proven)
        best = first.plans[0]
        if not question.caps and not self.clash(best):
            self._clusters.note_room(district, question.objectives)
        ways = [(best.rank, next(turn), 0, first)]
        found: list[Ranked] = []
        proven = first.proven
        while ways and len(found) < question.wanted:
            _, number, place, way = heappop(ways)
            ranked = way.plans[place]
            onward = [(place + 1, way)]
            if clash := self.clash(ranked, question.caps):
                if number > MOST_WAYS or question.means.over():
                    heappush(ways, (ranked.rank, number, place, way))
                    break
                limits = ({**way.limits, **limit} for limit in self.ways_out(clash))
                onward = [(0, self._way(district, question, one)) for one in limits]
                proven = proven and all(one.proven for _, one in onward)
            elif ranked not in found:
                found.append(ranked)
            for at, one in onward:
                if at < len(one.plans):
                    heappush(ways, (one.plans[at].rank, next(turn), at, one))
        proven = proven and (len(found) == question.wanted or not ways)
        if not found and ways and not question.caps:
            found = [self._thinned(ways[0][3].plans[ways[0][2]], question.objectives)]
        bounds = found[0].values if found and proven else first.bounds
        return District(found, bounds, proven)

    def _way(
        self, district: Sequence[Part], question: Question, limits: Mapping[Owner, int]
    ) -> Way:
        """The plans of every cluster of a district under limits, and their best combinations."""
        found = self._clusters.best(district, question, limits)
        plans = combined(found, question.objectives, question.wanted)
        return Way(limits, plans, found, question.objectives)

    def clash(self, ranked: Ranked, caps: Caps = NO_CAPS) -> Clash | None:
        """The first host to which a plan brings more than there is room for."""
        at: dict[str, list[Site]] = {}
        for site in ranked.sites:
            at.setdefault(site.host, []).append(site)
        for _, sites in sorted(at.items()):
            if len(sites) == len(KINDS):
                for pivot, other in (sites, sites[::-1]):
                    left = self._left_beside(pivot, caps)
                    if self._places(other) > left:
                        return Clash(pivot, other, left)
        return None

    def ways_out(self, clash: Clash) -> list[dict[Owner, int]]:
        """Two limits, one of which every plan keeps to.

        With any number between, either the one kind keeps to it or the other to what it leaves.
        """
        pivot, other, left = clash
        brought, beside = self._places(pivot), self._places(other)
        own = self._situation.task(pivot.host, pivot.kind) if pivot.moved else 0
        least = max(own, brought + left - beside)
        between = (least + brought - 1) // 2
        return [
            {(pivot.kind, pivot.host): between},
            {(other.kind, other.host): brought + left - between - 1},
        ]

    def _thinned(self, ranked: Ranked, objectives: Sequence[MergingObjective]) -> Ranked:
        """A plan in which the tasks at every host that is too full stay where they are.

        For when there is no time to share out rooms: it keeps to every rule, and is no optimum.
        """
        while clash := self.clash(ranked):
            site = clash.other if clash.other.moved else clash.pivot
            stay = [
                Site(site.kind, code, (code,), self._situation.viable(code, site.kind))
                for code in site.tasks
            ]
            kept = [one for one in ranked.sites if one != site]
            ranked = ranked_of(self._situation, [*kept, *stay], objectives)
        return ranked

    def _left_beside(self, pivot: Site, caps: Caps) -> int:
        """The room that a site leaves to the other kind at its host."""
        ceiling = self._situation.ceiling(pivot.host) if pivot.moved else None
        most = NO_LIMIT if ceiling is None else ceiling
        if pivot.viable:
            most = min(most, caps.get(pivot.host, NO_LIMIT))
        return most - self._clusters.standing(pivot.host) - self._places(pivot)

    def _places(self, site: Site) -> int:
        return sum(self._situation.task(code, site.kind) for code in site.tasks)
