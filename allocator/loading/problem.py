# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The finished problem: a scenario as it was read, with everything that it needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from allocator.loading.coded import with_codes
from allocator.loading.cycles import check_cycle, cycle_steps, days_that_bind, other_tasks
from allocator.loading.doubles import doubles
from allocator.loading.files_read import FilesRead, read_files
from allocator.loading.known_tasks import KnownTasks, known_tasks
from allocator.loading.named_tables import notices_of_tables
from allocator.loading.names import Resolver
from allocator.loading.notices import (
    other_cycle,
    sums_of_merged,
    thin_scores,
    what_if_total,
    without_effect,
)
from allocator.loading.offer_changes import notices_of_changes
from allocator.loading.pledges import check_pledges
from allocator.loading.proposals import check_merging
from allocator.loading.redivisions import check_redivisions
from allocator.loading.reference import ReferenceTables
from allocator.loading.reports import (
    check_provinces_close,
    check_statuses,
    notices_of_reports,
    reported_places,
)
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.tasks import check_regions_close, mismatches
from models.exchange import Exchange
from models.fault import Faults
from models.national import ReportedPlaces
from models.problem import InputFile, Notice, Problem
from models.scenario import Scenario
from models.territory import Municipality

# What a run draws on.
TABLES_OF_A_RUN = (
    "aliases",
    "cycles",
    "indicative",
    "municipalities",
    "neighbours",
    "population",
    "provinces",
    "ramingen",
    "region_figures",
    "regions",
    "ses_woa",
)


def finished(
    file: ScenarioFile,
    tables: ReferenceTables,
    receipts: Sequence[InputFile],
    faults: Faults,
) -> Problem:
    """The problem that a scenario poses.

    Args:
        file: the scenario, with the names that people wrote.
        tables: the reference tables.
        receipts: of the files that say what the scenario is.
        faults: what was found wrong already.

    Raises:
        InputError: with all that is wrong.
    """
    resolver = Resolver(file, tables.territory, faults)
    scenario = with_codes(file, resolver)
    scope = _scope(tables, resolver.provinces)
    codes = {municipality.code for municipality in scope}
    known = known_tasks(file, scenario, tables, resolver, faults)
    _check_settings(file, scenario, tables, known, faults)
    steps = cycle_steps(tables)
    lines = resolver.lines()
    check_cycle(scenario, steps, lines, faults)
    cycle = days_that_bind(scenario, steps)
    read = read_files(file, scenario, tables, codes, cycle, faults)
    parts = known.proportions(resolver.provinces)
    reports, unreported = reported_places(scenario, tables, parts, read.offers)
    _check_exchanges_beside_reports(file, tables, read.exchanges, reports, unreported, faults)
    faults.raise_if_any()
    beside = [] if scenario.reports is None else ["province_figures"]
    if any(one.id in tables.agreements for one in read.exchanges):
        beside.append("exchanges")
    return Problem(
        scenario=scenario,
        sha256=scenario.fingerprint(),
        territory=tables.territory,
        municipalities=scope,
        tasks=known.tasks,
        national_total=known.national,
        raming_of_all=known.raming_of_all,
        task_divisions=tuple(one.division for one in known.derived),
        task_ties=tuple(tie for one in known.derived for tie in one.ties),
        published_tasks=known.filled_from,
        region_tasks=known.regions,
        region_shares=known.region_shares,
        follows=known.follows,
        need=known.need,
        told_by_key=known.told_by_key,
        contradicted=read.contradicted,
        published=known.published,
        figures=read.figures,
        offers=read.offers,
        exchanges=read.exchanges,
        lines=lines,
        warnings=(
            *_notices(file, scenario, tables, known, read, codes),
            *other_cycle(file, cycle),
            *notices_of_reports(scenario, tables, reports, unreported, parts),
        ),
        inputs=(*receipts, *read.receipts, *tables.receipts(*TABLES_OF_A_RUN, *beside)),
        lots_from=_lots_from(file, scenario),
        cycle=cycle,
        cycle_steps=steps,
        other_tasks=other_tasks(scenario, tables, lines),
        reports=reports,
        unreported=unreported,
    )


def _check_settings(
    file: ScenarioFile,
    scenario: Scenario,
    tables: ReferenceTables,
    known: KnownTasks,
    faults: Faults,
) -> None:
    """What the settings have to be beside one another and beside the tasks."""
    by_region = scenario.distribution.by == "region"
    if by_region and known.follows == "raming":
        check_regions_close(file, scenario, tables, known.tasks, known.regions, faults)
    if by_region:
        _check_unlocated(file, scenario, faults)
    check_provinces_close(file, scenario, faults)
    check_statuses(file, scenario, faults)
    _check_emergency(file, scenario, tables, faults)
    check_pledges(file, scenario, tables.territory, faults)
    check_merging(file, scenario, tables.territory, faults)
    check_redivisions(file, scenario, tables.territory, faults)


def _notices(
    file: ScenarioFile,
    scenario: Scenario,
    tables: ReferenceTables,
    known: KnownTasks,
    read: FilesRead,
    codes: Collection[str],
) -> Iterator[Notice]:
    """What loading noticed of the figures, the settings and the offers."""
    if known.follows == "raming":
        yield from mismatches(scenario, tables)
    yield from thin_scores(scenario, tables, read.figures, codes)
    yield from without_effect(file, known.follows)
    yield from what_if_total(file, known.national, known.follows, by_region=known.regions_scaled)
    yield from notices_of_changes(read.offers, tables.territory)
    yield from sums_of_merged(scenario, read.figures, tables.territory, codes)
    yield from notices_of_tables(file, tables.territory)
    yield from read.notices
    yield from doubles(file, scenario, read.offers, read.exchanges, tables.territory)


def _lots_from(file: ScenarioFile, scenario: Scenario) -> str:
    """Where the order of lots comes from."""
    if not scenario.distribution.lots:
        return "by CBS code: no lots were drawn"
    return f"drawn: {file.place('distribution', 'lots').quoted}"


def _scope(tables: ReferenceTables, provinces: tuple[str, ...]) -> tuple[Municipality, ...]:
    everywhere = tables.territory.municipalities
    return tuple(
        everywhere[code] for code in sorted(everywhere) if everywhere[code].province in provinces
    )


def _check_unlocated(file: ScenarioFile, scenario: Scenario, faults: Faults) -> None:
    for index, unlocated in enumerate(scenario.unlocated_offers):
        if unlocated.region is None:
            faults.add(
                "unlocated-without-region",
                file.place("unlocated_offers", index),
                "each region closes on its own, and these places name none",
                "Add `region`, or write distribution: {by: province}.",
            )


def _check_exchanges_beside_reports(
    file: ScenarioFile,
    tables: ReferenceTables,
    exchanges: Sequence[Exchange],
    reports: Sequence[ReportedPlaces],
    unreported: Sequence[str],
    faults: Faults,
) -> None:
    """A report holds what was exchanged: Overijssel's counts Kampen's 200 places in Dronten.

    Where the report is not known, nobody can tell what an exchange adds to or takes from.
    """
    reported = {one.area for one in reports}
    for index, exchange in enumerate(exchanges):
        for code in (exchange.giver, exchange.taker):
            one = tables.territory.municipalities[code]
            if one.province in reported:
                faults.add(
                    "exchange-in-report",
                    file.place("exchanges", index),
                    f"{exchange.id}: the report of {tables.territory.name(one.province)}, where "
                    f"{one.name} lies, counts, and holds its exchanges already",
                    "Leave the exchange out, or give the places of that province in the scenario.",
                )
            elif one.province in unreported:
                faults.add(
                    "exchange-without-report",
                    file.place("exchanges", index),
                    f"{exchange.id}: the report of {tables.territory.name(one.province)}, where "
                    f"{one.name} lies, is not known, so its {exchange.places:,} places would be in "
                    "no sum",
                    "Leave the exchange out, or give the places of that province in the scenario.",
                )


def _check_emergency(
    file: ScenarioFile, scenario: Scenario, tables: ReferenceTables, faults: Faults
) -> None:
    """What is there says something only beside a minimum."""
    for region in scenario.emergency.available.keys() - scenario.emergency.minimum.keys():
        faults.add(
            "no-minimum",
            file.place("emergency", "available"),
            f"no minimum is asked of {tables.territory.name(region)}",
            "Write it under emergency.minimum, or leave this out.",
        )
