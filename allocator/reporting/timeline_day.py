# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of one day of a timeline: every sum, with the offers that it is made of."""

from __future__ import annotations

from collections.abc import Sequence

from allocator.reporting.pages import Page, Step
from models.area_line import PARTS, AreaLine, Term
from models.timeline import TimelineAnswer


def day_pages(answer: TimelineAnswer) -> list[Page]:
    """Provinces, regions and municipalities, each with one line of arithmetic."""
    municipalities = answer.at("municipality")
    steps = [_province(answer, line) for line in answer.at("province")]
    steps += [_region(answer, line) for line in answer.at("region")]
    steps += [_municipality(answer, line) for line in municipalities if line.made_of]
    none = [line.name for line in municipalities if not line.made_of]
    said = f"Nothing is available in {', '.join(none)}." if none else ""
    return [Page("How each number is made", (said,) if said else (), steps=tuple(steps))]


def _says(answer: TimelineAnswer, line: AreaLine, what: str) -> str:
    has, amv = line.available.total[0], line.available.amv[0]
    said = f"{line.name}: {has:,} places are available, of which {amv:,} amv; "
    task, of_amv = (answer.task_on(line, part, answer.last) for part in PARTS)
    gap, gap_amv = line.gap.total[0], line.gap.amv[0]
    if task is None:
        return f"{said}no {what} binds on this day that is known."
    if of_amv is None:
        return f"{said}the {what} is {task:,}, of which amv not known: {gap:,} short."
    return f"{said}the {what} is {task:,}, of which {of_amv:,}: {gap:,} short, amv {gap_amv:,}."


def _task_row(answer: TimelineAnswer, line: AreaLine) -> str:
    """Where the task that binds on the day stands."""
    binds = answer.binds_on(answer.last)
    if answer.binding is None or (binds and binds.own):
        return line.task_row
    rows = [one.row for one in line.other_tasks if binds and one.raming == binds.raming]
    return "; ".join(rows)


def _province(answer: TimelineAnswer, line: AreaLine) -> Step:
    regions = [one for one in answer.at("region") if one.province == line.code]
    terms = [f"{one.name} {one.available.total[0]:,}" for one in regions]
    return Step(_says(answer, line, "task"), _sum(terms, line), _task_row(answer, line))


def _region(answer: TimelineAnswer, line: AreaLine) -> Step:
    """Its municipalities, and what it pledges itself."""
    inside = [one for one in answer.at("municipality") if one.region == line.code]
    terms = [f"{one.name} {one.available.total[0]:,}" for one in inside if one.available.total[0]]
    terms += _terms(answer, line.made_of)
    summed = "the task is the sum of the shares" if not line.task_row else line.task_row
    known = answer.task_on(line, "total", answer.last) is not None
    rows = [*((summed,) if known else ()), *_rows(answer, line.made_of)]
    return Step(_says(answer, line, "task"), _sum(terms, line), "; ".join(rows))


def _municipality(answer: TimelineAnswer, line: AreaLine) -> Step:
    terms = _terms(answer, line.made_of)
    return Step(
        _says(answer, line, "share"), _sum(terms, line), "; ".join(_rows(answer, line.made_of))
    )


def _terms(answer: TimelineAnswer, made_of: Sequence[Term]) -> list[str]:
    """`48`, `20 amv`, `200 of Dronten`: what each contract gives or takes."""
    said = []
    for term in made_of:
        one = answer.contracts[term.contract]
        kind = " amv" if one.kind == "amv" else ""
        other = one.area_name if term.places < 0 else one.giver_name
        exchanged = f" {'to' if term.places < 0 else 'of'} {other}" if one.giver else ""
        pledged = f" of {one.name}" if one.source == "pledge" else ""
        said.append(f"{term.places:,}{kind}{exchanged}{pledged}")
    return said


def _sum(terms: Sequence[str], line: AreaLine) -> str:
    added = " + ".join(terms).replace("+ -", "- ") or "0"
    return f"{added} = {line.available.total[0]:,}"


def _rows(answer: TimelineAnswer, made_of: Sequence[Term]) -> list[str]:
    return [answer.contracts[term.contract].row for term in made_of]
