# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The clusters of a situation, each with its best plans, solved once for each question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from allocator.merging.draft import Site, site_of
from allocator.merging.planning.clusters import (
    NO_CAPS,
    NO_LIMITS,
    Caps,
    Fixed,
    Limits,
    Owner,
    cluster_of,
    separate,
)
from allocator.merging.planning.partition.groups import Cluster, Group, group_of
from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.partition.objectives import goal_of
from allocator.merging.planning.partition.optimum import Begun, Best
from allocator.merging.planning.partition.workers import Work, work_off
from allocator.merging.situation import Situation
from models.merging import MergingObjective

# Tasks that are planned together.
Part = frozenset[Owner]
NO_SITES: Mapping[Part, Sequence[Site]] = {}


class Question(NamedTuple):
    """Which plans are asked for.

    Attributes:
        objectives: that add up, in order.
        wanted: how many plans.
        means: what the answer may take.
        caps: on what is realised where a site is viable.
        kept: what the first objectives come to in each part without caps: dearer plans are of no
            use. Parts may have been joined since.
    """

    objectives: tuple[MergingObjective, ...]
    wanted: int
    means: Means
    caps: Caps = NO_CAPS
    kept: Mapping[Part, tuple[int, ...]] = {}

    def dearest(self, part: Part, cluster: Cluster) -> int | None:
        """What a plan of a part costs at most that comes to no more in the objectives kept."""
        inside = [values for one, values in self.kept.items() if one <= part]
        kept: list[int] = [sum(values) for values in zip(*inside, strict=True)]
        if not kept:
            return None
        whole = goal_of(cluster, self.objectives).whole
        weights = [int(getattr(whole, one)) for one in self.objectives[: len(kept)]]
        cost = sum(weight * value for weight, value in zip(weights, kept, strict=True))
        return cost + weights[-1] - 1


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
        self._clusters: dict[Part, Cluster] = {}
        # Per part the sites that nearly made it, or did, when it was planned last.
        self._likely: dict[Part, list[Site]] = {}
        # The tasks that no group holds together, as if kinds did not share rooms.
        self.apart = [frozenset(part) for part in separate(situation, fixed)]

    def standing(self, code: str) -> int:
        """What a municipality realises before the plan: what it counts, and what is settled."""
        return self._situation.existing[code].total + self._fixed.hosted.get(code, 0)

    def cluster(self, part: Part, limits: Limits = NO_LIMITS) -> Cluster:
        """The cluster of a part, without caps."""
        if limits:
            return cluster_of(self._situation, part, self._fixed, limits=limits)
        if part not in self._clusters:
            self._clusters[part] = cluster_of(self._situation, part, self._fixed)
        return self._clusters[part]

    def best(
        self,
        parts: Sequence[Part],
        question: Question,
        begun: Mapping[Part, Sequence[Site]] = NO_SITES,
    ) -> list[tuple[Cluster, Best]]:
        """Some parts with their best plans.

        Plans that keep to the caps are the best under them too: only the others are sought anew.

        Args:
            parts: that leave no room to share, or have been joined.
            question: what is asked.
            begun: plans to begin with, where some are known.
        """
        free = question._replace(caps=NO_CAPS, kept={})
        works = {part: self._work(part, free) for part in parts}
        if question.caps:
            capped = {part: self._work(part, question) for part in parts}
            for part, work in works.items():
                known = self._known.get(_key(work))
                if known is None or not _keeps(known, capped[part].cluster):
                    works[part] = capped[part]
        new = {
            part: work._replace(begun=self._begun(part, work.cluster, begun.get(part, ())))
            for part, work in works.items()
            if _key(work) not in self._known
        }
        for (part, work), best in zip(
            new.items(), work_off([*new.values()], question.means), strict=True
        ):
            self._known[_key(work)] = best
            groups = [*best.likely, *(group for plan in best.plans for group in plan.groups)]
            self._likely[part] = [site_of(work.cluster, group) for group in groups]
        return [(works[part].cluster, self._known[_key(works[part])]) for part in parts]

    def _work(self, part: Part, question: Question) -> Work:
        """What there is to do for a part."""
        cluster = self.cluster(part)
        if question.caps:
            cluster = cluster_of(self._situation, part, self._fixed, question.caps)
        dearest = question.dearest(part, cluster)
        return Work(cluster, question.objectives, question.wanted, dearest)

    def _begun(self, part: Part, cluster: Cluster, plan: Sequence[Site]) -> Begun:
        """What is known of a part, and of those that it was joined from."""
        likely = [site for one, near in self._likely.items() if one <= part for site in near]
        return Begun(tuple(groups_of(cluster, plan)), tuple(groups_of(cluster, likely)))


def groups_of(cluster: Cluster, sites: Iterable[Site]) -> list[Group]:
    """Sites as groups of a cluster, as far as it has room for them, in order of their tasks."""
    hosts = {(host.kind, host.code): number for number, host in enumerate(cluster.hosts)}
    tasks = {(task.kind, task.code): number for number, task in enumerate(cluster.tasks)}
    found = [
        group_of(
            cluster,
            hosts[site.kind, site.host],
            sum(1 << tasks[site.kind, code] for code in site.tasks),
        )
        for site in dict.fromkeys(sites)
    ]
    return sorted((group for group in found if cluster.holds(group)), key=lambda group: group.tasks)


def _key(work: Work) -> tuple[object, ...]:
    """What the answer depends on."""
    return work.cluster, work.objectives, work.wanted, work.dearest


def _keeps(best: Best, capped: Cluster) -> bool:
    """Whether plans keep to caps."""
    return all(
        capped.fit_together(plan.groups) and all(map(capped.holds, plan.groups))
        for plan in best.plans
    )
