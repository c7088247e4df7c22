# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which task binds on a day: two calendar years each, and on other days none."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

import pytest
from typer.testing import CliRunner

import allocator
from allocator.loading.reference import reference
from allocator.reporting import render_timeline
from allocator.verification.timeline import verify_timeline
from cli import app
from models.area_line import AreaLine
from models.scenario import fingerprint_of
from models.timeline import TimelineAnswer

BORNE_LATER = "terms={Borne: {until: 2025-12-31, source: letter of May 2025}}"
BORNE_2026 = 'cycle_tasks={"2026": {municipalities: {Borne: {total: 140, amv: 9, source: letter}}}}'
DAYS = {(row.raming, row.step): (row.from_, row.until) for row in reference().cycles}


@cache
def answer_of(name: str, *overrides: str, **days) -> TimelineAnswer:
    return allocator.timeline(name, overrides, **days)


def named(answer: TimelineAnswer, name: str) -> AreaLine:
    return next(line for line in answer.lines if line.name == name)


def gap_on(day: str, *overrides: str, name: str = "overijssel-2024", area: str = "Overijssel"):
    line = named(answer_of(name, *overrides, on=day), area)
    return line.gap.total[0], line.gap.amv[0]


def page(*words: str) -> str:
    return " ".join(CliRunner().invoke(app, ["timeline", *words]).stdout.split())


def test_the_days_of_the_table_are_those_of_the_act_and_the_letters():
    assert DAYS["2024", "raming"] == (date(2024, 1, 31), None)
    assert DAYS["2024", "report"] == (date(2024, 10, 31), None)
    assert DAYS["2024", "decision"] == (date(2024, 12, 20), None)
    assert DAYS["2024", "ready"] == (date(2025, 7, 1), None)
    assert DAYS["2024", "binding"] == (date(2025, 1, 1), date(2026, 12, 31))
    assert DAYS["2026", "raming"] == (date(2026, 2, 27), None)
    assert DAYS["2026", "report"] == (date(2026, 12, 1), None)
    assert DAYS["2026", "decision"] == (date(2026, 12, 30), None)
    assert DAYS["2026", "ready"] == (date(2027, 6, 30), None)
    assert DAYS["2026", "binding"] == (date(2027, 1, 1), date(2028, 12, 31))


def test_every_day_of_the_table_has_an_article_but_for_the_reading_of_the_report():
    without = {row.step for row in reference().cycles if not row.article}
    assert without == {"binding_by_report"}


@pytest.mark.parametrize(
    ("day", "task", "amv", "available", "of_amv"),
    [
        ("2025-01-01", 6325, 538, 3778, 124),
        ("2026-12-31", 6325, 538, 2766, 26),
        ("2027-01-01", 5801, 370, 2766, 26),
        ("2028-12-31", 5801, 370, 1853, 0),
    ],
)
def test_a_day_has_the_task_of_its_own_cycle(day, task, amv, available, of_amv):
    assert gap_on(day) == (task - available, amv - of_amv)


@pytest.mark.parametrize("day", ["2024-12-31", "2029-01-01", "2024-02-01"])
def test_before_and_after_no_task_binds_and_nothing_is_missing(day):
    assert gap_on(day) == (None, None)
    told = page("overijssel-2024", "--on", day)
    assert f"On {day} no task binds that is known: nothing is said to be missing there." in told
    assert "no share binds on this day that is known" in told


def test_each_scenario_knows_the_task_of_the_other_cycle_as_published():
    assert gap_on("2026-12-31", name="overijssel-2026") == (6325 - 2766, 538 - 26)
    assert gap_on("2027-01-01", name="overijssel-2026") == gap_on("2027-01-01")


def test_of_a_municipality_only_what_the_scenario_gives_is_known_of_another_cycle():
    assert gap_on("2027-05-01", area="Borne") == (None, None)
    assert gap_on("2027-05-01", BORNE_2026, area="Borne") == (140, 9)
    assert gap_on("2027-05-01", BORNE_2026, area="Almelo") == (None, None)


def test_a_given_task_of_a_province_goes_before_the_published_one_and_may_lack_its_amv():
    given = 'cycle_tasks={"2026": {provinces: {Overijssel: {total: 5000, source: letter}}}}'
    assert gap_on("2027-01-01", given) == (5000 - 2766, None)


def test_a_province_without_a_published_task_has_none_in_another_cycle():
    answer = answer_of("nederland-2024", "provinces=[PV23, PV24]", on="2027-01-01")
    assert named(answer, "Flevoland").gap.total == (None,)
    assert named(answer, "Overijssel").gap.total == (5801,)
    assert "1 of 2" in render_timeline(answer, "table")


def test_the_reading_of_the_report_can_be_chosen_and_is_said():
    assert gap_on("2024-02-01", "binding=report")[0] is not None
    assert gap_on("2026-02-01", "binding=report")[0] == 6325 - 3864
    assert gap_on("2026-02-02", "binding=report")[0] == 5801 - (3864 - 200)
    told = page("overijssel-2024", "--set", "binding=report")
    assert "binds from 2024-02-01 to 2026-02-01 (the reading of the provincial report" in told
    assert "not the years of Act 5(1); reference/cycles.csv:" in told


def test_a_stated_cycle_binds_on_its_own_days():
    cycle = "cycle={from: 2026-02-01, until: 2028-02-01}"
    assert gap_on("2027-06-01", cycle)[0] == 6325 - 2440
    assert gap_on("2028-06-01", cycle)[0] == 5801 - 2403
    assert gap_on("2025-06-01", cycle) == (None, None)


def test_a_raming_of_before_the_act_is_set_against_every_day_and_this_is_said():
    answer = answer_of("overijssel-2022", first="2024-01-01", months=1)
    assert answer.binding is None
    assert named(answer, "Overijssel").gap.total[0] is not None
    assert "no cycle of the Act is known of it, so its task is set against every day" in page(
        "overijssel-2022", "--from", "2024-01", "--months", "1"
    )


def test_places_are_overdue_from_the_day_on_which_they_have_to_be_there():
    borne = named(answer_of("overijssel-2024"), "Borne")
    assert (borne.ready_by, borne.total.short_from, borne.total.overdue_from) == (
        date(2025, 7, 1),
        date(2025, 1, 1),
        date(2025, 7, 1),
    )


def test_a_longer_term_moves_that_day_for_one_municipality_and_is_said_with_its_source():
    answer = answer_of("overijssel-2024", BORNE_LATER)
    borne, losser = named(answer, "Borne"), named(answer, "Losser")
    assert (borne.ready_by, borne.total.overdue_from) == (date(2025, 12, 31), date(2026, 1, 1))
    assert (losser.ready_by, losser.total.overdue_from) == (date(2025, 7, 1), date(2025, 7, 1))
    assert borne.gap == named(answer_of("overijssel-2024"), "Borne").gap
    said = page("overijssel-2024", "--set", BORNE_LATER)
    assert "Borne has a longer term: its places have to be there on 2025-12-31 (letter of" in said
    on_the_day = named(answer_of("overijssel-2024", BORNE_LATER, on="2025-12-31"), "Borne")
    assert on_the_day.total.overdue_from == date(2025, 12, 31)


def test_a_file_of_an_older_version_without_any_of_this_still_holds():
    """It set the task of the scenario against every day, and knew of no terms."""
    value = json.loads(json.dumps(answer_of("overijssel-2024", months=24).to_json()))
    for name in ("binding", "terms", "cycle_tasks"):
        value["settings"].pop(name)
    value.pop("binding")
    for line in value["lines"]:
        for name in ("other_tasks", "ready_by"):
            line.pop(name)
        for part in ("total", "amv"):
            line[part].pop("overdue_from")
    value["sha256"] = fingerprint_of(value["settings"])
    old = TimelineAnswer.model_validate_json(json.dumps(value))
    verdict = verify_timeline(old)
    assert verdict.ok, verdict.failures
    assert "Raming 2024" in render_timeline(old, "table")
