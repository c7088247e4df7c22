# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""CSV in machine form: comma, decimal point, nothing that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import StringIO

from allocator.reporting.pages import Cell, Page, printable
from models.places import Places
from models.result import RunResult

MILLION = 10**6
Rows = Iterator[Sequence[Cell | date]]
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


def table_csv(rows: Rows) -> str:
    """A table of which the first row has the names of the columns."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    for row in rows:
        writer.writerow([_written(cell) for cell in row])
    return page.getvalue()


def pages_csv(pages: Iterable[Page]) -> str:
    """The lists, steps and sheets of pages, each under its column names, a blank line between."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    for number, block in enumerate(block for one in pages for block in _blocks(one)):
        if number:
            page.write("\n")
        for row in block:
            writer.writerow([_written(cell) for cell in row])
    return page.getvalue()


def _blocks(page: Page) -> Iterator[list[Sequence[Cell]]]:
    if page.items:
        yield [[page.heading], *([item] for item in page.items)]
    if page.steps:
        steps = ([step.says, step.arithmetic, step.rests_on] for step in page.steps)
        yield [[page.heading, "arithmetic", "rests on"], *steps]
    if page.sheet is not None:
        yield [page.sheet.headings, *page.sheet.rows]


def _written(cell: Cell | date) -> str | int | date | None:
    """A cell for a program: a number in full, as a decimal where that is short, else a fraction."""
    if isinstance(cell, Fraction):
        exact = cell * MILLION
        return f"{Decimal(int(exact)) / MILLION:f}" if exact.denominator == 1 else str(cell)
    return harmless(printable(cell)) if isinstance(cell, str) else cell


def _numbers(places: Places | None) -> tuple[int | None, ...]:
    return (None,) * 3 if places is None else (places.total, places.regular, places.amv)


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
