# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The objectives of merging, in the scenario's order, as one sum of whole numbers."""

from __future__ import annotations

from collections.abc import Sequence

from allocator.merging.planning.partition.groups import Cluster, Goal, Weights
from models.merging import MergingObjective

# What can be added up over groups; the others tell equal plans apart, in this order.
ADDED_UP: tuple[MergingObjective, ...] = ("undersized", "moved_tasks", "place_km", "sites")
ALWAYS: tuple[MergingObjective, ...] = ("undersized", "moved_tasks", "place_km")


def in_full(objectives: Sequence[MergingObjective]) -> list[MergingObjective]:
    """The objectives asked, and after them those that make an answer unique in any case."""
    return [*objectives, *(one for one in ALWAYS if one not in objectives)]


def before_balance(objectives: Sequence[MergingObjective]) -> list[MergingObjective]:
    """Those that go before the balance; all of them where it is last, or not asked."""
    full = in_full(objectives)
    before = full[: full.index("balance")] if "balance" in full else full
    return [one for one in before if one != "balance"]


def goal_of(cluster: Cluster, objectives: Sequence[MergingObjective]) -> Goal:
    """The objectives that can be added up, each weighing more than all that come after it."""
    listed = [one for one in objectives if one in ADDED_UP]
    place = listed.index("place_km") if "place_km" in listed else len(listed)
    lead, _ = _stacked(cluster, listed[:place])
    tail, most = _stacked(cluster, listed[place:])
    return Goal(lead, tail, most + 1)


def _stacked(cluster: Cluster, listed: Sequence[MergingObjective]) -> tuple[Weights, int]:
    """Weights such that one of each outweighs what follows; and the most that they add up to."""
    weight, most = {}, 0
    for one in reversed(listed):
        weight[one] = most + 1
        most += weight[one] * most_of(cluster, one)
    return Weights(**{str(one): value for one, value in weight.items()}), most


def most_of(cluster: Cluster, objective: MergingObjective) -> int:
    """The most that any plan of a cluster comes to in one objective."""
    if objective != "place_km":
        return len(cluster.tasks)
    farthest = [0] * len(cluster.tasks)
    for host in cluster.hosts:
        for task, tenths in zip(host.joinable, host.tenths_km, strict=True):
            farthest[task] = max(farthest[task], tenths)
    return sum(task.places * far for task, far in zip(cluster.tasks, farthest, strict=True))
