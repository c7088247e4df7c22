# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ties between provinces in proportional amounts: every one is told, also at an upper bound."""

from __future__ import annotations

import json
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import allocator
from allocator.explanation import explain
from allocator.national.amounts import amounts
from allocator.national.transport import Situation
from allocator.reporting.sheets import run_pages
from models.fault import InputError
from models.result import RunResult

BASE = ("merging.minimum_site={regular: 0, amv: 0}", "national.takeover=proportional")
# Of 2024: places, and amv places of them.
TASKS = {
    "PV23": (6325, 538),
    "PV24": (2441, 207),
    "PV27": (16290, 1381),
    "PV30": (14689, 1245),
    "PV31": (5662, 480),
}


def offered(**beyond: int) -> tuple[str, ...]:
    """Provinces that have so many regular places above their task, or below it."""
    found = []
    for code, more in beyond.items():
        total, amv = TASKS[code]
        found.append(f"{{province: {code}, places: {{regular: {total - amv + more}, amv: {amv}}}}}")
    return f"provinces=[{', '.join(beyond)}]", f"unlocated_offers=[{', '.join(found)}]"


# 101 places for two provinces that are short alike: 50 each, and one is drawn.
PLAIN = (*BASE, *offered(PV23=-101, PV24=101, PV27=-101))
# The same, and Limburg, which only Noord-Brabant is next to: pro rata of all it is 67 each.
CEILING = (
    *BASE,
    "national.neighbours_only=true",
    *offered(PV23=-101, PV24=101, PV27=-101, PV30=100, PV31=-101),
)
DRAWN = "national.lots=[Noord-Holland, Overijssel]"


def result_of(*overrides: str) -> RunResult:
    return allocator.run("nederland-2024", overrides).result


def ties(result: RunResult) -> list[tuple[tuple[str, ...], int, tuple[str, ...]]]:
    return [(one.tied, one.places, one.drawn) for one in result.ties if one.stage == "takeover"]


def handed(result: RunResult) -> dict[str, int]:
    return {one.code: one.handed_over.total for one in result.provinces if one.handed_over}


@pytest.mark.parametrize("overrides", [PLAIN, CEILING], ids=["plain", "with a ceiling"])
def test_two_provinces_that_are_short_alike_tie_for_the_odd_place(overrides):
    result = result_of(*overrides)
    assert ties(result) == [(("PV23", "PV27"), 1, ("PV23",))]
    assert {code: handed(result)[code] for code in ("PV23", "PV27")} == {"PV23": 51, "PV27": 50}
    page = "\n".join(item for page in run_pages(result) for item in page.items)
    assert "Overijssel, Noord-Holland tie for 1 place" in page
    assert "(by CBS code: no lots were drawn); drawn: Overijssel." in page
    lines = [line for chapter in explain(result, "PV27").chapters for line in chapter.lines]
    assert any("tie for 1 place." in line.says for line in lines)


@pytest.mark.parametrize("overrides", [PLAIN, CEILING], ids=["plain", "with a ceiling"])
def test_provinces_may_draw_lots_for_it(overrides):
    result = result_of(*overrides, DRAWN)
    assert ties(result) == [(("PV23", "PV27"), 1, ("PV27",))]
    assert {code: handed(result)[code] for code in ("PV23", "PV27")} == {"PV23": 50, "PV27": 51}
    page = "\n".join(item for page in run_pages(result) for item in page.items)
    assert "order of lots: Noord-Holland, Overijssel (drawn: --set national.lots" in page


def test_a_draw_in_which_one_who_ties_is_missing_is_refused():
    with pytest.raises(InputError) as refused:
        result_of(*PLAIN, "national.lots=[Overijssel]")
    (fault,) = refused.value.faults
    assert fault.code == "unfinished-draw"
    assert fault.what == "Overijssel, Noord-Holland tie for 1 place, and Noord-Holland drew no lot"


def test_lots_of_municipalities_do_not_decide_between_provinces():
    assert ties(result_of(*PLAIN, "distribution.lots=[Zwolle, Almelo]"))[0][2] == ("PV23",)


def test_a_tie_that_is_hidden_or_made_up_or_drawn_otherwise_is_seen():
    saved = result_of(*CEILING).to_json()

    def failures(change) -> list[str]:
        value = json.loads(json.dumps(saved))
        change(value)
        run = allocator.Run(RunResult.model_validate_json(json.dumps(value)))
        return [f"{one.check}: {one.message}" for one in allocator.verify(run).failures]

    def tie(value):
        return next(one for one in value["ties"] if one["stage"] == "takeover")

    name = "report_equal_provinces[regular]"
    assert failures(lambda value: value["ties"].remove(tie(value))) == [
        f"{name}: equal claims that are not reported: PV23 PV27, must be "
    ]
    with_limburg = {"tied": ["PV23", "PV27", "PV31"], "order": ["PV23", "PV27", "PV31"]}
    assert failures(lambda value: tie(value).update(with_limburg)) == [
        f"{name}: who is said to tie and does not: PV31, must be "
    ]
    lots = {"lots": ["PV27", "PV23"]}
    assert f"{name}: PV27 goes before PV23 and has no place" in failures(
        lambda value: value["scenario"]["settings"]["national"].update(lots)
    )


@st.composite
def situations(draw):
    """Two givers and four takers, many of which are short alike, at distances that differ."""
    surplus = {f"PV2{n}": draw(st.integers(1, 4)) for n in range(2)}
    shortage = {f"PV3{n}": draw(st.integers(1, 3)) for n in range(4)}
    pairs = [(giver, taker) for giver in surplus for taker in shortage]
    return Situation(
        surplus, shortage, {pair: draw(st.integers(1, 3)) for pair in pairs if draw(st.booleans())}
    )


@settings(max_examples=150, deadline=None)
@given(situations())
def test_who_ties_is_exactly_who_another_order_of_lots_would_treat_differently(situation):
    answers = [amounts(situation, "regular", order) for order in permutations(situation.shortage)]
    found = [one.places for one in answers if one is not None]
    varies = {code for code in situation.shortage if len({each[code] for each in found}) > 1}
    for answer in answers:
        if answer is not None:
            assert {code for tie in answer.ties for code in tie.tied} == varies
            for tie in answer.ties:
                assert tie.places == len(tie.drawn)
                assert set(tie.drawn) <= set(tie.tied)
