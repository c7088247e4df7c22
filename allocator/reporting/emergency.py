# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of emergency places: what every region lacks, and who is asked for how many."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.reporting.pages import Cell, Page, with_total
from models.result import EmergencyResult, RunResult

COLUMNS = ("Municipality", "region", ">decision", ">at most", ">emergency places")


def emergency_page(result: RunResult) -> Page:
    """Who is asked for how many emergency places, per region."""
    rows = list(_asked(result))
    spread = any(one.stage == "unlocated" for one in result.divisions)
    said = (
        "At most: the decision, and of the places that belong to no municipality a part pro rata "
        "of the shares, an estimate."
    )
    return Page(
        "Emergency places per region",
        (said,) if spread and rows else (),
        items=tuple(_region(one) for one in result.emergency),
        sheet=with_total(COLUMNS, rows) if rows else None,
    )


def _region(one: EmergencyResult) -> str:
    where = "within" if one.within_task else "on top of"
    said = (
        f"{one.name}: at least {one.minimum:,}, {one.available:,} are there; {one.asked:,} are "
        f"asked {where} the decisions, pro rata of the shares"
    )
    if one.short is None:
        said += "; there are no decisions to be a part of, so nobody is asked"
    elif one.short:
        said += f", {one.short:,} of them of nobody, as the decisions are too few"
    return f"{said}."


def _asked(result: RunResult) -> Iterator[tuple[Cell, ...]]:
    municipalities = {one.code: one for one in result.municipalities}
    for division in result.divisions:
        for claim in division.claims if division.stage == "emergency" else ():
            one = municipalities[claim.code]
            decided = one.decision.total if one.decision else None
            yield one.name, one.region, decided, claim.maximum, claim.places
