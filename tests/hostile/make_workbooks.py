# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Workbooks that could be misread, or harm whoever opens them; made when they are needed.

`python -m tests.hostile.make_workbooks FOLDER` writes them all, to look at them in a spreadsheet.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

Make = Callable[[], bytes]
WORKBOOKS: dict[str, tuple[str, Make]] = {}

OFFERS = ["municipality", "kind", "places", "status"]
GOOD = ["Borne", "regular", 5, "guaranteed"]
NOON = datetime(2025, 1, 1, 12)  # noqa: DTZ001 - a workbook knows no time zones
SHEET = "xl/worksheets/sheet1.xml"
WEIGHT = (["code", "weight"], ["GM0147"])
TO = "=DATE(2025,6,30)"
HIDDEN = {"hidden": True}


def workbook(kind: str, name: str) -> Callable[[Make], Make]:
    """Register what makes a workbook, under `<fault>--<what it attacks>.xlsx`."""

    def register(make: Make) -> Make:
        WORKBOOKS[f"{name}.xlsx"] = (kind, make)
        return make

    return register


def written(
    write: Callable[[Any, Any], object],
    rows: Any = (OFFERS, GOOD),
    sheet: str = "table",
    **options: Any,
) -> bytes:
    """A workbook with one sheet of rows, and what `write` does to it."""
    page = io.BytesIO()
    book = xlsxwriter.Workbook(page, {"in_memory": True, **options})
    table = book.add_worksheet(sheet)
    for number, row in enumerate(rows):
        table.write_row(number, 0, row)
    write(book, table)
    book.close()
    return page.getvalue()


def repacked(
    change: Callable[[dict[str, bytes]], object], book: bytes | None = None, **options: Any
) -> bytes:
    """A good workbook, or the one that is given, whose parts were changed."""
    book = book or written(lambda book, sheet: None)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", **{"compression": zipfile.ZIP_DEFLATED, **options}) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return page.getvalue()


def replaced(part: str, old: bytes, new: bytes) -> bytes:
    """A good workbook with other bytes in one of its parts."""
    return edited(written(lambda book, sheet: None), part, old, new)


def edited(book: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A workbook with other bytes in one of its parts."""

    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new)

    return repacked(change, book=book)


def unknown(write: Callable[[Any, Any], object], rows: Any) -> bytes:
    """A workbook as a program writes it that never works out formulas: without their values."""
    return edited(written(write, rows), SHEET, b"<v>0</v>", b"<v></v>")


def worked_out(book: bytes) -> bytes:
    """A workbook as a spreadsheet program saves it: its formulas are worked out, it says."""
    return edited(book, "xl/workbook.xml", b' fullCalcOnLoad="1"', b"")


def offers(name: str, write: Callable[[Any, Any], object], rows: Any = (OFFERS, GOOD)) -> None:
    """Register a workbook of offers by what is written into it."""
    workbook("offers", name)(lambda: written(write, rows))


def weights(name: str, write: Callable[[Any, Any], object], rows: Any) -> None:
    """Register a workbook with weights."""
    workbook("columns", name)(lambda: written(write, [["code", "weight"], *rows]))


def nothing(book: Any, sheet: Any) -> None:
    """Write nothing more."""


def day(book: Any) -> Any:
    """A format in which numbers show as dates."""
    return book.add_format({"num_format": "dd-mm-yyyy"})


def formula(error: str) -> Callable[[Any, Any], object]:
    """Write a formula with an error into the cell of places."""
    return lambda book, sheet: sheet.write_formula(1, 2, "=1/0", None, error)


# What was typed into the cells.
offers("formula-error--division-by-zero", formula("#DIV/0!"))
offers("formula-error--lost-reference", formula("#REF!"))
offers("formula-error--unknown-name", formula("#NAME?"))
offers("formula-error--not-available", formula("#N/A"))
offers(
    "formula-error--outside-the-table",
    lambda book, sheet: sheet.write_formula("H9", "=1/0", None, "#DIV/0!"),
)
offers(
    "not-whole--date-where-a-number-belongs",
    lambda book, sheet: sheet.write_datetime(1, 2, date(2025, 1, 1), day(book)),
)
offers("not-whole--text-with-a-unit", lambda book, sheet: sheet.write(1, 2, "5 places"))
offers("not-whole--half-a-place", lambda book, sheet: sheet.write(1, 2, 5.5))
offers("not-whole--negative", lambda book, sheet: sheet.write(1, 2, -5))
offers("not-whole--true", lambda book, sheet: sheet.write_boolean(1, 2, True))
offers("not-whole--empty-cell", nothing, (OFFERS, ["Borne", "regular", None, "guaranteed"]))
offers("too-large--places-beyond-the-country", lambda book, sheet: sheet.write(1, 2, 2_000_000))
offers("not-a-text--code-as-a-number", lambda book, sheet: sheet.write(1, 0, 147))
offers("not-a-choice--kind-in-dutch", lambda book, sheet: sheet.write(1, 1, "regulier"))
offers(
    "not-a-date--number",
    nothing,
    ([*OFFERS, "available_from"], [*GOOD, 45658]),
)
offers(
    "not-a-date--with-a-time",
    lambda book, sheet: sheet.write_datetime(1, 4, NOON, day(book)),
    ([*OFFERS, "available_from"], GOOD),
)
offers("unknown-name--mistyped", lambda book, sheet: sheet.write(1, 0, "Bornee"))
offers("no-name--empty-cell", nothing, (OFFERS, [None, *GOOD[1:]]))
offers("offer-twice--same-row", nothing, (OFFERS, GOOD, GOOD))

# The header.
offers("merged-cells--header", lambda book, sheet: sheet.merge_range("D1:E1", "status"))
offers("merged-cells--body", lambda book, sheet: sheet.merge_range("A2:A3", "Borne"))
offers("bad-header--column-twice", nothing, (["municipality", "kind", "places", "places"], GOOD))
offers("bad-header--column-without-a-name", nothing, (["municipality", "", "places"], GOOD))
offers("unknown-column--below-two-empty-rows", nothing, ([], [], [*OFFERS[:3], "state"], GOOD))
offers("bad-header--title-above-the-table", nothing, (["Offers of 2024"], OFFERS, GOOD))
offers("missing-column--no-places", nothing, (["municipality", "kind", "status"], GOOD[:2]))
offers("too-many-cells--remark-beside-the-table", lambda book, sheet: sheet.write("H2", "look"))
offers("empty-file--sheet-without-cells", nothing, ())

# The sheets.
offers("which-sheet--two-sheets", lambda book, sheet: book.add_worksheet("more"))


@workbook("offers", "hidden-sheet--only-sheet")
def _() -> bytes:
    return replaced("xl/workbook.xml", b'sheetId="1"', b'sheetId="1" state="hidden"')


@workbook("offers", "hidden-sheet--very-hidden")
def _() -> bytes:
    return replaced("xl/workbook.xml", b'sheetId="1"', b'sheetId="1" state="veryHidden"')


@workbook("offers", "which-sheet--one-of-two-is-hidden")
def _() -> bytes:
    return written(lambda book, sheet: book.add_worksheet("old").hide())


@workbook("offers", "not-xlsx--chart-only")
def _() -> bytes:
    return repacked(lambda parts: parts.pop(SHEET))


# Weights.
weights("formula-error--weights", formula("#VALUE!"), [["GM0147", 1, 1]])
weights("unknown-name--number-of-no-municipality", nothing, [[9999, 1]])
weights("formula-not-calculated--placeholder", lambda book, sheet: sheet.write_formula(
    1, 1, "=500+500"
), [["GM0147"]])  # fmt: skip


@workbook("columns", "formula-without-value--weight")
def _() -> bytes:
    return worked_out(unknown(lambda book, sheet: sheet.write_formula(1, 1, "=500+500"), WEIGHT))


@workbook("offers", "formula-without-value--end-of-a-window")
def _() -> bytes:
    rows = ([*OFFERS, "available_until"], GOOD)
    return worked_out(unknown(lambda book, sheet: sheet.write_formula(1, 4, TO), rows))


@workbook("offers", "formula-without-value--note")
def _() -> bytes:
    rows = ([*OFFERS, "note"], GOOD)
    return worked_out(unknown(lambda book, sheet: sheet.write_formula(1, 4, '="a"&"b"'), rows))


@workbook("offers", "formula-not-calculated--program-that-never-does")
def _() -> bytes:
    changed = written(lambda book, sheet: sheet.write_formula(1, 2, "=2+3", None, 5))
    return edited(changed, "xl/workbook.xml", b'fullCalcOnLoad="1"', b'calcCompleted="0"')


weights("not-a-number--date-as-weight", lambda book, sheet: sheet.write_datetime(
    1, 1, date(2025, 1, 1), day(book)
), [["GM0147"]])  # fmt: skip
weights("negative-weight--below-zero", nothing, [["GM0147", -0.5]])
weights("named-twice--name-and-code", nothing, [["GM0147", 1], ["Borne", 2]])
weights("missing-weight--most-are-left-out", nothing, [["GM0147", 1]])

# Odd, and read all the same.
BOTH = (OFFERS, GOOD, ["Almelo", "amv", 7, "likely"])
offers("accepted--plain", nothing, BOTH)
offers("formula-not-calculated--program-that-never-looks", lambda book, sheet: sheet.write_formula(
    1, 2, "=2+3", None, 5
))  # fmt: skip


@workbook("offers", "accepted--formula-with-its-value")
def _() -> bytes:
    return worked_out(written(lambda book, sheet: sheet.write_formula(1, 2, "=2+3", None, 5), BOTH))


@workbook("offers", "accepted--formula-that-gives-nothing")
def _() -> bytes:
    rows = ([*OFFERS, "note"], *BOTH[1:])
    book = written(lambda book, sheet: sheet.write_formula(1, 4, '=""', None, "?"), rows)
    return worked_out(edited(book, SHEET, b"<v>?</v>", b"<v></v>"))


@workbook("offers", "accepted--formula-on-another-sheet")
def _() -> bytes:
    return written(_with_explanation, (OFFERS, *BOTH[1:]), sheet="offers")


def _with_explanation(book: Any, sheet: Any) -> None:
    book.add_worksheet("explanation").write_formula(0, 0, "=1+1")


offers("accepted--hidden-row", lambda book, sheet: sheet.set_row(1, None, None, HIDDEN), BOTH)
offers("accepted--number-as-text", lambda book, sheet: sheet.write_string(1, 2, "5"), BOTH)
offers("accepted--below-two-empty-rows", nothing, ([], [], *BOTH))
offers("accepted--columns-in-another-order", nothing, [row[::-1] for row in BOTH])
offers("accepted--text-that-looks-like-a-formula", lambda book, sheet: sheet.write_string(
    1, 4, "=2+3"
), ([*OFFERS, "note"], *BOTH[1:]))  # fmt: skip


if __name__ == "__main__":
    # As a module of its own this one has not met the broken workbooks.
    from tests.hostile.corpus import WORKBOOKS as EVERY_ONE

    for title, (_, make_one) in EVERY_ONE.items():
        (Path(sys.argv[1]) / title).write_bytes(make_one())
