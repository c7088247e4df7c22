# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tasks: what one version of the raming asks of provinces and regions."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from allocator.apportionment.division import Divided, divide
from allocator.loading.figures import region_totals
from allocator.loading.reference import ReferenceTables
from allocator.loading.reference_rows import RamingRow
from allocator.loading.scenario_file import ScenarioFile
from models.fault import Faults, Place, nearest, quoted
from models.places import Places
from models.problem import Notice
from models.raming import Task
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
    provinces: Mapping[str, Place],
    rows: Mapping[str, RamingRow],
    names: Mapping[str, str],
    faults: Faults,
) -> tuple[dict[str, Task], tuple[Divided, ...]]:
    """The task per province of the scenario, and how unpublished amv tasks were shared out.

    Args:
        file: the scenario.
        provinces: where each of its provinces is named, by code.
        rows: the raming, by area.
        names: of provinces, by code.
        faults: takes what is missing.
    """
    fill = file.scenario.task.missing_amv and rows
    filled = _estimated_amv(file, rows, faults) if fill else ()
    estimated = {area: places for one in filled for area, places in one.places.items()}
    tasks: dict[str, Task] = {}
    for province, where in provinces.items():
        row = rows.get(province)
        if row is None:
            faults.add(
                "no-task",
                where,
                f"raming {file.scenario.raming} has no published task for {names[province]}",
                "Take another raming, or leave the province out.",
            )
            continue
        amv = row.amv if row.amv is not None else estimated.get(province)
        if amv is None:
            faults.add(
                "no-amv-task",
                where,
                f"raming {row.raming} has no published amv task for {names[province]}",
                "Write task: {missing_amv: pro_rata} to fill it, flagged as an estimate.",
            )
            continue
        tasks[province] = Task(
            area=province,
            places=Places(regular=row.total - amv, amv=amv),
            amv_status="published" if row.amv is not None else "estimated",
            row=row.row,
        )
    used = any(task.amv_status == "estimated" for task in tasks.values())
    return tasks, filled if used else ()


def _estimated_amv(
    file: ScenarioFile, rows: Mapping[str, RamingRow], faults: Faults
) -> tuple[Divided, ...]:
    """What is left of the national amv task, pro rata of the provinces' totals."""
    national = rows.get("NL")
    provinces = {area: row for area, row in rows.items() if area != "NL"}
    unknown = {area: row.total for area, row in provinces.items() if row.amv is None}
    if national is None or national.amv is None:
        faults.add(
            "no-amv-task",
            file.place("task", "missing_amv"),
            f"raming {file.scenario.raming} has no published national amv task to fill from",
            "Take a raming that has one.",
        )
        return ()
    if not unknown:
        return ()
    published = [row for row in provinces.values() if row.amv is not None]
    known = tuple(-(row.amv or 0) for row in published)
    weights = {area: Fraction(total) for area, total in unknown.items()}
    terms = (national.amv, *known)
    return (
        divide(
            "task",
            "NL",
            "amv",
            weights,
            sum(terms),
            method="sainte_lague",
            lots=sorted(weights),
            row=national.row,
            terms=terms,
            term_rows=(national.row, *(row.row for row in published)),
        ),
    )


def region_tasks(
    file: ScenarioFile, scenario: Scenario, tables: ReferenceTables
) -> dict[str, Task]:
    """The task per region: as the scenario states it, else as published with its amv part."""
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
    return {**published, **stated}


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
    return [
        Notice(
            code="published-totals-differ",
            message=f"raming {scenario.raming}: the twelve provinces add up to {ours:,} {what}, "
            f"the published national total is {theirs:,}; both are left as published",
        )
        for what, (ours, theirs) in sums.items()
        if ours != theirs
    ]
