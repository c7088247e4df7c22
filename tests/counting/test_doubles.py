# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Nothing counts twice without a word: offers beside exchanges, pledges and unlocated places."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import allocator
from cli import app
from models.fault import InputError
from tests.counting.test_counting import HEADER

OWN = "Kampen,,regular,48,2024-06-26,2026-06-26,guaranteed\n"


def child(tmp_path: Path, rows: str, parent: str = "overijssel-2024", more: str = ""):
    (tmp_path / "o.csv").write_text(HEADER + rows)
    (tmp_path / "ours.yaml").write_text(f"extends: {parent}\nname: ours\noffers: o.csv\n{more}")
    return allocator.run(tmp_path / "ours.yaml").result


def told(result) -> list[str]:
    return [one.message for one in result.warnings if one.code == "may-count-twice"]


def test_the_packaged_scenarios_hold_nothing_twice():
    for name in ("overijssel-2024", "overijssel-2024-guaranteed", "overijssel-2026"):
        assert told(allocator.run(name).result) == []


def test_a_row_that_is_an_inherited_exchange_to_the_day_is_refused_with_both_rows(tmp_path):
    row = "Kampen,,regular,200,2024-02-01,2026-02-01,guaranteed\n"
    said = (
        r"overijssel-2024\.yaml:50:13: Kampen offers 200 regular places from 2024-02-01 to "
        r"2026-02-01 \(o\.csv:3\), which kampen-dronten-2024 \(reference/exchanges\.csv:2\) brings"
    )
    with pytest.raises(InputError, match=said):
        child(tmp_path, OWN + row)
    assert told(child(tmp_path, OWN + row, more="exchanges: []\n")) == []


def test_an_exchange_is_not_proven_by_places_that_may_be_its_own(tmp_path):
    row = "Kampen,,regular,200,2024-02-01,2026-03-01,guaranteed\n"
    found = child(tmp_path, OWN + row)
    (notice,) = told(found)
    assert notice == (
        "200 regular places of Kampen, guaranteed (o.csv:3) may be the places that "
        "kampen-dronten-2024 (reference/exchanges.csv:2) brings it from Dronten: if they are, take "
        "one of the two out, or they count twice"
    )
    (condition,) = found.exchanges[0].conditions
    assert (condition.shown, condition.met) == (48, False)  # and 34 promised of 108
    timeline = allocator.timeline(tmp_path / "ours.yaml")
    assert notice in [one.message for one in timeline.warnings]
    (swap,) = [one for one in timeline.contracts if one.source == "exchange"]
    assert [one.shown for one in swap.conditions] == [48]


def test_intended_places_of_candidates_beside_an_inherited_pledge_are_told(tmp_path):
    rows = OWN + "Losser,hal,regular,120,,,likely\nZwolle,,amv,50,,,guaranteed\n"
    found = child(tmp_path, rows)
    assert told(found) == [
        (
            "120 regular places of Losser, likely (o.csv:3) may be among the 556 places that "
            "twente-intended (overijssel-2024.yaml:30:5) pledges: if they are, take one of the two "
            "out, or they count twice"
        ),
        (
            "50 amv places of Zwolle, guaranteed (o.csv:4) may be among the 1,279 places that "
            "ijsselland-intended (overijssel-2024.yaml:35:5) pledges: if they are, take one of the "
            "two out, or they count twice"
        ),
    ]
    assert told(child(tmp_path, rows, more="pooled_offers: []\n")) == []


def test_inherited_places_without_a_municipality_beside_an_own_table_are_told(tmp_path):
    row = "Almelo,,regular,398,2016-03-16,,guaranteed\nLosser,,regular,68,2027-01-01,,guaranteed\n"
    (notice,) = told(child(tmp_path, row, "overijssel-2026"))
    assert notice.startswith(
        "2 offers of 2 municipalities (o.csv) may be among the 68 places without a municipality in "
        "Overijssel (overijssel-2026.yaml:"
    )


@pytest.mark.parametrize(
    ("other", "twice"),
    [
        ("Almelo,X,regular,90,2025-01-01,2027-12-31,likely", True),  # of two statuses
        ("Almelo,X,regular,90,2025-12-31,2027-12-31,guaranteed", True),  # on the last day
        ("Almelo,X,regular,100,2025-06-01,2027-12-31,guaranteed", True),  # as many
        ("Almelo,X,regular,90,2025-06-01,2027-12-31,guaranteed", False),  # an extension
        ("Almelo,X,regular,100,2026-01-01,2027-12-31,guaranteed", False),  # the next contract
        ("Almelo,Y,regular,100,2025-06-01,2027-12-31,likely", False),
        ("Almelo,X,amv,100,2025-06-01,2027-12-31,likely", False),
        ("Almelo,X,regular,90,2025-01-01,2027-12-31,intended", False),  # counts nowhere
    ],
)
def test_rows_of_one_site_that_share_a_day_and_may_be_the_same_places_are_told(
    tmp_path, other, twice
):
    row = "Almelo,X,regular,100,2024-01-01,2025-12-31,guaranteed\n"
    empty = "pooled_offers: []\nexchanges: []\n"
    assert bool(told(child(tmp_path, f"{row}{other}\n", more=empty))) == twice


def test_a_saved_run_tells_the_same_when_it_is_made_again(tmp_path):
    rows = OWN + "Losser,hal,regular,120,,,likely\n"
    child(tmp_path, rows)
    saved = tmp_path / "run.json"
    call = CliRunner().invoke
    said = call(app, ["run", str(tmp_path / "ours.yaml"), "--format", "json"]).stdout
    saved.write_text(said, encoding="utf-8")
    assert "may-count-twice" in said
    done = call(app, ["rerun", str(saved)])
    assert done.exit_code == 0
    assert "every number and word is the same" in done.stdout
