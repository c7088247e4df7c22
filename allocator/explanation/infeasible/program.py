# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rules of coupled areas as an integer program in which lines of the scenario may give way.

With x the places, y whether somebody takes part, and m_l >= 0 by how much
the number in line l of the scenario moves (r_l = 1 where it changes at all):

    sum_i x_i + m_l >= lower              at least so many, unless line l goes down
    sum_i x_i - m_l <= upper              at most so many, unless line l goes up
    x_i + m_l >= least_i y_i              nothing, or at least so many, unless line l goes down
    x_i <= highest_i y_i
    sum_i y_i - m_l <= n                  so many at most take part, unless line l goes up
    x_i <= highest_i r_l                  not eligible, unless line l changes
    x_i <= max(0, what is asked of i)     where i has no weight: its minimum and no more

Where no line may change all m and r are 0, and these are the rules as stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from allocator.distribution.rules.registry import Bound, Claimant, Participation, SetBy
from allocator.explanation.infeasible.coupled import Coupled
from allocator.solving import Line

Variables = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Movable:
    """A line of the scenario that may change.

    Attributes:
        path: of the setting, dotted.
        most: how far its number moves at the most; 0 where it is no number.
        up: whether its number goes up; a minimum goes down.
        number: whether it is a number; otherwise it applies or it does not.
    """

    path: str
    most: int = 0
    up: bool = False
    number: bool = False


NOTHING: Mapping[str, Movable] = {}


@dataclass(frozen=True, slots=True)
class Program:
    """Variables and lines that grow as rules are stated."""

    variables: Variables = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    def state(
        self, terms: Mapping[str, int], lower: int | None = None, upper: int | None = None
    ) -> None:
        """Add a line; its number is its name."""
        self.lines.append(Line(f"line {len(self.lines)}", terms, lower, upper))


def state_rules(
    program: Program,
    coupled: Coupled,
    highest: Mapping[Claimant, int],
    movable: Mapping[str, Movable] = NOTHING,
    *,
    minima: bool = True,
    maxima: bool = True,
) -> None:
    """State every rule but the sums that close.

    Args:
        program: takes them up.
        coupled: the rules.
        highest: the most places of each claimant that need to be looked at.
        movable: the lines that may change, by path.
        minima: whether anybody has to take anything.
        maxima: whether anybody may be limited.
    """
    for one in coupled.claimants:
        program.variables[places(one)] = (0, highest[one])
    for bound in coupled.bounds:
        if minima and bound.lower > 0:
            _state_minimum(program, bound, movable)
        if maxima and bound.upper is not None:
            _state_maximum(program, bound, bound.upper, highest, movable)
    for threshold in coupled.thresholds:
        one, least = threshold.claimant, threshold.least
        program.variables[takes_part(one)] = (0, 1)
        gives = _gives(threshold.by, movable, least)
        program.state({places(one): 1, takes_part(one): -least, **gives}, lower=0)
        program.state({places(one): 1, takes_part(one): -highest[one]}, upper=0)
    if maxima:
        for limit in coupled.participations:
            _state_participation(program, limit, highest, movable)
    for one in coupled.claimants:
        if not coupled.weights[one]:
            _state_without_weight(program, coupled, one, highest[one], movable)


def _state_minimum(program: Program, bound: Bound, movable: Mapping[str, Movable]) -> None:
    gives = _gives(bound.lower_by, movable, bound.lower)
    program.state({**total(bound.claimants), **gives}, lower=bound.lower)


def _state_maximum(
    program: Program,
    bound: Bound,
    upper: int,
    highest: Mapping[Claimant, int],
    movable: Mapping[str, Movable],
) -> None:
    gives = _gives(bound.upper_by, movable, sum(highest[one] for one in bound.claimants))
    less = {name: -most for name, most in gives.items()}
    program.state({**total(bound.claimants), **less}, upper=upper)


def _state_participation(
    program: Program,
    limit: Participation,
    highest: Mapping[Claimant, int],
    movable: Mapping[str, Movable],
) -> None:
    """Also of whoever is barred now: its line may be the one to change."""
    for one in sorted(limit.claimants):
        if takes_part(one) not in program.variables:
            program.variables[takes_part(one)] = (0, 1)
            program.state({places(one): 1, takes_part(one): -highest[one]}, upper=0)
    gives = _gives(limit.by, movable, len(limit.claimants))
    less = {name: -most for name, most in gives.items()}
    program.state({**participants(limit), **less}, upper=limit.most)


def _state_without_weight(
    program: Program,
    coupled: Coupled,
    one: Claimant,
    highest: int,
    movable: Mapping[str, Movable],
) -> None:
    """Whoever has no weight rests on one thing that is asked of it, or gets nothing."""
    rests: dict[str, int] = {}
    for number, (asked, by) in enumerate(coupled.supports(one)):
        rests_on = f"rests_on[{one[0]}.{one[1]}.{number}]"
        gives = _gives(by, movable, asked)
        most = movable[by.path].most if by and by.path in movable else 0
        beyond = highest + max(most, asked)
        program.variables[rests_on] = (0, 1)
        program.state({places(one): 1, rests_on: beyond, **gives}, upper=asked + beyond)
        rests[rests_on] = 1
    program.state({places(one): 1, **dict.fromkeys(rests, -highest)}, upper=0)
    if rests:
        program.state(rests, upper=1)


def _gives(by: SetBy | None, movable: Mapping[str, Movable], everything: int) -> dict[str, int]:
    """How far a line gives way: as many places as it moves, or altogether."""
    if by is None or by.path not in movable:
        return {}
    return {moves(by.path): 1} if by.number else {changes(by.path): everything}


def state_changes(program: Program, movable: Mapping[str, Movable]) -> None:
    """A number moves only if its line changes."""
    for line in movable.values():
        program.variables[changes(line.path)] = (0, 1)
        if line.number:
            program.variables[moves(line.path)] = (0, line.most)
            program.state({moves(line.path): 1, changes(line.path): -line.most}, upper=0)


def movable_lines(coupled: Coupled) -> Iterator[Movable]:
    """Every line of the scenario that binds these areas and could give way."""
    totals = {one: closing.total for closing in coupled.closings for one in closing.claimants}
    for bound in coupled.bounds:
        if bound.lower > 0 and bound.lower_by:
            yield _movable(bound.lower_by, bound.lower, up=False)
        if bound.upper is not None and bound.upper_by:
            together = sum(totals[one] for one in bound.claimants)
            yield _movable(bound.upper_by, together - bound.upper, up=True)
    for threshold in coupled.thresholds:
        if threshold.by:
            yield _movable(threshold.by, threshold.least, up=False)
    for limit in coupled.participations:
        if limit.by:
            yield _movable(limit.by, len(limit.claimants) - limit.most, up=True)


def _movable(by: SetBy, most: int, *, up: bool) -> Movable:
    return Movable(by.path, max(0, most), up, number=True) if by.number else Movable(by.path)


def total(claimants: Iterable[Claimant]) -> dict[str, int]:
    """The places of these claimants together, as terms."""
    return {places(one): 1 for one in claimants}


def participants(limit: Participation) -> dict[str, int]:
    """How many of these claimants take part, as terms."""
    return {takes_part(one): 1 for one in sorted(limit.claimants)}


def label(one: Claimant) -> str:
    """A claimant in the name of a variable."""
    return f"{one[0]}.{one[1]}"


def places(one: Claimant) -> str:
    """The variable of a claimant's places."""
    return f"places[{label(one)}]"


def takes_part(one: Claimant) -> str:
    """The variable that tells whether a claimant takes part, where anything asks it."""
    return f"takes_part[{label(one)}]"


def moves(path: str) -> str:
    """The variable of the number of places by which a line moves."""
    return f"moves[{path}]"


def changes(path: str) -> str:
    """The variable that tells whether a line changes."""
    return f"changes[{path}]"
