# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The cells of a workbook as they lie in its XML, before a reader makes a table of them."""

from __future__ import annotations

import re
from typing import Any
from xml.parsers.expat import ParserCreate

from allocator.loading.files import fault
from models.fault import InputError, Place

# A workbook keeps only filled cells, and reading makes a cell of all that lies between them.
MOST_CELLS = 1_000_000
MOST_ELEMENTS = 2_000_000
REFERENCE = re.compile("([A-Za-z]{1,3})([0-9]{1,7})")
ROW_NUMBER = re.compile("[0-9]{1,7}")


def not_xlsx(name: str, problem: object) -> InputError:
    """The fault of a file that begins as a workbook and is none."""
    said = " ".join(str(problem).split())
    what = f"not a readable workbook ({said})"
    return fault("not-xlsx", Place(name), what, "Save it as XLSX again.")


def refuse_odd_cells(name: str, xml: bytes) -> None:
    """Refuse formulas that give errors, and a used area that would fill the memory.

    Args:
        name: of the workbook.
        xml: one of its parts.

    Raises:
        InputError: with the place of the cell, where it has one.
        ExpatError: if the part is not XML.
    """
    cells = _Cells(name)
    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = cells.doctype
    parser.StartElementHandler = cells.element
    parser.Parse(xml, True)


class _Cells:
    """Follows rows and cells; both may leave out their number and then follow the one before."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._row = self._column = self._widest = self._elements = 0

    def doctype(self, *_: Any) -> None:
        raise not_xlsx(self._name, "a part declares entities")

    def element(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        sort = tag.rpartition(":")[2]
        if sort == "row":
            self._begin_row(attributes.get("r"))
        elif sort == "c":
            self._begin_cell(attributes.get("r"))
            if attributes.get("t") == "e":
                what = f"the formula in {attributes.get('r', 'this cell')} gives an error"
                where = Place(self._name, self._row, self._column)
                raise fault("formula-error", where, what, "Mend it, or write the value.")
        if self._row * self._widest > MOST_CELLS:
            used = f"{self._row:,} rows and {self._widest:,} columns"
            raise self._too_large(f"the sheet has {used}")
        if self._elements > MOST_ELEMENTS:
            raise self._too_large(f"a part of the workbook has over {MOST_ELEMENTS:,} elements")

    def _too_large(self, what: str) -> InputError:
        remedy = "Delete what lies far outside the table, or save only the table."
        return fault("sheet-too-large", Place(self._name), what, remedy)

    def _begin_row(self, number: str | None) -> None:
        if number is not None and not ROW_NUMBER.fullmatch(number):
            raise not_xlsx(self._name, "a row has an impossible number")
        self._row = self._row + 1 if number is None else int(number)
        self._column = 0

    def _begin_cell(self, reference: str | None) -> None:
        if reference is None:
            self._column += 1
        elif place := REFERENCE.fullmatch(reference):
            self._column, self._row = column_number(place[1]), int(place[2])
        else:
            raise not_xlsx(self._name, "a cell has an impossible reference")
        self._widest = max(self._widest, self._column)


def column_number(letters: str) -> int:
    """The number of a column from 1: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
