# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows of tables as strict records: what a cell may hold, and what is said when it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from fractions import Fraction
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, ValidationError

from allocator.loading.tables import Row, Table
from models.fault import Faults, nearest
from models.record import Record, exact

MOST_LETTERS = 2_000
SHOWN_LETTERS = 40


def _whole(cell: Any) -> Any:
    if isinstance(cell, float) and cell.is_integer() and cell >= 0:  # XLSX has only floats
        return int(cell)
    if isinstance(cell, str) and re.fullmatch(r"[0-9]{1,12}", cell):
        return int(cell)
    if isinstance(cell, int) and not isinstance(cell, bool) and cell >= 0:
        return cell
    raise ValueError(f"{_shown(cell)} is not a whole number of at least 0, in digits only")


def decimal_cell(cell: Any) -> Fraction:
    """The exact number in a cell.

    Raises:
        ValueError: if it holds anything else.
    """
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return exact(repr(cell))  # the shortest decimal, which is what was typed
    if isinstance(cell, str) and re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,12})?", cell):
        return Fraction(cell)
    if isinstance(cell, Fraction):
        return cell
    raise ValueError(f"{_shown(cell)} is not a number with a decimal point, such as 12.5")


def _day(cell: Any) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cell):
        with suppress(ValueError):
            return date.fromisoformat(cell)
    raise ValueError(f"{_shown(cell)} is not an existing date written as YYYY-MM-DD")


def _text(cell: Any) -> Any:
    if not isinstance(cell, str):
        raise ValueError(f"{_shown(cell)} is not a text")
    if len(cell) > MOST_LETTERS:
        raise ValueError(f"a text of more than {MOST_LETTERS:,} characters")
    return cell


def _yes(cell: Any) -> Any:
    if cell in ("yes", "no"):
        return cell == "yes"
    raise ValueError(f"{_shown(cell)} is neither yes nor no")


def _shown(cell: Any) -> str:
    if cell in ("", None):
        return "an empty cell"
    text = str(cell)
    text = text if len(text) <= SHOWN_LETTERS else f"{text[:SHOWN_LETTERS]}..."
    return repr(text) if isinstance(cell, str) else text


def _or_none(parse: Any) -> Any:
    return lambda cell: None if cell in ("", None) else parse(cell)


WholeCell = Annotated[int, BeforeValidator(_whole)]
DecimalCell = Annotated[Fraction, BeforeValidator(decimal_cell)]
DayCell = Annotated[date, BeforeValidator(_day)]
TextCell = Annotated[str, BeforeValidator(_text)]
YesCell = Annotated[bool, BeforeValidator(_yes)]
OptionalWholeCell = Annotated[int | None, BeforeValidator(_or_none(_whole))]
OptionalDecimalCell = Annotated[Fraction | None, BeforeValidator(_or_none(decimal_cell))]
OptionalDayCell = Annotated[date | None, BeforeValidator(_or_none(_day))]


class TableRow(Record):
    """A record that was read from a row; `row` quotes file and line."""

    row: str


R = TypeVar("R", bound=TableRow)


def read_rows(table: Table, form: type[R]) -> tuple[R, ...]:
    """The rows of a table as records of one form.

    Args:
        table: the table.
        form: the record; its fields (or their aliases) are the columns.

    Raises:
        InputError: with every column and every cell that does not fit.
    """
    faults = Faults()
    columns = {field.alias or name: field for name, field in form.model_fields.items()}
    del columns["row"]
    required = {name for name, field in columns.items() if field.is_required()}
    for column in table.columns:
        if column not in columns:
            said = f"unknown column {column!r}{nearest(column, columns)}"
            where = table.rows[0].place(column) if table.rows else Row(table.name, 1, {}).place()
            faults.add("unknown-column", where, said, f"The columns are {', '.join(columns)}.")
    for column in sorted(required - set(table.columns)):
        faults.add(
            "missing-column", Row(table.name, 1, {}).place(), f"no column {column!r}", "Add it."
        )
    faults.raise_if_any()
    records = list(_records(table.rows, form, faults))
    faults.raise_if_any()
    return tuple(records)


def _records(rows: Iterable[Row], form: type[R], faults: Faults) -> Iterable[R]:
    for row in rows:
        try:
            yield form.model_validate({**row.cells, "row": str(row)})
        except ValidationError as problem:
            for error in problem.errors(include_url=False, include_context=False):
                column = str(error["loc"][0]) if error["loc"] else None
                said = error["msg"].removeprefix("Value error, ")
                what = f"{column}: {said}" if column else said
                faults.add("bad-cell", row.place(column), what, "Correct the cell.")
