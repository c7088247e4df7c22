# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The knee of a frontier: from there on, more of the one buys little of the other.

Both coordinates are brought to 0..1 between the two ends, so that the chord from end to end is the
line x + y = 1. The knee is the point farthest from the chord on the better side, which is the one
with the largest

    1 - (x - least x) / (largest x - least x) - (y - least y) / (largest y - least y)

(root two times the distance). Of equals it is the one with the smaller x. The ends lie on the
chord; where no point lies below it there is no knee.

Source: V. Satopaa, J. Albrecht, D. Irwin and B. Raghavan, "Finding a 'Kneedle' in a Haystack",
ICDCS Workshops (2011), with the points themselves in place of a smoothed curve; as the distance to
the line between the ends in I. Das, "On characterizing the 'knee' of the Pareto curve", Structural
Optimization 18 (1999).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from allocator.pareto.dominance import Position

LEAST_POINTS = 3


@dataclass(frozen=True, slots=True)
class Knee:
    """The point farthest from the chord.

    Attributes:
        number: which point of the frontier, from 0.
        gain: how far it lies below the chord, scaled; above 0 and below 1.
    """

    number: int
    gain: Fraction


def knee_of(frontier: Sequence[Position]) -> Knee | None:
    """The knee of a frontier whose points stand in order, or None where it has none."""
    if len(frontier) < LEAST_POINTS:
        return None
    gains = [_gain(one, frontier[0], frontier[-1]) for one in frontier]
    number = max(range(len(frontier)), key=lambda one: (gains[one], -one))
    return Knee(number, gains[number]) if gains[number] > 0 else None


def _gain(one: Position, first: Position, last: Position) -> Fraction:
    across = (one[0] - first[0]) / (last[0] - first[0])
    up = (one[1] - last[1]) / (first[1] - last[1])
    return 1 - across - up
