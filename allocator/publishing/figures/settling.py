# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The second half of a tile cartogram: who takes which cell of the grid.

A cell is a pair (q, r) of axial coordinates: its centre lies at (q + r/2) widths across and
r rows down, so that the step from a cell to another means the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import isqrt

Point = tuple[int, int]
Cell = tuple[int, int]

# A hexagon's width in the units of positions; rows lie √3/2 of it apart.
WIDTH = 1000
ROW = 866

BESIDE: tuple[Cell, ...] = ((-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0))

# What it costs when a link of weight 1 is no longer than one step, for each further step, when it
# points the wrong way round, and for a place to lie a width from where it was pushed to. Measured
# over the provinces and the country: neighbours count most, directions decide between equals.
NOT_BESIDE = 100
STEP = 60
TURN = 30
AWAY = 600
WITHIN_GROUP = 150
BETWEEN_GROUPS = 100

# The largest loss that a move may bring, sweep after sweep.
LOSSES = (20_000, 15_000, 10_000, 7_000, 4_000, 2_000, 1_000, 0, 0, 0)
ROUNDS_OF_MENDING = 6

# Cosines of 0°, 15° ... 345°, in thousandths: true directions are kept to the nearest of 24.
_QUARTER = (1000, 966, 866, 707, 500, 259)
COSINES = (
    *_QUARTER,
    0,
    *(-cosine for cosine in _QUARTER[:0:-1]),
    *(-cosine for cosine in _QUARTER),
    0,
    *_QUARTER[:0:-1],
)
HEADINGS = tuple((COSINES[at], COSINES[at - 6]) for at in range(24))


@dataclass(frozen=True, slots=True)
class Link:
    """Two places that should lie beside each other: by land, or else as the nearest over water."""

    one: str
    other: str
    by_land: bool


def centre(cell: Cell) -> Point:
    """The middle of a cell, in thousandths of a width."""
    q, r = cell
    return WIDTH * q + WIDTH // 2 * r, ROW * r


def steps(one: Cell, other: Cell) -> int:
    """How many steps from cell to cell they are apart."""
    across, down = other[0] - one[0], other[1] - one[1]
    return max(abs(across), abs(down), abs(across + down))


def settled(
    points: Mapping[str, Point],
    wished: Mapping[str, Point],
    links: Sequence[Link],
    groups: Mapping[str, str],
) -> dict[str, Cell]:
    """A cell for each place.

    Args:
        points: where they truly are, for the directions of links.
        wished: where they would like to be, in thousandths of a width.
        links: who should lie beside whom.
        groups: that should stay in one piece.
    """
    board = _Board(points, wished, links, groups)
    for loss in LOSSES:
        board.sweep(loss)
    for _ in range(ROUNDS_OF_MENDING):
        if not board.strengthen_broken_groups():
            break
        board.sweep(LOSSES[-4])
        while board.sweep(0):
            pass
    return board.cell_of


@cache
def _link_cost(heading: int, across: int, down: int) -> int:
    """What a link that should point one way costs when it points another, a step or more long."""
    x, y = centre((across, down))
    length = isqrt(x * x + y * y)
    along = (x * HEADINGS[heading][0] + y * HEADINGS[heading][1]) // length
    further = steps((0, 0), (across, down)) - 1
    return (NOT_BESIDE if further else 0) + STEP * further + TURN * (1000 - along) // 1000


def _heading(one: Point, other: Point) -> int:
    x, y = other[0] - one[0], other[1] - one[1]
    return max(range(24), key=lambda at: (x * HEADINGS[at][0] + y * HEADINGS[at][1], -at))


class _Board:
    """Who is where; every change of it lowers the cost, or raises it by no more than is allowed."""

    def __init__(
        self,
        points: Mapping[str, Point],
        wished: Mapping[str, Point],
        links: Sequence[Link],
        groups: Mapping[str, str],
    ) -> None:
        self.wished, self.groups = wished, groups
        self.links: dict[str, list[tuple[str, int, int]]] = {code: [] for code in sorted(wished)}
        for link in links:
            heading = _heading(points[link.one], points[link.other])
            same = link.by_land and groups.get(link.one) == groups.get(link.other)
            weight = WITHIN_GROUP if same else BETWEEN_GROUPS
            self.links[link.one].append((link.other, heading, weight))
            self.links[link.other].append((link.one, (heading + 12) % 24, weight))
        self.cell_of: dict[str, Cell] = {}
        self.code_at: dict[Cell, str] = {}
        for code in _from_the_middle(wished):
            self._put(code, next(self._free_cells(wished[code])))

    def sweep(self, loss: int) -> bool:
        """Let each place in turn change to its best other cell; whether the cost became lower."""
        lower = False
        for code in self.links:
            change, cell = min(self._changes(code))
            if change < 0 or 0 < change < loss:
                self._change(code, cell)
                lower |= change < 0
        return lower

    def strengthen_broken_groups(self) -> bool:
        """Let the links weigh more that hold a group together which is in pieces."""
        broken = {
            group
            for group in sorted(set(self.groups.values()))
            if self._in_more_pieces_than_truly(group)
        }
        for code, links in self.links.items():
            if self.groups.get(code) in broken:
                links[:] = [
                    (other, heading, weight * 3 // 2 if self._same(code, other) else weight)
                    for other, heading, weight in links
                ]
        return bool(broken)

    def _in_more_pieces_than_truly(self, group: str) -> bool:
        codes = [code for code in self.links if self.groups.get(code) == group]
        truly = ((code, other) for code in codes for other, *_ in self.links[code])
        drawn = ((code, other) for code in codes for other in self._beside(code))
        return len(pieces(codes, drawn)) > len(pieces(codes, truly))

    def _beside(self, code: str) -> Iterator[str]:
        q, r = self.cell_of[code]
        for across, down in BESIDE:
            if (q + across, r + down) in self.code_at:
                yield self.code_at[q + across, r + down]

    def _same(self, code: str, other: str) -> bool:
        return self.groups.get(code) == self.groups.get(other)

    def _put(self, code: str, cell: Cell) -> None:
        self.cell_of[code] = cell
        self.code_at[cell] = code

    def _free_cells(self, wish: Point) -> Iterator[Cell]:
        """Free cells, the nearest first."""
        r = (wish[1] + ROW // 2) // ROW
        q = (wish[0] - WIDTH // 2 * r + WIDTH // 2) // WIDTH
        reach = 2
        while True:
            around = (
                (q + across, r + down)
                for across in range(-reach, reach + 1)
                for down in range(-reach, reach + 1)
            )
            free = [cell for cell in around if cell not in self.code_at]
            # Within one step less than the reach no nearer cell can have been left out.
            near = [cell for cell in free if steps(cell, (q, r)) < reach]
            yield from sorted(near, key=lambda cell: (squared(centre(cell), wish), cell))
            reach += 2

    def _changes(self, code: str) -> Iterator[tuple[int, Cell]]:
        """What each cell that it might change to brings: those around it and around its links."""
        now = self.cell_of[code]
        around = [now, *(self.cell_of[other] for other, *_ in self.links[code])]
        cells = {(q + across, r + down) for q, r in around for across, down in BESIDE} - {now}
        before = self._cost(code, now)
        for cell in sorted(cells):
            other = self.code_at.get(cell)
            if other is None:
                yield self._cost(code, cell) - before, cell
                continue
            was = before + self._cost(other, cell)
            self.cell_of[code], self.cell_of[other] = cell, now
            change = self._cost(code, cell) + self._cost(other, now) - was
            self.cell_of[code], self.cell_of[other] = now, cell
            yield change, cell

    def _change(self, code: str, cell: Cell) -> None:
        now, other = self.cell_of[code], self.code_at.get(cell)
        del self.code_at[now]
        if other is not None:
            self._put(other, now)
        self._put(code, cell)

    def _cost(self, code: str, cell: Cell) -> int:
        q, r = cell
        cost = AWAY * squared(centre(cell), self.wished[code]) // WIDTH**2
        for other, heading, weight in self.links[code]:
            far_q, far_r = self.cell_of[other]
            if (far_q, far_r) != cell:
                cost += weight * _link_cost(heading, far_q - q, far_r - r)
        return cost


def _from_the_middle(wished: Mapping[str, Point]) -> list[str]:
    count = max(len(wished), 1)
    middle = (
        sum(x for x, _ in wished.values()) // count,
        sum(y for _, y in wished.values()) // count,
    )
    return sorted(wished, key=lambda code: (squared(wished[code], middle), code))


def squared(one: Point, other: Point) -> int:
    """The square of a distance."""
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def pieces(codes: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """What hangs together by pairs; pairs with a code of elsewhere are passed over."""
    piece_of = {code: frozenset({code}) for code in codes}
    for one, other in pairs:
        if one in piece_of and other in piece_of and piece_of[one] is not piece_of[other]:
            joined = piece_of[one] | piece_of[other]
            piece_of |= dict.fromkeys(joined, joined)
    return sorted(set(piece_of.values()), key=min)
