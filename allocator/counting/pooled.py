# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pooled offers: what a region pledges, split over the municipalities that may hold it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from allocator.apportionment.division import Divided, divide
from allocator.counting.rules import (
    status_is_not_accepted,
    window_is_too_short,
    window_is_too_small,
)
from models.offer import PooledOffer
from models.places import KINDS, Kind, Places
from models.problem import Problem
from models.result import PooledResult


def weigh_pooled(problem: Problem) -> tuple[PooledResult, ...]:
    """Every pledge, and whether it counts.

    A pledge without a window passes the tests on windows: the decision took promising plans over
    although they were expected later (letter of 20 December 2024).
    """
    return tuple(
        _result(problem, pooled, problem.row(f"pooled_offers.{index}"))
        for index, pooled in enumerate(problem.scenario.pooled_offers)
    )


def _result(problem: Problem, pooled: PooledOffer, row: str) -> PooledResult:
    rule, window = problem.scenario.counting, pooled.available
    against = status_is_not_accepted(pooled.status, rule)
    if against is None and window is not None:
        against = window_is_too_small(window, rule) or window_is_too_short(window, rule)
    said = f"available from {window}" if window else "its window is not known"
    return PooledResult(
        name=pooled.name,
        status=pooled.status,
        region=pooled.region,
        places=pooled.places,
        candidates=pooled.candidates,
        counts=against is None,
        reason=against or f"{pooled.status}; {said}",
        row=row,
    )


def split(
    problem: Problem,
    pooled: PooledResult,
    shares: Mapping[str, Places],
    counted: Mapping[str, Places],
    without: str = "",
) -> list[Divided]:
    """Split one pledge pro rata to what each candidate lacks of its share, per kind.

    Where no candidate lacks anything the shares decide, and where those are zero all count alike.

    Args:
        problem: the settings and data.
        pooled: the pledge.
        shares: what the key gives.
        counted: what the candidates count beside pledges.
        without: the exchange that has fallen away here; empty where none has.
    """
    return [
        divide(
            "without" if without else "pooled",
            f"{pooled.name} without {without}" if without else pooled.name,
            kind,
            _weights(kind, pooled.candidates, shares, counted),
            pooled.places.of(kind),
            method=problem.scenario.distribution.method,
            lots=problem.lots,
            row=pooled.row,
        )
        for kind in KINDS
        if pooled.places.of(kind)
    ]


def _weights(
    kind: Kind,
    candidates: Sequence[str],
    shares: Mapping[str, Places],
    counted: Mapping[str, Places],
) -> dict[str, Fraction]:
    gaps = {code: max(0, shares[code].of(kind) - counted[code].of(kind)) for code in candidates}
    if not any(gaps.values()):
        gaps = {code: shares[code].of(kind) for code in candidates}
    if not any(gaps.values()):
        gaps = dict.fromkeys(candidates, 1)
    return {code: Fraction(gap) for code, gap in gaps.items()}
