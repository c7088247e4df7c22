# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Transfers: exact steps that bring the row totals right and keep every cell rounded right.

Source: M.L. Balinski and G. Demange (1989), tie and transfer; here as a cheapest path, as in
H.W. Kuhn's primal-dual method, with products of exact fractions for lengths.
"""

from fractions import Fraction
from heapq import heappop, heappush

from allocator.apportionment.paths import find_path
from allocator.apportionment.signposts import Cells, Lines, move, on_signposts

Node = tuple[str, int]
"""A line of the matrix: "row" or "column", and which one."""


def transfer(
    weights: Cells,
    row_totals: list[int],
    seats: Cells,
    row_divisors: list[Fraction],
    column_divisors: list[Fraction],
) -> int:
    """Move single places between rows until all have their totals; the columns keep theirs.

    Args:
        weights: whole numbers, a list per row.
        row_totals: places per row.
        seats: every cell `weight / (row divisor x column divisor)`, rounded; changed in place.
        row_divisors: changed in place, so that the cells stay rounded right.
        column_divisors: changed in place too.

    Returns:
        How many places moved.
    """
    steps = 0
    while True:
        surplus = [sum(row) - places for row, places in zip(seats, row_totals, strict=True)]
        if not any(surplus):
            return steps
        gives, takes = on_signposts(weights, seats, row_divisors, column_divisors)
        moved = _move_all(seats, surplus, gives, takes)
        steps += moved
        if not moved:
            strain = _least_strain(weights, seats, surplus, row_divisors, column_divisors)
            furthest = max(strain.values())
            for (kind, k), factor in strain.items():
                if kind == "row":
                    row_divisors[k] *= furthest / factor
                else:
                    column_divisors[k] *= factor / furthest


def _move_all(seats: Cells, surplus: list[int], gives: Lines, takes: Lines) -> int:
    """Move places from rows with too many to rows with too few while tied cells connect them."""
    moved = 0
    for giver, _ in enumerate(surplus):
        while surplus[giver] > 0:
            short = {i for i, places in enumerate(surplus) if places < 0}
            goals = {j for j, rows in enumerate(takes) if rows & short}
            path = find_path(giver, goals, gives, takes).path
            if not path:
                break
            taker = min(takes[path[-1]] & short)
            move(seats, [*path, taker], gives, takes)
            surplus[giver] -= 1
            surplus[taker] += 1
            moved += 1
    return moved


def _least_strain(
    weights: Cells,
    seats: Cells,
    surplus: list[int],
    row_divisors: list[Fraction],
    column_divisors: list[Fraction],
) -> dict[Node, Fraction]:
    """Find the way from a row with too many places to one with too few, by Dijkstra's method.

    A row gives up a place in a column, the column gives it to another row, and so on. A step costs
    the factor, 1 or more, by which divisors must change before the cell stands on its signpost.

    Returns:
        The factor to reach its end, and to reach each line that is nearer.
    """
    reached: dict[Node, Fraction] = {}
    best: dict[Node, Fraction] = {("row", i): Fraction(1) for i, n in enumerate(surplus) if n > 0}
    queue = [(factor, node) for node, factor in best.items()]
    while queue:
        factor, node = heappop(queue)
        if node in reached:
            continue
        reached[node] = factor
        kind, k = node
        if kind == "row" and surplus[k] < 0:
            return reached
        for other, step in _steps(node, weights, seats, row_divisors, column_divisors):
            if other not in reached:
                further = factor * step
                if other not in best or further < best[other]:
                    best[other] = further
                    heappush(queue, (further, other))
    raise ArithmeticError("no way, though the totals were found to fit: a defect, please report")


def _steps(
    node: Node,
    weights: Cells,
    seats: Cells,
    row_divisors: list[Fraction],
    column_divisors: list[Fraction],
) -> list[tuple[Node, Fraction]]:
    kind, k = node
    if kind == "row":
        return [
            (("column", j), 2 * weights[k][j] / ((2 * now - 1) * row_divisors[k] * divisor))
            for j, (now, divisor) in enumerate(zip(seats[k], column_divisors, strict=True))
            if now
        ]
    return [
        (("row", i), (2 * line[k] + 1) * divisor * column_divisors[k] / (2 * weights[i][k]))
        for i, (line, divisor) in enumerate(zip(seats, row_divisors, strict=True))
        if weights[i][k]
    ]
