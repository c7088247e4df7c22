# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The summary: does the province close, how short is it, and on what does a number hang."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, NamedTuple

import numpy as np

from allocator.sensitivity.ensemble import Ensemble
from allocator.sensitivity.factors import Levels
from allocator.sensitivity.figures import Figures, figures, weighted
from allocator.sensitivity.indices import indices
from allocator.sensitivity.series import ABSENT, KINDS
from allocator.sensitivity.spread import (
    bins,
    chance,
    explained,
    grouped,
    is_robust,
    mean,
    percentiles,
)
from allocator.sensitivity.store import Store
from allocator.versions import installed
from models.sensitivity import (
    Explained,
    LevelOutcome,
    MunicipalityOutcome,
    PlanOutcome,
    ProvinceOutcome,
    RefusedPoints,
    StudyAnswer,
)
from models.territory import Territory

MOST_EXPLAINED = 3
MOST_LEVELS = 20


class _Groups(NamedTuple):
    """The counted points by their value of each factor.

    Attributes:
        numbers: of the group of each point, by factor.
        exact: whether the points are every combination, none left out.
    """

    numbers: dict[str, Any]
    exact: bool


def summary(ensemble: Ensemble, store: Store, territory: Territory) -> StudyAnswer:
    """What the finished runs of a study say.

    Raises:
        InputError: if no run is finished.
    """
    found = figures(ensemble, store, territory)
    groups = _groups(ensemble, found)
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
        plan=_plan(found),
        levels=tuple(_levels(ensemble, found)),
        municipalities=tuple(_municipalities(found, groups, territory)),
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
        "weighted": weighted(ensemble),
        "raming_varies": _raming_varies(ensemble),
        "sampled": study.design.kind != "grid",
        "points": len(ensemble.points),
        "runs": len({point.run for point in ensemble.points}),
        "factors": tuple(one.name for one in ensemble.dimensions),
    }


def _groups(ensemble: Ensemble, found: Figures) -> _Groups:
    points = ensemble.points
    exact = ensemble.study.design.kind == "grid" and len(found.answered) == len(points)
    labels = {
        one.name: [points[number].levels[place].label for number in found.counted]
        for place, one in enumerate(ensemble.dimensions)
    }
    return _Groups({name: grouped(one, exact=exact) for name, one in labels.items()}, exact)


def _provinces(found: Figures, territory: Territory) -> Iterator[ProvinceOutcome]:
    for code in found.short.codes:
        for kind in KINDS:
            values, weights, there = _present(found.short.of(code, kind, found.counted), found)
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


def _plan(found: Figures) -> PlanOutcome | None:
    if not found.counted:
        return None
    return PlanOutcome(
        **{name: percentiles(values, found.weights) for name, values in found.plans.items()}
    )


def _levels(ensemble: Ensemble, found: Figures) -> Iterator[LevelOutcome]:
    """What the points with each value come to on average, for factors with few values."""
    task, short = found.task.sum(found.counted), found.short.sum(found.counted)
    for place, one in enumerate(ensemble.dimensions):
        labels = np.array(
            [ensemble.points[number].levels[place].label for number in found.counted], dtype=object
        )
        levels = list(dict.fromkeys(labels))
        if isinstance(one, Levels) and len(levels) <= MOST_LEVELS:
            for level in levels:
                yield _level(one.name, level, labels == level, found, task, short)


def _level(
    factor: str, level: str, there: Any, found: Figures, task: Any, short: Any
) -> LevelOutcome:
    weights, tasks = found.weights[there], np.unique(task[there])
    return LevelOutcome(
        factor=factor,
        level=level,
        points=int(there.sum()),
        task=int(tasks[0]) if len(tasks) == 1 else None,
        short=mean(short[there], weights),
        moved_tasks=mean(found.plans["moved_tasks"][there], weights),
        undersized=mean(found.plans["undersized"][there], weights),
        place_km=mean(found.plans["place_km"][there], weights),
    )


def _present(values: Any, found: Figures) -> tuple[Any, Any, Any]:
    """The numbers of the counted points that have the area, their weights, and which they are."""
    there = values != ABSENT
    return values[there], found.weights[there], there


def _municipalities(
    found: Figures, groups: _Groups, territory: Territory
) -> Iterator[MunicipalityOutcome]:
    for code in found.decision.codes:
        for kind in KINDS:
            decision = _present(found.decision.of(code, kind, found.counted), found)
            realised = _present(found.realised.of(code, kind, found.counted), found)
            if decision[2].any() and realised[2].any():
                yield MunicipalityOutcome(
                    code=code,
                    name=territory.name(code),
                    kind=kind,
                    decision=percentiles(*decision[:2]),
                    realised=percentiles(*realised[:2]),
                    **_hangs(groups, *decision),
                )


def _hangs(groups: _Groups, values: Any, weights: Any, there: Any) -> dict[str, Any]:
    """Whether a decision is robust, and which factors explain how much of it."""
    robust = is_robust(percentiles(values, weights))
    exact = groups.exact and bool(there.all())
    parts = [
        Explained(factor=name, part=part)
        for name, where in groups.numbers.items()
        if (part := explained(values, weights, where[there], exact=exact))
    ]
    strongest = sorted(parts, key=lambda one: -one.part)[:MOST_EXPLAINED]
    one_plan = bool(strongest) and not robust and 2 * strongest[0].part >= 1
    return {
        "robust": robust,
        "explained": tuple(strongest),
        "hangs_on": strongest[0].factor if one_plan else "",
    }


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
