# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The user's own weights: one column of a CSV or XLSX that the key of the scenario names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import Any

from allocator.loading.files import Content, fault
from allocator.loading.names import code_of
from allocator.loading.reference import ReferenceTables
from allocator.loading.rows import decimal_cell, shown
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.tables import Row, Table
from models.fault import Faults, nearest, quoted
from models.problem import Cell

CODE_COLUMNS = ("code", "municipality")
# In the Netherlands 1.200 is twelve hundred; in a table it may be one and a fifth.
THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+")


def user_column(
    file: ScenarioFile, tables: ReferenceTables, codes: Collection[str], faults: Faults
) -> tuple[dict[str, Cell], list[Content]]:
    """The weights of the scenario's municipalities, and the file that was read.

    A row of a municipality outside the scenario is left alone, and so is an empty cell.
    """
    key = file.scenario.key
    if key.file is None or key.column is None:
        faults.add(
            "missing-key",
            file.place("key"),
            "the key column needs a file and a column",
            "Write key: {name: column, file: my.csv, column: weight}.",
        )
        return {}, []
    content, table = file.table(key.file, "key", "file", sheet=key.sheet)
    names = column_of_names(table)
    _check_column(file, table, key.column)
    weights = [row.cells[key.column] for row in table.rows]
    if all_thousands(weights):
        _refuse_thousands(table, key.column, faults)
        return {}, [content]
    found: dict[str, Cell] = {}
    for row in table.rows:
        where = row.place(names)
        code = code_of(shown_name(row.cells[names]), tables.territory.places, where, faults)
        if code in found:
            faults.add("named-twice", where, "this municipality stands here twice", "Keep one.")
        elif code in codes and row.cells[key.column] != "":
            found[str(code)] = Cell(_weight(row, key.column, faults), str(row))
    return found, [content]


def shown_name(cell: Any) -> str:
    """A name or code as text; a workbook keeps 363 as 363.0."""
    whole = isinstance(cell, float) and cell.is_integer()
    return str(int(cell)) if whole else str(cell)


def all_thousands(cells: Sequence[Any]) -> bool:
    """Whether every point in a column may part thousands as well as decimals."""
    pointed = [cell for cell in cells if isinstance(cell, str) and "." in cell]
    return bool(pointed) and all(THOUSANDS.fullmatch(cell) for cell in pointed)


def column_of_names(table: Table) -> str:
    """The column in which municipalities are named.

    Raises:
        InputError: if there is none.
    """
    named = [name for name in CODE_COLUMNS if name in table.columns]
    if not named:
        raise fault(
            "missing-column",
            table.place(),
            "no column 'code' or 'municipality'",
            f"Add one; the columns are {', '.join(table.columns)}.",
        )
    return named[0]


def _check_column(file: ScenarioFile, table: Table, column: str) -> None:
    if column not in table.columns:
        raise fault(
            "missing-column",
            file.place("key", "column"),
            f"{table.name} has no column {quoted(column)}{nearest(column, table.columns)}",
            f"It has {', '.join(table.columns)}.",
        )


def _refuse_thousands(table: Table, column: str, faults: Faults) -> None:
    row = next(row for row in table.rows if "." in str(row.cells[column]))
    cell = str(row.cells[column])
    faults.add(
        "ambiguous-number",
        row.place(column),
        f"{column}: {quoted(cell)} can be {cell.replace('.', '')} or {cell}0",
        "Write the one that is meant, so, in every row.",
        "Every point in this column may part thousands as well as decimals.",
    )


def _weight(row: Row, column: str, faults: Faults) -> Fraction:
    cell, where = row.cells[column], row.place(column)
    try:
        value = decimal_cell(cell)
    except ValueError as problem:
        faults.add(
            "not-a-number",
            where,
            f"{column}: {shown(cell)} is {problem}",
            "Write digits, without separators of thousands.",
        )
        return Fraction(0)
    if value < 0:
        faults.add(
            "negative-weight", where, f"the weight {shown(cell)} is below 0", "Correct the cell."
        )
    return value
