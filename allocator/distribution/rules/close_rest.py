# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every area closes."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.distribution.rules.registry import Closing, Rest, rule
from models import law
from models.places import KINDS


@rule(source=law.DECISION)
def close_rest(rest: Rest) -> Iterator[Closing]:
    """The rest places of each kind add up to the rest of the area: sum_i x_ik = R_k."""
    for area in rest.areas:
        for kind in KINDS:
            yield Closing(
                area=area.account.code,
                kind=kind,
                claimants=frozenset((code, kind) for code in area.members),
                total=area.account.rest.of(kind),
            )
