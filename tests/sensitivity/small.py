# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Small studies for tests."""

from __future__ import annotations

from pathlib import Path

from allocator.sensitivity import _conducted, in_silence
from allocator.sensitivity.gathering import gather
from allocator.sensitivity.outcome import outcome
from models.sensitivity import StudyAnswer

SITES = "  - {name: site, line: merging.minimum_site.amv, values: [10, 16, 20]}\n"
TWO = SITES + "  - {name: reach, line: merging.max_distance_km, values: [15, 25]}\n"


def study(folder: Path, factors: str = SITES, design: str = "{kind: grid}", more: str = "") -> Path:
    """A study over Overijssel 2024, as a file."""
    path = folder / "small.yaml"
    path.write_text(
        f"name: small\nbase: overijssel-2024\n{more}factors:\n{factors}design: {design}\n",
        encoding="utf-8",
    )
    return path


def conducted(path: Path, out: Path) -> StudyAnswer:
    """What a study says, its runs done in this process: without the start of another."""

    def here(base, store, jobs, told, stopped):
        for job in jobs:
            store.put(job.run, outcome(base, job.overrides))
            told(1)

    return _conducted(gather(path), out, here, in_silence)
