# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Arguments as analysts have them: tables of pandas, numbers of numpy, and what is refused."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import allocator

WEIGHTS = {"a": {"a": 9, "b": 1}, "b": {"a": 2, "b": 3}}
ROWS, COLUMNS = {"a": 6, "b": 4}, {"a": 7, "b": 3}


def test_the_rows_of_a_dataframe_are_its_index_though_columns_are_called_alike():
    weights = {
        "a": {"a": 1, "b": 9, "c": 1},
        "b": {"a": 1, "b": 1, "c": 9},
        "c": {"a": 9, "b": 1, "c": 1},
    }
    totals = dict.fromkeys("abc", 11)
    frame = pd.DataFrame.from_dict(weights, orient="index")
    found = allocator.apportion_two_way(frame, totals, totals).seats
    assert found == allocator.apportion_two_way(weights, totals, totals).seats == weights
    assert found != allocator.apportion_two_way(frame.T, totals, totals).seats


def test_series_and_whole_numbers_of_numpy_are_taken_as_they_are_meant():
    weights = pd.Series({"a": 10, "b": 7})
    found = allocator.apportion(weights, np.int64(5), minimum=pd.Series({"a": 1}))
    assert found.seats == allocator.apportion({"a": 10, "b": 7}, 5, minimum={"a": 1}).seats
    totals = pd.Series(ROWS), pd.Series(COLUMNS)
    two_way = allocator.apportion_two_way(WEIGHTS, *totals)
    assert two_way.seats == allocator.apportion_two_way(WEIGHTS, ROWS, COLUMNS).seats


def test_a_large_number_of_numpy_does_not_overflow():
    large = np.int64(2**62)
    found = allocator.apportion({"a": large, "b": large}, 4)
    assert found.seats == {"a": 2, "b": 2}


@pytest.mark.parametrize("given", [[1, 2], np.array([1, 2]), None, 5, "ab", {1, 2}])
def test_what_has_no_names_is_refused_in_words(given):
    if given is None:
        with pytest.raises(allocator.ApportionmentError):
            allocator.apportion(given, 5)
        return
    with pytest.raises(allocator.ApportionmentError, match=r"weights is of type .*give a mapping"):
        allocator.apportion(given, 5)
    with pytest.raises(allocator.ApportionmentError, match="matrix is of type"):
        allocator.apportion_two_way(given, ROWS, COLUMNS)
    with pytest.raises(allocator.ApportionmentError, match="row_totals is of type"):
        allocator.apportion_two_way(WEIGHTS, given, COLUMNS)
    with pytest.raises(allocator.ApportionmentError, match="minimum is of type"):
        allocator.apportion({"a": 1}, 5, minimum=given)


def test_rows_and_cells_that_make_no_matrix_are_refused_in_words():
    for row in ([1, 2], 5, "ab"):
        with pytest.raises(allocator.ApportionmentError, match="row 'a' of matrix is of type"):
            allocator.apportion_two_way({"a": row}, {"a": 1}, {"a": 1})
    with pytest.raises(allocator.ApportionmentError, match="only exact numbers"):
        allocator.apportion({"a": np.float64(1.5)}, 5)


def test_a_table_that_names_a_row_or_a_column_twice_is_refused():
    twice = pd.DataFrame([[1, 2], [3, 4]], index=["a", "a"], columns=["a", "b"])
    with pytest.raises(allocator.ApportionmentError, match="the index of matrix names a twice"):
        allocator.apportion_two_way(twice, ROWS, COLUMNS)
    with pytest.raises(allocator.ApportionmentError, match="the columns of matrix names a twice"):
        allocator.apportion_two_way(twice.T.rename(index={"a": "a", "b": "b"}), ROWS, COLUMNS)


def test_names_without_an_order_and_lots_that_are_no_list_are_refused():
    with pytest.raises(allocator.ApportionmentError, match="several types"):
        allocator.apportion({"a": 1, 2: 1}, 1)
    with pytest.raises(allocator.ApportionmentError, match="lots is of type"):
        allocator.apportion({"a": 1}, 1, lots=5)


def test_the_errors_of_the_library_are_public_names():
    with pytest.raises(allocator.CannotApportion) as error:
        allocator.apportion({"a": 1}, 5, maximum={"a": 3})
    assert (error.value.needed, error.value.available) == (5, 3)
    assert issubclass(allocator.CannotApportion, allocator.ApportionmentError)
