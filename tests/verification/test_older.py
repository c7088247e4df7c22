# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file that version 0.1.0 wrote: it lacks fields and settings of today, and was not altered."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

import allocator
from allocator.saved import verify_saved

WRITTEN = Path(__file__).parent / "older" / "overijssel-2024.json.gz"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    (tmp_path / "run.json").write_bytes(gzip.decompress(WRITTEN.read_bytes()))
    return tmp_path / "run.json"


def test_a_run_of_an_older_version_holds_and_says_what_its_seal_cannot_tell(saved: Path):
    receipt = verify_saved(saved)
    assert receipt.verdict.failures == ()
    assert receipt.holds
    assert len(receipt.notes) == 1
    assert "made by version 0.1.0" in receipt.notes[0]


def test_a_run_of_an_older_version_is_explained(saved: Path):
    explained = allocator.explain(str(saved), "Borne")
    assert explained.name == "Borne"
    assert "13 + 9 = 22" in {
        line.arithmetic for chapter in explained.chapters for line in chapter.lines
    }
