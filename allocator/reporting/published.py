# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of shares beside the official indicative numbers."""

from __future__ import annotations

from fractions import Fraction

from allocator.reporting.pages import Page, Sheet
from models.result import RunResult


def published_pages(result: RunResult) -> list[Page]:
    """Difference in places and percent, largest first; nothing where nothing is to compare."""
    told = result.published
    if told is None:
        return []
    off = {one.code: Fraction(100 * one.difference, one.published) for one in told.numbers}
    worst = next(one for one in told.numbers if one.code == told.worst)
    said = (
        f"Of {len(told.numbers)} municipalities the official number is known. The shares differ "
        f"from them by {_percent(told.mean_percent)} on average; the worst is {worst.name}, "
        f"{worst.difference:+,} of {worst.published:,} ({_percent(told.worst_percent)})."
    )
    rows = tuple(
        (one.name, one.share, one.published, one.difference, f"{float(off[one.code]):+.1f} %")
        for one in sorted(told.numbers, key=lambda one: (-abs(off[one.code]), one.code))
    )
    columns = ("Municipality", ">share", ">published", ">difference", ">percent")
    return [Page("Beside the published indicative numbers", (said,), sheet=Sheet(columns, rows))]


def _percent(value: Fraction) -> str:
    return f"{float(value):.1f} %"
