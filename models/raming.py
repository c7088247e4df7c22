# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The raming: what one version of it asks of the country, a province or a region."""

from __future__ import annotations

from typing import Literal

from models.places import Places
from models.record import Record

FigureStatus = Literal["published", "derived", "estimated"]


class Task(Record):
    """The places that an area has to make possible in one version of the raming.

    Attributes:
        area: `NL`, a province code or a region code.
        places: total and amv.
        total_status: `published`, or `estimated` where the whole task is not known and the
            scenario says how to fill it.
        amv_status: `published`, or `estimated` where the amv part is not known and the
            scenario says how to fill it.
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
