# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The summary: does the province close, how short is it, and on what does a number hang."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

import numpy as np

from allocator.sensitivity.ensemble import Ensemble
from allocator.sensitivity.factors import Levels, Spread
from allocator.sensitivity.figures import ABSENT, KINDS, Figures, Series, figures, weighted
from allocator.sensitivity.indices import indices
from allocator.sensitivity.spread import chance, explained, grouped, is_robust, mean, percentiles
from allocator.sensitivity.store import Store
from models.sensitivity import (
    Counted,
    Explained,
    LevelOutcome,
    MunicipalityOutcome,
    PlanOutcome,
    ProvinceOutcome,
    Refused,
    StudyAnswer,
)
from models.territory import Territory

MOST_EXPLAINED = 3
MOST_LEVELS = 20


def summary(ensemble: Ensemble, store: Store, territory: Territory) -> StudyAnswer:
    """What the finished runs of a study say.

    Raises:
        InputError: if no run is finished.
    """
    found = figures(ensemble, store, territory)
    groups = _groups(ensemble, found)
    study, problem = ensemble.study, ensemble.problem
    finished = {
        point.run
        for point, status in zip(ensemble.points, found.statuses, strict=True)
        if status is not None
    }
    return StudyAnswer(
        name=study.name,
        title=study.title,
        sha256=sha256(store.identity().encode()).hexdigest(),
        folder=store.folder.name,
        allocator=ensemble.identity()["allocator"],
        base=problem.scenario.name,
        raming=problem.scenario.raming,
        design=study.design.kind,
        seed=study.design.seed,
        weighted=weighted(ensemble),
        raming_varies=_raming_varies(ensemble),
        sampled=study.design.kind != "grid",
        points=len(ensemble.points),
        runs=len({point.run for point in ensemble.points}),
        finished=len(finished),
        answered=len(found.answered),
        factors=tuple(one.name for one in ensemble.dimensions),
        statuses=dict(sorted(Counter(one or "not run" for one in found.statuses).items())),
        refused=tuple(_refused(ensemble, found)),
        provinces=tuple(_provinces(found, territory)),
        plan=_plan(found),
        levels=tuple(_levels(ensemble, found)),
        municipalities=tuple(_municipalities(found, groups, territory)),
        indices=indices(ensemble, found),
    )


def _groups(ensemble: Ensemble, found: Figures) -> dict[str, Any]:
    """The answered points by their value of each dimension."""
    levels = [ensemble.points[number].levels for number in found.answered]
    return {
        one.name: grouped([each[place].label for each in levels], isinstance(one, Spread))
        for place, one in enumerate(ensemble.dimensions)
        if levels
    }


def _provinces(found: Figures, territory: Territory) -> Iterator[ProvinceOutcome]:
    for code in sorted({code for code, _ in found.short}):
        for kind in KINDS:
            values, weights, _ = _present(found.short[code, kind], found)
            yield ProvinceOutcome(
                code=code,
                name=territory.name(code),
                kind=kind,
                closes=chance(values == 0, weights),
                short=percentiles(values, weights),
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
    if not found.answered:
        return None
    return PlanOutcome(
        **{name: percentiles(values, found.weights) for name, values in found.plans.items()}
    )


def _levels(ensemble: Ensemble, found: Figures) -> Iterator[LevelOutcome]:
    """What the points with each value come to on average, for factors with few values."""
    for place, one in enumerate(ensemble.dimensions):
        labels = [ensemble.points[number].levels[place].label for number in found.answered]
        levels = list(dict.fromkeys(labels))
        if isinstance(one, Levels) and len(levels) <= MOST_LEVELS:
            for level in levels:
                there = np.array([label == level for label in labels])
                yield _level(one.name, level, there, found)


def _level(factor: str, level: str, there: Any, found: Figures) -> LevelOutcome:
    weights, tasks = found.weights[there], np.unique(_whole(found.task, there))
    return LevelOutcome(
        factor=factor,
        level=level,
        points=int(there.sum()),
        task=int(tasks[0]) if len(tasks) == 1 else None,
        short=mean(_whole(found.short, there), weights),
        moved_tasks=mean(found.plans["moved_tasks"][there], weights),
        undersized=mean(found.plans["undersized"][there], weights),
        place_km=mean(found.plans["place_km"][there], weights),
    )


def _whole(series: Series, there: Any) -> Any:
    """The places of all provinces together, both kinds, on some of the points."""
    together = np.zeros(int(there.sum()), dtype=np.int64)
    for (_, kind), values in series.items():
        if kind == "total":
            together += np.where(values[there] == ABSENT, 0, values[there])
    return together


def _present(values: Any, found: Figures) -> tuple[Any, Any, Any]:
    """The numbers of the points that have the area, their weights, and which they are."""
    there = values != ABSENT
    return values[there], found.weights[there], there


def _municipalities(
    found: Figures, groups: Mapping[str, Any], territory: Territory
) -> Iterator[MunicipalityOutcome]:
    for code in sorted({code for code, _ in found.decision}):
        for kind in KINDS:
            yield _municipality(found, groups, territory, code, kind)


def _municipality(
    found: Figures, groups: Mapping[str, Any], territory: Territory, code: str, kind: Counted
) -> MunicipalityOutcome:
    values, weights, there = _present(found.decision[code, kind], found)
    realised, _, _ = _present(found.realised[code, kind], found)
    spread = percentiles(values, weights)
    parts = [(explained(values, weights, where[there]), name) for name, where in groups.items()]
    strongest = sorted((one for one in parts if one[0]), key=lambda one: -one[0])
    robust = is_robust(spread)
    one_plan = bool(strongest) and not robust and 2 * strongest[0][0] >= 1
    return MunicipalityOutcome(
        code=code,
        name=territory.name(code),
        kind=kind,
        decision=spread,
        realised=percentiles(realised, weights),
        robust=robust,
        explained=tuple(
            Explained(factor=name, part=part) for part, name in strongest[:MOST_EXPLAINED]
        ),
        hangs_on=strongest[0][1] if one_plan else "",
    )


def _refused(ensemble: Ensemble, found: Figures) -> Iterator[Refused]:
    """What is wrong with points that cannot be run, each thing once."""
    first: dict[str, int] = {}
    count: Counter[str] = Counter()
    for number, fault in found.faults.items():
        first.setdefault(fault, number)
        count[fault] += 1
    for fault, number in first.items():
        yield Refused(points=count[fault], first=ensemble.points[number].overrides, says=fault)
