# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The legend of a drawing: keys with their meaning, in lines as wide as the drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from xml.etree import ElementTree as ET

from allocator.publishing.figures.lettering import width, wrapped
from allocator.publishing.figures.svg import line, path, rectangle, text, units

SIZE = 11
LEADING = 16
KEY = 22
GAP = 16

Draw = Callable[[Fraction, Fraction], list[ET.Element]]
"""Draws a key of 16 by 10 whose left end and middle height are given."""


@dataclass(frozen=True, slots=True)
class Key:
    """A sign and its meaning; a note has no sign."""

    draw: Draw | None
    meaning: str


def legend(
    keys: Sequence[Key], top: Fraction | int, room: int, left: int = 4
) -> tuple[list[ET.Element], Fraction]:
    """The legend, and where it ends.

    Args:
        keys: in order.
        top: where it begins.
        room: how wide the drawing is.
        left: where its lines begin.
    """
    made: list[ET.Element] = []
    x, y = Fraction(left), Fraction(top) + LEADING - 4
    for key in keys:
        sign = KEY if key.draw else 0
        lines = wrapped(key.meaning, Fraction(room - 2 * left - sign), SIZE)
        wide = sign + max((width(said, SIZE) for said in lines), default=Fraction(0))
        if x > left and x + wide > room - left:
            x, y = Fraction(left), y + LEADING
        if key.draw:
            made += key.draw(x, y - 4)
        for at, said in enumerate(lines):
            y += LEADING - 2 if at else 0
            made.append(text(x + sign, y, said, SIZE))
        x += wide + GAP
    return made, y + 6


def box_key(class_: str) -> Draw:
    """A filled box."""
    return lambda x, y: [rectangle(x, y - 5, 16, 10, class_)]


def hatched_key(class_: str) -> Draw:
    """A hatched box."""
    return lambda x, y: hatched(x, y - 5, Fraction(16), Fraction(10), class_)


def line_key(class_: str) -> Draw:
    """A line."""
    return lambda x, y: [line(x, y, x + 16, y, class_)]


def upright_key(class_: str) -> Draw:
    """An upright line."""
    return lambda x, y: [line(x + 8, y - 6, x + 8, y + 6, class_)]


def hatched(
    x: Fraction | int, y: Fraction | int, wide: Fraction | int, high: Fraction | int, class_: str
) -> list[ET.Element]:
    """A box filled with strokes from lower left to upper right, told apart without colour.

    The strokes are lines of their own, so that no pattern needs an id that is unique in a page.
    """
    box = rectangle(x, y, wide, high, class_)
    strokes = []
    x, y, wide, high = Fraction(x), Fraction(y), Fraction(wide), Fraction(high)
    step = 8
    # The stroke with offset d runs from (x + d, bottom) to (x + d + high, top), cut to the box.
    offset = -int(high // step) * step
    while offset < wide:
        start, end = max(Fraction(offset), Fraction(0)), min(offset + high, wide)
        if end > start:
            strokes.append(
                f"M{units(x + start)} {units(y + high - (start - offset))}"
                f"L{units(x + end)} {units(y + high - (end - offset))}"
            )
        offset += step
    return [box, path("".join(strokes), "hatch")] if strokes else [box]
