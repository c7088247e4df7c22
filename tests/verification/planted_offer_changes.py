# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations of what a scenario changes of offers; see `planted`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.verification.planted import BASE, Json, set_

# Hardenberg's 700 places are not realised; of Almelo's 398 there are 300.
CHANGES = (
    "offer_changes=[{line: 10, municipality: Hardenberg, realised: false}, "
    "{line: 2, municipality: Almelo, places: 300}]"
)
CHANGED = (*BASE, CHANGES)
FILE = "overijssel-offers-2024.csv"
WHICH = "the offers that are changed"
NOT_REALISED, FEWER = f"change_offers[{FILE}:10]", f"change_offers[{FILE}:2]"


def offer(line: int, **changes: Any) -> Callable[[Json], None]:
    def change(value: Json) -> None:
        next(one for one in value["offers"] if one["row"] == f"{FILE}:{line}").update(changes)

    return change


def change_of(line: int, **changes: Any) -> Callable[[Json], None]:
    def change(value: Json) -> None:
        found = next(one for one in value["offers"] if one["row"] == f"{FILE}:{line}")
        found["change"].update(changes)

    return change


def twice(value: Json) -> None:
    changes = value["scenario"]["settings"]["offer_changes"]
    changes.append(changes[0])


PLANTED_OFFER_CHANGES: list[tuple[list[str], tuple[str, ...], Callable[[Json], None]]] = [
    (
        [f"change_offers: {WHICH}: {FILE}:10, {FILE}:2, must be {FILE}:2, {FILE}:3"],
        CHANGED,
        set_("scenario.settings.offer_changes.0.line", 3),
    ),
    (
        [f"change_offers: {WHICH}: {FILE}:2, must be {FILE}:10, {FILE}:2"],
        CHANGED,
        offer(10, change=None),
    ),
    (
        [f"change_offers: {WHICH}: {FILE}:10, must be "],
        BASE,
        offer(10, change={"row": "x", "realised": True, "places": 700, "status": "likely"}),
    ),
    (["change_offers: an offer is changed twice"], CHANGED, twice),
    (
        [f"{NOT_REALISED}: whose offer it is: GM0193, must be GM0160"],
        CHANGED,
        offer(10, municipality="GM0193"),
    ),
    (
        [f"{NOT_REALISED}: whether it is realised: True, must be False"],
        CHANGED,
        change_of(10, realised=True),
    ),
    (
        [f"{NOT_REALISED}: its places: 700, must be 0"],
        CHANGED,
        offer(10, places=700),
    ),
    (
        [f"count_offers[{FILE}:10]: whether it counts: True, must be False"],
        CHANGED,
        offer(10, counts=True),
    ),
    ([f"{FEWER}: its places: 398, must be 300"], CHANGED, offer(2, places=398)),
    (
        [f"{FEWER}: its status: likely, must be guaranteed"],
        CHANGED,
        offer(2, status="likely"),
    ),
    (
        [f"{FEWER}: its status: guaranteed, must be likely"],
        CHANGED,
        set_("scenario.settings.offer_changes.1.status", "likely"),
    ),
    (
        [f"{FEWER}: what changes it: somewhere, must be --set {CHANGES}"],
        CHANGED,
        change_of(2, row="somewhere"),
    ),
]
