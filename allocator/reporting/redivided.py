# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of redivisions: what municipalities have from a day on, with those added to them."""

from __future__ import annotations

from allocator.reporting.pages import Page, Sheet
from models.result import RunResult


def redivided_page(result: RunResult) -> Page:
    """From which day what adds up."""
    names = {one.code: one.name for one in result.municipalities}
    rows = tuple(
        (
            one.name,
            str(one.on),
            " + ".join(names[code] for code in one.parts),
            one.share.total,
            one.counted.total,
            one.rest.total if one.rest else None,
            one.decision.total if one.decision else None,
            one.decision.amv if one.decision else None,
        )
        for one in result.redivided
    )
    columns = ("Municipality", "from", "is", ">share", ">counted", ">rest", ">decision", ">amv")
    said = (
        "The decision is of the municipalities of before that day. From then on the numbers of "
        "those that are one add up; nothing is divided again."
    )
    return Page("Redivisions", (said,), sheet=Sheet(columns, rows)) if rows else Page("")
