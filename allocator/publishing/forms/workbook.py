# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A document as an XLSX workbook: what it says on the first sheet, each table on one of its own.

Cells are written as what they are, never guessed: a text is a text, whatever it begins with.
Formulas stand only where their outcome is the number that was computed (see `sheet_formulas`), and
that number is stored beside them, for readers that do not calculate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from allocator.publishing.document import Column, Document, Table
from allocator.publishing.forms.plain import made_by, short_text
from allocator.publishing.forms.sheet_cells import (
    LINK,
    LOCALES,
    Formats,
    fitting,
    make_room,
    write_text,
)
from allocator.publishing.forms.sheet_names import sheet_names
from allocator.publishing.forms.sheet_tables import FIRST_ROW, TableSheet, set_up
from allocator.publishing.forms.sheet_text import ATTENTION, HEADING, STRONG, Detail, Pages
from allocator.publishing.forms.tables import distinct

LABELS, TEXTS = 40, 100
LONGEST_SEAL = 64
# The heading of what asks for attention says so in words; its colour only repeats it.
LOOKS: Mapping[str, dict[str, Any]] = {STRONG: {"bold": True}, ATTENTION: {"bg_color": "#FFF2CC"}}
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
    details = list(pages.details())
    links = _places(details, pages.extra)
    _overview(book, formats, document, pages)
    for table, name in pages.sheets.items():
        TableSheet(book, formats, document, name, links).write(table, pages.overview)
    if details:
        table = _table_of(details, document, pages.extra)
        TableSheet(book, formats, document, pages.extra, {}).write(table, pages.overview)
    book.close()
    return page.getvalue()


def _describe(book: Any, document: Document) -> None:
    """Properties without a name of a person; the day is that of the document, not of now."""
    day, seal = document.made_on, short_text(document.identifier, LONGEST_SEAL)
    book.set_properties(
        {
            "title": short_text(document.title),
            "subject": short_text(document.subtitle),
            "comments": f"{made_by(document)}; sha256 {seal}",
            "created": datetime(day.year, day.month, day.day),  # noqa: DTZ001 - a day, no moment
        }
    )


def _overview(book: Any, formats: Formats, document: Document, pages: Pages) -> None:
    sheet = book.add_worksheet(pages.overview)
    set_up(sheet, document, pages.overview)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, LABELS)
    sheet.set_column(1, 1, TEXTS)
    for row, line in enumerate(pages.lines()):
        size = {"font_size": line.size} if line.size else {}
        flow = {} if line.style == HEADING else {"text_wrap": True}
        look = LOOKS.get(line.style, {})
        write_text(sheet, row, 0, line.label, formats.of(**{**look, "bold": True}, **flow, **size))
        if line.style == HEADING and line.size:
            sheet.set_row(row, line.size * 3 // 2)
        elif line.style != HEADING:
            make_room(sheet, row, (line.label, LABELS), (line.text, TEXTS))
        if line.link:
            target = f"internal:'{line.link}'!A1"
            link = formats.of(text_wrap=True, **LINK)
            sheet.write_url(row, 1, target, link, fitting(line.text))
        else:
            write_text(sheet, row, 1, line.text, formats.of(text_wrap=True, **look))


def _places(details: Sequence[Detail], sheet: str) -> dict[str, str]:
    """Where each anchor leads to: the first line about it."""
    places: dict[str, str] = {}
    for number, detail in enumerate(details, start=FIRST_ROW + 1):
        if detail.anchor:
            places.setdefault(detail.anchor, f"internal:'{sheet}'!A{number}")
    return places


def _table_of(details: Sequence[Detail], document: Document, name: str) -> Table:
    """What other forms show on demand, as a table that can be filtered."""
    say = document.language.say
    return Table(
        name=name,
        caption=say("Details: how the numbers come about"),
        columns=(
            Column("about", say("About")),
            Column("says", say("Text")),
            Column("arithmetic", say("Arithmetic")),
            Column("rests_on", say("Rests on")),
        ),
        rows=tuple((one.about, one.says, one.arithmetic, one.rests_on) for one in details),
    )
