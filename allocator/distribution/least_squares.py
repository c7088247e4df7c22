# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Places where rules couple kinds or regions, so that no single apportionment decides.

Least `sum_i (x_i - t_i)^2 / w_i`, the sum that Sainte-Lague minimises, over all places that meet
the sums. As the total of each area and kind is fixed, that is least `sum_i x_i^2 / w_i`: the place
that takes a claimant from x to x + 1 costs `(2x + 1) / w`.

The sums are of two families: within one kind (an area closes, a region has limits on a kind) and
over both kinds (a municipality or a region has limits on its total). In each family two sums are
nested or disjoint, so the places are a flow: from the kinds, through the claimants, to the totals.
A flow is optimal if and only if no circle of changes costs less than nothing, and the potentials
that show it are the certificate. All of it in exact integers (the costs times a common multiple).

Source: R.K. Ahuja, T.L. Magnanti and J.B. Orlin, "Network Flows" (1993), chapter 14 (convex costs).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from allocator.distribution.formulation import Part
from allocator.distribution.rules.registry import Bound, Claimant

ROOT = 0


@dataclass(frozen=True, slots=True)
class Balanced:
    """The least squares places and their certificate.

    Attributes:
        places: per claimant.
        multipliers: per sum; for every claimant the sum of its multipliers lies between
            `(2x - 1) / w` and `(2x + 1) / w`, unless a bound holds it.
        squares: `sum (x - t)^2 / w`, the value that is least.
        tied: claimants that another, equally good answer would treat differently, and whether
            they hold the place in question here.
    """

    places: Mapping[Claimant, int]
    multipliers: Mapping[str, Fraction]
    squares: Fraction
    tied: Mapping[Claimant, bool]


class NotNested(Exception):
    """The sums of the rules overlap without being nested: a defect of a rule, not of the input."""


@dataclass(frozen=True, slots=True)
class _Arc:
    """A way for places: a claimant, or a sum that has to stay within its limits."""

    start: int
    end: int
    claimant: Claimant | None = None
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    """One place more (+1) or less (-1) along an arc."""

    arc: _Arc
    change: int

    @property
    def start(self) -> int:
        return self.arc.start if self.change > 0 else self.arc.end

    @property
    def end(self) -> int:
        return self.arc.end if self.change > 0 else self.arc.start


def least_squares(part: Part, start: Mapping[Claimant, int]) -> Balanced:
    """The unique best places of a part whose participants are known.

    Args:
        part: without thresholds.
        start: any places that meet every rule.

    Raises:
        NotNested: if the sums of the rules cannot be drawn as a flow.
    """
    network = _Network(part)
    places = network.improve(dict(start), lots=True)
    return Balanced(
        places=places,
        multipliers=network.multipliers(places),
        squares=sum(
            (
                (places[one] - part.target(one, closing)) ** 2 / part.weights[one]
                for closing in part.closings
                for one in closing.claimants
                if part.weights[one]
            ),
            Fraction(),
        ),
        tied=network.tied(places),
    )


class _Network:
    """The flow network of a part."""

    def __init__(self, part: Part) -> None:
        self.part = part
        closings = [Bound(one.name, one.claimants, one.total, one.total) for one in part.closings]
        sums = [*closings, *part.groups]
        one_kind = [one for one in sums if len({kind for _, kind in one.claimants}) == 1]
        both_kinds = [one for one in sums if one not in one_kind]
        self.arcs: list[_Arc] = []
        self._nodes = 1
        before = self._family(one_kind, reverse=False)
        after = self._family(both_kinds, reverse=True)
        for one in part.claimants:
            self.arcs.append(_Arc(before.get(one, ROOT), after.get(one, ROOT), claimant=one))
        self.unit = lcm(*(weight for weight in part.weights.values() if weight))
        # Every place of a claimant counts for more than all places of those after it in lots.
        base = 2 * sum(closing.total for closing in part.closings) + 2
        self.by_lots: dict[Claimant, int] = {}
        self.above_lots = 1
        for one in reversed(part.claimants):
            self.above_lots *= base
            self.by_lots[one] = self.above_lots
        self.above_lots *= base**2

    def _family(self, sums: list[Bound], *, reverse: bool) -> dict[Claimant, int]:
        """Draw a family of nested sums as a tree; the node of the smallest sum per claimant."""
        node_of: dict[Claimant, int] = {}
        for bound in sorted(sums, key=lambda one: (-len(one.claimants), one.name)):
            if not bound.claimants:
                continue
            parents = {node_of.get(one, ROOT) for one in bound.claimants}
            if len(parents) > 1:
                raise NotNested(f"{bound.name} cuts across another sum")
            parent, node = parents.pop(), self._nodes
            self._nodes += 1
            ends = (node, parent) if reverse else (parent, node)
            self.arcs.append(_Arc(*ends, bound=bound))
            node_of.update(dict.fromkeys(bound.claimants, node))
        return node_of

    def improve(self, places: dict[Claimant, int], *, lots: bool) -> dict[Claimant, int]:
        """Go round circles that cost less than nothing, until there are none."""
        while circle := self._cheap_circle(places, lots=lots):
            self._go_round(circle, places, lots=lots)
        return places

    def _cost(self, step: _Step, places: Mapping[Claimant, int], *, lots: bool) -> int:
        """What a step adds to the sum of squares; far behind that, what lots say of it."""
        one = step.arc.claimant
        if one is None:
            return 0
        x, weight = places[one], self.part.weights[one]
        cost = step.change * (2 * x + step.change) * self.unit // weight
        return cost * self.above_lots - step.change * self.by_lots[one] if lots else cost

    def _steps(self, places: Mapping[Claimant, int]) -> list[_Step]:
        """Every step that stays within the bounds."""
        steps = []
        for arc in self.arcs:
            if arc.claimant is not None:
                flow = places[arc.claimant]
                lower: int = self.part.lower[arc.claimant]
                upper: int | None = self.part.upper[arc.claimant]
            else:
                assert arc.bound is not None
                flow = sum(places[one] for one in arc.bound.claimants)
                lower, upper = arc.bound.lower, arc.bound.upper
            if upper is None or flow < upper:
                steps.append(_Step(arc, +1))
            if flow > lower:
                steps.append(_Step(arc, -1))
        return steps

    def _distances(
        self, places: Mapping[Claimant, int], *, lots: bool
    ) -> tuple[list[int], list[_Step | None], int | None]:
        """Shortest distances (Bellman-Ford) from everywhere, and a node on a circle if any."""
        steps = [(step, self._cost(step, places, lots=lots)) for step in self._steps(places)]
        distance = [0] * self._nodes
        came_by: list[_Step | None] = [None] * self._nodes
        changed = None
        for _ in range(self._nodes + 1):
            changed = None
            for step, cost in steps:
                if distance[step.start] + cost < distance[step.end]:
                    distance[step.end] = distance[step.start] + cost
                    came_by[step.end] = step
                    changed = step.end
            if changed is None:
                break
        return distance, came_by, changed

    def _cheap_circle(self, places: Mapping[Claimant, int], *, lots: bool) -> list[_Step]:
        _, came_by, node = self._distances(places, lots=lots)
        if node is None:
            return []
        for _ in range(self._nodes):
            node = _came(came_by, node).start
        circle: list[_Step] = []
        here = node
        while not circle or here != node:
            step = _came(came_by, here)
            circle.append(step)
            here = step.start
        return circle

    def _go_round(self, circle: list[_Step], places: dict[Claimant, int], *, lots: bool) -> None:
        """Go round once, and on as long as it pays and stays within the bounds."""
        while True:
            for step in circle:
                if step.arc.claimant is not None:
                    places[step.arc.claimant] += step.change
            allowed = {(id(step.arc), step.change) for step in self._steps(places)}
            if any((id(step.arc), step.change) not in allowed for step in circle):
                return
            if sum(self._cost(step, places, lots=lots) for step in circle) >= 0:
                return

    def multipliers(self, places: Mapping[Claimant, int]) -> dict[str, Fraction]:
        """The certificate: the potential difference over each sum."""
        distance, _, _ = self._distances(places, lots=False)
        return {
            arc.bound.name: Fraction(distance[arc.start] - distance[arc.end], self.unit)
            for arc in self.arcs
            if arc.bound is not None
        }

    def tied(self, places: Mapping[Claimant, int]) -> dict[Claimant, bool]:
        """Claimants on some circle that costs exactly nothing: do they hold the tied place?"""
        distance, _, _ = self._distances(places, lots=False)
        free = [
            step
            for step in self._steps(places)
            if distance[step.start] + self._cost(step, places, lots=False) == distance[step.end]
        ]
        return {
            step.arc.claimant: step.change < 0
            for step in free
            if step.arc.claimant is not None and self._returns(step, free)
        }

    def _returns(self, first: _Step, free: list[_Step]) -> bool:
        """Whether free steps lead back to the start of one, without undoing it."""
        reached, waiting = {first.end}, [first.end]
        while waiting:
            here = waiting.pop()
            for step in free:
                if step.start == here and step.arc is not first.arc and step.end not in reached:
                    reached.add(step.end)
                    waiting.append(step.end)
        return first.start in reached


def _came(came_by: list[_Step | None], node: int) -> _Step:
    step = came_by[node]
    assert step is not None
    return step
