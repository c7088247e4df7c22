# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The programs of a part stated a second time, as plainly as the design has them.

Who takes part, with d the deviation of each from its target:

    minimise    (n + 1) x sum_i s d_i  -  sum_i y_i
    subject to  d_i >= |x_i W - R w_i|,  and the rules of the part

The least squares among those that take part, with a 0/1 variable for each place: the place from x
to x + 1 costs `(2x + 1) / w`. Only places around the recorded ones are looked at: the sum is convex
and the sums are nested, so whoever cannot be bettered by a small change cannot be bettered at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from allocator.distribution.deviation import scales
from allocator.distribution.formulation import Part
from allocator.distribution.rules.registry import Claimant
from allocator.solving import IntegerProgram, Line

# So many places on either side of the recorded ones are looked at.
AROUND = 25
# Costs of places are rounded to this fraction; what is found is measured exactly afterwards.
FINENESS = 10**9


def plainly(part: Part) -> IntegerProgram:
    """Who takes part."""
    variables: dict[str, tuple[int, int]] = {}
    lines: list[Line] = []
    objective: dict[str, int] = {}
    factor = scales(part)
    for closing in part.closings:
        for one in sorted(closing.claimants):
            together, wanted = part.together(closing), closing.total * part.weights[one]
            lowest, highest = part.lower[one], part.highest(one)
            farthest = max(abs(most * together - wanted) for most in (0, lowest, highest))
            x, d = f"x[{one}]", f"d[{one}]"
            variables |= {x: (lowest, highest), d: (0, farthest)}
            objective[d] = (len(part.thresholds) + 1) * factor[closing]
            lines.append(Line(f"above[{one}]", {d: 1, x: -together}, -wanted, None))
            lines.append(Line(f"below[{one}]", {d: 1, x: together}, wanted, None))
    for one, least in part.thresholds.items():
        x, y = f"x[{one}]", f"y[{one}]"
        variables[y] = (1 if part.lower[one] else 0, 1)
        objective[y] = -1
        lines.append(Line(f"least[{one}]", {x: 1, y: -least}, 0, None))
        lines.append(Line(f"none[{one}]", {x: 1, y: -part.highest(one)}, None, 0))
    for limit in part.participations:
        everybody = {f"y[{one}]": 1 for one in sorted(limit.claimants)}
        lines.append(Line(limit.name, everybody, None, limit.most))
    for name, claimants, lower, upper in _sums(part):
        lines.append(Line(name, {f"x[{one}]": 1 for one in claimants}, lower, upper))
    return IntegerProgram(variables, tuple(lines), objective)


def plain_places(part: Part, values: Mapping[str, int]) -> dict[Claimant, int]:
    """The places in a solution of `plainly`."""
    return {one: values[f"x[{one}]"] for one in part.claimants}


def squarely(settled: Part, around: Mapping[Claimant, int]) -> IntegerProgram:
    """The least squares, for places near the given ones."""
    variables: dict[str, tuple[int, int]] = {}
    objective: dict[str, int] = {}
    for one in settled.claimants:
        for place in _nearby(settled, one, around):
            variables[f"{place}[{one}]"] = (0, 1)
            cost = (2 * place + 1) * FINENESS
            objective[f"{place}[{one}]"] = round(cost / max(1, settled.weights[one]))
    lines = []
    for name, claimants, lower, upper in _sums(settled):
        below = sum(_nearby(settled, one, around).start for one in claimants)
        terms = {
            f"{place}[{one}]": 1 for one in claimants for place in _nearby(settled, one, around)
        }
        most = None if upper is None else upper - below
        lines.append(Line(name, terms, lower - below, most))
    return IntegerProgram(variables, tuple(lines), objective)


def square_places(
    settled: Part, around: Mapping[Claimant, int], values: Mapping[str, int]
) -> dict[Claimant, int]:
    """The places in a solution of `squarely`."""
    return {
        one: near.start + sum(values[f"{place}[{one}]"] for place in near)
        for one in settled.claimants
        for near in (_nearby(settled, one, around),)
    }


def _nearby(settled: Part, one: Claimant, around: Mapping[Claimant, int]) -> range:
    return range(
        max(settled.lower[one], around[one] - AROUND),
        min(settled.upper[one], around[one] + AROUND),
    )


def _sums(part: Part) -> Iterator[tuple[str, Iterable[Claimant], int, int | None]]:
    for closing in part.closings:
        yield closing.name, sorted(closing.claimants), closing.total, closing.total
    for group in part.groups:
        yield group.name, sorted(group.claimants), group.lower, group.upper
