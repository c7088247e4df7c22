# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The integer program of a part: who takes part.

Only claimants with a threshold (nothing, or at least so many) can be left out. With x the places, y
whether a claimant takes part, W the weights together and s what brings every closing to the same
measure, the program is

    minimise    (n + 1) x sum_i s u_i  -  sum_i y_i
    subject to  sum_i x_i = R                        for each area and kind
                least_i y_i <= x_i <= hi_i y_i       for the n claimants with a threshold
                lo_i <= x_i <= hi_i                  for the others
                lower <= sum_{i in G} x_i <= upper   for each group G
                sum_{i in P} y_i <= n_P              where only so many of P may take part
                u_i >= max(0, R w_i - x_i W)         how far it stays below its target

so that first the deviation from pro rata is as small as possible, and then as few as possible are
left at zero. As much lies above the targets as below them, so the deviation `sum |x_i W - R w_i|`
is twice the sum of the u. The lines that hold u up are the tightest there are for one claimant:
they know that x is whole, and that whoever takes no part is below its target by all of it. The
plain statement is solved two to ten times slower; it goes to the second solver (`statement.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from allocator.distribution.deviation import scales
from allocator.distribution.formulation import Part
from allocator.distribution.rules.registry import Claimant, Closing
from allocator.solving import IntegerProgram, Line


def program_of(part: Part) -> IntegerProgram:
    """The integer program of a part (see the top of this file)."""
    variables: dict[str, tuple[int, int]] = {}
    lines: list[Line] = []
    size = len(part.thresholds) + 1
    for closing in part.closings:
        places = {places_of(one): 1 for one in closing.claimants}
        lines.append(Line(closing.name, places, closing.total, closing.total))
        for one in sorted(closing.claimants):
            variables[places_of(one)] = (part.lower[one], part.highest(one))
            variables[short_of(one)] = (0, closing.total * part.weights[one])
            lines += _shortfall(part, one, closing)
    for one, least in part.thresholds.items():
        variables[takes_part(one)] = (1 if part.lower[one] else 0, 1)
        lines += threshold_lines(part, one, least)
    for group in part.groups:
        terms = {places_of(one): 1 for one in group.claimants}
        lines.append(Line(group.name, terms, group.lower, group.upper))
    for limit in part.participations:
        everybody = {takes_part(one): 1 for one in sorted(limit.claimants)}
        lines.append(Line(limit.name, everybody, None, limit.most))
    objective = {name: size * factor for name, factor in half_deviation(part).items()}
    objective |= {takes_part(one): -1 for one in part.thresholds}
    return IntegerProgram(variables, tuple(lines), objective)


def half_deviation(part: Part) -> dict[str, int]:
    """What lies below the targets in all, as a sum of variables: half of the deviation."""
    factor = scales(part)
    return {
        short_of(one): factor[closing]
        for closing in part.closings
        for one in sorted(closing.claimants)
    }


def threshold_lines(part: Part, one: Claimant, least: int) -> Iterator[Line]:
    """Nothing, or at least so many."""
    x, y = places_of(one), takes_part(one)
    yield Line(f"least[{_label(one)}]", {x: 1, y: -least}, 0, None)
    yield Line(f"none[{_label(one)}]", {x: 1, y: -part.highest(one)}, None, 0)


def _shortfall(part: Part, one: Claimant, closing: Closing) -> Iterator[Line]:
    """The lines that hold u up: through what it is at two neighbouring whole numbers.

    Whoever takes no part is `wanted` below its target; on every line that is the value at y = 0.
    """
    together, wanted = part.together(closing), closing.total * part.weights[one]
    if not wanted:
        return
    straights = [(-together, wanted)]
    if wanted % together:
        remainder = wanted % together
        straights.append((-remainder, remainder * (wanted // together + 1)))
    if one in part.thresholds:
        straights.append((0, 0))
    for number, (slope, start) in enumerate(straights):
        terms = {short_of(one): 1, places_of(one): -slope}
        lower = start
        if one in part.thresholds:
            terms[takes_part(one)] = wanted - start
            lower = wanted
        yield Line(f"short{number}[{_label(one)}]", _nonzero(terms), lower, None)


def hint_of(
    part: Part, chosen: frozenset[Claimant], places: Mapping[Claimant, int]
) -> dict[str, int]:
    """An assignment of the variables that stands for these places."""
    hint = {places_of(one): places[one] for one in part.claimants}
    hint |= {takes_part(one): int(one in chosen) for one in part.thresholds}
    for closing in part.closings:
        together = part.together(closing)
        for one in closing.claimants:
            wanted = closing.total * part.weights[one]
            hint[short_of(one)] = max(0, wanted - places[one] * together)
    return hint


def _nonzero(terms: Mapping[str, int]) -> dict[str, int]:
    return {name: factor for name, factor in terms.items() if factor}


def _label(one: Claimant) -> str:
    return f"{one[0]}.{one[1]}"


def places_of(one: Claimant) -> str:
    """The variable x: its places."""
    return f"places[{_label(one)}]"


def takes_part(one: Claimant) -> str:
    """The variable y: whether it takes part."""
    return f"takes_part[{_label(one)}]"


def short_of(one: Claimant) -> str:
    """The variable u: how far it stays below its target, in W-ths of a place."""
    return f"short[{_label(one)}]"
