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
from models.result import RunResult


@dataclass(frozen=True, slots=True)
class Target:
    """The pro rata part of one municipality: `task` x `weight` / `weights`.

    Attributes:
        task: of the area within which the shares close: a province, or a region of it.
        weight: of the municipality by the key.
        weights: of all municipalities of the area.
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

    Args:
        result: the run.
        part: of all places, or of the amv places.
    """
    found: dict[str, Target] = {}
    for division in result.divisions:
        if (division.stage, division.kind) == ("share", part):
            weights = sum((claim.weight for claim in division.claims), Fraction())
            for claim in division.claims:
                if weights:
                    found[claim.code] = Target(division.total, claim.weight, weights)
    return found
