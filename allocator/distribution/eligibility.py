# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Eligibility: who may be asked for rest places, and why."""

from __future__ import annotations

from collections.abc import Mapping

from models.counted import Counted
from models.places import KINDS, Kind, Places
from models.problem import Problem
from models.result import Eligible, Reasons
from models.share import Shares


def eligibility(
    problem: Problem, shares: Shares, counted: Counted
) -> dict[str, tuple[Eligible, Reasons]]:
    """Whether each municipality is eligible for rest places of each kind, with the reason.

    The policy rule of 2024 is not at hand ("gemeenten die hiervoor in aanmerking kwamen"), so the
    scenario says who is: `below_share`, `all` or `named`, less those it exempts.
    """
    found = {}
    for code in problem.codes:
        share, has = shares.places[code], counted.places[code]
        answers = {kind: _answer(problem, code, kind, share, has) for kind in KINDS}
        found[code] = (
            Eligible(**{kind: eligible for kind, (eligible, _) in answers.items()}),
            Reasons(**{kind: because for kind, (_, because) in answers.items()}),
        )
    return found


def _answer(
    problem: Problem, code: str, kind: Kind, share: Places, has: Places
) -> tuple[bool, str]:
    settings = problem.scenario.distribution
    if code in settings.exempt:
        return False, "exempted by the scenario"
    if settings.eligible == "all":
        return True, "everybody takes part"
    if settings.eligible == "named":
        named = code in settings.named
        return named, "named by the scenario" if named else "not named by the scenario"
    if settings.per_kind:
        return _below(has.of(kind), share.of(kind), f"{kind} places")
    return _below(has.total, share.total, "places")


def _below(has: int, share: int, what: str) -> tuple[bool, str]:
    if has < share:
        return True, f"counts {has:,} of a share of {share:,} {what}"
    return False, f"counts {has:,} {what}, its share is {share:,}"


def weights(problem: Problem, shares: Shares, counted: Counted) -> Mapping[tuple[str, Kind], int]:
    """What the rest is in proportion to: the share of a kind, or what is missing to it."""
    gap = problem.scenario.distribution.base == "gap"
    found: dict[tuple[str, Kind], int] = {}
    for code in problem.codes:
        for kind in KINDS:
            share, has = shares.places[code].of(kind), counted.places[code].of(kind)
            found[code, kind] = max(0, share - has) if gap else share
    return found
