# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the apportionment: places are in proportion to weights, by signposts.

With signposts s(x) (where a quotient is rounded up from x to x + 1), places follow from a common
divisor if and only if  max w/s(x)  over those that could have one more
                   <=  min w/s(x-1) over those that could have one less.
Source: M.L. Balinski and H.P. Young, "Fair Representation" (1982), the min-max inequality.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import ceil, floor

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts
from models.division import Claim, Division

Signpost = Callable[[int], Fraction]

# Of huntington_hill the squares, so that everything stays exact.
SIGNPOSTS: dict[str, tuple[Signpost, int]] = {
    "sainte_lague": (lambda x: Fraction(2 * x + 1, 2), 1),
    "dhondt": (lambda x: Fraction(x + 1), 1),
    "adams": (Fraction, 1),
    "huntington_hill": (lambda x: Fraction(x * (x + 1)), 2),
    "dean": (lambda x: Fraction(2 * x * (x + 1), 2 * x + 1), 1),
}


@check
def add_up(facts: Facts) -> Iterator[Finding]:
    """The places of an apportionment add up to its total, within every bound."""
    for division in facts.result.divisions:
        name = f"add_up[{_label(division)}]"
        yield same(name, sum(one.places for one in division.claims), division.total, "the sum")
        if division.terms:
            yield same(name, sum(division.terms), division.total, "what the total is the sum of")
        for claim in division.claims:
            within = claim.minimum <= claim.places and (
                claim.maximum is None or claim.places <= claim.maximum
            )
            if not claim.takes_part:
                within = claim.places == 0
            message = f"{claim.places} within {claim.minimum} to {claim.maximum}"
            yield Finding(f"add_up[{_label(division)}.{claim.code}]", within, message)


@check
def apportion_pro_rata(facts: Facts) -> Iterator[Finding]:
    """Places are in proportion to weights, by one common divisor or quota."""
    for division in facts.result.divisions:
        taking = [one for one in division.claims if one.takes_part]
        if division.method in SIGNPOSTS:
            yield from _by_divisor(division, taking)
        elif division.method == "largest_remainder":
            yield from _by_remainder(division, taking)


def _by_divisor(division: Division, taking: list[Claim]) -> Iterator[Finding]:
    signpost, power = SIGNPOSTS[division.method]
    name = f"apportion_pro_rata[{_label(division)}]"
    weighted = [one for one in taking if one.weight]
    for one in taking:
        if not one.weight:
            yield same(name, one.places, one.minimum, f"{one.code} without weight has")
    # A signpost of 0 is a claim without limit, the larger weight first: compared in two steps.
    more = [
        _claim(one, signpost(one.places), power)
        for one in weighted
        if one.maximum is None or one.places < one.maximum
    ]
    less = [
        _claim(one, signpost(one.places - 1), power) for one in weighted if one.places > one.minimum
    ]
    if more and less:
        message = (
            f"a claim that was refused, {max(more)[1]}, and one that was served, {min(less)[1]}"
        )
        yield Finding(name, max(more) <= min(less), message)
    lower = max(more)[1] if more and not max(more)[0] else None
    upper = min(less)[1] if less and not min(less)[0] else None
    if division.divisors is not None:
        lowest, highest = division.divisors
        yield Finding(
            name, (lowest or 0) <= (highest or lowest or 0), f"divisors {lowest} to {highest}"
        )
        yield same(name, (lowest, highest), (lower, upper), "the divisors")
    if division.divisor is not None:
        inside = (lower is None or lower <= division.divisor**power) and (
            upper is None or division.divisor**power <= upper
        )
        yield Finding(name, inside, f"the divisor {division.divisor} in {lower} to {upper}")


def _claim(one: Claim, signpost: Fraction, power: int) -> tuple[int, Fraction]:
    """The claim to a place: a quotient, or (1, weight) for one that no quotient bounds."""
    return (1, one.weight) if signpost == 0 else (0, one.weight**power / signpost)


def _by_remainder(division: Division, taking: list[Claim]) -> Iterator[Finding]:
    name = f"apportion_pro_rata[{_label(division)}]"
    if not division.quota:
        yield from _held(name, taking)
        return
    served: list[Fraction] = []
    refused: list[Fraction] = []
    total = Fraction()
    for one in taking:
        target = max(one.weight / division.quota, Fraction(one.minimum))
        target = target if one.maximum is None else min(target, Fraction(one.maximum))
        total += target
        below = floor(target)
        rounded = one.places in (below, ceil(target))
        yield Finding(name, rounded, f"{one.code}: {one.places} for {target}")
        if target > below:
            (served if one.places > target else refused).append(target - below)
    yield same(name, total, division.total, "the exact targets add up to")
    if all(one.minimum == 0 and one.maximum is None for one in taking):
        ends = (min(served, default=None), max(refused, default=None))
        stated = (division.last_served, division.first_not_served or None)
        yield same(name, stated, ends, "the last remainder served and the first that was not")
    if served and refused:
        fair = min(served) >= max(refused)
        yield Finding(name, fair, f"last served {min(served)}, first not served {max(refused)}")


def _held(name: str, taking: list[Claim]) -> Iterator[Finding]:
    """Without a quota everybody is at a bound, and one number of places per weight explains all."""
    enough: list[Fraction] = [Fraction()]
    most: list[Fraction] = []
    for one in taking:
        at_minimum, at_maximum = one.places == one.minimum, one.places == one.maximum
        held = at_minimum or (at_maximum and one.weight > 0)
        yield Finding(name, held, f"{one.code}: {one.places}, at no bound, and there is no quota")
        if one.weight and not (at_minimum and at_maximum):
            (most if at_minimum else enough).append(one.places / one.weight)
    if most:
        fair = max(enough) <= min(most)
        yield Finding(name, fair, f"places per weight from {max(enough)} to {min(most)}")


def _label(division: Division) -> str:
    return f"{division.stage}.{division.area}.{division.kind}"
