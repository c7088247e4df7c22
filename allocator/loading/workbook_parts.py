# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The parts of a workbook: which one holds a sheet, and whether its formulas were worked out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from xml.parsers.expat import ParserCreate

from allocator.loading.files import fault
from allocator.loading.workbook_cells import CellFacts, cell_facts, column_letters
from models.fault import Place

WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
NO = ("0", "false")


class Parts:
    """The parts of one workbook, read one by one; what is kept of them is what is asked here."""

    def __init__(self, name: str) -> None:
        """Begin with none read."""
        self.name = name
        self._cells: dict[str, CellFacts] = {}
        self._ids: dict[str, str] = {}
        self._targets: dict[str, str] = {}
        self._stale = False

    def read(self, path: str, data: bytes) -> None:
        """Read one part.

        Args:
            path: in the archive, in small letters.
            data: of the part.

        Raises:
            InputError: for formulas that give errors, and for a used area that fills the memory.
            ExpatError: if it should be XML and is not.
        """
        if path in (WORKBOOK, RELATIONS):
            parser = ParserCreate()
            parser.StartElementHandler = self._element
            parser.Parse(data, True)
        if path.endswith(".xml"):
            self._cells[path] = cell_facts(self.name, data)

    def _element(self, tag: str, attributes: Mapping[str, str]) -> None:
        sort = tag.rpartition(":")[2]
        if sort == "sheet" and "name" in attributes:
            ids = [value for key, value in attributes.items() if key.endswith(":id")]
            self._ids[attributes["name"]] = ids[0] if ids else ""
        elif sort == "Relationship":
            target = attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else f"xl/{target}"
            self._targets[attributes.get("Id", "")] = str(PurePosixPath(path)).lower()
        elif sort == "calcPr":
            full = attributes.get("fullCalcOnLoad", "0") not in NO
            self._stale |= full or attributes.get("calcCompleted", "1") in NO

    def of(self, sheet: str) -> CellFacts | None:
        """What is known of the cells of a sheet; None where its part is not found."""
        return self._cells.get(self._targets.get(self._ids.get(sheet, ""), ""))

    def refuse_unknown_values(self, facts: CellFacts) -> None:
        """Refuse a sheet with a formula whose value nobody knows.

        Raises:
            InputError: with the place of the first.
        """
        if facts.unknown:
            raise fault(
                "formula-without-value",
                facts.unknown,
                f"the value of the formula in {_cell(facts.unknown)} is not stored",
                "Open the workbook in a spreadsheet program and save it, or write the value.",
                "An empty cell would mean something else.",
            )
        if facts.formula and self._stale:
            raise fault(
                "formula-not-calculated",
                facts.formula,
                f"the workbook says that its formulas are still to be worked out, and "
                f"{_cell(facts.formula)} holds one",
                "Open the workbook in a spreadsheet program and save it, or write the value.",
                "What is stored beside the formula may be a placeholder such as 0.",
            )


def _cell(place: Place) -> str:
    return f"{column_letters(place.column)}{place.line}"
