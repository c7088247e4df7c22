# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names of regions beside their tiles, where nothing else is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from xml.etree import ElementTree as ET

from allocator.publishing.figures.boxes import Box, text_box
from allocator.publishing.figures.hexagons import Cell, Hexagons, beyond
from allocator.publishing.figures.lettering import shortened
from allocator.publishing.figures.marks import Tile
from allocator.publishing.figures.svg import text

AWAY = 5
"""Between a label and the tiles that it belongs to."""
WIDEST = Fraction(220)
"""No region has a name that long; a file might."""


@dataclass(frozen=True, slots=True)
class GroupLabel:
    """The name of a group.

    Attributes:
        said: the name.
        x: of the anchor.
        y: of the baseline.
        anchor: start, middle or end.
        size: of the letters.
    """

    said: str
    x: Fraction
    y: Fraction
    anchor: str
    size: int

    @property
    def box(self) -> Box:
        """Around the name."""
        return text_box(self.x, self.y, self.said, self.size, self.anchor, bold=True)

    def moved(self, right: Fraction, down: Fraction) -> GroupLabel:
        """The same elsewhere."""
        return replace(self, x=self.x + right, y=self.y + down)

    def element(self) -> ET.Element:
        """As it is drawn."""
        return text(self.x, self.y, self.said, self.size, "grouplabel strong", self.anchor)


def group_labels(
    grid: Hexagons,
    cells: Mapping[str, Cell],
    tiles: Sequence[Tile],
    names: Mapping[str, str],
    size: int,
) -> list[GroupLabel]:
    """A label for each group that has a name and a free side."""
    taken = [box for cell in cells.values() for box in _boxes(grid, cell)]
    found: list[GroupLabel] = []
    for code in sorted({tile.group for tile in tiles} & set(names)):
        if not names[code]:
            continue
        inside = sorted(cells[tile.code] for tile in tiles if tile.group == code)
        said = shortened(names[code], WIDEST, size, bold=True)
        for label in _candidates(grid, inside, set(cells.values()), said, size):
            around = label.box.grown(2)
            if not any(around.meets(box) for box in taken):
                found.append(label)
                taken.append(label.box)
                break
    return found


def _boxes(grid: Hexagons, cell: Cell) -> tuple[Box, ...]:
    """A hexagon as three boxes: its waist and its two points."""
    x, y = grid.centre(cell)
    half, side = Fraction(grid.wide, 2), grid.side
    return (
        Box(x - half, y - side * 5 / 8, x + half, y + side * 5 / 8),
        Box(x - half / 2, y - side * 7 / 8, x + half / 2, y + side * 7 / 8),
        Box(x - half / 8, y - side, x + half / 8, y + side),
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """A place beside a tile.

    Attributes:
        edges: one of them has to be free.
        rank: which sides come first.
        across: from the middle of the tile, in halves of its width.
        down: likewise, in edges.
        anchor: of the text.
    """

    edges: frozenset[int]
    rank: int
    across: Fraction
    down: Fraction
    anchor: str


_CORNER = Fraction(7, 8)
SIDES = (
    _Side(frozenset({0, 5}), 0, Fraction(0), Fraction(-1), "middle"),
    _Side(frozenset({2, 3}), 0, Fraction(0), Fraction(1), "middle"),
    _Side(frozenset({1}), 1, Fraction(1), Fraction(0), "start"),
    _Side(frozenset({4}), 1, Fraction(-1), Fraction(0), "end"),
    _Side(frozenset({0}), 2, Fraction(1, 2), -_CORNER, "start"),
    _Side(frozenset({5}), 2, Fraction(-1, 2), -_CORNER, "end"),
    _Side(frozenset({2}), 2, Fraction(1, 2), _CORNER, "start"),
    _Side(frozenset({3}), 2, Fraction(-1, 2), _CORNER, "end"),
)


def _candidates(
    grid: Hexagons, inside: Sequence[Cell], every: set[Cell], name: str, size: int
) -> Iterator[GroupLabel]:
    """Where the label could be: over and under the middle first, beside it next, outer ones first."""
    centres = [grid.centre(cell) for cell in inside]
    middle_x = sum((x for x, _ in centres), Fraction(0)) / len(centres)
    middle_y = sum((y for _, y in centres), Fraction(0)) / len(centres)
    spots = []
    for cell, (x, y) in zip(inside, centres, strict=True):
        free = {at for at, there in enumerate(beyond(cell)) if there not in every}
        for side in SIDES:
            inward = side.down * (y - middle_y) < 0
            if not free & side.edges or (inward and side.rank == 0):
                continue
            off = abs(y - middle_y) if side.rank == 1 else abs(x - middle_x)
            out = -((x - middle_x) ** 2) - (y - middle_y) ** 2
            spots.append((side.rank, off, out, *_baseline(grid, (x, y), side, size), side.anchor))
    for _, _, _, x, y, anchor in sorted(spots):
        yield GroupLabel(name, x, y, anchor, size)


def _baseline(
    grid: Hexagons, middle: tuple[Fraction, Fraction], side: _Side, size: int
) -> tuple[Fraction, Fraction]:
    """Where the text begins, middles or ends, and on which height: over, beside or under."""
    x = middle[0] + side.across * grid.wide / 2 + AWAY * ((side.across > 0) - (side.across < 0))
    y = middle[1] + side.down * grid.side
    if side.anchor == "middle":
        y += -AWAY if side.down < 0 else AWAY + size * Fraction(3, 4)
    elif side.down == 0:
        y += size * Fraction(35, 100)
    elif side.down > 0:
        y += Fraction(size, 2)
    return x, y
