# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for comparisons, frontiers and studies."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    # a comparison
    "comparison": "vergelijking",
    "Comparison of {number} runs": "Vergelijking van {number} berekeningen",
    "Runs {letters}, each compared with {first}. Ramingen: {ramings}.": "Berekeningen {letters}, "
    "elk vergeleken met {first}. Ramingen: {ramings}.",
    "When this comparison was made, every run was verified, and the comparison by {checks} checks of its own. A difference is always that of one run with the first. Nothing is added up over runs. Ties, conditions and estimates stand in the report of each run.": "Toen deze vergelijking werd gemaakt, is elke berekening gecontroleerd, en de vergelijking met {checks} eigen controles. Een verschil is altijd dat van een berekening met de eerste. Over berekeningen heen wordt niets opgeteld. Gelijke aanspraken, voorwaarden en schattingen staan in het rapport van elke berekening.",
    "places of raming {raming}; no division": "plaatsen, raming {raming}; geen verdeling",
    "No point was found.": "Er is geen punt gevonden.",
    "One point is at least as good as every other in both: there is nothing to weigh.": "Eén punt is in beide minstens zo goed als elk ander: er valt niets af te wegen.",
    "{checks} checks when it was made": "{checks} controles bij het maken",
    "places of raming {raming}": "plaatsen, raming {raming}",
    "places of raming {raming}; {gaining} gain, {losing} lose": "plaatsen, raming {raming}; "
    "{gaining} krijgen meer, {losing} minder",
    "The runs": "De berekeningen",
    "Runs": "Berekeningen",
    "Run": "Berekening",
    "run": "berekening",
    "What is compared.": "Wat wordt vergeleken.",
    "called": "aanduiding",
    "raming": "raming",
    "outcome": "uitkomst",
    "checks": "controles",
    "shares estimated": "aandelen geschat",
    "Differences per municipality": "Verschillen per gemeente",
    "Decisions": "Besluiten",
    "The decision (counted + rest) in every run, and the amv places among it.": "Het besluit "
    "(meegeteld + rest) in elke berekening, en hoeveel daarvan amv-plaatsen zijn.",
    "Who gains and who loses most": "Wie het meest meer en minder krijgt",
    "Movers": "Meer en minder",
    "The largest gains and losses beside {first}; below zero is a loss.": "De grootste stijgingen "
    "en dalingen ten opzichte van {first}; onder nul is een daling.",
    "places more": "plaatsen meer",
    "part of its task": "deel van de opgave",
    "How fair, and how many moves": "Hoe evenredig, en hoeveel verplaatsingen",
    "Measures": "Maten",
    "Measure": "Maat",
    "Measures of every run, each of its own raming.": "Maten van elke berekening, elk bij haar "
    "eigen raming.",
    "not known": "niet bekend",
    "What changed in the inputs": "Wat er in de invoer verschilt",
    "Settings that differ, names as codes.": "Instellingen die verschillen, namen als codes.",
    "Input tables that differ, by their sha256.": "Invoertabellen die verschillen, met hun sha256.",
    "Tasks that differ, each of its own raming.": "Opgaven die verschillen, elk van haar eigen "
    "raming.",
    "Tasks": "Opgaven",
    "not read": "niet gelezen",
    "no such line": "geen zo'n regel",
    "by default": "standaardwaarde",
    "Nothing differs but what the scenarios are called.": "Er verschilt niets dan hoe de "
    "scenario's heten.",
    "The decision in every run, of the {number} municipalities where its total differs.": "Het besluit in elke berekening, van de {number} gemeenten waar het totaal verschilt.",
    "Bars for {number} municipalities, one for each run, with the difference from the first. The "
    "table has the same numbers.": "Balken voor {number} gemeenten, een per berekening, met het "
    "verschil met de eerste. De tabel heeft dezelfde getallen.",
    # the measures
    "largest deviation from pro rata": "grootste afwijking van naar rato",
    "mean deviation from pro rata": "gemiddelde afwijking van naar rato",
    "relative deviation from pro rata": "relatieve afwijking van naar rato",
    "Gini of places over inhabitants": "Gini van plaatsen over inwoners",
    "places per 1,000 inhabitants": "plaatsen per 1.000 inwoners",
    "fewest per 1,000 inhabitants": "minste per 1.000 inwoners",
    "most per 1,000 inhabitants": "meeste per 1.000 inwoners",
    "tasks": "taken",
    "small tasks where they stand": "kleine taken waar zij staan",
    "merges": "samenvoegingen",
    "moved tasks": "verplaatste taken",
    "undersized tasks": "te kleine taken",
    "sites": "locaties",
    "place-km": "plaats-km",
    "The largest distance of a decision from its exact pro rata part of the task: task x weight / "
    "all weights of its area, before any rounding.": "De grootste afstand van een besluit tot het "
    "exacte deel naar rato van de opgave: opgave x gewicht / alle gewichten van het gebied, vóór "
    "enige afronding.",
    "The mean of those distances: their sum over the number of municipalities.": "Het gemiddelde "
    "van die afstanden: hun som gedeeld door het aantal gemeenten.",
    "Their sum over that of the pro rata parts: so ramingen of different size compare.": "Hun som "
    "gedeeld door die van de delen naar rato: zo zijn ramingen van verschillende grootte te "
    "vergelijken.",
    "0 where all have as many places per inhabitant, below 1. The municipalities in order, the "
    "fewest places per inhabitant first: the first number is the sum of inhabitants x (2 x the "
    "places of those before + its own places).": "0 als alle gemeenten evenveel plaatsen per "
    "inwoner hebben, onder 1. De gemeenten op volgorde, de minste plaatsen per inwoner eerst: het "
    "eerste getal is de som van inwoners x (2 x de plaatsen van wie eraan voorafgaan + de eigen "
    "plaatsen).",
    "The places of all decisions over the inhabitants of those municipalities.": "De plaatsen van "
    "alle besluiten gedeeld door de inwoners van die gemeenten.",
    "The same of the municipality with the fewest.": "Hetzelfde van de gemeente met de minste.",
    "The same of the municipality with the most.": "Hetzelfde van de gemeente met de meeste.",
    "Municipalities with places of a kind to make possible; with merging.include_offers also those "
    "whose offers are below the minimum site.": "Gemeenten die plaatsen van een soort mogelijk "
    "moeten maken; met merging.include_offers ook die met een aanbod onder de minimale locatie.",
    "Tasks whose site, with what counts there, is below merging.minimum_site of the run.": "Taken "
    "waarvan de locatie, met wat daar meetelt, onder merging.minimum_site van de berekening "
    "blijft.",
    "Groups of tasks with one host.": "Groepen taken met één gastgemeente.",
    "Tasks that are realised elsewhere.": "Taken die elders worden gerealiseerd.",
    "Tasks that no viable site takes in the plan.": "Taken die in het plan bij geen levensvatbare "
    "locatie horen.",
    "Sites at which tasks are realised.": "Locaties waar taken worden gerealiseerd.",
    "Places x kilometres of the moved tasks.": "Plaatsen x kilometers van de verplaatste taken.",
    "{regular} regular + {amv} amv": "{regular} regulier + {amv} amv",
    # a frontier
    "frontier": "afweging",
    "What is weighed: {title}": "De afweging: {title}",
    "Scenario {name}, raming {raming}.": "Scenario {name}, raming {raming}.",
    "proven, none is missing": "bewezen, er ontbreekt geen punt",
    "not all is proven, or found": "niet alles is bewezen of gevonden",
    "Points that none beats": "Punten die door geen ander worden verslagen",
    "{number} others are no better": "{number} andere zijn niet beter",
    "{across} against {up}{kind}": "{across} tegen {up}{kind}",
    "most participants": "hoogstens zoveel deelnemers",
    "small tasks": "kleine taken",
    "participants": "deelnemers",
    "deviation": "afwijking",
    "as divided": "zoals verdeeld",
    "Of these points none is beaten: less of the one is more of the other.": "Geen van deze punten "
    "wordt verslagen: minder van het een is meer van het ander.",
    "A ladder of minimum sites: each point has the least deviation for its own. Other mixtures of "
    "large and small sites may lie between them, or do better.": "Een ladder van minimale "
    "locaties: elk punt heeft de kleinste afwijking bij zijn eigen minimum. Andere mengsels van "
    "grote en kleine locaties kunnen ertussen liggen, of beter zijn.",
    "Deviation: the least sum of what lies above and below pro rata, in places; as divided: that "
    "of the places, which are rounded. Small: fewer than {small} places in all.": "Afwijking: de "
    "kleinste som van wat boven en onder naar rato ligt, in plaatsen; zoals verdeeld: die van de "
    "plaatsen zelf, die zijn afgerond. Klein: minder dan {small} plaatsen in totaal.",
    "The knee, farthest from the line between the two ends: {knee}.": "De knik, het verst van de "
    "lijn tussen beide uiteinden: {knee}.",
    "Without a division:": "Zonder verdeling:",
    "Not tried, or nothing found in time: {steps}.": "Niet geprobeerd, of niet op tijd gevonden: "
    "{steps}.",
    "Points": "Punten",
    "Point": "Punt",
    "setting": "instelling",
    "Every point, those that none beats first.": "Elk punt; eerst die door geen ander worden "
    "verslagen.",
    "knee": "knik",
    "point {number} is at least as good": "punt {number} is minstens zo goed",
    "All municipalities at point {number}.": "Alle gemeenten bij punt {number}.",
    "Point {number}: all municipalities": "Punt {number}: alle gemeenten",
    "Less is better of both. The numbers are those of the points in the table.": "Van beide is "
    "minder beter. De nummers zijn die van de punten in de tabel.",
    "A chart of {number} points: {across} across, {up} upwards. The table has the same "
    "numbers.": "Een grafiek van {number} punten: {across} horizontaal, {up} verticaal. De tabel "
    "heeft dezelfde getallen.",
    # a study
    "study": "studie",
    "Study {name} of scenario {base}, raming {raming}.": "Studie {name} van scenario {base}, "
    "raming {raming}.",
    "of {number} that differ": "van {number} verschillende",
    "Points that count": "Punten die tellen",
    "of {number} of the design": "van {number} van de opzet",
    "Robust municipalities": "Robuuste gemeenten",
    "{name}: closes": "{name}: sluit",
    "of the chances, all places": "van de kansen, alle plaatsen",
    "Not complete: {left} runs are missing.": "Niet volledig: {left} berekeningen ontbreken.",
    "Chances and percentiles are exact, given the chances of the study.": "Kansen en percentielen "
    "zijn exact, gegeven de kansen van de studie.",
    "Trajectories of Morris are no draws: there are no chances.": "Trajecten volgens Morris zijn "
    "geen trekkingen: er zijn geen kansen.",
    "Chances and percentiles are estimates from the draws.": "Kansen en percentielen zijn "
    "schattingen uit de trekkingen.",
    "Chances and percentiles are parts of the points of the grid, no probabilities.": "Kansen en "
    "percentielen zijn delen van de punten van het raster, geen waarschijnlijkheden.",
    "{left} points without a division or a chance are no part of them.": "{left} punten zonder "
    "verdeling of zonder kans tellen daarin niet mee.",
    "Tasks come about in two ways: at {by_key} points they follow the key, each municipality from "
    "the national need and a province the sum (Decree 2.1); at {by_raming} the published ones "
    "stand and the key divides them.": "Opgaven komen op twee manieren tot stand: bij {by_key} "
    "punten volgen ze de verdeelsleutel, elke gemeente uit de landelijke behoefte en de provincie "
    "als som (art. 2.1 van het Besluit); bij {by_raming} blijven de gepubliceerde staan en "
    "verdeelt de sleutel die.",
    "Tasks follow the key: each municipality from the national need, a province the sum (Decree "
    "2.1).": "Opgaven volgen de verdeelsleutel: elke gemeente uit de landelijke behoefte, de "
    "provincie als som (art. 2.1 van het Besluit).",
    "Tasks are those of the raming: another key divides the task of a province, and moves it "
    "nowhere. By law it would (Decree 2.1).": "De opgaven zijn die van de raming: een andere "
    "verdeelsleutel verdeelt de opgave van een provincie, en verplaatst die niet. Volgens de wet "
    "zou dat wel zo zijn (art. 2.1 van het Besluit).",
    "A factor changes the task: chances lie over several tasks.": "Een factor verandert de opgave: "
    "de kansen gaan over verschillende opgaven.",
    "{points} points were not run: {says}": "{points} punten zijn niet berekend: {says}",
    "How many places is it short?": "Hoeveel plaatsen komt men tekort?",
    "Closes: the chance that what counts meets the task, among the points with a division. Then "
    "how many places are left to divide: in 5 % of the chances at most the number under 5 %, and "
    "so on (nearest rank).": "Sluit: de kans dat het meegetelde aanbod de opgave haalt, onder de "
    "punten met een verdeling. Daarna hoeveel plaatsen er te verdelen blijven: in 5 % van de "
    "kansen hoogstens het getal onder 5 %, enzovoort (dichtstbijzijnde rang).",
    "Shortages": "Tekorten",
    "Places left to divide, over the runs.": "Plaatsen die te verdelen blijven, over de "
    "berekeningen.",
    "closes": "sluit",
    "from so many places": "vanaf zoveel plaatsen",
    "up to and with": "tot en met",
    "chance": "kans",
    "{name}: how often how many places are left to divide.": "{name}: hoe vaak hoeveel plaatsen te "
    "verdelen blijven.",
    "Bars for {number} stretches of places left to divide in {name}, with the chance of each. The "
    "table has the same numbers.": "Balken voor {number} klassen van plaatsen die in {name} te "
    "verdelen blijven, met de kans op elk. De tabel heeft dezelfde getallen.",
    "places left to divide": "plaatsen die te verdelen blijven",
    "per cent of the chances": "procent van de kansen",
    "The decision of the {number} municipalities with the widest spread over the runs.": "Het "
    "besluit van de {number} gemeenten met de grootste spreiding over de berekeningen.",
    "Strips for {number} municipalities from the lowest to the highest decision, thick from 5 % to "
    "95 %. The table has the same numbers.": "Stroken voor {number} gemeenten van het laagste tot "
    "het hoogste besluit, dik van 5 % tot 95 %. De tabel heeft dezelfde getallen.",
    "lowest": "laagste",
    "highest": "hoogste",
    "Whose number is robust, and whose hangs on what?": "Wiens getal is robuust, en wiens getal "
    "hangt waarvan af?",
    "Robust: from 5 % to 95 % the decision and what is realised there both vary by one place, or "
    "by at most a twentieth of their median. Otherwise one of them is named: the decision if that "
    "varies, else what is realised. It hangs on a factor that explains at least half of its "
    "variance.": "Robuust: van 5 % tot 95 % verschillen zowel het besluit als wat er wordt "
    "gerealiseerd hoogstens één plaats, of hoogstens een twintigste van hun mediaan. Anders staat "
    "erbij welk van beide wisselt: het besluit als dat wisselt, en anders wat er wordt "
    "gerealiseerd. Dat hangt af van een factor die minstens de helft van de variantie verklaart.",
    "Places decided, both kinds, the widest spread first; then places realised there after "
    "merges.": "Plaatsen waarover wordt besloten, beide soorten, de grootste spreiding eerst; "
    "daarna de plaatsen die er na samenvoegen worden gerealiseerd.",
    "What is realised in the {number} municipalities with the widest spread over the runs; no "
    "decision varies.": "Wat er wordt gerealiseerd in de {number} gemeenten met de grootste "
    "spreiding over de berekeningen; geen enkel besluit wisselt.",
    "Strips for {number} municipalities from the least to the most that is realised there, thick "
    "from 5 % to 95 %. The table has its 5 % and 95 %.": "Stroken voor {number} gemeenten van het "
    "minste tot het meeste dat er wordt gerealiseerd, dik van 5 % tot 95 %. De tabel heeft de "
    "waarden bij 5 % en 95 %.",
    "realised, 5 %": "gerealiseerd, 5 %",
    "realised, 95 %": "gerealiseerd, 95 %",
    "realised places": "gerealiseerde plaatsen",
    "number": "getal",
    "both": "beide",
    "all municipalities": "alle gemeenten",
    "Not proven: of {number} points that count the division or the plan of merges is only the "
    "best found when the search ended. Their numbers may get better.": "Niet bewezen: van {number} "
    "punten die tellen is de verdeling of het plan van samengevoegde taken slechts het beste dat "
    "was gevonden toen de zoektocht eindigde. Hun getallen kunnen nog beter worden.",
    "Factors with more than twenty values have no rows here: {factors}.": "Factoren met meer dan "
    "twintig waarden hebben hier geen rijen: {factors}.",
    "There are none: {left} of {points} points have no division, and these indices compare points "
    "in pairs.": "Er zijn er geen: {left} van de {points} punten hebben geen verdeling, en deze "
    "indices vergelijken punten twee aan twee.",
    "is": "is",
    "strongest factor": "sterkste factor",
    "explains": "verklaart",
    "robust": "robuust",
    "hangs on": "hangt af",
    "varies": "wisselt",
    "What does merging come to?": "Waarop komt samenvoegen neer?",
    "Merging": "Samenvoegen",
    "What the plan of merged tasks comes to.": "Waarop het plan van samengevoegde taken neerkomt.",
    "Amount": "Aantal",
    "moved places": "verplaatste plaatsen",
    "What does each value do?": "Wat doet elke waarde?",
    "Levels": "Waarden",
    "The mean of all points with that value.": "Het gemiddelde van alle punten met die waarde.",
    "falls through": "gaat niet door",
    "refused": "geweigerd",
    "defect in the program": "fout in het programma",
    "not run": "niet berekend",
    "Factor": "Factor",
    "factor": "factor",
    "points": "punten",
    "left to divide": "te verdelen",
    "Indices": "Indices",
    "Of": "Van",
    "alone": "alleen",
    "with others": "met andere",
    "mean effect": "gemiddeld effect",
    "Sobol: the part of the variance that a factor explains alone, and with others.": "Sobol: het "
    "deel van de variantie dat een factor alleen verklaart, en samen met andere.",
    "Morris: the mean size of the elementary effects and their deviation, in places.": "Morris: de "
    "gemiddelde grootte van de elementaire effecten en hun spreiding, in plaatsen.",
    "Made by the allocator {allocator}.": "Gemaakt met de allocator {allocator}.",
    "Design: {design}, seed {seed}.": "Opzet: {design}, toevalsgetal {seed}.",
    "Factors: {factors}.": "Factoren: {factors}.",
    "Points by the status of their run: {statuses}.": "Punten naar de uitkomst van hun berekening: "
    "{statuses}.",
    "Study, sha256: {sha}.": "Studie, sha256: {sha}.",
}
