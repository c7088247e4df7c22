# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the country: the account of each province, and who takes over from whom."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.reporting.pages import Cell, Page, Sheet, with_total
from models.national import Balance
from models.result import RunResult


def country_pages(result: RunResult) -> Iterator[Page]:
    """Surplus and shortage per province, and the takeovers; nothing where nobody asked."""
    country = result.country
    if country is None:
        return
    columns = (">task", ">counted", ">surplus", ">takes over", ">short", ">handed over", ">left")
    unknown = [one.name for one in country.provinces if not one.known]
    left_out = f" Not known, and in no sum: {', '.join(unknown)}." if unknown else ""
    said = (
        f"Of the provinces that are known the decisions are {country.decisions:,} places, the "
        f"tasks {country.tasks:,}; {country.unused:,} of surplus are taken over by nobody, "
        f"{country.over_task:,} amv places come above a task.{left_out}"
    )
    yield Page(
        "Between provinces",
        (said,),
        sheet=with_total(
            ("Province", *columns), [_row(one) for one in country.provinces if one.known]
        ),
    )
    names = {one.code: one.name for one in country.provinces}
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (names[one.giver], names[one.taker], one.kind, one.places, one.distance_km)
        for one in result.takeovers
    )
    if rows:
        yield Page(
            "Who takes over from whom",
            ("Distances between the middles of provinces: the mean of their municipalities.",),
            sheet=Sheet(("Takes over", "From", "Kind", ">places", ">km"), rows),
        )


def _row(one: Balance) -> tuple[Cell, ...]:
    parts = (one.task, one.counted, one.surplus, one.takes_over, one.shortage, one.handed_over)
    return (one.name, *(places.total for places in parts), one.left.total)
