# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Paired bars: the same municipality in two to four runs, with what each differs from the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from xml.etree import ElementTree as ET

from allocator.publishing.figures.axis import Axis, axis, grid_across, numbered_across
from allocator.publishing.figures.legend import Draw, Key, hatched, legend
from allocator.publishing.figures.lettering import width, wrapped
from allocator.publishing.figures.svg import Drawing, group, rectangle, text
from allocator.publishing.languages import Language

WIDE = 340
SIDE = 14
SIZE = 12
NUMBER_SIZE = 11
LEADING = 14
BAR = 10
BETWEEN = 3

FEWEST = 2
# Each run by fill and stroke: full, hatched, white, hatched on dark; not by colour alone.
LOOKS = (("counted", False), ("rest", True), ("open", False), ("second", False))


@dataclass(frozen=True, slots=True)
class PairedRow:
    """One municipality (or province) in every run.

    Attributes:
        name: as it is written.
        places: for each run, in order of the labels; None where it has none.
    """

    name: str
    places: tuple[int | None, ...]


def paired_bars(rows: Sequence[PairedRow], labels: Sequence[str], language: Language) -> Drawing:
    """A group of bars for each row, from zero, and the difference from the first run (+12).

    Args:
        rows: in the order in which they are read; each has as many places as there are labels.
        labels: names of the runs, two to four of them.
        language: of numbers.

    Raises:
        ValueError: for fewer than two runs or more than four, or a row of another length.
    """
    if not FEWEST <= len(labels) <= len(LOOKS) or any(
        len(row.places) != len(labels) for row in rows
    ):
        raise ValueError("two to four runs, and each row has a number for every one of them")
    keys = [Key(_key(at), label) for at, label in enumerate(labels)]
    keys.append(Key(None, language.say("In brackets: difference from {first}.", first=labels[0])))
    made, top = legend(keys, 0, WIDE, SIDE)
    top += 18
    highest = max((number or 0 for row in rows for number in row.places), default=0)
    lowest = min((number or 0 for row in rows for number in row.places), default=0)
    said = [_said(row, at, language) for row in rows for at in range(len(labels))]
    beside = max((width(one, NUMBER_SIZE) for one in said), default=Fraction(0)) + 8
    scale = axis(min(lowest, 0), highest, SIDE, WIDE - 2 * SIDE - beside, most=4)
    content = [*made, *numbered_across(scale, top, WIDE, language)]
    y = top
    for row in rows:
        element, y = _row(row, y, scale, language)
        content.append(element)
    return Drawing(WIDE, ceil(y) + 4, tuple(content))


def _row(
    row: PairedRow, top: Fraction, scale: Axis, language: Language
) -> tuple[ET.Element, Fraction]:
    names: list[ET.Element] = []
    y = top + 4
    for part in wrapped(row.name, Fraction(WIDE - 2 * SIDE), SIZE):
        y += LEADING
        names.append(text(SIDE, y, part, SIZE, "name"))
    y += 6
    end = y + len(row.places) * (BAR + BETWEEN)
    marks: list[ET.Element] = grid_across(scale, y - 2, end)
    for at, number in enumerate(row.places):
        marks += _bar(at, number, y, scale)
        x = scale.at(max(number or 0, 0)) + 5
        marks.append(text(x, y + BAR - 1, _said(row, at, language), NUMBER_SIZE, "numbers"))
        y += BAR + BETWEEN
    return group(group(*names), *marks, class_="row", name=row.name), end + 4


def _bar(at: int, number: int | None, y: Fraction, scale: Axis) -> list[ET.Element]:
    if not number:
        return []
    class_, hatch = LOOKS[at]
    left, long = min(scale.at(0), scale.at(number)), abs(scale.long(number))
    if hatch:
        return hatched(left, y, long, BAR, class_)
    return [rectangle(left, y, long, BAR, class_)]


def _key(at: int) -> Draw:
    class_, hatch = LOOKS[at]
    if hatch:
        return lambda x, y: hatched(x, y - 5, 16, 10, class_)
    return lambda x, y: [rectangle(x, y - 5, 16, 10, class_)]


def _said(row: PairedRow, at: int, language: Language) -> str:
    """The number, and behind it the difference from the first run."""
    number, first = row.places[at], row.places[0]
    if number is None:
        return language.say("none known")
    said = language.number(number)
    if at == 0 or first is None:
        return said
    difference = language.signed(number - first) if number != first else "="
    return f"{said} ({difference})"
