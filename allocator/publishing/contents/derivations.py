# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How each number came about: the derivations of explanations, told once where they are shared.

A line that is the same for every municipality of a province (its divisors, its sums) stands with
the province, and the municipalities have only what is their own. Nothing is derived again here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from allocator.explanation import explain
from allocator.explanation.reading import LINES_ABOVE
from allocator.publishing.contents.view import View
from allocator.publishing.document import Block, Details, Paragraph, Section, Step, Steps
from models.explanation import Chapter, Explanation, Line
from models.result import MunicipalityResult, ProvinceResult

# A line of so many municipalities of a province is told once, with the province.
SHARED_BY = 3
ANYBODY = "\0"
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
    shared = _shared(explained)
    yield Details(
        view.say("{province}: what holds for all its municipalities", province=province.name),
        (*_chapters(view, whole.chapters), *_told(view, shared)),
        anchor=province.code,
    )
    for one in view.within(province):
        yield _of_municipality(view, one, explained[one.code], shared)


def _shared(explained: Mapping[str, Explanation]) -> dict[Line, dict[str, Line]]:
    """The lines of several municipalities, as each has them, by what they have in common.

    Word for word, or but for the name of each where there is nothing to compute.
    """
    found: dict[Line, dict[str, Line]] = {}
    for one in explained.values():
        for chapter in one.chapters:
            for line in chapter.lines:
                found.setdefault(_in_common(line, one.name), {})[one.name] = line
    return {line: those for line, those in found.items() if len(those) >= SHARED_BY}


def _in_common(line: Line, name: str) -> Line:
    """A line without the name of the municipality that it is of."""
    if line.arithmetic:
        return line
    return line.model_copy(update={"says": line.says.replace(name, ANYBODY)})


def _told(view: View, shared: Mapping[Line, Mapping[str, Line]]) -> Iterator[Block]:
    """What several have in common: in the words for the first, and of whom else it holds."""
    if not shared:
        return
    yield Paragraph(view.say("The same for several municipalities"), leads=True)
    firsts = [next(iter(those.values())) for those in shared.values()]
    steps = [
        replace(step, says=f"{step.says}{_so_too(view, those)}")
        for step, those in zip(_steps(view, firsts).steps, shared.values(), strict=True)
    ]
    yield Steps(tuple(steps))


def _so_too(view: View, those: Mapping[str, Line]) -> str:
    """Of whom else a line holds, where it names somebody."""
    first, *others = those
    if those[first].says == those[others[0]].says:
        return ""
    return " " + view.say("So too for {names}.", names=view.language.listed(others))


def _of_municipality(
    view: View, one: MunicipalityResult, explained: Explanation, shared: Mapping[Line, object]
) -> Details:
    own = [
        chapter.model_copy(
            update={"lines": tuple(line for line in chapter.lines if _is_own(line, one, shared))}
        )
        for chapter in explained.chapters
    ]
    if one.decision is None:
        summary = one.name
    else:
        summary = view.say("{name}: decision {places}", name=one.name, places=one.decision)
    return Details(summary, tuple(_chapters(view, own)), anchor=one.code)


def _is_own(line: Line, one: MunicipalityResult, shared: Mapping[Line, object]) -> bool:
    """Whether a line tells of this municipality alone, and more than that a number is itself."""
    before, equals, after = line.arithmetic.partition(" = ")
    return _in_common(line, one.name) not in shared and not (equals and before == after)


def _chapters(view: View, chapters: Sequence[Chapter]) -> Iterator[Block]:
    for chapter in chapters:
        if chapter.lines:
            yield Paragraph(str(view.language.repeat(chapter.heading)), leads=True)
            yield _steps(view, chapter.lines)


def _steps(view: View, lines: Sequence[Line]) -> Steps:
    """The lines; what rests on the same as the line before it says no more than that."""
    steps, before = [], ""
    for line in lines:
        rests_on = _rests_on(view, line)
        same = bool(rests_on) and rests_on == before
        steps.append(
            Step(
                says=view.language.repeat(line.says),
                arithmetic=view.language.repeat(line.arithmetic),
                rests_on=view.say("idem") if same else rests_on,
            )
        )
        before = rests_on
    return Steps(tuple(steps))


def _rests_on(view: View, line: Line) -> str:
    """The texts, lines of the scenario and rows of tables; nothing for a sum of lines above it."""
    sources = [str(view.language.repeat(one)) for one in line.sources if one != LINES_ABOVE]
    rows = [row.removeprefix(TABLES) for row in line.rows if row not in line.sources]
    return "; ".join([*sources, *rows])
