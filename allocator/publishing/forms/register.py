# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A draft entry for the Dutch algorithm register (Algoritmeregister), publication standard 1.0.

What the program knows of itself and of a run is filled in. What only the organisation can say (what
the run is used for, by whom, on what legal basis, after which assessment) is a place to be filled,
and the entry says of itself that it is a draft. The texts of law in it are those that the program
cites; which of them a decision rests on is for the organisation to say.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from allocator.distribution.rules import RULES
from allocator.publishing.contents.provenance import identifier, roles_of
from allocator.publishing.document import Attention, Block, Document, Items, Paragraph, Section
from allocator.publishing.forms.dataset import to_fill
from allocator.publishing.forms.markdown import as_markdown
from allocator.publishing.languages import Language
from models.law import ACT, CITATIONS, Source
from models.result import RunResult

STANDARD = "1.0"
# As ISO 639-3 calls the languages of the fields.
LANGUAGES = {"nl": "nld", "en": "eng"}
THEME = "Migratie en integratie"
SETTINGS = ("counting", "distribution")
# The register takes 5,000 characters in a field; the settings in full stand in the run.
MOST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the register.

    Attributes:
        key: by which the standard calls it.
        title: as the register shows it.
        says: what stands in it, in paragraphs.
        items: what stands in a list under it.
        to_fill: what only the organisation can say, as the mark of a place to be filled.
    """

    key: str
    title: str
    says: str = ""
    items: tuple[str, ...] = ()
    to_fill: str = ""

    @property
    def text(self) -> str:
        """The same as one text."""
        parts = (self.says, *(f"- {item}" for item in self.items), self.to_fill)
        return "\n".join(part for part in parts if part)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The same as blocks of a document."""
        found: list[Block] = [Paragraph(self.says)] if self.says else []
        found += [Items(self.items)] if self.items else []
        found += [Paragraph(self.to_fill)] if self.to_fill else []
        return tuple(found)


def register_entry(result: RunResult, language: Language) -> str:
    """A draft entry for the algorithm register as Markdown."""
    return as_markdown(register_document(result, language))


def register_json(result: RunResult, language: Language) -> str:
    """The same as JSON, by the names that the standard has for its fields.

    It cannot be delivered as it is: the marks of what is to be filled in stand where the register
    wants a choice from a list.
    """
    fields = {field.key: field.text for field in register_fields(result, language)}
    draft = language.say("DRAFT: not an entry, but a proposal for one")
    entry = {
        "draft": draft,
        **fields,
        "lang": LANGUAGES[language.code],
        "standard_version": STANDARD,
    }
    return json.dumps(entry, ensure_ascii=False, indent=2) + "\n"


def register_document(result: RunResult, language: Language) -> Document:
    """The draft as a document, which takes every form."""
    say = language.say
    warning = Attention(
        say("DRAFT"),
        (
            say(
                "This is a proposal for an entry. What stands in square brackets only the "
                "organisation can fill in; what is filled in already it has to check."
            ),
            say("The register takes entries in Dutch."),
        ),
    )
    sections = [Section(say("Status of this text"), (warning,))]
    sections += [
        Section(f"{field.title} ({field.key})", field.blocks)
        for field in register_fields(result, language)
    ]
    return Document(
        name=f"algoritmeregister-{result.scenario.name}",
        title=say("DRAFT entry for the algorithm register"),
        subtitle=say(
            "Publication standard {version}; made of the run {run}.",
            version=STANDARD,
            run=str(language.repeat(result.scenario.title or result.scenario.name)),
        ),
        language=language,
        sections=tuple(sections),
        identifier=identifier(result),
        made_by=f"allocator {result.manifest.allocator}",
    )


def register_fields(result: RunResult, language: Language) -> tuple[Field, ...]:
    """The fields of the publication standard, in its order."""
    return (
        *_general(result, language),
        *_responsible(result, language),
        *_working(result, language),
    )


def _general(result: RunResult, language: Language) -> Iterator[Field]:
    say, manifest = language.say, result.manifest
    yield Field("name", say("Name"), say("Dividing reception places over municipalities"))
    yield Field(
        "description_short",
        say("Short description"),
        say(
            "The allocator computes what the task of a province for the reception of asylum "
            "seekers means for each municipality. It counts the places that are offered, "
            "divides the rest by a distribution key, and shows how each number comes about."
        ),
    )
    yield _empty("organization", say("Organisation"), say("full name"), language)
    yield Field("category", say("Theme"), THEME)
    status = say("In ontwikkeling, In gebruik or Buiten gebruik")
    yield _empty("status", say("Status"), status, language)
    yield _empty("begin_date", say("Start date"), say("month of first use, as 2026-01"), language)
    yield _empty("contact_email", say("Contact"), say("where questions can be asked"), language)
    yield _empty("website", say("Public page"), say("address of a page about its use"), language)
    yield _empty(
        "publication_category",
        say("Publication category"),
        say("Hoog-risico AI-systeem, Impactvolle algoritmes or Overige algoritmes, with reasons"),
        language,
    )
    yield Field(
        "source_id",
        say("Source ID"),
        say("allocator {version}, run {run}", version=manifest.allocator, run=_run(result)),
    )


def _responsible(result: RunResult, language: Language) -> Iterator[Field]:
    say = language.say
    yield Field(
        "goal",
        say("Goal and impact"),
        say("The program makes the division of reception places computable and checkable."),
        to_fill=to_fill(
            language, say("for which decision it is used, and what that means for people")
        ),
    )
    considered = say("advantages, disadvantages and the alternatives that were considered")
    yield _empty("proportionality", say("Considerations"), considered, language)
    yield Field(
        "human_intervention",
        say("Human intervention"),
        say("The program proposes; people decide. It takes and sends no decision."),
        to_fill=to_fill(language, say("who judges the outcome, and how it can be changed")),
    )
    yield Field(
        "risks",
        say("Risk management"),
        say("What this run says of its own certainty:"),
        tuple(_certainty(result, language)),
        to_fill(language, say("which risks there are, and what is done about them")),
    )
    yield Field(
        "lawful_basis",
        say("Legal basis"),
        say("Texts that the program cites for this run:"),
        tuple(
            f"{language.repeat(one.title)} ({language.repeat(one.publication)})"
            for one in _cited(result)
        ),
        to_fill(language, say("on which provision the organisation founds its use")),
    )
    links = say("name and address of each law and regulation")
    yield _empty("lawful_basis_grouping", say("Links to the legal basis"), links, language)
    tests = say("DPIA, IAMA or others, with links, or why there is none")
    yield _empty("impacttoetsen", say("Impact assessments"), tests, language)


def _working(result: RunResult, language: Language) -> Iterator[Field]:
    say, manifest = language.say, result.manifest
    roles = roles_of(language)
    files = say("Files that were read, with their sha256. It asks for no data on persons.")
    yield Field(
        "source_data",
        say("Data"),
        files,
        tuple(f"{one.name} ({roles[one.role]}): {one.sha256}" for one in manifest.inputs),
        to_fill(language, say("whether notes or files hold personal data after all")),
    )
    yield Field(
        "methods_and_models",
        say("Technical working"),
        say(
            "It is not self-learning. Rules and settings are applied exactly, in whole places "
            "and fractions; ties are decided by an order of lots, and reported. "
            "allocator {version}, OR-Tools {solver}, Python {python}.",
            version=manifest.allocator,
            solver=manifest.ortools,
            python=manifest.python,
        ),
        tuple(_method(result, language)),
    )
    supplier = say("supplier, or: Intern ontwikkeld")
    yield _empty("provider", say("Supplier"), supplier, language)
    yield _empty("publiccode", say("Source code"), say("address of the source code"), language)


def _certainty(result: RunResult, language: Language) -> Iterator[str]:
    """What was checked, and what of the outcome is not certain."""
    say, verdict = language.say, result.verification
    yield say(
        "{checks} checks of the rules without a solver, of which {failures} fail",
        checks=verdict.checks,
        failures=len(verdict.failures),
    )
    unproven = sum(not one.proven for one in result.objectives)
    yield say(
        "{objectives} objectives, of which {unproven} not proven to be the best",
        objectives=len(result.objectives),
        unproven=unproven,
    )
    estimated = sum(one.share_status == "estimated" for one in result.municipalities)
    yield say(
        "{municipalities} municipalities, of which {estimated} with an estimated share",
        municipalities=len(result.municipalities),
        estimated=estimated,
    )
    order = language.repeat(result.manifest.lots_from) or "-"
    yield say(
        "{ties} ties, decided by the order of lots ({order})", ties=len(result.ties), order=order
    )
    yield say("{warnings} warnings, listed in the report", warnings=len(result.warnings))


def _cited(result: RunResult) -> Iterator[Source]:
    """The Act, the source of the key, and those of the rules, each once."""
    sources = [ACT]
    if result.key.source in CITATIONS:
        sources.append(CITATIONS[result.key.source])
    sources += [rule.source for rule in RULES.values() if rule.source is not None]
    yield from dict.fromkeys(sources)


def _method(result: RunResult, language: Language) -> Iterator[str]:
    say = language.say
    says = language.repeat(result.key.says)
    yield say("Distribution key {key}: {says}", key=result.key.name, says=says)
    for rule in RULES.values():
        yield say("Rule {rule}: {says}", rule=rule.name, says=language.repeat(rule.says))
    for group in SETTINGS:
        settings = result.scenario.settings.get(group)
        if isinstance(settings, dict):
            for name, value in settings.items():
                shown = json.dumps(value, ensure_ascii=False)
                shown = shown if len(shown) <= MOST_SHOWN else f"{shown[:MOST_SHOWN]} ..."
                yield say("Setting {setting}: {value}", setting=f"{group}.{name}", value=shown)


def _run(result: RunResult) -> str:
    """Name of a run, short enough for the register, which takes a hundred characters."""
    return f"{result.scenario.name[:40]} ({result.scenario.sha256[:12]})"


def _empty(key: str, title: str, what: str, language: Language) -> Field:
    return Field(key, title, to_fill=to_fill(language, what))
