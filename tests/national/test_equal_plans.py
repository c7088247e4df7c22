# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ties between takeovers that are equally good: told, decided by lots, and checked."""

from __future__ import annotations

import pytest

import allocator
from allocator.explanation import explain
from allocator.reporting.sheets import run_pages
from models.fault import InputError
from models.result import RunResult

# Groningen and Flevoland have three places each, Zuid-Holland and Zeeland lack two each. Either of
# both may serve either over, in all, as little distance: 202.9 + 164.5 = 277.1 + 90.3 km.
TASKS = {"PV20": (2717, 230), "PV24": (2441, 207), "PV28": (19776, 1677), "PV29": (2109, 179)}
BEYOND = {"PV20": 3, "PV24": 3, "PV28": -2, "PV29": -2}
PLANS = (
    "nederland-2024",
    "merging.minimum_site={regular: 0, amv: 0}",
    "national.takeover=least_distance",
    f"provinces=[{', '.join(TASKS)}]",
    "unlocated_offers=["
    + ", ".join(
        f"{{province: {code}, places: {{regular: {total - amv + BEYOND[code]}, amv: {amv}}}}}"
        for code, (total, amv) in TASKS.items()
    )
    + "]",
)


def result_of(*overrides: str) -> RunResult:
    return allocator.run(PLANS[0], [*PLANS[1:], *overrides]).result


def moved(result: RunResult) -> dict[tuple[str, str], int]:
    return {(one.giver, one.taker): one.places for one in result.takeovers}


def test_takeovers_that_could_be_others_are_told_with_what_decides():
    result = result_of()
    assert moved(result) == {("PV20", "PV28"): 1, ("PV24", "PV28"): 1, ("PV24", "PV29"): 2}
    (tie,) = result.ties
    assert (tie.stage, tie.kind, tie.places, tie.drawn) == ("plan", "regular", 4, ())
    assert tie.tied == tie.order == ("PV20", "PV24", "PV28", "PV29")
    page = "\n".join(item for page in run_pages(result) for item in page.items)
    assert (
        "who takes over from whom (NL, regular): 4 places could be taken over otherwise over as "
        "little distance: Groningen from Zuid-Holland, Groningen from Zeeland, Flevoland from "
        "Zuid-Holland, Flevoland from Zeeland; order of lots: Groningen, Flevoland, Zuid-Holland, "
        "Zeeland (by CBS code: no lots were drawn)." in page
    )
    lines = [line for chapter in explain(result, "PV28").chapters for line in chapter.lines]
    assert any("could be taken over otherwise" in line.says for line in lines)


def test_lots_of_provinces_decide_between_plans():
    result = result_of("national.lots=[Groningen, Zeeland, Zuid-Holland, Flevoland]")
    assert moved(result) == {("PV20", "PV29"): 1, ("PV24", "PV28"): 2, ("PV24", "PV29"): 1}
    (tie,) = result.ties
    assert tie.order == ("PV20", "PV29", "PV28", "PV24")


def test_a_draw_between_plans_in_which_a_province_is_missing_is_refused():
    with pytest.raises(InputError, match="Zeeland drew no lot"):
        result_of("national.lots=[Groningen, Flevoland, Zuid-Holland]")


def test_a_plan_that_is_the_only_best_one_is_no_tie():
    result = allocator.run("nederland-2024-reports", PLANS[1:2]).result
    assert [tie for tie in result.ties if tie.stage == "plan"] == []


def test_lots_of_provinces_have_no_effect_where_nobody_takes_over():
    result = allocator.run("overijssel-2024", ["national.lots=[Overijssel]"]).result
    (said,) = [one.message for one in result.warnings if one.code == "without-effect"]
    assert said.startswith("national.lots")
    assert said.endswith("takeover is none")
