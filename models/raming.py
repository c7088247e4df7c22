# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The raming: what one version of it asks of the country, a province or a region."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from pydantic import Field, model_validator

from models.places import MOST_PLACES, Places
from models.record import Exact, Figure, Name, Record, Refusal

FigureStatus = Literal["published", "derived", "estimated"]
TaskStatus = Literal["published", "derived", "estimated", "computed", "stated"]
"""`computed`: the sum of what the key gives the municipalities; `stated`: the scenario's own."""
Follows = Literal["key", "raming"]
"""What the task of a province follows: what the key gives its municipalities, or the raming."""

LEAST_NATIONAL_TOTAL = 1_000
"""Fewer places than this were meant as thousands."""
COUNTRY = "NL"
OTHERS = "others"
"""The claimant that stands for all provinces without a published task."""
OTHERS_NAME = "all other provinces together"


class NationalTotal(Record):
    """The national total that a scenario asks for.

    Attributes:
        total: as the scenario asks.
        published: as the raming has it.
        row: file and line of the published one.
    """

    total: int = Field(ge=LEAST_NATIONAL_TOTAL)
    published: int = Field(gt=0)
    row: str

    @property
    def what_if(self) -> bool:
        """Whether it is another total than the published one."""
        return self.total != self.published

    @property
    def scale(self) -> Fraction:
        """What the asked total is of the published one."""
        return Fraction(self.total, self.published)


def raming_in_words(version: str, national: NationalTotal | None) -> str:
    """`2026`, or `2026, national total 76,000 instead of 88,000` where that is asked."""
    if national is None or not national.what_if:
        return version
    return f"{version}, national total {national.total:,} instead of {national.published:,}"


class OwnTask(Record):
    """The task of an area as the scenario enters it itself."""

    total: int = Field(ge=0, le=MOST_PLACES, description="places, amv included")
    amv: int | None = Field(
        default=None,
        ge=0,
        le=MOST_PLACES,
        description="amv places of them; null: not known, and filled as missing_amv says",
    )
    source: Name = Field(description="where the figures come from")

    @model_validator(mode="after")
    def _amv_within_total(self) -> OwnTask:
        if self.amv is not None and self.amv > self.total:
            what = f"{self.amv} amv places are more than the total of {self.total}"
            raise Refusal("amv-above-total", what, "The total includes the amv places.")
        return self


class Task(Record):
    """The places that an area has to make possible in one version of the raming.

    Attributes:
        area: `NL`, a province code or a region code.
        places: total and amv.
        total_status: `published`; `stated` where the scenario enters it itself; `computed` where
            it is the sum of what the key gives its municipalities; or `estimated` where the whole
            task is not known and the scenario says how to fill it, or asks for another national
            total.
        amv_status: likewise of the amv part.
        row: file and line that it was read from.
        amv_row: file and line of its amv part, where that stands in another row.
    """

    area: str
    places: Places
    total_status: TaskStatus = "published"
    amv_status: TaskStatus = "published"
    row: str = ""
    amv_row: str = ""


class AmvNeed(Record):
    """An amv need that nobody publishes: the part that amv places are of other figures.

    Attributes:
        part: amv places of those figures.
        whole: all their places.
        rows: file and line of them.
    """

    part: int = Field(ge=0)
    whole: int = Field(gt=0)
    rows: tuple[str, ...]


class NationalNeed(Record):
    """What the country needs, and what it is shared out by: BO and TWf of Decree 2.1(3).

    Attributes:
        total: places needed (BO).
        amv: amv places of them (BO of art. 2.2(1)).
        total_status: `published`, or `stated` by the scenario.
        amv_status: likewise, or `estimated`.
        row: file and line of the total.
        amv_row: likewise of the amv places.
        amv_estimated: where they are an estimate, from what.
    """

    total: int = Field(ge=0)
    amv: int = Field(ge=0)
    total_status: TaskStatus = "published"
    amv_status: TaskStatus = "published"
    row: str = ""
    amv_row: str = ""
    amv_estimated: AmvNeed | None = None

    def of(self, kind: str) -> int:
        """The need of `amv` places, or of all."""
        return self.amv if kind == "amv" else self.total


class SharedNeed(Record):
    """The national need as the key shares it out over every municipality of the country.

    Attributes:
        need: what is shared out.
        weight: the sum of all weights.
        municipalities: how many there are.
        numbers: the sum of all numbers, each rounded by itself; it need not be the need, and is
            never made to be.
        elsewhere: the weights of the municipalities that are not in the scenario, by code.
    """

    need: NationalNeed
    weight: Exact
    municipalities: int
    numbers: Places
    elsewhere: dict[str, Figure] = Field(default_factory=dict)


class PublishedTask(Record):
    """A published figure that tasks which are not published were filled from.

    Attributes:
        raming: the version.
        area: `NL` or a province code.
        total: places.
        amv: amv places of them; None where not published.
        row: file and line.
        amv_status: of the amv part; `derived` where it follows from published figures.
    """

    raming: str
    area: str
    total: int
    amv: int | None
    row: str
    amv_status: FigureStatus = "published"
