# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Linear programs that grow by columns, for the prices that they give (GLOP).

GLOP computes in floating point, so its prices are advice: whoever uses them proves in whole numbers
what they are worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


class LinearProgram:
    """Minimise the cost of columns that fill rows; every column is used 0 or more times."""

    def __init__(self, rows: Sequence[tuple[float, float]]) -> None:
        """Begin without columns.

        Args:
            rows: least and most of each row; infinities for no limit.
        """
        from ortools.linear_solver import pywraplp

        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        self._solved = (pywraplp.Solver.OPTIMAL, pywraplp.Solver.FEASIBLE)
        self._anew = [_anew(pywraplp, algorithm) for algorithm in ("DUAL", "PRIMAL")]
        self._unit = 1
        self._rows = [self._solver.Constraint(low, high) for low, high in rows]
        self._objective = self._solver.Objective()
        self._objective.SetMinimization()
        self._columns: list[Any] = []

    def add_row(self, low: float, high: float, terms: Iterable[tuple[int, int]]) -> None:
        """Add a row over the columns so far, as number of the column and factor."""
        row = self._solver.Constraint(low, high)
        for column, factor in terms:
            row.SetCoefficient(self._columns[column], factor)
        self._rows.append(row)

    def add_column(self, cost: int, terms: Iterable[tuple[int, int]]) -> int:
        """Add a column, as number of the row and factor; returns its number."""
        column = self._solver.NumVar(0, self._solver.infinity(), "")
        self._objective.SetCoefficient(column, cost / self._unit)
        for row, factor in terms:
            self._rows[row].SetCoefficient(column, factor)
        self._columns.append(column)
        return len(self._columns) - 1

    def set_costs(self, costs: Mapping[int, int], unit: int = 1) -> None:
        """Have columns cost something else.

        Args:
            costs: of every column.
            unit: in which the solver is told of costs, from now on: it takes what is below a
                ten-millionth for nothing, and loses its way among numbers that are far above one.
        """
        self._unit = unit
        for column, cost in costs.items():
            self._objective.SetCoefficient(self._columns[column], cost / unit)

    def solve(self) -> bool:
        """Solve, from where the last solve ended; whether there is an optimum.

        Where rounding leads astray on the way from there, it begins anew, and then the other way.
        """
        return self._solver.Solve() in self._solved or any(
            self._solver.Solve(anew) in self._solved for anew in self._anew
        )

    @property
    def prices(self) -> list[float]:
        """The dual value of each row."""
        return [row.dual_value() * self._unit for row in self._rows]

    @property
    def used(self) -> list[float]:
        """How often each column is used."""
        return [column.solution_value() for column in self._columns]


def _anew(pywraplp: Any, algorithm: str) -> Any:
    """Parameters for a solve that uses nothing of the last one."""
    parameters = pywraplp.MPSolverParameters()
    parameters.SetIntegerParam(parameters.INCREMENTALITY, parameters.INCREMENTALITY_OFF)
    parameters.SetIntegerParam(parameters.LP_ALGORITHM, getattr(parameters, algorithm))
    parameters.SetIntegerParam(parameters.PRESOLVE, parameters.PRESOLVE_OFF)
    return parameters
