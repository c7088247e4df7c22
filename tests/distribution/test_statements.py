# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What each rule states of the rest: which sums, their limits, and the lines that ask them."""

from __future__ import annotations

import pytest

import allocator
from allocator.distribution import rest_to_divide
from allocator.distribution.rules import RULES
from allocator.distribution.rules.registry import Bound, SetBy, Threshold
from allocator.pipeline import given

BORNE, REGION = "GM0147", "VR05"


def stated(rule: str, *overrides: str):
    known = given("overijssel-2024", overrides)
    return list(RULES[rule].state(rest_to_divide(known.problem, known.shares, known.counted)))


LIMITS = "{regular: {min: 2, max: 9}, total: {min: 3}}"


def test_limits_of_a_municipality_are_a_sum_for_each_kind_that_has_any_and_one_for_both():
    line = f"distribution.limits.{BORNE}"
    assert stated("respect_limits", f"distribution.limits={{Borne: {LIMITS}}}") == [
        Bound(
            f"respect_limits[{BORNE}.regular]",
            frozenset({(BORNE, "regular")}),
            2,
            9,
            SetBy(f"{line}.regular.min"),
            SetBy(f"{line}.regular.max"),
        ),
        Bound(
            f"respect_limits[{BORNE}.total]",
            frozenset({(BORNE, "regular"), (BORNE, "amv")}),
            3,
            None,
            SetBy(f"{line}.total.min"),
            SetBy(f"{line}.total.max"),
        ),
    ]


def test_limits_of_a_region_are_sums_over_its_municipalities():
    line = f"distribution.region_limits.{REGION}"
    regular, total = stated(
        "respect_region_limits", f"distribution.region_limits={{Twente: {LIMITS}}}"
    )
    inside = {
        one.code
        for one in allocator.run("overijssel-2024").result.municipalities
        if one.region == "Twente"
    }
    assert len(inside) == 14
    assert regular == Bound(
        f"respect_region_limits[{REGION}.regular]",
        frozenset((code, "regular") for code in inside),
        2,
        9,
        SetBy(f"{line}.regular.min"),
        SetBy(f"{line}.regular.max"),
    )
    assert total == Bound(
        f"respect_region_limits[{REGION}.total]",
        frozenset((code, kind) for code in inside for kind in ("regular", "amv")),
        3,
        None,
        SetBy(f"{line}.total.min"),
        SetBy(f"{line}.total.max"),
    )


def test_a_minimum_site_asks_what_a_municipality_does_not_count_yet():
    """Kampen counts 26 amv places: of 26 nothing is asked, of 30 another 4."""
    for minimum, asked in ((26, []), (30, [4])):
        thresholds = [
            one
            for one in stated("reach_minimum_site", f"distribution.minimum_site.amv={minimum}")
            if one.claimant == ("GM0166", "amv")
        ]
        assert thresholds == [
            Threshold(
                "reach_minimum_site[GM0166.amv]",
                ("GM0166", "amv"),
                least,
                SetBy("distribution.minimum_site.amv"),
            )
            for least in asked
        ]


@pytest.mark.parametrize(
    ("override", "almelo", "borne"),
    [
        (
            "distribution.per_kind=true",
            "counts 398 regular places, its share is 296",
            "counts 0 of a share of 136 regular places",
        ),
        (
            "distribution.per_kind=false",
            "counts 398 places, its share is 323",
            "counts 0 of a share of 149 places",
        ),
        ("distribution.eligible=all", "everybody takes part", "everybody takes part"),
        (
            "distribution={eligible: named, named: [Borne]}",
            "not named by the scenario",
            "named by the scenario",
        ),
        (
            "distribution.exempt=[Almelo]",
            "exempted by the scenario",
            "counts 0 of a share of 136 regular places",
        ),
    ],
)
def test_it_is_told_why_a_municipality_takes_part_or_not(override, almelo, borne):
    because = {
        one.name: one.eligible_because.regular
        for one in allocator.run("overijssel-2024", [override]).result.municipalities
    }
    assert (because["Almelo"].partition("; ")[0], because["Borne"]) == (almelo, borne)
