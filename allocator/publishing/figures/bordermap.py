# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map on true borders that a user brought: the same signs, names where they have room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil
from xml.etree import ElementTree as ET

from allocator.publishing.figures.arrows import Arrow, badge, drawn, label_of
from allocator.publishing.figures.boxes import Box, text_box
from allocator.publishing.figures.legend import Key, legend
from allocator.publishing.figures.lettering import width
from allocator.publishing.figures.mapkeys import arrow_title, map_keys
from allocator.publishing.figures.marks import MergeLine, Tile
from allocator.publishing.figures.shapes import Shape, around, shapes
from allocator.publishing.figures.svg import Drawing, group, link, path, text
from allocator.publishing.languages import Language
from models.boundaries import Boundaries

WIDE = 480
WIDE_COUNTRY = 1000
MANY = 80
MARGIN = 8
SIZE = 10


def border_map(
    tiles: Sequence[Tile],
    lines: Sequence[MergeLine],
    language: Language,
    number: str,
    shades: Sequence[str],
    boundaries: Boundaries,
) -> Drawing:
    """The drawing; see `map.drawn_map`."""
    wide = WIDE_COUNTRY if len(tiles) > MANY else WIDE
    drawn_as = shapes({tile.code: boundaries.areas[tile.code] for tile in tiles}, wide, MARGIN)
    bottom = max(y for one in drawn_as.values() for ring in one.rings for _, y in ring)
    made = _arrows(drawn_as, lines, language)
    labels = _labels(tiles, drawn_as, [box for arrow in made for box in arrow.boxes])
    keys = map_keys(tiles, lines, language, number, shades)
    if len(labels) < len(tiles):
        keys.append(Key(None, language.say("Names without room stand in the table.")))
    drawn_keys, end = legend(keys, Fraction(bottom, 2) + MARGIN, wide)
    names = {tile.code: tile.name for tile in tiles}
    content = [
        *(_area(tile, drawn_as[tile.code]) for tile in tiles),
        *(
            path(around(drawn_as[tile.code] for tile in tiles if tile.group == code), "outline")
            for code in sorted({tile.group for tile in tiles})
        ),
        *drawn(made, [arrow_title(one.of, names, language) for one in made], SIZE - 1),
        *labels,
        group(*drawn_keys, class_="legend"),
    ]
    return Drawing(wide, ceil(end), tuple(content))


def _area(tile: Tile, shape: Shape) -> ET.Element:
    title = tile.title or (f"{tile.name}: {tile.value}" if tile.value else tile.name)
    area = path(shape.outline(), f"tile shade{tile.shade}")
    area.set("fill-rule", "evenodd")
    parts = [area]
    if tile.host:
        x, y = shape.middle
        ring = ET.Element("circle", {"cx": str(int(x)), "cy": str(int(y)), "r": "3"})
        ring.set("class", "host")
        parts.append(ring)
    whole = group(*parts, class_="municipality", name=title)
    whole.set("data-code", tile.code)
    return link(tile.anchor, whole) if tile.anchor else whole


def _arrows(
    drawn_as: Mapping[str, Shape], lines: Sequence[MergeLine], language: Language
) -> list[Arrow]:
    """From middle to middle, the number at the first; several between two lie beside one another."""
    made = []
    seen: dict[tuple[str, str], int] = {}
    for one in lines:
        turn = seen.get((one.member, one.host), 0)
        seen[one.member, one.host] = turn + 1
        (x, y), (far_x, far_y) = drawn_as[one.member].middle, drawn_as[one.host].middle
        y, far_y = y + 6 + turn * (SIZE + 3), far_y + 6 + turn * 5
        label = label_of(one, language)
        box = badge((x, y), label, SIZE - 1)
        made.append(Arrow(one, ((x, y), (far_x, far_y)), label, box))
    return made


def _labels(
    tiles: Sequence[Tile], drawn_as: Mapping[str, Shape], taken: list[Box]
) -> list[ET.Element]:
    """Name and number of who has room for both, the roomiest first."""
    made = []
    for tile in sorted(tiles, key=lambda tile: (-drawn_as[tile.code].room, tile.code)):
        shape = drawn_as[tile.code]
        x, y = shape.middle
        if width(tile.name, SIZE) + 4 > shape.room:
            continue
        for shift in (-3, -9, 16, 24):
            said = [(tile.name, "name onmap")] + (
                [(tile.value, "strong onmap")] if tile.value else []
            )
            boxes = [
                text_box(x, y + shift + at * 11, one, SIZE, "middle", bold="strong" in class_)
                for at, (one, class_) in enumerate(said)
            ]
            if any(box.meets(other) for box in boxes for other in taken):
                continue
            made.append(
                group(
                    *(
                        text(x, y + shift + at * 11, one, SIZE, class_, "middle")
                        for at, (one, class_) in enumerate(said)
                    ),
                    class_="label",
                )
            )
            taken += boxes
            break
    return made
