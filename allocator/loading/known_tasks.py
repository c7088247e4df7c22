# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tasks of a scenario: of its provinces and regions, published, filled or scaled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from allocator.apportionment.division import Divided
from allocator.loading.estimated_tasks import filled_from
from allocator.loading.names import Resolver
from allocator.loading.national_total import national_total, scaled_rows
from allocator.loading.notices import region_tasks_used
from allocator.loading.reference import ReferenceTables
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.tasks import province_tasks, raming_rows, region_tasks
from models.fault import Faults
from models.raming import COUNTRY, NationalTotal, PublishedTask, Task
from models.scenario import Scenario


@dataclass(frozen=True, slots=True)
class KnownTasks:
    """What is known of the tasks.

    Attributes:
        national: the national total, where the scenario asks for one.
        tasks: per province code of the scenario.
        regions: per region code.
        derived: how the tasks that are not published, or are scaled, were shared out.
        published: the published tasks behind those that were filled; empty where none was.
        regions_scaled: whether tasks of regions follow another national total, and count.
        raming_of_all: the national total, where the scenario has all provinces.
    """

    national: NationalTotal | None
    tasks: Mapping[str, Task]
    regions: Mapping[str, Task]
    derived: tuple[Divided, ...]
    published: tuple[PublishedTask, ...]
    regions_scaled: bool
    raming_of_all: int | None


def known_tasks(
    file: ScenarioFile,
    scenario: Scenario,
    tables: ReferenceTables,
    resolver: Resolver,
    faults: Faults,
) -> KnownTasks:
    """The tasks of a scenario, with how those came about that are not published as they are.

    Args:
        file: the scenario as written.
        scenario: the same with codes for names.
        tables: with every version of the raming.
        resolver: knows where each province is named.
        faults: what was found wrong; a version that does not exist is added.
    """
    rows = raming_rows(file, tables, faults) if resolver.provinces_known else {}
    provinces = {code: resolver.named_at[code] for code in resolver.provinces} if rows else {}
    names = tables.territory.provinces.names
    national = national_total(scenario, rows)
    rows, scaled = scaled_rows(rows, national, names)
    tasks, filled = province_tasks(file, tables, provinces, rows, names, faults)
    regions, regional = region_tasks(file, scenario, tables, tasks, national)
    counted = regional if region_tasks_used(scenario) else ()
    return KnownTasks(
        national=national,
        tasks=tasks,
        regions=regions,
        derived=(*scaled, *filled, *counted),
        published=filled_from(scenario, rows, tables) if filled else (),
        regions_scaled=bool(counted),
        raming_of_all=rows[COUNTRY].total if COUNTRY in rows and set(names) == set(tasks) else None,
    )
