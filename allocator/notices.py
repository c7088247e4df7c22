# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a reader of a run has to know: estimates, totals that differ, what goes above a task."""

from __future__ import annotations

from models.distributed import Distributed
from models.problem import Notice, Problem
from models.share import Shares


def notices_of(problem: Problem, shares: Shares, distributed: Distributed) -> list[Notice]:
    """What a reader of the numbers has to know, besides what loading and counting noticed.

    Args:
        problem: the settings and data.
        shares: what the key gives.
        distributed: how the rest was divided.
    """
    return [
        *_parts(problem),
        *_estimates(problem, shares),
        *_other_totals(problem, shares),
        *_of_reports(problem),
        *distributed.notices,
        *_beyond(distributed),
        *_other_method(problem, distributed),
    ]


def _parts(problem: Problem) -> list[Notice]:
    """What a composite key is made of: no reader of a number has the scenario beside it."""
    key = problem.scenario.key
    if key.name != "composite":
        return []
    parts = ", ".join(f"{part} {name.replace('_', ' ')}" for name, part in key.parts.items())
    return [
        Notice(
            code="key-parts",
            message=f"the key is composite: {parts}; each part is what a municipality has of the "
            "total of the country",
        )
    ]


def _other_method(problem: Problem, distributed: Distributed) -> list[Notice]:
    """Where rules couple kinds or regions the rounding method has no say."""
    method = problem.scenario.distribution.method
    coupled = any(division.method == "least_squares" for division in distributed.divisions)
    if not coupled or method == "sainte_lague":
        return []
    return [
        Notice(
            code="method-not-used",
            message=f"limits bind kinds or regions together, so the places are those with the "
            f"least squares, which sainte_lague minimises; the method {method} has no say in them",
        )
    ]


def _estimates(problem: Problem, shares: Shares) -> list[Notice]:
    said = []
    filled = [code for code, weight in shares.weights.items() if weight.status == "estimated"]
    if filled:
        names = ", ".join(problem.territory.name(code) for code in sorted(filled))
        who = f"all {len(filled)} municipalities" if len(filled) == len(problem.codes) else names
        message = f"the share is an estimate for {who}{_how_filled(problem, shares)}"
        said.append(Notice(code="share-estimated", message=message))
    whole = [task.area for task in problem.tasks.values() if task.total_status == "estimated"]
    if whole:
        names = ", ".join(problem.territory.name(code) for code in whole)
        message = (
            f"the whole task is an estimate for {names}: it is not published, and its shares are "
            "estimates as well"
        )
        said.append(Notice(code="task-estimated", message=message))
    amv = [task.area for task in problem.tasks.values() if task.amv_status == "estimated"]
    if amv:
        names = ", ".join(problem.territory.name(code) for code in amv)
        said.append(
            Notice(code="amv-task-estimated", message=f"the amv task is an estimate for {names}")
        )
    for task in problem.tasks.values():
        if task.amv_status == "derived" != task.total_status:
            name = problem.territory.name(task.area)
            message = (
                f"the amv task of {name}, {task.places.amv:,} places, is derived from published "
                f"figures ({task.row})"
            )
            said.append(Notice(code="amv-task-derived", message=message))
    return said


def _how_filled(problem: Problem, shares: Shares) -> str:
    """By which rule weights were filled, where that is why shares are estimates."""
    rule = problem.scenario.key.missing
    if rule is None or all(weight.filled is None for weight in shares.weights.values()):
        return ""
    how = f"within each {rule.within}" if rule.scaled else "as it is"
    return f"; what the key does not know is filled by the key {rule.fill}, {how}"


def _other_totals(problem: Problem, shares: Shares) -> list[Notice]:
    """Regions whose shares add up to something else than their published task."""
    figures = problem.figures
    if not problem.has_official_numbers:
        return []
    sums: dict[str, int] = {}
    for municipality in problem.municipalities:
        share = shares.places[municipality.code].total
        sums[municipality.region] = sums.get(municipality.region, 0) + share
    return [
        Notice(
            code="region-total-differs",
            message=f"{problem.territory.name(region)}: the shares add up to {total:,}, the "
            f"published regional task is {figures.area_totals[region].total:,}",
        )
        for region, total in sums.items()
        if region in figures.area_totals and figures.area_totals[region].total != total
    ]


def _of_reports(problem: Problem) -> list[Notice]:
    """What the table says beside a figure that is taken: that a later one differs, for instance."""
    return [
        Notice(
            code="report-note",
            message=f"the report of {problem.territory.name(one.area)} is taken at "
            f"{one.total:,} places ({one.row}): {one.note}",
        )
        for one in problem.reports
        if one.note
    ]


def _beyond(distributed: Distributed) -> list[Notice]:
    said = [
        Notice(
            code="over-task",
            message=f"{area.name}: the amv shortage exceeds the whole rest by {area.over_task:,} "
            "places; they come on top of the task",
        )
        for area in distributed.areas
        if area.over_task
    ]
    said += [
        Notice(
            code="surplus",
            message=f"{area.name} counts {area.surplus.total:,} places above its task",
        )
        for area in distributed.areas
        if area.surplus
    ]
    return said
