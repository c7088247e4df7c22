# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every refusal word for word: what is wrong, why, and what to do."""

from fractions import Fraction

import pytest

from allocator.apportionment import (
    ApportionmentError,
    CannotApportion,
    apportion,
    apportion_two_way,
)
from allocator.apportionment.claims import listed

TEN = {f"c{i}": 1 for i in range(10)}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            {"method": "webster"},
            (
                "method 'webster' is not known; choose one of largest_remainder, sainte_lague, "
                "dhondt, adams, huntington_hill, dean"
            ),
        ),
        (
            {"weights": {"a": 1.5}},
            (
                "the weight of 'a' is 1.5, of type float: only exact numbers can decide who gets a "
                "place; give an int or a fractions.Fraction"
            ),
        ),
        (
            {"weights": {"a": Fraction(-1, 3)}},
            "the weight of 'a' is -1/3: nobody has less than no claim; give zero or more",
        ),
        (
            {"total": -1},
            "total is -1: places are counted whole; give an int of zero or more",
        ),
        (
            {"minimum": {"a": 0.5}},
            "the minimum of 'a' is 0.5: places are counted whole; give an int of zero or more",
        ),
        ({"lots": "ab"}, "lots is the text 'ab'; give a list of names"),
        (
            {"lots": ["b", "a", "b"]},
            "lots names 'b' more than once; a lot order names each at most once",
        ),
        (
            {"prior": {"x": 1, "y": 2}},
            (
                "prior names 'x', 'y', without a weight; correct the name, or give a weight (0 for "
                "no claim)"
            ),
        ),
        (
            {"minimum": {"a": 3}, "maximum": {"a": 2}},
            "'a' has a minimum of 3 and a maximum of 2; lower the minimum or raise the maximum",
        ),
    ],
)
def test_a_wrong_argument_is_refused_in_these_words(arguments, said):
    with pytest.raises(ApportionmentError) as caught:
        apportion(**{"weights": {"a": 2, "b": 1}, "total": 5, **arguments})
    assert str(caught.value) == said


def test_minima_above_the_total_are_refused_in_these_words():
    with pytest.raises(CannotApportion) as caught:
        apportion({"a": 1, "b": 1, "c": 1}, 5, minimum={"a": 3, "b": 4, "c": 0})
    assert str(caught.value) == (
        "the minima of 'a', 'b' sum to 7, 2 more than the 5 places there are; lower the minima or "
        "raise the total"
    )
    assert (caught.value.rows, caught.value.columns) == ((), ())


def test_minima_that_are_just_the_total_are_what_everybody_gets():
    assert apportion({"a": 9, "b": 1}, 5, minimum={"a": 2, "b": 3}).seats == {"a": 2, "b": 3}


def test_maxima_below_the_total_are_refused_in_these_words():
    """c has no weight, so it can take its minimum of 1 only."""
    with pytest.raises(CannotApportion) as caught:
        apportion({"a": 1, "b": 2, "c": 0}, 9, minimum={"c": 1}, maximum={"a": 2, "b": 4})
    refused = caught.value
    assert str(refused) == (
        "9 places have to go somewhere, but 'a', 'b', 'c' can take only 7: the maxima of those "
        "with weight, and the minima of those without; 2 are left; raise the maxima or lower the "
        "total"
    )
    assert (refused.needed, refused.available) == (9, 7)
    assert refused.claimants == ("a", "b", "c")


def test_maxima_that_are_just_the_total_are_what_everybody_gets():
    bounds = {"minimum": {"c": 1}, "maximum": {"a": 2, "b": 4}}
    assert apportion({"a": 1, "b": 9, "c": 0}, 7, **bounds).seats == {"a": 2, "b": 4, "c": 1}


def test_of_a_long_list_eight_are_named():
    names = list(TEN)
    assert listed([]) == "nobody"
    assert listed(names[:1]) == "'c0'"
    assert listed(names[:8]) == "'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'"
    assert listed(names) == "'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7' and 2 more"
    assert listed(names, shown=2) == "'c0', 'c1' and 8 more"


@pytest.mark.parametrize(
    ("matrix", "rows", "columns", "said"),
    [
        (
            {"A": {"x": 1}},
            {},
            {"x": 0},
            "row 'A' has weights but no total; add its total, 0 if it gets no places",
        ),
        (
            {"A": {"x": 1}},
            {"A": 0},
            {},
            "column 'x' has weights but no total; add its total, 0 if it gets no places",
        ),
        (
            {"A": {"x": -1}},
            {"A": 1},
            {"x": 1},
            (
                "the weight of row 'A', column 'x' is -1: nobody has less than no claim; give zero "
                "or more"
            ),
        ),
    ],
)
def test_a_wrong_matrix_is_refused_in_these_words(matrix, rows, columns, said):
    with pytest.raises(ApportionmentError) as caught:
        apportion_two_way(matrix, rows, columns)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("matrix", "rows", "columns", "said", "numbers", "names"),
    [
        (
            {"A": {"x": 1}},
            {"A": 3},
            {"x": 4},
            (
                "the rows need 3 places, the columns hold 4; the totals have to be the same, so "
                "correct one of them"
            ),
            (3, 4),
            ((), ()),
        ),
        (
            {"A": {"x": 0}, "B": {"x": 1}},
            {"A": 2, "B": 1},
            {"x": 3},
            (
                "rows 'A' need 2 places, but no column has weight for them; 2 cannot be placed; "
                "give them weight elsewhere or change the totals"
            ),
            (2, 0),
            (("A",), ()),
        ),
        (
            {"A": {"x": 1}, "B": {"x": 1, "y": 1}},
            {"A": 4, "B": 1},
            {"x": 3, "y": 2},
            (
                "rows 'A' need 4 places, but the only columns with weight for them, 'x', hold 3; 1 "
                "cannot be placed; give them weight elsewhere or change the totals"
            ),
            (4, 3),
            (("A",), ("x",)),
        ),
    ],
)
def test_totals_that_no_matrix_has_are_refused_in_these_words(
    matrix, rows, columns, said, numbers, names
):
    with pytest.raises(CannotApportion) as caught:
        apportion_two_way(matrix, rows, columns)
    refused = caught.value
    assert str(refused) == said
    assert (refused.needed, refused.available) == numbers
    assert (refused.rows, refused.columns) == names
    assert refused.claimants == ()
