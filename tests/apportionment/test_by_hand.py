# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a reader gets to redo an apportionment: numbers, lines and sentences, word for word."""

from fractions import Fraction

import pytest

from allocator.apportionment.by_hand import in_short, line_of, plain, room, worth
from allocator.apportionment.division import divide
from models.division import Claim, Division


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("0", "0"),
        ("100", "100"),
        ("13.5", "13.5"),
        ("-2.25", "-2.25"),
        ("0.000001", "0.000001"),
        ("1234567.89", "1,234,567.89"),
        ("1/3", "(1 / 3)"),
        ("20000000/3", "(20,000,000 / 3)"),
        ("0.0000001", "0.0000001"),
    ],
)
def test_a_short_decimal_is_written_in_full_and_any_other_number_as_a_fraction(number, written):
    assert plain(Fraction(number)) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("13.392", "= 13.392"),
        ("2000/3", "≈ 666.667"),
        ("4000000/3", "≈ 1,333,333.333"),
        ("-1/3", "≈ -0.333"),
        # As 20.500 it would read as a half, as 13.000 or 0.000 as a whole number.
        ("20.5001", "≈ 20.500100"),
        ("20.4999999", "≈ 20.499999900"),
        ("13.0000002", "≈ 13.000000200"),
        ("1/1000000000000000", "≈ 0.000000000000"),
        ("13.0000000000000001", "≈ 13.000000000000"),
    ],
)
def test_a_quotient_shows_enough_decimals_to_see_to_which_side_it_is_rounded(number, written):
    assert worth(Fraction(number)) == written


def claim(weight=53, places=0, minimum=0, maximum=None, takes_part=True):
    return Claim(
        code="GM1",
        kind="amv",
        weight=Fraction(weight),
        minimum=minimum,
        maximum=maximum,
        takes_part=takes_part,
        places=places,
    )


def division(method="sainte_lague", claims=(), **certificate):
    """A division of 5 places; `divisor=20` and its like are the certificate."""
    return Division(
        stage="rest",
        area="PV23",
        kind="amv",
        total=5,
        method=method,
        claims=tuple(claims),
        **certificate,
    )


AT_20 = {"divisors": (Fraction(16), Fraction(106, 5)), "divisor": Fraction(20)}
HALF = {"divisors": (Fraction(1, 2), Fraction(1, 2))}
NEAREST = "rounded to the nearest whole number"


@pytest.mark.parametrize(
    ("claimed", "line"),
    [
        (claim(53, 3), f"53 / 20 = 2.65, {NEAREST}: 3"),
        (claim(53, 4, minimum=4), f"53 / 20 = 2.65, {NEAREST}: 3, at least 4: 4"),
        (claim(53, 2, maximum=2), f"53 / 20 = 2.65, {NEAREST}: 3, at most 2: 2"),
        (claim(53, 0, maximum=0), f"53 / 20 = 2.65, {NEAREST}: 3, at most 0: 0"),
        (claim(50_000, 2_500), f"50,000 / 20 = 2,500, {NEAREST}: 2,500"),
        (claim(50, 2), f"50 / 20 = 2.5, {NEAREST}: 2 or 3, by lot: 2"),
        (claim(50, 3), f"50 / 20 = 2.5, {NEAREST}: 2 or 3, by lot: 3"),
        (claim(50, 2, maximum=2), f"50 / 20 = 2.5, {NEAREST}: 2 or 3, by bound: 2"),
        (claim(50, 3, minimum=3), f"50 / 20 = 2.5, {NEAREST}: 2 or 3, by bound: 3"),
        (claim(0, 0), ""),
        (claim(0, 2, minimum=2), ""),
        (claim(53, 0, takes_part=False), ""),
    ],
)
def test_a_line_tells_the_quotient_the_rounding_and_what_holds_the_claimant(claimed, line):
    assert line_of(division(**AT_20), claimed) == line


@pytest.mark.parametrize(
    ("method", "line"),
    [
        ("dhondt", "53 / 20 = 2.65, rounded down: 2"),
        ("adams", "53 / 20 = 2.65, rounded up: 3"),
        (
            "huntington_hill",
            "53 / 20 = 2.65, rounded at the geometric mean of the whole numbers around it: 3",
        ),
        ("dean", "53 / 20 = 2.65, rounded at the harmonic mean of the whole numbers around it: 3"),
        # Rules that bind kinds together leave one divisor to who is under the same rules.
        ("least_squares", f"53 / 20 = 2.65, {NEAREST}: 3"),
    ],
)
def test_a_line_names_the_rounding_of_its_method(method, line):
    places = int(line.rpartition(" ")[2])
    assert line_of(division(method, **AT_20), claim(53, places)) == line


@pytest.mark.parametrize(
    ("claimed", "line"),
    [
        (claim(53, 3), "2, one of the places left: 3"),
        (claim(53, 2), "2"),
        (claim(53, 3, minimum=3), "2, at least 3: 3"),
        (claim(53, 1, maximum=1), "2, at most 1: 1"),
    ],
)
def test_a_line_of_the_largest_remainder_tells_who_got_one_of_the_places_left(claimed, line):
    divided = division("largest_remainder", quota=Fraction(20))
    assert line_of(divided, claimed) == (f"53 / 20 = 2.65, rounded down to its whole part: {line}")


def test_where_the_bounds_decide_there_is_no_line():
    assert not line_of(division("largest_remainder"), claim(53, 3, minimum=3))
    assert not line_of(division("adams"), claim(53, 1))
    assert not line_of(division("huntington_hill", divisors=(None, None)), claim(53, 1))


@pytest.mark.parametrize(
    ("claimed", "line"),
    [
        # 1 x 1 / (1/2) = 2 = 1 x 2: exactly between one place and two.
        (claim(1, 2), "1 x 1 / 0.5 = 2, rounded at the products x (x + 1): 1 or 2, by lot: 2"),
        # 18 lies between 3 x 4 and 4 x 5, 50 between 6 x 7 and 7 x 8.
        (claim(3, 4), "3 x 3 / 0.5 = 18, rounded at the products x (x + 1): 4"),
        (claim(5, 7), "5 x 5 / 0.5 = 50, rounded at the products x (x + 1): 7"),
        # The least weight has a place: 0.02 is above 0 x 1.
        (claim("0.1", 1), "0.1 x 0.1 / 0.5 = 0.02, rounded at the products x (x + 1): 1"),
        (
            claim(3, 2, maximum=2),
            "3 x 3 / 0.5 = 18, rounded at the products x (x + 1): 4, at most 2: 2",
        ),
    ],
)
def test_where_the_only_divisor_is_an_irrational_root_squares_are_compared(claimed, line):
    assert line_of(division("huntington_hill", **HALF), claimed) == line


def test_a_square_above_the_product_of_its_number_and_the_next_is_rounded_up():
    """14 lies above 3 x 4, though below 4 x 4."""
    tied = division("huntington_hill", divisors=(Fraction(9, 14), Fraction(9, 14)))
    assert line_of(tied, claim(3, 4)) == (
        "3 x 3 / (9 / 14) = 14, rounded at the products x (x + 1): 4"
    )


@pytest.mark.parametrize(
    ("divided", "said"),
    [
        (
            division("least_squares"),
            (
                "Rules bind kinds or regions together, so the places are those with the least sum "
                "of (places - pro rata)^2 / weight; the `multipliers` in the JSON prove it."
            ),
        ),
        (division("largest_remainder"), "The bounds of each decide."),
        (
            division("largest_remainder", quota=Fraction(41, 2)),
            "Places = weight / 20.5, rounded down; the places left go to the largest remainders.",
        ),
        (
            division("adams"),
            "There are fewer places than claimants: the largest weights go first.",
        ),
        (division("huntington_hill", **HALF), "The square of the divisor is 0.5."),
        (
            division("sainte_lague", **AT_20),
            (
                f"Places = weight / 20, {NEAREST}. "
                "Every divisor from 16.000001 to 21.199999 gives the same."
            ),
        ),
        (
            division("huntington_hill", divisors=(Fraction(288), Fraction(468)), divisor=20),
            (
                "Places = weight / 20, rounded at the geometric mean of the whole numbers around "
                "it. Every divisor from 288.000001 to 467.999999 (squares) gives the same."
            ),
        ),
    ],
)
def test_a_division_is_told_in_short(divided, said):
    assert in_short(divided) == said


@pytest.mark.parametrize(
    ("bound", "within"),
    [
        ({"minimum": 1}, ", within the bounds of each"),
        ({"maximum": 9}, ", within the bounds of each"),
        ({"maximum": 0}, ", within the bounds of each"),
        ({"takes_part": False}, ", within the bounds of each"),
        ({}, ""),
    ],
)
def test_bounds_are_told_where_one_claimant_has_any(bound, within):
    claims = claim(), claim(**bound), claim()
    assert f"{NEAREST}{within}. Every" in in_short(division(claims=claims, **AT_20))
    remainders = division("largest_remainder", claims, quota=Fraction(20))
    assert in_short(remainders).endswith(f"to the largest remainders{within}.")
    squares = division("huntington_hill", claims, **HALF)
    assert in_short(squares) == f"The square of the divisor is 0.5{within}."


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        ("1234", "5678", "Every divisor from 1,234.000001 to 5,677.999999 gives the same."),
        (None, "8", "Every divisor to 7.999999 gives the same."),
        ("8", None, "Every divisor from 8.000001 gives the same."),
        ("0", None, "Every divisor from 0.000001 gives the same."),
        (None, None, "Every divisor gives the same."),
        ("1/3", "2/3", "Every divisor from 0.333334 to 0.666666 gives the same."),
        # Six digits that say something, also in small numbers.
        ("0.05", "0.1", "Every divisor from 0.050001 to 0.099999 gives the same."),
        ("0.05", "0.095", "Every divisor from 0.0500001 to 0.0949999 gives the same."),
        (None, "0.0002", "Every divisor to 0.000199999 gives the same."),
        ("0.0000001", None, "Every divisor from 0.000000100001 gives the same."),
        # One number between the ends, and none.
        ("0.9999995", "1.0000005", "Every divisor from 0.9999996 to 1.0000004 gives the same."),
        ("1", "10000001/10000000", "Every divisor from 1.00000001 to 1.00000009 gives the same."),
        # No decimal is longer than thirty digits.
        (None, "1e-29", f"Every divisor to 0.{'0' * 29}9 gives the same."),
        ("20", "20", "No other divisor does; who comes out exactly on the boundary is tied."),
    ],
)
def test_the_range_of_divisors_is_told_without_its_ends(low, high, said):
    ends = tuple(None if end is None else Fraction(end) for end in (low, high))
    assert room(ends, "sainte_lague") == said


def test_a_long_weight_is_written_as_a_decimal_that_leads_to_the_same_line():
    # Half of the households and half of the inhabitants of the country, of Borne.
    weight = Fraction(7_662_188_465, 5_849_370_454_728)
    divided = divide(
        "share",
        "PV23",
        "total",
        {"GM0147": weight, "GM0141": 2 * weight},
        384,
        method="sainte_lague",
        lots=["GM0141", "GM0147"],
    ).division
    (line,) = (line_of(divided, claim) for claim in divided.claims if claim.code == "GM0147")
    said, _, rest = line.partition(" / ")
    assert said == "0.00130991677212"
    divisor, _, quotient = rest.partition(" ")
    redone = Fraction(said) / Fraction(divisor)
    assert quotient.startswith(worth(redone))
    assert line.endswith(": 128")


def test_a_weight_on_a_boundary_stays_a_fraction():
    # A decimal of it would not stand on the boundary any more.
    third = Fraction(10**11 + 1, 3 * 10**11 + 7)
    divided = divide(
        "share",
        "PV23",
        "total",
        {"a": third, "b": third},
        1,
        method="sainte_lague",
        lots=["a", "b"],
    ).division
    for claim in divided.claims:
        assert line_of(divided, claim).startswith("(100,000,000,001 / 300,000,000,007) / ")
