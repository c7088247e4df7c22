# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ranks: who has the most places, and who the most per inhabitant.

Ranks of different fields say nothing beside one another. So only those take part that have the
number in every run that has it of anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from models.comparison import Figures

Valued = Callable[[Figures], Fraction | None]


def ranked(runs: Sequence[Mapping[str, Figures]]) -> list[dict[str, Figures]]:
    """The same figures with their ranks, by decision and by places per 1,000 inhabitants."""
    by_decision = _with_ranks(runs, _decision, "rank")
    return _with_ranks(by_decision, lambda one: one.per_thousand, "rank_per_thousand")


def _decision(one: Figures) -> Fraction | None:
    return None if one.decision is None else Fraction(one.decision.total)


def _with_ranks(
    runs: Sequence[Mapping[str, Figures]],
    value: Valued,
    field: Literal["rank", "rank_per_thousand"],
) -> list[dict[str, Figures]]:
    values = [
        {code: found for code, one in run.items() if (found := value(one)) is not None}
        for run in runs
    ]
    fields = [set(known) for known in values if known]
    common = set.intersection(*fields) if fields else set()
    ranks = [ranks_of({code: known[code] for code in common} if known else {}) for known in values]
    return [
        {code: one.model_copy(update={field: own.get(code)}) for code, one in run.items()}
        for run, own in zip(runs, ranks, strict=True)
    ]


def ranks_of(values: Mapping[str, Fraction]) -> dict[str, int]:
    """The rank of each: one more than how many have more; equals share a rank."""
    ordered = sorted(values, key=lambda code: (-values[code], code))
    ranks: dict[str, int] = {}
    for number, code in enumerate(ordered):
        before = ordered[number - 1] if number else code
        same = number and values[before] == values[code]
        ranks[code] = ranks[before] if same else number + 1
    return ranks
