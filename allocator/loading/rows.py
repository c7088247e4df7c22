# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows of tables as strict records: what a cell may hold, and what is said when it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, ValidationError

from allocator.loading.tables import Row, Table
from allocator.loading.wording import told
from models.fault import SHOWN_LETTERS, Faults, nearest, quoted
from models.record import Record, Refusal, day

MOST_LETTERS = 2_000
MOST_DIGITS = 12
MOST_DECIMALS = 20
DECIMAL = re.compile(rf"-?[0-9]{{1,{MOST_DIGITS}}}(\.[0-9]{{1,{MOST_DECIMALS}}})?")


def _whole(cell: Any) -> int:
    if isinstance(cell, str) and re.fullmatch("[0-9]+", cell):
        if len(cell) > MOST_DIGITS:
            what = f"a number of {len(cell):,} digits"
            raise Refusal("too-large", what, "Correct the number.")
        return int(cell)
    if isinstance(cell, float) and cell.is_integer():  # XLSX has only floats
        cell = int(cell)
    if isinstance(cell, int) and not isinstance(cell, bool) and cell >= 0:
        return cell
    what = "not a whole number of at least 0, in digits only"
    raise Refusal("not-whole", what, "Write it without sign, point or unit.")


def decimal_cell(cell: Any) -> Fraction:
    """The exact number in a cell.

    Raises:
        ValueError: if it holds anything else.
    """
    if isinstance(cell, str) and DECIMAL.fullmatch(cell):
        return Fraction(cell)
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        exponent = Decimal(repr(cell)).adjusted() if isfinite(cell) else MOST_DIGITS
        if cell == 0 or -MOST_DECIMALS <= exponent < MOST_DIGITS:
            return Fraction(Decimal(repr(cell)))  # the shortest decimal, which is what was typed
    if isinstance(cell, Fraction):
        return cell
    what = "not a number with a decimal point, such as 12.5"
    raise Refusal("not-a-number", what, "Write digits, without separators of thousands.")


def _day(cell: Any) -> date:
    # A workbook keeps a day as midnight.
    return day(cell.date() if isinstance(cell, datetime) and cell.time() == time.min else cell)


def _text(cell: Any) -> str:
    if not isinstance(cell, str):
        raise Refusal("not-a-text", "not a text", "Give the cell the format of text.")
    if len(cell) > MOST_LETTERS:
        what = f"a text of more than {MOST_LETTERS:,} characters"
        raise Refusal("too-long", what, "Shorten it.")
    return cell


def _yes(cell: Any) -> bool:
    if cell in ("yes", "no"):
        return bool(cell == "yes")
    raise Refusal("not-yes-or-no", "neither yes nor no", "Write yes or no.")


def shown(cell: Any) -> str:
    """A cell as it was written, for a message."""
    if cell in ("", None):
        return "an empty cell"
    return quoted(cell) if isinstance(cell, str) else str(cell)[:SHOWN_LETTERS]


def _or_none(parse: Any) -> Any:
    return lambda cell: None if cell in ("", None) else parse(cell)


WholeCell = Annotated[int, BeforeValidator(_whole)]
DecimalCell = Annotated[Fraction, BeforeValidator(decimal_cell)]
DayCell = Annotated[date, BeforeValidator(_day)]
TextCell = Annotated[str, BeforeValidator(_text)]
YesCell = Annotated[bool, BeforeValidator(_yes)]
OptionalYesCell = Annotated[bool | None, BeforeValidator(_or_none(_yes))]
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
            said = f"unknown column {quoted(column)}{nearest(column, columns)}"
            remedy = f"The columns are {', '.join(columns)}."
            faults.add("unknown-column", table.place(column), said, remedy)
    for column in sorted(required - set(table.columns)):
        what = f"no column {quoted(column)}"
        faults.add("missing-column", table.place(), what, "Add it.")
    faults.raise_if_any()
    records = list(_records(table.rows, form, faults))
    faults.raise_if_any()
    return tuple(records)


def _records(rows: Iterable[Row], form: type[R], faults: Faults) -> Iterable[R]:
    for row in rows:
        try:
            yield form.model_validate({**row.cells, "row": str(row)})
        except ValidationError as problem:
            for error in problem.errors(include_url=False):
                column = str(error["loc"][0])
                code, said, remedy = told(error, shown(error["input"]))
                faults.add(code, row.place(column), f"{column}{said}", remedy)
