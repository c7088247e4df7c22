# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the receipt: nothing that a record has to hold is missing or contradicts the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts
from models.data import data_sha256
from models.places import KINDS
from models.problem import InputFile
from models.scenario import Scenario, fingerprint_of


@check
def record_settings(facts: Facts) -> Iterator[Finding]:
    """The settings of the record are whole, and those of which it gives the fingerprint."""
    recorded, settings = facts.result.scenario, facts.settings
    as_written = stands_in(recorded.settings, settings.model_dump(mode="json"))
    said = "every setting stands in the record as it is written"
    yield Finding("record_settings", as_written, said)
    expected = fingerprint_of(recorded.settings)
    yield same("record_settings", recorded.sha256, expected, "the sha256")
    yield same("record_settings", recorded.name, settings.name, "the name")
    yield same("record_settings", facts.result.raming, settings.raming, "the raming")


def stands_in(recorded: Any, settings: Any) -> bool:
    """Whether settings are as a record has them, but for those that an older version had not."""
    if isinstance(recorded, dict) and isinstance(settings, dict):
        return all(key in settings and stands_in(recorded[key], settings[key]) for key in recorded)
    if isinstance(recorded, list) and isinstance(settings, list):
        return len(recorded) == len(settings) and all(map(stands_in, recorded, settings))
    return type(recorded) is type(settings) and bool(recorded == settings)


@check
def cover_areas(facts: Facts) -> Iterator[Finding]:
    """Every municipality lies in one area that closes, and every area is one of theirs."""
    by_region = facts.settings.distribution.by == "region"
    expected = sorted(
        {
            (one.province, one.region_code if by_region else one.province)
            for one in facts.result.municipalities
        }
    )
    found = sorted((area.province, area.code) for area in facts.result.areas)
    yield same("cover_areas", found, expected, "the areas")
    provinces = sorted({one.province for one in facts.result.municipalities})
    yield same("cover_areas", provinces, sorted(facts.settings.provinces), "the provinces")


@check
def record_inhabitants(facts: Facts) -> Iterator[Finding]:
    """The inhabitants of a municipality are those that its weight was made from, never nobody."""
    for one in facts.result.municipalities:
        if one.inhabitants is not None:
            name = f"record_inhabitants[{one.code}]"
            known = one.inhabitants > 0 and bool(one.inhabitants_row)
            said = f"{one.inhabitants:,} inhabitants by {one.inhabitants_row or 'no row'}"
            yield Finding(name, known, said)
            weighed = one.weight_figures.get("inhabitants", one.inhabitants)
            yield same(name, one.inhabitants, weighed, "inhabitants")


@check
def record_data(facts: Facts) -> Iterator[Finding]:
    """What the record holds of its data is what was read: their fingerprint is as recorded."""
    recorded = facts.result.manifest.data_sha256
    # Runs that were saved before it was recorded have none.
    if recorded:
        as_read = recorded == data_sha256(facts.result)
        yield Finding("record_data", as_read, "the data are not those that were read")


@check
def record_lots(facts: Facts) -> Iterator[Finding]:
    """The order of lots is the one that was drawn, the others by code; it is said which."""
    drawn = list(facts.settings.distribution.lots)
    others = [code for code in sorted(facts.municipalities) if code not in drawn]
    manifest = facts.result.manifest
    yield same("record_lots", list(manifest.lots), [*drawn, *others], "the order of lots")
    line = facts.result.scenario.line("distribution.lots")
    said = f"drawn: {line}" if drawn else "by CBS code: no lots were drawn"
    yield Finding(
        "record_lots",
        manifest.lots_from == said or bool(drawn and not line),
        f"the lots come from {manifest.lots_from!r}, must be {said!r}",
    )


@check
def record_inputs(facts: Facts) -> Iterator[Finding]:
    """Every file that the settings name was read, each once."""
    yield from inputs_of(facts.settings, facts.result.manifest.inputs)


def inputs_of(settings: Scenario, inputs: Sequence[InputFile]) -> Iterator[Finding]:
    """Findings on the files that a record names; a timeline has such a record too."""
    names = [one.name for one in inputs]
    yield same("record_inputs", len(set(names)), len(names), "files read once")
    roles: list[str] = [one.role for one in inputs]
    keys = (settings.key.name, settings.key.missing and settings.key.missing.fill)
    wanted = {
        "offers": settings.offers,
        "exchanges": settings.exchange_file,
        "key": settings.key.file if "column" in keys else None,
        "people": settings.population if isinstance(settings.population, str) else None,
        "scores": settings.ses_woa,
        "numbers": settings.indicative,
    }
    for role, name in wanted.items():
        yield same("record_inputs", roles.count(role), int(name is not None), f"files of {role}")
    yield Finding("record_inputs", "reference" in roles, "the reference tables are named")


@check
def record_objectives(facts: Facts) -> Iterator[Finding]:
    """Every rest that was divided says how far it is from pro rata, and whom it leaves out."""
    provinces = {one.province for one in facts.divided}
    for area in facts.result.areas:
        if area.province not in provinces:
            continue
        for kind in KINDS:
            told = [
                one.name
                for one in facts.result.objectives
                if area.code in one.area.split("+") and one.kind in (kind, "both")
            ]
            name = f"record_objectives[{area.code}.{kind}]"
            for wanted in ("deviation", "left_out"):
                yield same(name, told.count(wanted), 1, f"objectives called {wanted}")
