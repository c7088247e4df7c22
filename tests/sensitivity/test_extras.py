# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""An install without the extras of studies."""

from __future__ import annotations

import pytest

from allocator import extras
from allocator.sensitivity import answer, run_study
from models.fault import InputError
from tests.sensitivity.small import study


@pytest.mark.parametrize(
    ("missing", "ask"),
    [
        ("duckdb", lambda folder: answer(folder, "SELECT 1")),
        ("SALib", lambda folder: run_study(study(folder))),
        ("distributed", lambda folder: run_study(study(folder), cluster="tcp://127.0.0.1:9")),
    ],
)
def test_what_is_not_installed_is_named_with_how_to_install_it(missing, ask, tmp_path, monkeypatch):
    found = extras.find_spec
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == missing else found(name))
    with pytest.raises(InputError) as caught:
        ask(tmp_path)
    (fault,) = caught.value.faults
    assert fault.code == "not-installed"
    assert missing in fault.what
    assert "pip install" in fault.remedy
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []
