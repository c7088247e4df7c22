# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map of the README: `python docs/draw_map.py > docs/map.svg`, as a report draws it."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import allocator  # noqa: E402
from allocator.publishing.contents.pictures import map_of  # noqa: E402
from allocator.publishing.contents.view import View  # noqa: E402
from allocator.publishing.languages import ENGLISH  # noqa: E402
from models.result import RunResult  # noqa: E402


def draw(result: RunResult) -> str:
    """The map of a run as an SVG file."""
    figure = map_of(View(result, ENGLISH))
    licence = "<!-- SPDX-FileCopyrightText: 2026 The allocator contributors -->\n<!-- "
    licence += "SPDX-License-" + "Identifier: EUPL-1.2 -->\n"
    return f"{licence}{figure.drawing.standalone(figure.alternative).decode()}\n"


if __name__ == "__main__":
    sys.stdout.write(draw(allocator.run("overijssel-2024").result))
