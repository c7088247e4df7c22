# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dividing places over claimants in proportion to their weights, exactly."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from allocator.apportionment.claims import Claims, read_claims
from allocator.apportionment.divisor import round_by_divisor
from allocator.apportionment.methods import DIVISOR_METHODS
from allocator.apportionment.result import Apportionment, Change, Steps, Why
from allocator.apportionment.targets import pro_rata_targets, water_level


def apportion(
    weights: Mapping[str, int | Fraction],
    total: int,
    method: str = "sainte_lague",
    minimum: Mapping[str, int] | None = None,
    maximum: Mapping[str, int | None] | None = None,
    prior: Mapping[str, int] | None = None,
    lots: Sequence[str] | None = None,
) -> Apportionment:
    """Divide `total` places over claimants in proportion to their weights.

    A divisor method gives every claimant
    `min(max(rounded(weight / divisor) - prior, minimum), maximum)` places with one common divisor.
    Largest remainder takes the exact targets `min(max(weight / quota - prior, minimum), maximum)`
    with one common quota, rounds them down, and gives the places left to the largest remainders
    among the claimants that are not held by a bound. The outcome depends on the arguments only, not
    on their order.

    Args:
        weights: the claim of each claimant, zero or more, exact (int or Fraction). Who has weight 0
            gets its minimum, no more.
        total: places to hand out now.
        method: largest_remainder, sainte_lague, dhondt, adams, huntington_hill or dean.
        minimum: least number of places handed out now, per claimant; absent = 0.
        maximum: greatest number of places handed out now, per claimant; absent or None = no bound.
        prior: places already held. They count for the proportionality, so that the rounding goes on
            from them; they are not in `total` and cannot be taken away.
        lots: who goes first among equal claims; claimants that it does not name follow in sorted
            order.

    Returns:
        The places with ties, steps and certificate.

    Raises:
        ApportionmentError: an argument is wrong.
        CannotApportion: the bounds and the total exclude one another.

    Source: M.L. Balinski and H.P. Young, "Fair Representation" (1982), appendix A; F. Pukelsheim,
    "Proportional Representation" (2017), chapters 4, 5 and 12 (bounds).
    """
    claims = read_claims(weights, total, method, minimum, maximum, prior, lots)
    level = water_level(claims)
    if method == "largest_remainder":
        return _largest_remainder(claims, level)
    return round_by_divisor(claims, level, DIVISOR_METHODS[method])


def _largest_remainder(claims: Claims, level: tuple[int, int]) -> Apportionment:
    """Round the targets down; the places left go to the largest remainders."""
    targets = pro_rata_targets(claims, level)
    start, remainders = [], {}
    for i, name in enumerate(claims.names):
        start.append(targets[name].numerator // targets[name].denominator)
        if claims.lower[i] < targets[name] < claims.upper[i]:
            remainders[i] = claims.weights[i] * level[0] % level[1]
    left = claims.places - sum(start)
    ranking = sorted(remainders, key=lambda i: (-remainders[i], i))
    served, refused = ranking[:left], ranking[left:]
    tied = {remainders[i] for i in served[-1:]} & {remainders[i] for i in refused[:1]}

    seats, changes = start.copy(), []
    for i in served:
        seats[i] += 1
        why = Why.LOT if remainders[i] in tied else Why.LARGEST_REMAINDER
        remainder = Fraction(remainders[i], level[1])
        changes.append(Change(claims.names[i], 1, seats[i], remainder, why))
    return Apportionment(
        method="largest_remainder",
        seats=claims.named(seats),
        ties=claims.tie(
            [i for i in served if remainders[i] in tied],
            [i for i in refused if remainders[i] in tied],
        ),
        steps=Steps(targets, claims.named(start), tuple(changes)),
        quota=Fraction(level[1], level[0] * claims.scale) if remainders else None,
        last_served=changes[-1].quotient if changes else None,
        first_not_served=Fraction(remainders[refused[0]], level[1]) if refused else None,
    )
