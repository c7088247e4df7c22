# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Small provinces in full: municipalities, shares, offers and rules, by hand or from a seed."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from allocator.distribution import distribute
from models.counted import Counted
from models.distributed import Distributed
from models.places import Kind, Places, total_of
from models.problem import KeyFigures, Problem
from models.raming import Task
from models.result import UnlocatedResult
from models.scenario import DistributionSettings, Scenario, Solver
from models.share import Shares
from models.territory import Gazetteer, Municipality, Territory

NAMES = {"A": "Aadorp", "B": "Beuningen", "C": "Ceintuur", "D": "Daarle", "E": "Espelo"}


@dataclass(frozen=True)
class Province:
    """One province: what every municipality should have, what it has, and the rules.

    Attributes:
        shares: per municipality, in the order in which the tables give them.
        counted: what counts.
        regions: the region that each municipality lies in.
        task: of the province.
        settings: the scenario's chapter `distribution`.
        region_tasks: of regions, where each closes on its own.
        unlocated: places that belong to no municipality, per area.
        code: of the province.
    """

    shares: Mapping[str, Places]
    counted: Mapping[str, Places]
    regions: Mapping[str, str]
    task: Places
    settings: Mapping[str, Any] = field(default_factory=dict)
    region_tasks: Mapping[str, Places] = field(default_factory=dict)
    unlocated: Mapping[str, Places] = field(default_factory=dict)
    code: str = "PV"

    def under(self, **settings: Any) -> Province:
        """The same province under other rules."""
        return replace(self, settings={**self.settings, **settings})


def places(regular: int, amv: int) -> Places:
    return Places(regular=regular, amv=amv)


def divided(*provinces: Province, workers: int = 1) -> Distributed:
    """The rest of provinces (of one scenario) as the program divides it."""
    return distribute(*stated(*provinces, workers=workers))


def stated(*provinces: Province, workers: int = 1) -> tuple[Problem, Shares, Counted]:
    """What the stages before the distribution would hand to it."""
    municipalities = tuple(
        Municipality(code, NAMES[code], one.code, one.regions[code], Fraction(52), Fraction(6))
        for one in provinces
        for code in one.shares
    )
    regions = {code: f"Region {code}" for one in provinces for code in one.regions.values()}
    settings = DistributionSettings.model_validate(
        {name: value for one in provinces for name, value in one.settings.items()}
    )
    scenario = Scenario(
        provinces=tuple(one.code for one in provinces),
        distribution=settings,
        solver=Solver(time_limit_seconds=Fraction(30), workers=workers),
    )
    problem = Problem(
        scenario=scenario,
        sha256="",
        territory=Territory(
            municipalities={one.code: one for one in municipalities},
            provinces=Gazetteer({one.code: f"Province {one.code}" for one in provinces}),
            regions=Gazetteer(regions),
            places=Gazetteer(NAMES),
        ),
        municipalities=municipalities,
        tasks={one.code: Task(area=one.code, places=one.task) for one in provinces},
        region_tasks={
            code: Task(area=code, places=task)
            for one in provinces
            for code, task in one.region_tasks.items()
        },
        national_task=None,
        figures=KeyFigures({}, {}, {}, "", {}, {}),
        offers=(),
        exchanges=(),
        lines={},
        warnings=(),
        inputs=(),
    )
    shares = {code: share for one in provinces for code, share in one.shares.items()}
    counted = {code: has for one in provinces for code, has in one.counted.items()}
    unlocated = tuple(
        UnlocatedResult(area=area, places=amount, note="")
        for one in provinces
        for area, amount in one.unlocated.items()
    )
    return (
        problem,
        Shares(weights={}, places=shares, divisions=(), ties=()),
        Counted(
            places=counted,
            pooled={},
            offers=(),
            pooled_offers=(),
            exchanges=(),
            unlocated=unlocated,
            divisions=(),
            ties=(),
            warnings=(),
        ),
    )


def random_province(seed: int, *, coupled: bool) -> Province:
    """Four or five municipalities in two regions, with small rests and rules of every sort."""
    luck = random.Random(seed)
    names = luck.sample("ABCDE", luck.randint(4, 5))
    regions = {name: luck.choice(("R", "S")) for name in names} | {names[0]: "R", names[1]: "S"}
    # Few different shares, so that ties and shares of nothing are common.
    shares = {
        name: places(luck.choice((0, 2, 3, 3, 5, 8)), luck.choice((0, 1, 2, 2, 4)))
        for name in names
    }
    counted = {
        name: places(luck.choice((0, 0, 1, 2, 3, 6)), luck.choice((0, 0, 0, 1, 3)))
        for name in names
    }
    has = total_of(counted.values())
    task = places(
        max(0, has.regular + luck.randint(-1, 6)), max(0, has.amv + luck.choice((-1, 1, 2, 3, 4)))
    )
    settings: dict[str, Any] = {
        "by": luck.choice(("province", "province", "region")),
        "eligible": luck.choice(("below_share", "all", "all", "named")),
        "named": tuple(luck.sample(names, 3)),
        "per_kind": luck.random() < 0.6,
        "exempt": tuple(luck.sample(names, luck.choice((0, 0, 0, 1)))),
        "base": luck.choice(("share", "share", "gap")),
        "minimum_site": luck.choice(
            ({}, {"regular": 2}, {"amv": 2}, {"regular": 3, "amv": 2}, {"regular": 4, "amv": 3})
        ),
        "limits": _limits(luck, names, coupled=coupled),
        "region_limits": _region_limits(luck, coupled=coupled),
        "lots": tuple(luck.sample(names, luck.choice((0, 2, len(names))))),
    }
    inside = {
        region: total_of(counted[name] for name in names if regions[name] == region)
        for region in ("R", "S")
    }
    region_tasks = {
        region: places(amount.regular + luck.randint(0, 5), amount.amv + luck.randint(0, 4))
        for region, amount in inside.items()
    }
    return Province(shares, counted, regions, task, settings, region_tasks)


def _bound(luck: random.Random, most: int) -> dict[str, int]:
    low = luck.choice((0, 0, 1))
    return {"min": low, "max": low + luck.randint(0 if low else 1, most)}


def _limits(luck: random.Random, names: Sequence[str], *, coupled: bool) -> dict[str, Any]:
    kinds: tuple[Kind, ...] = ("amv", "regular")
    limits: dict[str, Any] = {}
    for name in names:
        mine = {kind: _bound(luck, 4) for kind in kinds if luck.random() < 0.2}
        if coupled and luck.random() < 0.4:
            mine["total"] = _bound(luck, 4)
        if mine:
            limits[name] = mine
    return limits


def _region_limits(luck: random.Random, *, coupled: bool) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    for region in ("R", "S"):
        mine: dict[str, Any] = {"amv": _bound(luck, 4)} if luck.random() < 0.25 else {}
        if coupled and (region == "R" or luck.random() < 0.3):
            low = luck.randint(0, 3)
            mine["total"] = {"min": low, "max": low + luck.randint(1, 5)}
        if mine:
            limits[region] = mine
    return limits
