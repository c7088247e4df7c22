# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Biproportional apportionment: by hand, by trying all matrices, and by what always holds."""

import random
from fractions import Fraction
from itertools import combinations, permutations, product
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allocator.apportionment import CannotApportion, CellTie, apportion, apportion_two_way
from allocator.apportionment.matrix import read_matrix
from allocator.apportionment.two_way_ties import draw_lots

HALF = Fraction(1, 2)
tried = settings(max_examples=120, deadline=None, derandomize=True, database=None)


def certifies(matrix, row_totals, column_totals, result):
    """Check the totals, and that the divisors round every cell to its places."""
    assert list(result.seats) == list(row_totals)
    for row, total in row_totals.items():
        assert list(result.seats[row]) == list(column_totals)
        assert sum(result.seats[row].values()) == total
        assert result.row_divisors[row] > 0
    for column, total in column_totals.items():
        assert sum(result.seats[row][column] for row in row_totals) == total
        assert result.column_divisors[column] > 0
    tied = {cell for tie in result.ties for cell in tie.tied}
    for row, column in product(row_totals, column_totals):
        weight = matrix.get(row, {}).get(column, 0)
        exact = weight / (result.row_divisors[row] * result.column_divisors[column])
        off = abs(result.seats[row][column] - exact)
        assert weight or not result.seats[row][column]
        assert off == HALF if (row, column) in tied else off <= HALF
    return True


@st.composite
def matrices(draw, size=3, largest=6, places=4, zeros=True):
    """A matrix with totals that some matrix of places with weight behind each place has."""
    rows = [f"R{i}" for i in range(draw(st.integers(1, size)))]
    columns = [f"c{j}" for j in range(draw(st.integers(1, size)))]
    weight = st.integers(0 if zeros else 1, largest)
    matrix = {i: {j: draw(weight) for j in columns} for i in draw(st.permutations(rows))}
    seats = {
        (i, j): draw(st.integers(0, places)) if matrix[i][j] else 0 for i in rows for j in columns
    }
    row_totals = {i: sum(seats[i, j] for j in columns) for i in matrix}
    column_totals = {j: sum(seats[i, j] for i in rows) for j in columns}
    return matrix, row_totals, column_totals


def all_matrices(row_totals, column_totals):
    """Every matrix of whole numbers with these totals, as a dictionary of cells."""

    def lines(total, room):
        if len(room) == 1:
            return [(total,)] if total <= room[0] else []
        return [
            (first, *rest)
            for first in range(min(total, room[0]) + 1)
            for rest in lines(total - first, room[1:])
        ]

    def fill(rows, room):
        if not rows:
            return [()] if not any(room) else []
        return [
            (line, *others)
            for line in lines(row_totals[rows[0]], room)
            for others in fill(rows[1:], tuple(a - b for a, b in zip(room, line, strict=True)))
        ]

    for filled in fill(list(row_totals), tuple(column_totals.values())):
        yield {
            (i, j): places
            for i, line in zip(row_totals, filled, strict=True)
            for j, places in zip(column_totals, line, strict=True)
        }


def merit(matrix, seats):
    """The product of the claims that were served; biproportional Sainte-Lague makes it largest."""
    return prod(
        Fraction(matrix[i][j]) / (held + HALF)
        for (i, j), places in seats.items()
        for held in range(places)
    )


def best_matrices(matrix, row_totals, column_totals):
    found = [(merit(matrix, s), s) for s in all_matrices(row_totals, column_totals)]
    best = max(value for value, _ in found)
    return [seats for value, seats in found if value == best]


def cells(result):
    return {(i, j): n for i, line in result.seats.items() for j, n in line.items()}


@tried
@given(case=matrices())
def test_the_places_are_the_best_of_all_matrices_and_the_first_by_lot(case):
    _, row_totals, column_totals = case
    result = apportion_two_way(*case)
    assert certifies(*case, result)
    best = best_matrices(*case)
    order = sorted(product(row_totals, column_totals))
    assert cells(result) == max(best, key=lambda seats: [seats[cell] for cell in order])
    vary = {cell for cell in order if len({seats[cell] for seats in best}) > 1}
    assert {cell for tie in result.ties for cell in tie.tied} == vary


@tried
@given(case=matrices(largest=1), data=st.data())
def test_with_ties_everywhere_the_lot_order_leaves_one_outcome(case, data):
    _, row_totals, column_totals = case
    order = data.draw(st.permutations(sorted(product(row_totals, column_totals))))
    result = apportion_two_way(*case, lots=order)
    assert certifies(*case, result)
    best = best_matrices(*case)
    assert cells(result) == max(best, key=lambda seats: [seats[cell] for cell in order])
    least = {cell: min(seats[cell] for seats in best) for cell in order}
    for tie in result.ties:
        assert tie.tied == tuple(sorted(tie.tied))
        assert all(sum(s[c] - least[c] for c in tie.tied) == tie.places for s in best)
        drawn = [cell for cell in order if cell in tie.tied and cells(result)[cell] > least[cell]]
        assert list(tie.drawn) == drawn


@tried
@given(case=matrices(size=5, largest=10**6, places=90))
def test_larger_matrices_are_certified_by_their_divisors(case):
    assert certifies(*case, apportion_two_way(*case))


@tried
@given(case=matrices(size=4, largest=3, places=9), data=st.data())
def test_the_order_of_rows_and_columns_in_the_input_does_not_matter(case, data):
    matrix, row_totals, column_totals = case
    rows = data.draw(st.permutations(list(row_totals)))
    columns = data.draw(st.permutations(list(column_totals)))
    shuffled = apportion_two_way(
        {i: {j: matrix[i][j] for j in columns} for i in rows},
        {i: row_totals[i] for i in reversed(rows)},
        {j: column_totals[j] for j in columns},
    )
    assert shuffled == apportion_two_way(*case)


@tried
@given(case=matrices(size=4, largest=3, places=9))
def test_rows_and_columns_can_change_roles(case):
    matrix, row_totals, column_totals = case
    order = sorted(product(row_totals, column_totals))
    turned = {j: {i: matrix[i][j] for i in matrix} for j in column_totals}
    here = apportion_two_way(*case, lots=order)
    there = apportion_two_way(turned, column_totals, row_totals, lots=[(j, i) for i, j in order])
    assert cells(here) == {(i, j): places for (j, i), places in cells(there).items()}


@tried
@given(case=matrices(size=4, largest=30, places=9), data=st.data())
def test_factors_on_rows_and_columns_of_the_weights_change_nothing(case, data):
    matrix, row_totals, column_totals = case
    factor = st.fractions(Fraction(1, 9), 9, max_denominator=9)
    rows = {i: data.draw(factor) for i in row_totals}
    columns = {j: data.draw(factor) for j in column_totals}
    scaled = {i: {j: w * rows[i] * columns[j] for j, w in matrix[i].items()} for i in matrix}
    here = apportion_two_way(*case)
    there = apportion_two_way(scaled, row_totals, column_totals)
    assert certifies(scaled, row_totals, column_totals, there)
    assert (here.seats, here.ties) == (there.seats, there.ties)


@tried
@given(
    weights=st.dictionaries(st.sampled_from("abcde"), st.integers(1, 20), min_size=1),
    total=st.integers(0, 40),
)
def test_one_row_is_the_one_way_apportionment_it_is_told_to_be(weights, total):
    """With one row the columns decide; with the columns of Sainte-Lague both divisors agree."""
    seats = apportion(weights, total).seats
    result = apportion_two_way({"only": weights}, {"only": total}, seats)
    assert result.seats["only"] == seats


@settings(tried, max_examples=300)
@given(case=matrices(size=5, largest=1), data=st.data())
def test_totals_are_refused_exactly_when_no_matrix_has_them(case, data):
    """Hall: some rows need more than all columns with weight for them hold."""
    matrix, row_totals, column_totals = case
    columns = list(column_totals)
    for _ in range(data.draw(st.integers(0, 2))):
        giver, taker = data.draw(st.sampled_from(columns)), data.draw(st.sampled_from(columns))
        places = data.draw(st.integers(0, column_totals[giver]))
        column_totals[giver] -= places
        column_totals[taker] += places
    short = [
        rows
        for size in range(1, len(matrix) + 1)
        for rows in combinations(matrix, size)
        if sum(row_totals[i] for i in rows)
        > sum(column_totals[j] for j in columns if any(matrix[i][j] for i in rows))
    ]
    if not short:
        assert certifies(*case, apportion_two_way(*case))
        return
    with pytest.raises(CannotApportion) as caught:
        apportion_two_way(*case)
    refused = caught.value
    assert refused.needed == sum(row_totals[i] for i in refused.rows) > refused.available
    assert refused.available == sum(column_totals[j] for j in refused.columns)
    reached = {j for i in refused.rows for j in columns if matrix[i][j]}
    assert reached == set(refused.columns)


def shortage(matrix, row_totals, column_totals):
    """Hall: by how much some rows need more than all columns with weight for them hold."""
    return max(
        sum(row_totals[i] for i in some)
        - sum(n for j, n in column_totals.items() if any(matrix[i][j] for i in some))
        for size in range(len(matrix) + 1)
        for some in combinations(matrix, size)
    )


def test_of_many_sparse_matrices_exactly_those_are_refused_of_which_rows_need_too_much():
    """Places that were sent one way have to be sent back, more than once, before it is known."""
    luck = random.Random("sparse")
    refused = 0
    for _ in range(1500):
        rows = [f"R{i}" for i in range(luck.randint(2, 5))]
        columns = [f"c{j}" for j in range(luck.randint(2, 5))]
        matrix = {i: {j: int(luck.random() < 0.5) for j in columns} for i in rows}
        row_totals, column_totals = dict.fromkeys(rows, 0), dict.fromkeys(columns, 0)
        for _ in range(luck.randint(1, 20)):
            row, column = luck.choice(rows), luck.choice(columns)
            if matrix[row][column] or luck.random() < 0.1:
                row_totals[row] += 1
                column_totals[column] += 1
        lacks = shortage(matrix, row_totals, column_totals)
        if not lacks:
            read_matrix(matrix, row_totals, column_totals)
            continue
        with pytest.raises(CannotApportion) as caught:
            read_matrix(matrix, row_totals, column_totals)
        assert caught.value.needed - caught.value.available == lacks
        refused += 1
    assert 300 < refused < 1200


def test_rows_that_need_more_than_their_columns_hold_are_named_with_the_numbers():
    matrix = {"A": {"x": 3, "y": 1}, "B": {"y": 2}, "C": {"x": 1, "y": 1, "z": 1}}
    said = (
        "rows 'A', 'B' need 40 places, but the only columns with weight for them, 'x', 'y', "
        "hold 31; 9 cannot be placed"
    )
    with pytest.raises(CannotApportion, match=said) as caught:
        apportion_two_way(matrix, {"A": 25, "B": 15, "C": 10}, {"x": 11, "y": 20, "z": 19})
    assert (caught.value.needed, caught.value.available) == (40, 31)
    assert (caught.value.rows, caught.value.columns) == (("A", "B"), ("x", "y"))


def test_rows_short_in_different_places_are_all_named():
    matrix = {"A": {"x": 1}, "B": {"y": 1}, "C": {"z": 1}}
    with pytest.raises(CannotApportion, match=r"rows 'A', 'B' need 9 places.*'x', 'y', hold 7"):
        apportion_two_way(matrix, {"A": 4, "B": 5, "C": 1}, {"x": 3, "y": 4, "z": 3})


def test_a_row_without_any_weight_cannot_get_places():
    with pytest.raises(CannotApportion, match="rows 'A' need 2 places, but no column has weight"):
        apportion_two_way({"A": {"x": 0}, "B": {"x": 1}}, {"A": 2, "B": 1}, {"x": 3})


def test_totals_that_differ_are_refused():
    with pytest.raises(CannotApportion, match="the rows need 3 places, the columns hold 4"):
        apportion_two_way({"A": {"x": 1}}, {"A": 3}, {"x": 4})


def test_a_case_worked_by_hand():
    """Exact proportions: every cell is a whole number, with divisors 10 and 20, and 1 and 1."""
    matrix = {"north": {"regular": 30, "amv": 10}, "south": {"regular": 40, "amv": 60}}
    result = apportion_two_way(matrix, {"north": 4, "south": 5}, {"regular": 5, "amv": 4})
    assert result.seats == {"north": {"regular": 3, "amv": 1}, "south": {"regular": 2, "amv": 3}}
    assert not result.ties


def test_a_square_of_equal_cells_is_one_tie_that_the_lot_order_resolves():
    matrix = {"A": {"x": 1, "y": 1}, "B": {"x": 1, "y": 1}}
    totals = {"A": 1, "B": 1}, {"x": 1, "y": 1}
    all_four = (("A", "x"), ("A", "y"), ("B", "x"), ("B", "y"))
    by_name = apportion_two_way(matrix, *totals)
    assert by_name.ties == (CellTie(all_four, 2, (("A", "x"), ("B", "y"))),)
    by_lot = apportion_two_way(matrix, *totals, lots=[("B", "x")])
    assert by_lot.seats == {"A": {"x": 0, "y": 1}, "B": {"x": 1, "y": 0}}
    assert by_lot.ties == (CellTie(all_four, 2, (("B", "x"), ("A", "y"))),)


def test_of_equal_cells_every_lot_order_leaves_its_own_outcome_whatever_it_starts_from():
    """Three rows and three columns with one place each: six outcomes, all as right."""
    outcomes = [
        [[int(p[i] == j) for j in range(3)] for i in range(3)] for p in permutations(range(3))
    ]
    luck = random.Random("lots")
    for start in outcomes * 30:
        seats = [line.copy() for line in start]
        gives = [{j for j in range(3) if seats[i][j]} for i in range(3)]
        takes = [{i for i in range(3) if not seats[i][j]} for j in range(3)]
        order = luck.sample(list(product(range(3), repeat=2)), 9)
        (group,) = draw_lots(seats, gives, takes, order)
        assert group == sorted(order)
        assert seats == max(outcomes, key=lambda one: [one[i][j] for i, j in order])


def test_weights_of_many_digits_are_divided_as_exactly_as_small_ones():
    small = {"A": {"x": 53, "y": 24}, "B": {"x": 23, "y": 41}}
    large = {i: {j: weight * 10**30 for j, weight in line.items()} for i, line in small.items()}
    totals = {"A": 7, "B": 6}, {"x": 7, "y": 6}
    result = apportion_two_way(large, *totals)
    assert certifies(large, *totals, result)
    assert result.seats == apportion_two_way(small, *totals).seats


def test_lines_without_places_have_divisors_that_round_them_to_zero():
    matrix = {"A": {"x": 5, "y": 9}, "B": {"x": 7, "y": 1}, "C": {}}
    row_totals, column_totals = {"A": 0, "B": 3, "C": 0}, {"x": 3, "y": 0, "z": 0}
    result = apportion_two_way(matrix, row_totals, column_totals)
    assert certifies(matrix, row_totals, column_totals, result)
    assert result.seats["B"] == {"x": 3, "y": 0, "z": 0}


def test_nothing_at_all_is_an_empty_answer():
    assert apportion_two_way({}, {}, {}).seats == {}
    assert apportion_two_way({}, {}, {}).steps == 0
    assert apportion_two_way({"A": {}}, {"A": 0}, {}).seats == {"A": {}}
    assert apportion_two_way({}, {}, {"x": 0}).column_divisors == {"x": 1}
    assert apportion_two_way({"A": {"x": 3}}, {"A": 0}, {"x": 0}).seats == {"A": {"x": 0}}


def test_cells_that_the_totals_force_to_zero_do_not_stop_it():
    """All of x must go to A, so that A has nothing left for y, whatever its weight there."""
    matrix = {"A": {"x": 1, "y": 10**6}, "B": {"y": 1}}
    totals = {"A": 5000, "B": 5000}, {"x": 5000, "y": 5000}
    result = apportion_two_way(matrix, *totals)
    assert result.seats == {"A": {"x": 5000, "y": 0}, "B": {"x": 0, "y": 5000}}
    assert certifies(matrix, *totals, result)


def test_the_divisors_are_short_also_where_transfers_were_needed():
    """A transfer ends on a signpost; no divisor may stay a long fraction because of that."""
    rng = random.Random("short")
    transfers = 0
    for _ in range(12):
        columns = [f"c{j}" for j in range(30)]
        matrix = {f"R{i}": {j: rng.randint(1, 10**5) for j in columns} for i in range(6)}
        totals = {i: rng.randint(40, 900) for i in matrix}
        of_columns = apportion({j: rng.randint(1, 9) for j in columns}, sum(totals.values())).seats
        result = apportion_two_way(matrix, totals, of_columns)
        assert not result.ties
        transfers += result.steps
        for divisor in (*result.row_divisors.values(), *result.column_divisors.values()):
            assert (divisor * 10**9).denominator == 1
    assert transfers > 0


def test_only_cells_on_a_cycle_are_tied():
    """A can give x to B and B can give y to C, but nothing brings a place back to A: no tie."""
    seats = [[1, 0], [0, 1], [0, 0]]
    gives, takes = [{0}, {1}, set()], [{1}, {2}]
    assert draw_lots(seats, gives, takes, sorted(product(range(3), range(2)))) == []
    assert seats == [[1, 0], [0, 1], [0, 0]]


def test_two_ties_that_touch_one_way_only_stay_two():
    """A and B can exchange x and y, C and D z and t; B could give z to D, but gets nothing back."""
    seats = [[1, 0, 0, 0], [0, 1, 1, 0], [0, 0, 1, 0], [0, 0, 0, 1]]
    gives = [{0}, {1, 2}, {2}, {3}]
    takes = [{1}, {0}, {3}, {2}]
    groups = draw_lots(seats, gives, takes, sorted(product(range(4), range(4))))
    assert groups == [[(0, 0), (0, 1), (1, 0), (1, 1)], [(2, 2), (2, 3), (3, 2), (3, 3)]]


def test_equal_weights_everywhere_are_settled_by_transfers_and_stay_certified():
    """Scaling alone cannot end here: every column rounds the same way until places are moved."""
    matrix = {f"R{i:02}": dict.fromkeys((f"c{j:03}" for j in range(40)), 1) for i in range(8)}
    totals = dict.fromkeys(matrix, 20), dict.fromkeys((f"c{j:03}" for j in range(40)), 4)
    result = apportion_two_way(matrix, *totals)
    assert result.steps > 0
    assert certifies(matrix, *totals, result)
    assert len(result.ties) == 1
    assert result.ties[0].places == 160
    assert list(result.seats["R00"].values()) == [1] * 20 + [0] * 20
