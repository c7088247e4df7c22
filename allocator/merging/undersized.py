# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why a task is left where it makes no viable site: in numbers, host by host."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from allocator.merging.clusters import Owner, cluster_of, reached
from allocator.merging.groups import Cluster, Prices, Weights, priced_groups
from allocator.merging.situation import Situation
from models.merged import NearestHost, Undersized
from models.places import Kind

# So many of the nearest hosts are told.
MOST_TOLD = 3


def undersized(situation: Situation, kind: Kind, code: str, owners: Iterable[Owner]) -> Undersized:
    """A task that is left undersized, with the reason.

    Args:
        situation: before merging.
        kind: of the task.
        code: of its municipality.
        owners: the tasks that are free to join it.
    """
    places = situation.task(code, kind)
    missing = situation.need(code, kind) - places
    name = situation.by_code[code].name
    free = [owner for owner in owners if owner[0] == kind]
    nearest = tuple(
        _host(situation, kind, code, other, free) for other in _nearest(situation, code)
    )
    return Undersized(
        kind=kind,
        code=code,
        name=name,
        places=places,
        reason=_reason(situation, kind, code, free, nearest),
        missing=missing,
        nearest=nearest,
    )


def _nearest(situation: Situation, code: str) -> list[str]:
    others = (one.code for one in situation.municipalities if one.code != code)
    return sorted(others, key=lambda other: (situation.tenths(code, other), other))[:MOST_TOLD]


def _reason(
    situation: Situation,
    kind: Kind,
    code: str,
    free: list[Owner],
    nearest: tuple[NearestHost, ...],
) -> str:
    places = situation.task(code, kind)
    minimum = situation.rules.minimum_site.of(kind)
    standing = situation.existing[code].of(kind)
    have = f"{places} {kind} places" + (f" and the {standing} that count" if standing else "")
    short = f"{have} are {minimum - standing - places} short of a site of {minimum}"
    if situation.rules.contiguous and not situation.neighbours[code]:
        return f"{short}; it has no neighbour by land"
    if places_host := _possible(situation, kind, code, free):
        host = situation.by_code[places_host].name
        return f"{short}; a site at {host} is possible, but no plan leaves fewer tasks undersized"
    told = "; ".join(f"{one.name} ({float(one.distance_km):.1f} km): {one.why}" for one in nearest)
    return f"{short}; the nearest: {told}" if told else f"{short}; there is nobody else"


def _possible(situation: Situation, kind: Kind, code: str, free: list[Owner]) -> str:
    """The first host at which some viable group holds the task; empty if there is none."""
    cluster = cluster_of(situation, free)
    number = next(
        place for place, task in enumerate(cluster.tasks) if (task.kind, task.code) == (kind, code)
    )
    prices = _wanting(cluster, number)
    for place, host in enumerate(cluster.hosts):
        if priced_groups(cluster, place, prices, -1, 1, lambda: False).groups:
            return host.code
    return ""


def _wanting(cluster: Cluster, task: int) -> Prices:
    """Prices at which only groups with one task are below zero."""
    brings = [int(number == task) for number in range(len(cluster.tasks))]
    return Prices(Weights(), brings, [0] * len(cluster.hosts), ())


def _host(
    situation: Situation, kind: Kind, code: str, other: str, free: list[Owner]
) -> NearestHost:
    """What one municipality could do for a task."""
    standing = situation.existing[other].of(kind)
    room = situation.room(other)
    minimum = situation.rules.minimum_site.of(kind)
    together = standing + _most_together(situation, kind, other, free)
    tenths = situation.tenths(code, other)
    return NearestHost(
        code=other,
        name=situation.by_code[other].name,
        distance_km=Fraction(tenths, 10),
        room=None if room is None else max(0, room),
        together=together,
        missing=max(0, minimum - together),
        why=_why_not(situation, kind, code, other, free, together),
    )


def _why_not(
    situation: Situation, kind: Kind, code: str, other: str, free: list[Owner], together: int
) -> str:
    """The first rule in the way of realising a task at a host."""
    tenths, room = situation.tenths(code, other), situation.room(other)
    own, places = situation.task(other, kind), situation.task(code, kind)
    minimum = situation.rules.minimum_site.of(kind)
    full = room is not None and own + places > room
    in_the_way = {
        f"farther than {float(situation.rules.max_distance_km):g} km": tenths
        > situation.most_tenths,
        f"in another {situation.rules.within}": situation.area(code) != situation.area(other),
        "never in one group with it": other in situation.forbidden.get(code, ()),
        "no chain of shared borders between tasks leads there": code
        not in reached(situation, other, kind, set(free)),
        f"room for {max(0, (room or 0) - own)} places of others": full,
        f"no more than {together} of {minimum} places come together there": together < minimum,
        "possible, but no plan with it leaves fewer tasks undersized": True,
    }
    return next(says for says, so in in_the_way.items() if so)


def _most_together(situation: Situation, kind: Kind, host: str, free: list[Owner]) -> int:
    """No group brings more to a host: its own task, the largest within reach, its room."""
    able = set(free)
    own = situation.task(host, kind) if (kind, host) in able else 0
    guests = sorted(
        (situation.task(code, kind) for code in reached(situation, host, kind, able)), reverse=True
    )
    most = own + sum(guests[: situation.rules.max_members - 1])
    room = situation.room(host)
    return most if room is None else max(own, min(most, room))
