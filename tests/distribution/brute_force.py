# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Program A against brute force: every allocation of small provinces enumerated."""

from __future__ import annotations

from fractions import Fraction

import pytest

from allocator.distribution.outcome import divide_part
from models.fault import Infeasible
from models.scenario import Solver
from tests.distribution.enumeration import (
    allocations,
    best,
    choices,
    deviation,
    squared_deviation,
)

SOLVER = Solver(time_limit_seconds=Fraction(30), workers=1)


def check(part):
    expected = best(part)
    lots = list(dict.fromkeys(code for code, _ in part.claimants))
    if expected is None:
        with pytest.raises(Infeasible):
            divide_part(part, "sainte_lague", lots, SOLVER)
        return False
    outcome = divide_part(part, "sainte_lague", lots, SOLVER)
    assert dict(outcome.places) == expected
    least = min(
        deviation(part, places) for chosen in choices(part) for places in allocations(part, chosen)
    )
    (reported,) = (one for one in outcome.objectives if one.name == "deviation")
    assert (reported.value, reported.bound, reported.proven) == (least, least, True)
    for squared in (one for one in outcome.objectives if one.name == "squared_deviation"):
        assert squared.value == squared.bound == squared_deviation(part, expected)
    return True
