# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""From when a municipality is part of another, or has another with it, and what adds up then."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.explanation.reading import Reading, chapter, line
from models import law
from models.explanation import Chapter, Line
from models.places import KINDS, Kind
from models.redivision import RedividedResult
from models.result import MunicipalityResult

CALLED = {"share": "share", "counted": "places that count", "decision": "decision"}


def redivided(reading: Reading, one: MunicipalityResult) -> Iterator[Chapter]:
    """What adds up from the day of each redivision that a municipality has part in."""
    for step in reading.result.redivided:
        if one.code in step.parts:
            yield chapter("Redivision", *_lines(reading, step))


def _lines(reading: Reading, step: RedividedResult) -> Iterator[Line]:
    joined = " and ".join(reading.name(code) for code in step.parts[1:])
    yield line(
        f"From {step.on} {step.name} has {joined} with it: rights and obligations pass over on "
        "that day, and nothing is divided or rounded again.",
        "",
        law.REDIVISION,
        rows=step.rows,
    )
    for what in CALLED:
        for kind in KINDS:
            if (said := _sum(reading, step, what, kind)) is not None:
                yield said


def _sum(reading: Reading, step: RedividedResult, what: str, kind: Kind) -> Line | None:
    together = getattr(step, what)
    parts = [getattr(reading.municipalities[code], what) for code in step.parts]
    if together is None or None in parts:
        return None
    names = ", ".join(reading.name(code) for code in step.parts)
    return line(
        f"Its {CALLED[what]} from then on, {kind} places, in the order {names}.",
        f"{' + '.join(str(part.of(kind)) for part in parts)} = {together.of(kind)}",
        law.REDIVISION,
    )
