# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Offers as provinces write them: a table with Dutch headings and Dutch words, all of it.

A table speaks one language, told by its headings. So a Dutch word in an English table is still a
fault, and faults quote headings and words as they stand in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from allocator.loading.rows import OptionalDayCell, TableRow, TextCell, WholeCell
from allocator.loading.tables import Table
from models.offer import Phase, Status
from models.places import MOST_PLACES, Kind

HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "municipality": "gemeente",
        "site": "locatie",
        "kind": "soort",
        "places": "plaatsen",
        "available_from": "van",
        "available_until": "tot en met",
        "status": "status",
        "phase": "fase",
        "note": "opmerking",
    }
)
"""The Dutch heading of each column of an offers file."""
UNTIL = "tot"
"""An older heading of the last day, which was never the first day without the places."""

KINDS: Mapping[str, Kind] = MappingProxyType({"regulier": "regular", "amv": "amv"})
TEMPLATES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "aanbod": frozenset({"toelichting", "gemeenten"}),
        "offers": frozenset({"explanation", "municipalities"}),
    }
)
"""The sheets of the templates for offers: the table, and what explains how to fill it."""

STATUSES: Mapping[str, Status] = MappingProxyType(
    {"gegarandeerd": "guaranteed", "kansrijk": "likely", "voorgenomen": "intended"}
)

PHASES: Mapping[str, Phase] = MappingProxyType(
    {"in gebruik": "in_use", "realisatie": "realisation", "planning": "planning"}
)


OptionalPhaseCell = Annotated[
    Literal["in gebruik", "realisatie", "planning"] | None,
    BeforeValidator(lambda cell: cell or None),
]


def is_dutch(table: Table) -> bool:
    """Whether the headings of a table are Dutch: the municipality is called `gemeente`."""
    return HEADINGS["municipality"] in table.columns and "municipality" not in table.columns


def says_until(table: Table) -> bool:
    """Whether the heading of the last day is `tot`, which people read either way."""
    return is_dutch(table) and UNTIL in table.columns


def dutch_form(table: Table) -> type[DutchOfferRow]:
    """The form of a table with Dutch headings, by what it calls the last day."""
    return RowUntil if says_until(table) else DutchOfferRow


class DutchOfferRow(TableRow):
    """One row of an offers file with Dutch headings; an empty date is an open end."""

    gemeente: TextCell
    locatie: TextCell = ""
    soort: Literal["regulier", "amv"]
    plaatsen: WholeCell = Field(le=MOST_PLACES)
    van: OptionalDayCell = None
    tot: OptionalDayCell = Field(default=None, alias="tot en met")
    status: Literal["gegarandeerd", "kansrijk", "voorgenomen"]
    fase: OptionalPhaseCell = None
    opmerking: TextCell = ""

    def in_english(self) -> dict[str, Any]:
        """The same row by the headings and words of the program."""
        row = {
            column: getattr(self, UNTIL if column == "available_until" else heading)
            for column, heading in HEADINGS.items()
        }
        return row | {
            "kind": KINDS[self.soort],
            "status": STATUSES[self.status],
            "phase": PHASES[self.fase] if self.fase else None,
            "row": self.row,
        }

    @classmethod
    def headings(cls) -> Mapping[str, str]:
        """What each column is called in such a table."""
        return {**HEADINGS, "available_until": cls.model_fields[UNTIL].alias or UNTIL}


class RowUntil(DutchOfferRow):
    """The same where the last day is called `tot`."""

    tot: OptionalDayCell = None
