# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the forms on paper share: the order of blocks, the pages that lie down, cells as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from allocator.publishing.document import (
    Attention,
    Block,
    Cell,
    Column,
    Details,
    Document,
    Facts,
    Figure,
    Items,
    Paragraph,
    Steps,
    Table,
)
from allocator.publishing.forms.plain import cell_text
from allocator.publishing.languages import Language

UNBROKEN = "\N{NO-BREAK SPACE}"
DEEPEST = 4
# As many characters as stand beside one another on an upright page, in the type of tables.
UPRIGHT_CHARACTERS = 92
BETWEEN_COLUMNS = 2
LONGEST_WORD = 12
LONGEST_CELL = 24
MANY_COLUMNS = 9
# Small letters on a page that lies down.
LYING_CHARACTERS = 170


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on paper.

    Attributes:
        level: 2 to 4, and never more than one below the heading before it.
        anchor: where links go to; none where another heading has that name already.
    """

    text: str
    level: int
    anchor: str


PaperBlock = Heading | Paragraph | Items | Facts | Attention | Table | Figure | Steps


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks on pages of one orientation."""

    lying: bool
    blocks: tuple[PaperBlock, ...]


def runs(document: Document) -> tuple[Run, ...]:
    """The blocks of a document in their order, in pages that stand or lie.

    Details become headings of their own. A heading lies with the wide table that follows it, and so
    does what follows that in its section: pages that turn to and fro are hard to read and half
    empty. A picture stands.
    """
    found: list[tuple[bool, list[PaperBlock]]] = []
    for lying, blocks in _passages(document):
        if found and found[-1][0] == lying:
            found[-1][1].extend(blocks)
        else:
            found.append((lying, list(blocks)))
    return tuple(Run(lying, tuple(blocks)) for lying, blocks in found)


def _passages(document: Document) -> Iterator[tuple[bool, list[PaperBlock]]]:
    """The blocks that turn together: a section up to its first wide table, and from there on."""
    seen: set[str] = set()
    level = 1
    for section in filter(None, document.sections):
        level = min(section.level, level + 1)
        blocks: list[PaperBlock] = [Heading(section.heading, level, _once(section.anchor, seen))]
        blocks += _flat(section.blocks, level + 1, seen)
        first = next((at for at, one in enumerate(blocks) if _lies(one, document)), len(blocks))
        standing = any(isinstance(one, Figure) for one in blocks[:first]) or first == len(blocks)
        if standing:
            yield False, blocks[:first]
        yield first < len(blocks), blocks[first if standing else 0 :]


def _lies(block: PaperBlock, document: Document) -> bool:
    return isinstance(block, Table) and is_wide(block, document.language)


def _flat(blocks: tuple[Block, ...], level: int, seen: set[str]) -> Iterator[PaperBlock]:
    """Blocks with details as headings, and the tables of figures under them."""
    for block in blocks:
        if isinstance(block, Details):
            yield Heading(block.summary, min(level, DEEPEST), _once(block.anchor, seen))
            yield from _flat(block.blocks, level + 1, seen)
        else:
            yield block.shown() if isinstance(block, Table) else block
            if isinstance(block, Figure) and block.table is not None:
                yield block.table.shown()


def _once(anchor: str, seen: set[str]) -> str:
    if anchor in seen:
        return ""
    seen.add(anchor)
    return anchor


def is_wide(table: Table, language: Language) -> bool:
    """Whether a table needs a page that lies down."""
    return sum(_least(table, at, language) for at in range(len(table.columns))) > (
        UPRIGHT_CHARACTERS
    )


def _least(table: Table, at: int, language: Language) -> int:
    """Characters that a column takes at least: its longest word above, or its longest cell."""
    word = max((len(word) for word in table.columns[at].heading.split()), default=0)
    longest = min(_longest(table, at, language), LONGEST_CELL)
    return max(min(word, LONGEST_WORD), longest) + BETWEEN_COLUMNS


def breadths(table: Table, language: Language) -> list[int]:
    """How many characters each column would like to be wide."""
    return [
        max(
            _least(table, at, language),
            min(_longest(table, at, language), 3 * LONGEST_CELL) + BETWEEN_COLUMNS,
        )
        for at in range(len(table.columns))
    ]


def narrowest(table: Table, language: Language) -> list[int]:
    """How many characters each column takes without breaking a word or a number."""
    rows = (*table.rows, table.total) if table.total else table.rows
    found = []
    for at, column in enumerate(table.columns):
        texts = [column.heading, *(written(row[at], column, language) for row in rows)]
        words = [
            word for text in texts for word in (text.split() if column.kind == "text" else [text])
        ]
        heading = max(map(len, column.heading.split()), default=0)
        longest = max((len(word) for word in words if word != column.heading), default=0)
        found.append(min(max(heading, longest), LONGEST_CELL) + BETWEEN_COLUMNS)
    return found


def _longest(table: Table, at: int, language: Language) -> int:
    """Characters of the longest cell of a column."""
    rows = (*table.rows, table.total) if table.total else table.rows
    return max((len(written(row[at], table.columns[at], language)) for row in rows), default=0)


def fitted(table: Table, language: Language, room: int) -> list[int]:
    """The widths of the columns within a page, in tenths of a character.

    Running text wraps first; words and numbers stay whole as long as there is room for them.

    Args:
        table: the table.
        language: of its numbers.
        room: of the page, in characters.
    """
    least = narrowest(table, language)
    wished = list(map(max, breadths(table, language), least))
    if sum(wished) <= room:
        return [10 * one for one in wished]
    if sum(least) > room:
        return [10 * one * room // sum(least) for one in least]
    left, slack = room - sum(least), sum(wished) - sum(least)
    return [
        10 * low + 10 * (high - low) * left // slack
        for low, high in zip(least, wished, strict=True)
    ]


def widths(table: Table, language: Language) -> list[int]:
    """How the columns share the width that is left; 0 takes what its cells need.

    Running text shares by its length; in tables of many columns all do, by what they need.
    """
    if len(table.columns) > MANY_COLUMNS:
        return fitted(table, language, LYING_CHARACTERS)
    found = []
    for at, column in enumerate(table.columns):
        longest = _longest(table, at, language)
        running = not is_right(column) and longest > LONGEST_CELL
        found.append(min(longest, 4 * LONGEST_CELL) // 8 if running else 0)
    return found


def anchors(document: Document) -> frozenset[str]:
    """Where links of this document can go to."""
    return frozenset(
        block.anchor
        for run in runs(document)
        for block in run.blocks
        if isinstance(block, Heading) and block.anchor
    )


def written(cell: Cell, column: Column, language: Language) -> str:
    """A cell as it stands on paper, where no line ends within a number or a date."""
    said = cell_text(cell, column, language)
    return said if isinstance(cell, str) else said.replace(" ", UNBROKEN)


def is_right(column: Column) -> bool:
    """Whether a column is flush right: numbers are."""
    return column.kind in ("number", "percent")


def of_pages(language: Language) -> tuple[str, str, str]:
    """What stands before, between and after the number of a page and how many there are."""
    said = language.say("page {page} of {pages}", page="\x00", pages="\x01")
    before, _, rest = said.partition("\x00")
    between, _, after = rest.partition("\x01")
    return before, between, after
