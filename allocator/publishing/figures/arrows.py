# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Merges between tiles: an arrow over the edge that two share, its number on the member's side.

Where host and member do not share an edge, the line follows the edges of tiles between them, so
that it crosses no name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from xml.etree import ElementTree as ET

from allocator.publishing.figures.boxes import Box
from allocator.publishing.figures.hexagons import Cell, Hexagons, Spot, along_edges, beyond, network
from allocator.publishing.figures.lettering import width
from allocator.publishing.figures.marks import MergeLine
from allocator.publishing.figures.svg import group, path, rectangle, text, units
from allocator.publishing.languages import Language

HEAD = 5
# Narrower tiles write amv places as 9a.
WIDE_ENOUGH = 60
LINE_CLASSES = {"regular": "merge", "amv": "merge amv"}

# Unit vectors beyond each edge of a hexagon, and along it.
OUTWARD = tuple(
    (Fraction(across, 1000), Fraction(down, 1000))
    for across, down in (
        (500, -866), (1000, 0), (500, 866), (-500, 866), (-1000, 0), (-500, -866),
    )
)  # fmt: skip


@dataclass(frozen=True)
class Arrow:
    """An arrow as it will be drawn.

    Attributes:
        of: what it means.
        way: from the member's side to the host's.
        label: the number as it is written.
        badge: the box of the number.
    """

    of: MergeLine
    way: tuple[Spot, ...]
    label: str
    badge: Box

    @cached_property
    def boxes(self) -> tuple[Box, ...]:
        """What names keep clear of: the number and the head."""
        x, y = self.way[-1]
        return self.badge.grown(1), Box(x, y, x, y).grown(HEAD)


def arrows(
    grid: Hexagons,
    cells: Mapping[str, Cell],
    lines: Sequence[MergeLine],
    language: Language,
    size: int,
) -> list[Arrow]:
    """An arrow for each line, its number clear of those of the others where that is possible.

    Args:
        grid: on which the tiles lie.
        cells: where each municipality lies.
        lines: members and hosts, in the order in which they are drawn.
        language: in which numbers are written.
        size: of the numbers.
    """
    count = Counter(_pair(one) for one in lines)
    turns: Counter[frozenset[str]] = Counter()
    edges = network(grid, cells.values())
    taken: list[Box] = []
    made = []
    for one in lines:
        turn = (turns[_pair(one)], count[_pair(one)])
        turns[_pair(one)] += 1
        label = label_of(one, language, short=grid.wide < WIDE_ENOUGH)
        here, there = cells[one.member], cells[one.host]
        if there in beyond(here):
            ways = _over_the_edge(grid, here, there, turn, size)
        else:
            ways = _along(grid, along_edges(grid, edges, here, there), (here, there), turn, size)
        tried = [Arrow(one, way, label, badge(middle, label, size)) for way, middle in ways]
        best = min(tried, key=lambda arrow: _collisions(arrow, taken))
        made.append(best)
        taken += best.boxes
    return made


def _pair(one: MergeLine) -> frozenset[str]:
    return frozenset({one.member, one.host})


def _collisions(arrow: Arrow, taken: Sequence[Box]) -> int:
    return sum(mine.meets(other) for mine in arrow.boxes for other in taken)


def label_of(one: MergeLine, language: Language, *, short: bool = False) -> str:
    """The number beside an arrow: amv places are called so, as colour and dashes are not words."""
    number = language.number(one.places)
    if one.kind == "regular":
        return number
    return f"{number}a" if short else language.say("{places} amv", places=number)


Way = tuple[tuple[Spot, ...], Spot]
"""The spots of a line, and where the number goes."""


def _over_the_edge(
    grid: Hexagons, here: Cell, there: Cell, turn: tuple[int, int], size: int
) -> Iterator[Way]:
    """Ways across the shared edge, the best first; several between two lie beside one another."""
    edge = beyond(here).index(there)
    (x, y), (far_x, far_y) = grid.centre(here), grid.centre(there)
    out = OUTWARD[edge]
    along = (-out[1], out[0]) if out[0] > 0 else (out[1], -out[0])
    level = out[1] == 0
    # On an upright edge numbers lie above one another; names have the upper part of it.
    first = Fraction(size, 2) if level and turn[1] == 1 else Fraction(0)
    gap = Fraction(size + 4) if level else Fraction(3 * size, 2) + 8
    first += gap * (turn[0] - Fraction(turn[1] - 1, 2))
    for back in (Fraction(1, 10), Fraction(1, 6)):
        for aside in (0, 5, -5, 10, -10):
            far = first + aside
            spot = (x + far_x) / 2 + along[0] * far, (y + far_y) / 2 + along[1] * far
            tip = spot[0] + out[0] * grid.wide / 5, spot[1] + out[1] * grid.wide / 5
            tail = spot[0] - out[0] * grid.wide * back, spot[1] - out[1] * grid.wide * back
            yield (tail, tip), tail


def _along(
    grid: Hexagons, way: Sequence[Spot], ends: tuple[Cell, Cell], turn: tuple[int, int], size: int
) -> Iterator[Way]:
    """Ways along edges of tiles, with several beside one another; the number at the start."""
    aside = 3 * turn[0] - Fraction(3 * (turn[1] - 1), 2)
    start = _towards(way[0], grid.centre(ends[0]), Fraction(1, 5))
    end = _towards(way[-1], grid.centre(ends[1]), Fraction(2, 5))
    line = tuple((x + aside, y + aside) for x, y in (start, *way, end))
    homeward = size + 4 if grid.centre(ends[0])[1] > line[0][1] else -size - 4
    for lower in (0, homeward, -homeward):
        for inward in (Fraction(0), Fraction(1, 4), Fraction(1, 2)):
            x, y = _towards(line[0], grid.centre(ends[0]), inward)
            yield line, (x, y + lower)


def badge(middle: Spot, label: str, size: int) -> Box:
    """The box of a number around a spot."""
    half = width(label, size) / 2 + 2
    x, y = middle
    return Box(x - half, y - Fraction(size + 2, 2), x + half, y + Fraction(size + 2, 2))


def _towards(one: Spot, other: Spot, part: Fraction) -> Spot:
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part


def drawn(arrows: Sequence[Arrow], titles: Sequence[str], size: int) -> list[ET.Element]:
    """All lines, and over them all numbers, so that no line hides a number."""
    return [
        *(_line(arrow, title) for arrow, title in zip(arrows, titles, strict=True)),
        *(_number(arrow, size, title) for arrow, title in zip(arrows, titles, strict=True)),
    ]


def _line(arrow: Arrow, title: str) -> ET.Element:
    """The line and its head, with a white border that keeps them apart from what they cross."""
    way = "M" + "L".join(f"{units(x)} {units(y)}" for x, y in arrow.way)
    parts = path(way, "halo"), path(way, LINE_CLASSES[arrow.of.kind])
    return _said(
        group(*parts, head(arrow.way[-2], arrow.way[-1]), class_="arrow", name=title), arrow
    )


def _number(arrow: Arrow, size: int, title: str) -> ET.Element:
    around = arrow.badge
    box = rectangle(
        around.left, around.top, around.right - around.left, around.bottom - around.top,
        f"badge {arrow.of.kind}",
    )  # fmt: skip
    box.set("rx", "2" if arrow.of.kind == "amv" else str((size + 2) // 2))
    x, y = (around.left + around.right) / 2, around.bottom - Fraction(size, 4) - Fraction(1, 2)
    said = text(x, y, arrow.label, size, "places", "middle")
    return _said(group(box, said, class_="number", name=title), arrow)


def _said(element: ET.Element, arrow: Arrow) -> ET.Element:
    """Of what it is, for scripts and tests."""
    element.set("data-member", arrow.of.member)
    element.set("data-host", arrow.of.host)
    element.set("data-kind", arrow.of.kind)
    return element


def head(start: Spot, end: Spot) -> ET.Element:
    """The head of an arrow that points from one spot to another."""
    x, y = end[0] - start[0], end[1] - start[1]
    longest = max(abs(x), abs(y)) + min(abs(x), abs(y)) * Fraction(2, 5) or Fraction(1)
    x, y = x / longest * HEAD, y / longest * HEAD
    spots = (
        (end[0] + x, end[1] + y),
        (end[0] - y * Fraction(7, 10), end[1] + x * Fraction(7, 10)),
        (end[0] + y * Fraction(7, 10), end[1] - x * Fraction(7, 10)),
    )
    return path("M" + "L".join(f"{units(a)} {units(b)}" for a, b in spots) + "Z", "mergehead")
