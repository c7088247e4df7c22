# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Provinces that are taken at their report: nobody knows what is there on a day."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

import allocator
from allocator.reporting import render_timeline
from allocator.verification.timeline import verify_timeline
from models.timeline import TimelineAnswer

NAME = "nederland-2024-reports"
OFFERS = (
    "municipality,kind,places,available_until,status\nBorne,regular,500,2026-03-01,guaranteed\n"
)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory) -> TimelineAnswer:
    """The offers of one province are known, of the eleven others at the most a report."""
    folder: Path = tmp_path_factory.mktemp("mixed")
    (folder / "mine.csv").write_text(OFFERS, encoding="utf-8")
    scenario = folder / "mine.yaml"
    scenario.write_text(f"extends: {NAME}\noffers: mine.csv\n", encoding="utf-8")
    return allocator.timeline(scenario, first="2026-01-01", months=6)


def test_without_any_window_no_area_is_said_to_be_short():
    answer = allocator.timeline(NAME, on="2026-01-01")
    assert answer.lines == answer.extensions == answer.endings == ()
    assert len(answer.not_known) == 12 + 25 + 342
    because = {one.name: one.because for one in answer.not_known_at("province")}
    assert (because["Utrecht"], because["Fryslân"]) == ("no-report", "no-window")
    assert sorted(because.values()).count("no-report") == 1
    page = " ".join(render_timeline(answer, "table").split())
    assert "Of no area it is known on which day what is available." in page
    assert "Utrecht 8,207 696 the report is not known" in page
    assert "Fryslân 3,391 287 reported, from when until when is not known" in page
    assert "short" not in page.replace("Shortage not known", "")
    assert "| Utrecht | 8,207 | 696 | the report is not known |" in (
        render_timeline(answer, "markdown")
    )


def test_who_gives_its_offers_is_told_and_the_others_are_in_no_sum(mixed):
    assert [line.name for line in mixed.at("province")] == ["Overijssel"]
    assert {one.province for one in mixed.extensions} == {"PV23"}
    assert {line.province for line in mixed.lines} == {"PV23"}
    assert not {line.code for line in mixed.lines} & {one.code for one in mixed.not_known}
    page = render_timeline(mixed, "table")
    assert "Overijssel   all places" in page
    assert "Groningen   all places" not in page
    assert len(mixed.not_known_at("province")) == 11


def test_csv_has_the_task_and_no_number_of_who_is_not_known(mixed):
    rows = list(csv.DictReader(StringIO(render_timeline(mixed, "csv"))))
    of = {row["name"]: row for row in rows if row["level"] == "province" and row["kind"] == "total"}
    assert (of["Groningen"]["task"], of["Groningen"]["known"]) == ("2717", "no")
    assert of["Groningen"]["available"] == of["Groningen"]["gap"] == ""
    assert (of["Overijssel"]["known"], of["Overijssel"]["available"]) == ("yes", "0")
    assert sum(int(row["gap"] or 0) for row in rows if row["known"] == "no") == 0


def _told(value: dict[str, Any]) -> None:
    """Utrecht with a line, as if it were known that it has nothing."""
    index = next(i for i, one in enumerate(value["not_known"]) if one["code"] == "PV26")
    moved = value["not_known"].pop(index)
    line = {**value["lines"][0], **moved, "drops": []}
    line.pop("because")
    nothing, task = [0] * len(value["days"]), moved["task"]
    line["available"] = {"total": nothing, "regular": nothing, "amv": nothing}
    line["gap"] = {part: [task[part]] * len(value["days"]) for part in ("total", "amv")}
    for part in ("total", "amv"):
        first = value["days"][0]
        largest = {"places": task[part], "on": first}
        line[part] = {"short_from": first, "largest": largest}
    value["lines"].insert(0, line)


def _because(value: dict[str, Any]) -> None:
    next(one for one in value["not_known"] if one["code"] == "PV26").update(because="no-window")


def _dropped(value: dict[str, Any]) -> None:
    value["not_known"] = [one for one in value["not_known"] if one["province"] != "PV20"]


@pytest.mark.parametrize(
    ("plant", "said"),
    [
        (_told, "leave_out_not_known[PV26]: why it is left out: it is known, must be no-report"),
        (_because, "leave_out_not_known[PV26]: why it is left out: no-window, must be no-report"),
        (_dropped, "share_out_tasks: the provinces: PV21"),
    ],
)
def test_the_twin_sees_who_is_told_that_nobody_knows(
    mixed, plant: Callable[[dict[str, Any]], None], said: str
):
    value = mixed.model_dump(mode="json")
    plant(value)
    verdict = verify_timeline(TimelineAnswer.model_validate_json(json.dumps(value)))
    assert any(f"{one.check}: {one.message}".startswith(said) for one in verdict.failures), verdict
