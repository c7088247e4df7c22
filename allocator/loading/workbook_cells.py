# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The cells of a workbook as they lie in its XML, before a reader makes a table of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from xml.parsers.expat import ParserCreate, XMLParserType

from allocator.loading.files import fault
from models.fault import InputError, Place

# A workbook keeps only filled cells, and reading makes a cell of all that lies between them.
MOST_CELLS = 1_000_000
MOST_ELEMENTS = 2_000_000
REFERENCE = re.compile("([A-Za-z]{1,3})([0-9]{1,7})")
ROW_NUMBER = re.compile("[0-9]{1,7}")
ZERO = re.compile(r"0+(\.0*)?")


def not_xlsx(name: str, problem: object) -> InputError:
    """The fault of a file that begins as a workbook and is none."""
    said = " ".join(str(problem).split())
    what = f"not a readable workbook ({said})"
    return fault("not-xlsx", Place(name), what, "Save it as XLSX again.")


@dataclass(frozen=True, slots=True)
class CellFacts:
    """What a reader of the values of a sheet does not see.

    Attributes:
        formula: where the first formula stands.
        unknown: where the first formula stands whose value is not stored.
        hidden_rows: numbers of rows that are not shown, by hand or by a filter.
        hidden_columns: first and last number of columns that are not shown.
    """

    formula: Place | None
    unknown: Place | None
    hidden_rows: frozenset[int]
    hidden_columns: tuple[tuple[int, int], ...]


def cell_facts(name: str, xml: bytes) -> CellFacts:
    """Refuse formulas that give errors, and a used area that would fill the memory.

    Args:
        name: of the workbook.
        xml: one of its parts.

    Raises:
        InputError: with the place of the cell, where it has one.
        ExpatError: if the part is not XML.
    """
    parser = ParserCreate()
    cells = _Cells(name, parser)
    parser.StartDoctypeDeclHandler = cells.doctype
    parser.StartElementHandler = cells.element
    parser.Parse(xml, True)
    return cells.facts()


class _Cells:
    """Follows rows and cells; both may leave out their number and then follow the one before."""

    def __init__(self, name: str, parser: XMLParserType) -> None:
        self._name, self._parser = name, parser
        self._row = self._column = self._widest = self._elements = 0
        self._formula: Place | None = None
        self._unknown: Place | None = None
        # Of the cell that is read: a text, a formula, its value.
        self._is_text = self._is_formula = self._has_value = self._is_known = False
        self._hidden_rows: set[int] = set()
        self._hidden_columns: list[tuple[int, int]] = []

    def facts(self) -> CellFacts:
        self._end_cell()
        return CellFacts(
            formula=self._formula,
            unknown=self._unknown,
            hidden_rows=frozenset(self._hidden_rows),
            hidden_columns=tuple(self._hidden_columns),
        )

    def doctype(self, *_: Any) -> None:
        raise not_xlsx(self._name, "a part declares entities")

    def element(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        sort = tag.rpartition(":")[2]
        if sort == "row":
            self._begin_row(attributes)
        elif sort == "c":
            self._begin_cell(attributes)
        elif sort == "f":
            self._is_formula = True
        elif sort == "v":
            self._has_value = True
            self._parser.CharacterDataHandler = self._text if self._is_formula else None
        elif sort == "col" and _hidden(attributes, "width"):
            self._hide_columns(attributes)
        if self._row * self._widest > MOST_CELLS:
            used = f"{self._row:,} rows and {self._widest:,} columns"
            raise self._too_large(f"the sheet has {used}")
        if self._elements > MOST_ELEMENTS:
            raise self._too_large(f"a part of the workbook has over {MOST_ELEMENTS:,} elements")

    def _too_large(self, what: str) -> InputError:
        remedy = "Delete what lies far outside the table, or save only the table."
        return fault("sheet-too-large", Place(self._name), what, remedy)

    def _text(self, text: str) -> None:
        self._is_known |= bool(text.strip())

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._end_cell()
        number = attributes.get("r")
        if number is not None and not ROW_NUMBER.fullmatch(number):
            raise not_xlsx(self._name, "a row has an impossible number")
        self._row = self._row + 1 if number is None else int(number)
        self._column = 0
        if _hidden(attributes, "ht"):
            self._hidden_rows.add(self._row)

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        first, last = (attributes.get(key, "") for key in ("min", "max"))
        if ROW_NUMBER.fullmatch(first) and ROW_NUMBER.fullmatch(last):
            self._hidden_columns.append((int(first), int(last)))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._end_cell()
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        elif place := REFERENCE.fullmatch(reference):
            self._column, self._row = column_number(place[1]), int(place[2])
        else:
            raise not_xlsx(self._name, "a cell has an impossible reference")
        self._widest = max(self._widest, self._column)
        if attributes.get("t") == "e":
            what = f"the formula in {attributes.get('r', 'this cell')} gives an error"
            raise fault("formula-error", self._here(), what, "Mend it, or write the value.")
        self._is_text = attributes.get("t") == "str"

    def _end_cell(self) -> None:
        """Judge the cell that was read, once all of it is known."""
        if self._is_formula:
            self._formula = self._formula or self._here()
            # A formula that gives an empty text is stored as one; else nothing stored is unknown.
            if not (self._has_value and self._is_text) and not self._is_known:
                self._unknown = self._unknown or self._here()
            self._parser.CharacterDataHandler = None
        self._is_text = self._is_formula = self._has_value = self._is_known = False

    def _here(self) -> Place:
        return Place(self._name, self._row, self._column)


def _hidden(attributes: dict[str, str], size: str) -> bool:
    """Whether a row or column is not shown: so marked, or without any height or width."""
    if attributes.get("hidden") in ("1", "true"):
        return True
    return bool(ZERO.fullmatch(attributes.get(size, "")))


def column_number(letters: str) -> int:
    """The number of a column from 1: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """The letters of a column from 1: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
