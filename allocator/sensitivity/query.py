# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Queries: SQL over the results of a study, by DuckDB.

points          point, run, and a column for each factor
results         run, status, fault, checks, code, kind, share, counted, rest, surplus, decision,
                realised, host, moved, distance_km, undersized
names           code, name, province, region
provinces       point, the factors, and the results of provinces
municipalities  point, the factors, and the results of municipalities
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

from allocator.sensitivity.store import Store
from models.fault import Fault, InputError, Place
from models.territory import Territory

if TYPE_CHECKING:
    import duckdb

TABLES = "points, results, names, provinces, municipalities"
# A process of a study stays below one GiB.
MEMORY = "600MB"
MOST_IN_MEMORY = 50_000
MOST_ROWS = 1_000_000


class Found(NamedTuple):
    """What a query found.

    Attributes:
        columns: their names.
        rows: whole numbers, exact fractions of decimals, texts, and None.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int | Fraction | str | None, ...], ...]


def query(store: Store, sql: str, territory: Territory) -> Found:
    """Ask the results of a study.

    Args:
        store: where they are.
        sql: one SELECT over the tables named above.
        territory: for the names.

    Raises:
        InputError: if there are no results, or if the query is none.
    """
    import duckdb

    with opened(store, territory) as connection:
        try:
            statements = connection.extract_statements(sql)
            if [one.type for one in statements] != [duckdb.StatementType.SELECT]:
                raise _fault("not one SELECT", "Write one SELECT; results are never changed.")
            found = connection.execute(statements[0])
            columns = tuple(str(column[0]) for column in found.description or ())
            cells = found.fetchmany(MOST_ROWS + 1)
            if len(cells) > MOST_ROWS:
                what = f"more than {MOST_ROWS:,} rows"
                raise _fault(what, "Add up, or write LIMIT at the end.")
            return Found(columns, tuple(tuple(map(_plain, row)) for row in cells))
        except duckdb.Error as problem:
            first = str(problem).splitlines()[0] if str(problem) else "no query"
            raise _fault(first, f"The tables are {TABLES}.") from problem


def _plain(cell: Any) -> int | Fraction | str | None:
    """A cell of a query as reports show it."""
    if cell is None or (isinstance(cell, int) and not isinstance(cell, bool)):
        return cell
    if isinstance(cell, Decimal | float) and isfinite(cell):
        return Fraction(str(cell))
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def opened(
    store: Store, territory: Territory, *, at_hand: bool = True
) -> duckdb.DuckDBPyConnection:
    """A database with the results of a study, which reads nothing else and writes nothing.

    Args:
        store: where they are.
        territory: for the names.
        at_hand: whether they are read once for many questions, where they are few enough.

    Raises:
        InputError: if there are no results, or if they cannot be read.
    """
    import duckdb

    store.identity()
    connection = duckdb.connect(":memory:", config={"memory_limit": MEMORY, "threads": 2})
    try:
        connection.execute(f"CREATE TABLE points AS FROM read_parquet({_text(store.points)})")
        _results(connection, store, at_hand)
        _names(connection, territory)
        for view, codes in (("provinces", "PV%"), ("municipalities", "GM%")):
            connection.execute(
                f"CREATE VIEW {view} AS SELECT * FROM points JOIN results USING (run) "
                f"WHERE code LIKE '{codes}'"
            )
        # Nothing in a query reaches a file but the results themselves.
        connection.execute(f"SET allowed_directories = [{_text(store.folder)}]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
    except duckdb.Error as problem:
        connection.close()
        raise unreadable(store, problem) from problem
    return connection


def unreadable(store: Store, problem: Exception) -> InputError:
    """What is said where results cannot be read."""
    what = f"the results cannot be read ({str(problem).splitlines()[0]})"
    remedy = "Take the file that it names away; the study makes it again."
    return InputError([Fault("unreadable-results", what, Place(str(store.folder)), remedy)])


def _results(connection: duckdb.DuckDBPyConnection, store: Store, at_hand: bool) -> None:
    """The finished runs: at hand where they are few enough, else read anew by every query."""
    if not any(store.folder.glob("runs/*/*.parquet")):
        what, remedy = "no run is finished yet", "Run the study first."
        raise InputError([Fault("no-results", what, Place(str(store.folder)), remedy)])
    count = connection.execute("SELECT count(DISTINCT run) FROM points").fetchall()[0][0]
    form = "TABLE" if at_hand and count <= MOST_IN_MEMORY else "VIEW"
    connection.execute(f"CREATE {form} results AS FROM read_parquet({_runs(store)})")


def _runs(store: Store) -> str:
    """The pattern of all finished runs; letters of the folder that mean something to it apart."""
    folder = re.sub(r"([*?\[])", r"[\1]", str(store.folder))
    return _text(f"{folder}/runs/*/*.parquet")


def _names(connection: duckdb.DuckDBPyConnection, territory: Territory) -> None:
    connection.execute("CREATE TABLE names (code TEXT, name TEXT, province TEXT, region TEXT)")
    rows = [
        (one.code, one.name, territory.name(one.province), territory.name(one.region))
        for one in territory.municipalities.values()
    ]
    rows += [(code, name, name, "") for code, name in territory.provinces.names.items()]
    connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", rows)


def _text(value: Any) -> str:
    """A text as SQL quotes it."""
    return "'" + str(value).replace("'", "''") + "'"


def _fault(what: str, remedy: str) -> InputError:
    return InputError([Fault("bad-query", what, Place("--query"), remedy)])
