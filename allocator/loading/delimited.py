# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""CSV files as lines of cells, with commas, semicolons or tabs between them."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from io import StringIO

from allocator.loading.files import Content, fault
from allocator.loading.text import LINE_END, utf8_or_windows_1252
from models.fault import Place

DELIMITERS = (",", ";", "\t")
# Empty ones included; of filled ones a table may have fewer.
MOST_LINES = 100_000
MOST_HEADER_LETTERS = 50_000
# Excel writes the delimiter above the table, and reads it there.
STATED = re.compile(r'"?sep=([,;\t])"?[,;\t]*')


def csv_lines(content: Content) -> list[tuple[int, Sequence[str]]]:
    """The rows of a CSV file, each with the line on which it begins.

    Raises:
        InputError: if it is not text, not CSV, or if its delimiter is not clear.
    """
    text = _text(content)
    header_line, header = _header(text)
    stated = STATED.fullmatch(header)
    delimiter = stated[1] if stated else _delimiter(Place(content.name, header_line), header)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[tuple[int, Sequence[str]]] = []
    first = 1
    try:
        for cells in reader:
            if not (stated and first == header_line):
                lines.append((first, cells))
            first = reader.line_num + 1
            if len(lines) > MOST_LINES:
                what = f"the table has more than {MOST_LINES:,} rows"
                remedy = "Leave out what is not needed, empty rows too."
                raise fault("too-many-rows", Place(content.name), what, remedy)
    except csv.Error as problem:
        raise fault(
            "not-csv",
            Place(content.name, first),
            f"not a CSV row ({problem})",
            "Close every double quote; write one inside a text twice.",
        ) from problem
    return lines


def _text(content: Content) -> str:
    if b"\0" in content.data and not content.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        line = content.data[: content.data.index(b"\0")].count(b"\n") + 1
        raise fault(
            "not-text",
            Place(content.name, line),
            "the file is not text",
            "Save it as CSV in UTF-8.",
        )
    return utf8_or_windows_1252(content)


def _header(text: str) -> tuple[int, str]:
    """The first line that holds anything, and its number."""
    for number, line in enumerate(LINE_END.split(text, MOST_LINES)[:MOST_LINES], start=1):
        if line.strip():
            return number, line
    return 1, ""


def _delimiter(where: Place, header: str) -> str:
    if len(header) > MOST_HEADER_LETTERS:
        raise fault("bad-header", where, "the first line is very long", "Add a header.")
    unquoted = re.sub(r'"[^"]*"', "", header)
    found = [delimiter for delimiter in DELIMITERS if delimiter in unquoted]
    if len(found) > 1:
        said = " and ".join("a tab" if mark == "\t" else repr(mark) for mark in found)
        raise fault(
            "ambiguous-delimiter",
            where,
            f"the header holds {said}: which one parts the columns is not clear",
            "Use one of them only.",
        )
    return found[0] if found else ","
