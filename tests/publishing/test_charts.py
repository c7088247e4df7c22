# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Frontiers, spreads, histograms, axes and legends: the numbers are where the scale says."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from allocator.publishing.figures import lettering
from allocator.publishing.figures.axis import axis, round_step
from allocator.publishing.figures.curve import CurvePoint, curve
from allocator.publishing.figures.lettering import fitted, shortened, width, wrapped
from allocator.publishing.figures.spread import Bin, SpreadRow, histogram, strips
from allocator.publishing.figures.svg import STYLE, Drawing, rectangle
from allocator.publishing.languages import DUTCH, ENGLISH
from models.sensitivity import Percentiles
from tests.publishing.drawn import NUMBER, classed, number, outside, overlaps, read_back, text_boxes

POINTS = (
    CurvePoint(25, 900),
    CurvePoint(30, Fraction(1401, 2)),
    CurvePoint(40, 420, knee=True, label="40 km"),
    CurvePoint(60, 390),
    CurvePoint(45, 500, "dominated"),
)
OF_POINTS = curve(POINTS, "hoogste afstand (km)", "plaatsen elders", DUTCH)
SPREAD = Percentiles(low=0, p5=120, p50=540, p95=800, high=1320)
FLAT = Percentiles(low=7, p5=7, p50=7, p95=7, high=7)


def decimal(number_: Fraction) -> Decimal:
    return Decimal(number_.numerator) / number_.denominator


def middles(drawing: Drawing, standing: str) -> list[tuple[Decimal, Decimal]]:
    return [
        (number(dot, "cx"), number(dot, "cy"))
        for one in classed(read_back(drawing), standing)
        for dot in list(one.iter("circle"))[:1]
    ]


def test_points_lie_where_the_axes_say() -> None:
    found = middles(OF_POINTS, "efficient")
    (x, y), (far_x, far_y) = found[0], found[-1]
    for point, (at, up) in zip(
        [point for point in POINTS if point.standing == "efficient"], found, strict=True
    ):
        part = Decimal(int(point.across) - 25) / 35
        assert abs(at - (x + (far_x - x) * part)) <= Decimal("0.1")
        part = (900 - decimal(Fraction(point.up))) / 510
        assert abs(up - (y + (far_y - y) * part)) <= Decimal("0.1")


def test_efficient_points_are_joined_by_a_staircase_through_each() -> None:
    [stairs] = classed(read_back(OF_POINTS), "stairs")
    numbers = [Decimal(found) for found in NUMBER.findall(stairs.attrib["d"])]
    assert stairs.attrib["d"].startswith("M")
    assert list(zip(numbers[::2], numbers[1::2], strict=True)) == middles(OF_POINTS, "efficient")


def test_dominated_points_are_hollow() -> None:
    root = read_back(OF_POINTS)
    [dominated] = classed(root, "dominated")
    assert classed(dominated, "open")
    assert not classed(dominated, "counted")


def test_the_knee_is_ringed_labelled_and_measured_from_the_chord() -> None:
    root = read_back(OF_POINTS)
    [ringed] = [one for one in classed(root, "efficient") if classed(one, "ring")]
    [title] = ringed.iter("title")
    assert title.text == "40; 420"
    assert "40 km" in [text.text for text in root.iter("text")]
    chord = classed(root, "chord")[0]
    found = middles(OF_POINTS, "efficient")
    assert [number(chord, key) for key in ("x1", "y1", "x2", "y2")] == [*found[0], *found[-1]]


def test_a_frontier_without_answers_is_drawn_too() -> None:
    assert not classed(read_back(curve([], "km", "plaatsen", ENGLISH)), "point")


def test_a_strip_reaches_from_the_least_to_the_most_with_its_middle_marked() -> None:
    drawing = strips([SpreadRow("Overijssel", SPREAD)], DUTCH)
    [row] = classed(read_back(drawing), "row")
    [whisker], [box], [median] = (classed(row, name) for name in ("whisker", "counted", "median"))
    start, end = number(whisker, "x1"), number(whisker, "x2")
    unit = (end - start) / 1320
    assert abs(number(box, "x") - (start + 120 * unit)) <= Decimal("0.1")
    assert abs(number(box, "width") - 680 * unit) <= Decimal("0.1")
    assert abs(number(median, "x1") - (start + 540 * unit)) <= Decimal("0.1")
    assert [one.text for one in classed(row, "numbers")] == ["120 – 540 – 800"]


def test_what_never_varies_is_one_upright_line_and_robust_is_said_in_a_word() -> None:
    [row] = classed(read_back(strips([SpreadRow("Urk", FLAT, robust=True)], DUTCH)), "row")
    assert not classed(row, "whisker") + classed(row, "counted")
    assert len(classed(row, "median")) == 1
    assert [one.text for one in classed(row, "numbers")] == ["robuust: 7 – 7 – 7"]


def test_bars_of_a_histogram_are_as_high_as_their_runs() -> None:
    bins = [Bin(0, 99, 3), Bin(100, 199, 0), Bin(200, 299, 12)]
    found = classed(read_back(histogram(bins, "tekort", "runs", DUTCH)), "bin")
    heights = [
        sum((number(one, "height") for one in classed(each, "counted")), Decimal(0))
        for each in found
    ]
    assert heights[1] == 0
    assert abs(heights[2] - heights[0] * 4) <= Decimal("0.4")
    assert [next(each.iter("title")).text for each in found] == [
        "0–99: 3", "100–199: 0", "200–299: 12",
    ]  # fmt: skip


@pytest.mark.parametrize("language", [DUTCH, ENGLISH], ids=["nl", "en"])
def test_texts_of_charts_lie_within_them_and_apart(language: object) -> None:
    assert isinstance(language, type(DUTCH))
    rows = [
        SpreadRow("Nuenen, Gerwen en Nederwetten", SPREAD, robust=True),
        SpreadRow("x" * 90, FLAT),
    ]
    bins = [Bin(at * 100, at * 100 + 99, at * 999) for at in range(20)]
    for drawing in (
        curve(POINTS, "hoogste afstand (km)", "plaatsen die elders komen", language),
        strips(rows, language),
        histogram(bins, "tekort aan plaatsen", "aantal doorrekeningen", language),
        histogram([], "tekort", "runs", language),
        strips([], language),
    ):
        boxes = list(text_boxes(read_back(drawing)))
        assert outside(drawing, boxes) == []
        assert overlaps(boxes) == []
        assert drawing.width <= 360


@pytest.mark.parametrize(
    ("lowest", "highest", "expected"),
    [
        (0, 871, [0, 200, 400, 600, 800, 1000]),
        (0, 0, [0, 1]),
        (0, 3, [0, 1, 2, 3]),
        (0, 5, [0, 1, 2, 3, 4, 5]),
        (0, 6, [0, 2, 4, 6]),
        (-17, 12, [-20, -10, 0, 10, 20]),
        (25, 60, [20, 30, 40, 50, 60]),
        (0, 123_456, [0, 50_000, 100_000, 150_000]),
    ],
)
def test_ticks_are_round(lowest: int, highest: int, expected: list[int]) -> None:
    assert axis(lowest, highest, 0, 100).ticks() == expected


def test_ticks_of_parts_are_round_in_tens_too() -> None:
    assert round_step(Fraction(1, 2), 5) == Fraction(1, 10)
    assert axis(0, Fraction(3, 10), 0, 100, whole=False).ticks()[1] == Fraction(1, 10)


def test_letters_are_as_wide_with_an_accent_as_without() -> None:
    assert width("Súdwest-Fryslân", 10) == width("Sudwest-Fryslan", 10)
    assert width("iii", 10) < width("MMM", 10) < width("\N{CJK UNIFIED IDEOGRAPH-4E00}" * 3, 10)


def test_names_break_at_words_then_at_what_they_end_with_then_at_syllables() -> None:
    def room(count: int) -> tuple[Fraction, ...]:
        return (Fraction(56),) * count if count <= 4 else ()

    assert fitted("Hof van Twente", room, 10) == ("Hof van", "Twente")
    assert fitted("Zwartewaterland", room, 10) == ("Zwarte-", "waterland")
    assert fitted("Rijssen-Holten", room, 10) == ("Rijssen-", "Holten")
    assert fitted("Schiermonnikoog", room, 10) == ("Schiermon-", "nikoog")
    assert fitted("W" * 40, room, 10) == ()


def test_a_text_without_end_is_cut_and_wrapped_within_its_room() -> None:
    assert width(shortened("W" * 500, Fraction(50), 10), 10) <= 50
    assert shortened("Urk", Fraction(50), 10) == "Urk"
    lines = wrapped("kort " + "W" * 500 + " kort", Fraction(50), 10)
    assert all(width(line, 10) <= 50 for line in lines)
    assert "".join(lines).replace(" ", "") == "kort" + "W" * 500 + "kort"


def test_a_name_of_thousands_of_letters_is_measured_letter_by_letter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Names of a saved run have no end that is known; measuring every part of one takes minutes."""
    measured = 0
    wide = lettering._letter

    def counted(letter: str, bold: bool) -> int:
        nonlocal measured
        measured += 1
        return wide(letter, bold)

    monkeypatch.setattr(lettering, "_letter", counted)
    for name in ("W" * 6_000, "Wm " * 2_000, "bergenwater" * 600):
        measured = 0
        assert len(wrapped(name, Fraction(50), 10)) > 100
        assert shortened(name, Fraction(50), 10).endswith("…")
        assert fitted(name, lambda count: (Fraction(90),) * count if count < 5 else (), 10) == ()
        assert measured < 50 * len(name)


def test_a_small_drawing_has_these_bytes() -> None:
    drawing = Drawing(10, 5, (rectangle(Fraction(1, 3), 0, Fraction(19, 20), 5, "counted"),))
    root = ET.fromstring(drawing.standalone("a < b"))
    style = STYLE.replace("&", "&amp;").replace(">", "&gt;")
    assert drawing.standalone("a < b").decode() == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5" width="10" height="5">'
        f"<title>a &lt; b</title><style>{style}</style>"
        '<rect x="0.3" y="0" width="1" height="5" class="counted" /></svg>'
    )
    assert len(root) == 3


def test_every_class_that_is_drawn_has_a_style() -> None:
    plain = {"name", "value", "numbers", "places", "row", "bin", "point", "legend", "municipality"}
    plain |= {"efficient", "dominated", "arrow", "number", "regular"}
    for drawing in (OF_POINTS, strips([SpreadRow("Urk", SPREAD)], DUTCH)):
        for element in read_back(drawing).iter():
            for name in element.get("class", "").split():
                assert name in plain or f".{name} " in STYLE, name
