# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tied cells: which are bound together, and who has the place by lot order."""

from allocator.apportionment.paths import find_path
from allocator.apportionment.signposts import Cells, Lines, move

Position = tuple[int, int]
"""A cell by index: row, column."""


def draw_lots(
    seats: Cells, gives: Lines, takes: Lines, order: list[Position]
) -> list[list[Position]]:
    """Resolve ties: the first cell in lot order has its place if any valid outcome gives it one.

    Every valid outcome is valid with every valid pair of divisors, so outcomes differ only in cells
    that stand exactly on a signpost: in cycles along which places move without changing a total.

    Args:
        seats: a valid outcome; changed in place into the one that the lot order picks.
        gives: per row the columns in which one place less is as right; used up.
        takes: per column the rows in which one place more is as right; used up.
        order: all cells in lot order.

    Returns:
        The groups of tied cells that hang together, each in sorted order.
    """
    groups = _groups(gives, takes)
    tied = {cell for group in groups for cell in group}
    for i, j in order:
        if (i, j) not in tied:
            continue
        if j in gives[i]:
            gives[i].remove(j)
            continue
        takes[j].remove(i)
        path = find_path(i, {j}, gives, takes).path
        if path:
            move(seats, path, gives, takes)
            seats[i][j] += 1
    return groups


def _groups(gives: Lines, takes: Lines) -> list[list[Position]]:
    """Return the cells on cycles; those from which one another can be reached are one group."""
    reach = {i: find_path(i, set(), gives, takes) for i in range(len(gives))}
    cells = {(i, j) for i, columns in enumerate(gives) for j in columns}
    cells |= {(i, j) for j, rows in enumerate(takes) for i in rows}
    groups: dict[int, list[Position]] = {}
    for i, j in sorted(cells):
        if i in takes[j]:
            on_a_cycle = j in reach[i].columns
        else:
            on_a_cycle = any(i in reach[other].rows for other in takes[j])
        if on_a_cycle:
            first = min(other for other in reach[i].rows if i in reach[other].rows)
            groups.setdefault(first, []).append((i, j))
    return list(groups.values())
