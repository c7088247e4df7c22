# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where other takeovers are as good as those of the plan: as many places, as little distance."""

from __future__ import annotations

from collections.abc import Sequence

from allocator.national.transport import NOWHERE, Pair, Plan, Situation, in_order, way_between
from models.division import TieResult
from models.places import Kind


def equal_plans(
    situation: Situation, done: Plan, kind: Kind, lots: Sequence[str]
) -> tuple[TieResult, ...]:
    """One tie that names every pair of which another plan, as good, has more or fewer places.

    Args:
        situation: who has, who lacks, and who may take over from whom.
        done: the plan.
        kind: of the places.
        lots: the order of lots among provinces, which decided.
    """
    pairs = in_order(changeable(situation, done), lots)
    if not pairs:
        return ()
    tied = {code for pair in pairs for code in pair}
    return (
        TieResult(
            stage="plan",
            area="NL",
            kind=kind,
            tied=tuple(sorted(tied)),
            places=sum(done.places[pair] for pair in pairs),
            drawn=(),
            order=tuple(code for code in lots if code in tied),
            pairs=tuple(pairs),
        ),
    )


def changeable(situation: Situation, done: Plan) -> list[Pair]:
    """The pairs that have another number of places in another plan that is as good.

    Two such plans differ by circles on the ways that the prices leave open. So a pair may have more
    if a way leads from its taker back to its giver, and fewer if one leads on from giver to taker,
    both without the pair itself.
    """
    flow, free = dict(done.places), []
    for pair, far in situation.tenths.items():
        if done.givers[pair[0]] + done.takers[pair[1]] == done.forgone - far:
            free.append(pair)
    for code, has in situation.surplus.items():
        flow[code, NOWHERE] = has - sum(n for (giver, _), n in done.places.items() if giver == code)
        free += [(code, NOWHERE)] * (not done.givers[code])
    for code, asked in situation.wanted.items():
        got = sum(n for (_, taker), n in done.places.items() if taker == code)
        flow[NOWHERE, code] = asked - got
        free += [(NOWHERE, code)] * (not done.takers[code])
    found = []
    for pair in (one for one in free if one in situation.tenths):
        others = [way for way in free if way != pair]
        more = way_between(pair[1], pair[0], flow, others)
        if more or (flow[pair] and way_between(*pair, flow, others)):
            found.append(pair)
    return found
