# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""An ensemble: a study with its base open, every point of its design, and the run of each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from allocator.pipeline import Prepared
from allocator.sensitivity.designs import points
from allocator.sensitivity.factors import (
    Dimension,
    Level,
    overrides,
)
from allocator.versions import installed
from models.problem import InputFile, Problem
from models.study import Study

if TYPE_CHECKING:
    import pyarrow as pa

# What 64 bits hold.
MOST_DIGITS = 18


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
        """The points as a table: number, run, and one column for each dimension."""
        import pyarrow as pa

        columns: dict[str, Any] = {
            "point": pa.array(range(len(self.points)), pa.int64()),
            "run": pa.array([point.run for point in self.points], pa.string()),
        }
        for place, one in enumerate(self.dimensions):
            labels = [point.levels[place].label for point in self.points]
            columns[one.name] = _numbers(labels) or pa.array(labels, pa.string())
        return pa.table(columns)

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


def _numbers(labels: Sequence[str]) -> Any:
    """The labels as whole numbers, where they all are."""
    import pyarrow as pa

    plain = all(one.removeprefix("-").isdecimal() and len(one) <= MOST_DIGITS for one in labels)
    return pa.array([int(one) for one in labels], pa.int64()) if plain else None
