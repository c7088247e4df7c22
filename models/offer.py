# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Offers: what municipalities make available, and for how long."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from models.places import MOST_PLACES, Kind, Places
from models.record import Day, Name, Record, Refusal

Status = Literal["guaranteed", "likely", "intended"]
Phase = Literal["in_use", "realisation", "planning"]
"""How far an offer is: its places are in use, are being made, or are planned."""
PHASES: tuple[Phase, ...] = ("in_use", "realisation", "planning")


def in_order(first: date, last: date) -> None:
    """Refuse a period that ends before it begins.

    Raises:
        ValueError: if it does.
    """
    if last < first:
        what = f"until {last} lies before from {first}"
        raise Refusal("until-before-from", what, "Correct one of the dates.")


class Window(Record):
    """The days on which something is available, both ends included.

    An open `from` means "already there", an open `until` means "for an indefinite time"
    (*onbepaald* in the provincial report).
    """

    from_: Day | None = Field(
        default=None, alias="from", description="its first day; null: available already"
    )
    until: Day | None = Field(
        default=None, description="its last day, included; null: for an indefinite time"
    )

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Window:
        if self.from_ and self.until:
            in_order(self.from_, self.until)
        return self

    def covers(self, first: date, last: date) -> bool:
        """Whether every day from `first` to `last` lies in this window."""
        return (self.from_ is None or self.from_ <= first) and (
            self.until is None or last <= self.until
        )

    def overlaps(self, first: date | None, last: date | None) -> bool:
        """Whether some day lies both in this window and from `first` to `last`, open if None."""
        return (self.from_ or date.min) <= (last or date.max) and (first or date.min) <= (
            self.until or date.max
        )

    def __str__(self) -> str:
        """`2025-01-01 to 2026-02-01`, with words for the open ends."""
        return f"{self.from_ or 'the start'} to {self.until or 'no end date'}"


class OfferChange(Record):
    """What a scenario changes of one offer, and leaves as it is in the file of the offers."""

    line: int = Field(ge=1, le=1_000_000, description="the line of the offer in its file")
    municipality: Name = Field(
        description="whose offer that is: an error where the line is of another"
    )
    realised: bool = Field(
        default=True, description="false: the plan is not realised, and nothing of it counts"
    )
    places: int | None = Field(
        default=None, ge=0, le=MOST_PLACES, description="so many places; null: as in the file"
    )
    status: Status | None = Field(
        default=None, description="guaranteed | likely | intended; null: as in the file"
    )

    @model_validator(mode="after")
    def _changes_something(self) -> OfferChange:
        if not self.model_fields_set & {"realised", "places", "status"}:
            what = f"line {self.line} is named, and not what changes"
            raise Refusal("nothing-changed", what, "Write realised, places or status beside it.")
        return self


class Changed(Record):
    """What a scenario changed of an offer.

    Attributes:
        row: file and line of the scenario, or the option, that changes it.
        realised: whether the plan is realised; where not, the offer has no places.
        places: how many the file of the offers gives it.
        status: what the file of the offers calls it.
    """

    row: str
    realised: bool
    places: int = Field(ge=0)
    status: Status


class Offer(Record):
    """Places of one kind at one site of one municipality.

    Attributes:
        municipality: CBS code.
        site: name of the site; empty when the report names none.
        kind: `regular` or `amv`.
        places: how many.
        window: when they are available.
        status: `guaranteed`, `likely` (kansrijk) or `intended`.
        note: remark of the report.
        row: file and line that it was read from.
        phase: how far it is; None where the file does not say.
        change: what the scenario changed of it; None where it is as in its file.
    """

    municipality: str
    site: str
    kind: Kind
    places: int = Field(ge=0)
    window: Window
    status: Status
    note: str = ""
    row: str = ""
    phase: Phase | None = None
    change: Changed | None = None


def _possible(places: Places) -> Places:
    if places.total > MOST_PLACES:
        what = f"more than {MOST_PLACES:,} places: the whole country has fewer"
        raise Refusal("too-large", what, "Correct the number.")
    return places


StatedPlaces = Annotated[Places, AfterValidator(_possible)]


class PooledOffer(Record):
    """Places that a region pledges for several municipalities, whose split is not known."""

    name: Name = Field(description="a short name, once in the scenario")
    status: Status = Field(description="guaranteed | likely | intended")
    region: Name = Field(description="the region that pledges")
    places: StatedPlaces = Field(description="how many, e.g. {regular: 556, amv: 0}")
    candidates: tuple[Name, ...] = Field(
        min_length=1, strict=False, description="the municipalities that may turn out to hold them"
    )
    available: Window | None = Field(default=None, description="the window, if it is known")
    fallen_through: tuple[Name, ...] = Field(
        default=(),
        strict=False,
        description="the candidates whose plan is not realised: the pledge is split over all "
        "candidates as ever, and what that gives to these does not count, e.g. [Losser]",
    )


class UnlocatedOffer(Record):
    """Places known only for a whole province (or region): they belong to no municipality."""

    province: Name = Field(description="the province whose rest they reduce")
    places: StatedPlaces = Field(description="how many, e.g. {regular: 68}")
    region: Name | None = Field(
        default=None, description="the region, needed where each region closes on its own"
    )
    note: str = Field(default="", description="where the figure comes from")
