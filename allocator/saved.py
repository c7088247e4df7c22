# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of a saved run or timeline: does it hold, is it the same again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from allocator.loading import load_again, load_saved
from allocator.outlook import timeline_again
from allocator.pipeline import Progress, divide, in_silence, weighed
from allocator.receipt import receipt_of, receipt_of_timeline
from allocator.repetition import compared, timelines_compared
from allocator.verification import verify as verify_result
from allocator.verification.timeline import verify_timeline
from models.fault import InputError
from models.problem import InputFile, Problem
from models.receipt import Receipt, Repetition
from models.result import RunResult, ScenarioRecord
from models.timeline import TimelineAnswer


def verify_saved(path: str | Path) -> Receipt:
    """Check a saved run or timeline from its own content: is its record what it says?

    Raises:
        InputError: if the file is neither.
    """
    saved = load_saved(path)
    if isinstance(saved, TimelineAnswer):
        return receipt_of_timeline(saved, verify_timeline(saved))
    return receipt_of(saved, verify_result(saved))


def rerun(
    path: str | Path, inputs: Path | None = None, progress: Progress = in_silence
) -> Repetition:
    """Make a saved run or timeline again, from its recorded settings and the same input files.

    Args:
        path: the saved run or timeline.
        inputs: where its own input files lie; by default beside it.
        progress: as for `run`.

    Raises:
        InputError: if the file is neither, or if an input file is missing or has changed since.
        Defect: as for `run`.
    """
    before, folder = load_saved(path), inputs or Path(path).parent
    if isinstance(before, TimelineAnswer):
        return _timeline_again(before, folder)
    return _solved_again(before, folder, progress)


def _solved_again(before: RunResult, folder: Path, progress: Progress) -> Repetition:
    problem = problem_again(before.scenario, before.manifest.inputs, folder)
    confirm = bool(before.manifest.confirmations)
    after = divide(weighed(problem), progress, confirm=confirm).result
    holds = receipt_of(before, verify_result(before)).holds
    return compared(before, after, holds=holds)


def _timeline_again(before: TimelineAnswer, folder: Path) -> Repetition:
    problem = problem_again(before.record, before.manifest.inputs, folder)
    holds = receipt_of_timeline(before, verify_timeline(before)).holds
    return timelines_compared(before, timeline_again(problem, before), holds=holds)


def problem_again(record: ScenarioRecord, inputs: Sequence[InputFile], folder: Path) -> Problem:
    """The problem of a saved result; a file that is not found is said with where it was looked for.

    Raises:
        InputError: if an input file is missing or has changed since.
    """
    try:
        return load_again(record, inputs, folder)
    except InputError as error:
        raise InputError(
            replace(
                fault,
                why=f"It was looked for in the folder {folder.as_posix()!r}",
                remedy="Name the folder with the run's own files: --inputs FOLDER.",
            )
            if fault.code == "no-such-file"
            else fault
            for fault in error.faults
        ) from error
