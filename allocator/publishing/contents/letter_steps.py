# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The steps of the letter, from the task of the province to where the places are realised."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.explanation.by_need import redone
from allocator.publishing.contents.letter_eligible import eligible
from allocator.publishing.contents.letter_realised import realised
from allocator.publishing.contents.letter_rest import (
    decided,
    emergency,
    part_of_rest,
    rest_of_area,
)
from allocator.publishing.contents.letter_writing import Writing
from allocator.publishing.document import Step
from models import law
from models.places import KINDS
from models.result import ExchangeResult, ProvinceResult

MOST_DECIMALS = 12


def steps(writing: Writing) -> Iterator[Step]:
    """Every step, in the order in which the law takes them."""
    one = writing.one
    yield _task(writing)
    yield _share(writing)
    yield _counted(writing)
    yield rest_of_area(writing)
    yield from eligible(writing)
    if one.rest is None or one.decision is None:
        return
    if one.rest or any(one.eligible.of(kind) for kind in KINDS):
        yield part_of_rest(writing)
    if not writing.known_by_place:  # then neither a decision nor where it is realised is known
        return
    yield decided(writing, one.rest, one.decision)
    if one.realised is not None:
        yield realised(writing, one.realised)
    yield from emergency(writing)


def _task(writing: Writing) -> Step:
    reading, say = writing.reading, writing.say
    of = next(each for each in reading.result.provinces if each.code == writing.one.province)
    if reading.result.follows == "key":
        return _task_by_key(writing, of)
    if of.code in reading.settings.task.provinces:
        return _own_task(writing, of)
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
    return writing.step(says, [], writing.reading.source_of_the_raming, rows=rows)


def _task_by_key(writing: Writing, of: ProvinceResult) -> Step:
    """The task as the sum of the numbers of municipalities, and the published one beside it."""
    say = writing.say
    says = [
        say(
            "The task of {province}, {places}, is the sum of what the key gives its "
            "municipalities.",
            province=of.name,
            places=of.task,
        ),
        say("Amv: unaccompanied minors."),
    ]
    if of.task_status == "estimated":
        says.append(say("Its amv part is not published, and an estimate."))
    rows: tuple[str, ...] = ()
    if of.published is not None:
        says.append(
            say(
                "Published is a task of {total} places.",
                total=writing.language.number(of.published.total),
            )
        )
        rows = (of.published.row,)
    return writing.step(says, [], law.DECREE_PROVINCE, rows=rows)


def _own_task(writing: Writing, of: ProvinceResult) -> Step:
    """The task as the scenario enters it, with its source."""
    say, own = writing.say, writing.reading.settings.task.provinces[of.code]
    says = [
        say(
            "The scenario enters the task of {province} itself, {places}.",
            province=of.name,
            places=of.task,
        ),
        say("Its source: {source}.", source=own.source),
        say("Amv: unaccompanied minors."),
    ]
    if of.published is not None:
        says.append(
            say(
                "Published is a task of {total} places.",
                total=writing.language.number(of.published.total),
            )
        )
    areas = [area for area in writing.reading.result.areas if area.province == of.code]
    return writing.step(says, [], rows=tuple(area.row for area in areas))


# What a key does, in one sentence for each.
KEYS = {
    "published": "By the key: the published indicative number.",
    "statutory": "By the key: inhabitants, corrected by the SES-WOA score.",
    "inhabitants": "By the key: inhabitants.",
    "composite": "By the key: a mix of quantities that the scenario states.",
    "column": "By the key: a column of a table of the scenario's own.",
}

# What a composite key is made of.
PARTS = {
    "inhabitants": "inhabitants",
    "households": "households",
    "land_area": "land area",
    "income": "income",
    "property_value": "property value",
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
        say(
            "The share of {name} (indicative distribution) is {places}.",
            name=one.name,
            places=one.share,
        ),
        say(KEYS[key.name]) if key.name in KEYS else "",
    ]
    if key.name == "composite":
        parts = [f"{part} {say(PARTS[name])}" for name, part in reading.settings.key.parts.items()]
        says.append(
            say(
                "The mix is {parts}, each as its part of the total of the country.",
                parts=writing.language.listed(parts),
            )
        )
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
    if reading.result.follows == "key":
        for kind in ("total", "amv"):
            line = writing.arithmetic(redone(reading.result, one, kind))
            yield f"amv: {line}" if kind == "amv" and line else line
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
    elif not writing.known_by_place:
        says = [
            say(
                "The report of the province is taken as a whole: how many of its places stand in "
                "{name} is not known.",
                name=one.name,
            )
        ]
    elif one.counted:
        says = [say("{name} counts {places}.", name=one.name, places=one.counted)]
    else:
        says = [say("{name} counts no places.", name=one.name)]
    # Of contracts that go on in one another the places count once.
    refused = sum(each.places - each.counting for each in offers if not each.stay)
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
    own = sum(each.counting for each in counting)
    terms = [own] if own else []
    for each in reading.result.exchanges:
        if each.counts and one.code == each.taker:
            terms.append(each.counting)
        elif each.counts and one.code == each.giver:
            terms.append(-each.counting)
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
        places=writing.many(each.counting if each.counts else each.places, each.kind),
        giver=each.giver_name,
        taker=each.taker_name,
    )
    until = say(", until {day}", day=each.until) if each.until and each.until.year < 9999 else ""  # noqa: PLR2004
    return f"{said}{until}."
