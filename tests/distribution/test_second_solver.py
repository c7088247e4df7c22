# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Optima are confirmed by a second solver, and a solver is never believed."""

from __future__ import annotations

from fractions import Fraction

import pytest

import allocator
from allocator.distribution.choice import choose
from allocator.distribution.deviation import least_deviation
from allocator.distribution.program import program_of
from allocator.solving import confirm, solve
from models.fault import Infeasible
from models.scenario import Solver
from tests.distribution.enumeration import random_part

LONG = Fraction(60)


@pytest.mark.parametrize("chunk", range(5))
def test_highs_reaches_the_same_objective_as_cp_sat(chunk):
    for seed in range(1000 + 20 * chunk, 1020 + 20 * chunk):
        program = program_of(random_part(seed, coupled=seed % 2 == 0))
        ours, theirs = solve(program, LONG, 1), confirm(program, LONG)
        assert ours.status == theirs.status
        if ours.values:
            assert program.value(ours.values) == program.value(theirs.values)


def test_the_least_deviation_without_a_choice_is_what_the_solver_finds():
    for seed in range(2000, 2060):
        part = random_part(seed, coupled=False)
        settled = part.among(frozenset(part.thresholds))
        (closing,) = settled.closings
        solution = solve(program_of(settled), LONG, 1)
        if solution.values:
            value = program_of(settled).value(solution.values)
            assert least_deviation(settled, closing) == 2 * value


def test_without_time_nothing_is_called_optimal():
    found = allocator.run(
        "nederland-2024",
        [
            "distribution.minimum_site={regular: 130, amv: 25}",
            "solver.time_limit_seconds=0.02",
            "provinces=[PV28, PV30]",
        ],
    )
    assert found.status in ("feasible", "unknown")
    unproven = [one for one in found.result.objectives if not one.proven]
    assert unproven or found.result.reasons
    assert found.result.verification.ok


def test_the_choice_does_not_depend_on_the_number_of_threads():
    for seed in range(3000, 3020):
        part = random_part(seed, coupled=True)
        try:
            one, two = (choose(part, Solver(workers=workers)) for workers in (1, 2))
        except Infeasible:
            continue
        assert (one.chosen, one.tied) == (two.chosen, two.tied)
