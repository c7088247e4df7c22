# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Merging: many small tasks realised at few viable sites (program B)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from allocator.merging.consulting import (
    NOTHING_ASKED,
    Consultation,
    next_best,
    plan_record,
    told_apart,
    traded,
    weighed,
)
from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.plan import Planned
from allocator.merging.proposals import (
    Verdict,
    planner_around,
    refuse_minimum_above_rest,
    verdicts,
)
from allocator.merging.record import merged_of
from allocator.merging.situation import situation
from models.counted import Counted
from models.merged import Merged
from models.places import Places
from models.problem import Notice, Problem
from models.share import Shares

__all__ = ["Consultation", "consult", "merge", "plan_record"]

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
    judgements = verdicts(problem, before)
    means = _means(problem, progress, stopped).begun()
    plan = planner_around(before, means, judgements).best()
    return _told(problem, plan, judgements, means)


def consult(
    problem: Problem,
    shares: Shares,
    counted: Counted,
    divided: Mapping[str, Places],
    alternatives: int = 0,
    trade_off: bool = False,
    progress: Progress = lambda message: None,
    stopped: Stopped = lambda: False,
) -> Consultation:
    """Merge as `merge` does, weigh the proposals, and find the next best plans and the trade-off.

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
    refuse_minimum_above_rest(problem, before, asked=True)
    judgements = verdicts(problem, before)
    means = _means(problem, progress, stopped)
    planner = planner_around(before, means, judgements)
    begun = means.begun()
    plan = planner.best()
    told = _told(problem, plan, judgements, begun)
    proposals, plans = weighed(problem, judgements, plan, means)
    ranked = next_best(planner, plan, alternatives)
    points = planner.trade_off() if trade_off else NOTHING_ASKED
    others, undominated = told_apart(problem, ranked), told_apart(problem, points)
    consulted = proposals.model_copy(
        update={
            "alternatives": tuple(plan_record(one) for one in others),
            "alternatives_proven": ranked.proven,
            "trade_off": tuple(map(traded, points.drafts, undominated)),
            "trade_off_proven": points.proven,
        }
    )
    rests_on = (*(merged_of(problem, one) for one in plans), *others, *undominated)
    return Consultation(told, consulted, rests_on)


def _told(problem: Problem, plan: Planned, judgements: Sequence[Verdict], means: Means) -> Merged:
    """The plan as results tell it, with which proposals fell and whether it is proven."""
    fallen = tuple(
        Notice(
            code="proposal-fails",
            message=f"the merge proposed at {problem.row(f'merging.proposed.{one.number}')} does "
            f"not stand ({'; '.join(rule.says for rule in one.findings if not rule.holds)}); the "
            "plan is made without it, and `allocator merge` says what would help",
        )
        for one in judgements
        if not one.holds
    )
    interrupted, late = means.stopped(), means.over()
    unproven = () if plan.proven else (_unproven(problem, interrupted=interrupted, late=late),)
    return merged_of(problem, plan, (*fallen, *unproven))


def _unproven(problem: Problem, *, interrupted: bool, late: bool) -> Notice:
    """Why the plan is not proven."""
    seconds = float(problem.scenario.solver.time_limit_seconds)
    because = "there were more possibilities than the program goes through"
    if interrupted:
        because = "the run was interrupted"
    elif late:
        because = f"a limit of {seconds:g} s passed"
    return Notice(
        code="interrupted" if interrupted else "unproven",
        message=f"{because} before the plan of merged tasks was proven: it is the best that was "
        "found, and it meets every rule",
    )


def _means(problem: Problem, progress: Progress, stopped: Stopped) -> Means:
    solver = problem.scenario.solver
    return Means(float(solver.time_limit_seconds), solver.workers, progress, stopped)
