# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planted violations: one broken number in a real result must fail its verification."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

import allocator
from allocator.verification import CHECKS, verify
from models.result import RunResult

Json = dict[str, Any]

MINIMA = "distribution.minimum_site={regular: 30, amv: 20}"
LIMITS = "distribution.limits={Borne: {regular: {max: 5}, total: {max: 12}}}"
REGION = "distribution.region_limits={Twente: {regular: {max: 190}, total: {min: 420}}}"
COMPOSITE = 'key={name: composite, parts: {income: "2/3", inhabitants: "1/3"}}'
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
    return allocator.run(name, overrides).to_json()


def checked(value: Json):
    return verify(RunResult.model_validate_json(json.dumps(value)))


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


def filled(name: str, **changes: Any) -> Callable[[Json], None]:
    """Change how the weight of a municipality was filled."""
    return lambda value: municipality(value, name)["weight_filled"].update(changes)


def reweighed(value: Json) -> None:
    """Another whole task of Noord-Holland than the one by which the amv task is shared out."""
    claims = division(value, "task", "amv")["claims"]
    next(one for one in claims if one["code"] == "PV27").update(weight="9")


def shortage(value: Json) -> Json:
    return value["infeasibility"]["shortages"][0]


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


BASE = ("overijssel-2024",)
SCALED = ("nederland-2024", "provinces=[PV27]")
PLANTED: list[tuple[str, tuple[str, ...], Callable[[Json], None]]] = [
    ("weigh_by_key", ("overijssel-2022",), set_("municipalities.3.weight", "7")),
    ("weigh_by_key", ("overijssel-2022", COMPOSITE), set_("municipalities.3.weight", "1/25")),
    ("weigh_by_key", BASE, lambda v: municipality(v, "Almelo").update(weight="324")),
    ("weigh_by_key", BASE, set_("key.name", "statutory")),
    ("fill_weights", BASE, lambda v: municipality(v, "Borne").update(share_status="computed")),
    ("fill_weights", BASE, filled("Borne", known="1")),
    ("fill_weights", BASE, filled("Borne", area_total=3_276)),
    ("fill_weights", BASE, filled("Borne", key="inhabitants")),
    ("fill_weights", BASE, lambda v: division(v, "fill", "total")["claims"].pop()),
    ("fill_weights", SCALED, filled("Stede Broec", ratio="2")),
    ("fill_weights", SCALED, filled("Stede Broec", known_substitute="7")),
    ("record_settings", BASE, set_("scenario.settings.population", 2022)),
    ("estimate_tasks", SCALED, set_("provinces.0.task_status", "published")),
    (
        "estimate_tasks",
        SCALED,
        reweighed,
    ),
    ("add_up", SCALED, lambda v: division(v, "task", "amv")["terms"].append(1)),
    ("record_settings", BASE, set_("scenario.name", "another")),
    ("close_shares", BASE, lambda v: put(municipality(v, "Almelo")["share"], "amv", 1)),
    ("record_shares", BASE, lambda v: claim(v, "share", "total").update(places=9)),
    ("bound_shares", BASE, lambda v: claim(v, "share", "amv").update(maximum=400)),
    ("add_up", BASE, lambda v: claim(v, "rest", "amv").update(places=0)),
    ("add_up", (*BASE, LIMITS), lambda v: claim(v, "rest", "both").update(maximum=0)),
    ("apportion_pro_rata", BASE, swap_rest),
    ("apportion_pro_rata", (*BASE, REMAINDERS), swap_rest),
    ("apportion_pro_rata", BASE, lambda v: division(v, "rest", "amv").update(divisor="2")),
    ("apportion_pro_rata", BASE, lambda v: division(v, "rest", "amv").update(divisors=["1", "2"])),
    ("count_offers", BASE, set_("offers.0.counts", False)),
    ("count_offers", BASE, set_("offers.3.until", "2025-12-31")),
    ("count_offers", (*BASE, SITES), set_("offers.0.places", 20)),
    ("count_exchanges", BASE, set_("exchanges.0.until", "2026-01-31")),
    ("count_pooled", BASE, set_("pooled_offers.0.counts", False)),
    ("count_pooled", BASE, lambda v: division(v, "pooled", "regular").update(total=555)),
    ("split_pooled", BASE, lambda v: claim(v, "pooled", "regular").update(weight="1")),
    ("add_counted", BASE, lambda v: put(municipality(v, "Kampen")["counted"], "regular", 1)),
    ("add_counted", BASE, set_("exchanges.0.places", 199)),
    (
        "add_unlocated",
        ("overijssel-2026",),
        lambda v: put(v["unlocated_offers"][0]["places"], "regular", 1),
    ),
    ("close_accounts", BASE, lambda v: put(area(v)["rest"], "amv", -1)),
    ("close_accounts", BASE, lambda v: area(v).update(over_task=1)),
    ("close_accounts", BASE, lambda v: put(area(v)["surplus"], "regular", 1)),
    ("add_provinces", BASE, lambda v: put(v["provinces"][0]["counted"], "regular", 1)),
    ("close_rest", BASE, lambda v: put(municipality(v, "Borne")["rest"], "amv", 1)),
    ("respect_eligibility", BASE, lambda v: put(municipality(v, "Kampen")["rest"], "amv", 1)),
    (
        "respect_eligibility",
        BASE,
        lambda v: municipality(v, "Kampen")["eligible"].update(amv=True),
    ),
    ("respect_limits", (*BASE, LIMITS), lambda v: put(municipality(v, "Borne")["rest"], "amv", 9)),
    (
        "respect_region_limits",
        (*BASE, REGION),
        lambda v: put(municipality(v, "Enschede")["rest"], "regular", -30),
    ),
    (
        "reach_minimum_site",
        (*BASE, MINIMA),
        lambda v: put(municipality(v, "Almelo")["rest"], "amv", -1),
    ),
    ("divide_pro_rata", BASE, lambda v: claim(v, "rest", "amv").update(weight="26")),
    ("divide_pro_rata", BASE, lambda v: claim(v, "rest", "amv").update(minimum=1)),
    ("divide_pro_rata", BASE, lambda v: division(v, "rest", "amv")["claims"].pop()),
    ("balance_squares", (*BASE, REGION), coupled_swap),
    (
        "balance_squares",
        (*BASE, REGION),
        lambda v: division(v, "rest", "both")["multipliers"].update(
            {"respect_region_limits[VR05.total]": "-1"}
        ),
    ),
    ("decide", BASE, lambda v: put(municipality(v, "Borne")["decision"], "amv", 1)),
    ("realise", BASE, lambda v: put(municipality(v, "Kampen")["realised"], "regular", 200)),
    ("realise", BASE, set_("realised_elsewhere", [])),
    (
        "draw_in_order",
        (*BASE, "distribution.by=region"),
        lambda v: v["ties"][0].update(drawn=v["ties"][0]["tied"][1:]),
    ),
    ("draw_in_order", BASE, lambda v: v["manifest"]["lots"].pop()),
    ("prove_objectives", BASE, set_("objectives.0.bound", 1)),
    ("count_in_places", BASE, set_("objectives.0.unit", 7)),
    ("draw_in_order", (*BASE, "distribution.by=region"), set_("ties.0.order", [])),
    ("explain_infeasible", BASE, set_("status", "infeasible")),
    ("explain_infeasible", (*BASE, *SHORT), set_("infeasibility", None)),
    ("explain_infeasible", (*BASE, *SHORT), set_("reasons", [])),
    ("explain_infeasible", (*BASE, *SHORT), lambda v: shortage(v).update(area="PV24")),
    ("add_shortages", (*BASE, *SHORT), lambda v: put(shortage(v)["short"], "amv", 1)),
    ("add_shortages", (*BASE, *SHORT), lambda v: shortage(v).update(eligible=3)),
    ("add_shortages", (*BASE, *SHORT), place_more),
    ("move_lines", (*BASE, *SHORT), lambda v: move(v).update(by=1)),
    ("move_lines", (*BASE, *SHORT), lambda v: move(v).update(now=1)),
    ("move_lines", (*BASE, *SHORT), lambda v: move(v).update(where="elsewhere.yaml:1:1")),
    ("move_lines", (*BASE, *SHORT), repeat_a_repair),
    ("deviate_least", BASE, lambda v: v["objectives"][0].update(value=9290, bound=9290)),
]


@pytest.mark.parametrize(("check", "run", "plant"), PLANTED)
def test_a_planted_violation_is_found_by_the_check_of_its_rule(check, run, plant):
    value = copy.deepcopy(saved(*run))
    assert checked(value).ok
    plant(value)
    failures = checked(value).failures
    assert any(failure.check.partition("[")[0] == check for failure in failures), failures


def test_every_check_has_a_planted_violation():
    assert {check for check, _, _ in PLANTED} == set(CHECKS)


def integers(value: Any, path: tuple[Any, ...] = ()):
    """The paths of every whole number that a reader could take for a result."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("total", "settings", "seconds", "weight_figures", "verification"):
                yield from integers(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from integers(inner, (*path, number))
    elif isinstance(value, int) and not isinstance(value, bool):
        yield path


@pytest.mark.parametrize("seed", range(7))
def test_no_whole_number_of_a_result_can_be_changed_unseen(seed):
    runs = [BASE, (*BASE, MINIMA), (*BASE, REGION), ("overijssel-2026",), (*BASE, *SHORT)]
    run = runs[seed % 5]
    luck = random.Random(seed)
    paths = list(integers(saved(*run)))
    for path in luck.sample(paths, 60):
        value = copy.deepcopy(saved(*run))
        holder = value
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] += 1
        if "total" in holder and path[-1] in ("regular", "amv"):
            holder["total"] += 1
        assert not checked(value).ok, path
