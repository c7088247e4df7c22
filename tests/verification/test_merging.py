# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The checks of merges where more than one number has to change, or none may be refused."""

from __future__ import annotations

import copy

import pytest

from allocator.verification.facts import Facts
from allocator.verification.tasks import Direction, tasks_of, tenths
from tests.verification.planted import BASE, SHORT, checked, municipality, read, said_by, saved
from tests.verification.planted_merging import OFFERS, almelo, rule


def test_places_that_count_by_an_exchange_do_not_move_with_a_task():
    """Kampen counts 248 regular places, of which 200 stand in Dronten; 48 join its 28."""
    value = copy.deepcopy(saved(*OFFERS))
    rule("minimum_site.regular", 249)(value)
    tasks = tasks_of(Facts(read(value)))
    assert tasks.places["regular", "GM0166"] == 28 + 48
    assert tasks.existing["regular", "GM0166"] == 200
    rule("minimum_site.regular", 248)(value)
    tasks = tasks_of(Facts(read(value)))
    assert tasks.places["regular", "GM0166"] == 28
    assert tasks.existing["regular", "GM0166"] == 248


@pytest.mark.parametrize("room", [None, {"factor": None}])
def test_without_a_limit_there_is_room_for_everything(room):
    value = copy.deepcopy(saved(*BASE))
    rule("room", room)(value)
    assert said_by("respect_room", value) == []


def test_an_area_that_is_anywhere_keeps_nobody_apart():
    value = copy.deepcopy(saved(*BASE))
    rule("within", "any")(value)
    municipality(value, "Borne").update(region_code="VR04", province="PV24")
    assert said_by("merge_within_area", value) == []


def test_without_a_division_there_is_nothing_to_merge_and_every_objective_is_zero():
    value = saved(*BASE, *SHORT)
    assert value["merges"] == value["undersized"] == []
    told = {one["name"]: one["value"] for one in value["objectives"] if one["stage"] == "merging"}
    assert told == {"undersized": 0, "moved_tasks": 0, "place_km": 0, "balance": "0"}
    assert not checked(value).failures


def test_a_chain_of_borders_connects_and_two_apart_do_not():
    """Wierden and Twenterand each border on Almelo; one between the two leads nowhere."""
    value = copy.deepcopy(saved(*BASE))
    assert said_by("connect_by_borders", value) == []
    borders = value["merges"][0]["borders"]
    borders[0].update(one="GM1700", other="GM0189")
    assert "connect_by_borders[regular.GM0141]: no border connects" not in "".join(
        said_by("connect_by_borders", value)
    )
    borders[1].update(one="GM0189", other="GM1700")
    assert "connect_by_borders[regular.GM0141]: no border connects GM0189, GM1700" in said_by(
        "connect_by_borders", value
    )


def test_a_proposal_may_name_its_host_among_the_members_or_not():
    for members in (["GM0147"], ["GM0147", "GM0141"]):
        value = copy.deepcopy(saved(*BASE))
        rule("proposed", [{"kind": "amv", "host": "GM0141", "members": members}])(value)
        assert said_by("mark_proposals", value) == [
            "mark_proposals[amv.GM0141]: where it comes from: solver, must be proposed"
        ]
        almelo(value).update(origin="proposed")
        assert said_by("mark_proposals", value) == []


def test_a_quarter_of_a_meridian_is_ten_thousand_kilometres():
    """6,371.0088 km x pi / 2 = 10,007.557 km; nowhere to itself is no distance."""
    equator, pole = Direction(1.0, 0.0, 0.0), Direction(0.0, 0.0, 1.0)
    assert tenths(equator, pole) == 100_076
    assert tenths(equator, Direction(-1.0, 0.0, 0.0)) == 200_151
    assert tenths(pole, pole) == 0
