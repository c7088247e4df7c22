# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Places that may stand in a scenario twice: as an offer, and in what it has beside its offers.

A scenario that extends another brings its own table of offers, and inherits exchanges, pledges of
regions and unlocated places, which may be of the same buildings. What is evidently the same is
refused; what may be is told with both rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from allocator.loading.scenario_file import ScenarioFile
from models.exchange import Exchange
from models.fault import Faults
from models.offer import Offer, PooledOffer
from models.problem import Notice
from models.scenario import Scenario
from models.site import Site, site_of
from models.territory import Territory


def check_exchanged(
    file: ScenarioFile,
    offers: Sequence[Offer],
    exchanges: Sequence[Exchange],
    territory: Territory,
    faults: Faults,
) -> None:
    """Refuse an offer that is an exchange to the day: of its taker, as many, in the same window.

    Args:
        file: the scenario as written.
        offers: as the scenario changes them.
        exchanges: those that the scenario names.
        territory: names.
        faults: told of it.
    """
    for offer in _accepted(file.scenario, offers):
        for exchange in exchanges:
            if exchange.may_be(offer) and offer.window == exchange.window:
                name = territory.name(offer.municipality)
                faults.add(
                    "offer-of-an-exchange",
                    file.place("exchanges", file.scenario.exchanges.index(exchange.id)),
                    f"{name} offers {offer.places} {offer.kind} places from {offer.window} "
                    f"({offer.row}), which {exchange.id} ({exchange.row}) brings it already",
                    "Take the row out of the offers, or leave the exchange out.",
                )


def doubles(
    file: ScenarioFile,
    scenario: Scenario,
    offers: Sequence[Offer],
    exchanges: Sequence[Exchange],
    territory: Territory,
) -> Iterator[Notice]:
    """Everything that may count twice, with both rows.

    Args:
        file: the scenario as written.
        scenario: the same with codes for names.
        offers: as the scenario changes them.
        exchanges: those that the scenario names.
        territory: names.
    """
    accepted = _accepted(scenario, offers)
    yield from _as_exchanged(accepted, exchanges, territory)
    for index, pledge in enumerate(scenario.pooled_offers):
        if pledge.status in scenario.counting.statuses:
            yield from _as_pledged(file, index, pledge, accepted, territory)
    yield from _as_unlocated(file, scenario, accepted, territory)
    yield from _at_one_site(accepted, territory)


def _accepted(scenario: Scenario, offers: Sequence[Offer]) -> list[Offer]:
    """The offers with places of a status that counts."""
    return [one for one in offers if one.places and one.status in scenario.counting.statuses]


def _as_exchanged(
    offers: Sequence[Offer], exchanges: Sequence[Exchange], territory: Territory
) -> Iterator[Notice]:
    for exchange in exchanges:
        for offer in offers:
            if exchange.may_be(offer):
                yield _told(
                    f"{_offered(offer, territory)} may be the places that {exchange.id} "
                    f"({exchange.row}) brings it from {territory.name(exchange.giver)}"
                )


def _as_pledged(
    file: ScenarioFile,
    index: int,
    pledge: PooledOffer,
    offers: Sequence[Offer],
    territory: Territory,
) -> Iterator[Notice]:
    """Plans of candidates; where the pledge is inherited, all that candidates offer.

    A candidate may well guarantee places beside what it plans, as Zwolle does in the report.
    """
    inherited = _is_inherited(file, "pooled_offers", index)
    same = [
        one
        for one in offers
        if one.municipality in pledge.candidates
        and pledge.places.of(one.kind)
        and (inherited or one.status != "guaranteed")
    ]
    if same:
        where = file.place("pooled_offers", index).quoted
        yield _told(
            f"{'; '.join(_offered(one, territory) for one in same)} may be among the "
            f"{pledge.places.total:,} places that {pledge.name} ({where}) pledges"
        )


def _as_unlocated(
    file: ScenarioFile, scenario: Scenario, offers: Sequence[Offer], territory: Territory
) -> Iterator[Notice]:
    """Places without a municipality beside offers that were not written for them, or as many."""
    for index, unlocated in enumerate(scenario.unlocated_offers):
        inherited = _is_inherited(file, "unlocated_offers", index)
        area = unlocated.region or unlocated.province
        same = [
            one
            for one in offers
            if area
            in (
                territory.municipalities[one.municipality].province,
                territory.municipalities[one.municipality].region,
            )
            and unlocated.places.of(one.kind)
            and (inherited or one.places == unlocated.places.of(one.kind))
        ]
        if same:
            where = file.place("unlocated_offers", index).quoted
            said = _offered(same[0], territory)
            if len(same) > 1:
                said = f"{len(same):,} offers of {len({one.municipality for one in same}):,} "
                said += f"municipalities ({scenario.offers})"
            yield _told(
                f"{said} may be among the {unlocated.places.total:,} places without a municipality "
                f"in {territory.name(area)} ({where})"
            )


def _is_inherited(file: ScenarioFile, path: str, index: int) -> bool:
    """Whether a line stands in another file than the one that names the table of offers."""
    return file.place("offers").file != file.place(path, index).file


def _at_one_site(offers: Sequence[Offer], territory: Territory) -> Iterator[Notice]:
    """Rows of one site that share a day and may be the same places there.

    They are of two statuses, as many in both, or one begins on the last day of the other.
    """
    sites: dict[tuple[Site, str], list[Offer]] = {}
    for one in offers:
        site = site_of(one.municipality, one.site, one.row)
        sites.setdefault((site, one.kind), []).append(one)
    for rows in sites.values():
        for one, other in combinations(rows, 2):
            first = max(one.window.from_ or date.min, other.window.from_ or date.min)
            last = min(one.window.until or date.max, other.window.until or date.max)
            alike = one.status != other.status or one.places == other.places or first == last
            if first <= last and alike:
                since = "the start" if first == date.min else first
                until = "no end date" if last == date.max else last
                yield _told(
                    f"{_offered(one, territory)} and {_offered(other, territory)} are of one site "
                    f"and both are there from {since} to {until}, maybe as the same places"
                )


def _offered(offer: Offer, territory: Territory) -> str:
    """`200 regular places of Kampen, guaranteed (offers.csv:2)`."""
    places = f"{offer.places:,} {offer.kind} place{'s' * (offer.places != 1)}"
    return f"{places} of {territory.name(offer.municipality)}, {offer.status} ({offer.row})"


def _told(what: str) -> Notice:
    message = f"{what}: if they are, take one of the two out, or they count twice"
    return Notice(code="may-count-twice", message=message)
