# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verification of a timeline: what ends, and what every extension closes."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification.checks.registry import Finding, same
from models.timeline import PARTS, AreaLine, Extension, Part, TimelineAnswer


def list_endings(answer: TimelineAnswer) -> Iterator[Finding]:
    """What ends within the horizon is listed by its last day, with the first day without it."""
    ends = sorted(
        (one.until, number)
        for number, one in enumerate(answer.contracts)
        if one.counts and one.until and answer.days[0] <= one.until <= answer.last
    )
    told = [one.contract for one in answer.endings]
    yield same("list_endings", told, [number for _, number in ends], "the contracts")
    for (until, number), one in zip(ends, answer.endings, strict=False):
        after = [day for day in answer.days if day > until]
        expected = after[0] if after else None
        yield same(f"list_endings[{number}]", one.gone_from, expected, "gone from")


def weigh_extensions(answer: TimelineAnswer) -> Iterator[Finding]:
    """Every extension is counted again, and the first closes most of the largest gap."""
    provinces = {line.code: line for line in answer.at("province")}
    asked = [(code, part) for code in provinces for part in PARTS]
    told = [(one.province, one.of) for one in answer.extensions]
    yield same("weigh_extensions", told, asked, "the provinces")
    for one in answer.extensions:
        name = f"weigh_extensions[{one.province}.{one.of}]"
        options = _extended(answer, provinces[one.province], one.of)
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


def _extended(answer: TimelineAnswer, province: AreaLine, part: Part) -> list[Extension]:
    """What each contract closes if it does not end before the horizon does, best first."""
    inside = {line.code for line in answer.lines if line.province == province.code}
    gaps = list(zip(answer.days, province.gap.of(part), strict=True))
    largest = max(gap for _, gap in gaps)
    at = next(day for day, gap in gaps if gap == largest)
    found = []
    for number, one in enumerate(answer.contracts):
        until = one.until
        ends = until is not None and answer.days[0] <= until <= answer.last
        other_kind = part == "amv" and one.kind == "regular"
        if other_kind or not (one.counts and one.extendable and ends):
            continue
        more = one.places * ((one.area in inside) - (one.giver in inside))
        if more <= 0 or until is None:
            continue
        closed = {day: gap - max(0, gap - more) for day, gap in gaps if day > until}
        if sum(closed.values()):
            found.append((until, number, closed.get(at, 0), sum(closed.values())))
    found.sort(key=lambda each: (-each[2], -each[3], each[0], each[1]))
    return [Extension(contract=each[1], closes=each[2], place_months=each[3]) for each in found]
