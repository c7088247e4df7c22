# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations in what falls through of a pledge."""

from __future__ import annotations

from collections.abc import Callable

from tests.verification.planted import BASE, Json, put, set_

FALLEN = (*BASE, "pooled_offers.0.fallen_through=[Haaksbergen, Losser]")


def fallen(change: Callable[[Json], None]) -> Callable[[Json], None]:
    """Change the first plan that fell through."""
    return lambda value: change(value["pooled_offers"][0]["fallen_through"][0])


PLANTED_PLEDGES: list[tuple[list[str], tuple[str, ...], Callable[[Json], None]]] = [
    (
        [
            (
                "fall_through[twente-intended.GM0158.regular]: places that fell through: 113"
                ", must be 114"
            )
        ],
        FALLEN,
        fallen(lambda one: put(one["places"], "regular", -1)),
    ),
    (
        ["fall_through[twente-intended.GM0158.amv]: places that fell through: 1, must be 0"],
        FALLEN,
        fallen(lambda one: put(one["places"], "amv", 1)),
    ),
    (
        ["fall_through[twente-intended]: regular places that count: 339, must be 338"],
        FALLEN,
        lambda v: put(v["pooled_offers"][0]["counted"], "regular", 1),
    ),
    (
        ["fall_through[ijsselland-intended]: amv places that count: 49, must be 50"],
        FALLEN,
        lambda v: put(v["pooled_offers"][1]["counted"], "amv", -1),
    ),
    (
        ["fall_through[twente-intended]: whose plan falls through: GM0158, must be GM0158, GM0168"],
        FALLEN,
        lambda v: v["pooled_offers"][0]["fallen_through"].pop(),
    ),
    (
        # The settings say that nobody's plan falls through.
        [
            "fall_through[twente-intended]: whose plan falls through: GM0158, GM0168, must be ",
            "add_counted[GM0158.regular]: counted: 0, must be 114",
        ],
        FALLEN,
        set_("scenario.settings.pooled_offers.0.fallen_through", []),
    ),
    (
        [
            (
                "fall_through[twente-intended]: whose plan falls through: GM0147, GM0168"
                ", must be GM0158, GM0168"
            ),
            "fall_through[twente-intended]: only a candidate has a plan",
        ],
        FALLEN,
        fallen(lambda one: one.update(code="GM0147")),
    ),
    (
        ["add_counted[GM0158.regular]: counted: 114, must be 0"],
        FALLEN,
        lambda v: put(_of(v, "GM0158")["counted"], "regular", 114),
    ),
    (
        ["add_counted[GM0158.regular]: of which pooled: 114, must be 0"],
        FALLEN,
        lambda v: put(_of(v, "GM0158")["pooled"], "regular", 114),
    ),
]


def _of(value: Json, code: str) -> Json:
    return next(one for one in value["municipalities"] if one["code"] == code)
