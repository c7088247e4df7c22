# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Gathering: a study is read, its base opened, and what varies tried before anything is run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

from allocator.loading.overrides import place_of
from allocator.loading.study_file import StudyFile, load_study
from allocator.pipeline import Prepared, prepare
from allocator.sensitivity.designs import number_of_points
from allocator.sensitivity.ensemble import Ensemble, by_name
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
from allocator.sensitivity.store import NAMES
from models.fault import Faults, InputError, Place
from models.problem import InputFile, Problem
from models.study import MOST_RUNS, Factor

# One run has one thread: a study keeps the cores busy with runs. It changes no answer.
ONE_THREAD = "solver.workers=1"
ZERO, ONE = Fraction(0), Fraction(1)
MOST_TRIED = 200
# Columns of tables and views that are no factors (see `query`).
COLUMNS = ("point", "weight", "name", "province", "region", *NAMES)


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
    files = set(problem.inputs)
    dimensions = _dimensions(file, base, problem, files)
    count = number_of_points(study.design, dimensions)
    if count > MOST_RUNS and not any_number:
        what = f"the design asks for {count:,} runs"
        remedy = f"Take fewer, or give --yes for more than {MOST_RUNS:,}."
        faults = Faults()
        faults.add("too-many-runs", file.place("design"), what, remedy)
        faults.raise_if_any()
    return Ensemble(study, base, problem, tuple(sorted(files, key=by_name)), dimensions)


def _opened(file: StudyFile, settings: list[str]) -> Prepared:
    """The base with the settings of the study; what is wrong with them is told in the study."""
    where = {
        place_of(one).file: file.place("settings", path)
        for one, path in zip(settings, file.study.settings, strict=False)
    }
    where[file.base] = file.place("base")
    with _told_in_study(where):
        base = prepare(file.base, settings, file.folder)
        base.given()
        return base


def _dimensions(
    file: StudyFile, base: Prepared, problem: Problem, files: set[InputFile]
) -> tuple[Dimension, ...]:
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
                _check(one, base, where, files)
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


def _check(one: Dimension, base: Prepared, where: Place, files: set[InputFile]) -> None:
    """Every value by itself is a possible one of its line, and files that it names are there.

    Which values go together only a run can tell.
    """
    for level in _looked_at(one):
        lines = overrides([level])
        with _told_in_study(dict.fromkeys((place_of(line).file for line in lines), where)):
            base.check(lines)
            files.update(base.files(lines))


def _looked_at(one: Dimension) -> tuple[Level, ...]:
    """The values that are tried before any run: of very many the first, and the last."""
    if isinstance(one, Spread):
        return one.at(ZERO), one.at(ONE)
    return (*one.levels[:MOST_TRIED], *one.levels[MOST_TRIED:][-1:])


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
    varied: dict[str, str] = {}
    adding: set[str] = set()
    for one in found:
        if one.name.casefold() in seen:
            what = f"the results would have two columns called {one.name}"
            faults.add("named-twice", file.place("factors"), what, "Rename the factor.")
        seen.add(one.name.casefold())
        if isinstance(one, Levels):
            labels = [level.label for level in one.levels]
            if twice := next((label for label in labels if labels.count(label) > 1), None):
                what = f"{one.name} has the value {twice} twice"
                faults.add("named-twice", file.place("factors"), what, "Write it once.")
        _check_lines(file, one, varied, adding, faults)


def _check_lines(
    file: StudyFile,
    one: Dimension,
    varied: dict[str, str],
    adding: set[str],
    faults: Faults,
) -> None:
    """No two factors change one line, nor a case a line and something within it."""
    own: set[str] = set()
    for level in one.levels if isinstance(one, Levels) else ():
        overlap = [(a, b) for a in level.lines for b in level.lines if b.startswith(f"{a}.")]
        for whole, part in overlap:
            what = f"the case {level.label} of {one.name} changes {whole}, and {part} within it"
            faults.add("line-twice", file.place("factors"), what, "Write it once.")
        own |= {*level.lines, *level.added}
    own |= {one.line} if isinstance(one, Spread) else set()
    for line in sorted(own):
        for other, name in varied.items():
            together = f"{line}.".startswith(f"{other}.") or f"{other}.".startswith(f"{line}.")
            if together and not (_adds(one) and line == other and name in adding):
                what = f"{name} and {one.name} both change {line}"
                remedy = "Make cases of one factor."
                faults.add("line-twice", file.place("factors"), what, remedy)
    varied |= dict.fromkeys(own, one.name)
    if _adds(one):
        adding.add(one.name)


def _adds(one: Dimension) -> bool:
    """Whether a dimension only adds items to lists, as plans do."""
    return isinstance(one, Levels) and not any(level.lines for level in one.levels)


@contextmanager
def _told_in_study(where: Mapping[str, Place]) -> Iterator[None]:
    """Tell a fault of an override at the line of the study that it was made from."""
    try:
        yield
    except InputError as error:
        # What is wrong within a file that has lines is told there.
        faults = (
            one if one.where.line else one.at(where.get(one.where.file, one.where))
            for one in error.faults
        )
        raise InputError(list(faults)) from error


def _or(names: Sequence[str]) -> str:
    return " or ".join(names)
