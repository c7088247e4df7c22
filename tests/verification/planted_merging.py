# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations of the rules of a merge; see `planted`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.verification.planted import BASE, Json, municipality, put, set_

# At 8 km fifteen tasks are left undersized; without borders it is known what could come together.
NEAR = (*BASE, "merging.max_distance_km=8")
NEAR_ANYWHERE = (*NEAR, "merging.contiguous=false")
OFFERS = (*BASE, "merging.include_offers=true")
PROPOSED = (*BASE, "merging.proposed=[{kind: amv, host: Almelo, members: [Borne, Tubbergen]}]")
NO_LIMIT = (*BASE, "merging.room=null", "merging.within=any", "merging.minimum_site.regular=300")
SITES_FIRST = (*BASE, "merging.objectives=[undersized, sites, balance]")

WIERDEN = {"code": "GM0189", "name": "Wierden", "places": 14, "distance_km": 6.6}
TWENTERAND = {"code": "GM1700", "name": "Twenterand", "places": 11, "distance_km": 11.8}


def merge(value: Json, kind: str, host: str) -> Json:
    return next(one for one in value["merges"] if (one["kind"], one["host"]) == (kind, host))


def almelo(value: Json) -> Json:
    """Almelo hosts its own 19 amv places and the 9 of Borne."""
    return merge(value, "amv", "GM0141")


def at_almelo(**changes: Any) -> Callable[[Json], None]:
    return lambda value: almelo(value).update(changes)


def of_borne(**changes: Any) -> Callable[[Json], None]:
    return lambda value: almelo(value)["members"][1].update(changes)


def of_border(**changes: Any) -> Callable[[Json], None]:
    return lambda value: almelo(value)["borders"][0].update(changes)


def rule(path: str, new: Any) -> Callable[[Json], None]:
    """Another rule than the one by which the plan was made."""
    return set_(f"scenario.settings.merging.{path}", new)


def ommen(**changes: Any) -> Callable[[Json], None]:
    """Ommen has 10 regular places and nobody within 8 km."""
    return lambda value: value["undersized"][0].update(changes)


def dalfsen(**changes: Any) -> Callable[[Json], None]:
    """The nearest to Ommen."""
    return lambda value: value["undersized"][0]["nearest"][0].update(changes)


def objective(name: str, value: int | float | str) -> Callable[[Json], None]:
    """Another value of an objective, proven all the same."""

    def change(result: Json) -> None:
        found = next(one for one in result["objectives"] if one["name"] == name)
        found.update(value=value, bound=value)

    return change


def unproven(name: str) -> Callable[[Json], None]:
    """Leave an objective unproven that others come after."""

    def change(result: Json) -> None:
        found = next(one for one in result["objectives"] if one["name"] == name)
        found.update(bound=found["value"] - 1, proven=False)

    return change


PLANTED_MERGING: list[tuple[list[str], tuple[str, ...], Callable[[Json], None]]] = [
    # what is proven
    (
        ["prove_objectives[PV23.both.place_km]: proven after one that is not"],
        BASE,
        unproven("moved_tasks"),
    ),
    # where places stand
    (
        [
            "realise[GM0141.amv]: realised: 28, must be 19",
            "realise[GM0147.amv]: realised: 0, must be 9",
        ],
        BASE,
        lambda v: v["merges"].remove(almelo(v)),
    ),
    # tasks as a whole
    (
        [
            "merge_whole_tasks[amv.GM0141.GM0147]: places of the task: 8, must be 9",
            "merge_whole_tasks[amv.GM0141]: places together: 28, must be 27",
        ],
        BASE,
        of_borne(places=8),
    ),
    (
        ["merge_whole_tasks[amv.GM0141.GM0147]: places of the task: 9, must be 10"],
        BASE,
        lambda v: put(municipality(v, "Borne")["rest"], "amv", 1),
    ),
    (
        [
            "merge_whole_tasks[regular.GM0141.GM0189]: merges that it is in: 2, must be 1",
            "merge_whole_tasks[regular.GM0148.GM0189]: merges that it is in: 2, must be 1",
        ],
        BASE,
        lambda v: merge(v, "regular", "GM0148")["members"].append(WIERDEN),
    ),
    (
        ["merge_whole_tasks[amv.GM0141]: places together: 29, must be 28"],
        BASE,
        at_almelo(places=29),
    ),
    # Wierden counts 37 regular places: below a site of 100 they move with its task, or stay.
    (
        ["merge_whole_tasks[regular.GM0141.GM0189]: places of the task: 51, must be 14"],
        OFFERS,
        rule("include_offers", False),
    ),
    # hosts
    (
        ["host_own_task[regular.GM0141]: merges at this host: 2, must be 1"],
        BASE,
        lambda v: v["merges"].append(merge(v, "regular", "GM0141")),
    ),
    (
        ["host_own_task[amv.GM0141]: no task of another is realised here"],
        BASE,
        lambda v: almelo(v)["members"].pop(1),
    ),
    (
        ["host_own_task[amv.GM0141]: the host's own task of 19 is not realised here"],
        BASE,
        lambda v: almelo(v)["members"].pop(0),
    ),
    (
        ["host_own_task[amv.GM0141.GM1700]: merges that it hosts itself: 1, must be 0"],
        BASE,
        lambda v: almelo(v)["members"].append(TWENTERAND),
    ),
    # viable sites
    (
        ["merge_to_viable_sites[amv.GM0141]: places that count there: 1, must be 0"],
        BASE,
        at_almelo(existing=1),
    ),
    (
        ["merge_to_viable_sites[amv.GM0148]: places that count there: 0, must be 12"],
        OFFERS,
        rule("include_offers", False),
    ),
    (
        [
            (
                "merge_to_viable_sites[amv.GM0141]: "
                "28 places and the 0 that count there of a minimum of 29"
            )
        ],
        BASE,
        rule("minimum_site.amv", 29),
    ),
    # distance
    (
        ["measure_distance[amv.GM0141.GM0147]: kilometres to the host: 7.1, must be 7.0"],
        BASE,
        of_borne(distance_km=7.1),
    ),
    (
        ["measure_distance[amv.GM0141.GM0147]: 7.0 km, at most 6.9"],
        BASE,
        rule("max_distance_km", "6.9"),
    ),
    # borders
    (
        [
            "connect_by_borders[amv.GM0141]: borders recorded: 0, must be 1",
            "connect_by_borders[amv.GM0141]: no border connects GM0147",
        ],
        BASE,
        lambda v: almelo(v)["borders"].pop(),
    ),
    (
        [
            (
                "connect_by_borders[amv.GM0141]: "
                "the border GM0141-GM0164 is not one between two of the group"
            ),
            "connect_by_borders[amv.GM0141]: no border connects GM0147",
        ],
        BASE,
        of_border(other="GM0164"),
    ),
    (
        [
            (
                "connect_by_borders[amv.GM0141]: "
                "the border GM0141-GM0141 is not one between two of the group"
            )
        ],
        BASE,
        of_border(other="GM0141"),
    ),
    (["connect_by_borders[atlas]: no row of a table that was read"], BASE, of_border(row="atlas")),
    (
        ["connect_by_borders[reference/neighbours.csv:78]: borders in one row: 2, must be 1"],
        BASE,
        of_border(row="reference/neighbours.csv:78"),
    ),
    (
        [
            (
                "connect_by_borders[regular.GM0148]: "
                "rows that give the border GM0148-GM0175: 2, must be 1"
            )
        ],
        BASE,
        lambda v: merge(v, "amv", "GM0148")["borders"][0].update(row="reference/neighbours.csv:87"),
    ),
    (
        ["connect_by_borders[amv.GM0141]: borders recorded: 1, must be 0"],
        BASE,
        rule("contiguous", False),
    ),
    # areas, members, pairs
    (
        ["merge_within_area[amv.GM0141]: in more than one region: VR04, VR05"],
        BASE,
        lambda v: municipality(v, "Borne").update(region_code="VR04"),
    ),
    (
        ["merge_within_area[amv.GM0141]: in more than one province: PV23, PV24"],
        (*BASE, "merging.within=province"),
        lambda v: municipality(v, "Borne").update(province="PV24"),
    ),
    (
        ["limit_members[amv.GM0173]: 3 members with the host, at most 2"],
        BASE,
        rule("max_members", 2),
    ),
    (
        ["keep_apart[amv.GM0141]: together against the scenario: GM0141 and GM0147"],
        BASE,
        rule("forbidden", [["GM0147", "GM0141"]]),
    ),
    (
        ["keep_apart[amv.GM0173]: together against the scenario: GM0168 and GM1774"],
        BASE,
        rule("forbidden", [["GM0168", "GM1774"]]),
    ),
    # room: 398 that stand there, 30 and 28 that are merged there
    (
        [
            (
                "respect_room[GM0141]: 456 places realised, at most 452: "
                "7/5 x the share of 323, or the 398 that it counts"
            )
        ],
        BASE,
        rule("room.factor", "1.4"),
    ),
    (
        [
            (
                "respect_room[GM0141]: 456 places realised, at most 398: "
                "1 x the share of 323, or the 398 that it counts"
            )
        ],
        BASE,
        rule("room.factor", "1"),
    ),
    # proposals
    (
        ["mark_proposals[amv.GM0141]: where it comes from: proposed, must be solver"],
        BASE,
        at_almelo(origin="proposed"),
    ),
    (
        ["mark_proposals[amv.GM0141]: where it comes from: solver, must be proposed"],
        PROPOSED,
        at_almelo(origin="solver"),
    ),
    (
        ["mark_proposals[amv.GM0141]: where it comes from: proposed, must be solver"],
        PROPOSED,
        rule("proposed.0.host", "GM0147"),
    ),
    (
        ["mark_proposals[amv.GM0141]: where it comes from: proposed, must be solver"],
        PROPOSED,
        rule("proposed.0.kind", "regular"),
    ),
    # tasks left undersized
    (
        [
            (
                "report_undersized: the tasks left undersized: amv.GM0158, amv.GM0163, "
                "amv.GM0175, amv.GM0180, amv.GM0183, amv.GM1700, amv.GM1708, amv.GM1735, "
                "amv.GM1742, amv.GM1773, regular.GM0175, regular.GM1700, regular.GM1774, "
                "regular.GM1896, must be amv.GM0158, amv.GM0163, amv.GM0175, amv.GM0180, "
                "amv.GM0183, amv.GM1700, amv.GM1708, amv.GM1735, amv.GM1742, amv.GM1773, "
                "amv.GM1896, regular.GM0175, regular.GM1700, regular.GM1774, regular.GM1896"
            )
        ],
        NEAR,
        lambda v: v["undersized"].pop(),
    ),
    (
        ["report_undersized: the tasks left undersized: , must be amv.GM0141, amv.GM0147"],
        BASE,
        lambda v: v["merges"].remove(almelo(v)),
    ),
    (
        ["report_undersized[regular.GM0175]: places of the task: 1, must be 10"],
        NEAR,
        ommen(places=1),
    ),
    (
        ["report_undersized[regular.GM0175]: places short of a viable site: 1, must be 90"],
        NEAR,
        ommen(missing=1),
    ),
    (
        [
            "report_undersized[regular.GM0175]: 10 is not in its reason",
            "report_undersized[regular.GM0175]: 90 is not in its reason",
            "report_undersized[regular.GM0175]: 100 is not in its reason",
        ],
        NEAR,
        ommen(reason="too few"),
    ),
    (
        [
            (
                "tell_nearest_hosts[regular.GM0175]: the nearest: GM0148 1.0 km, GM0160 12.2 km, "
                "GM1700 13.4 km, must be GM0148 10.7 km, GM0160 12.2 km, GM1700 13.4 km"
            )
        ],
        NEAR,
        dalfsen(distance_km=1.0),
    ),
    (
        [
            (
                "tell_nearest_hosts[regular.GM0175]: the nearest: GM0148 10.7 km, GM0160 12.2 km"
                ", must be GM0148 10.7 km, GM0160 12.2 km, GM1700 13.4 km"
            )
        ],
        NEAR,
        lambda v: v["undersized"][0]["nearest"].pop(),
    ),
    (
        ["tell_nearest_hosts[regular.GM0175.GM0148]: room above what stands there: 1, must be 130"],
        NEAR,
        dalfsen(room=1),
    ),
    (
        ["tell_nearest_hosts[regular.GM0175.GM0148]: places short of a viable site: 1, must be 0"],
        NEAR,
        dalfsen(missing=1),
    ),
    (
        [
            "tell_nearest_hosts[regular.GM0175.GM0148]: 237 places together, between 236 and 236",
        ],
        NEAR,
        dalfsen(together=237),
    ),
    # objectives
    (
        ["add_merging_objectives[undersized]: the value: 1, must be 0"],
        BASE,
        objective("undersized", 1),
    ),
    (
        ["add_merging_objectives[moved_tasks]: the value: 16, must be 17"],
        BASE,
        objective("moved_tasks", 16),
    ),
    (
        ["add_merging_objectives[place_km]: the value: 1775.5, must be 1775.6"],
        BASE,
        objective("place_km", 1775.5),
    ),
    (
        ["add_merging_objectives[balance]: the value: 2, must be 722/355"],
        BASE,
        objective("balance", "2"),
    ),
    (
        [
            (
                "add_merging_objectives: the objectives: balance, undersized, moved_tasks, place_km"
                ", must be undersized, moved_tasks, place_km, balance"
            )
        ],
        BASE,
        lambda v: v["objectives"].insert(4, v["objectives"].pop()),
    ),
    (
        [
            (
                "add_merging_objectives: the objectives: undersized, moved_tasks, place_km, "
                "balance, balance, must be undersized, moved_tasks, place_km, balance"
            )
        ],
        BASE,
        lambda v: v["objectives"].append(v["objectives"][-1]),
    ),
    (
        ["add_merging_objectives[balance]: what it is of: PV24 both, must be PV23 both"],
        BASE,
        set_("objectives.7.area", "PV24"),
    ),
]
