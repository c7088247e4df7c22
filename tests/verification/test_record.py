# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The checks of a record: lots that were drawn, statuses, confirmations, files."""

from __future__ import annotations

import copy

import pytest

import allocator
from models.data import data_sha256
from tests.verification.planted import BASE, checked, read, said_by, saved

LOTS = "distribution.lots=[Olst-Wijhe, Staphorst]"
DRAWN = (*BASE, "distribution.minimum_site.amv=20", LOTS)
# A table for a key that is not in force: a setting without effect, and no file that was read.
OTHER_KEY = (*BASE, "key.file=mine.csv")


@pytest.mark.parametrize("run", [DRAWN, OTHER_KEY])
def test_a_right_record_passes(run):
    assert not checked(saved(*run)).failures


def test_drawn_lots_are_those_of_the_line_that_says_so():
    for other in ("by CBS code: no lots were drawn", "drawn: notary.pdf", ""):
        value = copy.deepcopy(saved(*DRAWN))
        value["manifest"]["lots_from"] = other
        assert said_by("record_lots", value) == [
            f"record_lots: the lots come from {other!r}, must be 'drawn: --set {LOTS}'"
        ]


def test_a_run_of_python_says_of_its_own_lots_what_it_likes():
    """Where no line says where the lots come from, there is nothing to compare with."""
    value = copy.deepcopy(saved(*DRAWN))
    value["scenario"]["lines"] = {}
    value["manifest"]["lots_from"] = "drawn: by hand"
    assert not said_by("record_lots", value)


def confirmed():
    return allocator.run(*BASE, confirm=True).to_json()


def test_a_confirmation_is_of_an_objective_once_with_its_value_and_within_its_bound():
    value = confirmed()
    assert not checked(value).failures
    first = value["manifest"]["confirmations"][0]
    label = f"{first['area']}.{first['kind']}.{first['name']}"

    def said(change):
        other = copy.deepcopy(value)
        change(other["manifest"]["confirmations"])
        return said_by("confirm_objectives", other)

    assert said(lambda all_: all_.append(all_[0])) == [
        "confirm_objectives: an objective is confirmed twice"
    ]
    assert said(lambda all_: all_[0].update(name="shape")) == [
        f"confirm_objectives[{label.rpartition('.')[0]}.shape]: there is no such objective"
    ]
    more = first["value"] + 1
    assert said(lambda all_: all_[0].update(value=more)) == [
        f"confirm_objectives[{label}]: HiGHS agrees on: {more}, must be {first['value']}"
    ]
    less = first["value"] - 1
    assert f"confirm_objectives[{label}]: {less} is below the bound {first['value']}" in said(
        lambda all_: all_[0].update(value=less, agrees=False)
    )


def test_a_second_solver_that_deviates_more_may_leave_fewer_out():
    """The bound on how many are left out holds for the least deviation only."""
    value = copy.deepcopy(saved(*BASE))
    (ours,) = (
        one for one in value["objectives"] if (one["kind"], one["name"]) == ("amv", "left_out")
    )
    ours.update(value=2, bound=2)
    other = {"area": "PV23", "kind": "amv", "name": "left_out", "solver": "HiGHS", "value": 1}
    value["manifest"]["confirmations"] = [{**other, "agrees": False}]
    assert said_by("confirm_objectives", value) == []
    value["manifest"]["confirmations"] = [{**other, "agrees": True}]
    assert said_by("confirm_objectives", value) == [
        "confirm_objectives[PV23.amv.left_out]: HiGHS agrees on: 1, must be 2"
    ]


def test_what_is_not_proven_is_feasible_and_nothing_else():
    value = copy.deepcopy(saved(*BASE))
    value["objectives"][0].update(value=value["objectives"][0]["value"] + 1, proven=False)
    value["status"] = "feasible"
    assert not said_by("prove_objectives", value)
    for status in ("optimal", "infeasible", "unknown"):
        value["status"] = status
        assert f"prove_objectives: {status}, and not every objective is proven" in said_by(
            "prove_objectives", value
        )


@pytest.mark.parametrize("name", ["undersized", "moved_tasks", "place_km", "balance"])
def test_an_objective_of_merging_that_is_met_is_proven_unless_it_is_told_otherwise(name):
    value = copy.deepcopy(saved(*BASE))
    (one,) = (one for one in value["objectives"] if one["name"] == name)
    one["proven"] = False
    value["status"] = "feasible"
    said = f"prove_objectives[PV23.both.{name}]: not proven with value"
    assert any(each.startswith(said) for each in said_by("prove_objectives", value))
    # Of the last the order of equal plans may be open; then that is told.
    value["warnings"].append({"code": "unproven", "message": "a limit passed"})
    told = said_by("prove_objectives", value)
    assert (told == []) == (name == "balance")


def test_data_that_were_saved_before_their_fingerprint_was_have_none():
    value = copy.deepcopy(saved(*BASE))
    del value["manifest"]["data_sha256"]
    assert checked(value).ok
    # A field that a later version adds changes nothing of it.
    value = read(saved(*BASE))
    assert value.manifest.data_sha256 == data_sha256(value)
