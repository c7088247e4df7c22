# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rooms that both kinds want: where plans that were made apart do not fit together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from allocator.merging.draft import Site
from allocator.merging.planning.cluster_plans import ClusterPlans, Part
from allocator.merging.planning.clusters import NO_CAPS, Caps, Limits
from allocator.merging.planning.partition.groups import NO_LIMIT
from allocator.merging.planning.partition.joined import Joined
from allocator.merging.planning.ranking import Ranked
from allocator.merging.situation import Situation
from models.places import KINDS


class Rooms:
    """The rooms of a situation, which both kinds share."""

    def __init__(self, situation: Situation, clusters: ClusterPlans) -> None:
        """Say whose rooms.

        Args:
            situation: before merging.
            clusters: of the situation.
        """
        self._situation, self._clusters = situation, clusters

    def joined(
        self, parts: Sequence[Part], plans: Iterable[Ranked], caps: Caps = NO_CAPS
    ) -> list[Part]:
        """The parts, those of them joined whose plans bring more to a host than it has room for."""
        of = {owner: part for part in parts for owner in part}
        together: Joined[Part] = Joined()
        for ranked in plans:
            for sites in self.crowded(ranked.sites, caps):
                first, *others = (of[site.kind, site.tasks[0]] for site in sites)
                for other in others:
                    together.join(first, other)
        return [frozenset().union(*joined) for joined in together.sets(parts)]

    def thinned(self, sites: Sequence[Site]) -> list[Site]:
        """A plan in which tasks stay at home where a host is too full: no optimum, but a plan."""
        crowded = next(self.crowded(sites), None)
        if crowded is None:
            return [*sites]
        leaves = min((site for site in crowded if site.moved), key=lambda one: len(one.tasks))
        stay = [
            Site(leaves.kind, code, (code,), self._situation.viable(code, leaves.kind))
            for code in leaves.tasks
        ]
        return self.thinned([*(one for one in sites if one != leaves), *stay])

    def crowded(self, sites: Iterable[Site], caps: Caps = NO_CAPS) -> Iterator[list[Site]]:
        """The sites of both kinds of each host to which they bring more than there is room for."""
        at: dict[str, list[Site]] = {}
        for site in sites:
            at.setdefault(site.host, []).append(site)
        for _, pair in sorted(at.items()):
            if len(pair) == len(KINDS) and self._brought(*pair) > self._room(pair, caps):
                yield pair

    def ways_out(self, crowded: Sequence[Site]) -> list[Limits]:
        """Two limits, one of which every plan keeps to that leaves both kinds of a host room.

        With any number between, either the one kind keeps to it or the other to what it leaves.
        """
        pivot, other = sorted(crowded, key=lambda site: not site.moved)
        room, brought = self._room(crowded, NO_CAPS), self._brought(pivot)
        # Its own task the one kind may always realise, whatever the other does.
        own = self._situation.task(pivot.host, pivot.kind)
        least = max(own, room - self._brought(other))
        between = (least + brought - 1) // 2
        return [
            {(pivot.kind, pivot.host): between},
            {(other.kind, other.host): room - between - 1},
        ]

    def _brought(self, *sites: Site) -> int:
        """The places of the tasks of some sites."""
        return sum(self._situation.task(code, site.kind) for site in sites for code in site.tasks)

    def _room(self, sites: Sequence[Site], caps: Caps) -> int:
        """The places that the sites of a municipality may bring together."""
        host = sites[0].host
        ceiling = self._situation.ceiling(host) if any(site.moved for site in sites) else None
        most = NO_LIMIT if ceiling is None else ceiling
        if any(site.viable for site in sites):
            most = min(most, caps.get(host, NO_LIMIT))
        return most - self._clusters.standing(host)
