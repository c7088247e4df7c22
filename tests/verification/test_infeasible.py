# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The checks of an explanation why there is no division: right ones pass, wrong ones do not."""

from __future__ import annotations

import copy
from collections.abc import Callable

import pytest

from allocator.verification.checks.infeasible import _setting
from tests.verification.planted import (
    BASE,
    SHORT,
    Json,
    checked,
    move,
    put,
    said_by,
    saved,
    shortage,
)

SHORT_OF_ROOM = (*BASE, *SHORT)
BEYOND = (*BASE, "distribution.limits={Borne: {amv: {min: 300}}, Almelo: {amv: {min: 100}}}")
BEYOND_IN_ALL = (*BASE, "distribution.limits={Borne: {total: {min: 2000}}}")
# Who has to take 400 amv places of a rest of 358 is placed above what the rest allows.
ALONE = (
    *BASE,
    "distribution={eligible: named, named: [Borne], limits: {Borne: {amv: {min: 400}}}}",
)
EXEMPT = (*BASE, "distribution={eligible: named, named: [Borne], exempt: [Almelo, Borne]}")
BY_REGIONS = (
    *BASE,
    "distribution.region_limits={Twente: {total: {max: 300}}, IJsselland: {total: {max: 300}}}",
)
SITES = (*BASE, "distribution.minimum_site.amv=2000")


@pytest.mark.parametrize(
    "run", [SHORT_OF_ROOM, BEYOND, BEYOND_IN_ALL, ALONE, EXEMPT, BY_REGIONS, SITES]
)
def test_a_right_explanation_passes(run):
    value = saved(*run)
    assert value["status"] == "infeasible"
    assert not checked(value).failures


def stand_still(value: Json) -> None:
    """A minimum that is lowered by nothing."""
    move(value).update(becomes=100, by=0)


def sink_to_zero(value: Json) -> None:
    move(value).update(becomes=0, by=100)


def raise_by_one(value: Json) -> None:
    move(value).update(becomes=99, by=1)


def go_below_zero(value: Json) -> None:
    move(value).update(becomes=-1, by=101)


def go_the_wrong_way(value: Json) -> None:
    move(value).update(becomes=142, by=42)


LOWER = "distribution.limits.GM0141.amv.min"


@pytest.mark.parametrize(
    ("check", "run", "plant", "said"),
    [
        ("move_lines", BEYOND, stand_still, [f"move_lines[{LOWER}]: 100 becomes 100"]),
        ("move_lines", BEYOND, sink_to_zero, []),
        ("move_lines", BEYOND, raise_by_one, []),
        ("move_lines", BEYOND, go_below_zero, [f"move_lines[{LOWER}]: 100 becomes -1"]),
        (
            "move_lines",
            BEYOND,
            go_the_wrong_way,
            [
                f"move_lines[{LOWER}]: how far it moves: 42, must be -42",
                f"move_lines[{LOWER}]: 100 becomes 142",
            ],
        ),
        (
            "move_lines",
            EXEMPT,
            lambda v: move(v).update(becomes="below_share"),
            ["move_lines[distribution.eligible]: what it becomes: below_share, must be all"],
        ),
        (
            "move_lines",
            EXEMPT,
            lambda v: move(v).update(by=3),
            ["move_lines[distribution.eligible]: it moves no places"],
        ),
        (
            "add_shortages",
            SHORT_OF_ROOM,
            lambda v: shortage(v).update(name="Gelderland"),
            ["add_shortages[PV23]: the name: Gelderland, must be Overijssel"],
        ),
        (
            "add_shortages",
            BEYOND,
            lambda v: put(shortage(v)["beyond"], "amv", 1),
            [
                "add_shortages[PV23]: 43 is not in its sentence",
                "add_shortages[PV23].amv: the rest: 357, must be 358",
            ],
        ),
    ],
)
def test_a_wrong_explanation_is_told_with_its_numbers(
    check: str, run: tuple[str, ...], plant: Callable[[Json], None], said: list[str]
):
    value = copy.deepcopy(saved(*run))
    plant(value)
    assert said_by(check, value) == said


def test_the_rest_of_an_explanation_is_that_of_the_area():
    value = copy.deepcopy(saved(*BEYOND))
    put(shortage(value)["rest"], "amv", 1)
    assert said_by("add_shortages", value) == [
        (
            "add_shortages[PV23]: the rest: {'regular': 268, 'amv': 359, 'total': 627}"
            ", must be {'regular': 268, 'amv': 358, 'total': 626}"
        )
    ]


def test_of_two_repairs_that_are_the_same_each_holds_the_other():
    value = copy.deepcopy(saved(*BEYOND))
    first = value["infeasibility"]["repairs"][0]
    value["infeasibility"]["repairs"] = [first, first]
    assert said_by("move_lines", value) == [
        "move_lines[0]: holds another repair",
        "move_lines[1]: holds another repair",
    ]


def test_something_has_to_be_short_or_beyond():
    value = copy.deepcopy(saved(*SHORT_OF_ROOM))
    lacks = shortage(value)
    lacks["placed"], lacks["short"] = lacks["rest"], lacks["beyond"]
    assert "add_shortages[PV23]: nothing is short or beyond" in said_by("add_shortages", value)


def test_a_line_of_the_settings_is_found_by_its_path():
    settings = {"limits": {"GM1": {"max": 3}}, "exempt": ["GM1", "GM2"], "by": "province"}
    assert _setting(settings, "limits.GM1.max") == 3
    assert _setting(settings, "exempt.1") == "GM2"
    assert _setting(settings, "exempt.2") is None
    assert _setting(settings, "exempt.GM1") is None
    assert _setting(settings, "by.province") is None
    assert _setting(settings, "limits.GM9.max") is None
