# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Nobody is asked for more of a kind than a part of its own share, where a scenario says so.

The decision of 2024 asked of some more than their indicative number of a kind; this shows that
effect to be a choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from allocator.distribution.rules.registry import Bound, Rest, SetBy, rule
from models.places import KINDS, Kind


@rule(source=None)
def respect_cap(rest: Rest) -> Iterator[Bound]:
    """What counts and the rest stay within a part of the own share: c_ik + x_ik <= p_k s_ik.

    Who counts more than that gets nothing, and keeps what counts.
    """
    cap = rest.problem.scenario.distribution.cap
    for kind in (kind for kind in KINDS if cap.of(kind) is not None):
        for code in rest.counted:
            yield Bound(
                name=f"respect_cap[{code}.{kind}]",
                claimants=frozenset({(code, kind)}),
                lower=0,
                upper=left_by_cap(rest, code, kind),
                upper_by=SetBy(f"distribution.cap.{kind}", number=False),
            )


def left_by_cap(rest: Rest, code: str, kind: Kind) -> int | None:
    """How many rest places the cap leaves a municipality; None where there is none."""
    part = rest.problem.scenario.distribution.cap.of(kind)
    if part is None:
        return None
    return max(0, floor(part * rest.shares[code].of(kind)) - rest.counted[code].of(kind))


def is_cap(bound: Bound) -> bool:
    """Whether a bound is one of this rule."""
    return bound.name.startswith("respect_cap[")
