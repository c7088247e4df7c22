# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A matrix of weights with totals for its rows and columns: checked, whole, in sorted order."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from allocator.apportionment.claims import check_weight, check_whole, listed
from allocator.apportionment.errors import ApportionmentError, CannotApportion
from allocator.apportionment.given import by_name, by_row
from allocator.apportionment.paths import find_path


@dataclass(frozen=True, slots=True)
class Matrix:
    """Weights and totals, rows and columns in sorted order so that theirs in the input is nothing.

    Attributes:
        rows: names of the rows.
        columns: names of the columns.
        weights: `weights[i][j]`, the weights times `scale`, all whole.
        scale: the common denominator of the weights.
        row_totals: places per row.
        column_totals: places per column.
    """

    rows: list[str]
    columns: list[str]
    weights: list[list[int]]
    scale: int
    row_totals: list[int]
    column_totals: list[int]


def read_matrix(
    matrix: Mapping[str, Mapping[str, int | Fraction]],
    row_totals: Mapping[str, int],
    column_totals: Mapping[str, int],
) -> Matrix:
    """Check every argument of `apportion_two_way` and bring them in one form.

    Raises:
        ApportionmentError: an argument is wrong.
        CannotApportion: no matrix of places has these totals.
    """
    matrix = by_row("matrix", matrix)
    row_totals = by_name("row_totals", row_totals)
    column_totals = by_name("column_totals", column_totals)
    for what, totals in (("row", row_totals), ("column", column_totals)):
        for name, count in totals.items():
            check_whole(f"the total of {what} {name!r}", count)
    for row, weights in matrix.items():
        _check_named("row", row, row_totals)
        for column, weight in weights.items():
            _check_named("column", column, column_totals)
            check_weight(f"the weight of row {row!r}, column {column!r}", weight)
    rows, columns = sorted(row_totals), sorted(column_totals)
    exact = [[Fraction(matrix.get(i, {}).get(j, 0)) for j in columns] for i in rows]
    scale = lcm(*(weight.denominator for line in exact for weight in line))
    checked = Matrix(
        rows=rows,
        columns=columns,
        weights=[[int(weight * scale) for weight in line] for line in exact],
        scale=scale,
        row_totals=[row_totals[i] for i in rows],
        column_totals=[column_totals[j] for j in columns],
    )
    _check_existence(checked)
    return checked


def _check_named(what: str, name: str, totals: Mapping[str, int]) -> None:
    if name not in totals:
        raise ApportionmentError(
            f"{what} {name!r} has weights but no total; add its total, 0 if it gets no places"
        )


def _check_existence(matrix: Matrix) -> None:
    """Refuse totals that no matrix of places has, by a greatest flow from the rows to the columns.

    Such a matrix exists if and only if the totals agree and no set of rows needs more than the
    columns with weight for them hold (Hall; Balinski and Demange 1989).
    """
    needed, available = sum(matrix.row_totals), sum(matrix.column_totals)
    if needed != available:
        raise CannotApportion(
            f"the rows need {needed} places, the columns hold {available}; the totals have to be "
            "the same, so correct one of them",
            needed=needed,
            available=available,
        )
    stuck, reached = _unmet(matrix)
    if not stuck:
        return
    rows = tuple(matrix.rows[i] for i in sorted(stuck))
    columns = tuple(matrix.columns[j] for j in sorted(reached))
    needed = sum(matrix.row_totals[i] for i in stuck)
    available = sum(matrix.column_totals[j] for j in reached)
    hold = f"the only columns with weight for them, {listed(columns)}, hold {available}"
    raise CannotApportion(
        f"rows {listed(rows)} need {needed} places, but "
        f"{hold if columns else 'no column has weight for them'}; {needed - available} cannot be "
        "placed; give them weight elsewhere or change the totals",
        needed=needed,
        available=available,
        rows=rows,
        columns=columns,
    )


def _unmet(matrix: Matrix) -> tuple[set[int], set[int]]:
    """Return the rows that need too much and all columns with weight for them; empty if none do."""
    left, room = matrix.row_totals.copy(), matrix.column_totals.copy()
    flow = [[0] * len(room) for _ in left]
    to_columns = [{j for j, weight in enumerate(line) if weight} for line in matrix.weights]
    back_to_rows: list[set[int]] = [set() for _ in room]

    def send(row: int, column: int, places: int) -> None:
        flow[row][column] += places
        (back_to_rows[column].add if flow[row][column] else back_to_rows[column].discard)(row)

    for i, columns in enumerate(to_columns):
        for j in sorted(columns):
            places = min(left[i], room[j])
            if places:
                send(i, j, places)
                left[i] -= places
                room[j] -= places

    stuck: set[int] = set()
    reached: set[int] = set()
    for i in range(len(left)):
        while left[i]:
            open_columns = {j for j, places in enumerate(room) if places}
            search = find_path(i, open_columns, to_columns, back_to_rows)
            if not search.path:
                stuck |= search.rows
                reached |= search.columns
                break
            path = search.path
            given = list(zip(path[2::2], path[1:-1:2], strict=True))
            places = min(left[i], room[path[-1]], *(flow[row][column] for row, column in given))
            for row, column in zip(path[::2], path[1::2], strict=True):
                send(row, column, places)
            for row, column in given:
                send(row, column, -places)
            left[i] -= places
            room[path[-1]] -= places
    return stuck, reached
