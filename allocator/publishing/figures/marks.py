# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a map shows: municipalities with a number, and places that go from one to another."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from models.places import Kind


@dataclass(frozen=True, slots=True)
class Tile:
    """A municipality on the map.

    Attributes:
        code: of the municipality.
        name: written whole.
        group: code of what is outlined, a region or a province.
        latitude: of its centroid, in degrees.
        longitude: likewise.
        value: its number as it is to be read; empty where it has none.
        shade: which of the legend's classes it is in; the first, 0, is white.
        host: whether places of others are realised there: a double border.
        anchor: of what it links to in the page; empty where that is nowhere.
    """

    code: str
    name: str
    group: str
    latitude: Fraction
    longitude: Fraction
    value: str = ""
    shade: int = 0
    host: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class MergeLine:
    """Places of one municipality that are realised in another.

    Attributes:
        member: code of whose places they are.
        host: code of where they are realised; a line to itself is not drawn.
        kind: of the places.
        places: how many.
    """

    member: str
    host: str
    kind: Kind
    places: int
