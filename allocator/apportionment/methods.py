# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The divisor methods: each is a sequence of signposts, and rounds at them.

Between the whole numbers x and x + 1 stands one signpost s(x). A quotient below it is rounded down
to x, one above it is rounded up to x + 1; on it, both are right. Sources: M.L. Balinski and
H.P. Young, "Fair Representation" (1982), appendix A; F. Pukelsheim, "Proportional Representation"
(2017), chapters 3 and 4.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

Signpost = Callable[[int], tuple[int, int]]
"""Gives s(x) ** power as a pair (numerator, denominator), not necessarily in lowest terms."""


@dataclass(frozen=True, slots=True)
class DivisorMethod:
    """One divisor method.

    Attributes:
        name: the name by which `apportion` knows it.
        also: other names in the literature.
        formula: the signpost s(x), for the reader.
        signpost: s(x) ** power, as a pair of integers.
        power: 2 where s(x) is a square root, so that all numbers stay rational; otherwise 1.
    """

    name: str
    also: str
    formula: str
    signpost: Signpost
    power: int = 1

    def rounded(self, numerator: int, denominator: int) -> int:
        """Round `numerator / denominator` by the rule of this method; up where it is on a signpost.

        A whole number stays what it is, also where the signpost is that number (D'Hondt, Adams).
        """
        whole, rest = divmod(numerator, denominator)
        if rest == 0:
            return whole
        high, low = self.signpost(whole)
        power = self.power
        return whole + int(numerator**power * low >= high * denominator**power)

    def quotient(self, weight: Fraction, held: int) -> Fraction | None:
        """Return `(weight / s(held)) ** power`, the claim to one more place; None if s is zero."""
        high, low = self.signpost(held)
        return Fraction(weight**self.power * low, high) if high else None


def _arithmetic_mean(x: int) -> tuple[int, int]:
    return 2 * x + 1, 2


def _next(x: int) -> tuple[int, int]:
    return x + 1, 1


def _same(x: int) -> tuple[int, int]:
    return x, 1


def _geometric_mean_squared(x: int) -> tuple[int, int]:
    return x * (x + 1), 1


def _harmonic_mean(x: int) -> tuple[int, int]:
    return 2 * x * (x + 1), 2 * x + 1


DIVISOR_METHODS = {
    method.name: method
    for method in (
        DivisorMethod("sainte_lague", "Webster, major fractions", "x + 1/2", _arithmetic_mean),
        DivisorMethod("dhondt", "Jefferson, greatest divisors", "x + 1", _next),
        DivisorMethod("adams", "smallest divisors", "x", _same),
        DivisorMethod(
            "huntington_hill", "equal proportions", "sqrt(x (x + 1))", _geometric_mean_squared, 2
        ),
        DivisorMethod("dean", "harmonic means", "x (x + 1) / (x + 1/2)", _harmonic_mean),
    )
}

METHODS = ("largest_remainder", *DIVISOR_METHODS)
