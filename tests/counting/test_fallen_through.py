# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Plans that fall through: what a pledge then counts, and what stays as it was."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import allocator
from allocator.counting import count, lost_plans
from allocator.keys import shares
from allocator.loading import load
from models.counted import Counted
from models.fault import InputError
from models.offer import PooledOffer
from models.places import Places, total_of
from models.problem import Problem
from models.scenario import Scenario

HAAKSBERGEN, HELLENDOORN, LOSSER = "GM0158", "GM0163", "GM0168"
FALLS = "pooled_offers.0.fallen_through"
TWENTE = ("GM0158", "GM0163", "GM0168", "GM1735")


def weighed(*overrides: str) -> Counted:
    problem = load("overijssel-2024", overrides)
    return count(problem, shares(problem))


def test_the_part_of_a_plan_that_falls_through_counts_for_nobody():
    before, after = weighed(), weighed(f"{FALLS}=[Haaksbergen]")
    part = before.pooled[HAAKSBERGEN]
    assert part.regular == 114
    assert after.pooled[HAAKSBERGEN] == after.places[HAAKSBERGEN] == Places()
    assert total_of(before.places.values()) == total_of(after.places.values()) + part
    (fallen,) = after.pooled_offers[0].fallen_through
    assert (fallen.name, fallen.places) == ("Haaksbergen", part)
    assert after.pooled_offers[0].places == after.pooled_offers[0].counted + part


def test_the_other_candidates_keep_their_parts_and_so_does_the_other_pledge():
    before, after = weighed(), weighed(f"{FALLS}=[Haaksbergen]")
    assert after.divisions == before.divisions
    assert after.pooled == before.pooled | {HAAKSBERGEN: Places()}


def test_a_pledge_of_which_every_plan_falls_through_counts_nothing():
    after = weighed(f"{FALLS}=[Haaksbergen, Hellendoorn, Hof van Twente, Losser]")
    assert after.pooled_offers[0].counted == Places()
    assert after.pooled_offers[0].counts
    assert sum(after.pooled[code].total for code in TWENTE) == 0


def test_whoever_loses_its_plan_may_be_asked_again():
    run = allocator.run("overijssel-2024", [f"{FALLS}=[Haaksbergen]"]).result
    one = next(one for one in run.municipalities if one.code == HAAKSBERGEN)
    assert one.eligible.regular
    assert one.rest.regular > 0
    assert run.provinces[0].rest.total == 626 + 114


def test_nobody_s_plan_falls_through_by_default():
    assert all(not one.fallen_through for one in weighed().pooled_offers)
    assert "plan-falls-through" not in {one.code for one in weighed().warnings}
    assert load("overijssel-2024").sha256 == load("overijssel-2024", [f"{FALLS}=[]"]).sha256
    assert load("overijssel-2024").sha256 != load("overijssel-2024", [f"{FALLS}=[Losser]"]).sha256


def test_a_pledge_that_does_not_count_loses_nothing_and_the_setting_has_no_effect():
    found = weighed("pooled_offers.0.status=intended", f"{FALLS}=[Losser]")
    (fallen,) = found.pooled_offers[0].fallen_through
    assert (fallen.places, found.pooled_offers[0].counted) == (Places(), Places())
    problem = load("overijssel-2024", ["pooled_offers.0.status=intended", f"{FALLS}=[Losser]"])
    (notice,) = [one.message for one in problem.warnings if one.code == "without-effect"]
    because = "no place of twente-intended counts, for it is intended"
    assert notice == f"{FALLS} (--set {FALLS}=[Losser]) has no effect: {because}"


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("[Borne]", "Borne is no candidate of twente-intended.*The candidates are Haaksbergen, H"),
        ("[Losser, GM0168]", "GM0168 stands here twice"),
        ("[Lossen]", "did you mean Losser"),
        ("[Dronten]", "outside the scenario's provinces"),
    ],
)
def test_only_a_candidate_is_named_and_once(written, says):
    with pytest.raises(InputError, match=says):
        load("overijssel-2024", [f"{FALLS}={written}"])


def test_a_scenario_made_in_python_is_explained_as_well():
    pledge = PooledOffer.model_validate(
        {
            "name": "plans",
            "status": "likely",
            "region": "Twente",
            "places": {"regular": 50},
            "candidates": ["Borne", "Losser"],
            "fallen_through": ["Borne"],
        }
    )
    told = allocator.explain(Scenario(pooled_offers=(pledge,)), "Borne")
    said = [line for chapter in told.chapters for line in chapter.lines]
    (line,) = [line for line in said if "fall through" in line.says]
    assert "plans" in line.says
    assert "pooled_offers.0.fallen_through, set in Python" in str(line)


def test_the_municipality_and_its_province_are_told_what_fell_through():
    for about in ("Haaksbergen", None):
        told = allocator.explain("overijssel-2024", about, [f"{FALLS}=[Haaksbergen]"])
        said = [line.says for chapter in told.chapters for line in chapter.lines]
        assert (
            "The scenario has the plan of Haaksbergen in twente-intended fall through: its part, "
            "114 places of which 0 amv, counts for nobody. The other candidates keep theirs."
        ) in said


def test_a_timeline_leaves_out_what_fell_through():
    window = "pooled_offers.0.available={from: 2026-03-01, until: 2027-01-01}"
    whole = allocator.timeline("overijssel-2024", [window])
    less = allocator.timeline("overijssel-2024", [window, f"{FALLS}=[Haaksbergen]"])
    (before,) = [one for one in whole.contracts if one.source == "pledge"]
    (after,) = [one for one in less.contracts if one.source == "pledge"]
    # Its window keeps the pledge from counting in a run, and not from being there in time.
    assert (before.places, after.places, after.fallen_through) == (556, 442, 114)
    assert "plan-falls-through" in {one.code for one in less.warnings}


def test_a_timeline_leaves_it_out_of_what_has_no_known_window():
    told = allocator.timeline("overijssel-2024", [f"{FALLS}=[Haaksbergen]"])
    assert (told.unknown[0].name, told.unknown[0].places.total) == ("twente-intended", 442)


@cache
def problem() -> Problem:
    return load("overijssel-2024")


@settings(max_examples=60, deadline=None)
@given(
    regular=st.integers(0, 900),
    amv=st.integers(0, 90),
    fallen=st.sets(st.sampled_from(TWENTE)),
    method=st.sampled_from(["sainte_lague", "largest_remainder", "dhondt", "adams"]),
)
def test_whatever_falls_through_every_other_part_is_as_it_was(regular, amv, fallen, method):
    def with_fallen(codes: tuple[str, ...]) -> Counted:
        one = problem()
        pledge = one.scenario.pooled_offers[0].model_copy(
            update={"places": Places(regular=regular, amv=amv), "fallen_through": codes}
        )
        distribution = one.scenario.distribution.model_copy(update={"method": method})
        changed = one.scenario.model_copy(
            update={"pooled_offers": (pledge,), "distribution": distribution}
        )
        changed_problem = Problem(
            **{name: getattr(one, name) for name in one.__slots__ if name != "scenario"},
            scenario=changed,
        )
        found = count(changed_problem, shares(changed_problem))
        lost = lost_plans(changed_problem, shares(changed_problem), found.exchanges)
        assert lost.places.get(pledge.name, Places()) == total_of(
            one.places for one in found.pooled_offers[0].fallen_through
        )
        return found

    before, after = with_fallen(()), with_fallen(tuple(sorted(fallen)))
    for code in TWENTE:
        assert after.pooled[code] == (Places() if code in fallen else before.pooled[code])
    pledged = after.pooled_offers[0]
    lost = total_of(one.places for one in pledged.fallen_through)
    assert pledged.counted + lost == pledged.places
