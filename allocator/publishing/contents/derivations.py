# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How each number came about: the derivations of explanations, told once where they are shared.

A line that is the same for every municipality of a province (its divisors, its sums) stands with
the province, and the municipalities have only what is their own. Nothing is derived again here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from allocator.explanation import explain_reading
from allocator.explanation.reading import LINES_ABOVE
from allocator.publishing.contents.view import View
from allocator.publishing.document import Block, Details, Paragraph, Section, Step, Steps
from models.explanation import Chapter, Explanation, Line
from models.result import MunicipalityResult, ProvinceResult

# A line of so many municipalities of a province is told once, with the province.
SHARED_BY = 3
ANYBODY = "\0"
# Where nothing counts, a decision is the rest, which the line before it has told.
NOTHING_ADDED = re.compile(r"0 \+ ([0-9,]+) = \1")
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
        whole = explain_reading(view.reading, province.code)
        explained = {
            one.code: explain_reading(view.reading, one.code) for one in view.within(province)
        }
        blocks += _of_province(view, province, whole, explained)
        for one in (whole, *explained.values()):
            cited |= one.citations.keys()
    heading = view.say("How each number came about")
    return Section(heading, tuple(blocks), anchor="derivations"), frozenset(cited)


@dataclass(frozen=True)
class _Shared:
    """Lines that several municipalities have, told once.

    Attributes:
        those: the line of each municipality by its name, by what they have in common.
        numbers: of each of these lines where it is told.
    """

    those: Mapping[Line, Mapping[str, Line]]
    numbers: Mapping[Line, int]

    @classmethod
    def of(cls, explained: Mapping[str, Explanation]) -> _Shared:
        """What these have in common: word for word, or but for the name where nothing is added."""
        found: dict[Line, dict[str, Line]] = {}
        for one in explained.values():
            for chapter in one.chapters:
                for line in chapter.lines:
                    found.setdefault(_in_common(line, one.name), {})[one.name] = line
        those = {line: them for line, them in found.items() if len(them) >= SHARED_BY}
        return cls(those, {line: number for number, line in enumerate(those, start=1)})


def _of_province(
    view: View,
    province: ProvinceResult,
    whole: Explanation,
    explained: Mapping[str, Explanation],
) -> Iterator[Block]:
    shared = _Shared.of(explained)
    yield Details(
        view.say("{province}: what holds for all its municipalities", province=province.name),
        (*_chapters(view, whole.chapters), *_told(view, shared, len(explained))),
        anchor=province.code,
    )
    for one in view.within(province):
        yield _of_municipality(view, one, explained[one.code], shared, province.name)


def _in_common(line: Line, name: str) -> Line:
    """A line without the name of the municipality that it is of."""
    if line.arithmetic:
        return line
    return line.model_copy(update={"says": line.says.replace(name, ANYBODY)})


def _told(view: View, shared: _Shared, everybody: int) -> Iterator[Block]:
    """What several have in common: in the words for the first, and of whom else it holds."""
    if not shared.those:
        return
    yield Paragraph(view.say("The same for several municipalities"), leads=True)
    firsts = [next(iter(those.values())) for those in shared.those.values()]
    steps = [
        replace(step, says=f"{step.says}{_of_whom(view, those, everybody)}")
        for step, those in zip(_steps(view, firsts).steps, shared.those.values(), strict=True)
    ]
    yield Steps(tuple(steps))


def _of_whom(view: View, those: Mapping[str, Line], everybody: int) -> str:
    """Of whom a line holds, where that is not everybody."""
    first, *others = those
    if those[first].says != those[others[0]].says:
        return " " + view.say("So too for {names}.", names=view.language.listed(others))
    if len(those) == everybody:
        return ""
    return " " + view.say("This is of {names}.", names=view.language.listed(list(those)))


def _of_municipality(
    view: View,
    one: MunicipalityResult,
    explained: Explanation,
    shared: _Shared,
    province: str,
) -> Details:
    chapters = [
        chapter.model_copy(
            update={"lines": tuple(line for line in chapter.lines if _is_own(line, one, shared))}
        )
        for chapter in explained.chapters
    ]
    lines = [_in_common(line, one.name) for each in explained.chapters for line in each.lines]
    numbers = sorted({shared.numbers[line] for line in lines if line in shared.numbers})
    blocks = [*_chapters(view, chapters)]
    if numbers:
        listed = ", ".join(_ranges(numbers))
        said = view.say("See also {province}, no. {listed}.", province=province, listed=listed)
        blocks.append(Paragraph(said))
    if one.decision is None or not view.counts_by_place(_province_of(view, one)):
        summary = one.name
    else:
        summary = view.say("{name}: decision {places}", name=one.name, places=one.decision)
    return Details(summary, tuple(blocks), anchor=one.code)


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers in order, those that follow one another as a range: 1, 3\N{EN DASH}5."""
    start = 0
    for at, number in enumerate(numbers):
        if at + 1 == len(numbers) or numbers[at + 1] != number + 1:
            first = numbers[start]
            yield str(first) if first == number else f"{first}\N{EN DASH}{number}"
            start = at + 1


def _province_of(view: View, one: MunicipalityResult) -> ProvinceResult:
    return next(each for each in view.provinces if each.code == one.province)


def _is_own(line: Line, one: MunicipalityResult, shared: _Shared) -> bool:
    """Whether a line is told with its municipality, and more than nothing and a number."""
    adds_nothing = NOTHING_ADDED.fullmatch(line.arithmetic) is not None
    return _in_common(line, one.name) not in shared.those and not adds_nothing


def _chapters(view: View, chapters: Sequence[Chapter]) -> Iterator[Block]:
    for chapter in chapters:
        if chapter.lines:
            yield Paragraph(view.language.repeat(chapter.heading), leads=True)
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
                arithmetic=view.language.repeat(_worth_saying(line.arithmetic)),
                rests_on=view.say("idem") if same else rests_on,
            )
        )
        before = rests_on
    return Steps(tuple(steps))


def _worth_saying(arithmetic: str) -> str:
    """Arithmetic, but that a number is itself."""
    before, equals, after = arithmetic.partition(" = ")
    return "" if equals and before == after else arithmetic


def _rests_on(view: View, line: Line) -> str:
    """The texts, lines of the scenario and rows of tables; nothing for a sum of lines above it."""
    sources = [str(view.language.repeat(one)) for one in line.sources if one != LINES_ABOVE]
    rows = [row.removeprefix(TABLES) for row in line.rows if row not in line.sources]
    return "; ".join([*sources, *rows])
