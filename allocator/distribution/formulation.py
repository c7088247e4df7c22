# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Formulation: the rules of a rest, sorted into parts that can be solved on their own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from allocator.distribution.rules import constraints_of
from allocator.distribution.rules.registry import (
    Bound,
    Claimant,
    Closing,
    Constraint,
    Participation,
    Rest,
    Threshold,
)
from models.places import KINDS, Kind


@dataclass(frozen=True, slots=True)
class Part:
    """Claimants that rules tie together, with all that binds them and nobody else.

    Attributes:
        claimants: who is eligible, in the order of lots, amv before regular.
        weights: what the places are in proportion to.
        lower: at least so many places.
        upper: at most so many.
        thresholds: who gets nothing, or at least this many.
        closings: the sums that close areas, one for each area and kind.
        groups: the other sums over several claimants.
        participations: how many of some claimants may take part, where more could; all of these
            have a threshold, of one place at least.
    """

    claimants: tuple[Claimant, ...]
    weights: Mapping[Claimant, int]
    lower: Mapping[Claimant, int]
    upper: Mapping[Claimant, int]
    thresholds: Mapping[Claimant, int]
    closings: tuple[Closing, ...]
    groups: tuple[Bound, ...]
    participations: tuple[Participation, ...] = ()

    @property
    def area_codes(self) -> tuple[str, ...]:
        """The codes of the areas that close here."""
        return tuple(dict.fromkeys(closing.area for closing in self.closings))

    @property
    def areas(self) -> str:
        """The same as one text, for records and messages."""
        return "+".join(self.area_codes)

    @property
    def kind(self) -> Kind | Literal["both"]:
        """The kind that is divided, or `both`."""
        kinds = {closing.kind for closing in self.closings}
        return kinds.pop() if len(kinds) == 1 else "both"

    def together(self, closing: Closing) -> int:
        """W: the weights of all eligible claimants of a closing."""
        return sum(self.weights[claimant] for claimant in closing.claimants)

    def target(self, claimant: Claimant, closing: Closing) -> Fraction:
        """T = R x w / W: the exact pro rata number of places; 0 if nobody has weight."""
        together = self.together(closing)
        return (
            Fraction(closing.total * self.weights[claimant], together) if together else Fraction()
        )

    def highest(self, claimant: Claimant) -> int:
        """The most that a claimant can get; without weight its minimum and no more."""
        if self.weights[claimant]:
            return self.upper[claimant]
        least = max(self.lower[claimant], self.thresholds.get(claimant, 0))
        return min(self.upper[claimant], least)

    def among(self, chosen: Collection[Claimant]) -> Part:
        """The part once it is known which claimants with a threshold take part.

        Whoever has no weight gets its minimum and no more, as everywhere.
        """
        lower, upper = dict(self.lower), dict(self.upper)
        for claimant, least in self.thresholds.items():
            if claimant in chosen:
                lower[claimant] = max(lower[claimant], least)
            else:
                upper[claimant] = 0
        for claimant in self.claimants:
            if not self.weights[claimant]:
                upper[claimant] = min(upper[claimant], lower[claimant])
        return replace(self, lower=lower, upper=upper, thresholds={}, participations=())

    def allows(self, chosen: Collection[Claimant]) -> bool:
        """Whether no more take part than may."""
        return all(one.allows(chosen) for one in self.participations)


@dataclass(frozen=True, slots=True)
class Formulation:
    """The parts of a rest, and the claimants whose own bounds exclude one another."""

    parts: tuple[Part, ...]
    contradicted: tuple[Claimant, ...]


def formulate(rest: Rest) -> Formulation:
    """Sort claimants and constraints into parts, in the order of the areas."""
    constraints = constraints_of(rest)
    eligible = {
        (code, kind) for code in rest.eligible for kind in KINDS if (code, kind) not in rest.barred
    }
    closings = [one for one in constraints if isinstance(one, Closing)]
    groups = [one for one in constraints if isinstance(one, Bound) and len(one.claimants) > 1]
    lower, upper = _own_bounds(constraints, closings)
    thresholds = {
        one.claimant: one.least
        for one in constraints
        if isinstance(one, Threshold) and one.claimant in eligible
    }
    order = {code: position for position, code in enumerate(rest.problem.lots)}
    participations = [one for one in constraints if isinstance(one, Participation)]
    parts = []
    for mine, others in _tied_together(closings, groups):
        claimants = sorted(
            {one for closing in mine for one in closing.claimants} & eligible,
            key=lambda claimant: (order[claimant[0]], claimant[1]),
        )
        part = Part(
            claimants=tuple(claimants),
            weights={one: rest.weights[one] for one in claimants},
            lower={one: lower[one] for one in claimants},
            upper={one: upper[one] for one in claimants},
            thresholds={one: thresholds[one] for one in claimants if one in thresholds},
            closings=tuple(replace(one, claimants=one.claimants & eligible) for one in mine),
            groups=tuple(replace(one, claimants=one.claimants & eligible) for one in others),
        )
        parts.append(limited(part, participations))
    return Formulation(tuple(parts), tuple(one for one in lower if lower[one] > upper[one]))


def limited(part: Part, participations: Iterable[Participation]) -> Part:
    """The part with limits on how many take part, as far as they leave out anybody.

    Where no more could get places than may, nothing is left to choose, and nothing is said of it.
    Elsewhere everybody who could gets nothing, or at least one place.
    """
    thresholds, leaving_out = dict(part.thresholds), []
    for limit in participations:
        able = {one for one in limit.claimants & set(part.claimants) if part.highest(one)}
        places = sum(one.total for one in part.closings if one.claimants & able)
        if limit.most < min(len(able), places):
            leaving_out.append(replace(limit, claimants=frozenset(able)))
            thresholds |= {one: max(1, part.thresholds.get(one, 0)) for one in able}
    in_order = {one: thresholds[one] for one in part.claimants if one in thresholds}
    return replace(part, thresholds=in_order, participations=tuple(leaving_out))


def _own_bounds(
    constraints: Sequence[Constraint], closings: Sequence[Closing]
) -> tuple[dict[Claimant, int], dict[Claimant, int]]:
    """The bounds of each claimant by itself."""
    lower: dict[Claimant, int] = {}
    upper: dict[Claimant, int] = {}
    for closing in closings:
        for claimant in closing.claimants:
            lower[claimant], upper[claimant] = 0, closing.total
    for one in constraints:
        if isinstance(one, Bound) and len(one.claimants) == 1:
            (claimant,) = one.claimants
            lower[claimant] = max(lower[claimant], one.lower)
            if one.upper is not None:
                upper[claimant] = min(upper[claimant], one.upper)
    return lower, upper


def _tied_together(
    closings: Sequence[Closing], groups: Sequence[Bound]
) -> list[tuple[list[Closing], list[Bound]]]:
    """Closings and groups that share claimants, directly or through others."""
    parts: list[tuple[list[Closing], list[Bound]]] = [([closing], []) for closing in closings]
    for group in groups:
        touched = [
            part
            for part in parts
            if any(closing.claimants & group.claimants for closing in part[0])
        ]
        merged = (
            [closing for part in touched for closing in part[0]],
            [*(one for part in touched for one in part[1]), group],
        )
        position = min(parts.index(part) for part in touched)
        parts = [part for part in parts if part not in touched]
        parts.insert(position, merged)
    return parts
