# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A reader with a pocket calculator: redoes the lines of arithmetic that an explanation prints.

It knows nothing of the allocator. A line is

    EXPRESSION (= | < | <= | >= | ≈) EXPRESSION ... [, rounded HOW: N [or M] [, STEP: N] ...]

with +, -, x, / and max(a, b), thousands apart by commas. `=` has to hold exactly; a number after
`≈` has to be right in every decimal that it shows; the rounding has to follow from the exact value.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import floor

# A comma without a space after it parts thousands; one with a space parts arguments.
TOKEN = re.compile(r"\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|max|[-+x/(),])")


class Wrong(AssertionError):
    """What is printed does not follow."""


def check(text: str) -> Fraction:
    """Redo one line; returns the number that it ends in.

    Raises:
        Wrong: where something does not follow from what stands before it.
    """
    claim, _, rounding = text.partition(", rounded ")
    value = _relations(claim)
    return _rounded(value, rounding) if rounding else value


def _relations(claim: str) -> Fraction:
    """`A = B ≈ C`: every relation between neighbours; the exact value that stands leftmost."""
    parts = re.split(r"\s(=|<=|>=|<|≈)\s", claim)
    exact = value = number(parts[0])
    for sign, written in zip(parts[1::2], parts[2::2], strict=True):
        other = number(written)
        decimals = len(written.partition(".")[2])
        holds = {
            "=": value == other,
            "<": value < other,
            "<=": value <= other,
            ">=": value >= other,
            "≈": abs(value - other) * 2 * 10**decimals <= 1 and value != other,
        }[sign]
        if not holds:
            raise Wrong(f"{float(value)} {sign} {written} in {claim!r}")
        value = other
    return exact


def _rounded(value: Fraction, rounding: str) -> Fraction:
    how, _, rest = rounding.partition(": ")
    first, *steps = rest.split(", ")
    possible = [int(number(one)) for one in first.split(" or ")]
    if possible != _roundings(value, how):
        raise Wrong(f"{float(value)} rounded {how} is {_roundings(value, how)}, not {possible}")
    now = possible
    for step in steps:
        said, _, result = step.partition(": ")
        now = [_step(said, now, int(number(result)))]
    if len(now) != 1:
        raise Wrong(f"{rounding!r} leaves open which of {now}")
    return Fraction(now[0])


def _step(said: str, now: list[int], result: int) -> int:
    bound = int(number(said.rsplit(maxsplit=1)[-1])) if said.startswith("at ") else 0
    holds = {
        "at least": result == max(now[-1], bound) and result > now[-1],
        "at most": result == min(now[0], bound) and result < now[0],
        "one of the places left": [result - 1] == now,
        "by lot": len(now) == 2 and result in now,
        "by bound": len(now) == 2 and result in now,
    }.get(said.rpartition(" ")[0] if said.startswith("at ") else said)
    if not holds:
        raise Wrong(f"{said}: {result} after {now}")
    return result


def _roundings(value: Fraction, how: str) -> list[int]:
    """Both neighbours where the value stands exactly on the boundary between them."""
    down = max(0, floor(value))
    if how == "at the products x (x + 1)":
        low = next(x for x in range(10**6) if value <= x * (x + 1))
        return [low, low + 1] if value == low * (low + 1) else [low]
    if how == "down to its whole part":
        return [down]
    if how == "down":
        # On a whole number D'Hondt may round either way: the place is at stake between equals.
        return [down - 1, down] if value == down and down else [down]
    if how == "up":
        return [down, down + 1] if value == down else [down + 1]
    high = down + 1
    if how == "to the nearest whole number":
        twice, boundary = 2 * value, Fraction(down + high)
    elif how == "at the geometric mean of the whole numbers around it":
        twice, boundary = value * value, Fraction(down * high)
    elif how == "at the harmonic mean of the whole numbers around it":
        twice, boundary = value, Fraction(2 * down * high, down + high)
    else:
        raise Wrong(f"rounded {how}?")
    if twice == boundary:
        return [down, high]
    return [high if twice > boundary else down]


def number(text: str) -> Fraction:
    """The exact value of an expression."""
    tokens = _tokens(text)
    value, rest = _sum(tokens)
    if rest:
        raise Wrong(f"cannot read {text!r} from {rest[0]!r} on")
    return value


def _tokens(text: str) -> list[str]:
    text, tokens, position = text.strip(), [], 0
    while position < len(text):
        found = TOKEN.match(text, position)
        if not found:
            raise Wrong(f"cannot read {text[position:]!r}")
        tokens.append(found.group(1))
        position = found.end()
    return tokens


def _sum(tokens: list[str]) -> tuple[Fraction, list[str]]:
    sign = 1
    if tokens[0] == "-":
        sign, tokens = -1, tokens[1:]
    value, tokens = _product(tokens)
    value *= sign
    while tokens and tokens[0] in "+-":
        sign = 1 if tokens[0] == "+" else -1
        term, tokens = _product(tokens[1:])
        value += sign * term
    return value, tokens


def _product(tokens: list[str]) -> tuple[Fraction, list[str]]:
    value, tokens = _factor(tokens)
    while tokens and tokens[0] in "x/":
        times = tokens[0] == "x"
        factor, tokens = _factor(tokens[1:])
        value = value * factor if times else value / factor
    return value, tokens


def _factor(tokens: list[str]) -> tuple[Fraction, list[str]]:
    if not tokens:
        raise Wrong("something is missing")
    head, *tokens = tokens
    if head == "max":
        one, tokens = _sum(tokens[1:])
        other, tokens = _sum(tokens[1:])
        return max(one, other), tokens[1:]
    if head == "(":
        value, tokens = _sum(tokens)
        if not tokens or tokens[0] != ")":
            raise Wrong("a bracket is not closed")
        return value, tokens[1:]
    if not head[0].isdigit():
        raise Wrong(f"{head!r} is not a number")
    return Fraction(head.replace(",", "")), tokens
