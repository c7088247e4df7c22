# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The twin: a right comparison passes, and every planted violation is told."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from allocator.verification.comparison import COMPARISON_CHECKS, verify_comparison
from models.comparison import ComparisonResult
from models.result import Verdict
from tests.comparison.runs import compared, run

Json = dict[str, Any]

BY_KEY = (("overijssel-2024",), ("overijssel-2024", "key.name=inhabitants"))
BY_RAMING = (("overijssel-2024",), ("overijssel-2026",))
LIMITED = (
    ("overijssel-2024",),
    ("overijssel-2024", "distribution.limits={Borne: {amv: {max: 3}}}"),
)
UNDIVIDED = (("overijssel-2024",), ("overijssel-2024", "distribution.eligible=named"))
SAME = (("overijssel-2024",), ("overijssel-2024",))
WIDER = (("overijssel-2024",), ("nederland-2024", "provinces=[PV23, PV24]"))


def checked(value: Json, runs: tuple[tuple[str, ...], ...]) -> Verdict:
    answer = ComparisonResult.model_validate_json(json.dumps(value))
    return verify_comparison(answer, [run(*one).result for one in runs])


@cache
def saved(runs: tuple[tuple[str, ...], ...]) -> Json:
    return compared(*runs).model_dump(mode="json")


@pytest.mark.parametrize("runs", [BY_KEY, BY_RAMING, LIMITED, UNDIVIDED, WIDER, WIDER[::-1], SAME])
def test_a_right_comparison_passes_every_check(runs):
    verdict = checked(saved(runs), runs)
    assert not verdict.failures
    assert verdict.checks > 300


def set_(path: str, new: Any) -> Callable[[Json], None]:
    def change(value: Any) -> None:
        *way, last = path.split(".")
        for key in way:
            value = value[int(key)] if isinstance(value, list) else value[key]
        value[int(last) if isinstance(value, list) else last] = new

    return change


def measure(name: str, new: str, field: str = "value", part: str = "total"):
    """Change a measure of the second run."""

    def change(value: Json) -> None:
        found = value["runs"][1]["measures"]
        next(one for one in found if (one["name"], one["of"]) == (name, part))[field] = new

    return change


def of_enschede(path: str, new: Any) -> Callable[[Json], None]:
    def change(value: Json) -> None:
        line = next(one for one in value["municipalities"] if one["code"] == "GM0153")
        set_(path, new)(line["figures"][1])

    return change


def without_last(value: Json) -> None:
    del value["municipalities"][-1]


def without_ranks(value: Json) -> None:
    for line in value["municipalities"]:
        for one in line["figures"]:
            one["rank"] = one["rank_per_thousand"] = None
            if one["difference"]:
                one["difference"]["rank"] = one["difference"]["rank_per_thousand"] = None


def with_fewer_losses(value: Json) -> None:
    del value["movers"][0]["losses"][-1]


def only_by_places(value: Json) -> None:
    value["movers"] = [one for one in value["movers"] if one["by"] == "places"]


def of_another_run(value: Json) -> None:
    (one,) = (one for one in value["notices"] if one["code"] == "not-in-every-run")
    one["message"] = one["message"].replace("A does", "B does", 1)


def with_a_task_that_does_not_differ(value: Json) -> None:
    told = copy.deepcopy(saved(BY_RAMING)["tasks"][0])
    told["figures"][1] = told["figures"][0]
    value["tasks"] = [told]


PLACES = {"regular": 600, "amv": 50, "total": 650}
NOTHING = {"regular": 0, "amv": 0, "total": 0}

PLANTED: list[tuple[str, Any, Callable[[Json], None]]] = [
    ("repeat_runs[B]: the sha256 of the scenario", BY_KEY, set_("runs.1.sha256", "0" * 64)),
    ("repeat_runs[B]: raming and status", BY_KEY, set_("runs.1.raming", "2026")),
    ("repeat_runs[B]: the task", BY_KEY, set_("runs.1.task", NOTHING)),
    ("repeat_runs[A]: the municipalities", BY_KEY, without_last),
    ("repeat_runs[B.GM0153]: decision", BY_KEY, of_enschede("decision", PLACES)),
    ("repeat_runs[B.GM0153]: whose figures", BY_KEY, of_enschede("inhabitants", 5)),
    ("repeat_runs[B.GM0153]: whose figures", BY_RAMING, of_enschede("raming", "2024")),
    ("subtract_the_first[B.GM0153]: share", BY_KEY, of_enschede("difference.share", NOTHING)),
    ("subtract_the_first[B.GM0153]: part", BY_RAMING, of_enschede("difference.part", "1/100")),
    ("subtract_the_first[B.GM0153]: rank", BY_RAMING, of_enschede("difference.rank", 7)),
    ("hold_to_pro_rata[B.total]: pro rata parts add", BY_KEY, of_enschede("pro_rata", "861")),
    ("hold_to_pro_rata[B.amv]: in proportion", BY_KEY, of_enschede("pro_rata_amv", "73")),
    ("hold_to_pro_rata[B.total]: the largest", BY_KEY, measure("largest_deviation", "386")),
    (
        "hold_to_pro_rata[B.total]: the deviation of GM0153",
        BY_KEY,
        measure("largest_deviation", "GM0153", "code"),
    ),
    ("hold_to_pro_rata[B.amv]: the mean", BY_KEY, measure("mean_deviation", "9", part="amv")),
    ("hold_to_pro_rata[B.total]: the relative", BY_KEY, measure("relative_deviation", "1/3")),
    ("weigh_inhabitants[B]: the Gini coefficient", BY_KEY, measure("gini", "1/4")),
    ("weigh_inhabitants[B]: places per 1,000", BY_KEY, measure("per_thousand", "5")),
    ("weigh_inhabitants[B]: lowest", BY_KEY, measure("lowest_per_thousand", "0")),
    (
        "weigh_inhabitants[B]: highest_per_thousand of GM0153",
        BY_KEY,
        measure("highest_per_thousand", "GM0153", "code"),
    ),
    ("weigh_inhabitants[B]: the Gini coefficient", UNDIVIDED, measure("gini", "0")),
    ("rank_by_counting[B.GM0153]: rank", BY_KEY, of_enschede("rank", 1)),
    ("rank_by_counting[B.GM0153]: rank", BY_KEY, of_enschede("rank", None)),
    ("rank_by_counting[A.GM0141]: rank", BY_KEY, without_ranks),
    ("rank_by_counting[A.GM0141]: rank_per_thousand", BY_KEY, without_ranks),
    ("tell_movers[B.places]: who gains, loses", BY_KEY, set_("movers.0.gaining", 7)),
    ("tell_movers[B.places]: who gains most", BY_KEY, set_("movers.0.gains.0.code", "GM0141")),
    ("tell_movers[B.places]: who gains most", BY_KEY, set_("movers.0.gains.0.places", 1)),
    ("tell_movers[B.places]: who loses most", BY_KEY, set_("movers.0.losses", [])),
    ("tell_movers[B.places]: who loses most", BY_KEY, with_fewer_losses),
    ("tell_movers: whose movers", BY_KEY, set_("movers", [])),
    ("tell_movers: whose movers", BY_RAMING, only_by_places),
    ("tell_notices: the notices", BY_RAMING, set_("notices", [])),
    ("tell_notices: the notices", UNDIVIDED, set_("notices", [])),
    ("tell_notices: the notices", WIDER, of_another_run),
    ("tell_notices: the notices", SAME, set_("notices.0.message", "C and B ask the same")),
    ("count_tasks[B]: small_tasks", BY_KEY, measure("small_tasks", "23")),
    ("count_tasks[B]: place_km", BY_KEY, measure("place_km", "1684")),
    ("count_tasks[B]: tasks", UNDIVIDED, measure("tasks", "0")),
    ("tell_settings[key.name]: the setting", BY_KEY, set_("settings.0.values.1.value", "column")),
    ("tell_settings[key.name]: where it", BY_KEY, set_("settings.0.values.1.where", "mine:1")),
    ("tell_settings[key.name]: no such", BY_KEY, set_("settings.0.values.1.there", False)),
    ("tell_settings: the settings differ", BY_KEY, set_("settings", [])),
    ("tell_tables: the tables differ", (BY_RAMING[0], ("overijssel-2022",)), set_("tables", [])),
    (
        "tell_tables[overijssel-offers-2024.csv]: the sha256",
        (BY_RAMING[0], ("overijssel-2022",)),
        set_("tables.0.sha256.0", "0" * 64),
    ),
    ("tell_tasks: tasks that differ", BY_RAMING, set_("tasks", [])),
    ("tell_tasks: tasks that differ", BY_KEY, with_a_task_that_does_not_differ),
    ("tell_tasks[PV23]: the task", BY_RAMING, set_("tasks.0.figures.1.task", NOTHING)),
    ("tell_tasks[PV23]: the raming", BY_RAMING, set_("tasks.0.figures.1.raming", "2024")),
]


@pytest.mark.parametrize(("said", "runs", "plant"), PLANTED, ids=[one[0] for one in PLANTED])
def test_a_planted_violation_is_told(said, runs, plant):
    value = copy.deepcopy(saved(runs))
    plant(value)
    failures = [f"{one.check}: {one.message}" for one in checked(value, runs).failures]
    assert any(one.startswith(said) for one in failures), failures


def test_every_check_has_a_planted_violation():
    planted = {said.partition(":")[0].partition("[")[0] for said, _, _ in PLANTED}
    assert planted == {look.__name__ for look in COMPARISON_CHECKS}


def test_what_makes_no_sense_does_not_hold():
    value = copy.deepcopy(saved(BY_KEY))
    value["runs"][1]["measures"] = []
    failures = [one.message for one in checked(value, BY_KEY).failures]
    assert "makes no sense here (KeyError)" in failures
