# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every form of data needs of tables: each once, names that are safe, numbers that are short.

Names and texts come from input files, so nothing of them reaches a path, a formula or markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction

from allocator.publishing.document import Document, Table
from allocator.publishing.forms.plain import plain

__all__ = ["distinct", "file_names", "plain", "short"]

MILLION = 10**6
TRILLION = 10**12
MOST_FILE_LETTERS = 60
# Names that Windows keeps for devices, whatever their suffix.
DEVICES = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")


def distinct(document: Document) -> tuple[Table, ...]:
    """Every table of a document in the order of reading; one that stands there twice, once."""
    found: list[Table] = []
    for table in document.tables:
        if table not in found:
            found.append(table)
    return tuple(found)


def short(number: int | Fraction) -> int | Fraction:
    """A number as data can hold it: exact to twelve decimals, otherwise rounded to six."""
    exact = Fraction(number)
    if (exact * TRILLION).denominator == 1:
        return number
    rounded = int(abs(exact) * MILLION + Fraction(1, 2))
    return Fraction(-rounded if exact < 0 else rounded, MILLION)


def file_names(tables: Iterable[Table]) -> dict[str, Table]:
    """A name for the file of each table, without a suffix: ascii letters, digits and hyphens."""
    found: dict[str, Table] = {}
    for table in tables:
        ascii_only = unicodedata.normalize("NFKD", table.name).encode("ascii", "ignore").decode()
        stem = re.sub("[^a-z0-9]+", "-", ascii_only.lower()).strip("-")[:MOST_FILE_LETTERS]
        stem = stem.strip("-") or "table"
        if DEVICES.fullmatch(stem):
            stem = f"table-{stem}"
        name, number = stem, 1
        while name in found:
            number += 1
            name = f"{stem}-{number}"
        found[name] = table
    return found
