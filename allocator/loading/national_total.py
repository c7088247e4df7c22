# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Another national total: every published task keeps its part of the country's.

Who claims a part are the provinces whose task is published, and one claimant for all the others. So
the task of a province is the same, whichever provinces a scenario names. Sainte-Laguë rounds it, as
all tasks that are not published: of a larger total no province gets less, and one divisor is enough
to redo every task.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction
from math import floor
from typing import Literal

from allocator.apportionment.division import Divided, divide
from allocator.loading.reference_rows import RamingRow
from models.places import Places
from models.raming import COUNTRY, OTHERS, NationalTotal, Task
from models.scenario import Scenario
from models.territory import Territory

HALF = Fraction(1, 2)


def national_total(scenario: Scenario, rows: Mapping[str, RamingRow]) -> NationalTotal | None:
    """The national total that a scenario asks for, beside that of its raming.

    Args:
        scenario: the settings.
        rows: its version of the raming, by area; none where that is unknown.
    """
    asked, country = scenario.task.national_total, rows.get(COUNTRY)
    if asked is None or country is None:
        return None
    return NationalTotal(total=asked, published=country.total, row=country.row)


def scaled_rows(
    rows: Mapping[str, RamingRow], national: NationalTotal | None, provinces: Collection[str]
) -> tuple[dict[str, RamingRow], tuple[Divided, ...]]:
    """The raming with another national total, and how its tasks follow.

    Args:
        rows: the raming as published, by area.
        national: what is asked; None, or what is published: the rows stay as they are.
        provinces: codes of all of them.
    """
    if national is None or not national.what_if:
        return dict(rows), ()
    total = _scaled(rows, national, provinces, "total")
    amv = _scaled(rows, national, provinces, "amv")
    found = {}
    for area, row in rows.items():
        changes = {
            "total": _of(area, total, row.total),
            "amv": None if row.amv is None else _of(area, amv, row.amv),
            "status": "estimated",
        }
        found[area] = row.model_copy(update=changes)
    return found, tuple(one for one in (total, amv) if one is not None)


def _of(area: str, divided: Divided | None, published: int) -> int:
    """The scaled figure of a province, or of the country: what all claimants have."""
    if divided is None:
        return published
    return divided.division.total if area == COUNTRY else divided.places[area]


def _scaled(
    rows: Mapping[str, RamingRow],
    national: NationalTotal,
    provinces: Collection[str],
    what: Literal["total", "amv"],
) -> Divided | None:
    """The published figures and what they leave of the country's, all at the same scale."""
    published = {
        area: places
        for area, row in rows.items()
        if area != COUNTRY and (places := getattr(row, what)) is not None
    }
    country, weights = getattr(rows[COUNTRY], what), dict(published)
    if not published and country is None:
        return None
    if country is not None and len(published) < len(provinces):
        weights[OTHERS] = country - sum(published.values())
    places = floor(sum(weights.values()) * national.scale + HALF)
    return divide(
        "task",
        COUNTRY,
        what,
        {area: Fraction(weight) for area, weight in weights.items()},
        places,
        method="sainte_lague",
        lots=sorted(weights),
        row=national.row,
        scale=national.scale,
        terms=(places,),
        term_rows=(national.row, *(rows[area].row for area in published)),
    )


def scaled_regions(
    published: Mapping[str, Task], tasks: Mapping[str, Task], territory: Territory
) -> tuple[dict[str, Task], tuple[Divided, ...]]:
    """The tasks of regions where the country has another total: they share that of their province.

    Only where the task of every region of the province is published; else they are not known, and
    the task of a region is the sum of its shares.

    Args:
        published: the tasks of regions as published, by code.
        tasks: of the provinces of the scenario, at the other total.
        territory: which region lies where.
    """
    found: dict[str, Task] = {}
    divided: list[Divided] = []
    for province, task in tasks.items():
        inside = sorted(
            {one.region for one in territory.municipalities.values() if one.province == province}
        )
        if not published.keys() >= set(inside):
            continue
        total = _shared(province, "total", task.places.total, published, inside)
        amv = _shared(province, "amv", task.places.amv, published, inside)
        divided += [total, amv]
        for region in inside:
            minors = amv.places[region]
            found[region] = published[region].model_copy(
                update={
                    "places": Places(regular=total.places[region] - minors, amv=minors),
                    "total_status": "estimated",
                    "amv_status": "estimated",
                }
            )
    return found, tuple(divided)


def _shared(
    province: str,
    what: Literal["total", "amv"],
    places: int,
    published: Mapping[str, Task],
    regions: Collection[str],
) -> Divided:
    """The task of a province over its regions, pro rata of what was published for them."""
    weights = {
        region: published[region].places.amv if what == "amv" else published[region].places.total
        for region in regions
    }
    rows = (published[region] for region in regions)
    return divide(
        "task",
        province,
        what,
        {region: Fraction(weight) for region, weight in weights.items()},
        places,
        method="sainte_lague",
        lots=sorted(weights),
        terms=(places,),
        term_rows=tuple(one.amv_row or one.row if what == "amv" else one.row for one in rows),
    )
