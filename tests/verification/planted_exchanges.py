# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations of the rules of an exchange; see `planted`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.verification.planted import BASE, Json, set_

# Almelo gives 80 regular places to Borne, against 20 status holders.
AGAINST = (str(Path(__file__).parent / "scenarios" / "status-holders.yaml"),)

# The same against 20 Ukrainians.
UKRAINIANS = (str(Path(__file__).parent / "scenarios" / "ukrainians.yaml"),)


def exchange(**changes: Any) -> Callable[[Json], None]:
    return lambda value: value["exchanges"][0].update(changes)


def condition(**changes: Any) -> Callable[[Json], None]:
    return lambda value: value["exchanges"][0]["conditions"][0].update(changes)


def without(end: str, regular: int) -> Callable[[Json], None]:
    """Let an end count other regular places without the exchange."""

    def change(value: Json) -> None:
        places = value["exchanges"][0][f"{end}_without"]
        places.update(regular=regular, total=regular + places["amv"])

    return change


def book(code: str, **changes: Any) -> Callable[[Json], None]:
    """Change the books of one who exchanges places against status holders."""

    def change(value: Json) -> None:
        next(one for one in value["status_holders"] if one["code"] == code).update(changes)

    return change


def regular(places: int) -> Json:
    return {"total": places, "regular": places, "amv": 0}


# Borne, which takes, is a candidate of a pledge that is split anew without the exchange.
PLEDGED = (*AGAINST, "pooled_offers.0.candidates=[Borne, Losser]")


def split_anew(value: Json) -> Json:
    return next(one for one in value["divisions"] if one["stage"] == "without")


def weight_anew(value: Json) -> None:
    split_anew(value)["claims"][0]["weight"] = "135"


KAMPEN = "kampen-dronten-2024"
WORTH = "places that its status holders are worth"
BOOKS = "book_status_holders[GM0147]"


def pledged_instead(value: Json) -> None:
    """Have what Almelo lends be pledged places."""
    one = next(one for one in value["municipalities"] if one["code"] == "GM0141")
    one["pooled"] = regular(one["counted"]["regular"] + 5)


def one_after_the_other(value: Json) -> None:
    """Have the same places given to Losser once Borne no longer has them, and ask for no day."""
    value["scenario"]["settings"]["counting"]["available"] = None
    (one,) = value["exchanges"]
    one.update({"from": "2024-02-01", "until": "2025-01-31"})
    later = {"id": "later", "taker": "GM0168", "from": "2025-02-01", "until": "2026-02-01"}
    value["exchanges"].append({**one, **later})


def and_later(**changes: Any) -> Callable[[Json], None]:
    """Have Almelo give to Losser too, while it gives to Borne."""

    def change(value: Json) -> None:
        (one,) = value["exchanges"]
        value["exchanges"].append({**one, "id": "later", "taker": "GM0168", **changes})

    return change


# A day before the exchange, so that it does not count.
LATE = (*AGAINST, "counting.available={on: 2024-01-31}")


PLANTED_EXCHANGES: list[tuple[list[str], tuple[str, ...], Callable[[Json], None]]] = [
    (
        ["lend_own[GM0141.regular]: lends 5 regular places more than it has of its own"],
        AGAINST,
        pledged_instead,
    ),
    (
        ["lend_own[almelo-borne]: may be the same places as later, after it or before"],
        AGAINST,
        one_after_the_other,
    ),
    (
        ["lend_in_time[almelo-borne]: gives 9999 regular places and has 398 at most"],
        LATE,
        exchange(places=9999),
    ),
    (
        ["lend_in_time[later]: gives 480 regular places and has 398 at most"],
        LATE,
        and_later(places=400),
    ),
    (
        ["lend_in_time[later]: 70 status holders leave together, of 60"],
        LATE,
        and_later(status_holders=50),
    ),
    (
        ["book_status_holders[GM0141]: 20 status holders leave, of 10"],
        AGAINST,
        set_("scenario.settings.exchanging.status_holders", {"GM0141": 10}),
    ),
    (
        ["book_ukrainians: whose books are kept: , must be GM0141, GM0147"],
        UKRAINIANS,
        set_("ukrainians", []),
    ),
    (
        ["book_ukrainians[almelo-borne]: places that its Ukrainians are worth: 76, must be 80"],
        UKRAINIANS,
        exchange(ukrainians=19),
    ),
    (
        [f"count_exchanges[{KAMPEN}]: whether it counts: True, must be False"],
        BASE,
        set_("scenario.settings.exchanging.conditions", "require"),
    ),
    (
        ["count_exchanges[almelo-borne]: an exchange with itself"],
        AGAINST,
        exchange(giver="GM0147", taker="GM0147"),
    ),
    (
        ["count_exchanges[again]: gives places that it takes by another exchange"],
        AGAINST,
        lambda value: value["exchanges"].append(
            {**value["exchanges"][0], "id": "again", "giver": "GM0147", "taker": "GM0168"}
        ),
    ),
    (
        ["show_conditions[almelo-borne]: places shown: 0, must be 8"],
        AGAINST,
        lambda value: (
            exchange(places=390)(value),
            condition(municipality="GM0141", shown=0)(value),
        ),
    ),
    (
        [f"show_conditions[{KAMPEN}]: places shown: 75, must be 74"],
        BASE,
        condition(shown=75),
    ),
    (
        [f"show_conditions[{KAMPEN}]: whether it is met: True, must be None"],
        BASE,
        condition(met=True),
    ),
    (
        [f"show_conditions[{KAMPEN}]: whether it is met: None, must be False"],
        BASE,
        condition(promised=33),
    ),
    (
        [f"show_conditions[{KAMPEN}]: whether it is met: None, must be False"],
        BASE,
        condition(promised_on="2025-10-02"),
    ),
    (
        [f"show_conditions[{KAMPEN}]: places shown: 74, must be 68"],
        BASE,
        condition(on="2024-10-31", promised=60),
    ),
    (
        [f"fall_away[{KAMPEN}.GM0166]: regular places without: 49, must be 48"],
        BASE,
        without("taker", 49),
    ),
    (
        ["fall_away[almelo-borne.GM0141]: regular places without: 397, must be 398"],
        AGAINST,
        without("giver", 397),
    ),
    (
        [f"book_status_holders[almelo-borne]: {WORTH}: 76, must be 80"],
        AGAINST,
        exchange(status_holders=19),
    ),
    ([f"{BOOKS}: status holders before: 21, must be 20"], AGAINST, book("GM0147", before=21)),
    ([f"{BOOKS}: status holders after: 39, must be 40"], AGAINST, book("GM0147", after=39)),
    ([f"{BOOKS}: status holders moved: 19, must be 20"], AGAINST, book("GM0147", change=19)),
    (
        [
            (
                "split_without[twente-intended without almelo-borne.GM0147.regular]: what the "
                "split is pro rata to: 135, must be 136"
            )
        ],
        PLEDGED,
        weight_anew,
    ),
    (
        ["fall_away[almelo-borne.GM0147]: regular places without: 294, must be 295"],
        PLEDGED,
        without("taker", 294),
    ),
    (
        [f"count_exchanges[{KAMPEN}]: what happens after its last day: final, must be extendable"],
        BASE,
        exchange(extendable=True),
    ),
    (
        [f"{BOOKS}: regular after: 79, must be 80"],
        AGAINST,
        book("GM0147", places_after=regular(79)),
    ),
    (
        [f"{BOOKS}: regular before: 1, must be 0"],
        AGAINST,
        book("GM0147", places_before=regular(1)),
    ),
    (
        ["book_status_holders: whose books are kept: , must be GM0141, GM0147"],
        AGAINST,
        set_("status_holders", []),
    ),
]
