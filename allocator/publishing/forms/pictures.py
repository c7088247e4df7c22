# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Drawings on paper: as SVG with characters that can be printed, and as PNG for Word."""

from __future__ import annotations

from allocator.publishing.document import Figure
from allocator.publishing.figures.svg import Drawing
from allocator.publishing.forms.plain import plain
from allocator.publishing.forms.typesetting import drawable, typeset

# A drawing's unit is a CSS pixel; a page has this room for one, in points.
POINTS_PER_UNIT = 0.75
WIDEST_PICTURE, HIGHEST_PICTURE = 470, 620
DOTS_PER_INCH = 220
ALONE = """#set document(title: "one")
#set page(width: auto, height: auto, margin: 0pt)
#image("figure.svg", width: WIDTHpt, alt: "one")
"""


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
    return drawable(plain(figure.drawing.standalone(figure.alternative).decode())).encode()


def as_picture(figure: Figure) -> bytes:
    """The drawing of a figure as PNG, the same on every machine."""
    width, _ = size_in_points(figure.drawing)
    return typeset(
        {"main.typ": ALONE.replace("WIDTH", str(width)).encode(), "figure.svg": as_svg(figure)},
        format="png",
        ppi=DOTS_PER_INCH,
    )
