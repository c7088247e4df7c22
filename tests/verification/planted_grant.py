# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations of the grant of Act 9(3); see `planted`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.verification.planted import BASE, Json, set_

TOLD = (*BASE, "grant={tell: true, euros_per_place: 2500.50, province_part: 1/10}")
KAMPEN = "grant_follows[exchange kampen-dronten-2024.regular]"


def province(**changes: Any) -> Callable[[Json], None]:
    return lambda value: value["grant"]["provinces"][0].update(changes)


def share(code: str, **changes: Any) -> Callable[[Json], None]:
    def change(value: Json) -> None:
        for one in value["grant"]["provinces"][0]["municipalities"]:
            if one["code"] == code:
                one.update(changes)

    return change


def a_cent(giver: str, taker: str) -> Callable[[Json], None]:
    """A cent from one to another: the sum stays."""

    def change(value: Json) -> None:
        for one in value["grant"]["provinces"][0]["municipalities"]:
            one["cents"] += (one["code"] == taker) - (one["code"] == giver)

    return change


def side(number: int, **changes: Any) -> Callable[[Json], None]:
    return lambda value: value["grant"]["moves"][0]["sides"][number].update(changes)


PLANTED_GRANT: list[tuple[list[str], tuple[str, ...], Callable[[Json], None]]] = [
    (["grant_above: whether it is told: False, must be True"], TOLD, set_("grant", None)),
    (
        ["grant_above: cents for each place: 250051, must be 250050"],
        TOLD,
        set_("grant.cents_per_place", 250_051),
    ),
    (
        ["grant_above: the part of the province: 1/5, must be 1/10"],
        TOLD,
        set_("grant.province_part", "1/5"),
    ),
    (
        ["grant_above: which places are provided: counted, must be decision"],
        TOLD,
        set_("grant.footing", "counted"),
    ),
    (
        ["grant_above[PV23]: places above: 1581, must be 1582"],
        TOLD,
        province(above=1581),
    ),
    (
        ["grant_above[PV23]: 75 % of it: 4744, must be 18975/4"],
        TOLD,
        province(threshold="4744"),
    ),
    (["grant_above[PV23]: places paid already: 5, must be 0"], TOLD, province(paid=5)),
    (
        ["grant_above[PV23]: places provided: 6324, must be 6325"],
        TOLD,
        province(provided=6324),
    ),
    (
        ["grant_parts[GM0147]: what it is pro rata to: 23, must be 22"],
        TOLD,
        share("GM0147", weight=23),
    ),
    (
        ["grant_parts[GM0147]: whether it meets its task: False, must be True"],
        TOLD,
        share("GM0147", meets=False),
    ),
    (
        ["grant_parts[PV23]: whether it is divided: False, must be True"],
        TOLD,
        province(divided=False),
    ),
    (
        ["grant_parts[PV23]: ties of cents: GM0141, GM0147, must be "],
        TOLD,
        province(
            ties=[{"of": "cents", "tied": ["GM0141", "GM0147"], "units": 1, "drawn": ["GM0141"]}]
        ),
    ),
    (
        [f"{KAMPEN}.PV23: 1381 places where they stand, of 1382"],
        TOLD,
        side(1, standing=1381),
    ),
    (
        [f"{KAMPEN}: who is told: GM0141, PV23, must be GM0166, PV23"],
        TOLD,
        side(0, code="GM0141"),
    ),
    (
        ["grant_parts[PV23]: GM0141 has a larger remainder of cents than GM0166"],
        TOLD,
        a_cent("GM0141", "GM0147"),
    ),
]
