# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What municipalities have from a redivision on: that of their parts, added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.places import Places, total_of
from models.problem import Problem
from models.redivision import RedividedResult, made_of, moments
from models.result import MunicipalityResult


def redivided(
    problem: Problem, municipalities: Sequence[MunicipalityResult]
) -> Iterator[RedividedResult]:
    """From each day on which a municipality becomes larger, what it has with its parts.

    The decision is of the municipalities that there are when it is taken. From the day on, its
    rights and obligations are those of the one that the area is added to (Wet arhi 44(1)): they
    add up, and are not divided or rounded again.
    """
    by_code = {one.code: one for one in municipalities}
    planned = problem.scenario.redivisions
    for on, code in moments(planned):
        codes = made_of(planned, code, on)
        parts = [by_code[part] for part in codes]
        yield RedividedResult(
            code=code,
            name=by_code[code].name,
            on=on,
            parts=codes,
            share=total_of(one.share for one in parts),
            counted=total_of(one.counted for one in parts),
            rest=_all(one.rest for one in parts),
            decision=_all(one.decision for one in parts),
            rows=tuple(
                problem.row(f"redivisions.{index}")
                for index, one in enumerate(planned)
                if one.from_ in codes and one.on <= on
            ),
        )


def _all(many: Iterator[Places | None]) -> Places | None:
    """The sum, where each of them is known."""
    known = list(many)
    places = [one for one in known if one is not None]
    return total_of(places) if len(places) == len(known) else None
