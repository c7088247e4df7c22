# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for when a task binds, and by when places have to be there."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "When": "Wanneer",
    "Redivision": "Herindeling",
    "The task binds from {date} to {date_until}, as the scenario says.": (
        "De opgave geldt van {date} tot en met {date_until}, zoals het scenario bepaalt."
    ),
    "The task binds from {date} to {date_until}.": (
        "De opgave geldt van {date} tot en met {date_until}."
    ),
    "The task binds from {date} to {date_until} by the reading of the provincial report of October "
    "2024.": (
        "De opgave geldt van {date} tot en met {date_until}, zoals het provinciaal verslag van "
        "oktober 2024 de periode leest."
    ),
    "The decision is of {date}.": "Het verdeelbesluit is van {date}.",
    "The decision is not known; {date} is the last day for it.": (
        "Het verdeelbesluit is niet bekend; {date} is de laatste dag waarop het kan worden genomen."
    ),
    "{name} has a longer term: its places have to be there on {date} ({own}).": (
        "{name} heeft een langere termijn: de plaatsen moeten er uiterlijk op {date} zijn ({own})."
    ),
    "The places of {name} have to be there on {date}.": (
        "De plaatsen van {name} moeten er uiterlijk op {date} zijn."
    ),
    "From {date} {name} has {names} with it: rights and obligations pass over on that day, and "
    "nothing is divided or rounded again.": (
        "Vanaf {date} omvat {name} ook {names}: rechten en verplichtingen gaan op die dag over, en "
        "er wordt niets opnieuw verdeeld of afgerond."
    ),
    "Its share from then on, regular places, in the order {names}.": (
        "De indicatieve verdeling vanaf dan, reguliere plaatsen, in de volgorde {names}."
    ),
    "Its share from then on, amv places, in the order {names}.": (
        "De indicatieve verdeling vanaf dan, amv-plaatsen, in de volgorde {names}."
    ),
    "Its places that count from then on, regular places, in the order {names}.": (
        "Wat vanaf dan meetelt, reguliere plaatsen, in de volgorde {names}."
    ),
    "Its places that count from then on, amv places, in the order {names}.": (
        "Wat vanaf dan meetelt, amv-plaatsen, in de volgorde {names}."
    ),
    "Its decision from then on, regular places, in the order {names}.": (
        "De voorgestelde opgave vanaf dan, reguliere plaatsen, in de volgorde {names}."
    ),
    "Its decision from then on, amv places, in the order {names}.": (
        "De voorgestelde opgave vanaf dan, amv-plaatsen, in de volgorde {names}."
    ),
}
