# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""An axis with round ticks: steps of 1, 2 or 5 times a power of ten, found in whole numbers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from math import ceil, floor
from xml.etree import ElementTree as ET

from allocator.publishing.figures.lettering import width
from allocator.publishing.figures.svg import path, text, units
from allocator.publishing.languages import Language

SIZE = 11


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from numbers to units.

    Attributes:
        first: the number at its beginning, a multiple of the step.
        last: the number at its end, likewise.
        step: between ticks.
        start: where it begins, in units.
        length: in units; below zero for an axis that goes up.
    """

    first: Fraction
    last: Fraction
    step: Fraction
    start: Fraction
    length: Fraction

    def at(self, number: Fraction | int) -> Fraction:
        """Where a number lies."""
        return self.start + self.long(Fraction(number) - self.first)

    def long(self, number: Fraction | int) -> Fraction:
        """How long a number is drawn."""
        return Fraction(number) * self.length / (self.last - self.first)

    def ticks(self) -> list[Fraction]:
        """The numbers at its ticks."""
        return [
            self.first + self.step * at
            for at in range(int((self.last - self.first) / self.step) + 1)
        ]


def round_step(span: Fraction, most: int) -> Fraction:
    """The smallest round step with which at most so many steps cover a span."""
    power = Fraction(1)
    while power * most >= span:
        power /= 10
    for exponent in count():
        for digit in (1, 2, 5):
            step = power * Fraction(10) ** exponent * digit
            if step * most >= span:
                return Fraction(step)
    raise AssertionError("powers of ten have no end")


def axis(
    lowest: Fraction | int,
    highest: Fraction | int,
    start: Fraction | int,
    length: Fraction | int,
    most: int = 5,
    *,
    whole: bool = True,
) -> Axis:
    """An axis over all numbers from lowest to highest, with at most so many steps.

    Args:
        lowest: the least that has to lie on it; give 0 for bars.
        highest: the most.
        start: where it begins.
        length: how long it is, in units; below zero for upwards.
        most: steps.
        whole: whether ticks are whole numbers, as for places.
    """
    low, high = Fraction(lowest), Fraction(highest)
    if high <= low:
        high = low + 1
    for fewer in range(most, 0, -1):
        step = round_step(high - low, fewer)
        step = max(step, Fraction(1)) if whole else step
        first, last = floor(low / step) * step, ceil(high / step) * step
        if (last - first) / step <= most or fewer == 1:
            return Axis(first, last, step, Fraction(start), Fraction(length))
    raise ValueError("an axis has at least one step")


def numbered_across(
    scale: Axis, baseline: Fraction | int, wide: int, language: Language
) -> list[ET.Element]:
    """The numbers at ticks of an axis that goes right, within a drawing so wide; those that fit."""
    made = []
    widest = max(width(language.number(tick), SIZE) for tick in scale.ticks())
    # At the ends a number may have to move inward by nearly half of itself.
    every = ceil((Fraction(3, 2) * widest) / scale.long(scale.step))
    for tick in scale.ticks()[::every]:
        said = language.number(tick)
        half = width(said, SIZE) / 2 + 1
        x = min(max(scale.at(tick), half), wide - half)
        made.append(text(x, baseline, said, SIZE, "faint", "middle"))
    return made


def grid_across(scale: Axis, top: Fraction | int, bottom: Fraction | int) -> list[ET.Element]:
    """Thin upright lines at the ticks of an axis that goes right, 0 a little darker."""
    strokes: dict[str, list[str]] = {}
    for tick in scale.ticks():
        upright = f"M{units(scale.at(tick))} {units(top)}V{units(bottom)}"
        strokes.setdefault("axis" if tick == 0 else "grid", []).append(upright)
    return [path("".join(each), class_) for class_, each in strokes.items()]
