# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The Gini coefficient: what it has to be, whatever the municipalities."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from allocator.comparison.lorenz import lorenz

tried = settings(max_examples=200, deadline=None, derandomize=True, database=None)

municipality = st.tuples(st.integers(0, 2_000), st.integers(1, 900_000))
country = st.lists(municipality, min_size=1, max_size=12).filter(
    lambda them: any(p for p, _ in them)
)


def gini(pairs) -> Fraction:
    found = lorenz(pairs).gini
    assert found is not None
    return found


def by_pairs(pairs) -> Fraction:
    """Half the mean difference of two inhabitants in places per head, over the mean."""
    places, people = sum(p for p, _ in pairs), sum(n for _, n in pairs)
    mean = Fraction(places, people)
    apart = sum(
        Fraction(n * m, people**2) * abs(Fraction(p, n) - Fraction(q, m))
        for (p, n), (q, m) in combinations(pairs, 2)
    )
    return apart / mean


@tried
@given(country)
def test_it_is_what_every_pair_of_municipalities_comes_to(pairs):
    assert gini(pairs) == by_pairs(pairs)


@tried
@given(country)
def test_it_lies_from_nought_to_below_one(pairs):
    assert 0 <= gini(pairs) < 1


@tried
@given(st.lists(st.integers(1, 900_000), min_size=1, max_size=12), st.integers(1, 9))
def test_it_is_nought_where_places_are_in_proportion_and_only_there(people, rate):
    assert gini([(rate * n, n) for n in people]) == 0
    if len(people) > 1:
        (one, *others) = [(rate * n, n) for n in people]
        assert gini([(one[0] + 1, one[1]), *others]) > 0


@tried
@given(country, st.integers(1, 50), st.integers(1, 50))
def test_it_looks_at_proportions_only(pairs, places, people):
    assert gini([(places * p, people * n) for p, n in pairs]) == gini(pairs)


@tried
@given(country, st.randoms(use_true_random=False))
def test_the_order_of_municipalities_says_nothing(pairs, luck):
    assert gini(luck.sample(pairs, len(pairs))) == gini(pairs)


@tried
@given(country)
def test_a_municipality_that_splits_evenly_changes_nothing(pairs):
    (places, people), *others = pairs
    whole = [(2 * places, 2 * people), *others]
    assert gini([(places, people), (places, people), *others]) == gini(whole)


@tried
@given(country)
def test_a_place_that_moves_to_who_has_fewer_per_head_makes_it_no_larger(pairs):
    ordered = sorted(pairs, key=lambda one: Fraction(*one))
    (few, small), *middle, (many, large) = ordered if len(ordered) > 1 else [(0, 1), *ordered]
    before = [(few, small), *middle, (many, large)]
    if many and Fraction(few + 1, small) <= Fraction(many - 1, large):
        assert gini([(few + 1, small), *middle, (many - 1, large)]) < gini(before)


def test_without_any_place_there_is_none():
    assert lorenz([(0, 5), (0, 7)]).gini is None
    assert lorenz([]).gini is None


def test_a_council_can_redo_it_by_hand():
    """Two towns of 1,000 people: one hosts 3, the other 1. Half the people host a quarter.

    In order: 1,000 x (2 x 0 + 1) + 1,000 x (2 x 1 + 3) = 6,000; 1 - 6,000 / (2,000 x 4) = 1/4.
    """
    curve = lorenz([(3, 1_000), (1, 1_000)])
    assert (curve.strips, curve.inhabitants, curve.places) == (6_000, 2_000, 4)
    assert curve.gini == Fraction(1, 4)
