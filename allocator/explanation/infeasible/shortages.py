# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What stands between an area and a division of its rest, in places.

Every rule holds as stated, and only the sums that close may fail: with R the rest,

    sum_i x_i + short - beyond = R        for each area and kind
    minimise   sum of beyond,  then sum of short,  then the amv part of both.

So `beyond` is asked whatever one does, and without it R - short is the most that can be taken of
the rest. Where not even this has an answer, the rules exclude one another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from allocator.distribution.areas import Area
from allocator.distribution.rules.registry import Claimant, Rest
from allocator.distribution.rules.respect_cap import is_cap
from allocator.explanation.infeasible.coupled import Coupled
from allocator.explanation.infeasible.program import Program, places, state_rules, total
from allocator.explanation.infeasible.successive import Successive
from allocator.explanation.infeasible.wording import shortage_in_words
from models.places import KINDS, Kind, Places
from models.result import Shortage

SITES = ", as each takes none or comes to the minimum site"
CAP = ", as what each realises stays within a part of its own share"
PARTICIPANTS = ", as only so many municipalities may take part"
NO_WEIGHT = ", as the rest is divided pro rata to weight and none has any"

Placed = dict[tuple[str, Kind], int]


def shortages(rest: Rest, coupled: Coupled, solver: Successive) -> tuple[Shortage, ...] | None:
    """The areas that do not close with every rule as stated.

    Returns:
        None if the rules exclude one another, whatever the rest is.

    Raises:
        OutOfTime: if the time limit passed.
    """
    placed = _placed(coupled, solver)
    if placed is None:
        return None
    open_areas = {one.area for one in coupled.closings if placed[one.area, one.kind] != one.total}
    if not open_areas:
        return ()
    # What other rules take away is told: "at most 0 places" would be a riddle without it.
    without = {
        because: _placed(fewer, solver) or placed
        for because, fewer in {
            PARTICIPANTS: replace(coupled, participations=()),
            SITES: replace(coupled, thresholds=()),
            CAP: replace(coupled, bounds=tuple(one for one in coupled.bounds if not is_cap(one))),
        }.items()
    }
    return tuple(
        _shortage(rest, coupled, area, placed, without)
        for area in rest.areas
        if area.account.code in open_areas
    )


def _shortage(
    rest: Rest, coupled: Coupled, area: Area, placed: Placed, without: Mapping[str, Placed]
) -> Shortage:
    account = area.account
    left = {kind: account.rest.of(kind) for kind in KINDS}
    taken = {kind: placed[account.code, kind] for kind in KINDS}

    def gap(reached: Placed) -> int:
        return sum(abs(left[kind] - reached[account.code, kind]) for kind in KINDS)

    because = [says for says, reached in without.items() if gap(reached) < gap(placed)]
    able = {
        kind: {code for code in area.members if rest.eligible[code][0].of(kind)}
        for kind in KINDS
        if left[kind] or taken[kind]
    }
    weightless = not any(
        rest.weights[code, kind]
        for kind, codes in able.items()
        for code in codes
        if left[kind] != taken[kind]
    )
    shortage = Shortage(
        area=account.code,
        name=account.name,
        eligible=len(set().union(*able.values())),
        rest=account.rest,
        placed=Places(**taken),
        short=Places(**{kind: max(0, left[kind] - taken[kind]) for kind in KINDS}),
        beyond=Places(**{kind: max(0, taken[kind] - left[kind]) for kind in KINDS}),
    )
    says = shortage_in_words(
        shortage,
        {kind: len(codes) for kind, codes in able.items()},
        together=any(len({kind for _, kind in one.claimants}) > 1 for one in coupled.bounds),
        because="".join(because) or (NO_WEIGHT if weightless else ""),
    )
    return shortage.model_copy(update={"says": says})


def _placed(coupled: Coupled, solver: Successive) -> Placed | None:
    """The places of each area and kind that come nearest to its rest; None if none are allowed."""
    program, highest = Program(), _highest(coupled)
    state_rules(program, coupled, highest)
    beyond: dict[str, int] = {}
    short: dict[str, int] = {}
    minors: dict[str, int] = {}
    for closing in coupled.closings:
        over, under = f"beyond[{closing.name}]", f"short[{closing.name}]"
        most = sum(highest[one] for one in closing.claimants)
        program.variables.update({over: (0, most), under: (0, closing.total)})
        program.state(
            {**total(closing.claimants), under: 1, over: -1}, closing.total, closing.total
        )
        beyond[over] = short[under] = 1
        if closing.kind == "amv":
            minors |= {over: 1, under: 1}
    values = solver.least(program, beyond, short, minors)
    if values is None:
        return None
    return {
        (closing.area, closing.kind): sum(values[places(one)] for one in closing.claimants)
        for closing in coupled.closings
    }


def _highest(coupled: Coupled) -> dict[Claimant, int]:
    """Nobody needs more than the rest, or than any one rule asks of it: more is only beyond."""
    highest = {one: closing.total for closing in coupled.closings for one in closing.claimants}
    for bound in coupled.bounds:
        for one in bound.claimants:
            highest[one] = max(highest[one], bound.lower)
    for threshold in coupled.thresholds:
        highest[threshold.claimant] = max(highest[threshold.claimant], threshold.least)
    return highest
