# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A plan in the terms of the law: sites, what stands there, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from allocator.merging.planning.clusters import Owner
from allocator.merging.planning.partition.groups import Cluster, Group
from allocator.merging.situation import Situation
from models.merging import MergingObjective
from models.places import KINDS, Kind


class Site(NamedTuple):
    """Tasks of one kind realised in one municipality.

    Attributes:
        kind: `regular` or `amv`.
        host: code of the municipality.
        tasks: codes of the municipalities whose tasks they are, in order.
        viable: whether they make a viable site.
    """

    kind: Kind
    host: str
    tasks: tuple[str, ...]
    viable: bool

    @property
    def moved(self) -> tuple[str, ...]:
        """Whose tasks are realised elsewhere than at home."""
        return tuple(code for code in self.tasks if code != self.host)


def site_of(cluster: Cluster, group: Group) -> Site:
    """A group of a cluster as a site."""
    host = cluster.hosts[group.host]
    codes = sorted(cluster.tasks[task].code for task in cluster.members(group.tasks))
    return Site(host.kind, host.code, tuple(codes), not group.undersized)


@dataclass(frozen=True)
class Draft:
    """A plan of a whole situation.

    Attributes:
        situation: before merging.
        sites: where every task is realised, in order of kind and host.
    """

    situation: Situation
    sites: tuple[Site, ...]

    @classmethod
    def of(cls, situation: Situation, sites: Iterable[Site]) -> Draft:
        """A plan with its sites in order."""
        ordered = sorted(sites, key=lambda one: (KINDS.index(one.kind), one.host, one.tasks))
        return cls(situation, tuple(ordered))

    def places(self, site: Site) -> int:
        """The places of the tasks at a site."""
        return sum(self.situation.task(code, site.kind) for code in site.tasks)

    @cached_property
    def host_of(self) -> dict[Owner, str]:
        """Where each task is realised."""
        return {(site.kind, code): site.host for site in self.sites for code in site.tasks}

    @cached_property
    def realised(self) -> dict[str, int]:
        """Per host, what it realises of both kinds: what stands there and the tasks."""
        found: dict[str, int] = {}
        for site in self.sites:
            here = found.get(site.host, self.situation.existing[site.host].total)
            found[site.host] = here + self.places(site)
        return found

    @cached_property
    def loads(self) -> dict[str, Fraction]:
        """Per municipality with a viable site, realised / share; a share of 0 counts as 1."""
        hosts = {site.host for site in self.sites if site.viable}
        return {
            host: Fraction(self.realised[host], max(1, self.situation.shares[host]))
            for host in hosts
        }

    def value(self, objective: MergingObjective) -> Fraction:
        """What the plan comes to in one objective."""
        return self._values[objective]

    @cached_property
    def _values(self) -> Mapping[MergingObjective, Fraction]:
        tenths = sum(
            self.situation.task(code, site.kind) * self.situation.tenths(site.host, code)
            for site in self.sites
            for code in site.moved
        )
        return {
            "undersized": Fraction(sum(not site.viable for site in self.sites)),
            "moved_tasks": Fraction(sum(len(site.moved) for site in self.sites)),
            "place_km": Fraction(tenths, 10),
            "balance": max(self.loads.values(), default=Fraction(0)),
            "sites": Fraction(len(self.sites)),
        }
