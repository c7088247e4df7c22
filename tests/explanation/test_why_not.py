# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why not another number: a second solve, measured with the yardstick of the first."""

from __future__ import annotations

from fractions import Fraction

import pytest
from typer.testing import CliRunner

import allocator
from allocator.explanation import compare, read_question
from allocator.loading import load
from cli import app
from models.explanation import Counterfactual
from models.fault import InputError
from models.scenario import Bound, Limits

NAME = "overijssel-2024"


def asked(question: str, *overrides: str) -> Counterfactual:
    (answer,) = allocator.explain(NAME, "Borne", overrides, [question]).why_not
    return answer


def carried(answer: Counterfactual) -> dict[str, int]:
    return {one.name: one.after.total - one.before.total for one in answer.carried}


def test_nothing_for_borne_costs_the_others_its_22_places():
    answer = asked("Borne=0")
    assert (answer.status, answer.says) == ("optimal", "What if Borne got no places of the rest?")
    more = carried(answer)
    assert more.pop("Borne") == -22
    assert sum(more.values()) == 22
    assert min(more.values()) >= 0
    assert {one.name for one in answer.costs} == {"deviation", "squared_deviation", "left_out"}
    assert all(one.more >= 0 for one in answer.costs)
    assert any(one.more > 0 for one in answer.costs)


@pytest.mark.parametrize("question", ["Borne=0", "Almelo>=40", "Enschede exempt", "Zwolle.amv<=30"])
def test_the_answer_is_the_run_of_the_changed_scenario(question):
    problem = load(NAME)
    result = allocator.run(NAME).result
    change = read_question(question, result, problem.territory, problem.scenario)
    scenario = problem.scenario.model_copy(update={"distribution": change.distribution})
    settings = scenario.distribution.model_dump(mode="json")
    own = allocator.run(NAME, [f"distribution={settings}".replace("None", "null")]).result
    answer = asked(question)
    before = {one.code: one.rest for one in result.municipalities}
    expected = {one.code: one.rest for one in own.municipalities if one.rest != before[one.code]}
    assert {one.code: one.after for one in answer.carried} == expected
    assert compare(change, result, own).costs == answer.costs


def test_the_costs_are_those_of_the_pro_rata_targets_by_hand():
    result = allocator.run(NAME).result
    eligible = [one for one in result.municipalities if one.eligible.amv]
    together = sum(one.share.amv for one in eligible)
    target = {one.code: Fraction(358 * one.share.amv, together) for one in eligible}
    answer = asked("Zwolle.amv<=30")
    after = {one.code: one.after.amv for one in answer.carried}
    (cost,) = [one for one in answer.costs if (one.name, one.kind) == ("deviation", "amv")]
    assert cost.before == sum(abs(one.rest.amv - target[one.code]) for one in eligible)
    assert cost.after == sum(
        abs(after.get(one.code, one.rest.amv) - target[one.code]) for one in eligible
    )


def test_what_is_so_already_costs_nothing():
    answer = asked("Borne<=100")
    assert answer.carried == ()
    assert all(one.more == 0 for one in answer.costs)


def test_the_other_end_of_a_limit_that_the_scenario_has_stays():
    """At least 50 regular places, and at most 60 of them: still at least 50."""
    answer = asked("Borne.regular<=60", "distribution.limits={Borne: {regular: {min: 50}}}")
    assert answer.carried == ()
    with pytest.raises(InputError, match="contradicts this"):
        asked("Borne.regular<=40", "distribution.limits={Borne: {regular: {min: 50}}}")


def test_the_municipality_whose_places_change_most_comes_first():
    answer = asked("Borne.regular>=60")
    moved = [
        sum(abs(one.after.of(kind) - one.before.of(kind)) for kind in ("regular", "amv"))
        for one in answer.carried
    ]
    assert moved == sorted(moved, reverse=True)
    assert answer.carried[0].name == "Borne"


def test_a_tie_in_the_second_answer_is_told():
    answer = asked("Almelo.amv=17")
    assert any("tie for" in tie and "no lots were drawn" in tie for tie in answer.ties)


def test_what_cannot_be_is_told_with_its_reasons():
    answer = asked("Borne=2000")
    assert (answer.status, answer.costs, answer.carried) == ("infeasible", (), ())
    assert answer.reasons


def test_a_question_about_a_run_without_a_division_has_nothing_to_be_compared_with():
    impossible = "distribution.limits={Borne: {total: {min: 2000}}}"
    answer = asked("Borne=0", impossible)
    assert (answer.status, answer.costs, answer.carried) == ("optimal", (), ())
    done = CliRunner().invoke(
        app, ["explain", NAME, "Borne", "--set", impossible, "--why-not", "Borne=0"]
    )
    assert done.exit_code == 3
    assert "There is no division to compare it with." in done.stdout
    assert "What would make one possible" in done.stdout


def test_a_question_replaces_the_bound_that_it_asks_about_and_keeps_the_others():
    problem = load(NAME, ["distribution.limits={Borne: {amv: {max: 3}, regular: {max: 5}}}"])
    result = allocator.run(NAME).result
    for question, limits in (
        ("Borne.amv>=2", Limits(amv=Bound(min=2, max=3), regular=Bound(max=5))),
        ("Borne <= 6", Limits(amv=Bound(max=3), regular=Bound(max=5), total=Bound(max=6))),
        ("GM0147=0", Limits(amv=Bound(max=0), regular=Bound(max=0))),
    ):
        change = read_question(question, result, problem.territory, problem.scenario)
        assert change.distribution.limits["GM0147"] == limits


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("Borne", "bad-question"),
        ("Borne=-1", "bad-question"),
        ("Borne!=3", "bad-question"),
        ("Borne~=3", "bad-question"),
        ("-Borne=3", "bad-question"),
        ("Borne=1.5", "bad-question"),
        ("Borne==5", "bad-question"),
        ("Borne=9999999", "bad-question"),
        ("Borne=" + "9" * 5_000, "bad-question"),
        ("", "bad-question"),
        ("=0", "bad-question"),
        ("Bornee=0", "unknown-name"),
        ("Borne.total=0", "unknown-name"),
        ("Utrecht=0", "outside-provinces"),
        ("Overijssel=0", "unknown-name"),
        ("exempt", "bad-question"),
        ("Nowhere exempt", "unknown-name"),
    ],
)
def test_a_question_that_is_none_is_refused_with_what_to_write(question, code):
    with pytest.raises(InputError) as error:
        asked(question)
    (fault,) = error.value.faults
    assert fault.code == code
    assert fault.where.file.startswith("--why-not")
