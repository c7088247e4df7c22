# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Divisors of a matrix that are short enough to publish."""

from fractions import Fraction

from allocator.apportionment.result import Divisors
from allocator.apportionment.signposts import Cells

Line = tuple[str, int]
"""A line of the matrix: "row" or "column", and which one."""

LineDivisors = dict[Line, Fraction]


def shorten(weights: Cells, seats: Cells, divisors: LineDivisors) -> LineDivisors:
    """Replace valid divisors, line by line, by the shortest decimals that are as valid.

    Transfers leave lines with a single valid divisor because a neighbour stands on a signpost.
    Once the neighbour has stepped off it there is room, so such lines are tried again, until only
    those are left that a tie binds.

    Args:
        weights: whole numbers, a list per row.
        seats: the places, a list per row.
        divisors: of all lines that have places; the others get one that leaves them without.

    Returns:
        The divisors of all lines.
    """
    divisors = divisors.copy()
    rows = [("row", i) for i in range(len(weights))]
    columns = [("column", j) for j in range(len(weights[0]) if weights else 0)]
    todo = rows + columns
    while todo:
        bound = []
        for line in todo:
            across = columns if line[0] == "row" else rows
            cells = [
                (_at(weights, line, other), _at(seats, line, other), divisors[other])
                for other in across
                if other in divisors
            ]
            valid = _divisors_of_line(cells)
            divisors[line] = valid.simple() or divisors[line]
            if valid.lower is not None and valid.lower == valid.upper:
                bound.append(line)
        if len(bound) == len(todo):
            break
        todo = bound
    return divisors


def fit_columns(weights: Cells, seats: Cells, row_divisors: list[Fraction]) -> list[Fraction]:
    """Return for each column a divisor that, with those of the rows, rounds its cells right."""
    columns = []
    for column, now in zip(zip(*weights, strict=True), zip(*seats, strict=True), strict=True):
        valid = _divisors_of_line(list(zip(column, now, row_divisors, strict=True)))
        columns.append(valid.simple() or Fraction(1))
    return columns


def _at(cells: Cells, line: Line, other: Line) -> int:
    return cells[line[1]][other[1]] if line[0] == "row" else cells[other[1]][line[1]]


def _divisors_of_line(cells: list[tuple[int, int, Fraction]]) -> Divisors:
    """Return all divisors that round the cells (weight, places, other divisor) to their places."""
    doubled = [(2 * weight / divisor, now) for weight, now, divisor in cells if weight]
    return Divisors(
        lower=max((value / (2 * now + 1) for value, now in doubled), default=None),
        upper=min((value / (2 * now - 1) for value, now in doubled if now), default=None),
    )
