# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the places of a municipality are realised, as the letter says it."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.publishing.contents.letter_writing import Writing
from allocator.publishing.document import Step
from models import law
from models.merged import Member, Merge
from models.places import KINDS, Kind, Places

NAMES_LEFT_OUT = 4


def realised(writing: Writing, stands: Places) -> Step:
    """Merges and exchanges, told from its side, and what stands in it after them."""
    one, say = writing.one, writing.say
    merged = [each for kind in KINDS for each in _of_kind(writing, kind)]
    exchanges = [
        each
        for each in writing.reading.result.exchanges
        if each.counts and one.code in (each.giver, each.taker)
    ]
    exchanged = [
        say(
            "By exchange {places} stand in {other}.",
            places=writing.many(each.counting, each.kind),
            other=each.giver_name,
        )
        if each.taker == one.code
        else say(
            "By exchange {places} stand here for {other}.",
            places=writing.many(each.counting, each.kind),
            other=each.taker_name,
        )
        for each in exchanges
    ]
    opening = say(
        "The number remains the task of {name}, also where places are realised elsewhere.",
        name=one.name,
    )
    closing = (
        say("In {name} itself {places} are realised.", name=one.name, places=stands)
        if stands
        else say("In {name} itself no places are realised.", name=one.name)
    )
    if not merged and not exchanged:
        opening = ""
    return writing.step(
        [opening, *merged, *exchanged, closing],
        [],
        law.MERGING if merged else "",
        law.EXCHANGING if exchanges else "",
    )


def _of_kind(writing: Writing, kind: Kind) -> Iterator[str]:
    one, say = writing.one, writing.say
    for merge in writing.reading.result.merges:
        if merge.kind == kind and merge.host == one.code:
            yield say(
                "{name} realises {places} of {others}.",
                name=one.name,
                places=writing.many(sum(each.places for each in merge.moved), kind),
                others=_names(writing, merge.moved),
            )
        elif merge.kind == kind and one.code in (each.code for each in merge.members):
            yield _elsewhere(writing, merge)
    for left in writing.reading.result.undersized:
        if (left.kind, left.code) == (kind, one.code):
            yield say(
                "Its task of {places} stays {missing} short of a viable site: no merge is found.",
                places=writing.many(left.places, kind),
                missing=left.missing,
            )


def _elsewhere(writing: Writing, merge: Merge) -> str:
    """`Its 9 amv places are realised in Almelo, at 7 km, together with those of ...`."""
    own = next(each for each in merge.members if each.code == writing.one.code)
    others = [each for each in merge.members if each.code not in (own.code, merge.host)]
    told = others and writing.brevity < NAMES_LEFT_OUT
    text = (
        "Its task of {places} is realised in {host} (at {km} km), with that of {others}."
        if told
        else "Its task of {places} is realised in {host} (at {km} km)."
    )
    return writing.say(
        text,
        places=writing.many(own.places, merge.kind),
        host=merge.host_name,
        km=writing.language.number(own.distance_km, 1),
        others=_names(writing, others),
    )


def _names(writing: Writing, members: tuple[Member, ...] | list[Member]) -> str:
    """`Wierden (14) and Twenterand (16)`, or how many there are."""
    if writing.brevity >= NAMES_LEFT_OUT and len(members) > 1:
        return writing.say("{n} other municipalities", n=len(members))
    return writing.language.listed(
        [f"{each.name} ({writing.language.number(each.places)})" for each in members]
    )
