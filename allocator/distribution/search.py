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

    def solve(self, program: IntegerProgram) -> Solution:
        """The best found in what is left of the time."""
        self.interrupted = self.interrupted or self._stopped()
        if self.interrupted:
            return Solution(Status.UNKNOWN, {}, 0, interrupted=True)
        solution = solve(program, self._left, self._settings.workers, self._stopped)
        self.interrupted = solution.interrupted
        self._left = max(LEAST_SECONDS, self._left - Fraction(solution.seconds))
        return solution

    def answer(self, program: IntegerProgram) -> dict[str, int] | None:
        """The proven optimum, or None where it is proven that there is no assignment at all.

        Raises:
            Unsettled: if neither is proven in time.
        """
        solution = self.solve(program)
        if solution.status is Status.INFEASIBLE:
            return None
        if solution.status is not Status.OPTIMAL:
            raise Unsettled
        return dict(solution.values)
