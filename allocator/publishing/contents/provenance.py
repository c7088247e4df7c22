# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where it comes from: the texts that are cited, the settings, the files and the programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from allocator.publishing.contents.view import View
from allocator.publishing.document import Block, Column, Items, Section, Table
from allocator.publishing.languages import Dutch, Language
from models.boundaries import Boundaries
from models.law import CITATIONS, Source
from models.problem import Role
from models.result import RunResult


def sources(view: View, cited: frozenset[str]) -> Section:
    """The acts, letters and books that the derivations cite by their short names."""
    say = view.say
    rows = tuple(
        (
            view.own(id_),
            view.own(source.title),
            view.own(source.publication),
            view.own(source.says),
            _words(view, source),
        )
        for id_, source in CITATIONS.items()
        if id_ in cited
    )
    columns = (
        Column("id", say("Short name")),
        Column("title", say("text")),
        Column("publication", say("published")),
        Column("says", say("what it is cited for")),
        Column("words", say("to the letter")),
    )
    table = Table(say("Sources"), say("What the lines rest on."), columns, rows)
    return Section(say("Sources"), (table,) if rows else (), anchor="sources")


def _words(view: View, source: Source) -> str:
    """The words that it rests on; of what does not travel with the program none, or a few."""
    if source.words:
        words = f"\N{LEFT DOUBLE QUOTATION MARK}{source.words}\N{RIGHT DOUBLE QUOTATION MARK}"
        return words if view.language.code == Dutch.tongue else Dutch(words)
    return view.say("This text does not come with the program.")


def manifest(view: View, boundaries: Boundaries | None = None) -> Section:
    """What made these numbers: settings, input files, versions, checks.

    Args:
        view: the run.
        boundaries: of the map, which is no part of the run; None where it is of tiles.
    """
    blocks: list[Block] = [
        Items(tuple(_program(view))),
        _settings(view),
        _inputs(view, boundaries),
    ]
    return Section(view.say("Origin of this report"), tuple(blocks), anchor="origin")


def _program(view: View) -> Iterator[str]:
    result, say = view.result, view.say
    made = result.manifest
    yield say(
        "Made by the allocator {allocator} with OR-Tools {ortools} and Python {python}.",
        allocator=made.allocator,
        ortools=made.ortools,
        python=made.python,
    )
    yield say(
        "Scenario {name}, sha256 of its settings {sha}.",
        name=result.scenario.name,
        sha=result.scenario.sha256,
    )
    yield say("Content of the run, sha256: {sha}.", sha=identifier(view.result))
    yield say(
        "Verified without a solver: {checks} checks, {failures} failures.",
        checks=result.verification.checks,
        failures=len(result.verification.failures),
    )
    for one in dict.fromkeys(each.solver for each in made.confirmations):
        agreed = [each.agrees for each in made.confirmations if each.solver == one]
        yield say(
            "Confirmed by a second solver, {solver}: {agreed} of {all} objectives.",
            solver=one,
            agreed=sum(agreed),
            all=len(agreed),
        )
    if made.lots_from:
        yield say("The order of lots: {origin}.", origin=view.own(made.lots_from))


def identifier(result: RunResult) -> str:
    """The sha256 of all that a run says, but for the seconds that it took.

    It is computed, whatever seal a file has: that may be of other content.
    """
    return str(result.to_json()["manifest"]["content_sha256"])


def _settings(view: View) -> Table:
    say, scenario = view.say, view.result.scenario
    rows = tuple((path, _value(scenario.settings, path), where) for path, where in _written(view))
    columns = (
        Column("path", say("Setting")),
        Column("value", say("value")),
        Column("where", say("stands at")),
    )
    caption = say("What the scenario says; every other setting has its default.")
    return Table(say("Settings"), caption, columns, rows)


def _written(view: View) -> Iterator[tuple[str, str]]:
    """The settings that somebody wrote; of a list or section its lines, not itself as well."""
    lines = view.result.scenario.lines
    for path, where in lines.items():
        if not any(other.startswith(f"{path}.") for other in lines):
            yield path, where


def _value(settings: object, path: str) -> str:
    for key in path.split("."):
        if isinstance(settings, list) and key.isdecimal() and int(key) < len(settings):
            settings = settings[int(key)]
        elif isinstance(settings, dict):
            settings = settings.get(key)
        else:
            return ""
    return settings if isinstance(settings, str) else json.dumps(settings, ensure_ascii=False)


def roles_of(language: Language) -> dict[Role, str]:
    """What a file was read for, in words."""
    say = language.say
    return {
        "scenario": say("scenario"),
        "offers": say("offers"),
        "exchanges": say("exchanges"),
        "key": say("key"),
        "people": say("inhabitants"),
        "scores": say("SES-WOA scores"),
        "numbers": say("indicative numbers"),
        "lots": say("lots"),
        "reference": say("reference table"),
    }


def _inputs(view: View, boundaries: Boundaries | None) -> Table:
    say = view.say
    words = roles_of(view.language)
    rows = tuple((one.name, words[one.role], one.sha256) for one in view.result.manifest.inputs)
    if boundaries is not None:
        file = boundaries.file
        rows += ((file.name, say("borders of the map, no part of the run"), file.sha256),)
    columns = (
        Column("name", say("File")),
        Column("role", say("read as")),
        Column("sha256", say("sha256")),
    )
    return Table(say("Input files"), say("The files that were read."), columns, rows)
