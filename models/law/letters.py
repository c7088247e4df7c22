# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Letters, answers, rulings and the press, whose texts do not travel with the program."""

from __future__ import annotations

from models.law.source import Source

_LETTER_2024 = "letter of the Ministry of Asylum and Migration, 20 December 2024"
_MINISTRY_2026 = "Ministry of Asylum and Migration, 5 February 2026"
_ANSWERS = "answers to parliament of 18 April 2025, AH 1992"

KEY_AMENDMENT = Source(
    id="key-amendment",
    title="Amendment on the distribution key",
    publication="Kamerstukken 36 333 nr. 75; Kamerstukken I 36 333, F",
    says="The key counts inhabitants and the most recent SES-WOA score; the government has no "
    "discretion in it.",
)

DECISION = Source(
    id="decision",
    title="Verdeelbesluit 2024",
    publication=_LETTER_2024,
    says="Offered places and promising initiatives are taken over; the rest is divided pro rata "
    "of the indicative distribution over the eligible municipalities; every province closes.",
    quoted="verdeeld naar rato van de indicatieve verdeling",
)

EXCHANGING = Source(
    id="exchanging",
    title="Agreements on exchange (uitruil)",
    publication=_LETTER_2024,
    says="Municipalities may exchange at the provincial table; provinces with a surplus exchange "
    "with provinces that are short, so that the national total stays within the raming.",
    quoted="Provincies met een overschot op de eigen provinciale opgave kunnen in gesprek gaan "
    "met provincies die een restopgave hadden",
)

MERGING = Source(
    id="merging",
    title="Agreements on merging (samenvoegen)",
    publication=_LETTER_2024,
    says="The provincial tables are asked to merge small tasks, regular and amv; of the rest, and "
    "also of the places that municipalities offered themselves.",
    quoted="vraag ik de PRT's ook afspraken te maken over het samenvoegen van opgaven",
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
    quoted="uiterlijk voor 1 juli 2025",
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
    "and lasts longer than five years, or when it is available within twelve months. The law says "
    "at least 100 in a municipality (Decree, art. 3.1) and five years or longer (Act, art. 2(3)).",
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
    quoted="Asielopgave incl. amv 6.325",
)

KC_LETTER_2026 = Source(
    id="kc-letter-2026",
    title="Letter on the raming 2026",
    publication="King's Commissioner of Overijssel, 3 March 2026, D2026-03-000949",
    says="Overijssel has to make 5,801 places possible, of which 370 amv; 4,332 were available on "
    "1 February 2026, of which 1,921 for several years.",
    quoted="een opgave van 5.801 opvangplaatsen, waarvan 370 plaatsen voor alleenstaande "
    "minderjarige vreemdelingen (amv)",
)

PRT_LETTER_2023 = Source(
    id="prt-letter-2023",
    title="Letter on the task of Overijssel",
    publication="provincial table (PRT) of Overijssel, spring 2023",
    says="4,001 places, divided over IJsselland (1,836) and Twente (2,165) by inhabitants; at "
    "least 450 emergency places in each region.",
    quoted="evenredig (naar inwonertal) verdeeld over de twee regio's met voor IJsselland 1.836 "
    "opvangplekken en voor Twente 2.165",
)

MINISTRY_LETTER_2026 = Source(
    id="ministry-letter-2026",
    title="Letter to parliament on the raming 2026, with its decision note",
    publication=_MINISTRY_2026,
    says="88,000 places are needed, about 50,000 are available for several years (under an "
    "agreement and on 31 December 2028), about 38,000 are still to be realised.",
    quoted="op 31 december 2028 beschikbaar zijn",
)

RAMING_CHANGE_NOTE = Source(
    id="raming-change-note",
    title="Decision note with the letter on the raming 2026, on art. 2(2) of the Act",
    publication=_MINISTRY_2026,
    says="In the ministry's reading the raming is changed in between in exceptional circumstances "
    "and on demonstrable effects; the article itself sets no condition.",
    quoted="om de raming in uitzonderlijke omstandigheden, op basis van effecten die aantoonbaar "
    "zijn, tussentijds te wijzigen",
)

PLANNING_MARGIN = Source(
    id="planning-margin",
    title="Letter to parliament on the raming 2026, note 1",
    publication=_MINISTRY_2026,
    says="Openings in the phase of realisation or planning are in the number that is available; of "
    "those in planning a margin of uncertainty is taken off, whose size is not said.",
    quoted="Hierbij zijn verwachte openingen meegenomen als deze in de realisatiefase of "
    "planvormingsfase zijn, waarbij voor deze laatste groep een onzekerheidsmarge wordt "
    "gehanteerd.",
)

MOTIVATION = Source(
    id="motivation",
    title="Algemene wet bestuursrecht, art. 3:46",
    publication="Stb. 1992, 315",
    says="A decision rests on sound reasons.",
    quoted="Een besluit dient te berusten op een deugdelijke motivering.",
)

RULING_2017 = Source(
    id="ruling-2017",
    title="Ruling on decisions that rest on a program (AERIUS)",
    publication="Raad van State, 17 May 2017, ECLI:NL:RVS:2017:1259",
    says="Choices, data and assumptions of a program are made public fully, timely and of one's "
    "own accord.",
)

RULING_2018 = Source(
    id="ruling-2018",
    title="Ruling on what the user of a program enters (AERIUS Calculator)",
    publication="Raad van State, 18 July 2018, ECLI:NL:RVS:2018:2454",
    says="So are the choices and data that the user of a program enters, also where they are kept "
    "in electronic form only.",
)

RULING_2025 = Source(
    id="ruling-2025",
    title="Ruling on the decision of 2024 for The Hague",
    publication="Rechtbank Den Haag, 30 June 2025, ECLI:NL:RBDHA:2025:13423",
    says="The decision is suspended: its calculations are not transparent, and it has to be "
    "possible to follow them. Of this ruling a summary was seen.",
)

REDIVISION = Source(
    id="redivision",
    title="Wet algemene regels herindeling, artikel 44, eerste lid",
    publication="BWBR0003718",
    says="On the date of a redivision all rights and obligations of a municipality that is "
    "abolished pass to the one that its area is added to.",
    quoted="gaan op de datum van herindeling alle rechten en verplichtingen van een op te heffen "
    "gemeente over op de gemeente waaraan haar gebied wordt toegevoegd",
)

LETTERS: tuple[Source, ...] = (
    KEY_AMENDMENT,
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
    RAMING_CHANGE_NOTE,
    PLANNING_MARGIN,
    MOTIVATION,
    RULING_2017,
    RULING_2018,
    RULING_2025,
    REDIVISION,
)
"""Every text that is cited and does not travel along."""
