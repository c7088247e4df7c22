# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Situations that no packaged scenario has: each passes, and one wrong number in it is found."""

from __future__ import annotations

import copy

from tests.verification.planted import (
    BASE,
    BY_REGION,
    LATER,
    SHORT,
    checked,
    claim,
    division,
    municipality,
    put,
    said_by,
    saved,
)

# Flevoland, whose amv task is not published, by itself.
ESTIMATED = (
    "provinces=[PV24]",
    "task={missing_amv: pro_rata}",
    "key={name: inhabitants}",
    "exchanges=[]",
    "offers=null",
    "pooled_offers=[]",
)
OFFERS = """\
municipality,site,kind,places,available_from,available_until,status,note
Dronten,,regular,500,2023-01-01,,guaranteed,
Urk,small,amv,8,2023-01-01,,guaranteed,
Urk,small,amv,4,2023-01-01,,likely,
Kampen,,regular,40,2023-01-01,,intended,
"""
OWN = """\
extends: overijssel-2024
name: own
provinces: [PV23, PV24]
task: {missing_amv: pro_rata}
offers: offers.csv
pooled_offers: []
key: {name: column, file: weights.csv, column: beds, missing: {fill: inhabitants, within: province}}
counting:
  statuses: [guaranteed, likely]
  minimum_site: {regular: 40, amv: 12}
"""


def own(tmp_path):
    (tmp_path / "offers.csv").write_text(OFFERS, encoding="utf-8")
    (tmp_path / "weights.csv").write_text(
        "municipality,beds\nBorne,0\nAlmelo,70\nUrk,12.5\n", encoding="utf-8"
    )
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    return saved(str(tmp_path / "own.yaml"))


def test_both_sides_of_an_exchange_lie_in_the_scenario(tmp_path):
    """Dronten gives 200 of its 500 places to Kampen, which counts them; they stay in Dronten."""
    value = own(tmp_path)
    assert not checked(value).failures
    dronten, kampen = municipality(value, "Dronten"), municipality(value, "Kampen")
    assert (dronten["counted"]["regular"], kampen["counted"]["regular"]) == (300, 200)
    assert dronten["realised"]["regular"] == dronten["decision"]["regular"] + 200
    assert value["realised_elsewhere"] == []
    changed = copy.deepcopy(value)
    changed["exchanges"][0]["giver"] = "GM0171"
    assert said_by("add_counted", changed) == [
        "add_counted[GM0171.regular]: counted: 0, must be -200",
        "add_counted[GM0303.regular]: counted: 300, must be 500",
    ]


def test_a_column_is_a_key_and_a_weight_may_be_zero(tmp_path):
    value = own(tmp_path)
    assert municipality(value, "Borne")["weight"] == "0"
    changed = copy.deepcopy(value)
    municipality(changed, "Urk")["weight"] = "12"
    assert said_by("weigh_by_key", changed) == [
        "weigh_by_key[GM0184]: the weight: 12, must be 25/2"
    ]


def test_a_site_of_two_rows_is_large_enough_together(tmp_path):
    """8 and 4 amv places reach the 12 that are asked; one place less, and neither counts."""
    value = own(tmp_path)
    assert [offer["counts"] for offer in value["offers"]] == [True, True, True, False]
    changed = copy.deepcopy(value)
    changed["offers"][2]["places"] = 3
    assert {
        "count_offers[offers.csv:3]: whether it counts: True, must be False",
        "count_offers[offers.csv:4]: whether it counts: True, must be False",
    } <= set(said_by("count_offers", changed))


def pledged(kinds: str, candidates: str):
    pledge = (
        f"pooled_offers=[{{name: plan, status: likely, region: Twente, places: {{{kinds}}}, "
        f"candidates: [{candidates}]}}]"
    )
    value = saved(*BASE, pledge)
    assert not checked(value).failures
    return value


def test_of_two_candidates_one_lacks_nothing():
    value = pledged("regular: 50", "Almelo, Borne")
    assert [one["weight"] for one in division(value, "pooled", "regular")["claims"]] == ["0", "136"]
    changed = copy.deepcopy(value)
    claim(changed, "pooled", "regular")["weight"] = "1"
    assert said_by("split_pooled", changed) == [
        "split_pooled[plan.GM0141.regular]: what the split is pro rata to: 1, must be 0"
    ]


def test_where_no_candidate_lacks_anything_the_shares_decide():
    value = pledged("regular: 50", "Almelo, Tubbergen")
    weights = [one["weight"] for one in division(value, "pooled", "regular")["claims"]]
    assert weights == ["296", "125"]


def test_where_no_candidate_has_a_share_all_are_equal():
    value = copy.deepcopy(pledged("amv: 4", "Almelo, Tubbergen"))
    for name in ("Almelo", "Tubbergen"):
        municipality(value, name)["share"].update(amv=0, total=0, regular=0)
        municipality(value, name)["counted"].update(amv=0, total=0, regular=0)
        municipality(value, name)["pooled"].update(amv=0, total=0, regular=0)
    for one in division(value, "pooled", "amv")["claims"]:
        one["weight"] = "1"
    assert said_by("split_pooled", value) == []
    claim(value, "pooled", "amv")["weight"] = "2"
    assert said_by("split_pooled", value) == [
        "split_pooled[plan.GM0141.amv]: what the split is pro rata to: 2, must be 1"
    ]


def test_every_filled_weight_is_looked_at_not_only_the_first(tmp_path):
    """The weights that are not in the column are scaled: by beds per inhabitant."""
    value = own(tmp_path)
    filled = [one for one in value["municipalities"] if one["weight_filled"]]
    assert len(filled) > 20
    for one in (filled[0], filled[-1]):
        changed = copy.deepcopy(value)
        municipality(changed, one["name"])["weight"] = "1"
        (line,) = said_by("fill_weights", changed)
        assert line.startswith(f"fill_weights[{one['code']}]: the weight: 1, must be ")


def filled_wrong(**changes):
    """Borne, whose number is not published, with another record of how its weight was filled."""
    value = copy.deepcopy(saved(*BASE))
    municipality(value, "Borne")["weight_filled"].update(changes)
    return said_by("fill_weights", value)


def test_a_part_of_a_published_total_is_what_is_left_of_it():
    name = "fill_weights[GM0147]"
    assert filled_wrong(area_total=None) == [
        f"{name}: what is left of the published total: 994, must be -2281"
    ]
    assert filled_wrong(substitute="5") == [f"{name}: the claim to it: 3488539/125, must be 5"]
    value = copy.deepcopy(saved(*BASE))
    municipality(value, "Borne")["weight"] = "150"
    assert said_by("fill_weights", value) == [f"{name}: the weight: 150, must be 149"]


def test_a_part_of_a_published_total_says_of_what_the_total_is_the_sum():
    value = copy.deepcopy(saved(*BASE))
    division(value, "fill", "total")["terms"] = []
    (line,) = said_by("add_up", value)
    assert line.startswith("add_up[fill.VR05.total]: what the total is the sum of: 0, must be ")


def test_whoever_counts_exactly_its_share_is_not_below_it():
    """Both kinds together: one place less, and Almelo has something to make up for."""
    value = copy.deepcopy(saved(*BASE, "distribution.per_kind=false"))
    almelo = municipality(value, "Almelo")
    almelo["counted"] = copy.deepcopy(almelo["share"])
    for kind in ("regular", "amv"):
        almelo["eligible"][kind] = False
        almelo["rest"][kind] = 0
    almelo["rest"]["total"] = 0
    assert said_by("respect_eligibility", value) == []
    put(almelo["counted"], "amv", -1)
    assert said_by("respect_eligibility", value) == [
        f"respect_eligibility[GM0141.{kind}]: whether it is eligible: False, must be True"
        for kind in ("regular", "amv")
    ]


def test_a_key_that_is_not_stated_here_is_taken_as_it_is():
    value = copy.deepcopy(saved("overijssel-2022"))
    value["scenario"]["settings"]["key"]["name"] = value["key"]["name"] = "own"
    assert said_by("weigh_by_key", value) == []


def test_what_counts_above_the_task_is_a_surplus_of_each_kind():
    """10 of 380 unlocated amv places are above the task; nothing is left, and nobody is asked."""
    unlocated = "unlocated_offers=[{province: PV23, places: {regular: 6000, amv: 380}}]"
    for eligible in ("below_share", "named"):
        value = saved(*LATER, unlocated, f"distribution.eligible={eligible}")
        assert not checked(value).failures
        assert value["areas"][0]["surplus"]["amv"] == 10


def test_an_estimated_task_is_what_the_apportionment_gives_the_province():
    value = copy.deepcopy(saved(*BASE, *ESTIMATED))
    assert not checked(value).failures
    put(value["provinces"][0]["task"], "amv", 1)
    put(value["provinces"][0]["task"], "regular", -1)
    assert said_by("estimate_tasks", value) == [
        "estimate_tasks[PV24]: the amv task: 208, must be 207"
    ]


def test_an_explanation_gives_a_reason():
    value = copy.deepcopy(saved(*BASE, *SHORT))
    value["infeasibility"]["shortages"] = value["infeasibility"]["contradictions"] = []
    assert said_by("explain_infeasible", value) == ["explain_infeasible: no reason is given"]


def test_the_order_of_lots_need_not_be_that_of_the_codes():
    """Four tie for three places in Twente; the last in the order of lots goes without."""
    lots = "distribution.lots=[Dinkelland, Twenterand, Oldenzaal, Almelo]"
    value = saved(*BY_REGION, lots)
    assert not checked(value).failures
    (tie,) = value["ties"]
    assert tie["drawn"] == ["GM1774", "GM1700", "GM0173"]
    changed = copy.deepcopy(value)
    changed["ties"][0]["drawn"] = ["GM0141", "GM0173", "GM1700"]
    assert said_by("draw_in_order", changed) == [
        (
            "draw_in_order[rest.VR05.amv]: drawn: GM0141, GM0173, GM1700"
            ", must be GM0173, GM1700, GM1774"
        )
    ]


def test_claimants_of_both_kinds_may_tie():
    value = saved(*BASE, "distribution.region_limits={Twente: {total: {min: 431}}}")
    assert not checked(value).failures
    (tie,) = value["ties"]
    assert tie["tied"] == ["GM0153.amv", "GM0163.amv", "GM1735.amv"]


def test_provinces_tie_for_an_estimated_task_in_the_order_of_their_codes():
    value = copy.deepcopy(saved(*BASE))
    provinces = {
        "stage": "task",
        "area": "NL",
        "kind": "amv",
        "tied": ["PV24", "PV25"],
        "places": 1,
        "drawn": ["PV24"],
        "order": ["PV24", "PV25"],
    }
    value["ties"].append(provinces)
    assert said_by("draw_in_order", value) == []
    provinces["drawn"] = ["PV25"]
    assert said_by("draw_in_order", value) == [
        "draw_in_order[task.NL.amv]: drawn: PV25, must be PV24"
    ]
    provinces.update(drawn=["PV24"], order=["PV25", "PV24"])
    assert said_by("draw_in_order", value) == [
        "draw_in_order[task.NL.amv]: the order of lots among them: PV25, PV24, must be PV24, PV25"
    ]
