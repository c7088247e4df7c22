# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for sources: citations, settings, and the titles of packaged scenarios and studies."""

from __future__ import annotations

ACT = "Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen"
DECREE = "Besluit gemeentelijke taak mogelijk maken asielopvangvoorzieningen"
LETTER = "brief van het Ministerie van Asiel en Migratie, 20 december 2024"
ANSWERS = "antwoorden op Kamervragen van 18 april 2025, AH 1992"
COMMISSIONER = "commissaris van de Koning in Overijssel"

TITLES: dict[str, str] = {
    ACT: ACT,
    f"{ACT}, art. 2(1)": f"{ACT}, art. 2, lid 1",
    f"{ACT}, art. 2(2)": f"{ACT}, art. 2, lid 2",
    DECREE: DECREE,
    f"{DECREE}, art. 1.1": f"{DECREE}, art. 1.1",
    f"{DECREE}, chapter on the raming": f"{DECREE}, hoofdstuk over de raming",
    "Raming 2024 and indicative distribution": "Raming 2024 en indicatieve verdeling",
    "Amendment on the distribution key": "Amendement over de verdeelsleutel",
    "Formula of the distribution key: a reconstruction, not a published text": (
        "Formule van de verdeelsleutel: een reconstructie, geen gepubliceerde tekst"
    ),
    "Verdeelbesluit 2024": "Verdeelbesluit 2024",
    "Agreements on exchange (uitruil)": "Afspraken over uitruil",
    "Agreements on merging (samenvoegen)": "Afspraken over samenvoegen",
    "What makes an initiative promising (kansrijk)": "Wat een initiatief kansrijk maakt",
    "Policy rule on the decision (text not at hand)": (
        "Beleidsregel over het verdeelbesluit (tekst niet voorhanden)"
    ),
    "Deadlines of the first cycle": "Termijnen van de eerste cyclus",
    "Deadline of the second cycle": "Termijn van de tweede cyclus",
    "Existing places count": "Bestaande plaatsen tellen mee",
    "Objections against the decision of 2024": "Bezwaren tegen het verdeelbesluit van 2024",
    "Provincial report of Overijssel, first cycle of the Act": (
        "Provinciaal verslag van Overijssel, eerste cyclus van de wet"
    ),
    "Letter on the raming 2026": "Brief over de raming 2026",
    "Letter on the task of Overijssel": "Brief over de opgave van Overijssel",
    "Letter to parliament on the raming 2026, with its decision note": (
        "Kamerbrief over de raming 2026, met beslisnota"
    ),
    "Fair Representation: Meeting the Ideal of One Man, One Vote": (
        "Fair Representation: Meeting the Ideal of One Man, One Vote"
    ),
    "Proportional Representation: Apportionment Methods and Their Applications": (
        "Proportional Representation: Apportionment Methods and Their Applications"
    ),
}
PUBLICATIONS: dict[str, str] = {
    "Stb. 2024, 12": "Stb. 2024, 12",
    "Stb. 2024, 13": "Stb. 2024, 13",
    "Stcrt. 2024, 3320": "Stcrt. 2024, 3320",
    "Kamerstukken 36 333 nr. 75; Kamerstukken I 36 333, F": (
        "Kamerstukken 36 333 nr. 75; Kamerstukken I 36 333, F"
    ),
    "reconstructed from the published numbers of 2024": (
        "gereconstrueerd uit de gepubliceerde aantallen van 2024"
    ),
    "letter of the Ministry of Asylum and Migration, 20 December 2024": LETTER,
    "answers to parliament of 18 April 2025, AH 1992": ANSWERS,
    "known from the press, December 2024": "bekend uit de pers, december 2024",
    "letter of the King's Commissioner of Overijssel, 3 March 2026": (
        f"brief van de {COMMISSIONER}, 3 maart 2026"
    ),
    "Rijksoverheid, 31 January 2024": "Rijksoverheid, 31 januari 2024",
    "King's Commissioner of Overijssel, October 2024": f"{COMMISSIONER}, oktober 2024",
    "King's Commissioner of Overijssel, 3 March 2026, D2026-03-000949": (
        f"{COMMISSIONER}, 3 maart 2026, D2026-03-000949"
    ),
    "provincial table (PRT) of Overijssel, spring 2023": (
        "provinciale regietafel (PRT) van Overijssel, voorjaar 2023"
    ),
    "Ministry of Asylum and Migration, 5 February 2026": (
        "Ministerie van Asiel en Migratie, 5 februari 2026"
    ),
    "M. L. Balinski and H. P. Young, Yale University Press, 1982": (
        "M. L. Balinski en H. P. Young, Yale University Press, 1982"
    ),
    "F. Pukelsheim, second edition, Springer, 2017": "F. Pukelsheim, tweede druk, Springer, 2017",
}
SAID: dict[str, str] = {
    "Municipalities have the task to make reception places possible; in force since 1 February "
    "2024.": (
        "Gemeenten hebben de taak opvangplaatsen mogelijk te maken; van kracht sinds 1 februari "
        "2024."
    ),
    "The raming is fixed and published before 1 February of an even year.": (
        "De raming wordt vóór 1 februari van een even jaar vastgesteld en bekendgemaakt."
    ),
    "In between, the raming changes only in exceptional circumstances and on demonstrable "
    "effects.": (
        "Tussentijds wijzigt de raming alleen in uitzonderlijke omstandigheden en bij aantoonbare "
        "gevolgen."
    ),
    "Works the Act out: durable places, places of a special kind, and what the raming contains.": (
        "Werkt de wet uit: duurzame plaatsen, plaatsen van bijzondere aard en wat de raming bevat."
    ),
    "Durable places are available for at least five years.": (
        "Duurzame plaatsen zijn ten minste vijf jaar beschikbaar."
    ),
    "The raming rests on the multi-year forecast (MPP) and the capacity decision of the COA; it "
    "holds the provincial tasks and the indicative distribution.": (
        "De raming berust op de meerjarenproductieprognose (MPP) en het capaciteitsbesluit van het "
        "COA; zij bevat de provinciale opgaven en de indicatieve verdeling."
    ),
    "Fixes the places needed in the first cycle, the provincial tasks and the indicative number of "
    "each municipality.": (
        "Stelt de benodigde plaatsen in de eerste cyclus, de provinciale opgaven en het "
        "indicatieve "
        "aantal van elke gemeente vast."
    ),
    "The key counts inhabitants and the most recent SES-WOA score; the government has no "
    "discretion "
    "in it.": (
        "De verdeelsleutel houdt rekening met het aantal inwoners en de meest recente "
        "SES-WOA-score; de regering heeft "
        "daarin geen beoordelingsruimte."
    ),
    "Inhabitants x (1 + SES-WOA), normalised to the national total; the 56 published municipal "
    "numbers deviate from it by 1.2 % on average.": (
        "Inwoners x (1 + SES-WOA), genormaliseerd naar het landelijke totaal; de 56 gepubliceerde "
        "aantallen van gemeenten wijken er gemiddeld 1,2 % van af."
    ),
    "Offered places and promising initiatives are taken over; the rest is divided pro rata of the "
    "indicative distribution over the eligible municipalities; every province closes.": (
        "Aangeboden plaatsen en kansrijke initiatieven zijn overgenomen; de restopgave is naar "
        "rato "
        "van de indicatieve verdeling verdeeld over de gemeenten die daarvoor in aanmerking "
        "kwamen; "
        "de verdeling is in elke provincie sluitend."
    ),
    "Municipalities may exchange at the provincial table; provinces with a surplus exchange with "
    "provinces that are short, so that the national total stays within the raming.": (
        "Gemeenten kunnen aan de provinciale regietafel uitruilen; provincies met een overschot "
        "ruilen uit met provincies met een tekort, zodat het landelijke totaal binnen de raming "
        "blijft."
    ),
    "The provincial tables are asked to merge small tasks, regular and amv; of the rest, and also "
    "of the places that municipalities offered themselves.": (
        "De provinciale regietafels is gevraagd kleine opgaven samen te voegen, regulier en amv; "
        "van de restopgave en ook van de plaatsen die gemeenten zelf hebben aangeboden."
    ),
    "At least one of: local decisions are complete; the intended site is not available within six "
    "months; an existing site has a demonstrable prospect of extension; there is a clear "
    "commitment "
    "to deliver within six months.": (
        "Ten minste één van: de lokale besluitvorming is afgerond; de beoogde locatie is niet "
        "binnen "
        "zes maanden beschikbaar; een bestaande locatie heeft aantoonbaar uitzicht op verlenging; "
        "er is een duidelijke toezegging om binnen zes maanden te leveren."
    ),
    "Weighs a balanced spread, special efforts of the past ten years (reception of Ukrainians, "
    "size "
    "and duration of a site count), and feasibility with information of COA, IND and DT&V.": (
        "Weegt een evenwichtige spreiding, bijzondere inspanningen van de afgelopen tien jaar "
        "(opvang van Oekraïners, omvang en duur van een locatie tellen mee) en uitvoerbaarheid, "
        "met "
        "informatie van COA, IND en DT&V."
    ),
    "Report before 1 November 2024, decision by 31 December 2024, places by 1 July 2025.": (
        "Verslag vóór 1 november 2024, besluit uiterlijk 31 december 2024, plaatsen uiterlijk 1 "
        "juli "
        "2025."
    ),
    "The report on the provincial contribution is due by 1 December 2026.": (
        "Het verslag van de provinciale inzet moet uiterlijk 1 december 2026 zijn toegezonden."
    ),
    "An existing site counts if the municipality wishes, when it has more than 100 places and "
    "lasts "
    "longer than five years, or when it is available within twelve months.": (
        "Een bestaande locatie telt mee als de gemeente dat wenst, wanneer zij meer dan 100 "
        "plaatsen "
        "heeft en langer dan vijf jaar blijft, of wanneer zij binnen twaalf maanden beschikbaar is."
    ),
    "33 municipalities and one province objected, 30 of them because more places were decided than "
    "offered: a decision has to be motivated.": (
        "33 gemeenten en één provincie maakten bezwaar, 30 daarvan omdat meer plaatsen zijn "
        "toebedeeld dan aangeboden: een besluit moet worden gemotiveerd."
    ),
    "Tasks per municipality and region, guaranteed and intended places with their windows, and the "
    "exchange between Kampen and Dronten.": (
        "Opgaven per gemeente en regio, gegarandeerde en voorgenomen plaatsen met hun periode, en "
        "de uitruil tussen Kampen en Dronten."
    ),
    "Overijssel has to make 5,801 places possible, of which 370 amv; 4,332 were available on 1 "
    "February 2026, of which 1,921 for several years.": (
        "Overijssel moet 5.801 plaatsen mogelijk maken, waarvan 370 amv; op 1 februari 2026 waren "
        "er 4.332 beschikbaar, waarvan 1.921 meerjarig."
    ),
    "4,001 places, divided over IJsselland (1,836) and Twente (2,165) by inhabitants; at least 450 "
    "emergency places in each region.": (
        "4.001 plaatsen, naar inwonertal verdeeld over IJsselland (1.836) en Twente (2.165); ten "
        "minste 450 plaatsen crisisnoodopvang per regio."
    ),
    "88,000 places are needed, about 50,000 are available for several years (under an agreement "
    "and "
    "on 31 December 2028), about 38,000 are still to be realised.": (
        "88.000 plaatsen zijn nodig, circa 50.000 zijn meerjarig beschikbaar (onder een "
        "overeenkomst en op 31 december 2028), circa 38.000 moeten nog worden gerealiseerd."
    ),
    "Divisor methods, largest remainders, and what each of them keeps and loses.": (
        "Delermethoden, grootste overschotten, en wat elk daarvan behoudt en verliest."
    ),
    "Divisor intervals, ties, minima and maxima, and biproportional apportionment.": (
        "Delerintervallen, gelijke aanspraken, minima en maxima, en biproportionele verdeling."
    ),
}
IDS: dict[str, str] = {
    "act": "wet",
    "act-raming": "wet-raming",
    "act-raming-change": "wet-raming-wijziging",
    "decree": "besluit",
    "decree-durable": "besluit-duurzaam",
    "decree-raming": "besluit-raming",
    "raming-2024": "raming-2024",
    "key-amendment": "amendement-verdeelsleutel",
    "key-formula": "formule-verdeelsleutel",
    "decision": "verdeelbesluit",
    "exchanging": "uitruil",
    "merging": "samenvoeging",
    "promising": "kansrijk-initiatief",
    "policy-rule": "beleidsregel",
    "deadlines-1": "termijnen-1",
    "deadlines-2": "termijnen-2",
    "existing-places": "bestaande-plaatsen",
    "objections": "bezwaren",
    "prt-report-2024": "prt-verslag-2024",
    "kc-letter-2026": "cdk-brief-2026",
    "prt-letter-2023": "prt-brief-2023",
    "ministry-letter-2026": "kamerbrief-2026",
    "balinski-young-1982": "balinski-young-1982",
    "pukelsheim-2017": "pukelsheim-2017",
}
SENTENCES: dict[str, str] = {
    **TITLES,
    **PUBLICATIONS,
    **SAID,
    **IDS,
    **{
        f"{title} ({publication})": f"{dutch} ({published})"
        for title, dutch in TITLES.items()
        for publication, published in PUBLICATIONS.items()
    },
    **{f"{id_}, by analogy": f"{dutch}, naar analogie" for id_, dutch in IDS.items()},
    "the scenario's own choice": "eigen keuze in het scenario",
    "default of {path}": "{path} (standaard)",
    "{path}, set in Python": "{path}, ingesteld in Python",
    # Packaged scenarios and studies.
    "The Netherlands 2024, provincial reports and takeovers": (
        "Nederland 2024, provinciale verslagen en overnames"
    ),
    "The Netherlands 2024, statutory key": "Nederland 2024, wettelijke verdeelsleutel",
    "The Netherlands 2026, as far as published": "Nederland 2026, voor zover gepubliceerd",
    "Overijssel, raming of November 2022, by inhabitants": (
        "Overijssel, raming van november 2022, naar inwonertal"
    ),
    "Overijssel 2024, guaranteed places only": "Overijssel 2024, alleen gegarandeerde plaatsen",
    "Overijssel 2024, intended places counted": ("Overijssel 2024, voorgenomen plaatsen meegeteld"),
    "Overijssel 2026, places that last": "Overijssel 2026, blijvende plaatsen",
    "Each intended plan of Overijssel 2024 is realised or falls through": (
        "Elk voorgenomen plan van Overijssel 2024 wordt gerealiseerd of gaat niet door"
    ),
    "Distribution keys, bases and methods of rounding for Overijssel 2024": (
        "Verdeelsleutels, grondslagen en afrondingsmethoden voor Overijssel 2024"
    ),
    "The smallest viable site, and how far a task may travel": (
        "De kleinste levensvatbare locatie, en hoe ver een opgave mag worden verplaatst"
    ),
    "Versions of the raming for Overijssel, and 12,000 places fewer": (
        "Versies van de raming voor Overijssel, en 12.000 plaatsen minder"
    ),
}
