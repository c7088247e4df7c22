# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Movers: who gains and who loses most, compared with the first run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from models.comparison import MunicipalityLine
from models.movers import Mover, Movers

MOST = 5

By = Literal["places", "part"]


def movers(
    letters: Sequence[str], ramings: Sequence[str], lines: Sequence[MunicipalityLine]
) -> Iterator[Movers]:
    """For each run but the first.

    Args:
        letters: of the runs.
        ramings: of the runs; one that differs from the first is told by parts of the task too, as
            everybody gains where the task is larger.
        lines: every municipality.
    """
    for number, letter in enumerate(letters):
        if number:
            compared = list(_compared(number, lines))
            yield _movers(letter, "places", compared)
            if ramings[number] != ramings[0]:
                yield _movers(letter, "part", compared)


def _compared(number: int, lines: Sequence[MunicipalityLine]) -> Iterator[Mover]:
    """What each municipality gains that has a decision in both runs."""
    for line in lines:
        figures = line.figures[number]
        difference = figures.difference if figures else None
        if difference and difference.decision is not None:
            yield Mover(
                code=line.code,
                name=line.name,
                places=difference.decision.total,
                part=difference.part,
            )


def _movers(letter: str, by: By, compared: Sequence[Mover]) -> Movers:
    if by == "part":
        compared = [one for one in compared if one.part is not None]
    gaining = [one for one in compared if _gain(one, by) > 0]
    losing = [one for one in compared if _gain(one, by) < 0]
    return Movers(
        run=letter,
        by=by,
        gains=_most(gaining, by),
        losses=_most(losing, by),
        gaining=len(gaining),
        losing=len(losing),
        unchanged=len(compared) - len(gaining) - len(losing),
    )


def _gain(one: Mover, by: By) -> Fraction:
    return one.part or Fraction() if by == "part" else Fraction(one.places)


def _most(those: Sequence[Mover], by: By) -> tuple[Mover, ...]:
    """Those that move most; whoever moves as much as the last is among them."""
    ordered = sorted(those, key=lambda one: (-abs(_gain(one, by)), one.code))
    if len(ordered) <= MOST:
        return tuple(ordered)
    last = abs(_gain(ordered[MOST - 1], by))
    return tuple(one for one in ordered if abs(_gain(one, by)) >= last)
