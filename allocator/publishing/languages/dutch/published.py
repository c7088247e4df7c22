# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for the descriptions beside published results."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "[to be filled in by the organisation: {what}]": ("[door de organisatie in te vullen: {what}]"),
    "name of the organisation": "naam van de organisatie",
    "where questions can be asked": "waar vragen kunnen worden gesteld",
    "who may see it": "wie het mag inzien",
    "licence": "licentie",
    # The draft for the algorithm register, with the titles that the register has for its fields.
    "DRAFT": "CONCEPT",
    "DRAFT: not an entry, but a proposal for one": (
        "CONCEPT: geen registratie, maar een voorstel ervoor"
    ),
    "DRAFT entry for the algorithm register": "CONCEPT-registratie voor het Algoritmeregister",
    "Publication standard {version}; made of the run {run}.": (
        "Publicatiestandaard {version}; gemaakt van de berekening {run}."
    ),
    "Status of this text": "Status van deze tekst",
    "This is a proposal for an entry. What stands in square brackets only the organisation can "
    "fill in; what is filled in already it has to check.": (
        "Dit is een voorstel voor een registratie. Wat tussen rechte haken staat kan alleen de "
        "organisatie invullen; wat al is ingevuld moet zij nagaan."
    ),
    "The register takes entries in Dutch.": "Het register neemt registraties in het Nederlands op.",
    "Name": "Naam",
    "Dividing reception places over municipalities": "Opvangplaatsen verdelen over gemeenten",
    "Short description": "Korte omschrijving",
    "The allocator computes what the task of a province for the reception of asylum seekers means "
    "for each municipality. It counts the places that are offered, divides the rest by a "
    "distribution key, and shows how each number comes about.": (
        "De allocator berekent wat de opgave van een provincie voor de opvang van asielzoekers per "
        "gemeente betekent. Het programma telt het aanbod, verdeelt de rest met een verdeelsleutel "
        "en laat zien hoe elk aantal tot stand komt."
    ),
    "Organisation": "Organisatie",
    "full name": "volledige naam",
    "Theme": "Thema",
    "Status": "Status",
    "In ontwikkeling, In gebruik or Buiten gebruik": (
        "In ontwikkeling, In gebruik of Buiten gebruik"
    ),
    "Start date": "Begindatum",
    "month of first use, as 2026-01": "maand van ingebruikname, zoals 2026-01",
    "Contact": "Contactgegevens",
    "Public page": "Link naar publiekspagina",
    "address of a page about its use": "adres van een pagina over het gebruik",
    "Publication category": "Publicatiecategorie",
    "Hoog-risico AI-systeem, Impactvolle algoritmes or Overige algoritmes, with reasons": (
        "Hoog-risico AI-systeem, Impactvolle algoritmes of Overige algoritmes, met redenen"
    ),
    "Source ID": "Bron-ID",
    "allocator {version}, run {run}": "allocator {version}, berekening {run}",
    "Goal and impact": "Doel en impact",
    "The program makes the division of reception places computable and checkable.": (
        "Het programma maakt de verdeling van opvangplaatsen berekenbaar en controleerbaar."
    ),
    "for which decision it is used, and what that means for people": (
        "voor welk besluit het wordt gebruikt, en wat dat voor mensen betekent"
    ),
    "Considerations": "Afwegingen",
    "advantages, disadvantages and the alternatives that were considered": (
        "voordelen, nadelen en de alternatieven die zijn overwogen"
    ),
    "Human intervention": "Menselijke tussenkomst",
    "The program proposes; people decide. It takes and sends no decision.": (
        "Het programma doet voorstellen; mensen besluiten. Het neemt en verstuurt geen besluiten."
    ),
    "who judges the outcome, and how it can be changed": (
        "wie de uitkomst beoordeelt, en hoe die kan worden bijgesteld"
    ),
    "Risk management": "Risicobeheer",
    "What this run says of its own certainty:": (
        "Wat deze berekening over de eigen zekerheid zegt:"
    ),
    "which risks there are, and what is done about them": (
        "welke risico's er zijn, en wat daaraan wordt gedaan"
    ),
    "Legal basis": "Wettelijke basis",
    "Texts that the program cites for this run:": (
        "Teksten waarnaar het programma voor deze berekening verwijst:"
    ),
    "on which provision the organisation founds its use": (
        "op welke bepaling de organisatie het gebruik grondt"
    ),
    "Links to the legal basis": "Verwijzingen wettelijke basis",
    "name and address of each law and regulation": "naam en adres van elke wet en regeling",
    "Impact assessments": "Impacttoetsen",
    "DPIA, IAMA or others, with links, or why there is none": (
        "DPIA, IAMA of andere, met verwijzing, of waarom er geen is"
    ),
    "Data": "Gegevens",
    "Files that were read, with their sha256. It asks for no data on persons.": (
        "Gelezen bestanden, met hun sha256. Het programma vraagt geen gegevens over personen."
    ),
    "whether notes or files hold personal data after all": (
        "of opmerkingen of bestanden toch persoonsgegevens bevatten"
    ),
    "Technical working": "Technische werking",
    "It is not self-learning. Rules and settings are applied exactly, in whole places and "
    "fractions; ties are decided by an order of lots, and reported. allocator {version}, "
    "OR-Tools {solver}, Python {python}.": (
        "Het algoritme is niet zelflerend. Regels en instellingen worden exact toegepast, in hele "
        "plaatsen en breuken; over gelijke aanspraken beslist een lotingsvolgorde, en dat wordt "
        "gemeld. "
        "allocator {version}, OR-Tools {solver}, Python {python}."
    ),
    "Supplier": "Leverancier",
    "supplier, or: Intern ontwikkeld": "leverancier, of: Intern ontwikkeld",
    "Source code": "Link naar broncode",
    "address of the source code": "adres van de broncode",
    "{checks} checks of the rules without a solver, of which {failures} fail": (
        "{checks} controles van de regels, los van de rekenmethode, waarvan {failures} niet slagen"
    ),
    "{objectives} objectives, of which {unproven} not proven to be the best": (
        "{objectives} doelstellingen, waarvan {unproven} niet bewezen optimaal"
    ),
    "{municipalities} municipalities, of which {estimated} with an estimated share": (
        "{municipalities} gemeenten, waarvan {estimated} met een geschat aandeel"
    ),
    "{ties} ties, decided by the order of lots ({order})": (
        "{ties} gelijke aanspraken, waarover de lotingsvolgorde beslist ({order})"
    ),
    "{warnings} warnings, listed in the report": (
        "{warnings} aandachtspunten, die het verslag noemt"
    ),
    "Distribution key {key}: {says}": "Verdeelsleutel {key}: {says}",
    "Rule {rule}: {says}": "Regel {rule}: {says}",
    "Setting {setting}: {value}": "Instelling {setting}: {value}",
}
