# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The steps of the letter, from the task of the province to where the places are realised."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.publishing.contents.letter_eligible import eligible
from allocator.publishing.contents.letter_realised import realised
from allocator.publishing.contents.letter_writing import Writing
from allocator.publishing.document import Step
from models import law
from models.division import Claim, Division
from models.places import KINDS, Kind, Places
from models.result import ExchangeResult

MOST_DECIMALS = 12


def steps(writing: Writing) -> Iterator[Step]:
    """Every step, in the order in which the law takes them."""
    one = writing.one
    yield _task(writing)
    yield _share(writing)
    yield _counted(writing)
    yield _rest_of_area(writing)
    yield from eligible(writing)
    if one.rest is None or one.decision is None:
        return
    if one.rest or any(one.eligible.of(kind) for kind in KINDS):
        yield _part_of_rest(writing)
    yield _decided(writing, one.rest, one.decision)
    if one.realised is not None:
        yield realised(writing, one.realised)
    yield from _emergency(writing)


def _task(writing: Writing) -> Step:
    reading, say = writing.reading, writing.say
    of = next(each for each in reading.result.provinces if each.code == writing.one.province)
    says = [
        say(
            "The raming {raming} asks {places} of {province}.",
            raming=reading.result.raming,
            places=of.task,
            province=of.name,
        ),
        say("Amv: unaccompanied minors."),
    ]
    national = reading.result.national_total
    if national is not None and national.what_if:
        says.append(
            say(
                "The scenario asks what if the country needed {total} places instead of the "
                "{published} that are published: an estimate.",
                total=national.total,
                published=national.published,
            )
        )
    elif any(reading.claims("task", of.code, "total")):
        says.append(say("That task is not published, and an estimate."))
    elif of.task_status == "estimated":
        says.append(say("Its amv part is not published, and an estimate."))
    areas = [area for area in reading.result.areas if area.province == of.code]
    rows = tuple(row for area in areas for row in (area.row, area.amv_row))
    return writing.step(says, [], law.ACT_RAMING, rows=rows)


# What a key does, in one sentence for each.
KEYS = {
    "published": "By the key: the published indicative number.",
    "statutory": "By the key: inhabitants, corrected by the SES-WOA score.",
    "inhabitants": "By the key: inhabitants.",
    "composite": "By the key: a mix of quantities that the scenario states.",
    "column": "By the key: a column of a table of the scenario's own.",
}

NAMES = {
    "published": "the published numbers",
    "statutory": "inhabitants and SES-WOA score",
    "inhabitants": "inhabitants",
}


def _share(writing: Writing) -> Step:
    reading, one, say = writing.reading, writing.one, writing.say
    key, filled = reading.result.key, one.weight_filled
    says = [
        say("The indicative distribution gives {name} {places}.", name=one.name, places=one.share),
        say(KEYS[key.name]) if key.name in KEYS else "",
    ]
    lines = []
    if filled is not None:
        says.append(
            say(
                "For {name} that number is not known. It is filled in within {area} by {key}: an "
                "estimate.",
                name=one.name,
                key=say(NAMES[filled.key]) if filled.key in NAMES else filled.key,
                area=reading.name(filled.area),
            )
        )
    elif one.share_status == "published":
        says.append(say("This number is published."))
    elif one.share_status == "computed":
        says.append(say("This number is computed; it is not a published one."))
    else:
        says.append(say("This number is an estimate."))
    lines = [] if writing.brevity > 2 else list(_arithmetic_of_share(writing))  # noqa: PLR2004
    source = key.source if filled is None else filled.source
    area_row = filled.area_row if filled is not None else ""
    return writing.step(says, lines, source, rows=(*one.weight_rows, area_row))


def _arithmetic_of_share(writing: Writing) -> Iterator[str]:
    """From figures to weight, and from weight to share; what changes nothing is left out."""
    reading, one = writing.reading, writing.one
    filled = one.weight_filled
    if (reading.result.key.name if filled is None else filled.key) == "statutory":
        people, score = one.weight_figures["inhabitants"], one.weight_figures["score"]
        sign = "-" if score < 0 else "+"
        parts = [writing.language.number(part, MOST_DECIMALS) for part in (people, abs(score))]
        weight = one.weight if filled is None else filled.substitute
        value = writing.language.number(weight, MOST_DECIMALS)
        yield f"{parts[0]} × (1 {sign} {parts[1]}) = {value}"
    for stage in ("fill", "share"):
        for division, claim in reading.claims(stage, one.code):
            if 1 not in (division.divisor, division.quota):
                line = writing.line(division, claim)
                yield f"amv: {line}" if division.kind == "amv" and line else line


def _counted(writing: Writing) -> Step:
    reading, one, say = writing.reading, writing.one, writing.say
    offers = [each for each in reading.result.offers if each.municipality == one.code]
    counting = [each for each in offers if each.counts]
    if not writing.area.known:
        says = [say("It is not known what counts: the report of the province is not known.")]
    elif one.counted:
        says = [say("{name} counts {places}.", name=one.name, places=one.counted)]
    else:
        says = [say("{name} counts no places.", name=one.name)]
    refused = sum(each.places for each in offers if not each.counts)
    if refused:
        says.append(
            say(
                "Of its offers {places} do not count by the rule of the scenario.",
                places=writing.places(refused),
            )
        )
    for each in reading.result.exchanges:
        if one.code in (each.giver, each.taker):
            says.append(_exchange(writing, each))
    if one.pooled:
        says.append(
            say(
                "Of them {places} are a part of what the region pledged for several "
                "municipalities together; that split is an estimate.",
                places=one.pooled,
            )
        )
    own = sum(each.places for each in counting)
    terms = [own] if own else []
    for each in reading.result.exchanges:
        if each.counts and one.code == each.taker:
            terms.append(each.places)
        elif each.counts and one.code == each.giver:
            terms.append(-each.places)
    terms += [one.pooled.total] if one.pooled else []
    line = ""
    if len(terms) > 1 and sum(terms) == one.counted.total:
        said = " ".join(
            f"{'-' if term < 0 else '+'} {writing.language.number(abs(term))}" for term in terms
        )
        line = f"{said.removeprefix('+ ')} = {writing.language.number(one.counted.total)}"
    exchanges = [each for each in reading.result.exchanges if one.code in (each.giver, each.taker)]
    rows = (*(each.row for each in counting), *(each.row for each in exchanges))
    return writing.step(says, [line], law.DECISION, law.EXCHANGING if exchanges else "", rows=rows)


def _exchange(writing: Writing, each: ExchangeResult) -> str:
    """Who realises how many for whom, until when, and whether it counts."""
    say = writing.say
    said = say(
        "By exchange {places} that stand in {giver} count with {taker}"
        if each.counts
        else "An exchange does not count: {places} that stand in {giver} for {taker}",
        places=writing.many(each.places, each.kind),
        giver=each.giver_name,
        taker=each.taker_name,
    )
    until = say(", until {day}", day=each.until) if each.until and each.until.year < 9999 else ""  # noqa: PLR2004
    return f"{said}{until}."


def _rest_of_area(writing: Writing) -> Step:
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


def _part_of_rest(writing: Writing) -> Step:
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
        else say("The rest is divided pro rata of the indicative distribution."),
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
        says += _bounded(writing, kind, claim, line)
        says += _shared(writing, division, claim)
    says = list(dict.fromkeys(says))
    return writing.step(says, lines, law.DECISION)


def _bounded(writing: Writing, kind: Kind, claim: Claim, line: str) -> Iterator[str]:
    """Which bound decided, in words."""
    say = writing.say
    places = writing.many(claim.places, kind)
    minimum = writing.reading.settings.distribution.minimum_site.of(kind)
    if not claim.takes_part:
        return
    if not line:
        yield say("Without a line of arithmetic its bounds decide: {places}.", places=places)
    elif f"{say('at least {n}', n=claim.minimum)}: " in line:
        yield (
            say("The smallest site that the scenario allows, {n} places, decides.", n=minimum)
            if minimum
            else say("A minimum of the scenario decides: {places}.", places=places)
        )
    elif f"{say('at most {n}', n=claim.maximum or 0)}: " in line:
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


def _decided(writing: Writing, rest: Places, decision: Places) -> Step:
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
    return writing.step([says], lines, law.DECISION)


def _emergency(writing: Writing) -> Iterator[Step]:
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
