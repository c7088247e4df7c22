# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of merged tasks: of a run, and of what the command merge answers."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from functools import cache
from io import StringIO

import jsonschema
import pytest

import allocator
from allocator.loading import packaged_names
from allocator.reporting import merge_schema, render, render_merge
from models.merge_answer import (
    Judged,
    MergeAnswer,
    ObjectiveCost,
    PlanRecord,
    RealisedChange,
    RuleFinding,
    TradeOff,
)
from models.merged import Merge, ObjectiveValue
from models.places import Places
from models.result import RunResult

OVERIJSSEL = "overijssel-2024"
HURRY = "solver.time_limit_seconds=0.001"


@cache
def result_of(name: str, *overrides: str) -> RunResult:
    return allocator.run(name, overrides).result


def cells(text: str) -> list[str]:
    """What stands between spaces."""
    return text.split()


def section(page: str, heading: str) -> list[str]:
    """The lines under a heading of a page for a terminal."""
    lines = page.splitlines()
    start = next(
        at
        for at, line in enumerate(lines)
        if line.startswith(heading) and set(lines[at + 1]) == {"="}
    )
    rest = lines[start + 2 :]
    ends = (at - 1 for at, line in enumerate(rest) if line and set(line) == {"="})
    return [line for line in rest[: next(ends, None)] if line]


def test_a_run_lists_its_merges_with_what_stands_at_the_host():
    lines = section(render(result_of(OVERIJSSEL), "table"), "Merged tasks")
    assert " ".join(lines[:2]) == (
        "Minimised in this order: 0 undersized tasks; 17 moved tasks; 1,775.6 place-km; the "
        "largest realised / share of a host ≈2.034. Each is proven to be the least, given those "
        "before it."
    )
    rows = [line.split() for line in lines]
    assert cells("regular Hengelo Borne 13 (6.8) 13 425 438 solver") in rows
    assert cells("amv Almelo Almelo 19 (own), Borne 9 (7.0) 28 0 28 solver") in rows
    kinds = [line for line in lines if line.startswith(("regular", "amv"))]
    assert len(kinds) == len(result_of(OVERIJSSEL).merges)


def test_a_run_tells_where_places_are_realised():
    lines = section(render(result_of(OVERIJSSEL), "table"), "Per municipality")
    almelo, total = (
        next(line.split() for line in lines if line.startswith(name))
        for name in ("Almelo", "Total")
    )
    assert almelo == cells("Almelo Twente 323 27 398 0 19 19 417 19 456 28")
    # 200 places of Kampen stand in Dronten.
    assert total[-4:] == ["6,325", "538", "6,125", "538"]


def test_the_csv_of_a_run_tells_it_too():
    result = result_of(OVERIJSSEL)
    rows = csv.DictReader(StringIO(render(result, "csv")))
    told = {row["code"]: (row["realised_regular"], row["realised_amv"]) for row in rows}
    assert told == {
        one.code: (str(one.realised.regular), str(one.realised.amv))
        for one in result.municipalities
        if one.realised is not None
    }


@pytest.mark.parametrize("name", packaged_names())
def test_no_line_for_a_terminal_is_longer_than_it_is_wide(name):
    assert max(map(len, render(result_of(name), "table").splitlines())) <= 100


def test_a_long_list_ends_in_where_the_others_are():
    result = result_of("nederland-2024")
    lines = section(render(result, "table"), "Merged tasks")
    more = f"and {len(result.merges) - 20} more"
    assert lines[-1].split() == cells(f"... {more} see `merges` in the JSON")
    left = section(render(result, "table"), "Tasks that stay undersized")
    assert sum(line.startswith("- ") for line in left) == len(result.undersized) == 9
    assert "it has no neighbour by land" in left[0]


def test_a_country_has_a_sheet_for_each_province():
    page = render(result_of("nederland-2024"), "table")
    for province in result_of("nederland-2024").provinces:
        total = section(page, f"Per municipality: {province.name}")[-1].split()
        assert total[0] == "Total"
        assert total[1] == f"{province.task.total:,}"


def test_merging_that_is_not_proven_says_how_far_it_may_be_from_the_best():
    result = result_of("nederland-2024", HURRY)
    unproven = [one for one in result.objectives if one.stage == "merging" and not one.proven]
    assert unproven
    said = " ".join(section(render(result, "table"), "Not proven"))
    for one, unit in (("moved_tasks", "task"), ("place_km", "place-km")):
        (found,) = [each for each in unproven if each.name == one]
        assert f"the gap is {float(found.gap):,.1f}".removesuffix(".0") in said
        assert unit in said
    assert "- Merging: " in said
    assert "Groningen, Frysl" not in said
    assert " proven)" in " ".join(section(render(result, "table"), "Merged tasks"))


def test_a_run_without_a_division_has_no_page_of_merges():
    page = render(result_of(OVERIJSSEL, "distribution.eligible=named"), "table")
    assert "Merged tasks" not in page


def values(undersized: int, moved: int, place_km: str, balance: str) -> tuple[ObjectiveValue, ...]:
    found = {
        "undersized": undersized,
        "moved_tasks": moved,
        "place_km": Fraction(place_km),
        "balance": Fraction(balance),
    }
    return tuple(
        ObjectiveValue.model_validate(
            {"name": name, "value": Fraction(value), "bound": Fraction(value), "proven": True}
        )
        for name, value in found.items()
    )


def elsewhere(merge: Merge, code: str, name: str) -> Merge:
    """The same group at another host."""
    return merge.model_copy(update={"host": code, "host_name": name})


@cache
def answer() -> MergeAnswer:
    """Two proposals for Overijssel, one that stands, with two next best plans."""
    result = result_of(OVERIJSSEL)
    best = PlanRecord(
        merges=result.merges,
        undersized=result.undersized,
        objectives=values(0, 17, "1775.6", "722/355"),
    )
    hengelo = next(one for one in result.merges if one.host_name == "Hengelo")
    others = tuple(one for one in result.merges if one != hengelo)
    other = PlanRecord(
        merges=(elsewhere(hengelo, "GM0141", "Almelo"), *others),
        undersized=(),
        objectives=values(0, 17, "1776.1", "722/355"),
    )
    fewer = PlanRecord(
        merges=result.merges[:5], undersized=(), objectives=values(0, 18, "1800", "2")
    )
    (almelo,) = [one for one in result.merges if (one.kind, one.host_name) == ("amv", "Almelo")]
    rule = RuleFinding(rule="minimum_site", holds=True, says="28 places of at least 20")
    broken = RuleFinding(rule="distance", holds=False, says="31.4 km of at most 25 km", short=64)
    costs = (
        ObjectiveCost(name="moved_tasks", best=Fraction(17), with_it=Fraction(18)),
        ObjectiveCost(name="place_km", best=Fraction("1775.6"), with_it=Fraction("1700.5")),
        ObjectiveCost(name="balance", best=Fraction("722/355"), with_it=Fraction(2)),
    )
    changes = (
        RealisedChange(
            code="GM0141",
            name="Almelo",
            best=Places(regular=428, amv=28),
            with_it=Places(regular=428, amv=40),
        ),
        RealisedChange(
            code="GM0164",
            name="Hengelo",
            best=Places(regular=438, amv=25),
            with_it=Places(regular=438, amv=13),
        ),
    )
    common = {
        "kind": "amv",
        "host": almelo.host,
        "host_name": almelo.host_name,
        "members": almelo.members,
        "places": almelo.places,
        "existing": almelo.existing,
    }
    stands = Judged(
        proposal="amv:Almelo=Borne",
        where="--propose amv:Almelo=Borne",
        holds=True,
        rules=(rule,),
        costs=costs,
        changes=changes,
        **common,
    )
    falls = Judged(
        proposal="amv:Almelo=Kampen",
        where="my.yaml:3:5",
        holds=False,
        rules=(rule, broken),
        remedy="make merging.max_distance_km 31.4",
        **common,
    )
    hopeless = falls.model_copy(update={"proposal": "amv:Almelo=Zwolle", "remedy": ""})
    return MergeAnswer(
        scenario=result.scenario.name,
        title=result.scenario.title,
        sha256=result.scenario.sha256,
        raming=result.raming,
        status="optimal",
        verified=1_234,
        plan=best,
        proposals=(stands, falls, hopeless),
        together=costs,
        changes=(),
        alternatives=(other, fewer),
        trade_off=(
            TradeOff(
                moved_tasks=17, sites=34, place_km=Fraction("1775.6"), merges=(), undersized=()
            ),
        ),
        trade_off_proven=False,
    )


def test_the_pages_of_an_answer_stand_in_order():
    page = render_merge(answer(), "markdown")
    headings = [line.lstrip("# ") for line in page.splitlines() if line.startswith("#")]
    assert headings == [
        "Overijssel 2024, intended places counted (overijssel-2024)",
        "Proposal amv:Almelo=Borne: stands",
        "Proposal amv:Almelo=Borne: what it costs",
        "Proposal amv:Almelo=Borne: who carries it",
        "Proposal amv:Almelo=Kampen: does not stand",
        "Proposal amv:Almelo=Zwolle: does not stand",
        "All proposals together: what it costs",
        "All proposals together: who carries it",
        "Merged tasks",
        "The next best plans",
        "Trade-off: moved tasks, sites, kilometres",
    ]


def test_a_proposal_is_told_with_its_rules_costs_and_who_carries_it():
    page = render_merge(answer(), "table")
    assert max(map(len, page.splitlines())) <= 100
    assert "Verification: 1,234 checks." in page
    assert "1 of 3 proposals stands;" in page
    said = " ".join(section(page, "Proposal amv:Almelo=Borne: stands"))
    assert "Almelo would realise 28 amv places of Almelo 19 (own), Borne 9 (7.0)." in said
    assert "the site would be 0 + 28 = 28." in said
    costs = [line.split() for line in section(page, "Proposal amv:Almelo=Borne: what it costs")]
    assert cells("place-km 1,775.6 1,700.5 -75.1") in costs
    assert cells("balance ≈2.034 2 ≈-0.034") in costs
    carried = section(page, "Proposal amv:Almelo=Borne: who carries it")
    assert carried[0] == "Realise more: Almelo. Realise fewer: Hengelo."
    assert cells("Almelo 456 28 468 40 12 12") in [line.split() for line in carried]


def test_a_proposal_that_fails_is_told_what_would_make_it_stand():
    page = render_merge(answer(), "table")
    failed = section(page, "Proposal amv:Almelo=Kampen: does not stand")
    assert "judged again: make merging.max_distance_km 31.4." in " ".join(failed)
    assert cells("distance no 31.4 km of at most 25 km") in [line.split() for line in failed]
    hopeless = " ".join(section(page, "Proposal amv:Almelo=Zwolle: does not stand"))
    assert "No change of one or two lines makes it stand." in hopeless


def test_the_next_best_plans_say_where_they_differ():
    page = render_merge(answer(), "table")
    lines = section(page, "The next best plans")
    assert " ".join(lines[:2]) == (
        "No other plan comes between them, which is proven. Their order looks at every objective "
        "but the balance."
    )
    assert lines[4].split() == cells("best 0 17 1,775.6 ≈2.034")
    assert lines[5].split() == cells("2 0 17 1,776.1 ≈2.034 regular Borne: Hengelo -> Almelo")
    rest = " ".join(lines[6:])
    assert "amv Borne: Almelo -> Borne" in rest
    assert "; and 4 more" in " ".join(rest.split())
    assert "the list may not be complete" in " ".join(section(page, "Trade-off"))


def test_an_answer_without_proposals_or_alternatives_is_its_plan():
    plain = answer().model_copy(
        update={
            "proposals": (),
            "together": (),
            "alternatives": (),
            "trade_off": (),
            "trade_off_proven": True,
        }
    )
    page = render_merge(plain, "markdown")
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert [line.split(" ", 1)[1].split(" (")[0] for line in headings] == [
        "Overijssel 2024, intended places counted",
        "Merged tasks",
    ]


def test_the_json_of_an_answer_is_the_answer_and_fits_its_schema():
    told = json.loads(render_merge(answer(), "json"))
    jsonschema.validate(told, merge_schema())
    assert MergeAnswer.model_validate_json(json.dumps(told)) == answer()


def test_the_csv_of_an_answer_has_exact_numbers():
    text = render_merge(answer(), "csv")
    blocks = [list(csv.reader(StringIO(block))) for block in text.split("\n\n")]
    costs = next(block for block in blocks if block[0][0] == "Objective")
    assert ["place-km", "1775.6", "1700.5", "-75.1"] in costs
    assert ["balance", "722/355", "2", "-12/355"] in costs
