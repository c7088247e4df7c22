# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations of the years that a decision binds, and of longer terms; see `planted`."""

from __future__ import annotations

from collections.abc import Callable

from tests.verification.planted import BASE, Json

LONGER = (*BASE, "terms={Borne: {until: 2025-12-31, source: letter}}")
EARLY = (
    "2024-01-31, 2024-10-31, 2024-12-20, 2024-12-01, 2027-01-01, must be "
    "2024-01-31, 2024-10-31, 2024-12-01, 2024-12-20, 2027-01-01"
)
LAST = "bind_in_years: the last day: 2027-12-31, must be 2026-12-31"


def step(name: str, **changes: str) -> Callable[[Json], None]:
    """Change a step of the cycle."""

    def change(value: Json) -> None:
        (one,) = (each for each in value["cycle"] if each["step"] == name)
        one.update(changes)

    return change


def longer(until: str) -> Callable[[Json], None]:
    return lambda value: value["scenario"]["settings"]["terms"]["GM0147"].update(until=until)


def elsewhere(value: Json) -> None:
    terms = value["scenario"]["settings"]["terms"]
    terms["GM0363"] = terms.pop("GM0147")


PLANTED_BINDING = [
    ([LAST], BASE, step("binding", until="2027-12-31")),
    (
        ["bind_in_years: the first day: 2025-02-01, must be 2025-01-01"],
        BASE,
        step("binding", **{"from": "2025-02-01"}),
    ),
    (
        ["bind_in_years: the first day: 2025-01-01, must be 2026-01-01"],
        BASE,
        step("decision", **{"from": "2025-01-10"}),
    ),
    (
        [f"bind_in_years: the order of the steps: {EARLY}"],
        BASE,
        step("ready", **{"from": "2024-12-01"}),
    ),
    (["bind_in_years: the raming: 2024, 2026, must be 2024"], BASE, step("grant", raming="2026")),
    (
        ["bind_in_years: how many steps: 7, must be 8"],
        BASE,
        lambda value: value["cycle"].append(value["cycle"][0]),
    ),
    (
        ["allow_longer_terms[GM0147]: 2025-06-30 is not after 2025-07-01 and by 2026-12-31"],
        LONGER,
        longer("2025-06-30"),
    ),
    (
        ["allow_longer_terms[GM0147]: 2027-01-01 is not after 2025-07-01 and by 2026-12-31"],
        LONGER,
        longer("2027-01-01"),
    ),
    (
        ["allow_longer_terms[GM0363]: it is no municipality of the run"],
        LONGER,
        elsewhere,
    ),
]
