# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Apportionments as runs record them: weights, bounds, places, certificate and ties."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from models.places import Kind
from models.record import Exact, Figure, Record

Whole = Annotated[int, Field(ge=0)]
Stage = Literal[
    "task", "fill", "share", "pooled", "without", "takeover", "rest", "unlocated", "emergency"
]
Interval = Annotated[tuple[Figure | None, Figure | None], Field(strict=False)]


class Claim(Record):
    """One claimant in an apportionment.

    Attributes:
        code: the municipality.
        kind: of the places.
        weight: what the places are in proportion to.
        minimum: at least so many.
        maximum: at most so many; None is no limit.
        takes_part: False where a minimum site leaves it at zero.
        places: what it got.
    """

    code: str
    kind: Kind | Literal["total"]
    weight: Figure
    minimum: Whole
    maximum: Whole | None
    takes_part: bool
    places: Whole


class Division(Record):
    """One apportionment with its certificate: enough to redo it by hand.

    Attributes:
        stage: `task` (tasks that are not published, or follow another national total), `fill`
            (weights that are not published), `share`, `pooled`, `without` (the same if an
            exchange falls away), `takeover` (what is taken over from each province), `rest`,
            `unlocated` (places of reports, for emergency places within the task) or `emergency`.
        area: code of what closes.
        kind: what is divided; `both` where rules couple the kinds.
        total: places divided.
        row: file and line of the total, where it is an input.
        scale: where another national total is asked: what that is of the published one. The total
            is the sum of the weights times this, to the nearest whole number.
        terms: what the total is the sum of, where it is no single figure.
        term_rows: file and line of each term.
        without: of stage `without`, the exchange that has fallen away.
        method: the rounding method, or `least_squares` where rules couple kinds or regions.
        claims: the claimants, in order of code.
        divisors: for a divisor method the interval of valid divisors (of their squares for
            huntington_hill), an end without limit None: places = weight / divisor, rounded by
            the method, within the bounds.
        divisor: the shortest decimal number inside that interval.
        quota: for the largest remainder: weight per place.
        last_served: for the largest remainder: the smallest remainder that got a place.
        first_not_served: for the largest remainder: the largest remainder that got none.
        multipliers: for `least_squares`: per constraint, the certificate of optimality.
    """

    stage: Stage
    area: str
    kind: Kind | Literal["total", "both"]
    total: Whole
    method: str
    claims: tuple[Claim, ...]
    divisors: Interval | None = None
    divisor: Figure | None = None
    quota: Figure | None = None
    last_served: Figure | None = None
    first_not_served: Figure | None = None
    multipliers: dict[str, Exact] = Field(default_factory=dict)
    row: str = ""
    scale: Figure | None = None
    terms: tuple[int, ...] = ()
    term_rows: tuple[str, ...] = ()
    without: str = ""


class TieResult(Record):
    """Equal claims: who ties for how many places, and who got them by the order of lots.

    Attributes:
        stage: of the apportionment; `selection` of who takes part, or `plan` of who takes over from
            whom, where other takeovers are as good.
        tied: everybody with the same claim; `GM0141.amv` where both kinds are divided together.
            Of a plan the provinces that another one treats differently.
        places: how many places there are for them; of a plan those of the pairs that could have
            more or fewer.
        drawn: who got one; of a plan nobody, for the takeovers tell it.
        order: the municipalities or provinces among them in the order of lots that was used.
        pairs: of a plan, giver and taker of each pair that could have more or fewer places, in the
            order in which they got as many as they could.
        without: as of the division.
    """

    stage: Stage | Literal["selection", "plan"]
    area: str
    kind: Kind | Literal["total", "both"]
    tied: tuple[str, ...]
    places: Whole
    drawn: tuple[str, ...]
    order: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = Field(default=(), strict=False)
    without: str = ""
