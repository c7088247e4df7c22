# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables as CSV: for Dutch spreadsheets, or in machine form.

Dutch is what a spreadsheet in the Netherlands opens right with a double click: a semicolon between
cells, a decimal comma, and a byte order mark, without which Excel takes UTF-8 for Windows-1252 and
spells Súdwest-Fryslân with four strange letters. Headings are those of the report.

English is the machine form of the program's other CSV files: comma, decimal point, exact fractions,
and the keys of the columns as headings, which stay the same when a heading is worded otherwise.

In both, dates are ISO 8601, percentages are parts of one, and there is no row of sums: who adds up
a column of the file would count every place twice.
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import StringIO

from allocator.publishing.document import Cell, Document, Table
from allocator.publishing.forms.plain import plain
from allocator.publishing.forms.tables import MILLION, file_names, headings, in_files, short
from allocator.publishing.languages import Language
from allocator.reporting.delimited import harmless

BYTE_ORDER_MARK = "\ufeff"
# What spreadsheets of East Asia take for the signs that begin a formula.
FULL_WIDTH = ("\uff1d", "\uff0b", "\uff0d", "\uff20")


def as_csv(table: Table, language: Language) -> str:
    """A table as CSV.

    Args:
        table: of which the row of sums is left out.
        language: Dutch for spreadsheets in the Netherlands, English for programs.
    """
    page = StringIO()
    dutch = language.code == "nl"
    writer = csv.writer(page, delimiter=";" if dutch else ",", lineterminator="\n")
    if dutch:
        page.write(BYTE_ORDER_MARK)
    writer.writerow([*map(_text, headings(table) if dutch else [one.key for one in table.columns])])
    for row in table.rows:
        writer.writerow([_dutch(cell) if dutch else _exact(cell) for cell in row])
    return page.getvalue()


def csv_files(document: Document) -> dict[str, str]:
    """The tables of a document as CSV, by the names of their files."""
    names = file_names(in_files(document))
    return {f"{name}.csv": as_csv(table, document.language) for name, table in names.items()}


def _dutch(cell: Cell) -> str:
    if isinstance(cell, int | Fraction):
        return _decimal(Fraction(short(cell))).replace(".", ",")
    return _written(cell)


def _exact(cell: Cell) -> str:
    """A number in full: as a decimal where that is short, else as a fraction."""
    if isinstance(cell, int | Fraction):
        exact = Fraction(cell)
        return _decimal(exact) if (exact * MILLION).denominator == 1 else str(exact)
    return _written(cell)


def _decimal(number: Fraction) -> str:
    """A number of which the decimals end, without an exponent or zeros behind it."""
    if number.denominator == 1:
        return str(number.numerator)
    return f"{Decimal(number.numerator) / Decimal(number.denominator):f}"


def _written(cell: str | date | None) -> str:
    if cell is None:
        return ""
    return _text(cell) if isinstance(cell, str) else cell.isoformat()


def _text(text: str) -> str:
    """A text that no spreadsheet takes for a formula, whatever stands before its first letter."""
    said = plain(text)
    bare = said.lstrip()
    if harmless(bare) != bare or bare.startswith(FULL_WIDTH):
        return f"'{said}"
    return said
