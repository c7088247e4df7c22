# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Arguments checked and put in the one form that the methods work on: integers, in lot order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TypeVar

from allocator.apportionment.errors import ApportionmentError, CannotApportion
from allocator.apportionment.given import by_name, plain
from allocator.apportionment.methods import METHODS
from allocator.apportionment.result import Tie

Key = TypeVar("Key", str, tuple[str, str])


@dataclass(frozen=True, slots=True)
class Claims:
    """The claimants with weight, in lot order, so that an index is a place in the lot order.

    Attributes:
        names: who they are.
        weights: their weights times `scale`, all whole and positive.
        scale: the common denominator of the weights.
        prior: places already held.
        lower: least number of places now.
        upper: greatest number of places now; `places + 1` stands for no bound, since nobody can
            reach it.
        places: places to divide among them.
        everyone: all claimants in the order of the input, each with its minimum.
    """

    names: tuple[str, ...]
    weights: list[int]
    scale: int
    prior: list[int]
    lower: list[int]
    upper: list[int]
    places: int
    everyone: dict[str, int]

    def named(self, seats: list[int]) -> dict[str, int]:
        """Return the places of all claimants in the order of the input."""
        return self.everyone | dict(zip(self.names, seats, strict=True))

    def tie(self, drawn: list[int], losers: list[int]) -> tuple[Tie, ...]:
        """Return the tie between who drew a place and who did not, if there is one."""
        if not losers:
            return ()
        tied = tuple(sorted(self.names[i] for i in (*drawn, *losers)))
        return (Tie(tied, len(drawn), tuple(self.names[i] for i in sorted(drawn))),)


def read_claims(
    weights: Mapping[str, int | Fraction],
    total: int,
    method: str,
    minimum: Mapping[str, int] | None,
    maximum: Mapping[str, int | None] | None,
    prior: Mapping[str, int] | None,
    lots: Sequence[str] | None,
) -> Claims:
    """Check every argument of `apportion` and bring them in one form.

    Raises:
        ApportionmentError: an argument is wrong.
        CannotApportion: the bounds and the total exclude one another.
    """
    weights, total = by_name("weights", weights), plain(total)
    if method not in METHODS:
        raise ApportionmentError(
            f"method {method!r} is not known; choose one of {', '.join(METHODS)}"
        )
    check_whole("total", total)
    for name, weight in weights.items():
        check_weight(f"the weight of {name!r}", weight)
    least = _read_counts("minimum", minimum, weights)
    held = _read_counts("prior", prior, weights)
    bounds = by_name("maximum", maximum)
    most = _read_counts("maximum", _without_none(bounds), weights)
    _check_bounds(weights, total, least, most)

    names = tuple(name for name in read_lots(lots, weights) if weights[name])
    scale = lcm(*(weight.denominator for weight in weights.values()))
    everyone = {name: least.get(name, 0) for name in weights}
    places = total - sum(least.get(name, 0) for name, weight in weights.items() if not weight)
    return Claims(
        names=names,
        weights=[weights[name].numerator * (scale // weights[name].denominator) for name in names],
        scale=scale,
        prior=[held.get(name, 0) for name in names],
        lower=[everyone[name] for name in names],
        upper=[min(most.get(name, places + 1), places + 1) for name in names],
        places=places,
        everyone=everyone,
    )


def check_weight(what: str, weight: object) -> None:
    """Refuse a weight that is not an exact number of zero or more."""
    if isinstance(weight, bool) or not isinstance(weight, int | Fraction):
        raise ApportionmentError(
            f"{what} is {weight!r}, of type {type(weight).__name__}: only exact numbers can "
            "decide who gets a place; give an int or a fractions.Fraction"
        )
    if weight < 0:
        raise ApportionmentError(
            f"{what} is {weight}: nobody has less than no claim; give zero or more"
        )


def check_whole(what: str, count: object) -> None:
    """Refuse a count of places that is not a whole number of zero or more."""
    if isinstance(count, bool) or not isinstance(count, int) or count < 0:
        raise ApportionmentError(
            f"{what} is {count!r}: places are counted whole; give an int of zero or more"
        )


def read_lots(lots: Sequence[Key] | None, known: Mapping[Key, object]) -> list[Key]:
    """Return all of `known`: first as `lots` names them, then the others in sorted order."""
    if isinstance(lots, str):
        raise ApportionmentError(f"lots is the text {lots!r}; give a list of names")
    if lots is not None and not isinstance(lots, Sequence):
        raise ApportionmentError(
            f"lots is of type {type(lots).__name__}; give a list of names, first goes first"
        )
    named = list(lots or ())
    _check_known("lots", named, known)
    first = set(named)
    if len(first) < len(named):
        twice = sorted({name for name in named if named.count(name) > 1})
        raise ApportionmentError(
            f"lots names {listed(twice)} more than once; a lot order names each at most once"
        )
    try:
        return named + sorted(name for name in known if name not in first)
    except TypeError as problem:
        raise ApportionmentError(
            "the names are of several types, which have no order; give all of them as texts"
        ) from problem


def _read_counts(
    what: str, counts: Mapping[str, int] | None, known: Mapping[str, object]
) -> Mapping[str, int]:
    counts = by_name(what, counts)
    _check_known(what, counts, known)
    for name, count in counts.items():
        check_whole(f"the {what} of {name!r}", count)
    return counts


def _without_none(counts: Mapping[str, int | None]) -> dict[str, int]:
    return {name: count for name, count in counts.items() if count is not None}


def _check_known(what: str, names: Collection[Key], known: Collection[Key]) -> None:
    strangers = [name for name in names if name not in known]
    if strangers:
        raise ApportionmentError(
            f"{what} names {listed(strangers)}, without a weight; correct the name, or give a "
            "weight (0 for no claim)"
        )


def _check_bounds(
    weights: Mapping[str, int | Fraction],
    total: int,
    least: Mapping[str, int],
    most: Mapping[str, int],
) -> None:
    for name, count in most.items():
        if count < least.get(name, 0):
            raise ApportionmentError(
                f"{name!r} has a minimum of {least[name]} and a maximum of {count}; lower the "
                "minimum or raise the maximum"
            )
    needed = sum(least.values())
    if needed > total:
        holders = tuple(name for name in weights if least.get(name))
        raise CannotApportion(
            f"the minima of {listed(holders)} sum to {needed}, {needed - total} more than the "
            f"{total} places there are; lower the minima or raise the total",
            needed=needed,
            available=total,
            claimants=holders,
        )
    if any(weight and name not in most for name, weight in weights.items()):
        return
    room = sum(most[name] if weight else least.get(name, 0) for name, weight in weights.items())
    if room < total:
        raise CannotApportion(
            f"{total} places have to go somewhere, but {listed(tuple(weights))} can take only "
            f"{room}: the maxima of those with weight, and the minima of those without; "
            f"{total - room} are left; raise the maxima or lower the total",
            needed=total,
            available=room,
            claimants=tuple(weights),
        )


def listed(names: Sequence[object], shown: int = 8) -> str:
    """Write names for a message; of a long list the first few and the number of others."""
    text = ", ".join(repr(name) for name in names[:shown])
    return f"{text} and {len(names) - shown} more" if len(names) > shown else text or "nobody"
