# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables: a CSV or XLSX file as a header and rows of cells, with where each stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from allocator.loading.delimited import csv_lines
from allocator.loading.files import Content, fault
from allocator.loading.workbooks import NO_TEMPLATES, Hidden, Templates, xlsx_lines
from models.fault import Faults, Place, quoted

# Every site of the country in each of its windows has fewer.
MOST_ROWS = 20_000
MOST_COLUMNS = 500
ZIP = b"PK\x03\x04"
SHOWN = Hidden()
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"


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
    """A header and its rows; empty rows are left out.

    Attributes:
        hidden: filled rows and columns that a workbook does not show; they count like others.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    header_line: int
    hidden: Hidden = SHOWN

    def place(self, column: str | None = None) -> Place:
        """Where the header, or the name of a column in it, stands."""
        number = self.columns.index(column) + 1 if column in self.columns else 0
        return Place(self.name, self.header_line, number)


def read_table(
    content: Content, sheet: str | None = None, templates: Templates = NO_TEMPLATES
) -> Table:
    """The table in a CSV or XLSX file, told by its content.

    Args:
        content: the file.
        sheet: the sheet of a workbook; None is the only one.
        templates: the workbooks that may have sheets beside the table, to explain it.

    Raises:
        InputError: for whatever makes the content ambiguous or unsafe to read.
    """
    where = Place(content.name)
    if content.data.startswith(ZIP):
        read = xlsx_lines(content, sheet, templates)
        return _table(content.name, read.lines, read.hidden)
    if content.data.startswith(OLD_WORKBOOK):
        raise fault(
            "not-xlsx", where, "a workbook of the old sort, or a locked one", "Save it as XLSX."
        )
    if content.name.lower().endswith((".xlsx", ".xlsm", ".xls", ".ods")):
        raise fault("not-xlsx", where, "the content is not a workbook", "Name a text file .csv.")
    return _table(content.name, csv_lines(content))


def _table(name: str, lines: Sequence[tuple[int, Sequence[Any]]], hidden: Hidden = SHOWN) -> Table:
    faults = Faults()
    filled = [
        (line, cells) for line, cells in lines if any(cell not in ("", None) for cell in cells)
    ]
    if not filled:
        raise fault("empty-file", Place(name), "the table has no rows", "Fill it.")
    (header_line, header), *body = filled
    columns = _columns(name, header_line, header, faults)
    if len(body) > MOST_ROWS:
        what = f"the table has {len(body):,} rows"
        why = f"A table of more than {MOST_ROWS:,} rows is not one of places."
        raise fault("too-many-rows", Place(name), what, "Leave out what is not needed.", why)
    rows = [Row(name, line, _cells(columns, cells)) for line, cells in body]
    _check_widths(name, columns, header_line, body, faults)
    faults.raise_if_any()
    return Table(name, columns, tuple(rows), header_line, hidden)


def _cells(columns: Sequence[str], cells: Sequence[Any]) -> dict[str, Any]:
    padded = [*cells, *[""] * (len(columns) - len(cells))]
    tidy = (cell.strip() if isinstance(cell, str) else cell for cell in padded)
    return dict(zip(columns, tidy, strict=False))


def _check_widths(
    name: str,
    columns: Sequence[str],
    header_line: int,
    body: Sequence[tuple[int, Sequence[Any]]],
    faults: Faults,
) -> None:
    """Every cell stands below a column; where most rows are wider, the header is none."""
    spills = [
        Place(name, line, len(columns) + 1)
        for line, cells in body
        if any(cell not in ("", None) for cell in cells[len(columns) :])
    ]
    has = f"the header has {len(columns)} {'column' if len(columns) == 1 else 'columns'}"
    if 2 * len(spills) > len(body) > 1:
        what = f"{has}, and most rows are wider"
        remedy = (
            "Begin with the names of the columns, without a title above them, and put a cell that "
            "holds the delimiter in double quotes."
        )
        faults.add("bad-header", Place(name, header_line), what, remedy)
        return
    for where in spills:
        remedy = "Put a text that holds the delimiter in double quotes."
        faults.add("too-many-cells", where, f"a cell too many: {has}", remedy)


def _columns(name: str, line: int, header: Sequence[Any], faults: Faults) -> tuple[str, ...]:
    columns = [str(cell).strip() for cell in header]
    while columns and not columns[-1]:
        columns.pop()
    if len(columns) > MOST_COLUMNS:
        what = f"the header has {len(columns):,} columns"
        raise fault("bad-header", Place(name, line), what, f"At most {MOST_COLUMNS} can be read.")
    seen: set[str] = set()
    for number, column in enumerate(columns, start=1):
        if not column:
            what = "a column without a name"
            faults.add("bad-header", Place(name, line, number), what, "Name each column.")
        elif column in seen:
            what = f"the column {quoted(column)} stands here twice"
            faults.add("bad-header", Place(name, line, number), what, "Name each column once.")
        seen.add(column)
    return tuple(columns)
