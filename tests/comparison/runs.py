# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Runs to compare, each solved once."""

from __future__ import annotations

from functools import cache

import allocator
from allocator.comparison import compare
from models.comparison import ComparisonResult, Figures, MunicipalityLine, Named

KEYS = tuple((f"key.name={key}",) for key in ("published", "inhabitants", "statutory"))
RAMINGEN = ("2022-11", "2023-05", "2024", "2026")


@cache
def run(name: str, *overrides: str) -> allocator.Run:
    return allocator.run(name, overrides)


def compared(*runs: tuple[str, ...]) -> ComparisonResult:
    """Runs side by side, not yet verified."""
    return compare([Named(" ".join(one), run(*one).result) for one in runs])


@cache
def by_key() -> ComparisonResult:
    """Overijssel 2024 by the published numbers, by inhabitants and by the statutory formula."""
    return compared(*(("overijssel-2024", *one) for one in KEYS))


@cache
def by_raming() -> ComparisonResult:
    """Overijssel by inhabitants in the four versions of the raming."""
    return compared(*(("overijssel-2022", f"raming={one}") for one in RAMINGEN))


def line(comparison: ComparisonResult, name: str) -> MunicipalityLine:
    return next(one for one in comparison.municipalities if one.name == name)


def figures(comparison: ComparisonResult, name: str, letter: str) -> Figures:
    found = line(comparison, name).figures["ABCDEFGH".index(letter)]
    assert found is not None
    return found
