# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables of offers, weights and lots, as CSV and XLSX, with odd cells, odd bytes and odd parts."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import xlsxwriter
from hypothesis import strategies as st

from allocator.loading import PACKAGED, load
from tests.fuzz.odd import NAMES, edited, edits, scalars, words

OFFERS = (
    "municipality", "site", "kind", "places", "available_from", "available_until", "status", "note",
)  # fmt: skip
WEIGHTS = ("code", "weight")
LOTS = ("lot", "municipality")
EVERYBODY = load("overijssel-2024").codes
GOOD = {
    OFFERS: [
        ["Borne", "", "regular", "5", "2025-01-01", "", "guaranteed", ""],
        ["Almelo", "azc", "amv", "7", "", "2030-01-01", "likely", "één"],
    ],
    WEIGHTS: [[code, str(number)] for number, code in enumerate(EVERYBODY, start=1)],
    LOTS: [[str(number), code] for number, code in enumerate(EVERYBODY, start=1)],
}
PACKAGED_OFFERS = (PACKAGED / "overijssel-offers-2024.csv").read_bytes()

Rows = list[list[Any]]

SHEET = "xl/worksheets/sheet1.xml"
CELL = re.compile(rb"<c [^>]*?(?:/>|>.*?</c>)", re.DOTALL)
ELEMENT = re.compile(rb"<(?:worksheet|dimension|sheetViews|sheetData|row)[^>]*>")
ODD_CELLS = (
    b"", b"<c/>", b'<c r="A2"/>', b'<c r="C2"><v>5</v></c>', b'<c r="C2"><v>5.0</v></c>',
    b'<c r="C2"><v>1e400</v></c>', b'<c r="C2"><v>-1e-400</v></c>', b'<c r="C2"><v>x</v></c>',
    b'<c r="C2"><v></v></c>', b'<c r="C2" t="e"><v>#REF!</v></c>', b'<c r="C2" t="b"><v>1</v></c>',
    b'<c r="C2" t="s"><v>99</v></c>', b'<c r="C2" t="s"><v>-1</v></c>',
    b'<c r="C2" t="d"><v>2025-01-01</v></c>', b'<c r="C2" t="str"><f>A1</f><v>5</v></c>',
    b'<c r="C2"><f>2+3</f></c>', b'<c r="C2" t="?"><v>5</v></c>', b'<c r="C2"><c/></c>',
    b'<c r="C2" t="inlineStr"><is><t>Borne</t></is></c>', b'<c r="C2" s="99"><v>45658</v></c>',
    b'<c r="c2"><v>5</v></c>', b'<c r="2C"><v>5</v></c>', b'<c r="XFD1048576"><v>5</v></c>',
    b'<c r="XFE1"><v>5</v></c>', b'<c r="A0"><v>5</v></c>', b'<c r="A9999999"/>',
    b'</row><row r="1"><c r="A1" t="str"><v>Borne</v></c>', b'<x:c r="C2"><v>5</v></x:c>',
)  # fmt: skip
ODD_ELEMENTS = (
    b"", b"<row>", b'<row r="1">', b'<row r="0">', b'<row r="1048576">', b'<row r="1048577">',
    b"<sheetData>", b"</sheetData><sheetData>", b'<dimension ref="A1"/>', b'<dimension ref="?"/>',
    b'<dimension ref="A1:XFD1048576"/>', b"<!-- c -->", b"<![CDATA[5]]>", b"<worksheet>",
    b'</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells><sheetData>',
    b'</sheetData><mergeCells><mergeCell ref="?"/></mergeCells><sheetData>',
)  # fmt: skip


@st.composite
def tables(draw: st.DrawFn, columns: tuple[str, ...]) -> Rows:
    """A good table with a few odd cells, rows and columns."""
    rows: Rows = [list(columns), *(list(row) for row in GOOD[columns])]
    for _ in range(draw(st.sampled_from([0, 1, 1, 2, 3]))):
        row = draw(st.integers(0, len(rows) - 1))
        change = draw(st.sampled_from(["cell", "cell", "cell", "twice", "drop", "longer", "name"]))
        if change == "cell" and rows[row]:
            rows[row][draw(st.integers(0, len(rows[row]) - 1))] = draw(scalars)
        elif change == "name" and rows[row]:
            rows[row][0] = draw(st.sampled_from(NAMES))
        elif change == "twice":
            rows.insert(row, list(rows[row]))
        elif change == "longer":
            rows[row].append(draw(scalars))
        elif len(rows) > 1:
            del rows[row]
    return rows


@st.composite
def csv_files(draw: st.DrawFn, columns: tuple[str, ...]) -> bytes:
    """A CSV file: joined by one sort of delimiter, ended and encoded in one of several ways."""
    if draw(st.integers(0, 4)) == 0:
        known = PACKAGED_OFFERS if columns == OFFERS else joined(GOOD[columns], ",", "\n", "")
        return edited(known, draw(edits))
    encoded = joined(
        draw(tables(columns)),
        draw(st.sampled_from([",", ",", ",", ";", ";", "\t", "|"])),
        draw(st.sampled_from(["\n", "\n", "\r\n", "\r", "\n\n"])),
        draw(st.sampled_from(["", "", '"'])),
        draw(
            st.sampled_from(["utf-8"] * 4 + ["utf-8-sig", "cp1252", "cp1252", "utf-16", "latin-1"])
        ),
    )
    return edited(encoded, draw(edits)) if draw(st.integers(0, 3)) == 0 else encoded


def joined(rows: Rows, delimiter: str, end: str, quote: str, encoding: str = "utf-8") -> bytes:
    """Rows as text, without any care for what stands in the cells."""
    lines = (delimiter.join(f"{quote}{_text(cell)}{quote}" for cell in row) for row in rows)
    text = end.join(lines) + end
    strict = encoding in ("utf-8", "utf-8-sig", "utf-16")
    return text.encode(encoding, "surrogatepass" if strict else "replace")


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell)


@st.composite
def xlsx_files(draw: st.DrawFn, columns: tuple[str, ...]) -> bytes:
    """A workbook: with odd cells, with an odd part, or with odd bytes."""
    good = workbook(draw(tables(columns)))
    change = draw(st.sampled_from(["nothing", "nothing", "part", "part", "bytes"]))
    if change == "bytes":
        return edited(good, draw(edits))
    return _with_an_odd_part(draw, good) if change == "part" else good


def _with_an_odd_part(draw: st.DrawFn, good: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change = draw(st.sampled_from(["cell", "cell", "cell", "element", "bytes", "drop"]))
    name = draw(st.sampled_from([SHEET, SHEET, *parts]))
    if change == "cell":
        parts[SHEET] = _put(draw, parts[SHEET], CELL, ODD_CELLS)
    elif change == "element":
        parts[SHEET] = _put(draw, parts[SHEET], ELEMENT, ODD_ELEMENTS)
    elif change == "bytes":
        parts[name] = edited(parts[name], draw(edits))
    else:
        del parts[name]
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return page.getvalue()


def _put(draw: st.DrawFn, xml: bytes, where: re.Pattern[bytes], odd: tuple[bytes, ...]) -> bytes:
    """XML with one of its elements replaced."""
    found = draw(st.sampled_from(list(where.finditer(xml))))
    return xml[: found.start()] + draw(st.sampled_from(odd)) + xml[found.end() :]


def workbook(rows: Rows) -> bytes:
    """Rows as a workbook; what no workbook can hold is left out."""
    page = io.BytesIO()
    book = xlsxwriter.Workbook(page, {"in_memory": True, "nan_inf_to_errors": True})
    sheet = book.add_worksheet()
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(line, column, cell.encode("utf-8", "replace").decode())
            elif not isinstance(cell, int) or abs(cell) < 10**15:
                sheet.write(line, column, cell)
    book.close()
    return page.getvalue()


odd_sheets = st.none() | st.sampled_from(["Sheet1", "Sheet2", ""]) | words
