# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Merging: many small tasks realised at few viable sites (program B)."""

from __future__ import annotations

from collections.abc import Callable

from allocator.merging.plan import Means, Planner
from allocator.merging.record import merged_of
from allocator.merging.situation import situation
from models.counted import Counted
from models.distributed import Distributed
from models.merged import Merged
from models.problem import Problem
from models.share import Shares

__all__ = ["merge"]


def merge(
    problem: Problem,
    shares: Shares,
    counted: Counted,
    distributed: Distributed,
    progress: Callable[[str], None] = lambda message: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Merged:
    """Merge the tasks that make no viable site where they are.

    Where the time limit passes, or somebody stops, before a proof, the answer is the best plan that
    was found and what is proven of it.

    Args:
        problem: the settings and data.
        shares: what the key gives.
        counted: what counts.
        distributed: the rest, divided.
        progress: told what is at hand.
        stopped: whether somebody wants to stop.
    """
    before = situation(problem, shares, counted, distributed)
    solver = problem.scenario.solver
    means = Means(float(solver.time_limit_seconds), solver.workers, progress, stopped)
    planned = Planner(before, means).best()
    return merged_of(problem, planned)
