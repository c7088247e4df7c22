# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every rule of the rest binds where it should, and says in numbers when it cannot be met."""

from __future__ import annotations

from pathlib import Path

import pytest

import allocator
from allocator.distribution.rules import RULES
from allocator.verification import CHECKS
from models.account import close
from models.places import Places

OTHERS = [
    one.code
    for one in allocator.run("overijssel-2024").result.municipalities
    if one.name not in ("Borne", "Almelo")
]


def run(*overrides: str):
    return allocator.run("overijssel-2024", overrides).result


def rest(result, name: str) -> Places:
    return next(one.rest for one in result.municipalities if one.name == name)


def test_every_rule_has_a_check_of_the_same_name_a_sentence_and_a_test():
    here = Path(__file__).read_text(encoding="utf-8")
    for rule in RULES.values():
        assert rule.name in CHECKS
        assert rule.says.endswith((".", "k."))
        assert f"# {rule.name}" in here


# close_rest
def test_a_rest_for_which_nobody_is_eligible_cannot_be_divided():
    found = run("distribution.eligible=named")
    assert found.status == "infeasible"
    assert found.reasons == (
        (
            "Overijssel: no municipality is eligible for the 626 places that are left to divide, "
            "of which 358 amv."
        ),
    )
    assert all(one.rest is None for one in found.municipalities)


def test_a_rest_above_what_the_eligible_can_take_is_told_in_numbers():
    found = run(
        "distribution.eligible=all",
        "distribution.exempt=[{}]".format(", ".join(OTHERS)),
        "distribution.limits={Borne: {regular: {max: 100}}, Almelo: {regular: {max: 90}}}",
    )
    assert found.reasons == (
        (
            "Overijssel: the 2 eligible municipalities can take at most 190 regular places; "
            "the rest is 268; 78 short."
        ),
    )


# respect_eligibility
def test_whoever_counts_its_share_gets_no_rest_places_of_that_kind():
    found = run()
    assert rest(found, "Kampen").amv == 0
    assert rest(found, "Almelo").regular == 0


def test_a_limit_that_asks_places_of_one_who_is_not_eligible_cannot_be_met():
    found = run("distribution.limits={Almelo: {regular: {min: 3}}}")
    assert found.reasons == (
        (
            "Almelo has to take at least 3 regular places and can take at most 0, for it is not "
            "eligible."
        ),
    )


def test_an_exempted_municipality_gets_nothing_and_the_others_carry_its_places():
    found = run("distribution.exempt=[Enschede]")
    assert rest(found, "Enschede").total == 0
    assert sum(one.rest.total for one in found.municipalities) == 626


def test_only_named_municipalities_take_part_where_the_scenario_names_them():
    found = run("distribution.eligible=named", "distribution.named=[Borne, Almelo]")
    carrying = {one.name for one in found.municipalities if one.rest.total}
    assert carrying == {"Borne", "Almelo"}


def test_eligibility_on_the_total_looks_at_both_kinds_together():
    found = run("distribution.per_kind=false")
    almelo = next(one for one in found.municipalities if one.name == "Almelo")
    assert almelo.counted.total > almelo.share.total
    assert (almelo.eligible.regular, almelo.eligible.amv) == (False, False)


# respect_limits
def test_a_limit_binds_and_one_that_does_not_changes_nothing():
    assert rest(run("distribution.limits={Borne: {amv: {max: 2}}}"), "Borne").amv == 2
    assert rest(run("distribution.limits={Borne: {amv: {min: 30}}}"), "Borne").amv == 30
    loose = run("distribution.limits={Borne: {total: {max: 600}}}")
    assert [one.rest for one in loose.municipalities] == [one.rest for one in run().municipalities]


def test_a_limit_on_the_total_couples_the_kinds():
    found = run("distribution.limits={Borne: {total: {max: 12}}}")
    assert rest(found, "Borne").total == 12
    assert [one.method for one in found.divisions if one.stage == "rest"] == ["least_squares"]


def test_a_limit_above_the_rest_cannot_be_met():
    found = run("distribution.limits={Borne: {total: {min: 2000}}}")
    assert found.reasons == (
        (
            "Overijssel: the 25 eligible municipalities have to take at least 2,000 places; the "
            "rest is 626; 1,374 too many."
        ),
    )


# respect_region_limits
def test_a_region_takes_at_least_what_the_scenario_asks_of_it():
    found = run("distribution.region_limits={Twente: {total: {min: 500}}}")
    assert sum(one.rest.total for one in found.municipalities if one.region == "Twente") == 500


def test_regions_that_together_may_take_less_than_the_rest_cannot_close():
    tight = "{total: {max: 300}}"
    found = run(f"distribution.region_limits={{Twente: {tight}, IJsselland: {tight}}}")
    assert found.status == "infeasible"
    assert found.reasons == (
        (
            "Overijssel: the 25 eligible municipalities can take at most 600 places; the rest is "
            "626; 26 short."
        ),
    )


# reach_minimum_site
def test_a_municipality_reaches_the_minimum_site_with_what_it_counts_or_gets_nothing():
    found = run("distribution.minimum_site={regular: 50, amv: 20}")
    for one in found.municipalities:
        for kind, least in (("regular", 50), ("amv", 20)):
            assert one.rest.of(kind) == 0 or one.counted.of(kind) + one.rest.of(kind) >= least


def test_a_minimum_site_above_the_whole_rest_cannot_be_met():
    found = run("distribution.minimum_site.amv=2000")
    assert found.status == "infeasible"
    assert found.reasons == (
        (
            "Overijssel: the 23 eligible municipalities can take at most 0 amv places, as each "
            "takes none or comes to the minimum site; the rest is 358; 358 short."
        ),
    )


# limit_participants
def test_at_most_so_many_municipalities_get_places():
    found = run("distribution.most_participants={regular: 6, amv: 4}")
    assert sum(one.rest.regular > 0 for one in found.municipalities) == 6
    assert sum(one.rest.amv > 0 for one in found.municipalities) == 4


def test_too_few_participants_for_what_each_may_take_are_told_in_numbers():
    each = ", ".join(f"{name}: {{amv: {{max: 60}}}}" for name in (*OTHERS, "Borne", "Almelo"))
    found = run("distribution.most_participants={amv: 5}", f"distribution.limits={{{each}}}")
    assert found.reasons == (
        (
            "Overijssel: the 23 eligible municipalities can take at most 300 amv places, as only "
            "so many municipalities may take part; the rest is 358; 58 short."
        ),
    )
    move = found.infeasibility.repairs[0].moves[0]
    assert (move.path, move.now, move.becomes) == ("distribution.most_participants.amv", 5, 6)
    assert move.says == "at most 5 municipalities with amv places"


def test_more_who_have_to_take_places_than_may_exclude_one_another():
    found = run(
        "distribution.most_participants={amv: 1}",
        "distribution.limits={Borne: {amv: {min: 2}}, Almelo: {amv: {min: 2}}}",
    )
    assert found.reasons == (
        "Overijssel: at most 1 municipality may get amv places, and at least 2 have to.",
    )


def test_the_selection_that_lots_decide_is_reported_and_follows_the_drawn_order():
    minimum = "distribution.minimum_site={regular: 0, amv: 20}"
    (tie,) = run(minimum).ties
    assert (tie.stage, tie.tied, tie.drawn) == ("selection", ("GM0180", "GM1773"), ("GM0180",))
    (turned,) = run(minimum, "distribution.lots=[Olst-Wijhe, Staphorst]").ties
    assert turned.drawn == ("GM1773",)


def test_the_base_gap_divides_pro_rata_of_what_is_missing():
    found = run("distribution.base=gap")
    (amv,) = [d for d in found.divisions if (d.stage, d.kind) == ("rest", "amv")]
    weights = {claim.code: claim.weight for claim in amv.claims}
    for one in found.municipalities:
        if one.code in weights:
            assert weights[one.code] == one.share.amv - one.counted.amv


def test_regions_that_close_on_their_own_may_bring_the_province_above_its_task():
    found = run("distribution.by=region")
    (province,) = found.provinces
    assert [area.name for area in found.areas] == ["IJsselland", "Twente"]
    assert (province.rest.total, province.surplus.total, province.over_task) == (989, 227, 136)


@pytest.mark.parametrize(
    ("task", "counted", "rest", "surplus", "over"),
    [
        # 5 places are left, 20 of the amv places are missing: 15 come on top.
        ((80, 20), (95, 0), (0, 20), (0, 0), 15),
        ((80, 20), (70, 10), (10, 10), (0, 0), 0),
        # More amv places than asked take the place of regular ones.
        ((80, 20), (70, 25), (5, 0), (0, 0), 0),
        ((80, 20), (90, 20), (0, 0), (10, 0), 0),
        ((80, 20), (80, 30), (0, 0), (0, 10), 0),
        ((80, 20), (120, 0), (0, 20), (20, 0), 20),
    ],
)
def test_the_amv_shortage_comes_first_and_nothing_is_dropped(task, counted, rest, surplus, over):
    def places(pair):
        return Places(regular=pair[0], amv=pair[1])

    account = close(places(task), places(counted), Places())
    assert account.rest == places(rest)
    assert account.surplus == places(surplus)
    assert account.over_task == over


@pytest.mark.parametrize(
    "method",
    ["largest_remainder", "sainte_lague", "dhondt", "adams", "huntington_hill", "dean"],
)
def test_without_bounds_and_minima_the_rest_is_exactly_an_apportionment(method):
    found = run(f"distribution.method={method}")
    for kind, total in (("regular", 268), ("amv", 358)):
        weights = {
            one.code: one.share.of(kind) for one in found.municipalities if one.eligible.of(kind)
        }
        expected = allocator.apportion(weights, total, method=method).seats
        assert {
            one.code: one.rest.of(kind) for one in found.municipalities if one.code in weights
        } == expected


# respect_cap
def test_nobody_gets_more_than_a_part_of_its_own_share_and_what_counts_stays():
    found = run('distribution.cap={regular: "1", amv: "1"}')
    for one in found.municipalities:
        for kind in ("regular", "amv"):
            assert one.decision.of(kind) <= max(one.share.of(kind), one.counted.of(kind))
