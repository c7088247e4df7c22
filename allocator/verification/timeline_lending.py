# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Verification of a timeline: nobody lends what it has on no day of the exchange."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.verification.checks.registry import Finding
from allocator.verification.lending import most_while
from allocator.verification.timeline_facts import TimelineFacts


def lend_in_time(facts: TimelineFacts) -> Iterator[Finding]:
    """Of what somebody gives it has as much, on a day on which all of that runs."""
    contracts = [one for one in facts.answer.contracts if one.counts]
    inside = {one.code for one in facts.answer.lines}  # of others no offers are known
    exchanges = [one for one in contracts if one.giver in inside]
    for one in exchanges:
        given = [each for each in exchanges if (each.giver, each.kind) == (one.giver, one.kind)]
        offers = [
            each
            for each in contracts
            if each.source == "offer" and (each.area, each.kind) == (one.giver, one.kind)
        ]
        gives, has = most_while(one, given, offers)
        name = f"lend_in_time[{one.name}]"
        yield Finding(name, gives <= has, f"gives {gives} {one.kind} places and has {has} at most")
