# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Texts as every form shows them: one rule, so that a name looks the same wherever it stands."""

from __future__ import annotations

import unicodedata
from datetime import date
from fractions import Fraction

from allocator.publishing.document import Cell, Column, Document
from allocator.publishing.languages import Foreign, Language

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
CUT = " [...]"
# As long as a property of a file can be, and longer than the name of any program.
LONGEST_PROPERTY = 255
LONGEST_MAKER = 80


def plain(text: str) -> str:
    """A text on one line in which nothing is hidden and nothing steers what shows it.

    What is not there to be seen (control characters, soft hyphens, marks of byte order, tags, what
    turns the direction of writing: a name could make another number of a number) becomes a
    replacement character, and so can be seen; ends of lines and tabs become spaces. A text in
    another language stays one.
    """
    shown = text if text.isprintable() else "".join(map(_shown, text))
    return type(text)(shown) if isinstance(text, Foreign) else shown


def _shown(letter: str) -> str:
    if letter.isprintable() or unicodedata.category(letter) == "Zs":
        return letter
    return " " if letter.isspace() else UNKNOWN


def short_text(text: str, most: int = LONGEST_PROPERTY) -> str:
    """A plain text of so many characters at most, cut with a mark; formats limit what they hold."""
    said = plain(text)
    return said if len(said) <= most else said[: most - len(CUT)].rstrip() + CUT


def made_by(document: Document) -> str:
    """The program and its version, as a saved run has them: any text, so no longer than a line."""
    return short_text(document.made_by, LONGEST_MAKER)


def cell_text(cell: Cell, column: Column, language: Language) -> str:
    """A cell as people read it in the language of the document; one that is None is empty."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, date):
        return language.date(cell)
    if column.kind == "percent":
        return language.percent(Fraction(cell))
    return language.number(cell)
