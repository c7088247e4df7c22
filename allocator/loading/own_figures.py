# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The user's own figures of municipalities: people, SES-WOA scores, indicative numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Generic, TypeVar

from allocator.loading.by_municipality import Adding, by_municipality
from allocator.loading.files import Content, fault
from allocator.loading.rows import decimal_cell
from allocator.loading.scenario_file import ScenarioFile
from allocator.loading.tables import Row, Table
from allocator.loading.user_column import added_up
from models.fault import Faults, nearest, quoted
from models.places import MOST_PLACES
from models.problem import Cell, Part, PublishedShare
from models.record import Refusal
from models.territory import Territory

T = TypeVar("T")

Contradicted = dict[str, tuple[PublishedShare, PublishedShare]]
"""By code, an own number and the published one that it contradicts."""

MOST_PEOPLE = 10_000_000
"""No municipality has more inhabitants; a larger number is one of another unit."""


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """A sort of table that a scenario may name in place of a packaged one.

    Attributes:
        setting: the line of the scenario that names it.
        columns: beside that of the municipality; a row whose first one is empty says nothing.
        read: what a row says, by the names of those columns.
        adding: what becomes of municipalities that have merged since.
    """

    setting: str
    columns: tuple[str, ...]
    read: Callable[[Row, Sequence[str]], T]
    adding: Adding[T]


def own_table(
    file: ScenarioFile,
    form: Form[T],
    territory: Territory,
    codes: Collection[str],
    faults: Faults,
) -> tuple[dict[str, T], Content]:
    """What the scenario's own table says of each municipality, and the file that was read.

    Args:
        file: the scenario, which names one.
        form: the sort of table.
        territory: who may be named, and what became of who is no more.
        codes: of the municipalities whose rows have to be in order.
        faults: takes what is wrong in it.

    Raises:
        InputError: if there is no such file, or no such column in it.
    """
    content, table = file.table(getattr(file.scenario, form.setting), form.setting)
    columns = [_column(table, wanted) for wanted in form.columns]
    found = by_municipality(
        table,
        columns[0],
        territory,
        codes,
        faults,
        lambda row: form.read(row, columns),
        form.adding,
    )
    return found, content


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


def _people(row: Row, columns: Sequence[str]) -> Cell:
    return Cell(Fraction(_whole(row.cells[columns[0]], MOST_PEOPLE)), str(row))


def _score(row: Row, columns: Sequence[str]) -> Cell:
    value = decimal_cell(row.cells[columns[0]])
    if abs(value) > 1:
        raise Refusal(
            "not-a-score",
            "not a SES-WOA score, which lies between -1 and 1",
            "Write the score of the municipality as CBS does, such as -0.100.",
        )
    return Cell(value, str(row))


def _number(row: Row, columns: Sequence[str]) -> PublishedShare:
    """A published number; an empty amv cell is an amv part that is not known."""
    total, amv = columns
    places = _whole(row.cells[total], MOST_PLACES)
    minors = None if row.cells[amv] in ("", None) else _whole(row.cells[amv], MOST_PLACES)
    if minors is not None and minors > places:
        raise Refusal(
            "amv-above-total",
            f"less than its {minors:,} amv places",
            "The total includes the amv places.",
        )
    return PublishedShare(places, minors, str(row))


def _numbers_added_up(parts: Sequence[tuple[str, PublishedShare]]) -> PublishedShare:
    """The number of a municipality by those of the ones that merged; amv where each is known."""
    numbers = [number for _, number in parts]
    minors = [number.amv for number in numbers if number.amv is not None]
    return PublishedShare(
        total=sum(number.total for number in numbers),
        amv=sum(minors) if len(minors) == len(numbers) else None,
        row=" + ".join(number.row for number in numbers),
        parts=tuple(Part(name, Fraction(number.total), number.row) for name, number in parts),
    )


def _whole(cell: Any, most: int) -> int:
    """A whole number of at least 0, as a workbook or a text has it."""
    value = decimal_cell(cell)
    if value.denominator != 1 or value < 0:
        what = "not a whole number of at least 0"
        raise Refusal("not-whole", what, "Write it without sign, point or unit.")
    if value > most:
        raise Refusal("too-large", f"more than {most:,}", "Correct the number.")
    return int(value)


PEOPLE = Form("population", ("inhabitants",), _people, Adding(added_up))
# A score is the mean of people; two of them make no third.
SCORES = Form("ses_woa", ("score",), _score, Adding(None, "Give the score of what is there today."))
NUMBERS = Form("indicative", ("total", "amv"), _number, Adding(_numbers_added_up))


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
