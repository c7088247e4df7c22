# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A site is large enough to run, or it is not asked for."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.distribution.rules.registry import Rest, SetBy, Threshold, rule
from models.places import KINDS


@rule(source=None)
def reach_minimum_site(rest: Rest) -> Iterator[Threshold]:
    """A municipality gets none of a kind, or comes to the minimum site with what it counts."""
    for code, counted in rest.counted.items():
        for kind in KINDS:
            minimum = rest.problem.scenario.distribution.minimum_site.of(kind)
            if counted.of(kind) < minimum:
                yield Threshold(
                    name=f"reach_minimum_site[{code}.{kind}]",
                    claimant=(code, kind),
                    least=minimum - counted.of(kind),
                    by=SetBy(f"distribution.minimum_site.{kind}"),
                )
