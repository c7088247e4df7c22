# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""An apportionment as a run records it: complete enough to redo it by hand."""

from fractions import Fraction

from allocator.apportionment.division import Divided, divide
from models.division import Claim, Division, TieResult

# Written a second time in the order of codes; the input is in another order.
WEIGHTS = {"GM3": Fraction(23), "GM1": Fraction(53), "GM2": Fraction(24)}
LOTS = ["GM9", "GM3", "GM1", "GM2"]


def claim(code, weight, places, minimum=0, maximum=None, takes_part=True):
    return Claim(
        code=code,
        kind="amv",
        weight=Fraction(weight),
        minimum=minimum,
        maximum=maximum,
        takes_part=takes_part,
        places=places,
    )


def test_a_division_records_claims_bounds_and_divisors():
    """53, 24 and 23 for 5 places: GM1 may have 2 at most, GM3 at least 2; the last is GM2's."""
    divided = divide(
        "rest",
        "PV23",
        "amv",
        WEIGHTS,
        5,
        method="sainte_lague",
        lots=LOTS,
        minimum={"GM3": 2},
        maximum={"GM1": 2},
    )
    assert divided == Divided(
        places={"GM1": 2, "GM2": 1, "GM3": 2},
        division=Division(
            stage="rest",
            area="PV23",
            kind="amv",
            total=5,
            method="sainte_lague",
            claims=(
                claim("GM1", 53, 2, maximum=2),
                claim("GM2", 24, 1),
                claim("GM3", 23, 2, minimum=2),
            ),
            # GM2 gets a second place below 24 / 1.5 = 16; GM1 loses one above 53 / 1.5.
            divisors=(Fraction(16), Fraction(106, 3)),
            divisor=Fraction(20),
        ),
        ties=(),
    )


def test_whoever_a_minimum_site_leaves_out_is_recorded_with_its_weight_and_without_a_place():
    divided = divide(
        "rest",
        "PV23",
        "amv",
        {"GM2": Fraction(10)},
        3,
        method="dhondt",
        lots=LOTS,
        left_out={"GM1": Fraction(7)},
    )
    assert divided.division.claims == (
        claim("GM1", 7, 0, takes_part=False),
        claim("GM2", 10, 3),
    )
    assert divided.places == {"GM1": 0, "GM2": 3}


def test_the_largest_remainder_is_recorded_with_its_quota():
    """100 weight for 5 places: 20 weight for a place; the remainders are 13, 4 and 3 of 20."""
    divided = divide(
        "share", "PV23", "amv", WEIGHTS, 5, method="largest_remainder", lots=LOTS
    ).division
    assert (divided.quota, divided.divisors, divided.divisor) == (Fraction(20), None, None)
    assert (divided.last_served, divided.first_not_served) == (Fraction(13, 20), Fraction(1, 5))


def test_it_is_recorded_where_the_total_comes_from():
    """A total that was read has a row; one that was added up has terms, each with its row."""
    divided = divide(
        "task",
        "NL",
        "amv",
        WEIGHTS,
        5,
        method="sainte_lague",
        lots=LOTS,
        row="tasks.csv:3",
        terms=(7, -2),
        term_rows=("tasks.csv:4", "tasks.csv:5"),
    ).division
    assert divided.row == "tasks.csv:3"
    assert divided.terms == (7, -2)
    assert divided.term_rows == ("tasks.csv:4", "tasks.csv:5")


def test_a_tie_is_recorded_with_who_drew_in_the_order_of_lots():
    """GM9 is in the order of lots and takes no part; of the others GM3 goes first."""
    equal = dict.fromkeys(WEIGHTS, Fraction(1))
    divided = divide("pooled", "Twente", "amv", equal, 2, method="sainte_lague", lots=LOTS)
    assert divided.ties == (
        TieResult(
            stage="pooled",
            area="Twente",
            kind="amv",
            tied=("GM1", "GM2", "GM3"),
            places=2,
            drawn=("GM3", "GM1"),
            order=("GM3", "GM1", "GM2"),
        ),
    )
    assert divided.places == {"GM1": 1, "GM2": 0, "GM3": 1}
