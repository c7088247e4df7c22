# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verification of a timeline: what ends, and what every extension closes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from allocator.verification.checks.registry import Finding, same
from allocator.verification.timeline_binding import binding_task
from allocator.verification.timeline_facts import TimelineFacts, covers
from models.area_line import PARTS, AreaLine, Part
from models.contract import Contract
from models.places import KINDS, Kind
from models.site import site_of
from models.timeline import Extension, TimelineAnswer


def list_endings(facts: TimelineFacts) -> Iterator[Finding]:
    """What ends within the horizon is listed by its last day, with the first day without it."""
    answer = facts.answer
    ends = sorted(
        (one.until, _says(one), number)
        for number, one in enumerate(answer.contracts)
        if one.counts and one.until and answer.days[0] <= one.until <= answer.last
    )
    told = [one.contract for one in answer.endings]
    yield same("list_endings", told, [number for _, _, number in ends], "the contracts")
    for (until, _, number), one in zip(ends, answer.endings, strict=False):
        after = [day for day in answer.days if day > until]
        expected = after[0] if after else None
        yield same(f"list_endings[{number}]", one.gone_from, expected, "gone from")


def weigh_extensions(facts: TimelineFacts) -> Iterator[Finding]:
    """Every extension is counted again, and the first closes most of the largest gap."""
    answer = facts.answer
    provinces = {line.code: line for line in answer.at("province")}
    asked = [(code, part) for code in provinces for part in PARTS]
    told = [(one.province, one.of) for one in answer.extensions]
    yield same("weigh_extensions", told, asked, "the provinces")
    for one in answer.extensions:
        name = f"weigh_extensions[{one.province}.{one.of}]"
        options = _extended(facts, provinces[one.province], one.of)
        found = [_in_words(option) for option in one.options]
        yield same(name, found, [_in_words(option) for option in options], "the extensions")
        best = options[:1]
        as_good = [
            option.contract
            for option in options[1:]
            for first in best
            if (option.closes, option.place_months) == (first.closes, first.place_months)
        ]
        yield same(name, list(one.as_good), as_good, "as good as the first")


def _in_words(one: Extension) -> str:
    beside = "".join(f" and {number}" for number in one.beside)
    return f"{one.contract}{beside} closes {one.closes} and {one.place_months} place-months"


def _extended(facts: TimelineFacts, province: AreaLine, part: Part) -> list[Extension]:
    """What everything that ends closes if it does not before the horizon does, best first.

    What ends of one site goes on together; in files of older versions each contract by itself.
    Equals stand by their first last day and then by what they say, so that no row decides.
    """
    answer = facts.answer
    inside = {line.code for line in answer.lines if line.province == province.code}
    gaps = [gap or 0 for gap in province.gap.of(part)]
    at = next(day for day, gap in zip(answer.days, gaps, strict=True) if gap == max(gaps))
    found: list[tuple[Any, ...]] = []
    for together in _wholes(answer).values():
        ends = sorted(
            (one.until, _says(one), number)
            for number, one in together
            if one.until is not None
            and answer.days[0] <= one.until < answer.days[-1]
            and one.extendable
            and (part == "total" or one.kind == "amv")
        )
        one = together[0][1]
        gains = (one.area in inside) > (one.giver in inside)
        if ends and gains:
            closed = _closed(facts, province, part, [one for _, one in together])
            if sum(closed.values()):
                order = (-closed[at], -sum(closed.values()), *ends[0])
                numbers = [number for _, _, number in ends]
                found.append((order, numbers, closed[at], sum(closed.values())))
    found.sort()
    return [
        Extension(
            contract=numbers[0], beside=tuple(numbers[1:]), closes=closes, place_months=months
        )
        for _, numbers, closes, months in found
    ]


def _wholes(answer: TimelineAnswer) -> dict[tuple[Any, ...], list[tuple[int, Contract]]]:
    """The contracts that count, with their numbers: those of one site or agreement together."""
    found: dict[tuple[Any, ...], list[tuple[int, Contract]]] = {}
    for number, one in enumerate(answer.contracts):
        whole: tuple[Any, ...] = (number,)
        if answer.extended == "site" and one.source == "offer":
            whole = (one.source, *site_of(one.area, one.name, one.row))
        if answer.extended == "site" and one.source == "exchange":
            whole = (one.source, one.giver, one.area, one.against)
        if one.counts:
            found.setdefault(whole, []).append((number, one))
    return found


def _closed(
    facts: TimelineFacts, province: AreaLine, part: Part, together: list[Contract]
) -> dict[date, int]:
    """Of each day what the province lacks, less what it lacks if all of these go on.

    Going on, they have on a day as many places of a kind as at the most on any day before it.
    """
    answer = facts.answer
    kinds: tuple[Kind, ...] = ("amv",) if part == "amv" else KINDS
    closed = dict.fromkeys(answer.days, 0)
    more = dict.fromkeys(answer.days, 0)
    for kind in kinds:
        those = [one for one in together if one.kind == kind]
        begins = [one.from_ or date.min for one in those]
        for day in answer.days:
            before = [answer.days[0], *(one for one in begins if answer.days[0] < one <= day)]
            had = [
                sum(one.places for one in those if one.extendable and covers(one, each))
                for each in before
            ]
            has = sum(one.places for one in those if covers(one, day))
            more[day] += max(0, max(had) - has)
    for day, has in zip(answer.days, province.available.of(part), strict=True):
        task = binding_task(facts, province, part, day) or 0
        closed[day] = max(0, task - has) - max(0, task - has - more[day])
    return closed


def _says(one: Contract) -> tuple[Any, ...]:
    """What tells two contracts apart that end on one day: whose, what, how many, from when."""
    return (
        one.area,
        one.kind,
        one.source,
        one.name,
        one.giver,
        -one.places,
        one.from_ or date.min,
        one.status or "",
    )
