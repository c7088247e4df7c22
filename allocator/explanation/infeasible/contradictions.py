# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Limits that exclude one another, whatever is left to divide.

A minimum is named if all other rules, without any minimum, allow less; if none is, a maximum is
named if all minimums together ask more; if none is, a limit on participants that is below the
fewest who have to take part.
"""

from __future__ import annotations

from dataclasses import replace

from allocator.distribution.rules.registry import Bound, Claimant, Participation, Rest
from allocator.explanation.infeasible.coupled import Coupled
from allocator.explanation.infeasible.program import (
    Program,
    participants,
    state_rules,
    total,
)
from allocator.explanation.infeasible.successive import Successive
from allocator.explanation.infeasible.wording import municipalities


def contradictions(rest: Rest, coupled: Coupled, solver: Successive) -> list[str]:
    """Sentences on the limits that exclude one another.

    Raises:
        OutOfTime: if the time limit passed.
    """
    bounds = sorted(coupled.bounds, key=lambda bound: bound.name)
    minima = [bound for bound in bounds if bound.lower > 0]
    said = [
        f"{_who(rest, one)} has to take at least {_places(one, one.lower)} and can take at most "
        f"{most:,}{_why(rest, coupled, one, solver)}."
        for one in minima
        if (most := _most(coupled, one, solver)) < one.lower
    ]
    said = said or [
        f"{_who(rest, one)} can take at most {_places(one, one.upper)} and has to take at least "
        f"{least:,}."
        for one in bounds
        if one.upper is not None and (least := _least(coupled, one, solver)) > one.upper
    ]
    said = said or [
        f"{_area(rest, coupled, one)}: at most {municipalities(one.most)} may get {_kind(one)} "
        f"places, and at least {least:,} have to."
        for one in coupled.participations
        if (least := _fewest(coupled, one, solver)) > one.most
    ]
    names = ", ".join(dict.fromkeys(_who(rest, one) for one in minima))
    return said or [f"The minimums asked of {names} cannot all be met within the maximums."]


def _most(coupled: Coupled, bound: Bound, solver: Successive) -> int:
    """The most that the claimants of a minimum can take if nobody has to take anything."""
    program = Program()
    state_rules(program, coupled, _highest(coupled), minima=False)
    values = solver.least(program, dict.fromkeys(total(bound.claimants), -1))
    return sum(values[name] for name in total(bound.claimants)) if values else 0


def _least(coupled: Coupled, bound: Bound, solver: Successive) -> int:
    """The least that the claimants of a maximum have to take if there is no maximum at all."""
    program = Program()
    state_rules(program, coupled, _highest(coupled), maxima=False)
    values = solver.least(program, total(bound.claimants))
    return sum(values[name] for name in total(bound.claimants)) if values else 0


def _fewest(coupled: Coupled, limit: Participation, solver: Successive) -> int:
    """The fewest who have to take part if there is no limit on how many may."""
    unlimited = tuple(replace(one, most=len(one.claimants)) for one in coupled.participations)
    program = Program()
    state_rules(program, replace(coupled, participations=unlimited), _highest(coupled))
    values = solver.least(program, participants(limit))
    return sum(values[name] for name in participants(limit)) if values else 0


def _highest(coupled: Coupled) -> dict[Claimant, int]:
    """More than everything that is asked together needs nobody to take."""
    asked = sum(bound.lower for bound in coupled.bounds)
    asked += sum(threshold.least for threshold in coupled.thresholds)
    return dict.fromkeys(coupled.claimants, asked)


def _why(rest: Rest, coupled: Coupled, bound: Bound, solver: Successive) -> str:
    """Why a minimum cannot be reached, where it is not another limit."""
    if all(one in rest.barred for one in bound.claimants):
        alone = len({code for code, _ in bound.claimants}) == 1
        return ", for it is not eligible" if alone else ", for nobody there is eligible"
    if _most(replace(coupled, thresholds=()), bound, solver) >= bound.lower:
        return ", for it takes none or comes to the minimum site"
    return ""


def _area(rest: Rest, coupled: Coupled, limit: Participation) -> str:
    """The area in which so many may take part, by name."""
    areas = [one.area for one in coupled.closings if one.claimants & limit.claimants]
    return " and ".join(rest.problem.territory.name(code) for code in areas)


def _kind(limit: Participation) -> str:
    return " and ".join(sorted({kind for _, kind in limit.claimants}))


def _who(rest: Rest, bound: Bound) -> str:
    """The municipality or region of a bound, by name."""
    codes = {code for code, _ in bound.claimants}
    if len(codes) > 1:
        codes = {rest.problem.territory.municipalities[code].region for code in codes}
    return " and ".join(rest.problem.territory.name(code) for code in sorted(codes))


def _places(bound: Bound, number: int | None) -> str:
    kinds = {kind for _, kind in bound.claimants}
    return f"{number:,} places" if len(kinds) > 1 else f"{number:,} {kinds.pop()} places"
