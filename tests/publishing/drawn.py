# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Drawings read back: what stands where, as a reader of the file finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from xml.etree import ElementTree as ET

from allocator.publishing.figures.boxes import Box, text_box
from allocator.publishing.figures.svg import Drawing

NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9])?")


def read_back(drawing: Drawing) -> ET.Element:
    """The drawing from its bytes, without the namespace."""
    root = ET.fromstring(drawing.standalone("test"))
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def classed(root: ET.Element, name: str) -> list[ET.Element]:
    """Elements of a class."""
    return [element for element in root.iter() if name in element.get("class", "").split()]


def number(element: ET.Element, key: str) -> Decimal:
    """A number of an element."""
    return Decimal(element.attrib[key])


def spots(element: ET.Element) -> list[tuple[Fraction, Fraction]]:
    """The corners of a path of `M` and `L`."""
    numbers = [Fraction(found) for found in NUMBER.findall(element.attrib["d"])]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def text_boxes(root: ET.Element) -> Iterator[tuple[str, Box]]:
    """Every text that is drawn, with the box that its letters need."""
    for element in root.iter("text"):
        said = element.text or ""
        box = text_box(
            Fraction(element.attrib["x"]),
            Fraction(element.attrib["y"]),
            said,
            int(element.attrib["font-size"]),
            element.attrib["text-anchor"],
            bold="strong" in element.get("class", "").split(),
        )
        yield said, box


def overlaps(boxes: list[tuple[str, Box]]) -> list[tuple[str, str]]:
    """The texts that lie over one another."""
    slim = [(said, box.grown(Fraction(-1, 2))) for said, box in boxes]
    return [
        (said, other)
        for at, (said, box) in enumerate(slim)
        for other, beside in slim[at + 1 :]
        if box.meets(beside)
    ]


def outside(drawing: Drawing, boxes: list[tuple[str, Box]]) -> list[str]:
    """The texts that leave the drawing."""
    return [
        said
        for said, box in boxes
        if box.left < 0 or box.top < 0 or box.right > drawing.width or box.bottom > drawing.height
    ]
