# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for provinces and the country: sums, reports and takeovers."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "Task of {name}": "Opgave van {name}",
    "What counts in {name}": "Wat meetelt in {name}",
    "{name} among the provinces": "{name} en de andere provincies",
    "Rest of {name}": "Restopgave van {name}",
    "Decisions in {name}": "Besluiten in {name}",
    "Where the places of {name} are realised": "Waar de plaatsen van {name} worden gerealiseerd",
    "The provinces together": "De provincies samen",
    # Tasks.
    "Raming {path} asks {places} of {name}.": "Raming {path} vraagt {places} van {name}.",
    "Raming {path} asks {places} of {name}; the amv part is an estimate.": (
        "Raming {path} vraagt {places} van {name}; het amv-deel is een schatting."
    ),
    "Raming {path} asks {places} of {name}; it is not published, and an estimate.": (
        "Raming {path} vraagt {places} van {name}; dit is niet gepubliceerd en een schatting."
    ),
    "Raming {path}, national total {number} instead of {number_published}, asks {places} of "
    "{name}; "
    "it is not published, and an estimate.": (
        "Raming {path}, landelijk totaal {number} in plaats van {number_published}, vraagt "
        "{places} "
        "van {name}; dit is niet gepubliceerd en een schatting."
    ),
    "{year}, national total {number} instead of {number_published}": (
        "{year}, landelijk totaal {number} in plaats van {number_published}"
    ),
    "The shares by the key {key} add up.": (
        "De aandelen volgens de verdeelsleutel {key} tellen op tot de opgave."
    ),
    # What counts.
    "{places} count: {holdings}.": "{places} {places|telt|tellen} mee: {holdings}.",
    "Nothing counts.": "Er telt niets mee.",
    "Nothing counts with a municipality.": "Er telt niets mee bij een gemeente.",
    # The rest.
    "{names}: {number} {what} over {number_over} eligible municipalities.": (
        "{names}: {number} {what} over {number_over} {number_over|gemeente die in aanmerking "
        "komt|gemeenten die in aanmerking komen}."
    ),
    "Explain a municipality to see the divisor it shares.": (
        "De uitleg van een gemeente laat de deler zien die zij deelt."
    ),
    "The {what} of the rest go to: {holdings}.": (
        "De {what} van de restopgave gaan naar: {holdings}."
    ),
    # Decisions.
    "The decisions on {what}.": "De besluiten over {what}.",
    "{name} closes: its decisions, and the places without a municipality, are its task and what "
    "lies above it.": (
        "De verdeling in {name} is sluitend: de besluiten en de plaatsen zonder gemeente zijn "
        "samen de "
        "opgave en wat "
        "daarboven ligt."
    ),
    "{name} closes: its decisions, and the places without a municipality, are its task and what "
    "lies above it, less what others take over.": (
        "De verdeling in {name} is sluitend: de besluiten en de plaatsen zonder gemeente zijn "
        "samen de "
        "opgave en wat "
        "daarboven ligt, verminderd met wat anderen overnemen."
    ),
    "The tasks of the provinces together.": "De opgaven van de provincies samen.",
    "Their decisions together.": "De besluiten daarvan samen.",
    # Reports.
    "The report of {name} is not known. It is left out of the sums of the country, and its "
    "municipalities get no rest.": (
        "Het verslag van {name} is niet bekend. De provincie is buiten de landelijke sommen "
        "gelaten, en de gemeenten krijgen geen restopgave."
    ),
    "Of its surplus {places} are taken over by nobody.": (
        "Van het overschot {places|wordt|worden} {places} door niemand overgenomen."
    ),
    "Taken is {places}, {figure}. Its table says: {own}.": (
        "Uitgegaan is van {places} ({figure}). De tabel vermeldt daarbij: {own}."
    ),
    "{name}, {figure} in the report: {places}.": "{name}, {figure} in het verslag: {places}.",
    "How many of them are amv places is not known: here pro rata of the task, an estimate.": (
        "Hoeveel daarvan amv-plaatsen zijn, is niet bekend: hier naar rato van de opgave, een "
        "schatting."
    ),
    "How many of them are amv places is not known: here what they add to that estimate.": (
        "Hoeveel daarvan amv-plaatsen zijn, is niet bekend: hier wat zij aan die schatting "
        "toevoegen."
    ),
    "{name}, {figures} together: {places}, pro rata of the task {places_amv}, an estimate.": (
        "{name}, {figures} samen: {places}, naar rato van de opgave {places_amv}, een schatting."
    ),
    "by {number_day} February {year} (also {path}); {number} of them by {number_then} July "
    "{year_then}": (
        "per {number_day} februari {year} (ook {path}); {number} daarvan per {number_then} juli "
        "{year_then}"
    ),
    'rounded: "about {number} places"': 'afgerond: "ongeveer {number} plaatsen"',
    "{path} says {number}, it seems of regular places only": (
        "{path} noemt {number}, zo te zien alleen reguliere plaatsen"
    ),
    "first report; {number} in a later one": "eerste verslag; {number} in een later verslag",
    "about {number} offered": "circa {number} aangeboden",
    "amv {number} short of {number_of}": "amv {number} minder dan {number_of}",
    "about {number} promising initiatives; together almost {number_together}": (
        "circa {number} kansrijke initiatieven; samen bijna {number_together}"
    ),
    "{figure} in the provincial report": "{figure} in het provinciale verslag",
    "{number} multi-year places by the letter of {number_day} March {year}, less {number_less} by "
    "the table of {year_table}": (
        "{number} meerjarige plaatsen volgens de brief van {number_day} maart {year}, verminderd "
        "met {number_less} volgens de tabel van {year_table}"
    ),
    # Surplus, shortage and takeovers.
    "{name} has a surplus of {places}.": "{name} heeft een overschot van {places}.",
    "{name} is {places} short, before others take over.": (
        "{name} komt {places} tekort, voordat anderen overnemen."
    ),
    "Of them {places}, as amv places go first.": "Daarvan {places}, want amv-plaatsen gaan voor.",
    "{name} takes over {places} of its surplus of {number}, from {holdings}.": (
        "{name} neemt {places} over uit het overschot van {number}, van {holdings}."
    ),
    "What can be taken over goes to provinces pro rata of the {what} they lack. Taken over of "
    "{name}: {places}.": (
        "Wat kan worden overgenomen, gaat naar de provincies naar rato van de {what} die zij "
        "tekortkomen. Overgenomen van {name}: {places}."
    ),
    "No more than {places} can be: of whoever may take over from {name} the others need the "
    "rest.": (
        "Meer dan {places} is niet mogelijk: van wie van {name} mag overnemen, hebben de andere "
        "provincies de rest nodig."
    ),
    "Others take over {places} of {name}: {holdings}.": (
        "Anderen nemen {places} over van {name}: {holdings}."
    ),
    "Left to divide in {name}: {places}.": "Te verdelen in {name} blijft: {places}.",
    "Not known, and in no sum: {name}.": "Niet bekend en in geen som opgenomen: {name}.",
    "What counts and what is left to divide, of the provinces that are known.": (
        "Wat meetelt en wat nog te verdelen is, van de provincies die bekend zijn."
    ),
    "That is what the raming asks of them, with the surplus that nobody takes over and the amv "
    "places above a task.": (
        "Dat is wat de raming van hen vraagt, met het overschot dat niemand overneemt en de "
        "amv-plaatsen boven een opgave."
    ),
}
