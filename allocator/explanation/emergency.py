# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Emergency places (crisisnoodopvang): what a region lacks, and who is asked for how many."""

from __future__ import annotations

from collections.abc import Iterator

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
        yield chapter(HEADING, *(line for each in regions for line in _region(reading, each)))


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
            f"Nobody is asked for more than its decision, and the decisions in {region.name} are "
            f"{region.asked - region.short:,} places together: {region.short:,} cannot be asked.",
            f"{region.asked:,} - {region.asked - region.short:,} = {region.short:,}",
            reading.setting("emergency.counts"),
        )


def _asked(reading: Reading, one: MunicipalityResult) -> Iterator[Line]:
    for division, claim in reading.claims("emergency", one.code):
        within = claim.maximum is not None
        where = "as a part of its decision" if within else "on top of its decision"
        yield line(f"They are asked of everybody in the region {where}.", "",
                   reading.setting("emergency.counts"))  # fmt: skip
        weight = "Divided pro rata of the shares. Asked of"
        yield from rounded(reading, division, claim, weight)
