# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Plans that fall through, as a timeline asks for them: what each pledge loses, on every day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from allocator.apportionment.division import Divided
from allocator.counting.pooled import parts_of, split
from models.counted import LostPlans
from models.places import Kind, Places, total_of
from models.problem import Problem
from models.result import ExchangeResult


def lost_by(
    problem: Problem, shares: Mapping[str, Places], counted: Mapping[str, Places]
) -> LostPlans:
    """What every pledge loses of which a plan falls through, whether the pledge counts or not.

    Args:
        problem: the pledges.
        shares: what the key gives each municipality.
        counted: what each counts beside pledges.
    """
    places: dict[str, Places] = {}
    divided: list[Divided] = []
    for index, pooled in enumerate(problem.scenario.pooled_offers):
        if pooled.fallen_through:
            row = problem.row(f"pooled_offers.{index}")
            found = split(problem, pooled, row, shares, counted)
            parts = parts_of(found)
            places[pooled.name] = total_of(
                parts.get(code, Places()) for code in pooled.fallen_through
            )
            divided += found
    return LostPlans(
        places,
        tuple(one.division for one in divided),
        tuple(tie for one in divided for tie in one.ties),
    )


def moved(own: Mapping[str, Places], exchanges: Sequence[ExchangeResult]) -> dict[str, Places]:
    """What each counts once exchanges have moved places, refusing nobody.

    Who gives away more than it has is left with nothing: a timeline shows how far below zero.
    """
    has: Counter[tuple[str, Kind]] = Counter()
    for one in exchanges:
        if one.counts:
            has[one.taker, one.kind] += one.counting
            has[one.giver, one.kind] -= one.counting
    return {
        code: Places(
            regular=max(0, places.regular + has[code, "regular"]),
            amv=max(0, places.amv + has[code, "amv"]),
        )
        for code, places in own.items()
    }
