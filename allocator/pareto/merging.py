# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Moved tasks against kilometres: the trade-off of merging, without the number of sites.

`allocator merge --trade-off` finds every plan that none beats in moved tasks, sites and kilometres
at once. Whatever is best in two of the three is among them.
"""

from __future__ import annotations

from fractions import Fraction

from allocator.clock import Clock
from allocator.merging import consult
from allocator.pareto.curves import Found, Search
from allocator.pareto.measures import municipalities_of
from allocator.pipeline import Given, Progress, Stopped, divided
from allocator.receipt import refuse_unfinished_draw
from models.frontier import Point, Refused
from models.merge_answer import TradeOff
from models.result import RunResult


def merging_search(known: Given, progress: Progress, stopped: Stopped) -> Search:
    """The plans of merged tasks; where there is no division, why."""
    done = divided(known, progress, stopped, Clock())
    asked = consult(
        known.problem,
        known.shares,
        known.counted,
        done.distributed.rest,
        trade_off=True,
        progress=progress,
        stopped=stopped,
    )
    plan, told = done.merged(asked.plan), asked.consulted
    refuse_unfinished_draw(plan)
    search = Search(None, "moved_tasks", "place_km")
    if plan.status == "infeasible":
        search.infeasible.append(Refused(reasons=plan.reasons))
        return search
    # The tasks are those of this division: a better one might have others.
    proven = told.trade_off_proven and done.distributed.status == "optimal"
    search.complete = proven and not told.trade_off_left_out
    plans = asked.others[len(asked.others) - len(told.trade_off) :]
    for weighed, merged in zip(told.trade_off, plans, strict=True):
        result = done.merged(merged)
        search.found.append(Found(_point(weighed, result, proven=proven), result))
    return search


def _point(weighed: TradeOff, result: RunResult, *, proven: bool) -> Point:
    return Point(
        values={
            "moved_tasks": Fraction(weighed.moved_tasks),
            "place_km": Fraction(weighed.place_km),
            "sites": Fraction(weighed.sites),
        },
        proven=proven,
        verified=result.verification.checks,
        municipalities=municipalities_of(result),
    )
