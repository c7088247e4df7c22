# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Places: the unit of everything, always whole, in two kinds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, Self

from pydantic import Field, computed_field, model_validator

from models.record import Record, Refusal

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
        return _closed(parts, data["total"])

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

    def __sub__(self, other: Places) -> Places:
        """What is left of them; never below zero, which is an error."""
        return Places(regular=self.regular - other.regular, amv=self.amv - other.amv)

    def __bool__(self) -> bool:
        """Whether there is any place at all."""
        return self.total > 0


def _closed(parts: dict[str, Any], total: Any) -> dict[str, Any]:
    """The parts of a stated total, `regular` completed where only it is left out.

    Raises:
        ValueError: if they do not add up to the total.
    """
    if type(total) is not int:
        raise Refusal("not-whole", "the total is not a whole number", "Write digits only.")
    if any(type(part) is not int for part in parts.values()):
        return parts  # what is wrong with a part is said of that part
    if "amv" in parts and "regular" not in parts:
        if parts["amv"] > total:
            what = f"{parts['amv']} amv places are more than the total of {total}"
            raise Refusal("amv-above-total", what, "The total includes the amv places.")
        parts = {**parts, "regular": total - parts["amv"]}
    if total != parts.get("regular", 0) + parts.get("amv", 0):
        raise Refusal(
            "total-differs",
            f"the total of {total} is not the sum of regular and amv",
            "Write two of the three, or correct one.",
        )
    return parts


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
