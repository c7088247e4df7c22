# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is said of parts whose search ended before its proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from allocator.distribution.choice import Stop
from allocator.distribution.formulation import Part
from allocator.distribution.outcome import Outcome
from allocator.distribution.rules.registry import Rest
from models.problem import Notice


def unproven(rest: Rest, outcomes: Iterable[Outcome]) -> Iterator[Notice]:
    """One notice for each thing that ended a search, with the names of the parts."""
    names: dict[Stop, list[str]] = {"interrupted": [], "time limit": []}
    for outcome in outcomes:
        if not outcome.proven:
            names[outcome.stop].append(called(rest, outcome.areas, outcome.objectives[0].kind))
    for stop, parts in names.items():
        if parts:
            yield Notice(
                code="interrupted" if stop == "interrupted" else "unproven",
                message=f"{_because(rest, stop)} before all was proven: {', '.join(parts)}; each "
                "has the best division that was found, and it meets every rule",
            )


def nothing_found(rest: Rest, part: Part, stop: Stop) -> str:
    """Why a part has no division though nobody proved that there is none."""
    name = called(rest, part.area_codes, part.kind)
    return f"{name}: nothing found, for {_because(rest, stop)}; there may be a division"


def _because(rest: Rest, stop: Stop) -> str:
    if stop == "interrupted":
        return "the run was interrupted"
    seconds = rest.problem.scenario.solver.time_limit_seconds
    shown = str(seconds) if seconds.denominator == 1 else f"{float(seconds):g}"
    return f"the time limit of {shown} second{'s' * (seconds != Fraction(1))} passed"


def called(rest: Rest, areas: Iterable[str], kind: str) -> str:
    """A part by the names of its areas, and what is divided there."""
    names = ", ".join(rest.problem.territory.name(area) for area in areas)
    return f"{names} ({'both kinds' if kind == 'both' else kind})"
