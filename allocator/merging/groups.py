# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Groups: which tasks may be realised together, and at which host.

A cluster is a set of tasks that no group leaves; in it tasks are numbered, and a set of tasks is a
number with one bit for each. Groups are found by their price, depth first around each host: what
cannot become cheap enough is never visited, so that there may be millions of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from models.places import Kind

# How many sets are visited between two looks at whether somebody wants to stop.
STOP_EVERY = 4_096
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
    """

    tasks: tuple[Task, ...]
    hosts: tuple[Host, ...]
    adjacent: tuple[int, ...]
    around: tuple[int, ...]
    apart: tuple[int, ...]
    most_members: int

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

    def members(self, tasks: int) -> Iterator[int]:
        """The numbers in a set of tasks."""
        while tasks:
            lowest = tasks & -tasks
            yield lowest.bit_length() - 1
            tasks ^= lowest


class Prices(NamedTuple):
    """What groups are charged while the relaxation is solved, in parts of `SCALE`.

    Attributes:
        weights: of the objectives.
        tasks: what each task brings in.
        hosts: what each host charges.
        triples: sets of three tasks, and what a group with two of them or all is charged.
    """

    weights: Weights
    tasks: Sequence[int]
    hosts: Sequence[int]
    triples: Sequence[tuple[int, int]]

    def reduced(self, cluster: Cluster, group: Group) -> int:
        """What is left of the cost of a group that is no more than one task."""
        return (
            self.weights.cost(group)
            - sum(self.tasks[task] for task in cluster.members(group.tasks))
            + self.hosts[group.host]
        )


def most_of_triple(tasks: int, triple: int) -> bool:
    """Whether a set of tasks holds two of a triple or all of it."""
    return (tasks & triple).bit_count() > 1


class Priced(NamedTuple):
    """Groups by their reduced cost.

    Attributes:
        groups: reduced cost and group.
        complete: whether these are all of them.
    """

    groups: list[tuple[int, Group]]
    complete: bool


def priced_groups(
    cluster: Cluster,
    number: int,
    prices: Prices,
    limit: int,
    most: int,
    stopped: Callable[[], bool],
) -> Priced:
    """The groups of one host, with a task of another among them, at or below a reduced cost.

    Connected sets are visited depth first, each once: a task that was passed over is never taken
    up again further down. A set is left alone when all that could still join it cannot bring its
    reduced cost down to the limit, nor its places up to a viable site.

    Args:
        cluster: where.
        number: of the host.
        prices: what groups are charged.
        limit: the highest reduced cost.
        most: stop after so many.
        stopped: asked now and then; once it says yes, the rest is left.
    """
    host = cluster.hosts[number]
    view = _View.of(cluster, number, prices)
    order, places, gain, way = view.order, view.places, view.gain, view.way
    adjacent, apart, fines = view.adjacent, view.apart, view.fines
    own = cluster.tasks[host.own].places if host.own is not None else 0
    most_joining = cluster.most_members - 1
    best_gains = _running_sums([one for one in gain if one > 0], most_joining)
    best_places = _running_sums(sorted(places, reverse=True), most_joining)
    base = prices.weights.sites + prices.hosts[number]
    base -= prices.tasks[host.own] if host.own is not None else 0
    own_bit = 1 << host.own if host.own is not None else 0
    found: list[tuple[int, Group]] = []
    complete, visited = True, 0

    def extend(
        tasks: int,
        size: int,
        left: int,
        reduced: int,
        moved: int,
        candidates: int,
        barred: int,
        hope: int,
    ) -> bool:
        """Add one task after another; whether there is a reason to go on."""
        nonlocal complete, visited
        visited += 1
        if visited % STOP_EVERY == 0 and stopped():
            complete = False
            return False
        while candidates:
            if reduced - min(best_gains[left], hope) > limit:
                return True
            bit = candidates & -candidates
            candidates ^= bit
            barred |= bit
            place = bit.bit_length() - 1
            if gain[place] > 0:
                hope -= gain[place]
            grown = size + places[place]
            if grown > host.room or grown + best_places[left - 1] < host.need:
                continue
            joined, cost = tasks | 1 << order[place], reduced - gain[place]
            for triple, fine in fines[place]:
                if (tasks & triple).bit_count() == 1:
                    cost += fine
            travelled = moved + way[place]
            if cost <= limit and grown >= host.need:
                count = most_joining - left + 1
                found.append((cost, Group(number, joined, grown, 0, count, travelled)))
                if len(found) >= most:
                    complete = False
                    return False
            if left > 1:
                onward = (candidates | adjacent[place]) & ~barred & ~apart[place]
                shut = barred | apart[place]
                if not extend(joined, grown, left - 1, cost, travelled, onward, shut, hope):
                    return False
        return True

    if most_joining:
        hope = sum(one for one in gain if one > 0)
        extend(own_bit, own, most_joining, base, 0, view.first, 0, hope)
    return Priced(found, complete)


@dataclass(frozen=True, slots=True)
class _View:
    """The tasks around a host, renumbered in the order of what they bring in: the best first.

    Attributes:
        order: their numbers in the cluster.
        places: of each.
        gain: what each brings in when it joins.
        way: places x tenths of a kilometre that each moves.
        adjacent: which others share a border with it, renumbered.
        apart: which others never share a group with it.
        fines: triples with it in them, and what a second task of one costs.
        first: those that share a border with the host.
    """

    order: Sequence[int]
    places: Sequence[int]
    gain: Sequence[int]
    way: Sequence[int]
    adjacent: Sequence[int]
    apart: Sequence[int]
    fines: Sequence[Sequence[tuple[int, int]]]
    first: int

    @classmethod
    def of(cls, cluster: Cluster, number: int, prices: Prices) -> _View:
        host, weights = cluster.hosts[number], prices.weights
        way = {
            task: cluster.tasks[task].places * tenths
            for task, tenths in zip(host.joinable, host.tenths_km, strict=True)
        }
        gains = {
            task: prices.tasks[task] - weights.moved_tasks - weights.place_km * far
            for task, far in way.items()
        }
        order = sorted(gains, key=lambda task: (-gains[task], task))
        position = {task: place for place, task in enumerate(order)}
        near = sum(1 << task for task in order)
        return cls(
            order=order,
            places=[cluster.tasks[task].places for task in order],
            gain=[gains[task] for task in order],
            way=[way[task] for task in order],
            adjacent=[
                _renumbered(cluster, cluster.adjacent[one] & near, position) for one in order
            ],
            apart=[_renumbered(cluster, cluster.apart[one] & near, position) for one in order],
            fines=[[fine for fine in prices.triples if fine[0] >> one & 1] for one in order],
            first=_renumbered(cluster, cluster.around[number] & near, position),
        )


def _renumbered(cluster: Cluster, tasks: int, position: Mapping[int, int]) -> int:
    return sum(1 << position[task] for task in cluster.members(tasks))


def _running_sums(values: Sequence[int], length: int) -> list[int]:
    """The sums of the first 0, 1, 2, ... values, as many as asked."""
    sums = [0]
    for place in range(length):
        sums.append(sums[-1] + (values[place] if place < len(values) else 0))
    return sums
