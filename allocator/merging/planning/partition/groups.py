# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Groups: which tasks may be realised together, at which host, and what that costs.

A cluster is a set of tasks that no group leaves; in it tasks are numbered, and a set of tasks is a
number with one bit for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from models.places import Kind

# More than anything that is counted here.
NO_LIMIT = 1 << 200


class Task(NamedTuple):
    """Places of one kind that a municipality has to make possible.

    Attributes:
        kind: `regular` or `amv`.
        code: of the municipality.
        places: how many, above zero.
        viable: whether they make a viable site where they are.
    """

    kind: Kind
    code: str
    places: int
    viable: bool


class Host(NamedTuple):
    """A municipality where a group of one kind may be realised.

    Attributes:
        kind: `regular` or `amv`.
        code: of the municipality.
        own: number of its own task, which it keeps; None where it has none.
        need: places that make its site viable, above what is there.
        room: the most places that it may realise with tasks of others among them.
        stays: whether its own task may stay alone.
        joinable: numbers of the tasks that may come, in order.
        tenths_km: distance of each of those.
    """

    kind: Kind
    code: str
    own: int | None
    need: int
    room: int
    stays: bool
    joinable: tuple[int, ...]
    tenths_km: tuple[int, ...]


class Group(NamedTuple):
    """Tasks at a host; also a task that stays alone, viable or not.

    Attributes:
        host: number of the host.
        tasks: one bit for each task.
        places: of those tasks.
        undersized: 1 for a task that is left where it makes no viable site.
        moved_tasks: how many tasks are realised elsewhere.
        place_km: places x tenths of a kilometre moved.
    """

    host: int
    tasks: int
    places: int
    undersized: int
    moved_tasks: int
    place_km: int


class Weights(NamedTuple):
    """What one of each costs; the objectives in order become one sum of whole numbers."""

    undersized: int = 0
    moved_tasks: int = 0
    place_km: int = 0
    sites: int = 0

    def cost(self, group: Group) -> int:
        """What a group costs."""
        return (
            self.undersized * group.undersized
            + self.moved_tasks * group.moved_tasks
            + self.place_km * group.place_km
            + self.sites
        )


class Goal(NamedTuple):
    """What is minimised: the objectives in order, as two sums of whole numbers.

    Attributes:
        lead: the objectives before the kilometres: small numbers, whose bound may be rounded up.
        tail: the others.
        step: what one of `lead` weighs: more than any `tail`.
    """

    lead: Weights
    tail: Weights
    step: int

    @property
    def whole(self) -> Weights:
        """Both in one sum."""
        pairs = zip(self.lead, self.tail, strict=True)
        return Weights(*(self.step * one + two for one, two in pairs))


class Shared(NamedTuple):
    """A room that the two hosts of one municipality share, one for each kind (decision 0026).

    Attributes:
        hosts: the numbers of both.
        most: what their groups count together at most.
        extra: what a group with tasks of others counts on top. A municipality may always realise
            its own two tasks: where these exceed the room, `most` is so much wider.
    """

    hosts: tuple[int, int]
    most: int
    extra: int

    def other(self, host: int) -> int:
        """The number of the host of the other kind."""
        one, two = self.hosts
        return two if host == one else one

    def counts(self, group: Group) -> int:
        """What a group takes of the room.

        No more than all of it: a task that stays where it does not fit leaves room for no other.
        """
        return min(group.places + (self.extra if group.moved_tasks else 0), self.most)


@dataclass(frozen=True)
class Cluster:
    """Tasks and hosts between which every group stays.

    Attributes:
        tasks: by number; in order of kind and code.
        hosts: by number; in order of kind and code. Whoever has a task is among them.
        adjacent: per task the tasks of its kind that share a border; all of them where groups need
            not be contiguous.
        around: per host the tasks of its kind that share a border with it; likewise.
        apart: per task the tasks that never share a group with it.
        most_members: of a group, host included.
        shared: rooms in which the groups of both kinds have to fit together.
    """

    tasks: tuple[Task, ...]
    hosts: tuple[Host, ...]
    adjacent: tuple[int, ...]
    around: tuple[int, ...]
    apart: tuple[int, ...]
    most_members: int
    shared: tuple[Shared, ...] = ()

    @cached_property
    def all_tasks(self) -> int:
        """The set of all tasks."""
        return (1 << len(self.tasks)) - 1

    @cached_property
    def stays(self) -> tuple[Group, ...]:
        """The tasks that may stay alone, each as a group, in order."""
        found = []
        for number, host in enumerate(self.hosts):
            if host.own is not None and host.stays:
                task = self.tasks[host.own]
                alone = Group(number, 1 << host.own, task.places, int(not task.viable), 0, 0)
                found.append(alone)
        return tuple(sorted(found, key=lambda group: group.tasks))

    @cached_property
    def room_at(self) -> dict[int, Shared]:
        """Per host the room that it shares, if it does."""
        return {host: room for room in self.shared for host in room.hosts}

    def holds(self, group: Group) -> bool:
        """Whether the host of a group has the room for it."""
        host = self.hosts[group.host]
        return group.places <= host.room if group.moved_tasks else host.stays

    def fit_together(self, groups: Iterable[Group]) -> bool:
        """Whether some groups of different hosts leave each other room."""
        taken: dict[Shared, int] = {}
        for group in groups:
            if room := self.room_at.get(group.host):
                taken[room] = taken.get(room, 0) + room.counts(group)
        return all(places <= room.most for room, places in taken.items())

    def members(self, tasks: int) -> Iterator[int]:
        """The numbers in a set of tasks."""
        while tasks:
            lowest = tasks & -tasks
            yield lowest.bit_length() - 1
            tasks ^= lowest


def group_of(cluster: Cluster, number: int, tasks: int) -> Group:
    """The group of some tasks at a host; also a task that stays where it is."""
    host = cluster.hosts[number]
    if host.own is not None and tasks == 1 << host.own:
        task = cluster.tasks[host.own]
        return Group(number, tasks, task.places, int(not task.viable), 0, 0)
    places = {task: cluster.tasks[task].places for task in cluster.members(tasks)}
    way = sum(
        places.get(task, 0) * tenths
        for task, tenths in zip(host.joinable, host.tenths_km, strict=True)
    )
    moved = len(places) - (host.own is not None)
    return Group(number, tasks, sum(places.values()), 0, moved, way)
