# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages: what a report says, as paragraphs and sheets, before it takes a form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

Cell = str | int | Fraction | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table.

    Attributes:
        columns: headings; a heading that begins with `>` stands above numbers.
        rows: the cells; None is empty.
        total: whether the last row is a sum.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: bool = False

    @property
    def headings(self) -> list[str]:
        """The headings as they are read."""
        return [column.removeprefix(">") for column in self.columns]

    @property
    def numeric(self) -> list[bool]:
        """Which columns hold numbers."""
        return [column.startswith(">") for column in self.columns]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a derivation: the words, the arithmetic, and what it rests on."""

    says: str
    arithmetic: str = ""
    rests_on: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A heading with paragraphs, a list of items, steps and a sheet, as far as there are any."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    sheet: Sheet | None = None

    def __bool__(self) -> bool:
        """Whether there is anything under the heading."""
        return bool(self.paragraphs or self.items or self.steps or self.sheet)


def with_total(columns: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> Sheet:
    """A sheet with a row of sums, where there is more than one row."""
    if len(rows) == 1:
        return Sheet(tuple(columns), tuple(rows))
    sums: list[Cell] = ["Total"]
    for number, column in enumerate(columns[1:], start=1):
        cells = [row[number] for row in rows]
        known = any(isinstance(cell, int) for cell in cells)
        numeric = column.startswith(">") and known
        sums.append(sum(cell for cell in cells if isinstance(cell, int)) if numeric else None)
    return Sheet(tuple(columns), (*rows, tuple(sums)), total=True)


def shown(cell: Cell) -> str:
    """A cell as people read it: thousands apart, nothing that steers a terminal."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return printable(cell)
    return in_decimals(Fraction(cell))


def in_decimals(number: Fraction) -> str:
    """A number to three decimals; ≈ where that is not all of it."""
    thousandths = round(abs(number) * 1000)
    sign = "-" if number < 0 else ""
    digits = f"{sign}{thousandths // 1000:,}.{thousandths % 1000:03d}"
    if Fraction(thousandths, 1000) != abs(number):
        return f"≈{digits}"
    return digits.rstrip("0").rstrip(".")


def printable(text: str) -> str:
    """A text without control characters, which could steer a terminal."""
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )
