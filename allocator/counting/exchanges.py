# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Exchanges (uitruil): places that stand with the giver and count with the taker.

Source: letter of 20 December 2024 (exchange at the provincial table); the provincial report of
October 2024, chapter 4 (Kampen and Dronten).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allocator.counting.rules import window_is_too_short, window_is_too_small
from allocator.counting.side_by_side import check_side_by_side
from models.exchange import Exchange, Showing
from models.fault import Faults
from models.places import Places
from models.problem import Problem
from models.result import Condition, ExchangeResult, StatusHolders


def weigh_exchanges(problem: Problem) -> tuple[ExchangeResult, ...]:
    """Every exchange of the scenario, its conditions, and whether it counts.

    It counts if its window covers what the rule asks, and where the scenario requires it, if its
    conditions are shown to be met. Where they are not, it has fallen away and binds nobody.

    Raises:
        InputError: if exchanges that did not fall away contradict one another.
    """
    weighed = tuple(_weighed(problem, exchange) for exchange in problem.exchanges)
    standing = [
        exchange
        for exchange, found in zip(problem.exchanges, weighed, strict=True)
        if not _has_fallen_away(problem, found.conditions)
    ]
    check_side_by_side(problem, standing)
    return weighed


def _has_fallen_away(problem: Problem, conditions: Sequence[Condition]) -> bool:
    """Whether a condition that the scenario requires is not shown to be met."""
    required = problem.scenario.exchanging.conditions == "require"
    return required and not all(one.met for one in conditions)


def _weighed(problem: Problem, exchange: Exchange) -> ExchangeResult:
    rule, conditions = problem.scenario.counting, _conditions(problem, exchange)
    against = window_is_too_small(exchange.window, rule) or window_is_too_short(
        exchange.window, rule
    )
    if against is None and _has_fallen_away(problem, conditions):
        against = "it has fallen away: its condition is not shown to be met, as is required here"
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
            "conditions": conditions,
            "row": exchange.row,
            "extendable": exchange.extendable,
            "end": _end(exchange),
            "status_holders": _status_holders(problem, exchange),
        }
    )


def _end(exchange: Exchange) -> str:
    """What happens after the last day, if there is one."""
    if exchange.window.until is None:
        return "open"
    return "extendable" if exchange.extendable else "final"


def _status_holders(problem: Problem, exchange: Exchange) -> int:
    """How many status holders of the giver the taker houses in return."""
    rate = problem.scenario.exchanging.places_per_status_holder
    return int(exchange.places / rate) if exchange.status_holders and rate else 0


def _conditions(problem: Problem, exchange: Exchange) -> tuple[Condition, ...]:
    """What an exchange hangs on, as far as the offers tell whether it is met."""
    showing = exchange.showing
    if showing is None:
        open_ = Condition(text=exchange.condition, met=None)
        return (open_,) if exchange.condition else ()
    name = problem.territory.name(showing.municipality)
    text = f"{name} shows {showing.places} places of its own, operational on {showing.on}"
    shown = _shown(problem, showing)
    return (
        Condition(
            text=exchange.condition or text,
            met=_met(showing, shown),
            municipality=showing.municipality,
            places=showing.places,
            on=showing.on,
            shown=shown,
            promised=showing.promised,
            promised_on=showing.promised_on,
        ),
    )


def _shown(problem: Problem, showing: Showing) -> int | None:
    """The places that somebody's own offers show on a day; None where its offers are not known.

    That is who lies outside, and everybody in a province that is taken at its report or whose
    report is not known.
    """
    if showing.municipality not in problem.codes:
        return None
    without_offers = {*problem.unreported, *(report.area for report in problem.reports)}
    if problem.territory.municipalities[showing.municipality].province in without_offers:
        return None
    statuses = problem.scenario.counting.statuses
    return sum(
        offer.places
        for offer in problem.offers
        if offer.municipality == showing.municipality
        and offer.status in statuses
        and offer.window.covers(showing.on, showing.on)
    )


def _met(showing: Showing, shown: int | None) -> bool | None:
    """Whether enough is shown; None where what is short was promised, or nothing is known."""
    if shown is None:
        return None
    if shown >= showing.places:
        return True
    in_time = showing.promised_on is None or showing.promised_on <= showing.on
    return None if in_time and shown + showing.promised >= showing.places else False


def credit(
    problem: Problem, counted: Mapping[str, Places], exchanges: Sequence[ExchangeResult]
) -> dict[str, Places]:
    """Move the places of every exchange that counts from giver to taker.

    A giver outside the scenario's provinces is not followed here.

    Raises:
        InputError: if a giver would give away more than it counts.
    """
    credited, own, faults = dict(counted), dict(counted), Faults()
    given = [one for one in exchanges if one.counts and one.giver in credited]
    for exchange in given:
        # Only of its own: what it takes by other exchanges it does not lend on.
        has = own[exchange.giver]
        if has.of(exchange.kind) < exchange.places:
            counts = f"counts {has.of(exchange.kind)} of its own"
            does = f"gives {exchange.places} {exchange.kind} places and {counts}"
            _add_over_lending(problem, exchange, does, faults)
            continue
        moved = Places.in_kind(exchange.kind, exchange.places)
        own[exchange.giver] = has - moved
        credited[exchange.giver] = credited[exchange.giver] - moved
    faults.raise_if_any()
    for exchange in exchanges:
        if exchange.counts and exchange.taker in credited:
            moved = Places.in_kind(exchange.kind, exchange.places)
            credited[exchange.taker] = credited[exchange.taker] + moved
    return credited


def books(
    problem: Problem, counted: Mapping[str, Places], exchanges: Sequence[ExchangeResult]
) -> tuple[StatusHolders, ...]:
    """The status holders and the places of everybody who exchanges the one against the other.

    The places stand with the giver and count with the taker, who houses the status holders.

    Args:
        problem: the settings and data.
        counted: what each municipality counts with all exchanges that count.
        exchanges: of the scenario.

    Raises:
        InputError: if more status holders leave a municipality than the scenario says it has.
    """
    against = [one for one in exchanges if one.counts and one.status_holders]
    stated = problem.scenario.exchanging.status_holders
    found, faults = [], Faults()
    for code in sorted({code for one in against for code in (one.giver, one.taker)} & {*counted}):
        change, before_places = 0, counted[code]
        for one in against:
            sign = (one.taker == code) - (one.giver == code)
            change += sign * one.status_holders
            moved = Places.in_kind(one.kind, one.places)
            if sign:
                before_places = before_places - moved if sign > 0 else before_places + moved
        gives = [one for one in against if one.giver == code]
        given = sum(one.status_holders for one in gives)
        if stated and given > stated.get(code, 0):
            does = f"gives {given} status holders and has {stated.get(code, 0)}"
            _add_over_lending(problem, gives[0], does, faults)
            continue
        found.append(
            StatusHolders(
                code=code,
                name=problem.territory.name(code),
                before=stated.get(code, 0) if stated else None,
                change=change,
                after=stated.get(code, 0) + change if stated else None,
                places_before=before_places,
                places_after=counted[code],
            )
        )
    faults.raise_if_any()
    return tuple(found)


def _not_of_pledges(problem: Problem, giver: str) -> str:
    """Why a candidate of a pledge has less to lend than a run says that it counts."""
    pledges = [one.name for one in problem.scenario.pooled_offers if giver in one.candidates]
    if not pledges:
        return ""
    return f"Its part of {' and '.join(pledges)} is an estimate: nobody can lend that"


def _add_over_lending(
    problem: Problem, exchange: ExchangeResult, does: str, faults: Faults
) -> None:
    giver, named = problem.territory.name(exchange.giver), problem.scenario.exchanges
    faults.add(
        "over-lending",
        problem.line(f"exchanges.{named.index(exchange.id)}"),
        f"{exchange.id}: {giver} {does}",
        f"Enter what {giver} has, or leave the exchange out.",
        _not_of_pledges(problem, exchange.giver),
    )
