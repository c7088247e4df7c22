# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Small rests to divide, made by hand or from a seed, and their answers by enumeration."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import lcm

from allocator.distribution.formulation import Part
from allocator.distribution.rules.registry import Bound, Claimant, Closing

NAMES = ("A", "B", "C", "D", "E")
Places = dict[Claimant, int]


def random_part(seed: int, *, coupled: bool) -> Part:
    """A province of two to five municipalities with bounds, minima, ties and lots."""
    luck = random.Random(seed)
    kinds = ("amv", "regular") if coupled else (luck.choice(("amv", "regular")),)
    names = NAMES[: luck.randint(2, 3 if coupled else 5)]
    lots = luck.sample(names, len(names))
    claimants = tuple((name, kind) for name in lots for kind in kinds)
    totals = {kind: luck.randint(0, 6 if coupled else 9) for kind in kinds}
    weights = {one: luck.choice((0, 1, 2, 2, 3, 4, 7, 10)) for one in claimants}
    lower = {one: luck.choice((0, 0, 0, 0, 0, 1, 2)) for one in claimants}
    upper = {
        one: max(lower[one], min(totals[one[1]], luck.choice((2, 3, 5, 9, 9, 9))))
        for one in claimants
    }
    thresholds = {one: luck.randint(2, 4) for one in claimants if luck.random() < 0.5}
    closings = tuple(
        Closing("PV", kind, frozenset(one for one in claimants if one[1] == kind), totals[kind])
        for kind in kinds
    )
    groups = tuple(_groups(luck, names)) if coupled else ()
    return Part(claimants, weights, lower, upper, thresholds, closings, groups)


def _groups(luck: random.Random, names: tuple[str, ...]) -> Iterator[Bound]:
    """Limits on the totals of municipalities and on a region of the first two."""
    for name in names:
        if luck.random() < 0.5:
            both = frozenset({(name, "amv"), (name, "regular")})
            yield Bound(f"respect_limits[{name}.total]", both, 0, luck.randint(1, 6))
    inside = frozenset((name, kind) for name in names[:2] for kind in ("amv", "regular"))
    low = luck.randint(0, 4)
    yield Bound("respect_region_limits[R.total]", inside, low, low + luck.randint(0, 6))
    if luck.random() < 0.3:
        minors = frozenset(one for one in inside if one[1] == "amv")
        yield Bound("respect_region_limits[R.amv]", minors, 0, luck.randint(1, 4))


def allocations(
    part: Part, chosen: frozenset[Claimant], *, groups: bool = True
) -> Iterator[Places]:
    """Every allocation that meets the rules when these claimants take part."""
    ranges = []
    for one in part.claimants:
        low, high = part.lower[one], part.upper[one]
        if one in part.thresholds:
            low, high = (max(low, part.thresholds[one]), high) if one in chosen else (low, 0)
        if part.weights[one] == 0:
            high = min(high, low)
        ranges.append(range(low, high + 1))
    for numbers in product(*ranges):
        places = dict(zip(part.claimants, numbers, strict=True))
        closes = all(sum(places[one] for one in c.claimants) == c.total for c in part.closings)
        if closes and (not groups or holds(part, places)):
            yield places


def holds(part: Part, places: Places) -> bool:
    """Whether the sums over several claimants are within their limits."""
    return all(
        group.lower <= sum(places[one] for one in group.claimants)
        and (group.upper is None or sum(places[one] for one in group.claimants) <= group.upper)
        for group in part.groups
    )


def deviation(part: Part, places: Places) -> int:
    """sum |x W - R w|, every closing brought to the common multiple of the W's."""
    together = {c: max(1, sum(part.weights[one] for one in c.claimants)) for c in part.closings}
    common = lcm(*together.values())
    return sum(
        common
        // together[c]
        * abs(
            places[one] * sum(part.weights[other] for other in c.claimants)
            - c.total * part.weights[one]
        )
        for c in part.closings
        for one in c.claimants
    )


def squares(part: Part, places: Places) -> Fraction:
    """sum x^2 / w: what Sainte-Lague minimises when the totals are given."""
    return sum(
        (Fraction(places[one] ** 2, part.weights[one]) for one in places if part.weights[one]),
        Fraction(),
    )


def squared_deviation(part: Part, places: Places) -> Fraction:
    """sum (x - t)^2 / w, t = R w / W: squares as above, less R^2 / W for each closing."""
    return sum(
        (
            sum(Fraction(places[one] ** 2, part.weights[one]) for one in weighted)
            - 2 * Fraction(c.total, together) * sum(places[one] for one in weighted)
            + Fraction(c.total**2, together)
            for c in part.closings
            if (weighted := [one for one in c.claimants if part.weights[one]])
            and (together := sum(part.weights[one] for one in weighted))
        ),
        Fraction(),
    )


def choices(part: Part) -> Iterator[frozenset[Claimant]]:
    """Every way to let claimants with a threshold take part or not."""
    waiting = [one for one in part.claimants if one in part.thresholds]
    for sides in product((False, True), repeat=len(waiting)):
        chosen = frozenset(one for one, side in zip(waiting, sides, strict=True) if side)
        few = all(len(chosen & limit.claimants) <= limit.most for limit in part.participations)
        if few and all(one in chosen for one in waiting if part.lower[one]):
            yield chosen


def best(part: Part) -> Places | None:
    """The answer of the design, 3.4, by trying everything; None if there is none."""
    reached = []
    for chosen in choices(part):
        least = min((deviation(part, places) for places in allocations(part, chosen)), default=None)
        if least is not None:
            waiting = [one for one in part.claimants if one in part.thresholds]
            by_lots = [one not in chosen for one in waiting]
            reached.append((least, len(waiting) - len(chosen), by_lots, chosen))
    if not reached:
        return None
    chosen = min(reached)[3]
    # One apportionment for each kind, as if nothing coupled them; if that respects all, it stands.
    alone = _least(part, list(allocations(part, chosen, groups=False)))
    return alone if holds(part, alone) else _least(part, list(allocations(part, chosen)))


def _least(part: Part, possible: list[Places]) -> Places:
    """Least squares; among equals, whoever goes first in the order of lots gets most."""
    return min(
        possible,
        key=lambda places: (squares(part, places), [-places[one] for one in part.claimants]),
    )
