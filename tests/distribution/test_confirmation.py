# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""`--confirm`: a second solver minimises everything again, and is not believed either."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

import allocator
from allocator.distribution import confirmation
from allocator.distribution.choice import choose
from allocator.distribution.least_squares import least_squares, squares
from allocator.distribution.statement import square_places, squarely
from allocator.reporting import render
from allocator.solving import SecondSolver, Solution, SolverDefect, Status, confirm
from models.fault import Defect, Infeasible
from models.result import RunResult
from models.scenario import Solver
from tests.distribution.enumeration import random_part

MINIMA = "distribution.minimum_site={regular: 30, amv: 20}"
REGION = "distribution.region_limits={Twente: {total: {min: 300, max: 310}, amv: {max: 150}}}"


def confirmed(name: str, *overrides: str) -> RunResult:
    return allocator.run(name, overrides, confirm=True).result


@pytest.mark.parametrize(
    ("run", "objectives"),
    [
        (("overijssel-2024",), 4),
        (("overijssel-2022",), 4),
        (("overijssel-2024", MINIMA), 4),
        (("overijssel-2024-guaranteed", "distribution.minimum_site={regular: 130, amv: 35}"), 4),
        (("overijssel-2024", "distribution.limits={Borne: {total: {max: 12}}}"), 3),
        (("overijssel-2024", "distribution.base=gap", REGION), 3),
        (("overijssel-2024", MINIMA, REGION), 2),
        (("overijssel-2024", "distribution.minimum_site={regular: 30, amv: 30}", REGION), 3),
        (("overijssel-2024", MINIMA, "distribution.by=region"), 8),
        (("overijssel-2024", "distribution.method=adams", "distribution.eligible=all"), 4),
        # The rest of one kind is nothing at all.
        (("overijssel-2026", "unlocated_offers=[{province: PV23, places: {amv: 380}}]"), 4),
        (("nederland-2024",), 48),
    ],
)
def test_the_second_solver_agrees_on_every_objective(run, objectives):
    result = confirmed(*run)
    assert (result.status, result.verification.ok) == ("optimal", True)
    said = result.manifest.confirmations
    divided = [one for one in result.objectives if one.stage == "distribution"]
    assert [one.name for one in said] == [one.name for one in divided]
    assert [one.value for one in said] == [one.value for one in divided]
    assert len(said) == objectives
    assert all(one.agrees and one.solver == "HiGHS" for one in said)
    assert "confirmation" in result.manifest.seconds
    page = " ".join(render(result, "table").split())
    assert f"Confirmed by HiGHS: {objectives} of {objectives} objectives of the division." in page


def test_the_least_squares_of_small_provinces_are_confirmed_place_by_place():
    coupled = 0
    for seed in range(60_000, 60_200):
        part = random_part(seed, coupled=True)
        try:
            choice = choose(part, Solver(workers=1))
        except Infeasible:
            continue
        settled = part.among(choice.chosen)
        balanced = least_squares(settled, choice.places)
        solution = confirm(squarely(settled, choice.places), Fraction(60))
        places = square_places(settled, choice.places, solution.values)
        assert squares(settled, places) == balanced.squares, seed
        coupled += 1
    assert coupled > 20


def test_an_infeasible_scenario_has_nothing_to_confirm():
    result = confirmed("overijssel-2024", "distribution.eligible=named")
    assert (result.status, result.manifest.confirmations) == ("infeasible", ())
    assert "Confirmed" not in render(result, "table")


def answering(monkeypatch, answer):
    """Let the second solver answer otherwise: given its program and its real solution."""

    def solve(self, program, limit, stopped):
        return answer(program, confirm(program, Fraction(60)))

    monkeypatch.setattr(SecondSolver, "solve", solve)


def test_a_second_solver_without_an_answer_confirms_nothing_and_refutes_nothing(monkeypatch):
    for answer in (
        lambda program, real: Solution(Status.UNKNOWN, {}, 0),
        lambda program, real: replace(real, status=Status.FEASIBLE),
    ):
        answering(monkeypatch, answer)
        result = confirmed("overijssel-2024", MINIMA)
        assert (result.status, result.verification.ok) == ("optimal", True)
        assert not any(one.agrees for one in result.manifest.confirmations)
        (notice,) = [one for one in result.warnings if one.code == "not-confirmed"]
        assert notice.message == (
            "HiGHS did not confirm, in the time it had: Overijssel (regular), deviation; "
            "Overijssel (regular), left_out; Overijssel (amv), deviation; Overijssel (amv), "
            "left_out"
        )
        assert "Confirmed by HiGHS: 0 of 4 objectives of the division." in render(result, "table")


def test_an_answer_that_breaks_its_program_is_no_answer(monkeypatch):
    def refuse(self, *settings):
        raise SolverDefect("breaks a line")

    monkeypatch.setattr(SecondSolver, "solve", refuse)
    result = confirmed("overijssel-2024")
    assert all(one.value is None and not one.agrees for one in result.manifest.confirmations)


def test_a_second_solver_that_proves_something_worse_shows_a_defect(monkeypatch):
    def worse(program, real):
        # As many places as before, of which one stands with somebody farther from its target.
        values = dict(real.values)
        places = sorted(name for name in values if name.startswith("x["))
        values[places[0]] += 1
        values[places[1]] -= 1
        return replace(real, values=values)

    answering(monkeypatch, worse)
    with pytest.raises(Defect, match=r"Overijssel \(regular\): HiGHS proves that nothing is below"):
        confirmed("overijssel-2024")


def test_a_second_solver_that_finds_no_division_at_all_shows_a_defect(monkeypatch):
    answering(monkeypatch, lambda program, real: Solution(Status.INFEASIBLE, {}, 0))
    with pytest.raises(Defect, match="HiGHS proves that there is no division"):
        confirmed("overijssel-2024")


def test_a_second_solver_below_a_proven_bound_shows_a_defect(monkeypatch):
    original = confirmation.deviation
    monkeypatch.setattr(confirmation, "deviation", lambda part, places: original(part, places) - 2)
    with pytest.raises(Defect, match=r"HiGHS reaches .*, proven to be impossible: "):
        confirmed("overijssel-2024")


def test_what_was_not_proven_can_be_bettered_without_anybody_being_wrong(monkeypatch):
    answering(monkeypatch, lambda program, real: real)
    result = confirmed(
        "overijssel-2024",
        REGION,
        "distribution.minimum_site={regular: 30, amv: 30}",
        "solver.time_limit_seconds=0.001",
    )
    assert (result.status, result.verification.ok) == ("feasible", True)
    ours, theirs = result.objectives[0], result.manifest.confirmations[0]
    assert (ours.name, theirs.name) == ("deviation", "deviation")
    assert ours.bound <= theirs.value < ours.value
    assert not theirs.agrees


def test_a_run_that_was_confirmed_is_confirmed_again_when_it_is_repeated(tmp_path):
    from allocator.saved import rerun

    file = tmp_path / "run.json"
    run = allocator.run("overijssel-2024", [MINIMA], confirm=True)
    file.write_text(render(run.result, "json"), encoding="utf-8")
    assert rerun(file).outcome == "same"
