# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Alignment: every municipality of any run on one line, with what each run says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from allocator.comparison.pro_rata import pro_rata
from allocator.comparison.ranks import ranked
from models.comparison import Change, Difference, Figures, MunicipalityLine
from models.result import MunicipalityResult, RunResult

PER = 1_000

OfRun = Mapping[str, Figures]
"""What one run says, by the code of the municipality."""


def aligned(letters: Sequence[str], results: Sequence[RunResult]) -> tuple[MunicipalityLine, ...]:
    """The municipalities of all runs, in order of code.

    Args:
        letters: of the runs.
        results: the runs, the first being the one that others are compared with.
    """
    runs = ranked([_figures(*one) for one in zip(letters, results, strict=True)])
    first = runs[0]
    known = {one.code: one for result in reversed(results) for one in result.municipalities}
    return tuple(
        MunicipalityLine(
            code=code,
            name=known[code].name,
            province=known[code].province,
            region=known[code].region,
            figures=tuple(
                _compared(number, run, first, code) if code in run else None
                for number, run in enumerate(runs)
            ),
        )
        for code in sorted(known)
    )


def _figures(letter: str, result: RunResult) -> dict[str, Figures]:
    tasks = {province.code: province.task.total for province in result.provinces}
    targets, amv = pro_rata(result, "total"), pro_rata(result, "amv")
    found = {}
    for one in result.municipalities:
        task = tasks.get(one.province, 0)
        placed = None if one.decision is None else one.decision.total
        found[one.code] = Figures(
            run=letter,
            raming=result.raming,
            inhabitants=one.inhabitants,
            share=one.share,
            counted=one.counted,
            rest=one.rest,
            decision=one.decision,
            realised=one.realised,
            pro_rata=targets[one.code].places if one.code in targets else None,
            pro_rata_amv=amv[one.code].places if one.code in amv else None,
            part=Fraction(placed, task) if placed is not None and task else None,
            per_thousand=_per_thousand(one),
        )
    return found


def _per_thousand(one: MunicipalityResult) -> Fraction | None:
    if one.decision is None or not one.inhabitants:
        return None
    return Fraction(PER * one.decision.total, one.inhabitants)


def _compared(number: int, run: OfRun, first: OfRun, code: str) -> Figures:
    """The figures with their difference, but for the first run."""
    if not number or code not in first:
        return run[code]
    before, after = first[code], run[code]
    share, counted = (
        Change.between(before.share, after.share),
        Change.between(before.counted, after.counted),
    )
    assert share is not None
    assert counted is not None
    difference = Difference(
        share=share,
        counted=counted,
        rest=Change.between(before.rest, after.rest),
        decision=Change.between(before.decision, after.decision),
        realised=Change.between(before.realised, after.realised),
        part=_less(after.part, before.part),
        per_thousand=_less(after.per_thousand, before.per_thousand),
        rank=_down(before.rank, after.rank),
        rank_per_thousand=_down(before.rank_per_thousand, after.rank_per_thousand),
    )
    return after.model_copy(update={"difference": difference})


def _less(after: Fraction | None, before: Fraction | None) -> Fraction | None:
    return None if after is None or before is None else after - before


def _down(before: int | None, after: int | None) -> int | None:
    return None if after is None or before is None else after - before
