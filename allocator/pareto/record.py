# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A frontier, as Python users hold it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from models.fault import Fault, InputError, Place
from models.frontier import FrontierAnswer
from models.result import RunResult

if TYPE_CHECKING:
    import pandas as pd


class Frontier:
    """The points of which none is beaten, and the run behind each.

    Attributes:
        answer: everything as frozen records (schema `allocator.frontier/1`).
    """

    def __init__(self, answer: FrontierAnswer, results: Sequence[RunResult]) -> None:
        """Hold an answer and the run behind each point, in the order of their numbers."""
        self.answer = answer
        self._results = tuple(results)

    def __repr__(self) -> str:
        """Name, number of points and status."""
        one = self.answer
        return f"<Frontier {one.scenario} by {one.by}: {len(self._results)} points, {one.status}>"

    @property
    def status(self) -> str:
        """`optimal`, `feasible`, `infeasible` or `unknown`."""
        return self.answer.status

    @property
    def points(self) -> pd.DataFrame:
        """One row per point, those off the frontier too, without a number.

        Columns: number, kind, step, override, each measure as an exact `Fraction`, proven, knee,
        and instead: the number of a point that is at least as good in both.
        """
        import pandas as pd

        rows = [
            {
                "number": point.number,
                "kind": curve.kind,
                "step": point.step,
                "override": point.override,
                **point.values,
                "proven": point.proven,
                "knee": point.knee,
                "instead": point.instead,
            }
            for curve in self.answer.curves
            for point in curve.all_points
        ]
        whole = ["number", "step", "instead"]
        frame = pd.DataFrame(rows, columns=None if rows else whole)
        return frame.astype(dict.fromkeys(whole, "Int64"))

    def point(self, number: int) -> RunResult:
        """The run behind a point of the frontier.

        Raises:
            InputError: if there is no such point.
        """
        if 1 <= number <= len(self._results):
            return self._results[number - 1]
        many = len(self._results)
        remedy = f"Name one from 1 to {many}." if many else "There is none to name."
        what = f"the frontier has {many} point{'s' * (many != 1)}"
        raise InputError([Fault("no-such-point", what, Place(f"--point {number}"), remedy)])

    def to_json(self) -> dict[str, Any]:
        """The answer as plain JSON values (schema `allocator.frontier/1`)."""
        return self.answer.to_json()
