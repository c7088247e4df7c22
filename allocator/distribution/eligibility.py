# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Eligibility: who may be asked for rest places, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from allocator.distribution.rules.registry import Claimant, SetBy
from models.counted import Counted
from models.places import KINDS, Kind, Places
from models.problem import Problem
from models.result import Eligible, Reasons
from models.share import Shares


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Who is eligible.

    Attributes:
        eligible: per municipality code, whether and why.
        barred: per claimant that is not eligible, every line of the scenario that keeps it out.
    """

    eligible: Mapping[str, tuple[Eligible, Reasons]]
    barred: Mapping[Claimant, tuple[SetBy, ...]]


@dataclass(frozen=True, slots=True)
class _Barrier:
    """A line of the scenario that keeps somebody out, and the sentence that says so."""

    path: str
    because: str


def eligibility(problem: Problem, shares: Shares, counted: Counted) -> Eligibility:
    """Whether each municipality is eligible for rest places of each kind, with the reason.

    The policy rule of 2024 is not at hand ("gemeenten die hiervoor in aanmerking kwamen"), so the
    scenario says who is: `below_share`, `all` or `named`, less those it exempts.
    """
    found, barred = {}, {}
    for code in problem.codes:
        share, has = shares.places[code], counted.places[code]
        because: dict[Kind, str] = {}
        for kind in KINDS:
            barriers = list(_barriers(problem, code, kind, share, has))
            if barriers:
                because[kind] = barriers[0].because
                barred[code, kind] = tuple(SetBy(one.path, number=False) for one in barriers)
            else:
                because[kind] = _why_eligible(problem, kind, share, has)
        able = {kind: (code, kind) not in barred for kind in KINDS}
        found[code] = (Eligible(**able), Reasons(**because))
    return Eligibility(found, barred)


def _barriers(
    problem: Problem, code: str, kind: Kind, share: Places, has: Places
) -> Iterator[_Barrier]:
    settings, rule = problem.scenario.distribution, "distribution.eligible"
    if problem.territory.municipalities[code].province in problem.unreported:
        yield _Barrier("reports", "the report of its province is not known, so nothing is divided")
    if exemption := settings.exemption(code):
        number, one = exemption
        yield _Barrier(f"distribution.exempt.{number}", one.says)
    if settings.eligible == "named" and code not in settings.named:
        yield _Barrier(rule, "not named by the scenario")
    if settings.eligible == "below_share":
        counts, most, what = _compared(problem, kind, share, has)
        if counts >= most:
            yield _Barrier(rule, f"counts {counts:,} {what}, its share is {most:,}")


def _why_eligible(problem: Problem, kind: Kind, share: Places, has: Places) -> str:
    settings = problem.scenario.distribution
    if settings.eligible == "below_share":
        counts, most, what = _compared(problem, kind, share, has)
        return f"counts {counts:,} of a share of {most:,} {what}"
    return "everybody takes part" if settings.eligible == "all" else "named by the scenario"


def _compared(problem: Problem, kind: Kind, share: Places, has: Places) -> tuple[int, int, str]:
    """What `below_share` compares: one kind, or both together."""
    if problem.scenario.distribution.per_kind:
        return has.of(kind), share.of(kind), f"{kind} places"
    return has.total, share.total, "places"


def weights(problem: Problem, shares: Shares, counted: Counted) -> Mapping[Claimant, int]:
    """What the rest is in proportion to: the share of a kind, or what is missing to it."""
    gap = problem.scenario.distribution.base == "gap"
    found: dict[Claimant, int] = {}
    for code in problem.codes:
        for kind in KINDS:
            share, has = shares.places[code].of(kind), counted.places[code].of(kind)
            found[code, kind] = max(0, share - has) if gap else share
    return found
