# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cases worked by hand, so that a reader can follow each number."""

from fractions import Fraction

import pytest

from allocator.apportionment import DIVISOR_METHODS, METHODS, Divisors, Tie, Why, apportion

# 53 + 24 + 23 = 100 weight for 5 places: targets 2.65, 1.2 and 1.15.
THREE = {"a": 53, "b": 24, "c": 23}

# Five claimants and 26 places, on which the five divisor methods differ (Balinski and Young 1982).
FIVE = {"a": 9061, "b": 7179, "c": 5259, "d": 3319, "e": 1182}


@pytest.mark.parametrize(
    ("method", "places"),
    [
        ("adams", [9, 7, 5, 3, 2]),
        ("dean", [9, 7, 5, 4, 1]),
        ("huntington_hill", [9, 7, 6, 3, 1]),
        ("sainte_lague", [9, 8, 5, 3, 1]),
        ("dhondt", [10, 7, 5, 3, 1]),
        ("largest_remainder", [9, 7, 5, 4, 1]),
    ],
)
def test_the_methods_differ_as_in_the_example_of_balinski_and_young(method, places):
    result = apportion(FIVE, 26, method)
    assert list(result.seats.values()) == places
    assert result.method == method
    assert not result.ties


@pytest.mark.parametrize(
    ("method", "quotient", "places"),
    [
        # On a signpost it is up, just below it is down; a whole number stays what it is.
        ("sainte_lague", "5/2", 3),
        ("sainte_lague", "2499/1000", 2),
        ("dhondt", "2999/1000", 2),
        ("dhondt", "3", 3),
        ("adams", "2001/1000", 3),
        ("adams", "2", 2),
        ("huntington_hill", "2449/1000", 2),  # sqrt(6) = 2.4495
        ("huntington_hill", "2450/1000", 3),
        ("huntington_hill", "1/1000", 1),
        ("dean", "12/5", 3),
        ("dean", "2399/1000", 2),
    ],
)
def test_a_quotient_is_rounded_at_the_signpost_of_the_method(method, quotient, places):
    exact = Fraction(quotient)
    rounded = DIVISOR_METHODS[method].rounded(exact.numerator, exact.denominator)
    assert rounded == places


def test_sainte_lague_rounds_at_the_half():
    """53/19 = 2.79, 24/19 = 1.26, 23/19 = 1.21: 3, 1 and 1."""
    result = apportion(THREE, 5)
    assert result.seats == {"a": 3, "b": 1, "c": 1}
    assert result.steps.targets == {
        "a": Fraction(53, 20),
        "b": Fraction(6, 5),
        "c": Fraction(23, 20),
    }
    assert result.steps.changes == ()
    # a loses its third place above 53 / 2.5; b wins a second one below 24 / 1.5.
    assert result.divisors == Divisors(Fraction(16), Fraction(106, 5))
    assert result.divisors.simple() == 20


def test_dhondt_adds_the_places_that_rounding_down_left():
    """Rounded down 2, 1 and 1; the next quotients are 53/3, 24/2 and 23/2."""
    result = apportion(THREE, 5, "dhondt")
    assert result.steps.start == {"a": 2, "b": 1, "c": 1}
    (change,) = result.steps.changes
    assert (change.claimant, change.change, change.seats) == ("a", 1, 3)
    assert (change.quotient, change.why) == (Fraction(53, 3), Why.HIGHEST_QUOTIENT)
    assert result.divisors == Divisors(Fraction(53, 4), Fraction(53, 3))


def test_adams_takes_the_places_that_rounding_up_has_too_many():
    """Rounded up 3, 2 and 2; the last quotients are 53/2, 24/1 and 23/1."""
    result = apportion(THREE, 5, "adams")
    assert result.steps.start == {"a": 3, "b": 2, "c": 2}
    assert [(c.claimant, c.quotient, c.why) for c in result.steps.changes] == [
        ("c", 23, Why.LOWEST_QUOTIENT),
        ("b", 24, Why.LOWEST_QUOTIENT),
    ]
    assert result.seats == {"a": 3, "b": 1, "c": 1}


def test_huntington_hill_keeps_squares_so_that_its_numbers_stay_exact():
    """The third place of a stands at the signpost sqrt(6), the second of b at sqrt(2)."""
    result = apportion(THREE, 5, "huntington_hill")
    assert result.seats == {"a": 3, "b": 1, "c": 1}
    assert result.divisors == Divisors(Fraction(24**2, 2), Fraction(53**2, 6), power=2)
    assert result.divisors.simple() == 20


def test_largest_remainder_serves_the_largest_remainder():
    """The quota is 20; rounded down 2, 1 and 1; remainders 13/20, 4/20 and 3/20."""
    result = apportion(THREE, 5, "largest_remainder")
    assert result.seats == {"a": 3, "b": 1, "c": 1}
    assert result.quota == 20
    assert (result.last_served, result.first_not_served) == (Fraction(13, 20), Fraction(1, 5))
    assert [(c.claimant, c.why) for c in result.steps.changes] == [("a", Why.LARGEST_REMAINDER)]


def test_the_example_of_the_documentation():
    result = apportion({"a": 10, "b": 7}, 5, "sainte_lague", {"a": 1}, {"b": 3}, {})
    assert result.seats == {"a": 3, "b": 2}


def test_a_bound_holds_one_and_the_others_share_the_rest():
    """a may have 1 of 7; b and c share 6 in proportion 2 : 1."""
    result = apportion({"a": 100, "b": 2, "c": 1}, 7, maximum={"a": 1})
    assert result.seats == {"a": 1, "b": 4, "c": 2}
    assert result.steps.targets == {"a": 1, "b": 4, "c": 2}


def test_who_already_holds_more_than_its_share_gets_nothing_and_loses_nothing():
    """Of 5 + 3 places a would have 4, and holds 5; b and c get the 3."""
    result = apportion({"a": 2, "b": 1, "c": 1}, 3, prior={"a": 5})
    assert result.seats["a"] == 0
    assert sorted(result.seats.values()) == [0, 1, 2]
    assert result.ties == (Tie(("b", "c"), 1, ("b",)),)


@pytest.mark.parametrize("method", METHODS)
def test_equal_claims_to_one_place_are_a_tie_resolved_by_lot(method):
    result = apportion({"b": 1, "a": 1}, 3, method, lots=["b"])
    assert result.seats == {"b": 2, "a": 1}
    assert result.ties == (Tie(tied=("a", "b"), places=1, drawn=("b",)),)
    assert [change.why for change in result.steps.changes] == [Why.LOT]


@pytest.mark.parametrize("method", ["adams", "huntington_hill", "dean"])
def test_with_fewer_places_than_claimants_the_larger_weight_goes_first(method):
    result = apportion({"a": 1, "b": 3, "c": 2, "d": 2}, 2, method)
    assert result.seats == {"a": 0, "b": 1, "c": 1, "d": 0}
    assert result.ties == (Tie(("c", "d"), 1, ("c",)),)
    assert result.divisors is None
    assert {c.why for c in result.steps.changes} == {Why.LOT, Why.LARGER_WEIGHT}


@pytest.mark.parametrize("method", METHODS)
def test_nothing_to_divide_gives_nothing(method):
    assert apportion({"a": 3, "b": 0}, 0, method).seats == {"a": 0, "b": 0}
    assert apportion({}, 0, method).seats == {}
    assert apportion({"a": 0}, 2, method, minimum={"a": 2}).seats == {"a": 2}


@pytest.mark.parametrize("method", METHODS)
def test_weights_too_large_for_a_float_are_still_exact(method):
    """2 ** 80 and 2 ** 80 + 1 are one and the same float, yet there is no tie here."""
    result = apportion({"a": 2**80, "b": 2**80 + 1}, 3, method)
    assert result.seats == {"a": 1, "b": 2}
    assert not result.ties


def test_targets_add_up_where_two_bounds_are_met_at_levels_that_are_one_and_the_same_float():
    """a leaves its minimum at 1 / 2**80 places per unit of weight, b just before; the level is
    between, 2 / (2**81 + 1): a has 1, b a little more, c a little less."""
    weights = {"a": 2**80, "b": 2**80 + 1, "c": 2**80}
    targets = apportion(weights, 3, minimum={"a": 1, "b": 1}).steps.targets
    assert targets == {
        "a": 1,
        "b": Fraction(2**81 + 2, 2**81 + 1),
        "c": Fraction(2**81, 2**81 + 1),
    }


@pytest.mark.parametrize("method", METHODS)
def test_targets_that_are_whole_are_the_places_at_once(method):
    result = apportion({"a": 2, "b": 3, "c": 5}, 20, method)
    assert result.seats == result.steps.start == result.steps.targets == {"a": 4, "b": 6, "c": 10}
    assert result.steps.changes == ()


def test_quotients_that_differ_in_the_thirteenth_digit_are_no_tie():
    """1 + 1/2000001 against 1 + 1/2000003, and the lot order is for the smaller one."""
    weights, prior = {"a": 2_000_002, "b": 2_000_004}, {"a": 10**6, "b": 10**6 + 1}
    result = apportion(weights, 1, prior=prior, lots=["b"])
    assert result.seats == {"a": 1, "b": 0}
    assert not result.ties


@pytest.mark.parametrize(
    ("divisors", "simple"),
    [
        (Divisors(Fraction(85481, 500), Fraction(170967, 1000)), "170.964"),
        (Divisors(Fraction(120), Fraction(380)), "200"),
        (Divisors(Fraction(100), Fraction(1009, 10)), "100.4"),
        (Divisors(Fraction(1, 3), Fraction(2, 3)), "0.5"),
        (Divisors(Fraction(1, 700), Fraction(1, 600)), "0.0015"),
        (Divisors(Fraction(7, 3), Fraction(7, 3)), "7/3"),
        (Divisors(Fraction(8), None), "10"),
        # Without an upper end, up to twice the lower one.
        (Divisors(Fraction(4), None), "6"),
        (Divisors(None, Fraction(8)), "4"),
        (Divisors(None, None), "1"),
        (Divisors(Fraction(2), Fraction(3), power=2), "1.6"),
        (Divisors(Fraction(9, 4), Fraction(9, 4), power=2), "3/2"),
        (Divisors(Fraction(0), Fraction(7)), "3"),
    ],
)
def test_the_simple_divisor_is_the_shortest_number_inside_the_interval(divisors, simple):
    assert divisors.simple() == Fraction(simple)


def test_there_is_no_simple_divisor_where_the_only_one_is_an_irrational_root():
    assert Divisors(Fraction(2), Fraction(2), power=2).simple() is None
