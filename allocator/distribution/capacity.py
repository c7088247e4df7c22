# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What cannot be met at all, told in numbers before any solver is asked."""

from __future__ import annotations

from collections.abc import Iterable

from allocator.distribution.formulation import Part
from allocator.distribution.rules.registry import Claimant, Closing
from models.fault import Infeasible


def refuse_impossible(part: Part) -> None:
    """Refuse a part whose bounds already exclude its sums.

    Raises:
        Infeasible: with what is asked, what is possible, and the difference.
    """
    reasons = [reason for closing in part.closings for reason in _against_closing(part, closing)]
    reasons += [
        f"{group.name}: asks at least {group.lower:,} places, its eligible municipalities can take "
        f"at most {most:,}; {group.lower - most:,} short"
        for group in part.groups
        if (most := _most(part, group.claimants)) < group.lower
    ]
    reasons += [
        f"{group.name}: allows at most {group.upper:,} places, its municipalities have to take at "
        f"least {least:,}; {least - group.upper:,} too many"
        for group in part.groups
        if group.upper is not None and (least := _least(part, group.claimants)) > group.upper
    ]
    if reasons:
        raise Infeasible(reasons)


def _against_closing(part: Part, closing: Closing) -> list[str]:
    where = f"{closing.area}: {closing.total:,} {closing.kind} places are left to divide"
    if closing.total and not closing.claimants:
        return [f"{where}, and no municipality is eligible for them"]
    most, least = _most(part, closing.claimants), _least(part, closing.claimants)
    if most < closing.total:
        count = len(closing.claimants)
        return [
            (
                f"{where}; the {count} eligible municipalities can take at most {most:,}: "
                f"{closing.total - most:,} short"
            )
        ]
    if least > closing.total:
        return [
            (
                f"{where}; the eligible municipalities have to take at least {least:,}: "
                f"{least - closing.total:,} too many"
            )
        ]
    return []


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
