# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""An ensemble: a study with its base open, every point of its design, and the run of each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from allocator.loading.overrides import place_of
from allocator.loading.study_file import StudyFile, load_study
from allocator.pipeline import Prepared, prepare
from allocator.sensitivity.designs import number_of_points, points
from allocator.sensitivity.factors import (
    Dimension,
    Level,
    Levels,
    Spread,
    assignment,
    dimension,
    overrides,
)
from allocator.sensitivity.plans import plans
from allocator.versions import installed
from models.fault import Faults, InputError, Place
from models.problem import Problem
from models.study import MOST_RUNS, Factor, Study

if TYPE_CHECKING:
    import pyarrow as pa

# One run has one thread: a study keeps the cores busy with runs. It changes no answer.
ONE_THREAD = "solver.workers=1"
# What 64 bits hold.
MOST_DIGITS = 18
ZERO, ONE = Fraction(0), Fraction(1)
# Columns of the table of points that are no factors.
COLUMNS = ("point", "run")


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
        dimensions: what varies.
    """

    study: Study
    base: Prepared
    problem: Problem
    dimensions: tuple[Dimension, ...]

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Every point of the design, in order."""
        return tuple(self._points())

    @property
    def inputs(self) -> str:
        """What every run of the study shares: version, base, files and seed."""
        files = sorted((one.role, one.name, one.sha256) for one in self.problem.inputs)
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
            "inputs": [one.model_dump(mode="json") for one in self.problem.inputs],
            "allocator": installed("allocator"),
            "points": len(self.points),
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
            asked = json.dumps([shared, sorted(lines)], ensure_ascii=False)
            yield Point(levels, sha256(asked.encode()).hexdigest()[:32], lines)


def _numbers(labels: Sequence[str]) -> Any:
    """The labels as whole numbers, where they all are."""
    import pyarrow as pa

    plain = all(one.removeprefix("-").isdecimal() and len(one) <= MOST_DIGITS for one in labels)
    return pa.array([int(one) for one in labels], pa.int64()) if plain else None


def gather(source: str | Path, *, any_number: bool = False) -> Ensemble:
    """Read a study, open its base, and find what varies.

    Args:
        source: a packaged study, or a path.
        any_number: whether more than a million runs are meant.

    Raises:
        InputError: with everything that is wrong in the study or its base.
    """
    file = load_study(source)
    study = file.study
    settings = [assignment(path, value) for path, value in study.settings.items()]
    base = _opened(file, [*settings, ONE_THREAD])
    problem = base.given().problem
    dimensions = _dimensions(file, base, problem)
    count = number_of_points(study.design, dimensions)
    if count > MOST_RUNS and not any_number:
        what = f"the design asks for {count:,} runs"
        remedy = f"Take fewer, or give --yes for more than {MOST_RUNS:,}."
        faults = Faults()
        faults.add("too-many-runs", file.place("design"), what, remedy)
        faults.raise_if_any()
    return Ensemble(study, base, problem, dimensions)


def _opened(file: StudyFile, settings: list[str]) -> Prepared:
    """The base with the settings of the study; what is wrong with them is told in the study."""
    where = {
        place_of(one).file: file.place("settings", path)
        for one, path in zip(settings, file.study.settings, strict=False)
    }
    with _told_in_study(where):
        base = prepare(file.base, settings)
        base.given()
        return base


def _dimensions(file: StudyFile, base: Prepared, problem: Problem) -> tuple[Dimension, ...]:
    """What the factors of a study vary.

    Raises:
        InputError: for a factor on a line that is not there or does not take its values, for plans
            that are none, and for a grid of what has no list of values.
    """
    faults = Faults()
    found: list[Dimension] = []
    for number, factor in enumerate(file.study.factors):
        where = file.place("factors", number)
        made = _made(factor, problem)
        if not made:
            what = f"no offer and no pledge of {problem.scenario.name} is {_or(factor.plans or ())}"
            faults.add("no-plans", where, what, "Name another status, or leave the factor out.")
        for one in made:
            with faults.collected():
                _check(one, base, where)
        found += made
    faults.raise_if_any()
    _check_together(file, found, faults)
    faults.raise_if_any()
    return tuple(found)


def _made(factor: Factor, problem: Problem) -> tuple[Dimension, ...]:
    if factor.plans is None:
        return (dimension(factor),)
    assert factor.chance is not None
    return plans(problem, factor.plans, factor.chance)


def _check(one: Dimension, base: Prepared, where: Place) -> None:
    """Every value by itself is a possible one of its line.

    Which values go together only a run can tell.
    """
    levels = one.levels if isinstance(one, Levels) else (one.at(ZERO), one.at(ONE))
    for level in levels:
        lines = overrides([level])
        with _told_in_study(dict.fromkeys((place_of(line).file for line in lines), where)):
            base.check(lines)


def _check_together(file: StudyFile, found: Sequence[Dimension], faults: Faults) -> None:
    """A grid has lists of values, and a column of the results one name."""
    if file.study.design.kind == "grid":
        for one in found:
            if isinstance(one, Spread):
                faults.add(
                    "empty-design",
                    file.place("design"),
                    f"a grid needs the values of {one.name}, which has a distribution",
                    "Give it values or a range, or take monte_carlo or latin_hypercube.",
                )
    seen: set[str] = set(COLUMNS)
    for one in found:
        if one.name.casefold() in seen:
            what = f"the results would have two columns called {one.name}"
            faults.add("named-twice", file.place("factors"), what, "Rename the factor.")
        seen.add(one.name.casefold())


@contextmanager
def _told_in_study(where: Mapping[str, Place]) -> Iterator[None]:
    """Tell a fault of an override at the line of the study that it was made from."""
    try:
        yield
    except InputError as error:
        faults = (one.at(where.get(one.where.file, one.where)) for one in error.faults)
        raise InputError(list(faults)) from error


def _or(names: Sequence[str]) -> str:
    return " or ".join(names)
