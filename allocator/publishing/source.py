# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a report is made of: a scenario that is solved now, or results that were saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from allocator.loading import Answer, load_answer, packaged_names
from allocator.pipeline import Progress, run
from allocator.receipt import receipt_that_holds
from allocator.run_record import Comparison, Run
from allocator.verification.saved_answers import verify_saved_answer
from models.comparison import ComparisonResult
from models.fault import Fault, Faults, InputError, Place
from models.frontier import FrontierAnswer
from models.result import RunResult
from models.sensitivity import StudyAnswer


class Weighed(Protocol):
    """A frontier that Python code has made."""

    answer: FrontierAnswer


Made = Run | Comparison | Weighed | StudyAnswer
"""What Python code has made already."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a report is made of.

    Attributes:
        answer: the results.
        saved: whether they were read from a file.
        notes: what that file is worth, where it is less than what is made now: it has no seal, or
            another version made it.
    """

    answer: Answer
    saved: bool = False
    notes: tuple[str, ...] = ()


def source_of(
    named: str | Path | Made, overrides: Sequence[str], lots: Path | None, progress: Progress
) -> Found:
    """A run, a comparison, a frontier or a study.

    Args:
        named: a packaged scenario, a scenario file, a file of saved results or their folder; or
            what Python code has made.
        overrides: as for `run`; only of a scenario.
        lots: likewise.
        progress: as for `run`.

    Raises:
        InputError: if it is none of them, if it was changed after it was saved, or if settings are
            given with saved results.
        Defect: as for `run`.
    """
    if not isinstance(named, str | Path):
        _refuse_settings(overrides, lots)
        return Found(_answer_of(named))
    if not _is_saved(named):
        return Found(run(named, overrides, progress, lots).result)
    _refuse_settings(overrides, lots)
    found = load_answer(named)
    if isinstance(found, RunResult):
        return Found(found, saved=True, notes=receipt_that_holds(found, str(named)).notes)
    if not isinstance(found, StudyAnswer):
        _refuse_what_does_not_agree(found, named)
    return Found(found, saved=True)


def _refuse_what_does_not_agree(
    found: ComparisonResult | FrontierAnswer, named: str | Path
) -> None:
    """Refuse a saved comparison or frontier whose own figures do not agree.

    Raises:
        InputError: with the first that does not.
    """
    verdict = verify_saved_answer(found)
    if verdict.ok:
        return
    what = f"{len(verdict.failures):,} of its figures do not agree with one another"
    why = f"The first is {verdict.failures[0].check}"
    remedy = "It was changed after it was written; make it again."
    raise InputError([Fault("answer-does-not-hold", what, Place(str(named)), remedy, why)])


def _answer_of(made: Made) -> Answer:
    if isinstance(made, Run | Comparison):
        return made.result
    return made if isinstance(made, StudyAnswer) else made.answer


def _is_saved(named: str | Path) -> bool:
    """Whether saved results are meant: a packaged name is a scenario whatever lies here."""
    path = Path(named)
    try:
        return path.suffix == ".json" or (path.is_dir() and str(named) not in packaged_names())
    except (OSError, ValueError):
        return False


def _refuse_settings(overrides: Sequence[str], lots: Path | None) -> None:
    faults = Faults()
    for option in [*(f"--set {one}" for one in overrides), *(["--lots"] if lots else [])]:
        faults.add(
            "settled-already",
            Place(option),
            "saved results are reported with the settings that they have",
            "Report the scenario instead.",
        )
    faults.raise_if_any()


def of_a_run(found: Answer, named: str | Path | Made, option: str) -> RunResult:
    """The source as a run, for what only a run has.

    Args:
        found: the source.
        named: as it was named.
        option: what asks for a run.

    Raises:
        InputError: if it is something else.
    """
    if isinstance(found, RunResult):
        return found
    what = f"{option} is of one run, and this is something else ({found.schema_})"
    remedy = "Name a scenario or a saved run."
    where = Place(str(named) if isinstance(named, str | Path) else "source")
    raise InputError([Fault("not-a-run-to-report", what, where, remedy)])
