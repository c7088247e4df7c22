# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the ties between plans of takeovers that are equally good, and of what decides them."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.country import allowed_pairs, amounts_asked, surpluses
from allocator.verification.facts import Facts
from models.places import KINDS, Kind

Pair = tuple[str, str]
# Where a place is that nobody takes over.
NOBODY = ""


@check
def report_equal_plans(facts: Facts) -> Iterator[Finding]:
    """Takeovers that could be others are told, and the first pairs have as much as they can."""
    for kind in KINDS if facts.settings.national.takeover != "none" else ():
        name, steps = f"report_equal_plans[{kind}]", _steps(facts, kind)
        places = _places(facts, kind)
        pairs = _by_lots(facts, [pair for pair in places if _may_change(steps, pair)])
        told = [one for one in facts.result.ties if (one.stage, one.kind) == ("plan", kind)]
        named = [" from ".join(pair) for one in told for pair in one.pairs]
        yield same(name, named, [" from ".join(pair) for pair in pairs], "what could be otherwise")
        yield Finding(name, len(told) <= 1, "more than one tie between plans")
        for one in told:
            provinces = sorted({code for pair in one.pairs for code in pair})
            yield same(name, list(one.tied), provinces, "the provinces that it concerns")
            yield same(name, one.places, sum(places[pair] for pair in pairs), "places of theirs")
            yield same(name, list(one.drawn), [], "drawn")
        for number, (giver, taker) in enumerate(pairs):
            settled = {way for pair in pairs[: number + 1] for way in (pair, pair[::-1])}
            more = _leads(steps - settled, taker, giver)
            yield Finding(name, not more, f"{giver} could take over more from {taker}")
    plans = [one for one in facts.result.ties if one.stage == "plan"]
    none = facts.settings.national.takeover == "none"
    yield Finding("report_equal_plans", not (plans and none), "a tie where nobody takes over")


def _places(facts: Facts, kind: Kind) -> dict[Pair, int]:
    """What every pair takes over that may."""
    moved = {
        (one.giver, one.taker): one.places for one in facts.result.takeovers if one.kind == kind
    }
    return {pair: moved.get(pair, 0) for pair in allowed_pairs(facts, kind)}


def _by_lots(facts: Facts, pairs: list[Pair]) -> list[Pair]:
    """In the order of lots: first that of the giver, then that of the taker."""
    order = facts.order_among_provinces("plan", {code for pair in pairs for code in pair})
    return sorted(pairs, key=lambda pair: (order.index(pair[0]), order.index(pair[1])))


def _steps(facts: Facts, kind: Kind) -> set[Pair]:
    """Between whom a place can move without any loss: on where prices are met, or back."""
    country = facts.result.country
    price = next((one for one in country.prices if one.kind == kind), None) if country else None
    if price is None:
        return set()
    places, far = _places(facts, kind), allowed_pairs(facts, kind)
    steps = {
        (giver, taker)
        for giver, taker in places
        if price.givers.get(giver, 0) + price.takers.get(taker, 0)
        == price.forgone - far[giver, taker]
    }
    steps |= {(taker, giver) for (giver, taker), moved in places.items() if moved}
    for code, has in surpluses(facts, kind).items():
        free = has > sum(moved for (giver, _), moved in places.items() if giver == code)
        steps |= {(code, NOBODY)} if not price.givers.get(code) else set()
        steps |= {(NOBODY, code)} if free else set()
    for code, asked in amounts_asked(facts, kind).items():
        lacks = asked > sum(moved for (_, taker), moved in places.items() if taker == code)
        steps |= {(NOBODY, code)} if not price.takers.get(code) else set()
        steps |= {(code, NOBODY)} if lacks else set()
    return steps


def _may_change(steps: set[Pair], pair: Pair) -> bool:
    """Whether a place can move in a circle through a pair, the one way or the other."""
    others = steps - {pair, pair[::-1]}
    giver, taker = pair
    more = pair in steps and _leads(others, taker, giver)
    return more or (pair[::-1] in steps and _leads(others, giver, taker))


def _leads(steps: set[Pair], start: str, goal: str) -> bool:
    """Whether steps lead from the one to the other."""
    reached, grown = {start}, True
    while grown:
        more = {end for begin, end in steps if begin in reached} - reached
        reached |= more
        grown = bool(more)
    return goal in reached
