# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The timeline of a scenario: what is available through time, verified."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from allocator.counting import ends_sooner, lost_plans, weigh_exchanges
from allocator.keys import shares, with_tasks
from allocator.loading import load, told_at_overrides
from allocator.timing import Horizon, horizon_of, look_ahead, months_left
from allocator.verification.timeline import verify_timeline
from models.fault import Defect
from models.problem import Problem
from models.scenario import Scenario
from models.timeline import TimelineAnswer


def timeline(
    scenario: str | Path | Scenario,
    overrides: Sequence[str] = (),
    first: date | str | None = None,
    months: int | None = None,
    on: date | str | None = None,
) -> TimelineAnswer:
    """Tell what is available through time against the task, and what ends when.

    Args:
        scenario: as for `run`.
        overrides: as for `run`.
        first: a day in the first month; None is the first of the cycle.
        months: how many; None is until five years after the cycle.
        on: one day instead of months.

    Raises:
        InputError: if the input is wrong, or if the days make no sense.
        Defect: if the answer does not pass its own verification.
    """

    def draft(overrides: Sequence[str]) -> TimelineAnswer:
        problem = load(scenario, overrides)
        return _told(problem, horizon_of(problem, first, months, on))

    with told_at_overrides(overrides, draft):
        return verified(draft(overrides))


def timeline_again(problem: Problem, before: TimelineAnswer) -> TimelineAnswer:
    """The timeline of the same day, or of as many months from the first, once more.

    Raises:
        Defect: if the answer does not pass its own verification.
    """
    if before.step == "day":
        return verified(_told(problem, horizon_of(problem, on=before.last)))
    first = before.days[0]
    # Days that an altered file puts beyond the calendar are a difference, and no fault here.
    days = horizon_of(problem, first, min(len(before.days), months_left(first)))
    return verified(_told(problem, days))


def _told(problem: Problem, days: Horizon) -> TimelineAnswer:
    indicative = shares(problem)
    problem = with_tasks(problem, indicative)
    exchanges = weigh_exchanges(problem)
    lost = lost_plans(problem, indicative, exchanges)
    return look_ahead(problem, indicative, exchanges, lost, days, ends_sooner(problem, exchanges))


def verified(answer: TimelineAnswer) -> TimelineAnswer:
    """An answer that passes its verification, which says how many checks that took.

    Raises:
        Defect: if it does not pass.
    """
    verdict = verify_timeline(answer)
    if not verdict.ok:
        failures = [f"{one.check}: {one.message}" for one in verdict.failures]
        raise Defect("the answer fails its own verification", failures)
    return answer.model_copy(update={"verified": verdict.checks})
