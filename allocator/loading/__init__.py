# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Loading: the only readers of files. A scenario goes in, a finished problem comes out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from allocator.loading.boundaries import load_boundaries
from allocator.loading.opened import Opened, opened
from allocator.loading.overrides import told_at_overrides
from allocator.loading.problem import finished
from allocator.loading.reference import PACKAGED, reference
from allocator.loading.saved_run import (
    Answer,
    changed_inputs,
    is_saved_run,
    load_answer,
    load_run,
    load_saved,
    reopened,
)
from allocator.loading.scenario_file import load_scenario, packaged_names
from allocator.loading.variations import Variant, variants
from models.fault import Faults
from models.problem import InputFile, Problem
from models.result import ScenarioRecord
from models.scenario import Scenario

__all__ = [
    "PACKAGED",
    "Answer",
    "Opened",
    "Variant",
    "is_saved_run",
    "load",
    "load_again",
    "load_answer",
    "load_boundaries",
    "load_run",
    "load_saved",
    "load_scenario",
    "opened",
    "packaged_names",
    "reference",
    "told_at_overrides",
    "variants",
]


def load(
    source: str | Path | Scenario,
    overrides: Sequence[str] = (),
    lots: Path | None = None,
    proposals: Sequence[str] = (),
) -> Problem:
    """Read a scenario with everything that it needs.

    Args:
        source: a packaged name, a path, or a scenario made in Python (whose files lie in the
            current folder).
        overrides: lines that replace lines of the scenario, as `path=value`.
        lots: the table of a real draw; None: as the scenario says.
        proposals: merges beside those of the scenario, as `KIND:HOST=MEMBER,MEMBER`.

    Raises:
        InputError: with all that is wrong, each with file, line and column.
    """
    return opened(source).problem(overrides, lots, proposals)


def load_again(record: ScenarioRecord, inputs: Sequence[InputFile], folder: Path) -> Problem:
    """The problem behind a saved result, from its recorded settings and the same input files.

    Args:
        record: which question was asked.
        inputs: the files that were read then.
        folder: where they lie, those of the package apart.

    Raises:
        InputError: if an input file is missing or has changed since.
    """
    kept = [one for one in inputs if one.role in ("scenario", "lots")]
    problem = finished(reopened(record, inputs, folder), reference(), kept, Faults())
    changed_inputs(inputs, problem).raise_if_any()
    return problem
