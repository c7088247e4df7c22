# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Places brought within every sum, once it is known who takes part; or what stands in the way.

Places move round circles of the network, from a sum that has too few or too many back to itself. If
no circle is left, the claimants at their bounds along the border of what can be reached are a proof
that no places will do.

Source: R.K. Ahuja, T.L. Magnanti and J.B. Orlin, "Network Flows" (1993), sections 6.2 and 6.7.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from allocator.distribution.network import Network, Step
from allocator.distribution.rules.registry import Claimant


@dataclass(frozen=True, slots=True)
class Stuck:
    """Why no places meet every sum: at least one of these would have to change its bounds.

    Attributes:
        more: claimants that take all they may.
        less: claimants that take the least they must.
    """

    more: tuple[Claimant, ...]
    less: tuple[Claimant, ...]


def close_sums(network: Network, places: dict[Claimant, int]) -> Stuck | None:
    """Change `places`, within the bounds of each claimant, until every sum is met.

    Returns:
        What stands in the way; None once every sum is met.
    """
    while (first := _towards(network, places)) is not None:
        came_by = _reached(network, places, first)
        if first.start not in came_by:
            return _stuck(network, came_by.keys())
        circle, here = [first], first.start
        while here != first.end:
            step = came_by[here]
            assert step is not None
            circle.append(step)
            here = step.start
        amount = min(_room(network, places, step) for step in circle)
        for step in circle:
            if step.arc.claimant is not None:
                places[step.arc.claimant] += step.change * amount
    return None


def _towards(network: Network, places: Mapping[Claimant, int]) -> Step | None:
    """A step that leads some sum back towards its limits."""
    for arc in network.arcs:
        flow, lower, upper = network.limits(arc, places)
        if flow < lower:
            return Step(arc, +1)
        if upper is not None and flow > upper:
            return Step(arc, -1)
    return None


def _room(network: Network, places: Mapping[Claimant, int], step: Step) -> int:
    """How many places may go along a step: up to the limit it leads to, no farther."""
    flow, lower, upper = network.limits(step.arc, places)
    if flow < lower:
        return lower - flow
    if upper is not None and flow > upper:
        return flow - upper
    if step.change < 0:
        return flow - lower
    return sum(places.values()) + 1 if upper is None else upper - flow


def _reached(
    network: Network, places: Mapping[Claimant, int], first: Step
) -> dict[int, Step | None]:
    """Where steps lead from the end of one, and by which."""
    leaving: dict[int, list[Step]] = {}
    for step in network.steps(places):
        if step.arc is not first.arc:
            leaving.setdefault(step.start, []).append(step)
    came_by: dict[int, Step | None] = {first.end: None}
    waiting = [first.end]
    for here in waiting:
        for step in leaving.get(here, ()):
            if step.end not in came_by:
                came_by[step.end] = step
                waiting.append(step.end)
    return came_by


def _stuck(network: Network, reached: Collection[int]) -> Stuck:
    more, less = [], []
    for arc in network.arcs:
        if arc.claimant is not None:
            starts, ends = arc.start in reached, arc.end in reached
            if starts and not ends:
                more.append(arc.claimant)
            elif ends and not starts:
                less.append(arc.claimant)
    return Stuck(tuple(more), tuple(less))
