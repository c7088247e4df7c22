# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations: data of a record that were changed, whatever follows from them."""

from __future__ import annotations

from collections.abc import Callable

from tests.verification.planted import Json, municipality, set_

BASE = ("overijssel-2024",)
SAID = ["record_data: the data are not those that were read"]


def with_figure(name: str, value: str) -> Callable[[Json], None]:
    """Change a figure of the first weight that has it."""

    def change(saved: Json) -> None:
        figures = (one["weight_figures"] for one in saved["municipalities"])
        next(one for one in figures if name in one)[name] = value

    return change


def all_filled(saved: Json) -> None:
    """Change a sum alike wherever it stands, so that they still agree."""
    for one in saved["municipalities"]:
        if one["weight_filled"] is not None:
            one["weight_filled"]["known_substitute"] = "123456"


def one_filled(saved: Json) -> None:
    municipality(saved, "Borne")["weight_filled"]["known_substitute"] = "123456"


PLANTED_DATA = [
    (SAID, BASE, set_("municipalities.3.longitude", "13/2")),
    (SAID, BASE, set_("municipalities.3.name", "Deventer-Zuid")),
    (SAID, BASE, set_("municipalities.3.weight_rows", ["elsewhere.csv:1"])),
    (SAID, BASE, with_figure("published_amv", "1")),
    (SAID, BASE, set_("offers.0.from", "2015-12-31")),
    (SAID, BASE, set_("offers.0.until", "2039-12-31")),
    (SAID, BASE, set_("offers.0.site", "elsewhere")),
    (SAID, BASE, all_filled),
    (
        ["fill_weights[GM0147]: different sums of what the known weigh: 2, must be 1", *SAID],
        BASE,
        one_filled,
    ),
]
