# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pictures of the README show the numbers of the run they name."""

from __future__ import annotations

import runpy
from pathlib import Path
from xml.etree import ElementTree as ET

import allocator

DOCS = Path(__file__).parents[1] / "docs"
PNG = b"\x89PNG\r\n\x1a\n"


def test_the_map_is_the_one_that_its_script_draws():
    draw = runpy.run_path(str(DOCS / "draw_map.py"))["draw"]
    drawn = draw(allocator.run("overijssel-2024").result)
    assert drawn == (DOCS / "map.svg").read_text(encoding="utf-8")


def test_every_municipality_stands_on_the_map_with_its_rest():
    root = ET.fromstring((DOCS / "map.svg").read_text(encoding="utf-8"))
    tiles = {
        one.get("data-code"): "".join(one.itertext())
        for one in root.iter()
        if one.get("class") == "municipality"
    }
    for one in allocator.run("overijssel-2024").result.municipalities:
        assert one.rest is not None
        assert tiles[one.code].endswith(str(one.rest.total))


def test_the_picture_of_the_table_is_there_and_a_picture():
    assert (DOCS / "table.png").read_bytes().startswith(PNG)
