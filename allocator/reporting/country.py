# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the country: the account of each province, and who takes over from whom."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.reporting.pages import Cell, Page, Sheet, with_total
from models.national import Balance, Country
from models.result import RunResult


def country_pages(result: RunResult) -> Iterator[Page]:
    """Surplus and shortage per province, and the takeovers; nothing where nobody asked."""
    country = result.country
    if country is None:
        return
    columns = (">task", ">counted", ">surplus", ">takes over", ">short", ">handed over", ">left")
    unknown = [one.name for one in country.provinces if not one.known]
    left_out = f" Not known, and in no sum: {', '.join(unknown)}." if unknown else ""
    left = sum(one.left.total for one in country.provinces if one.known)
    said = (
        f"Of the provinces that are known the decisions are {country.decisions:,} places "
        f"({country.decisions - left:,} that count and {left:,} left to divide), the tasks "
        f"{country.tasks:,}; {country.unused:,} of surplus are taken over by nobody, "
        f"{country.over_task:,} amv places come above a task.{left_out}"
    )
    estimated = result.estimated_provinces
    yield Page(
        "Between provinces",
        (said, *_beside_the_raming(result, country), *_of_estimates(estimated)),
        sheet=with_total(
            ("Province", *columns, "e"),
            [(*_row(one), _mark(one.code in estimated)) for one in country.provinces if one.known],
        ),
    )
    names = {one.code: one.name for one in country.provinces}
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            names[one.giver],
            names[one.taker],
            one.kind,
            one.places,
            one.distance_km,
            _mark(bool({one.giver, one.taker} & estimated)),
        )
        for one in result.takeovers
    )
    if rows:
        yield Page(
            "Who takes over from whom",
            (
                "Distances between the middles of provinces: the mean of their municipalities.",
                *_per_kind(result),
            ),
            sheet=Sheet(("Takes over", "From", "Kind", ">places", ">km", "e"), rows),
        )


def _of_estimates(estimated: set[str]) -> Iterator[str]:
    if estimated:
        yield (
            "e = how many of the places are amv places is an estimate, so that what is taken over "
            "of each kind is one too."
        )


def _beside_the_raming(result: RunResult, country: Country) -> Iterator[str]:
    """All decisions if the provinces that are not known decide their tasks, and the raming."""
    raming = country.raming
    if raming is None:
        return
    unknown = sum(one.task.total for one in country.provinces if not one.known)
    everything = country.decisions + unknown
    beyond = everything - raming
    compared = f"{abs(beyond):,} {'above' if beyond > 0 else 'below'} it" if beyond else "as much"
    tasks = country.tasks + unknown - raming
    why = f"; the tasks of the provinces add up to {country.tasks + unknown:,}" if tasks else ""
    others = f" With the tasks of the others, {unknown:,}, the" if unknown else " The"
    yield (
        f"The raming is {raming:,} places in all.{others} decisions are {everything:,}: "
        f"{compared}{why}."
    )


def _per_kind(result: RunResult) -> Iterator[str]:
    """Why takeovers in proportion are not in proportion of both kinds together."""
    national = result.scenario.settings.get("national")
    if isinstance(national, dict) and national.get("takeover") == "proportional":
        yield (
            "In proportion to what each is short of a kind, for each kind apart: of both kinds "
            "together it need not be in proportion."
        )


def _mark(estimated: bool) -> str:
    return "e" if estimated else ""


def _row(one: Balance) -> tuple[Cell, ...]:
    parts = (one.task, one.counted, one.surplus, one.takes_over, one.shortage, one.handed_over)
    return (one.name, *(places.total for places in parts), one.left.total)
