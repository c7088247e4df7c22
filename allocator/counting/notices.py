# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a reader of the counted places has to know: estimates, plans, conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.problem import Notice
from models.result import Condition, ExchangeResult, PooledResult


def notices(
    pledges: Iterable[PooledResult], exchanges: Iterable[ExchangeResult]
) -> Iterator[Notice]:
    """Everything to know beside the numbers.

    Args:
        pledges: of regions, whether they count or not.
        exchanges: likewise.
    """
    counted = [pledge for pledge in pledges if pledge.counts]
    listed = list(exchanges)
    yield from _splits(counted)
    yield from _plans_that_fall_through(counted)
    # What goes on from an agreement counts with that one, and hangs on its own condition too.
    yield from _conditions_not_shown(one for one in listed if one.counts or one.stay)
    yield from _givers_outside(one for one in listed if one.counts)
    yield from _do_not_count(one for one in listed if not one.counts and not one.stay)


def _splits(pledges: Iterable[PooledResult]) -> Iterator[Notice]:
    """A pledge says who may hold its places, and not who holds how many."""
    for pledge in pledges:
        message = (
            f"{pledge.name}: {pledge.places.total:,} places of which {pledge.places.amv:,} amv are "
            "split over the candidates pro rata to what they lack of their share: an estimate, the "
            "real split is not published"
        )
        yield Notice(code="pooled-offer-split", message=message)


def _plans_that_fall_through(pledges: Iterable[PooledResult]) -> Iterator[Notice]:
    for pledge in pledges:
        for one in pledge.fallen_through:
            message = (
                f"{pledge.name}: the scenario has the plan of {one.name} fall through; its part of "
                f"the split, {one.places.total:,} places of which {one.places.amv:,} amv, does not "
                "count, and the other candidates keep theirs"
            )
            yield Notice(code="plan-falls-through", message=message)


def _conditions_not_shown(exchanges: Iterable[ExchangeResult]) -> Iterator[Notice]:
    for exchange in exchanges:
        for condition in exchange.conditions:
            if not condition.met:
                code = "condition-open" if condition.met is None else "condition-not-met"
                yield Notice(code=code, message=_condition(exchange, condition))


def _givers_outside(exchanges: Iterable[ExchangeResult]) -> Iterator[Notice]:
    """What a giver outside the scenario has is not known, so nobody can check that it has it."""
    for exchange in exchanges:
        if exchange.giver_without is None:
            message = (
                f"{exchange.id}: {exchange.giver_name} lies outside the scenario: what it has is "
                f"not known, and that it can give {exchange.counting:,} {exchange.kind} "
                f"place{'s' * (exchange.counting != 1)} is not checked"
            )
            yield Notice(code="giver-outside", message=message)


def _do_not_count(exchanges: Iterable[ExchangeResult]) -> Iterator[Notice]:
    for exchange in exchanges:
        message = f"{exchange.id} does not count: {exchange.reason}"
        yield Notice(code="exchange-does-not-count", message=message)


def _condition(exchange: ExchangeResult, condition: Condition) -> str:
    """A condition that is not shown to be met, and what happens if the exchange falls away."""
    shown = f" ({_shortfall(condition)})" if condition.shown is not None else ""
    state = "is open" if condition.met is None else "is not met, and it counts all the same"
    said = f"{exchange.id}: counted on the condition that {condition.text}{shown}; that {state}"
    if exchange.taker_without is not None:
        said += (
            f"; without it {exchange.taker_name} counts {exchange.taker_without.total:,} places, "
            f"and the {exchange.counting:,} count with {exchange.giver_name} again"
        )
    return said


def _shortfall(condition: Condition) -> str:
    """`74 of 108 are shown, 34 promised for 2025-10-01`."""
    said = f"{condition.shown:,} of {condition.places:,} are shown"
    if condition.promised:
        day = f" for {condition.promised_on}" if condition.promised_on else ""
        said += f", {condition.promised:,} promised{day}"
    return said
