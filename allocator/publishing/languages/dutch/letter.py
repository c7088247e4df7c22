# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for the motivation for one municipality, and for what pages on paper carry."""

from __future__ import annotations

PAPER: dict[str, str] = {
    "page {page} of {pages}": "pagina {page} van {pages}",
    "Table {number}: ": "Tabel {number}: ",
    "Figure {number}: ": "Figuur {number}: ",
}

PHRASES: dict[str, str] = {**PAPER}
