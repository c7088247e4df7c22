# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The country of 2024: the reports of the provinces, and who takes over from whom."""

from __future__ import annotations

import csv
import json
import math
from functools import cache
from itertools import combinations

import pytest

import allocator
from allocator.loading import PACKAGED, reference
from allocator.loading.reference_rows import ProvinceFigureRow
from allocator.loading.reports import figures_that_count
from allocator.national.distances import tenths_between
from allocator.pipeline import given
from allocator.verification.country import middle_of
from allocator.verification.facts import Facts
from allocator.verification.tasks import tenths
from models.fault import InputError
from models.places import Places
from models.territory import great_circle_km

NAME = "nederland-2024-reports"
PROPORTIONAL = "national.takeover=proportional"
NEIGHBOURS = "national.neighbours_only=true"
NOBODY = "national.takeover=none"
PART = "distribution.region_limits={Utrecht: {regular: {min: 100}}}"
NOBODY_BUT_ZWOLLE = (
    "distribution={eligible: named, named: [Zwolle], limits: {Zwolle: {total: {max: 9}}}}"
)


@cache
def known(*overrides: str, name: str = NAME):
    """What is known before anything is divided."""
    return given(name, overrides)


def balance(code: str, *overrides: str):
    country = known(*overrides).counted.country
    return next(one for one in country.provinces if one.code == code)


def moved(*overrides: str):
    return {
        (one.giver, one.taker, one.kind): one.places for one in known(*overrides).counted.takeovers
    }


def said(code: str, *overrides: str, name: str = NAME) -> list[str]:
    one = known(*overrides, name=name)
    return [w.message for w in (*one.problem.warnings, *one.counted.warnings) if w.code == code]


@pytest.mark.parametrize(
    ("code", "task", "report", "surplus", "short"),
    [
        ("PV20", 2717, 4525, 1808, 0),  # Groningen
        ("PV21", 3391, 4305, 914, 0),  # Fryslân
        ("PV22", 2691, 4182, 1491, 0),  # Drenthe
        ("PV23", 6325, 3864 + 1835, 0, 626),  # Overijssel: guaranteed and intended
        ("PV24", 2441, 3580, 1139, 0),  # Flevoland
        ("PV25", 11704, 10474, 0, 1230),  # Gelderland
        ("PV27", 16290, 10672 + 3620, 0, 1998),  # Noord-Holland
        ("PV28", 19776, 15180, 0, 4596),  # Zuid-Holland, by 1 February 2026
        ("PV29", 2109, 2400, 291, 0),  # Zeeland
        ("PV30", 14689, 13478, 0, 1211),  # Noord-Brabant: the 8,241 are what existed
        ("PV31", 5662, 5406, 0, 256),  # Limburg
    ],
)
def test_a_report_above_the_task_is_a_surplus_and_below_it_a_shortage(
    code, task, report, surplus, short
):
    one = balance(code)
    assert (one.task.total, one.counted.total) == (task, report)
    assert (one.surplus.total, one.shortage.total) == (surplus, short)


def test_the_province_without_a_known_report_is_left_out_and_named():
    out = [one.name for one in known().counted.country.provinces if not one.known]
    assert out == ["Utrecht"]
    (notice,) = said("report-not-known")
    assert notice == (
        "no report is known of Utrecht: what it has is in no sum, and no municipality there gets a "
        "rest"
    )


def test_the_reports_come_near_to_the_almost_90_000_of_the_letter():
    counted = sum(one.counted.total for one in known().counted.country.provinces)
    assert counted == 83_521
    # What Utrecht would have to have reported for 90,000, and what it was asked.
    assert 90_000 - counted == 6_479 < balance("PV26").task.total == 8_207


def test_the_whole_surplus_is_taken_over_and_the_decisions_are_the_tasks():
    country = known().counted.country
    surplus = 1808 + 914 + 1491 + 1139 + 291
    assert sum(one.surplus.total for one in country.provinces) == surplus
    assert sum(moved().values()) == surplus
    assert country.decisions == country.tasks == 87_795
    assert country.unused == 0


# The surplus of two provinces, for the provinces that are short in the north and the west.
SEVEN = "provinces=[PV21, PV23, PV24, PV25, PV27, PV30, PV31]"


def test_least_distance_has_flevoland_serve_noord_holland_and_fryslan_overijssel_first():
    assert moved(SEVEN) == {
        ("PV21", "PV23", "regular"): 268,
        ("PV21", "PV27", "regular"): 569,
        ("PV24", "PV27", "regular"): 1042,
        ("PV21", "PV23", "amv"): 77,
        ("PV24", "PV27", "amv"): 97,
    }


def test_drenthe_serves_gelderland_and_zeeland_zuid_holland():
    regular = {
        (giver, taker): n for (giver, taker, kind), n in moved().items() if kind == "regular"
    }
    assert regular[("PV22", "PV25")] == 1212
    assert regular[("PV29", "PV28")] == 266


def test_proportional_is_the_same_part_of_what_each_is_short():
    surplus = ("PV20", "PV21", "PV22", "PV24", "PV29")
    for kind in ("regular", "amv"):
        has = sum(balance(code).surplus.of(kind) for code in surplus)
        short = {
            one.code: one.shortage.of(kind)
            for one in known().counted.country.provinces
            if one.known
        }
        for code, lacks in short.items():
            got = sum(n for (_, t, k), n in moved(PROPORTIONAL).items() if (t, k) == (code, kind))
            assert abs(got - has * lacks / sum(short.values())) <= 1


def test_only_neighbours_keeps_flevoland_from_serving_brabant():
    assert ("PV24", "PV30", "regular") in moved(PROPORTIONAL, SEVEN)
    pairs = {(giver, taker) for giver, taker, _ in moved(PROPORTIONAL, NEIGHBOURS, SEVEN)}
    # Over the Afsluitdijk and the Houtribdijk too: municipalities share a border there.
    assert pairs == {
        ("PV21", "PV23"), ("PV21", "PV27"),
        ("PV24", "PV23"), ("PV24", "PV25"), ("PV24", "PV27"),
    }  # fmt: skip


def test_provinces_are_neighbours_if_a_row_of_the_table_joins_municipalities_of_both():
    with (PACKAGED / "reference" / "neighbours.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (PACKAGED / "reference" / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        province = {row["code"]: row["province"] for row in csv.DictReader(file)}
    expected = {}
    for number, row in enumerate(rows, start=2):
        ends = (row["code_a"], row["code_b"])
        if len({province[code] for code in ends}) == 2:
            expected[tuple(sorted(ends))] = f"reference/neighbours.csv:{number}"
    country = known(NEIGHBOURS).counted.country
    assert {(one.one, one.other): one.row for one in country.crossings} == expected
    assert [(one.one, one.other) for one in country.borders] == sorted(
        {tuple(sorted(province[code] for code in pair)) for pair in expected}
    )
    assert len(country.borders) == 22


def test_only_those_named_take_over_and_the_surplus_of_others_is_said_to_remain():
    only = ("national.from=[Flevoland]", SEVEN)
    assert {giver for giver, _, _ in moved(*only)} == {"PV24"}
    country = known(*only).counted.country
    assert country.unused == 914
    assert country.decisions == country.tasks + 914
    assert (
        "914 places of surplus are taken over by nobody (Fryslân 914)"
        in (said("surplus-remains", *only)[0])
    )


def test_a_surplus_remains_when_nobody_is_short_any_more():
    two = ("provinces=[PV21, PV31]", "reports=published")
    country = known(*two).counted.country
    assert sum(moved(*two).values()) == 256
    assert country.unused == 914 - 256
    assert said("surplus-remains", *two)[0].endswith(
        "no province is short any more; the decisions exceed the tasks by them"
    )


def test_without_takeovers_the_rest_is_the_whole_shortage():
    assert moved(NOBODY) == {}
    assert balance("PV23", NOBODY).left.total == 626
    assert known(NOBODY).counted.country.unused == 5_643
    (notice,) = said("surplus-remains", NOBODY)
    assert notice == (
        "5,643 places of surplus are taken over by nobody (Groningen 1,808, Fryslân 914, Drenthe "
        "1,491, Flevoland 1,139, Zeeland 291): national.takeover is none; the decisions exceed the "
        "tasks by them"
    )


def test_intended_places_count_only_where_likely_ones_do():
    strict = "counting.statuses=[guaranteed]"
    assert balance("PV23", strict).counted.total == 3864
    assert balance("PV27", strict).counted.total == 10672
    plans = "counting.statuses=[guaranteed, intended]"
    assert balance("PV23", plans).counted.total == 3864 + 1835


def test_without_guaranteed_places_nothing_is_left_of_most_reports():
    with pytest.raises(InputError) as refused:
        given(NAME, ["counting.statuses=[likely]"])
    assert [fault.code for fault in refused.value.faults] == ["reports-without-guaranteed"]


def test_an_unknown_amv_part_is_pro_rata_of_the_task_and_said_to_be_an_estimate():
    one = balance("PV21")
    assert one.counted.amv == round(4305 * one.task.amv / 3391)
    assert balance("PV25").counted.amv == 974  # published
    (notice,) = said("report-estimated")
    assert notice == (
        "the amv part of the report is an estimate, pro rata of the task, for Fryslân, Drenthe, "
        "Flevoland, Noord-Holland, Zuid-Holland, Zeeland, Noord-Brabant, Limburg"
    )


def test_an_amv_part_is_estimated_once_for_all_figures_of_a_province():
    of = {one.figure: one for one in known().problem.reports if one.area == "PV27"}
    together = 14_292 * 1_381 / 16_290
    assert sum(one.places.amv for one in of.values()) == round(together) == 1_212
    assert of["guaranteed"].places.amv == round(10_672 * 1_381 / 16_290)


@pytest.mark.parametrize("figures", [(5, 5), (4, 6), (7, 1, 2), (1,) * 10])
def test_no_rounding_is_done_twice_however_many_figures_there_are(figures):
    # Of 10 places 3.3 are amv places; figure by figure it would be 4, 3 and 0.
    rows = [
        ProvinceFigureRow.model_validate(
            {"raming": "2024", "area": "PV27", "figure": "reported", "total": str(total),
             "date": "", "amv": "", "note": "", "source": "x", "status": "published",
             "row": "x:1"}
        )
        for total in figures
    ]  # fmt: skip
    found = list(figures_that_count(rows, Places(regular=67, amv=33)))
    assert sum(one.places.amv for one in found) == 3
    assert all(0 <= one.places.amv <= one.total for one in found)


def test_a_province_of_which_the_scenario_gives_places_is_taken_at_those():
    own = known("reports=published", name="overijssel-2024")
    assert own.counted.unlocated == ()
    (one,) = own.counted.country.provinces
    assert (one.counted.total, one.shortage.total, one.known) == (5699, 626, True)
    assert (
        "does not count beside them"
        in said("report-not-used", "reports=published", name="overijssel-2024")[0]
    )


def test_a_scenario_that_asks_nothing_of_this_says_nothing_of_it():
    plain = allocator.run("overijssel-2024").result
    assert plain.country is None
    assert plain.takeovers == plain.reports == ()
    assert "reference/province_figures.csv" not in [one.name for one in plain.manifest.inputs]


def test_the_municipalities_of_a_province_without_a_report_get_no_rest():
    result = allocator.run(NAME, ["provinces=[PV21, PV23, PV26]"]).result
    assert result.status == "optimal"
    for one in result.municipalities:
        assert (one.rest is None) == (one.province == "PV26")
    for code, left in (("PV21", 0), ("PV23", 626 - 345)):
        rests = [one.rest.total for one in result.municipalities if one.province == code]
        assert sum(rests) == left
    again = type(result).model_validate_json(json.dumps(result.to_json()))
    assert allocator.verify(allocator.Run(again)).ok


@pytest.mark.parametrize(
    ("override", "code", "what"),
    [
        ("national.from=[Limburg]", "no-surplus", "Limburg has no surplus to take over with"),
        ("national.from=[Utrecht]", "no-report", "the report of Utrecht is not known"),
        (
            "distribution.limits={Amersfoort: {amv: {min: 3}}}",
            "no-report",
            "the report of Utrecht is not known, so nothing is divided",
        ),
        (
            "distribution.region_limits={Utrecht: {regular: {min: 100}}}",
            "no-report",
            "the report of Utrecht is not known, so nothing is divided that Utrecht could",
        ),
        (
            "distribution={eligible: named, named: [Zwolle, Amersfoort]}",
            "no-report",
            "the report of Utrecht is not known, so nothing is divided that Amersfoort could get",
        ),
    ],
)
def test_a_province_that_has_nothing_to_take_over_with_cannot_be_named(override, code, what):
    with pytest.raises(InputError) as refused:
        given(NAME, [override])
    (fault,) = refused.value.faults
    assert fault.code == code
    assert fault.what.startswith(what)
    assert str(fault.where).startswith("--set")


def test_every_line_that_asks_something_of_an_unknown_rest_is_told_at_once():
    lines = ["distribution.limits={Amersfoort: {amv: {min: 3}}, Zeist: {amv: {min: 3}}}", PART]
    with pytest.raises(InputError) as refused:
        given(NAME, lines)
    assert [fault.code for fault in refused.value.faults] == ["no-report"] * 3


def test_a_province_without_a_surplus_that_is_not_short_either_is_not_said_to_be():
    exactly = "unlocated_offers=[{province: PV23, places: {regular: 5787, amv: 538}}]"
    with pytest.raises(InputError) as refused:
        given(NAME, [exactly, "national.from=[Overijssel]"])
    (fault,) = refused.value.faults
    assert fault.what == "Overijssel has no surplus to take over with"


def test_exempting_who_gets_nothing_anyhow_is_said_to_have_no_effect():
    (notice,) = said("without-effect", "distribution.exempt=[Amersfoort]")
    assert notice.endswith(
        "has no effect: the report of Utrecht is not known, so nothing is divided there"
    )
    assert notice.startswith("distribution.exempt.0 (--set distribution.exempt")


@pytest.mark.parametrize("only", [["distribution.eligible=named"], [NOBODY_BUT_ZWOLLE]])
def test_why_there_is_no_division_is_told_beside_a_province_that_is_not_known(only):
    small = ["provinces=[PV23, PV26]", "merging.minimum_site={regular: 0, amv: 0}"]
    result = allocator.run(NAME, [*small, *only]).result
    assert result.status == "infeasible"
    assert {one.area for one in result.infeasibility.shortages} == {"PV23"}
    assert result.infeasibility.repairs


def test_the_order_of_the_provinces_does_not_matter():
    backwards = "provinces=[PV31, PV30, PV27, PV25, PV24, PV23, PV21]"
    for rule in (PROPORTIONAL, NEIGHBOURS):
        assert moved(rule, backwards) == moved(rule, SEVEN)


def test_no_distance_between_provinces_is_so_near_to_a_half_that_rounding_is_open():
    inside: dict[str, list] = {}
    for one in reference().territory.municipalities.values():
        inside.setdefault(one.province, []).append(one)
    middles = {
        code: (
            sum(o.latitude for o in all_) / len(all_),
            sum(o.longitude for o in all_) / len(all_),
        )
        for code, all_ in inside.items()
    }
    for one, other in combinations(middles.values(), 2):
        tenths = great_circle_km(*one, *other) * 10
        assert abs(tenths - math.floor(tenths) - 0.5) > 1e-6
    assert len(middles) == 12


def test_both_formulas_of_the_distance_give_the_same_between_all_66_pairs_of_provinces():
    facts = Facts(allocator.run("nederland-2024").result)
    codes = sorted(one.code for one in facts.result.provinces)
    stage = tenths_between(given("nederland-2024").problem, codes)
    pairs = list(combinations(codes, 2))
    assert len(pairs) == 66
    for one, other in pairs:
        twin = tenths(middle_of(facts, one), middle_of(facts, other))
        assert stage[one, other] == stage[other, one] == twin
