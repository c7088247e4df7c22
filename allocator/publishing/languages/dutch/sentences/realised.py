# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for where places are realised: merges, what stays undersized, and proposals."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "Where its places are realised": "Waar de plaatsen worden gerealiseerd",
    "What is decided stays the task of {name} by law, wherever its places are realised.": (
        "Wat is besloten, blijft volgens de wet de opgave van {name}, waar de plaatsen ook worden "
        "gerealiseerd."
    ),
    "Its {task} stays where it is: with what counts it makes a viable site, and no other comes to "
    "it.": (
        "De {task} blijft waar zij is: met wat meetelt, vormt zij een levensvatbare locatie, en er "
        "komt geen andere opgave bij."
    ),
    "Its {task} stays where it is: with what counts, of which {number} stand elsewhere by "
    "exchange, "
    "it makes a viable site, and no other comes to it.": (
        "De {task} blijft waar zij is: met wat meetelt, waarvan er door uitruil {number} elders "
        "staan, vormt zij een levensvatbare locatie, en er komt geen andere opgave bij."
    ),
    "The {what} that it counts are too few for a viable site: they join its rest in the task that "
    "may be realised elsewhere.": (
        "De {what} die meetellen, zijn te weinig voor een levensvatbare locatie: met de restopgave "
        "vormen zij de opgave die elders mag worden gerealiseerd."
    ),
    "{name} realises the {what} of {holdings}.": "{name} realiseert de {what} van {holdings}.",
    "{name} realises the {what} of {holdings}, beside its own {number}.": (
        "{name} realiseert de {what} van {holdings}, naast de {number} van zichzelf."
    ),
    "Its {places} [is|are] realised in {name}, {number} km away.": (
        "De {places} {places|wordt|worden} gerealiseerd in {name}, op {number} km afstand."
    ),
    "Its {places} [is|are] realised in {name}, {number} km away, together with those of "
    "{holdings}.": (
        "De {places} {places|wordt|worden} gerealiseerd in {name}, op {number} km afstand, samen "
        "met die van {holdings}."
    ),
    "With the {places} that count in {name} the site is viable.": (
        "Met de {places} die in {name} {places|meetelt|meetellen}, is de locatie levensvatbaar."
    ),
    "Nobody of them is too far from {name}; {name_farthest} is the farthest, at {number} km.": (
        "Geen van deze gemeenten ligt te ver van {name}; {name_farthest} ligt het verst, op "
        "{number} km."
    ),
    "They are {number} municipalities.": "Zij vormen een groep van {number} gemeenten.",
    "They are {number} municipalities, in one {within} ({name}).": (
        "Zij vormen een groep van {number} gemeenten, in één {within} ({name})."
    ),
    "They are {number} municipalities, connected by the borders between {names}.": (
        "Zij vormen een groep van {number} gemeenten, verbonden door de grenzen tussen {names}."
    ),
    "They are {number} municipalities, in one {within} ({name}), connected by the borders between "
    "{names}.": (
        "Zij vormen een groep van {number} gemeenten, in één {within} ({name}), verbonden door "
        "de grenzen tussen "
        "{names}."
    ),
    "The scenario sets no limit on what {name} realises.": (
        "Het scenario stelt geen grens aan wat {name} realiseert."
    ),
    "What {name} counts and the tasks that it realises, regular and amv, stay within its room: "
    "{number} times its share of {number_share}, or what it counts if that is more.": (
        "Wat {name} telt en de opgaven die deze gemeente realiseert, regulier en amv, blijven "
        "binnen de ruimte: {number} maal het aandeel van {number_share}, of wat meetelt als dat "
        "meer is."
    ),
    "{places} [is|are] realised in {name}: the decision.": (
        "{places} {places|wordt|worden} gerealiseerd in {name}: het besluit."
    ),
    "{places} [is|are] realised in {name}: the decision, {items}.": (
        "{places} {places|wordt|worden} gerealiseerd in {name}: het besluit, {items}."
    ),
    "less what is realised elsewhere": "verminderd met wat elders wordt gerealiseerd",
    "and what it realises for others": "vermeerderd met wat voor anderen wordt gerealiseerd",
    "less what stands in {name} by exchange": "verminderd met wat door uitruil in {name} staat",
    "and what counts with {name} by exchange": (
        "vermeerderd met wat door uitruil bij {name} meetelt"
    ),
    # Provinces and the country.
    "Every task stays with its municipality by law; a merge says where it is realised.": (
        "Elke opgave blijft volgens de wet bij de eigen gemeente; een samenvoeging bepaalt waar "
        "zij "
        "wordt gerealiseerd."
    ),
    "{name} realises these {what}, beside the {number} that count there: {holdings}.": (
        "{name} realiseert deze {what}, naast de {number} die daar meetellen: {holdings}."
    ),
    "So many tasks are realised elsewhere than at home, merge by merge.": (
        "Zo veel opgaven worden elders dan in de eigen gemeente gerealiseerd, per samenvoeging."
    ),
    "Places x kilometres that are moved.": "Verplaatste plaatsen x kilometers.",
    "The tasks that are realised elsewhere, province by province.": (
        "De opgaven die elders worden gerealiseerd, per provincie."
    ),
    "Places x kilometres that are moved, province by province.": (
        "Verplaatste plaatsen x kilometers, per provincie."
    ),
    "Minimised: {sentence}.": "Geminimaliseerd: {sentence}.",
    "the number of tasks left where they make no viable site": (
        "het aantal opgaven dat blijft waar zij geen levensvatbare locatie vormen"
    ),
    "the number of tasks realised elsewhere": "het aantal opgaven dat elders wordt gerealiseerd",
    "places x kilometres moved": "verplaatste plaatsen x kilometers",
    "the largest realised / share of a host": (
        "de grootste verhouding gerealiseerd / aandeel van een gastgemeente"
    ),
    "the number of sites in use": "het aantal locaties in gebruik",
    "No plan has less, given the objectives before it: that is proven.": (
        "Geen plan heeft minder, gegeven de doelen die voorgaan: dat is bewezen."
    ),
    "That no plan has less is not proven.": "Dat geen plan minder heeft, is niet bewezen.",
    "Both kinds together are realised here.": "Beide soorten samen worden hier gerealiseerd.",
    "As many {what} are realised here as are decided.": (
        "Hier worden evenveel {what} gerealiseerd als er zijn besloten."
    ),
    "As many {what} are realised here as are decided, but for what is realised across its "
    "border.": (
        "Hier worden evenveel {what} gerealiseerd als er zijn besloten, afgezien van wat over de "
        "grens wordt gerealiseerd."
    ),
    # What stays undersized.
    "Its {task} stays undersized: {clauses}.": "De {task} blijft te klein: {clauses}.",
    "{name}. Its {task} stays undersized: {clauses}.": (
        "{name}. De {task} blijft te klein: {clauses}."
    ),
    "{places} [is|are] {number} short of a site of {number_site}": (
        "{places} {places|is|zijn} {number} te weinig voor een locatie van {number_site}"
    ),
    "{places} and the {number_count} that count are {number} short of a site of {number_site}": (
        "{places} en de {number_count} die meetellen zijn {number} te weinig voor een locatie van "
        "{number_site}"
    ),
    "{places} [is|are] {number} short of a site of {number_site}; {clauses}": (
        "{places} {places|is|zijn} {number} te weinig voor een locatie van {number_site}; {clauses}"
    ),
    "{places} and the {number_count} that count are {number} short of a site of {number_site}; "
    "{clauses}": (
        "{places} en de {number_count} die meetellen zijn {number} te weinig voor een locatie van "
        "{number_site}; {clauses}"
    ),
    "it has no neighbour by land, and groups are contiguous": (
        "deze gemeente heeft geen buurgemeente over land, en groepen moeten aaneengesloten zijn"
    ),
    "a site at {name} with it is possible, but this plan has none": (
        "een locatie in {name} samen met deze opgave is mogelijk, maar dit plan heeft die niet"
    ),
    "there is nobody else": "er is geen andere gemeente",
    "the search for a better plan was not finished": (
        "het zoeken naar een beter plan was niet voltooid"
    ),
    "the nearest: {clauses}": "de dichtstbijzijnde: {clauses}",
    "{name} ({number} km): {sentence}": "{name} ({number} km): {sentence}",
    "a group has {number} member at most": "een groep heeft ten hoogste {number} lid",
    "farther than {number} km": "verder dan {number} km",
    "in another {within}": "in een andere {within}",
    "never in one group with it": "nooit samen met deze gemeente in een groep",
    "no chain of shared borders between tasks leads there": (
        "geen keten van gedeelde grenzen tussen opgaven leidt daarheen"
    ),
    "room for {number} places of others": "ruimte voor {number} plaatsen van anderen",
    "no more than {number} of {number_site} places come together there": (
        "daar komen niet meer dan {number} van de {number_site} plaatsen bij elkaar"
    ),
    "no rule is in the way, but the plan has no group with it there": (
        "geen regel staat in de weg, maar het plan heeft daar geen groep met deze opgave"
    ),
    # Proposals, judged by every rule.
    "the host lies where nothing was divided": "de gastgemeente ligt waar niets is verdeeld",
    "merges may cross regions and provinces": (
        "samenvoegingen mogen over regio- en provinciegrenzen heen gaan"
    ),
    "{name} lie in another {within}": "in een andere {within}: {name}",
    "all lie in one {within}": "alle liggen in één {within}",
    "{name} is {number} km from {name_host}, at most {number_most} km": (
        "{name} ligt {number} km van {name_host}, ten hoogste {number_most} km"
    ),
    "{name} is {number} km from {name_host}, at most {number_most} km: {number_over} km too far": (
        "{name} ligt {number} km van {name_host}, ten hoogste {number_most} km: {number_over} km "
        "te ver"
    ),
    "groups need not be contiguous": "groepen hoeven niet aaneengesloten te zijn",
    "{name}: no chain of shared borders within the group leads to {name_host}": (
        "{name}: geen keten van gedeelde grenzen binnen de groep leidt naar {name_host}"
    ),
    "shared borders connect them all": "gedeelde grenzen verbinden hen alle",
    "{number} municipalities, the host included; at most {number_most}": (
        "{number} gemeenten, de gastgemeente inbegrepen; ten hoogste {number_most}"
    ),
    "no forbidden pair is among them": "er is geen verboden paar bij",
    "{name} never share a group": "{name} vormen nooit samen een groep",
    "{name} never share a group; {clauses}": "{name} vormen nooit samen een groep; {clauses}",
    "there is no limit on rooms": "er is geen grens aan de ruimte",
    "{name} would realise {terms} = {number} places; its room is {number_room} ({sentence})": (
        "{name} zou {terms} = {number} plaatsen realiseren; de ruimte is {number_room} ({sentence})"
    ),
    "{name} would realise {terms} = {number} places; its room is {number_room} ({sentence}): "
    "{number_over} too many": (
        "{name} zou {terms} = {number} plaatsen realiseren; de ruimte is {number_room} "
        "({sentence}): {number_over} te veel"
    ),
    "{number} that it counts": "{number} die meetellen",
    "{number} regular in this merge": (
        "{number} {number|reguliere plaats|reguliere plaatsen} in deze samenvoeging"
    ),
    "{number} amv in this merge": "{number} {number|amv-plaats|amv-plaatsen} in deze samenvoeging",
    "{number} regular of its own": (
        "{number} {number|reguliere plaats|reguliere plaatsen} van zichzelf"
    ),
    "{number} amv of its own": "{number} {number|amv-plaats|amv-plaatsen} van zichzelf",
    "{number} regular in another proposal": (
        "{number} {number|reguliere plaats|reguliere plaatsen} in een ander voorstel"
    ),
    "{number} amv in another proposal": (
        "{number} {number|amv-plaats|amv-plaatsen} in een ander voorstel"
    ),
    "{number} x its share of {number_share}": "{number} x het aandeel van {number_share}",
    "what it counts already": "wat al meetelt",
    "{sum} {what}; a site has at least {number}": (
        "{sum} {what}; een locatie heeft er ten minste {number}"
    ),
    "{sum} {what}; a site has at least {number}: {number_short} short": (
        "{sum} {what}; een locatie heeft er ten minste {number}: {number_short} te weinig"
    ),
    "{sum} {what}, and {number_counts} that it counts: {number_all}; a site has at least "
    "{number}": (
        "{sum} {what}, en {number_counts} die meetellen: {number_all}; een locatie heeft er ten "
        "minste {number}"
    ),
    "{sum} {what}, and {number_counts} that it counts: {number_all}; a site has at least {number}: "
    "{number_short} short": (
        "{sum} {what}, en {number_counts} die meetellen: {number_all}; een locatie heeft er ten "
        "minste {number}: {number_short} te weinig"
    ),
    "leave {name} out ({number} places)": "laat {name} weg ({number} plaatsen)",
    "add {name} ({number} places, {number_km} km)": (
        "voeg {name} toe ({number} plaatsen, {number_km} km)"
    ),
    "make {name} the host": "maak {name} de gastgemeente",
    "the merge proposed at {path} does not stand ({clauses}); the plan is made without it, and "
    "`allocator merge` says what would help": (
        "de samenvoeging die is voorgesteld in {path} voldoet niet ({clauses}); het plan is "
        "zonder deze samenvoeging gemaakt, en `allocator merge` zegt wat zou helpen"
    ),
}
