# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Merging: many small tasks realised at few viable sites (program B)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from allocator.merging import consulting
from allocator.merging.plan import Means
from allocator.merging.proposals import planner_around, refuse_minimum_above_rest, verdicts
from allocator.merging.record import merged_of
from allocator.merging.situation import situation
from models.counted import Counted
from models.merge_answer import Consulted
from models.merged import Merged
from models.places import Places
from models.problem import Notice, Problem
from models.share import Shares

__all__ = ["consult", "merge"]

Progress = Callable[[str], None]
Stopped = Callable[[], bool]


def merge(
    problem: Problem,
    shares: Shares,
    counted: Counted,
    divided: Mapping[str, Places],
    progress: Progress = lambda message: None,
    stopped: Stopped = lambda: False,
) -> Merged:
    """Merge the tasks that make no viable site where they are, around the proposals that stand.

    Where the time limit passes, or somebody stops, before a proof, the answer is the best plan that
    was found and what is proven of it.

    Args:
        problem: the settings and data.
        shares: what the key gives.
        counted: what counts.
        divided: rest places per code.
        progress: told what is at hand.
        stopped: whether somebody wants to stop.

    Raises:
        InputError: if somebody without a task is proposed, or a minimum is out of reach.
    """
    before = situation(problem, shares, counted, divided)
    refuse_minimum_above_rest(problem, before, asked=False)
    judged = verdicts(problem, before)
    stand = [one for one in judged if one.holds]
    planned = planner_around(before, _means(problem, progress, stopped), stand).best()
    fallen = tuple(
        Notice(
            code="proposal-fails",
            message=f"the merge proposed at {problem.row(f'merging.proposed.{one.number}')} does "
            f"not stand ({'; '.join(rule.says for rule in one.findings if not rule.holds)}); the "
            "plan is made without it, and `allocator merge` says what would help",
        )
        for one in judged
        if not one.holds
    )
    notices = fallen if planned.proven else (*fallen, _unproven(problem, interrupted=stopped()))
    # A proposal that falls may still come about in the plan, when a task at its host moves away.
    return merged_of(problem, planned, {one.proposed.site for one in judged}, notices)


def _unproven(problem: Problem, *, interrupted: bool) -> Notice:
    """Why the plan is not proven."""
    seconds = float(problem.scenario.solver.time_limit_seconds)
    because = "the run was interrupted" if interrupted else f"a limit of {seconds:g} s passed"
    return Notice(
        code="interrupted" if interrupted else "unproven",
        message=f"{because} before the plan of merged tasks was proven: it is the best that was "
        "found, and it meets every rule",
    )


def consult(
    problem: Problem,
    shares: Shares,
    counted: Counted,
    divided: Mapping[str, Places],
    alternatives: int = 0,
    trade_off: bool = False,
    progress: Progress = lambda message: None,
    stopped: Stopped = lambda: False,
) -> Consulted:
    """Weigh the proposals, and find the next best plans and the trade-off.

    Args:
        problem: the settings and data.
        shares: what the key gives.
        counted: what counts.
        divided: rest places per code.
        alternatives: how many of the next best plans.
        trade_off: whether to look for the undominated plans.
        progress: told what is at hand.
        stopped: whether somebody wants to stop.

    Raises:
        InputError: if a proposal or a minimum makes no sense for the tasks there are.
    """
    before = situation(problem, shares, counted, divided)
    means = _means(problem, progress, stopped)
    return consulting.consult(problem, before, means, alternatives, trade_off)


def _means(problem: Problem, progress: Progress, stopped: Stopped) -> Means:
    solver = problem.scenario.solver
    return Means(float(solver.time_limit_seconds), solver.workers, progress, stopped)
