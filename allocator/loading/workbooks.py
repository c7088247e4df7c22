# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""XLSX workbooks as lines of cells; what could be misread or harm is refused before it is read."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import Any
from xml.parsers.expat import ExpatError
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from allocator.loading.files import Content, fault
from allocator.loading.workbook_cells import CellFacts, column_letters, not_xlsx
from allocator.loading.workbook_parts import WORKBOOK, Parts
from models.fault import Place, quoted

# A workbook of as many rows as a table may have unpacks to less.
MOST_UNZIPPED_BYTES = 50_000_000
MOST_PARTS = 1_000
# What the library stumbles over in an archive that is damaged, or made to harm.
NOT_AN_ARCHIVE = (
    BadZipFile, EOFError, ExpatError, LookupError, OSError, OverflowError, RuntimeError,
    ValueError, struct.error, zlib.error,
)  # fmt: skip
PARTS = ("[content_types].xml", WORKBOOK)
Templates = Mapping[str, frozenset[str]]
"""By the name of the sheet with the table: the sheets that explain beside it how to fill it."""

NO_TEMPLATES: Templates = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a sheet does not show, by hand or by a filter: numbers of rows, letters of columns."""

    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetLines:
    """The rows of one sheet.

    Attributes:
        lines: each with its number.
        hidden: filled rows and columns that the sheet does not show.
    """

    lines: Sequence[tuple[int, Sequence[Any]]]
    hidden: Hidden


def xlsx_lines(
    content: Content, sheet: str | None, templates: Templates = NO_TEMPLATES
) -> SheetLines:
    """The rows of one sheet.

    Args:
        content: the workbook.
        sheet: which one; None is the only one, or the table of a template.
        templates: that may be meant.

    Raises:
        InputError: if the workbook is none, unsafe, or could be misread.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    where = Place(content.name)
    parts = _safe_parts(content)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content.data))
        visible = {meta.name: meta.visible for meta in workbook.sheets_metadata}
        name = _sheet_name(content.name, list(visible), sheet, templates)
        if visible[name] != SheetVisibleEnum.Visible:
            raise fault("hidden-sheet", where, f"the sheet {quoted(name)} is hidden", "Unhide it.")
        found = workbook.get_sheet_by_name(name)
        merged = found.merged_cell_ranges or []
        lines = found.to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError, KeyError) as problem:
        raise not_xlsx(content.name, problem) from problem
    except BaseException as problem:
        # The reader is not written in Python; what it trips over is not always an Exception.
        if type(problem).__name__ != "PanicException":
            raise
        raise not_xlsx(content.name, "damaged") from problem
    if merged:
        (row, column), _ = merged[0]
        raise fault(
            "merged-cells",
            Place(content.name, row + 1, column + 1),
            "merged cells",
            "Split them: a value belongs in one cell.",
        )
    facts = parts.of(name)
    if facts is None:
        raise not_xlsx(content.name, "the part of the sheet is not there")
    parts.refuse_unknown_values(facts)
    numbered = [(number, [_meant(cell) for cell in cells]) for number, cells in enumerate(lines, 1)]
    return SheetLines(numbered, _hidden(numbered, facts))


def _meant(cell: Any) -> Any:
    """A cell as a sheet means it: a number to 15 digits; the rest is how computers add up."""
    return float(f"{cell:.15g}") if isinstance(cell, float) else cell


def _hidden(lines: Sequence[tuple[int, Sequence[Any]]], facts: CellFacts) -> Hidden:
    """The filled rows and columns that the sheet does not show."""
    filled = {number: cells for number, cells in lines if any(cell != "" for cell in cells)}
    widest = max((len(cells) for cells in filled.values()), default=0)
    columns = sorted(
        number
        for first, last in facts.hidden_columns
        for number in range(first, min(last, widest) + 1)
        if any(cells[number - 1] != "" for cells in filled.values() if len(cells) >= number)
    )
    return Hidden(
        rows=tuple(str(number) for number in sorted(facts.hidden_rows & filled.keys())),
        columns=tuple(map(column_letters, columns)),
    )


def _sheet_name(file: str, names: list[str], sheet: str | None, templates: Templates) -> str:
    if sheet is None and len(names) == 1:
        return names[0]
    if sheet in names:
        return str(sheet)
    if sheet is None and names and set(names[1:]) <= templates.get(names[0], frozenset()):
        return names[0]
    said = ", ".join(quoted(name) for name in names)
    what = f"no sheet {quoted(sheet)}" if sheet else f"{len(names)} sheets"
    remedy = "Keep one sheet, or name one where the scenario has `sheet`."
    raise fault("which-sheet", Place(file), f"{what}; the file has {said}", remedy)


def _safe_parts(content: Content) -> Parts:
    """The parts of a workbook, each of them read: a size that is not true comes to light so."""
    try:
        with ZipFile(BytesIO(content.data)) as archive:
            infos = archive.infolist()
            _refuse_unsafe_parts(Place(content.name), infos)
            found = Parts(content.name)
            for part in infos:
                found.read(part.filename.lower(), archive.read(part))
    except NOT_AN_ARCHIVE as problem:
        raise not_xlsx(content.name, problem) from problem
    return found


def _refuse_unsafe_parts(where: Place, parts: Sequence[ZipInfo]) -> None:
    names = [part.filename.lower() for part in parts]
    if sum(part.file_size for part in parts) > MOST_UNZIPPED_BYTES or len(parts) > MOST_PARTS:
        raise fault(
            "zip-bomb",
            where,
            "the workbook unpacks to far too much",
            "Save only the table in a new workbook.",
        )
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
        raise fault("holds-macro", where, "the workbook holds a macro", "Save it as plain XLSX.")
    if len(set(names)) < len(names) or not all(part in names for part in PARTS):
        raise not_xlsx(where.file, "the parts of an XLSX file are not there, each once")
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise not_xlsx(where.file, "packed in an unusual way")
