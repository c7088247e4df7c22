# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a report is made of: a scenario that is solved now, or results that were saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from allocator.loading import Answer, load_answer, packaged_names
from allocator.pipeline import Progress, run
from allocator.receipt import that_holds
from models.fault import Fault, Faults, InputError, Place
from models.result import RunResult


def source_of(
    named: str | Path, overrides: Sequence[str], lots: Path | None, progress: Progress
) -> Answer:
    """A run, a comparison, a frontier or a study.

    Args:
        named: a packaged scenario, a scenario file, a file of saved results or their folder.
        overrides: as for `run`; only of a scenario.
        lots: likewise.
        progress: as for `run`.

    Raises:
        InputError: if it is none of them, if it was changed after it was saved, or if settings are
            given with saved results.
        Defect: as for `run`.
    """
    if not _is_saved(named):
        return run(named, overrides, progress, lots).result
    _refuse_settings(overrides, lots)
    found = load_answer(named)
    return that_holds(found, str(named)) if isinstance(found, RunResult) else found


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


def of_a_run(found: Answer, named: str | Path, option: str) -> RunResult:
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
    raise InputError([Fault("not-a-run-to-report", what, Place(str(named)), remedy)])
