# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The grant for places above 75 % of the provincial number (Act 9(3))."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, model_validator

from models.division import Whole
from models.places import MOST_PLACES, Kind, Places
from models.record import DecimalNumber, Exact, Figure, Record, Refusal

PART_OF_THE_NUMBER = Fraction(3, 4)
"""Of the provincial number: the grant is for each place above it."""
CENTS = 100
Footing = Literal["counted", "decision"]
"""Which places are taken as provided: all that is decided, or those that count now."""


class GrantSettings(Record):
    """How the grant of Act 9(3) is told."""

    tell: bool = Field(
        default=False,
        description="true: tell it in every answer; `allocator grant` tells it in any case",
    )
    places: Footing = Field(
        default="decision",
        description="the places that are taken as provided: decision, all that is decided, as it "
        "has to be after the two years; counted, those that count now",
    )
    paid: dict[str, Annotated[int, Field(ge=0, le=MOST_PLACES)]] = Field(
        default_factory=dict,
        description="by municipality: places for which it had a grant already (Act 9(2)(b)), which "
        "are left out, e.g. {Almelo: 100}",
    )
    euros_per_place: DecimalNumber | None = Field(
        default=None,
        ge=0,
        le=1_000_000,
        description="the amount for each place, in euros to the cent, e.g. 2500.50; null: it is "
        "not known, and places are counted",
    )
    province_part: Exact | None = Field(
        default=None,
        ge=0,
        le=1,
        description='the part of the province, e.g. "1/10"; null: not known (the Act does not say '
        "it), and all is divided over the municipalities",
    )

    @model_validator(mode="after")
    def _whole_cents(self) -> GrantSettings:
        if self.euros_per_place is not None and (self.euros_per_place * CENTS).denominator != 1:
            what = f"{self.euros_per_place} euros are not a whole number of cents"
            raise Refusal("part-of-a-cent", what, "Write two decimals at most.")
        return self

    @property
    def cents_per_place(self) -> int | None:
        """The amount for each place in cents."""
        return None if self.euros_per_place is None else int(self.euros_per_place * CENTS)


class GrantPart(Record):
    """What one municipality gets, or the province itself.

    Attributes:
        exact: its exact part of the places that are divided.
        places: the same in whole places.
        cents: its part of the amount; None where none is known.
    """

    exact: Figure
    places: Whole
    cents: Whole | None


class GrantShare(GrantPart):
    """A municipality in the division of the grant.

    Attributes:
        provided: its places, those of exchanges with the taker.
        task: by the decision.
        paid: places of these that had a grant already.
        meets: whether it provides any place, and of each kind no fewer than its task.
        weight: what the grant is pro rata to: places provided less those paid; 0 for who does not
            meet its task.
    """

    code: str
    name: str
    provided: Places
    task: Places
    paid: Whole
    meets: bool
    weight: Whole


class GrantTie(Record):
    """Equal remainders: who ties for how many units (places or cents), and who got them."""

    of: Literal["places", "cents"]
    tied: tuple[str, ...]
    units: Whole
    drawn: tuple[str, ...]


class GrantOfProvince(Record):
    """The grant in one province.

    Attributes:
        number: of places of the provincial task (Act 3(1)).
        threshold: 75 % of it, exactly.
        provided: places of its municipalities.
        unlocated: places in it that belong to no municipality.
        paid: places that had a grant already.
        above: places for which there is a grant.
        cents: what that comes to; None where no amount is known.
        province: the part of the province itself.
        municipalities: in order of code.
        divided: whether anything is: False where no municipality meets its task, or nothing is
            above.
        ties: equal remainders.
        row: file and line of the number.
    """

    code: str
    name: str
    number: Whole
    threshold: Exact
    provided: Whole
    unlocated: Whole
    paid: Whole
    above: Whole
    cents: Whole | None
    province: GrantPart
    municipalities: tuple[GrantShare, ...]
    divided: bool
    ties: tuple[GrantTie, ...] = ()
    row: str = ""


class GrantSide(Record):
    """What somebody gets as the run counts places, and if they count where they stand.

    Attributes:
        code: of a municipality, or of a province: then all that is granted in it.
        counted: places of the grant as the run counts.
        standing: if the places count where they stand.
        cents_counted: the same in money; None where no amount is known.
        cents_standing: the same in money.
    """

    code: str
    name: str
    counted: Whole
    standing: Whole
    cents_counted: Whole | None
    cents_standing: Whole | None


class GrantMove(Record):
    """An exchange or a merge: whom the grant follows.

    Attributes:
        of: which of the two.
        name: id of the exchange; of a merge its host.
        places: that are moved.
        footing: which places are taken as provided: a merge moves places that are still to be
            made, so it is weighed as if all that is decided were there.
        sides: who gives and takes (of a merge its members and host), then their provinces.
    """

    of: Literal["exchange", "merge"]
    name: str
    kind: Kind
    places: Whole
    footing: Footing
    sides: tuple[GrantSide, ...]


class Grant(Record):
    """The grant of Act 9(3), province by province.

    Attributes:
        footing: which places are taken as provided.
        cents_per_place: None where no amount is known.
        province_part: of the province; None where it is not known.
        provinces: those with a division, by code.
        not_told: codes of the others: nobody knows there who meets its task.
        moves: each exchange that counts, then each merge.
    """

    footing: Footing
    cents_per_place: Whole | None
    province_part: Exact | None
    provinces: tuple[GrantOfProvince, ...]
    not_told: tuple[str, ...] = ()
    moves: tuple[GrantMove, ...] = ()
