# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""`allocator frontier`: formats, files, one point, Ctrl-C, exit codes."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import subprocess
import sys
from fractions import Fraction
from io import StringIO

import jsonschema
import pytest
from typer.testing import CliRunner

import allocator
from cli import app

ASKED = ("frontier", "overijssel-2024", "--kind", "amv", "--steps", "0,2,10,20,2000")


def invoke(*arguments: str):
    done = CliRunner().invoke(app, list(arguments))
    return done.exit_code, done.stdout


@pytest.fixture(scope="module")
def value():
    code, out = invoke(*ASKED, "--format", "json")
    assert code == 4  # a ladder is not known to be complete
    return json.loads(out)


def test_json_follows_its_schema_and_holds_every_municipality_of_every_point(value):
    jsonschema.validate(value, json.loads(invoke("schema", "frontier")[1]))
    assert value["schema"] == "allocator.frontier/1"
    (curve,) = value["curves"]
    assert [point["step"] for point in curve["points"]] == [20, 10, 0]
    assert [point["step"] for point in curve["dominated"]] == [2]
    assert [one["step"] for one in curve["infeasible"]] == [2000]
    for point in (*curve["points"], *curve["dominated"]):
        assert len(point["municipalities"]) == 25
        assert sum(one["rest"]["amv"] for one in point["municipalities"]) == 358
        assert Fraction(point["values"]["deviation"]) > 0


def test_a_point_is_printed_as_the_run_that_it_is(value):
    _, alone = invoke("run", "overijssel-2024", "--set", "distribution.minimum_site.amv=10")
    assert invoke(*ASKED, "--point", "2") == (4, alone)
    # The same with its receipt, but for the seconds.
    _, out = invoke(*ASKED, "--point", "2", "--format", "json")
    assert json.loads(out)["scenario"]["settings"]["distribution"]["minimum_site"]["amv"] == 10


def test_csv_has_a_row_for_every_point_and_markdown_the_table():
    _, out = invoke(*ASKED, "--format", "csv")
    rows = list(csv.DictReader(StringIO(out)))
    assert [(row["point"], row["step"], row["instead"]) for row in rows] == [
        ("1", "20", ""), ("2", "10", ""), ("3", "0", ""), ("", "2", "3")
    ]  # fmt: skip
    assert {row["proven"] for row in rows} == {"yes"}
    assert "| Point | Minimum site | small tasks |" in invoke(*ASKED, "--format", "markdown")[1]


def test_a_folder_gets_four_files_and_is_not_overwritten(tmp_path):
    folder = tmp_path / "results"
    assert invoke(*ASKED, "--out", str(folder))[0] == 4
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["frontier.json", "frontier.md", "municipalities.csv", "points.csv"]
    text = (folder / "municipalities.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(StringIO(text)))
    assert len(rows) == 4 * 25
    assert sum(int(row["rest_amv"]) for row in rows if row["point"] == "1") == 358
    assert invoke(*ASKED, "--out", str(folder))[0] == 4  # the same again
    other = invoke("frontier", "overijssel-2024", "--by", "merging", "--out", str(folder))
    assert other[0] == 5


def test_what_has_no_division_ends_with_3():
    code, out = invoke(*ASKED[:4], "--steps", "2000")
    assert code == 3
    assert "the rest is 358; 358 short" in out
    assert "No point was found." in out


@pytest.mark.skipif(os.name == "nt", reason="sends SIGINT, which Windows has not")
def test_ctrl_c_keeps_the_points_found_so_far():
    steps = ",".join(map(str, range(300)))
    running = subprocess.Popen(
        [sys.executable, "-m", "cli", *ASKED[:4], "--steps", steps, "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    # A line is said now and then, of whatever step is at hand: of two digits, so several are done.
    while not re.search(r"minimum_site\.amv=\d\d+:", line := running.stderr.readline()):
        assert running.poll() is None, line
    running.send_signal(signal.SIGINT)
    out, said = running.communicate(timeout=60)
    assert running.returncode == 4, said
    (curve,) = json.loads(out)["curves"]
    found = len(curve["points"]) + len(curve["dominated"])
    assert found >= 2
    assert found + len(curve["not_tried"]) == 300
    assert not curve["complete"]


def test_python_gives_the_same(value):
    found = allocator.frontier("overijssel-2024", kind="amv", steps="0,2,10,20,2000")
    assert found.to_json() == value
