# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables: a CSV or XLSX file as a header and rows of cells, with where each stands."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from allocator.loading.files import Content, fault
from models.fault import Faults, Place

DELIMITERS = (",", ";", "\t")
MOST_COLUMNS = 500
MOST_UNZIPPED_BYTES = 200_000_000
MOST_PARTS = 10_000
# A workbook keeps only filled cells, and reading makes a cell of all that lies between them.
MOST_CELLS = 2_000_000
CELL = re.compile(rb"<(?:\w+:)?(?:c|row)\s[^>]*>")
REFERENCE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]*)([0-9]+)[\"']")
ERROR = re.compile(rb"\st\s*=\s*[\"']e[\"']")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells by column name, empty ones as `""`."""

    file: str
    line: int
    cells: Mapping[str, Any]

    def place(self, column: str | None = None) -> Place:
        """Where the row, or one of its cells, stands."""
        columns = list(self.cells)
        return Place(self.file, self.line, columns.index(column) + 1 if column in columns else 0)

    def __str__(self) -> str:
        """`file:line`, as results and explanations quote it."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Table:
    """A header and its rows; empty rows are left out."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(content: Content, sheet: str | None = None) -> Table:
    """The table in a CSV or XLSX file, told by its content.

    Args:
        content: the file.
        sheet: the sheet of a workbook; None is the only one.

    Raises:
        InputError: for whatever makes the content ambiguous or unsafe to read.
    """
    if content.data.startswith(b"PK"):
        return _table(content.name, _xlsx_lines(content, sheet))
    return _table(content.name, _csv_lines(content))


def _table(name: str, lines: Sequence[tuple[int, Sequence[Any]]]) -> Table:
    faults = Faults()
    filled = [
        (line, cells) for line, cells in lines if any(cell not in ("", None) for cell in cells)
    ]
    if not filled:
        raise fault("empty-file", Place(name), "the table has no rows", "Fill it.")
    (header_line, header), *body = filled
    columns = tuple(str(cell).strip() for cell in header)
    while columns and not columns[-1]:
        columns = columns[:-1]
    for number, column in enumerate(columns, start=1):
        if not column or columns.index(column) != number - 1:
            what = (
                f"the column {column!r} stands here twice" if column else "a column without a name"
            )
            faults.add(
                "bad-header", Place(name, header_line, number), what, "Name each column once."
            )
    rows = []
    for line, cells in body:
        spill = next((n for n, cell in enumerate(cells) if n >= len(columns) and cell != ""), None)
        if spill is not None:
            faults.add(
                "too-many-cells",
                Place(name, line, spill + 1),
                f"a cell beyond the {len(columns)} columns of the header",
                "Put a text that holds the delimiter in double quotes.",
            )
        padded = [*cells, *[""] * (len(columns) - len(cells))]
        tidy = (cell.strip() if isinstance(cell, str) else cell for cell in padded)
        rows.append(Row(name, line, dict(zip(columns, tidy, strict=False))))
    faults.raise_if_any()
    return Table(name, columns, tuple(rows))


def _csv_lines(content: Content) -> list[tuple[int, Sequence[str]]]:
    text = _decode(content)
    delimiter = _delimiter(content.name, text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[tuple[int, Sequence[str]]] = []
    first = 1
    try:
        for cells in reader:
            lines.append((first, cells))
            first = reader.line_num + 1
    except csv.Error as problem:
        raise fault(
            "not-csv", Place(content.name, reader.line_num), f"not a CSV row ({problem})",
            "Close every double quote; write one inside a text twice.",
        ) from problem  # fmt: skip
    return lines


def _decode(content: Content) -> str:
    if b"\0" in content.data:
        line = content.data[: content.data.index(b"\0")].count(b"\n") + 1
        raise fault(
            "not-text",
            Place(content.name, line),
            "the file is not text",
            "Save it as CSV in UTF-8.",
        )
    try:
        return content.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        # What Excel saves as "CSV" in the Netherlands; five byte values mean nothing in it.
        return content.data.decode("windows-1252")
    except UnicodeDecodeError as problem:
        line = content.data[: problem.start].count(b"\n") + 1
        raise fault(
            "not-text",
            Place(content.name, line),
            "this line is neither UTF-8 nor Windows-1252 text",
            "Save the file as CSV in UTF-8.",
        ) from problem


def _delimiter(name: str, text: str) -> str:
    header = text.lstrip("\r\n").splitlines()[0] if text.strip() else ""
    if len(header) > 100 * MOST_COLUMNS:
        raise fault("bad-header", Place(name, 1), "the first line is very long", "Add a header.")
    unquoted = re.sub(r'"[^"]*"', "", header)
    found = [delimiter for delimiter in DELIMITERS if delimiter in unquoted]
    if len(found) > 1:
        said = " and ".join("a tab" if mark == "\t" else repr(mark) for mark in found)
        raise fault(
            "ambiguous-delimiter",
            Place(name, 1),
            f"the header holds {said}: which one parts the columns is not clear",
            "Use one of them only.",
        )
    return found[0] if found else ","


def _xlsx_lines(content: Content, sheet: str | None) -> list[tuple[int, Sequence[Any]]]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    where = Place(content.name)
    _refuse_unsafe_archive(content)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content.data))
        visible = {meta.name: meta.visible for meta in workbook.sheets_metadata}
        name = _sheet_name(content.name, list(visible), sheet)
        if visible[name] != SheetVisibleEnum.Visible:
            raise fault("hidden-sheet", where, f"the sheet {name!r} is hidden", "Unhide it.")
        found = workbook.get_sheet_by_name(name)
        merged = found.merged_cell_ranges or []
        lines = found.to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError, KeyError) as problem:
        raise fault(
            "not-xlsx", where, f"not a readable workbook ({problem})", "Save it as XLSX again."
        ) from problem
    if merged:
        (row, column), _ = merged[0]
        raise fault(
            "merged-cells",
            Place(content.name, row + 1, column + 1),
            "merged cells",
            "Split them: a value belongs in one cell.",
        )
    return [(number, cells) for number, cells in enumerate(lines, start=1)]


def _sheet_name(file: str, names: list[str], sheet: str | None) -> str:
    if sheet is None and len(names) == 1:
        return names[0]
    if sheet in names:
        return str(sheet)
    said = ", ".join(repr(name) for name in names)
    what = f"no sheet {sheet!r}" if sheet else f"{len(names)} sheets"
    raise fault("which-sheet", Place(file), f"{what}; the file has {said}", "Name one as `sheet`.")


def _refuse_unsafe_archive(content: Content) -> None:
    where = Place(content.name)
    try:
        with ZipFile(BytesIO(content.data)) as archive:
            parts = archive.infolist()
            if (
                sum(part.file_size for part in parts) > MOST_UNZIPPED_BYTES
                or len(parts) > MOST_PARTS
            ):
                raise fault("zip-bomb", where, "the workbook unpacks to far too much", "Shrink it.")
            if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
                raise fault("macro", where, "the workbook holds a macro", "Save it as plain XLSX.")
            for part in parts:
                if part.filename.startswith("xl/worksheets/") and not part.is_dir():
                    _refuse_odd_cells(content.name, archive.read(part))
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as problem:
        raise fault(
            "not-xlsx", where, f"not a readable workbook ({problem})", "Save it as XLSX again."
        ) from problem


def _refuse_odd_cells(name: str, xml: bytes) -> None:
    rows = columns = 1
    for tag in CELL.findall(xml):
        reference = REFERENCE.search(tag)
        letters, row = reference.groups() if reference else (b"", b"1")
        if ERROR.search(tag):
            cell = (letters + row).decode() if letters else "a cell"
            raise fault(
                "formula-error", Place(name), f"the formula in {cell} gives an error", "Mend it."
            )
        rows, columns = max(rows, int(row)), max(columns, _column_number(letters))
    if rows * columns > MOST_CELLS:
        raise fault(
            "sheet-too-large",
            Place(name),
            f"the sheet has {rows:,} rows and {columns:,} columns",
            "Delete what lies far outside the table.",
        )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
