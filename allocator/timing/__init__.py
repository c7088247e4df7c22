# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The timeline: what is available through the months, against the task, and what ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from allocator.timing.availability import areas_above, available
from allocator.timing.contracts import (
    conditions_not_shown,
    contracts_of,
    plans_that_fall_through,
    windows_unknown,
)
from allocator.timing.extensions import endings, extensions
from allocator.timing.horizon import Horizon, horizon_of
from allocator.timing.lines import line_of, tasked_areas, terms_of
from models.places import Places
from models.problem import Notice, Problem
from models.result import ExchangeResult
from models.share import Shares
from models.timeline import AreaLine, TimelineAnswer

__all__ = ["Horizon", "horizon_of", "look_ahead"]


def look_ahead(
    problem: Problem,
    shares: Shares,
    exchanges: Sequence[ExchangeResult],
    horizon: Horizon,
    fallen: Mapping[str, Places] = MappingProxyType({}),
) -> TimelineAnswer:
    """What is available on every day of the horizon, against the task.

    The task is that of the scenario's raming on every day. Places count on a day that their window
    covers, if the scenario accepts their status; nothing else that `counting` asks filters here.

    Args:
        problem: the offers, exchanges and tasks.
        shares: what the key gives each municipality.
        exchanges: those of the problem as counting weighs them; only their conditions matter.
        horizon: the days.
        fallen: per pledge, the places of plans that fall through.

    Returns:
        The answer, not verified yet.
    """
    contracts, above = contracts_of(problem, exchanges, fallen), areas_above(problem)
    days = horizon.days
    found = available([one for one in contracts if one.counts], above, days)
    terms = terms_of(contracts, above, days[0]) if horizon.step == "day" else {}
    lines = tuple(
        line_of(area, found[area.code], days, terms.get(area.code, ()))
        for area in tasked_areas(problem, shares)
    )
    ending = endings(contracts, days, horizon.last)
    provinces = [line for line in lines if line.level == "province"]
    return TimelineAnswer(
        scenario=problem.scenario.name,
        title=problem.scenario.title,
        sha256=problem.sha256,
        raming=problem.scenario.raming,
        national_total=problem.national_total,
        step=horizon.step,
        days=days,
        last=horizon.last,
        statuses=problem.scenario.counting.statuses,
        conditions=problem.scenario.exchanging.conditions,
        contracts=contracts,
        unknown=windows_unknown(problem, fallen),
        lines=lines,
        endings=ending,
        extensions=tuple(extensions(provinces, contracts, ending, above, days)),
        warnings=(
            *problem.warnings,
            *plans_that_fall_through(problem, fallen),
            *conditions_not_shown(contracts),
            *_over_lent(lines, horizon),
        ),
    )


def _over_lent(lines: Iterable[AreaLine], horizon: Horizon) -> Iterator[Notice]:
    """Who gives away more of a kind than it has: said, and left below zero so that sums hold."""
    for line in lines:
        kinds = (("regular", line.available.regular), ("amv", line.available.amv))
        for kind, places in kinds:
            if line.level == "municipality" and min(places) < 0:
                on = next(day for day, has in zip(horizon.days, places, strict=True) if has < 0)
                message = (
                    f"{line.name} gives away {-min(places):,} {kind} places more than it has, from "
                    f"{on} or at a later day: the offers that its exchange rests on have ended"
                )
                yield Notice(code="gives-more-than-it-has", message=message)
