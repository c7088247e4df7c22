# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is available on each day, by events: a contract adds where it begins, and takes off after.

Nothing here is done for each day and each contract: a contract touches two entries of a list of
changes per area, and adding the changes up gives every day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate

from models.area_line import Series
from models.contract import Contract
from models.places import Kind
from models.problem import Problem

Above = Mapping[str, tuple[str, ...]]
"""Per municipality and region: itself and the areas around it, in which its places count too."""


def areas_above(problem: Problem) -> Above:
    """In which areas the places of an area count."""
    found: dict[str, tuple[str, ...]] = {}
    for one in problem.municipalities:
        found[one.code] = (one.code, one.region, one.province)
        found[one.region] = (one.region, one.province)
        found[one.province] = (one.province,)
    return found


def span(contract: Contract, days: Sequence[date]) -> tuple[int, int]:
    """The first of the days that a contract covers, and the first after those, as numbers."""
    first = bisect_left(days, contract.from_) if contract.from_ else 0
    beyond = bisect_right(days, contract.until) if contract.until else len(days)
    return first, beyond


def effects(contract: Contract) -> tuple[tuple[str, int], ...]:
    """Whose places a contract changes, and by how much: an exchange moves them."""
    gained = (contract.area, contract.places)
    return (gained, (contract.giver, -contract.places)) if contract.giver else (gained,)


def available(
    contracts: Sequence[Contract], above: Above, days: Sequence[date]
) -> dict[str, Series]:
    """What every area has on each of the days.

    Args:
        contracts: those that count.
        above: the areas; a giver or taker that is none of them is not followed.
        days: in order.
    """
    changes: dict[tuple[str, Kind], list[int]] = {}
    for contract in contracts:
        first, beyond = span(contract, days)
        for area, places in effects(contract):
            for code in above.get(area, ()):
                line = changes.setdefault((code, contract.kind), [0] * (len(days) + 1))
                line[first] += places
                line[beyond] -= places
    return {code: _series(changes, code, len(days)) for code in above}


def _series(changes: Mapping[tuple[str, Kind], list[int]], code: str, days: int) -> Series:
    nothing = [0] * (days + 1)
    regular = tuple(accumulate(changes.get((code, "regular"), nothing)[:-1]))
    amv = tuple(accumulate(changes.get((code, "amv"), nothing)[:-1]))
    total = tuple(one + other for one, other in zip(regular, amv, strict=True))
    return Series(total=total, regular=regular, amv=amv)
