# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Places: the unit of everything, always whole, in two kinds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, Self

from pydantic import Field, computed_field, model_validator

from models.record import Record

Kind = Literal["regular", "amv"]
KINDS: tuple[Kind, ...] = ("regular", "amv")

# The whole country has fewer; a larger number in a setting or an offer is a mistake.
MOST_PLACES = 1_000_000


class Places(Record):
    """Whole reception places of both kinds; `total` includes the amv places.

    `amv` are places for unaccompanied minors (alleenstaande minderjarige vreemdelingen).
    """

    regular: int = Field(default=0, ge=0, description="places that are not amv places")
    amv: int = Field(default=0, ge=0, description="places for unaccompanied minors")

    @model_validator(mode="before")
    @classmethod
    def _total_agrees(cls, data: Any) -> Any:
        """Accept a `total` that is the sum of the kinds, as the program itself writes it."""
        if not isinstance(data, dict) or "total" not in data:
            return data
        parts = {name: value for name, value in data.items() if name != "total"}
        total = data["total"]
        if "regular" not in parts and isinstance(total, int) and isinstance(parts.get("amv"), int):
            if parts["amv"] > total:
                raise ValueError(f"{parts['amv']} amv places are more than the total of {total}")
            parts["regular"] = total - parts["amv"]
        if total != parts.get("regular", 0) + parts.get("amv", 0):
            raise ValueError(f"the total of {total} is not the sum of regular and amv")
        return parts

    @computed_field  # type: ignore[prop-decorator]
    @property
    def total(self) -> int:
        """All places, amv included."""
        return self.regular + self.amv

    def of(self, kind: Kind) -> int:
        """The places of one kind."""
        return self.amv if kind == "amv" else self.regular

    @classmethod
    def in_kind(cls, kind: Kind, places: int) -> Self:
        """So many places of one kind and none of the other."""
        return cls(amv=places) if kind == "amv" else cls(regular=places)

    def __add__(self, other: Places) -> Places:
        """The places of both together."""
        return Places(regular=self.regular + other.regular, amv=self.amv + other.amv)

    def __bool__(self) -> bool:
        """Whether there is any place at all."""
        return self.total > 0


def total_of(many: Iterable[Places]) -> Places:
    """The sum of many places."""
    regular = amv = 0
    for places in many:
        regular += places.regular
        amv += places.amv
    return Places(regular=regular, amv=amv)


class SiteMinimum(Record):
    """The smallest number of places of a kind that makes a site; 0 is no minimum."""

    regular: int = Field(default=0, ge=0, le=MOST_PLACES, description="regular places")
    amv: int = Field(default=0, ge=0, le=MOST_PLACES, description="amv places")

    def of(self, kind: Kind) -> int:
        """The minimum of one kind."""
        return self.amv if kind == "amv" else self.regular
