# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The grant of Act 9(3): what is above 75 % in a province, and what a municipality gets of it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from allocator.apportionment.by_hand import plain, worth
from allocator.explanation.reading import Reading, chapter, line
from models import law
from models.explanation import Chapter, Line
from models.grant import CENTS, GrantOfProvince, GrantShare
from models.places import KINDS
from models.result import MunicipalityResult

HEADING = "Grant"


def grant_of(reading: Reading, one: MunicipalityResult) -> Iterator[Chapter]:
    """What a municipality gets, where the run tells it."""
    for province in _told(reading, one.province):
        (share,) = (each for each in province.municipalities if each.code == one.code)
        yield chapter(HEADING, *_above(reading, province), *_share(reading, province, share))


def grant_in(reading: Reading, code: str) -> Iterator[Chapter]:
    """What is above 75 % in a province, where the run tells it."""
    for province in _told(reading, code):
        yield chapter(HEADING, *_above(reading, province))


def _told(reading: Reading, code: str) -> list[GrantOfProvince]:
    grant = reading.result.grant
    return [one for one in grant.provinces if one.code == code] if grant else []


def _above(reading: Reading, one: GrantOfProvince) -> Iterator[Line]:
    below = one.threshold // 1
    yield line(
        f"There is a grant for each place with which 75 % of the number of {one.name} is exceeded; "
        f"place number {below + 1:,} is the first.",
        f"{one.number:,} x 3 / 4 = {plain(one.threshold)}",
        law.ACT_GRANT,
        rows=(one.row,),
    )
    there = one.provided + one.unlocated
    paid = f" - {one.paid:,}" if one.paid else ""
    yield line(
        f"{there:,} places are taken as provided in {one.name}, of which {one.paid:,} had a grant "
        f"already: there is one for {one.above:,}.",
        f"max(0, {there:,} - {below:,}{paid}) = {one.above:,}",
        law.ACT_GRANT,
        reading.setting("grant.places"),
        reading.setting("grant.paid") if one.paid else "",
    )


def _share(reading: Reading, province: GrantOfProvince, share: GrantShare) -> Iterator[Line]:
    if not share.provided:
        yield line(f"{share.name} provides no place, so it gets no grant.", "", law.ACT_GRANT)
        return
    if not share.meets:
        said = f"{share.name} has not met its task by these places, so it gets no grant."
        for kind in KINDS:
            has, task = share.provided.of(kind), share.task.of(kind)
            if has < task:
                yield line(said, f"{has:,} < {task:,}", law.ACT_GRANT)
        return
    if not province.divided:
        return
    own = reading.result.grant.province_part if reading.result.grant else None
    together = sum(each.weight for each in province.municipalities)
    rest = 1 - (own or Fraction(0))
    factor = f" x {plain(rest)}" if own else ""
    yield line(
        f"{share.name} has met its task and gets its part pro rata of the places that it provides, "
        f"{share.weight:,} of {together:,}: a grant for {share.places:,}.",
        f"{province.above:,}{factor} x {share.weight:,} / {together:,} {worth(share.exact)}",
        law.ACT_GRANT,
        reading.setting("grant.province_part"),
    )
    if share.cents is not None and province.cents is not None:
        exact = Fraction(province.cents, CENTS) * share.exact / province.above
        yield line(
            f"In euros, to the cent: {share.cents // CENTS:,}.{share.cents % CENTS:02}.",
            f"{plain(Fraction(province.cents, CENTS))}{factor} x {share.weight:,} / {together:,} "
            f"{worth(exact)}",
            law.ACT_GRANT,
            reading.setting("grant.euros_per_place"),
        )
