# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Designs: which points of the unit cube are run, one coordinate for each dimension.

The same seed gives the same points on every machine. SALib draws the designs of Saltelli, Morris
and McKay; independent draws need no more than Python's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import prod
from random import Random
from typing import Any

from allocator.sensitivity.factors import Dimension, Level, Levels
from models.study import Design

# Steps of a coordinate: the grid that Morris (1991) draws on.
MORRIS_LEVELS = 4


def number_of_points(design: Design, dimensions: Sequence[Dimension]) -> int:
    """How many runs a design asks for, before any is drawn."""
    if design.samples is None:
        return prod(len(one.levels) for one in dimensions if isinstance(one, Levels))
    # Sobol: two matrices, and one for each dimension (Saltelli 2010). Morris: one step for each.
    rows = {"sobol": len(dimensions) + 2, "morris": len(dimensions) + 1}
    return design.samples * rows.get(design.kind, 1)


def points(design: Design, dimensions: Sequence[Dimension]) -> Iterator[tuple[Level, ...]]:
    """The points of a design in order, as one level for each dimension."""
    if design.samples is None:
        yield from product(*(one.levels for one in dimensions if isinstance(one, Levels)))
    elif design.kind == "morris":
        for steps in trajectories(design, len(dimensions)):
            yield tuple(morris_level(*pair) for pair in zip(dimensions, steps, strict=True))
    else:
        for row in _drawn(design, len(dimensions)):
            coordinates = (Fraction(float(one)) for one in row)
            yield tuple(one.at(drawn) for one, drawn in zip(dimensions, coordinates, strict=True))


def is_draw(design: Design, width: int, number: int) -> bool:
    """Whether a point counts for chances and percentiles.

    Of a Sobol design only the two matrices that are drawn do: the others repeat their columns. The
    trajectories of Morris cover the factors, whatever the chances of their values.

    Args:
        design: of the study.
        width: the number of its dimensions.
        number: of the point, from 0.
    """
    if design.kind == "sobol":
        return number % (width + 2) in (0, width + 1)
    return design.kind != "morris"


def _drawn(design: Design, width: int) -> Iterator[Sequence[float]]:
    assert design.samples is not None
    if design.kind == "monte_carlo":
        random = Random(design.seed)
        return ([random.random() for _ in range(width)] for _ in range(design.samples))
    return iter(_by_salib(design, width))


def _by_salib(design: Design, width: int) -> Any:
    problem, samples, seed = unit_cube(width), design.samples, design.seed
    if design.kind == "latin_hypercube":
        from SALib.sample import latin

        return latin.sample(problem, samples, seed=seed)
    from SALib.sample import sobol

    return sobol.sample(problem, samples, calc_second_order=False, seed=seed)


def trajectories(design: Design, width: int) -> list[list[int]]:
    """The trajectories of Morris (1991), one after another: each coordinate a step from 0 to 3.

    From one point to the next of a trajectory one coordinate goes two steps up or down.
    """
    from SALib.sample import morris

    assert design.samples is not None
    drawn = morris.sample(
        unit_cube(width), design.samples, num_levels=MORRIS_LEVELS, seed=design.seed
    )
    steps: list[list[int]] = (drawn * (MORRIS_LEVELS - 1)).round().astype(int).tolist()
    return steps


def morris_level(dimension: Dimension, step: int) -> Level:
    """The value of a dimension at a step of Morris.

    Of values it is the nearest to so many thirds of the way from the first to the last, whatever
    their chances; one without a chance is left out. Of a distribution it is the middle of the
    quarter with that number: a bell curve has no value at 0.
    """
    if isinstance(dimension, Levels):
        likely = _likely(dimension)
        return likely[_nearest(len(likely), step)]
    return dimension.at(Fraction(2 * step + 1, 2 * MORRIS_LEVELS))


def morris_way(dimension: Dimension, step: int) -> Fraction:
    """Which part of the way from its first to its last value a dimension is at, at a step."""
    if isinstance(dimension, Levels):
        many = len(_likely(dimension))
        return Fraction(_nearest(many, step), max(many - 1, 1))
    return Fraction(step, MORRIS_LEVELS - 1)


def _likely(dimension: Levels) -> list[Level]:
    both = zip(dimension.levels, dimension.chances, strict=True)
    return [level for level, chance in both if chance]


def _nearest(many: int, step: int) -> int:
    """The number of the value nearest to a step, of so many values; halves up."""
    thirds = MORRIS_LEVELS - 1
    return (2 * step * (many - 1) + thirds) // (2 * thirds)


def unit_cube(width: int) -> dict[str, Any]:
    """The dimensions as SALib wants them."""
    return {
        "num_vars": width,
        "names": [f"x{number}" for number in range(width)],
        "bounds": [[0.0, 1.0]] * width,
    }
