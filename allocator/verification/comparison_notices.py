# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verification of a comparison: every notice that the runs ask for, and no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allocator.verification.checks.registry import Finding, same
from allocator.verification.comparison_inputs import asks_of, tables_of
from models.comparison import ComparisonResult
from models.result import RunResult

Told = tuple[str, str]
"""The code of a notice, and the letter of the run that it begins with; empty if with none."""


def tell_notices(comparison: ComparisonResult, runs: Sequence[RunResult]) -> Iterator[Finding]:
    """What a reader has to know before believing a difference is told, and nothing else."""
    letters = [one.letter for one in comparison.runs]
    told = [
        (one.code, word if (word := one.message.split()[0].rstrip(",:")) in letters else "")
        for one in comparison.notices
    ]
    named = list(zip(letters, runs, strict=True))
    expected = [*_of_all(named), *(one for each in named for one in _of_one(*each, runs))]
    yield same("tell_notices", sorted(told), sorted(expected), "the notices")


def _of_all(named: Sequence[tuple[str, RunResult]]) -> Iterator[Told]:
    """Notices about several runs at once."""
    if any(run.follows != named[0][1].follows for _, run in named):
        yield "tasks-come-about-differently", ""
    if any(run.raming != named[0][1].raming for _, run in named):
        yield "ramings-differ", ""
    if any(run.manifest.allocator != named[0][1].manifest.allocator for _, run in named):
        yield "versions-differ", ""
    said: list[tuple[int, int]] = []
    for number, (letter, run) in enumerate(named):
        for first, before in named[:number]:
            if asks_of(before) == asks_of(run) and tables_of(before) == tables_of(run):
                yield "asks-the-same", first
                break
        estimates = [one.share_status for one in run.municipalities].count("estimated")
        numbers = estimates, len(run.municipalities)
        if estimates and numbers not in said:
            yield "share-estimated", letter
        said.append(numbers)


def _of_one(letter: str, run: RunResult, runs: Sequence[RunResult]) -> Iterator[Told]:
    """Notices about a single run."""
    if run.status != "optimal":
        yield "run-infeasible" if run.status == "infeasible" else "run-unproven", letter
    here = {one.code for one in run.municipalities}
    if any(one.code not in here for other in runs for one in other.municipalities):
        yield "not-in-every-run", letter
    if {True, False} == {one.decision is None for one in run.municipalities}:
        yield "not-everywhere-decided", letter
    if any(one.unlocated.total for one in run.provinces):
        yield "places-without-municipality", letter
    if None in [one.inhabitants for one in run.municipalities]:
        yield "inhabitants-not-recorded", letter
