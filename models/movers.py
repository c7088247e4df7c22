# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Movers: who gains and who loses most between two runs."""

from __future__ import annotations

from typing import Literal

from models.division import Whole
from models.record import Exact, Record


class Mover(Record):
    """A municipality and what it gains, below zero loses.

    Attributes:
        places: of the decision.
        part: of the task of its province, each of its own raming; None where a task is nothing.
    """

    code: str
    name: str
    places: int
    part: Exact | None


class Movers(Record):
    """Who gains and who loses most in a run, compared with the first.

    Attributes:
        run: the letter.
        by: what they are ordered by: `places`, or where the ramings differ also the `part` of the
            task, which one raming being larger than the other does not change.
        gains: those that gain most, first; with the last, whoever gains as much.
        losses: the same of those that lose.
        gaining: how many gain anything.
        losing: how many lose anything.
        unchanged: how many have the same.
    """

    run: str
    by: Literal["places", "part"]
    gains: tuple[Mover, ...]
    losses: tuple[Mover, ...]
    gaining: Whole
    losing: Whole
    unchanged: Whole
