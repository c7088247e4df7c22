# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which points no other beats, where less is better in both.

A point dominates another if it is at most as large in both, and smaller in at least one (Pareto).
Of points that are equal in both the first is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Position = tuple[Fraction, Fraction]


def frontier_of(positions: Sequence[Position]) -> list[int]:
    """The numbers of the points that nothing beats, the least in the first coordinate first."""
    kept: list[int] = []
    for number in sorted(range(len(positions)), key=lambda one: (positions[one], one)):
        # What came before is at most as large in the first: only a smaller second saves a point.
        if not kept or positions[number][1] < positions[kept[-1]][1]:
            kept.append(number)
    return kept


def beaten_by(position: Position, frontier: Sequence[Position]) -> int:
    """Which point of the frontier is at least as good in both, the nearest in the first.

    Raises:
        ValueError: if none is.
    """
    good = [
        number
        for number, other in enumerate(frontier)
        if other[0] <= position[0] and other[1] <= position[1]
    ]
    return max(good, key=lambda number: frontier[number][0])
