# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The clusters of a situation, each with its best plans, solved once for each question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from allocator.merging.planning.clusters import (
    NO_LIMITS,
    Fixed,
    Limits,
    Owner,
    cluster_of,
    separate,
)
from allocator.merging.planning.partition.groups import NO_LIMIT, Cluster
from allocator.merging.planning.partition.joined import Joined
from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.partition.optimum import Best
from allocator.merging.planning.partition.workers import Work, work_off
from allocator.merging.situation import Situation
from models.merging import MergingObjective
from models.places import KINDS

# Tasks that are planned together.
Part = frozenset[Owner]
# Per code the most that a municipality with a viable site realises of both kinds.
Caps = Mapping[str, int]


class Question(NamedTuple):
    """Which plans are asked for.

    Attributes:
        objectives: that add up, in order.
        wanted: how many plans.
        caps: on what is realised where a site is viable.
        means: what the answer may take.
    """

    objectives: tuple[MergingObjective, ...]
    wanted: int
    caps: Caps
    means: Means


class ClusterPlans:
    """The clusters of a situation, and what is known of their plans."""

    def __init__(self, situation: Situation, fixed: Fixed) -> None:
        """Find the clusters.

        Args:
            situation: before merging.
            fixed: what is settled beforehand.
        """
        self._situation, self._fixed = situation, fixed
        self._known: dict[tuple[object, ...], Best] = {}
        self._roomy: set[tuple[Part, tuple[MergingObjective, ...]]] = set()
        self.clusters = {
            part: cluster_of(situation, part, fixed)
            for part in map(frozenset, separate(situation, fixed))
        }
        self.districts = _districts(self.clusters)

    def standing(self, code: str) -> int:
        """What a municipality realises before the plan: what it counts, and what is settled."""
        return self._situation.existing[code].total + self._fixed.hosted.get(code, 0)

    def note_room(self, parts: Sequence[Part], objectives: tuple[MergingObjective, ...]) -> None:
        """Note that the best plans of these clusters leave each kind the room that it wants."""
        self._roomy |= {(part, objectives) for part in parts}

    def limited(self, part: Part, limits: Mapping[Owner, int]) -> Cluster:
        """A cluster under limits on what its hosts realise."""
        if not any((host.kind, host.code) in limits for host in self.clusters[part].hosts):
            return self.clusters[part]
        return cluster_of(self._situation, part, self._fixed, Limits(limits, {}))

    def best(
        self, parts: Sequence[Part], question: Question, limits: Mapping[Owner, int]
    ) -> list[tuple[Cluster, Best]]:
        """Some clusters with their best plans under limits.

        Plans that keep to the limits are the best under them too: only the others are sought anew.
        """
        capped = {
            (kind, code): cap - self.standing(code)
            for code, cap in question.caps.items()
            for kind in KINDS
        }
        # A host of a settled merge has a viable site, whatever else is realised there.
        settled = {owner: cap for owner, cap in capped.items() if owner[1] in self._fixed.hosted}
        tightest = {
            owner: min(settled.get(owner, NO_LIMIT), limits.get(owner, NO_LIMIT))
            for owner in settled.keys() | limits.keys()
        }
        both = Limits(tightest, capped)
        free = {part: self.clusters[part] for part in parts}
        bests = self._solved(free, NO_LIMITS, question, {})
        narrow = {
            part: cluster_of(self._situation, part, self._fixed, both)
            for part, cluster in free.items()
            if not _keeps(cluster, bests[part], both)
        }
        # Where rooms were no matter, caps are asked for plans that cost no more than without.
        dearest = {
            part: bests[part].plans[0].cost
            for part in narrow
            if question.caps and (part, question.objectives) in self._roomy
        }
        bests |= self._solved(narrow, both, question, dearest)
        return [(free[part], bests[part]) for part in parts]

    def _solved(
        self,
        clusters: Mapping[Part, Cluster],
        limits: Limits,
        question: Question,
        dearest: Mapping[Part, int],
    ) -> dict[Part, Best]:
        """The best plans of each cluster, each solved once."""
        objectives, wanted = question.objectives, question.wanted
        keys = {
            part: (part, objectives, wanted, _felt(cluster, limits), dearest.get(part))
            for part, cluster in clusters.items()
        }
        new = [part for part in clusters if keys[part] not in self._known]
        works = [Work(clusters[part], objectives, wanted, dearest.get(part)) for part in new]
        bests = work_off(works, question.means)
        self._known |= {keys[part]: best for part, best in zip(new, bests, strict=True)}
        return {part: self._known[keys[part]] for part in clusters}


def _districts(clusters: Mapping[Part, Cluster]) -> list[list[Part]]:
    """The clusters in sets that share hosts: the two kinds of one neighbourhood."""
    joined: Joined[Part] = Joined()
    first: dict[str, Part] = {}
    for part, cluster in clusters.items():
        for host in cluster.hosts:
            joined.join(first.setdefault(host.code, part), part)
    return joined.sets(clusters)


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
