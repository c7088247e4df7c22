# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Places where rules couple kinds or regions, so that no single apportionment decides.

Least `sum_i (x_i - t_i)^2 / w_i`, the sum that Sainte-Lague minimises, over all places that meet
the sums. As the total of each area and kind is fixed, that is least `sum_i x_i^2 / w_i`: the place
that takes a claimant from x to x + 1 costs `(2x + 1) / w`.

The sums are of two families: within one kind (an area closes, a region has limits on a kind) and
over both kinds (a municipality or a region has limits on its total). In each family two sums are
nested or disjoint, so the places are a flow: from the kinds, through the claimants, to the totals.
A flow is optimal if and only if no circle of changes costs less than nothing, and the potentials
that show it are the certificate. All of it in exact integers (the costs times a common multiple).

Source: R.K. Ahuja, T.L. Magnanti and J.B. Orlin, "Network Flows" (1993), chapter 14 (convex costs).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from allocator.distribution.formulation import Part
from allocator.distribution.network import Network
from allocator.distribution.rules.registry import Claimant


@dataclass(frozen=True, slots=True)
class Balanced:
    """The least squares places and their certificate.

    Attributes:
        places: per claimant.
        multipliers: per sum; for every claimant the sum of its multipliers lies between
            `(2x - 1) / w` and `(2x + 1) / w`, unless a bound holds it.
        squares: `sum (x - t)^2 / w`, the value that is least.
        tied: claimants that another, equally good answer would treat differently, and whether
            they hold the place in question here.
    """

    places: Mapping[Claimant, int]
    multipliers: Mapping[str, Fraction]
    squares: Fraction
    tied: Mapping[Claimant, bool]


def least_squares(part: Part, start: Mapping[Claimant, int]) -> Balanced:
    """The unique best places of a part whose participants are known.

    Args:
        part: without thresholds.
        start: any places that meet every rule.

    Raises:
        NotNested: if the sums of the rules cannot be drawn as a flow.
    """
    network = Network(part)
    places = network.improve(dict(start), lots=True)
    return Balanced(
        places=places,
        multipliers=network.multipliers(places),
        squares=squares(part, places),
        tied=network.tied(places),
    )


def squares(part: Part, places: Mapping[Claimant, int]) -> Fraction:
    """`sum (x - t)^2 / w`, t the exact pro rata target; without weight there is none."""
    return sum(
        (
            (places[one] - part.target(one, closing)) ** 2 / part.weights[one]
            for closing in part.closings
            for one in closing.claimants
            if part.weights[one]
        ),
        Fraction(),
    )
