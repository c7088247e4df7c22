# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names of files: plain everywhere, none of a device, and what tells files apart is never cut."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocator.file_names import file_name
from allocator.sensitivity import _folder_of

DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{at}" for port in ("com", "lpt") for at in "0123")}


@given(st.text(max_size=200), st.sampled_from(["noord-holland", "zuid-holland"]))
def test_a_long_name_is_cut_before_the_part_that_tells_files_apart(name: str, province: str):
    found = file_name(name, province)
    assert found.endswith(f"-{province}")
    assert len(found) <= 80
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", found)


@pytest.mark.parametrize("device", sorted(DEVICES))
def test_no_file_or_folder_is_called_like_a_device_of_windows(device: str):
    assert file_name(device) == f"report-{device}"
    assert file_name(f"{device} 2") == f"{device}-2"
    assert _folder_of(device.upper()) == Path(f"study-{device.upper()}.results")
    assert _folder_of(f"{device}.x") == Path(f"study-{device}.x.results")


def test_the_folder_of_a_study_keeps_the_letters_of_its_name():
    assert _folder_of("Súdwest_2") == Path("Súdwest_2.results")
