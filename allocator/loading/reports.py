# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Provincial reports: what provinces said they have, where the scenario does not say it itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from allocator.apportionment import apportion
from allocator.loading.reference import ReferenceTables
from allocator.loading.reference_rows import ProvinceFigureRow
from allocator.loading.scenario_file import ScenarioFile
from models.fault import Faults
from models.national import ReportedPlaces
from models.offer import Offer, Status
from models.places import Places
from models.problem import Notice
from models.scenario import Scenario
from models.territory import Territory

# What is reported is there or guaranteed; the plans of a report are promising ones or others, and
# the decision took the promising ones over (letter of 20 December 2024).
STATUSES_OF: dict[str, set[Status]] = {
    "reported": {"guaranteed"},
    "guaranteed": {"guaranteed"},
    "intended": {"likely", "intended"},
}


def check_statuses(file: ScenarioFile, scenario: Scenario, faults: Faults) -> None:
    """Most reports have one figure, of what is there: without that nothing of them is left."""
    if scenario.reports is not None and "guaranteed" not in scenario.counting.statuses:
        faults.add(
            "reports-without-guaranteed",
            file.place("counting", "statuses"),
            "most reports tell one figure, of guaranteed places, and the scenario does not count "
            "those",
            "Add guaranteed to counting.statuses, or leave `reports` out.",
        )


def check_provinces_close(file: ScenarioFile, scenario: Scenario, faults: Faults) -> None:
    """Reports and takeovers are of whole provinces, so those have to be what closes."""
    if scenario.distribution.by == "province":
        return
    asked = {
        ("reports",): scenario.reports is not None,
        ("national", "takeover"): scenario.national.takeover != "none",
    }
    for path, is_asked in asked.items():
        if is_asked:
            faults.add(
                "only-by-province",
                file.place(*path),
                f"{'.'.join(path)} is about whole provinces, and here each region closes on its "
                "own",
                "Write distribution: {by: province}, or leave this out.",
            )


def reported_places(
    scenario: Scenario,
    tables: ReferenceTables,
    parts: Mapping[str, Places],
    offers: Sequence[Offer],
) -> tuple[tuple[ReportedPlaces, ...], tuple[str, ...]]:
    """The figures of reports that count, and the provinces whose report is not known.

    A figure counts where the scenario counts any status that it may have (`STATUSES_OF`). A
    province of which the scenario gives places itself is taken at that.
    """
    if scenario.reports is None:
        return (), ()
    accepted = {
        figure for figure, may in STATUSES_OF.items() if may & set(scenario.counting.statuses)
    }
    own = set(_own(scenario, tables.territory, offers))
    counts = [
        row
        for row in tables.province_figures
        if row.raming == scenario.raming and row.figure in accepted and row.area not in own
    ]
    found = [
        one
        for area, part in parts.items()
        for one in figures_that_count([row for row in counts if row.area == area], part)
    ]
    told = own | {one.area for one in found}
    return tuple(found), tuple(sorted(set(parts) - told))


def _own(scenario: Scenario, territory: Territory, offers: Sequence[Offer]) -> list[str]:
    """The provinces of which the scenario gives places itself."""
    places = [offer.municipality for offer in offers]
    places += [code for pooled in scenario.pooled_offers for code in pooled.candidates]
    return [
        *(territory.municipalities[code].province for code in places),
        *(unlocated.province for unlocated in scenario.unlocated_offers),
    ]


def figures_that_count(rows: Sequence[ProvinceFigureRow], task: Places) -> Iterator[ReportedPlaces]:
    """The figures of one province; amv parts that are not published are pro rata of the task.

    Where the task follows the key, which is asked later, they are pro rata of the national need.

    They are estimated once, for all such figures together: each has what it adds to the estimate
    of those before it, so no rounding is done twice.
    """
    total_before = amv_before = 0
    for row in rows:
        amv = row.amv
        if amv is None:
            total_before += row.total
            amv = _pro_rata(total_before, task) - amv_before
            amv_before += amv
        yield ReportedPlaces.model_validate(
            {
                "area": row.area,
                "figure": row.figure,
                "total": row.total,
                "amv": row.amv,
                "places": {"regular": row.total - amv, "amv": amv},
                "row": row.row,
                "note": row.note,
            }
        )


def _pro_rata(total: int, task: Places) -> int:
    """The amv part of so many places; of two exact halves the regular place goes first."""
    weights = {"amv": task.amv, "regular": task.regular if task else 1}
    return apportion(weights, total, "sainte_lague", lots=["regular", "amv"]).seats["amv"]


def notices_of_reports(
    scenario: Scenario,
    tables: ReferenceTables,
    reports: Sequence[ReportedPlaces],
    unreported: Sequence[str],
    parts: Mapping[str, Places],
) -> list[Notice]:
    """What is left out, what is estimated, and what the scenario says in place of a report."""
    if scenario.reports is None:
        return []
    said = []
    estimated = sorted({one.area for one in reports if one.amv is None})
    told = {
        row.area
        for row in tables.province_figures
        if row.raming == scenario.raming and row.figure in STATUSES_OF
    }
    own = sorted(told & set(parts) - set(unreported) - {one.area for one in reports})
    if unreported:
        said.append(
            Notice(
                code="report-not-known",
                message=f"no report is known of {_names(tables.territory, unreported)}: what it "
                "has is in no sum, and no municipality there gets a rest",
            )
        )
    if estimated:
        said.append(
            Notice(
                code="report-estimated",
                message="the amv part of the report is an estimate, pro rata of the task, for "
                + _names(tables.territory, estimated),
            )
        )
    if own:
        said.append(
            Notice(
                code="report-not-used",
                message=f"the scenario gives the places of {_names(tables.territory, own)} itself, "
                "so the report does not count beside them",
            )
        )
    return said


def _names(territory: Territory, codes: Sequence[str]) -> str:
    return ", ".join(territory.name(code) for code in codes)
