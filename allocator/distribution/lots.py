# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Equally good choices: whom they treat differently, and which one lots give."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from allocator.distribution.formulation import Part
from allocator.distribution.program import half_deviation, places_of, takes_part
from allocator.distribution.rules.registry import Claimant
from allocator.distribution.search import Search
from allocator.solving import IntegerProgram, Line

# Powers of two up to this stay exact in one objective.
LOTS_AT_ONCE = 40


def settle(part: Part, program: IntegerProgram, deviation: int, taking_part: int) -> IntegerProgram:
    """The program restricted to its optimal solutions, ready for another question.

    Its objective is one that they all reach: it shows the solver what to look at.
    """
    everybody = {takes_part(one): 1 for one in part.thresholds}
    best = (
        Line("least_deviation", half_deviation(part), None, deviation // 2),
        Line("fewest_left_out", everybody, taking_part, None),
    )
    lines = (*program.lines, *best)
    return replace(program, lines=lines, objective=half_deviation(part), hint={})


def tied(
    part: Part, settled: IntegerProgram, chosen: frozenset[Claimant], search: Search
) -> tuple[Claimant, ...]:
    """Every claimant that some optimal choice treats differently from this one.

    Asked as plainly as can be: is there any optimal choice that treats somebody else differently?

    Raises:
        Unsettled: if that could not be answered in time.
    """
    found: set[Claimant] = set()
    while unseen := [one for one in part.thresholds if one not in found]:
        inside = sum(one in chosen for one in unseen)
        changes = {takes_part(one): -1 if one in chosen else 1 for one in unseen}
        another = Line("another_choice", changes, 1 - inside, None)
        values = search.any(replace(settled, lines=(*settled.lines, another)))
        if values is None:
            break
        found |= {one for one in unseen if (one in chosen) != bool(values[takes_part(one)])}
    return tuple(one for one in part.claimants if one in found)


def draw(
    part: Part,
    settled: IntegerProgram,
    chosen: frozenset[Claimant],
    tied: Collection[Claimant],
    search: Search,
) -> tuple[frozenset[Claimant], dict[Claimant, int]]:
    """The optimal choice in which whoever goes first in the order of lots takes part.

    Raises:
        Unsettled: if it was not found in time.
    """
    variables = dict(settled.variables)
    for one in part.thresholds:
        if one not in tied:
            variables[takes_part(one)] = (int(one in chosen),) * 2
    waiting = [one for one in part.claimants if one in tied]
    values: dict[str, int] = {}
    while waiting:
        now, waiting = waiting[:LOTS_AT_ONCE], waiting[LOTS_AT_ONCE:]
        objective = {takes_part(one): -(2 ** (len(now) - place)) for place, one in enumerate(now)}
        program = replace(settled, variables=variables, objective=objective)
        values = search.best(program)
        for one in now:
            variables[takes_part(one)] = (values[takes_part(one)],) * 2
    drawn = frozenset(one for one in part.thresholds if values[takes_part(one)])
    return drawn, {one: values[places_of(one)] for one in part.claimants}
