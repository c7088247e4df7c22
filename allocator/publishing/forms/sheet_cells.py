# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cells of a sheet: how numbers and days look, and texts that are texts.

Number formats are those of the reader, not of the file: `#,##0` shows 6.325 in a Dutch Excel and
6,325 in an English one. The code of a locale before it (`[$-413]` is Dutch) changes the names of
months in Excel, and in LibreOffice the separators too. So a Dutch workbook shows Dutch months
everywhere, and Dutch separators wherever the reader's own settings do not decide otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from textwrap import wrap
from typing import Any

from allocator.publishing.document import Column
from allocator.publishing.forms.plain import plain

# What a cell can hold, by the specification of Excel, in units of UTF-16.
MOST_LETTERS = 32_767
CUT = " [...]"
LOCALES = {"nl": "[$-413]", "en": "[$-809]"}
# In points; a row can be 409 high.
LINE, HIGHEST = 15, 405
LINK = {"font_color": "#0000EE", "underline": 1}


@dataclass
class Formats:
    """The formats of a workbook, each made when it is first asked for.

    Attributes:
        book: that they are of.
        locale: the code before formats of numbers and dates.
    """

    book: Any
    locale: str
    _made: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def of(self, **properties: Any) -> Any:
        """The format with these properties; texts and numbers begin at the top of their cell."""
        key = tuple(sorted({"valign": "top", **properties}.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format(dict(key))
        return self._made[key]

    def number(self, cell: int | Fraction, column: Column, **properties: Any) -> Any:
        """The format of a number: whole, with three decimals, or of a percentage."""
        shown = "0.0 %" if column.kind == "percent" else _as_long_as(Fraction(cell))
        return self.of(num_format=f"{self.locale}{shown}", **properties)

    def day(self, **properties: Any) -> Any:
        """The format of a date, with its month in words: 1-2 is no day that all read alike."""
        shown = f"{self.locale}d mmmm yyyy"
        return self.of(num_format=shown, align="left", indent=1, **properties)


def _as_long_as(number: Fraction) -> str:
    """With as many decimals as the number has, three at most."""
    decimals = next((n for n in range(3) if (number * 10**n).denominator == 1), 3)
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def make_room(sheet: Any, row: int, *texts: tuple[str, int]) -> None:
    """Make a row as high as its longest text, for programs that do not do so as they open it.

    Args:
        sheet: the sheet.
        row: from 0.
        texts: each with the width of its column in digits, which are wider than most letters.
    """
    lines = (len(wrap(plain(text), max(1, width * 11 // 10))) for text, width in texts)
    needed = max(lines, default=0)
    if needed > 1:
        sheet.set_row(row, min(HIGHEST, LINE * needed))


def write_text(sheet: Any, row: int, column: int, text: str, style: Any) -> None:
    """A text as a text; an empty one as an empty cell of that look."""
    if text:
        sheet.write_string(row, column, fitting(text), style)
    else:
        sheet.write_blank(row, column, None, style)


def fitting(text: str) -> str:
    """A text without control characters, cut with a mark where a cell cannot hold it."""
    said = plain(text)
    if len(said.encode("utf-16-le")) <= 2 * MOST_LETTERS:
        return said
    kept = 2 * (MOST_LETTERS - len(CUT))
    return said.encode("utf-16-le")[:kept].decode("utf-16-le", "ignore") + CUT
