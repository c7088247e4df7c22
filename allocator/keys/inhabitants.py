# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Inhabitants alone, as Overijssel divided its task in 2023."""

from __future__ import annotations

from allocator.keys.registry import key
from models import law
from models.problem import Problem
from models.share import Weight


@key("inhabitants", source=law.PRT_LETTER_2023)
def inhabitants(problem: Problem) -> dict[str, Weight]:
    """The weight is the number of inhabitants on 1 January of the scenario's year."""
    people = problem.figures.quantities["inhabitants"]
    return {
        code: Weight(cell.value, "computed", {"inhabitants": cell.value}, (cell.row,))
        for code, cell in people.items()
    }
