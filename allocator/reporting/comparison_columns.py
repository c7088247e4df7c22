# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The columns of compared runs: so many beside one another as a page takes."""

from __future__ import annotations

from collections.abc import Iterator

from models.comparison import ComparedRun, ComparisonResult

SHORT_RAMING = 4
OTHERS_OF_SHORT, OTHERS_OF_LONG = 3, 2


def letter_and_raming(run: ComparedRun) -> str:
    """What stands above a column: `A 2024`."""
    return f"{run.letter} {run.raming}"


def side_by_side(answer: ComparisonResult, others: int | None = None) -> Iterator[list[int]]:
    """The numbers of the runs for each sheet: always the first, and some others.

    Args:
        answer: the comparison.
        others: how many; None: as many as have room with their differences.
    """
    long = any(len(run.raming) > SHORT_RAMING for run in answer.runs)
    step = others or (OTHERS_OF_LONG if long else OTHERS_OF_SHORT)
    for start in range(1, len(answer.runs), step):
        yield [0, *range(start, min(start + step, len(answer.runs)))]
