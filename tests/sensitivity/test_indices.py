# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The indices of Morris and Sobol against values that are known beforehand."""

from __future__ import annotations

from fractions import Fraction
from math import sqrt
from statistics import stdev

import numpy as np
import pytest
from SALib.analyze import morris

import allocator
from allocator.sensitivity import run_study
from allocator.sensitivity.designs import trajectories, unit_cube
from allocator.sensitivity.indices import elementary_effects
from models.study import Design
from tests.sensitivity.small import study

POOL = (
    "pooled_offers=[{name: twente, status: likely, region: Twente, places: {regular: 556},"
    " candidates: [Haaksbergen, Hellendoorn, Hof van Twente, Losser]}]"
)
CANDIDATES = ("Haaksbergen", "Hellendoorn", "Hof van Twente", "Losser")
PLANS = '  - {name: plans, plans: [likely], chance: "9/10"}\n'


@pytest.fixture(scope="module")
def sizes():
    """The places of each plan, as a run with the pledge and one without it count them."""

    def counted(*lines):
        result = allocator.run("overijssel-2024", list(lines)).result
        return {one.name: one.counted.total for one in result.municipalities}

    with_it, without = counted(POOL), counted("pooled_offers=[]")
    found = {name: with_it[name] - without[name] for name in CANDIDATES}
    assert sum(found.values()) == 556
    return found


def found_by(folder, design):
    path, value = POOL.split("=", 1)
    found = run_study(
        study(folder, PLANS, design, f"settings:\n  {path}: {value}\n"), folder / "out", workers=1
    )
    return found, {one.factor: one for one in found.indices if one.outcome == "PV23"}


def test_the_effect_of_a_plan_is_its_places(tmp_path, sizes):
    found, province = found_by(tmp_path, "{kind: morris, samples: 6}")
    for name in CANDIDATES:
        one = province[name]
        assert (one.mean_effect, one.deviation, one.confidence) == (sizes[name], 0, 0)
    # Its points are no draws: they have no chances.
    assert found.counted == 0
    assert not any((found.provinces, found.municipalities, found.levels, found.plan))


def test_of_a_sum_of_plans_each_explains_its_own_square(tmp_path, sizes):
    # All are as likely: the variance of each is in proportion to the square of its places.
    found, province = found_by(tmp_path, "{kind: sobol, samples: 1024}")
    squares = sum(one**2 for one in sizes.values())
    for name in CANDIDATES:
        part = sizes[name] ** 2 / squares
        assert float(province[name].first) == pytest.approx(part, abs=0.03)
        assert float(province[name].total) == pytest.approx(part, abs=0.03)
    assert found.counted == 2 * 1024


def test_elementary_effects_are_those_of_salib_where_levels_are_evenly_spaced():
    design = Design(kind="morris", samples=12, seed=3)
    steps = trajectories(design, 3)
    points = [[Fraction(step, 3) for step in row] for row in steps]
    values = [5 * a * a + 3 * b + 2 * a * c for a, b, c in steps]
    cube = np.array(steps) / 3
    salib = morris.analyze(unit_cube(3), cube, np.array(values, dtype=float), num_levels=4, seed=1)
    for place, effects in enumerate(elementary_effects(points, values)):
        sizes = [float(abs(one)) for one in effects]
        assert sum(sizes) / len(sizes) == pytest.approx(salib["mu_star"][place])
        assert stdev(map(float, effects)) == pytest.approx(salib["sigma"][place])
        # SALib draws anew for its interval: about as wide.
        width = 1.96 * stdev(sizes) / sqrt(len(sizes))
        assert width == pytest.approx(salib["mu_star_conf"][place], rel=0.3, abs=1e-9)
