# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the name and the number of a tile stand: whole, within its edges, clear of arrows.

Reckoned in whole hundredths of a unit around the middle of the tile.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from allocator.publishing.figures.boxes import Box
from allocator.publishing.figures.hexagons import SIDE
from allocator.publishing.figures.lettering import fitted, shortened, width

# Room beside the edge of a tile, the double border of a host included.
PADDING = 4
LINES = 4
SMALLEST = 7
# How far up or down the whole block may move to keep clear of arrows.
SHIFTS = (0, -3, 3, -6, 6, -9, 9, -12, 12)


@dataclass(frozen=True, slots=True)
class TileLabel:
    """The lines of a tile.

    Attributes:
        lines: of the name.
        size: of all letters.
        first: the baseline of the first line, from the middle of the tile.
        leading: from line to line; the number stands on the line below the name.
    """

    lines: tuple[str, ...]
    size: int
    first: Fraction
    leading: int


def tile_label(name: str, value: str, wide: int, size: int, blocks: Sequence[Box]) -> TileLabel:
    """The label with the fewest broken words, then in the largest letters, then in fewest lines.

    Args:
        name: of the municipality.
        value: its number; empty for none.
        wide: of the hexagon.
        size: of letters, if they fit.
        blocks: what is in the way, from the middle of the tile.
    """
    for smallest, ways in ((size - 1, blocks), (SMALLEST, blocks), (size - 1, ()), (SMALLEST, ())):
        found = min(
            _candidates(name, value, wide, range(size, smallest - 1, -1), ways), default=None
        )
        if found is not None:
            _, _, _, shift, letters, lines = found
            return _placed(lines, value, letters, shift)
    cut = shortened(name, Fraction(wide - 2 * PADDING), SMALLEST)
    return _placed((cut,), value, SMALLEST, 0)


Candidate = tuple[int, int, int, int, int, tuple[str, ...]]


def _candidates(
    name: str, value: str, wide: int, sizes: range, blocks: Sequence[Box]
) -> Iterator[Candidate]:
    """Every way to set it, with what it costs: a broken word counts for two sizes."""
    barred = [
        (
            _hundredths(box.left),
            _hundredths(box.top),
            _hundredths(box.right),
            _hundredths(box.bottom),
        )
        for box in blocks
    ]
    for letters in sizes:
        for shift in SHIFTS if blocks else SHIFTS[:1]:
            room = _Room(wide, letters, shift, value, tuple(barred))
            lines = fitted(name, room.widths, letters)
            if lines:
                broken = sum(line.endswith("-") and line not in name for line in lines)
                cost = 2 * broken + sizes[0] - letters
                yield cost, len(lines), abs(shift), shift, letters, lines


@dataclass(frozen=True, slots=True)
class _Room:
    """How wide each line of a block may be."""

    wide: int
    size: int
    shift: int
    value: str
    barred: tuple[tuple[int, int, int, int], ...]

    def widths(self, count: int) -> tuple[Fraction, ...]:
        """For so many lines of the name; none where they and the number have no room."""
        if count > LINES:
            return ()
        every = count + bool(self.value)
        first = 100 * self.shift + _hundredths(_first(every, self.size)) - 76 * self.size
        free = [self._free(first + at * 100 * (self.size + 1)) for at in range(every)]
        if self.value and width(self.value, self.size, bold=True) * 100 > free[-1]:
            return (Fraction(0),) * count
        return tuple(Fraction(one, 100) for one in free[:count])

    def _free(self, top: int) -> int:
        """The widest line around the middle that is clear of the edges and of what is barred."""
        bottom = top + 96 * self.size
        side = SIDE.numerator * 100 * self.wide // SIDE.denominator
        furthest = max(abs(top), abs(bottom))
        half = 50 * self.wide
        if furthest > side // 2:
            half = 100 * self.wide * max(side - furthest, 0) // side
        half -= 100 * PADDING
        for left, upper, right, lower in self.barred:
            if upper < bottom and top < lower:
                half = min(half, left if left > 0 else -right)
        return max(2 * half, 0)


def _hundredths(number: Fraction) -> int:
    return round(number * 100)


def _first(count: int, size: int) -> Fraction:
    """The first baseline of a block of lines around the middle."""
    return Fraction(size * 72, 100) - Fraction(count * (size + 1) - 1, 2)


def _placed(lines: tuple[str, ...], value: str, size: int, shift: int) -> TileLabel:
    return TileLabel(lines, size, _first(len(lines) + bool(value), size) + shift, size + 1)
