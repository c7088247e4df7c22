# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages for a terminal: at most 100 columns, readable without colour."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from textwrap import fill

from allocator.reporting.pages import Page, Sheet, Step, printable, shown

WIDTH = 100


def as_text(pages: Iterable[Page]) -> str:
    """Pages as plain text."""
    return "\n".join(_page(page) for page in pages)


def _page(page: Page) -> str:
    heading = printable(page.heading)
    parts = [f"{fill(heading, WIDTH)}\n{'=' * min(len(heading), WIDTH)}\n"]
    parts += [f"{fill(printable(text), WIDTH)}\n" for text in page.paragraphs]
    parts += [
        f"{fill(f'- {printable(text)}', WIDTH, subsequent_indent='  ')}\n" for text in page.items
    ]
    parts += [_step(step) for step in page.steps]
    if page.sheet is not None:
        parts.append(_sheet(page.sheet))
    return "".join(parts)


def _step(step: Step) -> str:
    lines = [fill(f"- {printable(step.says)}", WIDTH, subsequent_indent="  ")]
    if step.arithmetic:
        lines.append(_indented(step.arithmetic))
    if step.rests_on:
        lines.append(_indented(f"[{step.rests_on}]"))
    return "".join(f"{line}\n" for line in lines)


def _indented(text: str) -> str:
    return fill(
        printable(text),
        WIDTH,
        initial_indent=" " * 4,
        subsequent_indent=" " * 6,
        break_on_hyphens=False,
    )


def _sheet(sheet: Sheet) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1))
    for heading, numeric in zip(sheet.headings, sheet.numeric, strict=True):
        # Where a table is too wide its texts go on a next line; a number is never cut off.
        table.add_column(
            heading, justify="right" if numeric else "left", no_wrap=numeric, overflow="fold"
        )
    last = len(sheet.rows) - 1
    for number, row in enumerate(sheet.rows):
        before_total = sheet.total and number == last - 1
        table.add_row(*(Text(shown(cell)) for cell in row), end_section=before_total)
    page = StringIO()
    console = Console(file=page, width=WIDTH, no_color=True, force_terminal=False, emoji=False)
    unbounded = console.options.update(width=10 * WIDTH)
    if console.measure(table, options=unbounded).maximum > WIDTH:
        table.padding = (0, 0, 0, 1)
    console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())
