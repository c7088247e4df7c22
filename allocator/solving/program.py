# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Integer programs and their solutions, in plain integers: no solver is needed to read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import ceil


class Status(StrEnum):
    """How a solve ended."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Line:
    """A linear constraint: lower <= sum of coefficient x variable <= upper, None for no limit."""

    name: str
    terms: Mapping[str, int]
    lower: int | None
    upper: int | None

    @property
    def can_hold(self) -> bool:
        """Whether the limits leave anything; where there are no terms, whether they leave zero."""
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            return False
        return bool(self.terms) or (self.lower or 0) <= 0 <= (self.upper or 0)


@dataclass(frozen=True, slots=True)
class IntegerProgram:
    """Minimise a linear objective over whole numbers.

    Attributes:
        variables: lower and upper bound by name.
        lines: the constraints, each with a name of its own.
        objective: coefficient by variable, to be minimised; empty: any assignment will do.
        hint: values to start from.
    """

    variables: Mapping[str, tuple[int, int]]
    lines: tuple[Line, ...]
    objective: Mapping[str, int]
    hint: Mapping[str, int] = field(default_factory=dict)

    @property
    def contradicts_itself(self) -> bool:
        """Whether a variable or a line has limits that nothing can meet, whatever the others do."""
        return any(lower > upper for lower, upper in self.variables.values()) or any(
            not line.can_hold for line in self.lines
        )

    @property
    def reach(self) -> int:
        """The objective is never farther from zero than this."""
        return sum(
            abs(factor) * max(map(abs, self.variables[name]))
            for name, factor in self.objective.items()
        )

    def value(self, values: Mapping[str, int]) -> int:
        """The objective of an assignment, in exact integers."""
        return sum(factor * values[name] for name, factor in self.objective.items())

    def broken_lines(self, values: Mapping[str, int]) -> list[str]:
        """The names of the lines and bounds that an assignment breaks."""
        broken = [
            name
            for name, (lower, upper) in self.variables.items()
            if not lower <= values[name] <= upper
        ]
        for line in self.lines:
            total = sum(factor * values[name] for name, factor in line.terms.items())
            low = line.lower is not None and total < line.lower
            if low or (line.upper is not None and total > line.upper):
                broken.append(line.name)
        return broken


@dataclass(frozen=True, slots=True)
class Solution:
    """What a solve found.

    Attributes:
        status: optimal, feasible (unproven), infeasible or unknown (nothing found in time).
        values: by variable; empty when nothing was found.
        bound: no assignment has an objective below this; says nothing without values.
        interrupted: whether somebody asked to stop before the solver was done.
        seconds: how long the solver searched.
    """

    status: Status
    values: Mapping[str, int]
    bound: int
    interrupted: bool = False
    seconds: float = 0.0


class SolverDefect(Exception):
    """A solver returned what breaks its own program: a defect, never an answer."""


def whole_bound(bound: float) -> int:
    """The whole number that a bound stands for: solvers report it with a rounding error."""
    return ceil(bound - max(1e-4, abs(bound) * 1e-9))


def checked(program: IntegerProgram, solution: Solution) -> Solution:
    """A solution whose values have been put into the program again, in integers.

    Raises:
        SolverDefect: if the assignment breaks a line or has another objective than claimed.
    """
    if broken := program.broken_lines(solution.values):
        raise SolverDefect(f"the solver's answer breaks {', '.join(broken[:5])}")
    value = program.value(solution.values)
    if solution.status is not Status.OPTIMAL:
        return replace(solution, bound=min(solution.bound, value))
    if abs(solution.bound - value) > max(1, abs(value) * 1e-8):
        raise SolverDefect(
            f"the solver claims an optimum of {solution.bound}, its answer is {value}"
        )
    return replace(solution, bound=value)
