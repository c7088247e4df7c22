# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from allocator.reporting.pages import Page, Sheet, Step, printable, shown


def as_markdown(pages: Iterable[Page]) -> str:
    """Pages as Markdown; texts from input files stay text."""
    blocks = []
    for number, page in enumerate(pages):
        blocks.append(f"{'#' if number == 0 else '##'} {escaped(page.heading)}")
        blocks += [escaped(paragraph) for paragraph in page.paragraphs]
        if page.items:
            blocks.append("\n".join(f"- {escaped(item)}" for item in page.items))
        if page.steps:
            blocks.append("\n".join(_step(step) for step in page.steps))
        if page.sheet is not None:
            blocks.append(_sheet(page.sheet))
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """A text in which nothing is Markdown or HTML."""
    text = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for mark in "\\`*_[]|#~":
        text = text.replace(mark, f"\\{mark}")
    return text


def _step(step: Step) -> str:
    lines = [f"- {escaped(step.says)}"]
    if step.arithmetic:
        lines.append(f"  **{escaped(step.arithmetic)}**")
    if step.rests_on:
        lines.append(f"  *{escaped(step.rests_on)}*")
    return "  \n".join(lines)


def _sheet(sheet: Sheet) -> str:
    lines = [sheet.headings, ["---:" if numeric else "---" for numeric in sheet.numeric]]
    lines += [[escaped(shown(cell)) for cell in row] for row in sheet.rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
