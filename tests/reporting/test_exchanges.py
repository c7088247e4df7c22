# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of a run say of exchanges: all of them, their conditions and their state."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from allocator.reporting import run_files
from allocator.reporting.run_csv import run_tables
from allocator.reporting.sheets import run_pages
from models.fault import InputError
from models.result import RunResult
from tests.counting.test_exchanges import result

CONDITION = (
    "one,Almelo,Borne,regular,1,2024-02-01,2026-02-01,yes,,,Hengelo,{shown},2025-10-01,{promised}\n"
)


def items(found: RunResult, heading: str) -> tuple[str, ...]:
    return next(page.items for page in run_pages(found) if page.heading == heading)


@pytest.mark.parametrize(
    ("shown", "promised", "state"),
    [(425, ",", "met"), (426, "1,2025-10-01", "open"), (426, ",", "not met")],
)
def test_a_condition_is_told_with_its_state(tmp_path: Path, shown, promised, state):
    row = CONDITION.format(shown=shown, promised=promised)
    found = result(tmp_path, row)
    (said,) = items(found, "Exchanges")
    assert said == (
        "one: 1 regular place that stands in Almelo counts with Borne until 2026-02-01. The "
        f"agreement may be prolonged. Condition, {state}: Hengelo shows {shown} places of "
        f"its own, operational on 2025-10-01 (425 of {shown} are shown)."
    )
    warned = [one.message for one in found.warnings if one.code.startswith("condition-")]
    ends = {"met": [], "open": ["that is open"], "not met": ["it counts all the same"]}[state]
    assert len(warned) == len(ends)
    assert all(end in message for end, message in zip(ends, warned, strict=True))


def test_an_exchange_that_does_not_count_is_listed_with_the_reason(tmp_path: Path):
    found = result(tmp_path, "one,Almelo,Borne,regular,2,2026-01-01,2026-12-31,no,,,,,,,\n")
    (said,) = items(found, "Exchanges")
    assert "would count with Borne until 2026-12-31. It does not count: available from" in said


def test_that_what_a_giver_outside_has_is_not_checked_is_said_and_of_one_inside_not(tmp_path):
    outside = result(tmp_path, "one,Dronten,Borne,regular,9000,2024-02-01,2026-02-01,no,,,,,,,\n")
    (said,) = (one.message for one in outside.warnings if one.code == "giver-outside")
    assert said == (
        "one: Dronten lies outside the scenario: what it has is not known, and that it can give "
        "9,000 regular places is not checked"
    )
    inside = result(tmp_path, "one,Almelo,Borne,regular,9,2024-02-01,2026-02-01,no,,,,,,,\n")
    assert not [one for one in inside.warnings if one.code == "giver-outside"]


def test_whose_part_of_a_pledge_counts_is_told_that_it_cannot_lend_that(tmp_path: Path):
    with pytest.raises(InputError, match="Its part of ijsselland-intended is an estimate"):
        result(tmp_path, "one,Dalfsen,Borne,regular,200,2024-02-01,2026-02-01,no,,,,,,,\n")
    with pytest.raises(InputError) as refused:
        result(tmp_path, "one,Almelo,Borne,regular,399,2024-02-01,2026-02-01,no,,,,,,,\n")
    assert "estimate" not in str(refused.value)


@pytest.mark.parametrize(("giver", "outside"), [("Dronten", True), ("Almelo", False)])
def test_status_holders_with_an_end_outside_are_said_not_to_close(tmp_path, giver, outside):
    row = f"one,{giver},Borne,regular,20,2024-02-01,2026-02-01,yes,status_holders,,,,,,\n"
    found = result(tmp_path, row, "exchanging: {places_per_status_holder: 2}")
    (page,) = (one for one in run_pages(found) if one.heading == "Places against status holders")
    said = "Dronten lies outside the scenario and has no row"
    assert (said in page.paragraphs[0]) == outside
    assert "In return Borne houses 10 status holders." in items(found, "Exchanges")[0]


def test_a_folder_has_a_table_of_every_list_that_is_not_empty(tmp_path: Path):
    found = result(tmp_path, CONDITION.format(shown=426, promised=","))
    assert set(run_files(found)) == {
        "run.json", "report.md", "municipalities.csv", "areas.csv", "exchanges.csv", "merges.csv",
    }  # fmt: skip
    tables = {
        name: list(csv.DictReader(StringIO(text))) for name, text in run_tables(found).items()
    }
    (exchange,) = tables["exchanges.csv"]
    assert (exchange["giver_name"], exchange["places"]) == ("Almelo", "1")
    assert (exchange["counts"], exchange["condition_state"]) == ("yes", "not met")
    (area,) = tables["areas.csv"]
    assert int(area["rest_total"]) == found.areas[0].rest.total
    merged = sum(int(row["places"]) for row in tables["merges.csv"])
    assert merged == sum(one.places for one in found.merges)
