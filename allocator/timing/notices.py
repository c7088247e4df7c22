# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a reader of a timeline has to know: what is open, what is left out, what does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from allocator.timing.availability import Above, effects, span
from models.area_line import AreaLine
from models.contract import Contract
from models.places import Places
from models.problem import Notice, Problem


def notices_of_timeline(
    problem: Problem,
    contracts: Sequence[Contract],
    lines: Sequence[AreaLine],
    above: Above,
    days: Sequence[date],
    fallen: Mapping[str, Places],
) -> Iterator[Notice]:
    """Everything to know beside the numbers.

    Args:
        problem: the scenario.
        contracts: all of them, those that do not count too.
        lines: of every area.
        above: in which areas the places of an area count.
        days: that are told.
        fallen: per pledge, the places of plans that fall through.
    """
    yield from _plans_that_fall_through(problem, fallen)
    yield from _conditions_not_shown(contracts, days)
    yield from _over_lent(lines, days)
    yield from _nothing_given(contracts, lines, above)
    yield from _left_out(contracts, days)
    yield from _without_window(problem)


def _plans_that_fall_through(problem: Problem, fallen: Mapping[str, Places]) -> Iterator[Notice]:
    """Every pledge of which the scenario has plans fall through, if its status counts."""
    for pledge in problem.scenario.pooled_offers:
        if pledge.fallen_through and pledge.status in problem.scenario.counting.statuses:
            names = ", ".join(problem.territory.name(code) for code in pledge.fallen_through)
            lost = fallen[pledge.name]
            message = (
                f"{pledge.name}: the scenario has the plan of {names} fall through, "
                f"{lost.total:,} places of which {lost.amv:,} amv by the split of the pledge; they "
                "are on no day"
            )
            yield Notice(code="plan-falls-through", message=message)


def _conditions_not_shown(contracts: Sequence[Contract], days: Sequence[date]) -> Iterator[Notice]:
    """Every condition that is not shown to be met, and what the timeline makes of it."""
    for contract in contracts:
        first, beyond = span(contract, days)
        does = "counts all the same" if contract.counts else "does not count"
        if contract.counts and first >= beyond:
            # What is agreed for other days bears on none of these numbers.
            does = "would count all the same, and holds on none of these days"
        for one in contract.conditions:
            if not one.met:
                state = "open" if one.met is None else "not met"
                shown = "" if one.shown is None else f" ({one.shown:,} of {one.places:,} are shown)"
                message = f"{contract.name} {does}; its condition is {state}: {one.text}{shown}"
                code = "condition-open" if one.met is None else "condition-not-met"
                yield Notice(code=code, message=message)


def _over_lent(lines: Iterable[AreaLine], days: Sequence[date]) -> Iterator[Notice]:
    """Who gives away more of a kind than it has: said, and left below zero so that sums hold."""
    for line in lines:
        kinds = (("regular", line.available.regular), ("amv", line.available.amv))
        for kind, places in kinds:
            if line.level == "municipality" and min(places) < 0:
                on = next(day for day, has in zip(days, places, strict=True) if has < 0)
                message = (
                    f"{line.name} gives away {-min(places):,} {kind} places more than it has, from "
                    f"{on} or at a later day: the offers that its exchange rests on have ended"
                )
                yield Notice(code="gives-more-than-it-has", message=message)


def _nothing_given(
    contracts: Iterable[Contract], lines: Iterable[AreaLine], above: Above
) -> Iterator[Notice]:
    """Of whom the scenario gives nothing: what is missing there is all of the task."""
    given = {above[area][-1] for one in contracts for area, _ in effects(one) if area in above}
    bare = [line.name for line in lines if line.level == "province" and line.code not in given]
    if bare:
        message = (
            f"the scenario gives no places with a window in {', '.join(bare)}: all of the task "
            "shows as missing there"
        )
        yield Notice(code="nothing-given", message=message)


def _left_out(contracts: Sequence[Contract], days: Sequence[date]) -> Iterator[Notice]:
    """How many places are in no number, by their status or by their window."""
    refused = [one for one in contracts if not one.counts and one.source != "exchange"]
    if refused:
        statuses = " and ".join(sorted({str(one.status) for one in refused}))
        message = f"{_as_many(refused)} not counted, by the status: {statuses}"
        yield Notice(code="status-not-counted", message=message)
    spans = [(one, span(one, days)) for one in contracts if one.counts]
    never = [one for one, (first, beyond) in spans if first >= beyond]
    if never:
        where = "this day" if len(days) == 1 else "the first day of any of these months"
        message = f"{_as_many(never)} not available on {where}"
        yield Notice(code="outside-days", message=message)


def _as_many(contracts: Sequence[Contract]) -> str:
    places = sum(one.places for one in contracts)
    if len(contracts) == 1:
        return f"1 contract, of {places:,} places, is"
    return f"{len(contracts):,} contracts, of {places:,} places in all, are"


def _without_window(problem: Problem) -> Iterator[Notice]:
    """What a scenario has that is on no day here: nobody says from when until when it holds."""
    if problem.scenario.national.takeover != "none":
        message = "what provinces take over from one another has no window: it is on no day here"
        yield Notice(code="takeover-without-window", message=message)
    if problem.scenario.emergency.minimum:
        message = "emergency places have no window: neither the minimum nor they are on a day here"
        yield Notice(code="emergency-without-window", message=message)
