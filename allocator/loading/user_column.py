# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The user's own weights: one column of a CSV or XLSX that the key of the scenario names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import Any

from allocator.loading.by_municipality import Adding, by_municipality
from allocator.loading.files import Content, fault
from allocator.loading.reference import ReferenceTables
from allocator.loading.rows import decimal_cell
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.tables import Row, Table
from models.fault import Faults, nearest, quoted
from models.problem import Cell, Part
from models.record import Refusal

# In the Netherlands 1.200 is twelve hundred; in a table it may be one and a fifth.
THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+")


def user_column(
    file: ScenarioFile, tables: ReferenceTables, codes: Collection[str], faults: Faults
) -> tuple[dict[str, Cell], list[Content]]:
    """The weights of the scenario's municipalities, and the file that was read.

    What is wrong with a row of a municipality outside the scenario is left alone.
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
    _check_column(file, table, key.column)
    column = key.column
    weights = [row.cells[column] for row in table.rows]
    if all_thousands(weights):
        _refuse_thousands(table, column, faults)
        return {}, [content]
    adding = Adding(
        added_up if key.adds_up else None,
        "Give the weight of what is there today; or, where the weights are counts such as people, "
        "write key.adds_up: true.",
    )
    read = by_municipality(
        table, column, tables.territory, codes, faults, lambda row: _weight(row, column), adding
    )
    return read, [content]


def added_up(parts: Sequence[tuple[str, Cell]]) -> Cell:
    """The figure of a municipality by those of the ones that merged, each with its name."""
    return Cell(
        value=sum((cell.value for _, cell in parts), Fraction(0)),
        row=" + ".join(cell.row for _, cell in parts),
        parts=tuple(Part(name, cell.value, cell.row) for name, cell in parts),
    )


def all_thousands(cells: Sequence[Any]) -> bool:
    """Whether every point in a column may part thousands as well as decimals."""
    pointed = [cell for cell in cells if isinstance(cell, str) and "." in cell]
    return bool(pointed) and all(THOUSANDS.fullmatch(cell) for cell in pointed)


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


def _weight(row: Row, column: str) -> Cell:
    value = decimal_cell(row.cells[column])
    if value < 0:
        raise Refusal("negative-weight", "below 0", "Correct the cell.")
    return Cell(value, str(row))
