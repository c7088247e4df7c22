# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The scenario's bounds on regions."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.distribution.rules.registry import Bound, Rest, SetBy, rule
from models.places import KINDS
from models.scenario import Bound as Limit


@rule(source=None)
def respect_region_limits(rest: Rest) -> Iterator[Bound]:
    """The rest places of a region lie within the scenario's limits."""
    for region, limits in rest.problem.scenario.distribution.region_limits.items():
        inside = [
            municipality.code
            for municipality in rest.problem.municipalities
            if municipality.region == region
        ]
        for kind in KINDS:
            limit = limits.of(kind)
            if limit != Limit():
                yield Bound(
                    name=f"respect_region_limits[{region}.{kind}]",
                    claimants=frozenset((code, kind) for code in inside),
                    lower=limit.min,
                    upper=limit.max,
                    lower_by=SetBy(f"distribution.region_limits.{region}.{kind}.min"),
                    upper_by=SetBy(f"distribution.region_limits.{region}.{kind}.max"),
                )
        if limits.total != Limit():
            yield Bound(
                name=f"respect_region_limits[{region}.total]",
                claimants=frozenset((code, kind) for code in inside for kind in KINDS),
                lower=limits.total.min,
                upper=limits.total.max,
                lower_by=SetBy(f"distribution.region_limits.{region}.total.min"),
                upper_by=SetBy(f"distribution.region_limits.{region}.total.max"),
            )
