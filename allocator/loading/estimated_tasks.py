# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tasks that a version of the raming does not publish: filled as the scenario says, and flagged."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import floor

from allocator.apportionment.division import Divided, divide
from allocator.loading.reference import ReferenceTables
from allocator.loading.reference_rows import RamingRow
from allocator.loading.scenario_file import ScenarioFile
from models.fault import Faults, nearest, quoted
from models.raming import PublishedTask
from models.scenario import Scenario


def filled_from(
    scenario: Scenario, rows: Mapping[str, RamingRow], tables: ReferenceTables
) -> tuple[PublishedTask, ...]:
    """The published tasks that those which are not published are filled from, for the record.

    They are those of the scenario's raming, which may follow another national total, and of the
    version that `task.missing_total` names.
    """
    before = (row for row in tables.ramingen if row.raming == scenario.task.missing_total)
    return tuple(published_task(row) for row in (*rows.values(), *before))


def published_task(row: RamingRow) -> PublishedTask:
    """A row of the raming, for the record."""
    return PublishedTask(
        raming=row.raming,
        area=row.area,
        total=row.total,
        amv=row.amv,
        row=row.row,
        amv_status=row.amv_status or row.status,
    )


def missing_totals(
    file: ScenarioFile,
    tables: ReferenceTables,
    rows: Mapping[str, RamingRow],
    names: Mapping[str, str],
    faults: Faults,
) -> tuple[Divided, ...]:
    """What is left of the national task, pro rata of the tasks in another version.

    Args:
        file: the scenario.
        tables: with every version of the raming.
        rows: the scenario's version, by area.
        names: of all provinces, by code.
        faults: takes what is missing.
    """
    version = file.scenario.task.missing_total
    unknown = [code for code in names if code not in rows]
    if version is None or not unknown:
        return ()
    before = {row.area: row for row in tables.ramingen if row.raming == version}
    if not before.keys() >= set(unknown):
        known = sorted({row.raming for row in tables.ramingen})
        faults.add(
            "unknown-raming",
            file.place("task", "missing_total"),
            f"raming {quoted(version)} has no task for every province{nearest(version, known)}",
            f"The versions are {', '.join(known)}.",
        )
        return ()
    published = [row for area, row in rows.items() if area != "NL"]
    return (_left(rows["NL"], published, "total", {code: before[code].total for code in unknown}),)


def missing_amv(
    file: ScenarioFile, rows: Mapping[str, RamingRow], whole: Mapping[str, int], faults: Faults
) -> tuple[Divided, ...]:
    """The amv tasks that are not published.

    Args:
        file: the scenario.
        rows: its version of the raming, by area.
        whole: the whole task of each area, estimates included.
        faults: takes what is missing.
    """
    rule = file.scenario.task.missing_amv
    published = [row for area, row in rows.items() if area != "NL" and row.amv is not None]
    known = {row.area for row in published}
    unknown = {area: total for area, total in whole.items() if area not in known | {"NL"}}
    if rule is None or not unknown:
        return ()
    if rule == "as_known" and published:
        return (_as_known(published, unknown),)
    if rule == "as_known" or "NL" not in rows or rows["NL"].amv is None:
        what = "amv task of any province" if rule == "as_known" else "national amv task"
        faults.add(
            "no-amv-task",
            file.place("task", "missing_amv"),
            f"raming {file.scenario.raming} has no published {what} to fill from",
            "Take a raming that has one.",
        )
        return ()
    return (_left(rows["NL"], published, "amv", unknown),)


def _left(
    national: RamingRow, published: list[RamingRow], what: str, weights: Mapping[str, int]
) -> Divided:
    """What the published figures leave of the national one, shared out pro rata."""
    known = [getattr(row, what) or 0 for row in published]
    terms = (getattr(national, what), *(-places for places in known))
    return divide(
        "task",
        "NL",
        "amv" if what == "amv" else "total",
        {area: Fraction(weight) for area, weight in weights.items()},
        sum(terms),
        method="sainte_lague",
        lots=sorted(weights),
        row=national.row,
        terms=terms,
        term_rows=(national.row, *(row.row for row in published)),
    )


def _as_known(published: list[RamingRow], unknown: Mapping[str, int]) -> Divided:
    """In the proportion of amv places in the published tasks, to the nearest whole place."""
    amv, total = sum(row.amv or 0 for row in published), sum(row.total for row in published)
    places = floor(Fraction(sum(unknown.values()) * amv, total) + Fraction(1, 2))
    return divide(
        "task",
        "NL",
        "amv",
        {area: Fraction(weight) for area, weight in unknown.items()},
        places,
        method="sainte_lague",
        lots=sorted(unknown),
        terms=(places,),
        term_rows=tuple(row.row for row in published),
    )
