# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations of what counts by law: stays, the minimum of a municipality, margins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.verification.planted import BASE, Json, set_

# Almelo's 90 go on; Borne's 60 are too few; 80 of Losser's 101 count; Kampen has 16 at two sites.
STAYS = (str(Path(__file__).parent / "scenarios" / "stays.yaml"),)
DURABLE = (*STAYS, "counting.durable={from: 2026-02-01}", "counting.available=null")


def offer(line: int, **changes: Any) -> Callable[[Json], None]:
    def change(value: Json) -> None:
        next(one for one in value["offers"] if one["row"] == f"stays.csv:{line}").update(changes)

    return change


def settings(path: str, new: Any) -> Callable[[Json], None]:
    return set_(f"scenario.settings.counting.{path}", new)


PLANTED_COUNTING: list[tuple[list[str], tuple[str, ...], Callable[[Json], None]]] = [
    # The places of the first contract do not count again in the second.
    (
        [
            "count_offers[stays.csv:3]: 90 places count, from 0 to 0 can",
            "count_offers[stays.csv:2]: places of the site that count: 180, must be 90",
        ],
        STAYS,
        offer(3, counts=True, counted=90, against=None),
    ),
    (
        ["count_offers[stays.csv:2]: places of the site that count: 100, must be 90"],
        STAYS,
        offer(2, counted=100),
    ),
    (
        [
            (
                "count_offers[stays.csv:2]: the rows that are judged as one: , must be "
                "stays.csv:2, stays.csv:3"
            )
        ],
        STAYS,
        offer(2, stay=[]),
    ),
    # A day between the two, and they are no stay.
    (
        ["count_offers[stays.csv:2]: whether it counts: True, must be False"],
        STAYS,
        offer(3, **{"from": "2026-01-02"}),
    ),
    # Sixty of a municipality are too few; sixteen at two sites are enough.
    (
        ["count_offers[stays.csv:4]: 60 places count, from 0 to 0 can"],
        STAYS,
        offer(4, counts=True, counted=60, against=None),
    ),
    (
        ["count_offers[stays.csv:6]: whether it counts: True, must be False"],
        STAYS,
        settings("minimum_municipality", {"regular": 90, "amv": 17}),
    ),
    (
        ["count_offers[stays.csv:4]: places of the site that stand there: 59, must be 60"],
        STAYS,
        offer(4, standing=59),
    ),
    # Four fifths of 101 are 80, rounded down.
    (
        ["count_offers[stays.csv:5]: 81 places count, from 80 to 80 can"],
        STAYS,
        offer(5, counted=81),
    ),
    (
        ["count_offers[stays.csv:5]: 80 places count, from 101 to 101 can"],
        STAYS,
        offer(5, phase="in_use"),
    ),
    (
        ["count_offers[stays.csv:5]: nothing speaks against it: False, must be True"],
        STAYS,
        offer(5, against="window"),
    ),
    # Five years, there on the day or coming within twelve months.
    (
        ["count_offers[stays.csv:5]: whether it counts: True, must be False"],
        DURABLE,
        offer(5, **{"from": "2027-02-02"}),
    ),
    (
        ["count_offers[stays.csv:5]: whether it counts: True, must be False"],
        DURABLE,
        offer(5, **{"from": "2027-02-01", "until": "2032-01-30"}),
    ),
    (
        ["count_offers[stays.csv:3]: whether it counts: True, must be False"],
        DURABLE,
        settings("durable.years", 8),
    ),
    # Agreements between the same two count once.
    (
        [
            (
                "count_once_what_goes_on[kampen-dronten-2024]: places that count between both: "
                "199, must be 200"
            )
        ],
        BASE,
        set_("exchanges.0.counted", 199),
    ),
    (
        [
            (
                "count_once_what_goes_on[kampen-dronten-2024]: the agreements that are judged as "
                "one: another, must be "
            )
        ],
        BASE,
        set_("exchanges.0.stay", ["another"]),
    ),
]
