# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tasks: what one version of the raming asks of provinces and regions."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from allocator.apportionment.division import Divided
from allocator.loading.estimated_tasks import missing_amv, missing_totals
from allocator.loading.figures import region_totals
from allocator.loading.national_total import scaled_regions
from allocator.loading.reference import ReferenceTables
from allocator.loading.reference_rows import RamingRow
from allocator.loading.scenario_file import ScenarioFile
from models.fault import Faults, Place, nearest, quoted
from models.places import Places
from models.problem import Notice
from models.raming import NationalTotal, Task, TaskStatus
from models.scenario import Scenario


def raming_rows(
    file: ScenarioFile, tables: ReferenceTables, faults: Faults
) -> dict[str, RamingRow]:
    """The rows of the scenario's raming by area; a fault when there is no such version."""
    version = file.scenario.raming
    rows = {row.area: row for row in tables.ramingen if row.raming == version}
    if not rows:
        known = sorted({row.raming for row in tables.ramingen})
        faults.add(
            "unknown-raming",
            file.place("raming"),
            f"there is no raming {quoted(version)}{nearest(version, known)}",
            f"The versions are {', '.join(known)}.",
        )
    return rows


def province_tasks(
    file: ScenarioFile,
    tables: ReferenceTables,
    provinces: Mapping[str, Place],
    rows: Mapping[str, RamingRow],
    names: Mapping[str, str],
    stated: Collection[str],
    faults: Faults,
) -> tuple[dict[str, Task], tuple[Divided, ...]]:
    """The task per province of the scenario, and how unpublished tasks were shared out.

    Args:
        file: the scenario.
        tables: with every version of the raming.
        provinces: where each of its provinces is named, by code.
        rows: the raming, by area.
        names: of provinces, by code.
        stated: codes of those whose task the scenario enters itself.
        faults: takes what is missing.
    """
    totals = missing_totals(file, tables, rows, names, faults) if rows else ()
    whole = {area: row.total for area, row in rows.items()} | _places(totals)
    amvs = missing_amv(file, rows, whole, faults) if rows else ()
    estimated = _places(amvs)
    tasks: dict[str, Task] = {}
    for province, where in provinces.items():
        row = rows.get(province)
        if province not in whole:
            faults.add(
                "no-task",
                where,
                f"raming {file.scenario.raming} has no published task for {names[province]}",
                "Enter it under task.provinces with its source, take another raming, leave the "
                'province out, or write task: {missing_total: "2024"} to fill it, flagged as an '
                "estimate.",
            )
            continue
        known = row.amv if row is not None else None
        status: TaskStatus | None = row.status if row is not None else None
        if province in stated:
            status = "stated"
        amv = known if known is not None else estimated.get(province)
        if amv is None:
            faults.add(
                "no-amv-task",
                where,
                f"raming {file.scenario.raming} has no published amv task for {names[province]}",
                "Enter it under task.provinces, or write task: {missing_amv: pro_rata} to fill it, "
                "flagged as an estimate.",
            )
            continue
        tasks[province] = Task(
            area=province,
            places=Places(regular=whole[province] - amv, amv=amv),
            total_status=status or "estimated",
            amv_status=_amv_status(row, status),
            row=row.row if row is not None else "",
        )
    used = {area for area, task in tasks.items() if task.amv_status == "estimated"}
    return tasks, tuple(one for one in (*totals, *amvs) if used & one.places.keys())


def _amv_status(row: RamingRow | None, status: TaskStatus | None) -> TaskStatus:
    """That of the amv part by itself, or of the row; an amv part that no row has is estimated."""
    if row is None or row.amv is None or status is None:
        return "estimated"
    return row.amv_status or status


def _places(filled: tuple[Divided, ...]) -> dict[str, int]:
    return {area: places for one in filled for area, places in one.places.items()}


def region_tasks(
    file: ScenarioFile,
    scenario: Scenario,
    tables: ReferenceTables,
    tasks: Mapping[str, Task],
    national: NationalTotal | None,
) -> tuple[dict[str, Task], dict[str, Task], tuple[Divided, ...]]:
    """The task per region: as the scenario states it, else as published with its amv part.

    With another national total the published ones are scaled.

    Returns:
        What each region has to close on; the published ones alone, on which published numbers
        close whatever the scenario states; and how they were scaled.

    Args:
        file: the scenario as written.
        scenario: the same with codes for names.
        tables: with the figures of regions.
        tasks: of the provinces of the scenario.
        national: the national total that is asked.
    """
    published = {
        region: Task(
            area=region,
            places=Places(regular=one.total - one.amv, amv=one.amv),
            row=one.row,
            amv_row=one.amv_row,
        )
        for region, one in region_totals(tables, scenario.raming).items()
        if one.amv is not None
    }
    stated = {
        region: Task(
            area=region,
            places=places,
            row=file.place("distribution", "region_tasks", region).quoted,
        )
        for region, places in scenario.distribution.region_tasks.items()
    }
    if national is None or not national.what_if:
        return {**published, **stated}, published, ()
    scaled, divided = scaled_regions(published, tasks, tables.territory)
    return {**scaled, **stated}, scaled, divided


def check_regions_close(
    file: ScenarioFile,
    scenario: Scenario,
    tables: ReferenceTables,
    tasks: Mapping[str, Task],
    regions: Mapping[str, Task],
    faults: Faults,
) -> None:
    """Where regions close on their own: their tasks are all known or none, and add up."""
    where = file.place("distribution", "region_tasks")
    for province, task in tasks.items():
        name = tables.territory.name(province)
        inside = {row.code: row.name for row in tables.regions if row.province == province}
        known = [regions[code].places for code in inside if code in regions]
        if not known:
            continue
        if len(known) < len(inside):
            missing = ", ".join(name for code, name in inside.items() if code not in regions)
            faults.add(
                "regions-incomplete",
                where,
                f"{name}: the tasks of some regions are known, but not of {missing}",
                "State all of them in distribution.region_tasks.",
            )
        elif (total := sum(p.total for p in known), amv := sum(p.amv for p in known)) != (
            task.places.total,
            task.places.amv,
        ):
            faults.add(
                "regions-do-not-close",
                where,
                f"{name}: the regions add up to {total} places of which {amv} amv; the task is "
                f"{task.places.total} of which {task.places.amv}",
                "Correct distribution.region_tasks.",
            )


def mismatches(scenario: Scenario, tables: ReferenceTables) -> list[Notice]:
    """Published totals of the raming that do not add up: said, never repaired."""
    rows = {row.area: row for row in tables.ramingen if row.raming == scenario.raming}
    national = rows.pop("NL", None)
    if national is None or len(rows) < len(tables.provinces):
        return []
    sums = {"places": (sum(row.total for row in rows.values()), national.total)}
    amv = [row.amv for row in rows.values() if row.amv is not None]
    if len(amv) == len(rows) and national.amv is not None:
        sums["amv places"] = (sum(amv), national.amv)
    left = "both are left as published"
    if scenario.task.national_total not in (None, national.total):
        left = "with another national total both keep that proportion"
    return [
        Notice(
            code="published-totals-differ",
            message=f"raming {scenario.raming}: the twelve provinces add up to {ours:,} {what}, "
            f"the published national total is {theirs:,}; {left}",
        )
        for what, (ours, theirs) in sums.items()
        if ours != theirs
    ]
