# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations: one broken number in a timeline must fail its verification."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

import allocator
from allocator import outlook
from allocator.verification.timeline import TIMELINE_CHECKS, verify_timeline
from models.fault import Defect
from models.result import Failure, Verdict
from models.timeline import TimelineAnswer
from tests.timeline.planted_plans import PLANTED_PLANS
from tests.timeline.planted_redivided import PLANTED_REDIVIDED

Json = dict[str, Any]
HARDENBERG, SWAP, ZWOLLE_1 = 8, 19, 13


@cache
def saved(on: str | None = None) -> Json:
    return allocator.timeline("overijssel-2024", on=on).model_dump(mode="json")


def checked(value: Json) -> Verdict:
    return verify_timeline(TimelineAnswer.model_validate_json(json.dumps(value)))


def area(value: Json, name: str) -> Json:
    return next(one for one in value["lines"] if one["name"] == name)


def raised(what: str, number: int, part: str = "total") -> Callable[[Json], None]:
    """One more in one month of Hardenberg."""

    def change(value: Json) -> None:
        area(value, "Hardenberg")[what][part][number] += 1

    return change


def of(name: str, *path: Any, value: Any) -> Callable[[Json], None]:
    """Another value somewhere in the line of an area."""

    def change(answer: Json) -> None:
        holder = area(answer, name)
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = value

    return change


def at(*path: Any, value: Any) -> Callable[[Json], None]:
    """Another value somewhere in the answer."""

    def change(answer: Json) -> None:
        holder: Any = answer
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = value

    return change


def without(*path: Any) -> Callable[[Json], None]:
    """An answer that leaves something out."""

    def change(answer: Json) -> None:
        holder: Any = answer
        for key in path[:-1]:
            holder = holder[key]
        del holder[path[-1]]

    return change


def swapped(answer: Json) -> None:
    options = answer["extensions"][0]["options"]
    options[0], options[1] = options[1], options[0]


def moved(answer: Json) -> None:
    """Borne in another province, which is none of the answer's."""
    area(answer, "Borne")["province"] = "PV24"


def twice(answer: Json) -> None:
    """Borne on two lines."""
    answer["lines"].append(area(answer, "Borne"))


def bigger_task(answer: Json) -> None:
    area(answer, "Overijssel")["task"].update(regular=5788, total=6326)


def sum_of_shares(answer: Json) -> None:
    area(answer, "Twente").update(task_status="computed", task_row="")
    area(answer, "Twente")["task"].update(
        regular=1, total=1 + area(answer, "Twente")["task"]["amv"]
    )


def reported(answer: Json) -> None:
    """Places of a report, where the scenario asks for none."""
    answer["unknown"].append({**answer["unknown"][0], "source": "report", "status": None})


def left_out(answer: Json) -> None:
    """Borne without a line, as if its report were not known."""
    line = area(answer, "Borne")
    answer["lines"].remove(line)
    told = ("available", "gap", "total", "amv", "drops", "made_of")
    kept = {key: value for key, value in line.items() if key not in told}
    answer["not_known"].append({**kept, "because": "no-report"})


PLANTED: list[tuple[str, str | None, Callable[[Json], None]]] = [
    (
        "lend_in_time[kampen-dronten-2024]: gives 200 regular places and has 0 at most",
        None,
        at("contracts", SWAP, "giver", value="GM0147"),
    ),
    ("record_of_timeline: the sha256: ", None, at("settings", "population", value=2022)),
    ("record_of_timeline: every setting stands ", None, at("settings", "raming", value=2024)),
    ("record_of_timeline: the sha256: ", None, without("settings", "population")),
    ("record_of_timeline: the sha256: 0, must be ", None, at("sha256", value="0")),
    ("record_of_timeline: the name: mine, must be ", None, at("scenario", value="mine")),
    ("record_of_timeline: the title: Mine, must be ", None, at("title", value="Mine")),
    ("record_of_timeline: the raming: 2026, must be 2024", None, at("raming", value="2026")),
    (
        "record_of_timeline: the statuses: guaranteed, must be guaranteed, likely",
        None,
        at("statuses", value=["guaranteed"]),
    ),
    (
        "record_of_timeline: the conditions: require, must be assume",
        None,
        at("conditions", value="require"),
    ),
    (
        "record_of_timeline: the reference tables are named",
        None,
        at("manifest", "inputs", value=[]),
    ),
    ("share_out_tasks: the provinces: , must be PV23", None, without("lines", 0)),
    ("share_out_tasks[PV23.regular]: the task: 5788, must be 5787", None, bigger_task),
    (
        "tell_pledges: places without a window: 557 and 0 in VR05, ",
        None,
        at("unknown", 0, "places", value={"regular": 557, "amv": 0, "total": 557}),
    ),
    (
        "tell_pledges: places without a window: 1229 and 50 in VR04, must be 556 and 0 in VR05, ",
        None,
        without("unknown", 0),
    ),
    (
        "tell_pledges: pledges with a window: : 700 regular of GM0160 2016-03-01 to 2026-03-01, ",
        None,
        at("contracts", HARDENBERG, "source", value="pledge"),
    ),
    (
        "lose_plans[twente-intended.regular]: places that fell through: 1, must be 0",
        None,
        at("unknown", 0, "fallen_through", value={"regular": 1, "amv": 0, "total": 1}),
    ),
    ("leave_out_not_known: reports that do not count: PV23, must be ", None, reported),
    (
        "leave_out_not_known[GM0147]: why it is left out: no-report, must be it is known",
        None,
        left_out,
    ),
    ("tell_days_in_turn: the days: ", None, at("days", 5, value="2025-06-02")),
    (
        "tell_days_in_turn: the day of the month: 2, must be 1",
        None,
        at("days", 0, value="2025-01-02"),
    ),
    ("add_up_areas: how many areas: 28, must be 29", None, twice),
    ("tell_days_in_turn: the last day: 2031-12-27, ", None, at("last", value="2031-12-27")),
    ("tell_days_in_turn: the days: ", "2025-07-01", at("last", value="2025-07-02")),
    (
        "accept_by_status[8 overijssel-offers-2024.csv:10]: whether it counts: True, must be False",
        None,
        at("contracts", HARDENBERG, "status", value="intended"),
    ),
    (
        "accept_by_status[twente-intended]: its status is not accepted",
        None,
        at("statuses", value=["guaranteed"]),
    ),
    (
        f"accept_by_status[{SWAP} reference/exchanges.csv:2]: whether it counts: False, must be ",
        None,
        at("contracts", SWAP, "counts", value=False),
    ),
    (
        f"accept_by_status[{SWAP} reference/exchanges.csv:2]: whether it counts: True, must be ",
        None,
        at("conditions", value="require"),
    ),
    (
        "show_conditions_in_time[kampen-dronten-2024]: places shown: 75, must be 74",
        None,
        at("contracts", SWAP, "conditions", 0, "shown", value=75),
    ),
    (
        "show_conditions_in_time[kampen-dronten-2024]: whether it is met: True, must be None",
        None,
        at("contracts", SWAP, "conditions", 0, "met", value=True),
    ),
    ("add_up_areas[GM0147]: the province: PV24, must be PV23", None, moved),
    ("add_up_areas: the provinces: set(), must be {'PV23'}", None, without("lines", 0)),
    ("add_up_areas[VR05.regular]: the task: 1, must be ", None, sum_of_shares),
    (
        "count_every_day[GM0160.regular]: on 2025-02-01: 701, must be 700",
        None,
        raised("available", 1, "regular"),
    ),
    ("count_every_day[GM0160]: on 2025-02-01: 701, must be 700", None, raised("available", 1)),
    (
        "count_every_day[GM0160.amv]: on 2031-12-01: 1, must be 0",
        None,
        raised("available", 83, "amv"),
    ),
    (
        "count_every_day[PV23.regular]: on 2026-04-01: ",
        None,
        at("contracts", HARDENBERG, "until", value="2026-04-01"),
    ),
    ("measure_gaps[GM0160.total]: on 2026-04-01: 356, must be 355", None, raised("gap", 15)),
    ("measure_gaps[GM0160.amv]: on 2025-01-01: 31, must be 30", None, raised("gap", 0, "amv")),
    (
        "measure_gaps[GM0160.total]: 83 numbers for 84 days",
        None,
        lambda value: area(value, "Hardenberg")["gap"]["total"].pop(),
    ),
    (
        "find_shortness[GM0160.total]: short from: 2026-05-01, must be 2026-04-01",
        None,
        of("Hardenberg", "total", "short_from", value="2026-05-01"),
    ),
    (
        "find_shortness[PV23.total]: the largest gap: 3947 on 2028-08-01, must be 3948 on ",
        None,
        of("Overijssel", "total", "largest", "places", value=3947),
    ),
    (
        "find_shortness[PV23.amv]: the largest gap: 512 on 2026-05-01, must be 512 on 2026-04-01",
        None,
        of("Overijssel", "amv", "largest", "on", value="2026-05-01"),
    ),
    (
        "find_shortness[GM0160.total]: overdue from: None, must be 2026-04-01",
        None,
        of("Hardenberg", "total", "overdue_from", value=None),
    ),
    (
        "measure_gaps[PV23.total]: on 2029-01-01: 0, must be None",
        None,
        of("Overijssel", "gap", "total", 48, value=0),
    ),
    (
        "measure_gaps[PV23.total]: on 2027-01-01: 3035, must be 3559",
        None,
        at("binding", 0, "until", value="2027-12-31"),
    ),
    (
        "bind_by_law[2024]: the days: 2025-01-01 to 2027-12-31, must be 2025-01-01 to 2026-12-31",
        None,
        at("binding", 0, "until", value="2027-12-31"),
    ),
    (
        "bind_by_law[2026]: what says on which days it binds: report, must be decision",
        None,
        at("binding", 1, "by", value="report"),
    ),
    (
        "bind_by_law: how many ramingen: 1, must be 2",
        None,
        at("binding", 1, "raming", value="2024"),
    ),
    (
        "bind_by_law: which of them is the scenario's: , must be 0",
        None,
        at("binding", 0, "own", value=False),
    ),
    (
        "bind_by_law[2024]: places are asked for before the decision",
        None,
        at("binding", 0, "ready_by", value="2024-12-20"),
    ),
    (
        "take_other_tasks[PV23]: the tasks that the scenario gives: 2026: 5801, 370, must be ",
        None,
        of("Overijssel", "other_tasks", 0, "given", value=True),
    ),
    (
        "take_other_tasks[PV23]: a task of a raming that binds on no day",
        None,
        of("Overijssel", "other_tasks", 0, "raming", value="2028"),
    ),
    (
        "take_other_tasks[VR05]: no table has the task of a region or a municipality",
        None,
        of("Twente", "other_tasks", value=[{"raming": "2026", "total": 3000}]),
    ),
    (
        "keep_terms[GM0160]: ready by: 2025-12-31, must be 2025-07-01",
        None,
        of("Hardenberg", "ready_by", value="2025-12-31"),
    ),
    (
        "keep_terms[GM0160]: no longer term: 2025-06-30",
        None,
        at("settings", "terms", value={"GM0160": {"until": "2025-06-30", "source": "letter"}}),
    ),
    (
        "tell_drops[GM0160]: the drops: , must be 2026-04-01 700 of which 0",
        None,
        of("Hardenberg", "drops", value=[]),
    ),
    ("list_endings: the contracts: ", None, without("endings", 0)),
    (
        "list_endings[19]: gone from: 2026-04-01, must be 2026-03-01",
        None,
        at("endings", 0, "gone_from", value="2026-04-01"),
    ),
    ("weigh_extensions: the provinces: ", None, without("extensions", 1)),
    ("weigh_extensions[PV23.total]: the extensions: 1 closes 550 ", None, swapped),
    (
        "weigh_extensions[PV23.amv]: the extensions: 6 closes 57 ",
        None,
        at("extensions", 1, "options", 0, "closes", value=57),
    ),
    (
        "weigh_extensions[PV23.total]: the extensions: 8 closes 700 and 23101 place-months, ",
        None,
        at("extensions", 0, "options", 0, "place_months", value=23101),
    ),
    (
        f"weigh_extensions[PV23.total]: as good as the first: {ZWOLLE_1}, must be ",
        None,
        at("extensions", 0, "as_good", value=[ZWOLLE_1]),
    ),
    (
        "weigh_extensions[PV23.total]: the extensions: ",
        None,
        at("contracts", SWAP, "extendable", value=True),
    ),
    (
        "show_sums[GM0160]: the terms: , must be 700 of 8",
        "2025-07-01",
        of("Hardenberg", "made_of", value=[]),
    ),
    (
        "show_sums[GM0160]: the terms: 700 of 8, must be ",
        None,
        of("Hardenberg", "made_of", value=[{"contract": HARDENBERG, "places": 700}]),
    ),
]


@pytest.mark.parametrize("on", [None, "2025-07-01", "2035-01-01"])
def test_a_right_answer_passes_and_says_how_many_checks(on):
    verdict = checked(saved(on))
    assert verdict.ok
    assert verdict.checks == saved(on)["verified"] > 300


@pytest.mark.parametrize(
    ("said", "on", "plant"), PLANTED, ids=[said.partition(":")[0] for said, _, _ in PLANTED]
)
def test_a_planted_violation_is_told_with_its_numbers(said, on, plant):
    value = copy.deepcopy(saved(on))
    plant(value)
    verdict = checked(value)
    assert not verdict.ok
    failures = [f"{failure.check}: {failure.message}" for failure in verdict.failures]
    assert any(failure.startswith(said) for failure in failures), failures


def test_every_check_has_a_planted_violation_and_a_sentence():
    apart = (*PLANTED_PLANS, *PLANTED_REDIVIDED)
    everything = [*(said for said, _, _ in PLANTED), *(said for said, _ in apart)]
    planted = {said.partition(":")[0].partition("[")[0] for said in everything}
    assert planted == {look.__name__ for look in TIMELINE_CHECKS}
    assert all((look.__doc__ or "").splitlines()[0].endswith(".") for look in TIMELINE_CHECKS)


def integers(value: Any, path: tuple[Any, ...] = ()):
    """The paths of every whole number that a reader could take for a result."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if key != "verified":
                yield from integers(inner, (*path, key))
    elif isinstance(value, int) and not isinstance(value, bool):
        yield path


@pytest.mark.parametrize("seed", range(5))
def test_no_number_can_be_changed_unseen(seed):
    luck = random.Random(seed)
    for path in luck.sample(list(integers(saved())), 20):
        value = copy.deepcopy(saved())
        holder: Any = value
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] += 1
        if {"regular", "amv", "total"} == set(holder):  # it adds up, or it cannot be read at all
            other = "total" if path[-1] != "total" else "regular"
            holder[other] += 1
        assert not checked(value).ok, path


def test_an_answer_that_makes_no_sense_does_not_hold():
    value = copy.deepcopy(saved())
    value["days"][-2:] = ["9999-12-01", "9999-12-01"]
    value["extensions"][0]["province"] = "PV99"
    value["settings"] = {"a": 1}
    failures = {one.check: one.message for one in checked(value).failures}
    assert failures["weigh_extensions"] == "makes no sense here (KeyError)"
    assert failures["tell_pledges"].startswith("makes no sense here (")


def test_an_altered_file_does_not_decide_how_long_a_failure_is():
    value = copy.deepcopy(saved())
    area(value, "Hardenberg")["available"]["total"][0] = 10**4000
    assert max(len(one.message) for one in checked(value).failures) <= 403


def test_an_answer_that_fails_is_a_defect_and_does_not_leave(monkeypatch):
    failure = Failure(check="measure_gaps[PV23.total]", message="on 2026-01-01: 1, must be 2")
    verdict = Verdict(ok=False, checks=1, failures=(failure,))
    monkeypatch.setattr(outlook, "verify_timeline", lambda answer: verdict)
    with pytest.raises(Defect, match="must be 2"):
        allocator.timeline("overijssel-2024")
