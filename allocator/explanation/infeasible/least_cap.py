# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The smallest part of the own share with which areas can be divided, where a cap is in the way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from fractions import Fraction

from allocator.distribution import rest_to_divide
from allocator.explanation.infeasible.confirmation import Change, Trial
from models.places import KINDS

CAP = "distribution.cap."


def with_least_caps(changes: Mapping[str, Change], trial: Trial) -> dict[str, Change]:
    """The same changes, with the smallest cap that is enough for each that would be left out.

    A larger cap allows whatever a smaller one does, so the smallest is found by halving; only parts
    that give somebody one place more are looked at.

    Raises:
        OutOfTime: if that was not found out in time.
    """
    found = dict(changes)
    for path in (path for path in changes if path.startswith(CAP)):
        parts = _parts(trial, path)

        def divides(part: Fraction, path: str = path) -> bool:
            return trial.divides({**found, path: str(part)})

        place = bisect_left(parts, True, key=divides)
        if place < len(parts):
            found[path] = str(parts[place])
    return found


def _parts(trial: Trial, path: str) -> list[Fraction]:
    """The parts at which somebody in these areas may get one place more, in order."""
    rest = rest_to_divide(trial.problem, trial.shares, trial.counted)
    kind = next(kind for kind in KINDS if path == f"{CAP}{kind}")
    now = rest.problem.scenario.distribution.cap.of(kind) or Fraction(0)
    found = set()
    for area in rest.areas:
        if area.account.code not in trial.areas:
            continue
        for code in area.members:
            share, has = rest.shares[code].of(kind), rest.counted[code].of(kind)
            if share:
                more = range(1, area.account.rest.of(kind) + 1)
                found |= {Fraction(has + places, share) for places in more}
    return sorted(part for part in found if part > now)
