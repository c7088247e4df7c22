# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an apportionment answers: the places, and all that is needed to redo them by hand."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, isqrt


class Why(StrEnum):
    """Why a place was added or taken after the start."""

    HIGHEST_QUOTIENT = "highest quotient for a next place"
    LOWEST_QUOTIENT = "lowest quotient for a last place"
    LARGEST_REMAINDER = "largest remainder"
    LARGER_WEIGHT = "fewer places than claimants: the larger weight goes first"
    LOT = "equal claims: the lot order decides"


@dataclass(frozen=True, slots=True)
class Change:
    """One place added or taken after the start.

    Attributes:
        claimant: whose place it is.
        change: +1 added, -1 taken.
        seats: what the claimant has after it.
        quotient: the claim to this place: weight / signpost (squared if the power of the method is
            2; None if the signpost is zero, so the claim has no bound); or the remainder.
        why: the reason.
    """

    claimant: str
    change: int
    seats: int
    quotient: Fraction | None
    why: Why


@dataclass(frozen=True, slots=True)
class Steps:
    """How the places came about, in the order in which a reader can redo it.

    Attributes:
        targets: the exact pro rata number of places, within the bounds and on top of the prior
            holdings; they sum to the total.
        start: the targets (with the prior holdings) rounded by the rule of the method.
        changes: what was added or taken from there to close on the total.
    """

    targets: dict[str, Fraction]
    start: dict[str, int]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Claimants with exactly equal claims to fewer places than they are.

    Attributes:
        tied: all of them, in sorted order.
        places: how many places were drawn among them.
        drawn: who got one, in lot order.
    """

    tied: tuple[str, ...]
    places: int
    drawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Divisors:
    """The closed interval of all divisors that give the same places.

    Attributes:
        lower: the smallest one; None if any smaller one will do (all hold their maximum).
        upper: the largest one; None if any larger one will do.
        power: 1, or 2 if `lower` and `upper` are squares of divisors (Huntington-Hill).
    """

    lower: Fraction | None
    upper: Fraction | None
    power: int = 1

    def simple(self) -> Fraction | None:
        """Return the shortest decimal number inside the interval: the one to publish.

        Anyone can check the result with it: weight / divisor, rounded at the signposts, less the
        prior holdings, within the bounds. At the ends of the interval somebody stands exactly on a
        signpost, so they are taken only if the interval is a single point (a tie); that point may
        need a fraction, and is None if it is an irrational square root. Of several equally short
        numbers, the middle one.
        """
        if self.lower is not None and self.lower == self.upper:
            return _root(self.lower, self.power)
        low = self.lower or Fraction(0)
        high = self.upper if self.upper is not None else (2**self.power * low or Fraction(2))
        digits = len(str(ceil(high)))
        while True:
            below, above = (_shifted(end, digits * self.power) for end in (low, -high))
            first, last = _whole_numbers_between(below, -above, self.power)
            if first <= last:
                return (first + last) // 2 * Fraction(10) ** digits
            digits -= 1


def _shifted(value: Fraction, digits: int) -> int:
    """Return value / 10 ** digits, rounded down."""
    tens: int = 10 ** abs(digits)
    if digits < 0:
        return value.numerator * tens // value.denominator
    return value.numerator // (value.denominator * tens)


def _root(square: Fraction, power: int) -> Fraction | None:
    if power == 1:
        return square
    root = Fraction(isqrt(square.numerator), isqrt(square.denominator))
    return root if root * root == square else None


def _whole_numbers_between(below: int, above: int, power: int) -> tuple[int, int]:
    """Return the first and last whole k >= 1 with below < k ** power < above (first > last: none).

    The ends of an interval are rounded outwards for it: no whole number lies in between.
    """
    return (below + 1, above - 1) if power == 1 else (isqrt(below) + 1, isqrt(above - 1))


@dataclass(frozen=True, slots=True)
class Apportionment:
    """Places per claimant, with the ties, the steps and the certificate.

    Attributes:
        method: the method used.
        seats: places handed out now, prior holdings not included, in the order of the input.
        ties: empty, or the tie that the lot order has resolved.
        steps: targets, start and changes.
        divisors: for a divisor method all valid common divisors. None for largest remainder, and
            where no divisor can give the result: fewer places than claimants under a method that
            owes each a first place (Adams, Huntington-Hill, Dean).
        quota: for largest remainder the weight per place among the claimants not held by a bound;
            None if there is nobody so.
        last_served: for largest remainder the smallest remainder that got a place, if any did.
        first_not_served: for largest remainder the largest remainder that got none, if any.
    """

    method: str
    seats: dict[str, int]
    ties: tuple[Tie, ...]
    steps: Steps
    divisors: Divisors | None = None
    quota: Fraction | None = None
    last_served: Fraction | None = None
    first_not_served: Fraction | None = None


Cell = tuple[str, str]
"""A cell of a matrix: row, column."""


@dataclass(frozen=True, slots=True)
class CellTie:
    """Cells that exactly equal claims bind together, with fewer places than cells.

    Attributes:
        tied: all of them, in sorted order; another valid outcome differs in some of these.
        places: how many places were drawn among them; every valid outcome has as many.
        drawn: the cells that got one, in lot order.
    """

    tied: tuple[Cell, ...]
    places: int
    drawn: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TwoWayApportionment:
    """Places per cell, with the ties and the certificate.

    Attributes:
        seats: `seats[row][column]`, all cells, in the order of the totals.
        row_divisors: with `column_divisors` the certificate: every cell is
            `weight / (row divisor x column divisor)`, rounded to the nearest whole number; on a
            half, both are right. Short decimals, but where a tie leaves a line a single divisor.
        column_divisors: as `row_divisors`; that of the largest column is 1 or near it.
        ties: what the lot order has resolved.
        steps: how many single places were transferred after the scaling.
    """

    seats: dict[str, dict[str, int]]
    row_divisors: dict[str, Fraction]
    column_divisors: dict[str, Fraction]
    ties: tuple[CellTie, ...]
    steps: int
