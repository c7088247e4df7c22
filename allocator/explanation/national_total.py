# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the task of a province, and of its regions, follows from another national total."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from allocator.apportionment.by_hand import worth
from allocator.explanation.reading import Reading, line
from allocator.explanation.rounding import rounded
from models.division import Division
from models.explanation import Line
from models.raming import COUNTRY, OTHERS, NationalTotal

SETTING = "task.national_total"


def task_scaled(reading: Reading, province: str) -> Iterator[Line]:
    """The part of a province, or of all whose task is not published, at the asked total.

    Args:
        reading: the run.
        province: code.
    """
    national = reading.result.national_total
    if national is None or not national.what_if:
        return
    for division in reading.result.divisions:
        codes = {claim.code for claim in division.claims}
        if division.stage == "task" and division.scale is not None and codes & {province, OTHERS}:
            claimant = province if province in codes else OTHERS
            claim = next(one for one in division.claims if one.code == claimant)
            what = "amv task" if division.kind == "amv" else "task"
            yield _kept(reading, division, national, what)
            yield from rounded(reading, division, claim, f"At that scale, the {what} of")


def _kept(reading: Reading, division: Division, national: NationalTotal, what: str) -> Line:
    """What is scaled, and to how many places."""
    weights = sum(int(claim.weight) for claim in division.claims)
    exact = Fraction(weights * national.total, national.published)
    redone = f"{weights:,} x {national.total:,} / {national.published:,} {worth(exact)}"
    return line(
        f"The scenario asks what if the national total were {national.total:,} places instead of "
        f"{national.published:,}. Every published {what} keeps its proportion to the national "
        f"total{_others(division, what)}: an estimate.",
        f"{redone}, rounded to the nearest whole number: {division.total:,}",
        reading.source_of_the_raming,
        reading.setting(SETTING),
        rows=division.term_rows,
    )


def _others(division: Division, what: str) -> str:
    left = next((int(one.weight) for one in division.claims if one.code == OTHERS), None)
    if left is None:
        return ""
    return f", and so does what they leave of the national {what}, {left:,} places"


def regions_scaled(reading: Reading, province: str) -> Iterator[Line]:
    """The parts of the regions of a province, which keep their proportions too."""
    for division in reading.result.divisions:
        if division.stage == "task" and division.area == province != COUNTRY:
            what = "amv task" if division.kind == "amv" else "task"
            yield line(
                f"Its regions keep their parts of the {what}, as published: an estimate.",
                "",
                reading.setting(SETTING),
                rows=division.term_rows,
            )
            for claim in division.claims:
                yield from rounded(reading, division, claim, f"The {what} of")
