# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A table on a sheet of its own, and how a sheet is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from textwrap import wrap
from typing import Any

from allocator.publishing.document import Cell, Column, Document, Table
from allocator.publishing.forms.plain import cell_text, plain
from allocator.publishing.forms.sheet_cells import LINK, Formats, fitting, make_room, write_text
from allocator.publishing.forms.sheet_formulas import row_formula, sum_formula
from allocator.publishing.forms.tables import short

# A spreadsheet has binary fractions of 53 bits: longer whole numbers would be rounded.
MOST_DIGITS = 15
FIRST_YEAR = 1900
# A header may have 255 characters, its codes and doubled ampersands included.
MOST_HEADER = 100
A4 = 9
NARROWEST, WIDEST, ARROW = 8, 48, 3
NARROWEST_NOTE = 60
FIRST_ROW = 2
"""Of the cells of a table, from 0: above it stand its caption and its headings."""


def set_up(sheet: Any, document: Document, name: str) -> None:
    """How a sheet prints: A4, as wide as the paper, with title, sheet and page on each."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.8)
    sheet.hide_gridlines(1)
    sheet.set_header(f"&L{_in_header(document.title)}", {"margin": 0.4})
    page = document.language.say("page {number} of {pages}", number="&P", pages="&N")
    sheet.set_footer(f"&L{_in_header(name)}&R{page}", {"margin": 0.4})


def _in_header(text: str) -> str:
    """A text in which no ampersand is the code of a page number, a picture or a font."""
    return plain(text)[:MOST_HEADER].replace("&", "&&")


@dataclass
class TableSheet:
    """One table on its sheet: caption, headings, rows, sums, notes; no merged cells.

    Attributes:
        book: the workbook.
        formats: of it.
        document: that it is made of.
        name: of the sheet.
        links: where the anchors of rows lead to.
    """

    book: Any
    formats: Formats
    document: Document
    name: str
    links: Mapping[str, str]

    def write(self, table: Table, overview: str) -> None:
        """Write a table; under it a way back to the sheet with the overview."""
        sheet = self.book.add_worksheet(self.name)
        set_up(sheet, self.document, self.name)
        write_text(sheet, 0, 0, table.caption, self.formats.of(bold=True, font_size=13))
        widths = [self._width(table, number) for number in range(len(table.columns))]
        self._headings(sheet, table, widths)
        for at, row in enumerate(table.rows, start=FIRST_ROW):
            self._row(sheet, table, at, row)
            texts = [cell if isinstance(cell, str) else "" for cell in row]
            make_room(sheet, at, *zip(texts, widths, strict=True))
        last = FIRST_ROW + len(table.rows)
        if table.rows:
            sheet.autofilter(FIRST_ROW - 1, 0, last - 1, len(table.columns) - 1)
        if table.total is not None:
            self._total(sheet, table, last)
            last += 1
        sheet.freeze_panes(FIRST_ROW, 1)
        sheet.repeat_rows(0, FIRST_ROW - 1)
        lines = [line for note in table.notes for line in _broken(note, sum(widths))]
        self._foot(sheet, lines, last + 1, overview)
        self._links(sheet, table)

    def _headings(self, sheet: Any, table: Table, widths: Sequence[int]) -> None:
        cells = zip((column.heading for column in table.columns), widths, strict=True)
        make_room(sheet, FIRST_ROW - 1, *((text, width - ARROW) for text, width in cells))
        for number, column in enumerate(table.columns):
            side = "left" if column.kind in ("text", "date") else "right"
            heading = self.formats.of(
                bold=True,
                text_wrap=True,
                align=side,
                indent=int(side == "left" and number > 0),
                valign="bottom",
                bg_color="#E6E6E6",
                bottom=1,
            )
            write_text(sheet, FIRST_ROW - 1, number, column.heading, heading)
            sheet.set_column(number, number, widths[number])

    def _width(self, table: Table, number: int) -> int:
        """Wide enough for the longest word of the heading and for most cells; others wrap."""
        column = table.columns[number]
        rows = (*table.rows, table.total) if table.total else table.rows
        words = [len(word) + ARROW for word in plain(column.heading).split()]
        cells = [len(cell_text(row[number], column, self.document.language)) + 2 for row in rows]
        return min(WIDEST, max(NARROWEST, *words, *cells))

    def _row(self, sheet: Any, table: Table, at: int, row: tuple[Cell, ...]) -> None:
        for number, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            self._cell(sheet, at, number, cell, column, row_formula(table, row, number, at))

    def _total(self, sheet: Any, table: Table, at: int) -> None:
        assert table.total is not None
        for number, (cell, column) in enumerate(zip(table.total, table.columns, strict=True)):
            formula = sum_formula(table, number, FIRST_ROW)
            self._cell(sheet, at, number, cell, column, formula, bold=True, top=1)

    def _cell(
        self,
        sheet: Any,
        row: int,
        number: int,
        cell: Cell,
        column: Column,
        formula: str,
        **look: Any,
    ) -> None:
        if isinstance(cell, int | Fraction):
            style = self.formats.number(cell, column, **look)
            if len(str(abs(int(cell)))) > MOST_DIGITS:
                write_text(sheet, row, number, str(cell), self.formats.of(align="right", **look))
            elif formula:
                sheet.write_formula(row, number, formula, style, _in_full(cell))
            else:
                sheet.write_number(row, number, _float(cell), style)
        elif isinstance(cell, date) and cell.year >= FIRST_YEAR:
            sheet.write_datetime(row, number, cell, self.formats.day(**look))
        else:
            said = "" if cell is None else str(cell)
            side = {"align": "left", "indent": 1} if number else {}
            if column.kind in ("number", "percent"):
                side = {"align": "right"}
            write_text(sheet, row, number, said, self.formats.of(text_wrap=True, **side, **look))

    def _foot(self, sheet: Any, lines: Sequence[str], at: int, overview: str) -> None:
        for line in lines:
            write_text(sheet, at, 0, line, self.formats.of())
            at += 1
        link = self.formats.of(**LINK)
        back = self.document.language.say("To the overview")
        sheet.write_url(at, 0, f"internal:'{overview}'!A1", link, back)

    def _links(self, sheet: Any, table: Table) -> None:
        """The name of a row leads to what is said of it."""
        link = self.formats.of(text_wrap=True, **LINK)
        for number, (anchor, row) in enumerate(zip(table.anchors, table.rows, strict=False)):
            if anchor in self.links and isinstance(row[0], str) and row[0]:
                target = self.links[anchor]
                sheet.write_url(FIRST_ROW + number, 0, target, link, fitting(row[0]))


def _broken(note: str, width: int) -> list[str]:
    """A note in lines no wider than the table, which would print smaller beside a long one."""
    return wrap(plain(note), max(NARROWEST_NOTE, width))


def _float(cell: int | Fraction) -> int | float:
    number = short(cell)
    return number if isinstance(number, int) else float(number)


def _in_full(cell: int | Fraction) -> int | float:
    """What a spreadsheet makes of a quotient of whole numbers, when it calculates it again."""
    return int(cell) if Fraction(cell).denominator == 1 else float(cell)
