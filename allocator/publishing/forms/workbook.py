# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A document as an XLSX workbook: what it says on the first sheet, each table on one of its own.

Cells are written as what they are, never guessed: a text is a text, whatever it begins with.
Formulas stand only where their outcome is the number that was computed (see `sheet_formulas`), and
that number is stored beside them, for readers that do not calculate.

Number formats are those of the reader, not of the file: `#,##0` shows 6.325 in a Dutch Excel and
6,325 in an English one. The code of a locale before it (`[$-413]` is Dutch) changes the names of
months in Excel, and in LibreOffice the separators too. So a Dutch workbook shows Dutch months
everywhere, and Dutch separators wherever the reader's own settings do not decide otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from io import BytesIO
from typing import Any

from allocator.publishing.document import Cell, Column, Document, Table
from allocator.publishing.forms.sheet_formulas import row_formula, sum_formula
from allocator.publishing.forms.sheet_names import sheet_names
from allocator.publishing.forms.sheet_text import HEADING, Pages
from allocator.publishing.forms.tables import distinct, plain, short

# What a cell can hold, by the specification of Excel, in units of UTF-16.
MOST_LETTERS = 32_767
CUT = " [...]"
MOST_DIGITS = 15
FIRST_YEAR = 1900
# A header may have 255 characters, its codes and doubled ampersands included.
MOST_HEADER = 100
LANDSCAPE_A4 = 9
NARROWEST, WIDEST, ARROW = 8, 48, 3
TABLE_HEADING = 2
LOCALES = {"nl": "[$-413]", "en": "[$-809]"}
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def as_workbook(document: Document) -> bytes:
    """A document as a workbook that can be read, filtered, checked and printed on its own.

    Returns:
        The XLSX file; the same document gives the same bytes.
    """
    from xlsxwriter import Workbook

    page = BytesIO()
    book = Workbook(page, OPTIONS)
    _describe(book, document)
    say = document.language.say
    tables = distinct(document)
    names = sheet_names([say("Overview"), say("Details"), *(table.name for table in tables)])
    pages = Pages(document, dict(zip(tables, names[2:], strict=True)), names[0], names[1])
    formats = Formats(book, LOCALES[document.language.code])
    _text_sheet(book, formats, document, pages)
    details = _details_sheet(book, formats, document, pages)
    for table, name in pages.sheets.items():
        _Sheet(book, formats, document, name, details).write(table, names[0])
    book.close()
    return page.getvalue()


def _describe(book: Any, document: Document) -> None:
    """Properties without a name of a person; the day is that of the document, not of now."""
    day = document.made_on
    book.set_properties(
        {
            "title": plain(document.title),
            "subject": plain(document.subtitle),
            "comments": f"{plain(document.made_by)}; sha256 {plain(document.identifier)}",
            "created": datetime(day.year, day.month, day.day),  # noqa: DTZ001 - a day, no moment
        }
    )


@dataclass
class Formats:
    """The formats of a workbook, each made when it is first asked for.

    Attributes:
        book: that they are of.
        locale: the code before formats of numbers and dates.
    """

    book: Any
    locale: str
    _made: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def of(self, **properties: Any) -> Any:
        """The format with these properties; texts and numbers begin at the top of their cell."""
        key = tuple(sorted({"valign": "top", **properties}.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format(dict(key))
        return self._made[key]

    def number(self, cell: int | Fraction, column: Column, **properties: Any) -> Any:
        """The format of a number: whole, with three decimals, or of a percentage."""
        if column.kind == "percent":
            shown = "0.0 %"
        else:
            shown = "#,##0" if Fraction(cell).denominator == 1 else "#,##0.000"
        return self.of(num_format=f"{self.locale}{shown}", **properties)

    def day(self, **properties: Any) -> Any:
        """The format of a date, with its month in words: 1-2 is no day that all read alike."""
        shown = f"{self.locale}d mmmm yyyy"
        return self.of(num_format=shown, align="left", indent=1, **properties)


def _set_up(sheet: Any, document: Document, name: str) -> None:
    """How a sheet prints: A4, as wide as the paper, with title, sheet and page on each."""
    sheet.set_landscape()
    sheet.set_paper(LANDSCAPE_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.8)
    sheet.hide_gridlines(1)
    sheet.set_header(f"&L{_in_header(document.title)}", {"margin": 0.4})
    page = document.language.say("page {number} of {pages}", number="&P", pages="&N")
    sheet.set_footer(f"&L{_in_header(name)}&R{page}", {"margin": 0.4})


def _in_header(text: str) -> str:
    """A text in which no ampersand is the code of a page number, a picture or a font."""
    return plain(text)[:MOST_HEADER].replace("&", "&&")


def _text_sheet(book: Any, formats: Formats, document: Document, pages: Pages) -> None:
    sheet = book.add_worksheet(pages.overview)
    _set_up(sheet, document, pages.overview)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 110)
    for row, line in enumerate(pages.lines()):
        size = {"font_size": line.size} if line.size else {}
        wrap = {} if line.style == HEADING else {"text_wrap": True}
        bold = {"bold": True} if line.style else {}
        _text(sheet, row, 0, line.label, formats.of(bold=True, **wrap, **size))
        if line.link:
            target = f"internal:'{line.link}'!A1"
            link = formats.of(font_color="#0000EE", underline=1, text_wrap=True)
            sheet.write_url(row, 1, target, link, _fitting(line.text))
        else:
            _text(sheet, row, 1, line.text, formats.of(text_wrap=True, **bold))


def _details_sheet(
    book: Any, formats: Formats, document: Document, pages: Pages
) -> Mapping[str, str]:
    """What other forms show on demand, as a table; where each anchor is in it."""
    rows = list(pages.details())
    if not rows:
        return {}
    say = document.language.say
    columns = [
        Column("about", say("About")),
        Column("says", say("Text")),
        Column("arithmetic", say("Arithmetic")),
        Column("rests_on", say("Rests on")),
    ]
    table = Table(
        name=pages.extra,
        caption=say("Details: how the numbers come about"),
        columns=tuple(columns),
        rows=tuple((row.about, row.says, row.arithmetic, row.rests_on) for row in rows),
    )
    _Sheet(book, formats, document, pages.extra, {}).write(table, pages.overview)
    places: dict[str, str] = {}
    for number, row in enumerate(rows, start=TABLE_HEADING + 1):
        if row.anchor:
            places.setdefault(row.anchor, f"internal:'{pages.extra}'!A{number}")
    return places


@dataclass
class _Sheet:
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
        sheet = self.book.add_worksheet(self.name)
        _set_up(sheet, self.document, self.name)
        _text(sheet, 0, 0, table.caption, self.formats.of(bold=True, font_size=13))
        self._headings(sheet, table)
        for number, row in enumerate(table.rows):
            self._row(sheet, table, TABLE_HEADING + number, row)
        last = TABLE_HEADING + len(table.rows)
        if table.rows:
            sheet.autofilter(TABLE_HEADING - 1, 0, last - 1, len(table.columns) - 1)
        if table.total is not None:
            self._total(sheet, table, last)
            last += 1
        sheet.freeze_panes(TABLE_HEADING, 1)
        sheet.repeat_rows(0, TABLE_HEADING - 1)
        self._foot(sheet, table, last + 1, overview)
        self._links(sheet, table)

    def _headings(self, sheet: Any, table: Table) -> None:
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
            _text(sheet, TABLE_HEADING - 1, number, column.heading, heading)
            sheet.set_column(number, number, self._width(table, number))

    def _width(self, table: Table, number: int) -> int:
        """Wide enough for the longest word of the heading and for most cells; others wrap."""
        column = table.columns[number]
        rows = (*table.rows, table.total) if table.total else table.rows
        words = [len(word) + ARROW for word in plain(column.heading).split()]
        cells = [len(self._shown(row[number], column)) + 2 for row in rows]
        return min(WIDEST, max(NARROWEST, *words, *cells))

    def _shown(self, cell: Cell, column: Column) -> str:
        if cell is None or isinstance(cell, str):
            return cell or ""
        if isinstance(cell, date):
            return self.document.language.date(cell)
        if column.kind == "percent":
            return self.document.language.percent(Fraction(cell))
        return self.document.language.number(cell)

    def _row(self, sheet: Any, table: Table, at: int, row: tuple[Cell, ...]) -> None:
        for number, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            self._cell(sheet, at, number, cell, column, row_formula(table, row, number, at))

    def _total(self, sheet: Any, table: Table, at: int) -> None:
        assert table.total is not None
        for number, (cell, column) in enumerate(zip(table.total, table.columns, strict=True)):
            formula = sum_formula(table, number, TABLE_HEADING)
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
                _text(sheet, row, number, str(cell), self.formats.of(align="right", **look))
            elif formula:
                sheet.write_formula(row, number, formula, style, _in_full(cell))
            else:
                sheet.write_number(row, number, _float(cell), style)
        elif isinstance(cell, date) and cell.year >= FIRST_YEAR:
            sheet.write_datetime(row, number, cell, self.formats.day(**look))
        else:
            said = "" if cell is None else str(cell)
            beside = {"indent": 1} if number else {}
            _text(sheet, row, number, said, self.formats.of(text_wrap=True, **beside, **look))

    def _foot(self, sheet: Any, table: Table, at: int, overview: str) -> None:
        for note in table.notes:
            _text(sheet, at, 0, note, self.formats.of())
            at += 1
        link = self.formats.of(font_color="#0000EE", underline=1)
        back = self.document.language.say("To the overview")
        sheet.write_url(at, 0, f"internal:'{overview}'!A1", link, back)

    def _links(self, sheet: Any, table: Table) -> None:
        """The name of a row leads to what is said of it."""
        link = self.formats.of(font_color="#0000EE", underline=1, text_wrap=True)
        for number, (anchor, row) in enumerate(zip(table.anchors, table.rows, strict=False)):
            if anchor in self.links and isinstance(row[0], str) and row[0]:
                target = self.links[anchor]
                sheet.write_url(TABLE_HEADING + number, 0, target, link, _fitting(row[0]))


def _float(cell: int | Fraction) -> int | float:
    number = short(cell)
    return number if isinstance(number, int) else float(number)


def _in_full(cell: int | Fraction) -> int | float:
    """What a spreadsheet makes of a quotient of whole numbers, when it calculates it again."""
    return int(cell) if Fraction(cell).denominator == 1 else float(cell)


def _text(sheet: Any, row: int, column: int, text: str, style: Any) -> None:
    """A text as a text; an empty one as an empty cell of that look."""
    if text:
        sheet.write_string(row, column, _fitting(text), style)
    else:
        sheet.write_blank(row, column, None, style)


def _fitting(text: str) -> str:
    """A text without control characters, cut with a mark where a cell cannot hold it."""
    said = plain(text)
    if len(said.encode("utf-16-le")) <= 2 * MOST_LETTERS:
        return said
    kept = 2 * (MOST_LETTERS - len(CUT))
    return said.encode("utf-16-le")[:kept].decode("utf-16-le", "ignore") + CUT
