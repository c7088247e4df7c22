# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for the annex of a run."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    # words and numbers
    "1 place of which {amv} amv": "1 plaats (waarvan {amv} amv)",
    "{total} places of which {amv} amv": "{total} plaatsen (waarvan {amv} amv)",
    "and": "en",
    "the Netherlands": "Nederland",
    "regular": "regulier",
    "amv": "amv",
    "both kinds": "beide soorten",
    "all places": "alle plaatsen",
    "yes": "ja",
    "no": "nee",
    "letter": "brief",
    "letters": "brieven",
    # the page
    "To the content": "Naar de inhoud",
    "Contents": "Inhoud",
    "The numbers of this picture as a table": "De getallen van deze afbeelding als tabel",
    "Reception places in {name}": "Opvangplaatsen in {name}",
    # in short
    "In short": "In het kort",
    "No division of this scenario meets every rule, or none was found: there is no proposal here, but why not, and what would make one possible. Every total includes the amv places, for unaccompanied minors.": "Geen verdeling van dit scenario voldoet aan alle regels, of er is er geen gevonden: hier staat geen voorstel, maar waarom niet, en wat er een mogelijk zou maken. Elk totaal is inclusief de amv-plaatsen, voor alleenstaande minderjarige vreemdelingen.",
    "That no choice and no plan of merged tasks is better, the program proved.": "Dat geen keuze en geen plan van samengevoegde taken beter is, heeft het programma bewezen.",
    "This is a proposal that was computed from a scenario. It is no decision: the minister decides, and provincial tables propose. Shares, rests and decisions can be redone from what stands here. Every total includes the amv places, for unaccompanied minors.": "Dit is een voorstel dat uit een scenario is berekend. Het is geen besluit: de minister besluit, de provinciale regietafels doen voorstellen. Aandelen, restopgaven en besluiten zijn na te rekenen met wat hier staat. Elk totaal is inclusief de amv-plaatsen, voor alleenstaande minderjarige vreemdelingen.",
    "Task": "Opgave",
    "Counted": "Meegeteld aanbod",
    "Counted without a municipality": "Meegeteld zonder gemeente",
    "Rest to divide": "Te verdelen restopgave",
    "Counted above the task": "Meegeteld boven de opgave",
    "Above the task, amv": "Boven de opgave, amv",
    "of which {amv} amv": "waarvan {amv} amv",
    "Municipalities with a rest": "Gemeenten met restopgave",
    "of {number} municipalities": "van {number} gemeenten",
    "Sites with merged tasks": "Locaties met samengevoegde taken",
    "{regular} regular, {amv} amv": "{regular} regulier, {amv} amv",
    "Outcome": "Uitkomst",
    "proven": "bewezen",
    "not proven": "niet bewezen",
    "not possible": "niet mogelijk",
    "not found": "niet gevonden",
    "{checks} checks, {failures} failures": "{checks} controles, {failures} fouten",
    # mind this
    "Mind this": "Let op",
    "No division meets every rule": "Geen verdeling voldoet aan alle regels",
    "Not proven": "Niet bewezen",
    "Equal claims": "Gelijke aanspraken",
    "What this file is worth": "Wat dit bestand waard is",
    "Conditions that are not met": "Voorwaarden waaraan niet is voldaan",
    "What would make one possible": "Wat een verdeling mogelijk zou maken",
    "Any one of these changes is enough for the areas that it names, which dividing again confirmed; anything less is not.": "Elk van deze wijzigingen is genoeg voor de gebieden die zij noemt; opnieuw verdelen heeft dat bevestigd. Minder is niet genoeg.",
    "No change was found and confirmed within the time limit.": "Binnen de tijdslimiet is geen wijziging gevonden en bevestigd.",
    "There may be others.": "Er kunnen andere zijn.",
    "{areas}: no line that limits, exempts or asks a minimum can be changed so that it fits; the task, the offers that count and the key decide.": "{areas}: geen regel die begrenst, vrijstelt of een minimum vraagt, is zo te wijzigen dat het past; de opgave, het meetellende aanbod en de verdeelsleutel beslissen.",
    "take it off the list": "schrap deze van de lijst",
    "write {becomes} instead of {now}": "schrijf {becomes} in plaats van {now}",
    "make it {becomes}, {by} more": "maak er {becomes} van, {by} meer",
    "make it {becomes}, {by} less": "maak er {becomes} van, {by} minder",
    "it stands at {where}": "het staat op {where}",
    "Not known what counts": "Niet bekend wat meetelt",
    "of the task, in no other sum: {names}": "van de opgave, in geen andere som: {names}",
    "of the whole run: {checks}": "van de hele berekening: {checks}",
    "the tasks that are not published": "de opgaven die niet zijn gepubliceerd",
    "the shares that are not published": "de aandelen die niet zijn gepubliceerd",
    "the share": "het aandeel",
    "the pledge": "de toezegging",
    "what others take over": "wat anderen overnemen",
    "who takes over from whom": "wie van wie overneemt",
    "the rest": "de restopgave",
    "the choice of participants": "de keuze van deelnemers",
    "the places without a municipality": "de plaatsen zonder gemeente",
    "the emergency places": "de crisisnoodopvang",
    "{name}, {first} to {last}": "{name}, {first} tot en met {last}",
    "This is of {names}.": "Dit betreft {names}.",
    "See also {province}, no. {listed}.": "Zie ook {province}, nr. {listed}.",
    "What counts is known for the whole province at most, so it is not told of its municipalities, nor are their decisions.": "Wat meetelt, is hoogstens voor de hele provincie bekend; daarom staat het niet bij haar gemeenten, en hun besluiten evenmin.",
    "Estimates": "Schattingen",
    "Open conditions": "Open voorwaarden",
    "Good to know": "Goed om te weten",
    # the pictures
    "Map": "Kaart",
    "places of the rest": "plaatsen restopgave",
    "no rest": "geen restopgave",
    "{first} to {last}": "{first} tot en met {last}",
    "{first} or more": "{first} of meer",
    "The rest per municipality, and arrows from each task to its host. Borders: {file}, sha256 "
    "{sha}; of their owner and licence the program knows nothing.": "De restopgave per gemeente, "
    "met pijlen van elke taak naar de gastgemeente. Grenzen: {file}, sha256 {sha}; van hun "
    "eigenaar en licentie weet het programma niets.",
    "borders of the map, no part of the run": "grenzen van de kaart, geen deel van de berekening",
    "The rest per municipality, and arrows from each task to its host. Every municipality is a "
    "tile of the same size, near where it lies; neighbours are beside one another as far as that "
    "goes.": "De restopgave per gemeente, met pijlen van elke taak naar de gastgemeente. Elke "
    "gemeente is een even grote tegel, ongeveer waar zij ligt; buurgemeenten liggen naast elkaar "
    "voor zover dat kan.",
    "Map of {name}: {number} municipalities with their rest, and {lines} arrows from a task to the "
    "municipality where it is realised. The tables have the same numbers.": "Kaart van {name}: "
    "{number} gemeenten met hun restopgave, en {lines} pijlen van een taak naar de gemeente waar "
    "zij wordt gerealiseerd. De tabellen hebben dezelfde getallen.",
    "{name}: what counts and the rest, which together are the decision, beside the "
    "share.": "{name}: wat meetelt en de rest, samen het besluit, naast het aandeel.",
    "Bars for {number} municipalities of {name}: places that count and places of the rest, with a "
    "mark at the share and one at what is realised. The table has the same numbers.": "Balken "
    "voor {number} gemeenten van {name}: plaatsen die meetellen en plaatsen van de restopgave, "
    "met een streep bij het aandeel en een bij wat is gerealiseerd. De tabel heeft dezelfde "
    "getallen.",
    # what has to close
    "What has to close": "Wat moet sluiten",
    "Areas": "Gebieden",
    "Area": "Gebied",
    "Places per area. The rest is the task less what counts, amv first.": "Plaatsen per gebied. "
    "De restopgave is de opgave min wat meetelt, amv eerst.",
    "task": "opgave",
    "of which amv": "waarvan amv",
    "counted": "meegeteld",
    "without a municipality": "zonder gemeente",
    "taken over by others": "door anderen overgenomen",
    "rest, amv": "rest, amv",
    "rest, regular": "rest, regulier",
    "rest": "rest",
    "above the task": "boven de opgave",
    "amv above the task": "amv boven de opgave",
    "Total": "Totaal",
    "Takeovers": "Overnames",
    "Who takes over from whom": "Wie neemt van wie over",
    "Takes over": "Neemt over",
    "from": "van",
    "kind": "soort",
    "places": "plaatsen",
    "km": "km",
    "estimate": "schatting",
    "Distances are between the middles of provinces, the mean of municipalities.": "Afstanden zijn "
    "die tussen de middens van provincies, het gemiddelde van hun gemeenten.",
    "How to redo it by hand": "Zelf narekenen",
    "The weight of a municipality is its share of that kind.": "Het gewicht van een gemeente is "
    "haar aandeel in die soort.",
    "The weight of a municipality is what it lacks of its share of that kind.": "Het gewicht van "
    "een gemeente is wat zij nog mist aan haar aandeel in die soort.",
    "{area}, {kind}: {places} places to divide.": "{area}, {kind}: {places} plaatsen te verdelen.",
    # per municipality
    "Per municipality": "Per gemeente",
    "Municipality": "Gemeente",
    "Municipalities": "Gemeenten",
    "Province": "Provincie",
    "CBS code": "CBS-code",
    "province": "provincie",
    "CBS code, {column}": "CBS-code, {column}",
    "province, {column}": "provincie, {column}",
    "Region": "Regio",
    "region": "regio",
    "share": "aandeel",
    "decision": "besluit",
    "realised": "gerealiseerd",
    "note": "opmerking",
    "{province}: places per municipality, and the amv places among them.": "{province}: plaatsen "
    "per gemeente, en hoeveel daarvan amv-plaatsen zijn.",
    "share estimated": "aandeel geschat",
    "pledge split": "toezegging verdeeld",
    "not eligible": "komt niet in aanmerking",
    "eligible: regular only": "rest: alleen regulier",
    "eligible: amv only": "rest: alleen amv",
    "Decision = counted + rest. Realised: where the places stand after merges and "
    "exchanges.": "Besluit = meegeteld + rest. Gerealiseerd: waar de plaatsen staan na "
    "samenvoegen en uitruil.",
    "Share estimated: the official number is not published; see how it was made.": "Aandeel "
    "geschat: het officiële getal is niet gepubliceerd; zie hoe het tot stand kwam.",
    "Pledge split: places that a region pledges together are split by an estimate.": "Toezegging "
    "verdeeld: plaatsen die een regio gezamenlijk toezegt, zijn bij schatting verdeeld.",
    "{places} count and belong to no municipality: they are decided as well, and stand in no "
    "row.": "{places} tellen mee en horen bij geen gemeente: ook daarover wordt besloten, en ze "
    "staan in geen rij.",
    "{places} {kind} places of these decisions stand elsewhere, in {name}.": "{places} plaatsen "
    "({kind}) van deze besluiten staan elders, in {name}.",
    # merges
    "Merged tasks": "Samengevoegde taken",
    "Merges": "Samenvoegingen",
    "No task is merged with another.": "Er zijn geen taken samengevoegd.",
    "A task stays with its municipality by law; a merge says where it is realised. Existing places "
    "count at the host already; with them the site is as large as the last column says.": "Een "
    "taak blijft volgens de wet bij haar gemeente; een samenvoeging zegt waar zij wordt "
    "gerealiseerd. Bestaande plaatsen tellen bij de gastgemeente al mee; samen daarmee is de "
    "locatie zo groot als de kolom ‘locatie’ zegt.",
    "Whose places are realised where: one row for each task in a merge.": "Wiens plaatsen waar "
    "worden gerealiseerd: één rij per taak in een samenvoeging.",
    "Task of": "Taak van",
    "realised in": "gerealiseerd in",
    "{host} (its own)": "{host} (eigen taak)",
    "merged at the host": "samengevoegd bij gastgemeente",
    "existing there": "daar al aanwezig",
    "site": "locatie",
    "origin": "herkomst",
    "proposed": "voorgesteld",
    "computed": "berekend",
    "Undersized": "Te klein",
    "Tasks that stay smaller than a viable site, and why.": "Taken die kleiner blijven dan een "
    "levensvatbare locatie, en waarom.",
    "missing": "ontbreekt",
    "reason": "reden",
    "Minimised in this order:": "Zo klein mogelijk gehouden, in deze volgorde:",
    "tasks that stay undersized": "taken die te klein blijven",
    "tasks realised elsewhere": "taken die elders worden gerealiseerd",
    "places x kilometres": "plaatsen x kilometers",
    "the largest realised / share of a host": "het grootste quotiënt gerealiseerd / aandeel van "
    "een gastgemeente",
    "sites in use": "gebruikte locaties",
    "proven to be the least, given those before it": "bewezen het kleinste, gegeven wat eraan "
    "voorafgaat",
    "at least {bound} is proven": "ten minste {bound} is bewezen",
    # agreements
    "Exchanges": "Uitruil",
    "Exchange": "Uitruil",
    "Places that stand with the giver and count with the taker.": "Plaatsen die bij de gevende "
    "gemeente staan en bij de nemende gemeente meetellen.",
    "giver": "gevende gemeente",
    "taker": "nemende gemeente",
    "first day": "eerste dag",
    "last day": "laatste dag",
    "counts": "telt mee",
    "{exchange}, condition, {state}: {text}": "{exchange}, voorwaarde, {state}: {text}",
    "{shown} of {places} are shown.": "{shown} van {places} zijn aangetoond.",
    "met": "vervuld",
    "not met": "niet vervuld",
    "open": "open",
    "Status holders": "Statushouders",
    "Who takes places over houses status holders of the giver in return.": "Wie plaatsen van een "
    "ander krijgt meegeteld, huisvest in ruil daarvoor statushouders van die ander.",
    "Ukrainians": "Oekraïners",
    "Who takes places over receives Ukrainians of the giver in return.": "Wie plaatsen van een "
    "ander krijgt meegeteld, vangt in ruil daarvoor Oekraïners van die ander op.",
    "Ukrainians before": "Oekraïners vooraf",
    "places before": "plaatsen vooraf",
    "places after": "plaatsen achteraf",
    "status holders before": "statushouders vooraf",
    "more": "meer",
    "after": "achteraf",
    "Emergency places": "Crisisnoodopvang",
    "Emergency regions": "Crisisnoodopvang per regio",
    "Emergency places per region: what is asked pro rata of the shares.": "Crisisnoodopvangplaatsen per "
    "regio: gevraagd naar rato van de aandelen.",
    "Emergency places per municipality.": "Crisisnoodopvangplaatsen per gemeente.",
    "at least": "ten minste",
    "at most": "ten hoogste",
    "are there": "aanwezig",
    "asked": "gevraagd",
    "nobody can be asked for": "aan niemand te vragen",
    "place in the sums": "plaats in de som",
    "within the decisions": "binnen de besluiten",
    "on top of the decisions": "boven op de besluiten",
    "emergency places": "crisisnoodopvangplaatsen",
    "Grant": "Specifieke uitkering",
    "Grant and moves": "Uitkering en verplaatsing",
    "The grant pro rata of the places provided; who has not met its task has none.": "De uitkering "
    "naar rato van het aantal geboden plaatsen; wie niet aan de opgave voldoet, krijgt er geen.",
    "The grant as the run counts places, and if places count where they stand.": "De uitkering zoals "
    "de berekening plaatsen telt, en als plaatsen tellen waar zij staan.",
    "places provided": "geboden plaatsen",
    "granted before": "eerder een uitkering",
    "places with a grant": "plaatsen met uitkering",
    "euros": "euro",
    "exchange or merge": "uitruil of samenvoeging",
    "for": "voor",
    "as counted": "zoals geteld",
    "where the places stand": "waar de plaatsen staan",
    "merge at {host}": "samenvoeging in {host}",
    "What is offered": "Het aanbod",
    "Offers": "Aanbod",
    "Every offer of the reports, and whether it counts.": "Elk aanbod uit de verslagen, en of het "
    "meetelt.",
    "status": "status",
    "why it does not": "waarom niet",
    "source": "bron",
    "guaranteed": "gegarandeerd",
    "likely": "kansrijk",
    "intended": "voorgenomen",
    "reported": "gemeld",
    "Pledges": "Toezeggingen",
    "Pledge": "Toezegging",
    "Places that a region pledges for several municipalities: the split is an "
    "estimate.": "Plaatsen die een regio voor meer gemeenten samen toezegt: de verdeling is een "
    "schatting.",
    "candidates": "kandidaten",
    "Reports": "Verslagen",
    "Figures of provincial reports, which are known for a whole province only.": "Cijfers uit "
    "provinciale verslagen, die alleen voor de hele provincie bekend zijn.",
    "figure": "cijfer",
    "amv estimated": "amv geschat",
    # derivations
    "How each number came about": "Hoe elk getal tot stand kwam",
    "Every line can be redone as it stands. After it stands what it rests on: the act or letter by "
    "its short name (see Sources), the line of the scenario, and the row of the table.": "Elke "
    "regel is na te rekenen zoals hij er staat. Erachter staat waarop hij berust: de wet of brief "
    "met zijn korte naam (zie Bronnen), de regel van het scenario en de rij van de tabel.",
    "{province}: what holds for all its municipalities": "{province}: wat voor alle gemeenten "
    "geldt",
    "The same for several municipalities": "Gelijk voor verscheidene gemeenten",
    "So too for {names}.": "Hetzelfde geldt voor {names}.",
    "{name}: decision {places}": "{name}: besluit {places}",
    "idem": "idem",
    # sources and origin
    "Sources": "Bronnen",
    "What the lines rest on.": "Waarop de regels berusten.",
    "Short name": "Korte naam",
    "text": "tekst",
    "published": "gepubliceerd",
    "what it is cited for": "waarvoor aangehaald",
    "to the letter": "letterlijk",
    "This text does not come with the program.": "Deze tekst reist niet met het programma mee.",
    "Origin of this report": "Herkomst van dit rapport",
    "Made by the allocator {allocator} with OR-Tools {ortools} and Python {python}.": "Gemaakt met "
    "de allocator {allocator}, OR-Tools {ortools} en Python {python}.",
    "Scenario {name}, sha256 of its settings {sha}.": "Scenario {name}, sha256 van de "
    "instellingen {sha}.",
    "Content of the run, sha256: {sha}.": "Inhoud van de berekening, sha256: {sha}.",
    "Verified without a solver: {checks} checks, {failures} failures.": "Zonder oplosser "
    "gecontroleerd: {checks} controles, {failures} fouten.",
    "Confirmed by a second solver, {solver}: {agreed} of {all} objectives.": "Bevestigd door een "
    "tweede oplosser, {solver}: {agreed} van {all} doelen.",
    "The order of lots: {origin}.": "De volgorde van de loten: {origin}.",
    "Settings": "Instellingen",
    "Setting": "Instelling",
    "What the scenario says; every other setting has its default.": "Wat het scenario zegt; elke "
    "andere instelling heeft haar standaardwaarde.",
    "value": "waarde",
    "stands at": "staat op",
    "Input files": "Invoerbestanden",
    "The files that were read.": "De bestanden die zijn gelezen.",
    "File": "Bestand",
    "read as": "gelezen als",
    "sha256": "sha256",
    "scenario": "scenario",
    "offers": "aanbod",
    "exchanges": "uitruil",
    "key": "sleutel",
    "SES-WOA scores": "SES-WOA-scores",
    "indicative numbers": "indicatieve aantallen",
    "lots": "loting",
    "reference table": "referentietabel",
}
