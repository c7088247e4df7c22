# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where provinces have equal claims to places, and only lots decide who has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from allocator.national.transport import Situation, plan

Tie = tuple[set[str], set[str]]
"""The provinces that were served, and those that were not and could have been in their place."""


def equal_claims(situation: Situation, places: Mapping[str, int]) -> Iterator[Tie]:
    """The ties in amounts, the strongest claims first.

    Two provinces tie if the last place of the one and the next place of the other are claimed
    equally, and the other could have had it in its stead. Who could not have it anyhow, because of
    who may take over from whom, does not tie. Provinces that tie with the same one tie together;
    those with equal claims to places of others do not (the components of a matroid).

    Args:
        situation: who has, who lacks, and who may take over from whom.
        places: what is taken over from each.
    """
    lacks = situation.shortage
    last = {code: Fraction(lacks[code], 2 * had - 1) for code, had in places.items() if had}
    next_ = {
        code: Fraction(lacks[code], 2 * had + 1)
        for code, had in places.items()
        if had < lacks[code]
    }
    for claim in sorted(set(last.values()) & set(next_.values()), reverse=True):
        pairs = [
            (served, refused)
            for served in sorted(last)
            for refused in sorted(next_)
            if last[served] == next_[refused] == claim
            and _could_change(situation, places, served, refused)
        ]
        yield from _joined(pairs)


def _could_change(
    situation: Situation, places: Mapping[str, int], served: str, refused: str
) -> bool:
    """Whether the one place could as well be taken over from the other."""
    other = {**places, served: places[served] - 1, refused: places[refused] + 1}
    return plan(situation.asking(other)).total == sum(other.values())


def _joined(pairs: list[tuple[str, str]]) -> list[Tie]:
    """Pairs with a province in common make one tie."""
    ties: list[Tie] = []
    for served, refused in pairs:
        apart = [tie for tie in ties if served not in tie[0] and refused not in tie[1]]
        near = [tie for tie in ties if tie not in apart]
        joined = {served}.union(*(tie[0] for tie in near)), {refused}.union(*(t[1] for t in near))
        ties = [*apart, joined]
    return ties
