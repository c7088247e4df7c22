# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""When the task of a municipality binds, and by when its places have to be there."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.explanation.reading import Reading, chapter, line
from models import law
from models.cycle import CycleStep, Step
from models.explanation import Chapter, Line
from models.law import Source
from models.result import MunicipalityResult

HEADING = "When"


def when(reading: Reading, one: MunicipalityResult) -> Iterator[Chapter]:
    """The years for which the decision binds, and the day on which places have to be there.

    Nothing where no cycle is known of the raming, or in a run of an older version.
    """
    steps = {step.step: step for step in reading.result.cycle}
    lines = (*_binds(reading, steps), *_ready(reading, steps, one))
    if lines:
        yield chapter(HEADING, *lines)


def _binds(reading: Reading, steps: dict[Step, CycleStep]) -> Iterator[Line]:
    stated, by_report = reading.settings.cycle, reading.settings.binding == "report"
    if stated is not None:
        yield line(
            f"The task binds from {stated.from_} to {stated.until}, as the scenario says.",
            "",
            reading.setting("cycle"),
        )
        return
    binding = steps.get("binding_by_report" if by_report else "binding")
    if binding is None or binding.until is None:
        return
    source: Source = law.PROVINCIAL_REPORT_2024 if by_report else law.ACT_DECISION
    said = f"The task binds from {binding.from_} to {binding.until}"
    if by_report:
        said = f"{said} by the reading of the provincial report of October 2024"
    yield line(f"{said}.", "", source, reading.setting("binding"), rows=(binding.row,))
    decision = steps.get("decision")
    if decision is None:
        return
    said = f"The decision is of {decision.from_}."
    if decision.status == "derived":
        said = f"The decision is not known; {decision.from_} is the last day for it."
    yield line(said, "", law.ACT_DECISION, rows=(decision.row,))


def _ready(
    reading: Reading, steps: dict[Step, CycleStep], one: MunicipalityResult
) -> Iterator[Line]:
    term, ready = reading.settings.terms.get(one.code), steps.get("ready")
    if term is not None:
        yield line(
            f"{one.name} has a longer term: its places have to be there on {term.until} "
            f"({term.source}).",
            "",
            law.ACT_TERM,
            reading.setting(f"terms.{one.code}"),
        )
    elif ready is not None:
        yield line(
            f"The places of {one.name} have to be there on {ready.from_}.",
            "",
            law.ACT_TERM,
            *([law.DEADLINES_1] if ready.source == "ministry-letter-2024" else []),
            rows=(ready.row,),
        )
