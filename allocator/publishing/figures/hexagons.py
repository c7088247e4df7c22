# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Hexagons with a point up, in odd-r rows: where they lie and which edges they share.

Everything is an exact fraction of the width, so that an edge is the same seen from either side.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

Spot = tuple[Fraction, Fraction]
Cell = tuple[int, int]

# The side of a hexagon of width 1: 1/√3, to three decimals.
SIDE = Fraction(577, 1000)
# Corners of one at the origin, from the top clockwise, in widths and sides.
CORNERS = (
    (Fraction(0), Fraction(-1)),
    (Fraction(1, 2), Fraction(-1, 2)),
    (Fraction(1, 2), Fraction(1, 2)),
    (Fraction(0), Fraction(1)),
    (Fraction(-1, 2), Fraction(1, 2)),
    (Fraction(-1, 2), Fraction(-1, 2)),
)
# Neighbours of a cell in an even and in an odd row; the nth lies beyond corners n and n + 1.
BEYOND = (
    ((0, -1), (1, 0), (0, 1), (-1, 1), (-1, 0), (-1, -1)),
    ((1, -1), (1, 0), (1, 1), (0, 1), (-1, 0), (0, -1)),
)


@dataclass(frozen=True)
class Hexagons:
    """A grid of hexagons of one width.

    Attributes:
        wide: the width, from side to side.
        left: where the first column begins.
        top: where the first row begins.
    """

    wide: int
    left: Fraction = Fraction(0)
    top: Fraction = Fraction(0)

    @cached_property
    def side(self) -> Fraction:
        """The length of an edge."""
        return SIDE * self.wide

    def centre(self, cell: Cell) -> Spot:
        """The middle of a cell."""
        column, row = cell
        x = self.left + self.wide * (column + Fraction(1 + row % 2, 2))
        return x, self.top + self.side * (1 + Fraction(3, 2) * row)

    def corners(self, cell: Cell, inset: Fraction | int = 0) -> tuple[Spot, ...]:
        """Its corners from the top clockwise; `inset` brings the edges that much inward."""
        x, y = self.centre(cell)
        part = 1 - 2 * Fraction(inset) / self.wide
        return tuple(
            (x + part * self.wide * across, y + part * self.side * down) for across, down in CORNERS
        )


def beyond(cell: Cell) -> tuple[Cell, ...]:
    """The six cells around one; the nth lies beyond the edge from corner n to n + 1."""
    column, row = cell
    return tuple((column + across, row + down) for across, down in BEYOND[row % 2])


def outlines(grid: Hexagons, cells: Collection[Cell]) -> list[list[Spot]]:
    """The closed lines around cells, in the order of their first corner."""
    onward: dict[Spot, Spot] = {}
    for cell in sorted(cells):
        corners = grid.corners(cell)
        for at, next_to in enumerate(beyond(cell)):
            if next_to not in cells:
                onward[corners[at]] = corners[(at + 1) % 6]
    found = []
    while onward:
        here = start = min(onward)
        ring = []
        while here in onward:
            ring.append(here)
            here = onward.pop(here)
        assert here == start, "around hexagons every line closes"
        found.append(ring)
    return found


def along_edges(
    grid: Hexagons, ways: Mapping[Spot, set[Spot]], one: Cell, other: Cell
) -> list[Spot]:
    """The shortest way from a corner of one cell to a corner of another along edges of cells.

    Args:
        grid: of the cells.
        ways: the edges (`network`).
        one: where it begins.
        other: where it ends; where no edges lead there, the way is straight.
    """
    goal = set(grid.corners(other))
    x, y = grid.centre(other)
    starts = sorted(
        grid.corners(one), key=lambda spot: ((spot[0] - x) ** 2 + (spot[1] - y) ** 2, spot)
    )
    came: dict[Spot, Spot | None] = dict.fromkeys(starts)
    queue = deque(starts)
    while queue:
        here = queue.popleft()
        if here in goal:
            way: list[Spot] = []
            at: Spot | None = here
            while at is not None:
                way.append(at)
                at = came[at]
            return way[::-1]
        for there in sorted(ways[here]):
            if there not in came:
                came[there] = here
                queue.append(there)
    return [starts[0], min(goal, key=lambda spot: _square(spot, starts[0]))]


def network(grid: Hexagons, cells: Iterable[Cell]) -> dict[Spot, set[Spot]]:
    """From each corner of the cells where edges lead."""
    ways: dict[Spot, set[Spot]] = {}
    for cell in cells:
        corners = grid.corners(cell)
        for at, corner in enumerate(corners):
            ways.setdefault(corner, set()).update((corners[at - 1], corners[(at + 1) % 6]))
    return ways


def _square(one: Spot, other: Spot) -> tuple[Fraction, Spot]:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2, one
