# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a factor stands for between 0 and 1."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from allocator.sensitivity.factors import (
    Level,
    Levels,
    dimension,
    overrides,
    plan,
    quantile,
    written,
)
from models.study import Distribution, Factor

UNIT = st.fractions(0, 1)
STEPS = st.sampled_from([Fraction(1), Fraction(5), Fraction(1, 2)])


def triangular(low, mode, high, step=1):
    return Distribution(triangular={"low": low, "mode": mode, "high": high}, step=step)


def test_every_value_of_a_list_has_a_stretch_as_long_as_its_chance():
    likely = Factor(name="a", line="x", values=(1, 2, 3), chances=("1/2", "1/3", "1/6"))
    factor = dimension(likely)
    drawn = {u: factor.at(u).label for u in (Fraction(0), Fraction(49, 100), Fraction(1, 2))}
    assert drawn == {Fraction(0): "1", Fraction(49, 100): "1", Fraction(1, 2): "2"}
    assert factor.at(Fraction(5, 6)).label == "3"
    assert factor.at(Fraction(1)).label == "3"


def test_a_value_without_a_chance_is_never_drawn():
    factor = Levels(
        "a", (Level("x"), Level("y"), Level("z")), (Fraction(0), Fraction(1), Fraction(0))
    )
    assert {factor.at(Fraction(number, 10)).label for number in range(11)} == {"y"}


def test_a_plan_is_realised_with_its_chance():
    factor = plan("Zwolle", {"p": ["GM0193"]}, Fraction(3, 4))
    assert factor.at(Fraction(74, 100)).label == "realised"
    assert factor.at(Fraction(3, 4)).label == "falls through"


@given(UNIT, UNIT, STEPS)
def test_quantiles_rise_with_what_is_drawn_and_are_whole_steps(one, other, step):
    for shape in (
        Distribution(uniform={"low": 10, "high": 90}, step=step),
        triangular(10, 30, 90, step),
        Distribution(normal={"mean": 50, "deviation": 10, "low": 10, "high": 90}, step=step),
    ):
        low, high = sorted((one, other))
        first, last = quantile(shape, low), quantile(shape, high)
        assert first <= last
        assert first >= 10
        assert last <= 90
        assert (first / step).denominator == 1


@given(st.integers(-50, 50), st.integers(1, 60), STEPS)
def test_a_uniform_factor_takes_every_step_equally_often(low, width, step):
    first, last = ceil(low / step), floor((low + width) / step)
    count = last - first + 1
    if count < 2:
        return  # which is refused
    shape = Distribution(uniform={"low": low, "high": low + width}, step=step)
    drawn = [quantile(shape, Fraction(2 * number + 1, 2 * count)) for number in range(count)]
    assert drawn == [number * step for number in range(first, last + 1)]


def test_a_triangle_has_its_mass_left_of_the_mode_in_proportion():
    # (mode - low) / (high - low) = 20 / 80 lies left of the mode.
    assert quantile(triangular(10, 30, 90), Fraction(1, 4)) == 30
    assert quantile(triangular(10, 30, 90), Fraction(0)) == 10
    assert quantile(triangular(10, 30, 90), Fraction(1)) == 90


def test_the_bell_curve_has_its_middle_at_the_mean():
    shape = Distribution(normal={"mean": 88000, "deviation": 5000}, step=100)
    assert quantile(shape, Fraction(1, 2)) == 88000
    # 97.5 % lie below the mean and 1.96 deviations.
    assert quantile(shape, Fraction(975, 1000)) == 97800


def bell(low=None, high=None, step="1/1000"):
    return Distribution(normal={"mean": 88, "deviation": 5, "low": low, "high": high}, step=step)


@given(UNIT, st.sampled_from([(80, 90), (80, None), (None, 90), (95, 99), (70, 81)]))
def test_limits_truncate_the_bell_curve_and_nothing_piles_up_at_them(drawn, limits):
    low, high = limits
    curve = NormalDist(88, 5)
    below = curve.cdf(low) if low is not None else 0
    upto = curve.cdf(high) if high is not None else 1
    value = float(quantile(bell(low, high), drawn))
    # As much of the curve between the limits lies below it as was drawn.
    density = curve.pdf(value) / (upto - below)
    part = (curve.cdf(value) - below) / (upto - below)
    assert part == pytest.approx(float(drawn), abs=density / 1000 + 1e-9)


def test_a_bell_curve_with_its_limits_a_deviation_away_is_at_them_as_seldom_as_it_should_be():
    # F(1) - F(-1) = 0.6827: of whole deviations two thirds pile up nowhere.
    shape = bell(83, 93, step="1")
    values = [quantile(shape, Fraction(2 * one + 1, 2000)) for one in range(1000)]
    curve = NormalDist(88, 5)
    for edge, inner in ((83, 83.5), (93, 92.5)):
        expected = abs(curve.cdf(inner) - curve.cdf(edge)) / (curve.cdf(93) - curve.cdf(83))
        assert values.count(edge) / 1000 == pytest.approx(expected, abs=0.002)


def test_far_from_the_mean_both_sides_are_each_others_mirror():
    high, low = bell(high=None, low=118), bell(low=None, high=58)
    for one in range(9):
        up = quantile(high, Fraction(one, 8))
        down = quantile(low, 1 - Fraction(one, 8))
        assert abs((up - 88) - (88 - down)) <= Fraction(1, 1000)


def test_a_bell_curve_that_has_nothing_between_its_limits_is_refused():
    with pytest.raises(ValidationError, match="8 deviations or more from the mean"):
        bell(low=128)
    with pytest.raises(ValidationError, match="8 deviations or more from the mean"):
        bell(high=40)


def test_levels_of_one_line_replace_one_another_and_plans_add_up():
    zwolle = Level("falls", added={"pooled_offers.0.fallen_through": ["GM0193"]})
    raalte = Level("falls", added={"pooled_offers.0.fallen_through": ["GM0177"]})
    site = Level("16", {"merging.minimum_site.amv": 16})
    assert overrides((zwolle, site, raalte)) == (
        "merging.minimum_site.amv=16",
        'pooled_offers.0.fallen_through=["GM0193", "GM0177"]',
    )


@given(st.decimals(-1000, 1000, places=4))
def test_a_number_is_written_as_people_write_it(number):
    assert Fraction(written(Fraction(number))) == Fraction(number)


@pytest.mark.parametrize(
    ("number", "text"), [("25", "25"), ("5/2", "2.5"), ("-1/8", "-0.125"), ("1/3", "1/3")]
)
def test_a_number_has_decimals_where_they_end(number, text):
    assert written(Fraction(number)) == text
