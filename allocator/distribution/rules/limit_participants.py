# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Few municipalities with many places each, where a table prefers that to many with few."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.distribution.rules.registry import Participation, Rest, SetBy, rule
from models.places import KINDS


@rule(source=None)
def limit_participants(rest: Rest) -> Iterator[Participation]:
    """At most so many municipalities of an area get rest places of a kind: |{i: x_ik > 0}| <= n_k.

    An area is what closes: a province, or a region where each closes on its own.
    """
    for kind in KINDS:
        most = rest.problem.scenario.distribution.most_participants.of(kind)
        if most is None:
            continue
        for area in rest.areas:
            yield Participation(
                name=f"limit_participants[{area.account.code}.{kind}]",
                claimants=frozenset((code, kind) for code in area.members),
                most=most,
                by=SetBy(f"distribution.most_participants.{kind}"),
            )
