# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bars: as long as the places that they stand for, and readable on a telephone."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from allocator.publishing.figures.bars import BarRow, bars
from allocator.publishing.figures.paired import PairedRow, paired_bars
from allocator.publishing.figures.svg import Drawing
from allocator.publishing.languages import DUTCH, ENGLISH
from tests.publishing.drawn import classed, number, outside, overlaps, read_back, text_boxes
from tests.publishing.sample import HOSTILE

ROWS = (
    BarRow("Almelo", 398, 19, 323, 456, "GM0141"),
    BarRow("Zwolle", 827, 44, Fraction(1433, 2), 895),
    BarRow("Nergens", 0, 0, 0, 0),
    BarRow("'s-Hertogenbosch", 3, None),
)
HALF_A_TENTH = Decimal("0.1")


def widths(row: ET.Element, class_: str) -> Decimal:
    return sum((number(one, "width") for one in classed(row, class_)), Decimal(0))


def rows_of(drawing: Drawing) -> list[ET.Element]:
    return classed(read_back(drawing), "row")


def unit(drawing: Drawing) -> Decimal:
    """Units for one place: the grid lines of a row lie at round numbers."""
    lines = classed(rows_of(drawing)[0], "axis") + classed(rows_of(drawing)[0], "grid")
    xs = [Decimal(x) for one in lines for x in re.findall(r"M([0-9.]+) ", one.get("d") or "")]
    ticks = [
        Decimal((text.text or "").replace(".", ""))
        for text in classed(read_back(drawing), "faint")[: len(xs)]
    ]
    return (max(xs) - min(xs)) / (max(ticks) - min(ticks))


def test_bars_are_as_long_as_their_places() -> None:
    drawing = bars(ROWS, DUTCH)
    scale = unit(drawing)
    for row, element in zip(ROWS, rows_of(drawing), strict=True):
        assert abs(widths(element, "counted") - row.counted * scale) <= HALF_A_TENTH
        assert abs(widths(element, "rest") - (row.rest or 0) * scale) <= HALF_A_TENTH
        for line in classed(element, "realised"):
            long = number(line, "x2") - number(line, "x1")
            assert abs(long - (row.realised or 0) * scale) <= HALF_A_TENTH


def test_the_rest_begins_where_what_counts_ends() -> None:
    [counted] = classed(rows_of(bars(ROWS, DUTCH))[0], "counted")
    [rest] = classed(rows_of(bars(ROWS, DUTCH))[0], "rest")
    ends = number(counted, "x") + number(counted, "width")
    assert abs(ends - number(rest, "x")) <= HALF_A_TENTH


def test_the_tick_stands_at_the_share() -> None:
    drawing = bars(ROWS, DUTCH)
    scale = unit(drawing)
    for row, element in zip(ROWS[:2], rows_of(drawing), strict=False):
        [tick] = classed(element, "prorata")
        [zero] = classed(element, "axis")
        (start,) = re.findall(r"M([0-9.]+) ", zero.attrib["d"])
        at = number(tick, "x1") - Decimal(start)
        share = Fraction(row.share or 0)
        assert abs(at - Decimal(share.numerator) / share.denominator * scale) <= HALF_A_TENTH


def test_a_bar_of_no_places_is_not_drawn_and_is_written_as_0() -> None:
    nowhere = rows_of(bars(ROWS, DUTCH))[2]
    assert not classed(nowhere, "counted") + classed(nowhere, "rest")
    assert [one.text for one in classed(nowhere, "numbers")] == ["0 + 0 = 0"]


@pytest.mark.parametrize(
    ("language", "said"), [(DUTCH, "3 + onbekend"), (ENGLISH, "3 + unknown")], ids=["nl", "en"]
)
def test_a_rest_without_an_answer_is_said_to_be_unknown(language: object, said: str) -> None:
    assert isinstance(language, type(DUTCH))
    assert [one.text for one in classed(rows_of(bars(ROWS, language))[3], "numbers")] == [said]


def test_names_and_numbers_lie_within_a_narrow_drawing_and_apart() -> None:
    long = "Heel lange naam met streepjes-en-spaties van een gemeente die niet bestaat"
    rows = (*ROWS, BarRow(long, 1_234_567, 7_654_321, 9_999_999, 8_888_888))
    for drawing in (bars(rows, DUTCH), paired_bars(PAIRED, LABELS, DUTCH)):
        assert drawing.width <= 360
        boxes = list(text_boxes(read_back(drawing)))
        assert outside(drawing, boxes) == []
        assert overlaps(boxes) == []


def test_names_stay_whole_text_and_link_to_their_anchor() -> None:
    root = read_back(bars([BarRow(name, 1, 1, anchor=name) for name in HOSTILE], DUTCH))
    for row, name in zip(classed(root, "row"), HOSTILE, strict=True):
        assert " ".join(one.text or "" for one in classed(row, "name")) == name
        assert next(row.iter("a")).attrib["href"] == f"#{name}"
    assert not {"script", "image", "foreignObject"} & {element.tag for element in root.iter()}


def test_no_rows_make_a_drawing_with_a_legend_only() -> None:
    assert rows_of(bars((), DUTCH)) == []


LABELS = ("zoals het is", "zonder ruil", "met knip", "een vierde variant met een lange naam")
PAIRED = (
    PairedRow("Almelo", (417, 429, 400, 0)),
    PairedRow("Nuenen, Gerwen en Nederwetten", (12_000, 11_999, None, 12_000)),
)


def test_paired_bars_are_as_long_as_their_places_from_zero() -> None:
    drawing = paired_bars(PAIRED, LABELS, DUTCH)
    scale = unit(drawing)
    for row, element in zip(PAIRED, rows_of(drawing), strict=True):
        for look, places in zip(("counted", "rest", "open", "second"), row.places, strict=True):
            assert abs(widths(element, look) - (places or 0) * scale) <= HALF_A_TENTH


def test_differences_from_the_first_run_are_written() -> None:
    almelo, nuenen = rows_of(paired_bars(PAIRED, LABELS, DUTCH))
    assert [one.text for one in classed(almelo, "numbers")] == [
        "417", "429 (+12)", "400 (-17)", "0 (-417)",
    ]  # fmt: skip
    assert [one.text for one in classed(nuenen, "numbers")] == [
        "12.000", "11.999 (-1)", "niet bekend", "12.000 (=)",
    ]  # fmt: skip


@pytest.mark.parametrize("count", [1, 5])
def test_one_run_or_five_are_no_comparison(count: int) -> None:
    with pytest.raises(ValueError, match="two to four"):
        paired_bars([PairedRow("Almelo", (1,) * count)], ("x",) * count, DUTCH)


def test_a_row_without_a_number_for_each_run_is_refused() -> None:
    with pytest.raises(ValueError, match="every one"):
        paired_bars([PairedRow("Almelo", (1,))], ("x", "y"), DUTCH)
