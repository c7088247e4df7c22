# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Solving: the only folder that calls a solver.

A stage states an integer program in plain integers; here it becomes a model of CP-SAT, and of a
second solver to confirm an optimum. Solver libraries are imported when the first program is solved.
"""

from __future__ import annotations

from allocator.solving.cp_sat import solve
from allocator.solving.flow import Way, least_cost_flow
from allocator.solving.highs import confirm
from allocator.solving.linear import LinearProgram
from allocator.solving.program import IntegerProgram, Line, Solution, SolverDefect, Status
from allocator.solving.scip import choose
from allocator.solving.second import SecondSolver

__all__ = [
    "IntegerProgram",
    "Line",
    "LinearProgram",
    "SecondSolver",
    "Solution",
    "SolverDefect",
    "Status",
    "Way",
    "choose",
    "confirm",
    "least_cost_flow",
    "solve",
]
