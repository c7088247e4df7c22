# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The transport program: as many places as possible, then least places x distance.

    as many as possible   sum x(i, j)
    then least            sum x(i, j) * c(i, j)
    for                   sum over j of x(i, j) <= s(i),  sum over i of x(i, j) <= d(j)

x: places that giver i takes over from taker j; c: tenths of a kilometre; s: surplus; d: demand.
Both as one: a place that is not taken over costs F, more than any detour it could save. Of several
best plans the one counts in which the first pair in the order of lots has as many places as it can,
then the second, and so on: found without a solver, on the ways that the prices leave open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from allocator.solving import Way, least_cost_flow

Pair = tuple[str, str]
"""Giver and taker."""

# Where places go that are not taken over; no code of a province.
NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Situation:
    """Who has and who lacks places of one kind.

    Attributes:
        surplus: per giver, above zero.
        shortage: per taker, above zero.
        tenths: per pair that may, the distance in tenths of a kilometre.
        demand: per taker, what it may get of its shortage; None: all of it.
    """

    surplus: Mapping[str, int]
    shortage: Mapping[str, int]
    tenths: Mapping[Pair, int]
    demand: Mapping[str, int] | None = None

    def asking(self, demand: Mapping[str, int]) -> Situation:
        """The same, with so many places for each taker and no more."""
        return replace(self, demand={code: demand.get(code, 0) for code in self.shortage})

    @property
    def wanted(self) -> Mapping[str, int]:
        """What each taker may get."""
        return self.shortage if self.demand is None else self.demand

    @property
    def forgone(self) -> int:
        """F: what a place costs that is not taken over.

        To take one more over, at most as many pairs change as there are givers or takers.
        """
        changes = min(len(self.surplus), len(self.shortage))
        return changes * max(self.tenths.values(), default=0) + 1


@dataclass(frozen=True, slots=True)
class Plan:
    """Who takes over how much, with the prices that prove it (`models.national.Prices`)."""

    places: Mapping[Pair, int]
    forgone: int
    givers: Mapping[str, int]
    takers: Mapping[str, int]

    @property
    def total(self) -> int:
        """All places that are taken over."""
        return sum(self.places.values())


def in_order(pairs: Iterable[Pair], lots: Sequence[str]) -> list[Pair]:
    """Pairs by the lot of the giver and then of the taker; who drew none comes later, by code."""
    place = {code: number for number, code in enumerate(lots)}
    return sorted(pairs, key=lambda pair: [(place.get(code, len(place)), code) for code in pair])


def plan(situation: Situation, lots: Sequence[str] = ()) -> Plan:
    """The one best plan: most places, least distance, then by lots and codes."""
    ways = _ways(situation)
    supplies = dict(situation.surplus)
    supplies |= {code: -places for code, places in situation.wanted.items()}
    supplies[NOWHERE] = -sum(supplies.values())
    found = least_cost_flow(ways, supplies) if situation.tenths else None
    if found is None:
        nobody = dict.fromkeys(situation.surplus, 0), dict.fromkeys(situation.shortage, 0)
        return Plan({}, situation.forgone, *nobody)
    flow = {(start, end): passing for (start, end, _), passing in zip(ways, found, strict=True)}
    worth = _worth(ways, flow)
    open_ways = [(start, end) for start, end, cost in ways if cost + worth[start] - worth[end] == 0]
    _settle(in_order(situation.tenths, lots), flow, open_ways)
    return Plan(
        places={pair: flow[pair] for pair in situation.tenths},
        forgone=situation.forgone,
        givers={code: worth[code] + situation.forgone for code in situation.surplus},
        takers={code: -worth[code] for code in situation.shortage},
    )


def _ways(situation: Situation) -> list[Way]:
    """From givers to takers, and by nowhere, where a place costs F."""
    return [
        *((giver, taker, far) for (giver, taker), far in sorted(situation.tenths.items())),
        *((giver, NOWHERE, situation.forgone) for giver in situation.surplus),
        *((NOWHERE, taker, 0) for taker in situation.shortage),
    ]


def _worth(ways: Iterable[Way], flow: Mapping[Pair, int]) -> dict[str, int]:
    """Shortest distances along ways and back along used ones (Bellman-Ford), nowhere at zero."""
    steps = list(ways)
    steps += [(end, start, -cost) for start, end, cost in ways if flow[start, end]]
    worth = {place: 0 for start, end, _ in steps for place in (start, end)}
    for _ in worth:
        for start, end, cost in steps:
            worth[end] = min(worth[end], worth[start] + cost)
    return {place: value - worth[NOWHERE] for place, value in worth.items()}


def _settle(pairs: Iterable[Pair], flow: dict[Pair, int], open_ways: list[Pair]) -> None:
    """Give pair after pair as much as it can have on open ways; what it has then, it keeps."""
    free = dict.fromkeys(open_ways)
    for pair in pairs:
        if pair not in free:
            continue
        del free[pair]
        # It begins against a used way, for nothing leads on from a taker: it has a least number.
        while circle := way_between(pair[1], pair[0], flow, list(free)):
            most = min(flow[way] for way, forward in circle if not forward)
            flow[pair] += most
            for way, forward in circle:
                flow[way] += most if forward else -most


@dataclass
class _Search:
    """How a place was reached: from where, along which way, with it or against it."""

    came: dict[str, tuple[str, Pair, bool]] = field(default_factory=dict)


def way_between(
    first: str, last: str, flow: Mapping[Pair, int], free: Sequence[Pair]
) -> list[tuple[Pair, bool]]:
    """A way from one place to another: along free ways, or back along used ones; empty for none.

    Returns:
        The ways from last to first, each with whether it is followed or gone back along.
    """
    search = _Search()
    waiting = [first]
    for here in waiting:
        for way in free:
            start, end = way
            if start == here and end not in search.came and end != first:
                search.came[end] = (here, way, True)
                waiting.append(end)
            if end == here and flow[way] and start not in search.came and start != first:
                search.came[start] = (here, way, False)
                waiting.append(start)
    found: list[tuple[Pair, bool]] = []
    here = last
    while here in search.came and here != first:
        here, way, forward = search.came[here]
        found.append((way, forward))
    return found
