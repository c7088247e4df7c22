# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the ties: found again in the numbers, so that none is hidden and none made up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allocator.verification.checks.divisions import Sides, sides_of_all
from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts


@check
def report_ties(facts: Facts) -> Iterator[Finding]:
    """Exactly equal claims to fewer places than claimants are reported, with who drew one."""
    expected: dict[tuple[str, ...], list[str]] = {}
    for division, sides in zip(facts.result.divisions, sides_of_all(facts), strict=True):
        if division.method == "least_squares" or division.stage == "takeover":
            continue  # for takeovers: report_equal_provinces
        tied = sorted(claim.code for claim in division.claims)
        lots = tied if division.stage == "task" else facts.lot_order()
        # A task may be scaled first and filled then: two divisions of the same places.
        where = (str(division.stage), division.area, str(division.kind), division.without)
        expected.setdefault(where, []).extend(equal_claims(sides, lots))
    for place, ties in expected.items():
        reported = [
            f"{' '.join(tie.drawn)} of {' '.join(tie.tied)}"
            for tie in facts.result.ties
            if (tie.stage, tie.area, tie.kind, tie.without) == place
        ]
        yield same(f"report_ties[{'.'.join(place[:3])}]", reported, ties, "the ties")


def equal_claims(sides: Sides, lots: Sequence[str]) -> list[str]:
    """Who drew a place, of whom: empty where no claim that was refused equals one that was served.

    Args:
        sides: the claims that decide an apportionment.
        lots: everybody in the order of lots.
    """
    served, refused = sides.served, sides.refused
    if not served or not refused or min(served.values()) != max(refused.values()):
        return []
    equal = min(served.values())
    drawn = {code for code, claim in served.items() if claim == equal}
    tied = drawn | {code for code, claim in refused.items() if claim == equal}
    return [f"{' '.join(code for code in lots if code in drawn)} of {' '.join(sorted(tied))}"]
