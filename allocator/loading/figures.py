# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Figures that distribution keys draw on: reference tables and the user's own column."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Any

from allocator.loading.files import Content, beside, fault, read
from allocator.loading.names import code_of
from allocator.loading.reference import ReferenceTables
from allocator.loading.rows import decimal_cell
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.tables import read_table
from models.fault import Faults, nearest
from models.problem import Cell, KeyFigures, PublishedShare

CODE_COLUMNS = ("code", "municipality")


def key_figures(
    file: ScenarioFile, tables: ReferenceTables, codes: Collection[str], faults: Faults
) -> tuple[KeyFigures, list[Content]]:
    """What the keys draw on, for the municipalities of the scenario.

    Returns:
        The figures, and the files of the user that were read for them.
    """
    key = file.scenario.key
    raming = key.raming or file.scenario.raming
    column, contents = (
        _user_column(file, tables, set(codes), faults) if key.name == "column" else ({}, [])
    )
    return (
        KeyFigures(
            quantities=_quantities(tables, _inhabitants(file, tables, codes, faults)),
            scores={
                row.code: Cell(row.score, row.row) for row in tables.ses_woa if row.code in codes
            },
            published={
                row.code: PublishedShare(row.total, row.amv, row.row)
                for row in tables.indicative
                if row.raming == raming and row.code in codes
            },
            published_raming=raming,
            area_totals={**_province_totals(tables, raming), **region_totals(tables, raming)},
            column=column,
        ),
        contents,
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
            found[region] = PublishedShare(row.places, amv.places if amv else None, row.row)
    return found


def _province_totals(tables: ReferenceTables, raming: str) -> dict[str, PublishedShare]:
    return {
        row.area: PublishedShare(row.total, row.amv, row.row)
        for row in tables.ramingen
        if row.raming == raming
    }


def _inhabitants(
    file: ScenarioFile, tables: ReferenceTables, codes: Collection[str], faults: Faults
) -> dict[str, Cell]:
    year = file.scenario.population
    known = sorted({row.date.year for row in tables.population})
    if year not in known:
        faults.add(
            "unknown-year",
            file.place("population"),
            f"no population of {year}",
            f"There are {', '.join(map(str, known))}.",
        )
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


def _user_column(
    file: ScenarioFile, tables: ReferenceTables, codes: Collection[str], faults: Faults
) -> tuple[dict[str, Cell], list[Content]]:
    key = file.scenario.key
    if key.file is None or key.column is None:
        faults.add(
            "missing-key",
            file.place("key"),
            "the key column needs a file and a column",
            "Write key: {name: column, file: my.csv, column: weight}.",
        )
        return {}, []
    content = read(
        beside(file.folder("key", "file"), key.file, file.place("key", "file")), key.file
    )
    table = read_table(content, key.sheet)
    code_column = next((name for name in CODE_COLUMNS if name in table.columns), None)
    if code_column is None or key.column not in table.columns:
        what = "code" if code_column is None else key.column
        raise fault(
            "missing-column",
            file.place("key", "column"),
            f"{key.file} has no column {what!r}{nearest(what, table.columns)}",
            f"It has {', '.join(table.columns)}.",
        )
    found: dict[str, Cell] = {}
    for row in table.rows:
        code = code_of(str(row.cells[code_column]), tables.territory.places, row.place(), faults)
        if code in found:
            faults.add(
                "named-twice", row.place(), "this municipality stands here twice", "Keep one."
            )
        elif code in codes and row.cells[key.column] != "":
            found[str(code)] = Cell(
                _weight(row.cells[key.column], row.place(key.column), faults), str(row)
            )
    return found, [content]


def _weight(cell: Any, where: Any, faults: Faults) -> Fraction:
    try:
        value: Fraction = decimal_cell(cell)
    except ValueError as problem:
        faults.add("bad-cell", where, str(problem), "Correct the cell.")
        return Fraction(0)
    if value < 0:
        faults.add("negative-weight", where, f"the weight {cell} is below 0", "Correct the cell.")
    return value
