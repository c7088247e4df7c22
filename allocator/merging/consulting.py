# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a provincial table asks of merging: proposals weighed, other plans, the trade-off."""

from __future__ import annotations

from fractions import Fraction

from allocator.merging.plan import Means, Planned, Planner
from allocator.merging.proposals import (
    changes,
    costs,
    judged,
    planner_around,
    refuse_minimum_above_rest,
    verdicts,
)
from allocator.merging.record import merged_of
from allocator.merging.situation import Situation
from models.merge_answer import Consulted, PlanRecord, TradeOff
from models.problem import Problem


def consult(
    problem: Problem, situation: Situation, means: Means, alternatives: int, trade_off: bool
) -> Consulted:
    """Weigh the proposals of a scenario, and look for other plans around those that stand.

    Args:
        problem: the settings and data.
        situation: before merging.
        means: what planning may take.
        alternatives: how many of the next best plans.
        trade_off: whether to look for the undominated plans.

    Raises:
        InputError: if a proposal or a minimum makes no sense for the tasks there are.
    """
    refuse_minimum_above_rest(problem, situation, asked=True)
    judgements = verdicts(problem, situation)
    if not (judgements or alternatives or trade_off):
        return Consulted()
    stand = [one for one in judgements if one.holds]
    around = planner_around(situation, means, stand)
    plan = around.best()
    best = Planner(situation, means).best() if stand else plan
    apart = {
        one.number: planner_around(situation, means, [one]).best() if len(stand) > 1 else plan
        for one in stand
    }
    others, proven = _next_best(problem, around, plan, alternatives)
    points, complete = around.trade_off() if trade_off else ([], True)
    return Consulted(
        proposals=tuple(judged(problem, one, best, apart.get(one.number)) for one in judgements),
        together=costs(best, plan) if len(stand) > 1 else (),
        changes=changes(best, plan) if len(stand) > 1 else (),
        alternatives=others,
        alternatives_proven=proven,
        trade_off=tuple(
            TradeOff(moved_tasks=moved, sites=sites, place_km=Fraction(tenths, 10))
            for moved, sites, tenths in points
        ),
        trade_off_proven=complete,
        proven=all(one.proven for one in (best, plan, *apart.values())),
    )


def _next_best(
    problem: Problem, planner: Planner, plan: Planned, wanted: int
) -> tuple[tuple[PlanRecord, ...], bool]:
    """The best plans that realise some task elsewhere than the plan does."""
    if not wanted:
        return (), True
    ranked = planner.best(wanted + 1)
    others = [draft for draft in ranked.drafts if draft.host_of != plan.drafts[0].host_of][:wanted]
    found = (merged_of(problem, Planned((one,), ranked.bounds, ranked.proven)) for one in others)
    records = tuple(PlanRecord.of(one) for one in found)
    return records, ranked.proven
