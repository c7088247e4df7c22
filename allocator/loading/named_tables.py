# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables that the lines of a scenario name, and what has to be told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allocator.loading.dutch_offers import TEMPLATES
from allocator.loading.files import Content
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.tables import Table
from allocator.loading.workbooks import NO_TEMPLATES
from models.problem import Notice, Role
from models.territory import Territory

MOST_SHOWN = 20
OFFERED_BY = ("municipality", "gemeente")


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table that a line of a scenario names.

    Attributes:
        name: of the file.
        path: of the line.
        role: what it is read for.
        used: whether the scenario draws on it.
        sheet: of a workbook; None is the only one.
        of_template: whether its workbook may have sheets beside the table, to explain it.
    """

    name: str
    path: tuple[str, ...]
    role: Role
    used: bool = True
    sheet: str | None = None
    of_template: bool = False

    def read(self, file: ScenarioFile) -> tuple[Content, Table]:
        """The file and the table in it.

        Raises:
            InputError: if there is no such file, or no table in it.
        """
        templates = TEMPLATES if self.of_template else NO_TEMPLATES
        return file.table(self.name, *self.path, sheet=self.sheet, templates=templates)


def named_tables(file: ScenarioFile) -> Iterator[NamedTable]:
    """The tables that a scenario names, whether it draws on them or not."""
    scenario, key = file.scenario, file.scenario.key
    if scenario.offers is not None:
        yield NamedTable(scenario.offers, ("offers",), "offers", of_template=True)
    if scenario.exchange_file is not None:
        yield NamedTable(scenario.exchange_file, ("exchange_file",), "exchanges")
    if key.file is not None:
        used = "column" in (key.name, key.missing and key.missing.fill)
        yield NamedTable(key.file, ("key", "file"), "key", used, key.sheet)
    if isinstance(scenario.population, str):
        yield NamedTable(scenario.population, ("population",), "people")
    if scenario.ses_woa is not None:
        yield NamedTable(scenario.ses_woa, ("ses_woa",), "scores")
    if scenario.indicative is not None:
        yield NamedTable(scenario.indicative, ("indicative",), "numbers")


def notices_of_hidden(table: Table) -> Iterator[Notice]:
    """That what a workbook does not show counts all the same."""
    if rows := table.hidden.rows:
        message = f"{table.name}: hidden or filtered rows count like the others: {_listed(rows)}"
        yield Notice(code="hidden-cells", message=message)
    if columns := table.hidden.columns:
        message = f"{table.name}: hidden columns count like the others: {_listed(columns)}"
        yield Notice(code="hidden-cells", message=message)


def _listed(items: Sequence[str]) -> str:
    more = ["..."] if len(items) > MOST_SHOWN else []
    return ", ".join([*items[:MOST_SHOWN], *more])


def notices_of_tables(file: ScenarioFile, territory: Territory) -> Iterator[Notice]:
    """What has to be told of the tables that a scenario draws on."""
    for one in named_tables(file):
        if one.used:
            table = one.read(file)[1]
            yield from notices_of_hidden(table)
            if one.role == "offers":
                yield from _offered_by_former(table, territory)


def _offered_by_former(table: Table, territory: Territory) -> Iterator[Notice]:
    """Offers of municipalities that are no more, which count with those that there are."""
    names = next((name for name in table.columns if name.casefold() in OFFERED_BY), "")
    rows: dict[str, list[str]] = {}
    for row in table.rows:
        gone = territory.places.redivision_of(str(row.cells.get(names, "")))
        if gone is not None and not gone.split:
            rows.setdefault(gone.code, []).append(str(row))
    for code, where in rows.items():
        gone = territory.places.former[code]
        yield Notice(
            code="added-up",
            message=f"{', '.join(where)}: what {gone.name} offers counts with "
            f"{territory.name(gone.into[0])}, which it is part of since {gone.on}",
        )
