# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contracts: everything of a problem that has a window, and what has none."""

from __future__ import annotations

from collections.abc import Iterator

from models.exchange import Exchange
from models.offer import Offer, PooledOffer, Status, Window
from models.places import KINDS
from models.problem import Problem
from models.timeline import Contract, WindowUnknown


def contracts_of(problem: Problem) -> tuple[Contract, ...]:
    """Every offer, exchange and pledge with a window, in the order of their rows.

    What counts is decided by the status alone. The days, months and sites that `counting` asks for
    do not filter here: time itself does.
    """
    found = [_of_offer(problem, offer) for offer in problem.offers]
    found += [_of_exchange(problem, exchange) for exchange in problem.exchanges]
    for index, pledge in enumerate(problem.scenario.pooled_offers):
        if pledge.available is not None:
            row = problem.row(f"pooled_offers.{index}")
            found += _of_pledge(problem, pledge, pledge.available, row)
    return tuple(found)


def windows_unknown(problem: Problem) -> tuple[WindowUnknown, ...]:
    """Pledges without a window whose status counts, and places known only for a province."""
    return (*_pledges_without_window(problem), *_unlocated(problem))


def _accepted(problem: Problem, status: Status) -> bool:
    return status in problem.scenario.counting.statuses


def _of_offer(problem: Problem, offer: Offer) -> Contract:
    return Contract.model_validate(
        {
            "source": "offer",
            "name": offer.site,
            "area": offer.municipality,
            "area_name": problem.territory.name(offer.municipality),
            "kind": offer.kind,
            "places": offer.places,
            "from": offer.window.from_,
            "until": offer.window.until,
            "status": offer.status,
            "extendable": True,
            "counts": _accepted(problem, offer.status),
            "row": offer.row,
        }
    )


def _of_exchange(problem: Problem, exchange: Exchange) -> Contract:
    return Contract.model_validate(
        {
            "source": "exchange",
            "name": exchange.id,
            "area": exchange.taker,
            "area_name": problem.territory.name(exchange.taker),
            "giver": exchange.giver,
            "giver_name": problem.territory.name(exchange.giver),
            "kind": exchange.kind,
            "places": exchange.places,
            "from": exchange.window.from_,
            "until": exchange.window.until,
            "status": None,
            "extendable": exchange.extendable,
            "counts": True,
            "row": exchange.row,
        }
    )


def _of_pledge(
    problem: Problem, pledge: PooledOffer, window: Window, row: str
) -> Iterator[Contract]:
    for kind in KINDS:
        if pledge.places.of(kind):
            yield Contract.model_validate(
                {
                    "source": "pledge",
                    "name": pledge.name,
                    "area": pledge.region,
                    "area_name": problem.territory.name(pledge.region),
                    "kind": kind,
                    "places": pledge.places.of(kind),
                    "from": window.from_,
                    "until": window.until,
                    "status": pledge.status,
                    "extendable": True,
                    "counts": _accepted(problem, pledge.status),
                    "row": row,
                }
            )


def _pledges_without_window(problem: Problem) -> Iterator[WindowUnknown]:
    province = {one.region: one.province for one in problem.municipalities}
    for index, pledge in enumerate(problem.scenario.pooled_offers):
        unknown = pledge.available is None and pledge.places
        if unknown and _accepted(problem, pledge.status):
            yield WindowUnknown(
                name=pledge.name,
                area=pledge.region,
                area_name=problem.territory.name(pledge.region),
                province=province[pledge.region],
                places=pledge.places,
                status=pledge.status,
                row=problem.row(f"pooled_offers.{index}"),
            )


def _unlocated(problem: Problem) -> Iterator[WindowUnknown]:
    for index, offer in enumerate(problem.scenario.unlocated_offers):
        area = offer.region or offer.province
        yield WindowUnknown(
            name=offer.note or "unlocated",
            area=area,
            area_name=problem.territory.name(area),
            province=offer.province,
            places=offer.places,
            status=None,
            row=problem.row(f"unlocated_offers.{index}"),
        )
