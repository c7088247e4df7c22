# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the ties between provinces in what is taken over from each of them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.country import may_have_one_more, shortages
from allocator.verification.facts import Facts
from models.places import KINDS, Kind

Pair = tuple[str, str]


@check
def report_equal_provinces(facts: Facts) -> Iterator[Finding]:
    """Provinces with equal claims to a place are reported, and whoever drew first has it."""
    for kind in KINDS:
        name, pairs = f"report_equal_provinces[{kind}]", _exchangeable(facts, kind)
        told = [one for one in facts.result.ties if (one.stage, one.kind) == ("takeover", kind)]
        told_pairs = {
            (served, refused)
            for tie in told
            for served, refused in product(tie.drawn, set(tie.tied) - set(tie.drawn))
        }
        hidden = sorted(" ".join(pair) for pair in pairs - told_pairs)
        yield same(name, hidden, [], "equal claims that are not reported")
        apart = [sorted(set(tie.tied) - _linked(pairs, tie.drawn)) for tie in told]
        for codes in apart:
            yield same(name, codes, [], "who is said to tie and does not")
        if not hidden and not any(apart):  # all that tie are told: whether each tie once
            once = sorted(" ".join(tie.tied) for tie in told)
            yield same(name, once, sorted(map(" ".join, _ties(pairs))), "the ties")
        for tie in told:
            order = facts.order_among_provinces("takeover", tie.tied)
            for served, refused in sorted(pairs):
                if served in tie.drawn and refused in tie.tied:
                    first = order.index(served) < order.index(refused)
                    yield Finding(name, first, f"{refused} goes before {served} and has no place")


def _exchangeable(facts: Facts, kind: Kind) -> set[Pair]:
    """Whoever has a place that another claims equally, and could have instead."""
    lacks = shortages(facts, kind)
    amounts = {
        one.code: one.places
        for each in facts.divisions("takeover")
        if each.kind == kind
        for one in each.claims
    }
    return {
        (served, refused)
        for served, refused in product(sorted(amounts), repeat=2)
        if amounts[served]
        and served != refused
        and Fraction(2 * amounts[served] - 1, lacks[served])
        == Fraction(2 * amounts[refused] + 1, lacks[refused])
        and may_have_one_more(facts, kind, amounts, refused, served)
    }


def _linked(pairs: set[Pair], drawn: tuple[str, ...]) -> set[str]:
    """Everybody in a pair with one of those who drew a place."""
    return {code for pair in pairs if pair[0] in drawn for code in pair}


def _ties(pairs: set[Pair]) -> list[list[str]]:
    """Whoever is joined by pairs, each tie in order of code."""
    tie_of: dict[tuple[str, bool], int] = {}
    for number, (served, refused) in enumerate(sorted(pairs)):
        both = {tie_of.get((served, True), number), tie_of.get((refused, False), number), number}
        tie_of |= {(served, True): number, (refused, False): number}
        tie_of = {end: number if tie in both else tie for end, tie in tie_of.items()}
    return [
        sorted({code for (code, _), tie in tie_of.items() if tie == number})
        for number in sorted(set(tie_of.values()))
    ]
