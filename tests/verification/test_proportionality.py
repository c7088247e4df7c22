# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The check of proportionality, against every allocation of small totals.

What a method allows is what the apportionment gives under some order of lots; the check has to
accept exactly that. It is called on the division alone, so no other check can come to its help.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations, product
from types import SimpleNamespace

import pytest

import allocator
from allocator.apportionment import METHODS, CannotApportion, apportion
from allocator.apportionment.division import divide
from allocator.verification import CHECKS
from models.division import Claim, Division

NAMES = ("GM1", "GM2", "GM3", "GM4")
DIVISOR_METHODS = [method for method in METHODS if method != "largest_remainder"]


def said(division: Division, check: str = "apportion_pro_rata") -> list[str]:
    """What the check has against a division."""
    settings = SimpleNamespace(distribution=SimpleNamespace(method=division.method))
    facts = SimpleNamespace(result=SimpleNamespace(divisions=(division,)), settings=settings)
    facts.once = lambda look: look(facts)
    return [
        f"{finding.name}: {finding.message}"
        for finding in CHECKS[check].look(facts)
        if not finding.holds
    ]


def divided(weights, total, method, minimum=None, maximum=None, lots=NAMES) -> Division:
    exact = {name: Fraction(weight) for name, weight in zip(NAMES, weights, strict=False)}
    return divide(
        "rest",
        "PV",
        "amv",
        exact,
        total,
        method=method,
        lots=lots,
        minimum=minimum,
        maximum=maximum,
    ).division


def with_places(division: Division, places: tuple[int, ...], **changes) -> Division:
    claims = tuple(
        one.model_copy(update={"places": now})
        for one, now in zip(division.claims, places, strict=True)
    )
    return division.model_copy(update={"claims": claims, **changes})


def instances(seed: str, count: int) -> Iterator[tuple[list[int], int, dict, dict]]:
    """Two to four weights with zeros and ties, a small total, some bounds."""
    luck = random.Random(seed)
    for _ in range(count):
        size = luck.randint(2, 4)
        weights = [luck.choice((0, 1, 1, 2, 3, 5, 8)) for _ in range(size)]
        names = NAMES[:size]
        minimum = {name: luck.randint(1, 2) for name in names if luck.random() < 0.25}
        maximum = {
            name: minimum.get(name, 0) + luck.randint(0, 2)
            for name in names
            if luck.random() < 0.25
        }
        yield weights, luck.randint(0, 6), minimum, maximum


@pytest.mark.parametrize("method", METHODS)
def test_exactly_the_allocations_that_a_method_allows_are_accepted(method):
    accepted = refused = 0
    for weights, total, minimum, maximum in instances(method, 120):
        names = NAMES[: len(weights)]
        claims = dict(zip(names, weights, strict=True))
        try:
            allowed = {
                tuple(apportion(claims, total, method, minimum, maximum, lots=lots).seats.values())
                for lots in permutations(names)
            }
        except CannotApportion:
            continue
        division = divided(weights, total, method, minimum, maximum)
        assert not said(division)
        for places in product(
            *(
                range(minimum.get(name, 0), min(total, maximum.get(name, total)) + 1)
                for name in names
            )
        ):
            if sum(places) == total:
                bare = with_places(division, places, divisors=None, divisor=None)
                # Those of the answer, which another allocation does not have.
                recorded = ("the divisors", "the last remainder served")
                found = [line for line in said(bare) if not any(text in line for text in recorded)]
                assert (not found) == (places in allowed), (weights, minimum, maximum, places)
                accepted += not found
                refused += bool(found)
    assert min(accepted, refused) > 50


@pytest.mark.parametrize("method", DIVISOR_METHODS)
def test_exactly_the_interval_of_divisors_and_what_lies_in_it_are_accepted(method):
    """A divisor is a common one if rounding at it gives the places: at both ends, too."""
    for weights, total in (([53, 24, 23], 5), ([9, 7, 4, 1], 12), ([8, 5, 3, 3], 24)):
        division = divided(weights, total, method)
        power = 2 if method == "huntington_hill" else 1
        lower, upper = division.divisors
        assert lower < division.divisor**power < upper
        name = "apportion_pro_rata[rest.PV.amv]"
        for low, high in ((lower / 2, upper), (lower, upper + 1), (None, upper), (lower, None)):
            other = division.model_copy(update={"divisors": (low, high)})
            ends = ("no limit" if end is None else str(end) for end in (low, high))
            message = f"the divisors: {' to '.join(ends)}, must be {lower} to {upper}"
            assert said(other) == [f"{name}: {message}"]
        bare = division.model_copy(update={"divisors": None})
        assert said(bare) == [f"{name}: the divisors: None, must be {lower} to {upper}"]
        inside = [division.divisor] if power == 2 else [division.divisor, lower, upper]
        for divisor in inside:
            assert not said(division.model_copy(update={"divisor": divisor}))
        for divisor in (division.divisor * 2, division.divisor / 2):
            other = division.model_copy(update={"divisor": divisor})
            assert said(other) == [f"{name}: the divisor {divisor} in {lower} to {upper}"]


def test_an_end_without_limit_is_recorded_as_none():
    """Everybody at its maximum: any smaller divisor will do. At its minimum: any larger one."""
    full = divided([3, 2], 4, "sainte_lague", maximum={"GM1": 2, "GM2": 2})
    assert full.divisors == (None, Fraction(4, 3))
    assert not said(full)
    smaller = full.model_copy(update={"divisor": Fraction(1, 1000)})
    assert not said(smaller)
    bare = divided([3, 2], 2, "sainte_lague", minimum={"GM1": 1, "GM2": 1})
    assert bare.divisors == (Fraction(2), None)
    assert not said(bare)
    assert not said(bare.model_copy(update={"divisor": Fraction(10**9)}))
    assert said(bare.model_copy(update={"divisor": Fraction(1)}))


def test_whoever_is_owed_a_first_place_goes_before_every_quotient_the_larger_weight_first():
    """Adams, two places for three: no divisor gives that, and the largest two have them."""
    division = divided([9, 5, 4], 2, "adams")
    assert [one.places for one in division.claims] == [1, 1, 0]
    assert division.divisors is None
    assert not said(division)
    for places in ((2, 0, 0), (1, 0, 1), (0, 1, 1)):
        assert said(with_places(division, places))
    name = "apportion_pro_rata[rest.PV.amv]"
    assert said(with_places(division, (1, 0, 1))) == [
        f"{name}: a claim that was refused, 5, and one that was served, 4"
    ]
    for recorded in ({"divisors": (None, Fraction(9))}, {"divisor": Fraction(8)}):
        assert said(division.model_copy(update=recorded)) == [
            f"{name}: somebody is owed a first place, so there is no divisor"
        ]


def test_provinces_that_tie_for_an_estimated_task_draw_in_the_order_of_their_codes():
    """The order of lots names municipalities, not provinces."""
    equal = {"PV25": Fraction(1), "PV24": Fraction(1)}
    found = divide("task", "NL", "amv", equal, 1, method="sainte_lague", lots=sorted(equal))
    facts = SimpleNamespace(
        result=SimpleNamespace(divisions=(found.division,), ties=found.ties),
        lot_order=lambda: ["GM2", "GM1"],
    )
    facts.once = lambda look: look(facts)
    assert found.ties[0].drawn == ("PV24",)
    assert [one.holds for one in CHECKS["report_ties"].look(facts)] == [True]


def test_a_claimant_without_weight_has_its_minimum():
    division = divided([5, 0], 4, "dhondt", minimum={"GM2": 1})
    assert not said(division)
    moved = with_places(division, (2, 2))
    assert "apportion_pro_rata[rest.PV.amv]: GM2 without weight has: 2, must be 1" in said(moved)


def test_largest_remainder_names_the_remainders_and_what_the_targets_add_up_to():
    """100 weight for 5 places: targets 2.65, 1.2 and 1.15."""
    division = divided([53, 24, 23], 5, "largest_remainder")
    name = "apportion_pro_rata[rest.PV.amv]"
    assert said(with_places(division, (2, 2, 1))) == [
        (
            f"{name}: the last remainder served and the first that was not: 13/20 to 1/5, "
            "must be 1/5 to 13/20"
        ),
        f"{name}: last served 1/5, first not served 13/20",
    ]
    assert said(with_places(division, (4, 1, 0))) == [
        f"{name}: GM1: 4 for 53/20",
        f"{name}: GM3: 0 for 23/20",
    ]
    other = division.model_copy(update={"quota": Fraction(10)})
    assert f"{name}: the exact targets add up to: 10, must be 5" in said(other)


def test_largest_remainder_where_a_bound_holds_everybody_has_no_quota():
    """GM1 at its maximum has 2 / 8 of a place per weight, GM3 at its minimum 1 / 2: right."""
    bounds = {"GM2": 1, "GM3": 1}, {"GM1": 2}
    division = divided([8, 0, 2], 4, "largest_remainder", *bounds)
    assert division.quota is None
    assert [one.places for one in division.claims] == [2, 1, 1]
    assert not said(division)
    name = "apportion_pro_rata[rest.PV.amv]"
    for places, code in (((1, 1, 1), "GM1: 1"), ((2, 2, 1), "GM2: 2"), ((2, 1, 2), "GM3: 2")):
        found = said(with_places(division, places))
        assert found == [f"{name}: {code}, at no bound, and there is no quota"]
    idle = [division.claims[1].model_copy(update={"places": 2, "maximum": 2})]
    lucky = division.model_copy(update={"claims": (division.claims[0], *idle, division.claims[2])})
    assert said(lucky) == [f"{name}: GM2: 2, at no bound, and there is no quota"]
    # At its minimum GM3 has 1 / 9, less than the 2 / 8 that GM1 needs for its maximum.
    heavy = [division.claims[2].model_copy(update={"weight": Fraction(9)})]
    unfair = division.model_copy(update={"claims": (*division.claims[:2], *heavy)})
    assert said(unfair) == [f"{name}: places per weight from 1/4 to 1/9"]


def test_a_run_in_which_maxima_hold_everybody_passes():
    """Once refused: without a quota everybody was expected at its minimum."""
    run = allocator.run(
        "overijssel-2024",
        [
            "distribution={method: largest_remainder, eligible: named, named: [Borne, Almelo]}",
            "distribution.limits={Borne: {amv: {max: 100}}, Almelo: {amv: {max: 258}}}",
        ],
    )
    (amv,) = [d for d in run.result.divisions if (d.stage, d.kind) == ("rest", "amv")]
    assert amv.quota is None
    assert [one.places for one in amv.claims] == [258, 100]


def test_whoever_is_left_out_is_neither_in_the_sums_nor_in_the_proportion():
    out = Claim(
        code="GM9", kind="amv", weight=99, minimum=0, maximum=None, takes_part=False, places=0
    )
    for method in METHODS:
        division = divided([5, 3], 4, method)
        with_out = division.model_copy(update={"claims": (*division.claims, out)})
        assert not said(with_out)
        assert not said(with_out, "add_up")
        has = out.model_copy(update={"places": 1})
        with_places_out = division.model_copy(update={"claims": (*division.claims, has)})
        assert said(with_places_out, "add_up") == [
            "add_up[rest.PV.amv]: the sum: 5, must be 4",
            "add_up[rest.PV.amv.GM9]: 1 within 0 to None",
        ]


@pytest.mark.parametrize(
    ("places", "holds"), [(1, False), (2, True), (3, True), (4, False), (0, False)]
)
def test_places_lie_within_their_bounds_both_included(places, holds):
    division = divided([1], 3, "dhondt", {"GM1": 2}, {"GM1": 3})
    other = with_places(division, (places,), total=places)
    message = f"add_up[rest.PV.amv.GM1]: {places} within 2 to 3"
    assert said(other, "add_up") == ([] if holds else [message])
