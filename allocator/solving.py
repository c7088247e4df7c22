# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Solving: the only module that calls a solver.

A stage states an integer program in plain integers; here it becomes a model of CP-SAT, and of a
second solver to confirm an optimum. Solver libraries are imported when the first program is solved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from math import ceil

# CP-SAT counts in 64-bit integers.
LARGEST_OBJECTIVE = 2**62


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


@dataclass(frozen=True, slots=True)
class IntegerProgram:
    """Minimise a linear objective over whole numbers.

    Attributes:
        variables: lower and upper bound by name.
        lines: the constraints, each with a name of its own.
        objective: coefficient by variable, to be minimised.
        hint: values to start from.
    """

    variables: Mapping[str, tuple[int, int]]
    lines: tuple[Line, ...]
    objective: Mapping[str, int]
    hint: Mapping[str, int] = field(default_factory=dict)

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
        bound: no assignment has an objective below this.
    """

    status: Status
    values: Mapping[str, int]
    bound: int


class SolverDefect(Exception):
    """A solver returned what breaks its own program: a defect, never an answer."""


def solve(program: IntegerProgram, time_limit_seconds: Fraction, workers: int) -> Solution:
    """Solve a program with CP-SAT; what comes back has been recomputed in integers.

    Raises:
        SolverDefect: if the assignment breaks a line or has another objective than claimed.
        OverflowError: if the objective could leave the range in which CP-SAT is exact.
    """
    from ortools.sat.python import cp_model

    reach = sum(
        abs(factor) * max(map(abs, program.variables[name]))
        for name, factor in program.objective.items()
    )
    if reach > LARGEST_OBJECTIVE:
        raise OverflowError(f"the objective reaches {reach}, beyond what CP-SAT counts exactly")
    model = cp_model.CpModel()
    variables = {
        name: model.new_int_var(lower, upper, name)
        for name, (lower, upper) in program.variables.items()
    }
    for line in program.lines:
        terms = sum(factor * variables[name] for name, factor in line.terms.items())
        low = cp_model.INT_MIN if line.lower is None else line.lower
        high = cp_model.INT_MAX if line.upper is None else line.upper
        model.add_linear_constraint(terms, low, high).with_name(line.name)
    for name, value in program.hint.items():
        model.add_hint(variables[name], value)
    model.minimize(sum(factor * variables[name] for name, factor in program.objective.items()))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = float(time_limit_seconds)
    solver.parameters.num_workers = workers
    ended = solver.solve(model)
    status = {
        cp_model.OPTIMAL: Status.OPTIMAL,
        cp_model.FEASIBLE: Status.FEASIBLE,
        cp_model.INFEASIBLE: Status.INFEASIBLE,
    }.get(ended, Status.UNKNOWN)
    if status in (Status.INFEASIBLE, Status.UNKNOWN):
        return Solution(status, {}, 0)
    values = {name: solver.value(variable) for name, variable in variables.items()}
    bound = _whole_bound(solver.best_objective_bound)
    return _checked(program, Solution(status, values, bound))


def confirm(program: IntegerProgram, time_limit_seconds: Fraction) -> Solution:
    """Solve a program with a second, independent solver (HiGHS).

    HiGHS computes in floating point: its answer is rounded and then recomputed in integers.

    Raises:
        SolverDefect: if the assignment breaks a line.
    """
    from datetime import timedelta

    from ortools.math_opt.python import mathopt

    model = mathopt.Model(name="confirm")
    variables = {
        name: model.add_integer_variable(lb=lower, ub=upper, name=name)
        for name, (lower, upper) in program.variables.items()
    }
    for line in program.lines:
        model.add_linear_constraint(
            lb=float("-inf") if line.lower is None else line.lower,
            ub=float("inf") if line.upper is None else line.upper,
            expr=mathopt.LinearSum(factor * variables[name] for name, factor in line.terms.items()),
            name=line.name,
        )
    model.minimize(
        mathopt.LinearSum(factor * variables[name] for name, factor in program.objective.items())
    )
    result = mathopt.solve(
        model,
        mathopt.SolverType.HIGHS,
        params=mathopt.SolveParameters(
            time_limit=timedelta(seconds=float(time_limit_seconds)), relative_gap_tolerance=0.0
        ),
    )
    reasons = mathopt.TerminationReason
    status = {
        reasons.OPTIMAL: Status.OPTIMAL,
        reasons.FEASIBLE: Status.FEASIBLE,
        reasons.INFEASIBLE: Status.INFEASIBLE,
    }.get(result.termination.reason, Status.UNKNOWN)
    if status in (Status.INFEASIBLE, Status.UNKNOWN):
        return Solution(status, {}, 0)
    values = {name: round(result.variable_values(variable)) for name, variable in variables.items()}
    bound = _whole_bound(result.termination.objective_bounds.dual_bound)
    return _checked(program, Solution(status, values, bound))


def _whole_bound(bound: float) -> int:
    """The whole number that a bound stands for: solvers report it with a rounding error."""
    return ceil(bound - max(1e-4, abs(bound) * 1e-9))


def _checked(program: IntegerProgram, solution: Solution) -> Solution:
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
