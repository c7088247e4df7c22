# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Shapes: which tasks hang together on the map, whatever their places are.

Of a small cluster all of them are found once. The runs of a study change offers, minimum sites and
keys; the map stays, so what it allows is kept for the next run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from allocator.merging.planning.partition.groups import Cluster

# Of more tasks, or with more shapes, there is too much to list.
MOST_TASKS = 20
MOST_SHAPES = 4_500
# So many maps are kept: some tens of MB.
MOST_MAPS = 128


class Map(NamedTuple):
    """What shapes depend on, per task and per host, as a cluster has it."""

    adjacent: tuple[int, ...]
    around: tuple[int, ...]
    apart: tuple[int, ...]
    own: tuple[int | None, ...]
    joinable: tuple[tuple[int, ...], ...]
    most_members: int

    @classmethod
    def of(cls, cluster: Cluster) -> Map:
        """The map of a cluster."""
        hosts = cluster.hosts
        return cls(
            cluster.adjacent,
            cluster.around,
            cluster.apart,
            tuple([host.own for host in hosts]),
            tuple([host.joinable for host in hosts]),
            cluster.most_members,
        )


class Shape(NamedTuple):
    """Two or more tasks that hang together; or tasks with a host that has no task of its own.

    Attributes:
        rows: one bit for each task, and one for such a host.
        tasks: the numbers of the tasks.
        hosts: the numbers of the hosts that all of them may go to.
        parts: pairs of smaller shapes that have the same rows together, one of them no more than
            two rows, by number; the first numbers are those of single rows.
        moved: how many tasks move, wherever they go.
    """

    rows: int
    tasks: tuple[int, ...]
    hosts: tuple[int, ...]
    parts: tuple[tuple[int, int], ...]
    moved: int


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes of a map.

    Attributes:
        tasks: how many there are.
        guests: the hosts without a task: their rows come after those of the tasks.
        listed: the smaller ones first; their numbers come after those of single rows.
    """

    tasks: int
    guests: tuple[int, ...]
    listed: tuple[Shape, ...]


def shapes_of(cluster: Cluster) -> Shapes | None:
    """The shapes of a cluster; None where there are too many."""
    return kept(Map.of(cluster)) if len(cluster.tasks) <= MOST_TASKS else None


@lru_cache(maxsize=MOST_MAPS)
def kept(one: Map) -> Shapes | None:
    """The shapes of a map, kept for when it comes again; None where there are too many."""
    found = _connected(_Rows.of(one))
    return None if len(found) > MOST_SHAPES else _listed(one, found)


def _listed(one: Map, found: dict[int, int]) -> Shapes:
    """Shapes with their parts, from rows and the rows of their hosts."""
    tasks = len(one.adjacent)
    guests = tuple(host for host, own in enumerate(one.own) if own is None)
    host_at = {own: host for host, own in enumerate(one.own) if own is not None}
    host_at |= {tasks + place: host for place, host in enumerate(guests)}
    ordered = sorted(found, key=lambda rows: (rows.bit_count(), rows))
    number = {1 << row: row for row in range(tasks + len(guests))}
    number |= {rows: place for place, rows in enumerate(ordered, start=len(number))}
    listed = []
    for rows in ordered:
        members = _members(rows)
        hosts = sorted([host_at[row] for row in _members(found[rows])])
        own = tuple(members if members[-1] < tasks else members[:-1])
        parts = tuple(_parts(rows, members, number))
        listed.append(Shape(rows, own, tuple(hosts), parts, len(members) - 1))
    return Shapes(tasks, guests, tuple(listed))


def _parts(
    rows: int, members: Sequence[int], number: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """The ways to take one row out, or two."""
    for member in members:
        rest = number.get(rows ^ 1 << member)
        if rest is not None:
            yield member, rest
    for place, one in enumerate(members):
        for other in members[:place]:
            both = 1 << one | 1 << other
            part, rest = number.get(both), number.get(rows ^ both)
            if part is not None and rest is not None:
                yield part, rest


class _Rows(NamedTuple):
    """A map by rows: of tasks, then of hosts without one.

    Attributes:
        beside: per row those that share a border with it.
        apart: per row those that never share a group with it.
        reaches: per row those that may come to a site there.
        reached: per row at whose sites it may come.
        guests: the rows of hosts without a task.
        most: so many rows in a shape.
    """

    beside: Sequence[int]
    apart: Sequence[int]
    reaches: Sequence[int]
    reached: Sequence[int]
    guests: int
    most: int

    @classmethod
    def of(cls, one: Map) -> _Rows:
        tasks = len(one.adjacent)
        guests = [host for host, own in enumerate(one.own) if own is None]
        row_of = {host: own for host, own in enumerate(one.own) if own is not None}
        row_of |= {host: tasks + place for place, host in enumerate(guests)}
        beside = [*one.adjacent, *(one.around[host] for host in guests)]
        reaches, reached = [0] * len(beside), [0] * len(beside)
        for host, row in row_of.items():
            for task in one.joinable[host]:
                reaches[row] |= 1 << task
                reached[task] |= 1 << row
        for host in guests:
            for task in _members(one.around[host]):
                beside[task] |= 1 << row_of[host]
        apart = [*one.apart, *([0] * len(guests))]
        rows = (1 << len(beside)) - (1 << tasks)
        return cls(beside, apart, reaches, reached, rows, one.most_members)


def _connected(rows: _Rows) -> dict[int, int]:
    """The connected sets of two rows or more, with those rows that may host all others.

    Depth first from the lowest task: a row that was passed over is never taken up further down. It
    ends where there are too many.
    """
    found: dict[int, int] = {}

    def extend(shape: int, hosts: int, left: int, candidates: int, barred: int) -> None:
        while candidates and len(found) <= MOST_SHAPES:
            bit = candidates & -candidates
            candidates ^= bit
            barred |= bit
            if bit & rows.guests and shape & rows.guests:
                continue
            row = bit.bit_length() - 1
            grown, hosting = shape | bit, hosts & rows.reached[row]
            if not shape & ~rows.reaches[row]:
                hosting |= bit
            found[grown] = hosting
            if left > 1:
                shut = barred | rows.apart[row]
                onward = (candidates | rows.beside[row]) & ~shut
                extend(grown, hosting, left - 1, onward, shut)

    for task in range(len(rows.beside) - rows.guests.bit_count()):
        alone = 1 << task
        shut = (alone << 1) - 1 | rows.apart[task]
        if rows.most > 1:
            extend(alone, alone, rows.most - 1, rows.beside[task] & ~shut, shut)
    return found


def _members(rows: int) -> list[int]:
    found = []
    while rows:
        lowest = rows & -rows
        found.append(lowest.bit_length() - 1)
        rows ^= lowest
    return found
