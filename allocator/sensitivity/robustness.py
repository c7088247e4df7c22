# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Robustness: which numbers hardly vary over a study, and on which factor the others hang.

Each number by itself: where what is decided never varies, what is realised and the plan of merges
still may.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from allocator.sensitivity.ensemble import Ensemble
from allocator.sensitivity.figures import Figures
from allocator.sensitivity.series import ABSENT, KINDS
from allocator.sensitivity.spread import explained, grouped, is_robust, percentiles
from models.sensitivity import Explained, MunicipalityOutcome, PlanFigure, PlanOutcome
from models.territory import Territory

MOST_EXPLAINED = 3


class Groups(NamedTuple):
    """The counted points by their value of each factor.

    Attributes:
        numbers: of the group of each point, by factor.
        exact: whether the points are every combination, none left out.
    """

    numbers: dict[str, Any]
    exact: bool


def grouping(ensemble: Ensemble, found: Figures) -> Groups:
    """The counted points by their value of each factor."""
    points = ensemble.points
    exact = ensemble.study.design.kind == "grid" and len(found.answered) == len(points)
    labels = {
        one.name: [points[number].levels[place].label for number in found.counted]
        for place, one in enumerate(ensemble.dimensions)
    }
    return Groups({name: grouped(one, exact=exact) for name, one in labels.items()}, exact)


def present(values: Any, found: Figures) -> tuple[Any, Any, Any]:
    """The numbers of the counted points that have the area, their weights, and which they are."""
    there = values != ABSENT
    return values[there], found.weights[there], there


def municipalities(
    found: Figures, groups: Groups, territory: Territory
) -> Iterator[MunicipalityOutcome]:
    """Every municipality that has a number, with what is decided and what is realised there."""
    for code in found.decision.codes:
        for kind in KINDS:
            decision = present(found.decision.of(code, kind, found.counted), found)
            realised = present(found.realised.of(code, kind, found.counted), found)
            if decision[2].any() and realised[2].any():
                yield MunicipalityOutcome(
                    code=code,
                    name=territory.name(code),
                    kind=kind,
                    decision=percentiles(*decision[:2]),
                    realised=percentiles(*realised[:2]),
                    **_of_both(_hangs(groups, *decision), _hangs(groups, *realised)),
                )


def _of_both(decision: dict[str, Any], realised: dict[str, Any]) -> dict[str, Any]:
    """Robust where both are; and which of the two the factors explain."""
    if decision["robust"] and not realised["robust"]:
        return {**realised, "about": "realised"}
    return {**decision, "about": "decision"}


def plan(found: Figures) -> PlanOutcome | None:
    """What merging comes to over the points; None where none counts."""
    if not found.counted:
        return None
    return PlanOutcome(
        **{name: percentiles(values, found.weights) for name, values in found.plans.items()}
    )


def plan_figures(found: Figures, groups: Groups) -> Iterator[PlanFigure]:
    """Whether each figure of the plan of merges is robust, or on what it hangs."""
    everywhere = np.ones(len(found.counted), dtype=bool)
    for name, values in found.plans.items() if found.counted else ():
        yield PlanFigure.model_validate(
            {"figure": name, **_hangs(groups, values, found.weights, everywhere)}
        )


def _hangs(groups: Groups, values: Any, weights: Any, there: Any) -> dict[str, Any]:
    """Whether a number is robust, and which factors explain how much of it."""
    robust = is_robust(percentiles(values, weights))
    exact = groups.exact and bool(there.all())
    parts = [
        Explained(factor=name, part=part)
        for name, where in groups.numbers.items()
        if (part := explained(values, weights, where[there], exact=exact))
    ]
    strongest = sorted(parts, key=lambda one: -one.part)[:MOST_EXPLAINED]
    one_factor = bool(strongest) and not robust and 2 * strongest[0].part >= 1
    return {
        "robust": robust,
        "explained": tuple(strongest),
        "hangs_on": strongest[0].factor if one_factor else "",
    }
