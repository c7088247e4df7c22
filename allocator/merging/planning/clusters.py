# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Clusters: the tasks of a situation, split where no group can reach across."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from allocator.merging.planning.partition.groups import NO_LIMIT, Cluster, Host, Shared, Task
from allocator.merging.situation import Situation
from models.places import KINDS, Kind

# A task by kind and code of its municipality.
Owner = tuple[Kind, str]


@dataclass(frozen=True)
class Fixed:
    """Merges that are settled beforehand: the rest of the plan is made around them.

    Attributes:
        owners: tasks that are in them.
        hosts: kind and code of their hosts: no other group of that kind comes there.
        hosted: places that they bring to each host.
    """

    owners: frozenset[Owner]
    hosts: frozenset[Owner]
    hosted: Mapping[str, int]


# Per code the most that a municipality with a viable site realises of both kinds.
Caps = Mapping[str, int]
NO_CAPS: Caps = {}
# Per kind and code the most that a municipality realises, above what stands there.
Limits = Mapping[Owner, int]
NO_LIMITS: Limits = {}
NOTHING_FIXED = Fixed(frozenset(), frozenset(), {})


def owners_of(situation: Situation, fixed: Fixed = NOTHING_FIXED) -> list[Owner]:
    """Every task that is not settled beforehand, in order of kind and code."""
    return [
        (kind, code)
        for kind in KINDS
        for code in situation.tasks
        if situation.task(code, kind) and (kind, code) not in fixed.owners
    ]


def separate(situation: Situation, fixed: Fixed = NOTHING_FIXED) -> list[list[Owner]]:
    """The tasks in sets that no group reaches across, as if kinds did not share rooms.

    Whoever a host can reach over borders, within distance, may come to be in one group with its
    other guests.
    """
    owners, found = owners_of(situation, fixed), []
    for kind in KINDS:
        able = {code for one, code in owners if one == kind}
        apart = [{code} for code in able]
        for host in situation.near:
            if (kind, host) not in fixed.hosts:
                together = reached(situation, host, able) | ({host} & able)
                if together and not any(together <= one for one in apart):
                    touched = [one for one in apart if not one.isdisjoint(together)]
                    apart = [one for one in apart if one.isdisjoint(together)]
                    apart.append(set().union(*touched))
        found += [[(kind, code) for code in sorted(one)] for one in sorted(apart, key=min)]
    return found


def reached(situation: Situation, host: str, able: Set[str]) -> Set[str]:
    """Those of some tasks that could be in a group at a host, by borders and distance.

    Args:
        situation: where.
        host: code.
        able: whose tasks, all of one kind.
    """
    near = situation.near[host].keys() & able
    if not situation.rules.contiguous:
        return near
    left, edge = set(near), [host]
    while edge and left:
        found = situation.neighbours[edge.pop()] & left
        left -= found
        edge += found
    return near - left


def cluster_of(
    situation: Situation,
    owners: Iterable[Owner],
    fixed: Fixed = NOTHING_FIXED,
    caps: Caps = NO_CAPS,
    limits: Limits = NO_LIMITS,
) -> Cluster:
    """The cluster of some tasks with everybody who could host them.

    Args:
        situation: where.
        owners: the tasks; where they are of both kinds, these have to share rooms.
        fixed: merges that are settled beforehand.
        caps: on hosts, beside their room.
        limits: on what hosts realise of one kind.
    """
    listed = sorted(owners, key=lambda owner: (KINDS.index(owner[0]), owner[1]))
    tasks = tuple(
        Task(kind, code, situation.task(code, kind), situation.viable(code, kind))
        for kind, code in listed
    )
    number = {owner: place for place, owner in enumerate(listed)}
    hosts = tuple(_hosts(situation, number, fixed, caps, limits))
    return Cluster(
        tasks=tasks,
        hosts=hosts,
        adjacent=tuple(_set(_beside(situation, owner, number), number) for owner in listed),
        around=tuple(
            _set(_beside(situation, (host.kind, host.code), number), number) for host in hosts
        ),
        apart=tuple(
            _set(((kind, other) for other in situation.forbidden.get(code, ())), number)
            for kind, code in listed
        ),
        most_members=situation.rules.max_members,
        shared=tuple(_shared(situation, tasks, hosts, fixed, caps)),
    )


def _hosts(
    situation: Situation, number: Mapping[Owner, int], fixed: Fixed, caps: Caps, limits: Limits
) -> Iterator[Host]:
    """Whoever has one of the tasks, or is near enough to one of them to host it."""
    for kind in KINDS:
        tasks = {code: place for (one, code), place in number.items() if one == kind}
        for code in sorted({*tasks}.union(*(situation.near[code] for code in tasks))):
            guests = [  # in order of code, as their numbers are
                (tasks[other], tenths)
                for other, tenths in situation.near[code].items()
                if other in tasks
            ]
            owner = (kind, code)
            # A task that a settled merge holds keeps its municipality from hosting anything else.
            if code in tasks or (owner not in fixed.hosts and owner not in fixed.owners):
                capped = _capped(situation, code, fixed, caps)
                # A host of a settled merge has a viable site, whatever else is realised there.
                settled = situation.viable(code, kind) or code in fixed.hosted
                limit = limits.get(owner, NO_LIMIT)
                stays = min(limit, capped) if settled else limit
                yield Host(
                    kind=kind,
                    code=code,
                    own=tasks.get(code),
                    need=situation.need(code, kind),
                    room=min(_room(situation, code, fixed), capped, limit),
                    stays=situation.task(code, kind) <= stays,
                    joinable=tuple([task for task, _ in guests]),
                    tenths_km=tuple([tenths for _, tenths in guests]),
                )


def _shared(
    situation: Situation,
    tasks: Sequence[Task],
    hosts: Sequence[Host],
    fixed: Fixed,
    caps: Caps,
) -> Iterator[Shared]:
    """The rooms in which both kinds of one municipality may stand in each other's way."""
    first: dict[str, int] = {}
    for number, host in enumerate(hosts):
        if (other := first.setdefault(host.code, number)) == number:
            continue
        # Where there is no room at all, only tasks of its own may stand beside one another.
        capped = _capped(situation, host.code, fixed, caps)
        most = max(1, min(_room(situation, host.code, fixed), capped))
        pair = (hosts[other], host)
        if sum(_most_brought(tasks, one) for one in pair) <= most:
            continue
        own = [tasks[one.own] for one in pair if one.own is not None]
        both = sum(task.places for task in own)
        free = not any(task.viable for task in own) or both <= capped
        extra = max(0, both - most) if len(own) == len(pair) and free else 0
        yield Shared((other, number), most + extra, extra)


def _most_brought(tasks: Sequence[Task], host: Host) -> int:
    """More than this no group brings to a host."""
    own = 0 if host.own is None else tasks[host.own].places
    return own + sum(tasks[one].places for one in host.joinable)


def _room(situation: Situation, code: str, fixed: Fixed) -> int:
    room = situation.room(code)
    return NO_LIMIT if room is None else room - fixed.hosted.get(code, 0)


def _capped(situation: Situation, code: str, fixed: Fixed, caps: Caps) -> int:
    """What a cap leaves above what stands there and is settled."""
    standing = situation.existing[code].total + fixed.hosted.get(code, 0)
    return caps[code] - standing if code in caps else NO_LIMIT


def _beside(situation: Situation, owner: Owner, number: Mapping[Owner, int]) -> Iterable[Owner]:
    """The tasks of its kind that share a border with a municipality, where that matters."""
    kind, code = owner
    if not situation.rules.contiguous:
        return (other for other in number if other[0] == kind and other[1] != code)
    return ((kind, other) for other in situation.neighbours[code])


def _set(owners: Iterable[Owner], number: Mapping[Owner, int]) -> int:
    return sum([1 << number[owner] for owner in owners if owner in number])
