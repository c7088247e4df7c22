# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations in tasks that follow another national total."""

from __future__ import annotations

from collections.abc import Callable

from tests.filled import FILLED
from tests.verification.planted import BASE, LATER, Json, put, set_

LESS = (*LATER, "task.national_total=76000")
LESS_BY_REGION = (*BASE, "task.national_total=76000", "distribution.by=region")
LESS_IN_COUNTRY = (FILLED, "provinces=[PV23, PV29]", "task.national_total=76000")
AS_PUBLISHED = (*LATER, "task.national_total=88000")


def tasked(number: int, change: Callable[[Json], None]) -> Callable[[Json], None]:
    """Change one of the divisions of tasks."""
    return lambda v: change([one for one in v["divisions"] if one["stage"] == "task"][number])


PLANTED_NATIONAL_TOTAL: list[tuple[list[str], tuple[str, ...], Callable[[Json], None]]] = [
    (
        ["tell_national_total: the national total asked: 76001, must be 76000"],
        LESS,
        set_("national_total.total", 76_001),
    ),
    (
        [
            "tell_national_total: the national total asked: None, must be 76000",
            "tell_national_total: figures that follow it: total, amv",
        ],
        LESS,
        set_("national_total", None),
    ),
    (
        ["tell_national_total: figures that follow it: amv"],
        LESS,
        lambda v: v["divisions"].pop(0),
    ),
    (
        ["tell_national_total: figures that follow it: total"],
        AS_PUBLISHED,
        lambda v: v["divisions"].append({**v["divisions"][0], "stage": "task", "scale": "1"}),
    ),
    (
        ["scale_tasks[total]: the asked total, of the published one: 1, must be 19/22"],
        LESS,
        tasked(0, lambda one: one.update(scale="1")),
    ),
    (
        ["scale_tasks[total]: 76001 of 76000"],
        LESS,
        tasked(0, lambda one: one.update(total=76_001)),
    ),
    (
        ["scale_tasks[amv]: 319 of 3515/11"],
        LESS,
        tasked(1, lambda one: one.update(total=319)),
    ),
    (
        ["scale_tasks[total]: the published tasks add up to: 88001, must be 88000"],
        LESS,
        tasked(0, lambda one: one["claims"][0].update(weight="5802")),
    ),
    (
        ["scale_tasks[total]: what is left for all other provinces: 70990, must be 70989"],
        LESS_IN_COUNTRY,
        tasked(0, lambda one: one["claims"][1].update(places=70_989)),
    ),
    (
        ["scale_tasks[PV23.total]: total task: 5010, must be 5009"],
        LESS,
        tasked(0, lambda one: one["claims"][0].update(places=5_009)),
    ),
    (
        ["scale_tasks[PV23.amv]: amv task: 321, must be 320"],
        LESS,
        lambda v: put(v["provinces"][0]["task"], "amv", 1),
    ),
    (
        [
            "scale_tasks[PV23]: the task is: published, must be estimated",
            "estimate_tasks[PV23]: the amv task is: published, must be estimated",
        ],
        LESS,
        set_("provinces.0.task_status", "published"),
    ),
    (
        ["weigh_by_key[GM0141]: the share is: published, must be estimated"],
        LESS_BY_REGION,
        set_("municipalities.0.share_status", "published"),
    ),
    (
        ["scale_regions[PV23.total]: the task of the province: 5008, must be 5007"],
        LESS_BY_REGION,
        tasked(2, lambda one: one.update(total=5_008)),
    ),
    (
        ["scale_regions[VR04.total]: the task of the region: 2414, must be 2415"],
        LESS_BY_REGION,
        tasked(2, lambda one: one["claims"][0].update(places=2_415)),
    ),
    (
        ["scale_regions[VR05.amv]: the task of the region: 221, must be 220"],
        LESS_BY_REGION,
        lambda v: put(v["areas"][1]["task"], "amv", 1),
    ),
    (
        ["scale_regions[PV23.total]: only another national total scales regions"],
        LESS_BY_REGION,
        set_("national_total", None),
    ),
]
