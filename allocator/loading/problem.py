# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The finished problem: a scenario as it was read, with everything that it needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from allocator.loading.estimated_tasks import filled_from
from allocator.loading.exchanges import read_exchanges
from allocator.loading.figures import key_figures
from allocator.loading.names import Resolver, with_codes
from allocator.loading.national_total import national_total, scaled_rows
from allocator.loading.notices import (
    region_tasks_used,
    thin_scores,
    what_if_total,
    without_effect,
)
from allocator.loading.offer_changes import changed_offers, notices_of_changes
from allocator.loading.offers import read_offers
from allocator.loading.pledges import check_pledges
from allocator.loading.proposals import check_merging
from allocator.loading.reference import ReferenceTables
from allocator.loading.reports import (
    check_provinces_close,
    notices_of_reports,
    reported_places,
)
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.tasks import (
    check_regions_close,
    mismatches,
    province_tasks,
    raming_rows,
    region_tasks,
)
from models.exchange import Exchange
from models.fault import Faults
from models.national import ReportedPlaces
from models.problem import InputFile, Problem
from models.raming import COUNTRY
from models.scenario import Scenario
from models.territory import Municipality

# What a run draws on.
TABLES_OF_A_RUN = (
    "aliases",
    "cycles",
    "exchanges",
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
    rows = raming_rows(file, tables, faults) if resolver.provinces_known else {}
    provinces = {code: resolver.named_at[code] for code in resolver.provinces} if rows else {}
    names = tables.territory.provinces.names
    national = national_total(scenario, rows)
    rows, scaled = scaled_rows(rows, national, names)
    tasks, filled = province_tasks(file, tables, provinces, rows, names, faults)
    regions, regional = region_tasks(file, scenario, tables, tasks, national)
    regions_count = region_tasks_used(scenario)
    derived = (*scaled, *filled, *(regional if regions_count else ()))
    by_region = scenario.distribution.by == "region"
    if by_region or (scenario.distribution.region_tasks and regions_count):
        check_regions_close(file, scenario, tables, tasks, regions, faults)
    if by_region:
        _check_unlocated(file, scenario, faults)
    check_provinces_close(file, scenario, faults)
    _check_emergency(file, scenario, tables, faults)
    check_pledges(file, scenario, tables.territory, faults)
    check_merging(file, scenario, tables.territory, faults)
    cycle = _cycle(scenario, tables)
    with faults.collected():
        exchanges, exchange_files = read_exchanges(
            file, scenario, tables.agreements, tables.territory, codes, cycle, faults
        )
    with faults.collected():
        figures, key_files = key_figures(file, tables, codes, faults)
    with faults.collected():
        offers, offer_files = read_offers(file, tables.territory, codes)
        offers = changed_offers(file, scenario, tables.territory, offers, faults)
    faults.raise_if_any()
    reports, unreported = reported_places(scenario, tables, tasks, offers)
    _check_exchanges_beside_reports(file, tables, exchanges, reports, faults)
    faults.raise_if_any()
    reporting = () if scenario.reports is None else ("province_figures",)
    receipts = [
        *receipts,
        *(content.receipt("key") for content in key_files),
        *(content.receipt("offers") for content in offer_files),
        *(content.receipt("exchanges") for content in exchange_files),
    ]
    return Problem(
        scenario=scenario,
        sha256=scenario.fingerprint(),
        territory=tables.territory,
        municipalities=scope,
        tasks=tasks,
        national_total=national,
        raming_of_all=rows[COUNTRY].total if COUNTRY in rows and set(names) == set(tasks) else None,
        task_divisions=tuple(one.division for one in derived),
        task_ties=tuple(tie for one in derived for tie in one.ties),
        published_tasks=filled_from(scenario, rows, tables) if filled else (),
        region_tasks=regions,
        figures=figures,
        offers=offers,
        exchanges=exchanges,
        lines=resolver.lines(),
        warnings=(
            *mismatches(scenario, tables),
            *thin_scores(scenario, tables, figures, codes),
            *without_effect(file),
            *what_if_total(file, national, by_region=bool(regional) and regions_count),
            *notices_of_changes(offers, tables.territory),
            *notices_of_reports(scenario, tables, reports, unreported, tasks),
        ),
        inputs=(*receipts, *tables.receipts(*TABLES_OF_A_RUN, *reporting)),
        lots_from=_lots_from(file, scenario),
        cycle=cycle,
        reports=reports,
        unreported=unreported,
    )


def _lots_from(file: ScenarioFile, scenario: Scenario) -> str:
    """Where the order of lots comes from."""
    if not scenario.distribution.lots:
        return "by CBS code: no lots were drawn"
    return f"drawn: {file.place('distribution', 'lots').quoted}"


def _cycle(scenario: Scenario, tables: ReferenceTables) -> tuple[date, date] | None:
    """The cycle that the scenario states, or that of its raming."""
    if scenario.cycle:
        return scenario.cycle.from_, scenario.cycle.until
    known = {row.raming: (row.from_, row.until) for row in tables.cycles}
    return known.get(scenario.raming)


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
    faults: Faults,
) -> None:
    """A report holds what was exchanged: Overijssel's counts Kampen's 200 places in Dronten."""
    reported = {one.area for one in reports}
    for exchange in exchanges:
        for code in (exchange.giver, exchange.taker):
            one = tables.territory.municipalities[code]
            if one.province in reported:
                faults.add(
                    "exchange-in-report",
                    file.place("exchanges"),
                    f"{exchange.id}: the report of {tables.territory.name(one.province)}, where "
                    f"{one.name} lies, counts, and holds its exchanges already",
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
