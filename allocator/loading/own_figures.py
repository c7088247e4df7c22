# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The user's own figures of municipalities: people, SES-WOA scores, indicative numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, TypeVar

from allocator.loading.files import Content, fault
from allocator.loading.names import code_of
from allocator.loading.rows import decimal_cell, shown
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.tables import Row, Table
from allocator.loading.user_column import column_of_names, shown_name
from models.fault import Faults, nearest, quoted
from models.places import MOST_PLACES
from models.problem import Cell, PublishedShare
from models.record import Refusal
from models.territory import Territory

T = TypeVar("T")

Contradicted = dict[str, tuple[PublishedShare, PublishedShare]]
"""By code, an own number and the published one that it contradicts."""

MOST_PEOPLE = 10_000_000
"""No municipality has more inhabitants; a larger number is one of another unit."""


def own_population(
    file: ScenarioFile, name: str, territory: Territory, faults: Faults
) -> tuple[dict[str, Cell], Content]:
    """The inhabitants of municipalities, by the scenario's own table.

    Args:
        file: the scenario.
        name: of the table.
        territory: who may be named.
        faults: takes what is wrong in it.
    """
    content, table = file.table(name, "population")
    column = _column(table, "inhabitants")
    return _by_code(table, column, territory, faults, lambda row: _people(row, column)), content


def own_scores(
    file: ScenarioFile, name: str, territory: Territory, faults: Faults
) -> tuple[dict[str, Cell], Content]:
    """The SES-WOA scores of municipalities, by the scenario's own table.

    Args:
        file: the scenario.
        name: of the table.
        territory: who may be named.
        faults: takes what is wrong in it.
    """
    content, table = file.table(name, "ses_woa")
    column = _column(table, "score")
    return _by_code(table, column, territory, faults, lambda row: _score(row, column)), content


def own_numbers(
    file: ScenarioFile, name: str, territory: Territory, faults: Faults
) -> tuple[dict[str, PublishedShare], Content]:
    """The indicative numbers of municipalities, as the Staatscourant publishes them.

    An empty amv cell is an amv number that is not known.

    Args:
        file: the scenario.
        name: of the table.
        territory: who may be named.
        faults: takes what is wrong in it.
    """
    content, table = file.table(name, "indicative")
    total = _column(table, "total")
    amv = _column(table, "amv")
    return _by_code(table, total, territory, faults, lambda row: _number(row, total, amv)), content


def _column(table: Table, wanted: str) -> str:
    """The column of a name, in any case."""
    for column in table.columns:
        if column.casefold() == wanted:
            return column
    raise fault(
        "missing-column",
        table.place(),
        f"no column {quoted(wanted)}{nearest(wanted, table.columns)}",
        f"Add it, or name it so; the columns are {', '.join(table.columns)}.",
    )


def _by_code(
    table: Table,
    column: str,
    territory: Territory,
    faults: Faults,
    read: Callable[[Row], T],
) -> dict[str, T]:
    """What each row says of its municipality; a row whose cell is empty says nothing."""
    names = column_of_names(table)
    found: dict[str, T] = {}
    for row in table.rows:
        where = row.place(names)
        if row.cells[column] in ("", None):
            continue
        code = code_of(shown_name(row.cells[names]), territory.places, where, faults)
        if code in found:
            faults.add("named-twice", where, "this municipality stands here twice", "Keep one.")
            continue
        try:
            value = read(row)
        except Refusal as problem:
            what = f"{column}: {shown(row.cells[column])} is {problem.what}"
            faults.add(problem.code, row.place(column), what, problem.remedy)
            continue
        if code is not None:
            found[code] = value
    return found


def _people(row: Row, column: str) -> Cell:
    return Cell(Fraction(_whole(row.cells[column], MOST_PEOPLE)), str(row))


def _score(row: Row, column: str) -> Cell:
    value = decimal_cell(row.cells[column])
    if abs(value) > 1:
        raise Refusal(
            "not-a-score",
            "not a SES-WOA score, which lies between -1 and 1",
            "Write the score of the municipality as CBS does, such as -0.100.",
        )
    return Cell(value, str(row))


def _number(row: Row, total: str, amv: str) -> PublishedShare:
    places = _whole(row.cells[total], MOST_PLACES)
    minors = None if row.cells[amv] in ("", None) else _whole(row.cells[amv], MOST_PLACES)
    if minors is not None and minors > places:
        raise Refusal(
            "amv-above-total",
            f"less than its {minors:,} amv places",
            "The total includes the amv places.",
        )
    return PublishedShare(places, minors, str(row))


def _whole(cell: Any, most: int) -> int:
    """A whole number of at least 0, as a workbook or a text has it."""
    value = decimal_cell(cell)
    if value.denominator != 1 or value < 0:
        what = "not a whole number of at least 0"
        raise Refusal("not-whole", what, "Write it without sign, point or unit.")
    if value > most:
        raise Refusal("too-large", f"more than {most:,}", "Correct the number.")
    return int(value)


def contradicted(
    own: Mapping[str, PublishedShare], packaged: Mapping[str, PublishedShare]
) -> Contradicted:
    """The published numbers that the scenario's own table contradicts: its own, and that one."""
    return {
        code: (mine, theirs)
        for code, theirs in packaged.items()
        if (mine := own.get(code)) is not None
        and (mine.total != theirs.total or (theirs.amv is not None and mine.amv != theirs.amv))
    }
