# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a number is spread over the points of a study, and which factor it hangs on."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from models.sensitivity import Percentiles

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

# A factor with more values than this is looked at in as many groups of equally many points.
MOST_GROUPS = 20
ROBUST_PART = Fraction(1, 20)


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


def chance(holds: Numbers, weights: Numbers) -> Fraction:
    """The part of all weight on the points where something holds."""
    return Fraction(int(weights[holds].sum()), int(weights.sum()))


def mean(values: Numbers, weights: Numbers) -> Fraction:
    """The mean of a number over the points; 0 where they weigh nothing."""
    whole = int(weights.sum())
    return Fraction(int((values * weights).sum()), whole) if whole else Fraction(0)


def is_robust(spread: Percentiles) -> bool:
    """Whether a number hardly varies: by one place, or by a twentieth of its median."""
    return spread.p95 - spread.p5 <= max(Fraction(1), ROBUST_PART * spread.p50)


def explained(values: Numbers, weights: Numbers, groups: Numbers) -> Fraction:
    """The part of the variance that lies between groups of points: the correlation ratio.

        (sum over groups of S²/N  -  S²/N)  /  (Q  -  S²/N)

    N is the weight of a group, or of all, S the weighted sum, Q the weighted sum of squares.
    Exact; 0 where nothing varies.
    """
    import numpy as np

    whole, total = int(weights.sum()), int((weights * values).sum())
    mean = Fraction(total**2, whole)
    variance = int((weights * values * values).sum()) - mean
    if not variance:
        return Fraction(0)
    many = int(groups.max()) + 1
    weight, places = np.zeros(many, weights.dtype), np.zeros(many, weights.dtype)
    np.add.at(weight, groups, weights)
    np.add.at(places, groups, weights * values)
    between = sum(
        (
            Fraction(int(sum_) ** 2, int(heavy))
            for sum_, heavy in zip(places, weight, strict=True)
            if heavy
        ),
        start=Fraction(0),
    )
    return (between - mean) / variance


def grouped(labels: list[str], numeric: bool) -> Numbers:
    """The points by their value of a factor; of a factor with very many values by its ranks.

    Args:
        labels: the value at each point.
        numeric: whether the values are numbers.
    """
    import numpy as np

    if numeric and len(set(labels)) > MOST_GROUPS:
        ranks = np.empty(len(labels), dtype=np.int64)
        order = sorted(range(len(labels)), key=lambda place: Fraction(labels[place]))
        ranks[order] = np.arange(len(labels))
        many: Numbers = ranks * MOST_GROUPS // len(labels)
        return many
    numbers = {label: number for number, label in enumerate(dict.fromkeys(labels))}
    return np.array([numbers[label] for label in labels], dtype=np.int64)
