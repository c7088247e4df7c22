# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Frontiers of real scenarios: against trying everything, against single runs, and what is said."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from heapq import heapify, heapreplace
from itertools import combinations

import pytest

import allocator
from allocator.clock import Clock
from allocator.pareto import divisions, merging
from allocator.pareto.asked import asked
from allocator.pipeline import prepare
from models.fault import InputError

OVERIJSSEL = "overijssel-2024"
CLOSED = "unlocated_offers=[{province: PV23, places: {regular: 300, amv: 400}}]"
FEW = ("Almelo", "Borne", "Dalfsen", "Deventer", "Staphorst", "Zwolle")
NAMED = ("distribution.eligible=named", f"distribution.named=[{', '.join(FEW)}]")


def least_deviation(weights: dict[str, int], taking: tuple[str, ...], rest: int) -> Fraction:
    """With at least one place for each of these and none for others, one place at a time."""
    together = sum(weights.values())
    targets = {code: Fraction(rest * weight, together) for code, weight in weights.items()}
    places = dict.fromkeys(taking, 1)

    def cost(code: str) -> Fraction:
        return abs(places[code] + 1 - targets[code]) - abs(places[code] - targets[code])

    waiting = [(cost(code), code) for code in taking]
    heapify(waiting)
    for _ in range(rest - len(taking)):
        _, code = waiting[0]
        places[code] += 1
        heapreplace(waiting, (cost(code), code))
    return sum((abs(places.get(code, 0) - target) for code, target in targets.items()), Fraction())


@pytest.mark.parametrize("kind", ["regular", "amv"])
def test_the_frontier_by_participants_is_what_trying_every_choice_finds(kind):
    found = allocator.frontier(OVERIJSSEL, NAMED, by="participants", kind=kind)
    (curve,) = found.answer.curves
    result = found.point(1)
    rest = result.areas[0].rest.of(kind)
    weights = {one.code: one.share.of(kind) for one in result.municipalities if one.name in FEW}
    expected, least = [], None
    for number in range(1, len(weights) + 1):
        best = min(
            least_deviation(weights, chosen, rest) for chosen in combinations(weights, number)
        )
        if least is None or best < least:
            least = best
            expected.append((number, best))
    assert [
        (point.value("most_participants"), point.value("deviation")) for point in curve.points
    ] == expected
    assert (found.status, curve.complete, curve.infeasible) == ("optimal", True, ())
    for point in curve.points:
        assert point.proven
        assert point.value("participants") == point.value("most_participants")
        assert sum(bool(one.rest and one.rest.of(kind)) for one in point.municipalities) == int(
            point.value("participants")
        )


def test_fewer_than_can_carry_the_rest_end_the_frontier_and_say_why():
    each = ", ".join(f"{name}: {{amv: {{max: 100}}}}" for name in FEW)
    found = allocator.frontier(
        OVERIJSSEL, (*NAMED, f"distribution.limits={{{each}}}"), by="participants", kind="amv"
    )
    (curve,) = found.answer.curves
    assert [point.step for point in curve.points] == [4, 5, 6]
    (refused,) = curve.infeasible
    assert (refused.step, refused.override) == (3, "distribution.most_participants.amv=3")
    assert refused.reasons == (
        (
            "Overijssel: the 6 eligible municipalities can take at most 300 amv places, as only so "
            "many municipalities may take part; the rest is 358; 58 short."
        ),
    )
    assert found.status == "optimal"


@pytest.fixture(scope="module")
def amv():
    return allocator.frontier(OVERIJSSEL, kind="amv", steps=[0, 10, 12, 20, 2000])


def test_every_point_is_the_run_that_its_line_asks_for(amv):
    (curve,) = amv.answer.curves
    for point in curve.points:
        alone = allocator.run(OVERIJSSEL, [point.override]).result
        behind = amv.point(point.number)
        bare = {"manifest": alone.manifest.model_copy(update={"seconds": {}})}
        again = {"manifest": behind.manifest.model_copy(update={"seconds": {}})}
        assert behind.model_copy(update=again) == alone.model_copy(update=bare)
        rests = {one.code: one.rest for one in alone.municipalities}
        assert {one.code: one.rest for one in point.municipalities} == rests
        (deviation,) = (
            one for one in alone.objectives if (one.name, one.kind) == ("deviation", "amv")
        )
        assert point.value("deviation") == Fraction(deviation.value, deviation.unit)
        decided = [one for one in alone.municipalities if one.rest.amv]
        assert point.value("participants") == len(decided)
        assert point.value("small_tasks") == sum(one.decision.amv < 20 for one in decided)
        assert point.value("deviation") <= point.value("deviation_as_divided")
        assert point.verified == alone.verification.checks > 1_000


def test_the_steps_lie_on_the_frontier_off_it_or_have_no_division(amv):
    (curve,) = amv.answer.curves
    assert [point.step for point in curve.points] == [20, 12, 10, 0]
    assert curve.dominated == ()
    assert [one.step for one in curve.infeasible] == [2000]
    assert curve.infeasible[0].reasons[0].endswith("the rest is 358; 358 short.")
    assert all(point.proven for point in curve.points)


def test_a_ladder_of_minimum_sites_is_not_complete_for_other_steps_do_better():
    ladders = [
        allocator.frontier(OVERIJSSEL, kind="regular", steps=steps) for steps in ("0,30", "0,26")
    ]
    for found in ladders:
        assert (found.status, found.answer.curves[0].complete) == ("feasible", False)
    coarse, fine = (
        {
            (one.value("small_tasks"), one.value("deviation"))
            for one in found.answer.curves[0].points
        }
        for found in ladders
    )
    assert any(few <= small and less < far for small, far in coarse for few, less in fine)


def test_a_ladder_is_complete_where_nothing_is_small_without_a_minimum():
    found = allocator.frontier(OVERIJSSEL, kind="amv", steps=[0, 20], small=1)
    (curve,) = found.answer.curves
    assert [(point.step, point.value("small_tasks")) for point in curve.points] == [(0, 0)]
    assert (found.status, curve.complete) == ("optimal", True)


def test_what_is_off_the_frontier_names_a_point_that_is_at_least_as_good():
    found = allocator.frontier(OVERIJSSEL, kind="amv", steps="0,2,8")
    (curve,) = found.answer.curves
    (kept,) = curve.points
    assert kept.step == 0
    assert [(one.step, one.instead, one.number) for one in curve.dominated] == [
        (2, 1, None),
        (8, 1, None),
    ]
    for one in curve.dominated:
        assert one.value("small_tasks") >= kept.value("small_tasks")
        assert one.value("deviation") >= kept.value("deviation")


def test_points_of_both_kinds_are_numbered_one_after_the_other():
    found = allocator.frontier(OVERIJSSEL, steps=[0, 20, 100])
    regular, amv = found.answer.curves
    assert (regular.kind, regular.small, amv.kind, amv.small) == ("regular", 100, "amv", 20)
    numbers = [point.number for curve in found.answer.curves for point in curve.points]
    assert numbers == list(range(1, len(numbers) + 1))
    assert found.points["number"].dropna().tolist() == numbers
    assert found.points["deviation"].map(type).eq(Fraction).all()
    with pytest.raises(InputError) as refused:
        found.point(len(numbers) + 1)
    assert refused.value.faults[0].code == "no-such-point"


def test_the_frontier_of_merging_is_its_trade_off_without_the_sites():
    name = "overijssel-2024-guaranteed"
    found = allocator.frontier(name, by="merging")
    (curve,) = found.answer.curves
    traded = allocator.merge(name, trade_off=True).trade_off
    pairs = {(one.moved_tasks, one.place_km) for one in traded}
    best = {
        pair
        for pair in pairs
        if not any(o != pair and o[0] <= pair[0] and o[1] <= pair[1] for o in pairs)
    }
    told = [(point.value("moved_tasks"), point.value("place_km")) for point in curve.points]
    assert told == sorted(best)
    assert len(curve.all_points) == len(traded)
    assert (curve.kind, found.status) == (None, "optimal")
    for point in curve.points:
        moved = [member for merge in found.point(point.number).merges for member in merge.moved]
        assert len(moved) == point.value("moved_tasks")
        assert allocator.verify(allocator.Run(found.point(point.number))).ok
        assert point.verified > 1_000


def test_rules_that_couple_the_kinds_count_both_in_the_deviation():
    found = allocator.frontier(
        OVERIJSSEL,
        ["distribution.region_limits={Twente: {total: {min: 420}}}"],
        kind="amv",
        steps=[0, 10],
    )
    (curve,) = found.answer.curves
    for point in curve.points:
        result = found.point(point.number)
        (deviation,) = (one for one in result.objectives if one.name == "deviation")
        assert deviation.kind == "both"
        assert point.value("deviation") == Fraction(deviation.value, deviation.unit)
        assert point.value("deviation") <= point.value("deviation_as_divided")


def test_a_scenario_without_a_division_says_why():
    few = ["distribution.named=[Borne]", "distribution.limits={Borne: {amv: {max: 9}}}"]
    for by in ("minimum-site", "participants", "merging"):
        found = allocator.frontier(OVERIJSSEL, ["distribution.eligible=named", *few], by=by)
        assert found.status == "infeasible"
        for curve in found.answer.curves:
            assert curve.points == ()
            assert all("short" in one.reasons[0] for one in curve.infeasible)
        assert found.points.empty


def test_a_rest_for_which_nobody_is_eligible_is_no_frontier_but_an_answer():
    found = allocator.frontier(OVERIJSSEL, ["distribution.eligible=named"], by="participants")
    assert found.status == "infeasible"
    for curve in found.answer.curves:
        (refused,) = curve.infeasible
        assert "no municipality is eligible" in refused.reasons[0]


def test_when_it_is_stopped_the_points_so_far_are_the_answer(monkeypatch):
    pressed: list[str] = []
    prepared = prepare(OVERIJSSEL)

    def slowly(changed, progress):
        pressed.append("run")
        return divide(changed, progress)

    divide = divisions.divide
    monkeypatch.setattr(divisions, "divide", slowly)
    trials = divisions.Trials(
        prepared, None, prepared.given(), lambda message: None, lambda: len(pressed) >= 2
    )
    (search,) = trials.searches(asked("minimum-site", "amv", "0,10,20", None))
    curve, results = search.curve(0)
    assert [point.step for point in curve.points] == [10, 0]
    assert (curve.not_tried, curve.complete, len(results)) == ((20,), False, 2)


def test_an_unproven_point_is_called_so():
    found = allocator.frontier(
        "nederland-2024",
        ["provinces=[PV28]", "solver.time_limit_seconds=0.001"],
        kind="regular",
        steps=[150],
    )
    (curve,) = found.answer.curves
    assert [point.proven for point in curve.points] == [False]
    assert (found.status, curve.complete) == ("feasible", False)


def test_a_plan_of_an_unproven_division_is_called_so(monkeypatch):
    hurried = ("distribution.minimum_site={regular: 25}", "solver.time_limit_seconds=0.001")
    unproven = merging.divided(prepare(OVERIJSSEL).given(hurried), print, lambda: False, Clock())
    assert unproven.distributed.status == "feasible"

    def divided(known, *asked):
        return replace(unproven, given=known)

    monkeypatch.setattr(merging, "divided", divided)
    found = allocator.frontier(OVERIJSSEL, hurried[:1], by="merging")
    (curve,) = found.answer.curves
    assert {point.proven for point in curve.all_points} == {False}
    assert (found.status, curve.complete) == ("feasible", False)


@pytest.mark.parametrize(
    ("scenario", "overrides", "options", "code"),
    [
        (OVERIJSSEL, [CLOSED], {"kind": "amv"}, "no-rest"),
        (OVERIJSSEL, [CLOSED], {}, "no-rest"),
        (OVERIJSSEL, ["merging.minimum_site.amv=0"], {"by": "minimum-site"}, "nothing-small"),
        (OVERIJSSEL, ["distribution.by=region"], {"by": "participants"}, "several-areas"),
        ("nederland-2024", [], {"by": "participants"}, "several-areas"),
    ],
)
def test_what_the_scenario_does_not_allow_is_refused(scenario, overrides, options, code):
    with pytest.raises(InputError) as refused:
        allocator.frontier(scenario, overrides, **options)
    assert [fault.code for fault in refused.value.faults] == [code]


def test_what_is_small_can_be_said_where_merging_does_not():
    found = allocator.frontier(
        OVERIJSSEL, ["merging.minimum_site.amv=0"], kind="amv", small=12, steps=[0]
    )
    (curve,) = found.answer.curves
    assert curve.small == 12
