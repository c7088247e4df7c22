# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - a text as a reader has it

"""The explanation of Borne in the scenario overijssel-2024, in Dutch, as a lawyer reads it."""

from __future__ import annotations

BORNE_IN_DUTCH = """
# Gewicht
De verdeelsleutel ‘gepubliceerde aantallen’ bevat geen getal voor Borne. Het scenario vult dit aan met de verdeelsleutel ‘wettelijk’ binnen Twente: een schatting.
Cijfers van Borne: inwoners op 1 januari 2023 24.524, SES-WOA-score 0,138.
Gewicht volgens de verdeelsleutel ‘wettelijk’.
24.524 x (1 + 0,138) = 27.908,312
De bekende gepubliceerde aantallen van Twente: Almelo 323, Enschede 638, Hengelo 415, Tubbergen 137, Wierden 157, Hof van Twente 209, Rijssen-Holten 230, Dinkelland 172.
323 + 638 + 415 + 137 + 157 + 209 + 230 + 172 = 2.281
Twente heeft 3.275 gepubliceerde plaatsen, waarvan deze gemeenten er 2.281 hebben.
3.275 - 2.281 = 994
De 994 resterende plaatsen gaan naar de gemeenten waarvan het aantal niet bekend is (Borne, Haaksbergen, Hellendoorn, Losser, Oldenzaal, Twenterand), naar dat gewicht. Gewicht van Borne: 149 plaatsen.
27.908,312 / 187,1 ≈ 149,163, rekenkundig afgerond: 149
De deler is voor allen gelijk en zo gekozen dat de plaatsen optellen tot 994. Elke deler van 187,083312 tot en met 187,137226 geeft dezelfde uitkomst.
# Aandeel
Twente moet 3.275 plaatsen mogelijk maken, verdeeld naar gewicht. Aandeel van Borne: 149 plaatsen.
149 / 1 = 149, rekenkundig afgerond: 149
De deler is voor allen gelijk en zo gekozen dat de plaatsen optellen tot 3.275. Elke deler van 0,999217 tot en met 1,000784 geeft dezelfde uitkomst.
Twente moet 278 amv-plaatsen mogelijk maken, verdeeld naar gewicht, voor niemand meer dan het gehele aandeel. Aandeel van Borne: 13 amv-plaatsen.
149 / 11,77 ≈ 12,659, rekenkundig afgerond: 13
De deler is voor allen gelijk en zo gekozen dat de plaatsen optellen tot 278. Elke deler van 11,745455 tot en met 11,794871 geeft dezelfde uitkomst.
Het aandeel van Borne is dus 149 plaatsen waarvan 13 amv; de overige zijn regulier.
149 - 13 = 136
Dit aandeel is een schatting, want het gewicht van Borne is dat ook.
# Wat meetelt
Borne biedt niets aan.
# In aanmerking komen
Komt in aanmerking voor plaatsen uit de restopgave, soort regulier: telt er 0 bij een aandeel van 136 reguliere plaatsen.
0 < 136
Komt in aanmerking voor plaatsen uit de restopgave, soort amv: telt er 0 bij een aandeel van 13 amv-plaatsen.
0 < 13
# Restopgave
Overijssel moet 6.325 plaatsen waarvan 538 amv mogelijk maken; 5.699 plaatsen waarvan 180 amv tellen mee. De amv-plaatsen gaan voor.
max(0; 538 - 180) = 358
De reguliere plaatsen van de restopgave zijn wat daarna van de opgave overblijft.
max(0; 6.325 - 5.699 - 358) = 268
De reguliere plaatsen worden verdeeld naar rato van het aandeel van die soort, hier 136. Plaatsen uit de restopgave voor Borne: 13 reguliere plaatsen.
136 / 10,155 ≈ 13,392, rekenkundig afgerond: 13
De deler is voor allen gelijk en zo gekozen dat de plaatsen optellen tot 268. Elke deler van 10,153847 tot en met 10,156521 geeft dezelfde uitkomst.
De amv-plaatsen worden verdeeld naar rato van het aandeel van die soort, hier 13. Plaatsen uit de restopgave voor Borne: 9 amv-plaatsen.
13 / 1,393 ≈ 9,332, rekenkundig afgerond: 9
De deler is voor allen gelijk en zo gekozen dat de plaatsen optellen tot 358. Elke deler van 1,391305 tot en met 1,395348 geeft dezelfde uitkomst.
# Verdeelbesluit
Het besluit over reguliere plaatsen: wat meetelt en de plaatsen uit de restopgave.
0 + 13 = 13
Het besluit over amv-plaatsen: wat meetelt en de plaatsen uit de restopgave.
0 + 9 = 9
Borne moet 22 plaatsen waarvan 9 amv mogelijk maken.
13 + 9 = 22
# Wanneer
De opgave geldt van 1 januari 2025 tot en met 31 december 2026.
Het verdeelbesluit is van 20 december 2024.
De plaatsen van Borne moeten er uiterlijk op 1 juli 2025 zijn.
# Waar de plaatsen worden gerealiseerd
Wat is besloten, blijft volgens de wet de opgave van Borne, waar de plaatsen ook worden gerealiseerd.
De 13 reguliere plaatsen worden gerealiseerd in Hengelo, op 6,8 km afstand.
13 = 13
Met de 425 reguliere plaatsen die in Hengelo meetellen, is de locatie levensvatbaar.
425 + 13 = 438 >= 100
Geen van deze gemeenten ligt te ver van Hengelo; Borne ligt het verst, op 6,8 km.
6,8 <= 25
Zij vormen een groep van 2 gemeenten, in één regio (Twente), verbonden door de grenzen tussen Borne en Hengelo.
2 <= 6
De 9 amv-plaatsen worden gerealiseerd in Almelo, op 7 km afstand, samen met die van Almelo 19.
19 + 9 = 28
Met de 0 amv-plaatsen die in Almelo meetellen, is de locatie levensvatbaar.
0 + 28 = 28 >= 20
Geen van deze gemeenten ligt te ver van Almelo; Borne ligt het verst, op 7 km.
7 <= 25
Zij vormen een groep van 2 gemeenten, in één regio (Twente), verbonden door de grenzen tussen Almelo en Borne.
2 <= 6
0 reguliere plaatsen worden gerealiseerd in Borne: het besluit, verminderd met wat elders wordt gerealiseerd.
13 - 13 = 0
0 amv-plaatsen worden gerealiseerd in Borne: het besluit, verminderd met wat elders wordt gerealiseerd.
9 - 9 = 0
"""
