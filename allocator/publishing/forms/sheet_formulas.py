# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Formulas of a sheet, only where what they give is the number that was computed.

A spreadsheet calculates in binary fractions, so a formula is written only over whole numbers: then
sums and differences are exact, and a quotient is what the spreadsheet itself would make of it.
Whether it gives the number of the cell is worked out for every cell: a rule of thumb that holds in
most scenarios (the rest is the task less what counts) may not hold in the next one, and a report
must not show another number when a spreadsheet calculates it again.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from fractions import Fraction

from allocator.publishing.document import Cell, Table

KEY = re.compile(r"\{(\w+)\}")
# All that formulas of columns may hold beside keys: contents write them, never an input file.
LAWFUL = re.compile(r"(?:\{\w+\}|MAX|MIN|ABS|[0-9]+|[-+*/(), ])+")
FUNCTIONS: Mapping[str, Callable[..., Fraction]] = {"MAX": max, "MIN": min, "ABS": abs}
OPERATIONS: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def row_formula(table: Table, row: tuple[Cell, ...], number: int, at: int) -> str:
    """The formula of a cell; empty where it has none, or would not give the number of the cell.

    Args:
        table: the table.
        row: of the cell.
        number: of its column, from 0.
        at: the row of the sheet, from 0.

    Raises:
        ValueError: if the formula of the column names no column, or holds anything else.
    """
    formula = table.columns[number].formula
    cell = row[number]
    if not formula or not isinstance(cell, int | Fraction):
        return ""
    if not LAWFUL.fullmatch(formula):
        message = f"not a formula of columns: {formula!r}"
        raise ValueError(message)
    places = {column.key: place for place, column in enumerate(table.columns)}
    needed = {key: row[places[key]] for key in KEY.findall(formula)}
    values = {key: Fraction(one) for key, one in needed.items() if isinstance(one, int | Fraction)}
    if len(values) < len(needed) or any(one.denominator > 1 for one in values.values()):
        return ""
    if _outcome(formula, values) != cell:
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


def _outcome(formula: str, values: Mapping[str, Fraction]) -> Fraction | None:
    """What a formula of columns gives; None where that is an error, such as a division by zero."""
    keys = list(values)
    plain = KEY.sub(lambda found: f"_{keys.index(found[1])}", formula)
    cells = {f"_{number}": values[key] for number, key in enumerate(keys)}
    try:
        return _value(ast.parse(plain.strip(), mode="eval").body, cells)
    except ZeroDivisionError:
        return None


def _value(node: ast.expr, cells: Mapping[str, Fraction]) -> Fraction:
    if isinstance(node, ast.Name):
        return cells[node.id]
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return Fraction(node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, cells)
    if isinstance(node, ast.BinOp):
        return OPERATIONS[type(node.op)](_value(node.left, cells), _value(node.right, cells))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return FUNCTIONS[node.func.id](*(_value(one, cells) for one in node.args))
    message = f"not a formula of columns: {ast.unparse(node)}"
    raise ValueError(message)


def _is_whole(cell: Cell) -> bool:
    return isinstance(cell, int | Fraction) and Fraction(cell).denominator == 1
