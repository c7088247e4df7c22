# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rules of a timeline, one at a time, on small examples."""

from __future__ import annotations

import pytest

from models.exchange import Showing
from models.places import Places
from tests.timeline.small import (
    ALMELO,
    BORNE,
    DRONTEN,
    FLEVOLAND,
    IJSSELLAND,
    KAMPEN,
    OVERIJSSEL,
    TWENTE,
    day,
    exchange,
    known,
    line,
    offer,
    pledge,
    told,
)


def options(answer, province: str = OVERIJSSEL, part: str = "total"):
    one = next(one for one in answer.extensions if (one.province, one.of) == (province, part))
    return [(o.contract, o.closes, o.place_months) for o in one.options], one.as_good


def test_an_offer_counts_in_its_municipality_its_region_and_its_province():
    answer = told(offer(BORNE, 5, "2026-02-15", "2026-04-01", kind="amv"))
    for code in (BORNE, TWENTE, OVERIJSSEL):
        assert line(answer, code).available.amv == (0, 0, 5, 5, 0, 0)
        assert line(answer, code).available.total == (0, 0, 5, 5, 0, 0)
        assert line(answer, code).available.regular == (0,) * 6
    assert line(answer, IJSSELLAND).available.total == (0,) * 6


def test_open_ends_mean_already_there_and_for_an_indefinite_time():
    answer = told(offer(BORNE, 5, None, "2026-01-01"), offer(ALMELO, 3, "2026-06-01", None))
    assert line(answer, TWENTE).available.total == (5, 0, 0, 0, 0, 3)


def test_a_contract_between_two_first_days_counts_on_none_and_ends_all_the_same():
    answer = told(offer(BORNE, 5, "2026-02-02", "2026-02-27"))
    assert line(answer, BORNE).available.total == (0,) * 6
    assert [(one.contract, one.gone_from) for one in answer.endings] == [(0, day("2026-03-01"))]


def test_what_ends_after_the_last_first_day_is_listed_but_no_extension_is_needed():
    answer = told(offer(BORNE, 5, None, "2026-06-30"), offer(BORNE, 7, None, "2026-07-01"))
    assert [(one.contract, one.gone_from) for one in answer.endings] == [(0, None)]
    assert options(answer) == ([], ())


def test_an_exchange_moves_places_between_provinces_while_it_lasts():
    answer = told(
        offer(DRONTEN, 500, None, None), exchanges=(exchange(DRONTEN, KAMPEN, 200, "2026-03-31"),)
    )
    assert line(answer, DRONTEN).available.total == (300, 300, 300, 500, 500, 500)
    assert line(answer, FLEVOLAND).available.total == (300, 300, 300, 500, 500, 500)
    assert line(answer, KAMPEN).available.total == (200, 200, 200, 0, 0, 0)
    # To prolong it helps the taker's province, not the giver's.
    assert options(answer) == ([(1, 200, 600)], ())
    assert options(answer, FLEVOLAND) == ([], ())


def test_to_prolong_an_exchange_within_a_province_closes_nothing_of_its_gap():
    answer = told(
        offer(ALMELO, 50, None, None), exchanges=(exchange(ALMELO, KAMPEN, 20, "2026-03-31"),)
    )
    assert line(answer, OVERIJSSEL).available.total == (50,) * 6
    assert options(answer) == ([], ())


def test_who_gives_away_more_than_it_has_is_below_zero_and_told():
    answer = told(
        offer(ALMELO, 50, None, "2026-02-15"),
        exchanges=(exchange(ALMELO, KAMPEN, 20, None),),
    )
    assert line(answer, ALMELO).available.total == (30, 30, -20, -20, -20, -20)
    assert line(answer, OVERIJSSEL).available.total == (50, 50, 0, 0, 0, 0)
    notice = next(one for one in answer.warnings if one.code == "gives-more-than-it-has")
    assert notice.message.startswith("Almelo gives away 20 regular places more than it has")


@pytest.mark.parametrize(
    ("shown", "promised", "promised_on", "met"),
    [
        (30, 0, None, True),
        (20, 10, None, None),
        (20, 10, "2025-07-01", None),
        (20, 10, "2025-07-02", False),
        (20, 9, None, False),
    ],
)
@pytest.mark.parametrize("require", [False, True])
def test_an_exchange_counts_by_its_condition_only_where_that_is_required(
    shown, promised, promised_on, met, require
):
    showing = Showing(
        municipality=KAMPEN,
        places=30,
        on=day("2025-07-01"),
        promised=promised,
        promised_on=day(promised_on) if promised_on else None,
    )
    answer = told(
        offer(DRONTEN, 500, None, None),
        offer(KAMPEN, shown, None, "2025-12-31", line=3),
        exchanges=(exchange(DRONTEN, KAMPEN, 200, None, showing=showing),),
        require=require,
    )
    counts = met is True or not require
    assert answer.contracts[2].counts == counts
    assert [one.met for one in answer.contracts[2].conditions] == [met]
    assert line(answer, KAMPEN).available.total == (200 if counts else 0,) * 6
    notices = [one.message for one in answer.warnings if one.code.startswith("condition")]
    assert len(notices) == (met is not True)
    for message in notices:
        assert ("does not count" in message) == require
        assert f"({shown} of 30 are shown)" in message


def test_a_condition_in_words_is_open():
    swap = exchange(DRONTEN, KAMPEN, 200, None, condition="the council agrees")
    answer = told(exchanges=(swap,), require=True)
    assert line(answer, KAMPEN).available.total == (0,) * 6
    (notice,) = (one for one in answer.warnings if one.code == "condition-open")
    assert notice.message == ("swap does not count; its condition is open: the council agrees")


def test_a_pledge_with_a_window_counts_in_its_region_and_in_no_municipality():
    answer = told(pledges=(pledge(Places(regular=10, amv=4), None, "2026-03-31"),))
    assert line(answer, TWENTE).available.total == (14, 14, 14, 0, 0, 0)
    assert line(answer, OVERIJSSEL).available.amv == (4, 4, 4, 0, 0, 0)
    assert line(answer, BORNE).available.total == (0,) * 6
    assert options(answer) == ([(0, 10, 30), (1, 4, 12)], ())
    assert options(answer, part="amv") == ([(1, 4, 12)], ())


def test_a_gap_is_never_below_zero_and_an_area_with_enough_is_never_short():
    task = line(told(), OVERIJSSEL).task.total
    enough = line(told(offer(ALMELO, task + 9, None, None)), OVERIJSSEL)
    assert enough.gap.total == (0,) * 6
    assert (enough.total.short_from, enough.total.largest.on) == (None, None)
    assert enough.amv.short_from == day("2026-01-01")


def test_the_total_and_the_amv_gap_are_measured_apart():
    task = line(told(), OVERIJSSEL).task
    has = line(told(offer(ALMELO, task.total, None, None)), OVERIJSSEL)
    assert (has.gap.total[0], has.gap.amv[0]) == (0, task.amv)


def test_one_place_is_enough_to_be_short():
    task = line(told(), OVERIJSSEL).task.total
    short = line(told(offer(ALMELO, task - 1, None, None)), OVERIJSSEL)
    assert (short.total.short_from, short.total.largest.places) == (day("2026-01-01"), 1)


@pytest.mark.parametrize("on", [None, "2026-01-01"])
def test_what_the_scenario_does_not_accept_is_listed_and_counts_nowhere(on):
    answer = told(offer(ALMELO, 50, None, "2026-02-01", status="intended"), on=on)
    assert (answer.contracts[0].counts, answer.endings) == (False, ())
    assert set(line(answer, ALMELO).available.total) == {0}
    assert line(answer, ALMELO).made_of == ()


def test_an_extension_closes_no_more_than_the_gap():
    task = line(told(), OVERIJSSEL).task.total
    answer = told(
        offer(ALMELO, task - 30, None, None), offer(BORNE, 50, None, "2026-02-15", line=3)
    )
    assert line(answer, OVERIJSSEL).gap.total == (0, 0, 30, 30, 30, 30)
    assert options(answer) == ([(1, 30, 120)], ())


def test_what_ends_after_the_largest_gap_closes_nothing_of_it_and_comes_later():
    answer = told(
        offer(ALMELO, 100, "2026-02-01", "2026-04-15"),
        offer(BORNE, 10, None, None, line=3),
        first="2026-01-01",
    )
    # The largest gap is that of January, before Almelo begins.
    assert line(answer, OVERIJSSEL).total.largest.on == day("2026-01-01")
    assert options(answer) == ([(0, 0, 200)], ())


def test_the_order_of_extensions_is_gap_then_place_months_then_end_then_code():
    answer = told(
        offer(BORNE, 10, None, "2026-03-20", line=2),
        offer(ALMELO, 10, None, "2026-02-20", line=3),
        offer(KAMPEN, 10, None, "2026-02-10", line=4),
        offer(BORNE, 10, "2026-01-02", "2026-02-10", line=5),
        offer(BORNE, 12, None, "2026-05-10", line=6),
    )
    assert options(answer) == (
        [(4, 12, 12), (3, 10, 40), (2, 10, 40), (1, 10, 40), (0, 10, 30)],
        (),
    )


def test_equals_at_the_top_are_said():
    answer = told(
        offer(BORNE, 10, None, "2026-02-20"),
        offer(ALMELO, 10, None, "2026-02-10", line=3),
        offer(KAMPEN, 10, None, "2026-02-10", line=4),
    )
    assert options(answer) == ([(1, 10, 40), (2, 10, 40), (0, 10, 40)], (2, 0))


def test_a_region_without_a_published_task_has_the_sum_of_its_shares():
    problem, indicative = known()
    codes = [one.code for one in problem.municipalities if one.province == FLEVOLAND]
    (region,) = {one.region for one in problem.municipalities if one.province == FLEVOLAND}
    found = line(told(), region)
    assert found.task.total == sum(indicative.places[code].total for code in codes)
    assert (found.task_status, found.task_row) == ("computed", "")
    assert line(told(), TWENTE).task_row.startswith("reference/region_figures.csv")


@pytest.mark.parametrize("on", ["2026-02-28", "2026-03-01"])
def test_one_day_is_told_like_any_other(on):
    answer = told(offer(BORNE, 5, None, "2026-02-28"), on=on)
    has = 5 if on == "2026-02-28" else 0
    assert line(answer, BORNE).available.total == (has,)
    assert len(line(answer, BORNE).made_of) == (has > 0)
    assert answer.days == (answer.last,) == (day(on),)
