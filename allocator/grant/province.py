# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The grant in one province: how many places are above 75 %, and who gets how much of it.

The Act does not say how parts of a place or of a cent are rounded. The largest remainder is the
choice of this program: nobody gets a whole unit more or less than its exact part, and all parts add
up to the whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from allocator.apportionment import apportion
from models.grant import (
    PART_OF_THE_NUMBER,
    GrantOfProvince,
    GrantPart,
    GrantSettings,
    GrantShare,
    GrantTie,
)
from models.places import Places

METHOD = "largest_remainder"
Unit = Literal["places", "cents"]


@dataclass(frozen=True, slots=True)
class Base:
    """What the grant of a province rests on, whatever its municipalities provide.

    Attributes:
        code: of the province.
        name: of the province.
        number: of places of its task.
        row: file and line of that.
        unlocated: places in it that belong to no municipality.
        names: of its municipalities, in order of code.
        tasks: of each, by the decision.
        paid: places of each that had a grant already.
        lots: everybody in the order of lots.
    """

    code: str
    name: str
    number: int
    row: str
    unlocated: int
    names: Mapping[str, str]
    tasks: Mapping[str, Places]
    paid: Mapping[str, int]
    lots: Sequence[str]


def places_above(number: int, provided: int, paid: int) -> int:
    """For how many places there is a grant.

    The Act grants "iedere opvangplaats waarmee 75% [...] is overschreden": a place counts whole
    when with it more than 75 % is there. Of 6,325 that is 4,743.75: the 4,744th is the first.

    Args:
        number: places of the provincial task.
        provided: places in the province.
        paid: places among them that had a grant already; they are left out.
    """
    below = PART_OF_THE_NUMBER * number // 1
    return max(0, provided - below - paid)


def grant_of_province(
    base: Base, provided: Mapping[str, Places], settings: GrantSettings
) -> GrantOfProvince:
    """Count the places above 75 %, and divide them between the province and its municipalities.

    Args:
        base: the province.
        provided: places of each of its municipalities.
        settings: the amount, and the part of the province.
    """
    codes = list(base.names)
    everything = sum(provided[code].total for code in codes) + base.unlocated
    paid = sum(base.paid.get(code, 0) for code in codes)
    above = places_above(base.number, everything, paid)
    cents = None if settings.cents_per_place is None else above * settings.cents_per_place
    meets = {code: _meets(provided[code], base.tasks[code]) for code in codes}
    left = {code: provided[code].total - base.paid.get(code, 0) for code in codes}
    weights = {code: max(0, left[code]) if meets[code] else 0 for code in codes}
    claims = _claims(base.code, weights, settings.province_part or Fraction(0))
    divided = above > 0 and bool(claims)
    ties: list[GrantTie] = []
    places = _shared_out(claims, above if divided else 0, "places", base.lots, ties)
    money = _shared_out(claims, (cents or 0) if divided else 0, "cents", base.lots, ties)

    def part(code: str) -> GrantPart:
        return GrantPart(
            exact=above * claims.get(code, Fraction(0)),
            places=places.get(code, 0),
            cents=None if cents is None else money.get(code, 0),
        )

    return GrantOfProvince(
        code=base.code,
        name=base.name,
        number=base.number,
        threshold=PART_OF_THE_NUMBER * base.number,
        provided=everything - base.unlocated,
        unlocated=base.unlocated,
        paid=paid,
        above=above,
        cents=cents,
        province=part(base.code),
        municipalities=tuple(
            GrantShare(
                **dict(part(code)),
                code=code,
                name=name,
                provided=provided[code],
                task=base.tasks[code],
                paid=base.paid.get(code, 0),
                meets=meets[code],
                weight=weights[code],
            )
            for code, name in base.names.items()
        ),
        divided=divided,
        ties=tuple(ties),
        row=base.row,
    )


def _meets(provided: Places, task: Places) -> bool:
    """Whether somebody provides places, and of each kind no fewer than its task."""
    enough = provided.regular >= task.regular and provided.amv >= task.amv
    return enough and provided.total > 0


def _claims(province: str, weights: Mapping[str, int], part: Fraction) -> dict[str, Fraction]:
    """The part of each in the whole: nobody's where no municipality meets its task."""
    together = sum(weights.values())
    if not together:
        return {}
    shares = {code: (1 - part) * Fraction(weight, together) for code, weight in weights.items()}
    return {province: part, **shares}


def _shared_out(
    claims: Mapping[str, Fraction],
    total: int,
    unit: Unit,
    lots: Sequence[str],
    ties: list[GrantTie],
) -> Mapping[str, int]:
    """Whole places or cents, to the last one; equal remainders go by lots and are told."""
    if not total:
        return {}
    answer = apportion(dict(claims), total, METHOD, lots=[one for one in lots if one in claims])
    ties.extend(
        GrantTie(of=unit, tied=tie.tied, units=tie.places, drawn=tie.drawn) for tie in answer.ties
    )
    return answer.seats
