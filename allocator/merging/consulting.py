# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a provincial table asks of merging: proposals weighed, other plans, the trade-off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from allocator.merging.draft import Draft
from allocator.merging.planning.partition.means import Means
from allocator.merging.planning.plan import Planned, Planner
from allocator.merging.proposals import Verdict, changes, costs, judged, planner_around
from allocator.merging.record import merged_of
from models.merge_answer import Consulted, PlanRecord, TradeOff
from models.merged import Merged
from models.problem import Problem

NOTHING_ASKED = Planned((), {}, True)


@dataclass(frozen=True)
class Consultation:
    """What was found, and the plans that it rests on.

    Attributes:
        plan: the best around the proposals that stand.
        consulted: all that is told beside it.
        others: every other plan that something in `consulted` was taken from.
    """

    plan: Merged
    consulted: Consulted
    others: tuple[Merged, ...]


def weighed(
    problem: Problem, judgements: Sequence[Verdict], plan: Planned, means: Means
) -> tuple[Consulted, list[Planned]]:
    """The proposals, each judged and with what it costs.

    Args:
        problem: the settings and data.
        judgements: of every proposal.
        plan: the best around those that stand.
        means: what each plan may take.

    Returns:
        What is told of them, and the other plans that costs were taken from.
    """
    stand = [one for one in judgements if one.holds]
    if not stand:
        return Consulted(proposals=tuple(judged(problem, one) for one in judgements)), []
    before = plan.drafts[0].situation
    best = Planner(before, means).best()
    together = len(stand) > 1
    apart = {
        one.number: planner_around(before, means, [one]).best() if together else plan
        for one in stand
    }
    others = [best, *(one for one in apart.values() if one is not plan)]
    # A plan with proposals is a plan without them too: what was not proven may turn out worse.
    best = min([*others, plan], key=_rank)
    consulted = Consulted(
        proposals=tuple(judged(problem, one, best, apart.get(one.number)) for one in judgements),
        together=costs(best, plan) if together else (),
        changes=changes(best, plan) if together else (),
        proven=all(one.proven for one in [*others, plan]),
    )
    return consulted, others


def _rank(planned: Planned) -> tuple[Fraction, ...]:
    [draft] = planned.drafts
    return tuple(draft.value(name) for name in draft.situation.rules.objectives)


def next_best(planner: Planner, plan: Planned, wanted: int) -> Planned:
    """The best plans that realise some task elsewhere than a plan does."""
    if not wanted:
        return NOTHING_ASKED
    ranked = planner.best(wanted + 1)
    others = [one for one in ranked.drafts if one.host_of != plan.drafts[0].host_of]
    return Planned(tuple(others[:wanted]), ranked.bounds, ranked.proven)


def told_apart(problem: Problem, planned: Planned) -> list[Merged]:
    """Each of some plans as results tell it."""
    return [
        merged_of(problem, Planned((draft,), planned.bounds, planned.proven))
        for draft in planned.drafts
    ]


def plan_record(merged: Merged) -> PlanRecord:
    """A plan with what it comes to."""
    return PlanRecord(
        merges=merged.merges, undersized=merged.undersized, objectives=merged.objectives
    )


def traded(draft: Draft, merged: Merged) -> TradeOff:
    """A plan of the trade-off."""
    return TradeOff(
        moved_tasks=int(draft.value("moved_tasks")),
        sites=int(draft.value("sites")),
        place_km=draft.value("place_km"),
        merges=merged.merges,
        undersized=merged.undersized,
    )
