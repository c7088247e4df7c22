# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The exact pro rata targets: proportional where the bounds allow it, and summing to the total."""

from fractions import Fraction

from allocator.apportionment.claims import Claims


def water_level(claims: Claims) -> tuple[int, int]:
    """Return places per unit of weight, a / b, at which the targets sum to the places there are.

    The target of a claimant, `weight * level - prior` within its bounds, is flat, then rises, then
    is flat again. So is their sum, with a bend at each bound; walk the bends until it is enough.
    """
    shift = 2 * max(claims.weights, default=1).bit_length()
    bends = []
    for weight, prior, lower, upper in zip(
        claims.weights, claims.prior, claims.lower, claims.upper, strict=True
    ):
        for bound, sign in ((lower, 1), (upper, -1)):
            # Fractions over weights differ by more than 2 ** -shift, or not at all.
            order = ((prior + bound) << shift) // weight
            bends.append((order, sign * weight, prior + bound))
    bends.sort()
    slope, constant = 0, sum(claims.lower)
    for _, weight, height in bends:
        if slope * height + constant * abs(weight) >= claims.places * abs(weight):
            break
        slope += weight
        constant -= height if weight > 0 else -height
    return (claims.places - constant, slope) if slope else (0, 1)


def pro_rata_targets(claims: Claims, level: tuple[int, int]) -> dict[str, Fraction]:
    """Return `weight * level - prior` within the bounds, for all claimants in input order."""
    places, weight = level
    exact = {}
    for i, name in enumerate(claims.names):
        target = claims.weights[i] * places - claims.prior[i] * weight
        target = max(claims.lower[i] * weight, min(target, claims.upper[i] * weight))
        exact[name] = Fraction(target, weight)
    return {name: exact.get(name, Fraction(least)) for name, least in claims.everyone.items()}
