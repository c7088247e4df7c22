# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Exchanges (uitruil): places that stand in one municipality and count in another."""

from __future__ import annotations

from pydantic import Field

from models.offer import Window
from models.places import Kind
from models.record import Record


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
    row: str = ""
