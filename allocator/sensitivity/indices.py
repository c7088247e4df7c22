# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The indices of Sobol and Morris, of every number that varies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import isqrt
from statistics import variance
from typing import Any, get_args

from allocator.sensitivity.designs import morris_way, trajectories, unit_cube
from allocator.sensitivity.ensemble import Ensemble
from allocator.sensitivity.figures import Figures
from allocator.sensitivity.series import ABSENT
from models.sensitivity import Index, NumberName, PlanFigureName
from models.territory import Territory

DECIMALS = 3
# 95 % of the bell curve lies within so many standard deviations.
DEVIATIONS = Fraction(196, 100)

Found = list[dict[str, Fraction]]
"""Of each dimension the indices, by name of the attribute of `Index`."""


def indices(ensemble: Ensemble, figures: Figures, territory: Territory) -> tuple[Index, ...]:
    """The indices by the design of a study; none where it is of another kind, or not all answered.

    Either method compares points in pairs, so that one that is missing takes them all away.
    """
    kind = ensemble.study.design.kind
    if kind not in ("sobol", "morris") or len(figures.answered) < len(ensemble.points):
        return ()
    analyse = _sobol(ensemble) if kind == "sobol" else _morris(ensemble)
    return tuple(
        Index(outcome=of, name=name, number=number, factor=one.name, **found)
        for of, name, number, values in _varying(figures, territory)
        for one, found in zip(ensemble.dimensions, analyse(values), strict=True)
    )


def _varying(figures: Figures, territory: Territory) -> Iterator[tuple[str, str, NumberName, Any]]:
    """What varies: of what, its name, which number it is, and that number at every point.

    What each province is short, the plan of merges, each decision, and what is realised where that
    varies in another way than the decision.
    """
    points = figures.answered
    for code in figures.short.codes:
        if _varies(short := figures.short.of(code, "total", points)):
            yield code, territory.name(code), "short", short
    for figure in get_args(PlanFigureName):
        if _varies(values := figures.all_plans[figure]):
            yield figure, "", figure, values
    for code in figures.decision.codes:
        decision = figures.decision.of(code, "total", points)
        realised = figures.realised.of(code, "total", points)
        if _varies(decision):
            yield code, territory.name(code), "decision", decision
        apart = realised - decision
        if _varies(realised) and apart.min() != apart.max():
            yield code, territory.name(code), "realised", realised


def _varies(values: Any) -> bool:
    """Whether a number is there at every point, and differs."""
    return bool(values.min() != values.max() and values.min() != ABSENT)


def _sobol(ensemble: Ensemble) -> Callable[[Any], Found]:
    """The estimators of Saltelli (2010), by SALib."""
    from SALib.analyze import sobol

    cube, seed = unit_cube(len(ensemble.dimensions)), ensemble.study.design.seed

    def analyse(values: Any) -> Found:
        found = sobol.analyze(cube, values.astype(float), calc_second_order=False, seed=seed)
        columns = (found[name].tolist() for name in ("S1", "ST", "ST_conf"))
        return [
            dict(zip(("first", "total", "confidence"), map(_rounded, row), strict=True))
            for row in zip(*columns, strict=True)
        ]

    return analyse


def _morris(ensemble: Ensemble) -> Callable[[Any], Found]:
    """The elementary effects of Morris (1991), each for the whole way from first to last value."""
    width = len(ensemble.dimensions)
    points = [
        [morris_way(*pair) for pair in zip(ensemble.dimensions, steps, strict=True)]
        for steps in trajectories(ensemble.study.design, width)
    ]

    def analyse(values: Any) -> Found:
        effects = elementary_effects(points, [int(one) for one in values])
        return [_of_effects(one) for one in effects]

    return analyse


def elementary_effects(
    points: Sequence[Sequence[Fraction]], values: Sequence[int]
) -> list[list[Fraction]]:
    """The elementary effects of each dimension, one for each trajectory, in places.

    An effect is what a number changes by when one coordinate moves, over how far it moves.

    Args:
        points: the coordinates of the points, trajectory after trajectory of one more than
            coordinates, each a part of the way from the first to the last value.
        values: the number at each point.
    """
    width = len(points[0])
    effects: list[list[Fraction]] = [[] for _ in range(width)]
    for first in range(0, len(points), width + 1):
        for before, after in pairwise(range(first, first + width + 1)):
            ways = [b - a for a, b in zip(points[before], points[after], strict=True)]
            for place, way in enumerate(ways):
                if way:
                    effects[place].append((values[after] - values[before]) / way)
    return effects


def _of_effects(effects: Sequence[Fraction]) -> dict[str, Fraction]:
    """Mean size, standard deviation, and how sure the mean is; 0 of a factor with one value."""
    if not effects:
        return dict.fromkeys(("mean_effect", "deviation", "confidence"), Fraction(0))
    sizes = [abs(one) for one in effects]
    unsure = variance(sizes) / len(sizes) if len(sizes) > 1 else Fraction(0)
    spread = variance(effects) if len(effects) > 1 else Fraction(0)
    return {
        "mean_effect": _rounded(sum(sizes, start=Fraction(0)) / len(sizes)),
        "deviation": _root(spread),
        "confidence": _root(DEVIATIONS**2 * unsure),
    }


def _rounded(number: float | Fraction) -> Fraction:
    """To three decimals: what comes after them of a float differs between machines."""
    return Fraction(round(number * 10**DECIMALS), 10**DECIMALS)


def _root(square: Fraction) -> Fraction:
    """The square root to three decimals, without a float."""
    unit = 10**DECIMALS
    return Fraction((isqrt(int(square * (2 * unit) ** 2)) + 1) // 2, unit)
