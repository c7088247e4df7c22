# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The reference tables of the project, read once per process, each when it is first needed."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

import scenarios
from allocator.loading.files import Content, read
from allocator.loading.gazetteers import municipality_names, province_names
from allocator.loading.law_texts import Paragraph, paragraphs
from allocator.loading.reference_rows import (
    AliasRow,
    CycleRow,
    ExchangeRow,
    IndicativeRow,
    LawTextRow,
    MunicipalityRow,
    NeighbourRow,
    PopulationRow,
    ProvinceFigureRow,
    ProvinceRow,
    RamingRow,
    RedivisionRow,
    RegionFigureRow,
    RegionRow,
    ScoreRow,
    SourceRow,
    SpellingRow,
)
from allocator.loading.rows import TableRow, read_rows
from allocator.loading.tables import read_table
from models.exchange import Exchange
from models.problem import InputFile
from models.territory import Gazetteer, Municipality, Territory

PACKAGED = Path(next(iter(scenarios.__path__)))
FOLDER = PACKAGED / "reference"
LAW = PACKAGED / "law"


R = TypeVar("R", bound=TableRow)


class ReferenceTables:
    """Every reference table as a tuple of rows; a table is read when it is first asked for."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._contents: dict[str, Content] = {}
        self._receipts: dict[str, InputFile] = {}

    def _rows(self, name: str, form: type[R]) -> tuple[R, ...]:
        content = read(FOLDER / name, f"reference/{name}")
        self._contents[name] = content
        return read_rows(read_table(content), form)

    def receipts(self, *tables: str) -> tuple[InputFile, ...]:
        """Name and sha256 of the tables named, such as `population`."""
        return tuple(self._receipt(table) for table in sorted(tables))

    def _receipt(self, table: str) -> InputFile:
        if table not in self._receipts:
            getattr(self, table)
            self._receipts[table] = self._contents[f"{table}.csv"].receipt("reference")
        return self._receipts[table]

    @cached_property
    def sources(self) -> tuple[SourceRow, ...]:
        """Where the figures come from."""
        return self._rows("sources.csv", SourceRow)

    @cached_property
    def municipalities(self) -> tuple[MunicipalityRow, ...]:
        """All 342 municipalities."""
        return self._rows("municipalities.csv", MunicipalityRow)

    @cached_property
    def provinces(self) -> tuple[ProvinceRow, ...]:
        """The twelve provinces."""
        return self._rows("provinces.csv", ProvinceRow)

    @cached_property
    def regions(self) -> tuple[RegionRow, ...]:
        """The 25 regions."""
        return self._rows("regions.csv", RegionRow)

    @cached_property
    def population(self) -> tuple[PopulationRow, ...]:
        """Inhabitants on 1 January of several years."""
        return self._rows("population.csv", PopulationRow)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of which the inhabitants are known."""
        return tuple(sorted({row.date.year for row in self.population}))

    @cached_property
    def neighbours(self) -> tuple[NeighbourRow, ...]:
        """Pairs that share a land border."""
        return self._rows("neighbours.csv", NeighbourRow)

    @cached_property
    def aliases(self) -> tuple[AliasRow, ...]:
        """Other spellings."""
        return self._rows("aliases.csv", AliasRow)

    @cached_property
    def spellings(self) -> tuple[SpellingRow, ...]:
        """How tables of others write municipalities and provinces."""
        return self._rows("spellings.csv", SpellingRow)

    @cached_property
    def redivisions(self) -> tuple[RedivisionRow, ...]:
        """Municipalities that are no more since 2019, and what became of them."""
        return self._rows("redivisions.csv", RedivisionRow)

    @cached_property
    def ses_woa(self) -> tuple[ScoreRow, ...]:
        """SES-WOA scores of 339 municipalities."""
        return self._rows("ses_woa.csv", ScoreRow)

    @cached_property
    def ramingen(self) -> tuple[RamingRow, ...]:
        """National and provincial totals of every version."""
        return self._rows("ramingen.csv", RamingRow)

    @cached_property
    def indicative(self) -> tuple[IndicativeRow, ...]:
        """Published indicative numbers."""
        return self._rows("indicative.csv", IndicativeRow)

    @cached_property
    def region_figures(self) -> tuple[RegionFigureRow, ...]:
        """Figures of the regional tables of Overijssel."""
        return self._rows("region_figures.csv", RegionFigureRow)

    @cached_property
    def province_figures(self) -> tuple[ProvinceFigureRow, ...]:
        """Figures of provincial reports."""
        return self._rows("province_figures.csv", ProvinceFigureRow)

    @cached_property
    def cycles(self) -> tuple[CycleRow, ...]:
        """The cycles of the Act."""
        return self._rows("cycles.csv", CycleRow)

    @cached_property
    def exchanges(self) -> tuple[ExchangeRow, ...]:
        """Agreed exchanges."""
        return self._rows("exchanges.csv", ExchangeRow)

    @cached_property
    def law_texts(self) -> tuple[LawTextRow, ...]:
        """The texts of the law that travel along."""
        return read_rows(read_table(read(LAW / "texts.csv", "law/texts.csv")), LawTextRow)

    @cached_property
    def law(self) -> tuple[Paragraph, ...]:
        """Every paragraph of those texts."""
        return tuple(
            paragraph
            for row in self.law_texts
            for paragraph in paragraphs(
                row.id, read(LAW / row.file, f"law/{row.file}").data.decode("utf-8")
            )
        )

    @cached_property
    def agreements(self) -> dict[str, Exchange]:
        """The exchanges by name, as the stages know them; their ends are written as codes."""
        return {
            row.id: row.exchange(row.giver, row.taker, row.condition_municipality or row.taker)
            for row in self.exchanges
        }

    @cached_property
    def territory(self) -> Territory:
        """Municipalities, regions and provinces with everything that they are called."""
        municipalities = {
            row.code: Municipality(
                row.code, row.name, row.province, row.region, row.latitude, row.longitude
            )
            for row in self.municipalities
        }
        return Territory(
            municipalities=municipalities,
            provinces=province_names(self.provinces, self.spellings),
            regions=Gazetteer({row.code: row.name for row in self.regions}),
            places=municipality_names(
                municipalities.values(),
                {row.alias: row.code for row in self.aliases},
                self.spellings,
                self.provinces,
                self.redivisions,
            ),
            borders={(row.code_a, row.code_b): row.row for row in self.neighbours},
        )


@cache
def reference() -> ReferenceTables:
    """The reference tables of this process."""
    return ReferenceTables()
