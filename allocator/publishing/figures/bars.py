# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bars: what counts and the rest of each municipality, beside its share and what it realises.

Narrow enough for a telephone: the name stands over its bar, the numbers at the end of that line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from xml.etree import ElementTree as ET

from allocator.publishing.figures.axis import Axis, axis, grid_across, numbered_across
from allocator.publishing.figures.legend import (
    Key,
    box_key,
    hatched,
    hatched_key,
    legend,
    line_key,
    upright_key,
)
from allocator.publishing.figures.lettering import width, wrapped
from allocator.publishing.figures.svg import Drawing, group, line, link, rectangle, text
from allocator.publishing.languages import Language

WIDE = 340
SIDE = 14
SIZE = 12
LEADING = 14
BAR = 12


@dataclass(frozen=True, slots=True)
class BarRow:
    """One municipality.

    Attributes:
        name: as it is written.
        counted: places that count.
        rest: places of the rest; None where the run has no answer.
        share: pro rata, by the key; need not be whole.
        realised: places that physically stand there; None where that is not known.
        anchor: of what the name links to in the page; empty where that is nowhere.
    """

    name: str
    counted: int
    rest: int | None
    share: int | Fraction | None = None
    realised: int | None = None
    anchor: str = ""


def bars(rows: Sequence[BarRow], language: Language, beside: Sequence[BarRow] = ()) -> Drawing:
    """A bar for each row, in the order given: counted and rest, which together are the decision.

    Args:
        rows: in the order in which they are read.
        language: of legend and numbers.
        beside: rows of other drawings that are read beside this one, so on the same scale.
    """
    made, top = legend(_keys(rows, language), 0, WIDE, SIDE)
    top += 20
    highest = max((_longest(row) for row in (*rows, *beside)), default=Fraction(0))
    scale = axis(0, highest, SIDE, WIDE - 2 * SIDE)
    drawn: list[ET.Element] = []
    y = top + 4
    for row in rows:
        element, y = _row(row, y, scale, language)
        drawn.append(element)
    content = [*made, *numbered_across(scale, top, WIDE, language), *drawn]
    return Drawing(WIDE, ceil(y) + 4, tuple(content))


def _longest(row: BarRow) -> Fraction:
    return max(
        Fraction(row.counted + (row.rest or 0)),
        Fraction(row.share or 0),
        Fraction(row.realised or 0),
    )


def _keys(rows: Sequence[BarRow], language: Language) -> list[Key]:
    keys = [
        Key(box_key("counted"), language.say("counts")),
        Key(hatched_key("rest"), language.say("rest")),
    ]
    if any(row.share is not None for row in rows):
        keys.append(Key(upright_key("prorata"), language.say("share by the key")))
    if any(row.realised is not None for row in rows):
        keys.append(Key(line_key("realised"), language.say("realised there")))
    keys.append(Key(None, language.say("At the end: counts + rest = decision.")))
    return keys


def _row(
    row: BarRow, top: Fraction, scale: Axis, language: Language
) -> tuple[ET.Element, Fraction]:
    """One row, and where the next begins."""
    said = _numbers(row, language)
    room = Fraction(WIDE - 2 * SIDE)
    beside = room - width(said, SIZE) - 10
    lines = wrapped(row.name, beside if width(row.name, SIZE) <= beside else room, SIZE)
    names: list[ET.Element] = []
    y = top
    for part in lines:
        y += LEADING
        names.append(text(SIDE, y, part, SIZE, "name"))
    if lines and width(lines[-1], SIZE) > beside:
        y += LEADING
    numbers = text(WIDE - SIDE, y, said, SIZE, "numbers", "end")
    y += 7
    named = link(row.anchor, *names) if row.anchor else group(*names)
    marks = _marks(row, y, scale)
    return group(named, numbers, *marks, class_="row"), y + BAR + 11


def _numbers(row: BarRow, language: Language) -> str:
    counted = language.number(row.counted)
    if row.rest is None:
        return language.say("{counted} + unknown", counted=counted)
    decision = language.number(row.counted + row.rest)
    return f"{counted} + {language.number(row.rest)} = {decision}"


def _marks(row: BarRow, y: Fraction, scale: Axis) -> list[ET.Element]:
    start = scale.at(0)
    made = grid_across(scale, y - 4, y + BAR + 5)
    if row.counted:
        made.append(rectangle(start, y, scale.long(row.counted), BAR, "counted"))
    if row.rest:
        from_ = scale.at(row.counted)
        made += hatched(from_, y, scale.long(row.rest), BAR, "rest")
    if row.realised:
        made.append(line(start, y + BAR + 3, scale.at(row.realised), y + BAR + 3, "realised"))
    if row.share is not None:
        x = scale.at(row.share)
        made.append(line(x, y - 2, x, y + BAR + 2, "prorata"))
    return made
