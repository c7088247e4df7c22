# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How much is taken over from each province where that is in proportion to what it is short."""

from __future__ import annotations

from fractions import Fraction

from allocator.apportionment.division import Divided, divide
from allocator.national.transport import Situation, plan
from models.places import Kind


def amounts(situation: Situation, kind: Kind) -> Divided | None:
    """The places for each province, in proportion to its shortage and never above it.

    As many as can be taken over in all, by Sainte-Laguë. Where not everybody can take over from
    everybody, places are dealt out one after the other in the order of the claims, and a province
    for which nobody can take over one more is passed over from there on: its amount is then its
    upper bound. That order is the right one whoever may take over from whom, for what can be
    taken over together is a polymatroid (J. Edmonds, 1970).

    Returns:
        The apportionment; None where nothing can be taken over.
    """
    total = plan(situation).total
    if not total:
        return None
    ceiling = dict(situation.shortage)
    while True:
        answer = _apportioned(situation, kind, total, ceiling)
        if _possible(situation, answer):
            return answer
        most = _most_possible(situation, kind, total, ceiling)
        now = _apportioned(situation, kind, most, ceiling)
        more = _apportioned(situation, kind, most + 1, ceiling)
        ceiling |= {code: had for code, had in now.places.items() if more.places[code] > had}


def _apportioned(situation: Situation, kind: Kind, total: int, ceiling: dict[str, int]) -> Divided:
    return divide(
        "takeover",
        "NL",
        kind,
        {code: Fraction(short) for code, short in situation.shortage.items()},
        total,
        method="sainte_lague",
        lots=sorted(situation.shortage),
        maximum=ceiling,
    )


def _possible(situation: Situation, answer: Divided) -> bool:
    """Whether somebody can take over every place of these amounts."""
    return plan(situation.asking(answer.places)).total == sum(answer.places.values())


def _most_possible(situation: Situation, kind: Kind, total: int, ceiling: dict[str, int]) -> int:
    """The largest number of places whose apportionment is possible, by halving."""
    possible, impossible = 0, total
    while impossible - possible > 1:
        middle = (possible + impossible) // 2
        if _possible(situation, _apportioned(situation, kind, middle, ceiling)):
            possible = middle
        else:
            impossible = middle
    return possible
