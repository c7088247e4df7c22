# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The scenario's bounds on single municipalities."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.distribution.rules.registry import Bound, Rest, SetBy, rule
from models.places import KINDS
from models.scenario import Bound as Limit


@rule(source=None)
def respect_limits(rest: Rest) -> Iterator[Bound]:
    """A municipality's rest places lie within the scenario's limits: lo_ik <= x_ik <= hi_ik."""
    for code, limits in rest.problem.scenario.distribution.limits.items():
        for kind in KINDS:
            limit = limits.of(kind)
            if limit != Limit():
                yield Bound(
                    name=f"respect_limits[{code}.{kind}]",
                    claimants=frozenset({(code, kind)}),
                    lower=limit.min,
                    upper=limit.max,
                    lower_by=SetBy(f"distribution.limits.{code}.{kind}.min"),
                    upper_by=SetBy(f"distribution.limits.{code}.{kind}.max"),
                )
        if limits.total != Limit():
            yield Bound(
                name=f"respect_limits[{code}.total]",
                claimants=frozenset((code, kind) for kind in KINDS),
                lower=limits.total.min,
                upper=limits.total.max,
                lower_by=SetBy(f"distribution.limits.{code}.total.min"),
                upper_by=SetBy(f"distribution.limits.{code}.total.max"),
            )
