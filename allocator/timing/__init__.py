# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The timeline: what is available through the months, against the task, and what ends."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from allocator.timing.availability import areas_above, available
from allocator.timing.contracts import contracts_of, windows_unknown
from allocator.timing.extensions import endings, extensions
from allocator.timing.horizon import Horizon, horizon_of
from allocator.timing.lines import areas_not_known, line_of, tasked_areas, terms_of
from allocator.timing.notices import notices_of_timeline
from allocator.versions import installed
from models.places import Places
from models.problem import Problem
from models.result import ExchangeResult
from models.share import Shares
from models.timeline import TimelineAnswer, TimelineManifest

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
    areas = tuple(tasked_areas(problem, shares))
    not_known = tuple(areas_not_known(problem, areas))
    left_out = {area.code for area in not_known}
    contracts, above = contracts_of(problem, exchanges, fallen), areas_above(problem)
    days = horizon.days
    found = available([one for one in contracts if one.counts], above, days)
    terms = terms_of(contracts, above, days[0]) if horizon.step == "day" else {}
    lines = tuple(
        line_of(area, found[area.code], days, terms.get(area.code, ()))
        for area in areas
        if area.code not in left_out
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
        not_known=not_known,
        endings=ending,
        extensions=tuple(extensions(provinces, contracts, ending, above, days)),
        warnings=(
            *problem.warnings,
            *notices_of_timeline(problem, contracts, lines, above, days, fallen),
        ),
        settings=problem.scenario.model_dump(mode="json"),
        settings_lines={path: place.quoted for path, place in problem.lines.items()},
        manifest=TimelineManifest(
            allocator=installed("allocator"),
            python=platform.python_version(),
            inputs=problem.inputs,
        ),
    )
