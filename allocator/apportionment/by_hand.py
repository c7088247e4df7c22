# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""An apportionment as a reader redoes it: one line of arithmetic for each claimant.

A line such as `136 / 10.155 ≈ 13.392, rounded to the nearest whole number: 13, at least 20: 20`
holds exactly as printed: numbers are exact, `=` is exact, and what follows `≈` is rounded to the
decimals shown.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, isqrt
from typing import Literal

from allocator.apportionment.methods import DIVISOR_METHODS, DivisorMethod
from models.division import Claim, Division, Interval

MILLION = 10**6
SHOWN_DECIMALS = 3
LONGEST_FRACTION = 20
SIGNIFICANT_DIGITS = 12
MOST_DECIMALS = 12
MOST_SMALL_DECIMALS = 30

ROUNDED = {
    "sainte_lague": "rounded to the nearest whole number",
    "dhondt": "rounded down",
    "adams": "rounded up",
    "huntington_hill": "rounded at the geometric mean of the whole numbers around it",
    "dean": "rounded at the harmonic mean of the whole numbers around it",
    "least_squares": "rounded to the nearest whole number",
}


def plain(number: Fraction | int) -> str:
    """A number as it is written out: a decimal that ends soon in full, any other as a fraction."""
    number = Fraction(number)
    parts = number * 10**MOST_DECIMALS
    if parts.denominator != 1:
        return f"({number.numerator:,} / {number.denominator:,})"
    sign, size = ("-" if number < 0 else ""), abs(parts.numerator)
    whole, rest = divmod(size, 10**MOST_DECIMALS)
    decimals = f"{rest:0{MOST_DECIMALS}d}".rstrip("0")
    return f"{sign}{whole:,}{'.' if decimals else ''}{decimals}"


def readable(number: Fraction) -> str:
    """`= 27.5`, or where only a long fraction is exact a decimal of many digits, `≈ 0.00130992...`.

    What follows from the decimal is checked where it is used (`line_of`).
    """
    exact = plain(number)
    if len(exact) <= LONGEST_FRACTION or number <= 0:
        return f"= {exact}"
    return f"≈ {_significant(number, SIGNIFICANT_DIGITS)}"


def _significant(number: Fraction, digits: int) -> str:
    """A decimal with so many digits that say something."""
    decimals = 0
    while number * 10**decimals < 10 ** (digits - 1):
        decimals += 1
    count = round(number * 10**decimals)
    return _decimal(count, 10**decimals) if decimals else f"{count:,}"


def worth(number: Fraction) -> str:
    """`= 13.5` where three decimals are enough, else `≈ 13.392`.

    More decimals are shown where fewer would read as a whole number or a half, so that it can be
    seen to which side the rounding goes.
    """
    if (number * 10**SHOWN_DECIMALS).denominator == 1:
        return f"= {plain(number)}"
    decimals, shown = SHOWN_DECIMALS, _to(number, SHOWN_DECIMALS)
    while (2 * shown).denominator == 1 and decimals < MOST_DECIMALS:
        decimals += 3
        shown = _to(number, decimals)
    size = abs(shown)
    part = int((size - floor(size)) * 10**decimals)
    return f"≈ {'-' if shown < 0 else ''}{floor(size):,}.{part:0{decimals}d}"


def _to(number: Fraction, decimals: int) -> Fraction:
    return Fraction(round(number * 10**decimals), 10**decimals)


def line_of(division: Division, claim: Claim) -> str:
    """How the places of one claimant follow from its weight, as one line of arithmetic.

    Empty where no arithmetic decides: a claimant without weight or one that a minimum site leaves
    out, and fewer places than claimants under a method that owes each of them a first one.
    """
    if not claim.weight or not claim.takes_part:
        return ""
    if division.method == "largest_remainder":
        return _by_quota(division, claim)
    method = DIVISOR_METHODS.get(division.method, DIVISOR_METHODS["sainte_lague"])
    if division.divisor is not None:
        quotient = claim.weight / division.divisor
        found = _roundings(quotient, method)
        weight = _weight(claim.weight, division.divisor, method)
        said = f"{weight} / {plain(division.divisor)} {worth(quotient)}, "
        return said + f"{ROUNDED[division.method]}: {_within(found, claim)}"
    if division.divisors is not None and division.divisors[0] is not None:
        return _by_square(division.divisors[0], claim)
    return ""


def _weight(weight: Fraction, divisor: Fraction, method: DivisorMethod) -> str:
    """A weight as it is divided: the decimal only where it leads to the very same line."""
    shown = readable(weight).partition(" ")[2]
    if shown != plain(weight):
        redone = Fraction(shown.replace(",", "")) / divisor
        quotient = weight / divisor
        same_line = worth(redone) == worth(quotient)
        if not same_line or _roundings(redone, method) != _roundings(quotient, method):
            return plain(weight)
    return shown


def held_by(division: Division, claim: Claim) -> Literal["minimum", "maximum"] | None:
    """Which bound of a claimant moved its places from what the arithmetic gives; None: neither."""
    found = _rounded(division, claim)
    if found and claim.places > found[-1]:
        return "minimum"
    if found and claim.places < found[0]:
        return "maximum"
    return None


def _rounded(division: Division, claim: Claim) -> tuple[int, ...]:
    """What the arithmetic of a line gives before bounds and lots; empty where there is no line."""
    if not claim.weight or not claim.takes_part:
        return ()
    if division.method == "largest_remainder":
        if not division.quota:
            return ()
        down = floor(claim.weight / division.quota)
        served = claim.places == down + 1 and claim.places > claim.minimum
        return (down + 1,) if served else (down,)
    if division.divisor is not None:
        method = DIVISOR_METHODS.get(division.method, DIVISOR_METHODS["sainte_lague"])
        return _roundings(claim.weight / division.divisor, method)
    if division.divisors is not None and division.divisors[0] is not None:
        return _by_products(claim.weight**2 / division.divisors[0])
    return ()


def _by_quota(division: Division, claim: Claim) -> str:
    if not division.quota:
        return ""
    quotient = claim.weight / division.quota
    said = f"{plain(claim.weight)} / {plain(division.quota)} {worth(quotient)}, "
    said += "rounded down to its whole part: "
    down = floor(quotient)
    if claim.places == down + 1 and claim.places > claim.minimum:
        return said + f"{down:,}, one of the places left: {claim.places:,}"
    return said + _within((down,), claim)


def _by_square(square: Fraction, claim: Claim) -> str:
    """Huntington-Hill where a tie leaves no divisor but an irrational root: compare squares."""
    quotient = claim.weight**2 / square
    found = _by_products(quotient)
    weight = plain(claim.weight)
    said = f"{weight} x {weight} / {plain(square)} {worth(quotient)}, "
    return said + f"rounded at the products x (x + 1): {_within(found, claim)}"


def _by_products(quotient: Fraction) -> tuple[int, ...]:
    """To what the root of a quotient is rounded at the products x (x + 1)."""
    near = isqrt(floor(quotient))
    down = next(x for x in range(max(0, near - 1), near + 2) if quotient <= x * (x + 1))
    return (down, down + 1) if quotient == down * (down + 1) else (down,)


def _roundings(quotient: Fraction, method: DivisorMethod) -> tuple[int, ...]:
    """To what a quotient is rounded: two numbers where it stands on a signpost."""
    near = range(max(0, floor(quotient) - 1), floor(quotient) + 2)
    return tuple(places for places in near if _allowed(quotient, places, method))


def _allowed(quotient: Fraction, places: int, method: DivisorMethod) -> bool:
    high, low = method.signpost(places)
    below = quotient**method.power * low <= high
    if places == 0:
        return below
    high, low = method.signpost(places - 1)
    return below and quotient**method.power * low >= high


def _within(found: tuple[int, ...], claim: Claim) -> str:
    """The rounded number, then the bound that holds it, or the lot that decides."""
    said = " or ".join(f"{one:,}" for one in found)
    if claim.places > found[-1]:
        return f"{said}, at least {claim.minimum:,}: {claim.places:,}"
    if claim.places < found[0]:
        return f"{said}, at most {claim.maximum or 0:,}: {claim.places:,}"
    if len(found) > 1:
        held = claim.places in (claim.maximum, claim.minimum)
        return f"{said}, {'by bound' if held else 'by lot'}: {claim.places:,}"
    return said


def in_short(division: Division) -> str:
    """How all claimants of an apportionment come to their places, in one or two sentences."""
    if division.method == "least_squares":
        return (
            "Rules bind kinds or regions together, so the places are those with the least sum of "
            "(places - pro rata)^2 / weight; the `multipliers` in the JSON prove it."
        )
    bounded = any(
        claim.minimum or claim.maximum is not None or not claim.takes_part
        for claim in division.claims
    )
    within = ", within the bounds of each" if bounded else ""
    if division.method == "largest_remainder":
        if division.quota is None:
            return "The bounds of each decide."
        return (
            f"Places = weight / {plain(division.quota)}, rounded down; the places left go to the "
            f"largest remainders{within}."
        )
    if division.divisors is None:
        return "There are fewer places than claimants: the largest weights go first."
    if division.divisor is None:
        return f"The square of the divisor is {plain(division.divisors[0] or 0)}{within}."
    return (
        f"Places = weight / {plain(division.divisor)}, {ROUNDED[division.method]}{within}. "
        f"{room(division.divisors, division.method)}"
    )


def room(divisors: Interval, method: str) -> str:
    """Which other divisors give the same places: decimals inside, none of them on a boundary."""
    low, high = divisors
    if low is not None and low == high:
        return "No other divisor does; who comes out exactly on the boundary is tied."
    power = " (squares)" if method == "huntington_hill" else ""
    decimals = _decimals_for(high or low or Fraction(1))
    if low is not None and high is not None:
        # Ends that read alike would say that there is one divisor only.
        while (high - low) * 10**decimals <= 1 and decimals < MOST_SMALL_DECIMALS:
            decimals += 1
    unit = 10**decimals
    first = None if low is None else floor(low * unit) + 1
    last = None if high is None else ceil(high * unit) - 1
    if first is None or last is None or first <= last:
        ends = [("from", first), ("to", last)]
        said = "".join(f" {word} {_decimal(end, unit)}" for word, end in ends if end is not None)
    else:
        said = f" between {low} and {high}"
    return f"Every divisor{said}{power} gives the same."


def _decimals_for(number: Fraction) -> int:
    """Six decimals, and for small numbers six digits that say something."""
    decimals = 6
    while 0 < number * 10**decimals < MILLION // 10 and decimals < MOST_SMALL_DECIMALS:
        decimals += 1
    return decimals


def _decimal(count: int, unit: int) -> str:
    decimals = len(str(unit)) - 1
    return f"{count // unit:,}.{count % unit:0{decimals}d}"
