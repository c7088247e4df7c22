# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The key of the law: inhabitants, corrected by the SES-WOA score."""

from __future__ import annotations

from allocator.keys.registry import key
from models import law
from models.problem import Problem
from models.share import Weight


@key("statutory", source=law.KEY_FORMULA)
def statutory(problem: Problem) -> dict[str, Weight]:
    """The weight is inhabitants x (1 + SES-WOA score)."""
    people, scores = problem.figures.quantities["inhabitants"], problem.figures.scores
    return {
        code: Weight(
            value=cell.value * (1 + scores[code].value),
            status="computed",
            figures={"inhabitants": cell.value, "score": scores[code].value},
            rows=(cell.row, scores[code].row),
        )
        for code, cell in people.items()
        if code in scores
    }
