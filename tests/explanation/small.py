# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Small problems from a seed: three to five municipalities whose rules often exclude a division."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from models.counted import Counted
from models.places import Places, total_of
from models.problem import KeyFigures, Problem
from models.raming import Task
from models.scenario import Scenario
from models.share import Shares, Weight
from models.territory import Gazetteer, Municipality, Territory

NAMES = ("Aa", "Bee", "Cee", "Dee", "Ee")


@dataclass(frozen=True)
class Small:
    """A problem with the stages before the division already done."""

    problem: Problem
    shares: Shares
    counted: Counted


def small(seed: int) -> Small:
    """The problem of a seed."""
    luck = random.Random(seed)
    provinces = 2 if luck.random() < 0.15 else 1
    municipalities = _municipalities(luck, provinces)
    codes = [one.code for one in municipalities]
    share = {code: _places(luck, (0, 1, 2, 3, 4, 6)) for code in codes}
    has = {code: _places(luck, (0, 0, 0, 1, 2)) for code in codes}
    by_region = luck.random() < 0.2
    areas: dict[str, list[str]] = {}
    for one in municipalities:
        areas.setdefault(one.region if by_region else one.province, []).append(one.code)
    tasks = {}
    for area, inside in areas.items():
        rest = Places(regular=luck.randint(0, 4), amv=luck.randint(0, 3))
        tasks[area] = Task(area=area, places=total_of([*(has[code] for code in inside), rest]))
    settings = _settings(luck, municipalities)
    settings["by"] = "region" if by_region else "province"
    return finished(municipalities, share, has, tasks, settings)


def finished(
    municipalities: tuple[Municipality, ...],
    share: dict[str, Places],
    has: dict[str, Places],
    tasks: dict[str, Task],
    settings: dict[str, Any],
) -> Small:
    """A problem made of what is known of it."""
    nothing = dict.fromkeys(share, Places())
    problem = Problem(
        scenario=Scenario.model_validate(
            {"name": "small", "distribution": settings, "solver": {"workers": 1}}
        ),
        sha256="",
        territory=_territory(municipalities),
        municipalities=municipalities,
        tasks=tasks,
        region_tasks=tasks,
        figures=KeyFigures({}, {}, {}, "", {}, {}),
        offers=(),
        exchanges=(),
        lines={},
        warnings=(),
        inputs=(),
    )
    weights = {code: Weight(Fraction(1), "computed", {}, ()) for code in share}
    return Small(
        problem,
        Shares(weights, share, (), ()),
        Counted(has, nothing, (), (), (), (), (), (), ()),
    )


def _municipalities(luck: random.Random, provinces: int) -> tuple[Municipality, ...]:
    many = luck.randint(3, 5) if provinces == 1 else 4
    return tuple(
        Municipality(
            code=f"GM000{number}",
            name=NAMES[number],
            province=f"PV{number % provinces}",
            region=f"VR{number % provinces}{int(number >= many - 2)}",
            latitude=Fraction(),
            longitude=Fraction(),
        )
        for number in range(many)
    )


def _territory(municipalities: tuple[Municipality, ...]) -> Territory:
    return Territory(
        municipalities={one.code: one for one in municipalities},
        provinces=Gazetteer({one.province: f"Province {one.province}" for one in municipalities}),
        regions=Gazetteer({one.region: f"Region {one.region}" for one in municipalities}),
        places=Gazetteer({one.code: one.name for one in municipalities}),
    )


def _places(luck: random.Random, numbers: tuple[int, ...]) -> Places:
    return Places(regular=luck.choice(numbers), amv=luck.choice(numbers))


def _settings(luck: random.Random, municipalities: tuple[Municipality, ...]) -> dict[str, Any]:
    codes = [one.code for one in municipalities]
    regions = sorted({one.region for one in municipalities})
    return {
        "eligible": luck.choice(("below_share", "below_share", "all", "named")),
        "named": luck.sample(codes, luck.randint(0, len(codes))),
        "per_kind": luck.random() < 0.7,
        "exempt": luck.sample(codes, luck.choice((0, 0, 1, 1, 2))),
        "base": luck.choice(("share", "share", "gap")),
        "minimum_site": {
            "regular": luck.choice((0, 0, 0, 2, 4, 5)), "amv": luck.choice((0, 0, 0, 2, 3, 5))
        },
        "limits": {code: _limits(luck) for code in codes if luck.random() < 0.4},
        "region_limits": {region: _limits(luck) for region in regions if luck.random() < 0.25},
        "most_participants": {
            "regular": luck.choice((None, None, None, 1, 2)),
            "amv": luck.choice((None, None, 0, 1, 2)),
        },
    }  # fmt: skip


def _limits(luck: random.Random) -> dict[str, dict[str, int | None]]:
    kinds = luck.sample(("regular", "amv", "total"), luck.choice((1, 1, 2)))
    return {kind: _bound(luck) for kind in kinds}


def _bound(luck: random.Random) -> dict[str, int | None]:
    least = luck.choice((0, 0, 0, 0, 1, 2, 4))
    return {"min": least, "max": luck.choice((None, least, least + luck.randint(0, 2)))}
