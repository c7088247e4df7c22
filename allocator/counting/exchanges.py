# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Exchanges (uitruil): places that stand with the giver and count with the taker."""

from __future__ import annotations

from collections.abc import Mapping

from allocator.counting.rules import window_is_too_short, window_is_too_small
from models.exchange import Exchange
from models.fault import Fault, InputError
from models.places import Places
from models.problem import Problem
from models.result import Condition, ExchangeResult


def weigh_exchanges(problem: Problem) -> tuple[ExchangeResult, ...]:
    """Every exchange of the scenario, and whether its window covers what the rule asks."""
    rule = problem.scenario.counting
    found = []
    for exchange in problem.exchanges:
        against = window_is_too_small(exchange.window, rule) or window_is_too_short(
            exchange.window, rule
        )
        found.append(_result(problem, exchange, against))
    return tuple(found)


def _result(problem: Problem, exchange: Exchange, against: str | None) -> ExchangeResult:
    return ExchangeResult.model_validate(
        {
            "id": exchange.id,
            "giver": exchange.giver,
            "giver_name": problem.territory.name(exchange.giver),
            "taker": exchange.taker,
            "taker_name": problem.territory.name(exchange.taker),
            "kind": exchange.kind,
            "places": exchange.places,
            "from": exchange.window.from_,
            "until": exchange.window.until,
            "counts": against is None,
            "reason": against or f"agreed from {exchange.window}",
            "conditions": (Condition(text=exchange.condition, met=None),)
            if exchange.condition
            else (),
            "row": exchange.row,
        }
    )


def credit(
    problem: Problem, counted: Mapping[str, Places], exchanges: tuple[ExchangeResult, ...]
) -> dict[str, Places]:
    """Move the places of every exchange that counts from giver to taker.

    A giver outside the scenario's provinces is not followed here.

    Raises:
        InputError: if a giver would give away more than it counts.
    """
    credited = dict(counted)
    for exchange in exchanges:
        if not exchange.counts:
            continue
        moved = Places.in_kind(exchange.kind, exchange.places)
        if exchange.giver in credited:
            has = credited[exchange.giver]
            if has.of(exchange.kind) < exchange.places:
                raise _over_lending(problem, exchange, has.of(exchange.kind))
            credited[exchange.giver] = Places(
                regular=has.regular - moved.regular, amv=has.amv - moved.amv
            )
        if exchange.taker in credited:
            credited[exchange.taker] = credited[exchange.taker] + moved
    return credited


def _over_lending(problem: Problem, exchange: ExchangeResult, has: int) -> InputError:
    giver = problem.territory.name(exchange.giver)
    return InputError(
        [
            Fault(
                code="over-lending",
                what=f"{exchange.id}: {giver} gives {exchange.places} {exchange.kind} places and "
                f"counts {has}",
                where=problem.line("exchanges"),
                remedy=f"Enter the offers of {giver}, or leave the exchange out.",
            )
        ]
    )
