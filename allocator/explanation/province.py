# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A province explained: its task, its rest, who divides it, and that it closes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from allocator.apportionment.by_hand import in_short
from allocator.explanation.bounds import shared_limit
from allocator.explanation.by_need import country_by_key, task_beside, task_by_key
from allocator.explanation.counting import plan_falls_through
from allocator.explanation.country import between_provinces, country_sums
from allocator.explanation.reading import Reading, chapter, counted, line, many, sentence
from allocator.explanation.realised_together import realised_in, realised_together
from allocator.explanation.rest import what_is_left
from allocator.explanation.weight import task_filled
from models import law
from models.division import Division
from models.explanation import Chapter, Line
from models.places import KINDS
from models.raming import raming_in_words
from models.result import MunicipalityResult, ProvinceResult


def province(reading: Reading, of: ProvinceResult) -> Iterator[Chapter]:
    """The sums of a province, from its task to its decisions."""
    inside = [one for one in reading.result.municipalities if one.province == of.code]
    yield chapter(f"Task of {of.name}", *_task(reading, of, inside))
    yield chapter(f"What counts in {of.name}", *_counted(reading, of, inside))
    areas = [area for area in reading.result.areas if area.province == of.code]
    left = [each for area in areas for each in what_is_left(reading, area)]
    between = tuple(between_provinces(reading, of.code))
    if between:
        yield chapter(f"{of.name} among the provinces", *between)
    yield chapter(f"Rest of {of.name}", *left, *_divided(reading, of, inside))
    if all(one.decision is not None for one in inside):
        yield chapter(f"Decisions in {of.name}", *_decided(reading, of, inside))
        yield chapter(f"Where the places of {of.name} are realised", *realised_in(reading, inside))


def _task(reading: Reading, of: ProvinceResult, inside: list[MunicipalityResult]) -> Iterator[Line]:
    if reading.result.follows == "key":
        yield from task_by_key(reading, of, inside)
        return
    national = reading.result.national_total
    what_if = national is not None and national.what_if
    raming = raming_in_words(reading.result.raming, national)
    status = "; the amv part is an estimate" if of.task_status == "estimated" else ""
    own = reading.settings.task.provinces.get(of.code)
    if any(reading.claims("task", of.code, "total")) or (what_if and own is None):
        status = "; it is not published, and an estimate"
    rows = tuple(area.row for area in reading.result.areas if area.province == of.code)
    if own is not None:
        yield line(
            f"The scenario enters the task of {of.name} itself, {counted(of.task)}{status}. Its "
            f"source: {own.source}.",
            f"{of.task.regular:,} + {of.task.amv:,} = {of.task.total:,}",
            reading.setting(f"task.provinces.{of.code}"),
            rows=rows,
        )
    else:
        comma = "," if what_if else ""
        yield line(
            f"Raming {raming}{comma} asks {counted(of.task)} of {of.name}{status}.",
            f"{of.task.regular:,} + {of.task.amv:,} = {of.task.total:,}",
            reading.source_of_the_raming,
            reading.setting("raming"),
            rows=rows,
        )
    yield from task_beside(reading, of)
    yield from task_filled(reading, of.code)
    key = reading.result.key
    shares = [one.share.total for one in inside]
    yield line(
        f"The shares by the key {key.name} add up. {key.says}",
        _sum(shares, of.task.total),
        key.source,
        reading.setting("key.name"),
    )


def _counted(
    reading: Reading, of: ProvinceResult, inside: list[MunicipalityResult]
) -> Iterator[Line]:
    for kind in KINDS:
        holding = [one for one in inside if one.counted.of(kind)]
        if holding:
            names = ", ".join(f"{one.name} {one.counted.of(kind):,}" for one in holding)
            yield line(
                f"{many(of.counted.of(kind), kind)} count: {names}.",
                _sum((one.counted.of(kind) for one in holding), of.counted.of(kind)),
                reading.rule_of_the_decision,
                *reading.counting_rule(),
                rows=tuple(
                    offer.row
                    for offer in reading.result.offers
                    if offer.counts and offer.kind == kind and _in(offer.municipality, holding)
                ),
            )
    for kind in KINDS:
        refused = [
            offer
            for offer in reading.result.offers
            if not offer.counts and offer.kind == kind and _in(offer.municipality, inside)
        ]
        for offer in refused:
            name = reading.name(offer.municipality)
            yield line(
                f"Does not count: {many(offer.places, kind)} of {name}: {offer.reason}.",
                "",
                reading.rule_of_the_decision,
                rows=(offer.row,),
            )
    for pledge in reading.result.pooled_offers:
        for fallen in pledge.fallen_through if pledge.counts else ():
            if _in(fallen.code, inside):
                yield plan_falls_through(reading, pledge, fallen)
    if not of.counted:
        where = " with a municipality" if of.unlocated else ""
        yield line(f"Nothing counts{where}.", "", *reading.counting_rule())


def _in(code: str, inside: list[MunicipalityResult]) -> bool:
    return any(one.code == code for one in inside)


def _divided(
    reading: Reading, of: ProvinceResult, inside: list[MunicipalityResult]
) -> Iterator[Line]:
    if any(one.rest is None for one in inside):
        for reason in reading.reasons(of.code):
            yield line(sentence(reason), "", reading.rule_of_the_decision)
        return
    codes = {one.code for one in inside}
    for division in reading.result.divisions:
        if division.stage == "rest" and codes & {claim.code for claim in division.claims}:
            yield _division(reading, division)
            for name in division.multipliers:
                yield from shared_limit(reading, division, name)
    for kind in KINDS:
        getting = [one for one in inside if one.rest and one.rest.of(kind)]
        if getting:
            names = ", ".join(
                f"{one.name} {one.rest.of(kind):,}" for one in getting if one.rest is not None
            )
            yield line(
                f"The {kind} places of the rest go to: {names}.",
                _sum(
                    (one.rest.of(kind) for one in getting if one.rest is not None),
                    of.rest.of(kind),
                ),
                reading.rule_of_the_decision,
            )


def _division(reading: Reading, division: Division) -> Line:
    kind = {"both": "places of both kinds", "total": "places"}.get(
        division.kind, f"{division.kind} places"
    )
    area = reading.name(division.area) if "+" not in division.area else " and ".join(
        reading.name(code) for code in division.area.split("+")
    )  # fmt: skip
    eligible = len({claim.code for claim in division.claims})
    said = f"{area}: {division.total:,} {kind} over {eligible} eligible municipalities"
    setting = reading.setting("distribution.method")
    coupled = "Explain a municipality to see the divisor it shares." if (
        division.method == "least_squares"
    ) else ""  # fmt: skip
    return line(f"{said}. {in_short(division)} {coupled}".rstrip(), "", law.PUKELSHEIM, setting)


def _decided(
    reading: Reading, of: ProvinceResult, inside: list[MunicipalityResult]
) -> Iterator[Line]:
    decided = [one.decision for one in inside if one.decision is not None]
    above = of.surplus.total + of.over_task
    for kind in KINDS:
        places = [each.of(kind) for each in decided]
        yield line(
            f"The decisions on {kind} places.",
            _sum(places, of.counted.of(kind) + of.rest.of(kind)),
            reading.rule_of_the_decision,
        )
    total = of.counted.total + of.rest.total
    taken = f" - {of.handed_over.total:,}" if of.handed_over else ""
    yield line(
        f"{of.name} closes: its decisions, and the places without a municipality, are its task and "
        f"what lies above it{', less what others take over' if of.handed_over else ''}.",
        f"{total:,} + {of.unlocated.total:,} = {of.task.total:,} + {above:,}{taken}",
        reading.rule_of_the_decision,
    )


def _sum(numbers: Iterable[int], recorded: int) -> str:
    """`19 + 22 = 41`, ending in what the run recorded."""
    return f"{' + '.join(f'{number:,}' for number in numbers)} = {recorded:,}"


def country(reading: Reading) -> Chapter:
    """The provinces of a scenario together."""
    provinces = reading.result.provinces
    tasks = [one.task.total for one in provinces]
    lines = [
        line(
            "The tasks of the provinces together.",
            _sum(tasks, sum(tasks)),
            reading.source_of_the_raming,
            reading.setting("raming"),
        )
    ]
    lines += country_by_key(reading)
    if all(one.decision is not None for one in reading.result.municipalities):
        sums = {
            one.code: sum(
                each.decision.total
                for each in reading.result.municipalities
                if each.province == one.code and each.decision is not None
            )
            for one in provinces
        }
        lines.append(
            line(
                "Their decisions together.",
                _sum(sums.values(), sum(sums.values())),
                reading.rule_of_the_decision,
            )
        )
        lines += realised_together(reading)
    lines += country_sums(reading)
    return chapter("The provinces together", *lines)
