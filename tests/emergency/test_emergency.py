# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Emergency places per region (letter of spring 2023: at least 450 in each)."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import allocator

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
