# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Exchanges beside one another: places are exchanged once, and not on from taker to taker.

An exchange of which a condition is required and not shown to be met has fallen away. It binds
nobody: others may be agreed over the same places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from models.exchange import Exchange
from models.fault import Faults, Place
from models.problem import Problem
from models.territory import Territory

Lines = Mapping[str, Place]


def check_side_by_side(problem: Problem, standing: list[Exchange]) -> None:
    """Refuse exchanges that contradict one another.

    Args:
        problem: the settings and data.
        standing: the exchanges of the scenario that did not fall away.

    Raises:
        InputError: for a chain, or the same places twice.
    """
    faults = Faults()
    named = problem.scenario.exchanges
    where = {name: problem.line(f"exchanges.{index}") for index, name in enumerate(named)}
    for one, other in combinations(standing, 2):
        if one.kind != other.kind:
            continue
        if one.window.overlaps(other.window.from_, other.window.until):
            _check_at_one_time(one, other, where, problem.territory, faults)
        elif problem.scenario.counting.available is None:
            _check_succession(one, other, where, faults)
    faults.raise_if_any()


def _check_at_one_time(
    one: Exchange, other: Exchange, where: Lines, territory: Territory, faults: Faults
) -> None:
    """Two exchanges of one kind that have a day in common."""
    if _ends(one) == _ends(other) and one.places == other.places:
        what = f"{one.id} and {other.id} are the same {one.places} {one.kind} places, at one time"
        faults.add("exchange-twice", where[other.id], what, "Leave one of them out.")
    for first, second in _chains(one, other):
        faults.add(
            "exchange-chain",
            where[other.id],
            f"{territory.name(first.taker)} takes {first.kind} places by {first.id} and gives by "
            f"{second.id}: a chain, in which nobody can tell where places stand",
            _directly(territory.name(first.giver), territory.name(second.taker)),
        )


def _chains(one: Exchange, other: Exchange) -> Iterator[tuple[Exchange, Exchange]]:
    """The first exchange that brings what the second gives away; there and back is told once."""
    for first, second in ((one, other), (other, one)):
        if first.taker == second.giver:
            yield first, second
            return


def _check_succession(one: Exchange, other: Exchange, where: Lines, faults: Faults) -> None:
    """Two agreements, one after the other, count together where nobody says on which day.

    Whoever takes the places, they may be the same ones of the giver. Agreements with one taker are
    judged as one, and count once.
    """
    judged_as_one = (one.taker, one.against) == (other.taker, other.against)
    if one.giver == other.giver and not judged_as_one:
        faults.add(
            "exchange-twice",
            where[other.id],
            f"{one.id} and {other.id} follow one another and may give the same places, and both "
            "count as no day is asked",
            "Write counting: {available: {on: DATE}}, or leave one of them out.",
        )


def _ends(one: Exchange) -> tuple[str, str]:
    return one.giver, one.taker


def _directly(giver: str, taker: str) -> str:
    if giver == taker:
        return "Agree one exchange, of the difference."
    return f"Agree it directly: {giver} gives to {taker}."
