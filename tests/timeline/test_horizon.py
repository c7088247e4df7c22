# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which days a timeline tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from allocator.timing import horizon_of, months_left
from models.fault import InputError
from tests.timeline.small import known


def horizon(cycle=(date(2024, 2, 1), date(2026, 2, 1)), **asked):
    return horizon_of(replace(known()[0], cycle=cycle), **asked)


def refused(**asked) -> tuple[str, str]:
    with pytest.raises(InputError) as error:
        horizon(**asked)
    (fault,) = error.value.faults
    return fault.code, str(fault)


def test_months_are_told_by_their_first_day_from_the_month_that_is_named():
    found = horizon(first="2025-12-15", months=3)
    assert found.days == (date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1))
    assert (found.step, found.last) == ("month", date(2026, 2, 28))


def test_from_another_month_it_goes_on_to_the_same_end():
    assert horizon(first="2025-07-01").days[-1] == horizon().days[-1] == date(2031, 2, 1)


@pytest.mark.parametrize("cycle", [None, (date(2010, 1, 1), date(2012, 1, 1))])
def test_without_a_cycle_that_reaches_so_far_it_goes_on_for_five_years(cycle):
    found = horizon(cycle, first=date(2030, 1, 1))
    assert (found.days[0], found.days[-1], len(found.days)) == (
        date(2030, 1, 1),
        date(2034, 12, 1),
        60,
    )


def test_the_month_after_the_end_begins_another_five_years():
    assert len(horizon(first="2031-02-28").days) == 1
    assert len(horizon(first="2031-03-01").days) == 60


def test_one_day_is_that_day():
    found = horizon(on="2026-02-28")
    assert (found.step, found.days, found.last) == ("day", (date(2026, 2, 28),), date(2026, 2, 28))


@pytest.mark.parametrize("months", [1, 1200])
def test_as_many_months_as_asked(months):
    assert len(horizon(months=months).days) == months


@pytest.mark.parametrize("months", [0, -1, 1201, 10**30])
def test_months_that_make_no_sense_are_refused(months):
    assert refused(months=months)[0] == "months-out-of-range"


def test_the_calendar_ends():
    assert len(horizon(first="9999-12-31", months=1).days) == 1
    assert refused(first="9999-12-01", months=2)[0] == "months-out-of-range"
    assert refused(first="9999-12-01")[1].startswith("--from 9999-12-01: ")
    assert " months from 0001-01 make no timeline" in refused(first="0001-01-01")[1]


def test_a_cycle_of_ages_is_told_at_its_line():
    code, said = refused(cycle=(date(1, 1, 1), date(2024, 1, 1)))
    assert (code, said.partition(":")[0]) == ("months-out-of-range", "nederland-2024")


def test_without_a_cycle_it_has_to_be_said_where_to_begin():
    code, said = refused(cycle=None)
    assert code == "no-cycle"
    assert said.endswith(
        "Write cycle: {from: DATE, until: DATE} in the scenario, or ask with --from DATE."
    )


@pytest.mark.parametrize("asked", [{"months": 1}, {"first": "2026-01-01"}])
def test_one_day_and_months_exclude_each_other(asked):
    assert refused(on="2026-01-01", **asked)[0] == "one-day-or-months"


@pytest.mark.parametrize("option", ["first", "on"])
@pytest.mark.parametrize("written", ["2026-02-30", "1 March", "", "2026-3-1", "２０２６-01-01"])
def test_a_date_that_is_none_is_refused(option, written):
    assert refused(**{option: written})[0] == "not-a-date"


@pytest.mark.parametrize(
    ("first", "left"),
    [("9999-12-31", 1), ("9999-01-01", 12), ("9998-12-01", 13), ("9990-06-15", 115)],
)
def test_as_many_months_are_left_as_can_be_asked(first, left):
    assert months_left(date.fromisoformat(first)) == left
    assert horizon(first=first, months=left).last == date.max
    assert refused(first=first, months=left + 1)[0] == "months-out-of-range"
