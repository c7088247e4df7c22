# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""SVG: a drawing is a tree of elements, so that no text in it can ever become markup.

Every number in a drawing is a whole number or a decimal to one digit, computed exactly, so that the
same data gives the same bytes. Colours are classes: `STYLE` says how each looks, a page may say it
otherwise (dark, forced colours, print), and no colour is the only carrier of a meaning.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from fractions import Fraction
from xml.etree import ElementTree as ET

NAMESPACE = "http://www.w3.org/2000/svg"

# The classes that drawings use. Dark enough beside white for text (4.5 to 1) and shapes (3 to 1).
STYLE = """
text { font-family: "Liberation Sans", Arial, Helvetica, "DejaVu Sans", sans-serif; fill: #1a1a1a; }
.counted { fill: #4a6fa5; stroke: none; }
.rest { fill: #f2b134; stroke: #6b4a00; stroke-width: 1; }
.prorata { stroke: #1a1a1a; stroke-width: 2; fill: none; }
.tile { fill: #ffffff; stroke: #767676; stroke-width: 1; }
.shade1 { fill: #fdf0cf; }
.shade2 { fill: #f9d48a; }
.shade3 { fill: #f2b134; }
.shade4 { fill: #d98e0b; }
.host { fill: none; stroke: #1a1a1a; stroke-width: 1.2; }
.outline { fill: none; stroke: #1a1a1a; stroke-width: 2.5; stroke-linejoin: round; }
.merge { stroke: #8f1d52; stroke-width: 2; fill: none; }
.amv { stroke-dasharray: 3 2; }
.halo { fill: none; stroke: #ffffff; stroke-width: 4; }
.badge { fill: #ffffff; stroke: #8f1d52; stroke-width: 1; }
.hatch { fill: none; stroke: #1a1a1a; stroke-width: 1; }
.onmap { stroke: #ffffff; stroke-width: 3; paint-order: stroke; stroke-linejoin: round; }
.grouplabel { fill: #404040; }
.mergehead { fill: #8f1d52; stroke: none; }
.axis { stroke: #767676; stroke-width: 1; fill: none; }
.grid { stroke: #d0d0d0; stroke-width: 1; fill: none; }
.realised { stroke: #8f1d52; stroke-width: 2; fill: none; }
.stairs { stroke: #4a6fa5; stroke-width: 2; fill: none; }
.chord { stroke: #595959; stroke-width: 1; stroke-dasharray: 5 4; fill: none; }
.open { fill: #ffffff; stroke: #1a1a1a; stroke-width: 1.5; }
.ring { fill: none; stroke: #1a1a1a; stroke-width: 1.5; }
.whisker { stroke: #595959; stroke-width: 2; fill: none; }
.median { stroke: #1a1a1a; stroke-width: 2.5; fill: none; }
.second { fill: #8f1d52; stroke: none; }
.faint { fill: #595959; }
.strong { font-weight: bold; }
.onfill { fill: #ffffff; }
"""


@dataclass(frozen=True)
class Drawing:
    """A picture of a fixed size in its own units, which forms scale.

    Attributes:
        width: in units; a unit is a CSS pixel at 100 %.
        height: likewise.
        content: the elements, in drawing order.
    """

    width: int
    height: int
    content: tuple[ET.Element, ...]

    def element(self, title: str, identity: str) -> ET.Element:
        """The drawing as an element of a page, with its name for who cannot see it.

        Args:
            title: the text alternative.
            identity: a unique id of the title in the page.
        """
        # What is an image has no parts: a drawing with links is a group that has a name.
        role = "group" if any(True for one in self.content for _ in one.iter("a")) else "img"
        root = ET.Element("svg", self._frame() | {"role": role, "aria-labelledby": identity})
        named = ET.SubElement(root, "title", id=identity)
        named.text = title
        root.extend(self.content)
        return root

    def standalone(self, title: str) -> bytes:
        """The drawing as a file of its own, with its colours."""
        root = ET.Element("svg", {"xmlns": NAMESPACE} | self._frame())
        ET.SubElement(root, "title").text = title
        ET.SubElement(root, "style").text = STYLE
        root.extend(self.content)
        return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=False))

    def _frame(self) -> dict[str, str]:
        return {
            "viewBox": f"0 0 {self.width} {self.height}",
            "width": str(self.width),
            "height": str(self.height),
        }


def said_once(drawn: ET.Element) -> ET.Element:
    """The same drawing with what most of its texts share (size, side) said at its root, once.

    A country has two thousand texts; nothing is drawn otherwise.
    """
    lean = deepcopy(drawn)
    texts = list(lean.iter("text"))
    for name in ("font-size", "text-anchor"):
        values = Counter(one.get(name) for one in texts)
        common = min(values, key=lambda value: (-values[value], str(value)), default=None)
        if common is None or None in values:
            continue  # a text that leaves it open must not take it from the root
        lean.set(name, common)
        for one in texts:
            if one.get(name) == common:
                del one.attrib[name]
    return lean


def units(value: Fraction | int) -> str:
    """A coordinate as it is written: to one decimal, halves away from zero."""
    tenths = int(abs(Fraction(value)) * 10 + Fraction(1, 2))
    sign = "-" if value < 0 and tenths else ""
    whole, tenth = divmod(tenths, 10)
    return f"{sign}{whole}.{tenth}" if tenth else f"{sign}{whole}"


def rectangle(
    x: Fraction | int, y: Fraction | int, width: Fraction | int, height: Fraction | int, class_: str
) -> ET.Element:
    """A rectangle."""
    return ET.Element(
        "rect",
        {
            "x": units(x),
            "y": units(y),
            "width": units(width),
            "height": units(height),
            "class": class_,
        },
    )


def line(
    x: Fraction | int, y: Fraction | int, x2: Fraction | int, y2: Fraction | int, class_: str
) -> ET.Element:
    """A straight line."""
    return ET.Element(
        "line",
        {"x1": units(x), "y1": units(y), "x2": units(x2), "y2": units(y2), "class": class_},
    )


def text(
    x: Fraction | int,
    y: Fraction | int,
    said: str,
    size: int = 12,
    class_: str = "",
    anchor: str = "start",
) -> ET.Element:
    """A line of text; `anchor` is start, middle or end."""
    made = ET.Element(
        "text", {"x": units(x), "y": units(y), "font-size": str(size), "text-anchor": anchor}
    )
    if class_:
        made.set("class", class_)
    made.text = said
    return made


def path(points: str, class_: str) -> ET.Element:
    """A path, its commands written by the caller with `units`."""
    return ET.Element("path", {"d": points, "class": class_})


def group(*content: ET.Element, class_: str = "", name: str = "") -> ET.Element:
    """Elements that belong together; `name` is shown where the pointer rests."""
    made = ET.Element("g", {"class": class_} if class_ else {})
    if name:
        ET.SubElement(made, "title").text = name
    made.extend(content)
    return made


def link(target: str, *content: ET.Element) -> ET.Element:
    """Elements that link to an anchor of the same page."""
    made = ET.Element("a", {"href": f"#{target}"})
    made.extend(content)
    return made
