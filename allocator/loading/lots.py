# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The result of a real draw of lots, from a table with the columns `lot` and `municipality`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from allocator.loading.files import Content, read
from allocator.loading.rows import TableRow, TextCell, WholeCell, read_rows
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.tables import Table, read_table
from models.fault import Faults, Place


class LotRow(TableRow):
    """One lot: its number, from 1, and the municipality that drew it."""

    lot: WholeCell
    municipality: TextCell
    note: TextCell = ""


def with_lots(file: ScenarioFile, path: Path, faults: Faults) -> tuple[ScenarioFile, Content]:
    """The scenario with the order of lots that was drawn, and the file that says it.

    Whether the names are municipalities of the scenario, each once, is seen where all names of a
    scenario become codes.

    Args:
        file: the scenario.
        path: CSV or XLSX with the columns lot, municipality, note.
        faults: told of lots that are not 1 to n, and of another draw in the scenario.

    Raises:
        InputError: if the file is no such table.
    """
    content = read(path)
    table = read_table(content)
    if file.scenario.distribution.lots:
        faults.add(
            "lots-twice",
            Place(content.name),
            f"the scenario already records a draw ({file.place('distribution', 'lots')})",
            "Keep one of the two.",
        )
    drawn = _drawn(table, faults)
    lots = ("distribution", "lots")
    places = {**file.places, lots: Place(content.name)}
    places |= {(*lots, index): where for index, (_, where) in enumerate(drawn)}
    names = tuple(name for name, _ in drawn)
    distribution = file.scenario.distribution.model_copy(update={"lots": names})
    scenario = file.scenario.model_copy(update={"distribution": distribution})
    return replace(file, scenario=scenario, places=places), content


def _drawn(table: Table, faults: Faults) -> list[tuple[str, Place]]:
    """Who drew a lot and where that stands, in the order of the lots."""
    rows = [(row, Place(table.name, _line(row))) for row in read_rows(table, LotRow)]
    if not rows:
        faults.add("no-lots", Place(table.name), "nobody drew a lot", "Write a row for each lot.")
    lines: dict[int, int] = {}
    for row, where in rows:
        if row.lot in lines:
            what = f"lot {row.lot} stands in line {lines[row.lot]} as well"
            faults.add("lot-twice", where, what, "Give each municipality a lot of its own.")
        lines.setdefault(row.lot, where.line)
    missing = next((n for n in range(1, len(lines) + 1) if n not in lines), None)
    if missing is not None:
        what = f"lot {missing} is missing, and the last one is {max(lines)}"
        faults.add("lots-with-gaps", Place(table.name), what, "Number the lots 1, 2, 3 ...")
    ordered = sorted(rows, key=lambda pair: (pair[0].lot, pair[1]))
    return [(row.municipality, where) for row, where in ordered]


def _line(row: LotRow) -> int:
    return int(row.row.rpartition(":")[2])
