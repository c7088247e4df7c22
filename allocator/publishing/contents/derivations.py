# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How each number came about: the derivations of explanations, told once where they are shared.

A line that is the same for every municipality of a province (its divisors, its sums) stands with
the province, and the municipalities have only what is their own. Nothing is derived again here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from allocator.explanation import explain
from allocator.publishing.contents.view import View
from allocator.publishing.document import Block, Details, Paragraph, Section, Step, Steps
from models.explanation import Chapter, Explanation, Line
from models.result import MunicipalityResult, ProvinceResult

# A line of so many municipalities of a province is told once, with the province.
SHARED_BY = 3
# The folder of the reference tables, which are known by their names alone.
TABLES = "reference/"


def derivations(view: View) -> tuple[Section, frozenset[str]]:
    """For every province and municipality, on demand, each step with its arithmetic and sources.

    Returns:
        The section, and the ids of the texts that its lines cite.
    """
    blocks: list[Block] = [
        Paragraph(
            view.say(
                "Every line can be redone as it stands. After it stands what it rests on: the act "
                "or letter by its short name (see Sources), the line of the scenario, and the row "
                "of the table."
            )
        )
    ]
    cited: set[str] = set()
    for province in view.provinces:
        whole = explain(view.result, province.code)
        explained = {one.code: explain(view.result, one.code) for one in view.within(province)}
        blocks += _of_province(view, province, whole, explained)
        for one in (whole, *explained.values()):
            cited |= one.citations.keys()
    heading = view.say("How each number came about")
    return Section(heading, tuple(blocks), anchor="derivations"), frozenset(cited)


def _of_province(
    view: View,
    province: ProvinceResult,
    whole: Explanation,
    explained: Mapping[str, Explanation],
) -> Iterator[Block]:
    shared = _shared(explained.values())
    yield Details(
        view.say("{province}: what holds for all its municipalities", province=province.name),
        (*_chapters(view, whole.chapters), *_told(view, shared)),
        anchor=province.code,
    )
    for one in view.within(province):
        yield _of_municipality(view, one, explained[one.code], set(shared))


def _shared(explained: Iterable[Explanation]) -> list[Line]:
    """The lines that several municipalities have word for word, in the order they are met."""
    lines = Counter(
        line
        for one in explained
        for line in dict.fromkeys(line for chapter in one.chapters for line in chapter.lines)
    )
    return [line for line, times in lines.items() if times >= SHARED_BY]


def _told(view: View, shared: list[Line]) -> Iterator[Block]:
    if shared:
        yield Paragraph(view.say("The same for several municipalities:"))
        yield _steps(view, shared)


def _of_municipality(
    view: View, one: MunicipalityResult, explained: Explanation, shared: set[Line]
) -> Details:
    own = [
        chapter.model_copy(
            update={"lines": tuple(line for line in chapter.lines if _is_own(line, shared))}
        )
        for chapter in explained.chapters
    ]
    if one.decision is None:
        summary = one.name
    else:
        summary = view.say("{name}: decision {places}", name=one.name, places=one.decision)
    return Details(summary, tuple(_chapters(view, own)), anchor=one.code)


def _is_own(line: Line, shared: set[Line]) -> bool:
    """Whether a line tells of this municipality alone, and more than that a number is itself."""
    before, equals, after = line.arithmetic.partition(" = ")
    return line not in shared and not (equals and before == after)


def _chapters(view: View, chapters: Sequence[Chapter]) -> Iterator[Block]:
    for chapter in chapters:
        if chapter.lines:
            yield Paragraph(str(view.language.repeat(chapter.heading)))
            yield _steps(view, chapter.lines)


def _steps(view: View, lines: Sequence[Line]) -> Steps:
    return Steps(tuple(_step(view, line) for line in lines))


def _step(view: View, line: Line) -> Step:
    rests_on = [str(view.language.repeat(source)) for source in line.sources]
    rests_on += [row.removeprefix(TABLES) for row in line.rows if row not in line.sources]
    return Step(
        says=view.language.repeat(line.says),
        arithmetic=view.language.repeat(line.arithmetic),
        rests_on="; ".join(rests_on),
    )
