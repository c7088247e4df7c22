# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Deviation from pro rata, as an exact integer: what the choice of participants minimises."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heapreplace
from math import lcm

from allocator.distribution.formulation import Part
from allocator.distribution.rules.registry import Claimant, Closing


def scales(part: Part) -> dict[Closing, int]:
    """What the deviation of each closing is multiplied by, so that closings can be added up.

    `sum |x W - R w|` counts in W-ths of a place, and W differs per kind: every closing is brought
    to the least common multiple. With a single closing the factor is 1.
    """
    common = place_of(part)
    return {closing: common // max(1, part.together(closing)) for closing in part.closings}


def place_of(part: Part) -> int:
    """How much of the deviation is one place: W, or the common multiple of several."""
    return lcm(*(max(1, part.together(closing)) for closing in part.closings))


def deviation(part: Part, places: Mapping[Claimant, int]) -> int:
    """`sum |x_i W - R w_i|` over all claimants of the part, each closing scaled."""
    factor = scales(part)
    return sum(
        factor[closing]
        * abs(places[one] * part.together(closing) - closing.total * part.weights[one])
        for closing in part.closings
        for one in closing.claimants
    )


def least_deviation(part: Part, closing: Closing) -> int:
    """The smallest deviation within the bounds of a closing that nothing else ties, exactly.

    Every term is convex in x, so it is enough to start from the targets rounded down (within the
    bounds) and to move one place at a time where it costs least.
    """
    together = part.together(closing)
    wanted = {one: closing.total * part.weights[one] for one in closing.claimants}
    places = {
        one: min(max(part.target(one, closing).__floor__(), part.lower[one]), part.upper[one])
        for one in closing.claimants
    }
    missing = closing.total - sum(places.values())
    step = 1 if missing > 0 else -1
    limit = part.upper if missing > 0 else part.lower
    costs = [
        (_cost(places[one], step, together, wanted[one]), one)
        for one in sorted(places)
        if places[one] != limit[one]
    ]
    heapify(costs)
    for _ in range(abs(missing)):
        _, one = costs[0]
        places[one] += step
        # A claimant at its limit stays in the heap at a price that nobody pays.
        full = places[one] == limit[one]
        price = (
            closing.total * together * 4
            if full
            else _cost(places[one], step, together, wanted[one])
        )
        heapreplace(costs, (price, one))
    return sum(abs(places[one] * together - wanted[one]) for one in places)


def _cost(places: int, step: int, together: int, wanted: int) -> int:
    """What one place more (or less) adds to the deviation."""
    return abs((places + step) * together - wanted) - abs(places * together - wanted)
