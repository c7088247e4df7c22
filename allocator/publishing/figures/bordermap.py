# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map on true borders that a user brought: the same signs, names where they have room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil
from xml.etree import ElementTree as ET

from allocator.publishing.figures.arrows import Arrow, badge, collisions, drawn, label_of
from allocator.publishing.figures.boxes import Box, text_box
from allocator.publishing.figures.hexagons import Spot
from allocator.publishing.figures.legend import Key, legend
from allocator.publishing.figures.lettering import width
from allocator.publishing.figures.mapkeys import arrow_title, map_keys
from allocator.publishing.figures.marks import MergeLine, Tile
from allocator.publishing.figures.shapes import Shape, around, shapes
from allocator.publishing.figures.svg import Drawing, group, link, path, text, units
from allocator.publishing.languages import Language
from models.boundaries import Boundaries

WIDE = 480
WIDE_COUNTRY = 1000
TELEPHONE = 300
MANY = 80
MARGIN = 8
SIZE = 10
HOST = 13


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
    every = [y for one in drawn_as.values() for ring in one.rings for _, y in ring]
    bottom = max(every, default=0)
    taken: list[Box] = []
    labels = _labels(tiles, drawn_as, taken)
    made = _arrows(drawn_as, lines, language, taken)
    keys = map_keys(tiles, lines, language, number, shades, host=_host_key)
    if len(labels) < len(tiles):
        keys.append(Key(None, language.say("Names without room stand in the table.")))
    drawn_keys, end = legend(
        keys, Fraction(bottom, 2) + MARGIN, TELEPHONE if wide == WIDE else wide
    )
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
    title = f"{tile.name}: {tile.value}" if tile.value else tile.name
    area = path(shape.outline(), f"tile shade{tile.shade}")
    area.set("fill-rule", "evenodd")
    x, y = shape.middle
    parts = [area, *(_host(x, y - HOST) if tile.host else ())]
    whole = group(*parts, class_="municipality", name=title)
    whole.set("data-code", tile.code)
    return link(tile.anchor, whole) if tile.anchor else whole


def _host(x: Fraction, y: Fraction) -> list[ET.Element]:
    """A double ring, over the name."""
    return [
        ET.Element("circle", {"cx": units(x), "cy": units(y), "r": radius, "class": "host"})
        for radius in ("4.5", "2")
    ]


def _host_key(x: Fraction, y: Fraction) -> list[ET.Element]:
    return _host(x + 8, y)


def _arrows(
    drawn_as: Mapping[str, Shape], lines: Sequence[MergeLine], language: Language, taken: list[Box]
) -> list[Arrow]:
    """Arrows over the middle of the way between two, clear of names and numbers if possible."""
    made = []
    for one in lines:
        label = label_of(one, language)
        member, host = drawn_as[one.member], drawn_as[one.host]
        leaves, enters = _over_the_border(member, host)
        tried = []
        for back in (2, 4, 0):
            for aside in (0, 7, -7, 14, -14, 21, -21):
                parts = Fraction(max(leaves - back, 1), 20), Fraction(min(enters + 3, 19), 20)
                tail, tip = (_part(member.middle, host.middle, part, aside) for part in parts)
                tried.append(Arrow(one, (tail, tip), label, badge(tail, label, SIZE - 1)))
        best = min(tried, key=lambda arrow: collisions(arrow, taken))
        made.append(best)
        taken += best.boxes
    return made


def _over_the_border(member: Shape, host: Shape) -> tuple[int, int]:
    """Where the way from middle to middle leaves the one and enters the other, in twentieths."""
    spots = [_part(member.middle, host.middle, Fraction(at, 20), 0) for at in range(21)]
    leaves = next((at for at in range(1, 20) if not member.holds(*spots[at])), 10)
    enters = next((at for at in range(19, 0, -1) if not host.holds(*spots[at])), 10)
    return leaves - 1, enters + 1


def _part(start: Spot, end: Spot, part: Fraction, aside: int) -> Spot:
    """A spot on the way, so far to the side of it."""
    x, y = end[0] - start[0], end[1] - start[1]
    longest = max(abs(x), abs(y)) or Fraction(1)
    return (
        start[0] + x * part - aside * y / longest,
        start[1] + y * part + aside * x / longest,
    )


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
