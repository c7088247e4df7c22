# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rows of the reference tables: one strict form for each table."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from allocator.loading.agreements import AgreementRow
from allocator.loading.rows import (
    DayCell,
    DecimalCell,
    OptionalDayCell,
    OptionalDecimalCell,
    OptionalWholeCell,
    TableRow,
    TextCell,
    WholeCell,
)
from models.cycle import Step
from models.raming import FigureStatus


class SourceRow(TableRow):
    """Where figures come from."""

    id: TextCell
    title: TextCell
    publisher: TextCell
    date: TextCell
    licence: TextCell
    reference: TextCell
    note: TextCell


class FigureRow(TableRow):
    """A figure with its source and status."""

    source: TextCell
    status: FigureStatus


class MunicipalityRow(FigureRow):
    """A municipality of the 2024 layout."""

    code: TextCell
    name: TextCell
    province: TextCell
    region: TextCell
    latitude: DecimalCell
    longitude: DecimalCell
    land_area_km2: DecimalCell
    households: WholeCell
    address_density: WholeCell
    mean_property_value_keur: OptionalWholeCell
    income_per_inhabitant_keur: OptionalDecimalCell


class ProvinceRow(FigureRow):
    """A province."""

    code: TextCell
    name: TextCell


class RegionRow(FigureRow):
    """A region (by default a safety region), once for each province it lies in."""

    code: TextCell
    name: TextCell
    province: TextCell


class PopulationRow(FigureRow):
    """Inhabitants on a day."""

    code: TextCell
    date: DayCell
    inhabitants: WholeCell


class NeighbourRow(FigureRow):
    """Two municipalities that share a land border."""

    code_a: TextCell
    code_b: TextCell
    shared_border_km: DecimalCell


class AliasRow(TableRow):
    """Another spelling of a municipality's name."""

    alias: TextCell
    code: TextCell
    source: TextCell


class SpellingRow(TableRow):
    """How other tables write an area: another name, or what stands behind names in brackets."""

    code: TextCell
    sort: Literal["name", "abbreviation"]
    spelling: TextCell
    source: TextCell


class RedivisionRow(FigureRow):
    """A municipality that is no more, once for each municipality that its area lies in since.

    It was merged into a new municipality, added to one that there was already, or split.
    """

    code: TextCell
    into: TextCell
    date: DayCell
    name: TextCell
    sort: Literal["merged", "added", "split"]
    note: TextCell


class ScoreRow(FigureRow):
    """The SES-WOA score of a municipality."""

    code: TextCell
    year: WholeCell
    score: DecimalCell
    household_coverage: DecimalCell


class RamingRow(FigureRow):
    """The places that one version of the raming asks of an area.

    `amv_status` is of the amv part, where it differs from that of the row.
    """

    raming: TextCell
    area: TextCell
    total: WholeCell
    amv: OptionalWholeCell
    amv_status: FigureStatus | Literal[""] = ""
    note: TextCell


class IndicativeRow(FigureRow):
    """The official indicative number of a municipality."""

    raming: TextCell
    code: TextCell
    total: WholeCell
    amv: OptionalWholeCell
    note: TextCell


class RegionFigureRow(FigureRow):
    """A figure of a regional table."""

    raming: TextCell
    region: TextCell
    figure: Literal["task", "guaranteed", "intended", "minimum_emergency"]
    kind: Literal["total", "amv"]
    places: WholeCell


class ProvinceFigureRow(FigureRow):
    """A figure of a provincial report or letter."""

    raming: TextCell
    area: TextCell
    figure: TextCell
    date: OptionalDayCell
    total: WholeCell
    amv: OptionalWholeCell
    note: TextCell


class CycleRow(FigureRow):
    """One step of a cycle of the Act: its day (of the years that bind the first and the last)."""

    raming: TextCell
    step: Step
    from_: DayCell = Field(alias="from")
    until: OptionalDayCell
    article: TextCell
    note: TextCell


class ExchangeRow(AgreementRow, FigureRow):
    """An agreed exchange."""

    legal_effect: TextCell


class LawTextRow(TableRow):
    """A text of the law that travels along."""

    id: TextCell
    title: TextCell
    publication: TextCell
    state: DayCell
    in_force: DayCell
    licence: TextCell
    file: TextCell
    left_out: TextCell
    sha256: TextCell
