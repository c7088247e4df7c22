# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Queries: SQL over the results of a study, by DuckDB (the tables are those of `tables`)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

from allocator.sensitivity.store import Store
from allocator.sensitivity.tables import TABLES, opened
from models.fault import Fault, InputError, Place
from models.territory import Territory

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

MOST_ROWS = 1_000_000
ROWS_AT_A_TIME = 100_000
# What 64 bits hold for certain.
MOST_WHOLE = 10**18


class Found(NamedTuple):
    """What a query found.

    Attributes:
        columns: their names.
        rows: whole numbers, exact fractions of decimals, texts, and None; true and false are texts.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int | Fraction | str | None, ...], ...]


def query(store: Store, sql: str, territory: Territory) -> pa.Table:
    """Ask the results of a study.

    Args:
        store: where they are.
        sql: one SELECT over the tables.
        territory: for the names.

    Raises:
        InputError: if there are no results, or if the query is none.
    """
    import duckdb
    import pyarrow as pa

    with opened(store, territory) as connection:
        try:
            statements = connection.extract_statements(sql)
            if [one.type for one in statements] != [duckdb.StatementType.SELECT]:
                raise _fault("not one SELECT", "Write one SELECT; results are never changed.")
            batches = connection.sql(statements[0]).to_arrow_reader(ROWS_AT_A_TIME)
            return pa.Table.from_batches(_few_enough(batches), batches.schema)
        except (duckdb.Error, pa.ArrowException) as problem:
            first = str(problem).splitlines()[0] if str(problem) else "no query"
            raise _fault(first, f"The tables are {TABLES}.") from problem


def _few_enough(batches: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
    """The batches as they come, as long as they are not more than anybody reads."""
    rows = 0
    for batch in batches:
        rows += batch.num_rows
        if rows > MOST_ROWS:
            raise _fault(f"more than {MOST_ROWS:,} rows", "Add up, or write LIMIT at the end.")
        yield batch


def as_cells(table: pa.Table) -> Found:
    """What a query found as reports show it."""
    columns = [[_plain(cell) for cell in column.to_pylist()] for column in table.columns]
    return Found(tuple(table.column_names), tuple(zip(*columns, strict=True)))


def _plain(cell: Any) -> int | Fraction | str | None:
    if cell is None or (isinstance(cell, int) and not isinstance(cell, bool)):
        return cell
    if isinstance(cell, Decimal | float) and isfinite(cell):
        exact = Fraction(str(cell))
        # A sum of whole numbers is a decimal without decimals.
        whole = isinstance(cell, Decimal) and exact.denominator == 1
        return exact.numerator if whole else exact
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def as_frame(table: pa.Table) -> pd.DataFrame:
    """What a query found as pandas has it.

    Whole numbers and sums of them are `int64`, true and false `bool`, averages and decimals
    `float64`; where cells are empty `Int64` and `boolean`, which have a missing value.
    """
    import pandas as pd

    columns = [_series(column) for column in table.columns]
    frame = pd.concat(columns, axis=1, keys=range(len(columns)))
    return frame.set_axis(table.column_names, axis=1)


def _series(column: pa.ChunkedArray) -> pd.Series[Any]:
    import pandas as pd
    import pyarrow as pa

    kind = column.type
    if pa.types.is_decimal(kind):
        column = column.cast(pa.int64() if _is_whole(column) else pa.float64())
    elif pa.types.is_integer(kind):
        column = column.cast(pa.int64())
    elif pa.types.is_floating(kind):
        column = column.cast(pa.float64())
    gaps = column.null_count > 0
    kept = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()} if gaps else {}
    series: pd.Series[Any] = column.to_pandas(types_mapper=kept.get)
    return series


def _is_whole(column: pa.ChunkedArray) -> bool:
    """Whether decimals have none, and fit in 64 bits: DuckDB adds up whole numbers in 128."""
    import pyarrow.compute as pc

    ends = pc.min_max(column).as_py()
    return column.type.scale == 0 and all(abs(end or 0) < MOST_WHOLE for end in ends.values())


def _fault(what: str, remedy: str) -> InputError:
    return InputError([Fault("bad-query", what, Place("--query"), remedy)])
