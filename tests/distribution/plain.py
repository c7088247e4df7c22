# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The distribution of a small province by trying everything: the design, 3.4, written plainly.

Nothing here comes from `allocator`: it reads shares, offers and rules, not parts or programs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import Any

from tests.distribution.provinces import Province

KINDS = ("amv", "regular")
Claimant = tuple[str, str]
Amounts = Mapping[Claimant, int]


@dataclass(frozen=True)
class Answer:
    """What trying everything comes to.

    Attributes:
        places: rest places of every municipality and kind.
        off_pro_rata: the least sum of |x - t|, in places.
        left_out: how many that a minimum site applies to take nothing.
        tied_choices: claimants that equally good choices treat differently.
        tied_places: claimants that equally good places treat differently.
    """

    places: Amounts
    off_pro_rata: Fraction
    left_out: int
    tied_choices: frozenset[Claimant]
    tied_places: frozenset[Claimant]


def answer(province: Province) -> Answer | None:
    """The only right answer, or None if no division meets every rule."""
    found = [_AreaByHand(province, *area).answer() for area in _areas(province)]
    if None in found:
        return None
    every = [one for one in found if one is not None]
    return Answer(
        places={claimant: n for one in every for claimant, n in one.places.items()},
        off_pro_rata=sum((one.off_pro_rata for one in every), Fraction()),
        left_out=sum(one.left_out for one in every),
        tied_choices=frozenset().union(*(one.tied_choices for one in every)),
        tied_places=frozenset().union(*(one.tied_places for one in every)),
    )


def _areas(province: Province) -> Iterator[tuple[list[str], int, int]]:
    """What closes: its municipalities, and the amv and regular places that are left to divide."""
    if province.settings.get("by", "province") == "province":
        members = [(list(province.shares), province.task)]
    else:
        members = [
            ([name for name in province.shares if province.regions[name] == region], task)
            for region, task in province.region_tasks.items()
        ]
    for inside, task in members:
        amv = sum(province.counted[name].amv for name in inside)
        regular = sum(province.counted[name].regular for name in inside)
        missing = max(0, task.amv + task.regular - amv - regular)
        missing_amv = max(0, task.amv - amv)
        yield inside, missing_amv, max(0, missing - missing_amv)


@dataclass(frozen=True)
class _AreaByHand:
    province: Province
    members: list[str]
    amv: int
    regular: int

    def rest(self, kind: str) -> int:
        return self.amv if kind == "amv" else self.regular

    def setting(self, name: str, otherwise: Any) -> Any:
        return self.province.settings.get(name, otherwise)

    def eligible(self, name: str, kind: str) -> bool:
        if name in self.setting("exempt", ()):
            return False
        rule = self.setting("eligible", "below_share")
        share, has = self.province.shares[name], self.province.counted[name]
        if rule == "all":
            return True
        if rule == "named":
            return name in self.setting("named", ())
        if self.setting("per_kind", True):
            return getattr(has, kind) < getattr(share, kind)
        return has.amv + has.regular < share.amv + share.regular

    @cached_property
    def claimants(self) -> list[Claimant]:
        """Whoever may get places: in the order of lots, amv before regular."""
        lots = self.setting("lots", ())
        order = [*lots, *sorted(name for name in self.province.shares if name not in lots)]
        return [
            (name, kind)
            for name in order
            for kind in KINDS
            if name in self.members and self.eligible(name, kind)
        ]

    def weight(self, one: Claimant) -> int:
        name, kind = one
        share = getattr(self.province.shares[name], kind)
        if self.setting("base", "share") == "share":
            return share
        return max(0, share - getattr(self.province.counted[name], kind))

    def still_needed(self, one: Claimant) -> int:
        """What brings a claimant to the minimum site; 0 where nothing applies."""
        name, kind = one
        minimum = self.setting("minimum_site", {}).get(kind, 0)
        return max(0, minimum - getattr(self.province.counted[name], kind))

    def target(self, one: Claimant) -> Fraction:
        together = sum(self.weight(other) for other in self.claimants if other[1] == one[1])
        return Fraction(self.rest(one[1]) * self.weight(one), together) if together else Fraction()

    def allowed(self, one: Claimant) -> list[int]:
        """Every number of places that the rules on this claimant alone leave."""
        name, kind = one
        limit = self.setting("limits", {}).get(name, {}).get(kind, {})
        low, high = limit.get("min", 0), limit.get("max", self.rest(kind))
        needed = self.still_needed(one)
        within = [
            n
            for n in range(self.rest(kind) + 1)
            if low <= n <= high and (n == 0 or n >= needed)
        ]
        if self.weight(one):
            return within
        # Without weight: nothing, its own minimum, or what reaches the minimum site.
        return [n for n in within if n == max(low, needed) or (n == 0 == low)][: 2 if needed else 1]

    def of_one_kind(self, kind: str) -> list[Amounts]:
        mine = [one for one in self.claimants if one[1] == kind]
        asked = self.setting("limits", {})
        if any(
            asked.get(name, {}).get(kind, {}).get("min", 0)
            for name in self.members
            if (name, kind) not in mine
        ):
            return []
        return [
            dict(zip(mine, numbers, strict=True))
            for numbers in product(*(self.allowed(one) for one in mine))
            if sum(numbers) == self.rest(kind)
        ]

    def sums_hold(self, amounts: Amounts) -> bool:
        """Whether municipalities and regions stay within the limits on their sums."""
        for name, limits in self.setting("limits", {}).items():
            mine = sum(n for (code, _), n in amounts.items() if code == name)
            if name in self.members and not _within(mine, limits.get("total", {})):
                return False
        for region, limits in self.setting("region_limits", {}).items():
            inside = [
                (kind, n)
                for (code, kind), n in amounts.items()
                if self.province.regions[code] == region
            ]
            here = any(self.province.regions[name] == region for name in self.members)
            for what, limit in limits.items():
                total = sum(n for kind, n in inside if what in (kind, "total"))
                if here and not _within(total, limit):
                    return False
        return True

    def answer(self) -> Answer | None:
        minors, regulars = self.of_one_kind("amv"), self.of_one_kind("regular")
        feasible = [
            amounts
            for pair in product(minors, regulars)
            if self.sums_hold(amounts := {**pair[0], **pair[1]})
        ]
        if not feasible:
            return None
        # Who takes part: least deviation, then fewest left out, then the order of lots.
        targets = {one: self.target(one) for one in self.claimants}
        denominator = 1
        for target in targets.values():
            denominator *= target.denominator // _common(denominator, target.denominator)
        off = {
            one: [int(abs(n - target) * denominator) for n in range(self.rest(one[1]) + 1)]
            for one, target in targets.items()
        }
        waiting = [one for one in self.claimants if self.still_needed(one)]

        def without_lots(amounts: Amounts) -> tuple[int, int]:
            out = sum(1 for one in waiting if not amounts[one])
            return sum(off[one][n] for one, n in amounts.items()), out

        best = min(map(without_lots, feasible))
        sides = {
            tuple(amounts[one] == 0 for one in waiting)
            for amounts in feasible
            if without_lots(amounts) == best
        }
        chosen = min(sides)
        tied = {one for side in sides for one, a, b in zip(waiting, side, chosen) if a != b}
        # The places: the apportionment of each kind, unless that breaks a sum over several.
        alone = [
            self.least_squares([a for a in some if self.side_of(a) == self.only(chosen, kind)])
            for kind, some in (("amv", minors), ("regular", regulars))
        ]
        both = {one: n for each, _ in alone for one, n in each.items()}
        if self.sums_hold(both):
            uncertain = alone[0][1] | alone[1][1]
        else:
            both, uncertain = self.least_squares(
                [
                    amounts
                    for amounts in feasible
                    if tuple(amounts[one] == 0 for one in waiting) == chosen
                ]
            )
        everybody = {(name, kind): 0 for name in self.members for kind in KINDS}
        return Answer(
            places={**everybody, **both},
            off_pro_rata=Fraction(best[0], denominator),
            left_out=best[1],
            tied_choices=frozenset(tied),
            tied_places=frozenset(uncertain),
        )

    def side_of(self, amounts: Amounts) -> dict[Claimant, bool]:
        """Who of one kind takes nothing, of those that a minimum site applies to."""
        return {one: n == 0 for one, n in amounts.items() if self.still_needed(one)}

    def only(self, chosen: tuple[bool, ...], kind: str) -> dict[Claimant, bool]:
        waiting = [one for one in self.claimants if self.still_needed(one)]
        sides = zip(waiting, chosen, strict=True)
        return {one: nothing for one, nothing in sides if one[1] == kind}

    def least_squares(self, possible: list[Amounts]) -> tuple[Amounts, set[Claimant]]:
        """Least sum x^2 / w, ties to whoever goes first in lots; and who was in a tie."""

        def squares(amounts: Amounts) -> Fraction:
            weighing = ((n, self.weight(one)) for one, n in amounts.items())
            return sum((Fraction(n * n, weight) for n, weight in weighing if weight), Fraction())

        if len(possible) == 1:
            return possible[0], set()
        costs = [squares(amounts) for amounts in possible]
        least = min(costs)
        equal = [one for one, cost in zip(possible, costs, strict=True) if cost == least]
        first = max(equal, key=lambda amounts: [amounts.get(one, 0) for one in self.claimants])
        return first, {one for other in equal for one in other if other[one] != first[one]}


def _within(total: int, limit: Mapping[str, int]) -> bool:
    return limit.get("min", 0) <= total <= limit.get("max", total)


def _common(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a
