# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every form of data needs of tables: each once, names that are safe, numbers that are short.

Names and texts come from input files, so nothing of them reaches a path, a formula or markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from allocator.file_names import file_name
from allocator.publishing.document import Document, Table

MILLION = 10**6
TRILLION = 10**12
MOST_FILE_LETTERS = 60


def distinct(document: Document) -> tuple[Table, ...]:
    """Every table of a document in the order of reading; one that stands there twice, once."""
    found: list[Table] = []
    for table in document.tables:
        if table not in found:
            found.append(table)
    return tuple(found)


def in_files(document: Document) -> tuple[Table, ...]:
    """Every table as it stands in a file of data: a country is not a file for each province."""
    found: dict[str | Table, Table] = {}
    for table in distinct(document):
        there = found.get(table.file)
        if not table.file or (there is not None and there.columns != table.columns):
            found[table] = table
        elif there is None:
            found[table.file] = Table(table.file, table.file, table.columns, table.rows)
        else:
            found[table.file] = replace(there, rows=there.rows + table.rows)
    return tuple(found.values())


def headings(table: Table) -> list[str]:
    """The headings of a table in data, each once: programs read a column without its neighbours.

    One that stands there more than once (`amv`) begins with the heading that it stands beside
    (`share amv`).
    """
    said = [column.heading for column in table.columns]
    found: list[str] = []
    beside = ""
    for heading in said:
        if said.count(heading) == 1:
            beside = name = heading
        else:
            name = f"{beside} {heading}".strip()
        number, first = 1, name
        while name in found:
            number += 1
            name = f"{first} {number}"
        found.append(name)
    return found


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
        stem = file_name(table.name, most=MOST_FILE_LETTERS, otherwise="table")
        name, number = stem, 1
        while name in found:
            number += 1
            name = f"{stem}-{number}"
        found[name] = table
    return found
