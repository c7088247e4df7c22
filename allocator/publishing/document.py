# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The document: what a report says, in one language, before it takes a form.

Contents make documents; forms write them. A form never decides what is said, and contents never
know in which form it will be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Literal

from allocator.publishing.figures.svg import Drawing
from allocator.publishing.languages import Language

Cell = str | int | Fraction | date | None
"""What a table holds. Numbers and dates stay what they are; each form writes them as it should."""

ColumnKind = Literal["text", "number", "percent", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        key: by which formulas refer to it.
        heading: above it.
        kind: of its cells; `percent` are parts of one, 1/2 is 50 %.
        formula: how a reader would check a cell, from other columns of its row by their keys:
            `{counted} + {rest}`. Spreadsheets compute it live.
        data_only: whether it is for programs (a code): it stands in data and on no page or paper.
    """

    key: str
    heading: str
    kind: ColumnKind = "text"
    formula: str = ""
    data_only: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        name: short; of its sheet in a workbook.
        caption: what it shows, in a sentence or less.
        columns: the first one names the rows.
        rows: a cell for each column.
        total: the sums of the columns, as a last row.
        anchors: for each row the anchor that its first cell links to; none where that is nowhere.
        notes: under it.
        file: what it is called in data that has it in one file with others of the same columns;
            none: its name, by itself.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    anchors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    file: str = ""

    def shown(self) -> Table:
        """The table as people read it: every form but data leaves out what is data only."""
        kept = [at for at, column in enumerate(self.columns) if not column.data_only]
        if len(kept) == len(self.columns):
            return self

        def of(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
            return tuple(row[at] for at in kept)

        return replace(
            self,
            columns=tuple(self.columns[at] for at in kept),
            rows=tuple(of(row) for row in self.rows),
            total=None if self.total is None else of(self.total),
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture.

    Attributes:
        caption: under it.
        alternative: the same in words, for who cannot see it.
        drawing: the picture itself.
        table: the numbers that are drawn; None where the document has them in a table already.
    """

    caption: str
    alternative: str
    drawing: Drawing
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        leads: whether it is a word or two over what follows, and no heading of the document.
    """

    text: str
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A headline number: what it is, the number, and what it is made of."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The headline numbers."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Attention:
    """What a reader must not overlook: estimates, open conditions, lots, what is not proven.

    Attributes:
        heading: what it is, in a word or two; form and colour only repeat it.
        items: a sentence each.
    """

    heading: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a derivation: the words, the arithmetic, and what it rests on."""

    says: str
    arithmetic: str = ""
    rests_on: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """A derivation."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """What is shown on demand where a form can: under its summary.

    Attributes:
        summary: what it is about.
        blocks: what is shown.
        anchor: by which tables and maps link to it.
    """

    summary: str
    blocks: tuple[Block, ...]
    anchor: str = ""


Block = Paragraph | Items | Facts | Attention | Table | Figure | Steps | Details


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it.

    Attributes:
        level: 2 or 3; the title of the document is 1.
    """

    heading: str
    blocks: tuple[Block, ...]
    level: int = 2
    anchor: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything under the heading."""
        return bool(self.blocks)


@dataclass(frozen=True)
class Document:
    """A whole report.

    Attributes:
        name: of its files, without a suffix.
        title: its heading.
        subtitle: what it is of, in a sentence.
        language: in which it is.
        sections: what it says; those without content are left out by the forms.
        identifier: sha256 of what it was made from, which its files quote.
        made_by: the program and its version.
        made_on: the day that files carry, so that the same run gives the same bytes.
        on_one_page: whether it is a letter that has to fit on a page of paper.
    """

    name: str
    title: str
    subtitle: str
    language: Language
    sections: tuple[Section, ...]
    identifier: str
    made_by: str
    made_on: date = field(default=date(1980, 1, 1))
    on_one_page: bool = False

    @property
    def tables(self) -> Iterator[Table]:
        """Every table, in the order of reading, those of figures included."""
        for section in self.sections:
            yield from _tables(section.blocks)


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Figure) and block.table is not None:
            yield block.table
        elif isinstance(block, Details):
            yield from _tables(block.blocks)
