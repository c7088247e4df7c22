# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Designs: which points of the unit cube are run, one coordinate for each dimension.

The same seed gives the same points on every machine. SALib draws the designs of Saltelli, Morris
and McKay, and weighs the first two afterwards; independent draws need no more than Python's own.
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
        return
    for row in _drawn(design, len(dimensions)):
        coordinates = (Fraction(float(one)) for one in row)
        yield tuple(one.at(drawn) for one, drawn in zip(dimensions, coordinates, strict=True))


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
    if design.kind == "morris":
        return morris_strata(morris_sample(design, width))
    from SALib.sample import sobol

    return sobol.sample(problem, samples, calc_second_order=False, seed=seed)


def morris_sample(design: Design, width: int) -> Any:
    """The trajectories of Morris (1991) through a grid of four levels, with ends at 0 and 1."""
    from SALib.sample import morris

    assert design.samples is not None
    return morris.sample(
        unit_cube(width), design.samples, num_levels=MORRIS_LEVELS, seed=design.seed
    )


def morris_strata(trajectories: Any) -> Any:
    """The middle of the quarter that each level stands for: the bell curve has no value at 0."""
    return ((trajectories * (MORRIS_LEVELS - 1)).round() + 0.5) / MORRIS_LEVELS


def unit_cube(width: int) -> dict[str, Any]:
    """The dimensions as SALib wants them."""
    return {
        "num_vars": width,
        "names": [f"x{number}" for number in range(width)],
        "bounds": [[0.0, 1.0]] * width,
    }
