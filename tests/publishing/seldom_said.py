# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the program says seldom, and how that reads in Dutch."""

from __future__ import annotations

SELDOM: dict[str, str] = {
    # Arithmetic.
    "136 / 10.155 ≈ 13.392, rounded to the nearest whole number: 13, at least 20: 20": (
        "136 / 10,155 ≈ 13,392, rekenkundig afgerond: 13, ten minste 20: 20"
    ),
    "7 / 2 = 3.5, rounded to the nearest whole number: 3 or 4, by lot: 4": (
        "7 / 2 = 3,5, rekenkundig afgerond: 3 of 4, door loting: 4"
    ),
    "1,836 x 1,836 / 2,450 ≈ 1,375.876, rounded at the products x (x + 1): 36 or 37, by bound: "
    "36": (
        "1.836 x 1.836 / 2.450 ≈ 1.375,876, afgerond bij de producten x (x + 1): 36 of 37, door "
        "een grens: 36"
    ),
    "19 / (13 / 358) ≈ 523.231, rounded down to its whole part: 523, one of the places left: 524": (
        "19 / (13 / 358) ≈ 523,231, naar beneden afgerond op het gehele deel: 523, een van de "
        "overgebleven plaatsen: 524"
    ),
    "147 + 0 = 147 <= max(2 x 131, 104) = 262": "147 + 0 = 147 <= max(2 x 131; 104) = 262",
    "1 - (7 - 0) / (21 - 0) - (45.2 - 3.4) / (192.3 - 3.4) ≈ 0.445": (
        "1 - (7 - 0) / (21 - 0) - (45,2 - 3,4) / (192,3 - 3,4) ≈ 0,445"
    ),
    # Questions.
    "What if Borne were exempt, so that it gets no rest places?": (
        "Wat als Borne was vrijgesteld en dus geen plaatsen uit de restopgave kreeg?"
    ),
    "What if Borne got no amv places of the rest?": (
        "Wat als Borne geen amv-plaatsen van de restopgave kreeg?"
    ),
    "What if Borne got exactly 1,200 places of the rest?": (
        "Wat als Borne precies 1.200 plaatsen van de restopgave kreeg?"
    ),
    # A change in a file, and givers that run out.
    "Counts: 300 regular places: guaranteed; available from the start to no end date; by "
    "mine.yaml:4:3, the file has 398 intended.": (
        "Telt mee: 300 reguliere plaatsen: gegarandeerd; beschikbaar vanaf het begin, zonder "
        "einddatum; volgens mine.yaml:4:3, het bestand vermeldt 398 plaatsen, voorgenomen."
    ),
    "one and two: Hardenberg gives 1,100 regular places and has 0 of its own from the start to "
    "2025-12-31: the contract of offers.csv:2 and offers.csv:3 begins on 2026-01-01": (
        "one en two: Hardenberg staat 1.100 reguliere plaatsen af en heeft er zelf 0, vanaf het "
        "begin tot en met 31 december 2025: het contract van offers.csv:2 en offers.csv:3 begint "
        "op 1 januari 2026"
    ),
    # Proposals, as `allocator merge` judges them.
    "the merge proposed at mine.yaml:9:5 does not stand (Ommen lie in another region; Ommen is "
    "30.5 km from Almelo, at most 25 km: 5.5 km too far); the plan is made without it, and "
    "`allocator merge` says what would help": (
        "de samenvoeging die is voorgesteld in mine.yaml:9:5 voldoet niet (in een andere "
        "regio: Ommen; Ommen ligt 30,5 km van Almelo, ten hoogste 25 km: 5,5 km te ver); het plan "
        "is zonder deze samenvoeging gemaakt, en `allocator merge` zegt wat zou helpen"
    ),
    "the host lies where nothing was divided": "de gastgemeente ligt waar niets is verdeeld",
    "Wierden: no chain of shared borders within the group leads to Borne": (
        "Wierden: geen keten van gedeelde grenzen binnen de groep leidt naar Borne"
    ),
    "Borne, Wierden never share a group": "Borne, Wierden vormen nooit samen een groep",
    "Borne would realise 104 that it counts + 43 regular in this merge + 8 amv of its own + 5 amv "
    "in another proposal = 160 places; its room is 104 (what it counts already): 56 too many": (
        "Borne zou 104 die meetellen + 43 reguliere plaatsen in deze samenvoeging + 8 amv-plaatsen "
        "van zichzelf + 5 amv-plaatsen in een ander voorstel = 160 plaatsen realiseren; de ruimte "
        "is 104 (wat al meetelt): 56 te veel"
    ),
    "12 + 16 = 28 regular places, and 4 that it counts: 32; a site has at least 100: 68 short": (
        "12 + 16 = 28 reguliere plaatsen, en 4 die meetellen: 32; een locatie heeft er ten minste "
        "100: 68 te weinig"
    ),
    "leave Borne out (13 places)": "laat Borne weg (13 plaatsen)",
    "add Wierden (13 places, 6.6 km)": "voeg Wierden toe (13 plaatsen, 6,6 km)",
    "make Wierden the host": "maak Wierden de gastgemeente",
    # Comparisons and timelines.
    "B does not have 25 municipalities (Almelo, Borne and 23 more): told with what is there": (
        "B bevat 25 gemeenten niet (Almelo, Borne en nog 23): vermeld met wat er wel is"
    ),
    "A is not proven: solved once more it may come to other places": (
        "A is niet bewezen: een nieuwe berekening kan op andere plaatsen uitkomen"
    ),
    "3 contracts, of 1,234 places in all, are not counted, by the status: guaranteed and likely": (
        "3 contracten, van samen 1.234 plaatsen, tellen niet mee vanwege de status: gegarandeerd "
        "en kansrijk"
    ),
    "swap does not count; its condition is not met: Borne shows 5 places of its own, operational "
    "on 2025-10-01 (4 of 5 are shown)": (
        "swap telt niet mee; de voorwaarde: niet vervuld: Borne toont 5 eigen plaatsen aan, "
        "operationeel op 1 oktober 2025 (4 van de 5 zijn aangetoond)"
    ),
    # Ties, and searches that ended.
    "Borne amv, Almelo regular tie for 1 place. The order of lots among them: Almelo regular, "
    "Borne "
    "amv (drawn: mine.yaml:3:1). Drawn: Almelo regular.": (
        "Borne amv, Almelo regulier hebben een gelijke aanspraak op 1 plaats. De volgorde van de "
        "loting tussen hen: Almelo regulier, Borne amv (geloot: mine.yaml:3:1). Ingeloot: Almelo "
        "regulier."
    ),
    "Overijssel (both kinds): nothing found, for the time limit of 1 second passed; there may be a "
    "division": (
        "Overijssel (beide soorten): niets gevonden, want de tijdslimiet van 1 seconde is "
        "verstreken; er kan een verdeling zijn"
    ),
    "Together Borne counts 1 regular place.": "In totaal telt Borne 1 reguliere plaats.",
    "Task of Bergen (L.)": "Opgave van Bergen (L.)",
    "So the share of Nuenen, Gerwen en Nederwetten is 159 places of which 13 amv; the others are "
    "regular.": (
        "Het aandeel van Nuenen, Gerwen en Nederwetten is dus 159 plaatsen waarvan 13 amv; de "
        "overige zijn regulier."
    ),
}
