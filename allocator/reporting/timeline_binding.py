# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of a timeline on whose task binds when, and on longer terms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from allocator.reporting.pages import Cell, Page, Sheet
from models.area_line import AreaLine, TaskedArea
from models.cycle import Binding
from models.raming import raming_in_words
from models.timeline import TimelineAnswer

BY_REPORT = "the reading of the provincial report of October 2024, not the years of Act 5(1)"
MOST_SPANS = 10


def binding_in_words(answer: TimelineAnswer) -> str:
    """When the task of the scenario binds, for the first lines."""
    raming = raming_in_words(answer.raming, answer.national_total)
    if not answer.binding:
        return (
            f"Raming {raming}: no cycle of the Act is known of it, so its task is set against "
            "every day."
        )
    own = answer.binding[0]
    return f"Raming {raming}: its task binds from {own.from_} to {own.until} ({_by(own)})."


def _by(one: Binding) -> str:
    if one.by == "report":
        return f"{BY_REPORT}; {one.row}"
    if one.by == "scenario":
        return f"as the scenario says: {one.row}" if one.row else "as the scenario says"
    when = f"the decision of {one.decided}"
    if one.status == "derived":
        when = f"the decision is not known; it is due by {one.decided}"
    return f"{one.article}: {when}"


def binding_page(answer: TimelineAnswer) -> Page:
    """Whose task binds on which days, and on which days none does that is known."""
    if not answer.binding:
        return Page("")
    several = len(answer.at("province")) + len(answer.not_known_at("province")) > 1
    areas: list[TaskedArea] = [*answer.at("province"), *answer.not_known_at("province")]
    rows: list[tuple[Cell, ...]] = []
    for one in answer.binding:
        told = (one.raming, f"{one.from_} to {one.until}", _by(one))
        if several:
            known = sum(one.own or area.task_in(one.raming, "total") is not None for area in areas)
            rows.append((*told, f"{known} of {len(areas)}"))
        else:
            rows.append((*told, _task(areas[0], one)))
    column = "provinces with a task" if several else "task (of which amv)"
    sheet = Sheet(("Raming", "binds", "because", f">{column}"), tuple(rows))
    return Page("Whose task binds", items=tuple(_said(answer)), sheet=sheet)


def _task(area: TaskedArea, one: Binding) -> str:
    total = area.task.total if one.own else area.task_in(one.raming, "total")
    amv = area.task.amv if one.own else area.task_in(one.raming, "amv")
    if total is None:
        return "not known"
    return f"{total:,} ({'not known' if amv is None else f'{amv:,}'})"


def _said(answer: TimelineAnswer) -> Iterator[str]:
    """What the numbers of other years rest on, which days have no task, and who has longer."""
    whose = [(answer.binds_on(day), day) for day in answer.days]
    without = [
        [str(day) for _, day in days]
        for bound, days in groupby(whose, key=lambda pair: pair[0] is not None)
        if not bound
    ]
    if without:
        spans = [days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}" for days in without]
        yield (
            f"On {', '.join(spans[:MOST_SPANS])} no task binds that is known: nothing is said to "
            "be missing there."
        )
    for one in dict.fromkeys(one.raming for one, _ in whose if one and not one.own):
        yield (
            f"In the years of raming {one} its own task is set against what is available: "
            "of provinces the published one, or the one that the scenario gives (cycle_tasks); of "
            "regions and municipalities only what the scenario gives."
        )
    own = answer.binding[0] if answer.binding else None
    areas: list[TaskedArea] = [*answer.at("municipality"), *answer.not_known_at("municipality")]
    longer = [area for area in areas if own and area.ready_by != own.ready_by]
    if own and own.ready_by:
        yield f"Places have to be there on {own.ready_by} (Act 7(1)(a)), but for longer terms."
    for area in longer:
        source = _source(answer, area.code)
        late = area.total.overdue_from if isinstance(area, AreaLine) else None
        short = f"; it is short of its share after that, from {late}" if late else ""
        yield (
            f"{area.name} has a longer term: its places have to be there on {area.ready_by}"
            f"{source}{short}."
        )


def _source(answer: TimelineAnswer, code: str) -> str:
    terms = answer.settings.get("terms")
    term = terms.get(code) if isinstance(terms, dict) else None
    return f" ({term['source']})" if isinstance(term, dict) else ""
