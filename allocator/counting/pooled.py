# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pooled offers: what a region pledges, split over the municipalities that may hold it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from allocator.apportionment.division import Divided, divide
from allocator.counting.rules import status_is_not_accepted, window_fails
from models.offer import PooledOffer
from models.places import KINDS, Kind, Places, total_of
from models.problem import Problem
from models.result import FallenThrough, PooledResult


@dataclass(frozen=True, slots=True)
class Pledge:
    """A pledge as it counts.

    Attributes:
        result: for the record.
        holds: the places that count with each candidate.
        fallen: those that the split gives to candidates whose plan falls through.
        divided: how it was split; nothing where it does not count.
    """

    result: PooledResult
    holds: Mapping[str, Places]
    fallen: Mapping[str, Places]
    divided: tuple[Divided, ...]


def weigh_pooled(
    problem: Problem, shares: Mapping[str, Places], located: Mapping[str, Places]
) -> list[Pledge]:
    """Every pledge: whether it counts, its split, and what of it falls through.

    A pledge without a window passes the tests on windows: the decision took promising plans over
    although they were expected later (letter of 20 December 2024). It is split over all of its
    candidates. Where a plan falls through its part counts for nobody, and the others keep theirs:
    the report says who plans, not who would take over.

    Args:
        problem: the scenario.
        shares: what the key gives each municipality.
        located: what each counts before pledges.
    """
    return [
        _weighed(problem, pooled, problem.row(f"pooled_offers.{index}"), shares, located)
        for index, pooled in enumerate(problem.scenario.pooled_offers)
    ]


def _weighed(
    problem: Problem,
    pooled: PooledOffer,
    row: str,
    shares: Mapping[str, Places],
    located: Mapping[str, Places],
) -> Pledge:
    rule, window = problem.scenario.counting, pooled.available
    against = status_is_not_accepted(pooled.status, rule)
    if against is None and window is not None:
        against = window_fails(window, rule)
    counts = against is None
    divided = split(problem, pooled, row, shares, located) if counts else ()
    parts = parts_of(divided)
    fallen = {code: parts.get(code, Places()) for code in pooled.fallen_through}
    holds = {code: places for code, places in parts.items() if code not in fallen}
    said = f"available from {window}" if window else "its window is not known"
    result = PooledResult(
        name=pooled.name,
        status=pooled.status,
        region=pooled.region,
        places=pooled.places,
        candidates=pooled.candidates,
        counts=counts,
        counted=total_of(holds.values()),
        fallen_through=tuple(
            FallenThrough(code=code, name=problem.territory.name(code), places=places)
            for code, places in fallen.items()
        ),
        reason=against or f"{pooled.status}; {said}",
        row=row,
    )
    return Pledge(result, holds, fallen, divided)


def split(
    problem: Problem,
    pooled: PooledOffer | PooledResult,
    row: str,
    shares: Mapping[str, Places],
    counted: Mapping[str, Places],
    kinds: Sequence[Kind] = KINDS,
    *,
    without: str = "",
) -> tuple[Divided, ...]:
    """Split one pledge pro rata to what each candidate lacks of its share, per kind.

    Where no candidate lacks anything the shares decide, and where those are zero all count alike.

    Args:
        problem: the settings and data.
        pooled: the pledge.
        row: the line of the scenario.
        shares: what the key gives.
        counted: what the candidates count beside pledges.
        kinds: those to split.
        without: the exchange that has fallen away here; empty where none has.
    """
    return tuple(
        divide(
            "without" if without else "pooled",
            pooled.name,
            kind,
            _weights(kind, pooled.candidates, shares, counted),
            pooled.places.of(kind),
            method=problem.scenario.distribution.method,
            lots=problem.lots,
            row=row,
            without=without,
        )
        for kind in kinds
        if pooled.places.of(kind)
    )


def parts_of(divided: Iterable[Divided]) -> dict[str, Places]:
    """What a split gives to each candidate."""
    parts: dict[str, Places] = {}
    for part in divided:
        kind: Kind = "amv" if part.division.kind == "amv" else "regular"
        for code, places in part.places.items():
            parts[code] = parts.get(code, Places()) + Places.in_kind(kind, places)
    return parts


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
