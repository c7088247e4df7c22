# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The raming: what one version of it asks of the country, a province or a region."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from pydantic import Field

from models.places import Places
from models.record import Record

FigureStatus = Literal["published", "derived", "estimated"]

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


class Task(Record):
    """The places that an area has to make possible in one version of the raming.

    Attributes:
        area: `NL`, a province code or a region code.
        places: total and amv.
        total_status: `published`, or `estimated` where the whole task is not known and the
            scenario says how to fill it, or asks for another national total.
        amv_status: likewise of the amv part.
        row: file and line that it was read from.
        amv_row: file and line of its amv part, where that stands in another row.
    """

    area: str
    places: Places
    total_status: FigureStatus = "published"
    amv_status: FigureStatus = "published"
    row: str = ""
    amv_row: str = ""


class PublishedTask(Record):
    """A published figure that tasks which are not published were filled from.

    Attributes:
        raming: the version.
        area: `NL` or a province code.
        total: places.
        amv: amv places of them; None where not published.
        row: file and line.
    """

    raming: str
    area: str
    total: int
    amv: int | None
    row: str
