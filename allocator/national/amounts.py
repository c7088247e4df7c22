# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How much is taken over from each province where that is in proportion to what it is short."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from allocator.apportionment.division import Divided, divide
from allocator.national.equal_claims import equal_claims
from allocator.national.transport import Situation, plan
from models.division import TieResult
from models.places import Kind


def amounts(situation: Situation, kind: Kind, lots: Sequence[str]) -> Divided | None:
    """The places for each province, in proportion to its shortage and never above it.

    As many as can be taken over in all, by Sainte-Laguë. Where not everybody can take over from
    everybody, places are dealt out one after the other in the order of the claims, equal ones in
    the order of lots, and a province for which nobody can take over one more is passed over from
    there on: its amount is then its upper bound. That order is the right one whoever may take over
    from whom, for what can be taken over together is a polymatroid (J. Edmonds, 1970).

    Args:
        situation: who has, who lacks, and who may take over from whom.
        kind: of the places.
        lots: the order of lots among provinces.

    Returns:
        The apportionment; None where nothing can be taken over.
    """
    total = plan(situation).total
    if not total:
        return None
    ceiling = dict(situation.shortage)
    while True:
        answer = _apportioned(situation, kind, total, ceiling, lots)
        if _possible(situation, answer):
            return replace(answer, ties=_ties(situation, kind, answer.places, lots))
        most = _most_possible(situation, kind, total, ceiling, lots)
        now = _apportioned(situation, kind, most, ceiling, lots)
        more = _apportioned(situation, kind, most + 1, ceiling, lots)
        ceiling |= {code: had for code, had in now.places.items() if more.places[code] > had}


def _apportioned(
    situation: Situation, kind: Kind, total: int, ceiling: dict[str, int], lots: Sequence[str]
) -> Divided:
    return divide(
        "takeover",
        "NL",
        kind,
        {code: Fraction(short) for code, short in situation.shortage.items()},
        total,
        method="sainte_lague",
        lots=lots,
        maximum=ceiling,
    )


def _possible(situation: Situation, answer: Divided) -> bool:
    """Whether somebody can take over every place of these amounts."""
    return plan(situation.asking(answer.places)).total == sum(answer.places.values())


def _most_possible(
    situation: Situation, kind: Kind, total: int, ceiling: dict[str, int], lots: Sequence[str]
) -> int:
    """The largest number of places whose apportionment is possible, by halving."""
    possible, impossible = 0, total
    while impossible - possible > 1:
        middle = (possible + impossible) // 2
        if _possible(situation, _apportioned(situation, kind, middle, ceiling, lots)):
            possible = middle
        else:
            impossible = middle
    return possible


def _ties(
    situation: Situation, kind: Kind, places: Mapping[str, int], lots: Sequence[str]
) -> tuple[TieResult, ...]:
    """The equal claims, also of provinces that are at their upper bound by the draw alone."""
    found = []
    for served, refused in equal_claims(situation, places):
        order = tuple(code for code in lots if code in served | refused)
        found.append(
            TieResult(
                stage="takeover",
                area="NL",
                kind=kind,
                tied=tuple(sorted(order)),
                places=len(served),
                drawn=tuple(code for code in order if code in served),
                order=order,
            )
        )
    return tuple(found)
