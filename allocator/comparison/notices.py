# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a reader of a comparison has to know before believing a difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.comparison import ComparisonResult, MunicipalityLine
from models.problem import Notice

MOST_NAMES = 10
BY_KEY, BY_RAMING = "task.follows=key", "task.follows=raming"


def notices_of(comparison: ComparisonResult) -> Iterator[Notice]:
    """Every notice of a comparison, first what tasks come about by."""
    yield from _ways(comparison)
    yield from _the_same(comparison)
    yield from _ramings(comparison)
    yield from _without_proof(comparison)
    yield from _not_everywhere(comparison)
    yield from _without_inhabitants(comparison)
    yield from _estimates(comparison)
    yield from _versions(comparison)


def _the_same(comparison: ComparisonResult) -> Iterator[Notice]:
    """Runs that ask exactly what an earlier one asks."""
    asked: dict[tuple[str, ...], str] = {}
    for number, run in enumerate(comparison.runs):
        values = [one.values[number] for one in comparison.settings]
        settings = (f"{value.there} {value.value!r}" for value in values)
        tables = (str(one.sha256[number]) for one in comparison.tables)
        first = asked.setdefault((*settings, *tables), run.letter)
        if first != run.letter:
            message = f"{first} and {run.letter} ask the same: no setting and no table differs"
            yield Notice(code="asks-the-same", message=message)


def _ways(comparison: ComparisonResult) -> Iterator[Notice]:
    """Runs whose tasks follow the key beside runs whose tasks follow the raming."""
    by = {
        way: [run.letter for run in comparison.runs if run.follows == way]
        for way in ("key", "raming")
    }
    if by["key"] and by["raming"]:
        yield Notice(
            code="tasks-come-about-differently",
            message=f"the tasks of {', '.join(by['key'])} follow the key, those of "
            f"{', '.join(by['raming'])} the raming: a difference is of both. Alike they are with "
            f"{BY_KEY}, or {BY_RAMING}, in every run",
        )


def _ramings(comparison: ComparisonResult) -> Iterator[Notice]:
    if len(comparison.ramings) > 1:
        said = ", ".join(f"{run.letter} {run.raming}" for run in comparison.runs)
        yield Notice(
            code="ramings-differ",
            message=f"the runs are of different ramingen ({said}): every figure is of its own, "
            "differences are told in places and as parts of each run's own task",
        )


def _without_proof(comparison: ComparisonResult) -> Iterator[Notice]:
    for run in comparison.runs:
        if run.status == "infeasible":
            why = f" ({run.reasons[0].rstrip('.')})" if run.reasons else ""
            message = f"{run.letter} has no division{why}: its shares and what counts are compared"
            yield Notice(code="run-infeasible", message=message)
        if run.status in ("feasible", "unknown"):
            what = "is not proven" if run.divided else "found no division in its time"
            message = f"{run.letter} {what}: solved once more it may come to other places"
            yield Notice(code="run-unproven", message=message)


def _not_everywhere(comparison: ComparisonResult) -> Iterator[Notice]:
    for number, run in enumerate(comparison.runs):
        figures = [(line, line.figures[number]) for line in comparison.municipalities]
        absent = [line for line, one in figures if one is None]
        undecided = [line for line, one in figures if one is not None and one.decision is None]
        if absent:
            message = f"{run.letter} does not have {_names(absent)}: told with what is there"
            yield Notice(code="not-in-every-run", message=message)
        if undecided and run.divided:
            message = f"{run.letter} has no decision for {_names(undecided)}"
            yield Notice(code="not-everywhere-decided", message=message)
        if run.unlocated:
            message = (
                f"{run.letter} counts {run.unlocated.total:,} places that belong to no "
                "municipality: no decision and no measure has them"
            )
            yield Notice(code="places-without-municipality", message=message)


def _names(lines: Sequence[MunicipalityLine]) -> str:
    """The names, of many the first and how many there are."""
    shown = ", ".join(line.name for line in lines[:MOST_NAMES])
    more = len(lines) - MOST_NAMES
    return f"{len(lines):,} municipalities ({shown} and {more:,} more)" if more > 0 else shown


def _without_inhabitants(comparison: ComparisonResult) -> Iterator[Notice]:
    for number, run in enumerate(comparison.runs):
        here = [one for line in comparison.municipalities if (one := line.figures[number])]
        unknown = sum(one.inhabitants is None for one in here)
        if unknown:
            message = (
                f"{run.letter} does not record the inhabitants of {unknown:,} of {len(here):,} "
                "municipalities: what is told per inhabitant is not known there"
            )
            yield Notice(code="inhabitants-not-recorded", message=message)


def _estimates(comparison: ComparisonResult) -> Iterator[Notice]:
    found: dict[str, list[str]] = {}
    for run in comparison.runs:
        if run.estimated:
            said = f"{run.estimated:,} of {run.municipalities:,} shares are estimates"
            found.setdefault(said, []).append(run.letter)
    for said, letters in found.items():
        yield Notice(code="share-estimated", message=f"{', '.join(letters)}: {said}")


def _versions(comparison: ComparisonResult) -> Iterator[Notice]:
    versions = {run.letter: run.allocator for run in comparison.runs}
    if len(set(versions.values())) > 1:
        said = ", ".join(f"{letter} {version}" for letter, version in versions.items())
        yield Notice(code="versions-differ", message=f"made by different versions: {said}")
