# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The Act, paragraph by paragraph, as far as the program rests on it."""

from __future__ import annotations

from models.law.source import Passage, Source

TITLE = "Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen"
PUBLICATION = "Stb. 2024, 12"
TEXT = "BWBR0049307"


def _cite(id_: str, article: str, paragraph: str, says: str, words: str, part: str = "") -> Source:
    passage = Passage(TEXT, article, paragraph, words, part)
    return Source(id_, f"{TITLE}, {passage.where}", PUBLICATION, says, (passage,))


ACT_RAMING = _cite(
    "act-raming",
    *("2", "1"),
    "Once every two years, before 1 February, the minister makes known how many places are "
    "expected to be needed in the two years that follow.",
    "maakt eens in de twee jaren voor 1 februari van het kalenderjaar bekend aan hoeveel "
    "opvangplaatsen voor asielzoekers in de daarop volgende twee jaren naar verwachting behoefte "
    "zal zijn",
)

ACT_RAMING_CHANGE = _cite(
    "act-raming-change",
    *("2", "2"),
    "In between, the raming may be changed; the article sets no condition.",
    "De raming, bedoeld in het eerste lid, kan tussentijds worden gewijzigd.",
)

ACT_DURABLE = _cite(
    "act-durable",
    *("2", "3"),
    "What a province has to make available is lowered by the places that are available for five "
    "years or longer, or will be for that long within the next twelve months.",
    "wordt het aantal plaatsen dat voor vijf jaar of langer beschikbaar is of in de daaropvolgende "
    "twaalf maanden voor die periode beschikbaar zal komen in mindering gebracht",
)

ACT_KEY = _cite(
    "act-key",
    *("3", "1"),
    "The distribution rests on the number of inhabitants of a municipality and on the most recent "
    "SES-WOA score per municipality of CBS.",
    "De verdeling is gebaseerd op het aantal inwoners van de betreffende gemeente en op de "
    "Sociaaleconomische status – Welvaart, Opleiding en Arbeidsscore (SES-WOA-score) op "
    "gemeenteniveau, waarbij deze score wordt bepaald aan de hand van de meest recente "
    "«SES-WOA-score per gemeente» van het CBS.",
)

ACT_DISTRIBUTION = _cite(
    "act-distribution",
    *("3", "2"),
    "Once every two years, before 1 February, the minister makes known the distribution over the "
    "provinces and the indicative distribution per municipality.",
    "maakt eens in de twee jaren voor 1 februari van het kalenderjaar de verdeling over alle "
    "provincies bekend alsmede de indicatieve verdeling per gemeente",
)

ACT_REPORT = _cite(
    "act-report",
    *("4", "2"),
    "The King's Commissioner reports once every two years, before 1 November.",
    "brengt eens in de twee jaren voor 1 november van het kalenderjaar aan Onze Minister een "
    "verslag uit van het overleg",
)

ACT_DECISION = _cite(
    "act-decision",
    *("5", "1"),
    "Before 31 December the minister decides per province which municipalities get the places "
    "needed, for the two calendar years that follow.",
    "neemt eens in de twee jaren voor 31 december van het kalenderjaar een verdeelbesluit, per "
    "provincie, waarin de benodigde opvangplaatsen per provincie, bedoeld in artikel 3, voor de "
    "duur van twee daarop volgende kalenderjaren voor asielzoekers over de in het besluit "
    "aangewezen gemeenten worden verdeeld",
)

ACT_BALANCE = _cite(
    "act-balance",
    *("5", "2"),
    "The minister heeds the report, strives for a distribution over the country that is as even as "
    "possible, and takes the SES-WOA score into account as far as possible.",
    "Bij het verdeelbesluit slaat Onze Minister acht op het verslag, bedoeld in artikel 4, tweede "
    "lid, en streeft hij naar een zo evenwichtig mogelijke verdeling over het grondgebied van "
    "Nederland.",
)

ACT_DECISION_CHANGE = _cite(
    "act-decision-change",
    *("5", "3"),
    "In special circumstances the decision may be changed in between.",
    "Het verdeelbesluit kan bij bijzondere omstandigheden tussentijds worden gewijzigd.",
)

ACT_TASK = _cite(
    "act-task",
    *("6", "1"),
    "A designated municipality makes reception possible, in accordance with the decision, within "
    "the two years of the decision.",
    "draagt binnen de termijn van twee jaar, bedoeld in artikel 5, eerste lid, zorg voor het "
    "mogelijk maken van opvangvoorzieningen voor asielzoekers in de gemeente overeenkomstig het "
    "verdeelbesluit",
)

ACT_TERM = _cite(
    "act-term",
    *("7", "1"),
    "A site or building is put at the disposal of the COA within six months after the decision is "
    "made known, or within the longer term that the decision sets.",
    "ter beschikkingstelling aan het COA van een locatie of accommodatie binnen zes maanden na "
    "bekendmaking van het verdeelbesluit of de in het verdeelbesluit opgenomen langere termijn",
    "a",
)

ACT_UNFORESEEN = _cite(
    "act-unforeseen",
    *("8", ""),
    "A municipality that expects not to be in time reports it to the minister at once.",
    "naar verwachting niet tijdig kan worden gerealiseerd, maakt het college hier onverwijld "
    "melding van aan Onze Minister",
)

ACT_GRANT_DURABLE = _cite(
    "act-grant-durable",
    *("9", "2"),
    "At the request of a municipality there may be a grant for each place above a number that a "
    "regulation sets, given a least number of places and a least time.",
    "op verzoek van een gemeente voor iedere opvangplaats waarmee een bij of krachtens algemene "
    "maatregel van bestuur bepaald aantal opvangplaatsen binnen een bepaalde periode wordt "
    "overschreden, uitgaande van een bepaald minimaal aantal opvangplaatsen en een minimale "
    "beschikbaarheid in tijd van deze opvangplaatsen",
    "b",
)

_ABOVE = (
    "verstrekt Onze Minister de provincie en gemeenten een specifieke uitkering voor iedere "
    "opvangplaats waarmee 75% van het in artikel 3, eerste lid, bedoelde aantal opvangplaatsen in "
    "de provincie is overschreden"
)
_LEFT_OUT = (
    "De opvangplaatsen waarvoor met toepassing van het tweede lid op verzoek van een gemeente een "
    "specifieke uitkering is verstrekt, zijn daarvan uitgesloten."
)
_DIVIDED = (
    "De uitkering wordt verdeeld tussen de provincie en, naar rato van het aantal geboden "
    "plaatsen, de gemeenten die opvangplaatsen hebben geboden en hebben voldaan aan de in artikel "
    "5, eerste lid, bedoelde taak."
)
ACT_GRANT = Source(
    "act-grant",
    f"{TITLE}, art. 9(3)",
    PUBLICATION,
    "After the two years the province and its municipalities get a grant for each place above 75 % "
    "of the provincial number, those of art. 9(2) left out; it is divided between the province "
    "and, pro rata of the places provided, the municipalities that met their task.",
    tuple(Passage(TEXT, "9", "3", words) for words in (_ABOVE, _LEFT_OUT, _DIVIDED)),
)

PARAGRAPHS: tuple[Source, ...] = (
    ACT_RAMING,
    ACT_RAMING_CHANGE,
    ACT_DURABLE,
    ACT_KEY,
    ACT_DISTRIBUTION,
    ACT_REPORT,
    ACT_DECISION,
    ACT_BALANCE,
    ACT_DECISION_CHANGE,
    ACT_TASK,
    ACT_TERM,
    ACT_UNFORESEEN,
    ACT_GRANT_DURABLE,
    ACT_GRANT,
)
"""Every paragraph that is cited, in the order of the Act."""
