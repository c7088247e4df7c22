# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations: what a check says, the run, and the change that makes it say so."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import allocator
from allocator.verification import CHECKS, verify
from allocator.verification.facts import Facts
from models.result import RunResult, Verdict

Json = dict[str, Any]

EXCEPTED = "distribution.exempt=[{municipality: Borne, reason: ukrainians, source: a letter}]"
FEW = "distribution.most_participants={regular: 9, amv: 7}"
MINIMA = "distribution.minimum_site={regular: 30, amv: 20}"
LIMITS = "distribution.limits={Borne: {regular: {max: 5}, total: {max: 12}}}"
REGION = "distribution.region_limits={Twente: {regular: {max: 190}, total: {min: 420}}}"
COMPOSITE = 'key={name: composite, parts: {income: "2/3", inhabitants: "1/3"}}'
STATUTORY = "key={name: statutory}"
REMAINDERS = "distribution.method=largest_remainder"
SHORT = (
    "distribution.limits={Borne: {amv: {max: 9}}, Almelo: {amv: {max: 9}}}",
    "distribution.eligible=named",
    "distribution.named=[Borne, Almelo]",
    "distribution.exempt=[Enschede]",
    "distribution.minimum_site.regular=300",
)
SITES = "counting={statuses: [guaranteed, likely], minimum_site: {regular: 30, amv: 10}}"


@cache
def saved(name: str, *overrides: str) -> Json:
    """The result of a run; copy it before changing it."""
    return allocator.run(name, overrides).to_json()


def read(value: Json) -> RunResult:
    """The result that was saved."""
    return RunResult.model_validate_json(json.dumps(value))


def checked(value: Json) -> Verdict:
    """Verify a result that was read back from JSON."""
    return verify(read(value))


def said_by(check: str, value: Json) -> list[str]:
    """What one check has against a result, whatever the others say."""
    return [
        f"{finding.name}: {finding.message}"
        for finding in CHECKS[check].look(Facts(read(value)))
        if not finding.holds
    ]


def municipality(value: Json, name: str) -> Json:
    return next(one for one in value["municipalities"] if one["name"] == name)


def area(value: Json) -> Json:
    return value["areas"][0]


def division(value: Json, stage: str, kind: str) -> Json:
    return next(d for d in value["divisions"] if (d["stage"], d["kind"]) == (stage, kind))


def claim(value: Json, stage: str, kind: str, number: int = 0) -> Json:
    return division(value, stage, kind)["claims"][number]


def put(places: Json, kind: str, change: int) -> None:
    """Change the places of one kind, and the total with it."""
    places[kind] += change
    places["total"] += change


def swap_rest(value: Json) -> None:
    """Move a rest place from one municipality to another, everywhere consistently."""
    for name, change in (("Enschede", -1), ("Borne", +1)):
        one = municipality(value, name)
        for what in ("rest", "decision", "realised"):
            put(one[what], "amv", change)
        for found in division(value, "rest", "amv")["claims"]:
            if found["code"] == one["code"]:
                found["places"] += change


def coupled_swap(value: Json) -> None:
    """Move a place between two municipalities inside one region and kind."""
    both = division(value, "rest", "both")
    regular = [one for one in both["claims"] if one["kind"] == "regular"]
    giver = next(one for one in regular if one["code"] == "GM0153")
    taker = next(one for one in regular if one["code"] == "GM0173")
    giver["places"] -= 1
    taker["places"] += 1


def set_(path: str, new: Any) -> Callable[[Json], None]:
    def change(value: Json) -> None:
        *way, last = path.split(".")
        for key in way:
            value = value[int(key)] if isinstance(value, list) else value[key]
        value[int(last) if isinstance(value, list) else last] = new

    return change


def confirming(
    *values: int, agrees: bool = True, name: str = "deviation"
) -> Callable[[Json], None]:
    """Let a second solver say something of the amv places."""

    def change(value: Json) -> None:
        value["manifest"]["confirmations"] = [
            {"area": "PV23", "kind": "amv", "name": name, "solver": "HiGHS", "value": one,
             "agrees": agrees}
            for one in values
        ]  # fmt: skip

    return change


def with_window(first: str, last: str) -> Callable[[Json], None]:
    """Give the first pledge a window."""
    return set_("scenario.settings.pooled_offers.0.available", {"from": first, "until": last})


def with_multiplier(name: str, multiplier: str) -> Callable[[Json], None]:
    def change(value: Json) -> None:
        division(value, "rest", "both")["multipliers"][name] = multiplier

    return change


def shortage(value: Json) -> Json:
    return value["infeasibility"]["shortages"][0]


def say_less(value: Json) -> None:
    """Another number in the sentence, wherever it stands."""
    says = shortage(value)["says"].replace("340 short", "34 short")
    shortage(value)["says"] = value["reasons"][0] = says


def short_and_beyond(value: Json) -> None:
    """One more is short, and one is beyond: the sum is what it was."""
    put(shortage(value)["short"], "amv", 1)
    put(shortage(value)["beyond"], "amv", 1)


def nothing_short(value: Json) -> None:
    """Everything is placed."""
    put(shortage(value)["placed"], "amv", 340)
    put(shortage(value)["short"], "amv", -340)


def place_more(value: Json) -> None:
    """Place more than the limits allow, and keep the sum."""
    put(shortage(value)["placed"], "amv", 1)
    put(shortage(value)["short"], "amv", -1)


def move(value: Json, number: int = 0) -> Json:
    """A move of the first repair."""
    return value["infeasibility"]["repairs"][0]["moves"][number]


def repeat_a_repair(value: Json) -> None:
    repairs = value["infeasibility"]["repairs"]
    repairs.append(repairs[0])


def swap_lots(value: Json) -> None:
    lots = value["manifest"]["lots"]
    lots[0], lots[1] = lots[1], lots[0]


def filled(name: str, **changes: Any) -> Callable[[Json], None]:
    """Change how the weight of a municipality was filled."""
    return lambda value: municipality(value, name)["weight_filled"].update(changes)


def reweighed(value: Json) -> None:
    """Another whole task of Noord-Holland than the one by which the amv task is shared out."""
    claims = division(value, "task", "amv")["claims"]
    next(one for one in claims if one["code"] == "PV27").update(weight="9")


BASE = ("overijssel-2024",)
SCALED = ("nederland-2024", "provinces=[PV27]")
LATER = ("overijssel-2026",)
EARLIER = ("overijssel-2022",)
BY_REGION = (*BASE, "distribution.by=region")

# What the check says, the run, and the change that it has to find.
PLANTED: list[tuple[list[str], tuple[str, ...], Callable[[Json], None]]] = [
    # shares
    (
        ["weigh_by_key[GM0150]: the weight: 7, must be 101446"],
        EARLIER,
        set_("municipalities.3.weight", "7"),
    ),
    (
        [
            "weigh_by_key[GM0150]: the weight -1",
            "weigh_by_key[GM0150]: the weight: -1, must be 101446",
        ],
        EARLIER,
        set_("municipalities.3.weight", "-1"),
    ),
    (
        ["weigh_by_key[GM0150]: the weight: 1/25, must be 100607936993119/17989133923193400"],
        (*EARLIER, COMPOSITE),
        set_("municipalities.3.weight", "1/25"),
    ),
    (
        ["weigh_by_key[GM0150]: the weight: 100000, must be 12021351/125"],
        (*EARLIER, STATUTORY),
        set_("municipalities.3.weight", "100000"),
    ),
    (
        ["weigh_by_key[GM0141]: the weight: 324, must be 323"],
        BASE,
        lambda v: municipality(v, "Almelo").update(weight="324"),
    ),
    (
        [
            "close_shares[PV23.total]: shares of total add up to: 6326, must be 6325",
            "close_shares[PV23.amv]: shares of amv add up to: 539, must be 538",
        ],
        BASE,
        lambda v: put(municipality(v, "Almelo")["share"], "amv", 1),
    ),
    (
        ["close_shares[PV23.total]: shares of total add up to: 6325, must be 6326"],
        BASE,
        lambda v: put(v["provinces"][0]["task"], "regular", 1),
    ),
    (
        ["record_shares[GM0141.total]: share of total: 323, must be 9"],
        BASE,
        lambda v: claim(v, "share", "total").update(places=9),
    ),
    (
        ["record_shares[GM0141.amv]: the weight in the apportionment: 9, must be 323"],
        BASE,
        lambda v: claim(v, "share", "amv").update(weight="9"),
    ),
    (
        ["record_shares[total]: every municipality has one share"],
        BASE,
        lambda v: division(v, "share", "total")["claims"].pop(),
    ),
    (
        ["record_shares[amv]: every municipality has one share"],
        BASE,
        lambda v: division(v, "share", "amv")["claims"].pop(),
    ),
    (
        ["bound_shares[GM0141.amv]: the bounds: 0 to 400, must be 0 to 323"],
        BASE,
        lambda v: claim(v, "share", "amv").update(maximum=400),
    ),
    (
        ["bound_shares[GM0141.total]: the bounds: 1 to no limit, must be 0 to no limit"],
        BASE,
        lambda v: claim(v, "share", "total").update(minimum=1),
    ),
    (
        [
            (
                "bound_shares[pooled.twente-intended]: a pledge or a published total is shared "
                "out without bounds"
            )
        ],
        BASE,
        lambda v: claim(v, "pooled", "regular").update(minimum=1),
    ),
    (
        [
            (
                "bound_shares[pooled.twente-intended]: a pledge or a published total is shared "
                "out without bounds"
            )
        ],
        BASE,
        lambda v: claim(v, "pooled", "regular").update(maximum=900),
    ),
    # counting
    (
        ["count_offers[overijssel-offers-2024.csv:2]: whether it counts: False, must be True"],
        BASE,
        set_("offers.0.counts", False),
    ),
    (
        ["count_offers[overijssel-offers-2024.csv:5]: whether it counts: True, must be False"],
        BASE,
        set_("offers.3.until", "2025-12-31"),
    ),
    (
        ["count_offers[overijssel-offers-2024.csv:5]: whether it counts: True, must be False"],
        BASE,
        set_("offers.3.status", "intended"),
    ),
    (
        ["count_offers[overijssel-offers-2024.csv:2]: whether it counts: True, must be False"],
        (*BASE, SITES),
        set_("offers.0.places", 29),
    ),
    (
        ["count_exchanges[kampen-dronten-2024]: whether it counts: True, must be False"],
        BASE,
        set_("exchanges.0.until", "2026-01-31"),
    ),
    (
        ["count_exchanges[kampen-dronten-2024]: whether it counts: True, must be False"],
        BASE,
        set_("exchanges.0.from", "2025-07-02"),
    ),
    (
        [
            "count_pooled[twente-intended]: whether it counts: False, must be True",
            "count_pooled[twente-intended]: regular places split: 556, must be 0",
        ],
        BASE,
        set_("pooled_offers.0.counts", False),
    ),
    (
        ["count_pooled[twente-intended]: whether it counts: True, must be False"],
        BASE,
        set_("pooled_offers.0.status", "intended"),
    ),
    (
        ["count_pooled[twente-intended]: whether it counts: True, must be False"],
        BASE,
        with_window("2025-07-02", "2026-02-01"),
    ),
    (
        ["count_pooled[twente-intended]: whether it counts: True, must be False"],
        BASE,
        with_window("2025-07-01", "2026-01-31"),
    ),
    (
        [
            (
                "count_pooled[twente-intended]: the places pledged: regular=556 amv=1 total=557"
                ", must be regular=556 amv=0 total=556"
            ),
            "count_pooled[twente-intended]: amv places split: 0, must be 1",
        ],
        BASE,
        lambda v: put(v["pooled_offers"][0]["places"], "amv", 1),
    ),
    (
        ["count_pooled[twente-intended]: regular places split: 555, must be 556"],
        BASE,
        lambda v: division(v, "pooled", "regular").update(total=555),
    ),
    (
        ["count_pooled[twente-intended]: only candidates get a part"],
        BASE,
        lambda v: v["pooled_offers"][0]["candidates"].remove("GM0158"),
    ),
    (
        [
            (
                "split_pooled[twente-intended.GM0158.regular]: what the split is pro rata to: 1"
                ", must be 132"
            )
        ],
        BASE,
        lambda v: claim(v, "pooled", "regular").update(weight="1"),
    ),
    (
        ["add_counted[GM0166.regular]: counted: 249, must be 248"],
        BASE,
        lambda v: put(municipality(v, "Kampen")["counted"], "regular", 1),
    ),
    (
        ["add_counted[GM0168.regular]: of which pooled: 105, must be 104"],
        BASE,
        lambda v: put(municipality(v, "Losser")["pooled"], "regular", 1),
    ),
    (
        ["add_counted[GM0166.regular]: counted: 248, must be 247"],
        BASE,
        set_("exchanges.0.counted", 199),
    ),
    (
        [
            (
                "add_unlocated: unlocated: {'regular': 69, 'amv': 0, 'total': 69}"
                ", must be {'regular': 68, 'amv': 0, 'total': 68}"
            )
        ],
        LATER,
        lambda v: put(v["unlocated_offers"][0]["places"], "regular", 1),
    ),
    # accounts
    (
        [
            (
                "close_accounts[PV23]: counted: {'regular': 5520, 'amv': 180, 'total': 5700}"
                ", must be {'regular': 5519, 'amv': 180, 'total': 5699}"
            ),
            "close_accounts[PV23]: counted, unlocated and rest together: 6326, must be 6325",
        ],
        BASE,
        lambda v: put(area(v)["counted"], "regular", 1),
    ),
    (
        [
            (
                "close_accounts[PV23]: unlocated: {'regular': 0, 'amv': 1, 'total': 1}"
                ", must be {'regular': 0, 'amv': 0, 'total': 0}"
            ),
            "close_accounts[PV23]: counted, unlocated and rest together: 6326, must be 6325",
        ],
        BASE,
        lambda v: put(area(v)["unlocated"], "amv", 1),
    ),
    (
        [
            "close_accounts[PV23]: rest of amv places: 357, must be 358",
            "close_accounts[PV23]: counted, unlocated and rest together: 6324, must be 6325",
        ],
        BASE,
        lambda v: put(area(v)["rest"], "amv", -1),
    ),
    (
        [
            "close_accounts[PV23]: rest of regular places: 269, must be 268",
            "close_accounts[PV23]: counted, unlocated and rest together: 6326, must be 6325",
        ],
        BASE,
        lambda v: put(area(v)["rest"], "regular", 1),
    ),
    (
        [
            "close_accounts[PV23]: over the task: 1, must be 0",
            "close_accounts[PV23]: counted, unlocated and rest together: 6325, must be 6326",
        ],
        BASE,
        lambda v: area(v).update(over_task=1),
    ),
    (
        [
            "close_accounts[PV23]: surplus: 1, must be 0",
            "close_accounts[PV23]: counted, unlocated and rest together: 6325, must be 6326",
        ],
        BASE,
        lambda v: put(area(v)["surplus"], "regular", 1),
    ),
    (
        [
            "close_accounts[PV23]: rest of regular places: 268, must be 269",
            "close_accounts[PV23]: counted, unlocated and rest together: 6325, must be 6326",
        ],
        BASE,
        lambda v: put(area(v)["task"], "regular", 1),
    ),
    (
        [
            (
                "add_provinces[PV23.counted]: counted: {'regular': 5520, 'amv': 180, 'total': 5700}"
                ", must be {'regular': 5519, 'amv': 180, 'total': 5699}"
            )
        ],
        BASE,
        lambda v: put(v["provinces"][0]["counted"], "regular", 1),
    ),
    (
        [
            (
                "add_provinces[PV23.unlocated]: unlocated: {'regular': 1, 'amv': 0, 'total': 1}"
                ", must be {'regular': 0, 'amv': 0, 'total': 0}"
            )
        ],
        BASE,
        lambda v: put(v["provinces"][0]["unlocated"], "regular", 1),
    ),
    (
        [
            (
                "add_provinces[PV23.rest]: rest: {'regular': 269, 'amv': 358, 'total': 627}"
                ", must be {'regular': 268, 'amv': 358, 'total': 626}"
            )
        ],
        BASE,
        lambda v: put(v["provinces"][0]["rest"], "regular", 1),
    ),
    (
        [
            (
                "add_provinces[PV23.surplus]: surplus: {'regular': 1, 'amv': 0, 'total': 1}"
                ", must be {'regular': 0, 'amv': 0, 'total': 0}"
            )
        ],
        BASE,
        lambda v: put(v["provinces"][0]["surplus"], "regular", 1),
    ),
    (
        [
            (
                "add_provinces[PV23.task]: task: {'regular': 5787, 'amv': 539, 'total': 6326}"
                ", must be {'regular': 5787, 'amv': 538, 'total': 6325}"
            )
        ],
        BASE,
        lambda v: put(v["provinces"][0]["task"], "amv", 1),
    ),
    (
        ["add_provinces[PV23.over_task]: over task: 1, must be 136"],
        BY_REGION,
        lambda v: v["provinces"][0].update(over_task=1),
    ),
    # the rest
    (
        ["close_rest[PV23.amv]: rest: 359, must be 358"],
        BASE,
        lambda v: put(municipality(v, "Borne")["rest"], "amv", 1),
    ),
    (
        ["respect_eligibility[GM0166.amv]: 1 amv places, not eligible"],
        BASE,
        lambda v: put(municipality(v, "Kampen")["rest"], "amv", 1),
    ),
    (
        ["respect_eligibility[GM0141.regular]: 1 regular places, not eligible"],
        BASE,
        lambda v: put(municipality(v, "Almelo")["rest"], "regular", 1),
    ),
    (
        ["respect_eligibility[GM0166.amv]: whether it is eligible: True, must be False"],
        BASE,
        lambda v: municipality(v, "Kampen")["eligible"].update(amv=True),
    ),
    (
        ["respect_limits[GM0147.total]: 13 rest places, the limits are 0 and 12"],
        (*BASE, LIMITS),
        lambda v: put(municipality(v, "Borne")["rest"], "amv", 1),
    ),
    (
        [
            "respect_limits[GM0147.regular]: 6 rest places, the limits are 0 and 5",
            "respect_limits[GM0147.total]: 14 rest places, the limits are 0 and 12",
        ],
        (*BASE, LIMITS),
        lambda v: put(municipality(v, "Borne")["rest"], "regular", 2),
    ),
    (
        ["respect_limits[GM0147.amv]: 9 rest places, the limits are 10 and None"],
        (*BASE, "distribution.limits={Borne: {amv: {min: 10}}}"),
        lambda v: put(municipality(v, "Borne")["rest"], "amv", -1),
    ),
    (
        ["respect_region_limits[VR05.total]: 419 rest places, the limits are 420 and None"],
        (*BASE, REGION),
        lambda v: put(municipality(v, "Enschede")["rest"], "regular", -1),
    ),
    (
        ["respect_region_limits[VR05.regular]: 191 rest places, the limits are 0 and 190"],
        (*BASE, REGION),
        lambda v: put(municipality(v, "Enschede")["rest"], "regular", 1),
    ),
    (
        ["reach_minimum_site[GM0141.amv]: 0 counted and 19 rest places of a minimum of 20"],
        (*BASE, MINIMA),
        lambda v: put(municipality(v, "Almelo")["rest"], "amv", -1),
    ),
    (
        ["reach_minimum_site[GM0141.amv]: 0 counted and 1 rest places of a minimum of 20"],
        (*BASE, MINIMA),
        lambda v: put(municipality(v, "Almelo")["rest"], "amv", -19),
    ),
    (
        ["reach_minimum_site[GM0173.regular]: 0 counted and 29 rest places of a minimum of 30"],
        (*BASE, "distribution.minimum_site.regular=30"),
        lambda v: put(municipality(v, "Oldenzaal")["rest"], "regular", -1),
    ),
    (
        ["divide_pro_rata[GM0141.amv]: what the rest is pro rata to: 26, must be 27"],
        BASE,
        lambda v: claim(v, "rest", "amv").update(weight="26"),
    ),
    (
        ["divide_pro_rata[GM0141.amv]: rest places: 19, must be 18"],
        BASE,
        lambda v: claim(v, "rest", "amv").update(places=18),
    ),
    (
        ["divide_pro_rata[GM0141.amv]: the lower bound: 1, must be 0"],
        BASE,
        lambda v: claim(v, "rest", "amv").update(minimum=1),
    ),
    (
        ["divide_pro_rata[GM0141.amv]: the upper bound: 300, must be 358"],
        BASE,
        lambda v: claim(v, "rest", "amv").update(maximum=300),
    ),
    (
        ["divide_pro_rata[GM0141.amv]: left out without a rule that asks it"],
        BASE,
        lambda v: claim(v, "rest", "amv").update(takes_part=False),
    ),
    (
        ["divide_pro_rata: everybody eligible is in one apportionment of its kind"],
        BASE,
        lambda v: division(v, "rest", "amv")["claims"].pop(),
    ),
    (
        ["respect_cap[GM0147.amv]: 0 counted and 25 rest places, of a share of 13 times 1"],
        (*BASE, 'distribution.cap={amv: "1"}'),
        lambda v: put(municipality(v, "Borne")["rest"], "amv", 14),
    ),
    (
        [
            (
                "tell_exemptions[GM0147]: the exception and its reason: None, must be "
                "municipality='GM0147' reason='ukrainians' source='a letter' note=''"
            )
        ],
        (*BASE, EXCEPTED),
        lambda v: municipality(v, "Borne").update(exemption=None),
    ),
    (
        ["tell_exemptions[GM0147]: the reason is told without its source"],
        (*BASE, EXCEPTED),
        lambda v: municipality(v, "Borne")["eligible_because"].update(amv="exempted"),
    ),
    (
        ["limit_participants[PV23.amv]: 8 municipalities get places, at most 7 may"],
        (*BASE, FEW),
        lambda v: put(municipality(v, "Borne")["rest"], "amv", 1),
    ),
    (
        ["divide_pro_rata[GM0141.amv]: the lower bound: 0, must be 1"],
        (*BASE, FEW),
        lambda v: claim(v, "rest", "amv").update(minimum=0),
    ),
    # divisions
    (
        ["add_up[task.NL.amv.PV20]: 230 within 1 to None"],
        SCALED,
        lambda v: claim(v, "task", "amv").update(minimum=1),
    ),
    (
        ["add_up[fill.VR05.total.GM0147]: 149 within 0 to 150"],
        BASE,
        lambda v: claim(v, "fill", "total").update(maximum=150),
    ),
    (
        ["add_up[pooled.twente-intended.regular.GM0158]: 114 within 1 to None"],
        BASE,
        lambda v: claim(v, "pooled", "regular").update(minimum=1),
    ),
    (
        ["add_up[rest.PV23.amv]: the sum: 339, must be 358"],
        BASE,
        lambda v: claim(v, "rest", "amv").update(places=0),
    ),
    (
        ["add_up[rest.PV23.both.GM0141]: 19 within 0 to 0"],
        (*BASE, LIMITS),
        lambda v: claim(v, "rest", "both").update(maximum=0),
    ),
    (
        [
            (
                "apportion_pro_rata[rest.PV23.amv]: a claim that was refused, 108/77, "
                "and one that was served, 26/19"
            ),
            (
                "apportion_pro_rata[rest.PV23.amv]: the divisors: 32/23 to 60/43, must be 108/77 to 26/19"
            ),
            "apportion_pro_rata[rest.PV23.amv]: the divisor 1393/1000 in 108/77 to 26/19",
        ],
        BASE,
        swap_rest,
    ),
    (
        ["apportion_pro_rata[rest.PV23.amv]: last served 163/499, first not served 370/499"],
        (*BASE, REMAINDERS),
        swap_rest,
    ),
    (
        ["apportion_pro_rata[rest.PV23.amv]: the method: dhondt, must be sainte_lague"],
        BASE,
        lambda v: division(v, "rest", "amv").update(method="dhondt"),
    ),
    (
        ["apportion_pro_rata[share.VR05.amv]: the method: least_squares, must be sainte_lague"],
        BASE,
        lambda v: division(v, "share", "amv").update(method="least_squares"),
    ),
    (
        ["apportion_pro_rata[rest.PV23.amv]: every claim is of the kind divided"],
        BASE,
        lambda v: claim(v, "rest", "amv").update(kind="regular"),
    ),
    (
        ["apportion_pro_rata[rest.PV23.amv]: the divisor 2 in 32/23 to 60/43"],
        BASE,
        lambda v: division(v, "rest", "amv").update(divisor="2"),
    ),
    (
        [("apportion_pro_rata[rest.PV23.amv]: the divisors: 1 to 2, must be 32/23 to 60/43")],
        BASE,
        lambda v: division(v, "rest", "amv").update(divisors=["1", "2"]),
    ),
    (
        [
            "balance_squares[PV23.GM0153.regular]: the price 31/163 between 109/584 and 111/584",
            "balance_squares[PV23.GM0173.regular]: the price 31/163 between 31/161 and 33/161",
        ],
        (*BASE, REGION),
        coupled_swap,
    ),
    (
        [
            (
                "balance_squares[respect_region_limits[VR05.total]]: multiplier -1 with 420 in "
                "420 to None"
            ),
            "balance_squares[PV23.GM0141.amv]: the price 6/61 between 47/27 and 49/27",
        ],
        (*BASE, REGION),
        with_multiplier("respect_region_limits[VR05.total]", "-1"),
    ),
    (
        ["balance_squares[PV23]: every multiplier is of a rule"],
        (*BASE, REGION),
        with_multiplier("respect_limits[GM0147.total]", "0"),
    ),
    # what is left out, or made up
    (
        ["count_exchanges: the exchanges: , must be kampen-dronten-2024"],
        BASE,
        set_("exchanges", []),
    ),
    (
        [
            (
                "count_pooled: the pledges: ijsselland-intended"
                ", must be twente-intended, ijsselland-intended"
            )
        ],
        BASE,
        lambda v: v["pooled_offers"].pop(0),
    ),
    (
        ["add_provinces: the provinces: , must be PV23"],
        BASE,
        set_("provinces", []),
    ),
    (
        ["add_provinces: the provinces: PV23, must be PV24"],
        BASE,
        set_("areas.0.province", "PV24"),
    ),
    (
        [
            (
                "add_provinces[PV23.divisors]: the divisors: regular 132/13 to 1168/115"
                ", must be amv 32/23 to 60/43, regular 132/13 to 1168/115"
            )
        ],
        BASE,
        lambda v: v["provinces"][0]["divisors"].pop("amv"),
    ),
    (
        ["close_accounts[VR04]: surplus of amv places: 1, must be 0"],
        BY_REGION,
        lambda v: put(v["areas"][0]["surplus"], "amv", 1),
    ),
    (
        ["prove_objectives: infeasible, and every objective is proven"],
        BASE,
        set_("status", "infeasible"),
    ),
    (
        ["prove_objectives: optimal, and not everywhere is a division"],
        (*BASE, "distribution.eligible=named"),
        set_("status", "optimal"),
    ),
    (
        [
            (
                "report_ties[rest.VR05.amv]: the ties: "
                ", must be GM0141 GM0173 GM1700 of GM0141 GM0173 GM1700 GM1774"
            )
        ],
        BY_REGION,
        set_("ties", []),
    ),
    (
        [
            (
                "report_ties[rest.VR05.amv]: the ties: GM0141 GM0173 of GM0141 GM0173"
                ", must be GM0141 GM0173 GM1700 of GM0141 GM0173 GM1700 GM1774"
            )
        ],
        BY_REGION,
        lambda v: v["ties"][0].update(
            tied=["GM0141", "GM0173"], drawn=["GM0141", "GM0173"], places=2
        ),
    ),
    (
        ["report_ties[rest.PV23.amv]: the ties: GM0147 of GM0147 GM0148, must be "],
        BASE,
        lambda v: v["ties"].append(
            {
                "stage": "rest",
                "area": "PV23",
                "kind": "amv",
                "tied": ["GM0147", "GM0148"],
                "places": 1,
                "drawn": ["GM0147"],
                "order": ["GM0147", "GM0148"],
            }
        ),
    ),
    (
        [
            (
                "realise: realised outside the scenario's provinces: GM0301 to regular to 200"
                ", must be GM0303 to regular to 200"
            )
        ],
        BASE,
        set_("realised_elsewhere.0.code", "GM0301"),
    ),
    # decisions
    (
        [
            (
                "decide[GM0147]: decision: {'regular': 13, 'amv': 10, 'total': 23}"
                ", must be {'regular': 13, 'amv': 9, 'total': 22}"
            ),
            "decide[PV23]: decisions add up to: 6326, must be 6325",
        ],
        BASE,
        lambda v: put(municipality(v, "Borne")["decision"], "amv", 1),
    ),
    (
        ["decide[PV23]: decisions add up to: 6325, must be 6324"],
        BASE,
        lambda v: put(v["provinces"][0]["unlocated"], "regular", 1),
    ),
    (
        [
            "realise[GM0166.regular]: realised: 276, must be 76",
            "realise: realised everywhere: 6525, must be 6325",
        ],
        BASE,
        lambda v: put(municipality(v, "Kampen")["realised"], "regular", 200),
    ),
    (
        [
            "realise[GM0166.amv]: realised: 27, must be 26",
            "realise: realised everywhere: 6326, must be 6325",
        ],
        BASE,
        lambda v: put(municipality(v, "Kampen")["realised"], "amv", 1),
    ),
    (["realise: realised everywhere: 6125, must be 6325"], BASE, set_("realised_elsewhere", [])),
    # lots and proofs
    (
        [
            (
                "draw_in_order[rest.VR05.amv]: drawn: GM0173, GM1700, GM1774"
                ", must be GM0141, GM0173, GM1700"
            )
        ],
        BY_REGION,
        lambda v: v["ties"][0].update(drawn=v["ties"][0]["tied"][1:]),
    ),
    (
        [
            "draw_in_order[rest.VR05.amv]: places drawn: 3, must be 2",
            ("draw_in_order[rest.VR05.amv]: drawn: GM0141, GM0173, GM1700, must be GM0141, GM0173"),
        ],
        BY_REGION,
        lambda v: v["ties"][0].update(places=2),
    ),
    (
        [
            "draw_in_order[rest.VR05.amv]: whoever is drawn is tied",
            "draw_in_order[rest.VR05.amv]: places drawn: 4, must be 3",
            (
                "draw_in_order[rest.VR05.amv]: drawn: GM0141, GM0147, GM0173, GM1700"
                ", must be GM0141, GM0173, GM1700"
            ),
        ],
        BY_REGION,
        lambda v: v["ties"][0]["drawn"].append("GM0147"),
    ),
    (
        ["prove_objectives[PV23.regular.deviation]: proven with value 9292 and bound 1"],
        BASE,
        set_("objectives.0.bound", 1),
    ),
    (
        [
            "prove_objectives[PV23.regular.deviation]: value 9292 below its bound 9293",
            "prove_objectives[PV23.regular.deviation]: proven with value 9292 and bound 9293",
        ],
        BASE,
        set_("objectives.0.bound", 9293),
    ),
    (
        ["prove_objectives: optimal, and not every objective is proven"],
        BASE,
        set_("objectives.0.proven", False),
    ),
    (
        ["prove_objectives[PV23.regular.deviation]: not proven with value 9292 and bound 9292"],
        BASE,
        lambda v: (v["objectives"][0].update(proven=False), v.update(status="feasible")),
    ),
    (
        ["prove_objectives: feasible, and every objective is proven"],
        BASE,
        set_("status", "feasible"),
    ),
    (["prove_objectives: unknown, and every objective is proven"], BASE, set_("status", "unknown")),
    (
        ["prove_objectives: optimal, and not everywhere is a division"],
        (*BASE, *SHORT),
        set_("status", "optimal"),
    ),
    (
        ["confirm_objectives[PV23.amv.deviation]: HiGHS agrees on: 1, must be 3134"],
        BASE,
        confirming(1),
    ),
    (
        [
            "confirm_objectives[PV23.amv.deviation]: 3133 is below the bound 3134",
        ],
        BASE,
        confirming(3133, agrees=False),
    ),
    (["confirm_objectives: an objective is confirmed twice"], BASE, confirming(3134, 3134)),
    (
        ["confirm_objectives[PV23.amv.squares]: there is no such objective"],
        BASE,
        confirming(1, name="squares"),
    ),
    (
        ["deviate_least[PV23.regular]: without bounds the least is: 9290, must be 9292"],
        BASE,
        lambda v: v["objectives"][0].update(value=9290, bound=9290),
    ),
    (
        [
            "deviate_least[PV23.regular]: least 9293, found 9292",
            "deviate_least[PV23.regular]: without bounds the least is: 9293, must be 9292",
        ],
        BASE,
        lambda v: v["objectives"][0].update(value=9293, bound=9293),
    ),
    # records
    (["weigh_by_key: the key: statutory, must be published"], BASE, set_("key.name", "statutory")),
    (
        ["fill_weights[GM0147]: a filled weight is: computed, must be estimated"],
        BASE,
        lambda v: municipality(v, "Borne").update(share_status="computed"),
    ),
    (
        [
            "fill_weights[GM0147]: what the known weigh: 1, must be 2281",
            "fill_weights[GM0147]: what is left of the published total: 994, must be 3274",
        ],
        BASE,
        filled("Borne", known="1"),
    ),
    (
        ["fill_weights[GM0147]: what is left of the published total: 994, must be 995"],
        BASE,
        filled("Borne", area_total=3_276),
    ),
    (
        [
            (
                "fill_weights[GM0147]: filled by and within: inhabitants to VR05"
                ", must be statutory to VR05"
            )
        ],
        BASE,
        filled("Borne", key="inhabitants"),
    ),
    (
        ["fill_weights[GM0147]: its part of the published total is recorded"],
        BASE,
        lambda v: division(v, "fill", "total")["claims"].pop(0),
    ),
    (
        [
            "fill_weights[GM0532]: the scale times what the known weigh: 5860968, must be 1512334699/500",
            "fill_weights[GM0532]: the weight: 16740032783231/732621000, must be 44276",
        ],
        SCALED,
        filled("Stede Broec", ratio="2"),
    ),
    (
        [
            (
                "fill_weights[GM0532]: the scale times what the known weigh: 10586342893/1465242000"
                ", must be 1512334699/500"
            )
        ],
        SCALED,
        filled("Stede Broec", known_substitute="7"),
    ),
    (
        ["estimate_tasks[PV27]: the amv task is: published, must be estimated"],
        SCALED,
        set_("provinces.0.task_status", "published"),
    ),
    (["estimate_tasks[PV27]: the claim to it: 16290, must be 9"], SCALED, reweighed),
    (
        ["add_up[task.NL.amv]: what the total is the sum of: 5366, must be 5365"],
        SCALED,
        lambda v: division(v, "task", "amv")["terms"].append(1),
    ),
    (
        ["record_settings: the name: another, must be overijssel-2024"],
        BASE,
        set_("scenario.name", "another"),
    ),
    (["record_settings: the raming: 2026, must be 2024"], BASE, set_("raming", "2026")),
    (
        [("count_in_places[PV23.regular.deviation]: how much of it is one place: 7, must be 2721")],
        BASE,
        set_("objectives.0.unit", 7),
    ),
    (
        [
            (
                "draw_in_order[rest.VR05.amv]: the order of lots among them: "
                ", must be GM0141, GM0173, GM1700, GM1774"
            )
        ],
        BY_REGION,
        set_("ties.0.order", []),
    ),
    # no division
    (
        ["explain_infeasible: whether it is told why: False, must be True"],
        BASE,
        set_("status", "infeasible"),
    ),
    (
        ["explain_infeasible: whether it is told why: False, must be True"],
        (*BASE, *SHORT),
        set_("infeasibility", None),
    ),
    (
        [
            (
                "explain_infeasible: the reasons begin with the numbers: "
                ", must be Overijssel: the 2 eligible municipalities can take at most 18 amv "
                "places; the rest is 358; 340 short."
            )
        ],
        (*BASE, *SHORT),
        set_("reasons", []),
    ),
    (
        ["explain_infeasible[PV24]: an area of a province without a division"],
        (*BASE, *SHORT),
        lambda v: shortage(v).update(area="PV24"),
    ),
    (
        ["add_shortages[PV23].amv: the rest: 359, must be 358"],
        (*BASE, *SHORT),
        lambda v: put(shortage(v)["short"], "amv", 1),
    ),
    (
        ["add_shortages[PV23]: how many are eligible: 3, must be 2"],
        (*BASE, *SHORT),
        lambda v: shortage(v).update(eligible=3),
    ),
    (["add_shortages[PV23].amv: 19 placed, the limits allow 18"], (*BASE, *SHORT), place_more),
    (["add_shortages[PV23]: 340 is not in its sentence"], (*BASE, *SHORT), say_less),
    (["add_shortages[PV23].amv: 341 short, 1 beyond"], (*BASE, *SHORT), short_and_beyond),
    (["add_shortages[PV23]: nothing is short or beyond"], (*BASE, *SHORT), nothing_short),
    (
        ["move_lines[0]: for areas that there are"],
        (*BASE, *SHORT),
        lambda v: v["infeasibility"]["repairs"][0].update(areas=["PV24"]),
    ),
    (
        ["move_lines[distribution.eligible]: what it becomes: named, must be all"],
        (*BASE, *SHORT),
        lambda v: v["infeasibility"]["repairs"][2]["moves"][0].update(becomes="named"),
    ),
    (
        ["move_lines[distribution.limits.GM0141.amv.max]: 9 becomes 8"],
        (*BASE, *SHORT),
        lambda v: move(v).update(becomes=8),
    ),
    (
        ["move_lines[distribution.limits.GM0141.amv.max]: how far it moves: 1, must be 340"],
        (*BASE, *SHORT),
        lambda v: move(v).update(by=1),
    ),
    (
        [
            "move_lines[distribution.limits.GM0141.amv.max]: the line is now: 1, must be 9",
            "move_lines[distribution.limits.GM0141.amv.max]: how far it moves: 340, must be 348",
        ],
        (*BASE, *SHORT),
        lambda v: move(v).update(now=1),
    ),
    (
        [
            (
                "move_lines[distribution.limits.GM0141.amv.max]: where it stands: elsewhere.yaml:1:1"
                ", must be --set distribution.limits={Borne: {amv: {max: 9}}, Almelo: {amv: "
                "{max: 9}}}"
            )
        ],
        (*BASE, *SHORT),
        lambda v: move(v).update(where="elsewhere.yaml:1:1"),
    ),
    (
        ["move_lines[0]: holds another repair", "move_lines[3]: holds another repair"],
        (*BASE, *SHORT),
        repeat_a_repair,
    ),
    # the record
    (
        ["record_settings: every setting stands in the record as it is written"],
        BASE,
        set_("scenario.settings.raming", 2024),
    ),
    (
        ["cover_areas: the areas: PV23 to PV24, must be PV23 to PV23"],
        BASE,
        set_("areas.0.code", "PV24"),
    ),
    (
        ["cover_areas: the areas: PV23 to PV23, PV23 to PV23, must be PV23 to PV23"],
        BASE,
        lambda v: v["areas"].append(v["areas"][0]),
    ),
    (
        ["cover_areas: the provinces: PV23, must be PV24"],
        BASE,
        set_("scenario.settings.provinces", ["PV24"]),
    ),
    (
        [
            "record_lots: the order of lots: GM0147, GM0141, GM0148, GM0150, GM0153, GM0158, GM0160, GM0163, GM0164, GM0166, GM0168, GM0173, GM0175, GM0177, GM0180, GM0183, GM0189, GM0193, GM1700, GM1708, GM1735, GM1742, GM1773, GM1774, GM1896, must be GM0141, GM0147, GM0148, GM0150, GM0153, GM0158, GM0160, GM0163, GM0164, GM0166, GM0168, GM0173, GM0175, GM0177, GM0180, GM0183, GM0189, GM0193, GM1700, GM1708, GM1735, GM1742, GM1773, GM1774, GM1896"
        ],
        BASE,
        swap_lots,
    ),
    (
        ["record_inhabitants[GM0141]: 0 inhabitants by reference/population.csv:91"],
        BASE,
        set_("municipalities.0.inhabitants", 0),
    ),
    (
        ["record_inhabitants[GM0147]: inhabitants: 24525, must be 24524"],
        BASE,
        set_("municipalities.1.inhabitants", 24525),
    ),
    (
        ["record_inhabitants[GM0141]: 73,949 inhabitants by no row"],
        BASE,
        set_("municipalities.0.inhabitants_row", ""),
    ),
    (
        [
            "record_lots: the lots come from 'drawn: notary.pdf', must be 'by CBS code: no lots were drawn'"
        ],
        BASE,
        set_("manifest.lots_from", "drawn: notary.pdf"),
    ),
    (
        [
            "record_inputs: files of offers: 0, must be 1",
            "record_inputs: the reference tables are named",
        ],
        BASE,
        set_("manifest.inputs", []),
    ),
    (
        ["record_inputs: files read once: 14, must be 15"],
        BASE,
        lambda v: v["manifest"]["inputs"].append(v["manifest"]["inputs"][0]),
    ),
    (
        [
            "record_objectives[PV23.regular]: objectives called deviation: 0, must be 1",
            "record_objectives[PV23.regular]: objectives called left_out: 0, must be 1",
            "record_objectives[PV23.amv]: objectives called deviation: 0, must be 1",
            "record_objectives[PV23.amv]: objectives called left_out: 0, must be 1",
        ],
        BASE,
        set_("objectives", []),
    ),
    (
        ["weigh_by_key[GM0141]: the share is: estimated, must be published"],
        BASE,
        set_("municipalities.0.share_status", "estimated"),
    ),
    (
        ["apportion_pro_rata[rest.PV23.amv]: no divisor of 32/23 to 60/43 is told"],
        BASE,
        lambda v: division(v, "rest", "amv").update(divisor=None),
    ),
    (
        ["add_up[task.NL.amv]: what the total is the sum of: 0, must be 5365"],
        SCALED,
        lambda v: division(v, "task", "amv").update(terms=[]),
    ),
]
