# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A scenario over the one that it extends: what is cleared, taken as a whole, and renamed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from allocator.loading import load, load_scenario
from models.fault import InputError
from models.places import Places
from models.scenario import Scenario

PARENT = """\
extends: overijssel-2024
counting: {available: {from: 2025-07-01, until: 2026-02-01}}
distribution:
  limits: {Borne: {regular: {max: 5}}}
  region_limits: {Twente: {total: {min: 30}}}
  region_tasks: {Twente: {regular: 3000, amv: 278}}
emergency: {minimum: {Twente: 450}, available: {Twente: 10}}
exchanging: {status_holders: {Borne: 40}}
"""


@pytest.fixture
def child(tmp_path: Path) -> Any:
    def read(text: str, *overrides: str) -> Scenario:
        (tmp_path / "parent.yaml").write_text(PARENT)
        (tmp_path / "child.yaml").write_text(f"extends: parent.yaml\n{text}\n")
        return load_scenario(tmp_path / "child.yaml", overrides).scenario

    return read


MAPPINGS = (
    "distribution.limits",
    "distribution.region_limits",
    "distribution.region_tasks",
    "emergency.minimum",
    "emergency.available",
    "exchanging.status_holders",
)


@pytest.mark.parametrize("path", MAPPINGS)
@pytest.mark.parametrize("nothing", ["{}", "null"])
def test_nothing_clears_what_the_parent_has_by_name(child: Any, path: str, nothing: str) -> None:
    section, key = path.split(".")
    assert getattr(getattr(child(""), section), key)
    cleared = child(f"{section}: {{{key}: {nothing}}}")
    assert getattr(getattr(cleared, section), key) == {}
    assert cleared == child("", f"{path}={nothing}")


def test_an_empty_section_is_that_of_no_scenario(child: Any) -> None:
    assert child("emergency: {}").emergency == Scenario().emergency
    assert child("emergency: {}") == child("", "emergency={}")


def test_a_day_replaces_the_period_of_the_parent(child: Any) -> None:
    available = child("counting: {available: {on: 2025-08-01}}").counting.available
    assert available.period == (date(2025, 8, 1), date(2025, 8, 1))


def test_one_end_of_a_period_leaves_the_other(child: Any) -> None:
    available = child("counting: {available: {until: 2026-03-01}}").counting.available
    assert available.period == (date(2025, 7, 1), date(2026, 3, 1))


def test_a_day_and_a_period_in_one_file_are_still_too_much(child: Any) -> None:
    with pytest.raises(InputError, match="neither one day nor a period"):
        child("counting: {available: {on: 2025-08-01, from: 2025-01-01, until: 2025-12-31}}")


def test_a_total_replaces_the_regular_places_of_the_parent(child: Any) -> None:
    tasks = child("distribution: {region_tasks: {Twente: {total: 3300}}}").distribution.region_tasks
    assert tasks == {"Twente": Places(regular=3022, amv=278)}


@pytest.mark.parametrize("name", ["GM0147", "borne", "Gemeente Borne"])
def test_another_name_of_the_same_overrides_the_entry_of_the_parent(child: Any, name: str) -> None:
    limits = child(f"distribution: {{limits: {{{name}: {{amv: {{max: 2}}}}}}}}").distribution.limits
    assert {key: (one.regular.max, one.amv.max) for key, one in limits.items()} == {name: (5, 2)}
    once = child("", f"distribution.limits.{name}.amv.max=2").distribution.limits
    assert {key: (one.regular.max, one.amv.max) for key, one in once.items()} == {"Borne": (5, 2)}


def test_two_names_of_one_in_one_file_are_still_told(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "extends: overijssel-2024\ndistribution: {limits: {Borne: {}, GM0147: {}}}\n"
    )
    with pytest.raises(InputError, match="stands here twice"):
        load(tmp_path / "mine.yaml")


def test_a_line_of_the_parent_is_found_where_it_stands_after_it_was_renamed(tmp_path: Path) -> None:
    (tmp_path / "parent.yaml").write_text(PARENT)
    (tmp_path / "child.yaml").write_text(
        "extends: parent.yaml\ndistribution:\n  limits:\n    GM0147: {amv: {max: 2}}\n"
    )
    lines = load(tmp_path / "child.yaml").lines
    assert lines["distribution.limits.GM0147.regular.max"].quoted == "parent.yaml:4:30"
    assert lines["distribution.limits.GM0147.amv.max"].quoted == "child.yaml:4:20"
