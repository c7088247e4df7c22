# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""CP-SAT: finds the optimum of an integer program, or says how far it came.

The solver searches in a thread of its own, so that the calling thread stays free to notice that
somebody wants to stop. Whoever stops waits milliseconds and keeps the best that was found.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from allocator.solving.attention import watched
from allocator.solving.program import (
    IntegerProgram,
    Solution,
    SolverDefect,
    Status,
    checked,
    whole_bound,
)

# CP-SAT counts in 64-bit integers.
LARGEST_OBJECTIVE = 2**62
# How long a wish to stop may go unnoticed.
ATTENTION_SECONDS = 0.05


def solve(
    program: IntegerProgram,
    time_limit_seconds: Fraction,
    workers: int,
    stopped: Callable[[], bool] = lambda: False,
    *,
    any_will_do: bool = False,
) -> Solution:
    """Solve a program with CP-SAT; what comes back has been recomputed in integers.

    Args:
        program: what to solve; CP-SAT starts from its hint.
        time_limit_seconds: the best found by then is the answer.
        workers: threads.
        stopped: asked many times a second; once it says yes, the best found is the answer.
        any_will_do: whether the first assignment is the answer; the objective only shows the way.

    Raises:
        SolverDefect: if the assignment breaks a line or has another objective than claimed, or if
            CP-SAT refuses the program.
        OverflowError: if the objective could leave the range in which CP-SAT is exact.
    """
    if program.reach > LARGEST_OBJECTIVE:
        raise OverflowError(
            f"the objective reaches {program.reach}, beyond what CP-SAT counts exactly"
        )
    if program.contradicts_itself:
        return Solution(Status.INFEASIBLE, {}, 0)
    from ortools.sat.python import cp_model

    model, variables = _model(cp_model, program)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = float(time_limit_seconds)
    solver.parameters.num_workers = workers
    solver.parameters.stop_after_first_solution = any_will_do
    # Ctrl-C belongs to Python: its handler decides, and `stopped` tells.
    solver.parameters.catch_sigint_signal = False
    ended, interrupted = watched("CP-SAT", lambda: solver.solve(model), solver.stop_search, stopped)
    if ended == cp_model.MODEL_INVALID:
        raise SolverDefect(f"CP-SAT refuses the program: {model.validate()}")
    status = {
        cp_model.OPTIMAL: Status.OPTIMAL,
        cp_model.FEASIBLE: Status.FEASIBLE,
        cp_model.INFEASIBLE: Status.INFEASIBLE,
    }.get(ended, Status.UNKNOWN)
    if status in (Status.INFEASIBLE, Status.UNKNOWN):
        return Solution(status, {}, 0, interrupted, solver.wall_time)
    values = {name: solver.value(variable) for name, variable in variables.items()}
    bound = whole_bound(solver.best_objective_bound)
    return checked(program, Solution(status, values, bound, interrupted, solver.wall_time))


def _model(cp_model: Any, program: IntegerProgram) -> tuple[Any, dict[str, Any]]:
    """The program in CP-SAT's own terms."""
    model = cp_model.CpModel()
    variables = {
        name: model.new_int_var(lower, upper, name)
        for name, (lower, upper) in program.variables.items()
    }
    for line in program.lines:
        if not line.terms:
            continue
        terms = sum(factor * variables[name] for name, factor in line.terms.items())
        low = cp_model.INT_MIN if line.lower is None else line.lower
        high = cp_model.INT_MAX if line.upper is None else line.upper
        model.add_linear_constraint(terms, low, high).with_name(line.name)
    for name, value in program.hint.items():
        model.add_hint(variables[name], value)
    if program.objective:
        model.minimize(sum(factor * variables[name] for name, factor in program.objective.items()))
    return model, variables
