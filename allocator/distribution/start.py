# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A quick start: places that meet every rule, found in milliseconds and without a solver.

It is what the solver starts from, and the answer where there is no time for a solver. Exact and the
same on every machine, but not the best: that is for the solver to find and to prove.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from heapq import heappop, heappush

from allocator.distribution.close_sums import Stuck, close_sums
from allocator.distribution.deviation import Price, least_deviating, price, scales
from allocator.distribution.formulation import Part
from allocator.distribution.network import Network, NotNested
from allocator.distribution.rules.registry import Claimant, Closing

# So many choices are tried to make places fit that rules couple.
MOST_TRIES = 200


@dataclass(frozen=True, slots=True)
class Start:
    """Places that meet every rule.

    Attributes:
        chosen: the claimants with a threshold that take part.
        places: per claimant.
    """

    chosen: frozenset[Claimant]
    places: Mapping[Claimant, int]


def start_of(part: Part) -> Start | None:
    """Places that meet every rule, or None where a quick search finds none.

    If the first choice does not fit, somebody who stands in the way changes sides; of all choices
    that come up like this the cheapest is tried next.
    """
    first = frozenset(one for closing in part.closings for one in _taking_part(part, closing))
    waiting: list[tuple[int, list[Claimant], frozenset[Claimant]]] = [(0, [], first)]
    if not part.allows(first):
        return None  # more have to take part than may
    seen = {first}
    for _ in range(MOST_TRIES):
        if not waiting:
            return None
        so_far, _, chosen = heappop(waiting)
        settled = part.among(chosen)
        if any(settled.lower[one] > settled.upper[one] for one in part.claimants):
            return None
        places = {one: n for closing in part.closings for one, n in _near(settled, closing).items()}
        try:
            stuck = close_sums(Network(settled), places)
        except NotNested:
            return None
        if stuck is None:
            return Start(chosen, places)
        for cost, other in _ways_out(part, chosen, stuck):
            if other not in seen:
                seen.add(other)
                heappush(waiting, (so_far + cost, sorted(other), other))
    return None


def _near(settled: Part, closing: Closing) -> dict[Claimant, int]:
    """Places near the targets, within the bounds of each; they need not add up."""
    least = sum(settled.lower[one] for one in closing.claimants)
    most = sum(settled.upper[one] for one in closing.claimants)
    if least <= closing.total <= most:
        return least_deviating(settled, closing)
    return {one: settled.lower[one] for one in closing.claimants}


def _ways_out(
    part: Part, chosen: frozenset[Claimant], stuck: Stuck
) -> Iterator[tuple[int, frozenset[Claimant]]]:
    """Choices in which one claimant that stands in the way changes sides, and what that costs."""
    factor = scales(part)
    for closing in part.closings:
        for one in sorted(part.thresholds.keys() & closing.claimants):
            found = price(part, one, closing)
            cost = factor[closing] * (found.left_out - found.above)
            if one in stuck.less and one in chosen and found.may_be_left_out:
                yield cost, chosen - {one}
            elif one in stuck.more and one not in chosen and _may_join(part, chosen, one, found):
                yield -cost, chosen | {one}


def _may_join(part: Part, chosen: frozenset[Claimant], one: Claimant, found: Price) -> bool:
    return found.may_take_part and part.allows(chosen | {one})


def _taking_part(part: Part, closing: Closing) -> frozenset[Claimant]:
    """Who takes part, as if nothing else tied this closing: those whom it lifts least.

    In the order of what a minimum site adds above the target for what leaving out adds below it,
    the first so many take part, where the larger of the two sums is smallest; among equals, more.
    """
    prices = {one: price(part, one, closing) for one in sorted(closing.claimants)}
    free = [one for one, found in prices.items() if found.may_take_part and found.may_be_left_out]
    always = [one for one, found in prices.items() if one in part.thresholds and one not in free]
    bound = frozenset(one for one in always if prices[one].may_take_part)
    free.sort(key=lambda one: _lift(prices[one]))
    choices = [bound.union(free[:number]) for number in range(len(free), -1, -1)]
    allowed = [chosen for chosen in choices if part.allows(chosen)] or [bound]
    return min(allowed, key=lambda chosen: _score(part, closing, prices, chosen))


def _lift(found: Price) -> tuple[bool, Fraction, int]:
    """What taking part lifts for what leaving out adds; among equals, who adds most goes first."""
    if not found.left_out:
        return True, Fraction(found.above), 0
    return False, Fraction(found.above, found.left_out), -found.left_out


def _score(
    part: Part,
    closing: Closing,
    prices: Mapping[Claimant, Price],
    chosen: frozenset[Claimant],
) -> tuple[int, int]:
    """How far the bounds are from leaving room for the sum, then about half of the deviation."""
    least = most = above = below = 0
    for one, found in prices.items():
        if one in part.thresholds and one not in chosen:
            below += found.left_out
            continue
        least += max(part.lower[one], part.thresholds.get(one, 0))
        most += part.highest(one)
        above += found.above
        below += found.below
    return max(least - closing.total, closing.total - most, 0), max(above, below)
