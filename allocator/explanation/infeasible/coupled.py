# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Areas that rules tie together, with everything that binds their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from allocator.distribution.rules import constraints_of
from allocator.distribution.rules.registry import (
    Bound,
    Claimant,
    Closing,
    Participation,
    Rest,
    SetBy,
    Threshold,
)


@dataclass(frozen=True, slots=True)
class Coupled:
    """Areas that no rule ties to others, and all that binds the places in them.

    Unlike the parts of a formulation they keep whoever is barred, with every line that bars it:
    that line may be the one to change.

    Attributes:
        closings: the sums that close the areas.
        bounds: what sums of places have to stay within.
        thresholds: who gets nothing, or at least so many.
        weights: per claimant; who has none gets its minimum and no more.
        participations: how many may get places.
    """

    closings: tuple[Closing, ...]
    bounds: tuple[Bound, ...]
    thresholds: tuple[Threshold, ...]
    weights: Mapping[Claimant, int]
    participations: tuple[Participation, ...] = ()

    @property
    def areas(self) -> tuple[str, ...]:
        """The codes of the areas."""
        return tuple(dict.fromkeys(closing.area for closing in self.closings))

    @property
    def claimants(self) -> tuple[Claimant, ...]:
        """Everybody, in order of code."""
        return tuple(sorted(one for closing in self.closings for one in closing.claimants))

    def supports(self, claimant: Claimant) -> Iterator[tuple[int, SetBy | None]]:
        """What is asked of one claimant at the least, by itself, and the line that asks it."""
        for bound in self.bounds:
            if bound.claimants == {claimant} and bound.lower > 0:
                yield bound.lower, bound.lower_by
        for threshold in self.thresholds:
            if threshold.claimant == claimant:
                yield threshold.least, threshold.by


def coupled_areas(rest: Rest) -> list[Coupled]:
    """The areas of a rest, those together that a rule ties together."""
    constraints = constraints_of(rest)
    closings = [one for one in constraints if isinstance(one, Closing)]
    bounds = [one for one in constraints if isinstance(one, Bound)]
    thresholds = [one for one in constraints if isinstance(one, Threshold)]
    participations = [one for one in constraints if isinstance(one, Participation)]
    found = []
    for areas in _tied_together(closings, bounds):
        mine = tuple(closing for closing in closings if closing.area in areas)
        claimants = {one for closing in mine for one in closing.claimants}
        found.append(
            Coupled(
                closings=mine,
                bounds=tuple(one for one in bounds if one.claimants & claimants),
                thresholds=tuple(one for one in thresholds if one.claimant in claimants),
                weights={one: rest.weights[one] for one in claimants},
                participations=tuple(one for one in participations if one.claimants <= claimants),
            )
        )
    return found


def _tied_together(closings: list[Closing], bounds: list[Bound]) -> list[set[str]]:
    """Codes of areas, in sets that share no bound."""
    area_of = {one: closing.area for closing in closings for one in closing.claimants}
    sets = [{code} for code in dict.fromkeys(area_of.values())]
    for bound in bounds:
        touched = {area_of[one] for one in bound.claimants}
        joined = [codes for codes in sets if codes & touched]
        if len(joined) > 1:
            sets = [codes for codes in sets if codes not in joined]
            sets.append(set().union(*joined))
    return sets
