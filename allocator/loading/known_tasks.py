# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tasks of a scenario: published, its own, filled or scaled; or left to the key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from allocator.apportionment.division import Divided
from allocator.loading.estimated_tasks import filled_from, published_task
from allocator.loading.names import Resolver
from allocator.loading.national_need import (
    asks_for_others,
    check_amv_need,
    follows,
    national_need,
)
from allocator.loading.national_total import national_total, scaled_rows
from allocator.loading.notices import region_tasks_used
from allocator.loading.reference import ReferenceTables
from allocator.loading.reference_rows import RamingRow
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.tasks import province_tasks, raming_rows, region_tasks
from models.fault import Faults
from models.places import Places
from models.raming import COUNTRY, Follows, NationalNeed, NationalTotal, PublishedTask, Task
from models.scenario import Scenario


@dataclass(frozen=True, slots=True)
class KnownTasks:
    """What is known of the tasks.

    Attributes:
        follows: what they follow.
        need: of the country; None where it is not known, or its amv part is not.
        national: the national total, where the scenario asks for one.
        tasks: per province code of the scenario; empty where they follow the key.
        published: per province code, what the raming publishes.
        regions: per region code, what it has to close on.
        region_shares: per region code, the published task that published numbers close on.
        derived: how the tasks that are not published, or are scaled, were shared out.
        filled_from: the published tasks behind those that were filled; empty where none was.
        regions_scaled: whether tasks of regions follow another national total, and count.
        raming_of_all: the national total, where the scenario has all provinces.
        told_by_key: whether they stay the raming's although the key asks for others.
    """

    follows: Follows
    need: NationalNeed | None
    national: NationalTotal | None
    tasks: Mapping[str, Task]
    published: Mapping[str, PublishedTask]
    regions: Mapping[str, Task] = field(default_factory=dict)
    region_shares: Mapping[str, Task] = field(default_factory=dict)
    derived: tuple[Divided, ...] = ()
    filled_from: tuple[PublishedTask, ...] = ()
    regions_scaled: bool = False
    raming_of_all: int | None = None
    told_by_key: bool = False

    def proportions(self, provinces: tuple[str, ...]) -> dict[str, Places]:
        """Per province the task, or where the key decides it the need of the country.

        What amv places are of the one or the other is what they are of a figure whose amv part is
        not known.
        """
        if self.follows == "raming":
            return {code: task.places for code, task in self.tasks.items()}
        need = Places()
        if self.need is not None:
            need = Places(regular=self.need.total - self.need.amv, amv=self.need.amv)
        return dict.fromkeys(provinces, need)


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
    names = tables.territory.provinces.names
    everywhere = set(names) == set(resolver.provinces)
    national = national_total(scenario, rows)
    chosen = follows(scenario, rows, everywhere=everywhere)
    what_if = national is not None and national.what_if
    official = scenario.key.name == "published" and scenario.key.raming in (None, scenario.raming)
    by_key = chosen == "key"
    known = KnownTasks(
        follows=chosen,
        need=national_need(file, rows, faults, needed=by_key and (what_if or not official)),
        national=national,
        tasks={},
        published=_published(rows),
    )
    if by_key:
        need = None if known.need is None else known.need.total
        return replace(known, raming_of_all=need if everywhere else None)
    asks = scenario.key.name != "published" and asks_for_others(scenario, rows)
    known = replace(known, told_by_key=asks and known.need is not None)
    return _of_raming(file, scenario, tables, resolver, rows, known, faults)


def _of_raming(
    file: ScenarioFile,
    scenario: Scenario,
    tables: ReferenceTables,
    resolver: Resolver,
    published: Mapping[str, RamingRow],
    known: KnownTasks,
    faults: Faults,
) -> KnownTasks:
    """The tasks as the raming has them, with those that the scenario enters, fills or scales."""
    provinces = {code: resolver.named_at[code] for code in resolver.provinces} if published else {}
    names = tables.territory.provinces.names
    check_amv_need(file, published, faults)
    rows, scaled = scaled_rows(_with_amv_need(file, published), known.national, names)
    rows |= _stated(file, scenario)
    stated = scenario.task.provinces.keys()
    tasks, filled = province_tasks(file, tables, provinces, rows, names, stated, faults)
    regions, shares, regional = region_tasks(file, scenario, tables, tasks, known.national)
    counted = regional if region_tasks_used(scenario) else ()
    everywhere = COUNTRY in rows and set(names) == set(tasks)
    return replace(
        known,
        tasks=tasks,
        regions=regions,
        region_shares=shares,
        derived=(*scaled, *filled, *counted),
        filled_from=filled_from(scenario, rows, tables) if filled else (),
        regions_scaled=bool(counted),
        raming_of_all=rows[COUNTRY].total if everywhere else None,
    )


def _with_amv_need(file: ScenarioFile, rows: Mapping[str, RamingRow]) -> dict[str, RamingRow]:
    """The raming with the amv need that the scenario states, where none is published."""
    asked, country = file.scenario.task.national_amv, rows.get(COUNTRY)
    if asked is None or country is None or country.amv is not None:
        return dict(rows)
    return {**rows, COUNTRY: country.model_copy(update={"amv": asked})}


def _stated(file: ScenarioFile, scenario: Scenario) -> dict[str, RamingRow]:
    """The tasks that the scenario enters itself, as rows of the raming."""
    return {
        area: RamingRow(
            raming=scenario.raming,
            area=area,
            total=own.total,
            amv=own.amv,
            note="",
            source=own.source,
            status="published",
            row=file.place("task", "provinces", area).quoted,
        )
        for area, own in scenario.task.provinces.items()
    }


def _published(rows: Mapping[str, RamingRow]) -> dict[str, PublishedTask]:
    return {area: published_task(row) for area, row in rows.items() if area != COUNTRY}
