# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Groups by their price, depth first around each host.

What cannot become cheap enough is never visited, so that there may be millions of groups.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from allocator.merging.planning.partition.groups import Cluster, Group, Weights

# How many sets are visited between two looks at whether somebody wants to stop.
STOP_EVERY = 4_096


NO_STEPS: Mapping[int, Sequence[tuple[int, int]]] = {}


class Prices(NamedTuple):
    """What groups are charged while the relaxation is solved, in parts of `SCALE`.

    Attributes:
        weights: of the objectives.
        tasks: what each task brings in.
        hosts: what each host charges.
        triples: sets of three tasks, and what a group with two of them or all is charged.
        steps: per host that shares a room, what a group is charged that counts more there than so
            many places.
    """

    weights: Weights
    tasks: Sequence[int]
    hosts: Sequence[int]
    triples: Sequence[tuple[int, int]]
    steps: Mapping[int, Sequence[tuple[int, int]]] = NO_STEPS

    def reduced(self, cluster: Cluster, group: Group) -> int:
        """What is left of the cost of a group, whatever tasks it has."""
        left = (
            self.weights.cost(group)
            - sum(self.tasks[task] for task in cluster.members(group.tasks))
            + self.hosts[group.host]
            + sum(fine for triple, fine in self.triples if most_of_triple(group.tasks, triple))
        )
        if steps := self.steps.get(group.host):
            counts = cluster.room_at[group.host].counts(group)
            left += sum(fine for beyond, fine in steps if counts > beyond)
        return left

    def gains(self, cluster: Cluster, number: int) -> dict[int, int]:
        """What each task brings in when it joins a group at a host."""
        host, weights = cluster.hosts[number], self.weights
        return {
            task: self.tasks[task]
            - weights.moved_tasks
            - weights.place_km * cluster.tasks[task].places * tenths
            for task, tenths in zip(host.joinable, host.tenths_km, strict=True)
        }


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
    most_joining = cluster.most_members - 1
    gains = prices.gains(cluster, number)
    base = prices.weights.sites + prices.hosts[number]
    base -= prices.tasks[host.own] if host.own is not None else 0
    best_gains = _running_sums(sorted(one for one in gains.values() if one > 0)[::-1], most_joining)
    if not most_joining or base - best_gains[-1] > limit:
        return Priced([], True)
    view = _View.of(cluster, number, prices, gains)
    order, places, gain, way = view.order, view.places, view.gain, view.way
    adjacent, apart, fines, charges = view.adjacent, view.apart, view.fines, view.charges
    own = cluster.tasks[host.own].places if host.own is not None else 0
    best_places = _running_sums(sorted(places, reverse=True), most_joining)
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
            least = reduced + _charge(charges, size) if charges else reduced
            if least - min(best_gains[left], hope) > limit:
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
            charged = cost + _charge(charges, grown) if charges else cost
            if charged <= limit and grown >= host.need:
                count = most_joining - left + 1
                found.append((charged, Group(number, joined, grown, 0, count, travelled)))
                if len(found) >= most:
                    complete = False
                    return False
            if left > 1:
                onward = (candidates | adjacent[place]) & ~barred & ~apart[place]
                shut = barred | apart[place]
                if not extend(joined, grown, left - 1, cost, travelled, onward, shut, hope):
                    return False
        return True

    hope = sum(one for one in gain if one > 0)
    extend(own_bit, own, most_joining, base, 0, view.first, 0, hope)
    return Priced(found, complete)


def _charge(charges: Sequence[tuple[int, int]], places: int) -> int:
    """What a group of so many places is charged for the room that it takes."""
    return sum([fine for beyond, fine in charges if places > beyond])


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
        charges: what a group is charged that brings more than so many places.
        first: those that share a border with the host.
    """

    order: Sequence[int]
    places: Sequence[int]
    gain: Sequence[int]
    way: Sequence[int]
    adjacent: Sequence[int]
    apart: Sequence[int]
    fines: Sequence[Sequence[tuple[int, int]]]
    charges: Sequence[tuple[int, int]]
    first: int

    @classmethod
    def of(cls, cluster: Cluster, number: int, prices: Prices, gains: Mapping[int, int]) -> _View:
        host = cluster.hosts[number]
        way = {
            task: cluster.tasks[task].places * tenths
            for task, tenths in zip(host.joinable, host.tenths_km, strict=True)
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
            charges=_charges(cluster, number, prices),
            fines=[[fine for fine in prices.triples if fine[0] >> one & 1] for one in order],
            first=_renumbered(cluster, cluster.around[number] & near, position),
        )


def _charges(cluster: Cluster, number: int, prices: Prices) -> list[tuple[int, int]]:
    """The steps of a host in places: of the room, tasks of others count an extra on top."""
    steps = prices.steps.get(number, ())
    return [(beyond - cluster.room_at[number].extra, fine) for beyond, fine in steps]


def _renumbered(cluster: Cluster, tasks: int, position: Mapping[int, int]) -> int:
    return sum(1 << position[task] for task in cluster.members(tasks))


def _running_sums(values: Sequence[int], length: int) -> list[int]:
    """The sums of the first 0, 1, 2, ... values, as many as asked."""
    sums = [0]
    for place in range(length):
        sums.append(sums[-1] + (values[place] if place < len(values) else 0))
    return sums
