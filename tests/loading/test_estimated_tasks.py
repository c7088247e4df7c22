# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tasks that a raming does not publish: 2026, of which only Overijssel is known."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

import allocator
from models.fault import InputError
from tests.filled import FILLED

PLAIN = ("merging.minimum_site={regular: 0, amv: 0}",)
# 2,717 + 3,391 + ... of the eleven others in 2024.
OTHERS_2024 = 96_002 - 6_325


@pytest.fixture(scope="module")
def country():
    return allocator.run(FILLED, PLAIN).result


def task(result, code):
    return next(one.task for one in result.provinces if one.code == code)


def test_what_is_published_stays_and_the_country_closes(country):
    assert (task(country, "PV23").total, task(country, "PV23").amv) == (5_801, 370)
    assert sum(one.task.total for one in country.provinces) == 88_000


def test_the_other_provinces_share_what_is_left_as_they_did_in_2024(country):
    left = 88_000 - 5_801
    for code, before in (("PV20", 2_717), ("PV28", 19_776), ("PV29", 2_109)):
        expected = Fraction(left * before, OTHERS_2024)
        assert abs(task(country, code).total - expected) < 1
    (division,) = [one for one in country.divisions if (one.stage, one.kind) == ("task", "total")]
    assert division.terms == (88_000, -5_801)
    assert division.total == left


def test_amv_places_are_in_the_proportion_of_overijssel(country):
    others = [one.task for one in country.provinces if one.code != "PV23"]
    assert sum(one.amv for one in others) == round(Fraction(82_199 * 370, 5_801)) == 5_243


def test_what_is_filled_is_flagged(country):
    codes = {one.code: one.message for one in country.warnings}
    assert "Zeeland" in codes["task-estimated"]
    assert codes["task-estimated"].endswith("not published, and its shares are estimates as well")
    assert "Overijssel" not in codes["task-estimated"]
    assert {one.task_status for one in country.provinces if one.code != "PV23"} == {"estimated"}


def test_nothing_is_filled_that_the_scenario_does_not_ask_to_fill():
    with pytest.raises(InputError, match="raming 2026 has no published task for Zeeland"):
        allocator.run(FILLED, ["task.missing_total=null"])
    with pytest.raises(InputError, match="raming 2026 has no published amv task for Zeeland"):
        allocator.run(FILLED, ["task.missing_amv=null"])
    with pytest.raises(InputError, match="no published national amv task"):
        allocator.run(FILLED, ["task.missing_amv=pro_rata"])
    with pytest.raises(InputError, match="no task for every province"):
        allocator.run(FILLED, ["task.missing_total='2026'"])


def test_the_explanation_can_be_redone():
    lines = [
        line
        for chapter in allocator.explain(FILLED, "Zeeland", PLAIN).chapters
        for line in chapter.lines
    ]
    arithmetic = {line.arithmetic for line in lines}
    assert "88,000 - 5,801 = 82,199" in arithmetic
    assert any(one.startswith("82,199 x 370 / 5,801") for one in arithmetic)


def test_a_share_of_a_task_that_is_not_published_is_an_estimate(country):
    for one in country.municipalities:
        assert (one.share_status == "estimated") == (one.province != "PV23"), one.name


def test_what_tasks_were_filled_from_is_on_record_whatever_provinces_are_asked():
    result = allocator.run(FILLED, ["provinces=[PV29]", *PLAIN]).result
    told = {(one.raming, one.area): (one.total, one.amv) for one in result.published_tasks}
    assert told["2026", "PV23"] == (5_801, 370)
    assert told["2024", "PV29"] == (2_109, None)
    value = result.to_json()
    next(one for one in value["published_tasks"] if one["area"] == "PV23" and one["amv"] == 370)[
        "amv"
    ] = 380
    again = type(result).model_validate_json(json.dumps(value))
    failures = allocator.verify(allocator.Run(again)).failures
    assert [one.check for one in failures] == ["estimate_tasks[amv]"]


def test_where_every_task_is_published_nothing_more_is_on_record():
    assert allocator.run("overijssel-2024").result.published_tasks == ()
