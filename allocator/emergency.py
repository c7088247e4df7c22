# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Emergency places (crisisnoodopvang): who is asked for how many, so that regions reach a minimum.

Source: letter of the provincial table of Overijssel, spring 2023: "Per regio zijn minimaal 450
plekken crisisnoodopvangplekken (CNO) nodig". It does not say whether they are a part of the task
(which is filled "bij voorkeur regulier maar als niet anders kan ook noodopvang") or come on top:
that is a setting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from allocator.apportionment.division import Divided, divide
from models.emergency import Asked
from models.places import Places
from models.problem import Notice, Problem
from models.result import EmergencyResult, UnlocatedResult
from models.share import Shares


def ask(
    problem: Problem,
    shares: Shares,
    decisions: Mapping[str, Places],
    unlocated: Sequence[UnlocatedResult] = (),
) -> Asked:
    """Divide what each region lacks of its emergency places pro rata of the shares.

    Where emergency places are within the task, nobody is asked for more than is decided for it.
    Places that belong to no municipality, as those of a report, are decided as well: they are
    taken pro rata of the shares, an estimate.

    Args:
        problem: the settings and data.
        shares: what the key gives.
        decisions: per code what it counts and its rest. Who is not divided is not in it.
        unlocated: places that belong to no municipality.
    """
    settings = problem.scenario.emergency
    within = settings.counts == "within_task"
    spread = list(_spread(problem, shares, unlocated)) if within else []
    known = {code: places.total for code, places in decisions.items()}
    for part in spread:
        for code, places in part.places.items():
            known[code] = known.get(code, 0) + places
    regions, parts = [], []
    for region, minimum in settings.minimum.items():
        lacking = max(0, minimum - settings.available.get(region, 0))
        codes = [one.code for one in problem.municipalities if one.region == region]
        told = not within or decisions.keys() >= set(codes)
        most = {code: known[code] for code in codes} if within and told else None
        asked = lacking if most is None else min(lacking, sum(most.values()))
        if asked and told:
            parts.append(_divided(problem, shares, region, codes, asked, most))
        regions.append(
            EmergencyResult(
                region=region,
                name=problem.territory.name(region),
                minimum=minimum,
                available=settings.available.get(region, 0),
                asked=lacking,
                within_task=within,
                short=lacking - asked if told else None,
                row=problem.row(f"emergency.minimum.{region}"),
            )
        )
    return Asked(
        regions=tuple(regions),
        divisions=tuple(part.division for part in (*spread, *parts)),
        ties=tuple(tie for part in (*spread, *parts) for tie in part.ties),
        warnings=tuple(_estimated(problem, part) for part in spread),
    )


def _spread(
    problem: Problem, shares: Shares, unlocated: Sequence[UnlocatedResult]
) -> Iterator[Divided]:
    """The places without a municipality of every area in which a region has a minimum."""
    for area in sorted({one.area for one in unlocated}):
        inside = [one for one in problem.municipalities if area in (one.province, one.region)]
        total = sum(one.places.total for one in unlocated if one.area == area)
        if total and {one.region for one in inside} & problem.scenario.emergency.minimum.keys():
            codes = [one.code for one in inside]
            yield _divided(problem, shares, area, codes, total, None, "unlocated")


def _estimated(problem: Problem, part: Divided) -> Notice:
    area = problem.territory.name(part.division.area)
    return Notice(
        code="unlocated-estimated",
        message=f"emergency places within the task: {part.division.total:,} places of {area} "
        "belong to no municipality; for whom they are decided is an estimate, pro rata of the "
        "shares",
    )


def _divided(
    problem: Problem,
    shares: Shares,
    area: str,
    codes: list[str],
    asked: int,
    most: Mapping[str, int] | None,
    stage: Literal["emergency", "unlocated"] = "emergency",
) -> Divided:
    """Pro rata of the shares; a share of nothing weighs as one place."""
    return divide(
        stage,
        area,
        "total",
        {code: Fraction(max(1, shares.places[code].total)) for code in codes},
        asked,
        method=problem.scenario.distribution.method,
        lots=problem.lots,
        maximum=most,
        row=problem.row(f"emergency.minimum.{area}") if stage == "emergency" else "",
    )
