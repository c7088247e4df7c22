# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Twin of the apportionment: places are in proportion to weights, by signposts.

With signposts s(x) (where a quotient is rounded up from x to x + 1), places follow from a common
divisor if and only if  max w/s(x)  over those that could have one more
                   <=  min w/s(x-1) over those that could have one less.
Source: M.L. Balinski and H.P. Young, "Fair Representation" (1982), the min-max inequality.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from allocator.verification.checks.registry import Finding, check, same
from allocator.verification.facts import Facts
from models.division import Claim, Division

Signpost = Callable[[int], tuple[int, int]]
"""Where a quotient is rounded up from x: numerator and denominator."""

# Of huntington_hill the squares, so that everything stays exact.
SIGNPOSTS: dict[str, tuple[Signpost, int]] = {
    "sainte_lague": (lambda x: (2 * x + 1, 2), 1),
    "dhondt": (lambda x: (x + 1, 1), 1),
    "adams": (lambda x: (x, 1), 1),
    "huntington_hill": (lambda x: (x * (x + 1), 1), 2),
    "dean": (lambda x: (2 * x * (x + 1), 2 * x + 1), 1),
}

Strength = tuple[bool, int]
"""A claim in parts of the unit of its apportionment, or (True, weight) for the claim to a first
place that no quotient bounds: the larger weight goes first, and all before every quotient."""


class Sides(NamedTuple):
    """The claims of an apportionment that decide it, as whole numbers of one small part.

    Attributes:
        served: each claim to a last place (or remainder) that was served.
        refused: each claim to a next one that was not.
        unit: how many parts make one.
        weight_unit: how many parts of a weight make one, in the claims to a first place.
    """

    served: dict[str, Strength]
    refused: dict[str, Strength]
    unit: int
    weight_unit: int = 1

    def worth(self, claim: Strength) -> Fraction:
        """The claim itself."""
        return Fraction(claim[1], self.weight_unit if claim[0] else self.unit)


@check
def add_up(facts: Facts) -> Iterator[Finding]:
    """The places of an apportionment add up to its total, within every bound."""
    for division in facts.result.divisions:
        yield from adds_up(f"add_up[{_label(division)}", division)


def adds_up(name: str, division: Division) -> Iterator[Finding]:
    """The findings on the sum and the bounds of one apportionment.

    Args:
        name: of the findings, without the bracket that closes it.
        division: as recorded.
    """
    yield same(f"{name}]", sum(one.places for one in division.claims), division.total, "the sum")
    if division.terms or division.stage in ("task", "fill"):
        summed = sum(division.terms)
        yield same(f"{name}]", summed, division.total, "what the total is the sum of")
    for claim in division.claims:
        within = claim.minimum <= claim.places and (
            claim.maximum is None or claim.places <= claim.maximum
        )
        if not claim.takes_part:
            within = claim.places == 0
        message = f"{claim.places} within {claim.minimum} to {claim.maximum}"
        yield Finding(f"{name}.{claim.code}]", within, message)


@check
def apportion_pro_rata(facts: Facts) -> Iterator[Finding]:
    """Places are in proportion to weights, by one common divisor or quota."""
    for division, sides in zip(facts.result.divisions, sides_of_all(facts), strict=True):
        if division.method == "least_squares" and division.stage == "rest":
            continue  # balance_squares
        # Published totals and takeovers are shared out alike.
        settled = division.stage in ("task", "fill", "takeover")
        asked = "sainte_lague" if settled else facts.settings.distribution.method
        yield from pro_rata(f"apportion_pro_rata[{_label(division)}]", division, sides, asked)


def pro_rata(name: str, division: Division, sides: Sides, asked: str) -> Iterator[Finding]:
    """The findings on the proportion of one apportionment, which the method asked decides."""
    taking = [one for one in division.claims if one.takes_part]
    yield same(name, division.method, asked, "the method")
    kinds = {claim.kind for claim in division.claims}
    yield Finding(name, kinds <= {division.kind}, "every claim is of the kind divided")
    if division.method in SIGNPOSTS:
        yield from _by_divisor(name, division, taking, sides)
    else:
        yield from _by_remainder(name, division, taking, sides)


def _by_divisor(
    name: str, division: Division, taking: list[Claim], sides: Sides
) -> Iterator[Finding]:
    for one in taking:
        if not one.weight:
            yield same(name, one.places, one.minimum, f"{one.code} without weight has")
    highest = max(sides.refused.values(), default=None)
    lowest = min(sides.served.values(), default=None)
    if highest and lowest:
        two = f"{sides.worth(highest)}, and one that was served, {sides.worth(lowest)}"
        yield Finding(name, highest <= lowest, f"a claim that was refused, {two}")
    # No divisor gives places while somebody is owed a first one.
    if highest and highest[0]:
        none = division.divisors is None and division.divisor is None
        yield Finding(name, none, "somebody is owed a first place, so there is no divisor")
        return
    lower = sides.worth(highest) if highest else None
    upper = sides.worth(lowest) if lowest and not lowest[0] else None
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


def sides_of_all(facts: Facts) -> list[Sides]:
    """The sides of each apportionment, in the order of the record."""
    return facts.once(_all_sides)


def _all_sides(facts: Facts) -> list[Sides]:
    return [sides_of(one) for one in facts.result.divisions]


def sides_of(division: Division) -> Sides:
    """The sides of one apportionment."""
    return _claims(division) if division.method in SIGNPOSTS else _remainders(division)


def whole_weights(claims: Iterable[Claim]) -> tuple[list[int], int]:
    """Weights as whole numbers of one small part, and how many parts make one."""
    weights = [one.weight for one in claims]
    unit = lcm(*(weight.denominator for weight in weights))
    return [weight.numerator * (unit // weight.denominator) for weight in weights], unit


def _claims(division: Division) -> Sides:
    """By divisor: w / s(x - 1) of each last place above the bounds, w / s(x) of each next one."""
    signpost, power = SIGNPOSTS[division.method]
    weighted = [one for one in division.claims if one.takes_part and one.weight]
    weights, weight_unit = whole_weights(weighted)
    posts = [(signpost(one.places - 1), signpost(one.places)) for one in weighted]
    common = lcm(*(above for pair in posts for above, _ in pair if above))
    served: dict[str, Strength] = {}
    refused: dict[str, Strength] = {}
    for one, weight, (last, following) in zip(weighted, weights, posts, strict=True):
        for side, bound, (above, below) in (
            (served, one.minimum, last),
            (refused, one.maximum, following),
        ):
            if one.places != bound:
                quotient = weight**power * below * (common // above) if above else weight
                side[one.code] = (not above, quotient)
    return Sides(served, refused, common * weight_unit**power, weight_unit)


def _remainders(division: Division) -> Sides:
    """By largest remainder: what each target has above a whole number."""
    served: dict[str, Strength] = {}
    refused: dict[str, Strength] = {}
    targets, unit = _targets(division)
    for one, target in targets:
        below, remainder = divmod(target, unit)
        if remainder:
            (served if one.places > below else refused)[one.code] = (False, remainder)
    return Sides(served, refused, unit)


def _targets(division: Division) -> tuple[list[tuple[Claim, int]], int]:
    """Of everybody the exact number of places within the bounds, in parts of one place."""
    if not division.quota:
        return [], 1
    taking = [one for one in division.claims if one.takes_part]
    weights, weight_unit = whole_weights(taking)
    places_per_weight = 1 / division.quota
    unit = places_per_weight.denominator * weight_unit
    targets = []
    for one, weight in zip(taking, weights, strict=True):
        target = max(weight * places_per_weight.numerator, one.minimum * unit)
        most = target if one.maximum is None else one.maximum * unit
        targets.append((one, min(target, most)))
    return targets, unit


def _by_remainder(
    name: str, division: Division, taking: list[Claim], sides: Sides
) -> Iterator[Finding]:
    if not division.quota:
        yield from _held(name, taking)
        return
    targets, unit = _targets(division)
    for one, target in targets:
        rounded = one.places in (target // unit, -(-target // unit))
        exactly = target if rounded else Fraction(target, unit)
        yield Finding(name, rounded, f"{one.code}: {one.places} for {exactly}")
    total = Fraction(sum(target for _, target in targets), unit)
    yield same(name, total, division.total, "the exact targets add up to")
    last = min(sides.served.values(), default=None)
    first = max(sides.refused.values(), default=None)
    ends = tuple(None if one is None else sides.worth(one) for one in (last, first))
    stated = (division.last_served, division.first_not_served or None)
    yield same(name, stated, ends, "the last remainder served and the first that was not")
    if last and first:
        yield Finding(name, last >= first, f"last served {ends[0]}, first not served {ends[1]}")


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
