# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for the grant of art. 9, third paragraph."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "Grant": "Specifieke uitkering",
    "There is a grant for each place with which 75 % of the number of {name} is exceeded; place "
    "number {number} is the first.": (
        "Er is een uitkering voor iedere opvangplaats waarmee 75% van het aantal van {name} wordt "
        "overschreden; plaats nummer {number} is de eerste."
    ),
    "{number} places are taken as provided in {name}, of which {number_paid} had a grant already: "
    "there is one for {number_above}.": (
        "In {name} worden {number} plaatsen als geboden gerekend, waarvan er voor {number_paid} al "
        "een uitkering is verstrekt: er is een uitkering voor {number_above}."
    ),
    "{name} has not met its task by these places, so it gets no grant.": (
        "{name} heeft met deze plaatsen niet aan de opgave voldaan en krijgt daarom geen uitkering."
    ),
    "{name} provides no place, so it gets no grant.": (
        "{name} biedt geen opvangplaats en krijgt daarom geen uitkering."
    ),
    "{name} has met its task and gets its part pro rata of the places that it provides, {number} of "
    "{number_all}: a grant for {number_places}.": (
        "{name} heeft aan de opgave voldaan en deelt mee naar rato van het aantal geboden plaatsen, "
        "{number} van {number_all}: een uitkering voor {number_places}."
    ),
    "In euros, to the cent: {number}.": "In euro’s, op de cent: {number}.",
}
