# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Drawings on paper: as SVG with characters that can be printed, and as PNG for Word."""

from __future__ import annotations

from functools import cache

from allocator.publishing.document import Figure
from allocator.publishing.figures.svg import Drawing
from allocator.publishing.forms.paper import UNKNOWN, printable

# A drawing's unit is a CSS pixel; a page has this room for one, in points.
POINTS_PER_UNIT = 0.75
WIDEST_PICTURE, HIGHEST_PICTURE = 470, 620
DOTS_PER_INCH = 220
# What the fonts are known to have; other characters are tried, one at a time.
LAST_KNOWN = "\u017f"
ALONE = """#set document(title: "one")
#set page(width: auto, height: auto, margin: 0pt)
#image("figure.svg", width: WIDTHpt, alt: "one")
"""
TRIED = '#set document(title: "one")\n#set text(font: "Libertinus Serif")\n#read("one.txt")'


def size_in_points(drawing: Drawing) -> tuple[float, float]:
    """How wide and high a drawing is on an upright page."""
    width = min(
        drawing.width * POINTS_PER_UNIT,
        WIDEST_PICTURE,
        HIGHEST_PICTURE * drawing.width / drawing.height,
    )
    return width, width * drawing.height / drawing.width


def as_svg(figure: Figure) -> bytes:
    """The drawing of a figure, with only such characters as the embedded fonts have."""
    return drawable(figure.drawing.standalone(printable(figure.alternative)).decode()).encode()


def as_picture(figure: Figure) -> bytes:
    """The drawing of a figure as PNG, the same on every machine."""
    import typst

    width, _ = size_in_points(figure.drawing)
    made: bytes = typst.compile(
        {"main.typ": ALONE.replace("WIDTH", str(width)).encode(), "figure.svg": as_svg(figure)},
        format="png",
        ignore_system_fonts=True,
        ppi=DOTS_PER_INCH,
    )
    return made


def drawable(text: str) -> str:
    """A text with only such characters as the embedded fonts have."""
    missing = {one for one in set(text) if one > LAST_KNOWN and not _has_glyph(one)}
    return text.translate({ord(one): UNKNOWN for one in missing})


@cache
def _has_glyph(character: str) -> bool:
    """Whether the embedded fonts have a character: PDF/UA refuses a text without glyphs."""
    import typst

    try:
        typst.compile(
            {"main.typ": TRIED.encode(), "one.txt": character.encode()},
            format="pdf",
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=0,
        )
    except typst.TypstError:
        return False
    return True
