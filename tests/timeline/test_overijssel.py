# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The timeline of Overijssel, as the provincial report of October 2024 tells its windows."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

import allocator
from models.area_line import AreaLine
from models.timeline import TimelineAnswer


@cache
def answer_of(*overrides: str, **days) -> TimelineAnswer:
    return allocator.timeline("overijssel-2024", overrides, **days)


def named(answer: TimelineAnswer, name: str) -> AreaLine:
    return next(line for line in answer.lines if line.name == name)


def on(line: AreaLine, day: str, answer: TimelineAnswer) -> tuple[int, int]:
    at = answer.days.index(date.fromisoformat(day))
    return line.available.total[at], line.available.amv[at]


def test_by_default_it_tells_each_month_of_the_cycle_and_five_years_after():
    answer = answer_of()
    assert (answer.days[0], answer.days[-1]) == (date(2025, 1, 1), date(2031, 12, 1))
    assert len(answer.days) == 24 + 60
    assert answer.last == date(2031, 12, 31)


@pytest.mark.parametrize(
    ("area", "places", "amv"),
    [("Overijssel", 3864, 130), ("Twente", 1866, 56), ("IJsselland", 1998, 74)],
)
def test_on_1_july_2025_it_is_what_the_report_calls_guaranteed(area, places, amv):
    # Report, chapter 3: 3,864 places of which 130 amv, the 200 of Kampen in Dronten among them.
    answer = answer_of(on="2025-07-01")
    line = named(answer, area)
    assert (line.available.total, line.available.amv) == ((places,), (amv,))


def test_in_2028_what_is_left_is_what_the_letter_calls_multi_year_but_for_68_places():
    # Letter of 3 March 2026: 1,921 multi-year places, on 31 December 2028; 68 are in no table.
    assert named(answer_of(on="2028-12-31"), "Overijssel").available.total == (1921 - 68,)


@pytest.mark.parametrize(
    ("name", "last", "before", "after"),
    [
        ("Hardenberg", "2026-03-01", (700, 0), (0, 0)),
        ("Wierden", "2026-03-01", (93, 56), (37, 0)),
        ("Kampen", "2026-02-01", (274, 26), (74, 26)),
        ("Zwolle", "2026-02-28", (394, 48), (300, 0)),
    ],
)
def test_a_contract_counts_on_its_last_day_and_no_longer(name, last, before, after):
    the_day_after = date.fromordinal(date.fromisoformat(last).toordinal() + 1)
    for day, expected in ((last, before), (str(the_day_after), after)):
        answer = answer_of(on=day)
        assert on(named(answer, name), day, answer) == expected


def test_a_month_is_its_first_day_so_a_contract_until_the_first_still_counts_in_it():
    answer = answer_of()
    hardenberg = named(answer, "Hardenberg")
    assert on(hardenberg, "2026-03-01", answer) == (700, 0)
    assert on(hardenberg, "2026-04-01", answer) == (0, 0)
    (drop,) = hardenberg.drops
    assert (drop.on, drop.total, drop.amv) == (date(2026, 4, 1), 700, 0)
    assert (hardenberg.total.short_from, hardenberg.total.largest.places) == (
        date(2026, 4, 1),
        hardenberg.task.total,
    )


def test_what_ends_is_told_in_the_order_of_its_last_day_with_its_row():
    answer = answer_of()
    ends = [
        (str(one.until), one.area_name, one.places, one.row)
        for one in (answer.contracts[ending.contract] for ending in answer.endings)
    ]
    assert ends[0] == ("2026-02-01", "Kampen", 200, "reference/exchanges.csv:2")
    assert ends[6] == ("2026-03-01", "Hardenberg", 700, "overijssel-offers-2024.csv:10")
    # On one day by code: Hardenberg is GM0160, Wierden GM0189.
    assert ends[7][:3] == ("2026-03-01", "Wierden", 56)
    assert ends[-1] == ("2030-06-30", "Steenwijkerland", 80, "overijssel-offers-2024.csv:14")
    assert answer.endings[0].gone_from == date(2026, 3, 1)
    assert len(ends) == 15


def test_the_province_is_short_from_the_beginning_and_most_at_the_end_of_the_second_cycle():
    overijssel = named(answer_of(), "Overijssel")
    assert overijssel.total.short_from == date(2025, 1, 1)
    # Against the task of 2026, with Almelo 398, Deventer 550, Hengelo 425, Rijssen-Holten 250,
    # Tubbergen 150 and Steenwijkerland 80 left.
    assert 5801 - (398 + 550 + 425 + 250 + 150 + 80) == overijssel.total.largest.places == 3948
    assert overijssel.total.largest.on == date(2028, 8, 1)
    # Of amv places 512 are missing of the 538 of 2024; 370 of the 370 of 2026 would be fewer.
    assert (overijssel.amv.largest.places, overijssel.amv.largest.on) == (512, date(2026, 4, 1))


def test_hardenberg_is_the_single_extension_that_closes_most():
    all_places, amv = answer_of().extensions
    contracts = answer_of().contracts
    best = all_places.options[0]
    assert contracts[best.contract].area_name == "Hardenberg"
    # From April 2026 to December 2028 there is a task to set it against: 33 months.
    assert (best.closes, best.place_months) == (700, 700 * 33)
    assert contracts[amv.options[0].contract].area_name == "Wierden"
    assert all_places.as_good == amv.as_good == ()


def test_the_exchange_of_kampen_may_not_be_prolonged_and_so_no_extension_proposes_it():
    answer = answer_of()
    swaps = {n for n, one in enumerate(answer.contracts) if one.source == "exchange"}
    assert swaps
    assert not swaps & {option.contract for one in answer.extensions for option in one.options}


def test_intended_places_without_a_window_are_said_and_count_on_no_day():
    answer = answer_of()
    said = {(one.name, one.places.total, one.places.amv) for one in answer.unknown}
    assert said == {("twente-intended", 556, 0), ("ijsselland-intended", 1279, 50)}
    assert max(named(answer, "Overijssel").available.total) == 3864
    assert answer_of("counting.statuses=[guaranteed]").unknown == ()


def test_unlocated_places_have_no_window_either():
    answer = allocator.timeline("overijssel-2026", on="2028-12-31")
    (one,) = answer.unknown
    assert (one.area_name, one.places.total, one.status) == ("Overijssel", 68, None)
    assert named(answer, "Overijssel").available.total == (1853,)


@pytest.mark.parametrize(
    "rule",
    [
        "counting.available={on: 2035-01-01}",
        "counting.minimum_months=60",
        "counting.minimum_site={regular: 1000, amv: 1000}",
    ],
)
def test_what_counting_asks_besides_the_status_does_not_filter(rule):
    assert answer_of(rule).lines == answer_of().lines


def test_the_status_does():
    intended = answer_of("counting.statuses=[intended]")
    # The exchange has no status: it counts with the taker, whatever is accepted.
    assert named(intended, "Overijssel").available.total[0] == 200


def test_the_cycle_may_be_stated_in_the_scenario():
    answer = answer_of("cycle={from: 2026-02-01, until: 2028-02-01}")
    assert (answer.days[0], answer.days[-1]) == (date(2026, 2, 1), date(2033, 2, 1))


def test_every_sum_of_a_day_lists_what_it_is_made_of():
    answer = answer_of(on="2025-07-01")
    kampen = named(answer, "Kampen")
    terms = [(term.places, answer.contracts[term.contract].row) for term in kampen.made_of]
    assert terms == [
        (48, "overijssel-offers-2024.csv:11"),
        (20, "overijssel-offers-2024.csv:12"),
        (6, "overijssel-offers-2024.csv:13"),
        (200, "reference/exchanges.csv:2"),
    ]
    assert sum(places for places, _ in terms) == kampen.available.total[0] == 274
