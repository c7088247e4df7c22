# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Plans in order: by their values, and where these are equal by where each task goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allocator.merging.draft import Site, site_of
from allocator.merging.planning.partition.cover import Plan
from allocator.merging.planning.partition.groups import Cluster
from allocator.merging.planning.partition.objectives import goal_of
from allocator.merging.planning.partition.optimum import Best
from models.merging import MergingObjective
from models.places import KINDS


@dataclass(frozen=True)
class Ranked:
    """A plan of one or several clusters.

    Attributes:
        values: in each objective, in order; kilometres in tenths.
        where: per task, by kind and code, the code of its host: the canonical order.
        sites: all that it consists of.
    """

    values: tuple[int, ...]
    where: tuple[tuple[int, str, str], ...]
    sites: tuple[Site, ...]

    @property
    def rank(self) -> tuple[tuple[int, ...], tuple[tuple[int, str, str], ...]]:
        """What orders plans."""
        return self.values, self.where

    def __add__(self, other: Ranked) -> Ranked:
        """Both together."""
        return Ranked(
            tuple(one + two for one, two in zip(self.values, other.values, strict=True)),
            tuple(sorted((*self.where, *other.where))),
            (*self.sites, *other.sites),
        )


def combined(
    found: Sequence[tuple[Cluster, Best]], objectives: Sequence[MergingObjective], wanted: int
) -> list[Ranked]:
    """The best combinations of the plans of several clusters."""
    best = [Ranked((0,) * len(objectives), (), ())]
    for cluster, one in found:
        own = [_ranked(cluster, plan, objectives) for plan in one.plans]
        best = best_of((known + new for known in best for new in own), wanted)
    return best


def bounds_of(
    found: Iterable[tuple[Cluster, Best]], objectives: Sequence[MergingObjective]
) -> list[int]:
    """What no plan is below, per objective: what is proven of several clusters, added up."""
    sums = [0] * len(objectives)
    for cluster, best in found:
        whole = goal_of(cluster, objectives).whole
        left, meets = best.bound, True
        for place, one in enumerate(objectives):
            least, left = divmod(left, getattr(whole, one)) if meets else (0, 0)
            sums[place] += least
            meets = meets and bool(best.plans) and least == value_of(best.plans[0], one)
    return sums


def best_of(plans: Iterable[Ranked], wanted: int) -> list[Ranked]:
    """The first of some plans, in order."""
    listed = list(plans)
    return listed if len(listed) < 2 else sorted(listed, key=lambda one: one.rank)[:wanted]  # noqa: PLR2004 - one is in order


def _ranked(cluster: Cluster, plan: Plan, objectives: Sequence[MergingObjective]) -> Ranked:
    where = tuple(
        (KINDS.index(task.kind), task.code, host)
        for task, host in zip(cluster.tasks, plan.hosts, strict=True)
    )
    values = tuple(value_of(plan, one) for one in objectives)
    return Ranked(values, where, tuple(site_of(cluster, group) for group in plan.groups))


def value_of(plan: Plan, objective: MergingObjective) -> int:
    """What a plan comes to in an objective that adds up; kilometres in tenths."""
    if objective == "sites":
        return len(plan.groups)
    return sum(getattr(group, objective) for group in plan.groups)
