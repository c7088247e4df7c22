# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for workbooks and input templates."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    # Workbooks and Markdown.
    "Overview": "Overzicht",
    "Details": "Herleiding",
    "Details: how the numbers come about": "Herleiding: hoe de aantallen tot stand komen",
    "About": "Over",
    "Text": "Tekst",
    "Arithmetic": "Rekenwerk",
    "Rests on": "Steunt op",
    "Sheets": "Bladen",
    "Sheet": "Blad",
    "Origin": "Herkomst",
    "Made by": "Gemaakt door",
    "Checksum (sha256)": "Controlegetal (sha256)",
    "To the overview": "Naar het overzicht",
    "page {number} of {pages}": "pagina {number} van {pages}",
    "Made by {program}. Checksum (sha256): {identifier}.": (
        "Gemaakt door {program}. Controlegetal (sha256): {identifier}."
    ),
    # The template for offers.
    "Offers of reception places": "Aanbod van opvangplaatsen",
    "Official name": "Officiële naam",
    "CBS code": "CBS-code",
    "The official name of the municipality, or its CBS code: choose from the list.": (
        "De officiële naam van de gemeente, of haar CBS-code: kies uit de lijst."
    ),
    "The name of the site; empty where there is none yet.": (
        "De naam van de locatie; leeg als die er nog niet is."
    ),
    "Example site": "Voorbeeldlocatie",
    "amv: places for unaccompanied minors; all others are regular.": (
        "amv: plaatsen voor alleenstaande minderjarige vreemdelingen; alle andere zijn regulier."
    ),
    "How many places of this kind: a whole number of at least 0.": (
        "Hoeveel plaatsen van deze soort: een geheel getal van minstens 0."
    ),
    "The first day on which the places are there; empty: they are there already.": (
        "De eerste dag waarop de plaatsen er zijn; leeg: ze zijn er al."
    ),
    "The last day on which the places are there; empty: for an indefinite time.": (
        "De laatste dag waarop de plaatsen er zijn; leeg: voor onbepaalde tijd."
    ),
    "How certain the offer is: guaranteed, likely (promising) or intended.": (
        "Hoe zeker het aanbod is: gegarandeerd, kansrijk of voorgenomen."
    ),
    "How far it is: in use, being realised or planned; empty where that is not known.": (
        "Hoe ver het is: in gebruik, realisatie of planning; leeg als dat niet bekend is."
    ),
    "What else should be known, such as where this was decided.": (
        "Wat verder bekend moet zijn, zoals waar dit is besloten."
    ),
    "This is not the official name of a municipality.": (
        "Dit is niet de officiële naam van een gemeente."
    ),
    "Choose one from the list.": "Kies een waarde uit de lijst.",
    "Write a whole number, without point or comma.": (
        "Vul een geheel getal in, zonder punt of komma."
    ),
    "Write a date, such as 2026-07-01.": "Vul een datum in, zoals 1-7-2026.",
    "Write a date that is not before the first day.": (
        "Vul een datum in die niet voor de eerste dag ligt."
    ),
    "Not possible": "Niet mogelijk",
    "One row for each site, kind and period. Leave no title or sums in the table.": (
        "Eén rij voor elke locatie, soort en periode. Zet geen titel of totalen in de tabel."
    ),
    "Keep the headings and this sheet: a scenario reads the file as `offers: offers.xlsx`.": (
        "Laat de kolomkoppen en de bladen staan: een scenario leest dit bestand met "
        "`offers: offers.xlsx`."
    ),
    "Excel checks what is typed, not what is pasted; the program checks everything.": (
        "Excel controleert wat wordt getypt, niet wat wordt geplakt; het programma controleert "
        "alles."
    ),
    "Column": "Kolom",
    "Meaning": "Betekenis",
    "Example": "Voorbeeld",
    "The municipality guarantees the places.": "De gemeente garandeert de plaatsen.",
    "A plan that is promising (kansrijk).": "Een initiatief dat kansrijk is.",
    "A plan (bestuurlijk voornemen) on which is not yet decided.": (
        "Een bestuurlijk voornemen, waarover nog niet is besloten."
    ),
    "Which of the statuses count is a setting of the scenario, not of this file.": (
        "Welke statussen meetellen is een instelling van het scenario, niet van dit bestand."
    ),
}
