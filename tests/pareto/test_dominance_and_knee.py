# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which points none beats, and the knee: theorems on points at random, and examples by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocator.pareto.dominance import beaten_by, frontier_of
from allocator.pareto.knee import knee_of

NUMBERS = st.fractions(min_value=-20, max_value=20, max_denominator=6)
POINTS = st.lists(st.tuples(NUMBERS, NUMBERS), max_size=12)
SCALES = st.fractions(min_value=Fraction(1, 50), max_value=50)


def dominates(one, other) -> bool:
    return one[0] <= other[0] and one[1] <= other[1] and one != other


@given(POINTS)
def test_no_point_of_the_frontier_dominates_another(points):
    kept = [points[number] for number in frontier_of(points)]
    assert not any(dominates(one, other) for one in kept for other in kept)
    assert len(set(kept)) == len(kept)


@given(POINTS)
def test_every_point_off_the_frontier_is_dominated_or_equalled_by_the_one_that_is_named(points):
    kept = frontier_of(points)
    frontier = [points[number] for number in kept]
    for number in set(range(len(points))) - set(kept):
        better = frontier[beaten_by(points[number], frontier)]
        assert dominates(better, points[number]) or better == points[number]
        nearer = [one for one in frontier if one[0] > better[0]]
        assert not any(one == points[number] or dominates(one, points[number]) for one in nearer)


@given(POINTS)
def test_the_frontier_is_every_point_that_nothing_dominates(points):
    expected = {one for one in points if not any(dominates(other, one) for other in points)}
    assert [points[number] for number in frontier_of(points)] == sorted(expected)


@given(POINTS, st.randoms())
def test_the_order_of_the_points_does_not_matter(points, luck):
    turned = luck.sample(points, len(points))
    assert frontier(points) == frontier(turned)


def test_of_equal_points_the_first_is_kept():
    assert frontier_of([(Fraction(1), Fraction(1))] * 3) == [0]


def test_what_nothing_beats_has_nobody_to_be_named():
    with pytest.raises(ValueError, match="empty"):
        beaten_by((Fraction(0), Fraction(0)), [(Fraction(1), Fraction(1))])


def frontier(points):
    return [points[number] for number in frontier_of(points)]


@given(POINTS, SCALES, SCALES, NUMBERS, NUMBERS)
def test_the_knee_does_not_depend_on_the_units_of_the_axes(points, across, up, right, above):
    before = frontier(points)
    after = [(x * across + right, y * up + above) for x, y in before]
    assert knee_of(before) == knee_of(after)


@given(POINTS)
def test_the_knee_is_a_point_below_the_chord_and_no_other_lies_farther_below(points):
    listed = frontier(points)
    knee = knee_of(listed)
    if len(listed) < 3:
        assert knee is None
        return
    (left, high), (right, low) = listed[0], listed[-1]

    def below(one) -> Fraction:
        """How far under the line from end to end, on the scaled axes, straight down."""
        chord = high + (low - high) * (one[0] - left) / (right - left)
        return (chord - one[1]) / (high - low)

    farthest = max(map(below, listed))
    if farthest <= 0:
        assert knee is None
        return
    assert knee is not None
    assert 0 < knee.number < len(listed) - 1
    assert below(listed[knee.number]) == farthest == knee.gain < 1
    assert all(below(one) < farthest for one in listed[: knee.number])


def test_a_knee_by_hand():
    points = [(Fraction(x), Fraction(y)) for x, y in ((0, 10), (1, 4), (3, 2), (10, 0))]
    knee = knee_of(points)
    # 1 - 1/10 - 4/10 = 1 - 3/10 - 2/10: of equals the one with less of the first.
    assert (knee.number, knee.gain) == (1, Fraction(1, 2))


def test_a_frontier_that_bulges_the_wrong_way_has_no_knee():
    points = [(Fraction(x), Fraction(y)) for x, y in ((0, 10), (6, 9), (10, 0))]
    assert knee_of(points) is None
    assert knee_of(points[:2]) is None
    assert knee_of([]) is None
