# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""`allocator explain` as people and programs call it."""

from __future__ import annotations

import csv
import json

import jsonschema
import pytest
from typer.testing import CliRunner

from cli import app


def call(*words: str):
    return CliRunner().invoke(app, list(words))


@pytest.mark.parametrize("name", ["Borne", "GM0147", "borne", "Overijssel", "PV23"])
def test_a_municipality_or_a_province_is_named_by_code_name_or_alias(name):
    done = call("explain", "overijssel-2024", name)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] in ("Borne", "Overijssel")


def test_the_json_follows_its_schema_and_holds_the_question():
    done = call("explain", "overijssel-2024", "Borne", "--why-not", "Borne=0", "--format", "json")
    value = json.loads(done.stdout)
    schema = json.loads(call("schema", "explanation").stdout)
    jsonschema.validate(value, schema)
    assert value["schema"] == "allocator.explanation/1"
    assert (value["subject"], value["code"], value["name"]) == ("municipality", "GM0147", "Borne")
    assert value["why_not"][0]["question"] == "Borne=0"


def test_csv_holds_every_step_and_no_formula():
    done = call("explain", "overijssel-2024", "Borne", "--format", "csv")
    rows = list(csv.reader(done.stdout.splitlines()))
    assert ["Weight", "arithmetic", "rests on"] in rows
    assert any(row[1:2] == ["24,524 x (1 + 0.138) = 27,908.312"] for row in rows)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_markdown_holds_the_same_lines_and_nothing_of_them_is_markup():
    done = call("explain", "overijssel-2024", "Borne", "--format", "markdown")
    assert "**24,524 x (1 + 0.138) = 27,908.312**" in done.stdout
    assert "reference/ses\\_woa.csv:25" in done.stdout


def test_without_a_municipality_the_province_closes():
    done = call("explain", "overijssel-2024")
    assert "6,325 + 0 = 6,325 + 0" in done.stdout


def test_a_whole_country_ends_in_the_sum_of_its_provinces():
    done = call("explain", "nederland-2024", "--format", "json")
    chapters = json.loads(done.stdout)["chapters"]
    assert len(chapters) == 5 * 12 + 1
    assert chapters[-1]["lines"][-1]["arithmetic"].endswith("= 96,002")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Bornee"], "MUNICIPALITY: there is no 'Bornee'; did you mean Borne"),
        ([""], "MUNICIPALITY: no name is given"),
        (["Utrecht"], "MUNICIPALITY: Utrecht lies outside the scenario's provinces"),
        (["Bergen"], "'Bergen' can be Bergen (NH.) or Bergen (L.)"),
        (["Brielle"], "Brielle (GM0501) is part of Voorne aan Zee (GM1992) since 2023-01-01"),
        (["../../etc/passwd"], "there is no '../../etc/passwd'"),
        (["Borne", "--why-not", "Borne"], "--why-not Borne: this is not a question"),
        (["Borne", "--lots", "nowhere.csv"], "nowhere.csv: there is no such file"),
    ],
)
def test_a_wrong_question_is_refused(words, said):
    done = call("explain", "overijssel-2024", *words)
    assert done.exit_code == 5
    assert said in done.output


def test_a_saved_run_takes_no_other_settings(tmp_path):
    path = tmp_path / "run.json"
    path.write_text(call("run", "overijssel-2024", "--format", "json").stdout, encoding="utf-8")
    done = call("explain", str(path), "Borne", "--set", "population=2022")
    assert done.exit_code == 5
    assert "a saved run is explained with the settings that it has" in done.output


def test_an_infeasible_scenario_is_explained_with_exit_code_3():
    done = call("explain", "overijssel-2024", "Borne", "--set", "distribution.eligible=named")
    assert done.exit_code == 3
    assert "left to divide" in done.stdout or "can take at most" in done.stdout


EMPTY = [
    word
    for line in (
        "provinces=[PV26]",
        "offers=null",
        "pooled_offers=[]",
        "exchanges=[]",
        "key.name=statutory",
        "key.missing=null",
        "distribution.limits={}",
        "task.missing_amv=as_known",
        "merging.minimum_site.regular=0",
        "merging.minimum_site.amv=0",
    )
    for word in ("--set", line)
]


def test_who_shares_a_name_with_a_province_is_told_apart_from_it():
    done = call("explain", "overijssel-2024", "Utrecht", *EMPTY)
    assert "The province of Utrecht (PV26) has that name too: ask for PV26." in done.stdout
    province = call(
        "explain", "overijssel-2024", "Utrecht (PV)", "--set", "provinces=[PV26]", *EMPTY
    )
    assert "has that name too" not in province.stdout
    assert province.exit_code == done.exit_code == 0
