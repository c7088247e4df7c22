# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Any column of the user's own table."""

from __future__ import annotations

from allocator.keys.registry import key
from models.problem import Problem
from models.share import Weight


@key("column", source=None)
def column(problem: Problem) -> dict[str, Weight]:
    """The weight is the value in a column of the user's own CSV or XLSX."""
    return {
        code: Weight(cell.value, "computed", {"column": cell.value}, (cell.row,))
        for code, cell in problem.figures.column.items()
    }
