# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The Decree and the raming of 2024, paragraph by paragraph; and the Act as a whole."""

from __future__ import annotations

from models.law import act
from models.law.source import Passage, Source

TITLE = "Besluit gemeentelijke taak mogelijk maken asielopvangvoorzieningen"
PUBLICATION = "Stb. 2024, 13"
TEXT = "BWBR0049310"
NOTICE = "BWBR0049312"


def _cite(id_: str, article: str, paragraph: str, says: str, words: str) -> Source:
    passage = Passage(TEXT, article, paragraph, words)
    return Source(id_, f"{TITLE}, {passage.where}", PUBLICATION, says, (passage,))


_IN_FORCE = (
    "De Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen en dit besluit treden in "
    "werking met ingang van de dag na de datum van uitgifte van het Staatsblad waarin dit besluit "
    "wordt geplaatst"
)

ACT = Source(
    "act",
    act.TITLE,
    act.PUBLICATION,
    "Municipalities have the task to make reception places possible; in force since 31 January "
    "2024, the day after the Staatsblad of 30 January 2024 (Decree, art. 6.1).",
    (*act.ACT_TASK.passages, Passage(TEXT, "6.1", "", _IN_FORCE)),
)

DECREE = Source(
    "decree",
    TITLE,
    PUBLICATION,
    "Works the Act out: the raming, the formula of the indicative distribution, amv places, and "
    "how large durable reception is at the least.",
    (Passage(TEXT, "6.1", "", _IN_FORCE),),
)

DECREE_DURABLE = _cite(
    "decree-durable",
    *("1.1", ""),
    "Durable places are available for at least five years.",
    "opvangplaatsen die voor minimaal vijf jaar beschikbaar zijn",
)

DECREE_RAMING = _cite(
    "decree-raming",
    *("2.1", "1"),
    "The raming rests on the multi-year forecast (MPP) and the capacity decision of the COA.",
    "Onze Minister stelt op basis van de Meerjaren Productie Prognose en het capaciteitsbesluit "
    "van het COA vast wat de capaciteitsraming is.",
)

DECREE_PROVINCE = _cite(
    "decree-province",
    *("2.1", "2"),
    "The task of a province is the sum of the indicative numbers of its municipalities.",
    "De provinciale opvangopgave is de optelsom van de indicatieve verdelingen per gemeente in de "
    "provincie.",
)

KEY_FORMULA = _cite(
    "key-formula",
    *("2.1", "3"),
    "The indicative number of a municipality is BO x Wf / TWf, rounded to the nearest whole "
    "number, with Wf = (SES-WOA + 1) x iG / In. Where the program's own, derived scores stand in "
    "it, the 59 published municipal numbers deviate by 1.2 % on average.",
    "De indicatieve verdeling per gemeente is de uitkomst, rekenkundig afgerond op een geheel "
    "getal, van de volgende formulereeks: (SES-WOA + 1)*iG/In = Wf BO*Wf/TWf = Iv",
)

DECREE_PUBLICATION = _cite(
    "decree-publication",
    *("2.1", "4"),
    "The raming, the provincial tasks and the indicative numbers are published in the "
    "Staatscourant before 1 February.",
    "maakt de capaciteitsraming, de provinciale opvangopgaven en de indicatieve verdelingen per "
    "gemeente voor 1 februari bekend door middel van een publicatie in de Staatscourant",
)

DECREE_AMV = _cite(
    "decree-amv",
    *("2.2", "1"),
    "The national need of amv places is divided by the same formula, with that need as BO; the "
    "provincial amv task is the sum likewise.",
    "wordt indicatief over de gemeenten verdeeld op basis van de verdeling als bedoeld in artikel "
    "2.1, derde lid, waarbij BO in de formule de totale geraamde landelijke behoefte aan "
    "opvangplaatsen voor alleenstaande minderjarige vreemdelingen voorstelt. De provinciale "
    "opvangopgave van alleenstaande minderjarige vreemdelingen wordt vastgesteld conform het "
    "bepaalde in artikel 2.1, tweede lid.",
)

DECREE_REGISTRATION = _cite(
    "decree-registration",
    *("2.2", "2"),
    "A reception place for registration may be laid down in a provincial task only, with an eye to "
    "an even spread over the country and the size of the provincial tasks.",
    "kan uitsluitend in de provinciale opvangopgave opnemen dat wordt voorzien in een "
    "aanmeldvoorziening, indien acht is geslagen op een evenwichtige spreiding over het "
    "grondgebied van Nederland",
)

DECREE_MINIMUM = _cite(
    "decree-minimum",
    *("3.1", "1"),
    "Durable regular reception counts from a hundred places, which a municipality may spread over "
    "several sites.",
    "geldt een minimale omvang van honderd opvangplaatsen. Deze opvangplaatsen mogen verspreid "
    "worden over meerdere opvangvoorzieningen binnen de gemeente.",
)

DECREE_MINIMUM_AMV = _cite(
    "decree-minimum-amv",
    *("3.1", "2"),
    "Durable special reception counts from sixteen places, which a municipality may spread over "
    "several sites.",
    "geldt een minimale omvang van zestien opvangplaatsen. Deze opvangplaatsen mogen verspreid "
    "worden over meerdere opvangvoorzieningen binnen de gemeente.",
)

DECREE_GRANT = _cite(
    "decree-grant",
    *("3.2", "1"),
    "Municipalities may get a grant for durable places as far as these are more than a number that "
    "a ministerial regulation sets.",
    "Gemeenten kunnen in aanmerking komen voor een uitkering voor duurzame opvangplaatsen voor "
    "zover het aantal opvangplaatsen hoger is dan een bij ministeriële regeling te bepalen aantal.",
)

RAMING_2024 = Source(
    "raming-2024",
    "Raming 2024 and indicative distribution",
    "Stcrt. 2024, 3320",
    "Fixes the places needed in the first cycle, the provincial tasks and the indicative number of "
    "each municipality.",
    (Passage(NOTICE, "Bekendmaking", "1", "bedraagt in totaal 96.000 opvangplaatsen"),),
)

PARAGRAPHS: tuple[Source, ...] = (
    DECREE_DURABLE,
    DECREE_RAMING,
    DECREE_PROVINCE,
    KEY_FORMULA,
    DECREE_PUBLICATION,
    DECREE_AMV,
    DECREE_REGISTRATION,
    DECREE_MINIMUM,
    DECREE_MINIMUM_AMV,
    DECREE_GRANT,
)
"""Every paragraph that is cited, in the order of the Decree."""
