# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A search that ends before its proof: the best found, its bound, the gap, and why."""

from __future__ import annotations

import signal
import threading
import time
from dataclasses import replace
from fractions import Fraction

import pytest

import allocator
from allocator.answers import explain
from allocator.distribution import choice, search
from allocator.distribution.choice import NothingFound, choose
from allocator.reporting import render
from allocator.solving import Solution, Status
from models.scenario import Solver
from tests.distribution.enumeration import allocations, best, choices, deviation, random_part

HURRY = "solver.time_limit_seconds=0.001"
REGION = "distribution.region_limits={Twente: {total: {min: 300, max: 310}, amv: {max: 150}}}"
MINIMA = "distribution.minimum_site={regular: 30, amv: 30}"
RUNS = [
    ("overijssel-2024", MINIMA, REGION),
    ("overijssel-2024-guaranteed", "distribution.minimum_site={regular: 130, amv: 35}"),
    ("nederland-2024", "distribution.minimum_site={regular: 130, amv: 25}"),
    (
        "nederland-2024",
        "provinces=[PV28]",
        "distribution.minimum_site={regular: 200, amv: 40}",
        "distribution.region_limits={Haaglanden: {total: {min: 5000, max: 5003}}}",
    ),
]


def check_unproven(result) -> None:
    assert result.status == "feasible"
    assert result.verification.ok
    unproven = [one for one in result.objectives if one.stage == "distribution" and not one.proven]
    assert unproven
    for one in result.objectives:
        assert one.bound <= one.value
        assert one.proven == (one.gap == 0)


@pytest.mark.parametrize("run", RUNS)
def test_a_millisecond_gives_a_verified_division_with_its_bound(run):
    name, *overrides = run
    result = allocator.run(name, [*overrides, HURRY]).result
    check_unproven(result)
    notice, plan = [one for one in result.warnings if one.code == "unproven"]
    assert "before the plan of merged tasks was proven" in plan.message
    assert notice.message.startswith("the time limit of 0.001 seconds passed before all was proven")
    assert notice.message.endswith(
        "; each has the best division that was found, and it meets every rule"
    )
    page = render(result, "table")
    assert "Status: feasible (the best found, not proven)." in page
    assert "\nNot proven\n" in page
    assert "the gap is " in page


def test_the_gap_holds_the_least_deviation():
    hurried = allocator.run("overijssel-2024", [MINIMA, REGION, HURRY]).result
    proven = allocator.run("overijssel-2024", [MINIMA, REGION]).result
    assert proven.status == "optimal"
    (ours,), (least,) = (
        [one for one in result.objectives if one.name == "deviation"]
        for result in (hurried, proven)
    )
    assert ours.unit == least.unit
    assert ours.bound <= least.value <= ours.value


def interrupting(times: int):
    """Told what is at hand, presses Ctrl-C once the rest is divided, so many times."""
    pressed = 0

    def tell(message: str) -> None:
        nonlocal pressed
        if message.startswith("dividing the rest") and pressed < times:
            pressed += 1
            signal.raise_signal(signal.SIGINT)

    return tell


@pytest.mark.parametrize("run", RUNS)
def test_ctrl_c_gives_the_best_found_so_far_and_solves_nothing_more(run, monkeypatch):
    name, *overrides = run
    monkeypatch.setattr(search, "solve", None)
    result = allocator.run(name, overrides, interrupting(1)).result
    check_unproven(result)
    notice, plan = [one for one in result.warnings if one.code == "interrupted"]
    assert "before the plan of merged tasks was proven" in plan.message
    assert notice.message.startswith("the run was interrupted before all was proven: ")
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_in_the_middle_of_a_search_keeps_what_was_found(monkeypatch):
    # The first question is answered; Ctrl-C comes while it is asked who ties.
    asked = []

    def counted(program, *settings, **named):
        asked.append(program)
        if len(asked) == 2:
            signal.raise_signal(signal.SIGINT)
        return solve(program, *settings, **named)

    solve = search.solve
    monkeypatch.setattr(search, "solve", counted)
    result = allocator.run("overijssel-2024", [MINIMA, REGION]).result
    assert len(asked) == 2
    check_unproven(result)
    (unsettled,) = [
        one for one in result.objectives if one.stage == "distribution" and not one.proven
    ]
    assert (unsettled.name, unsettled.bound) == ("unsettled", 0)
    assert "lots did not get to decide" in render(result, "table")


def test_ctrl_c_twice_drops_everything():
    with pytest.raises(KeyboardInterrupt):
        allocator.run("overijssel-2024", [MINIMA, REGION], interrupting(2))
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_leaves_a_division_that_needs_no_search_as_it_is_and_its_plan_unproven():
    interrupted = allocator.run("overijssel-2024", (), interrupting(1)).result
    whole = allocator.run("overijssel-2024").result
    assert interrupted.status == "feasible"
    assert {one.stage for one in interrupted.objectives if not one.proven} == {"merging"}
    assert [one.decision for one in interrupted.municipalities] == [
        one.decision for one in whole.municipalities
    ]
    assert interrupted.verification.ok


def test_an_infeasible_scenario_that_is_interrupted_stays_infeasible_without_repairs():
    result = allocator.run(
        "overijssel-2024", ["distribution.eligible=named"], interrupting(1)
    ).result
    assert result.status == "infeasible"
    assert result.verification.ok
    assert not result.infeasibility.complete


def test_ctrl_c_while_explaining_stops_every_search_that_is_still_to_come(monkeypatch):
    monkeypatch.setattr(search, "solve", None)
    explained = explain("overijssel-2024", "Borne", [MINIMA, REGION], ["Borne=0"], interrupting(1))
    assert explained.status == "feasible"
    (answer,) = explained.why_not
    assert answer.status == "feasible"


def test_a_handler_of_somebody_else_is_left_alone():
    pressed = []
    before = signal.signal(signal.SIGINT, lambda *_: pressed.append(1))
    try:
        result = allocator.run("overijssel-2024", (), interrupting(1)).result
        assert pressed == [1]
    finally:
        signal.signal(signal.SIGINT, before)
    assert result.status == "optimal"


def test_a_run_in_another_thread_is_like_any_other():
    found = []
    thread = threading.Thread(
        target=lambda: found.append(allocator.run("overijssel-2024", [MINIMA, REGION, HURRY]))
    )
    thread.start()
    thread.join(60)
    check_unproven(found[0].result)


@pytest.mark.parametrize("coupled", [False, True])
def test_stopped_at_any_moment_the_choice_is_valid_and_its_bound_holds(coupled, monkeypatch):
    solve, left = search.solve, 0

    def some(program, *settings, **named):
        nonlocal left
        left -= 1
        if left < 0:
            return Solution(Status.UNKNOWN, {}, 0)
        return solve(program, *settings, **named)

    monkeypatch.setattr(search, "solve", some)
    unproven = 0
    for seed in range(50_000, 50_040):
        part = random_part(seed, coupled=coupled)
        if best(part) is None:
            continue
        least = min(
            deviation(part, places)
            for chosen in choices(part)
            for places in allocations(part, chosen)
        )
        for solves in (0, 1, 2):
            left = solves
            found = choose(part, Solver(time_limit_seconds=Fraction(30), workers=1))
            assert found.deviation_bound <= least <= found.deviation, seed
            assert found.left_out_bound <= found.left_out
            assert found.deviation == deviation(part, dict(found.places))
            assert bool(found.stop) != found.proven
            unproven += not found.proven
    assert unproven


def test_without_a_start_and_without_time_the_status_is_unknown(monkeypatch):
    monkeypatch.setattr(choice, "start_of", lambda part: None)
    monkeypatch.setattr(
        search,
        "solve",
        lambda *settings, **named: Solution(Status.UNKNOWN, {}, 0, interrupted=False),
    )
    result = allocator.run("overijssel-2024", [MINIMA, "solver.time_limit_seconds=1"]).result
    assert result.status == "unknown"
    assert result.verification.ok
    assert result.reasons == (
        (
            "Overijssel (amv): nothing found, for the time limit of 1 second passed; there may be "
            "a division"
        ),
    )
    with pytest.raises(NothingFound, match="interrupted") as caught:
        choose(random_part(50_001, coupled=True), Solver(), lambda: True)
    assert caught.value.stop == "interrupted"


def test_the_time_limit_is_shared_by_all_that_is_solved_for_a_part(monkeypatch):
    limits = []

    def slow(program, limit, *settings, **named):
        limits.append(limit)
        return replace(solve(program, Fraction(60), *settings, **named), seconds=4.0)

    solve = search.solve
    monkeypatch.setattr(search, "solve", slow)
    allocator.run("overijssel-2024", [MINIMA, REGION, "solver.time_limit_seconds=9"])
    assert limits[:3] == [9, 5, 1]
    assert set(limits[3:]) <= {Fraction(1, 10)}


def test_the_hard_coupled_case_is_settled_in_a_minute():
    began = time.monotonic()
    result = allocator.run("overijssel-2024", [MINIMA, REGION]).result
    assert result.status == "optimal"
    assert [(tie.stage, tie.tied, tie.drawn) for tie in result.ties] == [
        ("selection", ("GM0180.amv", "GM1773.amv"), ("GM0180.amv",))
    ]
    assert time.monotonic() - began < 60
