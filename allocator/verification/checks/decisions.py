# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the decision: what each municipality has to make possible, and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts, added, numbers


@check
def decide(facts: Facts) -> Iterator[Finding]:
    """The decision is what counts and the rest together, and every province closes."""
    for one in facts.divided:
        if one.rest is None or one.decision is None:
            continue
        expected = added((one.counted, one.rest))
        yield same(f"decide[{one.code}]", numbers(one.decision), expected, "decision")
    for province in facts.result.provinces:
        inside = [one for one in facts.divided if one.province == province.code]
        if inside:
            decided = sum(one.decision.total for one in inside if one.decision)
            closes = province.task.total + province.surplus.total + province.over_task
            expected_total = closes - province.unlocated.total - province.handed_over.total
            yield same(f"decide[{province.code}]", decided, expected_total, "decisions add up to")


@check
def realise(facts: Facts) -> Iterator[Finding]:
    """Places are realised where they physically stand, and none is lost on the way.

    An exchange leaves them with the giver, a merge brings those of its members to the host.
    """
    moved = [exchange for exchange in facts.result.exchanges if exchange.counts]
    merged: Counter[tuple[str, str]] = Counter()
    for merge in facts.result.merges:
        for member in merge.members:
            merged[merge.host, merge.kind] += member.places
            merged[member.code, merge.kind] -= member.places
    for one in facts.divided:
        if one.decision is None or one.realised is None:
            continue
        for kind in ("regular", "amv"):
            lent = sum(
                exchange.counting * ((exchange.giver == one.code) - (exchange.taker == one.code))
                for exchange in moved
                if exchange.kind == kind
            )
            name = f"realise[{one.code}.{kind}]"
            expected = getattr(one.decision, kind) + lent + merged[one.code, kind]
            yield same(name, getattr(one.realised, kind), expected, "realised")
    inside = facts.municipalities.keys()
    stated = [(one.code, one.kind, one.places) for one in facts.result.realised_elsewhere]
    outside = [
        (exchange.giver, exchange.kind, exchange.counting)
        for exchange in moved
        if exchange.giver not in inside
    ]
    what = "realised outside the scenario's provinces"
    yield same("realise", sorted(stated), sorted(outside), what)
    if len(facts.divided) == len(facts.result.municipalities):
        realised = sum(one.realised.total for one in facts.divided if one.realised)
        elsewhere = sum(one.places for one in facts.result.realised_elsewhere)
        decided = sum(one.decision.total for one in facts.divided if one.decision)
        # What stands here and counts with somebody outside.
        lent = sum(exchange.counting for exchange in moved if exchange.taker not in inside)
        yield same("realise", realised + elsewhere, decided + lent, "realised everywhere")
