# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verification of a timeline: its record, and that it tells all that its settings ask."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification.checks.record import inputs_of, stands_in
from allocator.verification.checks.registry import Finding, same
from allocator.verification.timeline_facts import TimelineFacts
from models.places import KINDS
from models.scenario import fingerprint_of


def record_of_timeline(facts: TimelineFacts) -> Iterator[Finding]:
    """The settings of the record are whole and in force, and every file that they name was read."""
    answer = facts.answer
    settings, name = facts.settings, "record_of_timeline"
    as_written = stands_in(answer.settings, settings.model_dump(mode="json"))
    yield Finding(name, as_written, "every setting stands in the record as it is written")
    yield same(name, answer.sha256, fingerprint_of(answer.settings), "the sha256")
    yield same(name, answer.scenario, settings.name, "the name")
    yield same(name, answer.title, settings.title, "the title")
    yield same(name, answer.raming, settings.raming, "the raming")
    yield same(name, list(answer.statuses), list(settings.counting.statuses), "the statuses")
    yield same(name, answer.conditions, settings.exchanging.conditions, "the conditions")
    for finding in inputs_of(settings, answer.manifest.inputs):
        yield Finding(name, finding.holds, finding.message)


def share_out_tasks(facts: TimelineFacts) -> Iterator[Finding]:
    """The provinces are those that were asked, and the shares in each add up to its task."""
    provinces = [one for one in facts.areas if one.level == "province"]
    asked = sorted(facts.settings.provinces)
    yield same("share_out_tasks", sorted(one.code for one in provinces), asked, "the provinces")
    for province in provinces:
        inside = [
            one.task
            for one in facts.areas
            if one.level == "municipality" and one.province == province.code
        ]
        for kind in KINDS:
            shared = sum(task.of(kind) for task in inside)
            name = f"share_out_tasks[{province.code}.{kind}]"
            yield same(name, province.task.of(kind), shared, "the task")


def tell_pledges(facts: TimelineFacts) -> Iterator[Finding]:
    """Each pledge counts in its window; without one, and places of no municipality, are told."""
    answer = facts.answer
    settings = facts.settings
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


def leave_out_not_known(facts: TimelineFacts) -> Iterator[Finding]:
    """Who is taken at its report has no line: that has no window, or is not known at all."""
    answer = facts.answer
    settings = facts.settings
    areas = {one.code: one for one in facts.areas}
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
