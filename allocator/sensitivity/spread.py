# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a number is spread over the points of a study, and which factor it hangs on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from models.sensitivity import Bin, Percentiles

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

# A number that has more values is looked at in so many groups of neighbours, or fewer.
MOST_GROUPS = 20
# A picture of a spread has so many stretches at most.
MOST_BINS = 20
# Of smaller groups the means are mostly chance, and nothing is said.
LEAST_PER_GROUP = 10
ROBUST_PART = Fraction(1, 20)
# A number as studies write it; without exponents, which could make it as long as they like.
NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40}|/0{0,9}[1-9][0-9]{0,39})?")


def percentiles(values: Numbers, weights: Numbers) -> Percentiles:
    """The lowest, the highest, and the 5th, 50th and 95th percentile by nearest rank.

    The p-th percentile is the smallest value that together with all below it weighs at least p
    hundredths of everything.
    """
    import numpy as np

    order = np.argsort(values, kind="stable")
    ordered, weight = values[order], np.cumsum(weights[order])
    whole = int(weight[-1])
    likely = ordered[weights[order] > 0]
    at = {
        part: int(ordered[np.searchsorted(weight, -(-whole * part // 100))]) for part in (5, 50, 95)
    }
    return Percentiles(low=int(likely[0]), p5=at[5], p50=at[50], p95=at[95], high=int(likely[-1]))


def bins(values: Numbers, weights: Numbers) -> tuple[Bin, ...]:
    """How often a number lies where: stretches of equal width from the lowest to the highest.

    Args:
        values: at each point.
        weights: of each point; what weighs nothing is not looked at.
    """
    likely = values[weights > 0]
    low, high = int(likely.min()), int(likely.max())
    width = -(-(high - low + 1) // MOST_BINS)
    return tuple(
        Bin(
            low=first,
            high=first + width - 1,
            chance=chance((values >= first) & (values < first + width), weights),
        )
        for first in range(low, high + 1, width)
    )


def chance(holds: Numbers, weights: Numbers) -> Fraction:
    """The part of all weight, which is more than 0, on the points where something holds."""
    return Fraction(int(weights[holds].sum()), int(weights.sum()))


def mean(values: Numbers, weights: Numbers) -> Fraction:
    """The mean of a number over the points; 0 where they weigh nothing."""
    whole = int(weights.sum())
    return Fraction(int((values * weights).sum()), whole) if whole else Fraction(0)


def is_robust(spread: Percentiles) -> bool:
    """Whether a number hardly varies: by one place, or by a twentieth of its median."""
    return spread.p95 - spread.p5 <= max(Fraction(1), ROBUST_PART * spread.p50)


def explained(
    values: Numbers, weights: Numbers, groups: Numbers, *, exact: bool
) -> Fraction | None:
    """The part of the variance that lies between groups of points.

        B = sum over groups of S²/N  -  S²/N        V = Q  -  S²/N

    N is the weight of a group, or of all, S the weighted sum, Q the weighted sum of squares. Of
    every combination it is B / V, the correlation ratio (Pearson). Means of draws differ by chance
    alone, which makes that too large; with n points in k groups it is, without this bias,

        ( B  -  (k - 1) (V - B) / (n - k) ) / V

    (ε², Kelley 1935), and 0 where that is negative.

    Args:
        values: at each point.
        weights: of each point, all above 0.
        groups: the number of the group of each point.
        exact: whether the points are every combination.

    Returns:
        The exact fraction, from 0 to 1; 0 where nothing varies; None where the points are draws and
        too few for their groups.
    """
    many = len(set(groups.tolist()))
    if not exact and (many == 1 or len(values) < LEAST_PER_GROUP * many):
        return None
    between, variance = _variances(values, weights, groups)
    if not variance:
        return Fraction(0)
    if not exact:
        by_chance = Fraction(many - 1, len(values) - many) * (variance - between)
        between = max(between - by_chance, Fraction(0))
    return between / variance


def _variances(values: Numbers, weights: Numbers, groups: Numbers) -> tuple[Fraction, Fraction]:
    """The variance between groups and the whole variance, both times the weight of all points."""
    import numpy as np

    heavy = weights * values
    middle = Fraction(int(heavy.sum()) ** 2, int(weights.sum()))
    many = int(groups.max()) + 1
    weight, places = np.zeros(many, weights.dtype), np.zeros(many, weights.dtype)
    np.add.at(weight, groups, weights)
    np.add.at(places, groups, heavy)
    between = sum(
        (
            Fraction(int(sum_) ** 2, int(whole))
            for sum_, whole in zip(places, weight, strict=True)
            if whole
        ),
        start=Fraction(0),
    )
    return between - middle, int((heavy * values).sum()) - middle


def grouped(labels: Sequence[str], *, exact: bool) -> Numbers:
    """The points by their value of a factor, or by neighbouring values where they are too many.

    Points with the same value are never parted. Texts have no neighbours.

    Args:
        labels: the value at each point.
        exact: whether the points are every combination, whose values need no groups.
    """
    import numpy as np

    count = Counter(labels)
    numbers = {label: number for number, label in enumerate(count)}
    most = max(1, min(MOST_GROUPS, len(labels) // LEAST_PER_GROUP))
    if not exact and len(count) > most and all(map(NUMBER.fullmatch, count)):
        before = 0
        for label in sorted(count, key=Fraction):
            numbers[label] = before * most // len(labels)
            before += count[label]
    return np.array([numbers[label] for label in labels], dtype=np.int64)
