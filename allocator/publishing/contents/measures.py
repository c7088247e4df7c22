# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The measures of compared runs, and the line of arithmetic by which each can be redone."""

from __future__ import annotations

import re

from allocator.publishing.document import Cell, Column, Section, Step, Steps, Table
from allocator.publishing.languages import Language
from allocator.reporting.comparison_measures import WORDS
from models.comparison import ComparedRun, ComparisonResult, MeasureName, Part


def measures(answer: ComparisonResult, language: Language) -> Section:
    """One row for each measure, one column for each run, and how to redo them."""
    listed = [(one.name, one.of) for one in answer.runs[0].measures]
    columns = (
        Column("measure", language.say("Measure")),
        *(Column(run.letter, f"{run.letter} ({run.raming})", "number") for run in answer.runs),
    )
    rows = tuple(
        (_title(name, part, language), *(_cell(run, name, part, language) for run in answer.runs))
        for name, part in listed
    )
    caption = language.say("Measures of every run, each of its own raming.")
    table = Table(language.say("Measures"), caption, columns, rows)
    steps = Steps(tuple(_step(answer, name, part, language) for name, part in listed))
    return Section(language.say("How fair, and how many moves"), (table, steps), 2, "measures")


def _title(name: MeasureName, part: Part, language: Language) -> str:
    words = WORDS[name]
    title = language.say(words.title)
    if not words.parted:
        return title
    return f"{title}, {language.say('amv') if part == 'amv' else language.say('all places')}"


def _cell(run: ComparedRun, name: MeasureName, part: Part, language: Language) -> Cell:
    value = run.measure(name, part).value
    return language.say("not known") if value is None else value


def _step(answer: ComparisonResult, name: MeasureName, part: Part, language: Language) -> Step:
    said: dict[str, list[str]] = {}
    for run in answer.runs:
        said.setdefault(_arithmetic(run, name, part, language), []).append(run.letter)
    told = "; ".join(f"{', '.join(letters)}: {line}" for line, letters in said.items())
    says = language.say(WORDS[name].says)
    return Step(f"{_title(name, part, language)}. {says}", told)


def _arithmetic(run: ComparedRun, name: MeasureName, part: Part, language: Language) -> str:
    measure = run.measure(name, part)
    if measure.value is None:
        return f"{language.say('not known')}: {language.repeat(measure.why)}"
    numbers = {key: language.number(number) for key, number in measure.numbers.items()}
    line = re.sub(r"1,000", language.number(1000), WORDS[name].arithmetic)
    line = language.say(line, **numbers) if _has_words(line) else line.format(**numbers)
    of = f"{measure.municipality}: " if measure.municipality else ""
    value = language.number(measure.value)
    return f"{of}{line} {'' if value.startswith('≈') else '= '}{value}"


def _has_words(line: str) -> bool:
    """Whether a line of arithmetic says more than numbers and signs."""
    return bool(re.search(r"[a-z]{2}", re.sub(r"\{\w+\}", "", line)))
