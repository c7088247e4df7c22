# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The time that one part of the rest may take, shared by all its solves."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from allocator.solving import IntegerProgram, Solution, Status, solve
from models.scenario import Solver

# Whatever came before, the last questions get this much: most need less.
LEAST_SECONDS = Fraction(1, 10)


class Unsettled(Exception):
    """The time limit passed, or somebody stopped, before a question was answered."""


class Search:
    """Solves within the time limit of one part, until somebody stops it."""

    def __init__(self, settings: Solver, stopped: Callable[[], bool]) -> None:
        """Start with all of the time.

        Args:
            settings: the time limit, for all solves together, and the threads.
            stopped: whether somebody wants to stop; then nothing is solved any more.
        """
        self._settings = settings
        self._stopped = stopped
        self._left = settings.time_limit_seconds
        self.interrupted = stopped()

    def solve(self, program: IntegerProgram, *, any_will_do: bool = False) -> Solution:
        """The best found in what is left of the time, or the first where any will do."""
        self.interrupted = self.interrupted or self._stopped()
        if self.interrupted:
            return Solution(Status.UNKNOWN, {}, 0, interrupted=True)
        solution = solve(
            program, self._left, self._settings.workers, self._stopped, any_will_do=any_will_do
        )
        self.interrupted = solution.interrupted
        self._left = max(LEAST_SECONDS, self._left - Fraction(solution.seconds))
        return solution

    def best(self, program: IntegerProgram) -> dict[str, int]:
        """The proven optimum of a program that has one.

        Raises:
            Unsettled: if it is not proven in time.
        """
        solution = self.solve(program)
        if solution.status is not Status.OPTIMAL:
            raise Unsettled
        return dict(solution.values)

    def any(self, program: IntegerProgram) -> dict[str, int] | None:
        """Any assignment, or None where it is proven that there is none.

        Raises:
            Unsettled: if neither is known in time.
        """
        solution = self.solve(program, any_will_do=True)
        if not solution.values and solution.status is not Status.INFEASIBLE:
            raise Unsettled
        return dict(solution.values) or None
