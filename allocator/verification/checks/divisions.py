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
        if division.terms or division.stage in ("task", "fill"):
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
        if division.method == "least_squares" and division.stage == "rest":
            continue  # balance_squares
        name = f"apportion_pro_rata[{_label(division)}]"
        # Published totals and takeovers are shared out alike.
        settled = division.stage in ("task", "fill", "takeover")
        asked = "sainte_lague" if settled else facts.settings.distribution.method
        yield same(name, division.method, asked, "the method")
        kinds = {claim.kind for claim in division.claims}
        yield Finding(name, kinds <= {division.kind}, "every claim is of the kind divided")
        if division.method in SIGNPOSTS:
            yield from _by_divisor(name, division, taking)
        else:
            yield from _by_remainder(name, division, taking)


def _by_divisor(name: str, division: Division, taking: list[Claim]) -> Iterator[Finding]:
    for one in taking:
        if not one.weight:
            yield same(name, one.places, one.minimum, f"{one.code} without weight has")
    served, refused = claims_of(division)
    highest, lowest = max(refused.values(), default=None), min(served.values(), default=None)
    if highest and lowest:
        message = f"a claim that was refused, {highest[1]}, and one that was served, {lowest[1]}"
        yield Finding(name, highest <= lowest, message)
    # No divisor gives places while somebody is owed a first one.
    if highest and highest[0]:
        none = division.divisors is None and division.divisor is None
        yield Finding(name, none, "somebody is owed a first place, so there is no divisor")
        return
    lower = highest[1] if highest else None
    upper = lowest[1] if lowest and not lowest[0] else None
    yield same(name, division.divisors, (lower, upper), "the divisors")
    if division.divisor is not None:
        power = SIGNPOSTS[division.method][1]
        inside = (lower is None or lower <= division.divisor**power) and (
            upper is None or division.divisor**power <= upper
        )
        yield Finding(name, inside, f"the divisor {division.divisor} in {lower} to {upper}")
    elif division.divisors is not None:
        one_point = lower is not None and lower == upper  # that may be an irrational root
        yield Finding(name, one_point, f"no divisor of {lower} to {upper} is told")


Strength = tuple[bool, Fraction]
"""A quotient, or (True, weight) for the claim to a first place that no quotient bounds: the larger
weight goes first, and all of them before every quotient."""


def claims_of(division: Division) -> tuple[dict[str, Strength], dict[str, Strength]]:
    """By divisor: each claim to a last place that was served, and to a next one that was not."""
    weighted = [one for one in division.claims if one.takes_part and one.weight]
    served = {
        one.code: _claim(division, one, one.places - 1)
        for one in weighted
        if one.places != one.minimum
    }
    refused = {
        one.code: _claim(division, one, one.places) for one in weighted if one.places != one.maximum
    }
    return served, refused


def _claim(division: Division, one: Claim, held: int) -> Strength:
    signpost, power = SIGNPOSTS[division.method]
    post = signpost(held)
    return (True, one.weight) if post == 0 else (False, one.weight**power / post)


def remainders_of(division: Division) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    """By largest remainder: each remainder that was served, and each that was not."""
    served: dict[str, Fraction] = {}
    refused: dict[str, Fraction] = {}
    for one in division.claims:
        if one.takes_part and division.quota:
            target = _target(one, division.quota)
            below = floor(target)
            if target > below:
                (served if one.places > below else refused)[one.code] = target - below
    return served, refused


def _target(one: Claim, quota: Fraction) -> Fraction:
    """The exact number of places, within the bounds."""
    target = max(one.weight / quota, Fraction(one.minimum))
    return target if one.maximum is None else min(target, Fraction(one.maximum))


def _by_remainder(name: str, division: Division, taking: list[Claim]) -> Iterator[Finding]:
    if not division.quota:
        yield from _held(name, taking)
        return
    total = Fraction()
    for one in taking:
        target = _target(one, division.quota)
        total += target
        rounded = one.places in (floor(target), ceil(target))
        yield Finding(name, rounded, f"{one.code}: {one.places} for {target}")
    served, refused = (list(side.values()) for side in remainders_of(division))
    yield same(name, total, division.total, "the exact targets add up to")
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
