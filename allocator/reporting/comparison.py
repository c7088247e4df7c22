# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of a comparison: the runs, what changed, who gains and loses, measures, municipalities.

A run is called by its letter, and a column by letter and raming: no figure stands without the
raming that it is of.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from allocator.reporting.comparison_lines import line_pages
from allocator.reporting.comparison_measures import measure_pages, redo_page
from allocator.reporting.pages import Cell, Page, Sheet, in_decimals
from models.changed_inputs import (
    SettingDifference,
    SettingValue,
    TableDifference,
    TaskDifference,
    TaskFigure,
)
from models.comparison import ComparedRun, ComparisonResult
from models.movers import Mover, Movers

MOST_LETTERS = 60
MOST_TASKS = 20
DIGITS_SHOWN = 12
PERCENT = 100


def comparison_pages(answer: ComparisonResult) -> list[Page]:
    """All of a comparison, what decides how to read it first."""
    pages = [
        _runs(answer),
        Page("To know", items=tuple(f"{one.message}." for one in answer.notices)),
        *_inputs(answer),
        _movers(answer),
        *measure_pages(answer),
        *line_pages(answer),
        redo_page(answer),
    ]
    return [page for page in pages if page]


def _runs(answer: ComparisonResult) -> Page:
    first = answer.runs[0]
    said = (
        f"Each run is compared with {first.letter}. Every run is verified; so is the comparison, "
        f"by {answer.verified:,} checks of its own. Nothing is added up over runs."
    )
    rows: list[tuple[Cell, ...]] = [
        (
            run.letter,
            run.label,
            run.raming,
            run.key,
            run.task.total,
            run.task.amv,
            f"{run.status}{', saved' if run.saved else ''}",
            run.checks,
        )
        for run in answer.runs
    ]
    columns = ("", "Run", "raming", "key", ">task", ">amv", "status", ">checks")
    heading = f"Comparison of {len(answer.runs)} runs"
    return Page(heading, (said,), sheet=Sheet(columns, tuple(rows)))


def _inputs(answer: ComparisonResult) -> Iterator[Page]:
    """The lines of the scenarios, the tables and the tasks that differ."""
    runs = answer.runs
    said = ("Settings in force, names as codes, and where each stands.",)
    items = tuple(_setting(one, runs) for one in answer.settings)
    none = ("No setting differs, but perhaps what the scenarios are called.",)
    yield Page("What changed in the scenarios", said if items else none, items)
    yield Page("Input tables that differ", items=tuple(_table(one, runs) for one in answer.tables))
    tasks = [_task(one, runs) for one in answer.tasks[:MOST_TASKS]]
    if len(answer.tasks) > MOST_TASKS:
        tasks.append(f"... and {len(answer.tasks) - MOST_TASKS} more: see `tasks` in the JSON.")
    yield Page("Tasks that differ, each of its own raming", items=tuple(tasks))


def _setting(one: SettingDifference, runs: Sequence[ComparedRun]) -> str:
    said = _together(zip(runs, map(_value, one.values), strict=True))
    return f"{one.path}: {said}."


def _value(one: SettingValue) -> str:
    value = one.value if isinstance(one.value, str) else json.dumps(one.value, ensure_ascii=False)
    shown = value if len(value) <= MOST_LETTERS else f"{value[:MOST_LETTERS]}..."
    return f"{shown if one.there else 'no such line'} ({one.where or 'by default'})"


def _table(one: TableDifference, runs: Sequence[ComparedRun]) -> str:
    digests = (f"{each[:DIGITS_SHOWN]}..." if each else "not read" for each in one.sha256)
    return f"{one.name} ({one.role}), sha256: {_together(zip(runs, digests, strict=True))}."


def _task(one: TaskDifference, runs: Sequence[ComparedRun]) -> str:
    return f"{one.name}: {_together(zip(runs, map(_figure, one.figures), strict=True))}."


def _figure(one: TaskFigure) -> str:
    if one.task is None:
        return "not in this run"
    rows = f"; {'; '.join(one.rows)}" if one.rows else ""
    estimated = ", an estimate" if one.status == "estimated" else ""
    return (
        f"{one.task.total:,}, of which {one.task.amv:,} amv (raming {one.raming}{estimated}{rows})"
    )


def _together(said: Iterable[tuple[ComparedRun, str]]) -> str:
    """`A, C this; B that`: the runs of which the same is said together."""
    found: dict[str, list[str]] = {}
    for run, words in said:
        found.setdefault(words, []).append(run.letter)
    return "; ".join(f"{', '.join(letters)} {words}" for words, letters in found.items())


def _movers(answer: ComparisonResult) -> Page:
    first = answer.runs[0].letter
    ramings = {run.letter: run.raming for run in answer.runs}
    items = []
    for one in answer.movers:
        by = "places" if one.by == "places" else "percentage points of the own task"
        against = f"{one.run} ({ramings[one.run]}) against {first} ({ramings[first]}), in {by}"
        if not one.gaining and not one.losing:
            nobody = "nobody gains or loses" if one.unchanged else "no two decisions to compare"
            items.append(f"{against}: {nobody}.")
        else:
            counts = f"{one.gaining:,} gain, {one.losing:,} lose, {one.unchanged:,} keep the same"
            items.append(f"{against}: {counts}.{_most(one)}")
    return Page("Who gains and who loses most", items=tuple(items))


def _most(one: Movers) -> str:
    said = ""
    for what, those in (("gain", one.gains), ("lose", one.losses)):
        if those:
            said += f" Most {what}: {', '.join(_mover(each, one.by) for each in those)}."
    return said


def _mover(one: Mover, by: str) -> str:
    moved = Fraction(one.places) if by == "places" else PERCENT * (one.part or Fraction())
    # Whether it is more or fewer is said already.
    return f"{one.name} {in_decimals(abs(moved))}"
