# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Exchanges (uitruil): places that stand with the giver and count with the taker.

Source: letter of 20 December 2024 (exchange at the provincial table); the provincial report of
October 2024, chapter 4 (Kampen and Dronten).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from allocator.counting.lending import (
    add_over_lending,
    add_people,
    check_lending,
    short_in_time,
)
from allocator.counting.rules import window_fails
from allocator.counting.side_by_side import check_side_by_side
from allocator.counting.stays import Standing, span_of, standing_of
from models.exchange import Exchange, People, Showing
from models.fault import Faults
from models.places import Places
from models.problem import Notice, Problem
from models.result import Condition, ExchangeResult, StatusHolders


def weigh_exchanges(problem: Problem) -> tuple[ExchangeResult, ...]:
    """Every exchange of the scenario, its conditions, and whether it counts.

    It counts if its window covers what the rule asks, and where the scenario requires it, if its
    conditions are shown to be met. Where they are not, it has fallen away and binds nobody.

    Raises:
        InputError: if exchanges that did not fall away contradict one another, or give what their
            giver has at no time of theirs.
    """
    conditions = {one.id: _conditions(problem, one) for one in problem.exchanges}
    fallen = {id_ for id_, those in conditions.items() if _has_fallen_away(problem, those)}
    through = _through_time(problem, fallen)
    weighed = tuple(
        _weighed(problem, one, conditions[one.id], through.get(one.id)) for one in problem.exchanges
    )
    standing = _standing(problem, weighed)
    check_side_by_side(problem, standing)
    check_lending(problem, standing)
    return weighed


def ends_sooner(problem: Problem, exchanges: Sequence[ExchangeResult]) -> tuple[Notice, ...]:
    """Every giver whose own places end before the exchange does, or begin after it.

    Args:
        problem: the settings and data.
        exchanges: those of the problem, weighed.
    """
    return tuple(short_in_time(problem, _standing(problem, exchanges)))


def _standing(problem: Problem, weighed: Sequence[ExchangeResult]) -> list[Exchange]:
    """The exchanges that did not fall away."""
    return [
        exchange
        for exchange, found in zip(problem.exchanges, weighed, strict=True)
        if not _has_fallen_away(problem, found.conditions)
    ]


def _has_fallen_away(problem: Problem, conditions: Sequence[Condition]) -> bool:
    """Whether a condition that the scenario requires is not shown to be met."""
    required = problem.scenario.exchanging.conditions == "require"
    return required and not all(one.met for one in conditions)


def _through_time(problem: Problem, fallen: Collection[str]) -> dict[str, Standing]:
    """What of each exchange that has not fallen away counts by its window.

    Agreements between the same two that follow one another are about the same places.
    """
    together: dict[tuple[str, str, str, People | None], list[Exchange]] = {}
    for one in problem.exchanges:
        if one.id not in fallen:
            key = (one.giver, one.taker, one.kind, one.against)
            together.setdefault(key, []).append(one)
    found: dict[str, Standing] = {}
    for those in together.values():
        spans = [span_of(one.window, one.places, one.places, one.id) for one in those]
        found |= standing_of(spans, problem.scenario.counting)
    return found


def _weighed(
    problem: Problem,
    exchange: Exchange,
    conditions: tuple[Condition, ...],
    through: Standing | None,
) -> ExchangeResult:
    """An exchange as it counts; what counts of it by its window is None where it fell away."""
    rule, counted = problem.scenario.counting, through.counted if through else 0
    against = window_fails(exchange.window, rule)
    if through is None:
        against = against or (
            "it has fallen away: its condition is not shown to be met, as is required here"
        )
    elif through.beside:
        against = f"not at one time with {through.beside}, and then more places count"
    elif through.window is not None:
        against = None
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
            "counts": against is None and counted > 0,
            "reason": against or "; ".join(_reasons(exchange, through, counted)),
            "conditions": conditions,
            "row": exchange.row,
            "extendable": exchange.extendable,
            "end": _end(exchange),
            **({exchange.against: _people(problem, exchange)} if exchange.against else {}),
            "counted": counted if against is None else 0,
            "stay": through.rows if through else (),
        }
    )


def _reasons(exchange: Exchange, through: Standing | None, counted: int) -> Iterator[str]:
    """`agreed from 2024-02-01 to 2026-02-01`, and with which other agreement it is one."""
    yield f"agreed from {exchange.window}"
    if through and through.rows:
        others = " and ".join(one for one in through.rows if one != exchange.id)
        yield f"judged as one with {others}, together agreed from {through.window}"
        if not counted:
            yield f"its places count with {through.rows[0]}"
        elif counted < exchange.places:
            yield f"{counted} of {exchange.places} count, as many as are there on every day"


def _end(exchange: Exchange) -> str:
    """What happens after the last day, if there is one."""
    if exchange.window.until is None:
        return "open"
    return "extendable" if exchange.extendable else "final"


def _people(problem: Problem, exchange: Exchange) -> int:
    """How many people of the giver the taker takes in return."""
    rate = exchange.against and problem.scenario.exchanging.rate(exchange.against)
    return int(exchange.places / rate) if rate else 0


def _conditions(problem: Problem, exchange: Exchange) -> tuple[Condition, ...]:
    """What an exchange hangs on, as far as the offers tell whether it is met."""
    showing = exchange.showing
    if showing is None:
        open_ = Condition(text=exchange.condition, met=None)
        return (open_,) if exchange.condition else ()
    shown = _shown(problem, showing)
    return (
        Condition(
            text=_in_words(problem, exchange.condition, showing, shown),
            met=_met(showing, shown),
            municipality=showing.municipality,
            places=showing.places,
            on=showing.on,
            shown=shown,
            promised=showing.promised,
            promised_on=showing.promised_on,
        ),
    )


def _in_words(problem: Problem, words: str, showing: Showing, shown: int | None) -> str:
    """What is agreed, with who shows how many on which day where the words do not name them."""
    name = problem.territory.name(showing.municipality)
    told = f"{name} shows {showing.places:,} places of its own, operational on {showing.on}"
    if words:
        whole = name in words and (str(showing.places) in words or f"{showing.places:,}" in words)
        told = words if whole else f"{words} ({told})"
    return told if shown is not None else f"{told}; its offers are not known"


def _shown(problem: Problem, showing: Showing) -> int | None:
    """The places that somebody's own offers show on a day; None where its offers are not known.

    What it gives away on that day by any exchange of the scenario is not there to be shown; whether
    that exchange stands does not matter, as it may hang on this very condition. Nor does an offer
    that may be what it takes show anything: an exchange is not proven by its own places.

    That is who lies outside, and everybody in a province that is taken at its report or whose
    report is not known.
    """
    if showing.municipality not in problem.codes:
        return None
    without_offers = {*problem.unreported, *(report.area for report in problem.reports)}
    if problem.territory.municipalities[showing.municipality].province in without_offers:
        return None
    statuses = problem.scenario.counting.statuses
    offered = sum(
        offer.places
        for offer in problem.offers
        if offer.municipality == showing.municipality
        and offer.status in statuses
        and offer.window.covers(showing.on, showing.on)
        and not any(one.may_be(offer) for one in problem.exchanges)
    )
    given = sum(
        exchange.places
        for exchange in problem.exchanges
        if exchange.giver == showing.municipality and exchange.window.covers(showing.on, showing.on)
    )
    return max(0, offered - given)


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
    by_id = {one.id: one for one in problem.exchanges}
    for exchange in given:
        # Only of its own: what it takes by other exchanges it does not lend on.
        has = own[exchange.giver]
        if has.of(exchange.kind) < exchange.counting:
            counts = f"counts {has.of(exchange.kind)} of its own"
            add_over_lending(problem, [by_id[exchange.id]], counts, faults)
            continue
        moved = Places.in_kind(exchange.kind, exchange.counting)
        own[exchange.giver] = has - moved
        credited[exchange.giver] = credited[exchange.giver] - moved
    faults.raise_if_any()
    for exchange in exchanges:
        if exchange.counts and exchange.taker in credited:
            moved = Places.in_kind(exchange.kind, exchange.counting)
            credited[exchange.taker] = credited[exchange.taker] + moved
    return credited


def books(
    problem: Problem,
    counted: Mapping[str, Places],
    exchanges: Sequence[ExchangeResult],
    people: People,
) -> tuple[StatusHolders, ...]:
    """The people and the places of everybody who exchanges the one against the other.

    The places stand with the giver and count with the taker, who takes the people.

    Args:
        problem: the settings and data.
        counted: what each municipality counts with all exchanges that count.
        exchanges: of the scenario.
        people: status holders or Ukrainians.

    Raises:
        InputError: if more of them leave a municipality than the scenario says it has.
    """
    against = [one for one in exchanges if one.counts and one.people(people)]
    stated = problem.scenario.exchanging.stated(people)
    found, faults = [], Faults()
    for code in sorted({code for one in against for code in (one.giver, one.taker)} & {*counted}):
        change, before_places = 0, counted[code]
        for one in against:
            sign = (one.taker == code) - (one.giver == code)
            change += sign * one.leaving(people)
            moved = Places.in_kind(one.kind, one.counting)
            if sign:
                before_places = before_places - moved if sign > 0 else before_places + moved
        gives = [one for one in against if one.giver == code]
        given = sum(one.leaving(people) for one in gives)
        if stated and given > stated.get(code, 0):
            first = next(one for one in problem.exchanges if one.id == gives[0].id)
            add_people(problem, first, people, given, stated.get(code, 0), faults)
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
