# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The twin of the rule on lending through time, which runs and timelines share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from models.contract import Contract
from models.result import ExchangeResult, OfferResult

Lent = ExchangeResult | Contract


class Most(NamedTuple):
    """The most that a giver has of its own while some exchanges run together, and what they take.

    Exchanges that run together at any time do so on the first day of the one that begins last, with
    what began before and goes on: who has enough for all of those has enough for any of them.
    """

    gives: int
    has: int


def most_while(
    one: Lent, given: Sequence[Lent], offers: Sequence[OfferResult] | Sequence[Contract]
) -> Most:
    """What the giver of an exchange gives on its first day, and has as long as all of that runs.

    Args:
        one: the exchange.
        given: all exchanges of its giver and kind that bind, itself included.
        offers: of the giver, of its kind, of which the status is accepted.
    """
    start = one.from_ or date.min
    together = [each for each in given if (each.from_ or date.min) <= start <= _end(each)]
    end = min(_end(each) for each in together)
    # Between two days on which offers begin there are never more than on the former.
    days = {start, *(each.from_ for each in offers if each.from_ and start <= each.from_ <= end)}
    has = max(
        sum(each.places for each in offers if (each.from_ or date.min) <= day <= _end(each))
        for day in days
    )
    return Most(sum(each.places for each in together), has)


def _end(one: Lent | OfferResult) -> date:
    return one.until or date.max
