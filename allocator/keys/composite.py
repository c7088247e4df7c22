# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A weighted mix of several quantities, such as two thirds income and one third inhabitants."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from allocator.keys.registry import key
from models.fault import Faults, nearest
from models.problem import Cell, Problem
from models.share import Weight


@key("composite", source=None)
def composite(problem: Problem) -> dict[str, Weight]:
    """The weight is the sum over the parts: coefficient x part of the national total."""
    quantities = problem.figures.quantities
    parts = problem.scenario.key.parts
    _check(problem, parts, quantities)
    totals = {name: sum(cell.value for cell in quantities[name].values()) for name in parts}
    known = set.intersection(*(set(quantities[name]) for name in parts))
    return {
        code: Weight(
            value=sum(
                (
                    part * quantities[name][code].value / totals[name]
                    for name, part in parts.items()
                ),
                Fraction(0),
            ),
            status="computed",
            figures={name: quantities[name][code].value for name in parts}
            | {f"{name}_total": Fraction(total) for name, total in totals.items()},
            rows=tuple(dict.fromkeys(quantities[name][code].row for name in parts)),
        )
        for code in sorted(known)
    }


def _check(
    problem: Problem,
    parts: Mapping[str, Fraction],
    quantities: Mapping[str, Mapping[str, Cell]],
) -> None:
    faults = Faults()
    choices = ", ".join(sorted(quantities))
    where = problem.line("key.parts")
    for name, part in parts.items():
        if name not in quantities:
            what = f"there is no quantity {name!r}{nearest(name, quantities)}"
            faults.add(
                "unknown-quantity", problem.line(f"key.parts.{name}"), what, f"Known: {choices}."
            )
        if part < 0:
            what = f"the part {name} is {part}, below 0"
            faults.add(
                "negative-weight", problem.line(f"key.parts.{name}"), what, "Make it positive."
            )
    if not faults and sum(parts.values()) != 1:
        faults.add(
            "parts-not-one",
            where,
            f"the parts add up to {sum(parts.values())}"
            if parts
            else "the key composite has no parts",
            'Parts add up to 1, such as {income: "2/3", inhabitants: "1/3"}.',
        )
    faults.raise_if_any()
