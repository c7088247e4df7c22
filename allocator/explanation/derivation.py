# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The derivation of a number, as a planner would put it in a letter.

It repeats the steps that the run recorded: figures, divisions with their certificates, reasons and
lines. Nothing is divided or decided again here; sums are written out and end in what was recorded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allocator.explanation.binding import when
from allocator.explanation.counting import what_counts
from allocator.explanation.emergency import emergency, emergency_in
from allocator.explanation.grant import grant_in, grant_of
from allocator.explanation.province import country, province
from allocator.explanation.reading import Reading
from allocator.explanation.realised import realised
from allocator.explanation.redivided import redivided
from allocator.explanation.rest import rest_and_decision
from allocator.explanation.weight import weight_and_share
from models.explanation import Chapter, Counterfactual, Explanation, Subject
from models.law import CITATIONS, Source
from models.result import RunResult


def explain(
    result: RunResult, code: str | None = None, why_not: Sequence[Counterfactual] = ()
) -> Explanation:
    """Explain a municipality, a province, or everything.

    Args:
        result: a run.
        code: of a municipality or a province in it; None: every province, with the closing sums.
        why_not: what other numbers would cost.
    """
    return explain_reading(Reading(result), code, why_not)


def explain_reading(
    reading: Reading, code: str | None = None, why_not: Sequence[Counterfactual] = ()
) -> Explanation:
    """The same of a run that is read already: who explains many looks it up once."""
    result = reading.result
    sort, name = _subject(reading, code)
    chapters = tuple(_chapters(reading, code))
    cited = _cited(chapters)
    return Explanation(
        scenario=result.scenario.name,
        title=result.scenario.title,
        sha256=result.scenario.sha256,
        raming=result.raming,
        national_total=result.national_total,
        status=result.status,
        subject=sort,
        code=code or "",
        namesake=_namesake(reading, sort, name),
        name=name,
        chapters=chapters,
        citations={source.id: str(source) for source in cited},
        quotations={source.id: source.words for source in cited if source.words},
        infeasibility=result.infeasibility,
        why_not=tuple(why_not),
    )


def _cited(chapters: Sequence[Chapter]) -> list[Source]:
    cited = {
        source.removesuffix(", by analogy")
        for chapter in chapters
        for line in chapter.lines
        for source in line.sources
    }
    return [source for id_, source in CITATIONS.items() if id_ in cited]


def _subject(reading: Reading, code: str | None) -> tuple[Subject, str]:
    if code is None:
        return "scenario", reading.result.scenario.title or reading.result.scenario.name
    sort: Subject = "municipality" if code in reading.municipalities else "province"
    return sort, reading.name(code)


def _namesake(reading: Reading, sort: Subject, name: str) -> str:
    """The code of the province that a municipality shares its name with, as Utrecht does."""
    if sort != "municipality":
        return ""
    return next((one.code for one in reading.result.provinces if one.name == name), "")


def _chapters(reading: Reading, code: str | None) -> Iterator[Chapter]:
    if code in reading.municipalities:
        one = reading.municipalities[code]
        yield from weight_and_share(reading, one)
        yield what_counts(reading, one)
        yield from rest_and_decision(reading, one)
        yield from when(reading, one)
        yield from grant_of(reading, one)
        yield from realised(reading, one)
        yield from emergency(reading, one)
        yield from redivided(reading, one)
        return
    provinces = [one for one in reading.result.provinces if code in (None, one.code)]
    for one_province in provinces:
        yield from province(reading, one_province)
        yield from grant_in(reading, one_province.code)
        yield from emergency_in(reading, one_province.code)
    if len(provinces) > 1:
        yield country(reading)
