# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What counts by the Act and the Decree: durable places, the minimum of a municipality, margins."""

from __future__ import annotations

from pathlib import Path

import pytest

import allocator
from allocator.counting.rules import durable_by, window_is_not_durable
from allocator.verification.windows import covers
from models.counting import Counting
from models.fault import InputError
from tests.counting.test_counting import HEADER, counted, run, window

DAY = "2026-02-01"


@pytest.mark.parametrize(
    ("first", "last", "whole", "ahead"),
    [
        # There on the day: five years of the whole window, or of what is left of it.
        ("2026-02-01", "2031-01-31", "available", "available"),
        ("2026-02-01", "2031-01-30", None, None),
        ("2021-02-02", "2026-02-01", "available", None),
        ("2021-02-01", "2026-01-31", None, None),  # it ended the day before
        ("2016-01-01", None, "available", "available"),
        # It comes: the day itself is no coming, the same day a year later is the last.
        ("2026-02-02", "2031-02-01", "coming", "coming"),
        ("2027-02-01", "2032-01-31", "coming", "coming"),
        ("2027-02-01", "2032-01-30", None, None),
        ("2027-02-02", None, None, None),
        # Nobody knows since when: what is left is known.
        (None, "2031-01-31", "available", "available"),
        (None, "2031-01-30", None, None),
        (None, None, "available", "available"),
        ("2026-06-30", "9999-12-31", "coming", "coming"),
    ],
)
def test_article_2_3_counts_what_is_there_and_what_comes_within_twelve_months(
    first, last, whole, ahead
):
    for measured, branch in (("whole", whole), ("ahead", ahead)):
        rule = Counting.model_validate({"durable": {"from": DAY, "measured": measured}})
        offered = window(first, last)
        assert durable_by(offered, rule.durable) == branch
        assert (window_is_not_durable(offered, rule) is None) == (branch is not None)
        assert covers(offered.from_, offered.until, rule) == (branch is not None)


def test_a_term_from_the_end_of_february_or_a_31st_ends_with_the_month():
    rule = Counting.model_validate({"durable": {"from": "2024-02-29", "years": 1}})
    assert durable_by(window("2025-02-28", "2026-02-27"), rule.durable) == "coming"
    assert durable_by(window("2025-03-01", None), rule.durable) is None


def test_each_branch_is_told_of_an_offer(tmp_path):
    rows = (
        "Almelo,,regular,120,2020-01-01,,guaranteed\n"
        "Borne,,regular,130,2026-06-01,2031-05-31,guaranteed\n"
        "Losser,,regular,140,2027-06-01,,guaranteed\n"
        "Zwolle,,regular,150,2026-01-01,2029-12-31,guaranteed\n"
        "Raalte,,regular,160,2019-01-01,2025-01-01,guaranteed\n"
    )
    found = run(tmp_path, rows, f"counting: {{durable: {{from: {DAY}}}}}")
    assert [one.counting for one in found.offers] == [120, 130, 0, 0, 0]
    assert [one.reason for one in found.offers] == [
        (
            "guaranteed; available from 2020-01-01 to no end date; available on 2026-02-01 for 5 "
            "years or longer"
        ),
        (
            "guaranteed; available from 2026-06-01 to 2031-05-31; coming available for 5 years or "
            "longer within 12 months after 2026-02-01"
        ),
        "it comes on 2027-06-01, later than 2027-02-01",
        "it ends on 2029-12-31, less than 5 years from 2026-01-01",
        "it ended on 2025-01-01, before 2026-02-01",
    ]


LAW = "counting: {minimum_municipality: {regular: 100, amv: 16}}"


def test_a_municipality_counts_from_a_hundred_and_sixteen_spread_as_it_likes(tmp_path):
    rows = (
        "Almelo,a,regular,60,,,guaranteed\nAlmelo,b,regular,40,,,guaranteed\n"
        "Almelo,a,amv,10,,,guaranteed\nAlmelo,b,amv,5,,,guaranteed\n"
        "Borne,a,regular,99,,,guaranteed\nBorne,a,amv,16,,,guaranteed\n"
        "Borne,b,regular,500,,,intended\n"
    )
    found = run(tmp_path, rows, LAW)
    assert counted(found, "Almelo") == (100, 0)
    assert counted(found, "Borne") == (0, 16)
    told = [one.message for one in found.warnings if one.code == "too-few-in-a-municipality"]
    assert told == [
        (
            "Almelo: 15 amv places would count and do not, being less than the 16 of a "
            "municipality (Decree, art. 3.1(2))"
        ),
        (
            "Borne: 99 regular places would count and do not, being less than the 100 of a "
            "municipality (Decree, art. 3.1(1))"
        ),
    ]
    assert {one.against for one in found.offers if one.municipality == "GM0147"} == {
        "municipality", None, "status",
    }  # fmt: skip


def test_only_places_that_stand_in_a_municipality_help_it_over_the_minimum(tmp_path):
    pledge = (
        "pooled_offers: [{name: plans, status: likely, region: Twente, places: {regular: 50}, "
        "candidates: [Borne]}]\n"
    )
    found = run(tmp_path, "Borne,,regular,60,,,guaranteed\n", pledge + LAW)
    assert counted(found, "Borne") == (50, 0)  # the pledge; its own 60 are too few
    # What it gives away stands there all the same, and what it takes does not.
    (tmp_path / "exchanges.csv").write_text(
        "id,giver,taker,kind,places,from,until\nswap,Almelo,Borne,regular,30,2025-01-01,2026-12-31\n"
    )
    swap = "exchange_file: exchanges.csv\nexchanges: [swap]\n"
    rows = "Almelo,,regular,100,,,guaranteed\nBorne,,regular,80,,,guaranteed\n"
    found = run(tmp_path, rows, swap + LAW)
    assert (counted(found, "Almelo"), counted(found, "Borne")) == ((70, 0), (30, 0))


def with_phases(tmp_path: Path, rows: str, rule: str):
    (tmp_path / "offers.csv").write_text(HEADER.replace("status", "status,phase") + rows)
    (tmp_path / "mine.yaml").write_text(f"offers: offers.csv\ncounting: {rule}\n")
    return allocator.run(tmp_path / "mine.yaml").result


def test_a_margin_counts_a_part_rounded_down_for_each_offer_and_tells_the_rest(tmp_path):
    rows = (
        "Almelo,a,regular,99,,,guaranteed,planning\nAlmelo,b,regular,99,,,guaranteed,planning\n"
        "Borne,,regular,50,,,guaranteed,in_use\nLosser,,regular,50,,,guaranteed,\n"
        "Raalte,,amv,1,,,guaranteed,planning\n"
    )
    found = with_phases(tmp_path, rows, '{margin: {planning: "4/5"}}')
    assert counted(found, "Almelo") == (158, 0)  # 79.2 of each, rounded down
    assert [one.counting for one in found.offers] == [79, 79, 50, 50, 0]
    assert found.offers[0].reason.endswith("; planning: 4/5 of 99 is 79")
    assert found.offers[4].against == "margin"
    # The minimum is of how large a plan is, not of how sure.
    both = '{margin: {planning: "1/2"}, minimum_municipality: {regular: 100}}'
    assert counted(with_phases(tmp_path, rows, both), "Almelo") == (98, 0)


def test_a_margin_without_a_phase_is_told(tmp_path):
    found = run(
        tmp_path, "Borne,,regular,5,,,guaranteed\n", 'counting: {margin: {planning: "4/5"}}'
    )
    assert any(
        one.message.startswith("counting.margin.planning (")
        and one.message.endswith(") has no effect: no offer has the phase planning")
        for one in found.warnings
    )


@pytest.mark.parametrize("part", ["0.8", '"6/5"', '"-1/5"', "2", '"many"', '"nan"', "true"])
def test_a_margin_is_an_exact_part_of_one(tmp_path, part):
    (tmp_path / "mine.yaml").write_text(f"counting: {{margin: {{planning: {part}}}}}\n")
    with pytest.raises(InputError, match=r"mine\.yaml:1:21: counting\.margin\.planning"):
        allocator.run(tmp_path / "mine.yaml")


def test_the_dutch_template_s_words_for_phases_and_the_last_day_are_read(tmp_path):
    table = (
        "gemeente;soort;plaatsen;van;tot en met;status;fase\n"
        "Borne;regulier;10;2025-01-01;2026-02-01;gegarandeerd;planning\n"
        "Almelo;regulier;10;2025-01-01;2026-02-01;gegarandeerd;in gebruik\n"
        "Losser;amv;10;;;kansrijk;realisatie\n"
    )
    (tmp_path / "offers.csv").write_text(table)
    (tmp_path / "mine.yaml").write_text("offers: offers.csv\n")
    found = allocator.run(tmp_path / "mine.yaml").result
    assert [one.phase for one in found.offers] == ["planning", "in_use", "realisation"]
    assert "last-day" not in {one.code for one in found.warnings}
    (tmp_path / "offers.csv").write_text(table.replace("tot en met", "tot"))
    found = allocator.run(tmp_path / "mine.yaml").result
    (notice,) = [one.message for one in found.warnings if one.code == "last-day"]
    assert notice == (
        "the heading 'tot' (offers.csv:1:5) is read as 'tot en met': the places are there on that "
        "day"
    )


def test_places_counted_on_days_of_another_cycle_are_told():
    found = allocator.run("overijssel-2024", ["counting.available={on: 2026-02-01}"]).result
    assert "other-cycle" not in {one.code for one in found.warnings}
    later = ["counting.available={on: 2027-03-01}", "exchanges=[]"]
    found = allocator.run("overijssel-2024", later).result
    (notice,) = [one.message for one in found.warnings if one.code == "other-cycle"]
    assert "binds from 2025-01-01 to 2026-12-31: no day of the first" in notice
