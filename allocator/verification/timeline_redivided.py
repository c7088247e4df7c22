# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of redivisions in a timeline: every day again, from the contracts and the tasks."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification.checks.registry import Finding, same
from allocator.verification.timeline_facts import TimelineFacts, covers
from models.area_line import PARTS


def add_up_redivided_days(facts: TimelineFacts) -> Iterator[Finding]:
    """From the day of a redivision a municipality has and owes what its parts do, on every day."""
    answer, planned = facts.answer, facts.settings.redivisions
    lines = {one.code: one for one in answer.lines if one.level == "municipality"}
    steps = sorted({(one.on, one.into) for one in planned if one.on <= answer.days[-1]})
    told = [(one.on, one.code) for one in answer.redivided]
    if steps or told:
        expected = [step for step in steps if step[1] in lines]
        yield same("add_up_redivided_days", told, expected, "the days and the municipalities")
    for one in answer.redivided:
        name = f"add_up_redivided_days[{one.code} {one.on}]"
        joined = {one.code}
        for _ in planned:
            joined |= {step.from_ for step in planned if step.into in joined and step.on <= one.on}
        yield same(name, sorted(one.parts), sorted(joined & lines.keys()), "its parts")
        days = [day for day in answer.days if day >= one.on]
        yield same(name, list(one.days), days, "its days")
        for number, day in enumerate(days):
            there = {"total": 0, "regular": 0, "amv": 0}
            for contract in answer.contracts:
                if not contract.counts or not covers(contract, day):
                    continue
                for area, sign in ((contract.area, 1), (contract.giver, -1)):
                    if area in joined:
                        there["total"] += sign * contract.places
                        there[contract.kind] += sign * contract.places
            has_regular = one.available.regular[number]
            yield same(name, has_regular, there["regular"], f"regular available on {day}")
            for part in PARTS:
                owed = [answer.task_on(lines[code], part, day) for code in one.parts]
                task = None if None in owed else sum(each or 0 for each in owed)
                has = there[part]
                gap = None if task is None else (task - has if task > has else 0)
                yield same(name, one.available.of(part)[number], has, f"{part} available on {day}")
                yield same(name, one.task.of(part)[number], task, f"{part} task on {day}")
                yield same(name, one.gap.of(part)[number], gap, f"{part} missing on {day}")
