# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is eligible, what it gets of the rest, and the decision that follows."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.apportionment.by_hand import line_of
from allocator.explanation.bounds import bounds
from allocator.explanation.reading import (
    LINES_ABOVE,
    Reading,
    chapter,
    counted,
    line,
    many,
    sentence,
)
from allocator.explanation.rounding import common_divisor, rounded
from models import law
from models.division import Claim, Division
from models.explanation import Chapter, Line
from models.places import KINDS, Kind, Places
from models.result import AreaResult, MunicipalityResult


def rest_and_decision(reading: Reading, one: MunicipalityResult) -> Iterator[Chapter]:
    """Eligible or not and why, its part of the rest, and what it has to make possible."""
    area = reading.areas[one.province, reading.area_of(one)]
    yield chapter(
        "Eligible", *(_eligible(reading, one, kind) for kind in KINDS), *_noted(reading, one)
    )
    yield chapter("Rest", *what_is_left(reading, area), *_rest(reading, one))
    if one.rest is not None and one.decision is not None:
        yield chapter("Decision", *_decision(reading, one, one.rest, one.decision))


def _eligible(reading: Reading, one: MunicipalityResult, kind: Kind) -> Line:
    settings = reading.settings.distribution
    able = one.eligible.of(kind)
    because = one.eligible_because.amv if kind == "amv" else one.eligible_because.regular
    arithmetic = ""
    exempt = settings.exemption(one.code) is not None
    known = reading.areas[one.province, reading.area_of(one)].known
    if settings.eligible == "below_share" and known and not exempt:
        has, share = (
            (one.counted.of(kind), one.share.of(kind))
            if settings.per_kind
            else (one.counted.total, one.share.total)
        )
        arithmetic = f"{has:,} {'<' if able else '>='} {share:,}"
    verdict = "Eligible" if able else "Not eligible"
    said = f"{verdict} for rest places of the kind {kind}: {because}."
    rules = [reading.rule_of_the_decision]
    if one.exemption is not None:
        rules.append(law.POLICY_RULE)
    return line(said, arithmetic, *rules, reading.setting(_barring(reading, one)))


def _noted(reading: Reading, one: MunicipalityResult) -> Iterator[Line]:
    """What the scenario tells beside the reason of an exception."""
    if one.exemption is not None and one.exemption.note:
        setting = reading.setting(_barring(reading, one))
        yield line(f"The scenario notes: {one.exemption.note}", "", setting)


def _barring(reading: Reading, one: MunicipalityResult) -> str:
    """The setting that decides whether a municipality is eligible."""
    exempt = reading.settings.distribution.exemption(one.code)
    if not reading.areas[one.province, reading.area_of(one)].known:
        return "reports"
    if exempt:
        return f"distribution.exempt.{exempt[0]}"
    return "distribution.eligible"


def what_is_left(reading: Reading, area: AreaResult) -> Iterator[Line]:
    """The rest of an area, amv first."""
    if not area.known:
        yield line(
            f"It is not known what counts in {area.name}, so there is no rest to tell.",
            "",
            reading.setting("reports"),
        )
        return
    task, have, handed = area.task, area.counted + area.unlocated, area.handed_over
    less = {kind: f" - {handed.of(kind):,}" if handed.of(kind) else "" for kind in KINDS}
    others = f" {counted(handed)} are taken over by other provinces." if handed else ""
    short_amv = area.rest.amv + handed.amv
    unlocated = f" and {counted(area.unlocated)} without a municipality" if area.unlocated else ""
    rows = (
        area.row,
        *(one.row for one in reading.result.unlocated_offers if one.area == area.code),
    )
    by = reading.setting("distribution.by")
    by_key = reading.result.follows == "key" and area.code == area.province
    if not area.row and not by_key:  # the chapter on the task adds the numbers up
        yield line(
            f"The task of {area.name} is not published for this raming, so it is the sum of the "
            "shares of its municipalities.",
            f"{' + '.join(f'{one.share.total:,}' for one in reading.members(area))} = "
            f"{task.total:,}",
            by,
        )
    yield line(
        f"{area.name} has to make {counted(task)} possible; {counted(area.counted)} count"
        f"{unlocated}. The amv places come first.{others}",
        f"max(0, {task.amv:,} - {have.amv:,}){less['amv']} = {area.rest.amv:,}",
        reading.rule_of_the_decision,
        by,
        rows=rows,
    )
    yield line(
        "The regular places of the rest are what is left of the task after those.",
        f"max(0, {task.total:,} - {have.total:,} - {short_amv:,}){less['regular']} = "
        f"{area.rest.regular:,}",
        reading.rule_of_the_decision,
        rows=rows,
    )
    if area.over_task:
        yield line(
            f"The amv shortage is more than the whole rest: {many(area.over_task)} come on top of "
            "the task.",
            f"{short_amv:,} - max(0, {task.total:,} - {have.total:,}) = {area.over_task:,}",
            reading.rule_of_the_decision,
            rows=rows,
        )
    if area.surplus:
        yield line(
            f"{area.name} counts {many(area.surplus.total)} above its task.",
            f"{have.total:,} - {task.total:,} = {area.surplus.total:,}",
            reading.rule_of_the_decision,
            rows=rows,
        )


def _rest(reading: Reading, one: MunicipalityResult) -> Iterator[Line]:
    if one.rest is None:
        for reason in reading.reasons(one.province):
            yield line(sentence(reason), "", reading.rule_of_the_decision)
        return
    for kind in KINDS:
        found = list(reading.claims("rest", one.code, kind))
        for division, claim in found:
            yield from _part(reading, one, kind, division, claim)
        if not found and not one.eligible.of(kind):
            yield line(
                f"{one.name} is not eligible for {kind} places, so it gets none of them.",
                "",
                reading.rule_of_the_decision,
                reading.setting(_barring(reading, one)),
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
            reading.rule_of_the_decision,
            base,
        )
    what = "share" if settings.base == "share" else "gap"
    coupled = division.method == "least_squares"
    together = (
        " Rules bind kinds or regions together, so there is a divisor for each set of rules, and "
        "places are rounded to the nearest whole number whatever the method."
        if coupled
        else ""
    )
    yield from rounded(
        reading,
        division,
        claim,
        f"The {kind} places are divided pro rata of the {what} of that kind, here "
        f"{int(claim.weight):,}.{together} Rest places of",
    )
    shown = common_divisor(reading, division, claim) if coupled else division
    yield from bounds(reading, one, kind, division, claim, line_of(shown, claim))


def all_of_a_report(reading: Reading, one: MunicipalityResult) -> bool:
    """Whether all that is known of a municipality is what its whole province reported."""
    return any(each.area == one.province for each in reading.result.reports)


def _decision(
    reading: Reading, one: MunicipalityResult, rest: Places, decision: Places
) -> Iterator[Line]:
    for kind in KINDS:
        yield line(
            f"The decision for {kind} places: what counts and the rest.",
            f"{one.counted.of(kind):,} + {rest.of(kind):,} = {decision.of(kind):,}",
            reading.rule_of_the_decision,
        )
    if all_of_a_report(reading, one):
        yield line(
            f"Of the rest {one.name} has to make {counted(decision)} possible, on top of what "
            f"counts there by the report of {reading.name(one.province)}: how many that are is not "
            "known.",
            f"{decision.regular:,} + {decision.amv:,} = {decision.total:,}",
            LINES_ABOVE,
        )
        return
    yield line(
        f"{one.name} has to make {counted(decision)} possible.",
        f"{decision.regular:,} + {decision.amv:,} = {decision.total:,}",
        LINES_ABOVE,
    )
