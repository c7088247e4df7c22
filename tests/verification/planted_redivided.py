# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations of redivisions to come; see `planted`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.verification.planted import BASE, Json

# First Borne joins Hengelo, and half a year later both join Enschede.
BOTH = (
    "redivisions=[{on: 2026-01-01, from: Borne, into: Hengelo, source: a bill}, "
    "{on: 2026-07-01, from: Hengelo, into: Enschede, source: another}]"
)
MERGED = (*BASE, BOTH)
HENGELO, ENSCHEDE = "GM0164 2026-01-01", "GM0153 2026-07-01"


def told(number: int, **changes: Any) -> Callable[[Json], None]:
    return lambda value: value["redivided"][number].update(changes)


DAYS = (
    "add_up_redivided: the days and the municipalities: 2026-07-01 to GM0153, must be "
    "2026-01-01 to GM0164, 2026-07-01 to GM0153"
)
PARTS = f"add_up_redivided[{ENSCHEDE}]: its parts: GM0153, GM0164, must be GM0147, GM0153, GM0164"
FIRST = f"add_up_redivided[{HENGELO}]: its own code, first: GM0147, must be GM0164"
REST = f"add_up_redivided[{HENGELO}]: rest: None, must be {{'regular': 13, 'amv': 34, 'total': 47}}"

PLANTED_REDIVIDED = [
    ([DAYS], MERGED, lambda value: value["redivided"].pop(0)),
    ([PARTS], MERGED, told(1, parts=["GM0153", "GM0164"])),
    ([FIRST], MERGED, told(0, parts=["GM0147", "GM0164"])),
    ([REST], MERGED, told(0, rest=None)),
]
