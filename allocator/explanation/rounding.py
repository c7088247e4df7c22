# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""How one claimant comes to its places in an apportionment, and where the divisor may lie."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.apportionment import Divisors
from allocator.apportionment.by_hand import line_of, plain, room
from allocator.explanation.reading import Reading, line, many, tie_in_words
from models import law
from models.division import Claim, Division
from models.explanation import Line


def rounded(reading: Reading, division: Division, claim: Claim, what: str) -> Iterator[Line]:
    """The places of a claimant: weight through divisor, bounds, certificate and lots.

    Args:
        reading: the run.
        division: the apportionment.
        claim: the claimant in it.
        what: what is divided here and by what weight, as the beginning of a sentence.
    """
    kind = "" if claim.kind == "total" else claim.kind
    if division.method == "least_squares":
        division = common_divisor(reading, division, claim)
    arithmetic = line_of(division, claim)
    got = f"{what} {reading.name(claim.code)}: {many(claim.places, kind)}."
    yield line(got + _unless(division, claim, arithmetic), arithmetic, *_method(reading, division),
               rows=(division.row,))  # fmt: skip
    if arithmetic:
        yield _certificate(reading, division)
    if tie := reading.tie(division, claim):
        yield line(
            tie_in_words(reading, tie),
            "",
            law.PUKELSHEIM,
            reading.setting("national.lots" if tie.stage == "takeover" else "distribution.lots"),
        )


def _unless(division: Division, claim: Claim, arithmetic: str) -> str:
    """What decides where no arithmetic does."""
    if arithmetic:
        return ""
    if not division.total:
        return " Nothing is left to divide."
    if not claim.takes_part:
        return " It does not take part, for the reason below."
    if not claim.weight:
        return " Without weight it gets its minimum and no more."
    if division.method == "largest_remainder":
        return " Its bounds decide."
    ranking = sorted((one.weight for one in division.claims if one.takes_part), reverse=True)
    rank = ranking.index(claim.weight) + 1
    return (
        f" There are fewer places ({division.total:,}) than claimants, each of which is owed a "
        f"first one: the largest weights go first, and its weight is number {rank}."
    )


def _method(reading: Reading, division: Division) -> tuple[law.Source | str, ...]:
    if division.method == "least_squares":
        return (law.BALINSKI_YOUNG,)  # the sum that Sainte-Lague minimises, whatever the method
    settled = division.stage in ("fill", "task")  # published totals are always shared out alike
    setting = "" if settled else reading.setting("distribution.method")
    return law.BALINSKI_YOUNG, setting


def _certificate(reading: Reading, division: Division) -> Line:
    """In what range the common divisor may lie, or which remainders were served."""
    total = f"{division.total:,}"
    if division.method == "largest_remainder":
        served = "none" if division.last_served is None else plain(division.last_served)
        refused = division.first_not_served
        said = (
            f"The quota is one for all. The last remainder that got one of the places left is "
            f"{served}; the first that got none is {'none' if refused is None else plain(refused)}."
        )
    else:
        assert division.divisors is not None
        for_whom = (
            "The divisor is one for all who fall under the same rules, such that their places"
            if division.method == "least_squares"
            else "The divisor is one for all, such that the places"
        )
        said = f"{for_whom} add up to {total}. {room(division.divisors, division.method)}"
    return line(said, "", law.PUKELSHEIM, *_method(reading, division)[1:])


def common_divisor(reading: Reading, division: Division, claim: Claim) -> Division:
    """The least squares as claimants under the same rules see them: they share one divisor.

    Where rules couple kinds or regions, the multipliers of the sums that a claimant is in add up to
    a price p, and its places are weight x p / 2, rounded: one divisor 2 / p for all who are in the
    same sums. Its interval follows from their recorded weights, bounds and places.
    """
    mine = reading.sums(division, claim).keys()
    alike = [
        one
        for one in division.claims
        if one.takes_part and one.weight and reading.sums(division, one).keys() == mine
    ]
    more = [
        2 * one.weight / (2 * one.places + 1)
        for one in alike
        if one.maximum is None or one.places < one.maximum
    ]
    less = [2 * one.weight / (2 * one.places - 1) for one in alike if one.places > one.minimum]
    divisors = Divisors(max(more, default=None), min(less, default=None))
    return division.model_copy(
        update={
            "divisors": (divisors.lower, divisors.upper),
            "divisor": divisors.simple(),
            "total": sum(one.places for one in alike),
        }
    )
