# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which points are run: as many as announced, the same for the same seed."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import pairwise

import pytest

from allocator.sensitivity.designs import number_of_points, points
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


def test_these_are_the_first_draws_of_seed_1_on_every_machine():
    assert drawn("monte_carlo", samples=3) == [
        ("yes", "c", "89858"),
        ("yes", "b", "81687"),
        ("no", "c", "72440"),
    ]
