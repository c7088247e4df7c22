# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names of sheets: what Excel accepts, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST_LETTERS = 31
# Only what needs no escape in a formula or a link; Excel forbids []:*?/\\ and an outer apostrophe.
ODD = re.compile(r"[^\w ().,+-]+")
KEPT_BY_EXCEL = ("history", "geschiedenis")


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """A name for each sheet: at most 31 characters, none twice, whatever the case."""
    taken: set[str] = set(KEPT_BY_EXCEL)
    found: list[str] = []
    for name in wanted:
        plain = " ".join(ODD.sub(" ", name).split()) or "-"
        candidate, number = _cut(plain, MOST_LETTERS), 1
        while candidate.casefold() in taken:
            number += 1
            end = f" {number}"
            candidate = f"{_cut(plain, MOST_LETTERS - len(end))}{end}"
        taken.add(candidate.casefold())
        found.append(candidate)
    return found


def _cut(name: str, most: int) -> str:
    """As much of a name as fits, counted as Excel does: in units of UTF-16."""
    while len(name.encode("utf-16-le")) > 2 * most:
        name = name[:-1]
    return name.strip()
