# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The cycle of the Act: its days as the table and the scenario have them, and longer terms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from allocator.loading.reference import ReferenceTables
from models.cycle import CycleStep, OtherTask, Step
from models.fault import Faults, Place
from models.scenario import Scenario

Days = tuple[date, date]
Lines = Mapping[str, Place]
READINGS: dict[str, Step] = {"decision": "binding", "report": "binding_by_report"}
"""The step of `cycles.csv` that the setting `binding` asks for."""


def cycle_steps(tables: ReferenceTables) -> tuple[CycleStep, ...]:
    """Every step of every cycle, by raming and step."""
    return tuple(
        CycleStep.model_validate(
            {
                "raming": row.raming,
                "step": row.step,
                "from": row.from_,
                "until": row.until,
                "article": row.article,
                "source": row.source,
                "status": row.status,
                "note": row.note,
                "row": row.row,
            }
        )
        for row in tables.cycles
    )


def days_that_bind(scenario: Scenario, steps: tuple[CycleStep, ...]) -> Days | None:
    """The first and last day on which the task of a scenario binds.

    Args:
        scenario: may state them (`cycle`).
        steps: of all cycles.

    Returns:
        None where the scenario states none and no cycle is known of its raming.
    """
    if scenario.cycle:
        return scenario.cycle.from_, scenario.cycle.until
    for one in steps:
        if (one.raming, one.step) == (scenario.raming, READINGS[scenario.binding]) and one.until:
            return one.from_, one.until
    return None


def other_tasks(
    scenario: Scenario, tables: ReferenceTables, lines: Lines
) -> dict[str, tuple[OtherTask, ...]]:
    """Per area, its tasks in other ramingen: as the scenario gives them, else as published.

    Of municipalities and regions none is taken from a table: an indicative number of another
    raming is no task of theirs, and those that are published are a part of them only.

    Args:
        scenario: with codes for names.
        tables: with every version of the raming.
        lines: where each line of the scenario stands, by dotted path with codes.
    """
    found: dict[str, dict[str, OtherTask]] = {}
    cycles = {row.raming for row in tables.cycles} - {scenario.raming}
    for row in tables.ramingen:
        if row.raming in cycles and row.area in scenario.provinces:
            found.setdefault(row.area, {})[row.raming] = OtherTask(
                raming=row.raming, total=row.total, amv=row.amv, row=row.row
            )
    for raming, given in scenario.cycle_tasks.items():
        for sort, tasks in (
            ("provinces", given.provinces),
            ("municipalities", given.municipalities),
        ):
            for code, task in tasks.items():
                found.setdefault(code, {})[raming] = OtherTask(
                    raming=raming,
                    total=task.total,
                    amv=task.amv,
                    given=True,
                    row=_row(lines, f"cycle_tasks.{raming}.{sort}.{code}", task.source),
                )
    return {
        code: tuple(by_raming[raming] for raming in sorted(by_raming))
        for code, by_raming in found.items()
    }


def _row(lines: Lines, path: str, source: str) -> str:
    """The line of the scenario, where it has one, and the source that it names."""
    place = _nearest(lines, path)
    return f"{place.quoted} ({source})" if place else source


def _nearest(lines: Lines, path: str) -> Place | None:
    """Where a line of the scenario stands, or the nearest line around it."""
    while path and path not in lines:
        path = path.rpartition(".")[0]
    return lines.get(path)


def check_cycle(
    scenario: Scenario, steps: tuple[CycleStep, ...], lines: Lines, faults: Faults
) -> None:
    """Longer terms are longer and end while the task binds; tasks are of another known cycle.

    Args:
        scenario: with codes for names.
        steps: of all cycles.
        lines: where each line of the scenario stands, by dotted path with codes.
        faults: what was found wrong; what is wrong here is added.
    """
    days = days_that_bind(scenario, steps)
    ready = ready_by(scenario.raming, steps)

    def where(path: str) -> Place:
        return _nearest(lines, path) or Place(scenario.name)

    for code, term in scenario.terms.items():
        if ready and term.until <= ready:
            faults.add(
                "term-not-longer",
                where(f"terms.{code}"),
                f"the term ends on {term.until}, and places have to be there on {ready} anyway",
                "Write a later day, or leave the term out.",
            )
        elif days and term.until > days[1]:
            faults.add(
                "term-after-binding",
                where(f"terms.{code}"),
                f"the term ends on {term.until}, and the task binds until {days[1]}",
                "Write a day on which the task binds (Act 6(1)), or correct `cycle`.",
            )
    known = sorted({one.raming for one in steps})
    for raming in scenario.cycle_tasks:
        if raming == scenario.raming:
            faults.add(
                "own-raming",
                where(f"cycle_tasks.{raming}"),
                f"{raming} is the raming of the scenario itself, whose tasks are known",
                "Leave it out: the tasks of the scenario bind in its years.",
            )
        elif raming not in known:
            faults.add(
                "no-cycle",
                where(f"cycle_tasks.{raming}"),
                f"no cycle is known of raming {raming[:60]!r}",
                f"Known are those of {' and '.join(known)}.",
            )


def ready_by(raming: str, steps: tuple[CycleStep, ...]) -> date | None:
    """The day on which the places of a cycle have to be there, but for longer terms."""
    days = {one.raming: one.from_ for one in steps if one.step == "ready"}
    return days.get(raming)
