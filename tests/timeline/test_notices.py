# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a reader of a timeline has to know beside the numbers."""

from __future__ import annotations

import allocator
from tests.timeline.small import ALMELO, BORNE, DRONTEN, KAMPEN, offer, told


def notices(answer) -> dict[str, str]:
    return {one.code: one.message for one in answer.warnings}


def test_of_whom_the_scenario_gives_nothing_is_said():
    said = notices(told(offer(BORNE, 5, None, None)))["nothing-given"]
    assert said.startswith("the scenario gives no places with a window in Flevoland: all of the")
    both = told(offer(BORNE, 5, None, None), offer(DRONTEN, 5, None, None, status="intended"))
    assert "nothing-given" not in notices(both)


def test_what_is_in_no_number_is_said_with_its_places():
    answer = told(
        offer(BORNE, 5, None, None, status="intended"),
        offer(ALMELO, 6, None, None, status="intended"),
        offer(ALMELO, 7, "2026-01-02", "2026-01-30"),
        offer(KAMPEN, 8, None, None),
    )
    said = notices(answer)
    assert said["status-not-counted"] == (
        "2 contracts, of 11 places in all, are not counted, by the status: intended"
    )
    assert said["outside-days"] == (
        "1 contract, of 7 places, is not available on the first day of any of these months"
    )
    assert "outside-days" not in notices(told(offer(KAMPEN, 8, None, None)))
    day_ = notices(told(offer(KAMPEN, 8, "2027-01-01", None), on="2026-01-01"))["outside-days"]
    assert day_ == "1 contract, of 8 places, is not available on this day"


def test_what_has_no_window_by_its_nature_is_said():
    said = notices(allocator.timeline("nederland-2024-reports", on="2026-01-01"))
    assert "has no window" in said["takeover-without-window"]
    said = notices(allocator.timeline("overijssel-2022", on="2023-03-01"))
    assert "have no window" in said["emergency-without-window"]
    assert not {one for one in notices(told()) if one.endswith("-without-window")}
