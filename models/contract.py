# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contracts: places with a window, and places of which no window is known."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from models.division import Whole
from models.exchange import People
from models.offer import Phase, Status
from models.places import Kind, Places
from models.record import Day, Record
from models.result import Condition

Source = Literal["offer", "exchange", "pledge"]


class Contract(Record):
    """Places with a window: an offer, an exchange, or a pledge of a region.

    Attributes:
        source: what it is.
        name: the site of an offer (may be empty), the id of an exchange, the name of a pledge.
        area: code of whom the places count with: a municipality, of a pledge the region.
        giver: of an exchange, code of the municipality that they are taken off.
        from_: first day; None: it was there from the start.
        until: last day, itself included; None: for an indefinite time.
        places: of a pledge without those of plans that fall through.
        fallen_through: of a pledge: those places, which count on no day.
        status: of an offer or a pledge.
        extendable: False only of an exchange that may not be prolonged.
        counts: whether the scenario accepts its status; of an exchange, whether its conditions are
            shown to be met, where the scenario requires that.
        conditions: what an exchange hangs on.
        row: file and line.
        phase: of an offer, how far it is; None where its file does not say.
        against: of an exchange, whom the taker takes in return; None: nobody.
    """

    source: Source
    name: str
    area: str
    area_name: str
    giver: str = ""
    giver_name: str = ""
    kind: Kind
    places: Whole
    fallen_through: Whole = 0
    from_: Day | None = Field(alias="from")
    until: Day | None
    status: Status | None
    extendable: bool
    counts: bool
    conditions: tuple[Condition, ...] = ()
    row: str
    phase: Phase | None = None
    against: People | None = None

    @property
    def content(self) -> tuple[str, Kind, Source, str, str, int, date, str]:
        """What it says beside its last day, to put equals in an order that no row decides."""
        first = self.from_ or date.min
        name, status = self.name, self.status or ""
        return self.area, self.kind, self.source, name, self.giver, -self.places, first, status


class WindowUnknown(Record):
    """Places of which nobody knows from when until when: said, never counted.

    Attributes:
        source: a pledge of a region, places of no municipality, or what a province reported.
        status: of a pledge; None of places known only for a whole province.
        places: of a pledge without those of plans that fall through.
        fallen_through: of a pledge: those places, by its split over all candidates.
        area: code of the region or province.
        province: code.
    """

    source: Literal["pledge", "unlocated", "report"]
    name: str
    area: str
    area_name: str
    province: str
    places: Places
    fallen_through: Places = Places()
    status: Status | None
    row: str
