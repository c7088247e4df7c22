# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The scaling only steers, so no wrong place would show that it steers badly: these tests do."""

import random
from fractions import Fraction

import pytest

from allocator.apportionment import apportion
from allocator.apportionment.scaling import _fit, _round, _sainte_lague, scale_alternately


def lines(seed, count=200):
    """Seeded lines of large whole numbers, with the places to divide."""
    luck = random.Random(seed)
    for _ in range(count):
        values = [luck.randint(0, 10**9) for _ in range(luck.randint(1, 8))]
        if any(values):
            yield values, luck.randint(1, 60)


def test_a_line_is_rounded_as_by_sainte_lague_at_a_divisor_in_the_middle_of_the_interval():
    for values, places in lines("line"):
        seats, divisor = _sainte_lague(values, places)
        exact = apportion({f"{i:02}": value for i, value in enumerate(values)}, places)
        assert not exact.ties
        assert seats == list(exact.seats.values())
        middle = (exact.divisors.lower + exact.divisors.upper) / 2
        assert middle - 2 < divisor <= middle


@pytest.mark.parametrize(
    ("values", "places", "seats"),
    [
        # Rounding at the quota gives a place too many: 0.5, 0.5, 2 become 1, 1 and 2.
        ([1, 1, 4], 3, [1, 0, 2]),
        # And one too few: 3 x 1.33 become 3 x 1; the first in line is added to.
        ([1, 1, 1], 4, [2, 1, 1]),
        # Two too many of eight halves; whoever gave up a place gives no second one.
        ([1, 1, 1, 1], 2, [0, 0, 1, 1]),
        ([0, 5], 3, [0, 3]),
    ],
)
def test_a_line_with_ties_still_adds_up(values, places, seats):
    found, divisor = _sainte_lague([10**6 * value for value in values], places)
    assert sorted(found) == sorted(seats)
    assert divisor > 1


@pytest.mark.parametrize("small", [49, 51])
def test_one_large_cell_takes_or_gives_all_that_many_small_ones_are_rounded_by(small):
    """Of 100 cells with 0.49 nobody has a place, with 0.51 everybody: 49 too few or too many."""
    values = [10**6 * value for value in (10_000_000, *([small] * 100))]
    seats, _ = _sainte_lague(values, 100_000 + small)
    assert seats == [100_049 if small == 49 else 99_951, *([int(small > 50)] * 100)]


def test_the_smallest_numbers_have_a_divisor_of_at_least_one():
    assert _sainte_lague([1], 50) == ([50], 1)
    assert _sainte_lague([1, 1], 50) == ([25, 25], 1)


def test_fitting_makes_every_sum_right_but_for_what_rounding_down_loses():
    unit = 10**30
    for values, places in lines("fit", 50):
        across = [10**9 + i for i in range(len(values))]
        (multiplier,) = _fit([values], across, [places], unit)
        total = sum(weight * other for weight, other in zip(values, across, strict=True))
        assert multiplier == Fraction(places * unit, total).__floor__()


def test_a_multiplier_is_never_zero():
    assert _fit([[10]], [10], [1], 7) == [1]
    assert _round([[10]], [10], [1], 7)[0] == [1]


def test_rounding_gives_every_line_the_multiplier_of_its_divisor():
    unit = 10**40
    weights, across, totals = [[53, 24, 23], [10, 0, 7]], [10**6, 10**6, 2 * 10**6], [5, 4]
    multipliers, seats = _round(weights, across, totals, unit)
    assert [sum(line) for line in seats] == totals
    for line, total, found, multiplier in zip(weights, totals, seats, multipliers, strict=True):
        values = [weight * other for weight, other in zip(line, across, strict=True)]
        expected, divisor = _sainte_lague(values, total)
        assert (found, multiplier) == (expected, unit // divisor)


def matrices(seed, count):
    luck = random.Random(seed)
    for _ in range(count):
        weights = [[luck.randint(1, 10**5) for _ in range(25)] for _ in range(5)]
        seats = [[luck.randint(0, 9) for _ in line] for line in weights]
        yield (
            weights,
            [sum(row) for row in seats],
            [sum(column) for column in zip(*seats, strict=True)],
        )


def test_scaling_leaves_few_places_to_transfer_and_keeps_the_columns_right():
    """The columns fit exactly; of about a thousand places a handful is in the wrong row."""
    misplaced = []
    for weights, row_totals, column_totals in matrices("near", 20):
        multipliers, seats = scale_alternately(weights, row_totals, column_totals)
        assert all(multiplier > 1 for multiplier in multipliers)
        assert [sum(column) for column in zip(*seats, strict=True)] == column_totals
        misplaced.append(
            sum(max(0, sum(row) - total) for row, total in zip(seats, row_totals, strict=True))
        )
        # What comes out are the multipliers with which the columns were rounded.
        turned = [list(column) for column in zip(*weights, strict=True)]
        again = _round(turned, multipliers, column_totals, 1 << 400)[1]
        assert again == [list(column) for column in zip(*seats, strict=True)]
    assert max(misplaced) <= 2
    assert misplaced.count(0) > 10
