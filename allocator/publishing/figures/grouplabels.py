# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names of regions beside their tiles, where nothing else is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from xml.etree import ElementTree as ET

from allocator.publishing.figures.boxes import Box, text_box
from allocator.publishing.figures.hexagons import Cell, Hexagons, Spot, beyond
from allocator.publishing.figures.marks import Tile
from allocator.publishing.figures.svg import text

AWAY = 5
"""Between a label and the tiles that it belongs to."""


@dataclass(frozen=True, slots=True)
class GroupLabel:
    """The name of a group.

    Attributes:
        said: the name.
        x: of the anchor.
        y: of the baseline.
        anchor: start, middle or end.
        size: of the letters.
        lead: from where to where a line leads, when the name lies away from its tiles.
    """

    said: str
    x: Fraction
    y: Fraction
    anchor: str
    size: int
    lead: tuple[Spot, Spot] | None = None

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
        for label in _candidates(grid, inside, set(cells.values()), names[code], size):
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


def _candidates(
    grid: Hexagons, inside: Sequence[Cell], every: set[Cell], name: str, size: int
) -> Iterator[GroupLabel]:
    """Where the label could be: over, under and beside tiles with a free side, the outer first."""
    centres = [grid.centre(cell) for cell in inside]
    middle_x = sum((x for x, _ in centres), Fraction(0)) / len(centres)
    middle_y = sum((y for _, y in centres), Fraction(0)) / len(centres)
    half, side = Fraction(grid.wide, 2), grid.side
    spots = []
    for cell in inside:
        x, y = grid.centre(cell)
        free = [at for at, there in enumerate(beyond(cell)) if there not in every]
        out = (x - middle_x) ** 2 + (y - middle_y) ** 2
        if {0, 5} & set(free) and y <= middle_y:
            spots.append((0, abs(x - middle_x), y, x, y - side - AWAY, "middle"))
        if {2, 3} & set(free) and y >= middle_y:
            spots.append(
                (0, abs(x - middle_x), -y, x, y + side + AWAY + size * Fraction(3, 4), "middle")
            )
        if 1 in free:
            spots.append(
                (1, abs(y - middle_y), -out, x + half + AWAY, y + size * Fraction(35, 100), "start")
            )
        if 4 in free:
            spots.append(
                (1, abs(y - middle_y), -out, x - half - AWAY, y + size * Fraction(35, 100), "end")
            )
        if 0 in free:
            spots.append((2, abs(x - middle_x), y, x + half / 2 + AWAY, y - side * 7 / 8, "start"))
        if 5 in free:
            spots.append((2, abs(x - middle_x), y, x - half / 2 - AWAY, y - side * 7 / 8, "end"))
        if 2 in free:
            spots.append(
                (
                    2,
                    abs(x - middle_x),
                    -y,
                    x + half / 2 + AWAY,
                    y + side * 7 / 8 + Fraction(size, 2),
                    "start",
                )
            )
        if 3 in free:
            spots.append(
                (
                    2,
                    abs(x - middle_x),
                    -y,
                    x - half / 2 - AWAY,
                    y + side * 7 / 8 + Fraction(size, 2),
                    "end",
                )
            )
    for _, _, _, x, y, anchor in sorted(spots):
        yield GroupLabel(name, Fraction(x), Fraction(y), anchor, size)
