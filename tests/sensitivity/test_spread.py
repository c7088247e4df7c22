# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Percentiles, chances and explained variance: exact, and as the textbooks have them."""

from __future__ import annotations

from fractions import Fraction
from random import Random
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
    assert explained(values, weights, groups, exact=True) == expected


@given(POINTS)
def test_weights_too_large_for_64_bits_give_the_same(points):
    values, weights, groups = columns(points)
    huge = np.array([int(one) * 10**30 for one in weights], dtype=object)
    assert percentiles(values, huge) == percentiles(values, weights)
    for exact in (True, False):
        found = explained(values, huge, groups, exact=exact)
        assert found == explained(values, weights, groups, exact=exact)
    assert mean(values, huge) == mean(values, weights)


def test_a_number_that_a_plan_decides_alone_is_explained_whole():
    values, alike = np.array([22, 320, 22, 320]), np.ones(4, dtype=np.int64)
    assert explained(values, alike, np.array([0, 1, 0, 1]), exact=True) == 1
    assert explained(values, alike, np.array([0, 0, 1, 1]), exact=True) == 0


def test_draws_explain_less_the_part_that_chance_alone_explains():
    # Twice 10 draws: means 0.4 and 0.6, so B = 20 x 0.1² = 1/5 and V = 5: η² = 1/25. By chance
    # alone 1/18 of the 24/5 within groups: ε² = (1/5 - 4/15) / 5, below 0.
    values = np.array([1] * 4 + [0] * 6 + [1] * 6 + [0] * 4)
    alike, groups = np.ones(20, dtype=np.int64), np.repeat([0, 1], 10)
    assert explained(values, alike, groups, exact=True) == Fraction(1, 25)
    assert explained(values, alike, groups, exact=False) == 0
    # Means 0.1 and 0.9: B = 16/5, V = 5, within groups 9/5, by chance 1/10.
    values = np.array([1] + [0] * 9 + [1] * 9 + [0])
    assert explained(values, alike, groups, exact=False) == Fraction(31, 50)


def test_of_groups_of_fewer_than_ten_draws_nothing_is_said():
    values, alike = np.arange(19), np.ones(19, dtype=np.int64)
    assert explained(values, alike, np.repeat([0, 1], [10, 9]), exact=False) is None
    assert explained(values, alike, np.zeros(19, dtype=np.int64), exact=False) is None


@pytest.mark.parametrize("numeric", [True, False])
def test_a_factor_that_does_nothing_explains_next_to_nothing(numeric):
    # 4,901 values and 60 draws: with a group for each value it would explain everything.
    draw = Random(1)
    labels = [f"{'' if numeric else 'x'}{draw.randrange(100, 5001)}" for _ in range(60)]
    values = np.array([draw.choice((22, 320)) for _ in labels])
    found = explained(
        values, np.ones(60, dtype=np.int64), grouped(labels, exact=False), exact=False
    )
    assert found < Fraction(1, 10) if numeric else found is None


@pytest.mark.parametrize(
    ("p5", "p95", "robust"), [(100, 105, True), (100, 106, False), (3, 4, True), (3, 5, False)]
)
def test_robust_is_one_place_or_a_twentieth_of_the_median(p5, p95, robust):
    spread = Percentiles(low=p5, p5=p5, p50=p5, p95=p95, high=p95)
    assert is_robust(spread) is robust


def test_a_factor_with_very_many_values_is_grouped_by_its_ranks():
    labels = [str(number) for number in range(200)]
    assert np.bincount(grouped(labels, exact=False)).tolist() == [10] * 20
    assert grouped(labels, exact=True).tolist() == list(range(200))
    assert grouped(["b", "a", "b"], exact=False).tolist() == [0, 1, 0]


def test_a_hundred_draws_make_no_more_than_ten_groups():
    assert np.bincount(grouped([str(one) for one in range(100)], exact=False)).tolist() == [10] * 10


@given(st.lists(st.integers(-40, 40), min_size=1, max_size=300))
def test_groups_hold_neighbours_and_never_part_equal_values(numbers):
    groups = grouped([f"{one}.5" for one in numbers], exact=False).tolist()
    of = {}
    for number, group in zip(numbers, groups, strict=True):
        assert of.setdefault(number, group) == group
    if len(of) > min(20, len(numbers) // 10):
        assert [of[one] for one in sorted(of)] == sorted(of.values())


def test_a_text_that_would_be_an_endless_number_is_a_text():
    assert grouped(["1e999999999", "7"], exact=False).tolist() == [0, 1]
