# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Merges between tiles: an arrow over the edge that two share, its number on the member's side.

Where host and member do not share an edge, the line follows the edges of tiles between them, so
that it crosses no name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from xml.etree import ElementTree as ET

from allocator.publishing.figures.boxes import Box
from allocator.publishing.figures.hexagons import Cell, Hexagons, Spot, along_edges, beyond
from allocator.publishing.figures.lettering import width
from allocator.publishing.figures.marks import MergeLine
from allocator.publishing.figures.svg import group, path, rectangle, text, units
from allocator.publishing.languages import Language

HEAD = 5
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
    """An arrow for each line.

    Args:
        grid: on which the tiles lie.
        cells: where each municipality lies.
        lines: members and hosts, in the order in which they are drawn.
        language: in which numbers are written.
        size: of the numbers.
    """
    taken: dict[frozenset[str], int] = {}
    many = dict.fromkeys((frozenset({one.member, one.host}) for one in lines), 0)
    for one in lines:
        many[frozenset({one.member, one.host})] += 1
    made = []
    for one in lines:
        pair = frozenset({one.member, one.host})
        turn = taken.get(pair, 0)
        taken[pair] = turn + 1
        label = label_of(one, language)
        made.append(_arrow(grid, cells, one, label, size, (turn, many[pair])))
    return made


def label_of(one: MergeLine, language: Language) -> str:
    """The number beside an arrow: amv places are called so, as colour and dashes are not words."""
    if one.kind == "regular":
        return language.number(one.places)
    return language.say("{places} amv", places=one.places)


def _arrow(
    grid: Hexagons,
    cells: Mapping[str, Cell],
    one: MergeLine,
    label: str,
    size: int,
    turn: tuple[int, int],
) -> Arrow:
    """One arrow; `turn` is the how-manieth of how many between these two."""
    here, there = cells[one.member], cells[one.host]
    around = beyond(here)
    if there in around:
        edge = around.index(there)
        middle = _between(grid.centre(here), grid.centre(there))
        shift = _shift(edge, turn, size)
        x, y = middle[0] + shift[0], middle[1] + shift[1]
        out = OUTWARD[edge]
        tip = (x + out[0] * grid.wide / 5, y + out[1] * grid.wide / 5)
        tail = (x - out[0] * grid.wide / 10, y - out[1] * grid.wide / 10)
        return Arrow(one, (tail, tip), label, badge(tail, label, size))
    way = along_edges(grid, set(cells.values()), here, there)
    start = _towards(way[0], grid.centre(here), Fraction(1, 5))
    end = _towards(way[-1], grid.centre(there), Fraction(2, 5))
    lower = turn[0] * (size + 3)
    return Arrow(one, (start, *way, end), label, badge((start[0], start[1] + lower), label, size))


def _shift(edge: int, turn: tuple[int, int], size: int) -> Spot:
    """How far along the shared edge an arrow lies, so that several lie beside one another."""
    index, count = turn
    out = OUTWARD[edge]
    along = (-out[1], out[0]) if out[0] > 0 else (out[1], -out[0])
    level = out[1] == 0
    # On an upright edge badges lie above one another; names have the upper part of it.
    first = Fraction(size, 2) if level and count == 1 else Fraction(0)
    gap = Fraction(size + 4) if level else Fraction(3 * size, 2) + 8
    far = first + gap * (index - Fraction(count - 1, 2))
    return along[0] * far, along[1] * far


def badge(middle: Spot, label: str, size: int) -> Box:
    """The box of a number around a spot."""
    half = width(label, size) / 2 + 2
    x, y = middle
    return Box(x - half, y - Fraction(size + 2, 2), x + half, y + Fraction(size + 2, 2))


def _between(one: Spot, other: Spot) -> Spot:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _towards(one: Spot, other: Spot, part: Fraction) -> Spot:
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part


def drawn(arrow: Arrow, size: int, title: str) -> ET.Element:
    """The arrow: a white border that keeps it apart, the line, its head, and the number."""
    way = "M" + "L".join(f"{units(x)} {units(y)}" for x, y in arrow.way)
    around = arrow.badge
    box = rectangle(
        around.left, around.top, around.right - around.left, around.bottom - around.top,
        f"badge {arrow.of.kind}",
    )  # fmt: skip
    box.set("rx", "2" if arrow.of.kind == "amv" else str((size + 2) // 2))
    return group(
        path(way, "halo"),
        path(way, LINE_CLASSES[arrow.of.kind]),
        head(arrow.way[-2], arrow.way[-1]),
        box,
        text(
            (around.left + around.right) / 2,
            around.bottom - Fraction(size, 4) - Fraction(1, 2),
            arrow.label,
            size,
            "places",
            "middle",
        ),
        class_="arrow",
        name=title,
    )


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
