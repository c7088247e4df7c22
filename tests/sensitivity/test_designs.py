# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which points are run: as many as announced, the same for the same seed."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import pairwise

import pytest

from allocator.sensitivity.designs import is_draw, morris_way, number_of_points, points
from allocator.sensitivity.factors import Level, Levels, Spread
from models.study import Design, Distribution

HALVES = Levels("plan", (Level("yes"), Level("no")), (Fraction(1, 2), Fraction(1, 2)))
THIRDS = Levels("site", tuple(map(Level, "abc")), (Fraction(1, 3),) * 3)
NEED = Spread("need", "task.national_total", Distribution(uniform={"low": 70000, "high": 96000}))
DRAWN = ("monte_carlo", "latin_hypercube", "sobol", "morris")


def drawn(kind, samples=16, seed=1, dimensions=(HALVES, THIRDS, NEED)):
    design = Design(kind=kind, samples=samples, seed=seed)
    return [tuple(level.label for level in point) for point in points(design, dimensions)]


def test_a_grid_is_every_combination_once():
    found = [tuple(level.label for level in one) for one in points(Design(), (HALVES, THIRDS))]
    assert found == [(plan, site) for plan in ("yes", "no") for site in "abc"]


@pytest.mark.parametrize("kind", DRAWN)
def test_a_design_has_as_many_points_as_it_announces(kind):
    design = Design(kind=kind, samples=16)
    assert len(drawn(kind)) == number_of_points(design, (HALVES, THIRDS, NEED))


def test_sobol_and_morris_take_their_number_of_points_from_the_literature():
    assert len(drawn("sobol")) == 16 * (3 + 2)
    assert len(drawn("morris")) == 16 * (3 + 1)


@pytest.mark.parametrize("kind", DRAWN)
def test_the_same_seed_gives_the_same_points_and_another_gives_others(kind):
    assert drawn(kind, seed=5) == drawn(kind, seed=5)
    assert drawn(kind, seed=5) != drawn(kind, seed=6)


def test_a_latin_hypercube_takes_every_value_of_a_factor_equally_often():
    found = drawn("latin_hypercube", samples=30)
    assert Counter(plan for plan, _, _ in found) == {"yes": 15, "no": 15}
    assert Counter(site for _, site, _ in found) == {"a": 10, "b": 10, "c": 10}


def test_a_trajectory_of_morris_changes_one_factor_at_a_time():
    found = drawn("morris", samples=10, dimensions=(NEED, NEED, NEED))
    for first in range(0, len(found), 4):
        trajectory = found[first : first + 4]
        for one, other in pairwise(trajectory):
            assert sum(a != b for a, b in zip(one, other, strict=True)) == 1


def test_a_plan_falls_through_in_trajectories_however_likely_it_is():
    sure = Levels("plan", (Level("yes"), Level("no")), (Fraction(9, 10), Fraction(1, 10)))
    found = drawn("morris", samples=10, dimensions=(sure, NEED))
    for first in range(0, len(found), 3):
        assert {plan for plan, _ in found[first : first + 3]} == {"yes", "no"}


@pytest.mark.parametrize("many", range(1, 8))
def test_trajectories_reach_the_first_and_the_last_value_and_every_step_moves(many):
    chances = (Fraction(1, many),) * many
    one = Levels("site", tuple(Level(str(number)) for number in range(many)), chances)
    ways = [morris_way(one, step) for step in range(4)]
    assert (ways[0], ways[3]) == (0, many > 1)
    assert many == 1 or (ways[0] < ways[2] and ways[1] < ways[3])
    found = {label for (label,) in drawn("morris", samples=20, dimensions=(one,))}
    assert {"0", str(many - 1)} <= found


def test_a_value_without_a_chance_is_on_no_trajectory():
    one = Levels("site", tuple(map(Level, "abc")), (Fraction(1, 2), Fraction(0), Fraction(1, 2)))
    assert set(drawn("morris", dimensions=(one,))) == {("a",), ("c",)}


def test_of_a_sobol_design_the_two_matrices_count_and_of_morris_nothing():
    design = Design(kind="sobol", samples=16)
    places = [number for number in range(16 * 5) if is_draw(design, 3, number)]
    counted = [drawn("sobol")[number] for number in places]
    assert len(counted) == 32
    # The points between repeat all coordinates of the first but one.
    for first in range(0, 80, 5):
        block = drawn("sobol")[first : first + 5]
        for place, between in enumerate(block[1:4]):
            kept = [number for number in range(3) if number != place]
            assert all(between[number] == block[0][number] for number in kept)
            assert between[place] == block[4][place]
    morris = Design(kind="morris", samples=2)
    assert not any(is_draw(morris, 3, number) for number in range(8))
    assert all(is_draw(Design(), 3, number) for number in range(8))


def test_these_are_the_first_draws_of_seed_1_on_every_machine():
    assert drawn("monte_carlo", samples=3) == [
        ("yes", "c", "89858"),
        ("yes", "b", "81687"),
        ("no", "c", "72440"),
    ]
