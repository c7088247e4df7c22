# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""SCIP: the solver for choosing groups, of which there may be thousands."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from allocator.solving.attention import watched
from allocator.solving.program import IntegerProgram, Solution, Status, checked, whole_bound


def choose(
    program: IntegerProgram,
    time_limit_seconds: Fraction,
    stopped: Callable[[], bool] = lambda: False,
) -> Solution:
    """Solve a program with SCIP; what comes back has been recomputed in integers.

    SCIP computes in floating point: whoever states a program keeps its numbers far below 10^9.

    Raises:
        SolverDefect: if the assignment breaks a line or has another objective than claimed.
    """
    if program.contradicts_itself:
        return Solution(Status.INFEASIBLE, {}, 0)
    if stopped():
        return Solution(Status.UNKNOWN, {}, 0, True)
    from ortools.linear_solver import pywraplp

    solver, variables = stated(program, "SCIP")
    solver.set_time_limit(int(time_limit_seconds * 1000))
    exact = pywraplp.MPSolverParameters()
    exact.SetDoubleParam(pywraplp.MPSolverParameters.RELATIVE_MIP_GAP, 0.0)
    # Ctrl-C belongs to Python: its handler decides, and `stopped` tells.
    solver.SetSolverSpecificParametersAsString("misc/catchctrlc = FALSE\n")
    ended, interrupted = watched(
        "SCIP", lambda: solver.Solve(exact), solver.InterruptSolve, stopped
    )
    status = {
        solver.OPTIMAL: Status.OPTIMAL,
        solver.FEASIBLE: Status.FEASIBLE,
        solver.INFEASIBLE: Status.INFEASIBLE,
    }.get(ended, Status.UNKNOWN)
    if status in (Status.INFEASIBLE, Status.UNKNOWN):
        return Solution(status, {}, 0, interrupted)
    values = {name: round(variable.solution_value()) for name, variable in variables.items()}
    bound = whole_bound(solver.Objective().BestBound())
    if bound < program.value(values):
        status = Status.FEASIBLE
    return checked(program, Solution(status, values, bound, interrupted))


def stated(program: IntegerProgram, solver_name: str) -> tuple[Any, dict[str, Any]]:
    """A program as OR-Tools states it to one of its linear solvers, and its variables by name."""
    from ortools.linear_solver import pywraplp

    solver = pywraplp.Solver.CreateSolver(solver_name)
    variables = {
        name: solver.IntVar(lower, upper, name)
        for name, (lower, upper) in program.variables.items()
    }
    for line in program.lines:
        row = solver.Constraint(
            -solver.infinity() if line.lower is None else line.lower,
            solver.infinity() if line.upper is None else line.upper,
        )
        for name, factor in line.terms.items():
            row.SetCoefficient(variables[name], factor)
    objective = solver.Objective()
    objective.SetMinimization()
    for name, factor in program.objective.items():
        objective.SetCoefficient(variables[name], factor)
    return solver, variables
