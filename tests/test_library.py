# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The library, as the README and the design promise it."""

from __future__ import annotations

import json

import pandas as pd

import allocator
from models.result import RunResult


def test_municipalities_are_a_data_frame_of_whole_numbers():
    frame = allocator.run("overijssel-2024").municipalities
    assert isinstance(frame, pd.DataFrame)
    assert frame.loc["GM0147", "name"] == "Borne"
    assert frame["rest_total"].dtype == "Int64"
    assert frame["decision_total"].sum() == 6325


def test_without_a_division_the_rest_is_missing_rather_than_zero():
    frame = allocator.run("overijssel-2024", ["distribution.eligible=named"]).municipalities
    assert frame["rest_total"].isna().all()
    assert frame["counted_total"].sum() == 5699


def test_the_example_of_the_design_can_be_typed_as_it_stands():
    found = allocator.apportion(
        {"a": 10, "b": 7}, 5, method="sainte_lague", minimum={"a": 1}, maximum={"b": 3}, prior={}
    )
    assert found.seats == {"a": 3, "b": 2}
    assert found.ties == ()
    assert found.steps.targets["a"] + found.steps.targets["b"] == 5
    assert found.divisors.lower < found.divisors.simple() < found.divisors.upper


def test_a_saved_run_reads_back_as_it_was_and_verifies_again():
    run = allocator.run("overijssel-2024", ["distribution.limits={Borne: {total: {max: 12}}}"])
    again = RunResult.model_validate_json(json.dumps(run.to_json()))
    assert again.to_json() == run.to_json()
    assert allocator.verify(allocator.Run(again)).ok
