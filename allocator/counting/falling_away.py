# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What both ends of an exchange count if it falls away: everything is counted again without it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allocator.apportionment.division import Divided
from allocator.counting.pooled import Pledge, parts_of, split
from models.places import KINDS, Places
from models.problem import Problem
from models.result import ExchangeResult
from models.share import Shares


@dataclass(frozen=True, slots=True)
class Before:
    """What counts with all exchanges that count.

    Attributes:
        located: per municipality, without its parts of pledges.
        pooled: those parts.
        pledges: of regions, whether they count or not.
    """

    located: Mapping[str, Places]
    pooled: Mapping[str, Places]
    pledges: Sequence[Pledge]


def with_consequences(
    problem: Problem, shares: Shares, before: Before, exchanges: Sequence[ExchangeResult]
) -> tuple[tuple[ExchangeResult, ...], list[Divided]]:
    """Every exchange with what both ends count if it falls away.

    The pledges of which an end is a candidate are split anew, over what is lacking then.

    Returns:
        The exchanges, and how pledges are split without each of them (stage `without`).
    """
    found, divided = [], []
    for one in exchanges:
        counts, parts = _without(problem, shares, before, one)
        divided += parts
        ends = {"taker_without": counts.get(one.taker), "giver_without": counts.get(one.giver)}
        found.append(one.model_copy(update=ends))
    return tuple(found), divided


def _without(
    problem: Problem, shares: Shares, before: Before, one: ExchangeResult
) -> tuple[dict[str, Places], list[Divided]]:
    """What the ends inside the scenario count without an exchange."""
    ends = [code for code in (one.taker, one.giver) if code in before.located]
    if not one.counts:
        return {code: before.located[code] + before.pooled[code] for code in ends}, []
    moved = Places.in_kind(one.kind, one.counting)
    back = dict(before.located)
    if one.taker in back:
        back[one.taker] = back[one.taker] - moved
    if one.giver in back:
        back[one.giver] = back[one.giver] + moved
    divided: list[Divided] = []
    again = dict.fromkeys(ends, Places())
    for pledge in before.pledges:
        result = pledge.result
        if result.counts and set(result.candidates) & set(ends):
            # Only the kind that is exchanged is lacking to another amount.
            anew = split(
                problem, result, result.row, shares.places, back, (one.kind,), without=one.id
            )
            divided += anew
            for code, places in parts_of(anew).items():
                if code in again and code not in pledge.fallen:
                    again[code] = again[code] + places
    (other,) = (kind for kind in KINDS if kind != one.kind)
    kept = {code: Places.in_kind(other, before.pooled[code].of(other)) for code in ends}
    return {code: back[code] + kept[code] + again[code] for code in ends}, divided
