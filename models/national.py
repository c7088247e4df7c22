# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Between provinces: who reported what, who takes over how much for whom, and the proof of it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from models.division import Whole
from models.places import Kind, Places
from models.record import DecimalNumber, Name, Record

Rule = Literal["none", "least_distance", "proportional"]


class National(Record):
    """Whether provinces with a surplus take over from provinces that are short."""

    takeover: Rule = Field(
        default="none",
        description="none | least_distance (as many places as possible, then least places x "
        "kilometres) | proportional (in proportion to what each province is short)",
    )
    neighbours_only: bool = Field(
        default=False, description="only provinces that share a land border take over (true)"
    )
    from_: tuple[Name, ...] = Field(
        default=(),
        alias="from",
        strict=False,
        description="the provinces that take over, e.g. [Fryslân]; empty: all with a surplus",
    )
    lots: tuple[Name, ...] = Field(
        default=(),
        strict=False,
        description="the order of lots that provinces drew, for equal claims and equally good "
        "plans; [] means by code; a tie with a province that drew none is refused",
    )


class ReportedPlaces(Record):
    """One figure of a provincial report that counts.

    Attributes:
        area: code of the province.
        figure: `reported`, `guaranteed` or `intended`.
        total: as published.
        amv: as published; None where it is not.
        places: what counts; an amv part that is not published is pro rata of the task, estimated
            for the figures of a province together: each has what it adds to those before it.
        row: file and line.
        note: what the table says beside it, such as that a later report has another figure.
    """

    area: str
    figure: Literal["reported", "guaranteed", "intended"]
    total: Whole
    amv: Whole | None
    places: Places
    row: str
    note: str = ""


class Takeover(Record):
    """Places that one province takes over from another.

    Attributes:
        giver: code of the province with a surplus, which gives places of it.
        taker: code of the province that is short, whose rest is lowered by them.
        kind: of the places.
        places: how many.
        distance_km: between the middles of both, to 0.1 km.
    """

    giver: str
    taker: str
    kind: Kind
    places: Whole
    distance_km: DecimalNumber


class Balance(Record):
    """One province in the sums of the country.

    Attributes:
        known: whether it is known what counts; where not, it is in no sum and the rest is zero.
        task: what the raming asks.
        counted: what counts, with a municipality or without; nothing where it is not known.
        surplus: above its task.
        shortage: what it is short, before others take over.
        takes_over: of its surplus, what counts for others.
        handed_over: of its shortage, what others take over.
        left: to divide over its municipalities: shortage - handed_over.
        unused: surplus - takes_over.
    """

    code: str
    name: str
    known: bool
    task: Places
    counted: Places
    surplus: Places
    shortage: Places
    takes_over: Places
    handed_over: Places
    left: Places
    unused: Places


class Prices(Record):
    """The proof that no takeovers are better: what a place is worth to each province.

    With `forgone` = F, distances c in tenths of a kilometre, surpluses s and demands d, every pair
    has givers[i] + takers[j] >= F - c(i, j), none is below zero, and the sum of s x givers and
    d x takers is the sum of places x (F - c). That is linear duality: no takeovers reach more.

    Attributes:
        forgone: what a place that is not taken over costs; more than any detour it could save.
        givers: by code, in tenths of a kilometre.
        takers: likewise.
    """

    kind: Kind
    forgone: int
    givers: dict[str, int]
    takers: dict[str, int]


class Border(Record):
    """Two that share a land border: provinces with the first row that says so, or municipalities.

    Attributes:
        one: code, the lower of both.
        other: likewise.
        row: of the table of neighbours.
    """

    one: str
    other: str
    row: str


class Country(Record):
    """The provinces together.

    Attributes:
        provinces: one for each of the scenario.
        prices: the proof, per kind; empty where nobody takes over.
        borders: between provinces, where only neighbours take over.
        crossings: the borders between municipalities of different provinces, from which those of
            the provinces follow.
        tasks: of the provinces that are known.
        decisions: what is decided for them: all that counts and what is left to divide.
        unused: surplus that nobody takes; the decisions exceed the tasks by it and by over_task.
        over_task: as of the provinces.
        raming: the national total of the raming, where all provinces take part.
    """

    provinces: tuple[Balance, ...]
    prices: tuple[Prices, ...] = ()
    borders: tuple[Border, ...] = ()
    crossings: tuple[Border, ...] = ()
    tasks: Whole
    decisions: Whole
    unused: Whole
    over_task: Whole
    raming: Whole | None = None
