# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Figures that distribution keys draw on: reference tables and the user's own column."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from allocator.loading.files import Content
from allocator.loading.own_figures import (
    NUMBERS,
    PEOPLE,
    SCORES,
    Contradicted,
    contradicted,
    own_table,
)
from allocator.loading.reference import ReferenceTables
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.user_column import user_column
from models.fault import Faults
from models.problem import Cell, InputFile, KeyFigures, PublishedShare


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """The tables of municipalities that a scenario names in place of the packaged ones.

    Attributes:
        people: inhabitants by code; None where a year is asked.
        scores: SES-WOA scores by code; None for the packaged ones.
        numbers: indicative numbers of the scenario's raming; None for the packaged ones.
        column: the weights of the key `column`.
        receipts: of the files that were read.
    """

    people: Mapping[str, Cell] | None
    scores: Mapping[str, Cell] | None
    numbers: Mapping[str, PublishedShare] | None
    column: Mapping[str, Cell]
    receipts: tuple[InputFile, ...]


def key_figures(
    file: ScenarioFile, tables: ReferenceTables, codes: Collection[str], faults: Faults
) -> tuple[KeyFigures, tuple[InputFile, ...], Contradicted]:
    """What the keys draw on, for every municipality of the country.

    A number follows from the need of the whole country (Decree 2.1(3)), so a scenario of one
    province draws on the figures of all.

    Args:
        file: the scenario.
        tables: the reference tables.
        codes: of the municipalities in its provinces, whose own figures have to be in order.
        faults: takes what is wrong.

    Returns:
        The figures, the receipts of the user's files that were read for them, and the published
        numbers that the user's own contradict.
    """
    key, scenario = file.scenario.key, file.scenario
    raming = key.raming or scenario.raming
    _check_year(file, tables, faults)
    own = _own(file, tables, codes, faults)
    # Two variations may name files that are called alike in folders of their own.
    files = tuple((one.role, one.name, one.sha256) for one in own.receipts)
    found = file.kept.once(
        ("figures", raming, scenario.population, files),
        lambda: _figures(tables, raming, scenario.population, own),
    )
    beside: Contradicted = {}
    if own.numbers is not None and raming == scenario.raming:
        beside = contradicted(own.numbers, found.published)
        found = replace(found, published=own.numbers)
    found = replace(found, column=own.column) if own.column else found
    return found, own.receipts, beside


def _own(
    file: ScenarioFile, tables: ReferenceTables, codes: Collection[str], faults: Faults
) -> OwnFigures:
    scenario, territory = file.scenario, tables.territory
    receipts: list[InputFile] = []
    people = scores = numbers = None
    if isinstance(scenario.population, str):
        people, content = own_table(file, PEOPLE, territory, codes, faults)
        receipts.append(content.receipt("people"))
    if scenario.ses_woa is not None:
        scores, content = own_table(file, SCORES, territory, codes, faults)
        receipts.append(content.receipt("scores"))
    if scenario.indicative is not None:
        numbers, content = own_table(file, NUMBERS, territory, codes, faults)
        receipts.append(content.receipt("numbers"))
    column, read = _column(file, tables, codes, faults)
    receipts += [content.receipt("key") for content in read]
    return OwnFigures(people, scores, numbers, column, tuple(receipts))


def _column(
    file: ScenarioFile, tables: ReferenceTables, codes: Collection[str], faults: Faults
) -> tuple[Mapping[str, Cell], Sequence[Content]]:
    """The weights of the key `column`: of the scenario's provinces, and of the others if in order.

    What is wrong with a row of another province is no fault of the scenario, unless its tasks
    follow the key; then a municipality without a weight is named.
    """
    key = file.scenario.key
    if "column" not in (key.name, key.missing and key.missing.fill):
        return {}, ()
    return user_column(file, tables, set(codes), faults)


def _figures(tables: ReferenceTables, raming: str, year: int | str, own: OwnFigures) -> KeyFigures:
    people = own.people
    if people is None:
        people = _inhabitants(tables, year)
    scores = own.scores
    if scores is None:
        scores = {row.code: Cell(row.score, row.row) for row in tables.ses_woa}
    return KeyFigures(
        quantities=_quantities(tables, people),
        scores=scores,
        published={
            row.code: PublishedShare(row.total, row.amv, row.row)
            for row in tables.indicative
            if row.raming == raming
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
    if isinstance(year, int) and year not in known:
        faults.add(
            "unknown-year",
            file.place("population"),
            f"no population of {year}",
            f"There are {', '.join(map(str, known))}; or name your own table, such as people.csv.",
        )


def _inhabitants(tables: ReferenceTables, year: int | str) -> dict[str, Cell]:
    return {
        row.code: Cell(Fraction(row.inhabitants), row.row)
        for row in tables.population
        if row.date.year == year
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
