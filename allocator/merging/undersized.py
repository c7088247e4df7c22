# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why a task is left where it makes no viable site: in numbers, host by host."""

from __future__ import annotations

from fractions import Fraction

from allocator.merging.planning.clusters import Owner, cluster_of, owners_of, reached
from allocator.merging.planning.partition.groups import Cluster, Weights
from allocator.merging.planning.partition.pricing import Prices, priced_groups
from allocator.merging.situation import Situation
from models.merged import NearestHost, Undersized
from models.places import KINDS, Kind

# So many of the nearest hosts are told.
MOST_TOLD = 3
# Of a group.
FEWEST = 2


class Reasons:
    """Tells why tasks are left undersized."""

    def __init__(self, situation: Situation, *, proven: bool) -> None:
        """Take a situation before merging, and whether the plan that leaves them is proven."""
        self._situation, self._proven = situation, proven
        self._free = {
            kind: [owner for owner in owners_of(situation) if owner[0] == kind] for kind in KINDS
        }
        self._clusters: dict[Kind, Cluster] = {}

    def told(self, kind: Kind, code: str) -> Undersized:
        """A task that is left undersized, with the reason."""
        situation, free = self._situation, self._free[kind]
        places = situation.task(code, kind)
        nearest = tuple(
            _host(situation, kind, code, other, free) for other in _nearest(situation, code)
        )
        return Undersized(
            kind=kind,
            code=code,
            name=situation.by_code[code].name,
            places=places,
            reason=self._reason(kind, code, nearest),
            missing=situation.need(code, kind) - places,
            nearest=nearest,
        )

    def _reason(self, kind: Kind, code: str, nearest: tuple[NearestHost, ...]) -> str:
        situation = self._situation
        places = situation.task(code, kind)
        minimum = situation.rules.minimum_site.of(kind)
        standing = situation.existing[code].of(kind)
        have = f"{places} {kind} place{'s' * (places != 1)}"
        have += f" and the {standing} that count" if standing else ""
        verb = "are" if standing or places != 1 else "is"
        short = f"{have} {verb} {minimum - standing - places} short of a site of {minimum}"
        if situation.rules.contiguous and not situation.neighbours[code]:
            return f"{short}; it has no neighbour by land, and groups are contiguous"
        if self._proven and (host := self._possible(kind, code)):
            name = situation.by_code[host].name
            return f"{short}; a site at {name} with it is possible, but this plan has none"
        told = "; ".join(
            f"{one.name} ({float(one.distance_km):.1f} km): {one.why}" for one in nearest
        )
        told = f"the nearest: {told}" if told else "there is nobody else"
        open_ = "" if self._proven else "; the search for a better plan was not finished"
        return f"{short}{open_}; {told}"

    def _possible(self, kind: Kind, code: str) -> str:
        """The first host at which some viable group holds the task; empty if there is none."""
        if kind not in self._clusters:
            self._clusters[kind] = cluster_of(self._situation, self._free[kind])
        cluster = self._clusters[kind]
        owners = [(task.kind, task.code) for task in cluster.tasks]
        prices = _wanting(cluster, owners.index((kind, code)))
        for place, host in enumerate(cluster.hosts):
            # Whoever is not found among the first few thousand sets is told of by the nearest.
            if priced_groups(cluster, place, prices, -1, 1, lambda: True).groups:
                return host.code
        return ""


def _nearest(situation: Situation, code: str) -> list[str]:
    others = (one.code for one in situation.municipalities if one.code != code)
    return sorted(others, key=lambda other: (situation.tenths(code, other), other))[:MOST_TOLD]


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
        f"a group has {situation.rules.max_members} member at most": situation.rules.max_members
        < FEWEST,
        f"farther than {float(situation.rules.max_distance_km):g} km": tenths
        > situation.most_tenths,
        f"in another {situation.rules.within}": situation.area(code) != situation.area(other),
        "never in one group with it": other in situation.forbidden.get(code, ()),
        "no chain of shared borders between tasks leads there": code
        not in reached(situation, other, {one for _, one in free}),
        f"room for {max(0, (room or 0) - own)} places of others": full,
        f"no more than {together} of {minimum} places come together there": together < minimum,
        "no rule is in the way, but the plan has no group with it there": True,
    }
    return next(says for says, so in in_the_way.items() if so)


def _most_together(situation: Situation, kind: Kind, host: str, free: list[Owner]) -> int:
    """No group brings more to a host: its own task, the largest within reach, its room."""
    able = {code for _, code in free}
    own = situation.task(host, kind) if host in able else 0
    guests = sorted(
        (situation.task(code, kind) for code in reached(situation, host, able)), reverse=True
    )
    most = own + sum(guests[: situation.rules.max_members - 1])
    room = situation.room(host)
    return most if room is None else max(own, min(most, room))
