# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Offers as a scenario changes them: each plan realised or not, larger, smaller, or of a status."""

from __future__ import annotations

from collections.abc import Sequence

from allocator.loading.document import Keys
from allocator.loading.scenario_file import ScenarioFile
from models.fault import Faults
from models.offer import Changed, Offer, OfferChange
from models.problem import Notice
from models.scenario import Scenario
from models.territory import Territory


def changed_offers(
    file: ScenarioFile,
    scenario: Scenario,
    territory: Territory,
    offers: Sequence[Offer],
    faults: Faults,
) -> tuple[Offer, ...]:
    """The offers, with what the scenario changes of them.

    Args:
        file: tells where lines stand.
        scenario: with codes for names.
        territory: names of municipalities.
        offers: as their file has them.
        faults: told of changes to what is not there, to another offer, and of a second change.
    """
    numbers = {int(offer.row.rpartition(":")[2]): at for at, offer in enumerate(offers)}
    found, seen = list(offers), dict[int, Keys]()
    for index, change in enumerate(scenario.offer_changes):
        path: Keys = ("offer_changes", index)
        where, line = file.place(*path, "line"), change.line
        if line in seen:
            what = f"line {line} is changed already ({file.place(*seen[line], 'line')})"
            faults.add("changed-twice", where, what, "Write all that changes in one of the two.")
        elif line not in numbers:
            faults.add("no-such-line", where, *_no_such_line(file, sorted(numbers), line))
        elif change.municipality:
            offer = offers[numbers[line]]
            if offer.municipality != change.municipality:
                faults.add(
                    "other-municipality",
                    file.place(*path, "municipality"),
                    f"line {line} is an offer of {territory.name(offer.municipality)}, not of "
                    f"{territory.name(change.municipality)} ({offer.row})",
                    "Correct the line or the municipality: the lines of the file may have moved.",
                )
            found[numbers[line]] = _changed(offer, change, file.place(*path).quoted)
        seen.setdefault(line, path)
    return tuple(found)


def _no_such_line(file: ScenarioFile, lines: Sequence[int], line: int) -> tuple[str, str]:
    """What is wrong and what to do, where a line holds no offer."""
    if not lines:
        return "the scenario has no offers to change", "Name their file in `offers`."
    name = file.scenario.offers
    what = f"line {line} of {name} holds no offer: they are in lines {lines[0]} to {lines[-1]}"
    return what, "Take the line of an offer as an editor or a spreadsheet numbers it."


def _changed(offer: Offer, change: OfferChange, row: str) -> Offer:
    places = offer.places if change.places is None else change.places
    written = Changed(row=row, realised=change.realised, places=offer.places, status=offer.status)
    return offer.model_copy(
        update={
            "places": places if change.realised else 0,
            "status": change.status or offer.status,
            "change": written,
        }
    )


def notices_of_changes(offers: Sequence[Offer], territory: Territory) -> list[Notice]:
    """Every offer that counts otherwise than its file says, for whoever compares the two."""
    return [
        Notice(
            code="offer-changed",
            message=f"{territory.name(offer.municipality)}, {change.places} {offer.kind} places, "
            f"{change.status} ({offer.row}): {_turned_out(offer, change)}, by {change.row}",
        )
        for offer in offers
        if (change := offer.change)
    ]


def _turned_out(offer: Offer, change: Changed) -> str:
    if not change.realised:
        return "taken as not realised"
    if (offer.places, offer.status) == (change.places, change.status):
        return "taken as it is in the file"
    return f"taken as {offer.places} places, {offer.status}"
