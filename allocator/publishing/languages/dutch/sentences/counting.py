# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for what counts: offers, exchanges and pledges, with the reasons."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "What counts": "Wat meetelt",
    "{name} offers nothing.": "{name} biedt niets aan.",
    "The report of {name_province} is not known, so what {name} offers is not known either.": (
        "Het verslag van {name_province} is niet bekend; daarom is ook niet bekend wat {name} "
        "aanbiedt."
    ),
    "{name} offers nothing by name; of the {places} that count in {name_area} without a "
    "municipality it is not known where they stand.": (
        "{name} biedt niets op eigen naam aan; van de {places} die in {name_area} zonder gemeente "
        "meetellen, is niet bekend waar zij staan."
    ),
    "The report of {name} is taken as a whole, {places}. How many of them stand in {name_here} is "
    "not known, so none counts with {name_itself} itself.": (
        "Het verslag van {name} is als geheel overgenomen, {places}. Hoeveel daarvan in "
        "{name_here} staan, is niet bekend; daarom telt er bij {name_itself} zelf geen mee."
    ),
    # Offers.
    "Counts: {places}: {sentence}.": "Telt mee: {places}: {sentence}.",
    "Counts: {places} at {name}: {sentence}.": "Telt mee: {places} op {name}: {sentence}.",
    "Does not count: {places}: {sentence}.": "Telt niet mee: {places}: {sentence}.",
    "Does not count: {places} at {name}: {sentence}.": (
        "Telt niet mee: {places} op {name}: {sentence}."
    ),
    "Counts: {places} at site {number}: {sentence}.": (
        "Telt mee: {places} op locatie {number}: {sentence}."
    ),
    "Does not count: {places} at site {number}: {sentence}.": (
        "Telt niet mee: {places} op locatie {number}: {sentence}."
    ),
    "Does not count: {places} of {name}: {sentence}.": (
        "Telt niet mee: {places} van {name}: {sentence}."
    ),
    "{status}; available from {window}": "{status}; beschikbaar {window}",
    "{status}; available from {window}; {clauses}": "{status}; beschikbaar {window}; {clauses}",
    "by {path}, the file has {number} {status}": (
        "volgens {path}, het bestand vermeldt {number} plaatsen, {status}"
    ),
    "judged as one with {names}, together available from {window}": (
        "als één beoordeeld met {names}, samen beschikbaar {window}"
    ),
    "available on {date} for {number} years or longer": (
        "op {date} voor {number} jaar of langer beschikbaar"
    ),
    "coming available for {number} years or longer within {number_months} months after {date}": (
        "binnen {number_months} maanden na {date} voor {number} jaar of langer beschikbaar"
    ),
    "{phase}: {number_part} of {number} is {number_counted}": (
        "{phase}: {number_part} van {number} is {number_counted}"
    ),
    "{number} of {number_of} count, as many as are there on every day": (
        "{number} van de {number_of} tellen mee, zoveel als er op elke dag zijn"
    ),
    "its places count with {path}": "deze plaatsen tellen mee bij {path}",
    "not at one time with {path} at this site, and there more places count": (
        "niet tegelijk met {path} op deze locatie, en daar tellen meer plaatsen mee"
    ),
    "it has no places": "er zijn geen plaatsen",
    "it comes on {date}, later than {date_last}": "beschikbaar vanaf {date}, na {date_last}",
    "it ended on {date}, before {date_asked}": "geëindigd op {date}, vóór {date_asked}",
    "it ends on {date}, less than {number} years from {date_first}": (
        "eindigt op {date}, minder dan {number} jaar vanaf {date_first}"
    ),
    "together {places} of the municipality would count, less than {number} (Decree, art. 3.1(1))": (
        "samen zouden {places} van de gemeente meetellen, minder dan {number} (Besluit, art. 3.1, "
        "eerste lid)"
    ),
    "together {places} of the municipality would count, less than {number} (Decree, art. 3.1(2))": (
        "samen zouden {places} van de gemeente meetellen, minder dan {number} (Besluit, art. 3.1, "
        "tweede lid)"
    ),
    "Together {name} offers {places} that would count, less than the {number} of a municipality, "
    "so none of them does.": (
        "Samen biedt {name} {places} aan die zouden meetellen, minder dan de {number} van een "
        "gemeente; daarom telt er geen mee."
    ),
    "{status}; its window is not known": "{status}; de periode is niet bekend",
    "not realised by {path}; the file has {number} places": (
        "niet gerealiseerd volgens {path}; het bestand vermeldt {number} plaatsen"
    ),
    "{offered} places do not count here, only {offered_here}": (
        "{offered} plaatsen tellen hier niet mee, alleen {offered_here}"
    ),
    "available from {window}, not on {date}": "beschikbaar {window}, niet op {date}",
    "available from {window}, not from {date} to {date_last}": (
        "beschikbaar {window}, niet van {date} tot en met {date_last}"
    ),
    "available from {window}, less than {number} months": (
        "beschikbaar {window}, korter dan {number} maanden"
    ),
    "its first day is not known, so {number} months are not shown": (
        "de eerste dag is niet bekend, zodat {number} maanden niet zijn aangetoond"
    ),
    "a site of {places}, less than {number}": "een locatie van {places}, minder dan {number}",
    # Exchanges.
    "{verdict}: exchange {path}, {places} that stand in {name_giver} are credited to {name_taker}: "
    "{sentence}.": (
        "{verdict}: uitruil {path}, {places} in {name_giver} {places|telt|tellen} mee bij "
        "{name_taker}: {sentence}."
    ),
    "{verdict}: exchange {path}, {places} that stand in {name_giver} are credited to {name_taker} "
    "until {date}: {sentence}.": (
        "{verdict}: uitruil {path}, {places} in {name_giver} {places|telt|tellen} tot en met "
        "{date} mee bij {name_taker}: {sentence}."
    ),
    "It may be prolonged.": "Verlenging is mogelijk.",
    "After that they count with {name} again.": "Daarna tellen zij weer mee bij {name}.",
    "agreed from {window}": "overeengekomen {window}",
    "agreed from {window}; {clauses}": "overeengekomen {window}; {clauses}",
    "judged as one with {names}, together agreed from {window}": (
        "als één beoordeeld met {names}, samen overeengekomen {window}"
    ),
    "not at one time with {path}, and then more places count": (
        "niet tegelijk met {path}, en dan tellen meer plaatsen mee"
    ),
    "it has fallen away: its condition is not shown to be met, as is required here": (
        "vervallen: niet is aangetoond dat aan de voorwaarde is voldaan, wat hier is vereist"
    ),
    "On the condition that {own}.": "Voorwaarde: {own}.",
    "It is met": "Daaraan is voldaan",
    "It is not met": "Daaraan is niet voldaan",
    "It is open": "Of daaraan is voldaan, staat nog niet vast",
    "It is met: {sentence}": "Daaraan is voldaan: {sentence}",
    "It is not met: {sentence}": "Daaraan is niet voldaan: {sentence}",
    "It is open: {sentence}": "Of daaraan is voldaan, staat nog niet vast: {sentence}",
    "the offers show {number} of {number_of}": (
        "uit het aanbod blijken er {number} van de {number_of}"
    ),
    "the offers show {number} of {number_of}, {number_promised} were promised": (
        "uit het aanbod blijken er {number} van de {number_of}, {number_promised} zijn toegezegd"
    ),
    "the offers show {number} of {number_of}, {number_promised} were promised for {date}": (
        "uit het aanbod blijken er {number} van de {number_of}, {number_promised} zijn toegezegd "
        "voor {date}"
    ),
    "the offers, without the {number_given} that exchanges give away, show {number} of "
    "{number_of}": (
        "uit het aanbod, zonder de {number_given} die door uitruil worden weggegeven, blijken er "
        "{number} van de {number_of}"
    ),
    "the offers, without the {number_given} that exchanges give away, show {number} of "
    "{number_of}, {number_promised} were promised": (
        "uit het aanbod, zonder de {number_given} die door uitruil worden weggegeven, blijken er "
        "{number} van de {number_of}, {number_promised} zijn toegezegd"
    ),
    "the offers, without the {number_given} that exchanges give away, show {number} of "
    "{number_of}, {number_promised} were promised for {date}": (
        "uit het aanbod, zonder de {number_given} die door uitruil worden weggegeven, blijken er "
        "{number} van de {number_of}, {number_promised} zijn toegezegd voor {date}"
    ),
    "{name} shows {number} places of its own, operational on {date}": (
        "{name} toont {number} eigen plaatsen aan, operationeel op {date}"
    ),
    "{name} shows {number} places of its own (amv included), found before {date} and operational "
    "by {date_by}": (
        "{name} toont {number} eigen plaatsen aan (inclusief amv), gevonden vóór {date} en "
        "uiterlijk operationeel op {date_by}"
    ),
    "{own} ({name} shows {number} places of its own, operational on {date})": (
        "{own} ({name} toont {number} eigen plaatsen aan, operationeel op {date})"
    ),
    "{own}; its offers are not known": "{own}; het aanbod van deze gemeente is niet bekend",
    "the 200 places stand under Kampen in the decision although they are physically in Dronten": (
        "de 200 plaatsen staan in het verdeelbesluit bij Kampen, hoewel zij zich feitelijk in "
        "Dronten bevinden"
    ),
    "If {path} falls away, the pledge is split anew pro rata to what each lacks. Part of {name}: "
    "{places}.": (
        "Als {path} vervalt, wordt de toezegging opnieuw gesplitst naar rato van wat ieder "
        "tekortkomt. Deel van {name}: {places}."
    ),
    "If it falls away, {name} counts {places}, and {sentence}.": (
        "Als de uitruil vervalt, telt {name} {places}, en {sentence}."
    ),
    "the {number} count with {name} again": "tellen de {number} weer mee bij {name}",
    "{name} counts {number} fewer": "telt {name} er {number} minder",
    "the {number} count with {name} again, with its new parts of pledges in place of those that it "
    "has": (
        "tellen de {number} weer mee bij {name}, met de nieuwe delen van toezeggingen in plaats "
        "van de huidige"
    ),
    "{name} counts {number} fewer, with its new parts of pledges in place of those that it has": (
        "telt {name} er {number} minder, met de nieuwe delen van toezeggingen in plaats van de "
        "huidige"
    ),
    "In return {name} houses {number} status holders of {name_giver}, one for {number_rate} "
    "places.": (
        "Daartegenover huisvest {name} {number} statushouders van {name_giver}, één per "
        "{number_rate} plaatsen."
    ),
    "How many status holders the scenario has for either is not stated.": (
        "Van hoeveel statushouders het scenario voor elk van beide uitgaat, is niet vermeld."
    ),
    "{name} houses {number} status holders with these exchanges.": (
        "{name} huisvest met deze uitruil {number} statushouders."
    ),
    "In return {name} receives {number} Ukrainians of {name_giver}, one for {number_rate} "
    "places.": (
        "Daartegenover vangt {name} {number} Oekraïners van {name_giver} op, één per "
        "{number_rate} plaatsen."
    ),
    "How many Ukrainians the scenario has for either is not stated.": (
        "Van hoeveel Oekraïners het scenario voor elk van beide uitgaat, is niet vermeld."
    ),
    "{name} receives {number} Ukrainians with these exchanges.": (
        "{name} vangt met deze uitruil {number} Oekraïners op."
    ),
    # Pledges.
    "{name} pledges {places} ({name_pledge}) for {name_candidates}; which of them holds how many "
    "is "
    "not known.": (
        "{name} zegt gezamenlijk {places} toe ({name_pledge}) voor {name_candidates}; hoeveel "
        "daarvan bij wie komen, is niet bekend."
    ),
    "The pledge counts: {sentence}.": "De toezegging telt mee: {sentence}.",
    "The pledge does not count: {sentence}.": "De toezegging telt niet mee: {sentence}.",
    "The scenario has the plan of {name} in {name_pledge} fall through: its part, {places}, counts "
    "for nobody. The other candidates keep theirs.": (
        "In het scenario gaat het plan van {name} in {name_pledge} niet door: dat deel, {places}, "
        "telt voor niemand mee. De andere kandidaten behouden hun deel."
    ),
    "What {name} lacks of its share of {what}: {number}.": (
        "Wat {name} op het aandeel in {what} tekortkomt: {number}."
    ),
    "No candidate lacks {what}, so the shares decide; that of {name}: {number}.": (
        "Geen kandidaat komt {what} tekort; daarom zijn de aandelen bepalend; dat van {name}: "
        "{number}."
    ),
    "No candidate has a share of {what}, so all weigh alike: {name}: {number}.": (
        "Geen kandidaat heeft een aandeel in {what}; daarom wegen allen even zwaar: {name}: "
        "{number}."
    ),
    "Split over the candidates pro rata to that, an estimate. Part of {name}: {places}.": (
        "Gesplitst over de kandidaten naar rato daarvan, een schatting. Deel van {name}: {places}."
    ),
    "Together {name} counts {places}.": "In totaal telt {name} {places}.",
    # Notices.
    "{name}: {places} would count and do not, being less than the {number} of a municipality "
    "(Decree, art. 3.1(1))": (
        "{name}: {places} zouden meetellen maar tellen niet mee, want het zijn er minder dan de "
        "{number} van een gemeente (Besluit, art. 3.1, eerste lid)"
    ),
    "{name}: {places} would count and do not, being less than the {number} of a municipality "
    "(Decree, art. 3.1(2))": (
        "{name}: {places} zouden meetellen maar tellen niet mee, want het zijn er minder dan de "
        "{number} van een gemeente (Besluit, art. 3.1, tweede lid)"
    ),
    "{path} ({path_where}) has no effect: no offer has the phase {phase}": (
        "{path} ({path_where}) heeft geen gevolg: geen aanbod heeft de fase {phase}"
    ),
    "{places} of {name}, {status} ({path})": "{places} van {name}, {status} ({path})",
    "{clauses} may be the places that {path_exchange} ({path_row}) brings it from {name_giver}: if "
    "they are, take one of the two out, or they count twice": (
        "{clauses} kunnen de plaatsen zijn die {path_exchange} ({path_row}) oplevert vanuit "
        "{name_giver}: haal in dat geval een van beide weg, anders tellen zij dubbel"
    ),
    "{clauses} may be among the {number} places that {name_pledge} ({path_row}) pledges: if they "
    "are, take one of the two out, or they count twice": (
        "{clauses} kunnen horen bij de {number} plaatsen die {name_pledge} ({path_row}) toezegt: "
        "haal in dat geval een van beide weg, anders tellen zij dubbel"
    ),
    "{clauses} may be among the {number} places without a municipality in {name_area} "
    "({path_row}): if they are, take one of the two out, or they count twice": (
        "{clauses} kunnen horen bij de {number} plaatsen zonder gemeente in {name_area} "
        "({path_row}): haal in dat geval een van beide weg, anders tellen zij dubbel"
    ),
    "{number} offers of {number_of} municipalities ({path})": (
        "{number} regels aanbod van {number_of} gemeenten ({path})"
    ),
    "{clauses} and {clauses_other} are of one site and both are there from {window}, maybe as the "
    "same places: if they are, take one of the two out, or they count twice": (
        "{clauses} en {clauses_other} zijn van één locatie en zijn er beide {window}, mogelijk als "
        "dezelfde plaatsen: haal in dat geval een van beide weg, anders tellen zij dubbel"
    ),
    "the heading 'tot' ({path}) is read as 'tot en met': the places are there on that day": (
        "de kop ‘tot’ ({path}) is gelezen als ‘tot en met’: op die dag zijn de plaatsen er nog"
    ),
    "places count that are available on {date} ({path}), and the task of raming {path_raming} "
    "binds from {date_first} to {date_last}: {part} of the first is in the second": (
        "er tellen plaatsen mee die beschikbaar zijn op {date} ({path}), terwijl de opgave van "
        "raming {path_raming} geldt van {date_first} tot en met {date_last}: {part}"
    ),
    "places count that are available from {date} to {date_until} ({path}), and the task of raming "
    "{path_raming} binds from {date_first} to {date_last}: {part} of the first is in the second": (
        "er tellen plaatsen mee die beschikbaar zijn van {date} tot en met {date_until} ({path}), "
        "terwijl de opgave van raming {path_raming} geldt van {date_first} tot en met {date_last}: "
        "{part}"
    ),
    "{name}: {places} are split over the candidates pro rata to what they lack of their share: an "
    "estimate, the real split is not published": (
        "{name}: {places} {places|is|zijn} over de kandidaten gesplitst naar rato van wat zij op "
        "hun aandeel tekortkomen: een schatting, de werkelijke verdeling is niet gepubliceerd"
    ),
    "{name_pledge}: the scenario has the plan of {name} fall through; its part of the split, "
    "{places}, does not count, and the other candidates keep theirs": (
        "{name_pledge}: in het scenario gaat het plan van {name} niet door; dat deel van de "
        "splitsing, {places}, telt niet mee en de andere kandidaten behouden hun deel"
    ),
    "{path}: {name} lies outside the scenario: what it has is not known, and that it can give "
    "{places} is not checked": (
        "{path}: {name} ligt buiten het scenario: wat deze gemeente heeft, is niet bekend, en of "
        "zij {places} kan afstaan, is niet gecontroleerd"
    ),
    "{path} does not count: {sentence}": "{path} telt niet mee: {sentence}",
    "{path}: counted on the condition that {own}; that {sentence}": (
        "{path}: meegeteld onder een voorwaarde: {own}; {sentence}"
    ),
    "{path}: counted on the condition that {own} ({number} of {number_of} are shown); that "
    "{sentence}": (
        "{path}: meegeteld onder een voorwaarde: {own} ({number} van de {number_of} zijn "
        "aangetoond); {sentence}"
    ),
    "{path}: counted on the condition that {own} ({number} of {number_of} are shown, "
    "{number_promised} promised); that {sentence}": (
        "{path}: meegeteld onder een voorwaarde: {own} ({number} van de {number_of} zijn "
        "aangetoond, {number_promised} toegezegd); {sentence}"
    ),
    "{path}: counted on the condition that {own} ({number} of {number_of} are shown, "
    "{number_promised} promised for {date}); that {sentence}": (
        "{path}: meegeteld onder een voorwaarde: {own} ({number} van de {number_of} zijn "
        "aangetoond, {number_promised} toegezegd voor {date}); {sentence}"
    ),
    "is open": "of daaraan is voldaan, staat nog niet vast",
    "is not met, and it counts all the same": (
        "daaraan is niet voldaan, en de uitruil telt toch mee"
    ),
    "is open; {sentence}": "of daaraan is voldaan, staat nog niet vast; {sentence}",
    "is not met, and it counts all the same; {sentence}": (
        "daaraan is niet voldaan, en de uitruil telt toch mee; {sentence}"
    ),
    "without it {name} counts {number} places, and the {number_back} count with {name_giver} "
    "again": (
        "zonder de uitruil telt {name} {number} plaatsen, en tellen de {number_back} weer mee bij "
        "{name_giver}"
    ),
    "{names}: {name} gives {places} and has {number} of its own from {window_days}: {sentence}": (
        "{names}: {name} staat {places} af en heeft er zelf {number}, {window_days}: {sentence}"
    ),
    "{names}: {name} gives {places} and has {number} of its own from {date} on: {sentence}": (
        "{names}: {name} staat {places} af en heeft er vanaf {date} zelf {number}: {sentence}"
    ),
    "{names}: {name} gives {places} and has {number} of its own from the start on: {sentence}": (
        "{names}: {name} staat {places} af en heeft er vanaf het begin zelf {number}: {sentence}"
    ),
    "the contract of {names} ended on {date}": "het contract van {names} eindigde op {date}",
    "the contract of {names} begins on {date}": "het contract van {names} begint op {date}",
}
