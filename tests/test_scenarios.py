# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The seven packaged scenarios run, and give the numbers of the letters."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest

import allocator
from allocator.loading import PACKAGED, packaged_names
from models.places import total_of
from models.result import MunicipalityResult, RunResult

NAMES = [
    "nederland-2024",
    "nederland-2024-reports",
    "nederland-2026",
    "overijssel-2022",
    "overijssel-2024",
    "overijssel-2024-amv-16",
    "overijssel-2024-guaranteed",
    "overijssel-2026",
]


@cache
def result(name: str) -> RunResult:
    return allocator.run(name).result


def municipality(name: str, called: str) -> MunicipalityResult:
    return next(one for one in result(name).municipalities if one.name == called)


def test_these_scenarios_are_packaged():
    assert packaged_names() == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_packaged_scenario_is_optimal_verified_and_closes(name):
    found = result(name)
    assert found.status == "optimal"
    assert found.verification.ok
    assert found.verification.checks > 500
    for province in found.provinces:
        inside = [one for one in found.municipalities if one.province == province.code]
        if not province.known:
            assert {one.decision for one in inside} == {None}
            continue
        decided = total_of(one.decision for one in inside)
        closes = province.task.total + province.takes_over.total - province.handed_over.total
        assert decided.total == closes - province.unlocated.total
    decided = [one for one in found.municipalities if one.decision is not None]
    realised = sum(one.realised.total for one in decided)
    elsewhere = sum(one.places for one in found.realised_elsewhere)
    assert realised + elsewhere == sum(one.decision.total for one in decided)


@pytest.mark.parametrize(
    ("name", "task", "counted", "rest"),
    [
        ("overijssel-2024", (6325, 538), (5699, 180), (626, 358)),
        ("overijssel-2024-guaranteed", (6325, 538), (3864, 130), (2461, 408)),
        ("overijssel-2026", (5801, 370), (1853, 0), (3880, 370)),
        ("overijssel-2022", (4001, 339), (0, 0), (4001, 339)),
    ],
)
def test_the_headline_numbers_are_those_of_the_letters(name, task, counted, rest):
    (province,) = result(name).provinces
    found = [(p.total, p.amv) for p in (province.task, province.counted, province.rest)]
    assert found == [task, counted, rest]


def test_the_places_that_the_table_of_2024_does_not_locate_are_68_in_2026():
    (province,) = result("overijssel-2026").provinces
    assert province.unlocated.total == 68
    assert province.counted.total + province.unlocated.total == 1921


def test_the_regions_of_2022_get_what_the_letter_says_within_one_place():
    shares = {"IJsselland": 0, "Twente": 0}
    for one in result("overijssel-2022").municipalities:
        shares[one.region] += one.share.total
    assert abs(shares["IJsselland"] - 1836) <= 1
    assert abs(shares["Twente"] - 2165) <= 1
    assert "region-total-differs" in {one.code for one in result("overijssel-2022").warnings}


def test_kampen_counts_274_places_of_which_200_stand_in_dronten():
    kampen = municipality("overijssel-2024", "Kampen")
    assert (kampen.counted.total, kampen.counted.amv) == (274, 26)
    assert kampen.realised.total == kampen.decision.total - 200
    (elsewhere,) = result("overijssel-2024").realised_elsewhere
    assert (elsewhere.code, elsewhere.name, elsewhere.places) == ("GM0303", "Dronten", 200)


def test_the_condition_of_the_exchange_is_in_plain_sight():
    assert "condition-open" in {one.code for one in result("overijssel-2024").warnings}


def test_ten_shares_of_overijssel_are_estimates_and_close_on_the_regions():
    found = result("overijssel-2024").municipalities
    estimated = [one for one in found if one.share_status == "estimated"]
    twente = sum(one.share.total for one in estimated if one.region == "Twente")
    ijsselland = sum(one.share.total for one in estimated if one.region == "IJsselland")
    assert (len(estimated), twente, ijsselland) == (10, 994, 551)


def test_every_share_of_2026_is_flagged_as_an_estimate():
    assert {one.share_status for one in result("overijssel-2026").municipalities} == {"estimated"}
    assert "share-estimated" in {one.code for one in result("overijssel-2026").warnings}


def test_the_country_has_342_municipalities_and_three_estimated_shares():
    found = result("nederland-2024")
    estimated = [one.name for one in found.municipalities if one.share_status == "estimated"]
    assert len(found.municipalities) == 342
    assert estimated == ["Hardinxveld-Giessendam", "Stede Broec", "Eemsdelta"]
    assert total_of(one.decision for one in found.municipalities).total == 96_002
    assert total_of(one.decision for one in found.municipalities).amv == 8_140
    assert {"published-totals-differ", "amv-task-estimated"} <= {one.code for one in found.warnings}


@pytest.mark.parametrize("name", NAMES)
def test_every_packaged_scenario_quotes_its_letters(name):
    lines = (PACKAGED / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.lstrip().startswith("#") and "SPDX" not in line]
    assert len(comments) >= 3


def test_the_answer_does_not_depend_on_the_order_of_rows_or_provinces(tmp_path: Path):
    for name in ("overijssel-2024.yaml", "overijssel-offers-2024.csv"):
        (tmp_path / name).write_text(
            (PACKAGED / name).read_text(encoding="utf-8"), encoding="utf-8"
        )
    header, *rows = (tmp_path / "overijssel-offers-2024.csv").read_text("utf-8").splitlines()
    random.Random(3).shuffle(rows)
    (tmp_path / "overijssel-offers-2024.csv").write_text("\n".join([header, *rows]), "utf-8")
    shuffled = allocator.run(tmp_path / "overijssel-2024.yaml").result
    assert shuffled.municipalities == result("overijssel-2024").municipalities

    provinces = [province.code for province in result("nederland-2024").provinces][::-1]
    turned = allocator.run("nederland-2024", [f"provinces=[{', '.join(provinces)}]"]).result
    assert turned.municipalities == result("nederland-2024").municipalities


def test_the_answer_does_not_depend_on_threads():
    minima = "distribution.minimum_site={regular: 40, amv: 20}"
    one, two = (
        allocator.run("overijssel-2024", [minima, f"solver.workers={workers}"]).result
        for workers in (1, 2)
    )
    assert one.municipalities == two.municipalities
    assert one.ties == two.ties
