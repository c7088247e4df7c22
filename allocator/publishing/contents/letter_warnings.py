# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a reader of the letter must not overlook: estimates, conditions, lots, proofs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allocator.publishing.contents.letter_writing import Writing
from allocator.publishing.languages import Foreign
from models.division import TieResult
from models.result import Condition, ExchangeResult

# So many letters of a condition in words of its own leave room for the rest of the page.
MOST_LETTERS = 240


def warnings(writing: Writing) -> tuple[str, ...]:
    """Everything about this number that is estimated, conditional, drawn or not proven."""
    return (*_estimates(writing), *_conditions(writing), *_lots(writing), *_proof(writing))


def _estimates(writing: Writing) -> Iterator[str]:
    one, say, reading = writing.one, writing.say, writing.reading
    province = next(each for each in reading.result.provinces if each.code == one.province)
    estimated = [
        say("the share of {name}", name=one.name) if one.share_status == "estimated" else "",
        say("the split of what the region pledged") if one.pooled else "",
        _task(writing) if province.task_status == "estimated" else "",
        say("the amv part of the report of the province")
        if any(each.area == one.province and each.amv is None for each in reading.result.reports)
        else "",
    ]
    found = [each for each in estimated if each]
    if found:
        yield say("Estimates: {what}.", what=writing.language.listed(found))
    yield from _thin_score(writing)
    others = [
        each.name
        for each in reading.members(writing.area)
        if each.share_status == "estimated" and each.code != one.code
    ]
    if others:
        yield say(
            "The shares of {n} other municipalities are estimates too; they weigh in the divisor.",
            n=len(others),
        ) if len(others) > 1 else say(
            "The share of {name} is an estimate too; it weighs in the divisor.", name=others[0]
        )  # fmt: skip


def _thin_score(writing: Writing) -> Iterator[str]:
    """That its score says little, where the run notices so of it."""
    named = re.compile(rf"(?: of|,) {re.escape(writing.one.name)} \(")
    for notice in writing.reading.result.warnings:
        if notice.code == "thin-score" and named.search(notice.message):
            yield writing.say(
                "The SES-WOA score covers less than 90 % of the households of {name}.",
                name=writing.one.name,
            )


def _task(writing: Writing) -> str:
    """What of the task of the province is an estimate: all of it, or its amv part."""
    national = writing.reading.result.national_total
    whole = any(writing.reading.claims("task", writing.one.province, "total"))
    if whole or (national is not None and national.what_if):
        return writing.say("the task of the province")
    return writing.say("the amv part of the task of the province")


def _conditions(writing: Writing) -> Iterator[str]:
    for each in writing.reading.result.exchanges:
        if writing.one.code in (each.giver, each.taker):
            for condition in each.conditions:
                if condition.met is not True:
                    yield from _condition(writing, each, condition)
            if each.counts and any(one.met is not True for one in each.conditions):
                yield from _without(writing, each)


def _condition(writing: Writing, exchange: ExchangeResult, condition: Condition) -> Iterator[str]:
    """What the exchange hangs on, in the words of the agreement, and how much of it is shown."""
    say = writing.say
    state = say("not met") if condition.met is False else say("open")
    other = _other(writing, exchange)
    words = writing.language.repeat(condition.text)
    if not isinstance(words, Foreign) and len(words) <= MOST_LETTERS:
        yield say(
            "The exchange with {other} hangs on a condition that is {state}: {words}.{shown}",
            other=other,
            state=state,
            words=words.removesuffix("."),
            shown="".join(f" {one}" for one in _shown(writing, condition)),
        )
        return
    opening = (
        "The exchange with {other} hangs on a condition that is {state}, in these words:"
        if len(words) <= MOST_LETTERS
        else "The exchange with {other} hangs on a condition that is {state}. It begins so; the "
        "annex has it whole:"
    )
    yield say(opening, other=other, state=state)
    yield words if len(words) <= MOST_LETTERS else _begun(words)
    yield from _shown(writing, condition)


def _begun(words: str) -> str:
    """The beginning of a long text, in the language that it is in."""
    whole_words = words[:MOST_LETTERS].rpartition(" ")[0] or words[:MOST_LETTERS]
    begun = f"{whole_words} ..."
    return Foreign(begun) if isinstance(words, Foreign) else begun


def _shown(writing: Writing, condition: Condition) -> Iterator[str]:
    """How many of its own places are shown so far, where that is known."""
    if condition.shown is not None:
        text = (
            "So far {shown} of {places} are shown, {n} are promised."
            if condition.promised
            else "So far {shown} of {places} are shown."
        )
        yield writing.say(
            text, shown=condition.shown, places=condition.places, n=condition.promised
        )


def _other(writing: Writing, exchange: ExchangeResult) -> str:
    taker = exchange.taker == writing.one.code
    return exchange.giver_name if taker else exchange.taker_name


def _without(writing: Writing, exchange: ExchangeResult) -> Iterator[str]:
    """What counts if the exchange falls away."""
    taker = exchange.taker == writing.one.code
    without = exchange.taker_without if taker else exchange.giver_without
    if without is not None:
        yield writing.say(
            "If the exchange falls away, {name} counts {places}.",
            name=writing.one.name,
            places=without,
        )


def _lots(writing: Writing) -> Iterator[str]:
    reading, one = writing.reading, writing.one
    found: dict[str, TieResult] = {}
    for division in reading.result.divisions:
        for claim in division.claims:
            if claim.code == one.code and (tie := reading.tie(division, claim)):
                found[f"{tie.stage} {tie.area} {tie.kind} {tie.without}"] = tie
    for tie in found.values():
        drawn = reading.drawn(tie)
        text = (
            "Lots decide among equal claims of {names} to {places}; they were drawn."
            if drawn
            else "Lots have to decide among equal claims of {names} to {places}; none were drawn "
            "yet, so the scenario goes by code."
        )
        names = [reading.name(code) for code in tie.tied]
        yield writing.say(
            text, names=writing.language.listed(names), places=writing.places(tie.places)
        )


def _proof(writing: Writing) -> Iterator[str]:
    """That the answer is not proven, or did not pass its checks."""
    result, say = writing.reading.result, writing.say
    if result.status == "feasible":
        yield say("It is not proven that no other division keeps to the rules better.")
    if result.national_total is not None and result.national_total.what_if:
        yield say("The national total is a what-if, not the published one.")
    if not result.verification.ok:
        yield say("This run did not pass its own checks: do not use it.")
