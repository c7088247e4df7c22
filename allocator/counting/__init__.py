# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Counting: which offers count, what exchanges credit, how pooled offers are split."""

from __future__ import annotations

from allocator.counting.exchanges import books, credit, weigh_exchanges
from allocator.counting.falling_away import Before, with_consequences
from allocator.counting.pooled import weigh_pooled
from allocator.counting.rules import (
    Site,
    plan_is_not_realised,
    site_is_too_small,
    site_of,
    status_is_not_accepted,
    window_is_too_short,
    window_is_too_small,
)
from models.counted import Counted
from models.offer import Offer
from models.places import Places, total_of
from models.problem import Notice, Problem
from models.result import Condition, ExchangeResult, OfferResult, PooledResult, UnlocatedResult
from models.share import Shares

__all__ = ["count", "fallen_through"]


def count(problem: Problem, shares: Shares) -> Counted:
    """What counts of everything that is offered.

    In this order: the offers of municipalities, the exchanges, and the pledges of regions, which
    are split over what their candidates still lack then.

    Raises:
        InputError: if an exchange gives away more than the giver counts.
    """
    offers = _weigh_offers(problem)
    exchanges = weigh_exchanges(problem)
    located = _located(problem, offers, exchanges)
    weighed = weigh_pooled(problem, shares.places, located)
    pledges = tuple(pledge.result for pledge in weighed)
    pooled = dict.fromkeys(problem.codes, Places())
    for pledge in weighed:
        for code, places in pledge.holds.items():
            pooled[code] = pooled[code] + places
    divided = [part for pledge in weighed for part in pledge.divided]
    counted = {code: located[code] + pooled[code] for code in problem.codes}
    before = Before(located, pooled, weighed)
    exchanges, again = with_consequences(problem, shares, before, exchanges)
    divided += again
    return Counted(
        places=counted,
        pooled=pooled,
        offers=offers,
        pooled_offers=pledges,
        exchanges=exchanges,
        status_holders=books(problem, counted, exchanges),
        unlocated=_unlocated(problem),
        divisions=tuple(part.division for part in divided),
        ties=tuple(tie for part in divided for tie in part.ties),
        warnings=tuple(_warnings(pledges, exchanges)),
    )


def fallen_through(problem: Problem, shares: Shares) -> dict[str, Places]:
    """Per pledge, the places of plans that the scenario has fall through, if there are any.

    Also where the window of the pledge keeps it from counting: a timeline, which looks at windows
    day by day, needs to know.

    Raises:
        InputError: as `count`.
    """
    if not any(pooled.fallen_through for pooled in problem.scenario.pooled_offers):
        return {}
    located = _located(problem, _weigh_offers(problem), weigh_exchanges(problem))
    return {
        pledge.result.name: total_of(pledge.fallen.values())
        for pledge in weigh_pooled(problem, shares.places, located)
    }


def _located(
    problem: Problem, offers: tuple[OfferResult, ...], exchanges: tuple[ExchangeResult, ...]
) -> dict[str, Places]:
    """What each municipality counts by its offers and exchanges, before pledges."""
    located = dict.fromkeys(problem.codes, Places())
    for offer in offers:
        if offer.counts:
            places = Places.in_kind(offer.kind, offer.places)
            located[offer.municipality] = located[offer.municipality] + places
    return credit(problem, located, exchanges)


def _weigh_offers(problem: Problem) -> tuple[OfferResult, ...]:
    """Every offer with the first reason against it; the size of a site is tested last."""
    rule = problem.scenario.counting
    against = {
        offer.row: plan_is_not_realised(offer)
        or status_is_not_accepted(offer.status, rule)
        or window_is_too_small(offer.window, rule)
        or window_is_too_short(offer.window, rule)
        for offer in problem.offers
    }
    sizes: dict[Site, int] = {}
    for offer in problem.offers:
        if against[offer.row] is None:
            sizes[site_of(offer)] = sizes.get(site_of(offer), 0) + offer.places
    return tuple(
        _offer_result(offer, against[offer.row] or site_is_too_small(offer, rule, sizes))
        for offer in problem.offers
    )


def _offer_result(offer: Offer, against: str | None) -> OfferResult:
    return OfferResult.model_validate(
        {
            "municipality": offer.municipality,
            "site": offer.site,
            "kind": offer.kind,
            "places": offer.places,
            "from": offer.window.from_,
            "until": offer.window.until,
            "status": offer.status,
            "counts": against is None,
            "reason": against or f"{offer.status}; available from {offer.window}{_change(offer)}",
            "row": offer.row,
            "change": offer.change,
        }
    )


def _change(offer: Offer) -> str:
    """What the file says, where the scenario says otherwise."""
    if offer.change is None:
        return ""
    return f"; by {offer.change.row}, the file has {offer.change.places} {offer.change.status}"


def _unlocated(problem: Problem) -> tuple[UnlocatedResult, ...]:
    """What the scenario states, and what provinces reported."""
    by_region = problem.scenario.distribution.by == "region"
    stated = (
        UnlocatedResult(
            area=offer.region if by_region and offer.region else offer.province,
            places=offer.places,
            note=offer.note,
            row=problem.row(f"unlocated_offers.{index}"),
        )
        for index, offer in enumerate(problem.scenario.unlocated_offers)
    )
    reported = (
        UnlocatedResult(
            area=report.area,
            places=report.places,
            note=f"{report.figure} in the provincial report",
            row=report.row,
        )
        for report in problem.reports
    )
    return (*stated, *reported)


def _warnings(
    pledges: tuple[PooledResult, ...], exchanges: tuple[ExchangeResult, ...]
) -> list[Notice]:
    said = [
        Notice(
            code="pooled-offer-split",
            message=f"{pledge.name}: {pledge.places.total:,} places of which {pledge.places.amv:,} "
            "amv are split over the candidates pro rata to what they lack of their share: an "
            "estimate, the real split is not published",
        )
        for pledge in pledges
        if pledge.counts
    ]
    said += [
        Notice(
            code="plan-falls-through",
            message=f"{pledge.name}: the scenario has the plan of {one.name} fall through; its "
            f"part of the split, {one.places.total:,} places of which {one.places.amv:,} amv, does "
            "not count, and the other candidates keep theirs",
        )
        for pledge in pledges
        for one in pledge.fallen_through
        if pledge.counts
    ]
    said += [
        Notice(
            code="condition-open" if condition.met is None else "condition-not-met",
            message=_condition(exchange, condition),
        )
        for exchange in exchanges
        for condition in exchange.conditions
        if exchange.counts and not condition.met
    ]
    said += [
        Notice(
            code="giver-outside",
            message=f"{exchange.id}: {exchange.giver_name} lies outside the scenario: what it has "
            f"is not known, and that it can give {exchange.places:,} {exchange.kind} "
            f"place{'s' * (exchange.places != 1)} is not checked",
        )
        for exchange in exchanges
        if exchange.counts and exchange.giver_without is None
    ]
    said += [
        Notice(
            code="exchange-does-not-count",
            message=f"{exchange.id} does not count: {exchange.reason}",
        )
        for exchange in exchanges
        if not exchange.counts
    ]
    return said


def _condition(exchange: ExchangeResult, condition: Condition) -> str:
    """A condition that is not shown to be met, and what happens if the exchange falls away."""
    shown = f" ({_shortfall(condition)})" if condition.shown is not None else ""
    state = "is open" if condition.met is None else "is not met, and it counts all the same"
    said = f"{exchange.id}: counted on the condition that {condition.text}{shown}; that {state}"
    if exchange.taker_without is not None:
        said += (
            f"; without it {exchange.taker_name} counts {exchange.taker_without.total:,} places, "
            f"and the {exchange.places:,} count with {exchange.giver_name} again"
        )
    return said


def _shortfall(condition: Condition) -> str:
    """`74 of 108 are shown, 34 promised for 2025-10-01`."""
    said = f"{condition.shown:,} of {condition.places:,} are shown"
    if condition.promised:
        day = f" for {condition.promised_on}" if condition.promised_on else ""
        said += f", {condition.promised:,} promised{day}"
    return said
