# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Figures of a study, one number for each point, with what each point weighs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm, prod
from typing import TYPE_CHECKING, Any, cast

from allocator.sensitivity.ensemble import Ensemble
from allocator.sensitivity.factors import Level, Levels
from allocator.sensitivity.query import opened
from allocator.sensitivity.store import Store
from models.places import Kind
from models.sensitivity import Counted
from models.territory import Territory

if TYPE_CHECKING:
    import numpy as np

KINDS: tuple[Counted, ...] = ("total", "regular", "amv")
# Sums of squares of places times weights stay below what 64 bits hold.
MOST_WEIGHT = 10**6
ABSENT = -1
# Columns of the results, and how codes of their areas begin; the share of a province is its task.
TASK, SHORT, DECISION, REALISED = SERIES = (
    ("share", "PV"),
    ("rest", "PV"),
    ("decision", "GM"),
    ("realised", "GM"),
)

Series = dict[tuple[str, Counted], "np.ndarray[Any, Any]"]
"""A number for each answered point, by code and kind; -1 where the point has no such area."""


@dataclass(frozen=True)
class Figures:
    """What the finished runs of a study say.

    Attributes:
        statuses: of every point, None where its run is not finished.
        faults: what was refused, by point.
        answered: the numbers of the points with a division.
        weights: what each of these weighs, whole numbers in proportion to the chances.
        task: of provinces.
        short: of provinces, what is left to divide.
        decision: of municipalities.
        realised: likewise, after merges and exchanges.
        plans: of merged tasks, by name of the figure.
    """

    statuses: tuple[str | None, ...]
    faults: Mapping[int, str]
    answered: tuple[int, ...]
    weights: np.ndarray[Any, Any]
    task: Series
    short: Series
    decision: Series
    realised: Series
    plans: Mapping[str, np.ndarray[Any, Any]]


def figures(ensemble: Ensemble, store: Store, territory: Territory) -> Figures:
    """Read the figures of a study.

    Raises:
        InputError: if no run is finished.
    """
    import numpy as np

    with opened(store, territory) as connection:
        known = {
            run: (status, fault)
            for run, status, fault in connection.execute(
                "SELECT DISTINCT run, status, fault FROM results"
            ).fetchall()
        }
        points = ensemble.points
        found = [known.get(point.run, (None, None)) for point in points]
        answered = tuple(
            number for number, (status, _) in enumerate(found) if status in ("optimal", "feasible")
        )
        numbers = {point.run: place for place, point in enumerate(points)}
        series = {
            (column, letters): _series(connection, column, letters, numbers, points, answered)
            for column, letters in SERIES
        }
        plans = _plans(connection, points, answered)
    weights = _weights(ensemble, answered)
    kind = np.int64 if max(weights, default=1) <= MOST_WEIGHT else object
    return Figures(
        statuses=tuple(status for status, _ in found),
        faults={number: fault for number, (_, fault) in enumerate(found) if fault is not None},
        answered=answered,
        weights=np.array(weights, dtype=kind),
        task=series[TASK],
        short=series[SHORT],
        decision=series[DECISION],
        realised=series[REALISED],
        plans=plans,
    )


def _series(
    connection: Any,
    column: str,
    letters: str,
    numbers: Mapping[str, int],
    points: Sequence[Any],
    answered: Sequence[int],
) -> Series:
    """One column of the results, by code and kind, for every answered point."""
    import numpy as np

    table = connection.execute(
        f"SELECT code, kind, run, {column} FROM results "
        f"WHERE code LIKE '{letters}%' AND {column} IS NOT NULL ORDER BY code, kind"
    ).fetchnumpy()
    places = np.array([numbers.get(run, -1) for run in table["run"]], dtype=np.int64)
    of_point = np.array([numbers[point.run] for point in points], dtype=np.int64)
    found: Series = {}
    names = np.char.add(np.char.add(table["code"].astype(str), " "), table["kind"].astype(str))
    for name in np.unique(names) if len(names) else ():
        here = (names == name) & (places >= 0)
        whole = np.full(len(points), ABSENT, dtype=np.int64)
        whole[places[here]] = table[column][here]
        code, kind = str(name).split(" ")
        found[code, cast(Kind, kind)] = whole[of_point][list(answered)]
    for code in {code for code, _ in found}:
        both = found[code, "regular"] + found[code, "amv"]
        found[code, "total"] = np.where(both < 0, ABSENT, both)
    return found


def _plans(
    connection: Any, points: Sequence[Any], answered: Sequence[int]
) -> dict[str, np.ndarray[Any, Any]]:
    """What merging comes to, for every answered point."""
    import numpy as np

    names = ("moved_tasks", "moved_places", "undersized", "place_km")
    table = connection.execute(
        "SELECT run, count(*) FILTER (moved > 0), coalesce(sum(moved), 0), "
        "count(*) FILTER (undersized), coalesce(round(sum(moved * distance_km)), 0) "
        "FROM results WHERE code LIKE 'GM%' GROUP BY run"
    ).fetchall()
    found = {run: tuple(map(int, numbers)) for run, *numbers in table}
    rows = [found[points[number].run] for number in answered]
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    return {
        name: np.array(column, dtype=np.int64) for name, column in zip(names, columns, strict=True)
    }


def _weights(ensemble: Ensemble, answered: Sequence[int]) -> list[int]:
    """Draws count alike; the points of a grid by the chances of their values."""
    if not weighted(ensemble):
        return [1] * len(answered)
    chances = [_chances(ensemble, ensemble.points[number].levels) for number in answered]
    unit = lcm(*(one.denominator for one in chances)) if chances else 1
    return [int(one * unit) for one in chances]


def _chances(ensemble: Ensemble, levels: tuple[Level, ...]) -> Fraction:
    return prod(
        (
            one.chances[one.levels.index(level)]
            for one, level in zip(ensemble.dimensions, levels, strict=True)
            if isinstance(one, Levels)
        ),
        start=Fraction(1),
    )


def weighted(ensemble: Ensemble) -> bool:
    """Whether the points of a study count by their chances."""
    return ensemble.study.design.kind == "grid" and any(
        len(set(one.chances)) > 1 for one in ensemble.dimensions if isinstance(one, Levels)
    )
