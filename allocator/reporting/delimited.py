# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""CSV in machine form: comma, decimal point, one row per municipality."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from allocator.reporting.pages import Page, printable
from models.places import Places
from models.result import RunResult

PLACES = ("share", "counted", "rest", "decision", "realised")
HEADER = (
    "code",
    "name",
    "province",
    "region",
    "weight",
    "share_status",
    "eligible_regular",
    "eligible_amv",
    *(f"{what}_{part}" for what in PLACES for part in ("total", "regular", "amv")),
)


def municipalities_csv(result: RunResult) -> str:
    """The municipalities of a run; weights as exact fractions."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(HEADER)
    for one in result.municipalities:
        able = ["yes" if one.eligible.of(kind) else "no" for kind in ("regular", "amv")]
        texts = (one.code, one.name, one.province, one.region, str(one.weight), one.share_status)
        numbers = [number for what in PLACES for number in _numbers(getattr(one, what))]
        writer.writerow([*(harmless(text) for text in texts), *able, *numbers])
    return page.getvalue()


def sheets_csv(pages: Iterable[Page]) -> str:
    """The sheets of pages, each under its column names, a blank line between them."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    for number, sheet in enumerate(one.sheet for one in pages if one.sheet is not None):
        if number:
            page.write("\n")
        writer.writerow(sheet.headings)
        for row in sheet.rows:
            writer.writerow(
                [harmless(printable(cell)) if isinstance(cell, str) else cell for cell in row]
            )
    return page.getvalue()


def _numbers(places: Places | None) -> tuple[int | None, ...]:
    return (None,) * 3 if places is None else (places.total, places.regular, places.amv)


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
