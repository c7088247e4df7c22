# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The picture of a table for the README: `python docs/picture_of_table.py docs/table.png`.

It is what Debian's Chromium shows of the page of a report, so its bytes depend on that browser.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import allocator  # noqa: E402
from tests.publishing.browser import browser, opened  # noqa: E402


def picture(path: Path) -> None:
    """Save the table of municipalities as a picture."""
    (page,) = allocator.report("overijssel-2024", ["html"]).files.values()
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        file = Path(folder) / "report.html"
        file.write_bytes(page)
        shown = opened(chromium, file, {"width": 1280, "height": 900})
        shown.locator("#of-PV23 ~ .table").screenshot(path=path)


if __name__ == "__main__":
    picture(Path(sys.argv[1]))
