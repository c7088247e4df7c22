# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The check of least squares: each condition at its edge, and every single move of a place."""

from __future__ import annotations

import copy
from fractions import Fraction
from itertools import permutations

import pytest

from allocator.verification import CHECKS
from allocator.verification.checks.squares import _priced, _slack
from allocator.verification.facts import Facts
from models.division import Claim, Division
from models.result import RunResult
from tests.verification.planted import BASE, LIMITS, REGION, division, read, saved

TWO = {("GM1", "amv"): 3, ("GM2", "amv"): 4, ("GM3", "amv"): 9}
BOTH_REGIONS = (
    "distribution.region_limits={Twente: {regular: {max: 190}, total: {min: 420}}, "
    "IJsselland: {amv: {max: 130}}}"
)


@pytest.mark.parametrize(
    ("lower", "upper", "multiplier", "holds"),
    [
        # 3 and 4 are 7 places. Strictly within its limits a sum has the multiplier 0.
        (6, 8, 0, True),
        (6, 8, 1, False),
        (6, 8, -1, False),
        # At its lower limit it may only push up, at its upper one only down.
        (7, 8, 1, True),
        (7, 8, -1, False),
        (6, 7, -1, True),
        (6, 7, 1, False),
        # A sum that is fixed does what it likes; without an upper limit nothing pushes down.
        (7, 7, 5, True),
        (7, 7, -5, True),
        (7, None, 1, True),
        (7, None, -1, False),
        (0, None, 0, True),
    ],
)
def test_the_multiplier_of_a_sum_fits_where_the_sum_stands(lower, upper, multiplier, holds):
    claimants = frozenset({("GM1", "amv"), ("GM2", "amv"), ("GM9", "amv")})
    finding = _slack("rule[X]", Fraction(multiplier), {"rule[X]": (lower, upper, claimants)}, TWO)
    assert finding.holds == holds
    assert finding.name == "balance_squares[rule[X]]"
    assert finding.message == f"multiplier {multiplier} with 7 in {lower} to {upper}"


@pytest.mark.parametrize(
    ("price", "minimum", "maximum", "holds"),
    [
        # With weight 2 the third place costs 5 / 2, and a fourth 7 / 2; both prices will do.
        ("5/2", 0, None, True),
        ("7/2", 0, None, True),
        ("3", 0, None, True),
        ("9/4", 0, None, False),
        ("15/4", 0, None, False),
        # At its minimum it may be worth less, at its maximum more; never the other way round.
        ("0", 3, None, True),
        ("0", 2, 3, False),
        ("99", 0, 3, True),
        ("99", 3, 4, False),
        ("99", 3, None, False),
    ],
)
def test_the_price_lies_between_the_last_place_and_the_next(price, minimum, maximum, holds):
    claim = Claim(
        code="GM1",
        kind="amv",
        weight=Fraction(2),
        minimum=minimum,
        maximum=maximum,
        takes_part=True,
        places=3,
    )
    part = Division(
        stage="rest", area="PV", kind="both", total=3, method="least_squares", claims=(claim,)
    )
    finding = _priced(part, claim, Fraction(price))
    assert finding.holds == holds
    assert finding.name == "balance_squares[PV.GM1.amv]"
    assert finding.message == f"the price {Fraction(price)} between 5/2 and 7/2"


def balances(result: RunResult) -> bool:
    facts = Facts(result)
    return all(finding.holds for finding in CHECKS["balance_squares"].look(facts))


@pytest.mark.parametrize("rule", [REGION, LIMITS, BOTH_REGIONS])
def test_no_place_can_move_within_a_kind_unseen(rule):
    """Between any two that may give and take, in a run in which no two claims are equal."""
    result = read(saved(*BASE, rule))
    assert not result.ties
    assert balances(result)
    (coupled,) = (one for one in result.divisions if one.stage == "rest")
    moves = 0
    for giver, taker in list(permutations(range(len(coupled.claims)), 2))[::11]:
        first, second = coupled.claims[giver], coupled.claims[taker]
        full = second.places == second.maximum
        if first.kind != second.kind or first.places == first.minimum or full:
            continue
        claims = list(coupled.claims)
        claims[giver] = first.model_copy(update={"places": first.places - 1})
        claims[taker] = second.model_copy(update={"places": second.places + 1})
        moved = coupled.model_copy(update={"claims": tuple(claims)})
        assert not balances(result.model_copy(update={"divisions": (moved,)}))
        moves += 1
    assert moves > 20


@pytest.mark.parametrize("rule", [REGION, LIMITS, BOTH_REGIONS])
def test_every_multiplier_is_needed(rule):
    """Left out, turned round or larger, a multiplier no longer explains the places."""
    value = saved(*BASE, rule)
    multipliers = division(value, "rest", "both")["multipliers"]
    needed = {name: Fraction(text) for name, text in multipliers.items() if text != "0"}
    assert len(needed) > 2
    for name, multiplier in needed.items():
        for other in (Fraction(0), -multiplier, multiplier + 1):
            changed = copy.deepcopy(value)
            division(changed, "rest", "both")["multipliers"][name] = str(other)
            assert not balances(read(changed)), (name, other)
