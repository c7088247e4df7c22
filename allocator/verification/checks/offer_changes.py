# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the changes of offers: those that the scenario asks, and no others."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts


@check
def change_offers(facts: Facts) -> Iterator[Finding]:
    """What a scenario changes of offers is made of those offers, and of no other."""
    settings, record = facts.settings, facts.result.scenario
    asked = {f"{settings.offers}:{one.line}": one for one in settings.offer_changes}
    if settings.offer_changes:
        once = len(asked) == len(settings.offer_changes)
        yield Finding("change_offers", once, "an offer is changed twice")
    made = {offer.row: offer for offer in facts.result.offers if offer.change is not None}
    if asked or made:
        yield same("change_offers", sorted(made), sorted(asked), "the offers that are changed")
    for index, one in enumerate(settings.offer_changes):
        row = f"{settings.offers}:{one.line}"
        offer, name = made.get(row), f"change_offers[{row}]"
        if offer is None or offer.change is None:
            continue
        change = offer.change
        places = change.places if one.places is None else one.places
        yield same(name, offer.municipality, one.municipality, "whose offer it is")
        yield same(name, change.realised, one.realised, "whether it is realised")
        yield same(name, offer.places, places if one.realised else 0, "its places")
        yield same(name, offer.status, one.status or change.status, "its status")
        yield same(name, change.row, record.line(f"offer_changes.{index}"), "what changes it")
