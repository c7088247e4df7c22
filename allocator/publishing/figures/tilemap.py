# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map on tiles: every municipality a hexagon of the same size, with its whole name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import ceil
from xml.etree import ElementTree as ET

from allocator.publishing.figures.arrows import WIDE_ENOUGH, Arrow, arrows, drawn
from allocator.publishing.figures.boxes import Box
from allocator.publishing.figures.cartogram import layout
from allocator.publishing.figures.grouplabels import GroupLabel, group_labels
from allocator.publishing.figures.hexagons import Cell, Hexagons, Spot, outlines
from allocator.publishing.figures.legend import legend
from allocator.publishing.figures.lettering import shortened
from allocator.publishing.figures.mapkeys import arrow_title, map_keys
from allocator.publishing.figures.marks import MergeLine, Tile
from allocator.publishing.figures.svg import Drawing, group, link, path, text, units
from allocator.publishing.figures.tilelabels import tile_label
from allocator.publishing.languages import Language

# A small province stays this wide; more columns make tiles smaller, down to the least.
ROOM = 480
TELEPHONE = 300
WIDEST = 72
LEAST = 52
MARGIN = 6


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
    room = max(ceil(right), TELEPHONE)
    shown = map_keys(tiles, lines, language, number, shades, short=wide < WIDE_ENOUGH)
    # Of what scrolls on a telephone, the legend is what has to be seen whole.
    keys, end = legend(shown, bottom + 10, TELEPHONE if room <= ROOM else room)
    names = {tile.code: tile.name for tile in tiles}
    content = [
        *(_drawn_tile(grid, cells[tile.code], tile, made, sized) for tile in tiles),
        *(_outline(grid, cells, tiles, code) for code in sorted({tile.group for tile in tiles})),
        *(label.element() for label in beside),
        *drawn(made, [arrow_title(one.of, names, language) for one in made], sized - 1),
        group(*keys, class_="legend"),
    ]
    return Drawing(room, ceil(end), tuple(content))


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
    box = _tile_box(grid, cell)
    blocks = [one.moved(-x, -y) for arrow in made for one in arrow.boxes if one.meets(box)]
    label = tile_label(tile.name, tile.value, grid.wide, size, blocks)
    parts = [path(polygon(grid.corners(cell)), f"tile shade{tile.shade}")]
    if tile.host:
        parts.append(path(polygon(grid.corners(cell, 3)), "host"))
    baseline = y + label.first
    for said in label.lines:
        parts.append(text(x, baseline, said, label.size, "name", "middle"))
        baseline += label.leading
    if tile.value:
        value = shortened(tile.value, Fraction(grid.wide - 10), label.size, bold=True)
        parts.append(text(x, baseline, value, label.size, "value strong", "middle"))
    title = f"{tile.name}: {tile.value}" if tile.value else tile.name
    whole = group(*parts, class_="municipality", name=title)
    whole.set("data-code", tile.code)
    return link(tile.anchor, whole) if tile.anchor else whole
