# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for sources: citations, settings, and the titles of packaged scenarios and studies."""

from __future__ import annotations

import re

from models.law import CITATIONS

ACT = "Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen"
DECREE = "Besluit gemeentelijke taak mogelijk maken asielopvangvoorzieningen"
LETTER = "brief van het Ministerie van Asiel en Migratie, 20 december 2024"
ANSWERS = "antwoorden op Kamervragen van 18 april 2025, AH 1992"
COMMISSIONER = "commissaris van de Koning in Overijssel"

TITLES: dict[str, str] = {
    ACT: ACT,
    DECREE: DECREE,
    "Raming 2024 and indicative distribution": "Raming 2024 en indicatieve verdeling",
    "Amendment on the distribution key": "Amendement over de verdeelsleutel",
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
    "Decision note with the letter on the raming 2026, on art. 2(2) of the Act": (
        "Beslisnota bij de brief over de raming 2026, over art. 2, lid 2, van de wet"
    ),
    "Letter to parliament on the raming 2026, note 1": "Kamerbrief over de raming 2026, noot 1",
    "Algemene wet bestuursrecht, art. 3:46": "Algemene wet bestuursrecht, art. 3:46",
    "Ruling on decisions that rest on a program (AERIUS)": (
        "Uitspraak over besluiten die op een programma berusten (AERIUS)"
    ),
    "Ruling on what the user of a program enters (AERIUS Calculator)": (
        "Uitspraak over wat de gebruiker van een programma invoert (AERIUS Calculator)"
    ),
    "Wet algemene regels herindeling, artikel 44, eerste lid": "Wet algemene regels herindeling, artikel 44, eerste lid",
    "Ruling on the decision of 2024 for The Hague": (
        "Uitspraak over het verdeelbesluit van 2024 voor Den Haag"
    ),
    "Fair Representation: Meeting the Ideal of One Man, One Vote": (
        "Fair Representation: Meeting the Ideal of One Man, One Vote"
    ),
    "Proportional Representation: Apportionment Methods and Their Applications": (
        "Proportional Representation: Apportionment Methods and Their Applications"
    ),
}


def _paragraph(title: str) -> str:
    """`Wet ..., art. 7(1)(a)` as a Dutch lawyer writes it: `art. 7, lid 1, onder a`."""
    paragraph = re.sub(r"\((\d+)\)", r", lid \1", title)
    return re.sub(r"\(([a-z])\)", r", onder \1", paragraph)


TITLES |= {
    source.title: _paragraph(source.title)
    for source in CITATIONS.values()
    if source.title.startswith((f"{ACT}, art. ", f"{DECREE}, art. "))
}
PUBLICATIONS: dict[str, str] = {
    "Stb. 2024, 12": "Stb. 2024, 12",
    "Stb. 2024, 13": "Stb. 2024, 13",
    "Stcrt. 2024, 3320": "Stcrt. 2024, 3320",
    "Kamerstukken 36 333 nr. 75; Kamerstukken I 36 333, F": (
        "Kamerstukken 36 333 nr. 75; Kamerstukken I 36 333, F"
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
    "Stb. 1992, 315": "Stb. 1992, 315",
    "Raad van State, 17 May 2017, ECLI:NL:RVS:2017:1259": (
        "Raad van State, 17 mei 2017, ECLI:NL:RVS:2017:1259"
    ),
    "Raad van State, 18 July 2018, ECLI:NL:RVS:2018:2454": (
        "Raad van State, 18 juli 2018, ECLI:NL:RVS:2018:2454"
    ),
    "BWBR0003718": "BWBR0003718",
    "Rechtbank Den Haag, 30 June 2025, ECLI:NL:RBDHA:2025:13423": (
        "Rechtbank Den Haag, 30 juni 2025, ECLI:NL:RBDHA:2025:13423"
    ),
    "M. L. Balinski and H. P. Young, Yale University Press, 1982": (
        "M. L. Balinski en H. P. Young, Yale University Press, 1982"
    ),
    "F. Pukelsheim, second edition, Springer, 2017": "F. Pukelsheim, tweede druk, Springer, 2017",
}
SAID: dict[str, str] = {
    "Municipalities have the task to make reception places possible; in force since 31 January 2024, the day after the Staatsblad of 30 January 2024 (Decree, art. 6.1).": (
        "Gemeenten hebben de taak opvangplaatsen mogelijk te maken; van kracht sinds 31 januari 2024, de dag na het Staatsblad van 30 januari 2024 (Besluit, art. 6.1)."
    ),
    "Once every two years, before 1 February, the minister makes known how many places are expected to be needed in the two years that follow.": (
        "Eens in de twee jaar maakt de minister vóór 1 februari bekend hoeveel plaatsen naar verwachting nodig zijn in de twee jaren daarna."
    ),
    "In between, the raming may be changed; the article sets no condition.": (
        "Tussentijds kan de raming worden gewijzigd; het artikel stelt geen voorwaarde."
    ),
    "What a province has to make available is lowered by the places that are available for five years or longer, or will be for that long within the next twelve months.": (
        "Op wat een provincie beschikbaar moet stellen, komen de plaatsen in mindering die vijf jaar of langer beschikbaar zijn of dat binnen de volgende twaalf maanden worden."
    ),
    "The distribution rests on the number of inhabitants of a municipality and on the most recent SES-WOA score per municipality of CBS.": (
        "De verdeling berust op het aantal inwoners van een gemeente en op de meest recente SES-WOA-score per gemeente van het CBS."
    ),
    "Once every two years, before 1 February, the minister makes known the distribution over the provinces and the indicative distribution per municipality.": (
        "Eens in de twee jaar maakt de minister vóór 1 februari de verdeling over de provincies en de indicatieve verdeling per gemeente bekend."
    ),
    "The King's Commissioner reports once every two years, before 1 November.": (
        "De commissaris van de Koning brengt eens in de twee jaar verslag uit, vóór 1 november."
    ),
    "Before 31 December the minister decides per province which municipalities get the places needed, for the two calendar years that follow.": (
        "Vóór 31 december besluit de minister per provincie welke gemeenten de benodigde plaatsen krijgen, voor de twee kalenderjaren daarna."
    ),
    "The minister heeds the report, strives for a distribution over the country that is as even as possible, and takes the SES-WOA score into account as far as possible.": (
        "De minister slaat acht op het verslag, streeft naar een zo evenwichtig mogelijke verdeling over het land en houdt zo veel mogelijk rekening met de SES-WOA-score."
    ),
    "In special circumstances the decision may be changed in between.": (
        "Bij bijzondere omstandigheden kan het verdeelbesluit tussentijds worden gewijzigd."
    ),
    "A designated municipality makes reception possible, in accordance with the decision, within the two years of the decision.": (
        "Een aangewezen gemeente maakt binnen de twee jaar van het verdeelbesluit opvang mogelijk, overeenkomstig dat besluit."
    ),
    "A site or building is put at the disposal of the COA within six months after the decision is made known, or within the longer term that the decision sets.": (
        "Een locatie of accommodatie wordt het COA ter beschikking gesteld binnen zes maanden na de bekendmaking van het verdeelbesluit, of binnen de langere termijn die dat besluit stelt."
    ),
    "A municipality that expects not to be in time reports it to the minister at once.": (
        "Een gemeente die verwacht niet op tijd te zijn, meldt dat onverwijld aan de minister."
    ),
    "At the request of a municipality there may be a grant for each place above a number that a regulation sets, given a least number of places and a least time.": (
        "Op verzoek van een gemeente is een uitkering mogelijk voor iedere plaats boven een bij regeling bepaald aantal, uitgaande van een minimaal aantal plaatsen en een minimale duur."
    ),
    "After the two years the province and its municipalities get a grant for each place above 75 % of the provincial number, those of art. 9(2) left out; it is divided between the province and, pro rata of the places provided, the municipalities that met their task.": (
        "Na de twee jaar krijgen de provincie en haar gemeenten een uitkering voor iedere plaats boven 75 % van het provinciale aantal, zonder die van art. 9, lid 2; zij wordt verdeeld tussen de provincie en, naar rato van de geboden plaatsen, de gemeenten die aan hun opgave voldeden."
    ),
    "Works the Act out: the raming, the formula of the indicative distribution, amv places, and how large durable reception is at the least.": (
        "Werkt de wet uit: de raming, de formule van de indicatieve verdeling, amv-plaatsen en hoe groot duurzame opvang ten minste is."
    ),
    "Durable places are available for at least five years.": (
        "Duurzame plaatsen zijn ten minste vijf jaar beschikbaar."
    ),
    "The raming rests on the multi-year forecast (MPP) and the capacity decision of the COA.": (
        "De raming berust op de meerjarenproductieprognose (MPP) en het capaciteitsbesluit van het COA."
    ),
    "The task of a province is the sum of the indicative numbers of its municipalities.": (
        "De opgave van een provincie is de optelsom van de indicatieve aantallen van haar gemeenten."
    ),
    "The indicative number of a municipality is BO x Wf / TWf, rounded to the nearest whole number, with Wf = (SES-WOA + 1) x iG / In. Where the program's own, derived scores stand in it, the 59 published municipal numbers deviate by 1.2 % on average.": (
        "Het indicatieve aantal van een gemeente is BO x Wf / TWf, rekenkundig afgerond op een geheel getal, met Wf = (SES-WOA + 1) x iG / In. Waar de eigen, afgeleide scores van het programma erin staan, wijken de 59 gepubliceerde aantallen van gemeenten er gemiddeld 1,2 % van af."
    ),
    "The raming, the provincial tasks and the indicative numbers are published in the Staatscourant before 1 February.": (
        "De raming, de provinciale opgaven en de indicatieve aantallen worden vóór 1 februari in de Staatscourant bekendgemaakt."
    ),
    "The national need of amv places is divided by the same formula, with that need as BO; the provincial amv task is the sum likewise.": (
        "De landelijke behoefte aan amv-plaatsen wordt met dezelfde formule verdeeld, met die behoefte als BO; de provinciale amv-opgave is eveneens de optelsom."
    ),
    "A reception place for registration may be laid down in a provincial task only, with an eye to an even spread over the country and the size of the provincial tasks.": (
        "Een aanmeldvoorziening kan alleen in een provinciale opgave worden opgenomen, met oog voor een evenwichtige spreiding over het land en de omvang van de provinciale opgaven."
    ),
    "Durable regular reception counts from a hundred places, which a municipality may spread over several sites.": (
        "Duurzame reguliere opvang telt vanaf honderd plaatsen, die een gemeente over meer locaties mag spreiden."
    ),
    "Durable special reception counts from sixteen places, which a municipality may spread over several sites.": (
        "Duurzame bijzondere opvang telt vanaf zestien plaatsen, die een gemeente over meer locaties mag spreiden."
    ),
    "Municipalities may get a grant for durable places as far as these are more than a number that a ministerial regulation sets.": (
        "Gemeenten kunnen een uitkering krijgen voor duurzame plaatsen voor zover dat er meer zijn dan een bij ministeriële regeling bepaald aantal."
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
    "An existing site counts if the municipality wishes, when it has more than 100 places and lasts longer than five years, or when it is available within twelve months. The law says at least 100 in a municipality (Decree, art. 3.1) and five years or longer (Act, art. 2(3)).": (
        "Een bestaande locatie telt mee als de gemeente dat wenst, wanneer zij meer dan 100 plaatsen heeft en langer dan vijf jaar blijft, of wanneer zij binnen twaalf maanden beschikbaar is. De wet zegt: ten minste 100 in een gemeente (Besluit, art. 3.1) en vijf jaar of langer (Wet, art. 2, lid 3)."
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
    "In the ministry's reading the raming is changed in between in exceptional circumstances and on demonstrable effects; the article itself sets no condition.": (
        "In de lezing van het ministerie wordt de raming tussentijds gewijzigd in uitzonderlijke omstandigheden en bij aantoonbare effecten; het artikel zelf stelt geen voorwaarde."
    ),
    "Openings in the phase of realisation or planning are in the number that is available; of those in planning a margin of uncertainty is taken off, whose size is not said.": (
        "Openingen in de realisatiefase of de planvormingsfase zitten in het beschikbare aantal; van die in de planvormingsfase gaat een onzekerheidsmarge af, waarvan de grootte niet is genoemd."
    ),
    "A decision rests on sound reasons.": ("Een besluit berust op een deugdelijke motivering."),
    "Choices, data and assumptions of a program are made public fully, timely and of one's own accord.": (
        "Keuzes, gegevens en aannames van een programma worden volledig, tijdig en uit eigen beweging openbaar gemaakt."
    ),
    "So are the choices and data that the user of a program enters, also where they are kept in electronic form only.": (
        "Dat geldt ook voor de keuzes en gegevens die de gebruiker van een programma invoert, ook waar die alleen in elektronische vorm zijn vastgelegd."
    ),
    "On the date of a redivision all rights and obligations of a municipality that is abolished pass to the one that its area is added to.": (
        "Op de datum van herindeling gaan alle rechten en verplichtingen van een op te heffen gemeente over op de gemeente waaraan haar gebied wordt toegevoegd."
    ),
    "The decision is suspended: its calculations are not transparent, and it has to be possible to follow them. Of this ruling a summary was seen.": (
        "Het verdeelbesluit is geschorst: de berekeningen zijn niet inzichtelijk, en het moet mogelijk zijn ze te volgen. Van deze uitspraak is een samenvatting gezien."
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
    "act-durable": "wet-duurzaam",
    "act-key": "wet-verdeelsleutel",
    "act-distribution": "wet-verdeling",
    "act-report": "wet-verslag",
    "act-decision": "wet-verdeelbesluit",
    "act-balance": "wet-evenwichtig",
    "act-decision-change": "wet-verdeelbesluit-wijziging",
    "act-task": "wet-taak",
    "act-term": "wet-termijn",
    "act-unforeseen": "wet-onvoorzien",
    "act-grant-durable": "wet-uitkering-duurzaam",
    "act-grant": "wet-uitkering",
    "decree": "besluit",
    "decree-durable": "besluit-duurzaam",
    "decree-raming": "besluit-raming",
    "decree-province": "besluit-provincie",
    "decree-publication": "besluit-bekendmaking",
    "decree-amv": "besluit-amv",
    "decree-registration": "besluit-aanmeldvoorziening",
    "decree-minimum": "besluit-minimum",
    "decree-minimum-amv": "besluit-minimum-amv",
    "decree-grant": "besluit-uitkering",
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
    "raming-change-note": "beslisnota-raming",
    "planning-margin": "marge-planvorming",
    "motivation": "motivering",
    "ruling-2017": "uitspraak-2017",
    "ruling-2018": "uitspraak-2018",
    "ruling-2025": "uitspraak-2025",
    "redivision": "herindeling",
    "balinski-young-1982": "balinski-young-1982",
    "pukelsheim-2017": "pukelsheim-2017",
}
SENTENCES: dict[str, str] = {
    **TITLES,
    **PUBLICATIONS,
    **SAID,
    **IDS,
    **{
        str(source): f"{TITLES[source.title]} ({PUBLICATIONS[source.publication]})"
        for source in CITATIONS.values()
    },
    **{f"{id_}, by analogy": f"{dutch}, naar analogie" for id_, dutch in IDS.items()},
    "the scenario's own choice": "eigen keuze in het scenario",
    "default of {path}": "{path} (standaard)",
    "{path}, set in Python": "{path}, ingesteld in Python",
    # Packaged scenarios and studies.
    "The Netherlands 2024, provincial reports and takeovers": (
        "Nederland 2024, provinciale verslagen en overnames"
    ),
    "Overijssel 2024, amv sites from 16 places": (
        "Overijssel 2024, amv-locaties vanaf 16 plaatsen"
    ),
    "The Netherlands 2024, statutory key": "Nederland 2024, wettelijke verdeelsleutel",
    "The Netherlands 2026, by the formula of the law": "Nederland 2026, volgens de formule van de wet",
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
