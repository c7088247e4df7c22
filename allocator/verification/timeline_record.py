# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verification of a timeline: its record, and that it tells all that its settings ask."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification.checks.record import inputs_of
from allocator.verification.checks.registry import Finding, same
from models.places import KINDS
from models.scenario import Scenario
from models.timeline import AreaLine, AreaNotKnown, TimelineAnswer


def _settings(answer: TimelineAnswer) -> Scenario:
    return Scenario.model_validate(answer.settings)


def record_of_timeline(answer: TimelineAnswer) -> Iterator[Finding]:
    """The settings of the record are whole and in force, and every file that they name was read."""
    settings, name = _settings(answer), "record_of_timeline"
    whole = answer.settings == settings.model_dump(mode="json")
    yield Finding(name, whole, "every setting stands in the record as it is written")
    yield same(name, answer.sha256, settings.fingerprint(), "the sha256")
    yield same(name, answer.scenario, settings.name, "the name")
    yield same(name, answer.title, settings.title, "the title")
    yield same(name, answer.raming, settings.raming, "the raming")
    yield same(name, list(answer.statuses), list(settings.counting.statuses), "the statuses")
    yield same(name, answer.conditions, settings.exchanging.conditions, "the conditions")
    for finding in inputs_of(settings, answer.manifest.inputs):
        yield Finding(name, finding.holds, finding.message)


def share_out_tasks(answer: TimelineAnswer) -> Iterator[Finding]:
    """The provinces are those that were asked, and the shares in each add up to its task."""
    areas: list[AreaLine | AreaNotKnown] = [*answer.lines, *answer.not_known]
    provinces = [one for one in areas if one.level == "province"]
    asked = sorted(_settings(answer).provinces)
    yield same("share_out_tasks", sorted(one.code for one in provinces), asked, "the provinces")
    for province in provinces:
        inside = [
            one.task
            for one in areas
            if one.level == "municipality" and one.province == province.code
        ]
        for kind in KINDS:
            shared = sum(task.of(kind) for task in inside)
            name = f"share_out_tasks[{province.code}.{kind}]"
            yield same(name, province.task.of(kind), shared, "the task")


def tell_pledges(answer: TimelineAnswer) -> Iterator[Finding]:
    """Each pledge counts in its window; without one, and places of no municipality, are told."""
    settings = _settings(answer)
    counted, unknown = [], []
    for one in settings.pooled_offers:
        if one.available is not None:
            window = f"{one.available.from_} to {one.available.until}"
            counted += [
                f"{one.name}: {one.places.of(kind)} {kind} of {one.region} {window}"
                for kind in KINDS
                if one.places.of(kind)
            ]
        elif one.status in settings.counting.statuses and one.places.regular + one.places.amv:
            unknown.append(f"{one.places.regular} and {one.places.amv} in {one.region}")
    unknown += [
        f"{one.places.regular} and {one.places.amv} in {one.region or one.province}"
        for one in settings.unlocated_offers
    ]
    told = [
        f"{one.name}: {one.places + one.fallen_through} {one.kind} of {one.area} "
        f"{one.from_} to {one.until}"
        for one in answer.contracts
        if one.source == "pledge"
    ]
    yield same("tell_pledges", told, counted, "pledges with a window")
    told = [
        f"{whole.regular} and {whole.amv} in {one.area}"
        for one in answer.unknown
        if one.source != "report"
        for whole in (one.places + one.fallen_through,)
    ]
    yield same("tell_pledges", told, unknown, "places without a window")


def lose_plans(answer: TimelineAnswer) -> Iterator[Finding]:
    """Only a pledge of which the scenario has a plan fall through loses places.

    How many they are is the split of the pledge, which a run records and verifies.
    """
    loses = {one.name for one in _settings(answer).pooled_offers if one.fallen_through}
    contracts = [one.name for one in answer.contracts if one.fallen_through]
    unknown = [one.name for one in answer.unknown if one.fallen_through]
    yield same("lose_plans", sorted({*contracts, *unknown} - loses), [], "who loses places")


def leave_out_not_known(answer: TimelineAnswer) -> Iterator[Finding]:
    """Who is taken at its report has no line: that has no window, or is not known at all."""
    settings = _settings(answer)
    areas = {one.code: one for one in (*answer.lines, *answer.not_known)}
    own = {one.province for one in settings.unlocated_offers}
    own |= {areas[code].province for one in settings.pooled_offers for code in one.candidates}
    own |= {areas[one.area].province for one in answer.contracts if one.source == "offer"}
    reported = {one.province for one in answer.unknown if one.source == "report"}
    stray = reported if settings.reports is None else reported & own
    yield same("leave_out_not_known", sorted(stray), [], "reports that do not count")
    because = {one.code: one.because for one in answer.not_known}
    for code, one in areas.items():
        expected = "no-window" if one.province in reported else "no-report"
        if settings.reports is None or one.province in own:
            expected = "it is known"
        found = because.get(code, "it is known")
        yield same(f"leave_out_not_known[{code}]", found, expected, "why it is left out")
