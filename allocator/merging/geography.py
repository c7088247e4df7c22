# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Distances between municipalities: great circles between centroids, in tenths of a kilometre."""

from __future__ import annotations

from models.territory import Municipality, great_circle_km

# One degree of latitude is longer than this everywhere: whoever is farther north is farther away.
LEAST_TENTHS_PER_DEGREE = 1111


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
