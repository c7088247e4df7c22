# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The solvers: they stop when asked, leave nothing behind, and are never simply believed."""

from __future__ import annotations

import _thread
import signal
import threading
import time
from fractions import Fraction

import pytest

from allocator.solving import (
    IntegerProgram,
    Line,
    SecondSolver,
    Solution,
    SolverDefect,
    Status,
    confirm,
    solve,
)
from allocator.solving.program import checked

LONG = Fraction(60)
# What a solver may need to stop on a machine that has a lot to do; without that it is 0.05 s.
PATIENCE_SECONDS = 5
SMALL = IntegerProgram(
    {"x": (0, 5), "y": (0, 5)}, (Line("sum", {"x": 2, "y": 3}, 12, 12),), {"x": 1, "y": 2}
)


def hard() -> IntegerProgram:
    """A market split problem, which no solver proves in a minute."""
    names = [f"x{number}" for number in range(50)]
    lines = []
    objective = {}
    variables = dict.fromkeys(names, (0, 1))
    seed = 12_345
    for row in range(6):
        terms = {}
        for name in names:
            seed = (seed * 1_103_515_245 + 12_345) % 2**31
            terms[name] = seed // 7 % 100
        over, under = f"over{row}", f"under{row}"
        variables |= {over: (0, 5_000), under: (0, 5_000)}
        objective |= {over: 1, under: 1}
        half = sum(terms.values()) // 2
        lines.append(Line(f"row{row}", {**terms, over: -1, under: 1}, half, half))
    return IntegerProgram(variables, tuple(lines), objective)


@pytest.mark.parametrize("find", [lambda one: solve(one, LONG, 1), lambda one: confirm(one, LONG)])
def test_both_solvers_find_the_optimum_of_a_small_program(find):
    solution = find(SMALL)
    assert (solution.status, solution.bound) == (Status.OPTIMAL, 7)
    assert dict(solution.values) == {"x": 3, "y": 2}


@pytest.mark.parametrize("find", [lambda one: solve(one, LONG, 1), lambda one: confirm(one, LONG)])
def test_what_contradicts_itself_is_infeasible_before_any_solver_is_asked(find, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "ortools", None)
    for program in (
        IntegerProgram({"x": (3, 2)}, (), {"x": 1}),
        IntegerProgram({"x": (0, 9)}, (Line("limits", {"x": 1}, 5, 4),), {"x": 1}),
        IntegerProgram({"x": (0, 9)}, (Line("nothing", {}, 1, None),), {"x": 1}),
        IntegerProgram({"x": (0, 9)}, (Line("nothing", {}, None, -1),), {"x": 1}),
    ):
        assert find(program) == Solution(Status.INFEASIBLE, {}, 0)


def test_a_line_without_terms_that_holds_changes_nothing():
    program = IntegerProgram({"x": (1, 9)}, (Line("nothing", {}, 0, 0),), {"x": 1})
    assert dict(solve(program, LONG, 1).values) == {"x": 1}


def test_without_an_objective_any_assignment_will_do():
    solution = solve(IntegerProgram(SMALL.variables, SMALL.lines, {}), LONG, 1)
    assert solution.status is Status.OPTIMAL
    assert not SMALL.broken_lines(solution.values)


def test_where_any_assignment_will_do_the_first_is_the_answer():
    began = time.monotonic()
    solution = solve(hard(), LONG, 2, any_will_do=True)
    assert time.monotonic() - began < PATIENCE_SECONDS
    assert solution.status is Status.FEASIBLE
    impossible = IntegerProgram({"x": (0, 5)}, (Line("odd", {"x": 2}, 3, 3),), {"x": 1})
    assert solve(impossible, LONG, 1, any_will_do=True).status is Status.INFEASIBLE


def test_an_answer_that_breaks_its_program_is_a_defect():
    program = IntegerProgram({"x": (0, 5)}, (Line("even", {"x": 2}, 4, 4),), {"x": 1})
    with pytest.raises(SolverDefect, match="even"):
        checked(program, Solution(Status.OPTIMAL, {"x": 3}, 3))
    with pytest.raises(SolverDefect, match="claims an optimum"):
        checked(program, Solution(Status.OPTIMAL, {"x": 2}, 7))


def test_a_program_beyond_exact_counting_is_refused():
    with pytest.raises(OverflowError):
        solve(IntegerProgram({"x": (0, 2**40)}, (), {"x": 2**40}), LONG, 1)
    wide = Line("wide", {"x": 2**40, "y": 2**40}, 0, None)
    with pytest.raises(SolverDefect, match=r"CP-SAT refuses the program: .*overflow"):
        solve(IntegerProgram({"x": (0, 2**40), "y": (0, 2**40)}, (wide,), {"x": 1}), LONG, 1)


def test_whoever_stops_a_solve_keeps_the_best_that_was_found():
    program, began = hard(), time.monotonic()
    solution = solve(program, LONG, 2, lambda: time.monotonic() - began > 2)
    assert time.monotonic() - began < 2 + PATIENCE_SECONDS
    assert (solution.status, solution.interrupted) == (Status.FEASIBLE, True)
    assert solution.bound < program.value(solution.values)
    assert not program.broken_lines(solution.values)


def test_the_time_limit_keeps_the_best_that_was_found():
    began = time.monotonic()
    solution = solve(hard(), Fraction(2), 2)
    assert time.monotonic() - began < 2 + PATIENCE_SECONDS
    assert (solution.status, solution.interrupted) == (Status.FEASIBLE, False)


def test_a_solve_that_falls_over_an_interrupt_leaves_no_solver_behind():
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    threading.Timer(2, _thread.interrupt_main).start()
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        solve(hard(), LONG, 2)
    assert time.monotonic() - began < 2 + PATIENCE_SECONDS
    for thread in threading.enumerate():
        if thread.name == "CP-SAT":
            thread.join(PATIENCE_SECONDS)
            assert not thread.is_alive()


def test_a_solve_in_another_thread_stops_like_any_other():
    found: list[Solution] = []
    began = time.monotonic()

    def work():
        found.append(solve(hard(), LONG, 1, lambda: time.monotonic() - began > 1))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(1 + PATIENCE_SECONDS)
    assert found
    assert found[0].interrupted


def test_the_second_solver_serves_many_programs_and_can_be_stopped():
    with SecondSolver() as second:
        assert dict(second.solve(SMALL, LONG).values) == {"x": 3, "y": 2}
        began = time.monotonic()
        stopped = second.solve(hard(), LONG, lambda: time.monotonic() - began > 1)
        assert time.monotonic() - began < 1 + PATIENCE_SECONDS
        assert (stopped.status, stopped.interrupted) == (Status.UNKNOWN, True)
        # Its process was ended; the next program starts another.
        assert dict(second.solve(SMALL, LONG).values) == {"x": 3, "y": 2}


def test_a_second_solver_that_breaks_down_has_no_answer(monkeypatch):
    monkeypatch.setattr("allocator.solving.second.SERVE", "raise SystemExit(3)")
    with SecondSolver() as second:
        assert second.solve(SMALL, LONG).status is Status.UNKNOWN
        assert second.solve(SMALL, LONG).status is Status.UNKNOWN


def test_a_second_solver_that_is_late_is_ended(monkeypatch):
    monkeypatch.setattr("allocator.solving.second.GRACE_SECONDS", 0)
    monkeypatch.setattr("allocator.solving.second.SERVE", "import time; time.sleep(60)")
    with SecondSolver() as second:
        began = time.monotonic()
        assert second.solve(SMALL, Fraction(1)).status is Status.UNKNOWN
        assert time.monotonic() - began < 1 + PATIENCE_SECONDS


def test_an_answer_of_the_second_solver_that_breaks_its_program_is_a_defect(monkeypatch):
    answer = '{"status": "optimal", "values": {"x": 0, "y": 0}, "bound": 0, "seconds": 0}'
    told = '{"defect": "the solver\'s answer breaks sum"}'
    for line, match in ((answer, "breaks sum"), (told, "HiGHS: the solver's answer breaks sum")):
        serve = f"input(); print({line!r})".replace("{", "{{").replace("}", "}}")
        monkeypatch.setattr("allocator.solving.second.SERVE", serve)
        with SecondSolver() as second, pytest.raises(SolverDefect, match=match):
            second.solve(SMALL, LONG)
