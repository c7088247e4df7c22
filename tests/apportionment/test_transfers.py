# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The steps of the two-way apportionment one by one: paths, signposts, moves, transfers."""

import random
from fractions import Fraction

import pytest

from allocator.apportionment.paths import find_path
from allocator.apportionment.shorten import fit_columns, shorten
from allocator.apportionment.signposts import move, on_signposts
from allocator.apportionment.transfer import _least_strain, _move_all, transfer

ONE, HALF = Fraction(1), Fraction(1, 2)


def test_a_path_goes_from_a_row_to_a_goal_by_the_fewest_steps():
    """Row 0 reaches column 0; from there row 1, which reaches columns 1 and 2."""
    to_columns, to_rows = [{0}, {1, 2}, {2}], [{1}, {2}, {0}]
    assert find_path(0, {0}, to_columns, to_rows).path == [0, 0]
    assert find_path(0, {2}, to_columns, to_rows).path == [0, 0, 1, 2]
    assert find_path(1, {1, 2}, to_columns, to_rows).path in ([1, 1], [1, 2])
    assert find_path(2, {1}, to_columns, to_rows).path == [2, 2, 0, 0, 1, 1]


def test_without_a_path_the_lines_that_were_reached_are_told():
    search = find_path(0, {2}, [{0}, {1}, {2}], [{1}, set(), set()])
    assert (search.path, search.rows, search.columns) == ([], {0, 1}, {0, 1})
    found = find_path(0, {0}, [{0}], [set()])
    assert (found.path, found.rows, found.columns) == ([0, 0], set(), set())


def test_cells_on_a_signpost_give_or_take():
    """5 / 2 stands between 2 and 3: with 3 places it can give one, with 2 it can take one."""
    weights, divisors = [[5, 5, 4]], ([Fraction(2)], [ONE, ONE, ONE])
    assert on_signposts(weights, [[3, 2, 2]], *divisors) == ([{0}], [set(), {0}, set()])


@pytest.mark.parametrize("places", [1, 4])
def test_a_cell_that_is_rounded_wrong_is_a_defect(places):
    with pytest.raises(ArithmeticError) as caught:
        on_signposts([[5]], [[places]], [Fraction(2)], [ONE])
    assert str(caught.value) == "a cell is rounded wrong: a defect, please report"


def test_along_a_path_every_row_gives_after_and_takes_before():
    """Row 0 gives in column 1 to row 1, which gives in column 0 to row 2."""
    seats = [[0, 1], [1, 0], [0, 0]]
    gives, takes = [{1}, {0}, set()], [{2}, {1}]
    move(seats, [0, 1, 1, 0, 2], gives, takes)
    assert seats == [[0, 0], [0, 1], [1, 0]]
    assert (gives, takes) == ([set(), {1}, {0}], [{1}, {0}])


def test_transfers_are_counted_and_leave_every_cell_rounded_right():
    """Four equal columns: row 0 has all four places and owes two."""
    weights, seats = [[1] * 4, [1] * 4], [[1] * 4, [0] * 4]
    rows, columns = [ONE, Fraction(3)], [ONE] * 4
    assert transfer(weights, [2, 2], seats, rows, columns) == 2
    assert [sum(row) for row in seats] == [2, 2]
    assert [sum(column) for column in zip(*seats, strict=True)] == [1] * 4
    on_signposts(weights, seats, rows, columns)


@pytest.mark.parametrize("too_many", [(1, 1, -2, 0), (2, 0, -1, -1), (2, 0, -2, 0)])
def test_nobody_gives_more_than_it_has_too_many_nor_takes_more_than_it_is_short_of(too_many):
    """Every cell of the first two rows can give its place, and every other row can take it."""
    seats = [[1] * 4, [1] * 4, [0] * 4, [0] * 4]
    gives, takes = [{0, 1, 2, 3}, {0, 1, 2, 3}, set(), set()], [{2, 3} for _ in range(4)]
    wanted = [sum(row) - more for row, more in zip(seats, too_many, strict=True)]
    surplus = list(too_many)
    assert _move_all(seats, surplus, gives, takes) == 2
    assert [sum(row) for row in seats] == wanted
    assert not any(surplus)


def test_where_the_totals_are_right_nothing_moves():
    weights, seats = [[3, 1], [1, 3]], [[3, 1], [1, 3]]
    assert transfer(weights, [4, 4], seats, [ONE, ONE], [ONE, ONE]) == 0
    assert seats == [[3, 1], [1, 3]]


def test_several_rows_give_and_take_and_the_number_of_moves_is_the_surplus():
    luck = random.Random("moves")
    for _ in range(40):
        rows, columns = luck.randint(2, 5), luck.randint(2, 6)
        weights = [[luck.randint(1, 90) for _ in range(columns)] for _ in range(rows)]
        row_divisors = [Fraction(luck.randint(3, 40)) for _ in range(rows)]
        seats = [
            [round(Fraction(weight) / divisor) for weight in line]
            for line, divisor in zip(weights, row_divisors, strict=True)
        ]
        column_divisors = [ONE] * columns
        held = [sum(row) for row in seats]
        totals = held.copy()
        for _ in range(luck.randint(0, sum(held) // 3)):
            giver = luck.choice([i for i, places in enumerate(totals) if places])
            totals[giver] -= 1
            totals[luck.randrange(rows)] += 1
        of_columns = [sum(column) for column in zip(*seats, strict=True)]
        moved = transfer(weights, totals, seats, row_divisors, column_divisors)
        assert moved == sum(max(0, has - wanted) for has, wanted in zip(held, totals, strict=True))
        assert [sum(row) for row in seats] == totals
        assert [sum(column) for column in zip(*seats, strict=True)] == of_columns
        on_signposts(weights, seats, row_divisors, column_divisors)


def test_the_strain_of_a_line_is_the_factor_that_brings_its_cell_to_a_signpost():
    """Row 0 gives up 3 at weight 10 (signpost 2.5: factor 10 / 2.5 / 3 = 4/3); row 1 takes one at
    weight 1 with none: (1/2) / (1/4) = 2, so 8/3 in all."""
    strain = _least_strain([[10], [1]], [[3], [0]], [1, -1], [Fraction(3), Fraction(4)], [ONE])
    assert strain == {
        ("row", 0): ONE,
        ("column", 0): Fraction(4, 3),
        ("row", 1): Fraction(8, 3),
    }


def test_rows_that_nothing_connects_are_a_defect():
    with pytest.raises(ArithmeticError) as caught:
        _least_strain([[1, 0], [0, 1]], [[1, 0], [0, 1]], [1, -1], [ONE, ONE], [ONE, ONE])
    assert str(caught.value) == (
        "no way, though the totals were found to fit: a defect, please report"
    )


def test_columns_get_the_shortest_divisor_that_rounds_their_cells():
    """10 / d rounds to 4 from 20/9 to 20/7, 3 / d to 1 from 2 to 6: between is 2.5."""
    assert fit_columns([[10, 0], [3, 0]], [[4, 0], [1, 0]], [ONE, ONE]) == [Fraction(5, 2), ONE]


def test_a_line_with_a_single_divisor_is_tried_again_when_its_neighbour_has_room():
    """Row 0 stood on a signpost because of a long divisor of column 0; a shorter one frees it."""
    weights, seats = [[10, 7]], [[3, 2]]
    column = Fraction(1_000_003, 1_000_000)
    found = shorten(weights, seats, {("row", 0): Fraction(20, 7) / column, ("column", 0): column})
    assert set(found) == {("row", 0), ("column", 0), ("column", 1)}
    for divisor in found.values():
        assert (divisor * 100).denominator == 1
    on_signposts(weights, seats, [found["row", 0]], [found["column", 0], found["column", 1]])
