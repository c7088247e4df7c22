# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""HiGHS: a second, independent solver."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from allocator.solving.program import IntegerProgram, Solution, Status, checked, whole_bound

NAME = "HiGHS"


def confirm(program: IntegerProgram, time_limit_seconds: Fraction) -> Solution:
    """Solve a program with a second, independent solver (HiGHS).

    HiGHS computes in floating point: its answer is rounded and then recomputed in integers. It
    cannot be stopped before its time; `SecondSolver` can.

    Raises:
        SolverDefect: if the assignment breaks a line.
    """
    if program.contradicts_itself:
        return Solution(Status.INFEASIBLE, {}, 0)
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
    seconds = result.solve_time().total_seconds()
    if status in (Status.INFEASIBLE, Status.UNKNOWN):
        return Solution(status, {}, 0, seconds=seconds)
    values = {name: round(result.variable_values(variable)) for name, variable in variables.items()}
    bound = whole_bound(result.termination.objective_bounds.dual_bound)
    return checked(program, Solution(status, values, bound, seconds=seconds))
