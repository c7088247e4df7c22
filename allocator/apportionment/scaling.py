# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Alternating scaling: multipliers that bring a matrix of weights close to its totals, fast.

What comes out steers only: `two_way` finishes exactly from any start. Multipliers are whole numbers
in units of 1 / `one`, so that the outcome is the same on every machine.

Source: F. Pukelsheim, "Proportional Representation" (2017), chapter 15.
"""

from heapq import heapify, heapreplace

from allocator.apportionment.signposts import Cells

ROUNDS_OF_FITTING = 3
"""Rounds of proportional fitting without rounding; they are cheap and bring it near."""

PATIENCE = 4
"""Rounds with rounding without fewer misplaced places, before it is left to transfers."""


def scale_alternately(
    weights: Cells, row_totals: list[int], column_totals: list[int]
) -> tuple[list[int], Cells]:
    """Find row multipliers with which the columns, apportioned one by one, nearly fit the rows.

    Args:
        weights: whole numbers, a list per row.
        row_totals: places per row, positive.
        column_totals: places per column, positive.

    Returns:
        The multipliers, whole and positive, and the places, which meet the column totals.
    """
    turned = [list(column) for column in zip(*weights, strict=True)]
    one = 1 << 64 + 2 * max(map(max, weights)).bit_length()
    unit = one * one
    rows = [one] * len(weights)
    for _ in range(ROUNDS_OF_FITTING):
        columns = _fit(turned, rows, column_totals, unit)
        rows = _fit(weights, columns, row_totals, unit)

    best, patience = (sum(row_totals) + 1, rows, weights), PATIENCE
    while best[0] and patience:
        columns, by_column = _round(turned, rows, column_totals, unit)
        seats = [list(row) for row in zip(*by_column, strict=True)]
        misplaced = sum(
            max(0, sum(row) - places) for row, places in zip(seats, row_totals, strict=True)
        )
        if misplaced < best[0]:
            best, patience = (misplaced, rows, seats), PATIENCE
        else:
            patience -= 1
        rows, _ = _round(weights, columns, row_totals, unit)
    return best[1], best[2]


def _fit(lines: Cells, across: list[int], totals: list[int], unit: int) -> list[int]:
    """Return the multiplier of each line that makes its sum right."""
    return [
        places * unit // sum(weight * other for weight, other in zip(line, across, strict=True))
        or 1
        for line, places in zip(lines, totals, strict=True)
    ]


def _round(
    lines: Cells, across: list[int], totals: list[int], unit: int
) -> tuple[list[int], Cells]:
    """Return the multiplier of each line that makes the sum of its rounded cells right."""
    multipliers, rounded = [], []
    for line, places in zip(lines, totals, strict=True):
        values = [weight * other for weight, other in zip(line, across, strict=True)]
        seats, divisor = _sainte_lague(values, places)
        multipliers.append(unit // divisor or 1)
        rounded.append(seats)
    return multipliers, rounded


def _sainte_lague(values: list[int], places: int) -> tuple[list[int], int]:
    """Return the places and the middle of the interval of divisors, for one line."""
    total = sum(values)
    seats = [(2 * value * places + total) // (2 * total) for value in values]
    missing = places - sum(seats)
    sign = 1 if missing > 0 else -1
    shift = 2 * (2 * places + 1).bit_length()

    def entry(i: int) -> tuple[int, int]:
        return -sign * ((values[i] << shift) // (2 * seats[i] + sign)), i

    queue = [entry(i) for i, now in enumerate(seats) if sign > 0 or now] if missing else []
    heapify(queue)
    for _ in range(abs(missing)):
        i = queue[0][1]
        seats[i] += sign
        # A place that it cannot give up ranks last.
        heapreplace(queue, entry(i) if seats[i] or sign > 0 else (values[i] << shift + 1, i))
    low = max(2 * value // (2 * now + 1) for value, now in zip(values, seats, strict=True))
    high = min(2 * value // (2 * now - 1) for value, now in zip(values, seats, strict=True) if now)
    return seats, (low + high) // 2 or 1
