# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Exchanges (uitruil): places that stand in one municipality and count in another."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from models.offer import Offer, Window
from models.places import Kind
from models.record import Record


class Showing(Record):
    """Places of its own that a municipality has to show, because an exchange hangs on it.

    Attributes:
        municipality: code.
        places: at least so many, both kinds together.
        on: the day on which they are operational.
        promised: places that it has promised beside those that its offers show.
        promised_on: the day for which.
    """

    municipality: str
    places: int
    on: date
    promised: int = 0
    promised_on: date | None = None


People = Literal["status_holders", "ukrainians"]
"""Whom the taker of places houses or receives in return for them."""

PEOPLE: tuple[People, ...] = ("status_holders", "ukrainians")

CALLED: dict[People, tuple[str, str]] = {
    "status_holders": ("status holder", "status holders"),
    "ukrainians": ("Ukrainian", "Ukrainians"),
}
"""One of them, and more."""

RECEIVES: dict[People, str] = {"status_holders": "houses", "ukrainians": "receives"}


class Exchange(Record):
    """Places that the giver realises and the taker counts.

    Attributes:
        id: short name, as scenarios write it.
        giver: code of the municipality where the places physically are.
        taker: code of the municipality under which they count.
        kind: `regular` or `amv`.
        places: how many.
        window: from when until when.
        extendable: whether the agreement may be prolonged.
        condition: what the agreement hangs on, in words; empty when nothing.
        showing: the same as data, where it is that somebody shows places of its own.
        against: whom the taker takes of the giver in return, at the rate that the scenario states;
            None: nobody.
        row: file and line that it was read from.
    """

    id: str
    giver: str
    taker: str
    kind: Kind
    places: int = Field(gt=0)
    window: Window
    extendable: bool
    condition: str = ""
    showing: Showing | None = None
    against: People | None = None
    row: str = ""

    def may_be(self, offer: Offer) -> bool:
        """Whether an offer of the taker may be these places: as many of the kind, at some time."""
        return (offer.municipality, offer.kind, offer.places) == (
            self.taker,
            self.kind,
            self.places,
        ) and self.window.overlaps(offer.window.from_, offer.window.until)
