# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What counts: statuses, windows, sites, exchanges, pledges of regions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import allocator
from allocator.counting.rules import (
    last_day,
    months_later,
    window_is_too_short,
    window_is_too_small,
)
from models.counting import Available, Counting
from models.fault import InputError
from models.offer import Window

HEADER = "municipality,site,kind,places,available_from,available_until,status\n"


def window(first: str | None, last: str | None) -> Window:
    return Window.model_validate({"from": first, "until": last})


def run(tmp_path: Path, rows: str, scenario: str = ""):
    (tmp_path / "offers.csv").write_text(HEADER + rows)
    (tmp_path / "mine.yaml").write_text(f"offers: offers.csv\n{scenario}")
    return allocator.run(tmp_path / "mine.yaml").result


def counted(result, name: str) -> tuple[int, int]:
    one = next(one for one in result.municipalities if one.name == name)
    return one.counted.regular, one.counted.amv


@pytest.mark.parametrize(
    ("first", "last", "counts"),
    [
        ("2025-07-01", "2026-02-01", True),  # exactly the days that are asked
        ("2025-07-02", "2026-02-01", False),
        ("2025-07-01", "2026-01-31", False),
        (None, None, True),
        ("2025-07-01", None, True),
        (None, "2026-01-31", False),
    ],
)
def test_a_window_has_to_cover_both_ends_of_the_period(first, last, counts):
    available = Available.model_validate({"from": "2025-07-01", "until": "2026-02-01"})
    assert (
        window_is_too_small(window(first, last), Counting(available=available)) is None
    ) == counts


@pytest.mark.parametrize(
    ("first", "last", "counts"),
    [
        ("2024-01-01", "2028-12-31", True),  # five whole years, both ends included
        ("2024-01-01", "2028-12-30", False),
        ("2024-02-29", "2029-02-28", True),  # the last February has 28 days, and ends with them
        ("2024-02-29", "2029-02-27", False),
        ("2024-01-01", None, True),
        (None, "2099-12-31", False),
        (None, None, False),
    ],
)
def test_durable_places_are_there_for_sixty_whole_months(first, last, counts):
    assert (window_is_too_short(window(first, last), Counting(minimum_months=60)) is None) == counts


def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month():
    assert months_later(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_later(date(2024, 11, 30), 3) == date(2025, 2, 28)
    assert months_later(date(2024, 5, 5), 12_000_000) == date.max
    lasting = Counting(minimum_months=132)
    # Registers write 9999-12-31 where there is no end.
    assert window_is_too_short(window("9990-01-01", "9999-12-30"), lasting)
    assert not window_is_too_short(window("9990-01-01", "9999-12-31"), lasting)


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        ("2024-01-15", 1, "2024-02-14"),
        ("2024-01-31", 1, "2024-02-29"),  # no 31 February: the month ends with its last day
        ("2025-01-29", 1, "2025-02-28"),
        ("2025-03-31", 1, "2025-04-30"),
        ("2025-03-31", 2, "2025-05-30"),
        ("2025-03-01", 1, "2025-03-31"),
        ("2024-02-29", 12, "2025-02-28"),
    ],
)
def test_months_from_one_of_the_last_days_end_as_the_law_has_it(first, months, last):
    assert last_day(date.fromisoformat(first), months) == date.fromisoformat(last)


def test_only_accepted_statuses_count_and_the_reason_is_told(tmp_path):
    rows = "Borne,,regular,5,,,guaranteed\nBorne,,amv,3,,,intended\n"
    found = run(tmp_path, rows, "counting: {statuses: [guaranteed]}")
    assert counted(found, "Borne") == (5, 0)
    assert found.offers[1].reason == "intended places do not count here, only guaranteed"
    assert found.offers[1].row == "offers.csv:3"


def test_a_site_is_as_large_as_its_accepted_rows_together(tmp_path):
    rows = (
        "Borne,school,amv,12,,,guaranteed\nBorne,school,amv,8,,,guaranteed\n"
        "Almelo,,amv,12,,,guaranteed\nAlmelo,,amv,8,,,guaranteed\n"
        "Losser,hall,amv,19,,,guaranteed\nLosser,hall,amv,1,,,intended\n"
    )
    found = run(
        tmp_path, rows, "counting: {statuses: [guaranteed], minimum_site: {regular: 0, amv: 20}}"
    )
    assert counted(found, "Borne") == (0, 20)
    assert counted(found, "Almelo") == (0, 0)  # rows without a site are sites of their own
    assert counted(found, "Losser") == (0, 0)


def test_an_exchange_counts_with_the_taker_and_stands_with_the_giver():
    found = allocator.run("overijssel-2024").result
    assert counted(found, "Kampen") == (248, 26)
    (exchange,) = found.exchanges
    assert (exchange.giver_name, exchange.taker_name, exchange.counts) == (
        "Dronten",
        "Kampen",
        True,
    )
    assert exchange.conditions[0].met is None


def test_an_exchange_that_ends_too_early_does_not_count_and_is_reported():
    found = allocator.run("overijssel-2024", ["counting.available={on: 2026-02-02}"]).result
    assert not found.exchanges[0].counts
    assert "exchange-does-not-count" in {one.code for one in found.warnings}


def test_a_giver_cannot_give_more_than_it_counts(tmp_path):
    text = (
        "provinces: [PV24, PV23]\ntask: {missing_amv: pro_rata}\nexchanges: [kampen-dronten-2024]"
    )
    with pytest.raises(InputError, match="Dronten gives 200 regular places and has 150 of its own"):
        run(tmp_path, "Dronten,azc,regular,150,,,guaranteed\n", text)
    found = run(tmp_path, "Dronten,azc,regular,250,,,guaranteed\n", text)
    assert counted(found, "Dronten") == (50, 0)
    assert counted(found, "Kampen") == (200, 0)
    dronten = next(one for one in found.municipalities if one.name == "Dronten")
    assert dronten.realised.total == dronten.decision.total + 200


POOL = """
pooled_offers:
  - {name: pool, status: likely, region: Twente, places: {regular: 90, amv: 4},
     candidates: [Borne, Losser]}
"""


def test_a_pledge_is_split_pro_rata_to_what_each_candidate_lacks(tmp_path):
    found = run(tmp_path, "Borne,,regular,100,,,guaranteed\n", POOL)
    lacks = {}
    for one in found.municipalities:
        if one.name in ("Borne", "Losser"):
            lacks[one.name] = one.share.regular - (100 if one.name == "Borne" else 0)
    split = {one.name: one.pooled.regular for one in found.municipalities if one.pooled}
    together = sum(lacks.values())
    assert sum(split.values()) == 90
    for name, lack in lacks.items():
        assert abs(split[name] - 90 * lack / together) <= 0.5


def test_a_pledge_to_candidates_that_lack_nothing_follows_their_shares(tmp_path):
    rows = "Borne,,regular,999,,,guaranteed\nLosser,,regular,999,,,guaranteed\n"
    found = run(tmp_path, rows, POOL)
    (division,) = [d for d in found.divisions if (d.stage, d.kind) == ("pooled", "regular")]
    shares = {one.code: one.share.regular for one in found.municipalities}
    assert {claim.code: claim.weight for claim in division.claims} == {
        code: shares[code] for code in ("GM0147", "GM0168")
    }


def test_a_pledge_with_a_window_is_held_to_it(tmp_path):
    short = POOL.replace("candidates:", "available: {until: 2025-01-01}, candidates:")
    found = run(
        tmp_path,
        "Borne,,amv,1,,,guaranteed\n",
        f"{short}counting: {{available: {{on: 2026-01-01}}}}",
    )
    assert not found.pooled_offers[0].counts
    assert sum(one.pooled.total for one in found.municipalities) == 0


def test_unlocated_places_reduce_the_rest_and_belong_to_nobody(tmp_path):
    text = "unlocated_offers: [{province: Overijssel, places: {regular: 60, amv: 8}}]"
    found = run(tmp_path, "Borne,,amv,1,,,guaranteed\n", text)
    (province,) = found.provinces
    assert (province.unlocated.total, province.rest.amv) == (68, 538 - 8 - 1)
    assert sum(one.decision.total for one in found.municipalities) == 6325 - 68
