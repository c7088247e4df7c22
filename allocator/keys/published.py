# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The official indicative numbers themselves."""

from __future__ import annotations

from fractions import Fraction

from allocator.keys.registry import key
from models import law
from models.fault import Fault, InputError
from models.problem import Problem
from models.result import ShareStatus
from models.share import Weight


@key("published", source=law.RAMING_2024, in_places=True)
def published(problem: Problem) -> dict[str, Weight]:
    """The weight is the published indicative number of places."""
    figures = problem.figures
    if not figures.published:
        raise InputError(
            [
                Fault(
                    code="nothing-published",
                    what=f"raming {figures.published_raming} has no published indicative numbers",
                    where=problem.line("key.raming"),
                    remedy='Write key.raming: "2024", or take another key.',
                )
            ]
        )
    # The numbers of another version, or of another national total, are an assumption here.
    status: ShareStatus = "published" if problem.has_official_numbers else "estimated"
    return {
        code: Weight(
            value=Fraction(share.total),
            status=status,
            figures={"published": Fraction(share.total)}
            | ({} if share.amv is None else {"published_amv": Fraction(share.amv)}),
            rows=(share.row,),
        )
        for code, share in figures.published.items()
    }
