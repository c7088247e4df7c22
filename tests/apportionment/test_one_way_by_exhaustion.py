# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Small instances, decided by trying every allocation against the definition of the method."""

from fractions import Fraction
from itertools import pairwise, product
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allocator.apportionment import DIVISOR_METHODS, METHODS, CannotApportion, apportion

# Signposts written down a second time, with the power that makes them rational.
SIGNPOSTS = {
    "sainte_lague": (lambda x: x + Fraction(1, 2), 1),
    "dhondt": (lambda x: Fraction(x + 1), 1),
    "adams": (Fraction, 1),
    "huntington_hill": (lambda x: Fraction(x * (x + 1)), 2),
    "dean": (lambda x: x * (x + 1) / (x + Fraction(1, 2)), 1),
}
ENDLESS = Fraction(10**9)


@st.composite
def instances(draw, largest=9):
    names = draw(st.permutations("abcd"[: draw(st.integers(1, 4))]))
    weight = st.integers(0, largest) | st.fractions(0, largest, max_denominator=4)
    counts = st.dictionaries(st.sampled_from(names), st.integers(0, 3))
    return {
        "weights": {name: draw(weight) for name in names},
        "total": draw(st.integers(0, 7)),
        "minimum": draw(counts),
        "maximum": draw(st.dictionaries(st.sampled_from(names), st.none() | st.integers(3, 5))),
        "prior": draw(counts),
        "lots": draw(st.permutations(names))[: draw(st.integers(0, 4))],
    }


def allocations(case):
    """All allocations within the bounds with the right sum; who has no weight gets its minimum."""
    ranges = []
    for name, weight in case["weights"].items():
        low = case["minimum"].get(name, 0)
        high = case["maximum"].get(name)
        high = case["total"] if high is None else high
        ranges.append(range(low, (high if weight else low) + 1))
    return [seats for seats in product(*ranges) if sum(seats) == case["total"]]


def is_open(case, name):
    return case["maximum"].get(name) is None


def valid_by_min_max(case, method):
    """The allocations where no claim that was refused is stronger than one that was served."""
    signpost, power = SIGNPOSTS[method]

    def claim(weight, held):
        post = signpost(held)
        return (0, weight**power / post) if post else (1, weight)

    valid = []
    for seats in allocations(case):
        served, refused = [], []
        for (name, weight), now in zip(case["weights"].items(), seats, strict=True):
            held = case["prior"].get(name, 0) + now
            if weight and now > case["minimum"].get(name, 0):
                served.append(claim(weight, held - 1))
            if weight and (is_open(case, name) or now < case["maximum"][name]):
                refused.append(claim(weight, held))
        if not served or not refused or min(served) >= max(refused):
            valid.append(seats)
    return valid


def valid_by_divisor(case, method):
    """The allocations that rounding at some common divisor gives: every divisor is tried.

    Only at weight / signpost does the rounding change, so these and the midpoints are enough.
    """
    signpost, power = SIGNPOSTS[method]
    furthest = case["total"] + max(case["prior"].values(), default=0) + 2
    posts = [signpost(x) for x in range(furthest) if signpost(x)]
    turning = sorted(
        {weight**power / post for weight in case["weights"].values() if weight for post in posts}
    )
    middles = [(a + b) / 2 for a, b in pairwise(turning)]
    tried = [*turning, *middles, turning[0] / 2, turning[-1] * 2] if turning else [Fraction(1)]
    valid = set()
    for divisor in tried:
        options = []
        for name, weight in case["weights"].items():
            low = case["minimum"].get(name, 0)
            high = case["maximum"].get(name)
            claim = weight**power / divisor
            rounded = [
                x
                for x in range(furthest)
                if (x == 0 or signpost(x - 1) <= claim) and claim <= signpost(x)
            ]
            prior = case["prior"].get(name, 0)
            clamped = {max(x - prior, low) for x in rounded or [furthest]}
            options.append(
                {low}
                if not weight
                else clamped
                if high is None
                else {min(x, high) for x in clamped}
            )
        valid |= {seats for seats in product(*options) if sum(seats) == case["total"]}
    return sorted(valid)


def valid_by_remainder(case):
    """The allocations that serve no smaller remainder first; who is bound is found by trying."""
    names = [name for name, weight in case["weights"].items() if weight]
    weights, prior = case["weights"], case["prior"]
    low = {name: case["minimum"].get(name, 0) for name in weights}
    high = {name: ENDLESS if is_open(case, name) else case["maximum"][name] for name in weights}
    places = case["total"] - sum(low[name] for name in weights if not weights[name])
    for state in product(("low", "free", "high"), repeat=len(names)):
        free = [name for name, where in zip(names, state, strict=True) if where == "free"]
        bound = {
            n: (low if where == "low" else high)[n]
            for n, where in zip(names, state, strict=True)
            if where != "free"
        }
        over = places - sum(bound.values()) + sum(prior.get(name, 0) for name in free)
        levels = (
            [over / Fraction(sum(weights[name] for name in free))]
            if free
            else [
                Fraction(0),
                *((prior.get(n, 0) + b) / Fraction(weights[n]) for n, b in bound.items()),
            ]
        )
        for level in levels:
            target = {
                n: min(
                    max(weights[n] * level - prior.get(n, 0), Fraction(low[n])), Fraction(high[n])
                )
                for n in names
            }
            if level >= 0 and sum(target.values()) == places:
                return [
                    seats for seats in allocations(case) if serves(case, target, low, high, seats)
                ]
    return []


def serves(case, target, low, high, seats):
    served, refused = [], []
    for name, now in zip(case["weights"], seats, strict=True):
        if name not in target:
            continue
        whole, rest = floor(target[name]), target[name] - floor(target[name])
        if not low[name] < target[name] < high[name]:
            if now != target[name]:
                return False
        elif now == whole:
            refused.append(rest)
        elif now == whole + 1:
            served.append(rest)
        else:
            return False
    return not served or not refused or min(served) >= max(refused)


def picked_by_lot(case, valid):
    """The valid allocation that is best for the first in lot order, then for the second, ..."""
    names = list(case["weights"])
    order = [*case["lots"], *sorted(set(names) - set(case["lots"]))]
    return max(valid, key=lambda seats: [seats[names.index(name)] for name in order])


def agrees(case, valid, method):
    if not valid:
        with pytest.raises(CannotApportion):
            apportion(method=method, **case)
        return
    result = apportion(method=method, **case)
    names = list(case["weights"])
    assert tuple(result.seats.values()) == picked_by_lot(case, valid)
    assert list(result.seats) == names
    vary = [n for i, n in enumerate(names) if len({seats[i] for seats in valid}) > 1]
    assert [list(tie.tied) for tie in result.ties] == ([sorted(vary)] if vary else [])
    for tie in result.ties:
        least = {n: min(seats[names.index(n)] for seats in valid) for n in vary}
        assert tie.places == sum(result.seats[n] - least[n] for n in vary)
        assert set(tie.drawn) == {n for n in vary if result.seats[n] > least[n]}


@pytest.mark.parametrize("method", DIVISOR_METHODS)
@settings(max_examples=120, deadline=None, derandomize=True, database=None)
@given(case=instances())
def test_a_divisor_method_serves_no_weaker_claim_before_a_stronger(method, case):
    agrees(case, valid_by_min_max(case, method), method)


@pytest.mark.parametrize("method", ["sainte_lague", "dhondt"])
@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(case=instances())
def test_a_divisor_method_is_rounding_at_one_common_divisor(method, case):
    agrees(case, valid_by_divisor(case, method), method)


@pytest.mark.parametrize("method", ["adams", "huntington_hill", "dean"])
@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(case=instances())
def test_so_is_one_that_owes_everybody_a_first_place_if_there_is_one(method, case):
    valid = valid_by_divisor(case, method)
    if valid:
        agrees(case, valid, method)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(case=instances())
def test_largest_remainder_serves_no_smaller_remainder_before_a_larger(case):
    agrees(case, valid_by_remainder(case), "largest_remainder")


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(case=instances(largest=2))
def test_with_ties_everywhere_the_lot_order_still_leaves_one_outcome(method, case):
    valid = (
        valid_by_remainder(case)
        if method == "largest_remainder"
        else valid_by_min_max(case, method)
    )
    agrees(case, valid, method)
