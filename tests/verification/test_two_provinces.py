# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever is the matter with one province or municipality, the next one is looked at too."""

from __future__ import annotations

import copy

import pytest

from tests.verification.planted import Json, checked, municipality, put, said_by, saved

BOTH = ("nederland-2024", "provinces=[PV23, PV24]")
# Borne cannot take more than Overijssel has to divide: only Flevoland has a division.
ONE_DIVIDED = (*BOTH, "distribution.limits={Borne: {amv: {min: 3000}}}")
# A limit on both kinds together couples them: by least squares in Overijssel, not in Flevoland.
ONE_COUPLED = (*BOTH, "distribution.limits={Borne: {total: {max: 12}}}")
BOTH_COUPLED = (*BOTH, "distribution.limits={Borne: {total: {max: 12}}, Urk: {total: {max: 10}}}")


def rest(value: Json, area: str, kind: str) -> Json:
    """The division of the rest of one area."""
    return next(
        one
        for one in value["divisions"]
        if (one["stage"], one["area"], one["kind"]) == ("rest", area, kind)
    )


@pytest.mark.parametrize("run", [ONE_DIVIDED, ONE_COUPLED, BOTH_COUPLED])
def test_two_provinces_of_which_each_goes_its_own_way_pass(run):
    assert not checked(saved(*run)).failures


def test_a_province_without_a_division_hides_nothing_of_the_next():
    value = copy.deepcopy(saved(*ONE_DIVIDED))
    assert [area["code"] for area in value["areas"]] == ["PV23", "PV24"]
    put(municipality(value, "Urk")["rest"], "amv", 1)
    value["objectives"] = [
        one
        for one in value["objectives"]
        if (one["area"], one["kind"], one["name"]) != ("PV24", "amv", "left_out")
    ]
    assert said_by("close_rest", value) == ["close_rest[PV24.amv]: rest: 208, must be 207"]
    assert said_by("record_objectives", value) == [
        "record_objectives[PV24.amv]: objectives called left_out: 0, must be 1"
    ]


@pytest.mark.parametrize("status", ["infeasible", "unknown"])
def test_where_a_province_has_no_division_the_status_says_so(status):
    """Impossible, or not found in the time there was; nothing else."""
    value = copy.deepcopy(saved(*ONE_DIVIDED))
    value["status"] = status
    assert said_by("prove_objectives", value) == []


def test_a_province_divided_by_least_squares_hides_nothing_of_the_next():
    value = copy.deepcopy(saved(*ONE_COUPLED))
    assert rest(value, "PV23", "both")["method"] == "least_squares"
    value["ties"].append(
        {"stage": "rest", "area": "PV24", "kind": "amv", "tied": ["GM0034", "GM0050"],
         "places": 1, "drawn": ["GM0034"], "order": ["GM0034", "GM0050"]}
    )  # fmt: skip
    rest(value, "PV24", "amv")["method"] = "dhondt"
    assert said_by("apportion_pro_rata", value)[0] == (
        "apportion_pro_rata[rest.PV24.amv]: the method: dhondt, must be sainte_lague"
    )
    assert said_by("report_ties", value) == [
        "report_ties[rest.PV24.amv]: the ties: GM0034 of GM0034 GM0050, must be "
    ]


def test_a_multiplier_of_no_rule_hides_nothing_of_the_next_province():
    value = copy.deepcopy(saved(*BOTH_COUPLED))
    rest(value, "PV23", "both")["multipliers"]["respect_nothing"] = "0"
    rest(value, "PV24", "both")["multipliers"]["respect_limits[GM0184.total]"] = "1"
    first, second, *_ = said_by("balance_squares", value)
    assert first == "balance_squares[PV23]: every multiplier is of a rule"
    assert second == (
        "balance_squares[respect_limits[GM0184.total]]: multiplier 1 with 10 in 0 to 10"
    )


def test_a_municipality_without_a_decision_hides_nothing_of_the_next():
    """Its places are added to those of Urk, so that the sums hide it; Urk is told by itself."""
    value = copy.deepcopy(saved(*BOTH))
    almere, urk = municipality(value, "Almere"), municipality(value, "Urk")
    put(urk["decision"], "amv", almere["decision"]["total"])
    almere["decision"] = None
    (decided,) = said_by("decide", value)
    assert decided.startswith("decide[GM0184]: decision: ")
    (realised,) = said_by("realise", value)
    assert realised.startswith("realise[GM0184.amv]: realised: ")


def test_what_one_apportionment_divides_over_two_areas_has_one_objective():
    """Where a rule binds areas together, an objective is of `VR04+VR05`."""
    value = copy.deepcopy(saved("overijssel-2024", "distribution.by=region"))
    by_area = value["objectives"]
    value["objectives"] = [{**one, "area": "VR04+VR05"} for one in by_area if one["area"] == "VR04"]
    assert said_by("record_objectives", value) == []
    value["objectives"][0]["area"] = "VR05"
    assert len(said_by("record_objectives", value)) == 1


def test_places_that_stand_here_for_somebody_outside_are_realised_here(tmp_path):
    """Dronten realises the 200 of its 500 places that Kampen, outside the scenario, counts."""
    (tmp_path / "offers.csv").write_text(
        "municipality,site,kind,places,available_from,available_until,status,note\n"
        "Dronten,,regular,500,2023-01-01,,guaranteed,\n",
        encoding="utf-8",
    )
    (tmp_path / "own.yaml").write_text(
        "extends: overijssel-2024\nname: own\nprovinces: [PV24]\noffers: offers.csv\n"
        "task: {missing_amv: pro_rata}\nkey: {name: inhabitants}\npooled_offers: []\n",
        encoding="utf-8",
    )
    value = saved(str(tmp_path / "own.yaml"))
    assert not checked(value).failures
    dronten = municipality(value, "Dronten")
    assert dronten["counted"]["regular"] == 300
    assert dronten["realised"]["regular"] == dronten["decision"]["regular"] + 200
