# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How pledges of regions are split, as the checks of counting and of exchanges look at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from allocator.verification.checks.registry import Finding, same
from allocator.verification.facts import Facts
from models.division import Division
from models.places import Kind


def pro_rata_to_lacks(
    facts: Facts, rule: str, division: Division, change: Mapping[str, int]
) -> Iterator[Finding]:
    """The weights of a split are what each candidate lacks of its share.

    Args:
        facts: the result.
        rule: the check that asks.
        division: the split.
        change: per municipality, places of that kind that it counts more than in the result.
    """
    kind: Kind = "amv" if division.kind == "amv" else "regular"
    candidates = [facts.municipalities[claim.code] for claim in division.claims]
    shares = {one.code: one.share.of(kind) for one in candidates}
    own = {
        one.code: one.counted.of(kind) - one.pooled.of(kind) + change.get(one.code, 0)
        for one in candidates
    }
    lacks = {code: max(0, shares[code] - own[code]) for code in shares}
    expected = lacks if any(lacks.values()) else shares
    expected = expected if any(expected.values()) else dict.fromkeys(shares, 1)
    fallen = f" without {division.without}" if division.without else ""
    for claim in division.claims:
        name = f"{rule}[{division.area}{fallen}.{claim.code}.{division.kind}]"
        yield same(name, claim.weight, expected[claim.code], "what the split is pro rata to")
