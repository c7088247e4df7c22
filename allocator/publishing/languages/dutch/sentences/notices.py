# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for notices: what a reader of a run, a comparison or a timeline has to know."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # Runs.
    "limits bind kinds or regions together, so the places are those with the least squares, which "
    "sainte_lague minimises; the method {method} has no say in them": (
        "grenzen verbinden soorten of regio’s met elkaar; de plaatsen zijn daarom die met de "
        "kleinste kwadraten, die Sainte-Laguë minimaliseert; de methode {method} heeft daarop "
        "geen invloed"
    ),
    "The file has no seal (manifest.content_sha256): whether words in it were changed is not told.": (
        "Het bestand heeft geen zegel (manifest.content_sha256): of er woorden in zijn veranderd, is niet vast te stellen."
    ),
    "The file was made by version {path}, this is {path_now}: whether it was changed since is not told by its seal.": (
        "Het bestand is gemaakt met versie {path}, dit is {path_now}: of het sindsdien is veranderd, is aan zijn zegel niet te zien."
    ),
    "It tells of {number} checks, now there are {number_now}.": (
        "Het vermeldt {number} controles, nu zijn het er {number_now}."
    ),
    "the share is an estimate for {name}": "het aandeel is een schatting voor {name}",
    "the share is an estimate for {name}; {clauses}": (
        "het aandeel is een schatting voor {name}; {clauses}"
    ),
    "the share is an estimate for all {number} municipalities; {clauses}": (
        "het aandeel is een schatting voor alle {number} gemeenten; {clauses}"
    ),
    "what the key does not know is filled by the key {key}, within each region": (
        "wat de verdeelsleutel niet bevat, is aangevuld met de verdeelsleutel {key}, binnen elke "
        "regio"
    ),
    "what the key does not know is filled by the key {key}, within each province": (
        "wat de verdeelsleutel niet bevat, is aangevuld met de verdeelsleutel {key}, binnen elke "
        "provincie"
    ),
    "what the key does not know is filled by the key {key}, as it is": (
        "wat de verdeelsleutel niet bevat, is aangevuld met de verdeelsleutel {key}, zoals die is"
    ),
    "the share is an estimate for all {number} municipalities": (
        "het aandeel is een schatting voor alle {number} gemeenten"
    ),
    "the whole task is an estimate for {name}: it is not published, and its shares are estimates "
    "as "
    "well": (
        "de gehele opgave is een schatting voor {name}: zij is niet gepubliceerd, en de aandelen "
        "zijn eveneens schattingen"
    ),
    "the amv task is an estimate for {name}": "de amv-opgave is een schatting voor {name}",
    "the amv task of {name}, {number} places, is derived from published figures ({path})": (
        "de amv-opgave van {name}, {number} plaatsen, is afgeleid uit gepubliceerde cijfers ({path})"
    ),
    "{name}: the shares add up to {number}, the published regional task is {number_task}": (
        "{name}: de aandelen tellen op tot {number}, de gepubliceerde regionale opgave is "
        "{number_task}"
    ),
    "the report of {name} is taken at {number} places ({path}): {own}": (
        "voor het verslag van {name} is uitgegaan van {number} plaatsen ({path}): {own}"
    ),
    "{name}: the amv shortage exceeds the whole rest by {number} places; they come on top of the "
    "task": (
        "{name}: het amv-tekort overtreft de gehele restopgave met {number} plaatsen; deze komen "
        "boven op de opgave"
    ),
    "{name} counts {number} places above its task": "{name} telt {number} plaatsen boven de opgave",
    "{name} is not eligible for {what}": "{name} komt niet in aanmerking voor {what}",
    "{name} is not eligible for any places": "{name} komt voor geen enkele plaats in aanmerking",
    "{name} is not eligible anyhow": "{name} komt ook zonder dat niet in aanmerking",
    "nobody in {name} is eligible for {what}": "niemand in {name} komt in aanmerking voor {what}",
    "nobody in {name} is eligible for any places": (
        "niemand in {name} komt voor enige plaats in aanmerking"
    ),
    "the cap leaves {name} {places} at most": ("het plafond laat {name} ten hoogste {places}"),
    "{name} gets no rest places: {sentence}": (
        "{name} krijgt geen plaatsen uit de restopgave: {sentence}"
    ),
    "the key is composite: {own}; each part is what a municipality has of the total of the country": (
        "de verdeelsleutel is samengesteld: {own}; elk deel is wat een gemeente van het landelijke "
        "totaal heeft"
    ),
    "{path} ({path_where}) says that {name} reached its number, but it counts {number} of a share "
    "of {number_share}": (
        "{path} ({path_where}) zegt dat {name} haar aantal heeft bereikt, maar er tellen {number} "
        "plaatsen mee bij een aandeel van {number_share}"
    ),
    "{path} ({path_where}) has no effect: {sentence}": (
        "{path} ({path_where}) heeft geen effect: {sentence}"
    ),
    "{path}: hidden or filtered rows count like the others: {own}": (
        "{path}: verborgen of weggefilterde rijen tellen mee zoals de andere: {own}"
    ),
    "{path}: what {name} offers counts with {name_now}, which it is part of since {date}": (
        "{path}: het aanbod van {name} telt mee bij {name_now}, waartoe die gemeente sinds {date} behoort"
    ),
    "{path}: hidden columns count like the others: {own}": (
        "{path}: verborgen kolommen tellen mee zoals de andere: {own}"
    ),
    "{path} ({path_rows}) of {name} is the sum of what {names} had before they became one "
    "municipality on {date}: {sum}": (
        "{path} ({path_rows}) van {name} is de som van wat {names} hadden voordat zij op {date} "
        "één gemeente werden: {sum}"
    ),
    "{number} is the published national total of raming {path}": (
        "{number} is het gepubliceerde landelijke totaal van raming {path}"
    ),
    "a what-if: the national total of raming {path} is {number_published}, and here {number} "
    "({path_where}). Every province keeps its part of it. The tasks are estimates, and official "
    "numbers of municipalities are weights only": (
        "een wat-als-berekening: het landelijke totaal van raming {path} is {number_published}, "
        "en hier "
        "{number} ({path_where}). Elke provincie behoudt haar deel daarvan. De opgaven zijn "
        "schattingen, en officiële aantallen van gemeenten gelden alleen als gewicht"
    ),
    "a what-if: the national total of raming {path} is {number_published}, and here {number} "
    "({path_where}). Every province keeps its part of it; regions keep their part of the task of "
    "their province. The tasks are estimates, and official numbers of municipalities are weights "
    "only": (
        "een wat-als-berekening: het landelijke totaal van raming {path} is {number_published}, "
        "en hier "
        "{number} ({path_where}). Elke provincie behoudt haar deel daarvan; regio’s behouden hun "
        "deel van de opgave van hun provincie. De opgaven zijn schattingen, en officiële aantallen "
        "van gemeenten gelden alleen als gewicht"
    ),
    "the key is {key}, not {key_other}": "de verdeelsleutel is {key}, niet {key_other}",
    "the key is {key} and filling by {key_by}, not {key_other}": (
        "de verdeelsleutel is {key}, aangevuld met {key_by}, niet {key_other}"
    ),
    "the key is {key}, which counts no inhabitants": (
        "de verdeelsleutel is {key}, die geen inwoners telt"
    ),
    "the key is {key} and filling by {key_by}, which counts no inhabitants": (
        "de verdeelsleutel is {key}, aangevuld met {key_by}, die geen inwoners telt"
    ),
    "eligible is {path}, not named": "eligible staat op {path}, niet op named",
    "eligible is {path}, not below_share": "eligible staat op {path}, niet op below_share",
    "by is province, not region": "by staat op province, niet op region",
    "takeover is none": "takeover staat op none",
    "no place of {name} counts, for it is {status}": (
        "geen plaats van {name} telt mee, want de status is {status}"
    ),
    "the report of {name} is not known, so nothing is divided there": (
        "het verslag van {name} is niet bekend, zodat daar niets wordt verdeeld"
    ),
    "the SES-WOA score covers less than {number} % of the households of {name}": (
        "de SES-WOA-score dekt minder dan {number} % van de huishoudens van {name}"
    ),
    "no report is known of {name}: what it has is in no sum, and no municipality there gets a "
    "rest": (
        "van {name} is geen verslag bekend: wat daar is telt in geen enkele som mee, en geen "
        "gemeente krijgt daar een restopgave"
    ),
    "the amv part of the report is an estimate, pro rata of the task, for {name}": (
        "het amv-deel van het verslag is een schatting, naar rato van de opgave, voor {name}"
    ),
    "the scenario gives the places of {name} itself, so the report does not count beside them": (
        "het scenario vermeldt de plaatsen van {name} zelf; daarom telt het verslag daarnaast niet "
        "mee"
    ),
    "{name}, {places}, {status} ({path}): taken as not realised, by {path_by}": (
        "{name}, {places}, {status} ({path}): beschouwd als niet gerealiseerd, volgens {path_by}"
    ),
    "{name}, {places}, {status} ({path}): taken as it is in the file, by {path_by}": (
        "{name}, {places}, {status} ({path}): overgenomen zoals in het bestand, volgens {path_by}"
    ),
    "{name}, {places}, {status} ({path}): taken as {number} places, {status_taken}, by {path_by}": (
        "{name}, {places}, {status} ({path}): beschouwd als {number} plaatsen, {status_taken}, "
        "volgens {path_by}"
    ),
    "raming {path}: the twelve provinces add up to {number} {what}, the published national total "
    "is "
    "{number_national}; {sentence}": (
        "raming {path}: de twaalf provincies tellen op tot {number} {what}, het gepubliceerde "
        "landelijke totaal is {number_national}; {sentence}"
    ),
    "both are left as published": "beide zijn gelaten zoals gepubliceerd",
    "with another national total both keep that proportion": (
        "bij een ander landelijk totaal behouden beide die verhouding"
    ),
    "{number} places of surplus are taken over by nobody ({holdings}): {sentence}; the decisions "
    "exceed the tasks by them": (
        "{number} plaatsen overschot worden door niemand overgenomen ({holdings}): {sentence}; de "
        "besluiten overschrijden de opgaven daarmee"
    ),
    "national.takeover is none": "national.takeover staat op none",
    "{number} places are still short, of a kind or in provinces that it may not serve": (
        "er is nog een tekort van {number} plaatsen, van een soort of in provincies waarvoor het "
        "niet mag worden gebruikt"
    ),
    "no province is short any more": "geen provincie komt nog plaatsen tekort",
    # Proofs.
    "the run was interrupted before the plan of merged tasks was proven: it is the best that was "
    "found, and it meets every rule": (
        "de berekening is onderbroken voordat het plan van samengevoegde opgaven was bewezen: het "
        "is het beste dat is gevonden en voldoet aan elke regel"
    ),
    "a limit of {number} s passed before the plan of merged tasks was proven: it is the best that "
    "was found, and it meets every rule": (
        "een limiet van {number} s is verstreken voordat het plan van samengevoegde opgaven was "
        "bewezen: het is het beste dat is gevonden en voldoet aan elke regel"
    ),
    "there were more possibilities than the program goes through before the plan of merged tasks "
    "was proven: it is the best that was found, and it meets every rule": (
        "er waren meer mogelijkheden dan het programma doorloopt voordat het plan van "
        "samengevoegde "
        "opgaven was bewezen: het is het beste dat is gevonden en voldoet aan elke regel"
    ),
    "the run was interrupted before all was proven: {claimants}; each has the best division that "
    "was found, and it meets every rule": (
        "de berekening is onderbroken voordat alles was bewezen: {claimants}; elk heeft de beste "
        "verdeling die is gevonden, en die voldoet aan elke regel"
    ),
    "the time limit of {number} second[s|] passed before all was proven: {claimants}; each has the "
    "best division that was found, and it meets every rule": (
        "de tijdslimiet van {number} {number|seconde|seconden} is verstreken voordat alles was "
        "bewezen: {claimants}; elk heeft de beste verdeling die is gevonden, en die voldoet aan "
        "elke regel"
    ),
    "{path} did not confirm, in the time it had: {claimants}": (
        "{path} heeft binnen de beschikbare tijd niet bevestigd: {claimants}"
    ),
    # Comparisons.
    "{path} and {path_other} ask the same: no setting and no table differs": (
        "{path} en {path_other} vragen hetzelfde: geen instelling en geen tabel verschilt"
    ),
    "the runs are of different ramingen ({path}): every figure is of its own, differences are told "
    "in places and as parts of each run's own task": (
        "de berekeningen horen bij verschillende ramingen ({path}): elk cijfer geldt voor de eigen "
        "raming, verschillen zijn vermeld in plaatsen en als deel van de eigen opgave van elke "
        "berekening"
    ),
    "{path} has no division: its shares and what counts are compared": (
        "{path} heeft geen verdeling: de aandelen en wat meetelt zijn vergeleken"
    ),
    "{path} has no division ({sentence}): its shares and what counts are compared": (
        "{path} heeft geen verdeling ({sentence}): de aandelen en wat meetelt zijn vergeleken"
    ),
    "{path} is not proven: solved once more it may come to other places": (
        "{path} is niet bewezen: een nieuwe berekening kan op andere plaatsen uitkomen"
    ),
    "{path} found no division in its time: solved once more it may come to other places": (
        "{path} heeft in de beschikbare tijd geen verdeling gevonden: een nieuwe berekening kan op "
        "andere plaatsen uitkomen"
    ),
    "{path} does not have {name}: told with what is there": (
        "{path} bevat {name} niet: vermeld met wat er wel is"
    ),
    "{path} does not have {number} municipalities ({name} and {number_more} more): told with what "
    "is there": (
        "{path} bevat {number} gemeenten niet ({name} en nog {number_more}): vermeld met wat er "
        "wel is"
    ),
    "{path} has no decision for {name}": "{path} heeft geen besluit voor {name}",
    "{path} has no decision for {number} municipalities ({name} and {number_more} more)": (
        "{path} heeft geen besluit voor {number} gemeenten ({name} en nog {number_more})"
    ),
    "{path} counts {number} places that belong to no municipality: no decision and no measure has "
    "them": (
        "{path} telt {number} plaatsen die bij geen gemeente horen: geen besluit en geen maat "
        "bevat "
        "ze"
    ),
    "{path} does not record the inhabitants of {number} of {number_of} municipalities: what is "
    "told "
    "per inhabitant is not known there": (
        "{path} vermeldt van {number} van de {number_of} gemeenten het inwonertal niet: wat per "
        "inwoner wordt gemeld, is daar niet bekend"
    ),
    "{path}: {number} of {number_of} shares are estimates": (
        "{path}: {number} van de {number_of} aandelen zijn schattingen"
    ),
    "made by different versions: {path}": "gemaakt met verschillende versies: {path}",
    "there is no decision": "er is geen besluit",
    "the task is nothing": "de opgave is nul",
    "there is no place": "er is geen enkele plaats",
    "the inhabitants of {number} of {number_of} are not recorded": (
        "het inwonertal van {number} van de {number_of} is niet vermeld"
    ),
    # Timelines.
    "{name_pledge}: the scenario has the plan of {name} fall through, {places} by the split of the "
    "pledge; they are on no day": (
        "{name_pledge}: in het scenario gaat het plan van {name} niet door, {places} volgens de "
        "splitsing van de toezegging; die tellen op geen enkele dag mee"
    ),
    "{path} counts all the same; its condition is {sentence}": (
        "{path} telt toch mee; de voorwaarde: {sentence}"
    ),
    "{path} does not count; its condition is {sentence}": (
        "{path} telt niet mee; de voorwaarde: {sentence}"
    ),
    "{path} would count all the same, and holds on none of these days; its condition is "
    "{sentence}": (
        "{path} zou toch meetellen en geldt op geen van deze dagen; de voorwaarde: {sentence}"
    ),
    "open: {own}": "nog niet vastgesteld: {own}",
    "not met: {own}": "niet vervuld: {own}",
    "open: {own} ({number} of {number_of} are shown)": (
        "nog niet vastgesteld: {own} ({number} van de {number_of} zijn aangetoond)"
    ),
    "not met: {own} ({number} of {number_of} are shown)": (
        "niet vervuld: {own} ({number} van de {number_of} zijn aangetoond)"
    ),
    "the scenario gives no places with a window in {name}: all of the task shows as missing "
    "there": (
        "het scenario vermeldt in {name} geen plaatsen met een periode: daar wordt de gehele "
        "opgave "
        "als ontbrekend getoond"
    ),
    "{number} contract, of {places}, is not counted, by the status: {statuses}": (
        "{number} contract, van {places}, telt niet mee vanwege de status: {statuses}"
    ),
    "{number} contracts, of {places} in all, are not counted, by the status: {statuses}": (
        "{number} contracten, van samen {places}, tellen niet mee vanwege de status: {statuses}"
    ),
    "{number} contract, of {places}, is not available on {sentence}": (
        "{number} contract, van {places}, is niet beschikbaar op {sentence}"
    ),
    "{number} contracts, of {places} in all, are not available on {sentence}": (
        "{number} contracten, van samen {places}, zijn niet beschikbaar op {sentence}"
    ),
    "this day": "deze dag",
    "the first day of any of these months": "de eerste dag van een van deze maanden",
    "what provinces take over from one another has no window: it is on no day here": (
        "wat provincies van elkaar overnemen, heeft geen periode: het telt hier op geen enkele dag "
        "mee"
    ),
    "emergency places have no window: neither the minimum nor they are on a day here": (
        "crisisnoodopvang heeft geen periode: noch het minimum, noch de plaatsen staan hier op een "
        "dag"
    ),
    "Raming {year}": "Raming {year}",
    "Raming 2022-11": "Raming 2022-11",
    "Raming 2023-05": "Raming 2023-05",
    "Raming {year}, national total {number} instead of {number_published}": (
        "Raming {year}, landelijk totaal {number} in plaats van {number_published}"
    ),
    # Single words.
    "statutory": "wettelijk",
    "inhabitants": "inwonertal",
    "composite": "samengesteld",
    "column": "eigen kolom",
    "optimal": "optimaal",
    "feasible": "niet bewezen",
    "infeasible": "geen verdeling mogelijk",
    "unknown": "onbekend",
    "published": "gepubliceerd",
    "computed": "berekend",
    "estimated": "geschat",
    "derived": "afgeleid",
    "guaranteed": "gegarandeerd",
    "likely": "kansrijk",
    "intended": "voorgenomen",
    "reported": "gemeld",
    "regular": "regulier",
    "amv": "amv",
}
