# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Figures of a study, one number for each run, with what each point weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from allocator.sensitivity.ensemble import Ensemble
from allocator.sensitivity.outcome import ANSWERED, DEFECT, REFUSED, UNPROVEN
from allocator.sensitivity.series import ABSENT, Series
from allocator.sensitivity.store import Store
from allocator.sensitivity.tables import opened, reading_errors, unreadable
from models.result import RunStatus
from models.territory import Territory

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

# Of a run; of one whose settings do not go together; of one that met a defect.
STATUSES = (*get_args(RunStatus), REFUSED, DEFECT)
# What 64 bits hold.
MOST = 2**63 - 1


@dataclass(frozen=True)
class Figures:
    """What the finished runs of a study say.

    Attributes:
        statuses: of every point, None where its run is not finished.
        faults: what was refused, by point.
        answered: the numbers of the points with a division.
        counted: of these the ones that chances and percentiles lie over.
        weights: what each of these weighs, whole numbers above 0 in proportion to the chances.
        task: places that provinces have to make.
        short: places that provinces have left to divide.
        decision: places of municipalities.
        realised: likewise, after merges and exchanges.
        plans: of merged tasks, by name of the figure, at the counted points.
        all_plans: the same at the answered points.
        follows: how many answered points have tasks that follow the key, or the raming.
        unproven: whether each counted point is only the best found when its search ended.
    """

    statuses: tuple[str | None, ...]
    faults: Mapping[int, str]
    answered: tuple[int, ...]
    counted: tuple[int, ...]
    weights: Numbers
    task: Series
    short: Series
    decision: Series
    realised: Series
    plans: Mapping[str, Numbers]
    all_plans: Mapping[str, Numbers]
    unproven: Numbers
    follows: Mapping[str, int]


def figures(ensemble: Ensemble, store: Store, territory: Territory) -> Figures:
    """Read the figures of a study.

    Raises:
        InputError: if no run is finished, or if the results cannot be read.
    """
    import numpy as np

    names = {run: number for number, run in enumerate(dict.fromkeys(_runs(ensemble)))}
    runs = np.array([names[run] for run in _runs(ensemble)], dtype=np.int64)
    with opened(store, territory, at_hand=False) as connection:
        try:
            _read(connection)
        except reading_errors() as problem:
            raise unreadable(store, problem) from problem
        found = _statuses(connection, len(names))
        follows = _follows(connection, len(names))
        task, short = _series(connection, runs, len(names), "PV", ("share", "rest"))
        decision, realised = _series(connection, runs, len(names), "GM", ("decision", "realised"))
        plans = _plans(connection, len(names))
    statuses = [found[run] for run in runs.tolist()]
    answered = tuple(number for number, (status, _) in enumerate(statuses) if status in ANSWERED)
    counted = tuple(number for number in answered if ensemble.weights[number])
    of_plans = {name: numbers[runs[list(counted)]] for name, numbers in plans.items()}
    series = (task, short, decision, realised)
    most = max(
        *(one.most() * max(len(one.codes), 1) for one in series),
        *(int(one.max(initial=0)) for one in of_plans.values()),
    )
    return Figures(
        statuses=tuple(status for status, _ in statuses),
        faults={number: fault for number, (_, fault) in enumerate(statuses) if fault is not None},
        answered=answered,
        counted=counted,
        weights=_numbers([ensemble.weights[number] for number in counted], most),
        task=task,
        short=short,
        decision=decision,
        realised=realised,
        plans=of_plans,
        all_plans={name: numbers[runs[list(answered)]] for name, numbers in plans.items()},
        follows=Counter(way for run in runs[list(answered)] if (way := follows[run]) is not None),
        unproven=np.array([statuses[one][0] == UNPROVEN for one in counted], dtype=bool),
    )


def _runs(ensemble: Ensemble) -> Iterator[str]:
    return (point.run for point in ensemble.points)


def _read(connection: Any) -> None:
    """Every file once, without its names: of a country in ten thousand runs there are millions.

    Runs are numbered in the order of their first point, areas in the order of their codes.
    """
    connection.execute(
        "CREATE TEMP TABLE numbered AS SELECT run, "
        "(row_number() OVER (ORDER BY min(point)) - 1)::INTEGER AS number FROM points GROUP BY run"
    )
    connection.execute(
        "CREATE TEMP TABLE areas AS SELECT code, "
        "(row_number() OVER (ORDER BY code) - 1)::SMALLINT AS area FROM names"
    )
    connection.execute(f"CREATE TYPE status AS ENUM {STATUSES}")
    connection.execute(
        "CREATE TEMP TABLE told AS SELECT number, area, status::status AS status, "
        "(kind = 'amv')::TINYINT AS amv, share, rest, decision, realised, moved, distance_km, "
        "undersized, follows FROM results JOIN numbered USING (run) LEFT JOIN areas USING (code)"
    )


def _statuses(connection: Any, many: int) -> list[tuple[str | None, str | None]]:
    """The status of each run, and what was wrong with it."""
    found: list[tuple[str | None, str | None]] = [(None, None)] * many
    rows = connection.execute("SELECT number, any_value(status) FROM told GROUP BY number")
    for number, status in rows.fetchall():
        found[number] = (status, None)
    if any(status in (REFUSED, DEFECT) for status, _ in found):
        rows = connection.execute(
            "SELECT number, status, fault FROM results JOIN numbered USING (run) "
            "WHERE fault IS NOT NULL"
        )
        for number, status, fault in rows.fetchall():
            found[number] = (status, fault)
    return found


def _follows(connection: Any, many: int) -> list[str | None]:
    """What the tasks of each run follow; None where an earlier version did not keep it."""
    found: list[str | None] = [None] * many
    rows = connection.execute("SELECT number, any_value(follows) FROM told GROUP BY number")
    for number, way in rows.fetchall():
        found[number] = way
    return found


def _series(
    connection: Any, runs: Numbers, many: int, letters: str, columns: tuple[str, str]
) -> list[Series]:
    """Two columns of the results, of the areas whose codes begin with some letters."""
    import numpy as np

    codes = connection.execute(
        "SELECT DISTINCT area, code FROM told JOIN areas USING (area) "
        f"WHERE code LIKE '{letters}%' ORDER BY area"
    ).fetchall()
    # Codes in order, so that their areas follow one another: both ends say which.
    first, last = (codes[0][0], codes[-1][0]) if codes else (0, -1)
    table = connection.execute(
        f"SELECT area, amv, number, coalesce({columns[0]}, {ABSENT}) AS one, "
        f"coalesce({columns[1]}, {ABSENT}) AS other FROM told WHERE area BETWEEN {first} AND {last}"
    ).fetchnumpy()
    rows = np.searchsorted([area for area, _ in codes], table["area"])
    found = []
    for name in ("one", "other"):
        places = np.full((len(codes), 2, many), ABSENT, dtype=np.int32)
        places[rows, table["amv"], table["number"]] = table[name]
        found.append(Series(tuple(code for _, code in codes), places, runs))
    return found


def _plans(connection: Any, many: int) -> dict[str, Numbers]:
    """What merging comes to, for every run; 0 where it has no answer."""
    import numpy as np

    table = connection.execute(
        "SELECT number, count(*) FILTER (moved > 0) AS moved_tasks, "
        "coalesce(sum(moved), 0)::BIGINT AS moved_places, "
        "count(*) FILTER (undersized) AS undersized, "
        "coalesce(round(sum(moved * distance_km)), 0)::BIGINT AS place_km "
        "FROM told GROUP BY number"
    ).fetchnumpy()
    found = {}
    for name in ("moved_tasks", "moved_places", "undersized", "place_km"):
        found[name] = np.zeros(many, dtype=np.int64)
        found[name][table["number"]] = table[name]
    return found


def _numbers(weights: Sequence[int], most: int) -> Numbers:
    """The weights; of 64 bits where sums of weights times squares of numbers stay within them.

    Args:
        weights: of the points.
        most: no number is greater.
    """
    import numpy as np

    fits = max(weights, default=0) * len(weights) * max(most, 1) ** 2 <= MOST
    return np.array(weights, dtype=np.int64 if fits else object)
