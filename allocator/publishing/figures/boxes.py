# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Boxes around what is drawn, so that labels keep clear of one another."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from allocator.publishing.figures.lettering import width

ASCENT = Fraction(76, 100)
DESCENT = Fraction(22, 100)


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    left: Fraction
    top: Fraction
    right: Fraction
    bottom: Fraction

    def meets(self, other: Box) -> bool:
        """Whether the two overlap by more than a line."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def moved(self, right: Fraction, down: Fraction) -> Box:
        """The same elsewhere."""
        return Box(self.left + right, self.top + down, self.right + right, self.bottom + down)

    def grown(self, by: Fraction | int) -> Box:
        """The same with so much around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def text_box(
    x: Fraction | int,
    baseline: Fraction | int,
    said: str,
    size: int,
    anchor: str = "start",
    *,
    bold: bool = False,
) -> Box:
    """The box of a line of text."""
    wide = width(said, size, bold=bold)
    left = x - wide * {"start": Fraction(0), "middle": Fraction(1, 2), "end": Fraction(1)}[anchor]
    return Box(
        Fraction(left), baseline - ASCENT * size, Fraction(left + wide), baseline + DESCENT * size
    )
