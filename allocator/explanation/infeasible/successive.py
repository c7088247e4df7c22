# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A program minimised for one thing after another, all within one time limit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from time import monotonic

from allocator.explanation.infeasible.program import Program
from allocator.solving import IntegerProgram, Line, Status, solve
from models.scenario import Solver

Objective = Mapping[str, int]


class OutOfTime(Exception):
    """The time limit passed before the least was proven."""


class Successive:
    """Minimises programs until the time limit of a scenario has passed."""

    def __init__(self, settings: Solver, stopped: Callable[[], bool] = lambda: False) -> None:
        """Start the clock; once `stopped` says so, the time is over."""
        self.settings = settings
        self.stopped = stopped
        self._deadline = monotonic() + float(settings.time_limit_seconds)

    def share(self, parts: int) -> Successive:
        """The same for one of so many equal parts of the time that is left.

        Raises:
            OutOfTime: if nothing is.
        """
        seconds = self.seconds_left / parts
        settings = self.settings.model_copy(update={"time_limit_seconds": seconds})
        return Successive(settings, self.stopped)

    @property
    def seconds_left(self) -> Fraction:
        """What is left of the time limit.

        Raises:
            OutOfTime: if nothing is.
        """
        left = self._deadline - monotonic()
        if left <= 0 or self.stopped():
            raise OutOfTime
        return Fraction(left)

    def least(self, program: Program, *objectives: Objective) -> dict[str, int] | None:
        """The values with the first objective least, then the second, and so on.

        Returns:
            The value of each variable; None if nothing meets every line.

        Raises:
            OutOfTime: if that was not proven in time.
        """
        values: dict[str, int] = {}
        fixed: list[Line] = []
        for objective in objectives:
            stated = IntegerProgram(
                program.variables, (*program.lines, *fixed), objective, hint=values
            )
            solution = solve(stated, self.seconds_left, self.settings.workers, self.stopped)
            if solution.status is Status.INFEASIBLE:
                return None
            if solution.status is not Status.OPTIMAL:
                raise OutOfTime
            values = dict(solution.values)
            reached = stated.value(values)
            fixed.append(Line(f"reached {len(fixed)}", objective, reached, reached))
        return values

    def settings_now(self) -> Solver:
        """The same settings with what is left of the time.

        Raises:
            OutOfTime: if nothing is.
        """
        return self.settings.model_copy(update={"time_limit_seconds": self.seconds_left})
