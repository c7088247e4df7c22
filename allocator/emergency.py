# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Emergency places (crisisnoodopvang): who is asked for how many, so that regions reach a minimum.

Source: letter of the provincial table of Overijssel, spring 2023: "Per regio zijn minimaal 450
plekken crisisnoodopvangplekken (CNO) nodig". It does not say whether they are a part of the task
(which is filled "bij voorkeur regulier maar als niet anders kan ook noodopvang") or come on top:
that is a setting.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from allocator.apportionment.division import Divided, divide
from models.emergency import Asked
from models.places import Places
from models.problem import Problem
from models.result import EmergencyResult
from models.share import Shares


def ask(problem: Problem, shares: Shares, decisions: Mapping[str, Places]) -> Asked:
    """Divide what each region lacks of its emergency places pro rata of the shares.

    Args:
        problem: the settings and data.
        shares: what the key gives.
        decisions: per code what it counts and its rest; nobody is asked for more than that where
            emergency places are within the task. Who is not divided is not in it.
    """
    settings = problem.scenario.emergency
    regions, parts = [], []
    for region, minimum in settings.minimum.items():
        lacking = max(0, minimum - settings.available.get(region, 0))
        codes = [one.code for one in problem.municipalities if one.region == region]
        within = settings.counts == "within_task"
        known = not within or decisions.keys() >= set(codes)
        most = {code: decisions[code].total for code in codes} if within and known else None
        asked = lacking if most is None else min(lacking, sum(most.values()))
        if asked and known:
            parts.append(_divided(problem, shares, region, codes, asked, most))
        regions.append(
            EmergencyResult(
                region=region,
                name=problem.territory.name(region),
                minimum=minimum,
                available=settings.available.get(region, 0),
                asked=lacking,
                within_task=within,
                short=lacking - asked if known else None,
                row=problem.row(f"emergency.minimum.{region}"),
            )
        )
    return Asked(
        regions=tuple(regions),
        divisions=tuple(part.division for part in parts),
        ties=tuple(tie for part in parts for tie in part.ties),
    )


def _divided(
    problem: Problem,
    shares: Shares,
    region: str,
    codes: list[str],
    asked: int,
    most: Mapping[str, int] | None,
) -> Divided:
    """Pro rata of the shares; a share of nothing weighs as one place."""
    return divide(
        "emergency",
        region,
        "total",
        {code: Fraction(max(1, shares.places[code].total)) for code in codes},
        asked,
        method=problem.scenario.distribution.method,
        lots=problem.lots,
        maximum=most,
        row=problem.row(f"emergency.minimum.{region}"),
    )
