# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Formulas of a sheet, only where what they give is the number that was computed.

A spreadsheet calculates in binary fractions, so a formula is written only over whole numbers: then
sums and differences are exact, and a quotient is what the spreadsheet itself would make of it.
"""

from __future__ import annotations

import re
from fractions import Fraction

from allocator.publishing.document import Cell, Table

KEY = re.compile(r"\{(\w+)\}")
# All that formulas of columns may hold beside keys: contents write them, never an input file.
LAWFUL = re.compile(r"(?:\{\w+\}|MAX|MIN|ABS|[0-9]+|[-+*/(),. ])+")


def row_formula(table: Table, row: tuple[Cell, ...], number: int, at: int) -> str:
    """The formula of a cell; empty where it has none, or where a cell that it needs is no number.

    Args:
        table: the table.
        row: of the cell.
        number: of its column, from 0.
        at: the row of the sheet, from 0.

    Raises:
        ValueError: if the formula of the column names no column, or holds anything else.
    """
    formula = table.columns[number].formula
    if not formula or not _is_number(row[number]):
        return ""
    if not LAWFUL.fullmatch(formula):
        message = f"not a formula of columns: {formula!r}"
        raise ValueError(message)
    places = {column.key: place for place, column in enumerate(table.columns)}
    needed = [places[key] for key in KEY.findall(formula)]
    if not all(_is_whole(row[place]) for place in needed):
        return ""
    return "=" + KEY.sub(lambda found: cell_name(places[found[1]], at), formula)


def sum_formula(table: Table, number: int, first: int) -> str:
    """The sum below a column; empty where the total is not just the sum of its whole numbers.

    A filter hides rows and changes nothing of it: it stays the total of the whole table.

    Args:
        table: the table.
        number: of the column, from 0.
        first: the row of the sheet with the first row of the table, from 0.
    """
    total = table.total[number] if table.total else None
    cells = [row[number] for row in table.rows]
    numbers = [cell for cell in cells if isinstance(cell, int | Fraction)]
    if not numbers or not _is_whole(total) or not all(_is_whole(cell) for cell in numbers):
        return ""
    if sum(numbers) != total:
        return ""
    last = first + len(table.rows) - 1
    return f"=SUM({cell_name(number, first)}:{cell_name(number, last)})"


def cell_name(column: int, row: int) -> str:
    """The name of a cell, both counted from 0: A1."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | Fraction) and not isinstance(cell, bool)


def _is_whole(cell: Cell) -> bool:
    return isinstance(cell, int | Fraction) and Fraction(cell).denominator == 1
