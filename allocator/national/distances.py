# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Distances and borders between provinces."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from itertools import combinations

from models.national import Border
from models.problem import Problem
from models.territory import great_circle_km


def tenths_between(problem: Problem, codes: Collection[str]) -> dict[tuple[str, str], int]:
    """Per ordered pair the great circle between the middles, in tenths of a kilometre.

    The middle of a province is the plain mean of its municipalities' centroids: a rule that
    anybody can redo from the result alone. Floats, but safe ones: no distance between two
    provinces lies so near to half a tenth that another machine could round it the other way, which
    a test keeps.
    """
    middles = {code: _middle(problem, code) for code in sorted(codes)}
    found = {}
    for one, other in combinations(middles, 2):
        far = round(great_circle_km(*middles[one], *middles[other]) * 10)
        found[one, other] = found[other, one] = far
    return found


def _middle(problem: Problem, code: str) -> tuple[Fraction, Fraction]:
    inside = [one for one in problem.municipalities if one.province == code]
    return (
        sum((one.latitude for one in inside), Fraction()) / len(inside),
        sum((one.longitude for one in inside), Fraction()) / len(inside),
    )


def crossings(problem: Problem) -> tuple[Border, ...]:
    """The land borders between municipalities of different provinces of the scenario."""
    province = {one.code: one.province for one in problem.municipalities}
    return tuple(
        Border(one=min(pair), other=max(pair), row=row)
        for pair, row in sorted(problem.territory.borders.items())
        if set(pair) <= province.keys() and province[pair[0]] != province[pair[1]]
    )


def borders(problem: Problem) -> tuple[Border, ...]:
    """The provinces of the scenario that share a land border, each pair with the first row."""
    found: dict[tuple[str, str], str] = {}
    for crossing in crossings(problem):
        ends = (crossing.one, crossing.other)
        one, other = sorted(problem.territory.municipalities[code].province for code in ends)
        found.setdefault((one, other), crossing.row)
    return tuple(
        Border(one=one, other=other, row=row) for (one, other), row in sorted(found.items())
    )
