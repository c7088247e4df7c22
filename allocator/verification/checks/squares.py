# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the least squares: the multipliers prove that no change makes the sum smaller.

For every claimant the multipliers of the sums that it is in add up to a price between what its last
place costs, (2x - 1) / w, and what a next one would, (2x + 1) / w, unless a bound holds it; a sum
that is strictly within its limits has the multiplier 0. Source: the conditions of Karush, Kuhn and
Tucker for a convex sum; with nested sums they are enough for whole numbers too.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from allocator.verification.checks.registry import Finding, check
from allocator.verification.facts import Facts
from models.division import Claim, Division
from models.places import KINDS
from models.scenario import Bound

Sums = dict[str, tuple[int, int | None, frozenset[tuple[str, str]]]]


@check
def balance_squares(facts: Facts) -> Iterator[Finding]:
    """Where rules couple kinds or regions, the sum of (x - t)^2 / w is the least possible."""
    for division in facts.divisions("rest"):
        if division.method != "least_squares":
            continue
        sums = _sums(facts)
        known = division.multipliers.keys() <= sums.keys()
        yield Finding(f"balance_squares[{division.area}]", known, "every multiplier is of a rule")
        if not known:
            continue
        places = {(one.code, str(one.kind)): one.places for one in division.claims}
        for name, multiplier in division.multipliers.items():
            yield _slack(name, multiplier, sums, places)
        for claim in division.claims:
            if claim.takes_part and claim.weight:
                price = sum(
                    (
                        multiplier
                        for name, multiplier in division.multipliers.items()
                        if (claim.code, claim.kind) in sums[name][2]
                    ),
                    Fraction(),
                )
                yield _priced(division, claim, price)


def _slack(
    name: str, multiplier: Fraction, sums: Sums, places: dict[tuple[str, str], int]
) -> Finding:
    lower, upper, claimants = sums[name]
    total = sum(places.get(one, 0) for one in claimants)
    below, above = upper is None or total < upper, total > lower
    holds = not (below and multiplier < 0) and not (above and multiplier > 0)
    return Finding(
        f"balance_squares[{name}]",
        holds,
        f"multiplier {multiplier} with {total} in {lower} to {upper}",
    )


def _priced(division: Division, claim: Claim, price: Fraction) -> Finding:
    last = Fraction(2 * claim.places - 1) / claim.weight
    following = Fraction(2 * claim.places + 1) / claim.weight
    holds = (claim.places == claim.minimum or last <= price) and (
        claim.places == claim.maximum or price <= following
    )
    return Finding(
        f"balance_squares[{division.area}.{claim.code}.{claim.kind}]",
        holds,
        f"the price {price} between {last} and {following}",
    )


def _sums(facts: Facts) -> Sums:
    """Every sum over several claimants that the settings ask for, by the name of its rule."""
    sums: Sums = {}
    for area in facts.result.areas:
        codes = [one.code for one in facts.members(area)]
        for kind in KINDS:
            total = area.rest.of(kind)
            sums[f"close_rest[{area.code}.{kind}]"] = (
                total,
                total,
                frozenset((code, kind) for code in codes),
            )
    settings = facts.settings.distribution
    for code, limits in settings.limits.items():
        sums[f"respect_limits[{code}.total]"] = _limited(
            limits.total, frozenset((code, kind) for kind in KINDS)
        )
    for region, limits in settings.region_limits.items():
        codes = [one.code for one in facts.result.municipalities if one.region_code == region]
        for kind in KINDS:
            name = f"respect_region_limits[{region}.{kind}]"
            sums[name] = _limited(limits.of(kind), frozenset((code, kind) for code in codes))
        everything = frozenset((code, kind) for code in codes for kind in KINDS)
        sums[f"respect_region_limits[{region}.total]"] = _limited(limits.total, everything)
    return sums


def _limited(
    limit: Bound, claimants: frozenset[tuple[str, str]]
) -> tuple[int, int | None, frozenset[tuple[str, str]]]:
    return limit.min, limit.max, claimants
