# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations in what pledges lose by plans that fall through, in a timeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Json = dict[str, Any]
Plant = Callable[[Json], None]

# Of Twente no window is known; IJsselland plans for ten months.
FALLEN = (
    "pooled_offers.0.fallen_through=[Haaksbergen, Losser]",
    "pooled_offers.1.fallen_through=[Raalte]",
    "pooled_offers.1.available={from: 2026-03-01, until: 2027-01-01}",
)


def pledge(value: Json, kind: str) -> Json:
    return next(
        one for one in value["contracts"] if (one["source"], one["kind"]) == ("pledge", kind)
    )


def told_otherwise(value: Json) -> None:
    """Have 100 places more fall through, and as many fewer left: together what is pledged."""
    one = pledge(value, "regular")
    one["places"] -= 100
    one["fallen_through"] += 100


def told_otherwise_of_no_window(value: Json) -> None:
    one = value["unknown"][0]
    one["places"] = {"regular": 337, "amv": 0, "total": 337}
    one["fallen_through"] = {"regular": 219, "amv": 0, "total": 219}


def of_an_offer(value: Json) -> None:
    value["contracts"][0]["fallen_through"] = 1


def split_otherwise(value: Json) -> None:
    """Raalte's part one larger, Zwolle's one smaller, and all that follows from it."""
    claims = {one["code"]: one for one in value["divisions"][1]["claims"]}
    claims["GM0177"]["places"] += 1
    claims["GM0193"]["places"] -= 1
    one = pledge(value, "regular")
    one["places"] -= 1
    one["fallen_through"] += 1


def weighed_otherwise(value: Json) -> None:
    value["divisions"][0]["claims"][0]["weight"] = "133"


def counted_otherwise(value: Json) -> None:
    """Zwolle's site of 300 places smaller: it would lack more."""
    (site,) = (one for one in value["contracts"] if one["row"] == "overijssel-offers-2024.csv:15")
    site["places"] = 290


def in_no_order(value: Json) -> None:
    value["divisions"][0]["claims"][0]["maximum"] = 114


def not_whole(value: Json) -> None:
    value["divisions"][0]["claims"][0]["places"] -= 1


def by_another_method(value: Json) -> None:
    value["divisions"][0]["method"] = "dhondt"


def not_split(value: Json) -> None:
    del value["divisions"][0]


def a_tie_made_up(value: Json) -> None:
    value["ties"].append(
        {
            "stage": "pooled",
            "area": "twente-intended",
            "kind": "regular",
            "tied": ["GM0158", "GM0168"],
            "places": 1,
            "drawn": ["GM0158"],
            "order": ["GM0158", "GM0168"],
        }
    )


PLANTED_PLANS: list[tuple[str, Plant]] = [
    (
        "lose_plans[ijsselland-intended.regular]: places that fell through: 391, must be 291",
        told_otherwise,
    ),
    (
        "lose_plans[twente-intended.regular]: places that fell through: 219, must be 218",
        told_otherwise_of_no_window,
    ),
    (
        "lose_plans[overijssel-offers-2024.csv:2.regular]: places that fell through: 1, must be 0",
        of_an_offer,
    ),
    ("split_plans[ijsselland-intended.regular]: a claim that was refused, ", split_otherwise),
    (
        (
            "split_plans[twente-intended.GM0158.regular]: what the split is pro rata to: 133, must "
            "be 132"
        ),
        weighed_otherwise,
    ),
    (
        (
            "split_plans[ijsselland-intended.GM0193.regular]: what the split is pro rata to: 310, "
            "must be 320"
        ),
        counted_otherwise,
    ),
    (
        "split_plans[twente-intended.GM0158.regular]: nothing bounds the part of a candidate",
        in_no_order,
    ),
    ("split_plans[twente-intended.regular]: the sum: 555, must be 556", not_whole),
    (
        "split_plans[twente-intended.regular]: the method: dhondt, must be sainte_lague",
        by_another_method,
    ),
    (
        "split_plans: what is split: 1229 regular of ijsselland-intended over GM0148 ",
        not_split,
    ),
    (
        "split_plans[twente-intended.regular]: the ties: GM0158 of GM0158 GM0168, must be ",
        a_tie_made_up,
    ),
]
