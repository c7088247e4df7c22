# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is eligible, what it gets of the rest, and the decision that follows."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.explanation.reading import Reading, chapter, counted, line, many, sentence
from allocator.explanation.rounding import rounded
from models import law
from models.division import Claim, Division
from models.explanation import Chapter, Line
from models.places import KINDS, Kind, Places
from models.result import AreaResult, MunicipalityResult


def rest_and_decision(reading: Reading, one: MunicipalityResult) -> Iterator[Chapter]:
    """Eligible or not and why, its part of the rest, and what it has to make possible."""
    yield chapter("Eligible", *(_eligible(reading, one, kind) for kind in KINDS))
    area = next(area for area in reading.result.areas if area.code == reading.area_of(one))
    yield chapter("Rest", *what_is_left(reading, area), *_rest(reading, one))
    if one.rest is not None and one.decision is not None:
        yield chapter("Decision", *_decision(reading, one, one.rest, one.decision))


def _eligible(reading: Reading, one: MunicipalityResult, kind: Kind) -> Line:
    settings = reading.settings.distribution
    able = one.eligible.of(kind)
    because = one.eligible_because.amv if kind == "amv" else one.eligible_because.regular
    arithmetic = ""
    exempt = one.code in settings.exempt
    if settings.eligible == "below_share" and not exempt:
        has, share = (
            (one.counted.of(kind), one.share.of(kind))
            if settings.per_kind
            else (one.counted.total, one.share.total)
        )
        arithmetic = f"{has:,} {'<' if able else '>='} {share:,}"
    rule = f"distribution.exempt.{settings.exempt.index(one.code)}" if exempt else (
        "distribution.eligible"
    )  # fmt: skip
    verdict = "Eligible" if able else "Not eligible"
    said = f"{verdict} for rest places of the kind {kind}: {because}."
    return line(said, arithmetic, law.DECISION, reading.setting(rule))


def what_is_left(reading: Reading, area: AreaResult) -> Iterator[Line]:
    """The rest of an area, amv first."""
    task, have = area.task, area.counted + area.unlocated
    unlocated = f" and {counted(area.unlocated)} without a municipality" if area.unlocated else ""
    rows = (
        area.row,
        *(one.row for one in reading.result.unlocated_offers if one.area == area.code),
    )
    yield line(
        f"{area.name} has to make {counted(task)} possible; {counted(area.counted)} count"
        f"{unlocated}. The amv places come first.",
        f"max(0, {task.amv:,} - {have.amv:,}) = {area.rest.amv:,}",
        law.DECISION,
        rows=rows,
    )
    yield line(
        "The regular places of the rest are what is left of the task after those.",
        f"max(0, {task.total:,} - {have.total:,} - {area.rest.amv:,}) = {area.rest.regular:,}",
        law.DECISION,
        rows=rows,
    )
    if area.over_task:
        yield line(
            f"The amv shortage is more than the whole rest: {many(area.over_task)} come on top of "
            "the task.",
            f"{area.rest.amv:,} - max(0, {task.total:,} - {have.total:,}) = {area.over_task:,}",
            law.DECISION,
            rows=rows,
        )
    if area.surplus:
        yield line(
            f"{area.name} counts {many(area.surplus.total)} above its task.",
            f"{have.total:,} - {task.total:,} = {area.surplus.total:,}",
            law.DECISION,
            rows=rows,
        )


def _rest(reading: Reading, one: MunicipalityResult) -> Iterator[Line]:
    if one.rest is None:
        for reason in reading.result.reasons:
            yield line(sentence(reason), "", law.DECISION)
        return
    for kind in KINDS:
        found = list(reading.claims("rest", one.code, kind))
        for division, claim in found:
            yield from _part(reading, one, kind, division, claim)
        if not found and not one.eligible.of(kind):
            yield line(
                f"{one.name} is not eligible for {kind} places, so it gets none of them.",
                "",
                law.DECISION,
                reading.setting("distribution.eligible"),
            )


def _part(
    reading: Reading, one: MunicipalityResult, kind: Kind, division: Division, claim: Claim
) -> Iterator[Line]:
    settings = reading.settings.distribution
    base = reading.setting("distribution.base")
    if settings.base == "gap":
        yield line(
            f"The {kind} places are divided pro rata of what each lacks of its share.",
            f"max(0, {one.share.of(kind):,} - {one.counted.of(kind):,}) = {int(claim.weight):,}",
            law.DECISION,
            base,
        )
    what = "share" if settings.base == "share" else "gap"
    together = "" if division.method != "least_squares" else (
        " Rules bind kinds or regions together, so there is a divisor for each set of rules."
    )  # fmt: skip
    yield from rounded(
        reading,
        division,
        claim,
        f"The {kind} places are divided pro rata of the {what} of that kind, here "
        f"{int(claim.weight):,}.{together} Rest places of",
    )
    yield from _bounds(reading, one, kind, claim)


def _bounds(reading: Reading, one: MunicipalityResult, kind: Kind, claim: Claim) -> Iterator[Line]:
    """The bounds that bear on it, and whether one of them decided."""
    settings = reading.settings.distribution
    minimum, has = settings.minimum_site.of(kind), one.counted.of(kind)
    path = f"distribution.minimum_site.{kind}"
    if has < minimum and not claim.takes_part:
        yield line(
            f"A site of {minimum:,} {kind} places would ask {many(minimum - has)} of {one.name}. "
            "Who takes part is chosen such that the places lie as near to pro rata as possible; in "
            "that choice it is left out. Ask `--why-not` what taking part would cost.",
            f"{minimum:,} - {has:,} = {minimum - has:,}",
            reading.setting(path),
        )
    elif has < minimum:
        yield line(
            f"It takes part, so it comes to the minimum site of {minimum:,} {kind} places with "
            f"what it counts{_bit(claim, minimum - has)}.",
            f"{has:,} + {claim.places:,} >= {minimum:,}",
            reading.setting(path),
        )
    limits = settings.limits.get(one.code)
    if limits is None:
        return
    for what, bound, got in (
        (kind, limits.of(kind), claim.places),
        ("total", limits.total, 0 if one.rest is None else one.rest.total),
    ):
        path = f"distribution.limits.{one.code}.{what}"
        if bound.min:
            held = " This bound decided." if got == bound.min else ""
            yield line(
                f"The scenario asks at least {bound.min:,} ({what}).{held}",
                f"{got:,} >= {bound.min:,}",
                reading.setting(f"{path}.min"),
            )
        if bound.max is not None:
            held = " This bound decided." if got == bound.max else ""
            yield line(
                f"The scenario allows at most {bound.max:,} ({what}).{held}",
                f"{got:,} <= {bound.max:,}",
                reading.setting(f"{path}.max"),
            )


def _bit(claim: Claim, least: int) -> str:
    return "; that bound decided" if claim.places == least else ""


def _decision(
    reading: Reading, one: MunicipalityResult, rest: Places, decision: Places
) -> Iterator[Line]:
    for kind in KINDS:
        yield line(
            f"The decision for {kind} places: what counts and the rest.",
            f"{one.counted.of(kind):,} + {rest.of(kind):,} = {decision.of(kind):,}",
            law.DECISION,
        )
    yield line(
        f"{one.name} has to make {counted(decision)} possible.",
        f"{decision.regular:,} + {decision.amv:,} = {decision.total:,}",
        law.DECISION,
    )
    for exchange in reading.result.exchanges:
        if exchange.counts and one.code in (exchange.giver, exchange.taker):
            other = exchange.giver_name if exchange.taker == one.code else exchange.taker_name
            here = "less" if exchange.taker == one.code else "more"
            sign = "-" if exchange.taker == one.code else "+"
            realised = decision.of(exchange.kind)
            after = realised - exchange.places if sign == "-" else realised + exchange.places
            yield line(
                f"Of its {exchange.kind} places {many(exchange.places)} {here} stand in {one.name} "
                f"itself, by the exchange with {other}.",
                f"{realised:,} {sign} {exchange.places:,} = {after:,}",
                law.EXCHANGING,
                rows=(exchange.row,),
            )
