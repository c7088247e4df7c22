# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Offers of municipalities, from the CSV or XLSX that the scenario names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from allocator.loading.dutch_offers import (
    HEADINGS,
    TEMPLATES,
    UNTIL,
    dutch_form,
    is_dutch,
    says_until,
)
from allocator.loading.files import Content
from allocator.loading.names import located
from allocator.loading.rows import OptionalDayCell, TableRow, TextCell, WholeCell, read_rows
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.tables import Table
from models.fault import Faults
from models.offer import Offer, Phase, Status, Window
from models.places import MOST_PLACES, Kind
from models.problem import Notice
from models.site import legible
from models.territory import Territory

OptionalPhase = Annotated[Phase | None, BeforeValidator(lambda cell: cell or None)]


class OfferRow(TableRow):
    """One row of an offers file; an empty date is an open end."""

    municipality: TextCell
    site: TextCell = ""
    kind: Kind
    places: WholeCell = Field(le=MOST_PLACES)
    available_from: OptionalDayCell = None
    available_until: OptionalDayCell = None
    status: Status
    phase: OptionalPhase = None
    note: TextCell = ""

    def window(self) -> Window:
        """When the places are available."""
        return Window.model_validate({"from": self.available_from, "until": self.available_until})


def read_offers(
    file: ScenarioFile, territory: Territory, codes: Collection[str]
) -> tuple[tuple[Offer, ...], list[Content], list[Notice]]:
    """The offers of a scenario, in the order of the file.

    Returns:
        The offers, the file that was read, and what it leaves open.

    Raises:
        InputError: with all that is wrong in the file.
    """
    if file.scenario.offers is None:
        return (), [], []
    content, table = file.table(file.scenario.offers, "offers", templates=TEMPLATES)
    key = ("offers", content, frozenset(codes))
    offers = file.kept.once(key, lambda: _offers(table, territory, codes))
    return offers, [content], list(_last_days(table))


def _last_days(table: Table) -> Iterator[Notice]:
    """How the heading `tot` is read, which some write above the first day without the places."""
    if says_until(table):
        message = (
            f"the heading 'tot' ({table.place(UNTIL).quoted}) is read as 'tot en met': the places "
            "are there on that day"
        )
        yield Notice(code="last-day", message=message)


def _rows(table: Table) -> tuple[tuple[OfferRow, ...], Mapping[str, str]]:
    """The rows of an offers file, and what its columns are called there."""
    if not is_dutch(table):
        return read_rows(table, OfferRow), {name: name for name in HEADINGS}
    form = dutch_form(table)
    rows = (OfferRow.model_validate(row.in_english()) for row in read_rows(table, form))
    return tuple(rows), form.headings()


def _offers(table: Table, territory: Territory, codes: Collection[str]) -> tuple[Offer, ...]:
    faults = Faults()
    offers: list[Offer] = []
    seen: dict[tuple[Any, ...], str] = {}
    rows, headings = _rows(table)
    until = headings["available_until"]
    for cells, row in zip(table.rows, rows, strict=True):
        where = cells.place(headings["municipality"])
        found = located(row.municipality, territory.places, where, faults)
        if found is None:
            continue
        code = found.code
        if code not in codes:
            faults.add(
                "outside-provinces",
                where,
                f"{row.municipality} lies outside the scenario's provinces",
                "Add its province to the scenario, or take the row out.",
            )
        if row.available_from and row.available_until and row.available_until < row.available_from:
            faults.add(
                "until-before-from",
                cells.place(until),
                f"{until} {row.available_until} lies before {row.available_from}",
                "Correct one of the dates.",
            )
            continue
        same = (
            code,
            legible(row.site),
            row.kind,
            row.available_from or date.min,
            row.status,
            row.places,
        )
        if same in seen:
            faults.add(
                "offer-twice",
                cells.place(),
                f"the same offer stands in {seen[same]}",
                "Keep one of them.",
            )
        seen[same] = row.row
        offers.append(
            Offer(
                municipality=code,
                site=row.site,
                kind=row.kind,
                places=row.places,
                window=row.window(),
                status=row.status,
                note=row.note,
                row=row.row,
                phase=row.phase,
            )
        )
    faults.raise_if_any()
    return tuple(offers)
