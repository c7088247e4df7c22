# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""An ensemble: a study with its base open, every point of its design, and the run of each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from hashlib import sha256
from math import lcm, prod
from typing import TYPE_CHECKING, Any

from allocator.pipeline import Prepared
from allocator.sensitivity.columns import of_labels, of_weights
from allocator.sensitivity.designs import is_draw, points
from allocator.sensitivity.factors import (
    Dimension,
    Level,
    Levels,
    overrides,
)
from allocator.versions import installed
from models.problem import InputFile, Problem
from models.study import Study

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a design.

    Attributes:
        levels: its value of each dimension.
        run: the name of its run; points that ask the same have the same.
        overrides: what it makes of the base, as `--set` takes it.
    """

    levels: tuple[Level, ...]
    run: str
    overrides: tuple[str, ...]


@dataclass(frozen=True)
class Ensemble:
    """A study that is ready to run.

    Attributes:
        study: what it asks.
        base: the scenario that it varies, open.
        problem: the base as it stands, before anything varies.
        files: that the base and the values of its factors are read from.
        dimensions: what varies.
    """

    study: Study
    base: Prepared
    problem: Problem
    files: tuple[InputFile, ...]
    dimensions: tuple[Dimension, ...]

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Every point of the design, in order."""
        return tuple(self._points())

    @property
    def weighted(self) -> bool:
        """Whether points count by their chances: on a grid of which some values are likelier."""
        return self.study.design.kind == "grid" and any(
            len(set(one.chances)) > 1 for one in self.dimensions if isinstance(one, Levels)
        )

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """What every point counts for, if it has a division: whole numbers, 0 for none.

        On a grid they are in proportion to the chances of its values; draws count alike, and what
        is no draw for nothing.
        """
        design, width = self.study.design, len(self.dimensions)
        if not self.weighted:
            return tuple(int(is_draw(design, width, one)) for one in range(len(self.points)))
        chances = [self._chance(point) for point in self.points]
        unit = lcm(*(one.denominator for one in chances))
        return tuple(int(one * unit) for one in chances)

    @property
    def inputs(self) -> str:
        """What every run of the study shares: version, base, files and seed."""
        files = [by_name(one) for one in self.files]
        return json.dumps(
            [installed("allocator"), self.problem.sha256, files, self.study.design.seed]
        )

    def identity(self) -> dict[str, Any]:
        """What distinguishes the study from every other, for its folder."""
        scenario = self.problem.scenario
        return {
            "schema": "allocator.study/1",
            "study": self.study.model_dump(mode="json", by_alias=True),
            "base": {"name": scenario.name, "sha256": self.problem.sha256},
            "inputs": [one.model_dump(mode="json") for one in self.files],
            "allocator": installed("allocator"),
            "points": len(self.points),
            # Another release of the library that draws may draw others.
            "drawn": sha256("\n".join(point.run for point in self.points).encode()).hexdigest(),
            "runs": len({point.run for point in self.points}),
        }

    def table(self) -> pa.Table:
        """The points as a table: number, run, weight, and one column for each dimension."""
        import pyarrow as pa

        columns: dict[str, Any] = {
            "point": pa.array(range(len(self.points)), pa.int64()),
            "run": pa.array([point.run for point in self.points], pa.string()),
            "weight": of_weights(self.weights),
        }
        for place, one in enumerate(self.dimensions):
            columns[one.name] = of_labels([point.levels[place].label for point in self.points])
        return pa.table(columns)

    def _chance(self, point: Point) -> Fraction:
        """How likely a point of a grid is: the product of the chances of its values."""
        return prod(
            (
                one.chances[one.levels.index(level)]
                for one, level in zip(self.dimensions, point.levels, strict=True)
                if isinstance(one, Levels)
            ),
            start=Fraction(1),
        )

    def _points(self) -> Iterator[Point]:
        shared = self.inputs
        for levels in points(self.study.design, self.dimensions):
            lines = overrides(levels)
            # In this order: a line may lie within another.
            asked = json.dumps([shared, lines], ensure_ascii=False)
            yield Point(levels, sha256(asked.encode()).hexdigest()[:32], lines)


def by_name(file: InputFile) -> tuple[str, str, str]:
    """What tells files apart, in the order in which they are listed."""
    return file.role, file.name, file.sha256
