# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Factors as dimensions: what each stands for between 0 and 1.

A design draws a point of the unit cube; every dimension turns its coordinate into lines of the
scenario. The draw is a float, taken exactly as the fraction that it is; from there on all is exact,
but for the two shapes of a distribution that need a root or a logarithm, whose values are rounded
to the factor's step at once.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import accumulate
from math import ceil, erfc, floor, sqrt
from statistics import NormalDist
from typing import Any

from models.study import (
    FAR_FROM_THE_MEAN,
    Distribution,
    Factor,
    Normal,
    Triangular,
    Uniform,
)

REALISED, FALLS_THROUGH = "realised", "falls through"
MOST_DEVIATIONS = float(FAR_FROM_THE_MEAN)


@dataclass(frozen=True, slots=True)
class Level:
    """One value of a dimension.

    Attributes:
        label: as the results name it.
        lines: what it makes of the scenario, by dotted path.
        added: lists of which several levels of a point each add items, by dotted path.
    """

    label: str
    lines: Mapping[str, Any] = field(default_factory=dict)
    added: Mapping[str, Sequence[Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Levels:
    """A dimension with a list of values.

    Attributes:
        name: of the factor, or of the plan.
        levels: its values.
        chances: how likely each is; they add up to 1.
    """

    name: str
    levels: tuple[Level, ...]
    chances: tuple[Fraction, ...]

    def at(self, drawn: Fraction) -> Level:
        """The value at a number from 0 to 1: each has a stretch as long as its chance."""
        return self.levels[min(bisect_right(self._ends, drawn), self._last)]

    @cached_property
    def _ends(self) -> list[Fraction]:
        """Where the stretch of each value ends."""
        return list(accumulate(self.chances))

    @cached_property
    def _last(self) -> int:
        """The last value that has a chance: what 1 itself gives."""
        return max(place for place, chance in enumerate(self.chances) if chance)


@dataclass(frozen=True, slots=True)
class Spread:
    """A dimension whose values follow a distribution.

    Attributes:
        name: of the factor.
        line: of the scenario.
        distribution: how likely its values are.
    """

    name: str
    line: str
    distribution: Distribution

    def at(self, drawn: Fraction) -> Level:
        """The value below which the distribution has so much of its mass, in whole steps."""
        value = quantile(self.distribution, drawn)
        return Level(written(value), {self.line: written_value(value)})


Dimension = Levels | Spread


def dimension(factor: Factor) -> Dimension:
    """The dimension of a factor that is one line, or lines that change together."""
    if factor.distribution is not None:
        assert factor.line is not None
        return Spread(factor.name, factor.line, factor.distribution)
    levels = tuple(_levels(factor))
    chances = factor.chances or (Fraction(1, len(levels)),) * len(levels)
    return Levels(factor.name, levels, chances)


def _levels(factor: Factor) -> Sequence[Level]:
    if factor.cases is not None:
        return [Level(name, lines) for name, lines in factor.cases.items()]
    assert factor.line is not None
    if factor.range is not None:
        values = factor.range.values()
        return [Level(written(one), {factor.line: written_value(one)}) for one in values]
    assert factor.values is not None
    return [Level(_label(one), {factor.line: one}) for one in factor.values]


def plan(name: str, falls_through: Mapping[str, Sequence[Any]], chance: Fraction) -> Levels:
    """The dimension of a plan that is realised or not.

    Args:
        name: of the plan.
        falls_through: the items that take it out of the scenario, by the path of their list.
        chance: how likely it is realised.
    """
    levels = (Level(REALISED), Level(FALLS_THROUGH, added=falls_through))
    return Levels(name, levels, (chance, 1 - chance))


def overrides(levels: Sequence[Level]) -> tuple[str, ...]:
    """The lines of several levels together, as `--set` takes them.

    A later factor replaces what an earlier one says of the same line.
    """
    lines: dict[str, Any] = {}
    for level in levels:
        lines |= level.lines
    added: dict[str, list[Any]] = {}
    for level in levels:
        for path, items in level.added.items():
            there = added.setdefault(path, [])
            there += [one for one in items if one not in there]
    lines |= added
    return tuple(assignment(path, value) for path, value in lines.items())


def assignment(path: str, value: Any) -> str:
    """A line and its value as `--set` takes them."""
    return f"{path}={json.dumps(value, ensure_ascii=False)}"


def quantile(distribution: Distribution, drawn: Fraction) -> Fraction:
    """The value of a distribution at a number from 0 to 1, a whole multiple of its step."""
    if distribution.uniform is not None:
        return _uniform(distribution.uniform, distribution.step, drawn)
    if distribution.triangular is not None:
        shape: Triangular | Normal = distribution.triangular
        value = _triangular(distribution.triangular, drawn)
    else:
        assert distribution.normal is not None
        shape, value = distribution.normal, _normal(distribution.normal, drawn)
    return _within(shape.low, shape.high, value, distribution.step)


def _uniform(shape: Uniform, step: Fraction, drawn: Fraction) -> Fraction:
    """Every multiple of the step from low to high is as likely as another."""
    first, last = ceil(shape.low / step), floor(shape.high / step)
    return min(first + floor(drawn * (last - first + 1)), last) * step


def _triangular(shape: Triangular, drawn: Fraction) -> Fraction:
    whole, left = shape.high - shape.low, shape.mode - shape.low
    if drawn * whole <= left:
        return shape.low + Fraction(sqrt(drawn * whole * left))
    return shape.high - Fraction(sqrt((1 - drawn) * whole * (shape.high - shape.mode)))


def _normal(shape: Normal, drawn: Fraction) -> Fraction:
    """The quantile of the part of the bell curve between the limits, by its inverse.

        z = F⁻¹( F(a) + u (F(b) - F(a)) )      value = mean + deviation z

    F is the curve of mean 0 and deviation 1, a and b the limits on it, u what is drawn. Limits that
    both lie above the mean are mirrored: far up the curve F is 1 to the last digit, far down it
    is not 0.
    """
    low = _standard(shape, shape.low, -MOST_DEVIATIONS)
    high = _standard(shape, shape.high, MOST_DEVIATIONS)
    if low > 0:
        return shape.mean - shape.deviation * _between(-high, -low, 1 - float(drawn))
    return shape.mean + shape.deviation * _between(low, high, float(drawn))


def _standard(shape: Normal, limit: Fraction | None, without: float) -> float:
    """A limit in deviations from the mean."""
    return without if limit is None else float((limit - shape.mean) / shape.deviation)


def _between(low: float, high: float, drawn: float) -> Fraction:
    """The number between two others below which so much of the curve between them lies."""
    below, upto = _below(low), _below(high)
    part = below + drawn * (upto - below)
    # At 0 and 1 the bell curve has no value.
    value = NormalDist().inv_cdf(part) if 0 < part < 1 else (low if part <= 0 else high)
    return Fraction(min(max(value, low), high))


def _below(deviations: float) -> float:
    """The part of the bell curve below a number of deviations, to the last digit far down too."""
    return erfc(-deviations / sqrt(2)) / 2


def _within(
    low: Fraction | None, high: Fraction | None, value: Fraction, step: Fraction
) -> Fraction:
    """The nearest multiple of the step between the limits, halves up."""
    number = floor(value / step + Fraction(1, 2))
    if low is not None:
        number = max(number, ceil(low / step))
    if high is not None:
        number = min(number, floor(high / step))
    return number * step


def written_value(value: Fraction) -> int | str:
    """A number as a scenario takes it: whole, or an exact ratio as a text."""
    return value.numerator if value.denominator == 1 else str(value)


def written(value: Fraction) -> str:
    """A number as people read it: in decimals where they end."""
    if value.denominator == 1:
        return str(value.numerator)
    digits = next((places for places in range(1, 31) if (value * 10**places).denominator == 1), 0)
    if not digits:
        return str(value)
    scaled = abs(int(value * 10**digits))
    sign = "-" if value < 0 else ""
    return f"{sign}{scaled // 10**digits}.{scaled % 10**digits:0{digits}d}"


def _label(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
