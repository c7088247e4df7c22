# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The steps of the letter on the rest: what is left, the part of it, and what follows."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.publishing.contents.letter_writing import Writing
from allocator.publishing.document import Step
from models import law
from models.division import Claim, Division
from models.places import KINDS, Kind, Places


def rest_of_area(writing: Writing) -> Step:
    """What counts in the area, and what is left to divide there."""
    area, say = writing.area, writing.say
    if not area.known:
        return writing.step(
            [say("What is left to divide in {area} can not be told.", area=area.name)], []
        )
    have = area.counted + area.unlocated
    says = [
        say(
            "In {area} {places} count; {rest} are left to divide (the rest).",
            area=area.name,
            places=have,
            rest=area.rest,
        )
    ]
    if area.unlocated:
        says.append(
            say("Of what counts {places} belong to no municipality.", places=area.unlocated)
        )
    if area.handed_over:
        says.append(say("Other provinces take {places} over.", places=area.handed_over))
    if area.over_task:
        says.append(
            say(
                "{n} places of it come on top of the task, as the amv shortage is more than the "
                "whole rest.",
                n=area.over_task,
            )
        )
    if area.surplus:
        says.append(say("That is {n} more than the task.", n=area.surplus.total))
    number = writing.language.number
    lines = []
    if not (area.over_task or area.surplus):
        less = f" - {number(area.handed_over.total)}" if area.handed_over else ""
        lines.append(
            f"{number(area.task.total)} - {number(have.total)}{less} = {number(area.rest.total)}"
        )
        if area.rest.amv:
            less = f" - {number(area.handed_over.amv)}" if area.handed_over.amv else ""
            amv = f"{number(area.task.amv)} - {number(have.amv)}{less} = {number(area.rest.amv)}"
            lines.append(f"{writing.kind('amv')}: {amv}")
    rows = tuple(
        each.row for each in writing.reading.result.unlocated_offers if each.area == area.code
    )
    return writing.step(says, lines, law.DECISION, rows=rows)


def part_of_rest(writing: Writing) -> Step:
    """Its part of the rest: by what weight, divisor and bounds."""
    reading, one, say = writing.reading, writing.one, writing.say
    by_gap = reading.settings.distribution.base == "gap"
    found = [
        (kind, division, claim)
        for kind in KINDS
        for division, claim in reading.claims("rest", one.code, kind)
    ]
    coupled = any(division.method == "least_squares" for _, division, _ in found)
    says = [
        say("The rest is divided pro rata of what each lacks of its share.")
        if by_gap
        else say("The rest is divided pro rata of the share of each."),
        say("Who falls under the same rules has the same divisor.")
        if coupled
        else say("The divisor is one for all municipalities."),
    ]
    out = [writing.kind(kind) for kind, _, claim in found if not claim.takes_part]
    if out:
        says.append(
            say(
                "{name} gets no places of these kinds: {kinds}. The scenario limits how small a "
                "site or how many participants there may be, and {name} is left out in that "
                "choice.",
                name=one.name,
                kinds=writing.language.listed(out),
            )
        )
    lines = []
    for kind, division, claim in found:
        if line := writing.line(division, claim):
            lines.append(f"{writing.kind(kind)}: {line}")
        says += _bounded(writing, division, kind, claim)
        says += _shared(writing, division, claim)
    says = list(dict.fromkeys(says))
    return writing.step(says, lines, law.DECISION)


def _bounded(writing: Writing, division: Division, kind: Kind, claim: Claim) -> Iterator[str]:
    """Which bound decided, in words."""
    say = writing.say
    places = writing.many(claim.places, kind)
    held = writing.held_by(division, claim)
    if not claim.takes_part:
        return
    if not writing.line(division, claim):
        yield say("Without a line of arithmetic its bounds decide: {places}.", places=places)
    elif held == "minimum":
        site = writing.reading.settings.distribution.minimum_site.of(kind)
        short = site - writing.one.counted.of(kind)
        yield (
            say("The smallest site that the scenario allows, {n} places, decides.", n=site)
            if claim.minimum == short
            else say("A minimum of the scenario decides: {places}.", places=places)
        )
    elif held == "maximum":
        yield say("A maximum of the scenario decides: {places}.", places=places)


def _shared(writing: Writing, division: Division, claim: Claim) -> Iterator[str]:
    """Limits on several municipalities together that are reached, and so move its divisor."""
    for name, (place, _) in writing.reading.sums(division, claim).items():
        if name.startswith(("respect_limits[", "respect_region_limits[")):
            yield writing.say(
                "A limit of the scenario for {area} is reached and lowers this number."
                if division.multipliers[name] < 0
                else "A limit of the scenario for {area} is reached and raises this number.",
                area=writing.reading.name(place),
            )


def decided(writing: Writing, rest: Places, decision: Places) -> Step:
    """The proposed number: what counts and the part of the rest."""
    one, say = writing.one, writing.say
    number = writing.language.number
    lines = [
        f"{writing.kind(kind)}: {number(one.counted.of(kind))} + {number(rest.of(kind))} = "
        f"{number(decision.of(kind))}"
        for kind in KINDS
    ]
    says = say(
        "What counts and its part of the rest make {places} for {name}.",
        places=decision,
        name=one.name,
    )
    known = (
        []
        if writing.known_by_place
        else [
            say(
                "They come on top of what counts in {name} by the report of the province: how many "
                "that are is not known.",
                name=one.name,
            )
        ]
    )
    return writing.step([says, *known], lines, law.DECISION)


def emergency(writing: Writing) -> Iterator[Step]:
    """The emergency places that are asked of it."""
    for _, claim in writing.reading.claims("emergency", writing.one.code):
        says = writing.say(
            "For the minimum of emergency places in its region {name} is asked for {places}.",
            name=writing.one.name,
            places=writing.places(claim.places),
        )
        within = (
            writing.say("They are a part of this number.")
            if claim.maximum is not None
            else writing.say("They come on top of this number.")
        )
        yield writing.step([says, within], [], law.PRT_LETTER_2023)
