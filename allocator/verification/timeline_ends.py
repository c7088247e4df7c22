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
from models.timeline import Extension


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
    return f"{one.contract} closes {one.closes} and {one.place_months} place-months"


def _extended(facts: TimelineFacts, province: AreaLine, part: Part) -> list[Extension]:
    """What each contract closes if it does not end before the horizon does, best first.

    Equals stand by their last day and then by what they say, so that no row decides.
    """
    answer = facts.answer
    inside = {line.code for line in answer.lines if line.province == province.code}
    gaps = [gap or 0 for gap in province.gap.of(part)]
    at = next(day for day, gap in zip(answer.days, gaps, strict=True) if gap == max(gaps))
    found: list[tuple[Any, ...]] = []
    for number, one in enumerate(answer.contracts):
        ends = one.until is not None and answer.days[0] <= one.until <= answer.last
        other_kind = part == "amv" and one.kind == "regular"
        more = one.places * ((one.area in inside) - (one.giver in inside))
        if ends and one.counts and one.extendable and not other_kind and more > 0:
            closed = _closed(facts, province, part, one, more)
            if sum(closed.values()):
                order = (-closed[at], -sum(closed.values()), one.until, _says(one), number)
                found.append((order, number, closed[at], sum(closed.values())))
    found.sort()
    return [Extension(contract=each[1], closes=each[2], place_months=each[3]) for each in found]


def _closed(
    facts: TimelineFacts, province: AreaLine, part: Part, one: Contract, more: int
) -> dict[date, int]:
    """Of each day what the province lacks, less what it lacks if the contract ends at the end."""
    answer = facts.answer
    longer = one.model_copy(update={"until": answer.last})
    closed = {}
    for day, has in zip(answer.days, province.available.of(part), strict=True):
        task = binding_task(facts, province, part, day) or 0
        then = has + more * (covers(longer, day) - covers(one, day))
        closed[day] = max(0, task - has) - max(0, task - then)
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
