# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which rows are of one site: the only place that says so."""

from __future__ import annotations

import unicodedata

Site = tuple[str, str]
"""Code of the municipality, and what tells its sites apart."""

# Two hyphens that print as the one on the keyboard.
HYPHENS = str.maketrans({"\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-"})


def site_of(municipality: str, site: str, row: str) -> Site:
    """The site of a row; a row that names none is a site of its own.

    Args:
        municipality: code.
        site: as it was written; empty where there is none.
        row: file and line.
    """
    return municipality, legible(site) or row


def legible(name: str) -> str:
    """A name as the eye reads it: two that print alike are one.

    Letters may be composed of parts or not, spaces may be hard or many, and marks without a width
    (U+200B, a soft hyphen) may stand anywhere. Capitals are seen, so they tell sites apart.
    """
    shown = "".join(letter for letter in name if unicodedata.category(letter) != "Cf")
    return " ".join(unicodedata.normalize("NFC", shown).translate(HYPHENS).split())
