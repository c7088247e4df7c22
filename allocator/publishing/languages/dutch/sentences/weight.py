# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for weights, shares, tasks, and how places follow from weights."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # Headings.
    "Weight": "Gewicht",
    "Share": "Aandeel",
    # Keys, by the first lines of their functions.
    "The key {key}.": "Verdeelsleutel {key}.",
    "The weight is inhabitants x (1 + SES-WOA score).": (
        "Het gewicht is het aantal inwoners x (1 + SES-WOA-score)."
    ),
    "The weight is the number of inhabitants on 1 January of the scenario's year.": (
        "Het gewicht is het aantal inwoners op 1 januari van het jaar van het scenario."
    ),
    "The weight is the published indicative number of places.": (
        "Het gewicht is het gepubliceerde indicatieve aantal plaatsen."
    ),
    "The weight is the value in a column of the user's own CSV or XLSX.": (
        "Het gewicht is de waarde in een kolom van een eigen CSV- of XLSX-bestand."
    ),
    "The weight is the sum over the parts: coefficient x part of the national total.": (
        "Het gewicht is de som over de onderdelen: coëfficiënt x deel van het landelijke totaal."
    ),
    "The key {key} knows no number for {name}. The scenario fills it by the key {key_other} within "
    "{name_area}: an estimate.": (
        "De verdeelsleutel {key} bevat geen getal voor {name}. Het scenario vult dit aan met de "
        "verdeelsleutel {key_other} binnen {name_area}: een schatting."
    ),
    "Figures of {name}: {items}.": "Cijfers van {name}: {items}.",
    "inhabitants on 1 January {year} {number}": "inwoners op 1 januari {year} {number}",
    "inhabitants by {path} {number}": "inwoners volgens {path} {number}",
    "SES-WOA score {number}": "SES-WOA-score {number}",
    "published indicative number {number}": "gepubliceerd indicatief aantal {number}",
    "of which amv, published {number}": "waarvan amv, gepubliceerd {number}",
    "value in the column {path} {number}": "waarde in de kolom {path} {number}",
    "income (inhabitants x income per inhabitant, in thousands of euros) {number}": (
        "inkomen (inwoners x inkomen per inwoner, in duizenden euro’s) {number}"
    ),
    "property value (households x mean value, in thousands of euros) {number}": (
        "woningwaarde (huishoudens x gemiddelde waarde, in duizenden euro’s) {number}"
    ),
    "land area (km2) {number}": "landoppervlakte (km2) {number}",
    "households {number}": "huishoudens {number}",
    "{quantity} of the whole country as far as known {number}": (
        "{quantity} van het hele land voor zover bekend {number}"
    ),
    "Weight by the key {key}.": "Gewicht volgens de verdeelsleutel {key}.",
    "The number was published for the raming {path}, not for {path_here}: as a weight it is an "
    "estimate.": (
        "Het getal is gepubliceerd voor de raming {path}, niet voor de raming {path_here}: als "
        "gewicht is het een schatting."
    ),
    "The number was published for the raming {path} with {number} places, not for {number_here}: "
    "as a weight it is an estimate.": (
        "Het getal is gepubliceerd voor de raming {path} met {number} plaatsen, niet voor "
        "{number_here}: als gewicht is het een schatting."
    ),
    "The municipalities of {name_area} that the key knows weigh {number} by it, and {number_other} "
    "by the key {key}; {name} is scaled alike.": (
        "De gemeenten van {name_area} die in de verdeelsleutel voorkomen, wegen daarin samen "
        "{number} en volgens de verdeelsleutel {key} {number_other}; {name} is naar dezelfde "
        "verhouding geschaald."
    ),
    "The published numbers of {name} that are known: {holdings}.": (
        "De bekende gepubliceerde aantallen van {name}: {holdings}."
    ),
    "{name} has {number} published places, of which those take {number_taken}.": (
        "{name} heeft {number} gepubliceerde plaatsen, waarvan deze gemeenten er {number_taken} "
        "hebben."
    ),
    "The {number} places that are left go to those whose number is not known ({name_others}), by "
    "that weight. Weight of {name}: {places}.": (
        "De {number} resterende plaatsen gaan naar de gemeenten waarvan het aantal niet bekend is "
        "({name_others}), naar dat gewicht. Gewicht van {name}: {places}."
    ),
    # Shares.
    "{name_area} has to make {number} {what} possible, shared out by the weights. Share of {name}: "
    "{places}.": (
        "{name_area} moet {number} {what} mogelijk maken, verdeeld naar gewicht. Aandeel van "
        "{name}: {places}."
    ),
    "{name_area} has to make {number} {what} possible, shared out by the weights, nobody more than "
    "its whole share. Share of {name}: {places}.": (
        "{name_area} moet {number} {what} mogelijk maken, verdeeld naar gewicht, voor niemand meer "
        "dan het gehele aandeel. Aandeel van {name}: {places}."
    ),
    "So the share of {name} is {places}; the others are regular.": (
        "Het aandeel van {name} is dus {places}; de overige zijn regulier."
    ),
    "This share is an estimate, for the task of {name} is one.": (
        "Dit aandeel is een schatting, want de opgave van {name} is dat ook."
    ),
    "This share is an estimate, for the weight of {name} is one.": (
        "Dit aandeel is een schatting, want het gewicht van {name} is dat ook."
    ),
    # Tasks that are not published, or at another national total.
    "Not every province has a published {task}. What the published ones leave of the national "
    "{task_national} is shared out over the other provinces by their tasks in raming {path}: an "
    "estimate.": (
        "Niet voor elke provincie is een {task} gepubliceerd. Wat de gepubliceerde opgaven van de "
        "landelijke {task_national} overlaten, is over de andere provincies verdeeld naar hun "
        "opgave in raming {path}: een schatting."
    ),
    "Not every province has a published {task}. What the published ones leave of the national "
    "{task_national} is shared out over the other provinces by their whole tasks: an estimate.": (
        "Niet voor elke provincie is een {task} gepubliceerd. Wat de gepubliceerde opgaven van de "
        "landelijke {task_national} overlaten, is over de andere provincies verdeeld naar hun "
        "gehele opgave: een schatting."
    ),
    "The {task} of {name}: {places}.": "De {task} van {name}: {places}.",
    "Neither its amv task nor that of the country is published. The provinces whose tasks are not "
    "share amv places in the proportion of those that are: an estimate.": (
        "Noch de amv-opgave van de provincie, noch die van het land is gepubliceerd. Voor de "
        "provincies zonder gepubliceerde opgave is de verhouding van de amv-plaatsen aangehouden "
        "van de provincies waarvan de opgave wel is gepubliceerd: een schatting."
    ),
    "The scenario asks what if the national total were {number} places instead of "
    "{number_published}. Every published {task} keeps its proportion to the national total: an "
    "estimate.": (
        "Het scenario gaat na wat er zou gelden als het landelijke totaal {number} plaatsen was in "
        "plaats van {number_published}. Elke gepubliceerde {task} houdt haar verhouding tot het "
        "landelijke totaal: een schatting."
    ),
    "The scenario asks what if the national total were {number} places instead of "
    "{number_published}. Every published {task} keeps its proportion to the national total, and so "
    "does what they leave of the national {task_national}, {number_left} places: an estimate.": (
        "Het scenario gaat na wat er zou gelden als het landelijke totaal {number} plaatsen was in "
        "plaats van {number_published}. Elke gepubliceerde {task} houdt haar verhouding tot het "
        "landelijke totaal, en dat geldt ook voor wat zij van de landelijke {task_national} "
        "overlaten, {number_left} plaatsen: een schatting."
    ),
    "At that scale, the {task} of {name}: {places}.": (
        "De {task} van {name} op die schaal: {places}."
    ),
    "At that scale, the {task} of all other provinces together: {places}.": (
        "De {task} van alle andere provincies samen op die schaal: {places}."
    ),
    "Its regions keep their parts of the {task}, as published: an estimate.": (
        "De regio’s behouden hun deel van de {task}, zoals gepubliceerd: een schatting."
    ),
    # How places follow from weights.
    "Nothing is left to divide.": "Er is niets meer te verdelen.",
    "It does not take part, for the reason below.": (
        "Er is geen deelname, om de hieronder genoemde reden."
    ),
    "Without weight it gets its minimum and no more.": (
        "Zonder gewicht blijft het bij het minimum."
    ),
    "Its bounds decide.": "De grenzen zijn bepalend.",
    "There are fewer places ({number}) than claimants, each of which is owed a first one: the "
    "largest weights go first, and its weight is number {number_rank}.": (
        "Er zijn minder plaatsen ({number}) dan deelnemers, die elk recht hebben op een eerste "
        "plaats: de grootste gewichten gaan voor, en dit gewicht is nummer {number_rank}."
    ),
    "The quota is one for all. The last remainder that got one of the places left is {number}; the "
    "first that got none is {number_none}.": (
        "Het quotum is voor allen gelijk. Het laatste overschot dat een van de overgebleven "
        "plaatsen kreeg, is {number}; het eerste dat er geen kreeg, is {number_none}."
    ),
    "The quota is one for all. The last remainder that got one of the places left is none; the "
    "first that got none is {number_none}.": (
        "Het quotum is voor allen gelijk. Geen enkel overschot kreeg een van de overgebleven "
        "plaatsen; het eerste dat er geen kreeg, is {number_none}."
    ),
    "The quota is one for all. The last remainder that got one of the places left is {number}; the "
    "first that got none is none.": (
        "Het quotum is voor allen gelijk. Het laatste overschot dat een van de overgebleven "
        "plaatsen kreeg, is {number}; elk overschot kreeg er een."
    ),
    "The quota is one for all. The last remainder that got one of the places left is none; the "
    "first that got none is none.": (
        "Het quotum is voor allen gelijk. Er waren geen overgebleven plaatsen en geen overschotten."
    ),
    "The divisor is one for all who fall under the same rules, such that their places add up to "
    "{number}.": (
        "De deler is dezelfde voor alle gemeenten die onder dezelfde regels vallen, zo gekozen dat "
        "hun plaatsen optellen tot {number}."
    ),
    "The divisor is one for all, such that the places add up to {number}.": (
        "De deler is voor allen gelijk en zo gekozen dat de plaatsen optellen tot {number}."
    ),
    "No other divisor does; who comes out exactly on the boundary is tied.": (
        "Geen andere deler voldoet; wie precies op de grens uitkomt, heeft een gelijke aanspraak."
    ),
    "Every divisor from {number} to {number_to}{squares} gives the same.": (
        "Elke deler van {number} tot en met {number_to}{squares} geeft dezelfde uitkomst."
    ),
    "Every divisor from {number}{squares} gives the same.": (
        "Elke deler vanaf {number}{squares} geeft dezelfde uitkomst."
    ),
    "Every divisor to {number}{squares} gives the same.": (
        "Elke deler tot en met {number}{squares} geeft dezelfde uitkomst."
    ),
    "Every divisor between {number} and {number_to}{squares} gives the same.": (
        "Elke deler tussen {number} en {number_to}{squares} geeft dezelfde uitkomst."
    ),
    "Every divisor{squares} gives the same.": "Elke deler{squares} geeft dezelfde uitkomst.",
    "Rules bind kinds or regions together, so the places are those with the least sum of (places - "
    "pro rata)^2 / weight; the `multipliers` in the JSON prove it.": (
        "Regels verbinden soorten of regio’s met elkaar. De plaatsen zijn daarom die met de "
        "kleinste som van (plaatsen - naar rato)^2 / gewicht; de `multipliers` in de JSON "
        "bewijzen dat."
    ),
    "The bounds of each decide.": "Ieders grenzen zijn bepalend.",
    "Places = weight / {number}, rounded down; the places left go to the largest "
    "remainders{bounded}.": (
        "Plaatsen = gewicht / {number}, naar beneden afgerond; de overgebleven plaatsen gaan naar "
        "de grootste overschotten{bounded}."
    ),
    "There are fewer places than claimants: the largest weights go first.": (
        "Er zijn minder plaatsen dan deelnemers: de grootste gewichten gaan voor."
    ),
    "The square of the divisor is {number}{bounded}.": (
        "Het kwadraat van de deler is {number}{bounded}."
    ),
    "Places = weight / {number}, {rounded}{bounded}.": (
        "Plaatsen = gewicht / {number}, {rounded}{bounded}."
    ),
    # Ties.
    "{claimants} tie for {places}. The order of lots among them: {claimants_order} "
    "({sentence_origin}). Drawn: {claimants_drawn}.": (
        "{claimants} hebben een gelijke aanspraak op {places}. De volgorde van de loting tussen "
        "hen: {claimants_order} ({sentence_origin}). Ingeloot: {claimants_drawn}."
    ),
    "{places} could be taken over otherwise over as little distance: {pairs}. One after the other "
    "has as many as it can, in the order of lots: {claimants} ({sentence_origin}).": (
        "{places} {places|kan|kunnen} over een even kleine afstand ook anders worden overgenomen: "
        "{pairs}. Om de beurt krijgt ieder zo veel als mogelijk, in de volgorde van de loting: "
        "{claimants} ({sentence_origin})."
    ),
    "by CBS code: no lots were drawn": "op volgorde van CBS-code: er is niet geloot",
    "drawn: {path}": "geloot: {path}",
}
