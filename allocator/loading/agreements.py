# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rows of a table of exchanges, the packaged one or a user's own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from allocator.loading.rows import (
    DayCell,
    OptionalDayCell,
    OptionalWholeCell,
    OptionalYesCell,
    TableRow,
    TextCell,
    WholeCell,
)
from models.exchange import Exchange, Showing
from models.offer import Window
from models.places import MOST_PLACES, Kind

Against = Annotated[
    Literal["nothing", "status_holders", "ukrainians"],
    BeforeValidator(lambda cell: "nothing" if cell in ("", None) else cell),
]


class AgreementRow(TableRow):
    """One row of a table of exchanges; an empty `until` is an open end."""

    id: TextCell
    giver: TextCell
    taker: TextCell
    kind: Kind
    places: WholeCell = Field(gt=0, le=MOST_PLACES)
    from_: DayCell = Field(alias="from")
    until: OptionalDayCell = None
    extendable: OptionalYesCell = None
    against: Against = "nothing"
    condition: TextCell = ""
    condition_municipality: TextCell = ""
    condition_places: OptionalWholeCell = Field(default=None, le=MOST_PLACES)
    condition_on: OptionalDayCell = None
    promised_places: OptionalWholeCell = Field(default=None, le=MOST_PLACES)
    promised_on: OptionalDayCell = None

    def exchange(self, giver: str, taker: str, shows: str) -> Exchange:
        """The exchange between two codes; `shows` is the code of who has to show places."""
        showing = None
        if self.condition_places is not None and self.condition_on is not None:
            showing = Showing(
                municipality=shows,
                places=self.condition_places,
                on=self.condition_on,
                promised=self.promised_places or 0,
                promised_on=self.promised_on,
            )
        return Exchange(
            id=self.id,
            giver=giver,
            taker=taker,
            kind=self.kind,
            places=self.places,
            window=Window.model_validate({"from": self.from_, "until": self.until}),
            extendable=bool(self.extendable),
            condition=self.condition,
            showing=showing,
            against=None if self.against == "nothing" else self.against,
            row=self.row,
        )
