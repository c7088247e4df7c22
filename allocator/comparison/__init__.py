# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Comparison: two or more runs side by side, and what changed in their inputs.

It only looks at what runs recorded; nothing is read and nothing is solved.
"""

from __future__ import annotations

from collections.abc import Sequence

from allocator.comparison.alignment import aligned
from allocator.comparison.carrying_out import carrying_out
from allocator.comparison.fairness import fairness
from allocator.comparison.inputs import (
    settings_that_differ,
    tables_that_differ,
    tasks_that_differ,
)
from allocator.comparison.movers import movers
from allocator.comparison.notices import notices_of
from models.comparison import LETTERS, ComparedRun, ComparisonResult, Named
from models.places import total_of
from models.result import RunStatus

__all__ = ["compare"]

# The worst first: what is said of a comparison is said of its weakest run.
WORST: tuple[RunStatus, ...] = ("infeasible", "unknown", "feasible", "optimal")


def compare(runs: Sequence[Named]) -> ComparisonResult:
    """Two or more verified runs, each compared with the first.

    Args:
        runs: as many as there are letters, at most.
    """
    letters, results = LETTERS[: len(runs)], [one.result for one in runs]
    lines = aligned(letters, results)
    ramings = [result.raming for result in results]
    found = ComparisonResult(
        status=min((result.status for result in results), key=WORST.index),
        runs=tuple(_run(letter, one) for letter, one in zip(letters, runs, strict=True)),
        municipalities=lines,
        movers=tuple(movers(letters, ramings, lines)),
        settings=settings_that_differ(results),
        tables=tables_that_differ(results),
        tasks=tasks_that_differ(results),
        notices=(),
    )
    return found.model_copy(update={"notices": tuple(notices_of(found))})


def _run(letter: str, one: Named) -> ComparedRun:
    result = one.result
    return ComparedRun(
        letter=letter,
        label=one.label,
        saved=one.saved,
        scenario=result.scenario.name,
        title=result.scenario.title,
        sha256=result.scenario.sha256,
        raming=result.raming,
        follows=result.follows,
        status=result.status,
        reasons=result.reasons,
        key=result.key.name,
        task=total_of(province.task for province in result.provinces),
        unlocated=total_of(province.unlocated for province in result.provinces),
        municipalities=len(result.municipalities),
        divided=sum(each.decision is not None for each in result.municipalities),
        estimated=sum(each.share_status == "estimated" for each in result.municipalities),
        checks=result.verification.checks,
        allocator=result.manifest.allocator,
        measures=(*fairness(result), *carrying_out(result)),
    )
