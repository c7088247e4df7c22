# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Paths that alternate between the rows and the columns of a matrix."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Search:
    """What a search has found.

    Attributes:
        path: row, column, row, ..., column; empty if no goal can be reached.
        rows: the rows reached.
        columns: the columns reached.
    """

    path: list[int]
    rows: set[int]
    columns: set[int]


def find_path(
    start: int,
    goals: AbstractSet[int],
    to_columns: Sequence[AbstractSet[int]],
    to_rows: Sequence[AbstractSet[int]],
) -> Search:
    """Find a shortest path from a row to one of the goal columns, breadth first.

    Args:
        start: the row to start from.
        goals: the columns to end at.
        to_columns: for each row the columns that can be reached from it.
        to_rows: for each column the rows that can be reached from it.
    """
    from_row: dict[int, int] = {}
    from_column: dict[int, int] = {start: -1}
    queue = [start]
    for row in queue:
        for column in to_columns[row] - from_row.keys():
            from_row[column] = row
            if column in goals:
                return Search(_trace(column, from_row, from_column), set(), set())
            for other in to_rows[column] - from_column.keys():
                from_column[other] = column
                queue.append(other)
    return Search([], set(from_column), set(from_row))


def _trace(column: int, from_row: dict[int, int], from_column: dict[int, int]) -> list[int]:
    path: list[int] = []
    while column >= 0:
        row = from_row[column]
        path += (column, row)
        column = from_column[row]
    return path[::-1]
