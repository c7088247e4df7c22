# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The counting rule of a scenario: which offers count, and for how much."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, model_validator

from models.offer import Phase, Status, in_order
from models.places import SiteMinimum
from models.record import Day, Exact, Record, Refusal

Part = Annotated[Exact, Field(ge=0, le=1)]


class Available(Record):
    """The days on which an offer has to be available."""

    on: Day | None = Field(default=None, description="on this day")
    from_: Day | None = Field(default=None, alias="from", description="from this day")
    until: Day | None = Field(default=None, description="until this day")

    @model_validator(mode="after")
    def _one_day_or_a_period(self) -> Available:
        period = (self.from_, self.until)
        if (self.on is None) == (period == (None, None)) or (self.on is None and None in period):
            raise Refusal(
                "not-a-period",
                "neither one day nor a period",
                "Write either {on: DATE} or {from: DATE, until: DATE}.",
            )
        if self.from_ and self.until:
            in_order(self.from_, self.until)
        return self

    @property
    def period(self) -> tuple[date, date]:
        """First and last day, both included."""
        first, last = self.on or self.from_, self.on or self.until
        assert first is not None
        assert last is not None
        return first, last


class Durable(Record):
    """Places that are durable on a day, as the Act asks of those that lower a provincial task."""

    from_: Day = Field(
        alias="from",
        description="the reference day: places are available on it, or come available after it",
    )
    years: int = Field(
        default=5, ge=1, le=100, description="for so many years or longer (Act, art. 2(3): five)"
    )
    within_months: int = Field(
        default=12,
        ge=0,
        le=1200,
        description="what is not there yet comes available within so many months after the "
        "reference day (Act, art. 2(3): twelve)",
    )
    measured: Literal["whole", "ahead"] = Field(
        default="whole",
        description="whole: the years of the whole window count (Decree, art. 1.1: durable places "
        "are available for five years at least); ahead: only those from the reference day on",
    )


class Margin(Record):
    """What part of an offer counts, by its phase; rounded down for each offer."""

    in_use: Part = Field(default=Fraction(1), description="of places in use")
    realisation: Part = Field(default=Fraction(1), description="of places that are being made")
    planning: Part = Field(
        default=Fraction(1), description='of places that are planned, e.g. "4/5"'
    )

    def of(self, phase: Phase | None) -> Fraction:
        """The part of an offer that counts; all of one of which no phase is known."""
        parts = {"in_use": self.in_use, "realisation": self.realisation, "planning": self.planning}
        return parts[phase] if phase else Fraction(1)


class Counting(Record):
    """Which offers count."""

    statuses: tuple[Status, ...] = Field(
        default=("guaranteed", "likely"),
        min_length=1,
        strict=False,
        description="guaranteed | likely | intended",
    )
    available: Available | None = Field(
        default=None,
        description="the days an offer must cover: {on: DATE} or {from: DATE, until: DATE}, both "
        "ends included; null: any window",
    )
    minimum_months: int = Field(
        default=0, ge=0, le=1200, description="the shortest window in whole months; 60: durable"
    )
    durable: Durable | None = Field(
        default=None,
        description="{from: DATE}: on that day available for five years or longer, or coming "
        "available for that period within the next twelve months (Act, art. 2(3)); null: not asked",
    )
    margin: Margin = Field(
        default=Margin(),
        description="what part of an offer counts by its phase, for offers that may not come, e.g. "
        '{planning: "4/5"} (letter of 5 February 2026, note 1: openings that are planned count '
        "with an uncertainty margin; the margin itself is not published)",
    )
    minimum_site: SiteMinimum = Field(
        default=SiteMinimum(), description="the smallest site of each kind that counts"
    )
    minimum_municipality: SiteMinimum = Field(
        default=SiteMinimum(),
        description="the places of a kind count that come to so many in a municipality, spread "
        "over its sites as it likes; Decree, art. 3.1: {regular: 100, amv: 16}",
    )
