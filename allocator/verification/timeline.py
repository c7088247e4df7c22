# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verification of a timeline: every number again, day by day, from the answer alone.

The timeline is made of changes that are added up. Here every day is counted for itself, with plain
loops over all contracts, and every extension by moving the end of the contract and counting again
what the province has, lacks and would lack on the days that it covers then.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from allocator.verification.checks.registry import Finding, same
from allocator.verification.timeline_binding import (
    bind_by_law,
    binding_task,
    keep_terms,
    overdue,
    take_other_tasks,
)
from allocator.verification.timeline_ends import list_endings, weigh_extensions
from allocator.verification.timeline_facts import TimelineFacts, covers
from allocator.verification.timeline_lending import lend_in_time
from allocator.verification.timeline_plans import lose_plans, split_plans
from allocator.verification.timeline_record import (
    leave_out_not_known,
    record_of_timeline,
    share_out_tasks,
    tell_pledges,
)
from allocator.verification.timeline_redivided import add_up_redivided_days
from models.area_line import PARTS
from models.contract import Contract
from models.places import KINDS, Kind
from models.result import Failure, Verdict
from models.timeline import TimelineAnswer

MOST_LETTERS = 400
Move = tuple[date, date, tuple[str, Kind], int]
"""First and last day, whose places of which kind, and how many more or fewer."""
Look = Callable[[TimelineFacts], Iterator[Finding]]
# What a check may come upon in an answer that was altered.
SENSELESS = (ArithmeticError, AssertionError, LookupError, TypeError, ValueError)


def verify_timeline(answer: TimelineAnswer) -> Verdict:
    """Check every number of a timeline, from its own content.

    Returns:
        How many checks were made, and each one that does not hold.
    """
    facts = TimelineFacts(answer)
    findings = [finding for look in TIMELINE_CHECKS for finding in _findings(look, facts)]
    failures = tuple(
        Failure(check=_short(one.name), message=_short(one.message))
        for one in findings
        if not one.holds
    )
    return Verdict(ok=not failures, checks=len(findings), failures=failures)


def _short(text: str) -> str:
    """A text of which an altered file does not decide the length."""
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}..."


def _findings(look: Look, facts: TimelineFacts) -> Iterator[Finding]:
    try:
        yield from look(facts)
    except SENSELESS as problem:
        yield Finding(look.__name__, False, f"makes no sense here ({type(problem).__name__})")


def tell_days_in_turn(facts: TimelineFacts) -> Iterator[Finding]:
    """The days are the first of each month in turn until the last month, or one day."""
    answer = facts.answer
    days, name = answer.days, "tell_days_in_turn"
    if answer.step == "day":
        yield same(name, list(days), [answer.last], "the days")
        return
    expected = [days[0]]
    while len(expected) < len(days):
        expected.append((expected[-1] + timedelta(days=31)).replace(day=1))
    yield same(name, list(days), expected, "the days")
    yield same(name, days[0].day, 1, "the day of the month")
    length = monthrange(days[-1].year, days[-1].month)[1]
    yield same(name, answer.last, days[-1].replace(day=length), "the last day")


def accept_by_status(facts: TimelineFacts) -> Iterator[Finding]:
    """Offers and pledges count by their status; exchanges by their conditions, if required."""
    answer = facts.answer
    for number, one in enumerate(answer.contracts):
        shown = [condition.met is True for condition in one.conditions]
        accepted = all(shown) if answer.conditions == "require" else one.source == "exchange"
        if one.source != "exchange":
            accepted = one.status in answer.statuses
        name = f"accept_by_status[{number} {one.row}]"
        yield same(name, one.counts, accepted, "whether it counts")
    for unknown in answer.unknown:
        holds = unknown.status is None or unknown.status in answer.statuses
        yield Finding(f"accept_by_status[{unknown.name}]", holds, "its status is not accepted")


def show_conditions_in_time(facts: TimelineFacts) -> Iterator[Finding]:
    """A condition on places is met if the offers show them on its day; open if it was promised."""
    answer = facts.answer
    inside = {one.code for one in answer.lines}  # of others no offers are known
    for contract in answer.contracts:
        name = f"show_conditions_in_time[{contract.name}]"
        for one in contract.conditions:
            if one.on is None or one.municipality not in inside:
                yield same(name, one.shown, None, "places shown")
                yield same(name, one.met, None, "whether it is met")
                continue
            shown = 0
            for offer in answer.contracts:
                own = offer.source == "offer" and offer.area == one.municipality
                if own and offer.counts and covers(offer, one.on) and not taken(answer, offer):
                    shown += offer.places
                if offer.giver == one.municipality and covers(offer, one.on):
                    shown -= offer.places
            shown = 0 if shown < 0 else shown
            in_time = one.promised_on is None or one.promised_on <= one.on
            hoped = shown + (one.promised if in_time else 0)
            met = True if shown >= one.places else None if hoped >= one.places else False
            yield same(name, one.shown, shown, "places shown")
            yield same(name, one.met, met, "whether it is met")


def taken(answer: TimelineAnswer, offer: Contract) -> bool:
    """Whether an offer may be the places that its municipality takes by an exchange."""
    return answer.extended == "site" and any(
        (each.source, each.area, each.kind, each.places)
        == ("exchange", offer.area, offer.kind, offer.places)
        and (each.from_ or date.min) <= (offer.until or date.max)
        and (offer.from_ or date.min) <= (each.until or date.max)
        for each in answer.contracts
    )


def add_up_areas(facts: TimelineFacts) -> Iterator[Finding]:
    """Every area is told once, and the task of a region without a published one adds up."""
    areas = facts.areas
    codes = [one.code for one in areas]
    yield same("add_up_areas", len(set(codes)), len(codes), "how many areas")
    regions = {one.code: one.province for one in areas if one.level == "region"}
    provinces = {one.code for one in areas if one.level == "province"}
    yield same("add_up_areas", provinces, set(regions.values()), "the provinces")
    municipalities = [one for one in areas if one.level == "municipality"]
    for one in municipalities:
        province = regions.get(one.region)
        yield same(f"add_up_areas[{one.code}]", one.province, province, "the province")
    for region in areas:
        summed = region.level == "region" and region.task_status == "computed"
        if summed and not region.task_row:
            inside = [one.task for one in municipalities if one.region == region.code]
            for kind in KINDS:
                expected = sum(task.of(kind) for task in inside)
                name = f"add_up_areas[{region.code}.{kind}]"
                yield same(name, region.task.of(kind), expected, "the task")


def count_every_day(facts: TimelineFacts) -> Iterator[Finding]:
    """On every day an area has what the contracts that cover it give and take."""
    answer = facts.answer
    # Plain tuples: a country has a hundred thousand pairs of a contract and a day.
    moves = [
        (one.from_ or date.min, one.until or date.max, (area, one.kind), places)
        for one in answer.contracts
        for area, places in ((one.area, one.places), (one.giver, -one.places))
        if one.counts and area
    ]
    within = [
        (line.code, line.region if line.level == "municipality" else line.province)
        for level in ("municipality", "region")
        for line in answer.at(level)
    ]
    counted = [_counted(moves, within, day) for day in answer.days]
    for line in answer.lines:
        found = {
            "regular": line.available.regular,
            "amv": line.available.amv,
            "total": line.available.total,
        }
        for kind in KINDS:
            expected = [one[line.code, kind] for one in counted]
            name = f"count_every_day[{line.code}.{kind}]"
            yield _day_by_day(name, answer.days, found[kind], expected)
        both = [one[line.code, "regular"] + one[line.code, "amv"] for one in counted]
        yield _day_by_day(f"count_every_day[{line.code}]", answer.days, found["total"], both)


def _counted(
    moves: Sequence[Move], within: Sequence[tuple[str, str]], day: date
) -> dict[tuple[str, Kind], int]:
    """What every area has on one day: municipalities, then regions, then provinces."""
    has: defaultdict[tuple[str, Kind], int] = defaultdict(int)
    for first, last, whose, places in moves:
        if first <= day <= last:
            has[whose] += places
    for code, around in within:
        for kind in KINDS:
            has[around, kind] += has[code, kind]
    return has


def measure_gaps(facts: TimelineFacts) -> Iterator[Finding]:
    """What is missing on a day is the task that binds less what is there, never below zero."""
    answer = facts.answer
    for line in answer.lines:
        for part in PARTS:
            expected: list[int | None] = []
            for day, places in zip(answer.days, line.available.of(part), strict=True):
                task = binding_task(facts, line, part, day)
                expected.append(None if task is None else max(task, places) - places)
            name = f"measure_gaps[{line.code}.{part}]"
            yield _day_by_day(name, answer.days, line.gap.of(part), expected)


def find_shortness(facts: TimelineFacts) -> Iterator[Finding]:
    """An area is short from its first gap on; the largest gap is told of its first day."""
    answer = facts.answer
    for line in answer.lines:
        for part in PARTS:
            gaps = list(zip(answer.days, line.gap.of(part), strict=True))
            short = [day for day, gap in gaps if gap is not None and gap > 0]
            # Most places first; of those the earliest day.
            most = min(((-(gap or 0), day) for day, gap in gaps if gap), default=(0, None))
            told, name = line.shortness(part), f"find_shortness[{line.code}.{part}]"
            first = short[0] if short else None
            yield same(name, told.short_from, first, "short from")
            late = next((day for day in short if overdue(facts, line, day)), None)
            yield same(name, told.overdue_from, late, "overdue from")
            largest = (told.largest.places, told.largest.on)
            yield Finding(
                name,
                largest == (-most[0], most[1]),
                f"the largest gap: {largest[0]} on {largest[1]}, must be {-most[0]} on {most[1]}",
            )


def tell_drops(facts: TimelineFacts) -> Iterator[Finding]:
    """An area drops on the days on which it has fewer places, or fewer amv places, than before."""
    answer = facts.answer
    for line in answer.lines:
        expected = []
        for number in range(1, len(answer.days)):
            total = line.available.total[number - 1] - line.available.total[number]
            amv = line.available.amv[number - 1] - line.available.amv[number]
            if total > 0 or amv > 0:
                expected.append(f"{answer.days[number]} {total} of which {amv}")
        told = [f"{drop.on} {drop.total} of which {drop.amv}" for drop in line.drops]
        yield same(f"tell_drops[{line.code}]", told, expected, "the drops")


def show_sums(facts: TimelineFacts) -> Iterator[Finding]:
    """Of one day each sum lists the contracts that it is made of; of months none does."""
    answer = facts.answer
    of_a_day = answer.contracts if answer.step == "day" else ()
    for line in answer.lines:
        expected = []
        for number, one in enumerate(of_a_day):
            if one.counts and covers(one, answer.last):
                if one.area == line.code:
                    expected.append(f"{one.places} of {number}")
                if one.giver == line.code:
                    expected.append(f"{-one.places} of {number}")
        told = [f"{term.places} of {term.contract}" for term in line.made_of]
        yield same(f"show_sums[{line.code}]", told, expected, "the terms")


def _day_by_day(
    name: str,
    days: Sequence[date],
    found: Sequence[int | None],
    expected: Sequence[int | None],
) -> Finding:
    """A finding on every day together, which tells the first that is wrong."""
    if len(found) != len(days):
        return Finding(name, False, f"{len(found)} numbers for {len(days)} days")
    for day, one, other in zip(days, found, expected, strict=True):
        if one != other:
            return Finding(name, False, f"on {day}: {one}, must be {other}")
    return Finding(name, True, "every day")


TIMELINE_CHECKS = (
    record_of_timeline,
    share_out_tasks,
    tell_pledges,
    split_plans,
    lose_plans,
    leave_out_not_known,
    bind_by_law,
    take_other_tasks,
    keep_terms,
    tell_days_in_turn,
    accept_by_status,
    show_conditions_in_time,
    lend_in_time,
    add_up_areas,
    count_every_day,
    measure_gaps,
    find_shortness,
    tell_drops,
    list_endings,
    weigh_extensions,
    show_sums,
    add_up_redivided_days,
)
"""Every check of a timeline; the first line of each docstring is its sentence."""
