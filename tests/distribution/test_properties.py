# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What must hold for every division of a rest, whatever the numbers are."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allocator.apportionment import METHODS, apportion
from allocator.distribution.formulation import Part
from allocator.distribution.outcome import divide_part
from allocator.distribution.rules.registry import Closing
from models.fault import Infeasible
from models.scenario import Solver
from tests.distribution.enumeration import random_part

SOLVER = Solver(time_limit_seconds=Fraction(30), workers=1)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SEEDS = st.integers(min_value=10_000, max_value=10_000_000)


def divided(part: Part, method: str = "sainte_lague", solver: Solver = SOLVER):
    lots = list(dict.fromkeys(code for code, _ in part.claimants))
    try:
        return divide_part(part, method, lots, solver)
    except Infeasible:
        return None


@FEW
@given(seed=SEEDS, coupled=st.booleans())
def test_the_rest_closes_within_every_bound(seed, coupled):
    part = random_part(seed, coupled=coupled)
    outcome = divided(part)
    if outcome is None:
        return
    for closing in part.closings:
        assert sum(outcome.places[one] for one in closing.claimants) == closing.total
    for one in part.claimants:
        places, least = outcome.places[one], part.thresholds.get(one)
        assert part.lower[one] <= places <= part.upper[one] or (least and places == 0)
        assert least is None or places == 0 or places >= least
    for group in part.groups:
        total = sum(outcome.places[one] for one in group.claimants)
        assert group.lower <= total
        assert group.upper is None or total <= group.upper


@FEW
@given(
    weights=st.lists(st.integers(min_value=0, max_value=500), min_size=1, max_size=12),
    total=st.integers(min_value=0, max_value=200),
    method=st.sampled_from(sorted(METHODS)),
)
def test_without_bounds_and_minima_the_rest_is_an_apportionment(weights, total, method):
    names = [f"GM{number:04}" for number in range(len(weights))]
    claimants = tuple((name, "amv") for name in names)
    claims = dict(zip(claimants, weights, strict=True))
    part = Part(
        claimants=claimants,
        weights=claims,
        lower=dict.fromkeys(claimants, 0),
        upper=dict.fromkeys(claimants, total),
        thresholds={},
        closings=(Closing("PV", "amv", frozenset(claimants), total),),
        groups=(),
    )
    outcome = divided(part, method)
    if not any(weights):
        assert (outcome is None) == (total > 0)
        return
    expected = apportion(dict(zip(names, weights, strict=True)), total, method).seats
    assert {code: places for (code, _), places in outcome.places.items()} == expected


@FEW
@given(seed=SEEDS)
def test_a_wider_limit_never_makes_the_least_deviation_larger(seed):
    part = random_part(seed, coupled=False)
    wider = replace(part, upper={one: most + 2 for one, most in part.upper.items()})
    before, after = divided(part), divided(wider)
    if before is not None:
        assert after is not None
        assert after.objectives[0].value <= before.objectives[0].value


@FEW
@given(seed=SEEDS, coupled=st.booleans())
def test_threads_do_not_change_the_answer(seed, coupled):
    part = random_part(seed, coupled=coupled)
    one, two = divided(part), divided(part, solver=SOLVER.model_copy(update={"workers": 2}))
    assert (one and one.places) == (two and two.places)
    assert (one and one.ties) == (two and two.ties)


@pytest.mark.parametrize("seed", range(20_000, 20_015))
def test_the_seed_of_the_solver_does_not_change_the_answer(seed, monkeypatch):
    from ortools.sat.python import cp_model

    part = random_part(seed, coupled=seed % 2 == 0)
    answers = []
    original = cp_model.CpSolver.solve
    for random_seed in (1, 77, 4_242):

        def seeded(self, *arguments, random_seed=random_seed, **named):
            self.parameters.random_seed = random_seed
            self.parameters.randomize_search = True
            return original(self, *arguments, **named)

        monkeypatch.setattr(cp_model.CpSolver, "solve", seeded)
        outcome = divided(part)
        answers.append(outcome and (outcome.places, outcome.ties))
    assert answers[0] == answers[1] == answers[2]
