# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages: what a report says, as paragraphs and sheets, before it takes a form."""

from __future__ import annotations

from dataclasses import dataclass

Cell = str | int | None


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


def shown(cell: Cell) -> str:
    """A cell as people read it: thousands apart, nothing that steers a terminal."""
    if cell is None:
        return ""
    if isinstance(cell, int):
        return f"{cell:,}"
    return printable(cell)


def printable(text: str) -> str:
    """A text without control characters, which could steer a terminal."""
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )
