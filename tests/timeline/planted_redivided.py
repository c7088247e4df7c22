# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations in what adds up after a redivision, in a timeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.verification.planted_redivided import BOTH

__all__ = ["BOTH", "PLANTED_REDIVIDED"]

Json = dict[str, Any]
CHECK = "add_up_redivided_days"
HENGELO = f"{CHECK}[GM0164 2026-01-01]"


def more(what: str, part: str) -> Callable[[Json], None]:
    """One more on the first day of Hengelo with Borne."""

    def change(value: Json) -> None:
        value["redivided"][0][what][part][0] += 1

    return change


PLANTED_REDIVIDED: list[tuple[str, Callable[[Json], None]]] = [
    (f"{CHECK}: the days and the municipalities: ", lambda value: value["redivided"].pop()),
    (f"{HENGELO}: its parts: ", lambda value: value["redivided"][0]["parts"].pop()),
    (f"{HENGELO}: its days: ", lambda value: value["redivided"][0]["days"].pop()),
    (f"{HENGELO}: total available on 2026-01-01: ", more("available", "total")),
    (f"{HENGELO}: regular available on 2026-01-01: ", more("available", "regular")),
    (f"{HENGELO}: amv available on 2026-01-01: ", more("available", "amv")),
    (f"{HENGELO}: total task on 2026-01-01: ", more("task", "total")),
    (f"{HENGELO}: amv missing on 2026-01-01: ", more("gap", "amv")),
]
