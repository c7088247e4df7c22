# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a number is spread over the runs of a study: strips, and a histogram of exact counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from xml.etree import ElementTree as ET

from allocator.publishing.figures.axis import Axis, axis, grid_across, numbered_across
from allocator.publishing.figures.legend import Key, box_key, legend, line_key, upright_key
from allocator.publishing.figures.lettering import width, wrapped
from allocator.publishing.figures.svg import Drawing, group, line, rectangle, text
from allocator.publishing.languages import Language
from models.sensitivity import Percentiles

WIDE = 340
SIDE = 14
SIZE = 12
LEADING = 14
STRIP = 10
HIGH = 160


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """A province or municipality over all runs.

    Attributes:
        name: as it is written.
        spread: of its number.
        robust: whether it hardly varies; None where that is not asked.
    """

    name: str
    spread: Percentiles
    robust: bool | None = None


@dataclass(frozen=True, slots=True)
class Bin:
    """A bar of a histogram: how many runs, or which part, from first up to and with last."""

    first: int
    last: int
    runs: int | Fraction


def strips(rows: Sequence[SpreadRow], language: Language) -> Drawing:
    """A strip for each row: from the least to the most, 5 to 95 % thick, the median upright.

    Args:
        rows: in the order in which they are read.
        language: of legend and numbers.
    """
    keys = [
        Key(line_key("whisker"), language.say("lowest to highest")),
        Key(box_key("counted"), language.say("5 to 95 % of the chances")),
        Key(upright_key("median"), language.say("middle (median)")),
        Key(None, language.say("Numbers: 5 % – middle – 95 %.")),
    ]
    made, top = legend(keys, 0, WIDE, SIDE)
    top += 18
    ends = [end for row in rows for end in (row.spread.low, row.spread.high)]
    scale = axis(min((0, *ends)), max((0, *ends)), SIDE, WIDE - 2 * SIDE)
    content = [*made, *numbered_across(scale, top, WIDE, language)]
    y = top
    for row in rows:
        element, y = _strip(row, y, scale, language)
        content.append(element)
    return Drawing(WIDE, ceil(y) + 4, tuple(content))


def _strip(
    row: SpreadRow, top: Fraction, scale: Axis, language: Language
) -> tuple[ET.Element, Fraction]:
    spread = row.spread
    said = " – ".join(language.number(one) for one in (spread.p5, spread.p50, spread.p95))
    if row.robust:
        said = f"{language.say('robust')}: {said}"
    room = Fraction(WIDE - 2 * SIDE)
    beside = room - width(said, SIZE) - 10
    lines = wrapped(row.name, beside if width(row.name, SIZE) <= beside else room, SIZE)
    y = top + 4
    names: list[ET.Element] = []
    for part in lines:
        y += LEADING
        names.append(text(SIDE, y, part, SIZE, "name"))
    if lines and width(lines[-1], SIZE) > beside:
        y += LEADING
    numbers = text(WIDE - SIDE, y, said, SIZE, "numbers", "end")
    y += 8
    middle = y + Fraction(STRIP, 2)
    marks = grid_across(scale, y - 4, y + STRIP + 4)
    if spread.low != spread.high:
        marks.append(line(scale.at(spread.low), middle, scale.at(spread.high), middle, "whisker"))
    if spread.p5 != spread.p95:
        long = scale.long(spread.p95 - spread.p5)
        marks.append(rectangle(scale.at(spread.p5), y, long, STRIP, "counted"))
    x = scale.at(spread.p50)
    marks.append(line(x, y - 3, x, y + STRIP + 3, "median"))
    whole = group(group(*names), numbers, *marks, class_="row", name=f"{row.name}: {said}")
    return whole, y + STRIP + 11


def histogram(bins: Sequence[Bin], across: str, up: str, language: Language) -> Drawing:
    """How many runs have which numbers.

    Args:
        bins: beside one another, in order; a bin of no runs is an empty place.
        across: what the numbers are, under the axis; already in the language.
        up: what is counted, over the bars; likewise.
        language: of numbers.
    """
    most = max((one.runs for one in bins), default=0)
    titles = wrapped(up, Fraction(WIDE - 2 * SIDE), SIZE)
    top = Fraction(len(titles) * LEADING + 14)
    rise = axis(0, most, top + HIGH, -HIGH, most=4)
    gutter = max(width(language.number(tick), 11) for tick in rise.ticks()) + SIDE + 6
    content: list[ET.Element] = [
        text(SIDE, LEADING * (at + 1) - 2, said, SIZE, "faint") for at, said in enumerate(titles)
    ]
    for tick in rise.ticks():
        y = rise.at(tick)
        content.append(line(gutter, y, WIDE - SIDE, y, "axis" if tick == 0 else "grid"))
        content.append(text(gutter - 6, y + 4, language.number(tick), 11, "faint", "end"))
    content += _columns(bins, gutter, rise, language)
    y = top + HIGH + 20
    for said in wrapped(across, Fraction(WIDE - 2 * SIDE), SIZE):
        y += LEADING
        content.append(text(WIDE - SIDE, y, said, SIZE, "faint", "end"))
    return Drawing(WIDE, ceil(y) + 6, tuple(content))


def _columns(
    bins: Sequence[Bin], gutter: Fraction, rise: Axis, language: Language
) -> list[ET.Element]:
    step = (WIDE - SIDE - gutter) / max(len(bins), 1)
    labels = [
        language.number(one.first)
        if one.first == one.last
        else f"{language.number(one.first)}–{language.number(one.last)}"
        for one in bins
    ]
    widest = max((width(said, 11) for said in labels), default=Fraction(0)) + 6
    every = max(1, -(-widest // step)) if bins else 1
    made = []
    for at, (one, said) in enumerate(zip(bins, labels, strict=True)):
        x, high = gutter + step * at, -rise.long(one.runs)
        marks = [rectangle(x + 1, rise.at(0) - high, step - 2, high, "counted")] if one.runs else []
        if at % every == 0:
            marks.append(text(x + step / 2, rise.at(0) + 16, said, 11, "faint", "middle"))
        made.append(group(*marks, class_="bin", name=f"{said}: {language.number(one.runs)}"))
    return made
