# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How small tasks are merged (samenvoegen): the settings."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from models.places import MOST_PLACES, Kind, SiteMinimum
from models.record import DecimalNumber, Name, Record, Refusal

MergingObjective = Literal["undersized", "moved_tasks", "place_km", "balance", "sites"]

PAIR = 2


class ViableSite(SiteMinimum):
    """The smallest site that is worth merging for; a kind left out keeps its default."""

    regular: int = Field(default=100, ge=0, le=MOST_PLACES, description="regular places")
    amv: int = Field(
        default=20,
        ge=0,
        le=MOST_PLACES,
        description="amv places; 20 is the upper end of the COA's units of 16 to 20 minors, and 16 "
        "the minimum of Decree, art. 3.1(2): see overijssel-2024-amv-16",
    )


def _two(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) != PAIR:
        remedy = "Write [[Kampen, Zwolle], [Borne, Almelo]]."
        raise Refusal("not-a-pair", "not a pair of two names", remedy)
    return names


Pair = Annotated[
    tuple[Name, ...],
    Field(strict=False),
    AfterValidator(_two),
    WithJsonSchema({"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}),
]


class Proposal(Record):
    """A merge that a provincial table proposes."""

    kind: Kind = Field(description="regular | amv")
    host: Name = Field(description="where the places are realised")
    members: tuple[Name, ...] = Field(strict=False, description="whose tasks are realised there")


class Room(Record):
    """How much a host may realise."""

    factor: DecimalNumber | None = Field(
        default=Fraction(2), gt=0, description="at most so many times its share"
    )


class Merging(Record):
    """How small tasks are merged (samenvoegen)."""

    minimum_site: ViableSite = Field(default=ViableSite(), description="the smallest viable site")
    max_distance_km: DecimalNumber = Field(
        default=Fraction(25),
        gt=0,
        le=1_000,
        description="great circle between centroids, to 0.1 km",
    )
    within: Literal["region", "province", "any"] = Field(
        default="region", description="members and host share a: region | province | any"
    )
    contiguous: bool = Field(
        default=True, description="members and host are connected by shared borders"
    )
    max_members: int = Field(
        default=6, ge=1, le=342, description="members of a group, host included"
    )
    include_offers: bool = Field(
        default=False, description="offered places below the minimum may join in"
    )
    room: Room | None = Field(
        default=Room(),
        description="a host realises at most factor times its share; null: no limit",
    )
    proposed: tuple[Proposal, ...] = Field(
        default=(),
        strict=False,
        description="e.g. [{kind: amv, host: Almelo, members: [Borne, Tubbergen]}]",
    )
    forbidden: tuple[Pair, ...] = Field(
        default=(), strict=False, description="pairs that never share a group: [[Kampen, Zwolle]]"
    )
    objectives: tuple[MergingObjective, ...] = Field(
        default=("undersized", "moved_tasks", "place_km", "balance"),
        strict=False,
        description="in order of importance: undersized | moved_tasks | place_km | balance | sites",
    )
