# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Only eligible municipalities get rest places."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.distribution.rules.registry import Bound, Rest, rule
from models import law


@rule(source=law.DECISION)
def respect_eligibility(rest: Rest) -> Iterator[Bound]:
    """Who is not eligible for a kind gets no rest places of it: x_ik = 0."""
    for (code, kind), lines in rest.barred.items():
        for line in lines:
            yield Bound(
                name=f"respect_eligibility[{code}.{kind}]",
                claimants=frozenset({(code, kind)}),
                lower=0,
                upper=0,
                upper_by=line,
            )
