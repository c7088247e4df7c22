# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Distances between municipalities: great circles between centroids, in tenths of a kilometre."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from models.territory import Municipality

EARTH_RADIUS_KM = 6371.0088
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
    north, other_north = radians(float(one.latitude)), radians(float(other.latitude))
    east = radians(float(other.longitude)) - radians(float(one.longitude))
    chord = sin((other_north - north) / 2) ** 2 + cos(north) * cos(other_north) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(chord))


def certainly_beyond(one: Municipality, other: Municipality, tenths: int) -> bool:
    """Whether the latitudes alone say that two centroids are farther apart than that."""
    return abs(one.latitude - other.latitude) * LEAST_TENTHS_PER_DEGREE > tenths + 1
