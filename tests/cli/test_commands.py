# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command line as people and scripts meet it: a process with output and an exit code."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from allocator.loading import PACKAGED, load_scenario, packaged_names
from models.scenario import Scenario


def allocator(*arguments: str, cwd: Path | None = None, **environment: str):
    return subprocess.run(
        [sys.executable, "-m", "cli", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )


def test_json_has_every_field_of_the_contract_and_follows_its_schema():
    done = allocator("run", "overijssel-2024", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    value = json.loads(done.stdout)
    assert value["schema"] == "allocator.run/1"
    assert value["status"] == "optimal"
    jsonschema.validate(value, json.loads(allocator("schema", "run").stdout))
    contract = {
        "schema scenario raming status provinces municipalities merges undersized exchanges "
        "objectives ties warnings verification manifest realised_elsewhere": value,
        "code name task counted unlocated rest surplus over_task divisors": value["provinces"][0],
        "code name province region share share_status counted eligible rest decision realised":
            value["municipalities"][0],
        "id giver taker kind places until conditions": value["exchanges"][0],
        "stage name value bound proven": value["objectives"][0],
        "allocator ortools inputs seconds": value["manifest"],
        "ok checks failures": value["verification"],
    }  # fmt: skip
    for fields, holder in contract.items():
        assert set(fields.split()) <= set(holder)
    assert value["provinces"][0]["rest"] == {"regular": 268, "amv": 358, "total": 626}
    assert len(value["provinces"][0]["divisors"]["amv"]) == 2


@pytest.mark.parametrize("name", packaged_names())
def test_tables_are_at_most_100_columns_wide_and_without_colour(name):
    for command in ("run", "check"):
        done = allocator(command, name, FORCE_COLOR="1")
        assert done.returncode == 0
        assert max(len(line) for line in done.stdout.splitlines()) <= 100
        assert "\x1b" not in done.stdout


def test_csv_has_one_row_per_municipality_that_adds_up():
    rows = list(csv.DictReader(StringIO(allocator("run", "nederland-2024", "--format=csv").stdout)))
    assert len(rows) == 342
    assert sum(int(row["decision_total"]) for row in rows) == 96_002
    assert {"'s-Hertogenbosch", "Súdwest-Fryslân"} <= {row["name"] for row in rows}


def test_markdown_holds_the_same_totals_as_the_table():
    page = allocator("run", "overijssel-2024", "--format", "markdown").stdout
    total = "| Total |  | 6,325 | 538 | 5,699 | 180 | 626 | 358 | 6,325 | 538 | 6,125 | 538 |  |"
    assert total in page


def test_an_infeasible_scenario_is_an_answer_with_exit_code_3():
    done = allocator(
        "run", "overijssel-2024", "--set", "distribution.eligible=named", "--format=json"
    )
    value = json.loads(done.stdout)
    assert (done.returncode, value["status"]) == (3, "infeasible")
    assert "no municipality is eligible" in value["reasons"][0]
    assert value["municipalities"][0]["rest"] is None


def test_stopping_at_the_limit_has_exit_code_4_and_claims_nothing():
    done = allocator(
        "run", "nederland-2024", "--set", "distribution.minimum_site={regular: 130, amv: 25}",
        "--set", "solver.time_limit_seconds=0.001", "--set", "provinces=[PV30]", "--format=json",
    )  # fmt: skip
    assert (done.returncode, json.loads(done.stdout)["status"] in ("feasible", "unknown")) == (
        4,
        True,
    )


def test_wrong_input_has_exit_code_5_nothing_on_stdout_and_every_fault_with_its_place(tmp_path):
    (tmp_path / "mine.yaml").write_text(
        "name: mine\npopulation: 1812\ndistribution:\n  metod: adams\n  exempt: [Bornee]\n"
        "  limits: {Almelo: {amv: {min: 5, max: 2}}}\n"
    )
    done = allocator("run", "mine.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (5, "")
    assert "mine.yaml:4:3: unknown key 'metod'; did you mean method?" in done.stderr
    assert "mine.yaml:6:21: distribution.limits.Almelo.amv: min 5 is above max 2" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words", [["run"], ["run", "x", "--nope"], ["fly"], ["run", "x", "--format=odd"]]
)
def test_wrong_usage_has_exit_code_2(words):
    assert allocator(*words).returncode == 2


def test_a_defect_is_called_one_and_has_exit_code_1(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(
        "import allocator.pipeline as p\ndef broken(*a): raise KeyError('oops')\np.run = broken\n"
    )
    done = allocator("run", "overijssel-2024", PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert "a defect in the program, not in your input" in done.stderr
    assert "Traceback" not in done.stderr
    done = allocator("run", "overijssel-2024", PYTHONPATH=str(tmp_path), ALLOCATOR_TRACEBACK="1")
    assert "Traceback" in done.stderr


def test_out_writes_a_whole_folder_and_leaves_one_with_the_same_content(tmp_path):
    for _ in range(2):
        assert (
            allocator("run", "overijssel-2024", "--out", "new/folder", cwd=tmp_path).returncode == 0
        )
    found = sorted(path.name for path in (tmp_path / "new" / "folder").iterdir())
    assert found == [
        *("areas.csv", "exchanges.csv", "merges.csv", "municipalities.csv", "report.md"),
        "run.json",
    ]
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["folder"]


def test_out_never_overwrites_other_content(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "run.json").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for out in ("kept", "file", "file/below"):
        done = allocator("run", "overijssel-2024", "--out", out, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (5, ""), out
        assert "Traceback" not in done.stderr
    assert (tmp_path / "kept" / "run.json").read_text() == "mine"
    assert (tmp_path / "file").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "kept"]


def test_a_new_scenario_holds_every_default_loads_back_and_is_never_overwritten(tmp_path):
    assert allocator("new", "mine.yaml", cwd=tmp_path).returncode == 0
    loaded = load_scenario(tmp_path / "mine.yaml").scenario
    assert loaded.model_copy(update={"title": ""}) == Scenario(name="mine")
    assert allocator("check", "mine.yaml", cwd=tmp_path).returncode == 0
    assert allocator("new", "mine.yaml", cwd=tmp_path).returncode == 5
    assert allocator("new").stdout.count("# ") > 50


def test_every_scenario_follows_the_schema_of_scenario_files(tmp_path):
    schema = json.loads(allocator("schema").stdout)
    (tmp_path / "new.yaml").write_text(allocator("new").stdout)
    for path in (*PACKAGED.glob("*.yaml"), tmp_path / "new.yaml"):
        value = json.loads(json.dumps(YAML(typ="safe").load(path.read_text("utf-8")), default=str))
        jsonschema.validate(value, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"name": "x", "metod": 1}, schema)
    assert "statutory" in schema["$defs"]["KeySettings"]["properties"]["name"]["enum"]


def test_list_names_every_packaged_scenario_with_its_title():
    rows = list(csv.DictReader(StringIO(allocator("list", "--format", "csv").stdout)))
    assert [row["name"] for row in rows] == packaged_names()
    assert "Overijssel 2024, intended places counted" in allocator("list").stdout
    (page,) = json.loads(allocator("list", "--format", "json").stdout)
    assert [row[0] for row in page["sheet"]["rows"]] == packaged_names()


def test_what_was_understood_has_every_format():
    pages = json.loads(allocator("check", "overijssel-2026", "--format", "json").stdout)
    counts = next(page for page in pages if page["heading"] == "What counts")
    assert counts["items"][-1] == "Together: 1,921 places of which 0 amv."
    assert "## What counts" in allocator("check", "overijssel-2026", "--format=markdown").stdout
    assert "Overijssel,5801,370," in allocator("check", "overijssel-2026", "--format=csv").stdout


def test_help_of_every_command_has_an_example_and_starts_without_heavy_imports():
    for command in (
        "run", "explain", "merge", "timeline", "compare", "frontier", "sensitivity",
        "verify", "rerun", "check", "list", "new", "schema",
    ):  # fmt: skip
        assert f"Example: allocator {command}" in allocator(command, "--help").stdout
    heavy = "print([m for m in ('pandas', 'ortools', 'pydantic', 'ruamel') if m in sys.modules])"
    for words, expected in (
        ("'--help'", "[]"),
        # Small tasks are planned by a table; nothing else leaves a choice: no solver starts.
        ("'run', 'overijssel-2024'", "['pydantic', 'ruamel']"),
        (
            "'run', 'overijssel-2024', '--set', 'distribution.minimum_site.amv=20'",
            "['pandas', 'ortools', 'pydantic', 'ruamel']",
        ),
    ):
        code = f"import sys, cli\ntry: cli.app([{words}])\nexcept SystemExit: {heavy}"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert done.stdout.splitlines()[-1] == expected


def test_the_result_is_the_same_for_every_hash_seed():
    first, second = (
        json.loads(allocator("run", "overijssel-2024", "--format=json", PYTHONHASHSEED=seed).stdout)
        for seed in ("1", "2")
    )
    for value in (first, second):
        value["manifest"].pop("seconds")
    assert first == second


def test_a_closed_pipe_and_an_ascii_terminal_give_no_traceback():
    command = f'"{sys.executable}" -m cli run nederland-2024 | head -n 1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    # On a busy machine it says what is at hand; it never complains.
    busy = ("dividing the rest", "merging tasks")
    said = [line for line in done.stderr.splitlines() if not line.startswith(busy)]
    assert said == []
    done = allocator("run", "overijssel-2024", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0
    assert "Total" in done.stdout


def test_texts_from_files_stay_texts(tmp_path):
    odd = "<script>|[bold]=cmd()"
    offers = f'municipality,site,kind,places,status\nBorne,"{odd}",regular,5,guaranteed\n'
    (tmp_path / "offers.csv").write_text(offers)
    (tmp_path / "mine.yaml").write_text(f"name: mine\ntitle: '{odd}'\noffers: offers.csv\n")
    assert odd in allocator("run", "mine.yaml", cwd=tmp_path).stdout
    page = allocator("run", "mine.yaml", "--format=markdown", cwd=tmp_path).stdout
    assert "<script>" not in page
    assert "\\|\\[bold\\]" in page


def test_progress_goes_to_stderr_and_only_when_it_takes_long(monkeypatch, capsys):
    import cli

    clock = iter([0.0, 0.5, 5.0, 5.5, 7.0])
    monkeypatch.setattr(cli, "monotonic", lambda: next(clock))
    tell = cli._progress()
    for message in ("too soon", "first", "too soon again", "second"):
        tell(message)
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "first\nsecond\n")
