# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for who is eligible, the rest, what binds it, and the decision."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "Eligible": "In aanmerking komen",
    "Rest": "Restopgave",
    "Decision": "Verdeelbesluit",
    "the lines above": "zie hierboven",
    # Eligible or not.
    "Eligible for rest places of the kind {kind}: {sentence}.": (
        "Komt in aanmerking voor plaatsen uit de restopgave, soort {kind}: {sentence}."
    ),
    "Not eligible for rest places of the kind {kind}: {sentence}.": (
        "Komt niet in aanmerking voor plaatsen uit de restopgave, soort {kind}: {sentence}."
    ),
    "the report of its province is not known, so nothing is divided": (
        "het verslag van de provincie is niet bekend, zodat niets wordt verdeeld"
    ),
    "Of the rest {name} has to make {places} possible, on top of what counts there by the report "
    "of {name_province}: how many that are is not known.": (
        "Van de restopgave moet {name} {places} mogelijk maken, bovenop wat daar volgens het "
        "verslag van {name_province} meetelt: hoeveel dat zijn is niet bekend."
    ),
    "exempted by the scenario": "door het scenario vrijgesteld",
    "exempted by the scenario because it reached its number ({own})": (
        "door het scenario vrijgesteld omdat de gemeente haar aantal heeft bereikt ({own})"
    ),
    "exempted by the scenario because it has had reception for long ({own})": (
        "door het scenario vrijgesteld omdat de gemeente al langer opvangt ({own})"
    ),
    "exempted by the scenario because of its special effort of the past ten years ({own})": (
        "door het scenario vrijgesteld om de bijzondere inspanningen van de afgelopen tien jaar "
        "({own})"
    ),
    "exempted by the scenario because it receives Ukrainians ({own})": (
        "door het scenario vrijgesteld omdat de gemeente Oekraïense ontheemden opvangt ({own})"
    ),
    "exempted by the scenario for a reason of its own ({own})": (
        "door het scenario vrijgesteld om een eigen reden ({own})"
    ),
    "The scenario notes: {own}": "Het scenario tekent daarbij aan: {own}",
    "The scenario lets a municipality come to at most {number} x its own share of {what}; it "
    "counts more already, so it keeps that and gets no rest places.": (
        "Het scenario laat een gemeente op ten hoogste {number} x haar eigen aandeel aan "
        "{what} uitkomen; er telt al meer mee, dus dat blijft staan en er komen geen "
        "plaatsen uit de restopgave bij."
    ),
    "The scenario lets a municipality come to at most {number_part} x its own share of {what}, in "
    "whole places: {number}. What it counts and its rest places stay within that.": (
        "Het scenario laat een gemeente op ten hoogste {number_part} x haar eigen aandeel aan "
        "{what} uitkomen, in hele plaatsen: {number}. Wat meetelt en de plaatsen uit de "
        "restopgave blijven daarbinnen."
    ),
    "not named by the scenario": "door het scenario niet aangewezen",
    "named by the scenario": "door het scenario aangewezen",
    "everybody takes part": "alle gemeenten doen mee",
    "counts {number} {what}, its share is {number_share}": (
        "telt {number} {what}, het aandeel is {number_share}"
    ),
    "counts {number} of a share of {places}": "telt er {number} bij een aandeel van {places}",
    # The rest of an area.
    "It is not known what counts in {name}, so there is no rest to tell.": (
        "Wat in {name} meetelt, is niet bekend; daarom is er geen restopgave te noemen."
    ),
    "The task of {name} is not published for this raming, so it is the sum of the shares of its "
    "municipalities.": (
        "De opgave van {name} is voor deze raming niet gepubliceerd en is daarom de som van de "
        "aandelen van de gemeenten."
    ),
    "{name} has to make {places} possible; {places_counted} count. The amv places come first.": (
        "{name} moet {places} mogelijk maken; {places_counted} {places_counted|telt|tellen} mee. "
        "De amv-plaatsen gaan voor."
    ),
    "{name} has to make {places} possible; {places_counted} count and {places_without} without a "
    "municipality. The amv places come first.": (
        "{name} moet {places} mogelijk maken; {places_counted} {places_counted|telt|tellen} mee, "
        "en {places_without} zonder gemeente. De amv-plaatsen gaan voor."
    ),
    "{places} are taken over by other provinces.": ("Andere provincies nemen {places} over."),
    "The regular places of the rest are what is left of the task after those.": (
        "De reguliere plaatsen van de restopgave zijn wat daarna van de opgave overblijft."
    ),
    "The amv shortage is more than the whole rest: {places} come on top of the task.": (
        "Het amv-tekort is groter dan de gehele restopgave: {places} {places|komt|komen} boven op "
        "de opgave."
    ),
    "{name} counts {places} above its task.": "{name} telt {places} boven de opgave.",
    "The report of {name} is not known, so nothing is divided.": (
        "Het verslag van {name} is niet bekend, zodat niets wordt verdeeld."
    ),
    "{name} is not eligible for {what}, so it gets none of them.": (
        "{name} komt niet in aanmerking voor {what} en krijgt er daarom geen."
    ),
    "The {what} are divided pro rata of what each lacks of its share.": (
        "De {what} worden verdeeld naar rato van wat ieder op het aandeel tekortkomt."
    ),
    "The {what} are divided pro rata of the share of that kind, here {number}.": (
        "De {what} worden verdeeld naar rato van het aandeel van die soort, hier {number}."
    ),
    "The {what} are divided pro rata of the gap of that kind, here {number}.": (
        "De {what} worden verdeeld naar rato van het tekort van die soort, hier {number}."
    ),
    "Rules bind kinds or regions together, so there is a divisor for each set of rules, and places "
    "are rounded to the nearest whole number whatever the method.": (
        "Regels verbinden soorten of regio’s met elkaar. Daarom is er een deler per stel regels en "
        "worden plaatsen, ongeacht de methode, afgerond op het dichtstbijzijnde gehele getal."
    ),
    "Rest places of {name}: {places}.": "Plaatsen uit de restopgave voor {name}: {places}.",
    # Bounds.
    "This bound decided.": "Deze grens was bepalend.",
    "A site of {places_site} would ask {places} of {name}.": (
        "Een locatie van {places_site} zou van {name} {places} vragen."
    ),
    "Who takes part is chosen such that the places lie as near to pro rata as possible; in that "
    "choice it is left out.": (
        "Wie deelneemt, is zo gekozen dat de plaatsen zo dicht mogelijk bij een verdeling naar "
        "rato liggen; bij die keuze valt deze gemeente af."
    ),
    "Who takes part is chosen such that the places lie as near to pro rata as possible; in that "
    "choice {name} is left out.": (
        "Wie deelneemt, is zo gekozen dat de plaatsen zo dicht mogelijk bij een verdeling naar "
        "rato liggen; bij die keuze valt {name} af."
    ),
    "Who takes part is chosen such that the places lie as near to pro rata as possible; {name} is "
    "one of them.": (
        "Wie deelneemt, is zo gekozen dat de plaatsen zo dicht mogelijk bij een verdeling naar "
        "rato liggen; {name} is een van hen."
    ),
    "Ask `--why-not` what taking part would cost.": (
        "Vraag met `--why-not` wat deelname zou kosten."
    ),
    "It takes part, so it comes to the minimum site of {places} with what it counts.": (
        "Deze gemeente neemt deel en komt daarom, samen met wat meetelt, uit op ten minste "
        "de minimale locatie van {places}."
    ),
    "At most {number} municipalities of {name} get {what}; {number_do} do.": (
        "Ten hoogste {number} gemeenten van {name} krijgen {what}; dat zijn er {number_do}."
    ),
    "The scenario asks at least {places} of it.": (
        "Het scenario vraagt van deze gemeente ten minste {places}."
    ),
    "The scenario allows it at most {places}.": (
        "Het scenario staat deze gemeente ten hoogste {places} toe."
    ),
    "The scenario allows {name} at most {number} of the rest ({what} together).": (
        "Het scenario staat {name} ten hoogste {number} plaatsen van de restopgave toe ({what} "
        "samen)."
    ),
    "The scenario asks {name} at least {number} of the rest ({what} together).": (
        "Het scenario vraagt van {name} ten minste {number} plaatsen van de restopgave ({what} "
        "samen)."
    ),
    "That limit is reached, and it lowers the number of {name}.": (
        "Die grens is bereikt en verlaagt het aantal van {name}."
    ),
    "That limit is reached, and it raises the number of {name}.": (
        "Die grens is bereikt en verhoogt het aantal van {name}."
    ),
    "That limit is reached, and it lowers the numbers in it.": (
        "Die grens is bereikt en verlaagt de aantallen daarbinnen."
    ),
    "That limit is reached, and it raises the numbers in it.": (
        "Die grens is bereikt en verhoogt de aantallen daarbinnen."
    ),
    # Rules, by the first lines of their functions.
    "The rest places of each kind add up to the rest of the area: sum_i x_ik = R_k.": (
        "De plaatsen uit de restopgave tellen per soort op tot de restopgave van het gebied: sum_i "
        "x_ik = R_k."
    ),
    "At most so many municipalities of an area get rest places of a kind: |{i: x_ik > 0}| <= n_k.": (
        "Ten hoogste zo veel gemeenten van een gebied krijgen plaatsen van een soort uit de "
        "restopgave: |{i: x_ik > 0}| <= n_k."
    ),
    "A municipality gets none of a kind, or comes to the minimum site with what it counts.": (
        "Een gemeente krijgt geen plaatsen van een soort, of haalt samen met wat meetelt de "
        "minimale locatie."
    ),
    "Who is not eligible for a kind gets no rest places of it: x_ik = 0.": (
        "Wie voor een soort niet in aanmerking komt, krijgt daarvan geen plaatsen uit de "
        "restopgave: x_ik = 0."
    ),
    "A municipality's rest places lie within the scenario's limits: lo_ik <= x_ik <= hi_ik.": (
        "De plaatsen uit de restopgave van een gemeente liggen binnen de grenzen van het scenario: "
        "lo_ik <= x_ik <= hi_ik."
    ),
    "What counts and the rest stay within a part of the own share: c_ik + x_ik <= p_k s_ik.": (
        "Wat meetelt en de restopgave blijven samen binnen een deel van het eigen indicatieve aantal: c_ik + x_ik <= p_k s_ik."
    ),
    "The rest places of a region lie within the scenario's limits.": (
        "De plaatsen uit de restopgave van een regio liggen binnen de grenzen van het scenario."
    ),
    # The decision.
    "The decision for {what}: what counts and the rest.": (
        "Het besluit over {what}: wat meetelt en de plaatsen uit de restopgave."
    ),
    "{name} has to make {places} possible.": "{name} moet {places} mogelijk maken.",
    # Emergency places.
    "Emergency places": "Crisisnoodopvang",
    "They are asked of everybody in the region as a part of its decision.": (
        "Zij worden van alle gemeenten in de regio gevraagd als deel van hun besluit."
    ),
    "They are asked of everybody in the region on top of its decision.": (
        "Zij worden van alle gemeenten in de regio gevraagd boven op hun besluit."
    ),
    "{number} emergency places over {number_over} municipalities, pro rata of the shares.": (
        "{number} plaatsen crisisnoodopvang over {number_over} "
        "{number_over|gemeente|gemeenten}, naar rato van de aandelen."
    ),
    "{name}, whose share is {number}: {places}.": "{name}, met een aandeel van {number}: {places}.",
    "{name}, whose share is {number}: no more than is decided for it, {places}.": (
        "{name}, met een aandeel van {number}: niet meer dan voor haar is besloten, {places}."
    ),
    "All in {name} together.": "Alle gemeenten in {name} samen.",
    "{name} has to reach {places}; {number} are there.": (
        "{name} moet {places} bereiken; beschikbaar zijn er {number}."
    ),
    "They are to be a part of the decisions, and there are none here: nobody is asked.": (
        "Zij moeten deel uitmaken van de besluiten, en die zijn er hier niet: van niemand wordt "
        "iets gevraagd."
    ),
    "Nobody is asked for more than is decided for it, and that is {number} places in {name} "
    "together: {number_short} cannot be asked.": (
        "Van geen gemeente wordt meer gevraagd dan voor haar is besloten, en dat is in {name} "
        "samen "
        "{number} plaatsen: {number_short} {number_short|kan|kunnen} niet worden gevraagd."
    ),
    "{name_area} has {places} that belong to no municipality. To judge what is within the task "
    "they "
    "are taken pro rata of the shares, an estimate. Of {name}: {places_of}.": (
        "{name_area} heeft {places} die bij geen gemeente {places|hoort|horen}. Om te beoordelen "
        "wat binnen de opgave valt, zijn deze naar rato van de aandelen toegerekend, een "
        "schatting. Aan {name}: {places_of}."
    ),
    "So {name} can be asked for {places} at most.": (
        "Van {name} {places|kan|kunnen} dus ten hoogste {places} worden gevraagd."
    ),
    "Divided pro rata of the shares. Asked of {name}: {places}.": (
        "Verdeeld naar rato van de aandelen. Gevraagd van {name}: {places}."
    ),
    "emergency places within the task: {number} places of {name} belong to no municipality; for "
    "whom they are decided is an estimate, pro rata of the shares": (
        "crisisnoodopvang binnen de opgave: {number} plaatsen van {name} horen bij geen gemeente; "
        "voor welke gemeenten daarover is besloten, is "
        "een schatting naar rato van de aandelen"
    ),
}
