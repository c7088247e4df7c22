# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for figures."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "Number: {number}.": "Getal: {number}.",
    "realises places of others": "realiseert plaatsen van anderen",
    "regular places, to who realises them": "reguliere plaatsen, naar wie ze realiseert",
    "amv places, to who realises them": "amv-plaatsen, naar wie ze realiseert",
    "amv places (a), to who realises them": "amv-plaatsen (a), naar wie ze realiseert",
    "{member} to {host}: {places} regular": "{member} naar {host}: {places} regulier",
    "{member} to {host}: {places} amv": "{member} naar {host}: {places} amv",
    "{places} amv": "{places} amv",
    "Names without room stand in the table.": "Namen zonder ruimte staan in de tabel.",
    "counts": "telt mee",
    "rest": "rest",
    "share by the key": "aandeel volgens de sleutel",
    "realised there": "daar gerealiseerd",
    "At the end: counts + rest = decision.": "Rechts: telt mee + rest = besluit.",
    "In brackets: difference from {first}.": "Tussen haakjes: verschil met {first}.",
    "none known": "niet bekend",
    "an answer that no other betters": "geen andere uitkomst is beter",
    "another is at least as good in both": "een andere is in beide minstens zo goed",
    "the knee: furthest from the chord": "de knik: het verst van de koorde",
    "chord between the ends": "koorde tussen de uiteinden",
    "lowest to highest": "laagste tot hoogste",
    "5 to 95 % of the chances": "5 tot 95 % van de kansen",
    "middle (median)": "midden (mediaan)",
    "Numbers: 5 % – middle – 95 %.": "Getallen: 5 % – midden – 95 %.",
    "robust": "robuust",
    "{counted} + unknown": "{counted} + onbekend",
}
