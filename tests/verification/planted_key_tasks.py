# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations where tasks follow the key, stay the raming's, or are the scenario's own."""

from __future__ import annotations

from collections.abc import Callable

from tests.verification.planted import BASE, Json, set_

ALONE = (*BASE, "key.name=inhabitants", "task.follows=key")
STAYS = (*BASE, "key.name=inhabitants")
OWN = (*BASE, "task.provinces={Overijssel: {total: 6000, amv: 500, source: a letter}}")
LATER_BY_KEY = (
    "nederland-2026",
    "provinces=[PV23]",
)

PLANTED_KEY_TASKS: list[tuple[list[str], tuple[str, ...], Callable[[Json], None]]] = [
    (
        ["follow_key[GM0141.total]: 402 of 398.573"],
        ALONE,
        set_("municipalities.0.share", {"regular": 368, "amv": 34, "total": 402}),
    ),
    (
        ["follow_key: follows raming"],
        ALONE,
        set_("follows", "raming"),
    ),
    (
        ["share_need: the sum of all weights: 17811291, must be 17811292"],
        ALONE,
        lambda v: v["need"]["elsewhere"].update(
            GM0014=str(int(v["need"]["elsewhere"]["GM0014"]) + 1)
        ),
    ),
    (
        ["share_need[total]: the numbers add up to: 96009, must be 96008"],
        ALONE,
        set_("need.numbers", {"regular": 87_860, "amv": 8_149, "total": 96_009}),
    ),
    (
        ["share_need[PV23]: by the key: 6386, must be 6385"],
        STAYS,
        set_("provinces.0.by_key", {"regular": 5_841, "amv": 545, "total": 6_386}),
    ),
    (
        ["share_need: nobody stated the need"],
        ALONE,
        set_("need.need.total_status", "stated"),
    ),
    (
        ["share_need: 5614 amv places, estimated"],
        LATER_BY_KEY,
        set_("need.need.amv", 5_614),
    ),
    (
        ["tell_both_tasks[PV23]: (6000, 500) is told beside the same task"],
        OWN,
        lambda v: v["provinces"][0]["published"].update(total=6_000, amv=500),
    ),
    (
        ["enter_tasks[PV23]: the amv task: 501, must be 500"],
        OWN,
        set_("provinces.0.task", {"regular": 5_499, "amv": 501, "total": 6_000}),
    ),
]
