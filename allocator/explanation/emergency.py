# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Emergency places (crisisnoodopvang): what a region lacks, and who is asked for how many."""

from __future__ import annotations

from collections.abc import Iterator

from allocator.apportionment.by_hand import in_short, line_of
from allocator.explanation.reading import Reading, chapter, line, many
from allocator.explanation.rounding import rounded
from models import law
from models.explanation import Chapter, Line
from models.result import EmergencyResult, MunicipalityResult

HEADING = "Emergency places"


def emergency(reading: Reading, one: MunicipalityResult) -> Iterator[Chapter]:
    """What a municipality is asked for so that its region reaches its minimum."""
    for region in reading.result.emergency:
        if region.region == one.region_code:
            yield chapter(HEADING, *_region(reading, region), *_asked(reading, one))


def emergency_in(reading: Reading, province: str) -> Iterator[Chapter]:
    """What the regions of a province lack."""
    inside = {
        each.region_code for each in reading.result.municipalities if each.province == province
    }
    regions = [each for each in reading.result.emergency if each.region in inside]
    if regions:
        yield chapter(HEADING, *(line for each in regions for line in _all_of(reading, each)))


def _all_of(reading: Reading, region: EmergencyResult) -> Iterator[Line]:
    """What a region lacks, and how that is divided over everybody in it."""
    yield from _region(reading, region)
    for division in reading.result.divisions:
        if (division.stage, division.area) != ("emergency", region.region):
            continue
        yield _where(reading, region.within_task)
        yield line(
            f"{division.total:,} emergency places over {len(division.claims)} municipalities, pro "
            f"rata of the shares. {in_short(division)}",
            "",
            law.PUKELSHEIM,
            reading.setting("distribution.method"),
        )
        for claim in division.claims:
            said = f"{reading.name(claim.code)}, whose share is {claim.weight}:"
            if claim.maximum is not None and claim.places == claim.maximum:
                said = f"{said} no more than is decided for it,"
            setting = reading.setting("distribution.method")
            yield line(f"{said} {many(claim.places)}.", line_of(division, claim), setting)
        asked = [claim.places for claim in division.claims]
        yield line(
            f"All in {region.name} together.",
            f"{' + '.join(f'{places:,}' for places in asked)} = {division.total:,}",
            law.PRT_LETTER_2023,
        )


def _where(reading: Reading, within: bool) -> Line:
    where = "as a part of its decision" if within else "on top of its decision"
    return line(
        f"They are asked of everybody in the region {where}.",
        "",
        reading.setting("emergency.counts"),
    )


def _region(reading: Reading, region: EmergencyResult) -> Iterator[Line]:
    yield line(
        f"{region.name} has to reach {many(region.minimum, 'emergency')}; "
        f"{region.available:,} are there.",
        f"max(0, {region.minimum:,} - {region.available:,}) = {region.asked:,}",
        law.PRT_LETTER_2023,
        region.row,
        reading.setting("emergency.available"),
    )
    if region.short is None:
        yield line(
            "They are to be a part of the decisions, and there are none here: nobody is asked.",
            "",
            reading.setting("emergency.counts"),
        )
    elif region.short:
        yield line(
            f"Nobody is asked for more than is decided for it, and that is "
            f"{region.asked - region.short:,} places in {region.name} together: {region.short:,} "
            "cannot be asked.",
            f"{region.asked:,} - {region.asked - region.short:,} = {region.short:,}",
            reading.setting("emergency.counts"),
        )


def _asked(reading: Reading, one: MunicipalityResult) -> Iterator[Line]:
    for division, claim in reading.claims("unlocated", one.code):
        said = (
            f"{reading.name(division.area)} has {many(division.total)} that belong to no "
            "municipality. To judge what is within the task they are taken pro rata of the shares, "
            "an estimate. Of"
        )
        yield from rounded(reading, division, claim, said)
        decided = one.decision.total if one.decision else 0
        yield line(
            f"So {one.name} can be asked for {many(decided + claim.places)} at most.",
            f"{decided:,} + {claim.places:,} = {decided + claim.places:,}",
            reading.setting("emergency.counts"),
        )
    for division, claim in reading.claims("emergency", one.code):
        yield _where(reading, claim.maximum is not None)
        weight = "Divided pro rata of the shares. Asked of"
        yield from rounded(reading, division, claim, weight)
