# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is refused, and whether the refusal says what, why and what to do."""

from fractions import Fraction

import pytest

from allocator.apportionment import (
    METHODS,
    ApportionmentError,
    CannotApportion,
    apportion,
    apportion_two_way,
)


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ({"Borne": 1.5}, "the weight of 'Borne' is 1.5, of type float"),
        ({"Borne": True}, "the weight of 'Borne' is True, of type bool"),
        ({"Borne": "7"}, "the weight of 'Borne' is '7', of type str"),
        ({"Borne": -1}, "the weight of 'Borne' is -1"),
        ({"Borne": Fraction(-1, 2)}, "the weight of 'Borne' is -1/2"),
    ],
)
def test_a_weight_that_is_not_exact_or_below_zero_is_refused(weights, said):
    with pytest.raises(ApportionmentError, match=said):
        apportion(weights, 1)


@pytest.mark.parametrize("total", [-1, 1.0, True, "3", Fraction(2)])
def test_a_total_that_is_not_a_whole_number_is_refused(total):
    with pytest.raises(ApportionmentError, match=r"total is .*places are counted whole"):
        apportion({"a": 1}, total)


@pytest.mark.parametrize("what", ["minimum", "maximum", "prior"])
@pytest.mark.parametrize("count", [-1, 0.5, False])
def test_a_bound_that_is_not_a_whole_number_is_refused(what, count):
    with pytest.raises(ApportionmentError, match=f"the {what} of 'a' is {count}"):
        apportion({"a": 1}, 1, **{what: {"a": count}})


@pytest.mark.parametrize("what", ["minimum", "maximum", "prior"])
def test_a_bound_for_an_unknown_claimant_is_refused(what):
    with pytest.raises(ApportionmentError, match=f"{what} names 'Bornee', without a weight"):
        apportion({"Borne": 1}, 1, **{what: {"Bornee": 1}})


def test_an_unknown_method_is_refused_with_the_known_ones():
    with pytest.raises(ApportionmentError, match=r"'webster' is not known.*sainte_lague"):
        apportion({"a": 1}, 1, "webster")


@pytest.mark.parametrize(
    ("lots", "said"),
    [
        (["x"], "lots names 'x'"),
        (["b", "a", "b"], "lots names 'b' more than once"),
        ("ab", "lots is the text 'ab'"),
    ],
)
def test_a_wrong_lot_order_is_refused(lots, said):
    with pytest.raises(ApportionmentError, match=said):
        apportion({"a": 1, "b": 1}, 1, lots=lots)


def test_a_minimum_above_the_maximum_is_refused():
    with pytest.raises(ApportionmentError, match="'a' has a minimum of 3 and a maximum of 2"):
        apportion({"a": 1, "b": 1}, 5, minimum={"a": 3}, maximum={"a": 2})


@pytest.mark.parametrize("method", METHODS)
def test_minima_above_the_total_cannot_be_met_and_the_numbers_are_given(method):
    with pytest.raises(CannotApportion, match="'a', 'b' sum to 7, 2 more than the 5") as caught:
        apportion({"a": 1, "b": 1, "c": 1}, 5, method, minimum={"a": 3, "b": 4})
    refused = caught.value
    assert (refused.needed, refused.available, refused.claimants) == (7, 5, ("a", "b"))


@pytest.mark.parametrize("method", METHODS)
def test_maxima_below_the_total_cannot_be_met_and_the_numbers_are_given(method):
    with pytest.raises(CannotApportion, match=r"9 places .* only 7.* 2 are left") as caught:
        apportion({"a": 1, "b": 2, "c": 0}, 9, method, {"c": 1}, {"a": 2, "b": 4, "c": 8})
    assert (caught.value.needed, caught.value.available) == (9, 7)


def test_places_without_anybody_to_take_them_cannot_be_met():
    with pytest.raises(CannotApportion, match="2 places have to go somewhere, but nobody"):
        apportion({}, 2)
    with pytest.raises(CannotApportion, match="2 places have to go somewhere, but 'a'"):
        apportion({"a": 0}, 2)


def test_cannot_apportion_is_a_value_error():
    assert issubclass(CannotApportion, ApportionmentError)
    assert issubclass(ApportionmentError, ValueError)


def test_a_long_list_of_names_is_cut_short_in_a_message():
    weights = {f"GM{i:04}": 1 for i in range(20)}
    with pytest.raises(CannotApportion, match="'GM0007' and 12 more"):
        apportion(weights, 5, minimum=dict.fromkeys(weights, 1))


@pytest.mark.parametrize(
    ("matrix", "rows", "columns", "said"),
    [
        ({"A": {"x": 0.5}}, {"A": 1}, {"x": 1}, "the weight of row 'A', column 'x' is 0.5"),
        ({"A": {"x": 1}}, {"A": -1}, {"x": 1}, "the total of row 'A' is -1"),
        ({"A": {"x": 1}}, {"A": 1}, {"x": True}, "the total of column 'x' is True"),
        ({"A": {"x": 1}}, {}, {"x": 0}, "row 'A' has weights but no total"),
        ({"A": {"x": 1}}, {"A": 0}, {}, "column 'x' has weights but no total"),
    ],
)
def test_a_wrong_matrix_is_refused(matrix, rows, columns, said):
    with pytest.raises(ApportionmentError, match=said):
        apportion_two_way(matrix, rows, columns)


def test_a_lot_order_of_unknown_cells_is_refused():
    with pytest.raises(ApportionmentError, match=r"lots names \('A', 'z'\)"):
        apportion_two_way({"A": {"x": 1}}, {"A": 1}, {"x": 1}, lots=[("A", "z")])
