# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Counting: which offers count, what exchanges credit, how pooled offers are split."""

from __future__ import annotations

from collections.abc import Sequence

from allocator.counting.exchanges import books, credit, ends_sooner, weigh_exchanges
from allocator.counting.falling_away import Before, with_consequences
from allocator.counting.notices import notices
from allocator.counting.offers import too_few_together, weigh_offers, without_phases
from allocator.counting.plans import lost_by, moved
from allocator.counting.pooled import weigh_pooled
from models.counted import Counted, LostPlans
from models.places import Places
from models.problem import Problem
from models.result import ExchangeResult, OfferResult, UnlocatedResult
from models.share import Shares

__all__ = ["count", "ends_sooner", "lost_plans", "weigh_exchanges"]


def count(problem: Problem, shares: Shares) -> Counted:
    """What counts of everything that is offered.

    In this order: the offers of municipalities, the exchanges, and the pledges of regions, which
    are split over what their candidates still lack then.

    Raises:
        InputError: if an exchange gives away more than the giver counts.
    """
    offers = weigh_offers(problem)
    exchanges = weigh_exchanges(problem)
    located = credit(problem, _own(problem, offers), exchanges)
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
        status_holders=books(problem, counted, exchanges, "status_holders"),
        ukrainians=books(problem, counted, exchanges, "ukrainians"),
        unlocated=_unlocated(problem),
        divisions=tuple(part.division for part in divided),
        ties=tuple(tie for part in divided for tie in part.ties),
        warnings=(
            *too_few_together(problem, offers),
            *without_phases(problem),
            *notices(pledges, exchanges),
            *ends_sooner(problem, exchanges),
        ),
    )


def lost_plans(problem: Problem, shares: Shares, exchanges: Sequence[ExchangeResult]) -> LostPlans:
    """What pledges lose by plans that the scenario has fall through.

    Also where the window of the pledge keeps it from counting: a timeline, which looks at windows
    day by day, needs to know. It refuses nobody who gives away more than it counts, as `count`
    does: that is for the timeline to tell.

    Args:
        problem: the settings and data.
        shares: what the key gives each municipality.
        exchanges: those of the problem, weighed.
    """
    if not any(pooled.fallen_through for pooled in problem.scenario.pooled_offers):
        return LostPlans({})
    return lost_by(problem, shares.places, moved(_own(problem, weigh_offers(problem)), exchanges))


def _own(problem: Problem, offers: tuple[OfferResult, ...]) -> dict[str, Places]:
    """What each municipality counts by its own offers."""
    own = dict.fromkeys(problem.codes, Places())
    for offer in offers:
        if offer.counts:
            places = Places.in_kind(offer.kind, offer.counting)
            own[offer.municipality] = own[offer.municipality] + places
    return own


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
