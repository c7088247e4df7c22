# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The best plan: clusters solved apart, and rooms shared out where both kinds want the same one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heappop, heappush
from itertools import count
from math import ceil, floor
from time import monotonic
from typing import NamedTuple

from allocator.merging.clusters import (
    NO_LIMITS,
    NOTHING_FIXED,
    Fixed,
    Limits,
    Owner,
    cluster_of,
    separate,
)
from allocator.merging.cover import plan_of
from allocator.merging.draft import Draft, Site
from allocator.merging.groups import NO_LIMIT, Cluster
from allocator.merging.objectives import ADDED_UP, before_balance, goal_of, in_full
from allocator.merging.optimum import Best
from allocator.merging.ranking import Ranked, best_of, combined, value_of
from allocator.merging.situation import Situation
from allocator.merging.trade_off import Point, Weighed, frontier, undominated
from allocator.merging.workers import Work, work_off
from models.merging import MergingObjective
from models.places import KINDS

# Rooms that both kinds want are shared out in so many ways at most.
MOST_WAYS = 2_000

# Tasks that are planned together.
Part = frozenset[Owner]
# Per code the most that a municipality with a viable site realises of both kinds.
Caps = Mapping[str, int]


@dataclass(frozen=True)
class Means:
    """What planning may take.

    Attributes:
        seconds: for each cluster.
        processes: how many at a time.
        progress: told what is at hand.
        stopped: whether somebody wants to stop.
    """

    seconds: float = 60.0
    processes: int = 1
    progress: Callable[[str], None] = lambda message: None
    stopped: Callable[[], bool] = lambda: False


@dataclass(frozen=True)
class Planned:
    """The best plans of a situation.

    Attributes:
        drafts: the best first; none where caps exclude all of them.
        bounds: per objective what no plan is below, given the objectives before it.
        proven: whether these are the best, in order.
    """

    drafts: tuple[Draft, ...]
    bounds: Mapping[MergingObjective, Fraction]
    proven: bool


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


class Planner:
    """Plans a situation around what is settled beforehand."""

    def __init__(
        self,
        situation: Situation,
        means: Means,
        fixed: Fixed = NOTHING_FIXED,
        settled: tuple[Site, ...] = (),
    ) -> None:
        """Plan nothing yet.

        Args:
            situation: before merging.
            means: what planning may take.
            fixed: what is settled beforehand, as clusters have to know it.
            settled: the same, as sites of the plan.
        """
        self._situation, self._means = situation, means
        self._fixed, self._settled = fixed, settled
        self._known: dict[tuple[object, ...], Best] = {}
        self._roomy: set[tuple[Part, tuple[MergingObjective, ...]]] = set()
        self._parts = [frozenset(owners) for owners in separate(situation, fixed)]
        self._free = {part: cluster_of(situation, part, fixed) for part in self._parts}
        self._districts = _districts(self._free)

    def best(self, wanted: int = 1) -> Planned:
        """The best plans in the scenario's objectives.

        Args:
            wanted: how many. Of the first the balance is made as small as it can be, where that is
                asked; among the others it is not looked at.
        """
        asked = self._situation.rules.objectives
        first = before_balance(asked)
        if wanted > 1:
            first = [one for one in in_full(asked) if one != "balance"]
        plans = self._together(first, wanted, {})
        if wanted == 1 and "balance" in asked and plans.proven:
            return self._balanced(plans, first, in_full(asked))
        return plans

    def _balanced(
        self, plans: Planned, first: Sequence[MergingObjective], full: Sequence[MergingObjective]
    ) -> Planned:
        """The same values before the balance, and then the smallest largest realised / share.

        Again and again a plan is asked for whose loads are all below the largest so far, until
        there is none, or it costs more.
        """
        [draft] = plans.drafts
        proven, bounds = True, dict(plans.bounds)
        # Where no site is viable the balance is 0, and nothing is below it.
        while largest := draft.value("balance"):
            better = self._together(first, 1, self._caps_below(largest))
            proven = better.proven
            if not better.drafts or not proven:
                break
            if any(better.drafts[0].value(one) != draft.value(one) for one in first):
                break
            # What is settled beforehand keeps to no cap: it may be what carries the most.
            if better.drafts[0].value("balance") >= largest:
                break
            [draft] = better.drafts
        after = [one for one in full if one != "balance"]
        if after != list(first):
            last = self._together(after, 1, self._caps_at(largest))
            proven &= last.proven
            # What is not proven may stand where every task stays, caps or none.
            if last.proven:
                [draft], bounds = last.drafts, dict(last.bounds)
        bounds["balance"] = largest if proven else Fraction(0)
        return Planned((draft,), bounds, proven)

    def _caps_at(self, load: Fraction) -> Caps:
        """Per municipality, the most it realises when no realised / share is above a load."""
        return {code: floor(load * max(1, share)) for code, share in self._shares}

    def _caps_below(self, load: Fraction) -> Caps:
        """The same when every one is below the load."""
        return {code: ceil(load * max(1, share)) - 1 for code, share in self._shares}

    @property
    def _shares(self) -> Iterable[tuple[str, int]]:
        return self._situation.shares.items()

    def trade_off(self) -> tuple[list[Point], bool]:
        """Every undominated combination of moved tasks, sites and kilometres, and if it is proven.

        Undersized tasks are as few as can be. A combination for which both kinds want the same room
        is left out, and then the list is not proven.
        """
        late = monotonic() + self._means.seconds
        stopped = lambda: monotonic() > late or self._means.stopped()  # noqa: E731
        settled = Draft.of(self._situation, self._settled)
        known = [Weighed.of(settled)]
        proven = True
        for cluster in self._free.values():
            found, complete = frontier(cluster, stopped)
            known = undominated(one + other for one in known for other in found)
            proven &= complete
        roomy = [one for one in known if not self._crowded(one.ranked, {})]
        return [one.point for one in roomy], proven and len(roomy) == len(known)

    def _together(self, objectives: Sequence[MergingObjective], wanted: int, caps: Caps) -> Planned:
        """The best plans of all districts together, under caps on what hosts realise."""
        listed = tuple(one for one in objectives if one in ADDED_UP)
        self._solve(self._parts, {}, listed, wanted, caps)  # all at once, for several processes
        settled = Draft.of(self._situation, self._settled)
        best = [Ranked((0,) * len(listed), (), ())]
        sums = {one: settled.value(one) for one in listed}
        proven = True
        for district in self._districts:
            found = self._shared_out(district, listed, wanted, caps)
            best = best_of((known + new for known in best for new in found.plans), wanted)
            proven &= found.proven
            for one, bound in zip(listed, found.bounds, strict=True):
                sums[one] += Fraction(bound, 10) if one == "place_km" else bound
        drafts = [Draft.of(self._situation, (*self._settled, *one.sites)) for one in best]
        return Planned(tuple(drafts), _given_those_before(sums, drafts), proven)

    def _shared_out(
        self,
        district: Sequence[Part],
        objectives: tuple[MergingObjective, ...],
        wanted: int,
        caps: Caps,
    ) -> District:
        """The best plans of one district.

        The kinds are planned apart. Where a plan brings more to a host than it has room for, either
        the one kind brings less than it does there, or the other keeps to what is left: both ways
        are planned on, the best first.
        """
        turn = count()
        first = self._way(district, {}, objectives, wanted, caps)
        ways = [(first.plans[0].rank, next(turn), 0, first)] if first.plans else []
        if ways and not caps and not self._crowded(first.plans[0], caps):
            self._roomy |= {(part, objectives) for part in district}
        found: list[Ranked] = []
        proven = first.proven
        while ways and len(found) < wanted and next(turn) < MOST_WAYS:
            if self._means.stopped():
                break
            _, _, place, way = heappop(ways)
            ranked = way.plans[place]
            onward = [(place + 1, way)]
            if crowded := self._crowded(ranked, caps):
                limits = ({**way.limits, **limit} for limit in crowded)
                both = [self._way(district, one, objectives, wanted, caps) for one in limits]
                proven = proven and all(one.proven for one in both)
                onward = [(0, one) for one in both]
            elif ranked not in found:
                found.append(ranked)
            for at, one in onward:
                if at < len(one.plans):
                    heappush(ways, (one.plans[at].rank, next(turn), at, one))
        if not found and ways:
            found = [self._all_stay(district, objectives)]
            return District(found, first.bounds, False)
        proven = proven and (len(found) == wanted or not ways)
        bounds = found[0].values if found and proven else first.bounds
        return District(found, bounds, proven)

    def _all_stay(
        self, district: Sequence[Part], objectives: tuple[MergingObjective, ...]
    ) -> Ranked:
        """The plan that needs no room at all."""
        clusters = [cluster_of(self._situation, part, self._fixed) for part in district]
        stays = [
            (cluster, Best((plan_of(cluster, 0, cluster.stays),), 0, False)) for cluster in clusters
        ]
        return combined(stays, objectives, 1)[0]

    def _way(
        self,
        district: Sequence[Part],
        limits: Mapping[Owner, int],
        objectives: tuple[MergingObjective, ...],
        wanted: int,
        caps: Caps,
    ) -> Way:
        """The plans of every cluster of a district under limits, and their best combinations."""
        found = self._solve(district, limits, objectives, wanted, caps)
        return Way(limits, combined(found, objectives, wanted), found, objectives)

    def _solve(
        self,
        parts: Sequence[Part],
        limits: Mapping[Owner, int],
        objectives: tuple[MergingObjective, ...],
        wanted: int,
        caps: Caps,
    ) -> list[tuple[Cluster, Best]]:
        """Every cluster with its best plans.

        Plans that keep to the limits are the best under them too: only the others are sought anew.
        """
        viable = {
            (kind, code): cap - self._standing(code) for code, cap in caps.items() for kind in KINDS
        }
        both = Limits(limits, viable)
        free = {part: self._free[part] for part in parts}
        bests = self._worked_off(free, NO_LIMITS, objectives, wanted, {})
        narrow = {
            part: cluster_of(self._situation, part, self._fixed, both)
            for part, cluster in free.items()
            if not _keeps(cluster, bests[part], both)
        }
        # Where rooms were no matter, caps are asked for plans that cost no more than without.
        dearest = {
            part: bests[part].plans[0].cost
            for part in narrow
            if caps and (part, objectives) in self._roomy
        }
        bests |= self._worked_off(narrow, both, objectives, wanted, dearest)
        return [(free[part], bests[part]) for part in parts]

    def _worked_off(
        self,
        clusters: Mapping[Part, Cluster],
        limits: Limits,
        objectives: tuple[MergingObjective, ...],
        wanted: int,
        dearest: Mapping[Part, int],
    ) -> dict[Part, Best]:
        """The best plans of each cluster, each solved once."""
        keys = {
            part: (part, objectives, wanted, _felt(cluster, limits), dearest.get(part))
            for part, cluster in clusters.items()
        }
        new = [part for part in clusters if keys[part] not in self._known]
        means = self._means
        works = [
            Work(clusters[part], objectives, wanted, means.seconds, dearest.get(part))
            for part in new
        ]
        bests = work_off(works, means.processes, means.progress, means.stopped)
        self._known |= {keys[part]: best for part, best in zip(new, bests, strict=True)}
        return {part: self._known[keys[part]] for part in clusters}

    def _standing(self, code: str) -> int:
        """What a municipality realises before the plan: what it counts, and what is settled."""
        return self._situation.existing[code].total + self._fixed.hosted.get(code, 0)

    def _crowded(self, ranked: Ranked, caps: Caps) -> list[dict[Owner, int]]:
        """Where a plan brings more than there is room for: the two ways out; else nothing.

        With any number between, either the one kind keeps to it or the other to what it leaves.
        """
        at: dict[str, list[Site]] = {}
        for site in ranked.sites:
            at.setdefault(site.host, []).append(site)
        for host, sites in sorted(at.items()):
            if len(sites) == len(KINDS):
                for pivot, other in (sites, sites[::-1]):
                    brought, beside = self._places(pivot), self._places(other)
                    left = self._left_beside(host, pivot, caps)
                    if beside > left:
                        own = self._situation.task(host, pivot.kind) if pivot.moved else 0
                        least = max(own, brought + left - beside)
                        between = (least + brought - 1) // 2
                        return [
                            {(pivot.kind, host): between},
                            {(other.kind, host): brought + left - between - 1},
                        ]
        return []

    def _left_beside(self, host: str, pivot: Site, caps: Caps) -> int:
        """The room that a site leaves to the other kind at its host."""
        ceiling = self._situation.ceiling(host) if pivot.moved else None
        most = NO_LIMIT if ceiling is None else ceiling
        if pivot.viable:
            most = min(most, caps.get(host, NO_LIMIT))
        return most - self._standing(host) - self._places(pivot)

    def _places(self, site: Site) -> int:
        return sum(self._situation.task(code, site.kind) for code in site.tasks)


def _districts(clusters: Mapping[Part, Cluster]) -> list[list[Part]]:
    """The clusters in sets that share hosts: the two kinds of one neighbourhood."""
    found: list[tuple[set[str], list[Part]]] = []
    for part, cluster in clusters.items():
        codes = {host.code for host in cluster.hosts}
        touching = [one for one in found if one[0] & codes]
        found = [one for one in found if not one[0] & codes]
        parts = [known for _, known_parts in touching for known in known_parts]
        found.append((codes.union(*(one[0] for one in touching)), [*parts, part]))
    return [parts for _, parts in found]


def _given_those_before(
    sums: Mapping[MergingObjective, Fraction], drafts: Sequence[Draft]
) -> dict[MergingObjective, Fraction]:
    """The bounds as far as they hold: where one objective is not proven, later ones have none."""
    bounds, meets = {}, bool(drafts)
    for one, bound in sums.items():
        bounds[one] = bound if meets else Fraction(0)
        meets = meets and bound == drafts[0].value(one)
    return bounds


def _keeps(cluster: Cluster, best: Best, limits: Limits) -> bool:
    """Whether plans keep to limits."""
    for plan in best.plans:
        for group in plan.groups:
            host = cluster.hosts[group.host]
            if group.places > limits.of((host.kind, host.code), not group.undersized):
                return False
    return True


def _felt(cluster: Cluster, limits: Limits) -> tuple[tuple[Owner, int, int], ...]:
    """The limits that can make a difference to a cluster."""
    owners = [(host.kind, host.code) for host in cluster.hosts]
    return tuple(
        (owner, limits.of(owner, False), limits.of(owner, True))
        for owner in owners
        if owner in limits.all or owner in limits.viable
    )
