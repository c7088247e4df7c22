# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What givers of exchanges have of their own on the days that the exchanges run.

An exchange binds in its own time, whichever day the counting rule asks for. Places that its giver
has on no day of it are an error. Places that it has on some of its days and not on others are a
notice: the offers behind an exchange may well end before it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from models.exchange import CALLED, PEOPLE, Exchange, People
from models.fault import Faults
from models.offer import Offer
from models.places import KINDS
from models.problem import Notice, Problem

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row on which a giver has the same offers and the same exchanges run.

    Attributes:
        first: of the days; the first day of the calendar where nothing begins before.
        last: of the days; the last day of the calendar where nothing ends after.
        running: the exchanges, in the order of the scenario.
        has: places of its own.
    """

    first: date
    last: date
    running: tuple[Exchange, ...]
    has: int

    @property
    def gives(self) -> int:
        """Places that the exchanges take together."""
        return sum(one.places for one in self.running)

    @property
    def is_short(self) -> bool:
        """Whether the giver has fewer than it gives."""
        return self.has < self.gives


def check_lending(problem: Problem, standing: Sequence[Exchange]) -> None:
    """Refuse places and status holders that a giver has at no time of the exchange.

    A giver outside the scenario is not followed: what it has is not known.

    Args:
        problem: the offers, and the status holders that the scenario states.
        standing: the exchanges that did not fall away.

    Raises:
        InputError: for every giver that never has what it gives.
    """
    faults = Faults()
    for given, offers in _givers(problem, standing):
        told: list[set[str]] = []
        found = _stretches(given, offers)
        # The fewest exchanges first: what is too much by itself is so beside others as well.
        for short in sorted(found, key=lambda one: len(one.running)):
            names = {one.id for one in short.running}
            best = max(
                (one for one in found if names <= {each.id for each in one.running}),
                key=lambda one: one.has,
            )
            if best.has < short.gives and not any(one <= names for one in told):
                told.append(names)
                has = f"has {best.has} of its own {_on(best.first)}, and never more while it runs"
                add_over_lending(problem, short.running, has, faults)
    for people in PEOPLE:
        _check_people(problem, standing, people, faults)
    faults.raise_if_any()


def short_in_time(problem: Problem, standing: Sequence[Exchange]) -> Iterator[Notice]:
    """Every giver that has what it gives on some days of an exchange, and not on others.

    Args:
        problem: the offers.
        standing: the exchanges that did not fall away.
    """
    for given, offers in _givers(problem, standing):
        for first, last in _alike(_stretches(given, offers)):
            if first.is_short:
                message = f"{_short(problem, first, last)}: {_why(first, offers)}"
                yield Notice(code="gives-more-than-it-has", message=message)


def _alike(found: Sequence[Stretch]) -> Iterator[tuple[Stretch, date]]:
    """The first of stretches in a row that are as short as one another, and their last day."""
    for _, days in groupby(found, lambda one: (one.running, one.has)):
        listed = list(days)
        yield listed[0], listed[-1].last


def add_over_lending(
    problem: Problem, running: Sequence[Exchange], has: str, faults: Faults
) -> None:
    """Tell of the last of some exchanges that their giver has too few places for it.

    Args:
        problem: the settings and data.
        running: the exchanges of one giver and kind.
        has: what it has, as the sentence ends.
        faults: told of it.
    """
    exchange, named = running[-1], problem.scenario.exchanges
    giver = problem.territory.name(exchange.giver)
    beside = "".join(f" beside the {one.places} of {one.id}" for one in running[:-1])
    faults.add(
        "over-lending",
        problem.line(f"exchanges.{named.index(exchange.id)}"),
        f"{exchange.id}: {giver} gives {exchange.places} {exchange.kind} places{beside} and {has}",
        f"Enter what {giver} has, or leave the exchange out.",
        _not_of_pledges(problem, exchange.giver),
    )


def add_people(
    problem: Problem,
    exchange: Exchange,
    people: People,
    gives: int,
    has: int,
    faults: Faults,
    on: str = "",
) -> None:
    """Tell of an exchange that more people leave its giver than it has."""
    giver, named = problem.territory.name(exchange.giver), problem.scenario.exchanges
    faults.add(
        "over-lending",
        problem.line(f"exchanges.{named.index(exchange.id)}"),
        f"{exchange.id}: {giver} gives {gives} {CALLED[people][1]} and has {has}{on}",
        f"Enter what {giver} has, or leave the exchange out.",
    )


def _givers(
    problem: Problem, standing: Sequence[Exchange]
) -> Iterator[tuple[list[Exchange], list[Offer]]]:
    """Per giver inside the scenario and kind: its exchanges, and its offers that are accepted."""
    inside = {*problem.codes}
    for giver in sorted({one.giver for one in standing} & inside):
        for kind in KINDS:
            given = [one for one in standing if (one.giver, one.kind) == (giver, kind)]
            if given:
                yield (
                    given,
                    [
                        one
                        for one in problem.offers
                        if (one.municipality, one.kind) == (giver, kind)
                        and one.status in problem.scenario.counting.statuses
                        and (one.change is None or one.change.realised)
                    ],
                )


def _stretches(exchanges: Sequence[Exchange], offers: Sequence[Offer]) -> list[Stretch]:
    """All days on which an exchange runs, cut where anything begins or has ended."""
    windows = [*(one.window for one in exchanges), *(one.window for one in offers)]
    begins = {one.from_ or date.min for one in windows}
    ended = {one.until + ONE_DAY for one in windows if one.until and one.until < date.max}
    firsts = sorted(begins | ended)
    lasts = [day - ONE_DAY for day in firsts[1:]] + [date.max]
    found = []
    for first, last in zip(firsts, lasts, strict=True):
        running = tuple(one for one in exchanges if one.window.covers(first, first))
        if running:
            has = sum(one.places for one in offers if one.window.covers(first, first))
            found.append(Stretch(first, last, running, has))
    return found


def _short(problem: Problem, one: Stretch, last: date) -> str:
    """`swap: Hardenberg gives 100 regular places and has 0 of its own from 2026-03-02 on`."""
    names = " and ".join(each.id for each in one.running)
    giver, kind = problem.territory.name(one.running[0].giver), one.running[0].kind
    many = "s" * (one.gives != 1)
    days = "on" if last == date.max else f"to {last}"
    since = "the start" if one.first == date.min else one.first
    gives = f"gives {one.gives:,} {kind} place{many}"
    return f"{names}: {giver} {gives} and has {one.has:,} of its own from {since} {days}"


def _why(short: Stretch, offers: Sequence[Offer]) -> str:
    """The contracts that ended just before, or those that begin after."""
    start = max(one.window.from_ or date.min for one in short.running)
    ended = [one for one in offers if one.window.until and start <= one.window.until < short.first]
    if ended:
        latest = max(one.window.until for one in ended if one.window.until)
        rows = [one.row for one in ended if one.window.until == latest]
        return f"the contract of {' and '.join(rows)} ended on {latest}"
    later = [one for one in offers if one.window.from_ and one.window.from_ > short.first]
    soonest = min(one.window.from_ for one in later if one.window.from_)
    rows = [one.row for one in later if one.window.from_ == soonest]
    return f"the contract of {' and '.join(rows)} begins on {soonest}"


def _on(day: date) -> str:
    return "from the start" if day == date.min else f"on {day}"


def _check_people(
    problem: Problem, standing: Sequence[Exchange], people: People, faults: Faults
) -> None:
    """Exchanges that run together do not take more people than the scenario states."""
    rules = problem.scenario.exchanging
    rate, stated = rules.rate(people), rules.stated(people)
    if not rate or not stated:
        return
    against = [one for one in standing if one.against == people and one.giver in problem.codes]
    told: set[str] = set()
    for one in sorted(against, key=lambda each: each.window.from_ or date.min):
        day, has = one.window.from_ or date.min, stated.get(one.giver, 0)
        running = [
            each for each in against if each.giver == one.giver and each.window.covers(day, day)
        ]
        gives = sum(int(each.places / rate) for each in running)
        if gives > has and one.giver not in told:
            told.add(one.giver)
            add_people(problem, running[-1], people, gives, has, faults, f" {_on(day)}")


def _not_of_pledges(problem: Problem, giver: str) -> str:
    """Why a candidate of a pledge has less to lend than a run says that it counts."""
    pledges = [one.name for one in problem.scenario.pooled_offers if giver in one.candidates]
    if not pledges:
        return ""
    return f"Its part of {' and '.join(pledges)} is an estimate: nobody can lend that"
