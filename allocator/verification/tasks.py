# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tasks of a result and where they are realised, as the checks of merging look at them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import atan2, cos, hypot, radians, sin
from typing import NamedTuple

from allocator.verification.facts import Facts, rest_of
from models.places import KINDS, Kind
from models.result import MunicipalityResult

EARTH_RADIUS_KM = 6371.0088

Owned = tuple[Kind, str]
"""A task, or what stands somewhere: its kind and the code of the municipality."""


@dataclass(frozen=True)
class Tasks:
    """Every task of a result.

    Attributes:
        places: of each task, above zero.
        existing: per municipality, the places that count there whatever is merged.
        host: per task, the code of the municipality where it is realised.
        here: per municipality, the places of both kinds that are realised there: what stands
            there, and the tasks.
        minimum: of a viable site.
    """

    places: dict[Owned, int]
    existing: dict[Owned, int]
    host: dict[Owned, str]
    here: Counter[str]
    minimum: dict[Kind, int]

    def missing(self, owned: Owned) -> int:
        """How far a task is short of a viable site where it is; below one, it is viable."""
        return self.minimum[owned[0]] - self.existing[owned] - self.places[owned]

    @cached_property
    def stay(self) -> list[Owned]:
        """The tasks that are realised at home and not together with others."""
        busy = {(kind, host) for (kind, code), host in self.host.items() if host != code}
        return [one for one, host in self.host.items() if host == one[1] and one not in busy]


def tasks_of(facts: Facts) -> Tasks:
    """The tasks of a result, from what its municipalities count and have to make possible."""
    return facts.once(_tasks_of)


def _tasks_of(facts: Facts) -> Tasks:
    minimum = facts.settings.merging.minimum_site
    join = {
        (kind, one.code): _offers_that_join(facts, one, kind)
        for kind in KINDS
        for one in facts.result.municipalities
    }
    existing = {
        (kind, code): facts.municipalities[code].counted.of(kind) - joined
        for (kind, code), joined in join.items()
    }
    places = {
        (kind, one.code): rest_of(one, kind) + join[kind, one.code]
        for kind in KINDS
        for one in facts.divided
    }
    places = {owned: places for owned, places in places.items() if places}
    host = {
        **{owned: owned[1] for owned in places},
        **{
            (merge.kind, member.code): merge.host
            for merge in facts.result.merges
            for member in merge.members
            if (merge.kind, member.code) in places
        },
    }
    here: Counter[str] = Counter()
    for (_, code), standing in existing.items():
        here[code] += standing
    for owned, code in host.items():
        here[code] += places[owned]
    return Tasks(places, existing, host, here, {kind: minimum.of(kind) for kind in KINDS})


def _offers_that_join(facts: Facts, one: MunicipalityResult, kind: Kind) -> int:
    """The offered places that are merged like a task: those of a site below the minimum.

    What counts by an exchange stands elsewhere, and stays there.
    """
    rules, counted = facts.settings.merging, one.counted.of(kind)
    large = counted >= rules.minimum_site.of(kind)
    if not rules.include_offers or large or one.rest is None:
        return 0
    elsewhere = sum(
        exchange.counting
        for exchange in facts.result.exchanges
        if (exchange.taker, exchange.kind, exchange.counts) == (one.code, kind, True)
    )
    return max(0, counted - elsewhere)


class Direction(NamedTuple):
    """The direction of a centroid as seen from the middle of the earth, of length one."""

    x: float
    y: float
    z: float


def directions(facts: Facts) -> dict[str, Direction]:
    """Where every municipality lies, by code."""
    return facts.once(_directions)


def _directions(facts: Facts) -> dict[str, Direction]:
    return {code: _direction(one) for code, one in facts.municipalities.items()}


def _direction(one: MunicipalityResult) -> Direction:
    north, east = radians(float(one.latitude)), radians(float(one.longitude))
    return Direction(cos(north) * cos(east), cos(north) * sin(east), sin(north))


def tenths(one: Direction, other: Direction) -> int:
    """The great circle between two centroids in tenths of a kilometre, rounded to a whole one.

    The angle is that between two directions: its sine is the length of their cross product, its
    cosine their scalar product.
    """
    sine = hypot(
        one.y * other.z - one.z * other.y,
        one.z * other.x - one.x * other.z,
        one.x * other.y - one.y * other.x,
    )
    cosine = one.x * other.x + one.y * other.y + one.z * other.z
    return round(EARTH_RADIUS_KM * atan2(sine, cosine) * 10)
