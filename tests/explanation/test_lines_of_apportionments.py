# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever is apportioned, the line of arithmetic of each claimant ends in its places."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from allocator.apportionment import METHODS, CannotApportion
from allocator.apportionment.by_hand import line_of, plain, worth
from allocator.apportionment.division import divide
from tests.explanation.arithmetic import check, number

WEIGHTS = st.lists(
    st.one_of(st.integers(0, 12), st.fractions(0, 400, max_denominator=60)), min_size=1, max_size=6
)
BOUNDS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9)), min_size=6, max_size=6)


@given(st.sampled_from(METHODS), WEIGHTS, st.integers(0, 30), BOUNDS, st.booleans())
def test_the_line_of_every_claimant_ends_in_its_places(method, weights, total, bounds, bounded):
    named = {f"GM{number:04}": Fraction(weight) for number, weight in enumerate(weights)}
    assume(any(named.values()))
    pairs = dict(zip(named, bounds, strict=False)) if bounded else {}
    try:
        divided = divide(
            "rest", "PV23", "amv", named, total, method=method, lots=list(named),
            minimum={code: low for code, (low, _) in pairs.items()},
            maximum={code: low + more for code, (low, more) in pairs.items()},
        )  # fmt: skip
    except CannotApportion:
        assume(False)
        raise
    owed = divided.division.divisors is None and method != "largest_remainder"
    for claim in divided.division.claims:
        line = line_of(divided.division, claim)
        if line:
            assert check(line) == claim.places, line
        else:
            fixed = not claim.weight or divided.division.quota is None
            assert owed or fixed


@given(st.fractions(-10_000, 10_000))
def test_a_number_is_printed_exactly_or_to_the_decimals_that_it_shows(value):
    assert number(plain(value)) == value
    sign, _, shown = worth(value).partition(" ")
    if sign == "=":
        assert number(shown) == value
    else:
        decimals = len(shown.partition(".")[2])
        assert abs(number(shown) - value) * 2 * 10**decimals <= 1
