# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Percentiles, chances and explained variance: exact, and as the textbooks have them."""

from __future__ import annotations

from fractions import Fraction
from statistics import pvariance

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocator.sensitivity.spread import chance, explained, grouped, is_robust, mean, percentiles
from models.sensitivity import Percentiles

POINTS = st.lists(
    st.tuples(st.integers(0, 500), st.integers(1, 4), st.integers(0, 3)), min_size=1, max_size=40
)


def columns(points):
    return tuple(np.array(column, dtype=np.int64) for column in zip(*points, strict=True))


def test_the_median_of_a_hundred_is_the_fiftieth():
    values = np.arange(1, 101)
    found = percentiles(values, np.ones(100, dtype=np.int64))
    assert found == Percentiles(low=1, p5=5, p50=50, p95=95, high=100)


def test_what_can_hardly_happen_moves_no_percentile():
    # One plan falls through in one of fifty: the shortage is 100 then, and 0 otherwise.
    found = percentiles(np.array([100, 0]), np.array([1, 49]))
    assert (found.p50, found.p95, found.high) == (0, 0, 100)


def test_a_point_without_a_chance_is_no_lowest_and_no_highest():
    found = percentiles(np.array([1, 5, 9]), np.array([0, 3, 0]))
    assert (found.low, found.high) == (5, 5)


@given(POINTS)
def test_weights_are_repetitions(points):
    values, weights, _ = columns(points)
    repeated = np.repeat(values, weights)
    alike = np.ones(len(repeated), dtype=np.int64)
    assert percentiles(values, weights) == percentiles(repeated, alike)
    assert mean(values, weights) == mean(repeated, alike)
    assert chance(values > 9, weights) == chance(repeated > 9, alike)


@given(POINTS)
def test_the_explained_part_is_the_variance_of_the_means_over_the_variance(points):
    values, weights, groups = columns(points)
    repeated = [Fraction(int(one)) for one in np.repeat(values, weights)]
    of_group = np.repeat(groups, weights).tolist()
    means = {
        group: Fraction(sum(v for v, g in zip(repeated, of_group, strict=True) if g == group))
        / of_group.count(group)
        for group in set(of_group)
    }
    whole = pvariance(repeated)
    expected = pvariance([means[group] for group in of_group]) / whole if whole else 0
    assert explained(values, weights, groups) == expected


@given(POINTS)
def test_weights_too_large_for_64_bits_give_the_same(points):
    values, weights, groups = columns(points)
    huge = np.array([int(one) * 10**30 for one in weights], dtype=object)
    assert percentiles(values, huge) == percentiles(values, weights)
    assert explained(values, huge, groups) == explained(values, weights, groups)
    assert mean(values, huge) == mean(values, weights)


def test_a_number_that_a_plan_decides_alone_is_explained_whole():
    values, alike = np.array([22, 320, 22, 320]), np.ones(4, dtype=np.int64)
    assert explained(values, alike, np.array([0, 1, 0, 1])) == 1
    assert explained(values, alike, np.array([0, 0, 1, 1])) == 0


@pytest.mark.parametrize(
    ("p5", "p95", "robust"), [(100, 105, True), (100, 106, False), (3, 4, True), (3, 5, False)]
)
def test_robust_is_one_place_or_a_twentieth_of_the_median(p5, p95, robust):
    spread = Percentiles(low=p5, p5=p5, p50=p5, p95=p95, high=p95)
    assert is_robust(spread) is robust


def test_a_factor_with_very_many_values_is_grouped_by_its_ranks():
    labels = [str(number) for number in range(100)]
    assert np.bincount(grouped(labels, numeric=True)).tolist() == [5] * 20
    assert grouped(["b", "a", "b"], numeric=False).tolist() == [0, 1, 0]
