# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a run comes to, in the measures of a frontier; all exact."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product

from models.division import Claim
from models.frontier import Measure, PointMunicipality
from models.places import KINDS, Kind
from models.result import Objective, RunResult
from models.scenario import Scenario


def measures_of_division(result: RunResult, kind: Kind, small: int) -> dict[Measure, Fraction]:
    """Small tasks, participants and deviation of one kind."""
    divided = [one for one in result.municipalities if one.rest is not None and one.rest.of(kind)]
    in_all = [one.counted.of(kind) + one.rest.of(kind) for one in divided if one.rest is not None]
    return {
        "small_tasks": Fraction(sum(places < small for places in in_all)),
        "participants": Fraction(len(divided)),
        "deviation": sum(
            (Fraction(one.value, one.unit) for one in deviations(result, kind)), Fraction()
        ),
        "deviation_as_divided": _as_divided(result, kind),
    }


def deviations(result: RunResult, kind: Kind) -> list[Objective]:
    """The least deviations that hold this kind; where rules couple them, both kinds in one."""
    return [
        one
        for one in result.objectives
        if (one.stage, one.name) == ("distribution", "deviation") and one.kind in (kind, "both")
    ]


def choice_is_proven(result: RunResult, kind: Kind) -> bool:
    """Whether who takes part is proven to be the best choice, and unique."""
    return all(
        one.proven
        for one in result.objectives
        if one.stage == "distribution" and one.kind in (kind, "both")
    )


def _as_divided(result: RunResult, kind: Kind) -> Fraction:
    """`sum |x - R w / W|` over the same areas and kinds, of the places themselves."""
    by_region = Scenario.model_validate(result.scenario.settings).distribution.by == "region"
    area_of = {
        one.code: one.region_code if by_region else one.province for one in result.municipalities
    }
    rests = {area.code: area.rest for area in result.areas}
    found = Fraction()
    for one in deviations(result, kind):
        for area, each in product(one.area.split("+"), KINDS):
            if one.kind in (each, "both"):
                claims = [
                    claim
                    for division in result.divisions
                    if division.stage == "rest"
                    for claim in division.claims
                    if (area_of[claim.code], claim.kind) == (area, each)
                ]
                found += _deviation(claims, rests[area].of(each))
    return found


def _deviation(claims: Sequence[Claim], rest: int) -> Fraction:
    together = sum((claim.weight for claim in claims), Fraction())
    if not together:
        return Fraction(sum(claim.places for claim in claims))
    return sum((abs(one.places - rest * one.weight / together) for one in claims), Fraction())


def municipalities_of(result: RunResult) -> tuple[PointMunicipality, ...]:
    """All municipalities of a run, in its order."""
    return tuple(
        PointMunicipality(
            code=one.code,
            name=one.name,
            region=one.region,
            counted=one.counted,
            rest=one.rest,
            decision=one.decision,
            realised=one.realised,
        )
        for one in result.municipalities
    )
