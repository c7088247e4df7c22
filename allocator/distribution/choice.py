# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who takes part: the integer program, solved by CP-SAT.

Only claimants with a threshold (nothing, or at least so many) can be left out. The program is

    minimise    (n + 1) x sum_i s |x_i W - R w_i|  -  sum_i y_i
    subject to  sum_i x_i = R                        for each area and kind
                least_i y_i <= x_i <= hi_i y_i       for the n claimants with a threshold
                lo_i <= x_i <= hi_i                  for the others
                lower <= sum_{i in G} x_i <= upper   for each group G

so that first the deviation from pro rata is as small as possible, and then as few as possible are
left at zero. If several choices are equally good, the order of lots decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from time import monotonic

from allocator.distribution.deviation import scales
from allocator.distribution.formulation import Part
from allocator.distribution.rules.registry import Claimant
from allocator.solving import IntegerProgram, Line, Solution, Status, solve
from models.fault import Infeasible
from models.scenario import Solver

# Powers of two up to this stay exact in one objective.
LOTS_AT_ONCE = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """Who takes part of those with a threshold.

    Attributes:
        chosen: the claimants that take part.
        places: places that meet every rule with the least deviation; a start, not the answer.
        deviation: the least deviation, or the best found.
        deviation_bound: nobody can do better than this.
        left_out: how many claimants with a threshold take no part.
        left_out_bound: with this deviation, no fewer can be left out.
        proven: whether both are proven.
        tied: claimants that another, equally good choice would treat differently.
    """

    chosen: frozenset[Claimant]
    places: Mapping[Claimant, int]
    deviation: int
    deviation_bound: int
    left_out: int
    left_out_bound: int
    proven: bool
    tied: tuple[Claimant, ...] = ()


class NothingFound(Exception):
    """The time limit passed before any choice was found."""


def program_of(part: Part) -> IntegerProgram:
    """The integer program of a part (see the top of this file)."""
    variables: dict[str, tuple[int, int]] = {}
    lines: list[Line] = []
    objective: dict[str, int] = {}
    factor = scales(part)
    weight_of_deviation = len(part.thresholds) + 1
    for closing in part.closings:
        together = part.together(closing)
        lines.append(
            Line(
                closing.name,
                {_x(one): 1 for one in closing.claimants},
                closing.total,
                closing.total,
            )
        )
        for one in sorted(closing.claimants):
            wanted = closing.total * part.weights[one]
            lowest, highest = part.lower[one], _highest(part, one)
            farthest = max(
                abs(highest * together - wanted), abs(lowest * together - wanted), wanted
            )
            variables[_x(one)] = (lowest, highest)
            variables[_d(one)] = (0, farthest)
            objective[_d(one)] = weight_of_deviation * factor[closing]
            lines += [
                Line(f"above[{_label(one)}]", {_d(one): 1, _x(one): -together}, -wanted, None),
                Line(f"below[{_label(one)}]", {_d(one): 1, _x(one): together}, wanted, None),
            ]
    for one, least in part.thresholds.items():
        variables[_y(one)] = (1 if part.lower[one] else 0, 1)
        objective[_y(one)] = -1
        lines += [
            Line(f"least[{_label(one)}]", {_x(one): 1, _y(one): -least}, 0, None),
            Line(f"none[{_label(one)}]", {_x(one): 1, _y(one): -_highest(part, one)}, None, 0),
        ]
    for group in part.groups:
        terms = {_x(one): 1 for one in group.claimants}
        lines.append(Line(group.name, terms, group.lower, group.upper))
    return IntegerProgram(variables, tuple(lines), objective)


def choose(part: Part, settings: Solver) -> Choice:
    """Choose who takes part; unique by the order of lots.

    Raises:
        Infeasible: if it is proven that no choice meets every rule.
        NothingFound: if none was found within the time limit.
    """
    deadline = monotonic() + float(settings.time_limit_seconds)
    program = program_of(part)
    solution = solve(program, settings.time_limit_seconds, settings.workers)
    if solution.status is Status.INFEASIBLE:
        raise Infeasible
    if not solution.values:
        raise NothingFound
    first = _choice(part, program, solution)
    if not first.proven or not part.thresholds:
        return first
    settled = _settle(program, solution)
    try:
        tied = _tied(settled, part, first, settings, deadline)
        if not tied:
            return first
        chosen, places = _by_lots(settled, part, settings, deadline)
    except Unsettled:
        # As good as any, but whether it is the one that lots give was not settled in time.
        return replace(first, proven=False)
    return replace(first, chosen=chosen, places=places, tied=tied)


def is_possible(part: Part, settings: Solver) -> bool:
    """Whether any choice meets every rule, without looking for the best.

    Raises:
        NothingFound: if that was not found out within the time limit.
    """
    program = replace(program_of(part), objective={})
    solution = solve(program, settings.time_limit_seconds, settings.workers)
    if solution.status is Status.UNKNOWN:
        raise NothingFound
    return solution.status is not Status.INFEASIBLE


def _choice(part: Part, program: IntegerProgram, solution: Solution) -> Choice:
    size = len(part.thresholds) + 1
    value = program.value(solution.values)
    # value = size x deviation - taking part, with 0 <= taking part < size
    least, taking_part = -(-value // size), -value % size
    deviation_bound, most = -(-solution.bound // size), -solution.bound % size
    proven = solution.status is Status.OPTIMAL
    return Choice(
        chosen=frozenset(one for one in part.thresholds if solution.values[_y(one)]),
        places={one: solution.values[_x(one)] for one in part.claimants},
        deviation=least,
        deviation_bound=deviation_bound,
        left_out=len(part.thresholds) - taking_part,
        left_out_bound=len(part.thresholds) - most if deviation_bound == least else 0,
        proven=proven,
    )


def _settle(program: IntegerProgram, solution: Solution) -> IntegerProgram:
    """The program restricted to its optimal solutions, ready for another objective."""
    value = program.value(solution.values)
    best = Line("optimal", program.objective, value, value)
    return replace(program, lines=(*program.lines, best), objective={}, hint=dict(solution.values))


def _tied(
    settled: IntegerProgram, part: Part, first: Choice, settings: Solver, deadline: float
) -> tuple[Claimant, ...]:
    """Every claimant that some optimal choice treats differently from the first one."""
    found: set[Claimant] = set()
    while True:
        unseen = [one for one in part.thresholds if one not in found]
        # Count, as a minimum, how many unseen claimants change sides.
        objective = {_y(one): 1 if one in first.chosen else -1 for one in unseen}
        solution = _exactly(replace(settled, objective=objective), settings, deadline)
        changed = {one for one in unseen if (one in first.chosen) != bool(solution[_y(one)])}
        if not changed:
            return tuple(one for one in part.claimants if one in found)
        found |= changed


def _by_lots(
    settled: IntegerProgram, part: Part, settings: Solver, deadline: float
) -> tuple[frozenset[Claimant], dict[Claimant, int]]:
    """The optimal choice in which whoever goes first in the order of lots takes part."""
    waiting = [one for one in part.claimants if one in part.thresholds]
    program, solution = settled, dict(settled.hint)
    while waiting:
        now, waiting = waiting[:LOTS_AT_ONCE], waiting[LOTS_AT_ONCE:]
        objective = {_y(one): -(2 ** (len(now) - position)) for position, one in enumerate(now)}
        solution = _exactly(replace(program, objective=objective), settings, deadline)
        variables = dict(program.variables)
        for one in now:
            variables[_y(one)] = (solution[_y(one)], solution[_y(one)])
        program = replace(program, variables=variables, hint=solution)
    chosen = frozenset(one for one in part.thresholds if solution[_y(one)])
    return chosen, {one: solution[_x(one)] for one in part.claimants}


class Unsettled(Exception):
    """The time limit passed while a tie was being settled."""


def _exactly(program: IntegerProgram, settings: Solver, deadline: float) -> dict[str, int]:
    left = max(Fraction(1, 10), Fraction(deadline - monotonic()))
    solution = solve(program, left, settings.workers)
    if solution.status is not Status.OPTIMAL:
        raise Unsettled
    return dict(solution.values)


def _highest(part: Part, one: Claimant) -> int:
    """The most that a claimant can get; without weight its minimum and no more."""
    if part.weights[one]:
        return part.upper[one]
    return min(part.upper[one], max(part.lower[one], part.thresholds.get(one, 0)))


def _label(one: Claimant) -> str:
    return f"{one[0]}.{one[1]}"


def _x(one: Claimant) -> str:
    return f"places[{_label(one)}]"


def _y(one: Claimant) -> str:
    return f"takes_part[{_label(one)}]"


def _d(one: Claimant) -> str:
    return f"deviation[{_label(one)}]"
