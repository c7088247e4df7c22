# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sums of a part drawn as a network, through which places flow from the kinds to the totals.

The sums are of two families: within one kind (an area closes, a region has limits on a kind) and
over both kinds (a municipality or a region has limits on its total). In each family two sums are
nested or disjoint, so a family is a tree, and a claimant leads from the one tree to the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from allocator.distribution.formulation import Part
from allocator.distribution.rules.registry import Bound, Claimant

ROOT = 0


class NotNested(Exception):
    """The sums of the rules overlap without being nested: a defect of a rule, not of the input."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A way for places: a claimant, or a sum that has to stay within its limits."""

    start: int
    end: int
    claimant: Claimant | None = None
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One place more (+1) or less (-1) along an arc."""

    arc: Arc
    change: int

    @property
    def start(self) -> int:
        """The node that it leaves."""
        return self.arc.start if self.change > 0 else self.arc.end

    @property
    def end(self) -> int:
        """The node that it comes to."""
        return self.arc.end if self.change > 0 else self.arc.start


class Network:
    """The flow network of a part."""

    def __init__(self, part: Part) -> None:
        self.part = part
        closings = [Bound(one.name, one.claimants, one.total, one.total) for one in part.closings]
        sums = [*closings, *part.groups]
        one_kind = [one for one in sums if len({kind for _, kind in one.claimants}) == 1]
        both_kinds = [one for one in sums if one not in one_kind]
        self.arcs: list[Arc] = []
        self.nodes = 1
        before = self._family(one_kind, reverse=False)
        after = self._family(both_kinds, reverse=True)
        for one in part.claimants:
            self.arcs.append(Arc(before.get(one, ROOT), after.get(one, ROOT), claimant=one))
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
            parent, node = parents.pop(), self.nodes
            self.nodes += 1
            ends = (node, parent) if reverse else (parent, node)
            self.arcs.append(Arc(*ends, bound=bound))
            node_of.update(dict.fromkeys(bound.claimants, node))
        return node_of

    def improve(self, places: dict[Claimant, int], *, lots: bool) -> dict[Claimant, int]:
        """Go round circles that cost less than nothing, until there are none."""
        while circle := self._cheap_circle(places, lots=lots):
            self._go_round(circle, places, lots=lots)
        return places

    def _cost(self, step: Step, places: Mapping[Claimant, int], *, lots: bool) -> int:
        """What a step adds to the sum of squares; far behind that, what lots say of it."""
        one = step.arc.claimant
        if one is None:
            return 0
        x, weight = places[one], self.part.weights[one]
        cost = step.change * (2 * x + step.change) * self.unit // weight
        return cost * self.above_lots - step.change * self.by_lots[one] if lots else cost

    def limits(self, arc: Arc, places: Mapping[Claimant, int]) -> tuple[int, int, int | None]:
        """How many places go along an arc, at least how many have to and at most how many may."""
        if arc.claimant is not None:
            one = arc.claimant
            return places[one], self.part.lower[one], self.part.upper[one]
        assert arc.bound is not None
        flow = sum(places[one] for one in arc.bound.claimants)
        return flow, arc.bound.lower, arc.bound.upper

    def steps(self, places: Mapping[Claimant, int]) -> list[Step]:
        """Every step that stays within the bounds, or leads back towards them."""
        steps = []
        for arc in self.arcs:
            flow, lower, upper = self.limits(arc, places)
            if upper is None or flow < upper:
                steps.append(Step(arc, +1))
            if flow > lower:
                steps.append(Step(arc, -1))
        return steps

    def _distances(
        self, places: Mapping[Claimant, int], *, lots: bool
    ) -> tuple[list[int], list[Step | None], int | None]:
        """Shortest distances (Bellman-Ford) from everywhere, and a node on a circle if any."""
        steps = [(step, self._cost(step, places, lots=lots)) for step in self.steps(places)]
        distance = [0] * self.nodes
        came_by: list[Step | None] = [None] * self.nodes
        changed = None
        for _ in range(self.nodes + 1):
            changed = None
            for step, cost in steps:
                if distance[step.start] + cost < distance[step.end]:
                    distance[step.end] = distance[step.start] + cost
                    came_by[step.end] = step
                    changed = step.end
            if changed is None:
                break
        return distance, came_by, changed

    def _cheap_circle(self, places: Mapping[Claimant, int], *, lots: bool) -> list[Step]:
        _, came_by, node = self._distances(places, lots=lots)
        if node is None:
            return []
        for _ in range(self.nodes):
            node = _came(came_by, node).start
        circle: list[Step] = []
        here = node
        while not circle or here != node:
            step = _came(came_by, here)
            circle.append(step)
            here = step.start
        return circle

    def _go_round(self, circle: list[Step], places: dict[Claimant, int], *, lots: bool) -> None:
        """Go round once, and on as long as it pays and stays within the bounds."""
        while True:
            for step in circle:
                if step.arc.claimant is not None:
                    places[step.arc.claimant] += step.change
            allowed = {(id(step.arc), step.change) for step in self.steps(places)}
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
            for step in self.steps(places)
            if distance[step.start] + self._cost(step, places, lots=False) == distance[step.end]
        ]
        return {
            step.arc.claimant: step.change < 0
            for step in free
            if step.arc.claimant is not None and self._returns(step, free)
        }

    def _returns(self, first: Step, free: list[Step]) -> bool:
        """Whether free steps lead back to the start of one, without undoing it."""
        reached, waiting = {first.end}, [first.end]
        while waiting:
            here = waiting.pop()
            for step in free:
                if step.start == here and step.arc is not first.arc and step.end not in reached:
                    reached.add(step.end)
                    waiting.append(step.end)
        return first.start in reached


def _came(came_by: list[Step | None], node: int) -> Step:
    step = came_by[node]
    assert step is not None
    return step
