# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which areas are mended together: those of which the smallest changes share a line.

A smallest change for several areas holds one for each, so the areas are looked at one by one
first. Where the changes that are enough for them share no line, each is told on its own: with
three choices in one province and four in another, seven are easier to read than twelve.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from allocator.explanation.infeasible.coupled import Coupled
from allocator.explanation.infeasible.repairs import Amounts, smallest_changes
from allocator.explanation.infeasible.successive import OutOfTime, Successive

# More than a reader can weigh against one another, and enough to see that there is a choice.
MOST_REPAIRS = 10
FEW_REPAIRS = 3


@dataclass(frozen=True, slots=True)
class Mending:
    """Areas and the smallest changes that make all of them close.

    Attributes:
        coupled: the areas.
        changes: by path, how many places each line moves; the best first.
        complete: whether these are all.
    """

    coupled: tuple[Coupled, ...]
    changes: tuple[Amounts, ...] = ()
    complete: bool = True

    @property
    def areas(self) -> tuple[str, ...]:
        """The codes of the areas, in order."""
        return tuple(sorted(code for one in self.coupled for code in one.areas))

    @property
    def paths(self) -> set[str]:
        """The lines that change in any of them."""
        return {path for amounts in self.changes for path in amounts}

    def shares_a_line(self, other: Mending) -> bool:
        """Whether a change for one is a change for the other, or could harm it."""
        return bool(
            self.paths & other.paths
            or self.paths & _rests_on(other.coupled)
            or other.paths & _rests_on(self.coupled)
        )


def mendings(
    failing: Sequence[Coupled], others: Iterable[Coupled], solver: Successive
) -> list[Mending]:
    """The smallest changes for the areas that fail, those together that share a line.

    Args:
        failing: the areas that do not close.
        others: those that do, and that a change could harm.
        solver: keeps the time.
    """
    most = max(FEW_REPAIRS, MOST_REPAIRS // max(1, len(failing)))
    # A part of the time for each, one for what they share, and one to confirm what is found.
    parts = range(len(failing) + 2, 2, -1)
    alone = [_mended((one,), most, solver, part) for one, part in zip(failing, parts, strict=True)]
    bundles = _bundles([*alone, *(Mending((one,)) for one in others)])
    # Whoever closes and shares no line with those that fail has nothing to mend.
    bundles = [bundle for bundle in bundles if any(one in alone for one in bundle)]
    found = [one for bundle in bundles for one in _together(bundle, most, solver)]
    return sorted(found, key=lambda one: one.areas)


def _bundles(mendings: Iterable[Mending]) -> list[list[Mending]]:
    """Those together that share a line, directly or through others."""
    bundles: list[list[Mending]] = []
    for one in mendings:
        sharing = [bundle for bundle in bundles if any(map(one.shares_a_line, bundle))]
        bundles = [bundle for bundle in bundles if bundle not in sharing]
        bundles.append([*(other for bundle in sharing for other in bundle), one])
    return bundles


def _together(bundle: Sequence[Mending], most: int, solver: Successive) -> Sequence[Mending]:
    """One mending for a bundle: any smallest change for all holds one for each."""
    if len(bundle) == 1:
        return bundle
    paths = set().union(*(one.paths for one in bundle))
    coupled = [area for one in bundle for area in one.coupled]
    # Where a change can harm, other lines may have to make up for it.
    only = None if paths & _rests_on(coupled) else paths
    found = _mended(coupled, most, solver, 2, only)
    if not found.changes and not found.complete:
        # Better for each apart than nothing at all.
        return [replace(one, complete=False) for one in bundle if one.changes]
    complete = found.complete and all(one.complete for one in bundle)
    return [replace(found, complete=complete)]


def _mended(
    coupled: Sequence[Coupled],
    most: int,
    solver: Successive,
    part: int,
    only: Collection[str] | None = None,
) -> Mending:
    """The best changes for some areas, with these lines or with any, in a part of the time."""
    found: list[Amounts] = []
    complete = False
    try:
        for amounts in smallest_changes(coupled, solver.share(part), only):
            if len(found) == most:
                break
            found.append(amounts)
        else:
            complete = True
    except OutOfTime:
        pass
    return Mending(tuple(coupled), tuple(found), complete)


def _rests_on(coupled: Iterable[Coupled]) -> set[str]:
    """Lines that could harm if they change for the sake of others.

    Whoever has no weight gets its minimum and no more, so a lower minimum is a lower maximum too.
    """
    return {
        by.path
        for areas in coupled
        for closing in areas.closings
        for one in closing.claimants
        if closing.total and not areas.weights[one]
        for _, by in areas.supports(one)
        if by is not None
    }
