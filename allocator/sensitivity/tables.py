# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables: the results of a study as a database in memory, which reads nothing else.

points          point, run, weight, and a column for each factor
results         run, status, fault, checks, code, kind, share, counted, rest, surplus, decision,
                realised, host, moved, distance_km, undersized, follows
names           code, name, province, region
provinces       point, weight, the factors, and the results of provinces
municipalities  point, weight, the factors, and the results of municipalities

Arrow opens the files and DuckDB computes: a path is a path there, whatever letters it has, where
DuckDB would take `[` or `*` for a pattern and a folder `key=value` for a column.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from allocator.sensitivity.outcome import ANSWERED
from allocator.sensitivity.store import Store, schema
from models.fault import Fault, InputError, Place
from models.territory import Territory

if TYPE_CHECKING:
    import duckdb

TABLES = "points, results, names, provinces, municipalities"
# A process of a study stays below one GiB.
MEMORY = "600MB"
MOST_IN_MEMORY = 50_000
NO_RUN = "a file of results has no column run"


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
        # Nothing in a query reaches a file, nor a variable of this program.
        connection.execute("SET enable_external_access = false")
        connection.execute("SET python_enable_replacements = false")
        _points(connection, store)
        _results(connection, store, at_hand)
        _names(connection, territory)
        _views(connection)
        connection.execute("SET lock_configuration = true")
    except BaseException as problem:
        connection.close()
        if isinstance(problem, reading_errors()):
            raise unreadable(store, problem) from problem
        raise
    return connection


def reading_errors() -> tuple[type[Exception], ...]:
    """What the libraries raise where results cannot be read."""
    import duckdb
    import pyarrow as pa

    return duckdb.Error, pa.ArrowException, OSError


def unreadable(store: Store, problem: BaseException) -> InputError:
    """What is said where results cannot be read: which file, and what of it."""
    found = _damaged(store) or str(problem).splitlines()[0]
    what = f"the results cannot be read ({found})"
    remedy = "Take the file that it names away; the study makes it again."
    return InputError([Fault("unreadable-results", what, Place(str(store.folder)), remedy)])


def _damaged(store: Store) -> str:
    """The first file that is no table of the columns that it should have, and what it is."""
    import pyarrow.parquet as pq

    asked = [(store.points, {"point", "run"})]
    # Earlier versions did not keep what tasks follow.
    asked += [(path, set(schema().names) - {"follows"}) for path in _files(store)]
    for path, columns in asked:
        where = path.relative_to(store.folder.absolute())
        try:
            with pq.ParquetFile(path) as file:
                missing = sorted(columns - set(file.read().schema.names))
        except reading_errors() as problem:
            return f"{where}: {str(problem).splitlines()[0]}"
        if missing:
            return f"{where} has no column {missing[0]}"
    return ""


def _points(connection: duckdb.DuckDBPyConnection, store: Store) -> None:
    import pyarrow.parquet as pq

    with pq.ParquetFile(store.points) as file:
        table = file.read()
    # Earlier versions did not say what a point counts for; running the study again does.
    weight = "" if "weight" in table.schema.names else ", NULL::BIGINT AS weight"
    connection.register("read", table)
    connection.execute(f"CREATE TABLE points AS SELECT *{weight} FROM read")
    connection.unregister("read")


def _results(connection: duckdb.DuckDBPyConnection, store: Store, at_hand: bool) -> None:
    """The finished runs: at hand where they are few enough, else read anew by every query."""
    from pyarrow.dataset import dataset
    from pyarrow.fs import LocalFileSystem

    files = [str(path) for path in _files(store)]
    if not files:
        what, remedy = "no run is finished yet", "Run the study first."
        raise InputError([Fault("no-results", what, Place(str(store.folder)), remedy)])
    connection.register(
        "files", dataset(files, schema=schema(), format="parquet", filesystem=LocalFileSystem())
    )
    count = connection.execute("SELECT count(DISTINCT run) FROM points").fetchall()[0][0]
    form = "TABLE" if at_hand and count <= MOST_IN_MEMORY else "VIEW"
    connection.execute(
        f"CREATE {form} results AS "
        f"SELECT * REPLACE (coalesce(run, error('{NO_RUN}')) AS run) FROM files"
    )


def _files(store: Store) -> list[Path]:
    """The files of finished runs, in order."""
    return sorted(store.folder.absolute().glob("runs/*/*.parquet"))


def _views(connection: duckdb.DuckDBPyConnection) -> None:
    """Points with their results; of a point without a division the weight is 0 there."""
    answered = ", ".join(f"'{status}'" for status in ANSWERED)
    for view, codes in (("provinces", "PV%"), ("municipalities", "GM%")):
        connection.execute(
            f"CREATE VIEW {view} AS "
            f"SELECT * REPLACE (if(status IN ({answered}), weight, 0) AS weight) "
            f"FROM points JOIN results USING (run) WHERE code LIKE '{codes}'"
        )


def _names(connection: duckdb.DuckDBPyConnection, territory: Territory) -> None:
    connection.execute("CREATE TABLE names (code TEXT, name TEXT, province TEXT, region TEXT)")
    rows: list[tuple[Any, ...]] = [
        (one.code, one.name, territory.name(one.province), territory.name(one.region))
        for one in territory.municipalities.values()
    ]
    rows += [(code, name, name, "") for code, name in territory.provinces.names.items()]
    connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", rows)
