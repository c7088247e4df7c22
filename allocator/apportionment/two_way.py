# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dividing places over the cells of a matrix with fixed row and column totals, exactly."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from allocator.apportionment.claims import read_lots
from allocator.apportionment.given import by_name
from allocator.apportionment.matrix import Matrix, read_matrix
from allocator.apportionment.result import CellTie, TwoWayApportionment
from allocator.apportionment.scaling import scale_alternately
from allocator.apportionment.shorten import Line, fit_columns, shorten
from allocator.apportionment.signposts import Cells, on_signposts
from allocator.apportionment.transfer import transfer
from allocator.apportionment.two_way_ties import draw_lots


def apportion_two_way(
    matrix: Mapping[str, Mapping[str, int | Fraction]],
    row_totals: Mapping[str, int],
    column_totals: Mapping[str, int],
    lots: Sequence[tuple[str, str]] | None = None,
) -> TwoWayApportionment:
    """Divide places over cells by biproportional Sainte-Lague.

    Every cell gets `weight / (row divisor x column divisor)`, rounded to the nearest whole number,
    with divisors such that all rows and columns have their totals. Scaling brings the totals near;
    then single places are transferred along the path that strains the proportions least, which
    keeps every cell rounded right, until all totals are met. The places are unique up to ties. Of
    tied cells, the first in lot order has a place if any valid outcome gives it one, and so on down
    the order.

    Args:
        matrix: weight per row and column, zero or more, exact; an absent cell has weight 0, and
            gets no places. A DataFrame is read by its index: rows are rows.
        row_totals: places per row.
        column_totals: places per column; both sum to the same number.
        lots: cells (row, column) in lot order; those not named follow in sorted order.

    Returns:
        The places with divisors and ties. They depend on the arguments only, not on their order.

    Raises:
        ApportionmentError: an argument is wrong.
        CannotApportion: nothing meets all totals; it names the rows and the columns.

    Source: M.L. Balinski and G. Demange, "Algorithms for proportional matrices in reals and
    integers", Mathematical Programming 45 (1989); F. Pukelsheim, "Proportional Representation"
    (2017), chapters 14 and 15.
    """
    problem = read_matrix(matrix, row_totals, column_totals)
    cells = {(row, column): None for row in problem.rows for column in problem.columns}
    order = read_lots(lots, cells)
    seats, column_divisors, steps = _solve(problem)
    divisors = shorten(problem.weights, seats, column_divisors)
    rows = [divisors["row", i] for i in range(len(problem.rows))]
    columns = [divisors.get(("column", j), Fraction(1)) for j in range(len(problem.columns))]
    ties = _resolve_ties(problem, seats, rows, columns, order)
    # In the order of the input, which decides nothing else.
    as_given = {
        "rows": by_name("row_totals", row_totals),
        "columns": by_name("column_totals", column_totals),
    }
    places = {
        row: dict(zip(problem.columns, line, strict=True))
        for row, line in zip(problem.rows, seats, strict=True)
    }
    row_divisors = dict(zip(problem.rows, rows, strict=True))
    by_column = dict(zip(problem.columns, columns, strict=True))
    return TwoWayApportionment(
        seats={i: {j: places[i][j] for j in as_given["columns"]} for i in as_given["rows"]},
        row_divisors={i: row_divisors[i] / problem.scale for i in as_given["rows"]},
        column_divisors={j: by_column[j] for j in as_given["columns"]},
        ties=ties,
        steps=steps,
    )


def _solve(problem: Matrix) -> tuple[Cells, dict[Line, Fraction], int]:
    """Return places, divisors of the columns that have any, and the number of transfers.

    Divisors are fixed up to one factor; the largest column gets 1.
    """
    rows = [i for i, places in enumerate(problem.row_totals) if places]
    columns = [j for j, places in enumerate(problem.column_totals) if places]
    seats = [[0] * len(problem.columns) for _ in problem.rows]
    if not rows:
        return seats, {}, 0
    weights = [[problem.weights[i][j] for j in columns] for i in rows]
    row_totals = [problem.row_totals[i] for i in rows]
    column_totals = [problem.column_totals[j] for j in columns]
    multipliers, part = scale_alternately(weights, row_totals, column_totals)
    row_divisors = [Fraction(1, multiplier) for multiplier in multipliers]
    column_divisors = fit_columns(weights, part, row_divisors)
    steps = transfer(weights, row_totals, part, row_divisors, column_divisors)
    for i, line in zip(rows, part, strict=True):
        for j, places in zip(columns, line, strict=True):
            seats[i][j] = places
    one = column_divisors[column_totals.index(max(column_totals))]
    divisors = {("column", j): d / one for j, d in zip(columns, column_divisors, strict=True)}
    return seats, divisors, steps


def _resolve_ties(
    problem: Matrix,
    seats: Cells,
    rows: list[Fraction],
    columns: list[Fraction],
    lots: list[tuple[str, str]],
) -> tuple[CellTie, ...]:
    """Prove that every cell is rounded right, find those on a signpost, and draw lots there."""
    row_index = {name: i for i, name in enumerate(problem.rows)}
    column_index = {name: j for j, name in enumerate(problem.columns)}
    order = [(row_index[row], column_index[column]) for row, column in lots]
    gives, takes = on_signposts(problem.weights, seats, rows, columns)
    without = {(i, j): seats[i][j] - (j in gives[i]) for i, j in order}
    groups = draw_lots(seats, gives, takes, order)
    ties = []
    for group in groups:
        tied = tuple((problem.rows[i], problem.columns[j]) for i, j in group)
        drawn = {(i, j) for i, j in group if seats[i][j] > without[i, j]}
        in_lot_order = (cell for cell, at in zip(lots, order, strict=True) if at in drawn)
        ties.append(CellTie(tied, len(drawn), tuple(in_lot_order)))
    return tuple(ties)
