# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map on tiles: every municipality a hexagon of the same size, with its whole name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from xml.etree import ElementTree as ET

from allocator.publishing.figures.arrows import Arrow, arrows, drawn
from allocator.publishing.figures.boxes import ASCENT, Box
from allocator.publishing.figures.cartogram import layout
from allocator.publishing.figures.grouplabels import GroupLabel, group_labels
from allocator.publishing.figures.hexagons import Cell, Hexagons, Spot, outlines
from allocator.publishing.figures.legend import legend
from allocator.publishing.figures.lettering import fitted, shortened
from allocator.publishing.figures.mapkeys import arrow_title, map_keys
from allocator.publishing.figures.marks import MergeLine, Tile
from allocator.publishing.figures.svg import Drawing, group, link, path, text, units
from allocator.publishing.languages import Language

# A small province stays this wide; more columns make tiles smaller, down to the least.
ROOM = 480
WIDEST = 72
LEAST = 54
MARGIN = 6
# Room beside the edge of a tile, the double border of a host included.
PADDING = 4
LINES = 4


@dataclass(frozen=True, slots=True)
class Label:
    """The lines of a tile: the name, and below it the value."""

    name: tuple[str, ...]
    value: str
    first: Fraction
    leading: int
    size: int


def tile_map(
    tiles: Sequence[Tile],
    lines: Sequence[MergeLine],
    language: Language,
    neighbours: Mapping[str, frozenset[str]],
    groups: Mapping[str, str],
    number: str,
    shades: Sequence[str],
) -> Drawing:
    """The drawing; see `map.drawn_map`."""
    cells = layout(
        {tile.code: (tile.latitude, tile.longitude) for tile in tiles},
        neighbours,
        {tile.code: tile.group for tile in tiles},
    )
    columns = max((column for column, _ in cells.values()), default=0) + 1
    wide = min(WIDEST, max(LEAST, (ROOM - 2 * MARGIN) * 2 // (2 * columns + 1)))
    loose = Hexagons(wide)
    sized = 11 if wide >= 70 else 10 if wide >= 60 else 9  # noqa: PLR2004
    beside = group_labels(loose, cells, tiles, groups, sized + 2)
    left, top = _corner(loose, cells, beside)
    grid = Hexagons(wide, MARGIN - left, MARGIN - top)
    beside = [label.moved(MARGIN - left, MARGIN - top) for label in beside]
    made = arrows(grid, cells, lines, language, sized - 1)
    boxes = [
        *(_tile_box(grid, cell) for cell in cells.values()),
        *(one.box for one in beside),
    ]
    right = max((box.right for box in boxes), default=Fraction(0)) + MARGIN
    bottom = max((box.bottom for box in boxes), default=Fraction(0))
    room = max(-(-right.numerator // right.denominator), 320)
    keys, end = legend(map_keys(tiles, lines, language, number, shades), bottom + 10, room)
    names = {tile.code: tile.name for tile in tiles}
    content = [
        *(_drawn_tile(grid, cells[tile.code], tile, made, sized) for tile in tiles),
        *(_outline(grid, cells, tiles, code) for code in sorted({tile.group for tile in tiles})),
        *(label.element() for label in beside),
        *(drawn(arrow, sized - 1, arrow_title(arrow.of, names, language)) for arrow in made),
        group(*keys, class_="legend"),
    ]
    return Drawing(room, -(-end.numerator // end.denominator), tuple(content))


def _corner(
    grid: Hexagons, cells: Mapping[str, Cell], labels: Iterable[GroupLabel]
) -> tuple[Fraction, Fraction]:
    boxes = [*(_tile_box(grid, cell) for cell in cells.values()), *(one.box for one in labels)]
    return (
        min((box.left for box in boxes), default=Fraction(0)),
        min((box.top for box in boxes), default=Fraction(0)),
    )


def _tile_box(grid: Hexagons, cell: Cell) -> Box:
    x, y = grid.centre(cell)
    half = Fraction(grid.wide, 2)
    return Box(x - half, y - grid.side, x + half, y + grid.side)


def polygon(spots: Sequence[Spot]) -> str:
    """The commands of a closed line."""
    return "M" + "L".join(f"{units(x)} {units(y)}" for x, y in spots) + "Z"


def _outline(
    grid: Hexagons, cells: Mapping[str, Cell], tiles: Sequence[Tile], code: str
) -> ET.Element:
    inside = {cells[tile.code] for tile in tiles if tile.group == code}
    return path("".join(polygon(ring) for ring in outlines(grid, inside)), "outline")


def _drawn_tile(
    grid: Hexagons, cell: Cell, tile: Tile, made: Sequence[Arrow], size: int
) -> ET.Element:
    x, y = grid.centre(cell)
    label = _label(grid, cell, tile, made, size)
    parts = [path(polygon(grid.corners(cell)), f"tile shade{tile.shade}")]
    if tile.host:
        parts.append(path(polygon(grid.corners(cell, 3)), "host"))
    baseline = y + label.first
    for said in label.name:
        parts.append(text(x, baseline, said, label.size, "name", "middle"))
        baseline += label.leading
    if label.value:
        parts.append(text(x, baseline, label.value, label.size, "value strong", "middle"))
    title = tile.title or (f"{tile.name}: {tile.value}" if tile.value else tile.name)
    whole = group(*parts, class_="municipality", name=title)
    whole.set("data-code", tile.code)
    return link(tile.anchor, whole) if tile.anchor else whole


def _label(grid: Hexagons, cell: Cell, tile: Tile, made: Sequence[Arrow], size: int) -> Label:
    """The name and value where they fit: clear of arrows if that is possible, else smaller.

    Fewest lines first; of equal ones the nearest to the middle.
    """
    x, y = grid.centre(cell)
    near = [
        Box(box.left - x, box.top - y, box.right - x, box.bottom - y)
        for arrow in made
        for box in arrow.boxes()
        if box.meets(_tile_box(grid, cell))
    ]
    for letters, blocks in ((size, near), (size - 1, near), (size - 2, near), (size, []), (7, [])):
        found = [
            (len(lines), abs(shift), shift, lines)
            for shift in (0, -4, 4, -8, 8, -12, 12)
            if (lines := _lines(grid, tile, blocks, letters, shift))
        ]
        if found:
            _, _, shift, lines = min(found)
            return _placed(lines, tile.value, letters, shift)
    cut = shortened(tile.name, Fraction(grid.wide - 2 * PADDING), 7)
    return _placed((cut,), tile.value, 7, 0)


def _placed(lines: tuple[str, ...], value: str, size: int, shift: int) -> Label:
    count = len(lines) + bool(value)
    return Label(lines, value, _first(count, size) + shift, size + 1, size)


def _first(count: int, size: int) -> Fraction:
    """The first baseline of a block of lines around the middle."""
    return Fraction(size * 72, 100) - Fraction(count * (size + 1) - 1, 2)


def _lines(
    grid: Hexagons, tile: Tile, blocks: Sequence[Box], size: int, shift: int
) -> tuple[str, ...]:
    """The lines of a name in a tile, its value below them."""

    def room(count: int) -> tuple[Fraction, ...]:
        if count > LINES:
            return ()
        every = count + bool(tile.value)
        first = _first(every, size) + shift
        return tuple(
            _free(grid, first + at * (size + 1) - ASCENT * size, size, blocks)
            for at in range(every)
        )

    def names(count: int) -> tuple[Fraction, ...]:
        widths = room(count)
        if not widths:
            return ()
        if tile.value and widths[-1] < _value_width(tile.value, size):
            return (Fraction(0),) * count
        return widths[:count]

    return fitted(tile.name, names, size)


def _value_width(value: str, size: int) -> Fraction:
    from allocator.publishing.figures.lettering import width

    return width(value, size, bold=True)


def _free(grid: Hexagons, top: Fraction, size: int, blocks: Sequence[Box]) -> Fraction:
    """How wide a line around the middle may be, clear of the edges and of what is in the way."""
    bottom = top + size * Fraction(96, 100)
    half = grid.chord(top, bottom) / 2 - PADDING
    for box in blocks:
        if box.top < bottom and top < box.bottom:
            nearest = box.left if box.left > 0 else -box.right if box.right < 0 else Fraction(0)
            half = min(half, nearest)
    return max(half * 2, Fraction(0))
