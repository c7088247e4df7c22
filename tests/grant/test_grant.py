# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The grant for places above 75 %: how many, for whom, and whether it follows a move."""

from __future__ import annotations

import copy
import csv
import json
import random
from fractions import Fraction
from functools import cache
from io import StringIO
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

import allocator
from allocator.grant.province import Base, grant_of_province, places_above
from allocator.reporting import run_schema
from allocator.verification import verify
from cli import app
from models.grant import Grant, GrantOfProvince, GrantSettings
from models.places import Places
from models.result import RunResult

AMOUNTS = ("grant.euros_per_place=1000", 'grant.province_part="1/10"')


@cache
def told(*overrides: str, name: str = "overijssel-2024") -> RunResult:
    return allocator.run(name, ["grant.tell=true", *overrides]).result


def of(*overrides: str) -> tuple[Grant, GrantOfProvince]:
    grant = told(*overrides).grant
    assert grant is not None
    return grant, grant.provinces[0]


def base(number: int, tasks: dict[str, Places], paid: dict[str, int] | None = None) -> Base:
    names = {code: code for code in tasks}
    return Base("PV", "Province", number, "", 0, names, tasks, paid or {}, [*tasks, "PV"])


@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))
def test_each_place_with_which_75_percent_is_exceeded_counts(number, there, paid):
    """Place by place: the k-th counts if k is more than 75 % of the number."""
    exceeding = sum(4 * place > 3 * number for place in range(1, there + 1))
    assert places_above(number, there, paid) == max(0, exceeding - paid)


def test_of_overijssel_1582_of_6325_places_are_above_when_all_is_there():
    grant, province = of()
    assert (province.threshold, province.provided, province.above) == (
        Fraction(18975, 4),
        6325,
        1582,
    )
    assert (grant.footing, province.divided, province.cents) == ("decision", True, None)
    assert sum(one.places for one in province.municipalities) == 1582
    assert province.province.places == 0


def test_of_what_counts_now_956_are_above_and_nobody_has_met_its_task():
    _, province = of("grant.places=counted")
    assert (province.provided, province.above, province.divided) == (5699, 956, False)
    assert not any(one.meets or one.places for one in province.municipalities)


def test_money_is_divided_to_the_cent_and_the_province_has_its_part():
    _, province = of(*AMOUNTS)
    parts = [one.cents for one in province.municipalities]
    assert province.cents == 1582 * 100_000 == sum(parts) + province.province.cents
    assert province.province.cents == 158_200 * 100
    kampen = next(one for one in province.municipalities if one.name == "Kampen")
    # 1,582,000 x 0.9 x 302 / 6,325 = 67,982.23...
    assert (kampen.cents, kampen.exact) == (6_798_223, Fraction(1582 * 9 * 302, 10 * 6325))


def test_places_that_had_a_grant_already_are_left_out_of_the_sum_and_of_the_weight():
    _, province = of("grant.paid={Almelo: 100, Zwolle: 300}")
    almelo = next(one for one in province.municipalities if one.name == "Almelo")
    assert (province.paid, province.above) == (400, 1182)
    assert (almelo.provided.total, almelo.paid, almelo.weight) == (417, 100, 317)


def test_who_misses_its_task_in_one_kind_gets_nothing():
    tasks = {"A": Places(regular=10, amv=2), "B": Places(regular=10)}
    has = {"A": Places(regular=20, amv=1), "B": Places(regular=10)}
    found = grant_of_province(base(20, tasks), has, GrantSettings())
    assert found.above == 16
    assert [(one.meets, one.places) for one in found.municipalities] == [(False, 0), (True, 16)]


def test_equal_remainders_go_by_lot_and_are_told():
    tasks = {code: Places(regular=1) for code in "ABC"}
    found = grant_of_province(base(2, tasks), tasks, GrantSettings())
    assert found.above == 2
    (tie,) = found.ties
    assert (tie.of, tie.tied, tie.units, tie.drawn) == ("places", ("A", "B", "C"), 2, ("A", "B"))


def test_an_exchange_is_told_with_the_taker_and_with_the_giver():
    grant, _ = of()
    exchange = grant.moves[0]
    assert (exchange.of, exchange.name, exchange.places) == ("exchange", "kampen-dronten-2024", 200)
    # Without the 200 places Kampen has 102 of its task of 302, and the province 200 fewer above.
    sides = [(one.name, one.counted, one.standing) for one in exchange.sides]
    assert sides == [("Kampen", 76, 0), ("Overijssel", 1582, 1382)]


def test_of_an_exchange_no_more_places_move_than_count(tmp_path):
    """Of 60 places and then 40 that stand in Almelo, 40 are there on every day: these move."""
    (tmp_path / "offers.csv").write_text(
        "municipality,site,kind,places,available_from,available_until,status\nAlmelo,,regular,1900,,,guaranteed\n"
        "Borne,,regular,700,,,guaranteed\nKampen,,regular,2600,,,guaranteed\n"
    )
    (tmp_path / "exchanges.csv").write_text(
        "id,giver,taker,kind,places,from,until\n"
        "first,Almelo,Borne,regular,60,2025-01-01,2026-03-31\n"
        "then,Almelo,Borne,regular,40,2026-04-01,2026-12-31\n"
    )
    (tmp_path / "mine.yaml").write_text(
        "offers: offers.csv\nexchange_file: exchanges.csv\nexchanges: [first, then]\n"
        "counting: {available: {from: 2026-01-01, until: 2026-12-31}}\ngrant: {tell: true}\n"
    )
    result = allocator.run(tmp_path / "mine.yaml").result
    assert result.grant is not None
    counting = {one.id: one.counting for one in result.exchanges}
    assert sum(counting.values()) == 40
    moved = [one for one in result.grant.moves if one.of == "exchange"]
    assert {one.name: one.places for one in moved} == {
        name: places for name, places in counting.items() if places
    }
    assert verify(result).ok


def test_of_a_merge_the_host_gains_what_its_members_lose_and_the_province_stays():
    result = told()
    assert result.grant is not None
    merges = [one for one in result.grant.moves if one.of == "merge"]
    assert len(merges) == sum(bool(one.moved) for one in result.merges)
    for move in merges:
        sides = {one.code: one for one in move.sides}
        assert sides["PV23"].counted == sides["PV23"].standing == 1582
        for merge in result.merges:
            if (merge.host, merge.kind) == (move.name, move.kind):
                assert all(sides[one.code].standing == 0 for one in merge.moved)
                assert sides[merge.host].standing > sides[merge.host].counted - 1


def test_a_province_without_a_division_is_named_and_not_told():
    """What Utrecht reported is not known, so nothing is divided there."""
    grant = told("provinces=[Utrecht, Flevoland]", name="nederland-2024-reports").grant
    assert grant is not None
    assert [one.code for one in grant.provinces] == ["PV24"]
    assert grant.not_told == ("PV26",)


def test_it_is_told_only_where_it_is_asked():
    assert allocator.run("overijssel-2024").result.grant is None


def test_the_command_prints_it_and_json_is_the_whole_run():
    runner = CliRunner()
    page = runner.invoke(
        app, ["grant", "overijssel-2024", *(w for o in AMOUNTS for w in ("--set", o))]
    )
    words = " ".join(page.stdout.split())
    assert page.exit_code == 0
    assert max(map(len, page.stdout.splitlines())) <= 100
    assert (
        "75 % of 6,325 is 4,743.75, so place number 4,744 is the first above it: 1,582 places"
        in words
    )
    assert "max(0, 6,325 - 4,743) = 1,582" in words
    assert "exchange kampen-dronten-2024 regular 200 Kampen 67,982.23 0.00" in words
    value = json.loads(runner.invoke(app, ["grant", "overijssel-2024", "--format", "json"]).stdout)
    jsonschema.validate(value, run_schema())
    assert verify(RunResult.model_validate_json(json.dumps(value))).ok
    rows = runner.invoke(app, ["grant", "overijssel-2024", "--format", "csv"]).stdout
    assert sum(int(row["places"]) for row in csv.DictReader(StringIO(rows))) == 1582


def integers(value: Any, path: tuple[Any, ...] = ()):
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from integers(inner, (*path, key))
    elif isinstance(value, int) and not isinstance(value, bool):
        yield path


def test_no_number_of_it_can_be_changed_unseen():
    saved = told(*AMOUNTS).to_json()
    # What a move says of a part is checked to the unit, so two more are seen, one may not be.
    for path in random.Random(1).sample(list(integers(saved["grant"])), 25):
        value = copy.deepcopy(saved)
        holder = value["grant"]
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] += 2
        if path[-2] in ("provided", "task"):
            holder["total"] = holder["regular"] + holder["amv"] + 2 * (path[-1] == "total")
            holder["regular"] += 2 * (path[-1] == "total")
        assert not verify(RunResult.model_validate_json(json.dumps(value))).ok, path


@pytest.mark.parametrize("name", ["Kampen", "Overijssel"])
def test_an_explanation_ends_in_what_the_run_tells(name):
    words = ["explain", "overijssel-2024", name, "--set", "grant.tell=true"]
    said = " ".join(CliRunner().invoke(app, words).stdout.split())
    assert "6,325 x 3 / 4 = 4,743.75" in said
    assert ("a grant for 76." in said) == (name == "Kampen")


def test_the_report_has_a_table_of_it_in_dutch(tmp_path):
    words = ["report", "overijssel-2024", "--form", "markdown", "--out", str(tmp_path / "out")]
    asked = [word for each in ("grant.tell=true", *AMOUNTS) for word in ("--set", each)]
    assert CliRunner().invoke(app, [*words, *asked]).exit_code == 0
    page = (tmp_path / "out" / "overijssel-2024.md").read_text("utf-8")
    assert "waarmee 75% van het aantal van Overijssel wordt overschreden" in page
    (row,) = (
        line
        for line in page.splitlines()
        if line.startswith("| kampen-dronten-2024 | regul") and "Kampen |" in line
    )
    assert "67.982,23" in row
