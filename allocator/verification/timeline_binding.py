# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verification of a timeline: whose task binds on a day, and by when places have to be there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from allocator.verification.checks.registry import Finding, same
from allocator.verification.timeline_facts import TimelineFacts
from models.area_line import AreaLine, AreaNotKnown, Part
from models.cycle import Binding

FIRST_OF_FEBRUARY = (2, 1)


def bind_by_law(facts: TimelineFacts) -> Iterator[Finding]:
    """A task binds in the two calendar years after its decision, unless the scenario says when."""
    answer, settings, name = facts.answer, facts.settings, "bind_by_law"
    if answer.binding is None:
        yield same(name, settings.cycle, None, "the days that the scenario states")
        return
    ramingen = [one.raming for one in answer.binding]
    yield same(name, len(set(ramingen)), len(ramingen), "how many ramingen")
    own = [number for number, one in enumerate(answer.binding) if one.own]
    yield same(name, own, [0], "which of them is the scenario's")
    yield same(name, ramingen[0], answer.raming, "the raming of the scenario")
    for one in answer.binding:
        name = f"bind_by_law[{one.raming}]"
        stated = settings.cycle if one.own else None
        by = "scenario" if stated else settings.binding
        yield same(name, one.by, by, "what says on which days it binds")
        days = (stated.from_, stated.until) if stated else _by_text(one)
        yield same(name, f"{one.from_} to {one.until}", f"{days[0]} to {days[1]}", "the days")
        if one.decided and one.ready_by:
            holds = one.decided < one.ready_by
            yield Finding(name, holds, "places are asked for before the decision")


def _by_text(one: Binding) -> tuple[date | None, date | None]:
    """Act 5(1) with the decision of the year before, or the report of October 2024."""
    if one.by == "report":
        year = int(one.raming[:4])
        return date(year, *FIRST_OF_FEBRUARY), date(year + 2, *FIRST_OF_FEBRUARY)
    if one.decided is None:
        return None, None
    return date(one.decided.year + 1, 1, 1), date(one.decided.year + 2, 12, 31)


def take_other_tasks(facts: TimelineFacts) -> Iterator[Finding]:
    """Tasks of other ramingen are those that the scenario gives, or published ones of provinces."""
    answer, given = facts.answer, facts.settings.cycle_tasks
    known = {one.raming for one in answer.binding or () if not one.own}
    for area in facts.areas:
        name = f"take_other_tasks[{area.code}]"
        told = [f"{one.raming}: {one.total}, {one.amv}" for one in area.other_tasks if one.given]
        wanted = [
            f"{raming}: {all_[area.code].total}, {all_[area.code].amv}"
            for raming, tasks in sorted(given.items())
            for all_ in (tasks.provinces, tasks.municipalities)
            if area.code in all_
        ]
        yield same(name, told, wanted, "the tasks that the scenario gives")
        others = [one.raming for one in area.other_tasks]
        yield Finding(name, len(set(others)) == len(others), "one task of each raming")
        holds = answer.binding is None or set(others) <= known
        yield Finding(name, holds, "a task of a raming that binds on no day")
        published = [one.raming for one in area.other_tasks if not one.given]
        holds = area.level == "province" or not published
        yield Finding(name, holds, "no table has the task of a region or a municipality")


def keep_terms(facts: TimelineFacts) -> Iterator[Finding]:
    """Places have to be there by the longer term of a municipality, or by the day of all."""
    answer, terms = facts.answer, facts.settings.terms
    own = answer.binding[0] if answer.binding else None
    for area in facts.areas:
        expected = None
        if area.level == "municipality" and (own or area.code in terms):
            expected = terms[area.code].until if area.code in terms else own and own.ready_by
        yield same(f"keep_terms[{area.code}]", area.ready_by, expected, "ready by")
    for code, term in terms.items():
        if own is not None:
            longer = own.ready_by is None or term.until > own.ready_by
            holds = longer and term.until <= own.until
            yield Finding(f"keep_terms[{code}]", holds, f"no longer term: {term.until}")


def binding_task(
    facts: TimelineFacts, area: AreaLine | AreaNotKnown, part: Part, day: date
) -> int | None:
    """The task of an area that binds on a day; None where none does that is known."""
    own = area.task.amv if part == "amv" else area.task.regular + area.task.amv
    if facts.answer.binding is None:
        return own
    for one in facts.answer.binding:
        if one.from_ <= day <= one.until:
            others = {other.raming: other for other in area.other_tasks}
            if one.own:
                return own
            if one.raming not in others:
                return None
            other = others[one.raming]
            return other.amv if part == "amv" else other.total
    return None


def overdue(facts: TimelineFacts, area: AreaLine, day: date) -> bool:
    """Whether the places of the task that binds on a day have to be there by then."""
    if area.level != "municipality":
        return False
    for one in facts.answer.binding or ():
        if one.from_ <= day <= one.until:
            ready = area.ready_by if one.own else one.ready_by
            return ready is not None and day >= ready
    return False
