# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The summary: does the province close, how short is it, and on what does a number hang."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from hashlib import sha256
from typing import Any

import numpy as np

from allocator.sensitivity.ensemble import Ensemble
from allocator.sensitivity.factors import Dimension, Levels
from allocator.sensitivity.figures import Figures, figures
from allocator.sensitivity.indices import indices
from allocator.sensitivity.robustness import (
    grouping,
    municipalities,
    plan,
    plan_figures,
    present,
)
from allocator.sensitivity.series import KINDS
from allocator.sensitivity.spread import bins, chance, mean, percentiles
from allocator.sensitivity.store import Store
from allocator.versions import installed
from models.sensitivity import LevelOutcome, ProvinceOutcome, RefusedPoints, StudyAnswer
from models.territory import Territory

MOST_LEVELS = 20


def summary(ensemble: Ensemble, store: Store, territory: Territory) -> StudyAnswer:
    """What the finished runs of a study say.

    Raises:
        InputError: if no run is finished.
    """
    found = figures(ensemble, store, territory)
    groups = grouping(ensemble, found)
    finished = {
        point.run
        for point, status in zip(ensemble.points, found.statuses, strict=True)
        if status is not None
    }
    return StudyAnswer(
        **_about(ensemble, store),
        finished=len(finished),
        answered=len(found.answered),
        counted=len(found.counted),
        statuses=dict(sorted(Counter(one or "not run" for one in found.statuses).items())),
        refused=tuple(_refused(ensemble, found)),
        provinces=tuple(_provinces(found, territory)),
        unproven=int(found.unproven.sum()),
        task_varies=len(np.unique(found.task.sum(found.counted))) > 1,
        follows=dict(sorted(found.follows.items())),
        plan=plan(found),
        plan_figures=tuple(plan_figures(found, groups)),
        levels=tuple(_levels(ensemble, found)),
        many_values=tuple(_many_values(ensemble, found)),
        municipalities=tuple(municipalities(found, groups, territory)),
        indices=indices(ensemble, found, territory),
    )


def counts(ensemble: Ensemble, store: Store, finished: int) -> StudyAnswer:
    """How far a study is that was stopped: nothing is read, so that it is told at once.

    Args:
        ensemble: the study.
        store: where its results are.
        finished: runs that are done.
    """
    return StudyAnswer(**_about(ensemble, store), stopped=True, finished=finished)


def _about(ensemble: Ensemble, store: Store) -> dict[str, Any]:
    """What a study is, whatever its runs say."""
    study, problem = ensemble.study, ensemble.problem
    return {
        "name": study.name,
        "title": study.title,
        "sha256": sha256(store.identity().encode()).hexdigest(),
        "folder": store.folder.name,
        "allocator": installed("allocator"),
        "base": problem.scenario.name,
        "raming": problem.scenario.raming,
        "design": study.design.kind,
        "seed": study.design.seed,
        "weighted": ensemble.weighted,
        "raming_varies": _raming_varies(ensemble),
        "sampled": study.design.kind != "grid",
        "points": len(ensemble.points),
        "runs": len({point.run for point in ensemble.points}),
        "factors": tuple(one.name for one in ensemble.dimensions),
    }


def _provinces(found: Figures, territory: Territory) -> Iterator[ProvinceOutcome]:
    for code in found.short.codes:
        for kind in KINDS:
            values, weights, there = present(found.short.of(code, kind, found.counted), found)
            if there.any():
                yield ProvinceOutcome(
                    code=code,
                    name=territory.name(code),
                    kind=kind,
                    closes=chance(values == 0, weights),
                    short=percentiles(values, weights),
                    bins=bins(values, weights),
                )


def _raming_varies(ensemble: Ensemble) -> bool:
    """Whether a factor changes what the raming asks."""
    paths = (
        path
        for one in ensemble.dimensions
        for path in (
            {path for level in one.levels for path in level.lines}
            if isinstance(one, Levels)
            else {one.line}
        )
    )
    return any(path.partition(".")[0] in ("raming", "task") for path in paths)


def _levels(ensemble: Ensemble, found: Figures) -> Iterator[LevelOutcome]:
    """What the points with each value come to on average, for factors with few values."""
    task, short = found.task.sum(found.counted), found.short.sum(found.counted)
    for one, levels, labels in _few_values(ensemble, found):
        if levels is not None:
            for level in levels:
                yield _level(one.name, level, labels == level, found, task, short)


def _many_values(ensemble: Ensemble, found: Figures) -> Iterator[str]:
    """The factors with so many values that no row of each is told."""
    return (one.name for one, levels, _ in _few_values(ensemble, found) if levels is None)


def _few_values(
    ensemble: Ensemble, found: Figures
) -> Iterator[tuple[Dimension, list[str] | None, Any]]:
    """Of each factor its values at the counted points in order, None for too many, and of each.

    Values have the order of the study; those of a distribution go from low to high.
    """
    for place, one in enumerate(ensemble.dimensions):
        labels = np.array(
            [ensemble.points[number].levels[place].label for number in found.counted], dtype=object
        )
        there = set(labels)
        if len(there) > MOST_LEVELS:
            yield one, None, labels
        elif isinstance(one, Levels):
            yield one, [level.label for level in one.levels if level.label in there], labels
        else:
            yield one, sorted(there, key=Fraction), labels


def _level(
    factor: str, level: str, there: Any, found: Figures, task: Any, short: Any
) -> LevelOutcome:
    weights, tasks = found.weights[there], np.unique(task[there])
    return LevelOutcome(
        factor=factor,
        level=level,
        points=int(there.sum()),
        unproven=int(found.unproven[there].sum()),
        task=int(tasks[0]) if len(tasks) == 1 else None,
        short=mean(short[there], weights),
        moved_tasks=mean(found.plans["moved_tasks"][there], weights),
        undersized=mean(found.plans["undersized"][there], weights),
        place_km=mean(found.plans["place_km"][there], weights),
    )


def _refused(ensemble: Ensemble, found: Figures) -> Iterator[RefusedPoints]:
    """What is wrong with points that cannot be run, each thing once."""
    first: dict[str, int] = {}
    count: Counter[str] = Counter()
    for number, fault in found.faults.items():
        first.setdefault(fault, number)
        count[fault] += 1
    for fault, number in first.items():
        where = ensemble.points[number].overrides
        yield RefusedPoints(points=count[fault], first=where, says=fault)
