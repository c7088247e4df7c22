# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the tasks that are not published: filled again from the figures on record."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts
from models.division import Division
from models.raming import COUNTRY, PublishedTask
from models.result import ProvinceResult


@check
def estimate_tasks(facts: Facts) -> Iterator[Finding]:
    """A task that is not published is its province's part of what is left of the country's.

    Likewise its amv part; or that is as large as in the tasks that are published.
    """
    divisions = {
        one.kind: one
        for one in facts.divisions("task")
        if one.area == COUNTRY and one.scale is None
    }
    whole, amv = (
        {claim.code: claim for claim in divisions[kind].claims} if kind in divisions else {}
        for kind in ("total", "amv")
    )
    told = _of_version(facts, facts.settings.raming)
    yield same("estimate_tasks", bool(told), bool(divisions), "whether published tasks are told")
    for province in facts.result.provinces:
        name, claim = f"estimate_tasks[{province.code}]", amv.get(province.code)
        status = _status(facts, province, told, filled=claim is not None)
        yield same(name, province.task_status, status, "the amv task is")
        if facts.settings.distribution.by != "province":
            continue
        if claim is not None:
            yield same(name, province.task.amv, claim.places, "the amv task")
            yield same(name, province.task.total, claim.weight, "the claim to it")
        if province.code in whole:
            yield same(name, province.task.total, whole[province.code].places, "the task")
        elif province.code in told and province.code not in facts.settings.task.provinces:
            yield same(name, province.task.total, told[province.code].total, "the task")
    if "total" in divisions:
        yield from _totals(facts, divisions["total"], told)
    if "amv" in divisions:
        filled = {code: one.places for code, one in whole.items()}
        yield from _amv(facts, divisions["amv"], told, filled)


def _status(
    facts: Facts, province: ProvinceResult, told: dict[str, PublishedTask], *, filled: bool
) -> str:
    """What the amv task of a province is; of a row that is not on record it says so itself."""
    if facts.result.follows == "key":
        shared = facts.result.need
        guessed = shared is not None and shared.need.amv_estimated is not None
        return "estimated" if guessed else "computed"
    own = facts.settings.task.provinces.get(province.code)
    if own is not None and own.amv is not None:
        return "stated"
    if filled or facts.what_if:
        return "estimated"
    if province.code in told:
        return told[province.code].amv_status
    return province.task_status if province.task_status == "derived" else "published"


def _of_version(facts: Facts, version: str | None) -> dict[str, PublishedTask]:
    return {one.area: one for one in facts.result.published_tasks if one.raming == version}


def _totals(facts: Facts, division: Division, told: dict[str, PublishedTask]) -> Iterator[Finding]:
    """What the published tasks leave of the country's, pro rata of those in another version."""
    before = _of_version(facts, facts.settings.task.missing_total)
    known = [one for area, one in told.items() if area != "NL"]
    terms = (told["NL"].total, *(-one.total for one in known))
    rows = (told["NL"].row, *(one.row for one in known))
    yield same("estimate_tasks[total]", division.terms, terms, "what is left of the country's")
    yield same("estimate_tasks[total]", division.term_rows, rows, "the rows of it")
    expected = {
        area: one.total for area, one in before.items() if area != "NL" and area not in told
    }
    weights = {claim.code: claim.weight for claim in division.claims}
    yield same("estimate_tasks[total]", weights, expected, "the tasks in the other version")


def _amv(
    facts: Facts,
    division: Division,
    told: dict[str, PublishedTask],
    filled: dict[str, int],
) -> Iterator[Finding]:
    """What is left of the country's amv task, or the proportion of the tasks that are published."""
    whole = {area: one.total for area, one in told.items() if area != "NL"} | filled
    known = {area: one.amv for area, one in told.items() if area != "NL" and one.amv is not None}
    expected = {area: places for area, places in whole.items() if area not in known}
    weights = {claim.code: claim.weight for claim in division.claims}
    yield same("estimate_tasks[amv]", weights, expected, "the whole tasks")
    if facts.settings.task.missing_amv == "as_known":
        share = Fraction(sum(known.values()), sum(whole[area] for area in known))
        places = floor(sum(expected.values()) * share + Fraction(1, 2))
        yield same("estimate_tasks[amv]", division.total, places, "amv places filled")
        return
    terms = (told["NL"].amv, *(-places for places in known.values()))
    yield same("estimate_tasks[amv]", division.terms, terms, "what is left of the country's")
