# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contracts: everything of a problem that has a window, and what has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from models.contract import Contract, WindowUnknown
from models.exchange import Exchange
from models.offer import Offer, PooledOffer, Status, Window
from models.places import KINDS, Places
from models.problem import Problem
from models.result import ExchangeResult


def contracts_of(
    problem: Problem,
    exchanges: Sequence[ExchangeResult],
    fallen: Mapping[str, Places],
) -> tuple[Contract, ...]:
    """Every offer, exchange and pledge with a window, in the order of their rows.

    What counts is decided by the status, and of exchanges by their conditions, where the scenario
    requires those. The days, months and sites that `counting` asks for do not filter here: time
    itself does.

    Args:
        problem: the offers, exchanges and pledges.
        exchanges: the same exchanges as counting weighs them, for their conditions.
        fallen: per pledge, the places of plans that fall through.
    """
    found = [
        _of_offer(problem, offer)
        for offer in problem.offers
        if offer.change is None or offer.change.realised
    ]
    found += [
        _of_exchange(problem, exchange, weighed)
        for exchange, weighed in zip(problem.exchanges, exchanges, strict=True)
    ]
    for index, pledge in enumerate(problem.scenario.pooled_offers):
        if pledge.available is not None:
            row = problem.row(f"pooled_offers.{index}")
            lost = fallen.get(pledge.name, Places())
            found += _of_pledge(problem, pledge, pledge.available, lost, row)
    return tuple(found)


def windows_unknown(problem: Problem, fallen: Mapping[str, Places]) -> tuple[WindowUnknown, ...]:
    """Pledges without a window whose status counts, and places known only for a province."""
    return (*_pledges_without_window(problem, fallen), *_unlocated(problem), *_reported(problem))


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
            "phase": offer.phase,
        }
    )


def _of_exchange(problem: Problem, exchange: Exchange, weighed: ExchangeResult) -> Contract:
    required = problem.scenario.exchanging.conditions == "require"
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
            "counts": not required or all(one.met for one in weighed.conditions),
            "conditions": weighed.conditions,
            "row": exchange.row,
            "against": exchange.against,
        }
    )


def _of_pledge(
    problem: Problem, pledge: PooledOffer, window: Window, lost: Places, row: str
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
                    "places": pledge.places.of(kind) - lost.of(kind),
                    "fallen_through": lost.of(kind),
                    "from": window.from_,
                    "until": window.until,
                    "status": pledge.status,
                    "extendable": True,
                    "counts": _accepted(problem, pledge.status),
                    "row": row,
                }
            )


def _pledges_without_window(
    problem: Problem, fallen: Mapping[str, Places]
) -> Iterator[WindowUnknown]:
    province = {one.region: one.province for one in problem.municipalities}
    for index, pledge in enumerate(problem.scenario.pooled_offers):
        lost = fallen.get(pledge.name, Places())
        unknown = pledge.available is None and pledge.places
        if unknown and _accepted(problem, pledge.status):
            yield WindowUnknown(
                source="pledge",
                name=pledge.name,
                area=pledge.region,
                area_name=problem.territory.name(pledge.region),
                province=province[pledge.region],
                places=pledge.places - lost,
                fallen_through=lost,
                status=pledge.status,
                row=problem.row(f"pooled_offers.{index}"),
            )


def _reported(problem: Problem) -> Iterator[WindowUnknown]:
    """What provinces reported as a whole: from when until when is not told."""
    for report in problem.reports:
        name = problem.territory.name(report.area)
        yield WindowUnknown(
            source="report",
            name=f"report of {name}, {report.figure}",
            area=report.area,
            area_name=name,
            province=report.area,
            places=report.places,
            status=None,
            row=report.row,
        )


def _unlocated(problem: Problem) -> Iterator[WindowUnknown]:
    for index, offer in enumerate(problem.scenario.unlocated_offers):
        area = offer.region or offer.province
        yield WindowUnknown(
            source="unlocated",
            name=offer.note or "unlocated",
            area=area,
            area_name=problem.territory.name(area),
            province=offer.province,
            places=offer.places,
            status=None,
            row=problem.row(f"unlocated_offers.{index}"),
        )
