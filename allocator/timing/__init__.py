# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The timeline: what is available through the months, against the task, and what ends."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from typing import Any

from allocator.timing.availability import areas_above
from allocator.timing.binding import bindings_of, whose_tasks
from allocator.timing.contracts import contracts_of, windows_unknown
from allocator.timing.extensions import endings, extensions
from allocator.timing.horizon import Horizon, horizon_of, months_left
from allocator.timing.lines import areas_not_known, lines_of, tasked_areas
from allocator.timing.notices import notices_of_timeline
from allocator.timing.redivided import redivided_lines
from allocator.versions import installed
from models.counted import LostPlans
from models.problem import Notice, Problem
from models.result import ExchangeResult
from models.share import Shares
from models.timeline import TimelineAnswer, TimelineManifest

__all__ = ["Horizon", "horizon_of", "look_ahead", "months_left"]


def look_ahead(
    problem: Problem,
    shares: Shares,
    exchanges: Sequence[ExchangeResult],
    lost: LostPlans,
    horizon: Horizon,
    lending: Sequence[Notice] = (),
) -> TimelineAnswer:
    """What is available on every day of the horizon, against the task that binds on it.

    The task of the scenario's raming binds in its years, that of another one in those of that, and
    on other days none does. Places count on a day that their window covers, if the scenario accepts
    their status; nothing else that `counting` asks filters here.

    Args:
        problem: the offers, exchanges and tasks.
        shares: what the key gives each municipality.
        exchanges: those of the problem as counting weighs them; only their conditions matter.
        lost: what pledges lose by plans that fall through.
        horizon: the days.
        lending: which givers of exchanges have fewer than they give, since when and why.

    Returns:
        The answer, not verified yet.
    """
    areas, days = tuple(tasked_areas(problem, shares)), horizon.days
    not_known = tuple(areas_not_known(problem, areas))
    left_out = {area.code for area in not_known}
    known = [area for area in areas if area.code not in left_out]
    contracts, above = contracts_of(problem, exchanges, lost.places), areas_above(problem)
    bindings = bindings_of(problem)
    whose = whose_tasks(bindings, days)
    lines = tuple(lines_of(known, contracts, above, horizon, whose))
    ending = endings(contracts, days, horizon.last)
    provinces = [line for line in lines if line.level == "province"]
    noticed = notices_of_timeline(problem, contracts, lines, above, days, lost.places)
    return TimelineAnswer(
        **_asked(problem, horizon),
        binding=bindings,
        contracts=contracts,
        unknown=windows_unknown(problem, lost.places),
        divisions=lost.divisions,
        ties=lost.ties,
        lines=lines,
        not_known=not_known,
        redivided=tuple(redivided_lines(problem.scenario.redivisions, lines, days, whose)),
        endings=ending,
        extensions=tuple(extensions(provinces, contracts, ending, above, days)),
        warnings=(*problem.warnings, *noticed, *lending),
        **_receipt(problem),
    )


def _asked(problem: Problem, horizon: Horizon) -> dict[str, Any]:
    """Which question is answered: the scenario, the days, and what counts."""
    scenario = problem.scenario
    return {
        "scenario": scenario.name,
        "title": scenario.title,
        "sha256": problem.sha256,
        "raming": scenario.raming,
        "national_total": problem.national_total,
        "step": horizon.step,
        "days": horizon.days,
        "last": horizon.last,
        "statuses": scenario.counting.statuses,
        "extended": "site",
        "conditions": scenario.exchanging.conditions,
    }


def _receipt(problem: Problem) -> dict[str, Any]:
    """What the answer can be made again from: the settings, the files and the versions."""
    return {
        "settings": problem.scenario.model_dump(mode="json"),
        "settings_lines": {path: place.quoted for path, place in problem.lines.items()},
        "manifest": TimelineManifest(
            allocator=installed("allocator"),
            python=platform.python_version(),
            inputs=problem.inputs,
        ),
    }
