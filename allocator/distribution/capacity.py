# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What cannot be met at all, found by adding up before any solver is asked."""

from __future__ import annotations

from collections.abc import Iterable

from allocator.distribution.formulation import Part
from allocator.distribution.rules.registry import Claimant
from models.fault import Infeasible


def refuse_impossible(part: Part) -> None:
    """Refuse a part whose bounds already exclude its sums.

    Raises:
        Infeasible: if a sum lies outside what its claimants can and have to take.
    """
    sums = [(one.claimants, one.total, one.total) for one in part.closings]
    sums += [
        (one.claimants, one.lower, _most(part, one.claimants) if one.upper is None else one.upper)
        for one in part.groups
    ]
    for claimants, lower, upper in sums:
        if _most(part, claimants) < lower or _least(part, claimants) > upper:
            raise Infeasible


def _most(part: Part, claimants: Iterable[Claimant]) -> int:
    """The most that claimants can take; whoever has no weight takes its minimum."""
    return sum(
        part.upper[one]
        if part.weights[one]
        else min(part.upper[one], max(part.lower[one], part.thresholds.get(one, 0)))
        for one in claimants
    )


def _least(part: Part, claimants: Iterable[Claimant]) -> int:
    return sum(
        max(part.lower[one], part.thresholds.get(one, 0)) if part.lower[one] else 0
        for one in claimants
    )
