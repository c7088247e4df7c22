# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report of a comparison: what differs, who gains and loses, and how fair each run is.

A run is called by its letter, and no figure stands without the raming that it is of.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from allocator.publishing.contents.measures import measures
from allocator.publishing.contents.view import PROGRAM, spoken
from allocator.publishing.document import (
    Attention,
    Block,
    Cell,
    Column,
    Document,
    Fact,
    Facts,
    Figure,
    Paragraph,
    Section,
    Table,
)
from allocator.publishing.figures.paired import PairedRow, paired_bars
from allocator.publishing.languages import Language
from allocator.versions import day_of
from models.changed_inputs import SettingValue
from models.comparison import Change, ComparedRun, ComparisonResult, MunicipalityLine
from models.movers import Movers
from models.places import Places, total_of
from models.seal import seal_of_answer

MOST_MOVERS = 5
# More runs than this are told by the table alone.
MOST_BARS = 4


def comparison(answer: ComparisonResult, language: Language) -> Document:
    """The report of a comparison."""
    letters = language.listed([one.letter for one in answer.runs])
    ramings = language.listed([f"{one.letter}: {one.raming}" for one in answer.runs])
    return Document(
        name=f"{language.say('comparison')}-{answer.runs[0].scenario}",
        title=language.say("Comparison of {number} runs", number=len(answer.runs)),
        subtitle=language.say(
            "Runs {letters}, each compared with {first}. Ramingen: {ramings}.",
            letters=letters,
            first=answer.runs[0].letter,
            ramings=ramings,
        ),
        language=language,
        sections=tuple(_sections(answer, language)),
        identifier=seal_of_answer(answer.model_dump(mode="json")),
        made_by=f"{PROGRAM} {answer.runs[0].allocator}",
        made_on=day_of(answer.runs[0].allocator),
    )


def _sections(answer: ComparisonResult, language: Language) -> Iterator[Section]:
    say = language.say
    yield Section(say("In short"), (_about(answer, language), _facts(answer, language)), 2, "short")
    notices = tuple(spoken(language, one.message) for one in answer.notices)
    mind: tuple[Block, ...] = (Attention(say("Good to know"), notices),) if notices else ()
    yield Section(say("Mind this"), mind, 2, "attention")
    yield Section(say("The runs"), (_runs(answer, language),), 2, "runs")
    yield Section(say("Differences per municipality"), tuple(_lines(answer, language)), 2, "lines")
    yield Section(say("Who gains and who loses most"), _movers(answer, language), 2, "movers")
    yield measures(answer, language)
    yield Section(say("What changed in the inputs"), tuple(_inputs(answer, language)), 2, "inputs")


def _about(answer: ComparisonResult, language: Language) -> Paragraph:
    return Paragraph(
        language.say(
            "When this comparison was made, every run was verified, and the comparison by {checks} "
            "checks of its own. A difference is always that of one run with the first. Nothing is "
            "added up over runs. Ties, conditions and estimates stand in the report of each run.",
            checks=answer.verified,
        )
    )


def _facts(answer: ComparisonResult, language: Language) -> Facts:
    """Per run its task; of all but the first how many gain and lose."""
    moved = {one.run: one for one in answer.movers}
    return Facts(
        tuple(
            Fact(
                f"{run.letter}: {_label(run)}",
                language.number(run.task.total),
                _gain_and_lose(moved.get(run.letter), run, language),
            )
            for run in answer.runs
        )
    )


def _label(run: ComparedRun) -> str:
    """What people call a run; of a file the scenario, as where it lies is nobody's business."""
    return run.scenario if re.search(r"[/\\]", run.label) else run.label


def _gain_and_lose(moved: Movers | None, run: ComparedRun, language: Language) -> str:
    if not run.divided:
        return language.say("places of raming {raming}; no division", raming=run.raming)
    if moved is None:
        return language.say("places of raming {raming}", raming=run.raming)
    return language.say(
        "places of raming {raming}; {gaining} gain, {losing} lose",
        raming=run.raming,
        gaining=moved.gaining,
        losing=moved.losing,
    )


def _runs(answer: ComparisonResult, language: Language) -> Table:
    say = language.say
    columns = (
        Column("letter", say("Run")),
        Column("label", say("called")),
        Column("scenario", say("scenario")),
        Column("raming", say("raming")),
        Column("key", say("key")),
        Column("task", say("task"), "number"),
        Column("amv", say("of which amv"), "number"),
        Column("status", say("outcome")),
        Column("checks", say("checks"), "number"),
        Column("estimated", say("shares estimated"), "number"),
        Column("sha256", say("sha256")),
    )
    words = {
        "optimal": say("proven"),
        "feasible": say("not proven"),
        "infeasible": say("not possible"),
        "unknown": say("not found"),
    }
    rows = tuple(
        (
            run.letter,
            _label(run),
            run.scenario,
            run.raming,
            str(language.repeat(run.key)),
            run.task.total,
            run.task.amv,
            words[run.status],
            run.checks,
            run.estimated,
            run.sha256,
        )
        for run in answer.runs
    )
    return Table(say("Runs"), say("What is compared."), columns, rows)


def _lines(answer: ComparisonResult, language: Language) -> Iterator[Block]:
    """The decision of every municipality in every run, and the differences."""
    say = language.say
    columns = [Column("name", say("Municipality")), Column("region", say("region"))]
    for number, run in enumerate(answer.runs):
        columns.append(Column(run.letter, f"{run.letter} ({run.raming})", "number"))
        columns.append(Column(f"{run.letter}_amv", say("amv"), "number"))
        if number:
            first = answer.runs[0].letter
            changed = f"{{{run.letter}}} - {{{first}}}"
            amv = f"{{{run.letter}_amv}} - {{{first}_amv}}"
            less, heading = f"less_{run.letter}", f"{run.letter} - {first}"
            columns.append(Column(less, heading, "number", changed))
            columns.append(Column(f"{less}_amv", say("amv"), "number", amv))
    rows = tuple(_row(line, len(answer.runs)) for line in answer.municipalities)
    if len(answer.runs) <= MOST_BARS:
        yield _bars(answer, language)
    yield Table(
        name=say("Decisions"),
        caption=say("The decision (counted + rest) in every run, and the amv places among it."),
        columns=tuple(columns),
        rows=rows,
        total=_total(answer, language),
    )


def _bars(answer: ComparisonResult, language: Language) -> Figure:
    """The decisions of every run beside one another, of the municipalities where they differ."""
    say = language.say
    rows = [
        PairedRow(line.name, places)
        for line in answer.municipalities
        if len(set(places := tuple(_decision(line, at) for at in range(len(answer.runs))))) > 1
    ]
    labels = [f"{run.letter} ({run.raming})" for run in answer.runs]
    caption = say(
        "The decision in every run, of the {number} municipalities where its total differs.",
        number=len(rows),
    )
    alternative = say(
        "Bars for {number} municipalities, one for each run, with the difference from the first. "
        "The table has the same numbers.",
        number=len(rows),
    )
    return Figure(caption, alternative, paired_bars(rows, labels, language))


def _decision(line: MunicipalityLine, at: int) -> int | None:
    figures = line.figures[at]
    return figures.decision.total if figures and figures.decision else None


def _row(line: MunicipalityLine, runs: int) -> tuple[Cell, ...]:
    row: list[Cell] = [line.name, line.region]
    for number in range(runs):
        figures = line.figures[number]
        row += _pair(figures.decision if figures else None)
        if number:
            less = figures.difference.decision if figures and figures.difference else None
            row += _pair(less)
    return tuple(row)


def _pair(of: Places | Change | None) -> tuple[Cell, Cell]:
    return (None, None) if of is None else (of.total, of.amv)


def _total(answer: ComparisonResult, language: Language) -> tuple[Cell, ...]:
    """The sums of each run; a difference only where both decide for the same municipalities."""
    row: list[Cell] = [language.say("Total"), None]
    first = _decided(answer, 0)
    for number in range(len(answer.runs)):
        decided = _decided(answer, number)
        row += _pair(total_of(decided.values()) if decided else None)
        if number:
            same = bool(decided) and decided.keys() == first.keys()
            before, after = total_of(first.values()), total_of(decided.values())
            row += _pair(Change.between(before, after) if same else None)
    return tuple(row)


def _decided(answer: ComparisonResult, number: int) -> dict[str, Places]:
    return {
        line.code: figures.decision
        for line in answer.municipalities
        if (figures := line.figures[number]) is not None and figures.decision is not None
    }


def _movers(answer: ComparisonResult, language: Language) -> tuple[Block, ...]:
    """Who gains and loses most in each run, beside the first."""
    say = language.say
    rows: list[tuple[Cell, ...]] = [
        (mover.name, one.run, mover.places, mover.part)
        for one in answer.movers
        for mover in (*one.gains[:MOST_MOVERS], *one.losses[:MOST_MOVERS])
    ]
    columns = (
        Column("name", say("Municipality")),
        Column("run", say("run")),
        Column("places", say("places more"), "number"),
        Column("part", say("part of its task"), "percent"),
    )
    caption = say(
        "The largest gains and losses beside {first}; below zero is a loss.",
        first=answer.runs[0].letter,
    )
    return (Table(say("Movers"), caption, columns, tuple(rows)),) if rows else ()


def _inputs(answer: ComparisonResult, language: Language) -> Iterator[Block]:
    """The lines of the scenarios, the tables and the tasks that differ."""
    say = language.say
    runs = tuple(Column(run.letter, run.letter) for run in answer.runs)
    if answer.settings:
        rows = tuple(
            (one.path, *(_value(value, language) for value in one.values))
            for one in answer.settings
        )
        caption = say("Settings that differ, names as codes.")
        yield Table(say("Settings"), caption, (Column("path", say("Setting")), *runs), rows)
    if answer.tables:
        rows = tuple(
            (one.name, *(each or say("not read") for each in one.sha256)) for one in answer.tables
        )
        caption = say("Input tables that differ, by their sha256.")
        yield Table(say("Input files"), caption, (Column("name", say("File")), *runs), rows)
    if answer.tasks:
        numbers = tuple(Column(run.letter, run.letter, "number") for run in answer.runs)
        tasks = tuple(
            (one.name, *(each.task.total if each.task else None for each in one.figures))
            for one in answer.tasks
        )
        caption = say("Tasks that differ, each of its own raming.")
        yield Table(say("Tasks"), caption, (Column("name", say("Province")), *numbers), tasks)
    if not (answer.settings or answer.tables or answer.tasks):
        yield Paragraph(say("Nothing differs but what the scenarios are called."))


def _value(one: SettingValue, language: Language) -> str:
    if not one.there:
        return language.say("no such line")
    value = one.value if isinstance(one.value, str) else json.dumps(one.value, ensure_ascii=False)
    return f"{value} ({one.where or language.say('by default')})"
