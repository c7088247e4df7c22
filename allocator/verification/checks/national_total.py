# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of another national total: every task keeps its part of the country's."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts, numbers
from models.division import Division
from models.raming import COUNTRY, OTHERS
from models.result import ProvinceResult


@check
def tell_national_total(facts: Facts) -> Iterator[Finding]:
    """The national total that is told is the one that the scenario asks for."""
    told = facts.result.national_total
    total = None if told is None else told.total
    asked = facts.settings.task.national_total
    yield same("tell_national_total", total, asked, "the national total asked")
    if facts.result.follows == "key":
        yield Finding("tell_national_total", not _scaled(facts), "tasks are scaled, and of the key")
        return
    kinds = [one.kind for one in _scaled(facts)]
    known = kinds in (["total"], ["total", "amv"]) if facts.what_if else not kinds
    yield Finding("tell_national_total", known, f"figures that follow it: {', '.join(kinds)}")
    country = [
        one
        for one in facts.result.published_tasks
        if (one.raming, one.area) == (facts.result.raming, COUNTRY) and one.amv is not None
    ]
    told_amv = not facts.what_if or not country or "amv" in kinds
    yield Finding("tell_national_total", told_amv, "the amv task of the country does not follow")


@check
def scale_tasks(facts: Facts) -> Iterator[Finding]:
    """With another national total each task keeps its part of it, to the nearest whole place."""
    told = facts.result.national_total
    if told is None or not facts.what_if or facts.result.follows == "key":
        return
    for division in _scaled(facts):
        name = f"scale_tasks[{division.kind}]"
        scale = Fraction(told.total, told.published)
        yield same(name, division.scale, scale, "the asked total, of the published one")
        weights = {claim.code: claim.weight for claim in division.claims}
        # Twice the places are within one of twice what is exact; half a place goes up.
        exact, shared = 2 * sum(weights.values()) * scale, 2 * division.total
        yield Finding(name, shared - 1 <= exact < shared + 1, f"{division.total} of {exact / 2}")
        if division.kind == "total" and OTHERS in weights:
            yield same(name, sum(weights.values()), told.published, "the published tasks add up to")
        yield from _left_to_others(facts, division)
    for province in facts.result.provinces:
        if province.code not in facts.settings.task.provinces:
            yield from _of_province(facts, province)


def _scaled(facts: Facts) -> list[Division]:
    return [one for one in facts.divisions("task") if one.scale is not None]


def _left_to_others(facts: Facts, scaled: Division) -> Iterator[Finding]:
    """What fills the tasks that are not published is the part of all other provinces."""
    if scaled.kind == "amv" and facts.settings.task.missing_amv == "as_known":
        return  # in the proportion of those that are published, whatever is left
    others = [claim.places for claim in scaled.claims if claim.code == OTHERS]
    for one in facts.divisions("task"):
        if one.area == COUNTRY and one.scale is None and one.kind == scaled.kind and others:
            name = f"scale_tasks[{scaled.kind}]"
            yield same(name, [one.total], others, "what is left for all other provinces")


def _of_province(facts: Facts, province: ProvinceResult) -> Iterator[Finding]:
    task = numbers(province.task)
    yield same(f"scale_tasks[{province.code}]", province.task_status, "estimated", "the task is")
    for division in _scaled(facts):
        for claim in division.claims:
            if claim.code == province.code:
                name = f"scale_tasks[{province.code}.{division.kind}]"
                yield same(name, task[str(division.kind)], claim.places, f"{division.kind} task")


@check
def scale_regions(facts: Facts) -> Iterator[Finding]:
    """With another national total the regions of a province keep their parts of its task."""
    provinces = {one.code: numbers(one.task) for one in facts.result.provinces}
    for division in facts.divisions("task"):
        if division.area == COUNTRY:
            continue
        kind = str(division.kind)
        name = f"scale_regions[{division.area}.{kind}]"
        yield Finding(name, facts.what_if, "only another national total scales regions")
        task = provinces.get(division.area, {}).get(kind)
        yield same(name, division.total, task, "the task of the province")
        for claim in division.claims:
            told = _told_of_region(facts, claim.code, kind)
            if told is not None and claim.code not in facts.settings.distribution.region_tasks:
                name = f"scale_regions[{claim.code}.{kind}]"
                yield same(name, told, claim.places, "the task of the region")


def _told_of_region(facts: Facts, region: str, kind: str) -> int | None:
    """The task that a region closes on, or that its shares are shared out of."""
    if region in facts.areas:
        return numbers(facts.areas[region].task)[kind]
    shared = [
        one.total for one in facts.divisions("share") if (one.area, one.kind) == (region, kind)
    ]
    return shared[0] if shared else None
