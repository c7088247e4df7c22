# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""An apportionment as runs record it: with weights, bounds and certificate."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from allocator.apportionment.one_way import apportion
from allocator.apportionment.result import Apportionment
from models.division import Claim, Division, Interval, Stage, TieResult
from models.places import Kind


@dataclass(frozen=True, slots=True)
class Divided:
    """Places per municipality with the record of how they came about."""

    places: Mapping[str, int]
    division: Division
    ties: tuple[TieResult, ...]


def divide(
    stage: Stage,
    area: str,
    kind: Kind | Literal["total"],
    weights: Mapping[str, Fraction],
    total: int,
    *,
    method: str,
    lots: Sequence[str],
    minimum: Mapping[str, int] | None = None,
    maximum: Mapping[str, int] | None = None,
    left_out: Mapping[str, Fraction] | None = None,
    row: str = "",
    scale: Fraction | None = None,
    terms: tuple[int, ...] = (),
    term_rows: tuple[str, ...] = (),
    without: str = "",
) -> Divided:
    """Apportion `total` places and record it.

    Args:
        stage: what is divided.
        area: code (or name) of what closes.
        kind: of the places.
        weights: per municipality that takes part.
        total: places to divide.
        method: the rounding method.
        lots: the order of lots.
        minimum: at least so many places, per municipality.
        maximum: at most so many places, per municipality.
        left_out: weights of those that a minimum site leaves at zero, for the record.
        row: file and line of the total, for the record.
        scale: what the total is of the sum of the weights, for the record.
        terms: what the total is the sum of, for the record.
        term_rows: file and line of each term, for the record.
        without: the exchange that has fallen away, for the record.

    Raises:
        CannotApportion: if the bounds exclude the total.
    """
    minimum, maximum, left_out = minimum or {}, maximum or {}, left_out or {}
    answer = apportion(weights, total, method, minimum, maximum, lots=_among(lots, weights))
    claims = tuple(
        Claim(
            code=code,
            kind=kind,
            weight=weights.get(code, left_out.get(code, Fraction(0))),
            minimum=minimum.get(code, 0),
            maximum=maximum.get(code),
            takes_part=code in weights,
            places=answer.seats.get(code, 0),
        )
        for code in sorted({*weights, *left_out})
    )
    division = Division(
        stage=stage,
        area=area,
        kind=kind,
        total=total,
        method=method,
        claims=claims,
        divisors=_interval(answer),
        divisor=answer.divisors.simple() if answer.divisors else None,
        quota=answer.quota,
        last_served=answer.last_served,
        first_not_served=answer.first_not_served,
        row=row,
        scale=scale,
        terms=terms,
        term_rows=term_rows,
        without=without,
    )
    ties = tuple(
        TieResult(
            stage=stage,
            area=area,
            kind=kind,
            tied=tie.tied,
            places=tie.places,
            drawn=tie.drawn,
            order=tuple(_among(lots, tie.tied)),
            without=without,
        )
        for tie in answer.ties
    )
    places = {claim.code: claim.places for claim in claims}
    return Divided(places=places, division=division, ties=ties)


def _interval(answer: Apportionment) -> Interval | None:
    return (answer.divisors.lower, answer.divisors.upper) if answer.divisors else None


def _among(lots: Sequence[str], codes: Collection[str]) -> list[str]:
    return [code for code in lots if code in codes]
