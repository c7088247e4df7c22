# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for the motivation for one municipality, and for what pages on paper carry."""

from __future__ import annotations

import re

from models.law import CITATIONS

PAPER: dict[str, str] = {
    "page {page} of {pages}": "pagina {page} van {pages}",
    "Table {number}: ": "Tabel {number}: ",
    "Figure {number}: ": "Figuur {number}: ",
}

# Numbers and places, and the words of arithmetic.
WORDS: dict[str, str] = {
    "and": "en",
    "or": "of",
    "amv": "amv",
    "regular": "regulier",
    "1 place": "1 plaats",
    "{n} places": "{n} plaatsen",
    "1 amv place": "1 amv-plaats",
    "{n} amv places": "{n} amv-plaatsen",
    "1 regular place": "1 reguliere plaats",
    "{n} regular places": "{n} reguliere plaatsen",
    "{has} of {share}": "{has} van {share}",
    "at least {n}": "ten minste {n}",
    "at most {n}": "ten hoogste {n}",
    "rounded": "afgerond",
    "rounded down": "naar beneden afgerond",
    "rounded up": "naar boven afgerond",
    "rounded at the geometric mean of the whole numbers around it": (
        "afgerond bij het meetkundig gemiddelde van de gehele getallen eromheen"
    ),
    "rounded at the harmonic mean of the whole numbers around it": (
        "afgerond bij het harmonisch gemiddelde van de gehele getallen eromheen"
    ),
    "rounded at the products x (x + 1)": "afgerond bij de producten x (x + 1)",
    "rounded down to its whole part": "naar beneden afgerond op een geheel getal",
    "one of the places left": "een van de overgebleven plaatsen",
    "by lot": "door loting",
    "by bound": "door een grens",
}

# The ends of the letter.
AROUND: dict[str, str] = {
    "Motivation of the number of reception places for {name}": (
        "Motivering van het aantal opvangplaatsen voor {name}"
    ),
    "To the municipal executive of {name}. Date: [date].": (
        "Aan het college van burgemeester en wethouders van {name}. Datum: [datum]."
    ),
    "Proposal": "Voorstel",
    "How the number comes about": "Hoe het aantal tot stand komt",
    "What is open": "Wat nog open is",
    "Please note": "Let op",
    "Sources": "Bronnen",
    "By the scenario {scenario} (raming {raming}) {name} makes {places} possible.": (
        "Volgens het scenario {scenario} (raming {raming}) maakt {name} {places} mogelijk."
    ),
    "By the scenario {scenario} (raming {raming}) {name} makes no places possible.": (
        "Volgens het scenario {scenario} (raming {raming}) maakt {name} geen plaatsen mogelijk."
    ),
    "That is a proposal, computed from that scenario. It is not a decision.": (
        "Dit is een voorstel dat uit dat scenario is berekend. Het is geen besluit."
    ),
    "By the scenario {scenario} (raming {raming}) there is no number of reception places "
    "for {name}, for the reason under step {step}. This letter decides nothing.": (
        "Volgens het scenario {scenario} (raming {raming}) is er geen aantal opvangplaatsen "
        "voor {name}; de reden staat bij stap {step}. Deze brief is geen besluit."
    ),
    "Of what is left to divide {name} gets nothing.": (
        "Uit de restopgave krijgt {name} geen plaatsen."
    ),
    "Share (indicative distribution)": "Aandeel (indicatieve verdeling)",
    "Counts already": "Telt al mee",
    "From the rest": "Uit de restopgave",
    "For this number nothing is open in the scenario.": (
        "Voor dit aantal staat in het scenario niets meer open."
    ),
    "{sources}. Run {run}, by {program}; settings {settings}. The annex of the scenario "
    "has the whole derivation, with the source of every number.": (
        "{sources}. Berekening {run} met {program}; instellingen {settings}. De volledige "
        "afleiding, met de bron van elk getal, staat in de bijlage bij het scenario."
    ),
    "Left out here for lack of room: {what}. See the annex.": (
        "Zie de bijlage voor {what}; daarvoor is hier geen ruimte."
    ),
    "the rows of the tables": "de regels van de tabellen",
    "the overview": "het overzicht",
    "the arithmetic of the share": "de rekenregels van het aandeel",
    "who else is in a merge": "de andere gemeenten in een samenvoeging",
    "[place], [date], [name and office of who signs]": (
        "[plaats], [datum], [naam en functie van de ondertekenaar]"
    ),
}

# From the task to the number.
STEPS: dict[str, str] = {
    "The raming {raming} asks {places} of {province}.": (
        "De raming {raming} vraagt {places} van {province}."
    ),
    "The scenario asks what if the country needed {total} places instead of the "
    "{published} that are published: an estimate.": (
        "Het scenario gaat uit van {total} plaatsen voor heel Nederland in plaats van de "
        "gepubliceerde {published}: een schatting."
    ),
    "The task of {province}, {places}, is the sum of what the key gives its municipalities.": (
        "De opgave van {province}, {places}, is de optelsom van wat de verdeelsleutel haar "
        "gemeenten geeft."
    ),
    "Published is a task of {total} places.": "Gepubliceerd is een opgave van {total} plaatsen.",
    "The scenario enters the task of {province} itself, {places}.": (
        "Het scenario geeft de opgave van {province} zelf, {places}."
    ),
    "Its source: {source}.": "De bron: {source}.",
    "That task is not published, and an estimate.": (
        "Deze opgave is niet gepubliceerd en is een schatting."
    ),
    "Its amv part is not published, and an estimate.": (
        "Het amv-deel daarvan is niet gepubliceerd en is een schatting."
    ),
    "By the key: the published indicative number.": (
        "De sleutel is het gepubliceerde indicatieve aantal."
    ),
    "By the key: inhabitants, corrected by the SES-WOA score.": (
        "De sleutel is het aantal inwoners, gecorrigeerd met de SES-WOA-score."
    ),
    "By the key: inhabitants.": "De sleutel is het aantal inwoners.",
    "The mix is {parts}, each as its part of the total of the country.": (
        "De samenstelling is {parts}, elk als deel van het landelijke totaal."
    ),
    "households": "huishoudens",
    "land area": "landoppervlakte",
    "income": "inkomen",
    "property value": "woningwaarde",
    "By the key: a mix of quantities that the scenario states.": (
        "De sleutel is een mengsel van gegevens dat in het scenario staat."
    ),
    "By the key: a column of a table of the scenario's own.": (
        "De sleutel is een kolom van een eigen tabel bij het scenario."
    ),
    "The share of {name} (indicative distribution) is {places}.": (
        "Het aandeel (indicatieve verdeling) van {name} is {places}."
    ),
    "For {name} that number is not known. It is filled in within {area} by {key}: an estimate.": (
        "Voor {name} is dat aantal niet bekend. Het is binnen {area} aangevuld naar {key}: "
        "een schatting."
    ),
    "the published numbers": "de gepubliceerde aantallen",
    "inhabitants and SES-WOA score": "inwoners en SES-WOA-score",
    "inhabitants": "inwoners",
    "Amv: unaccompanied minors.": "Amv staat voor alleenstaande minderjarige vreemdelingen.",
    "This number is published.": "Dit aantal is gepubliceerd.",
    "This number is computed; it is not a published one.": (
        "Dit aantal is berekend; het is niet gepubliceerd."
    ),
    "This number is an estimate.": "Dit aantal is een schatting.",
    "It is not known what counts: the report of the province is not known.": (
        "Het is niet bekend wat meetelt: het verslag van de provincie is niet bekend."
    ),
    "{name} counts {places}.": "Voor {name} tellen {places} mee.",
    "{name} counts no places.": "Voor {name} tellen geen plaatsen mee.",
    "Of its offers {places} do not count by the rule of the scenario.": (
        "Van het aanbod van de gemeente tellen {places} niet mee volgens de telregel van het "
        "scenario."
    ),
    "Of them {places} are a part of what the region pledged for several municipalities "
    "together; that split is an estimate.": (
        "Daarvan zijn {places} een deel van wat de regio voor meer gemeenten samen heeft "
        "toegezegd; die splitsing is een schatting."
    ),
    "By exchange {places} that stand in {giver} count with {taker}": (
        "Door uitruil tellen {places} in {giver} mee voor {taker}"
    ),
    "An exchange does not count: {places} that stand in {giver} for {taker}": (
        "Een uitruil telt niet mee: {places} in {giver} voor {taker}"
    ),
    ", until {day}": ", tot en met {day}",
    "What is left to divide in {area} can not be told.": (
        "De restopgave van {area} is niet te bepalen."
    ),
    "In {area} {places} count; {rest} are left to divide (the rest).": (
        "In {area} tellen {places} mee. De restopgave is {rest}."
    ),
    "Of what counts {places} belong to no municipality.": (
        "Daarvan horen {places} bij geen gemeente."
    ),
    "Other provinces take {places} over.": "Andere provincies nemen {places} over.",
    "{n} places of it come on top of the task, as the amv shortage is more than the whole rest.": (
        "Het amv-tekort is groter dan de hele restopgave; daarom komen {n} plaatsen boven op "
        "de opgave."
    ),
    "That is {n} more than the task.": "Dat zijn er {n} meer dan de opgave.",
    "The rest is divided pro rata of the share of each.": (
        "De restopgave is verdeeld naar rato van het aandeel van elk."
    ),
    "The rest is divided pro rata of what each lacks of its share.": (
        "De restopgave is verdeeld naar rato van wat elke gemeente tekortkomt op haar aandeel."
    ),
    "The divisor is one for all municipalities.": "De deler is voor alle gemeenten gelijk.",
    "Who falls under the same rules has the same divisor.": (
        "Gemeenten die onder dezelfde regels vallen, hebben dezelfde deler."
    ),
    "A limit of the scenario for {area} is reached and lowers this number.": (
        "Een grens uit het scenario voor {area} is bereikt en verlaagt dit aantal."
    ),
    "A limit of the scenario for {area} is reached and raises this number.": (
        "Een grens uit het scenario voor {area} is bereikt en verhoogt dit aantal."
    ),
    "{name} gets no places of these kinds: {kinds}. The scenario limits how small a site "
    "or how many participants there may be, and {name} is left out in that choice.": (
        "{name} krijgt geen plaatsen van de soort {kinds}. Het scenario begrenst hoe klein "
        "een locatie mag zijn of hoeveel gemeenten deelnemen, en bij die keuze valt {name} "
        "af."
    ),
    "Without a line of arithmetic its bounds decide: {places}.": (
        "Hier beslissen de grenzen van het scenario: {places}."
    ),
    "The smallest site that the scenario allows, {n} places, decides.": (
        "De kleinste locatie die het scenario toestaat, {n} plaatsen, bepaalt dit aantal."
    ),
    "A minimum of the scenario decides: {places}.": (
        "Een minimum uit het scenario bepaalt dit aantal: {places}."
    ),
    "A maximum of the scenario decides: {places}.": (
        "Een maximum uit het scenario bepaalt dit aantal: {places}."
    ),
    "What counts and its part of the rest make {places} for {name}.": (
        "Wat meetelt en het deel van de restopgave zijn samen {places} voor {name}."
    ),
    "For the minimum of emergency places in its region {name} is asked for {places}.": (
        "Voor het minimum aan noodopvangplaatsen in de regio wordt {name} om {places} gevraagd."
    ),
    "They are a part of this number.": "Deze maken deel uit van dit aantal.",
    "They come on top of this number.": "Deze komen boven op dit aantal.",
}

# Who may get rest places.
ELIGIBLE: dict[str, str] = {
    "All municipalities are eligible for the rest.": (
        "Alle gemeenten komen in aanmerking voor de restopgave."
    ),
    "Eligible for the rest is who the scenario names.": (
        "Voor de restopgave komen de gemeenten in aanmerking die het scenario noemt."
    ),
    "Eligible for the rest is who counts less than its share, for each kind apart.": (
        "Voor de restopgave komen gemeenten in aanmerking waarvoor minder meetelt dan hun "
        "aandeel, per soort."
    ),
    "Eligible for the rest is who counts less than its share, both kinds together.": (
        "Voor de restopgave komen gemeenten in aanmerking waarvoor minder meetelt dan hun "
        "aandeel, beide soorten samen."
    ),
    "{name} counts {compared}.": "Voor {name} tellen mee: {compared}.",
    "{name} is exempt.": "{name} is in het scenario vrijgesteld.",
    "{name} is exempt: it reached its number ({source}).": (
        "{name} is vrijgesteld: de gemeente heeft haar aantal bereikt ({source})."
    ),
    "{name} is exempt: it has had reception for long ({source}).": (
        "{name} is vrijgesteld: de gemeente vangt al langer op ({source})."
    ),
    "{name} is exempt: its special effort of the past ten years ({source}).": (
        "{name} is vrijgesteld: de bijzondere inspanningen van de gemeente in de afgelopen tien "
        "jaar ({source})."
    ),
    "{name} is exempt: it receives Ukrainians ({source}).": (
        "{name} is vrijgesteld: de gemeente vangt Oekraïense ontheemden op ({source})."
    ),
    "{name} is exempt, for a reason of its own ({source}).": (
        "{name} is vrijgesteld om een eigen reden ({source})."
    ),
    "Noted beside it: {note}": "Daarbij is aangetekend: {note}",
    "So {name} is eligible for both kinds.": "{name} komt dus voor beide soorten in aanmerking.",
    "So {name} is not eligible.": "{name} komt dus niet in aanmerking.",
    "So {name} is eligible for amv places only.": (
        "{name} komt dus alleen voor amv-plaatsen in aanmerking."
    ),
    "So {name} is eligible for regular places only.": (
        "{name} komt dus alleen voor reguliere plaatsen in aanmerking."
    ),
    "The report of the province is not known, so the scenario divides nothing here and "
    "{name} gets no number.": (
        "Het verslag van de provincie is niet bekend. Daarom verdeelt het scenario hier "
        "niets en krijgt {name} geen aantal."
    ),
    "By the rules of this scenario no division is possible.": (
        "Met de regels van dit scenario is geen verdeling mogelijk."
    ),
    "The computation was stopped before there was a division.": (
        "De berekening is gestopt voordat er een verdeling was."
    ),
}

# Where places are realised.
REALISED: dict[str, str] = {
    "The report of the province is taken as a whole: how many of its places stand in {name} is not known.": "Het verslag van de provincie is als geheel overgenomen: hoeveel van die plaatsen in {name} staan, is niet bekend.",
    "By the scenario {scenario} (raming {raming}) {name} gets {places} of the rest. What counts already with {name} is not known, so no number in all is told. This letter decides nothing.": "Volgens het scenario {scenario} (raming {raming}) krijgt {name} {places} van de restopgave. Wat er bij {name} al meetelt, is niet bekend; daarom staat hier geen totaal. Deze brief beslist niets.",
    "The number remains the task of {name}, also where places are realised elsewhere.": (
        "Het aantal blijft de taak van {name}, ook als plaatsen elders worden gerealiseerd."
    ),
    "In {name} itself {places} are realised.": "In {name} zelf worden {places} gerealiseerd.",
    "In {name} itself no places are realised.": "In {name} zelf worden geen plaatsen gerealiseerd.",
    "{name} realises {places} of {others}.": "{name} realiseert {places} van {others}.",
    "Its task of {places} stays {missing} short of a viable site: no merge is found.": (
        "De taak van {places} komt {missing} tekort voor een levensvatbare locatie; een "
        "samenvoeging is niet gevonden."
    ),
    "Its task of {places} is realised in {host} (at {km} km), with that of {others}.": (
        "De taak van {places} wordt gerealiseerd in {host} (op {km} km), samen met die van "
        "{others}."
    ),
    "Its task of {places} is realised in {host} (at {km} km).": (
        "De taak van {places} wordt gerealiseerd in {host} (op {km} km)."
    ),
    "By exchange {places} stand in {other}.": "Door uitruil staan {places} in {other}.",
    "By exchange {places} stand here for {other}.": (
        "Door uitruil staan hier {places} voor {other}."
    ),
    "{n} other municipalities": "{n} andere gemeenten",
}

# What is open.
WARNINGS: dict[str, str] = {
    "Estimates: {what}.": "Geschat: {what}.",
    "the share of {name}": "het aandeel van {name}",
    "the split of what the region pledged": "de splitsing van de toezegging van de regio",
    "the task of the province": "de opgave van de provincie",
    "the amv part of the task of the province": "het amv-deel van de opgave van de provincie",
    "They come on top of what counts in {name} by the report of the province: how many that are is "
    "not known.": (
        "Zij komen bovenop wat in {name} volgens het verslag van de provincie meetelt: hoeveel dat "
        "zijn is niet bekend."
    ),
    "the amv part of the report of the province": "het amv-deel van het verslag van de provincie",
    "The SES-WOA score covers less than 90 % of the households of {name}.": (
        "De SES-WOA-score omvat minder dan 90 % van de huishoudens van {name}."
    ),
    "The shares of {n} other municipalities are estimates too; they weigh in the divisor.": (
        "Ook het aandeel van {n} andere gemeenten is geschat; dat telt mee in de deler."
    ),
    "The share of {name} is an estimate too; it weighs in the divisor.": (
        "Ook het aandeel van {name} is geschat; dat telt mee in de deler."
    ),
    "open": "open",
    "not met": "niet vervuld",
    "The exchange with {other} hangs on a condition that is {state}, in these words:": (
        "Aan de uitruil met {other} is een voorwaarde verbonden ({state}), in deze woorden:"
    ),
    "The exchange with {other} hangs on a condition that is {state}. It begins so; the "
    "annex has it whole:": (
        "Aan de uitruil met {other} is een voorwaarde verbonden ({state}). Die begint zo; de hele "
        "tekst staat in de bijlage:"
    ),
    "The exchange with {other} hangs on a condition that is {state}: {words}.{shown}": (
        "Aan de uitruil met {other} is een voorwaarde verbonden ({state}): {words}.{shown}"
    ),
    "So far {shown} of {places} are shown.": "Tot nu toe zijn er {shown} van {places} aangetoond.",
    "So far {shown} of {places} are shown, {n} are promised.": (
        "Tot nu toe zijn er {shown} van {places} aangetoond; {n} zijn toegezegd."
    ),
    "If the exchange falls away, {name} counts {places}.": (
        "Vervalt de uitruil, dan tellen voor {name} {places} mee."
    ),
    "Lots decide among equal claims of {names} to {places}; they were drawn.": (
        "Bij gelijke aanspraken van {names} op {places} heeft het lot beslist."
    ),
    "Lots have to decide among equal claims of {names} to {places}; none were drawn yet, "
    "so the scenario goes by code.": (
        "Bij gelijke aanspraken van {names} op {places} moet het lot beslissen. Er is nog "
        "niet geloot; het scenario volgt tot dan de CBS-code."
    ),
    "It is not proven that no other division keeps to the rules better.": (
        "Het is niet bewezen dat geen andere verdeling beter aan de regels voldoet."
    ),
    "The national total is a what-if, not the published one.": (
        "Het landelijke totaal is een aanname en niet het gepubliceerde totaal."
    ),
    "This run did not pass its own checks: do not use it.": (
        "Deze berekening is niet door de eigen controles gekomen: gebruik haar niet."
    ),
}

# What is cited.
SOURCES: dict[str, str] = {
    "by analogy": "naar analogie",
    "Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen (Stb. 2024, 12)": (
        "Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen (Stb. 2024, 12)"
    ),
    "Raming 2024 and indicative distribution (Stcrt. 2024, 3320)": (
        "Raming 2024 en indicatieve verdeling (Stcrt. 2024, 3320)"
    ),
    "Amendment on the distribution key (Kamerstukken 36 333 nr. 75; Kamerstukken I 36 333, F)": (
        "Amendement over de verdeelsleutel (Kamerstukken 36 333 nr. 75; Kamerstukken I 36 333, F)"
    ),
    "Verdeelbesluit 2024 (letter of the Ministry of Asylum and Migration, 20 December 2024)": (
        "Verdeelbesluit 2024 (brief van het ministerie van Asiel en Migratie, 20 december 2024)"
    ),
    "Agreements on exchange (uitruil) (letter of the Ministry of Asylum and Migration, "
    "20 December 2024)": ("Afspraken over uitruil (brief van 20 december 2024)"),
    "Agreements on merging (samenvoegen) (letter of the Ministry of Asylum and "
    "Migration, 20 December 2024)": ("Afspraken over samenvoegen (brief van 20 december 2024)"),
    "Letter on the task of Overijssel (provincial table (PRT) of Overijssel, spring 2023)": (
        "Brief over de opgave van Overijssel (provinciale regietafel Overijssel, voorjaar 2023)"
    ),
}

ORDINALS = ("", "eerste", "tweede", "derde", "vierde")


def _paragraph(source: str) -> str:
    """`art. 7(1)(a)` as a letter has it: `art. 7, eerste lid, onder a`."""
    said = re.sub(r"(?<=\d)\((\d)\)", lambda found: f", {ORDINALS[int(found[1])]} lid", source)
    return re.sub(r" lid\(([a-z])\)", r" lid, onder \1", said)


SOURCES |= {
    str(source): _paragraph(str(source))
    for source in CITATIONS.values()
    if source.passages and ", art. " in source.title
}

PHRASES: dict[str, str] = {
    **PAPER,
    **WORDS,
    **AROUND,
    **STEPS,
    **ELIGIBLE,
    **REALISED,
    **WARNINGS,
    **SOURCES,
}
