# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The divisor methods: round at one common divisor, then add or take the few places it missed."""

from collections.abc import Callable
from fractions import Fraction
from heapq import heapify, heappop, heapreplace

from allocator.apportionment.claims import Claims
from allocator.apportionment.methods import DivisorMethod
from allocator.apportionment.result import Apportionment, Change, Divisors, Steps, Why
from allocator.apportionment.targets import pro_rata_targets

Claim = Callable[[int, int], int]
"""Ranks the claim of claimant i to a next place when it holds so many: larger goes first."""

Move = tuple[int, int, int, int]
"""Who, +1 or -1, places after it, rank of the claim to that place."""


def round_by_divisor(
    claims: Claims, level: tuple[int, int], method: DivisorMethod
) -> Apportionment:
    """Divide the places by a divisor method.

    After the last correction the weakest claim that got its place and the strongest that did not
    are the ends of the interval of divisors; where they are equal, there is a tie.

    Args:
        claims: the checked arguments.
        level: places per unit of weight at which the targets sum to the places there are.
        method: the divisor method.
    """
    start = _start(claims, level, method)
    claim = _ranking(claims, method)
    seats, moves = _close(claims, start, claim)
    held = [prior + now for prior, now in zip(claims.prior, seats, strict=True)]
    got = {i: claim(i, held[i] - 1) for i, now in enumerate(seats) if now > claims.lower[i]}
    missed = {i: claim(i, held[i]) for i, now in enumerate(seats) if now < claims.upper[i]}
    weakest = min(got, key=got.__getitem__, default=None)
    strongest = max(missed, key=missed.__getitem__, default=None)
    lower = None if strongest is None else _quotient(claims, method, strongest, held[strongest])
    upper = None if weakest is None else _quotient(claims, method, weakest, held[weakest] - 1)
    owed_a_first_place = strongest is not None and lower is None

    tied = {got[i] for i in got if i == weakest} & {missed[i] for i in missed if i == strongest}
    drawn = [i for i in got if got[i] in tied]
    losers = [i for i in missed if missed[i] in tied]
    changes = [_change(claims, method, move, tied) for move in moves]
    return Apportionment(
        method=method.name,
        seats=claims.named(seats),
        ties=claims.tie(drawn, losers),
        steps=Steps(pro_rata_targets(claims, level), claims.named(start), tuple(changes)),
        divisors=None if owed_a_first_place else Divisors(lower, upper, method.power),
    )


def _start(claims: Claims, level: tuple[int, int], method: DivisorMethod) -> list[int]:
    return [
        min(max(method.rounded(weight * level[0], level[1]) - prior, lower), upper)
        for weight, prior, lower, upper in zip(
            claims.weights, claims.prior, claims.lower, claims.upper, strict=True
        )
    ]


def _ranking(claims: Claims, method: DivisorMethod) -> Claim:
    """Return a function that ranks claims by an integer that is in the order of the quotients.

    Two different quotients a/b and c/d differ by at least 1/(bd), so floor(2**shift * a/b) keeps
    them apart, and in order, once 2**shift is at least the square of the largest denominator.
    Where the signpost is zero the claim has no bound, and the larger weight goes first (the limit
    of a signpost that goes to zero); no other quotient comes above twice the largest weight.
    """
    furthest = claims.places + max(claims.prior, default=0) + 1
    shift = 2 * method.signpost(furthest)[0].bit_length()
    claim_of_weight: list[int] = [weight**method.power for weight in claims.weights]
    without_bound = max(claim_of_weight, default=0) << shift + 1
    signpost = method.signpost

    def claim(i: int, held: int) -> int:
        high, low = signpost(held)
        if high == 0:
            return without_bound + claims.weights[i]
        return (claim_of_weight[i] * low << shift) // high

    return claim


def _close(claims: Claims, start: list[int], claim: Claim) -> tuple[list[int], list[Move]]:
    """Add places in order of the strongest claims, or take them in order of the weakest.

    Among equal claims the first in lot order gets first and the last in lot order loses first, so
    both ways end at the same outcome.
    """
    seats = start.copy()
    missing = claims.places - sum(seats)
    sign = 1 if missing > 0 else -1
    limit = claims.upper if missing > 0 else claims.lower

    def entry(i: int) -> tuple[int, int]:
        holding = claims.prior[i] + seats[i] - (sign < 0)
        return -sign * claim(i, holding), sign * i

    queue = [entry(i) for i in range(len(seats)) if seats[i] != limit[i]] if missing else []
    heapify(queue)
    moves = []
    for _ in range(abs(missing)):
        rank, i = abs(queue[0][0]), abs(queue[0][1])
        seats[i] += sign
        moves.append((i, sign, seats[i], rank))
        if seats[i] == limit[i]:
            heappop(queue)
        else:
            heapreplace(queue, entry(i))
    return seats, moves


def _quotient(claims: Claims, method: DivisorMethod, i: int, held: int) -> Fraction | None:
    return method.quotient(Fraction(claims.weights[i], claims.scale), held)


def _change(claims: Claims, method: DivisorMethod, move: Move, tied: set[int]) -> Change:
    i, sign, now, rank = move
    quotient = _quotient(claims, method, i, claims.prior[i] + now - (sign > 0))
    why = Why.HIGHEST_QUOTIENT if sign > 0 else Why.LOWEST_QUOTIENT
    if rank in tied:
        why = Why.LOT
    elif quotient is None:
        why = Why.LARGER_WEIGHT
    return Change(claims.names[i], sign, now, quotient, why)
