# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The same numbers in every format, whole and readable."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO

import jsonschema
import pytest
from jsonschema import Draft202012Validator

from allocator.loading import packaged_names

NUMBERS = r"((?:\s+(?:[\d,]+|-)){8})\s*(?:[ep]+)?$"
PLACES = ("share", "counted", "rest", "decision")


def number(cell: str) -> int:
    if cell == "-":
        return 0
    assert re.fullmatch(r"\d{1,3}(,\d{3})*", cell), f"{cell} has no thousands separators"
    return int(cell.replace(",", ""))


def municipal_rows(page: str) -> dict[str, list[int]]:
    """The numbers per municipality in a printed table; a name may go on in the next line."""
    table = page[page.index("\nMunicipality") : page.index("\nHow to redo")]
    found = {}
    for line in table.splitlines():
        if numbers := re.search(NUMBERS, line):
            name = re.split(r"\s{2,}", line)[0]
            found[name] = [number(cell) for cell in numbers[1].split()]
    return found


@pytest.mark.parametrize("name", packaged_names())
def test_the_table_shows_every_number_of_the_json_and_its_totals_add_up(command, name):
    value = json.loads(command("run", name, "--format", "json").out)
    page = command("run", name).out
    assert "…" not in page
    rows = municipal_rows(page)
    total = rows.pop("Total")
    expected = [
        [number for what in PLACES for number in (one[what]["total"], one[what]["amv"])]
        for one in value["municipalities"]
    ]
    assert list(map(list, rows.values())) == expected
    assert total == [sum(column) for column in zip(*expected, strict=True)]


@pytest.mark.parametrize("province", [f"PV{number}" for number in range(20, 32)])
@pytest.mark.parametrize("by", ["province", "region"])
def test_no_table_is_wider_than_100_columns_and_no_number_is_cut_off(command, province, by):
    settings = ("--set", f"provinces=[{province}]", "--set", f"distribution.by={by}")
    for name in ("run", "check"):
        done = command(name, "nederland-2024", *settings)
        assert (done.code, done.err) == (0, "")
        lines = done.out.splitlines()
        assert [line for line in lines if len(line) > 100 or "…" in line] == []


def test_a_long_title_is_broken_over_lines(command):
    title = "What if " * 20 + "x" * 30
    done = command("run", "overijssel-2024", "--set", f"title={title}")
    assert max(map(len, done.out.splitlines())) == 100
    assert title in " ".join(done.out.splitlines()[:2])


@pytest.mark.parametrize("name", packaged_names())
def test_csv_and_markdown_hold_the_numbers_of_the_json(command, name):
    value = json.loads(command("run", name, "--format", "json").out)
    rows = list(csv.DictReader(StringIO(command("run", name, "--format", "csv").out)))
    page = command("run", name, "--format", "markdown").out
    assert len(rows) == len(value["municipalities"])
    for row, one in zip(rows, value["municipalities"], strict=True):
        assert (row["code"], row["name"], row["weight"]) == (
            one["code"],
            one["name"],
            one["weight"],
        )
        assert row["eligible_amv"] == ("yes" if one["eligible"]["amv"] else "no")
        for what in (*PLACES, "realised"):
            for part, places in one[what].items():
                assert row[f"{what}_{part}"] == str(places)
        decision = f"| {one['decision']['total']:,} | {one['decision']['amv']:,} |"
        assert re.search(rf"^\| {re.escape(one['name'])} \|.*{re.escape(decision)}", page, re.M)


@pytest.mark.parametrize("name", packaged_names())
def test_every_result_follows_its_schema_and_names_what_it_was_made_of(command, name):
    schema = json.loads(command("schema", "run").out)
    Draft202012Validator.check_schema(schema)
    value = json.loads(command("run", name, "--format", "json").out)
    jsonschema.validate(value, schema)
    assert value["scenario"]["name"] == name
    files = {one["name"] for one in value["manifest"]["inputs"]}
    assert {f"{name}.yaml", "reference/municipalities.csv", "reference/ramingen.csv"} <= files
    assert all(re.fullmatch(r"[0-9a-f]{64}", one["sha256"]) for one in value["manifest"]["inputs"])
    assert re.fullmatch(r"[0-9a-f]{64}", value["scenario"]["sha256"])
    assert {"loading", "keys", "counting", "distribution", "verification"} == set(
        value["manifest"]["seconds"]
    )


def test_the_schema_of_results_refuses_what_no_run_says(command):
    schema = json.loads(command("schema", "run").out)
    value = json.loads(command("run", "overijssel-2024", "--format", "json").out)
    for broken in (
        {**value, "schema": "allocator.run/2"},
        {**value, "status": "fine"},
        {**value, "surprise": 1},
        {key: inner for key, inner in value.items() if key != "verification"},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, schema)


def test_an_override_shows_in_the_result_and_in_its_checksum(command):
    plain, changed = (
        json.loads(command("run", "overijssel-2024", *words, "--format", "json").out)
        for words in ([], ["--set", "distribution.method=dhondt"])
    )
    assert plain["scenario"]["settings"]["distribution"]["method"] == "sainte_lague"
    assert changed["scenario"]["settings"]["distribution"]["method"] == "dhondt"
    assert plain["scenario"]["sha256"] != changed["scenario"]["sha256"]


def test_repeated_overrides_all_hold_and_the_last_of_one_line_wins(command):
    done = command(
        "run", "overijssel-2024", "--format=json",
        "--set", "distribution.minimum_site.amv=16", "--set", "distribution.minimum_site.amv=4",
        "--set", "title=Changed",
    )  # fmt: skip
    scenario = json.loads(done.out)["scenario"]
    assert scenario["settings"]["distribution"]["minimum_site"] == {"regular": 0, "amv": 4}
    assert scenario["title"] == "Changed"


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_check_solves_nothing_and_says_the_task_in_every_format(command, monkeypatch, form):
    from allocator import pipeline

    monkeypatch.setattr(pipeline, "distribute", None)
    done = command("check", "overijssel-2024", "--format", form)
    assert (done.code, done.err) == (0, "")
    task = {
        "table": r"Overijssel +6,325 +538 +published",
        "json": r"6325,\s+538,\s+\"published\"",
        "csv": r"Overijssel,6325,538,published",
        "markdown": r"\| Overijssel \| 6,325 \| 538 \| published",
    }[form]
    assert re.search(task, done.out)


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_list_has_every_packaged_scenario_in_every_format(command, form):
    done = command("list", "--format", form)
    assert (done.code, done.err) == (0, "")
    for name in packaged_names():
        assert re.search(rf"^\W*{name}\b", done.out, re.M), name
