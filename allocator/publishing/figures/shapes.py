# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""True borders on paper: snapped to half a unit, so that a border is the same from both sides.

Points that fall together are one, and those on a straight line are left out of what is written, so
that a country of fine borders stays a small file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from allocator.publishing.figures.svg import units
from models.boundaries import Boundary, Ring

Point = tuple[int, int]
"""In half units."""

Edge = tuple[Point, Point]

CORNERS_OF_AN_AREA = 3

# What a drawing holds: some 600 kB, and as much again for outlines at the most. Borders that are
# finer are snapped to more half units.
MOST_BENDS = 80_000
GRAINS = (1, 2, 4, 8)

Rings = dict[str, list[tuple[Point, ...]]]
"""The rings of every area on paper, by its code."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An area in half units.

    Attributes:
        rings: outer borders and holes; each closed, the first point not repeated.
        middle: a point well inside, in units.
        room: how wide the area is there, in units.
    """

    rings: tuple[tuple[Point, ...], ...]
    middle: tuple[Fraction, Fraction]
    room: Fraction

    def holds(self, x: Fraction, y: Fraction) -> bool:
        """Whether a spot, in units, lies within its largest ring."""
        inside = False
        for (one_x, one_y), (far_x, far_y) in _edges(self.rings[0]):
            if (one_y <= 2 * y) != (far_y <= 2 * y):
                crossing = one_x + (far_x - one_x) * (2 * y - one_y) / (far_y - one_y)
                inside ^= crossing > 2 * x
        return inside

    def outline(self) -> str:
        """The commands of its borders."""
        return "".join(f"{_way(_bends(ring))}Z" for ring in self.rings)


def shapes(areas: Mapping[str, Boundary], wide: int, margin: int) -> dict[str, Shape]:
    """Every area at one scale: together as wide as the drawing, or 4/3 as high.

    Points are snapped to half a unit; to one, two or four units where the borders are finer than
    a drawing of a reasonable size can hold.

    Args:
        areas: by code.
        wide: of the drawing, in units.
        margin: around them.
    """
    if not areas:
        return {}
    plane = _Plane.of([ring for area in areas.values() for ring in area.rings], wide, margin)
    rings: Rings = {}
    for grain in GRAINS:
        rings = {
            code: [plane.snapped(ring, grain) for ring in area.rings]
            for code, area in sorted(areas.items())
        }
        if _count(rings) <= MOST_BENDS:
            break
    return {code: _shape(each) for code, each in _thinned(rings).items()}


def _count(rings: Rings) -> int:
    """How many bends are drawn; rings of fewer corners than an area has are left out."""
    found = (len(_bends(ring)) for each in rings.values() for ring in each)
    return sum(bends for bends in found if bends >= CORNERS_OF_AN_AREA)


def _thinned(rings: Rings) -> Rings:
    """As many points as a drawing holds: every second one, every fourth one, and so on.

    No border of a municipality needs that: it is for lines that run to and fro over the whole map,
    which no grain makes shorter. A border is then no longer the same from both sides.
    """
    while _count(rings) > MOST_BENDS:
        rings = {code: [_once(ring[::2]) for ring in each] for code, each in rings.items()}
    return rings


@dataclass(frozen=True, slots=True)
class _Plane:
    """From decimetres to half units, by whole numbers only."""

    west: int
    north: int
    span: int
    room: int
    left: int
    top: int

    @classmethod
    def of(cls, rings: Sequence[Ring], wide: int, margin: int) -> _Plane:
        """The plane in which all rings fit."""
        xs = [x for ring in rings for x, _ in ring]
        ys = [y for ring in rings for _, y in ring]
        span = max(max(xs) - min(xs), (max(ys) - min(ys)) * 3 // 4, 1)
        room = 2 * (wide - 2 * margin)
        left = wide - (max(xs) - min(xs)) * room // (2 * span)
        return cls(min(xs), max(ys), span, room, left, 2 * margin)

    def snapped(self, ring: Ring, grain: int) -> tuple[Point, ...]:
        """A ring on paper, every point at a multiple of so many half units."""
        west, north, room = self.west, self.north, self.room
        step = self.span * grain
        return _once(
            (
                self.left + ((x - west) * room * 2 + step) // (2 * step) * grain,
                self.top + ((north - y) * room * 2 + step) // (2 * step) * grain,
            )
            for x, y in ring
        )


def _shape(rings: Sequence[tuple[Point, ...]]) -> Shape:
    """Rings too small to see are left out, but for the largest: a small island is still a place."""
    ordered = sorted(rings, key=lambda ring: (-abs(_twice_area(ring)), ring))
    largest = ordered[0]
    if len(largest) < CORNERS_OF_AN_AREA:
        x, y = largest[0]
        largest = ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1))
    kept = [ring for ring in ordered[1:] if len(ring) >= CORNERS_OF_AN_AREA]
    wide, left, y = max(_stretches(largest))
    return Shape(
        (largest, *kept), (Fraction(2 * left + wide, 4), Fraction(y, 2)), Fraction(wide, 2)
    )


def _stretches(ring: Sequence[Point]) -> Iterator[tuple[int, int, int]]:
    """How wide the area is at some heights around its middle: width, left end, height."""
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    yield 0, ring[0][0], ring[0][1]
    for part in (3, 4, 5):
        y = top + (bottom - top) * part // 8
        crossings = sorted(
            x + (far_x - x) * (y - near_y) // (far_y - near_y)
            for (x, near_y), (far_x, far_y) in _edges(ring)
            if (near_y <= y) != (far_y <= y)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=True):
            yield right - left, left, y


def around(parts: Iterable[Shape]) -> str:
    """The commands of the border around areas together: every edge that only one of them has."""
    rings = [ring for shape in parts for ring in shape.rings]
    seen = Counter(_undirected(edge) for ring in rings for edge in _edges(ring))
    made = []
    for ring in rings:
        way: list[Point] = []
        for edge in _edges(ring):
            if seen[_undirected(edge)] == 1:
                way = way or [edge[0]]
                way.append(edge[1])
            elif way:
                made.append(_way(_straightened(way)))
                way = []
        if way:
            made.append(_way(_straightened(way)))
    return "".join(made)


def _once(points: Iterable[Point]) -> tuple[Point, ...]:
    kept: list[Point] = []
    for point in points:
        if not kept or point != kept[-1]:
            kept.append(point)
    while len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return tuple(kept)


def _edges(ring: Sequence[Point]) -> Iterator[Edge]:
    yield from zip(ring, (*ring[1:], ring[0]), strict=True)


def _undirected(edge: Edge) -> Edge:
    return min(edge), max(edge)


def _twice_area(ring: Sequence[Point]) -> int:
    return sum(x * far_y - far_x * y for (x, y), (far_x, far_y) in _edges(ring))


def _straight(before: Point, here: Point, after: Point) -> bool:
    """Whether a point lies on the line from the one before to the one after, on the way."""
    x, y = here[0] - before[0], here[1] - before[1]
    on_x, on_y = after[0] - here[0], after[1] - here[1]
    return x * on_y == y * on_x and x * on_x + y * on_y > 0


def _straightened(way: Sequence[Point]) -> list[Point]:
    """A way without the points on straight lines; its ends stay."""
    kept: list[Point] = list(way[:1])
    for here, after in pairwise(way[1:]):
        if not _straight(kept[-1], here, after):
            kept.append(here)
    return [*kept, *way[1:][-1:]]


def _bends(ring: Sequence[Point]) -> list[Point]:
    """A ring without the points on straight lines; its first point stays."""
    return _straightened([*ring, ring[0]])[:-1]


def _way(points: Sequence[Point]) -> str:
    """Commands from point to point, in steps, which are short."""
    first, *rest = points
    made = f"M{units(Fraction(first[0], 2))} {units(Fraction(first[1], 2))}"
    if rest:
        made += "l"
    steps = []
    here = first
    for there in rest:
        across, down = Fraction(there[0] - here[0], 2), Fraction(there[1] - here[1], 2)
        steps.append(f"{units(across)} {units(down)}")
        here = there
    return made + " ".join(steps)
