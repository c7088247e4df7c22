# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the day of a redivision places and tasks add up, and each of those days is checked again."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import allocator
from allocator.verification.timeline import verify_timeline
from models.timeline import TimelineAnswer
from tests.timeline.planted_redivided import BOTH, PLANTED_REDIVIDED

OFFERS = """\
municipality,site,kind,places,available_from,available_until,status
Wijdemeren,A,regular,500,2026-01-01,,guaranteed
Hilversum,B,regular,100,2026-01-01,2027-06-30,guaranteed
"""
MINE = """\
extends: nederland-2026
provinces: [PV27]
task: {missing_amv: as_known}
offers: offers.csv
redivisions:
  - {on: 2027-03-15, from: Wijdemeren, into: Hilversum, source: a bill}
"""


@cache
def saved() -> dict[str, Any]:
    return allocator.timeline("overijssel-2024", [BOTH]).model_dump(mode="json")


def checked(value: dict[str, Any]) -> list[str]:
    verdict = verify_timeline(TimelineAnswer.model_validate_json(json.dumps(value)))
    return [f"{failure.check}: {failure.message}" for failure in verdict.failures]


def test_a_surplus_of_one_is_of_both_from_the_day_on(tmp_path: Path) -> None:
    (tmp_path / "offers.csv").write_text(OFFERS)
    (tmp_path / "mine.yaml").write_text(MINE)
    answer = allocator.timeline(tmp_path / "mine.yaml")
    (one,) = answer.redivided
    parts = {line.name: line for line in answer.lines if line.code in one.parts}
    assert set(parts) == {"Hilversum", "Wijdemeren"}
    task = sum(line.task.total for line in parts.values())
    assert one.days[0] == date(2027, 4, 1)  # the first month that begins under it
    assert one.available.total[:4] == (600, 600, 600, 500)
    assert one.gap.total[:4] == tuple(max(0, task - has) for has in (600, 600, 600, 500))
    apart = sum(line.gap.total[answer.days.index(date(2027, 4, 1))] or 0 for line in parts.values())
    assert apart > (one.gap.total[0] or 0)
    assert not checked(answer.model_dump(mode="json"))


def test_a_chain_adds_up_link_by_link() -> None:
    told = [(one["name"], one["on"], len(one["parts"])) for one in saved()["redivided"]]
    assert told == [("Hengelo", "2026-01-01", 2), ("Enschede", "2026-07-01", 3)]
    assert not checked(saved())


@pytest.mark.parametrize(("said", "plant"), PLANTED_REDIVIDED)
def test_a_planted_violation_is_told_with_its_numbers(
    said: str, plant: Callable[[dict[str, Any]], None]
) -> None:
    value = copy.deepcopy(saved())
    plant(value)
    assert any(failure.startswith(said) for failure in checked(value)), checked(value)
