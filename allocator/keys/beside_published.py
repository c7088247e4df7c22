# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Shares that the key computes, compared with the official indicative numbers."""

from __future__ import annotations

from fractions import Fraction

from models.problem import Problem
from models.published import PublishedNumber, PublishedNumbers
from models.share import Shares


def beside_published(problem: Problem, shares: Shares) -> PublishedNumbers | None:
    """Every share beside its published number; None where the key takes those, or none is known."""
    figures = problem.figures
    if problem.scenario.key.name == "published" or not problem.has_official_numbers:
        return None
    numbers = tuple(
        PublishedNumber(
            code=code,
            name=problem.territory.name(code),
            share=shares.places[code].total,
            published=official.total,
            difference=shares.places[code].total - official.total,
            row=official.row,
        )
        for code, official in sorted(figures.published.items())
        if official.total and code in shares.places
    )
    if not numbers:
        return None
    percent = {one.code: Fraction(100 * abs(one.difference), one.published) for one in numbers}
    worst = max(percent, key=lambda code: percent[code])
    return PublishedNumbers(
        numbers=numbers,
        mean_percent=sum(percent.values(), Fraction()) / len(percent),
        worst_percent=percent[worst],
        worst=worst,
    )
