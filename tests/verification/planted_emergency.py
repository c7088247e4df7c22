# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations of the rules of emergency places; see `planted`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.verification.planted import Json, set_

ON_TOP = ("overijssel-2022",)
WITHIN = (*ON_TOP, "emergency.counts=within_task", "emergency.minimum={Twente: 2200}")
TWENTE = "reach_minimum[VR05]"


def twente(**changes: Any) -> Callable[[Json], None]:
    return lambda value: value["emergency"][-1].update(changes)


def claim(**changes: Any) -> Callable[[Json], None]:
    """Change the claim of Almelo."""

    def change(value: Json) -> None:
        for division in value["divisions"]:
            if (division["stage"], division["area"]) == ("emergency", "VR05"):
                division["claims"][0].update(changes)

    return change


def without_a_claimant(value: Json) -> None:
    for division in value["divisions"]:
        if (division["stage"], division["area"]) == ("emergency", "VR05"):
            division["claims"].pop()


def without_division(value: Json) -> None:
    value["divisions"] = [one for one in value["divisions"] if one["stage"] != "emergency"]


# Of Overijssel only a report is known, so its places belong to nobody.
REPORTED = (
    "nederland-2024-reports",
    "provinces=[PV23]",
    "merging.minimum_site={regular: 0, amv: 0}",
    "emergency={counts: within_task, minimum: {Twente: 450}}",
)


PLANTED_EMERGENCY: list[tuple[list[str], tuple[str, ...], Callable[[Json], None]]] = [
    (
        ["spread_unlocated: places spread: {}, must be {'PV23': 5699}"],
        REPORTED,
        lambda value: value.update(
            divisions=[one for one in value["divisions"] if one["stage"] != "unlocated"]
        ),
    ),
    (["reach_minimum: the regions: , must be VR04, VR05"], ON_TOP, set_("emergency", [])),
    (
        ["reach_minimum: regions that are asked: , must be VR04, VR05"],
        ON_TOP,
        without_division,
    ),
    ([f"{TWENTE}: the minimum: 451, must be 450"], ON_TOP, twente(minimum=451)),
    ([f"{TWENTE}: what is there: 1, must be 0"], ON_TOP, twente(available=1)),
    (
        [
            f"{TWENTE}: what is asked: 449, must be 450",
            f"{TWENTE}: places divided: 450, must be 449",
        ],
        ON_TOP,
        twente(asked=449),
    ),
    ([f"{TWENTE}: what nobody can be asked for: 1, must be 0"], ON_TOP, twente(short=1)),
    ([f"{TWENTE}: what nobody can be asked for: 35, must be 36"], WITHIN, twente(short=35)),
    (
        [f"{TWENTE}: whether they are within the task: True, must be False"],
        ON_TOP,
        twente(within_task=True),
    ),
    (
        ["ask_by_share[GM0141]: what it is pro rata to: 251, must be 250"],
        ON_TOP,
        claim(weight="251"),
    ),
    (["ask_by_share[GM0141]: the bounds: 0 to 249, must be 0 to 250"], WITHIN, claim(maximum=249)),
    (
        [
            (
                "ask_by_share[VR05]: who is asked: GM0141, GM0147, GM0153, GM0158, GM0163, GM0164, "
                "GM0168, GM0173, GM0183, GM0189, GM1700, GM1735, GM1742, must be GM0141, GM0147, "
                "GM0153, GM0158, GM0163, GM0164, GM0168, GM0173, GM0183, GM0189, GM1700, GM1735, "
                "GM1742, GM1774"
            )
        ],
        ON_TOP,
        without_a_claimant,
    ),
]
