# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations of the rules between provinces."""

from __future__ import annotations

from tests.filled import FILLED
from tests.national.test_equal_plans import PLANS
from tests.national.test_equal_provinces import PLAIN
from tests.verification.planted import Json, put, set_

# Few provinces: Utrecht is not known, Fryslân and Flevoland have a surplus.
SEVEN = "provinces=[PV21, PV23, PV24, PV25, PV26]"
COUNTRY = ("nederland-2024-reports", SEVEN, "merging.minimum_site={regular: 0, amv: 0}")
EVENLY = (*COUNTRY, "national.takeover=proportional")
NEIGHBOURS = (*EVENLY, "national.neighbours_only=true")
NOBODY = (*COUNTRY, "national.takeover=none")


def takeover(value: Json, giver: str, taker: str, kind: str) -> Json:
    return next(
        one
        for one in value["takeovers"]
        if (one["giver"], one["taker"], one["kind"]) == (giver, taker, kind)
    )


def province(value: Json, code: str) -> Json:
    return next(one for one in value["provinces"] if one["code"] == code)


def more(giver: str, taker: str, kind: str, change: int):
    """Change the places of one takeover, and nothing that follows from it."""

    def plant(value: Json) -> None:
        takeover(value, giver, taker, kind)["places"] += change

    return plant


def report(figure: str, change: int):
    def plant(value: Json) -> None:
        one = next(one for one in value["reports"] if one["figure"] == figure)
        put(one["places"], "amv", change)
        put(one["places"], "regular", -change)

    return plant


def at(code: str, what: str, kind: str, change: int):
    def plant(value: Json) -> None:
        put(province(value, code)[what], kind, change)

    return plant


def unknown_divided(value: Json) -> None:
    one = next(one for one in value["municipalities"] if one["province"] == "PV26")
    nothing = {"regular": 0, "amv": 0, "total": 0}
    one["rest"] = one["decision"] = one["realised"] = nothing


def asks(path: str, new: Json):
    """Have the settings ask something of a rest that is not known."""
    return set_(f"scenario.settings.distribution.{path}", new)


def border_dropped(value: Json) -> None:
    """Have Fryslân and Overijssel not be neighbours, of which crossings say that they are."""
    value["country"]["borders"].pop(0)


def crossing_within(value: Json) -> None:
    value["country"]["crossings"][0].update(one="GM0141", other="GM0193")


def claim_of(value: Json, kind: str, code: str) -> Json:
    (division,) = (
        one for one in value["divisions"] if (one["stage"], one["kind"]) == ("takeover", kind)
    )
    return next(one for one in division["claims"] if one["code"] == code)


def claim_moved(value: Json) -> None:
    claim_of(value, "regular", "PV23")["places"] -= 1
    claim_of(value, "regular", "PV25")["places"] += 1


def price(giver: str, change: int):
    def plant(value: Json) -> None:
        value["country"]["prices"][0]["givers"][giver] += change

    return plant


def longer_way(value: Json) -> None:
    """As many places for everybody, one pair of them the long way round."""
    for giver, taker, change in (("PV21", "PV23", -1), ("PV24", "PV23", 1), ("PV24", "PV25", -1)):
        takeover(value, giver, taker, "amv")["places"] += change
    far = {"giver": "PV21", "taker": "PV25", "kind": "amv", "places": 1, "distance_km": "126"}
    value["takeovers"].insert(4, far)


# Overijssel is published for 2026, Zeeland is not.
LATER = (FILLED, "provinces=[PV23, PV29]", "merging.minimum_site={regular: 0, amv: 0}")


def filled(kind: str, change: int):
    """Change what was filled for Zeeland."""

    def plant(value: Json) -> None:
        for division in value["divisions"]:
            if (division["stage"], division["kind"]) == ("task", kind):
                for claim in division["claims"]:
                    if claim["code"] == "PV29":
                        claim["places"] += change

    return plant


def published(value: Json, raming: str, area: str) -> Json:
    return next(
        one for one in value["published_tasks"] if (one["raming"], one["area"]) == (raming, area)
    )


def published_otherwise(value: Json) -> None:
    """Have Overijssel publish one amv place more, of which the others follow."""
    published(value, "2026", "PV23")["amv"] += 1


def published_total_otherwise(value: Json) -> None:
    published(value, "2026", "PV23")["total"] += 1


def fewer_in_all(value: Json) -> None:
    """Have one place less divided than could be."""
    for division in value["divisions"]:
        if (division["stage"], division["kind"]) == ("takeover", "regular"):
            division["total"] -= 1


# Two provinces that are short alike, and one odd place.
EQUAL = ("nederland-2024", *PLAIN)


def tie_hidden(value: Json) -> None:
    value["ties"] = [one for one in value["ties"] if one["stage"] != "takeover"]


AT_LEAST = {"regular": {"min": 9, "max": None}}
UNASKED = "is asked something where nothing is divided"


def other_plan(value: Json) -> None:
    """Takeovers that are as good, and not the first ones by code."""
    for giver, taker, change in (("PV24", "PV28", 1), ("PV24", "PV29", -1)):
        takeover(value, giver, taker, "regular")["places"] += change
    takeover(value, "PV20", "PV28", "regular").update(taker="PV29", distance_km="277.1")


def told_twice(value: Json) -> None:
    """Have one tie be two."""
    value["ties"] = [one for one in value["ties"] if one["stage"] == "takeover"] * 2


def unknown_counts(value: Json) -> None:
    """Have a place counted that is in no sum."""
    put(next(one for one in value["areas"] if one["code"] == "PV26")["counted"], "regular", 1)


def amv_not_scaled(value: Json) -> None:
    """Have the country publish an amv task, and none follow the other total."""
    published(value, "2026", "NL")["amv"] = 5_000
    for one in value["divisions"]:
        if (one["stage"], one["kind"]) == ("task", "amv"):
            one["scale"] = None


def plan_hidden(value: Json) -> None:
    value["ties"] = []


def plan_of_fewer(value: Json) -> None:
    value["ties"][0]["places"] = 3


PLANTED_COUNTRY = [
    (["report_equal_plans[regular]: PV20 could take over more from PV28"], PLANS, other_plan),
    (
        [
            (
                "report_equal_plans[regular]: what could be otherwise: , must be PV20 from PV28, "
                "PV20 from PV29, PV24 from PV28, PV24 from PV29"
            )
        ],
        PLANS,
        plan_hidden,
    ),
    (
        ["report_equal_provinces[regular]: the ties: PV23 PV27, PV23 PV27, must be PV23 PV27"],
        EQUAL,
        told_twice,
    ),
    (
        ["leave_out_unknown[PV26]: places that are in no sum: 1, must be 0"],
        COUNTRY,
        unknown_counts,
    ),
    (
        ["tell_national_total: the amv task of the country does not follow"],
        (*LATER, "task.national_total=76000"),
        amv_not_scaled,
    ),
    (["report_equal_plans[regular]: places of theirs: 3, must be 4"], PLANS, plan_of_fewer),
    (
        [f"respect_region_limits[VR09]: {UNASKED}"],
        COUNTRY,
        asks("region_limits", {"VR09": AT_LEAST}),
    ),
    ([f"respect_limits[GM0307]: {UNASKED}"], COUNTRY, asks("limits", {"GM0307": AT_LEAST})),
    (
        [f"respect_eligibility[GM0307]: {UNASKED}"],
        (*COUNTRY, "distribution={eligible: named, named: [Zwolle]}"),
        asks("named", ["GM0193", "GM0307"]),
    ),
    (
        [
            (
                "report_equal_provinces[regular]: equal claims that are not reported: PV23 PV27, "
                "must be "
            )
        ],
        EQUAL,
        tie_hidden,
    ),
    (
        ["share_takeovers[regular]: as many places as can be: 1479, must be 1480"],
        EVENLY,
        fewer_in_all,
    ),
    (["estimate_tasks[PV29]: the task: 1933, must be 1934"], LATER, filled("total", 1)),
    (["estimate_tasks[PV29]: the amv task: 123, must be 124"], LATER, filled("amv", 1)),
    (["estimate_tasks[amv]: amv places filled: 5243, must be 5257"], LATER, published_otherwise),
    (["estimate_tasks[PV23]: the task: 5801, must be 5802"], LATER, published_total_otherwise),
    (
        ["compare_published[GM0059]: the difference: 1000, must be 0"],
        COUNTRY,
        set_("published.numbers.0.difference", 1000),
    ),
    (
        ["read_reports[PV23.guaranteed]: amv places of the report: 131, must be 130"],
        COUNTRY,
        report("guaranteed", 1),
    ),
    (
        [
            "read_reports[PV26]: whether it is known what counts: True, must be False",
            "prove_objectives: optimal, and not everywhere is a division",
        ],
        COUNTRY,
        lambda v: province(v, "PV26").update(known=True),
    ),
    (
        ["leave_out_unknown[PV26]: municipalities with a rest: GM0307, must be "],
        COUNTRY,
        unknown_divided,
    ),
    (
        ["take_over_within[PV23.regular]: 269 taken over of a shortage of 268"],
        COUNTRY,
        more("PV21", "PV23", "regular", 1),
    ),
    (
        ["take_over_within[PV21.amv]: 277 taken over of a surplus of 77"],
        COUNTRY,
        more("PV21", "PV23", "amv", 200),
    ),
    (
        ["take_over_within[PV21.PV23.regular]: tenths of a kilometre: 976, must be 967"],
        COUNTRY,
        set_("takeovers.0.distance_km", "97.6"),
    ),
    (
        [
            "take_over_within[PV21.PV23.regular]: this pair may not take over",
            (
                "share_borders: provinces that are neighbours: PV21 PV24, PV23 PV24, PV23 PV25, "
                "PV24 PV25, PV25 PV26, must be PV21 PV23, PV21 PV24, PV23 PV24, PV23 PV25, "
                "PV24 PV25, PV25 PV26"
            ),
        ],
        NEIGHBOURS,
        border_dropped,
    ),
    (
        ["share_borders[GM0141.GM0193]: lies within one province"],
        NEIGHBOURS,
        crossing_within,
    ),
    (
        [
            (
                "share_borders: borders where they decide nothing: one='PV21' other='PV23' row='', "
                "must be "
            )
        ],
        EVENLY,
        set_("country.borders", [{"one": "PV21", "other": "PV23", "row": ""}]),
    ),
    (
        ["share_borders[PV21.PV23]: reference/neighbours.csv:1 is no border between both"],
        NEIGHBOURS,
        set_("country.borders.0.row", "reference/neighbours.csv:1"),
    ),
    (
        [
            (
                "lower_rests[PV23]: as the taker: {'regular': 269, 'amv': 156, 'total': 425}, must "
                "be {'regular': 268, 'amv': 156, 'total': 424}"
            )
        ],
        COUNTRY,
        at("PV23", "handed_over", "regular", 1),
    ),
    (
        ["add_country: the decisions of the country: 24261, must be 24260"],
        COUNTRY,
        set_("country.decisions", 24261),
    ),
    (
        ["add_country: whether the country is told: False, must be True"],
        COUNTRY,
        set_("country", None),
    ),
    (
        [
            "share_takeovers[regular]: PV23 is owed a place that PV25 has",
            "share_takeovers[regular.PV23]: taken over: 268, must be 267",
        ],
        EVENLY,
        claim_moved,
    ),
    (
        [
            "prove_takeovers[regular]: a price of -1, below zero",
            (
                "prove_takeovers[regular.PV21.PV23]: the prices 1553 are below what a place saves, "
                "1554"
            ),
        ],
        COUNTRY,
        price("PV21", -1),
    ),
    (
        [("prove_takeovers[amv]: what the takeovers save: 301812, must be 302190")],
        COUNTRY,
        longer_way,
    ),
]
