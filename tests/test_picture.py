# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The picture of the README shows the numbers of the run it names."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import allocator

DOCS = Path(__file__).parents[1] / "docs"


def test_the_picture_is_the_one_that_its_script_draws():
    draw = runpy.run_path(str(DOCS / "draw_overview.py"))["draw"]
    drawn = draw(allocator.run("overijssel-2024").result)
    assert drawn == (DOCS / "overview.svg").read_text(encoding="utf-8")


def test_every_municipality_stands_in_the_picture_with_its_numbers():
    picture = (DOCS / "overview.svg").read_text(encoding="utf-8")
    for one in allocator.run("overijssel-2024").result.municipalities:
        sums = f"{one.counted.total:,} + {one.rest.total:,} = {one.decision.total:,}"
        assert re.search(rf">{one.name}</text>.*>{re.escape(sums)}</text>", picture), one.name
