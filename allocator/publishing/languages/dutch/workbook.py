# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for workbooks and input templates."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    # Workbooks and Markdown.
    "Overview": "Overzicht",
    "Details": "Herleiding",
    "Details: how the numbers come about": "Herleiding: hoe de aantallen tot stand komen",
    "About": "Over",
    "Text": "Tekst",
    "Arithmetic": "Rekenwerk",
    "Rests on": "Steunt op",
    "Sheets": "Bladen",
    "Sheet": "Blad",
    "Figure": "Figuur",
    "Origin": "Herkomst",
    "Made by": "Gemaakt door",
    "sha256 of what it was made from": "sha256 van waarvan het is gemaakt",
    "To the overview": "Naar het overzicht",
    "page {number} of {pages}": "pagina {number} van {pages}",
    "Made by {program}. sha256 of what it was made from: {identifier}.": (
        "Gemaakt door {program}. sha256 van waarvan het is gemaakt: {identifier}."
    ),
}
