# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The bounds that bear on the rest places of a municipality, and which of them decided."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from allocator.explanation.reading import Reading, line, many
from models.division import Claim, Division
from models.explanation import Line
from models.places import Kind
from models.result import MunicipalityResult

DECIDED = " This bound decided."


def bounds(
    reading: Reading,
    one: MunicipalityResult,
    kind: Kind,
    division: Division,
    claim: Claim,
    arithmetic: str,
) -> Iterator[Line]:
    """The minimum site, the limits of the municipality, and those it shares with others.

    Args:
        reading: the run.
        one: the municipality.
        kind: of the places.
        division: the apportionment.
        claim: the municipality in it.
        arithmetic: the line of arithmetic that was printed for it; it says which bound decided.
    """
    yield from _minimum_site(reading, one, kind, claim, arithmetic)
    yield from _participants(reading, one, kind, division, claim)
    yield from _own_limits(reading, one, kind, claim, arithmetic)
    yield from _cap(reading, one, kind, claim, arithmetic)
    yield from _shared_limits(reading, one, division, claim)


def _minimum_site(
    reading: Reading, one: MunicipalityResult, kind: Kind, claim: Claim, arithmetic: str
) -> Iterator[Line]:
    minimum, has = reading.settings.distribution.minimum_site.of(kind), one.counted.of(kind)
    setting = reading.setting(f"distribution.minimum_site.{kind}")
    if has >= minimum:
        return
    if not claim.takes_part:
        yield line(
            f"A site of {minimum:,} {kind} places would ask {many(minimum - has)} of {one.name}. "
            "Who takes part is chosen such that the places lie as near to pro rata as possible; in "
            "that choice it is left out. Ask `--why-not` what taking part would cost.",
            f"{minimum:,} - {has:,} = {minimum - has:,}",
            setting,
        )
        return
    decided = DECIDED if f"at least {minimum - has:,}:" in arithmetic else ""
    yield line(
        f"It takes part, so it comes to the minimum site of {minimum:,} {kind} places with what it "
        f"counts.{decided}",
        f"{has:,} + {claim.places:,} >= {minimum:,}",
        setting,
    )


def _participants(
    reading: Reading, one: MunicipalityResult, kind: Kind, division: Division, claim: Claim
) -> Iterator[Line]:
    """How many may take part, where that leaves somebody out who would get places otherwise."""
    most = reading.settings.distribution.most_participants.of(kind)
    area = reading.areas[one.province, reading.area_of(one)]
    members = {other.code for other in reading.members(area)}
    claims = [other for other in division.claims if other.kind == kind and other.code in members]
    taking = [other.code for other in claims if other.takes_part and other.places]
    if most is None or all(other.takes_part for other in claims):
        return
    what = (
        f"At most {most:,} municipalities of {area.name} get {kind} places; {len(taking):,} do. "
        "Who takes part is chosen such that the places lie as near to pro rata as possible; "
    )
    if claim.takes_part:
        said = f"{one.name} is one of them."
    else:
        said = (
            f"in that choice {one.name} is left out. Ask `--why-not` what taking part would cost."
        )
    setting = reading.setting(f"distribution.most_participants.{kind}")
    yield line(what + said, f"{len(taking):,} <= {most:,}", setting)


def _own_limits(
    reading: Reading, one: MunicipalityResult, kind: Kind, claim: Claim, arithmetic: str
) -> Iterator[Line]:
    limits = reading.settings.distribution.limits.get(one.code)
    if limits is None:
        return
    bound, path = limits.of(kind), f"distribution.limits.{one.code}.{kind}"
    if bound.min:
        decided = DECIDED if f"at least {bound.min:,}:" in arithmetic else ""
        yield line(
            f"The scenario asks at least {many(bound.min, kind)} of it.{decided}",
            f"{claim.places:,} >= {bound.min:,}",
            reading.setting(f"{path}.min"),
        )
    if bound.max is not None:
        decided = DECIDED if f"at most {bound.max:,}:" in arithmetic else ""
        yield line(
            f"The scenario allows it at most {many(bound.max, kind)}.{decided}",
            f"{claim.places:,} <= {bound.max:,}",
            reading.setting(f"{path}.max"),
        )


def _cap(
    reading: Reading, one: MunicipalityResult, kind: Kind, claim: Claim, arithmetic: str
) -> Iterator[Line]:
    """The part of its own share that it may come to."""
    part = reading.settings.distribution.cap.of(kind)
    if part is None:
        return
    share, has = one.share.of(kind), one.counted.of(kind)
    setting = reading.setting(f"distribution.cap.{kind}")
    whole = floor(part * share)
    if whole < has:
        yield line(
            f"The scenario lets a municipality come to at most {part} x its own share of {kind} "
            "places; it counts more already, so it keeps that and gets no rest places.",
            f"{exactly(part)} x {share:,} < {has:,}",
            setting,
        )
        return
    decided = DECIDED if f"at most {whole - has:,}:" in arithmetic else ""
    yield line(
        f"The scenario lets a municipality come to at most {part} x its own share of {kind} "
        f"places, in whole places: {whole:,}. What it counts and its rest places stay within that."
        f"{decided}",
        f"{has:,} + {claim.places:,} <= {exactly(part)} x {share:,}",
        setting,
    )


def exactly(part: Fraction) -> str:
    """`3 / 2`, as it is computed with; `1` of a whole number."""
    if part.denominator == 1:
        return f"{part.numerator:,}"
    return f"{part.numerator:,} / {part.denominator:,}"


def _shared_limits(
    reading: Reading, one: MunicipalityResult, division: Division, claim: Claim
) -> Iterator[Line]:
    """Limits on sums that move its divisor: those with a multiplier, but for the rest itself."""
    for name in reading.sums(division, claim):
        yield from shared_limit(reading, division, name, f" of {one.name}")


def shared_limit(
    reading: Reading, division: Division, name: str, whose: str = "s in it"
) -> Iterator[Line]:
    """A limit on a sum of several claimants that is reached, and so moves their divisor."""
    rule, _, what = name.partition("[")
    section = {"respect_limits": "limits", "respect_region_limits": "region_limits"}.get(rule)
    multiplier = division.multipliers[name]
    if section is None or not multiplier:
        return
    code, _, kind = what.rstrip("]").rpartition(".")
    settings = reading.settings.distribution
    limits = (settings.limits if section == "limits" else settings.region_limits)[code]
    bound = limits.amv if kind == "amv" else limits.regular if kind == "regular" else limits.total
    at_most = multiplier < 0
    limit = (bound.max if at_most else bound.min) or 0
    together = sum(
        claim.places for claim in division.claims if name in reading.sums(division, claim)
    )
    places = "both kinds" if kind == "total" else f"{kind} places"
    yield line(
        f"The scenario {'allows' if at_most else 'asks'} {reading.name(code)} at "
        f"{'most' if at_most else 'least'} {limit:,} of the rest ({places} together). That limit "
        f"is reached, and it {'lowers' if at_most else 'raises'} the number{whose}.",
        f"{together:,} = {limit:,}",
        reading.setting(f"distribution.{section}.{code}.{kind}.{'max' if at_most else 'min'}"),
    )
