# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Exact pro rata: what each municipality would have if places could be split.

This and not the rounded share is what decisions are held against. It depends on the key and the
task alone, so it is the same for two runs that round differently; a share would move along with the
rounding and hide what the rounding does. The two are less than a place apart, or little more.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from models.comparison import Part
from models.places import Places
from models.raming import SharedNeed
from models.result import MunicipalityResult, RunResult


@dataclass(frozen=True, slots=True)
class Target:
    """The pro rata part of one municipality: `task` x `weight` / `weights`.

    Attributes:
        task: of the area within which the shares close, a province or a region of it; where tasks
            follow the key, the need of the country.
        weight: of the municipality by the key.
        weights: of all municipalities of the area, or of the country.
    """

    task: int
    weight: Fraction
    weights: Fraction

    @property
    def places(self) -> Fraction:
        """How many places, exactly."""
        return self.task * self.weight / self.weights


def pro_rata(result: RunResult, part: Part) -> dict[str, Target]:
    """The targets of a run, from the apportionments of the shares that it recorded.

    Where tasks follow the key nothing is apportioned: a target is what is rounded to the share.
    Official numbers are rounded already, and are their own targets.

    Args:
        result: the run.
        part: of all places, or of the amv places.
    """
    if result.follows == "key":
        return {one.code: _by_need(result.need, one, part) for one in result.municipalities}
    found: dict[str, Target] = {}
    for division in result.divisions:
        if (division.stage, division.kind) == ("share", part):
            weights = sum((claim.weight for claim in division.claims), Fraction())
            for claim in division.claims:
                if weights:
                    found[claim.code] = Target(division.total, claim.weight, weights)
    return found


def _by_need(shared: SharedNeed | None, one: MunicipalityResult, part: Part) -> Target:
    if shared is None:
        return Target(_of(one.share, part), Fraction(1), Fraction(1))
    places = Places(regular=shared.need.total - shared.need.amv, amv=shared.need.amv)
    return Target(_of(places, part), one.weight, shared.weight)


def _of(places: Places, part: Part) -> int:
    return places.total if part == "total" else places.of(part)
