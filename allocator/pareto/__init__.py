# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Frontier: what the one costs in the other, point by point, each proven."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from allocator.interruption import heeding_interrupts
from allocator.pareto.asked import asked
from allocator.pareto.curves import numbered_curves
from allocator.pareto.divisions import Trials
from allocator.pareto.merging import merging_search
from allocator.pareto.record import Frontier
from allocator.pipeline import Progress, in_silence, prepare
from models.frontier import Curve, FrontierAnswer
from models.problem import Problem
from models.result import RunStatus
from models.scenario import Scenario

__all__ = ["Frontier", "frontier"]


def frontier(
    scenario: str | Path | Scenario,
    overrides: Sequence[str] = (),
    by: str | None = None,
    kind: str | None = None,
    steps: str | Sequence[int] | None = None,
    small: int | None = None,
    progress: Progress = in_silence,
    lots: Path | None = None,
) -> Frontier:
    """Weigh deviation from pro rata against small tasks, or moved tasks against kilometres.

    Ctrl-C ends the search: the points found so far are the answer, and the steps that were not
    tried are named. A second Ctrl-C drops everything.

    Args:
        scenario: as for `run`.
        overrides: as for `run`.
        by: `minimum-site`: deviation against small tasks, a ladder: for each minimum site, so other
            mixtures of large and small sites may do better; `participants`: against the number of
            municipalities that may take part, every number that can; `merging`: moved tasks
            against place-km, of merged tasks. None: participants of one area, as that is exact;
            minimum-site of several, or where steps are given, or small.
        kind: `regular` or `amv`; None or `both`: each that has a rest, on its own.
        steps: for `minimum-site`, the sites to try (`"0,10,20"` or numbers); None: up to `small`.
        small: below so many places a task is small; None: below the minimum site of merging.
        progress: as for `run`.
        lots: as for `run`.

    Raises:
        InputError: if the input is wrong, or the question makes no sense for it.
        Defect: as for `run`.
        KeyboardInterrupt: as for `run`.
    """
    prepared = prepare(scenario, overrides)
    known = prepared.given((), lots)
    if by is None:
        ladder = steps is not None or small is not None or not _is_one_area(known.problem)
        by = "minimum-site" if ladder else "participants"
    question = asked(by, kind, steps, small)
    with heeding_interrupts() as stopped:
        if question.by == "merging":
            searches = [merging_search(known, progress, stopped)]
        else:
            searches = Trials(prepared, lots, known, progress, stopped).searches(question)
    curves, results = numbered_curves(searches)
    problem = known.problem
    answer = FrontierAnswer(
        scenario=problem.scenario.name,
        title=problem.scenario.title,
        sha256=problem.sha256,
        raming=problem.scenario.raming,
        by=question.by,
        status=_status(curves),
        verified=sum(point.verified for curve in curves for point in curve.all_points),
        curves=tuple(curves),
    )
    return Frontier(answer, results)


def _is_one_area(problem: Problem) -> bool:
    """Whether one task alone is divided."""
    return len(problem.tasks) == 1 and problem.scenario.distribution.by == "province"


def _status(curves: Sequence[Curve]) -> RunStatus:
    if not any(curve.points for curve in curves):
        proven = all(curve.infeasible and not curve.not_tried for curve in curves)
        return "infeasible" if proven else "unknown"
    return "optimal" if all(curve.complete for curve in curves) else "feasible"
