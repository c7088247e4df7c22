# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The citations: every text that a rule, a key or a report may refer to, as data.

Nothing else is cited as law. Where no article number is given, the article was not seen and the
document is cited. What is a reconstruction, or known from the press only, says so itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Source:
    """A text that a rule or a number rests on.

    Attributes:
        id: short name, by which results and documentation refer to it.
        title: the name of the text.
        publication: where it was published, or the letter and its date.
        says: what it says on the point for which it is cited, in the project's words.
    """

    id: str
    title: str
    publication: str
    says: str

    def __str__(self) -> str:
        """The citation on one line: title and publication."""
        return f"{self.title} ({self.publication})"


_ACT = "Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen"
_DECREE = "Besluit gemeentelijke taak mogelijk maken asielopvangvoorzieningen"
_LETTER_2024 = "letter of the Ministry of Asylum and Migration, 20 December 2024"
_ANSWERS = "answers to parliament of 18 April 2025, AH 1992"

ACT = Source(
    id="act",
    title=_ACT,
    publication="Stb. 2024, 12",
    says="Municipalities have the task to make reception places possible; in force since "
    "1 February 2024.",
)

ACT_RAMING = Source(
    id="act-raming",
    title=f"{_ACT}, art. 2(1)",
    publication="Stb. 2024, 12",
    says="The raming is fixed and published before 1 February of an even year.",
)

ACT_RAMING_CHANGE = Source(
    id="act-raming-change",
    title=f"{_ACT}, art. 2(2)",
    publication="Stb. 2024, 12",
    says="In between, the raming changes only in exceptional circumstances and on demonstrable "
    "effects.",
)

DECREE = Source(
    id="decree",
    title=_DECREE,
    publication="Stb. 2024, 13",
    says="Works the Act out: durable places, places of a special kind, and what the raming "
    "contains.",
)

DECREE_DURABLE = Source(
    id="decree-durable",
    title=f"{_DECREE}, art. 1.1",
    publication="Stb. 2024, 13",
    says="Durable places are available for at least five years.",
)

DECREE_RAMING = Source(
    id="decree-raming",
    title=f"{_DECREE}, chapter on the raming",
    publication="Stb. 2024, 13",
    says="The raming rests on the multi-year forecast (MPP) and the capacity decision of the COA; "
    "it holds the provincial tasks and the indicative distribution.",
)

RAMING_2024 = Source(
    id="raming-2024",
    title="Raming 2024 and indicative distribution",
    publication="Stcrt. 2024, 3320",
    says="Fixes the places needed in the first cycle, the provincial tasks and the indicative "
    "number of each municipality.",
)

KEY_AMENDMENT = Source(
    id="key-amendment",
    title="Amendment on the distribution key",
    publication="Kamerstukken 36 333 nr. 75; Kamerstukken I 36 333, F",
    says="The key counts inhabitants and the most recent SES-WOA score; the government has no "
    "discretion in it.",
)

KEY_FORMULA = Source(
    id="key-formula",
    title="Formula of the distribution key: a reconstruction, not a published text",
    publication="reconstructed from the published numbers of 2024",
    says="Inhabitants x (1 + SES-WOA), normalised to the national total; the 56 published "
    "municipal numbers deviate from it by 1.2 % on average.",
)

DECISION = Source(
    id="decision",
    title="Verdeelbesluit 2024",
    publication=_LETTER_2024,
    says="Offered places and promising initiatives are taken over; the rest is divided pro rata "
    "of the indicative distribution over the eligible municipalities; every province closes.",
)

EXCHANGING = Source(
    id="exchanging",
    title="Agreements on exchange (uitruil)",
    publication=_LETTER_2024,
    says="Municipalities may exchange at the provincial table; provinces with a surplus exchange "
    "with provinces that are short, so that the national total stays within the raming.",
)

MERGING = Source(
    id="merging",
    title="Agreements on merging (samenvoegen)",
    publication=_LETTER_2024,
    says="The provincial tables are asked to merge small tasks, regular and amv; of the rest, and "
    "also of the places that municipalities offered themselves.",
)

PROMISING = Source(
    id="promising",
    title="What makes an initiative promising (kansrijk)",
    publication=_ANSWERS,
    says="At least one of: local decisions are complete; the intended site is not available "
    "within six months; an existing site has a demonstrable prospect of extension; there is a "
    "clear commitment to deliver within six months.",
)

POLICY_RULE = Source(
    id="policy-rule",
    title="Policy rule on the decision (text not at hand)",
    publication="known from the press, December 2024",
    says="Weighs a balanced spread, special efforts of the past ten years (reception of "
    "Ukrainians, size and duration of a site count), and feasibility with information of COA, "
    "IND and DT&V.",
)

DEADLINES_1 = Source(
    id="deadlines-1",
    title="Deadlines of the first cycle",
    publication=_LETTER_2024,
    says="Report before 1 November 2024, decision by 31 December 2024, places by 1 July 2025.",
)

DEADLINES_2 = Source(
    id="deadlines-2",
    title="Deadline of the second cycle",
    publication="letter of the King's Commissioner of Overijssel, 3 March 2026",
    says="The report on the provincial contribution is due by 1 December 2026.",
)

EXISTING_PLACES = Source(
    id="existing-places",
    title="Existing places count",
    publication="Rijksoverheid, 31 January 2024",
    says="An existing site counts if the municipality wishes, when it has more than 100 places "
    "and lasts longer than five years, or when it is available within twelve months.",
)

OBJECTIONS = Source(
    id="objections",
    title="Objections against the decision of 2024",
    publication=_ANSWERS,
    says="33 municipalities and one province objected, 30 of them because more places were "
    "decided than offered: a decision has to be motivated.",
)

PROVINCIAL_REPORT_2024 = Source(
    id="prt-report-2024",
    title="Provincial report of Overijssel, first cycle of the Act",
    publication="King's Commissioner of Overijssel, October 2024",
    says="Tasks per municipality and region, guaranteed and intended places with their windows, "
    "and the exchange between Kampen and Dronten.",
)

KC_LETTER_2026 = Source(
    id="kc-letter-2026",
    title="Letter on the raming 2026",
    publication="King's Commissioner of Overijssel, 3 March 2026, D2026-03-000949",
    says="Overijssel has to make 5,801 places possible, of which 370 amv; 4,332 were available on "
    "1 February 2026, of which 1,921 for several years.",
)

PRT_LETTER_2023 = Source(
    id="prt-letter-2023",
    title="Letter on the task of Overijssel",
    publication="provincial table (PRT) of Overijssel, spring 2023",
    says="4,001 places, divided over IJsselland (1,836) and Twente (2,165) by inhabitants; at "
    "least 450 emergency places in each region.",
)

MINISTRY_LETTER_2026 = Source(
    id="ministry-letter-2026",
    title="Letter to parliament on the raming 2026, with its decision note",
    publication="Ministry of Asylum and Migration, 5 February 2026",
    says="88,000 places are needed, about 50,000 are available for several years (under an "
    "agreement and on 31 December 2028), about 38,000 are still to be realised.",
)

BALINSKI_YOUNG = Source(
    id="balinski-young-1982",
    title="Fair Representation: Meeting the Ideal of One Man, One Vote",
    publication="M. L. Balinski and H. P. Young, Yale University Press, 1982",
    says="Divisor methods, largest remainders, and what each of them keeps and loses.",
)

PUKELSHEIM = Source(
    id="pukelsheim-2017",
    title="Proportional Representation: Apportionment Methods and Their Applications",
    publication="F. Pukelsheim, second edition, Springer, 2017",
    says="Divisor intervals, ties, minima and maxima, and biproportional apportionment.",
)

MATHEMATICS: tuple[Source, ...] = (BALINSKI_YOUNG, PUKELSHEIM)
"""The books that the apportionment follows; they are no law."""

CITATIONS: Mapping[str, Source] = MappingProxyType(
    {
        source.id: source
        for source in (
            ACT,
            ACT_RAMING,
            ACT_RAMING_CHANGE,
            DECREE,
            DECREE_DURABLE,
            DECREE_RAMING,
            RAMING_2024,
            KEY_AMENDMENT,
            KEY_FORMULA,
            DECISION,
            EXCHANGING,
            MERGING,
            PROMISING,
            POLICY_RULE,
            DEADLINES_1,
            DEADLINES_2,
            EXISTING_PLACES,
            OBJECTIONS,
            PROVINCIAL_REPORT_2024,
            KC_LETTER_2026,
            PRT_LETTER_2023,
            MINISTRY_LETTER_2026,
            *MATHEMATICS,
        )
    }
)
"""Every citation by its id."""
