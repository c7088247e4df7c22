# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Deviation from pro rata, as an exact integer: what the choice of participants minimises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from heapq import heapify, heapreplace
from math import ceil, lcm

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
        factor[closing] * _deviation(part, closing, places, part.together(closing))
        for closing in part.closings
    )


def _deviation(part: Part, closing: Closing, places: Mapping[Claimant, int], together: int) -> int:
    return sum(
        abs(places[one] * together - closing.total * part.weights[one]) for one in closing.claimants
    )


def least_deviation(part: Part, closing: Closing) -> int:
    """The smallest deviation within the bounds of a closing that nothing else ties, exactly."""
    return _deviation(part, closing, least_deviating(part, closing), part.together(closing))


def least_deviating(part: Part, closing: Closing) -> dict[Claimant, int]:
    """Places with the smallest deviation within the bounds of a closing that nothing else ties.

    Every term is convex in x, so it is enough to start from the targets rounded down (within the
    bounds) and to move one place at a time where it costs least. The bounds have to leave room for
    the sum.
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
    return places


def _cost(places: int, step: int, together: int, wanted: int) -> int:
    """What one place more (or less) adds to the deviation."""
    return abs((places + step) * together - wanted) - abs(places * together - wanted)


@dataclass(frozen=True, slots=True)
class Price:
    """What a claimant adds to the deviation at the least, in W-ths of a place.

    Attributes:
        above: how far its minimum lifts it above its target, when it takes part.
        below: how far its maximum keeps it below its target, when it takes part.
        left_out: how far below its target it is when it takes no part.
        may_take_part: whether its bounds allow that.
        may_be_left_out: whether a minimum site leaves that choice.
    """

    above: int
    below: int
    left_out: int
    may_take_part: bool
    may_be_left_out: bool


def price(part: Part, one: Claimant, closing: Closing) -> Price:
    """What a claimant adds to the deviation whether it takes part or not."""
    together, wanted = part.together(closing), closing.total * part.weights[one]
    least, most = max(part.lower[one], part.thresholds.get(one, 0)), part.highest(one)
    return Price(
        above=max(0, least * together - wanted),
        below=max(0, wanted - most * together),
        left_out=wanted,
        may_take_part=least <= most,
        may_be_left_out=one in part.thresholds and not part.lower[one],
    )


def deviation_bound(part: Part) -> int:
    """No places that meet the rules have a smaller deviation than this; found without a solver.

    Within a closing as much lies above the targets as below them: the deviation is twice the larger
    of the two. For every weighing of the one against the other, claimants can be chosen one by one.
    """
    factor = scales(part)
    free = replace(part, thresholds={})
    return sum(
        factor[closing] * max(least_deviation(free, closing), 2 * _half(part, closing))
        for closing in part.closings
    )


def _half(part: Part, closing: Closing) -> int:
    """At least so much lies above the targets, or below them."""
    prices = [price(part, one, closing) for one in closing.claimants]
    ratios = {Fraction(one.left_out - one.below, one.above) for one in prices if one.above}
    weighings = [
        (1, 0),
        (0, 1),
        *((ratio.numerator, ratio.denominator) for ratio in ratios if ratio > 0),
    ]
    return max(
        ceil(Fraction(sum(_cheapest(one, above, below) for one in prices), above + below))
        for above, below in weighings
    )


def _cheapest(one: Price, above: int, below: int) -> int:
    """The least of taking part and being left out, where that is a choice."""
    ways = []
    if one.may_take_part:
        ways.append(above * one.above + below * one.below)
    if one.may_be_left_out:
        ways.append(below * one.left_out)
    return min(ways, default=0)
