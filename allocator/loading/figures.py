# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Figures that distribution keys draw on: reference tables and the user's own column."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from fractions import Fraction

from allocator.loading.files import Content
from allocator.loading.reference import ReferenceTables
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.user_column import user_column
from models.fault import Faults
from models.problem import Cell, KeyFigures, PublishedShare


def key_figures(
    file: ScenarioFile, tables: ReferenceTables, codes: Collection[str], faults: Faults
) -> tuple[KeyFigures, list[Content]]:
    """What the keys draw on, for the municipalities of the scenario.

    Returns:
        The figures, and the files of the user that were read for them.
    """
    key, year = file.scenario.key, file.scenario.population
    raming = key.raming or file.scenario.raming
    _check_year(file, tables, faults)
    found = file.kept.once(
        ("figures", raming, year, frozenset(codes)), lambda: _figures(tables, raming, year, codes)
    )
    if "column" not in (key.name, key.missing and key.missing.fill):
        return found, []
    column, contents = user_column(file, tables, set(codes), faults)
    return replace(found, column=column), contents


def _figures(tables: ReferenceTables, raming: str, year: int, codes: Collection[str]) -> KeyFigures:
    return KeyFigures(
        quantities=_quantities(tables, _inhabitants(tables, year, codes)),
        scores={row.code: Cell(row.score, row.row) for row in tables.ses_woa if row.code in codes},
        published={
            row.code: PublishedShare(row.total, row.amv, row.row)
            for row in tables.indicative
            if row.raming == raming and row.code in codes
        },
        published_raming=raming,
        area_totals={**_province_totals(tables, raming), **region_totals(tables, raming)},
        column={},
    )


def region_totals(tables: ReferenceTables, raming: str) -> dict[str, PublishedShare]:
    """The published task per region in one version of the raming."""
    figures = {
        (row.region, row.kind): row
        for row in tables.region_figures
        if row.raming == raming and row.figure == "task"
    }
    found = {}
    for (region, kind), row in figures.items():
        if kind == "total":
            amv = figures.get((region, "amv"))
            minors, amv_row = (amv.places, amv.row) if amv else (None, "")
            found[region] = PublishedShare(row.places, minors, row.row, amv_row)
    return found


def _province_totals(tables: ReferenceTables, raming: str) -> dict[str, PublishedShare]:
    return {
        row.area: PublishedShare(row.total, row.amv, row.row)
        for row in tables.ramingen
        if row.raming == raming
    }


def _check_year(file: ScenarioFile, tables: ReferenceTables, faults: Faults) -> None:
    year = file.scenario.population
    known = tables.years
    if year not in known:
        faults.add(
            "unknown-year",
            file.place("population"),
            f"no population of {year}",
            f"There are {', '.join(map(str, known))}.",
        )


def _inhabitants(tables: ReferenceTables, year: int, codes: Collection[str]) -> dict[str, Cell]:
    return {
        row.code: Cell(Fraction(row.inhabitants), row.row)
        for row in tables.population
        if row.date.year == year and row.code in codes
    }


def _quantities(
    tables: ReferenceTables, inhabitants: Mapping[str, Cell]
) -> dict[str, dict[str, Cell]]:
    found: dict[str, dict[str, Cell]] = {
        "inhabitants": dict(inhabitants),
        "households": {},
        "land_area": {},
        "income": {},
        "property_value": {},
    }
    for row in tables.municipalities:
        if row.code not in inhabitants:
            continue
        people = inhabitants[row.code].value
        found["households"][row.code] = Cell(Fraction(row.households), row.row)
        found["land_area"][row.code] = Cell(row.land_area_km2, row.row)
        if row.income_per_inhabitant_keur is not None:
            found["income"][row.code] = Cell(people * row.income_per_inhabitant_keur, row.row)
        if row.mean_property_value_keur is not None:
            value = Fraction(row.households * row.mean_property_value_keur)
            found["property_value"][row.code] = Cell(value, row.row)
    return found
