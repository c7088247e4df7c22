# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Emergency places per region (letter of spring 2023: at least 450 in each)."""

from __future__ import annotations

import csv
import json
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st

import allocator
from allocator.explanation import explain
from allocator.reporting.emergency import emergency_page
from allocator.reporting.run_csv import run_tables
from tests.explanation.arithmetic import check

SCENARIO = "overijssel-2022"
FEW = settings(max_examples=15, deadline=None)


def asked(result, region: str) -> dict[str, int]:
    (division,) = [
        one for one in result.divisions if (one.stage, one.area) == ("emergency", region)
    ]
    return {claim.code: claim.places for claim in division.claims}


def test_each_region_is_asked_for_450_places_on_top_of_its_decisions():
    result = allocator.run(SCENARIO).result
    assert [(one.name, one.minimum, one.asked, one.short) for one in result.emergency] == [
        ("IJsselland", 450, 450, 0),
        ("Twente", 450, 450, 0),
    ]
    assert sum(asked(result, "VR05").values()) == sum(asked(result, "VR04").values()) == 450
    # Pro rata of the shares: Enschede has 548 of the 2,164 places of Twente.
    assert asked(result, "VR05")["GM0153"] == round(450 * 548 / 2164)
    # The decisions themselves stay what they are.
    without = allocator.run(SCENARIO, ["emergency.minimum={}"]).result
    assert [one.decision for one in result.municipalities] == [
        one.decision for one in without.municipalities
    ]
    assert without.emergency == ()


def test_what_is_there_is_not_asked_again():
    result = allocator.run(SCENARIO, ["emergency.available={Twente: 430, IJsselland: 600}"]).result
    assert [(one.name, one.asked) for one in result.emergency] == [
        ("IJsselland", 0),
        ("Twente", 20),
    ]
    assert sum(asked(result, "VR05").values()) == 20


def test_within_the_task_nobody_is_asked_for_more_than_its_decision():
    result = allocator.run(
        SCENARIO, ["emergency.counts=within_task", "emergency.minimum={Twente: 2165}"]
    ).result
    decided = {one.code: one.decision.total for one in result.municipalities if one.decision}
    places = asked(result, "VR05")
    assert all(places[code] <= decided[code] for code in places)
    (twente,) = result.emergency
    assert (twente.asked, twente.short) == (2165, 1)  # all decisions of Twente are 2,164
    assert sum(places.values()) == 2164


def test_nobody_is_asked_for_a_part_of_decisions_that_are_not_known():
    result = allocator.run(
        SCENARIO,
        [
            "emergency={minimum: {Twente: 5}, counts: within_task}",
            "distribution.limits={Borne: {regular: {min: 100000}}}",
        ],
    ).result
    (twente,) = result.emergency
    assert (twente.asked, twente.short) == (5, None)
    assert [one for one in result.divisions if one.stage == "emergency"] == []


@FEW
@given(minimum=st.integers(0, 5_000), there=st.integers(0, 5_000), within=st.booleans())
def test_what_is_there_asked_and_short_make_the_minimum(minimum, there, within):
    counts = "within_task" if within else "on_top"
    result = allocator.run(
        SCENARIO,
        [
            f"emergency.minimum={{Twente: {minimum}}}",
            f"emergency.available={{Twente: {there}}}",
            f"emergency.counts={counts}",
        ],
    ).result
    (twente,) = result.emergency
    assert twente.available + twente.asked >= minimum
    assert twente.asked == 0 or twente.available + twente.asked == minimum
    assert twente.short == 0 or within
    divided = [one.total for one in result.divisions if one.stage == "emergency"]
    assert sum(divided) == twente.asked - twente.short


def test_a_municipality_is_told_what_it_is_asked_for():
    (chapter,) = [
        one
        for one in allocator.explain(SCENARIO, "Borne").chapters
        if one.heading == "Emergency places"
    ]
    said = " ".join(line.says for line in chapter.lines)
    assert "Twente has to reach 450 emergency places; 0 are there." in said
    assert "Asked of Borne: 17 places." in said
    province = allocator.explain(SCENARIO, "Overijssel")
    assert "Emergency places" in [one.heading for one in province.chapters]


def test_within_the_task_places_of_a_report_are_decided_too_and_spread_by_an_estimate():
    # Overijssel has 626 places of rest, and 5,699 of its report that belong to no municipality.
    lines = ["emergency={counts: within_task, minimum: {Twente: 450, IJsselland: 450}}"]
    result = allocator.run("nederland-2024-reports", ["provinces=[PV23]", *lines]).result
    assert [one.short for one in result.emergency] == [0, 0]
    (spread,) = [one for one in result.divisions if one.stage == "unlocated"]
    assert spread.total == sum(claim.places for claim in spread.claims) == 5_699
    decided = {one.code: one.decision.total for one in result.municipalities}
    part = {claim.code: claim.places for claim in spread.claims}
    for region in ("VR04", "VR05"):
        places = asked(result, region)
        assert sum(places.values()) == 450
        assert all(places[code] <= decided[code] + part[code] for code in places)
    (notice,) = [one.message for one in result.warnings if one.code == "unlocated-estimated"]
    assert "5,699 places of Overijssel belong to no municipality" in notice
    again = type(result).model_validate_json(json.dumps(result.to_json()))
    assert allocator.verify(allocator.Run(again)).ok


def test_within_the_task_a_region_is_short_where_report_and_rest_are_too_few():
    lines = ["emergency={counts: within_task, minimum: {Twente: 6000}}"]
    result = allocator.run("nederland-2024-reports", ["provinces=[PV23]", *lines]).result
    (twente,) = result.emergency
    part = next(one for one in result.divisions if one.stage == "unlocated")
    inside = {one.code: one.decision.total for one in result.municipalities
              if one.region_code == "VR05"}  # fmt: skip
    most = sum(inside.values()) + sum(c.places for c in part.claims if c.code in inside)
    assert (twente.asked, twente.short) == (6000, 6000 - most)


def test_on_top_of_the_task_nothing_has_to_be_estimated():
    lines = ["emergency={minimum: {Twente: 450}}"]
    result = allocator.run("nederland-2024-reports", ["provinces=[PV23]", *lines]).result
    assert not [one for one in result.divisions if one.stage == "unlocated"]


def test_the_chapter_of_a_province_can_be_redone_with_pen_and_paper():
    result = allocator.run(SCENARIO, ["emergency.counts=within_task"]).result
    (chapter,) = [
        one for one in explain(result, "PV23").chapters if one.heading == "Emergency places"
    ]
    said = [line.says for line in chapter.lines]
    assert said.count("They are asked of everybody in the region as a part of its decision.") == 2
    assert any("Every divisor from" in one for one in said)
    sums = [line.arithmetic for line in chapter.lines if line.arithmetic]
    for arithmetic in sums:
        check(arithmetic)
    assert sum(one.endswith("= 450") and " + " in one for one in sums) == 2


def test_beside_a_report_the_most_that_can_be_asked_stands_in_the_table():
    result = allocator.run(
        "nederland-2024-reports",
        [
            "provinces=[PV23]",
            "national.takeover=none",
            "emergency.counts=within_task",
            "emergency.minimum={Twente: 450}",
            "merging.minimum_site={regular: 0, amv: 0}",
        ],
    ).result
    page = emergency_page(result)
    assert "part pro rata of the shares, an estimate" in page.paragraphs[0]
    rows = [row for row in page.sheet.rows if row[0] != "Total"]
    assert any(asked > decision for _, _, decision, _, asked in rows)
    assert all(asked <= most for _, _, _, most, asked in rows)
    text = csv.DictReader(StringIO(run_tables(result)["emergency.csv"]))
    assert sum(int(row["emergency_places"]) for row in text) == 450
