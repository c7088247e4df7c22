# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cells that stand exactly on a signpost: between them places can move and all stays right."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

Cells = list[list[int]]
"""Whole numbers, a list per row."""

Lines = list[set[int]]
"""As `gives`: per row the columns in which it can give up a place. As `takes`: per column the rows
that can take one more."""


def on_signposts(
    weights: Cells,
    seats: Cells,
    row_divisors: Sequence[Fraction],
    column_divisors: Sequence[Fraction],
) -> tuple[Lines, Lines]:
    """Prove that every cell is rounded right, and return those on a signpost: gives and takes."""
    gives: Lines = [set() for _ in row_divisors]
    takes: Lines = [set() for _ in column_divisors]
    for i, (line, row) in enumerate(zip(weights, row_divisors, strict=True)):
        for j, (weight, column) in enumerate(zip(line, column_divisors, strict=True)):
            now = seats[i][j]
            claim = 2 * weight * row.denominator * column.denominator
            unit = row.numerator * column.numerator
            below, above = (2 * now - 1) * unit, (2 * now + 1) * unit
            if not below <= claim <= above:
                raise ArithmeticError("a cell is rounded wrong: a defect, please report")
            if claim == above:
                takes[j].add(i)
            elif claim == below:
                gives[i].add(j)
    return gives, takes


def move(seats: Cells, path: list[int], gives: Lines, takes: Lines) -> None:
    """Along a path row, column, row, ...: each row gives in the column after it, takes before."""
    for k, (line, following) in enumerate(pairwise(path)):
        if k % 2 == 0:
            seats[line][following] -= 1
            gives[line].remove(following)
            takes[following].add(line)
        else:
            seats[following][line] += 1
            takes[line].remove(following)
            gives[following].add(line)
