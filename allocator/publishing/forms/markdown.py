# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A document as Markdown, as GitHub, GitLab and pandoc read it; every text in it stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allocator.publishing.document import (
    Attention,
    Block,
    Cell,
    Details,
    Document,
    Fact,
    Facts,
    Figure,
    Items,
    Paragraph,
    Step,
    Steps,
    Table,
)
from allocator.publishing.forms.plain import cell_text, made_by, plain
from allocator.publishing.languages import Language
from allocator.reporting.markdown import escaped

# What begins a list, a heading or a rule where it begins a line.
OPENING = re.compile(r"^([-+=]|[0-9]+[.)](?=\s|$))")
DEEPEST = 6
# GitHub reads entities and backslashes before it looks for addresses and for names to notify, so
# those part nothing; a comment does, and no reader shows it.
APART = "<!-- -->"


def as_markdown(document: Document) -> str:
    """A document as Markdown, its figures as their texts and tables, its details as sections.

    Lists of items, facts and steps have marks of their own: two lists with one mark become one.
    """
    language = document.language
    parts = [f"# {_inline(document.title)}"]
    if document.subtitle:
        parts.append(_line(document.subtitle))
    for section in document.sections:
        if section:
            parts.append(f"{'#' * section.level} {_inline(section.heading)}")
            for block in section.blocks:
                parts += _block(block, section.level, language)
    parts += ["---", _line(_made(document))]
    return "\n\n".join(parts) + "\n"


def _made(document: Document) -> str:
    return document.language.say(
        "Made by {program}. Checksum (sha256): {identifier}.",
        program=made_by(document),
        identifier=document.identifier,
    )


def _block(block: Block, level: int, language: Language) -> Iterator[str]:
    """The parts of a block; a heading within it is one level deeper than that of its section."""
    if isinstance(block, Paragraph):
        yield f"**{_line(block.text)}**" if block.leads else _line(block.text)
    elif isinstance(block, Items):
        yield _items(block.items)
    elif isinstance(block, Facts):
        yield "\n".join(f"* {_fact(fact)}" for fact in block.facts)
    elif isinstance(block, Attention):
        quoted = f"**{_inline(block.heading)}**\n\n{_items(block.items)}".split("\n")
        yield "\n".join(f"> {line}".rstrip() for line in quoted)
    elif isinstance(block, Table):
        yield from _table(block, language)
    elif isinstance(block, Figure):
        yield f"**{_inline(block.caption)}**"
        yield _line(block.alternative)
        if block.table is not None:
            yield from _table(block.table, language)
    elif isinstance(block, Steps):
        yield "\n".join(_step(step) for step in block.steps)
    else:
        yield from _details(block, level, language)


def _details(block: Details, level: int, language: Language) -> Iterator[str]:
    deeper = min(level + 1, DEEPEST)
    yield f"{'#' * deeper} {_inline(block.summary)}"
    for inner in block.blocks:
        yield from _block(inner, deeper, language)


def _items(items: tuple[str, ...]) -> str:
    return "\n".join(f"- {_line(item)}" for item in items)


def _fact(fact: Fact) -> str:
    note = f" ({_inline(fact.note)})" if fact.note else ""
    return f"{_inline(fact.label)}: **{_inline(fact.value)}**{note}"


def _step(step: Step) -> str:
    lines = [f"+ {_line(step.says)}"]
    if step.arithmetic:
        lines.append(f"  **{_inline(step.arithmetic)}**")
    if step.rests_on:
        lines.append(f"  *{_inline(step.rests_on)}*")
    return "  \n".join(lines)


def _table(whole: Table, language: Language) -> Iterator[str]:
    table = whole.shown()
    yield f"**{_inline(table.caption)}**"
    lines = [
        [_inline(column.heading) for column in table.columns],
        ["---" if column.kind == "text" else "---:" for column in table.columns],
    ]
    lines += [_cells(table, row, language) for row in table.rows]
    if table.total is not None:
        lines.append(
            [f"**{said}**" if said else "" for said in _cells(table, table.total, language)]
        )
    yield "\n".join(f"| {' | '.join(line)} |" for line in lines)
    for note in table.notes:
        yield _line(note)


def _cells(table: Table, row: tuple[Cell, ...], language: Language) -> list[str]:
    pairs = zip(row, table.columns, strict=True)
    return [_inline(cell_text(cell, column, language)) for cell, column in pairs]


def _line(text: str) -> str:
    """A text at the beginning of a line."""
    said = _inline(text)
    return OPENING.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", said)


def _inline(text: str) -> str:
    """A text within a line: no markup, no formula, and no address that becomes a link by itself."""
    said = escaped(" ".join(plain(text).split()))
    # GitHub reads dollars as formulas, and GitHub Pages fills in what stands in braces.
    said = said.replace("$", "&#36;").replace("{", "&#123;").replace("://", "\\://")
    said = re.sub(r"\b(mailto|xmpp):", r"\1\\:", said, flags=re.IGNORECASE)
    said = re.sub(r"@(?=\S)", f"@{APART}", said)
    return re.sub(r"\b(www)\.", r"\1\\.", said, flags=re.IGNORECASE)
