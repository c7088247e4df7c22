# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Distances between municipalities: great circles between centroids, in tenths of a kilometre."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from models.territory import Municipality, great_circle_km

# One degree of latitude is longer than this everywhere: whoever is farther north is farther away.
LEAST_TENTHS_PER_DEGREE = 1111
# The runs of a study have few sets of municipalities between them.
MOST_KEPT = 8

Within = Literal["region", "province", "any"]
Near = Mapping[str, Mapping[str, int]]
"""Per code who is near, and how far."""


def tenths_km(one: Municipality, other: Municipality) -> int:
    """The distance between two centroids by the haversine formula, in tenths of a kilometre.

    Floats, but safe ones: no distance between two municipalities of the country lies so near
    to half a tenth that another machine could round it the other way, which a test keeps.
    """
    return round(kilometres(one, other) * 10)


def kilometres(one: Municipality, other: Municipality) -> float:
    """The same, not rounded."""
    return great_circle_km(one.latitude, one.longitude, other.latitude, other.longitude)


def certainly_beyond(one: Municipality, other: Municipality, tenths: int) -> bool:
    """Whether the latitudes alone say that two centroids are farther apart than that."""
    return abs(one.latitude - other.latitude) * LEAST_TENTHS_PER_DEGREE > tenths + 1


def area_of(one: Municipality, within: Within) -> str:
    """Where the groups of a municipality stay: its region, its province, or anywhere."""
    return {"region": one.region, "province": one.province, "any": ""}[within]


@lru_cache(maxsize=MOST_KEPT)
def near_one_another(
    municipalities: tuple[Municipality, ...], within: Within, most_tenths: int
) -> Near:
    """Per municipality the others of its area within a distance, in order of code.

    Kept for the next run: what a study changes, nobody moves.

    Args:
        municipalities: all of them.
        within: where groups stay.
        most_tenths: the longest way, in tenths of a kilometre.
    """
    found: dict[str, dict[str, int]] = {one.code: {} for one in municipalities}
    for one, other in _pairs(municipalities, within, most_tenths):
        tenths = tenths_km(one, other)
        if tenths <= most_tenths:
            found[one.code][other.code] = tenths
            found[other.code][one.code] = tenths
    return {code: dict(sorted(others.items())) for code, others in found.items()}


def _pairs(
    municipalities: tuple[Municipality, ...], within: Within, most_tenths: int
) -> Iterator[tuple[Municipality, Municipality]]:
    """The pairs within an area that may be near enough, the northern one last."""
    areas: dict[str, list[Municipality]] = {}
    for one in sorted(municipalities, key=lambda one: one.latitude):
        areas.setdefault(area_of(one, within), []).append(one)
    for members in areas.values():
        for place, one in enumerate(members):
            for other in members[place + 1 :]:
                if certainly_beyond(one, other, most_tenths):
                    break
                yield one, other
