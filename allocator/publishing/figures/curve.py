# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The frontier: what one aim costs another, as a staircase of the answers that exist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Literal
from xml.etree import ElementTree as ET

from allocator.publishing.figures.axis import Axis, axis, grid_across, numbered_across
from allocator.publishing.figures.boxes import Box, text_box
from allocator.publishing.figures.legend import Draw, Key, legend, line_key
from allocator.publishing.figures.lettering import width, wrapped
from allocator.publishing.figures.svg import Drawing, group, line, path, text, units
from allocator.publishing.languages import Language

WIDE = 360
HIGH = 240
SIDE = 14
SIZE = 11
DOT = 4

Standing = Literal["efficient", "dominated"]


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One point of a frontier.

    Attributes:
        across: what was varied or the first aim.
        up: the second aim.
        standing: efficient points are joined; dominated ones are hollow.
        knee: whether beyond it a further gain costs most.
        label: written beside it; empty for none.
    """

    across: Fraction | int
    up: Fraction | int
    standing: Standing = "efficient"
    knee: bool = False
    label: str = ""


def curve(
    points: Sequence[CurvePoint], across: str, up: str, language: Language, *, whole: bool = True
) -> Drawing:
    """The drawing.

    Args:
        points: in any order.
        across: the title of the axis across, with its unit; already in the language.
        up: likewise of the axis up, written over it.
        language: of legend and numbers.
        whole: whether both axes have whole numbers.
    """
    ordered = sorted(points, key=lambda point: (Fraction(point.across), Fraction(point.up)))
    ups = [Fraction(point.up) for point in ordered] or [Fraction(0)]
    acrosses = [Fraction(point.across) for point in ordered] or [Fraction(0)]
    titles = wrapped(up, Fraction(WIDE - 2 * SIDE), SIZE)
    top = Fraction(len(titles) * 14 + 12)
    rise = axis(min(Fraction(0), *ups), max(ups), top + HIGH, -HIGH, whole=whole)
    gutter = max(width(language.number(tick), SIZE) for tick in rise.ticks()) + SIDE + 6
    run = axis(min(acrosses), max(acrosses), gutter, WIDE - gutter - 26, whole=whole)
    content: list[ET.Element] = [
        text(SIDE, 14 * (at + 1) - 2, said, SIZE, "faint") for at, said in enumerate(titles)
    ]
    content += grid_across(run, top, top + HIGH)
    content += _rungs(rise, run, language)
    content += numbered_across(run, top + HIGH + 16, WIDE, language)
    y = top + HIGH + 20
    for said in wrapped(across, Fraction(WIDE - 2 * SIDE), SIZE):
        y += 14
        content.append(text(WIDE - SIDE, y, said, SIZE, "faint", "end"))
    efficient = [point for point in ordered if point.standing == "efficient"]
    content += _chord(efficient, run, rise)
    content += _staircase(efficient, run, rise)
    content += [_mark(point, run, rise, language) for point in ordered]
    content += _labels(ordered, run, rise)
    keys, end = legend(_keys(ordered, language), y + 8, WIDE, SIDE)
    return Drawing(WIDE, ceil(end), (*content, *keys))


def _rungs(rise: Axis, run: Axis, language: Language) -> list[ET.Element]:
    made = []
    for tick in rise.ticks():
        y = rise.at(tick)
        made.append(line(run.start, y, run.start + run.length, y, "axis" if tick == 0 else "grid"))
        made.append(text(run.start - 6, y + 4, language.number(tick), SIZE, "faint", "end"))
    return made


def _spot(point: CurvePoint, run: Axis, rise: Axis) -> tuple[Fraction, Fraction]:
    return run.at(point.across), rise.at(Fraction(point.up))


def _staircase(points: Sequence[CurvePoint], run: Axis, rise: Axis) -> list[ET.Element]:
    """What is reached holds until the next point: across first, then up or down."""
    if len(points) < 2:  # noqa: PLR2004 - one point is no line
        return []
    spots = [_spot(point, run, rise) for point in points]
    way = f"M{units(spots[0][0])} {units(spots[0][1])}"
    way += "".join(f"H{units(x)}V{units(y)}" for x, y in spots[1:])
    return [path(way, "stairs")]


def _chord(points: Sequence[CurvePoint], run: Axis, rise: Axis) -> list[ET.Element]:
    """The line between the ends, from which the knee lies furthest."""
    if len(points) < 2 or not any(point.knee for point in points):  # noqa: PLR2004
        return []
    (x, y), (far_x, far_y) = (_spot(point, run, rise) for point in (points[0], points[-1]))
    return [line(x, y, far_x, far_y, "chord")]


def _mark(point: CurvePoint, run: Axis, rise: Axis, language: Language) -> ET.Element:
    x, y = _spot(point, run, rise)
    said = f"{language.number(point.across)}; {language.number(point.up)}"
    dots = [_dot(x, y, "open" if point.standing == "dominated" else "counted")]
    if point.knee:
        dots.append(_dot(x, y, "ring", DOT + 4))
    return group(*dots, class_=f"point {point.standing}", name=said)


def _dot(x: Fraction, y: Fraction, class_: str, half: int = DOT) -> ET.Element:
    return ET.Element("circle", {"cx": units(x), "cy": units(y), "r": str(half), "class": class_})


def _labels(points: Sequence[CurvePoint], run: Axis, rise: Axis) -> list[ET.Element]:
    """Labels beside their points where nothing else is, the knee's first."""
    taken = [
        Box(x, y, x, y).grown(DOT + 1) for x, y in (_spot(point, run, rise) for point in points)
    ]
    made = []
    for point in sorted(points, key=lambda point: not point.knee):
        x, y = _spot(point, run, rise)
        for right, down, anchor in (
            (10, -8, "start"), (-10, -8, "end"), (10, 14, "start"), (-10, 14, "end"),
            (0, -14, "middle"), (0, 20, "middle"),
        ):  # fmt: skip
            box = text_box(x + right, y + down, point.label, SIZE, anchor, bold=point.knee)
            inside = box.left >= run.start and box.right <= WIDE - 2
            if point.label and inside and not any(box.meets(other) for other in taken):
                class_ = "strong" if point.knee else ""
                made.append(text(x + right, y + down, point.label, SIZE, class_, anchor))
                taken.append(box)
                break
    return made


def _keys(points: Sequence[CurvePoint], language: Language) -> list[Key]:
    keys = [Key(_dot_key("counted"), language.say("an answer that no other betters"))]
    if any(point.standing == "dominated" for point in points):
        keys.append(Key(_dot_key("open"), language.say("another is at least as good in both")))
    if any(point.knee for point in points):
        keys.append(Key(_knee_key, language.say("the knee: furthest from the chord")))
        keys.append(Key(line_key("chord"), language.say("chord between the ends")))
    return keys


def _dot_key(class_: str) -> Draw:
    return lambda x, y: [_dot(x + 8, y, class_)]


def _knee_key(x: Fraction, y: Fraction) -> list[ET.Element]:
    return [_dot(x + 8, y, "counted", DOT - 1), _dot(x + 8, y, "ring", DOT + 2)]
