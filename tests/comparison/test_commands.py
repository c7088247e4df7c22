# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""`allocator compare` in each of its formats, and the library under it."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from io import StringIO
from pathlib import Path

import jsonschema
import pandas as pd
import pytest
from typer.testing import CliRunner

import allocator
from allocator.comparison import compare as side_by_side
from allocator.reporting import comparison_schema, render_comparison
from cli import app
from models.comparison import ComparisonResult, Named
from models.fault import InputError
from models.scenario import Scenario
from models.seal import seal_of_answer
from tests.comparison.runs import by_key, by_raming, compared, run

BASE = "overijssel-2024"
BY_KEY = (BASE, "--vary", "key.name=published,inhabitants")


def call(*words: str):
    return CliRunner().invoke(app, ["compare", *words])


def words_of(page: str) -> str:
    return " ".join(page.split())


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "run.json"
    path.write_text(json.dumps(run(BASE).to_json()), "utf-8")
    return path


def test_the_table_tells_what_changed_who_gains_and_each_measure_with_its_arithmetic():
    done = call(*BY_KEY)
    assert done.exit_code == 0
    assert max(map(len, done.stdout.splitlines())) <= 100
    rows = [line.split() for line in done.stdout.splitlines()]
    about = ["A", "key.name=published", "2024", "published", "6,325", "538", "optimal"]
    assert about in [row[:-1] for row in rows]  # how many checks there are grows with the program
    for row in (
        "largest deviation from pro rata, all places 367 ≈386.167",
        "Enschede 647 39 678 52 31 13",
        "Total 6,325 538 6,325 538 0 0",
        "Hellendoorn 11 15",
        "moved tasks 17 18",
    ):
        assert row.split() in rows, row
    said = words_of(done.stdout)
    for sentence in (
        "- key.name: A published (--set key.name=published); B inhabitants (--set ",
        "6 gain, 18 lose, 1 keep the same. Most gain: Zwolle 32, Enschede 31, Almelo 5, Losser 3,",
        "Most lose: Dalfsen 20,",
        "A: Hardenberg |722 - 3,050 x 355 / 3,050| = 367; B: Hardenberg |720 - 6,325 x 62,509 /",
        "A: 1 - 5,572,789,579 / (1,184,333 x 6,325) ≈0.256;",
        "A, B: 1,000 x 6,325 / 1,184,333 ≈5.341",
        "A: 7 regular + 16 amv = 23; B: 7 regular + 15 amv = 22",
    ):
        assert sentence in said, sentence


def test_columns_say_their_raming_and_differences_are_parts_of_the_own_task_too():
    page = render_comparison(by_raming(), "table")
    assert max(map(len, page.splitlines())) <= 100
    said = words_of(page)
    assert "Municipality A 2022-11 amv B 2023-05 amv B-A amv C 2024 amv C-A amv" in said
    assert "Municipality A 2022-11 amv D 2026 amv D-A amv" in said
    assert "Overijssel: A 4,001, of which 339 amv (raming 2022-11; reference/ramingen.csv:" in said
    assert "C (2024) against A (2022-11), in percentage points of the own task: " in said
    assert "Per municipality: the decision as a part of the own task" in said


def test_what_is_the_same_everywhere_is_one_sentence():
    page = render_comparison(compared((BASE,), (BASE, "merging.max_distance_km=5")), "table")
    assert (
        "For every municipality: share (what the key gives), counted (what counts), rest (places "
        "of the rest)."
    ) in words_of(page)
    assert "Per municipality: realised" in page
    assert "Nobody changes rank." in page


def test_one_raming_needs_no_parts_of_the_task():
    assert "own task" not in render_comparison(by_key(), "table")


def test_json_follows_its_schema_and_reads_back():
    done = call(BASE, "overijssel-2022", "--format", "json")
    value = json.loads(done.stdout)
    assert value["schema"] == "allocator.comparison/1"
    printed = json.loads(CliRunner().invoke(app, ["schema", "comparison"]).stdout)
    assert printed == comparison_schema()
    jsonschema.validate(value, printed)
    answer = ComparisonResult.model_validate_json(json.dumps(value))
    unsealed = answer.model_copy(update={"content_sha256": ""})
    assert unsealed == allocator.compare([BASE, "overijssel-2022"]).result
    assert answer.content_sha256 == seal_of_answer(unsealed.model_dump(mode="json"))
    assert value["verified"] > 0


def test_csv_has_a_row_for_every_municipality_kind_and_run_with_its_raming():
    done = call(BASE, "overijssel-2022", "--format", "csv")
    rows = list(csv.DictReader(StringIO(done.stdout)))
    assert len(rows) == 25 * 3 * 2
    assert {(row["run"], row["raming"]) for row in rows} == {("A", "2024"), ("B", "2022-11")}
    (zwolle,) = [r for r in rows if (r["name"], r["kind"], r["run"]) == ("Zwolle", "total", "B")]
    assert int(zwolle["decision"]) - int(zwolle["decision_difference"]) == 871
    assert Fraction(zwolle["part_of_task"]) == Fraction(int(zwolle["decision"]), 4_001)
    for row in rows:
        if row["kind"] == "total":
            kinds = [r for r in rows if (r["code"], r["run"]) == (row["code"], row["run"])]
            parts = {r["kind"]: r for r in kinds}
            for quantity in ("share", "decision", "decision_difference"):
                if row[quantity]:
                    both = int(parts["regular"][quantity]) + int(parts["amv"][quantity])
                    assert int(row[quantity]) == both
            assert Fraction(row["pro_rata"]) == sum(
                Fraction(parts[kind]["pro_rata"]) for kind in ("regular", "amv")
            )


def test_markdown_has_the_same_numbers():
    page = call(*BY_KEY, "--format", "markdown").stdout
    assert "| Enschede | 647 | 39 | 678 | 52 | 31 | 13 |" in page


def test_out_writes_every_format_and_never_over_other_content(tmp_path: Path):
    out = tmp_path / "out"
    for _ in range(2):
        assert call(*BY_KEY, "--out", str(out)).exit_code == 0
    names = sorted(path.name for path in out.iterdir())
    assert names == ["comparison.csv", "comparison.json", "comparison.md"]
    assert call(BASE, "overijssel-2026", "--out", str(out)).exit_code == 5


def test_lines_that_vary_are_combined_in_the_order_given():
    done = call(
        BASE, "--vary", "key.name=published,inhabitants",
        "--vary", "distribution.limits={},{Borne: {amv: {max: 3}}}", "--format", "json",
    )  # fmt: skip
    assert [one["label"] for one in json.loads(done.stdout)["runs"]] == [
        "key.name=published, distribution.limits={}",
        'key.name=published, distribution.limits={"Borne": {"amv": {"max": 3}}}',
        "key.name=inhabitants, distribution.limits={}",
        'key.name=inhabitants, distribution.limits={"Borne": {"amv": {"max": 3}}}',
    ]


def test_set_holds_for_every_scenario():
    done = call(BASE, "overijssel-2026", "--set", "population=2022", "--format", "json")
    value = json.loads(done.stdout)
    assert "population" not in [one["path"] for one in value["settings"]]


def test_a_saved_run_beside_a_scenario_is_verified_and_not_solved(saved: Path):
    done = call(str(saved), "overijssel-2026", "--format", "json")
    value = json.loads(done.stdout)
    assert [(one["label"], one["saved"]) for one in value["runs"]] == [
        (str(saved), True), ("overijssel-2026", False)
    ]  # fmt: skip


def test_an_altered_run_is_compared_with_nothing(saved: Path):
    value = json.loads(saved.read_text("utf-8"))
    value["municipalities"][0]["inhabitants"] = 0
    saved.write_text(json.dumps(value), "utf-8")
    done = call(str(saved), BASE)
    assert (done.exit_code, done.stdout) == (5, "")
    assert f"{saved}: the saved run does not hold: 2 of its checks fail" in done.stderr


def test_a_run_of_an_earlier_version_does_not_tell_what_is_per_inhabitant(saved: Path):
    value = json.loads(saved.read_text("utf-8"))
    for one in value["municipalities"]:
        del one["inhabitants"], one["inhabitants_row"]
    value["manifest"]["allocator"] = "0.0.1"
    del value["manifest"]["data_sha256"]  # younger than inhabitants
    saved.write_text(json.dumps(value), "utf-8")
    found = allocator.compare([saved, BASE]).result
    old, new = (one.measure("gini") for one in found.runs)
    assert (old.value, old.why) == (None, "the inhabitants of 25 of 25 are not recorded")
    assert new.value is not None
    assert old.code == ""
    assert found.runs[0].measure("largest_deviation").value == 367
    said = [one.message for one in found.notices if one.code == "inhabitants-not-recorded"]
    assert said[0].startswith("A does not record the inhabitants of 25 of 25 municipalities")
    page = render_comparison(found, "table")
    assert "A: not known: the inhabitants of 25 of 25 are not recorded; B: 1 - " in words_of(page)


def test_the_same_twice_is_a_notice_and_solved_once():
    told: list[str] = []
    found = allocator.compare([BASE, BASE], progress=told.append).result
    assert [one.label for one in found.runs] == [BASE, f"{BASE} (2)"]
    assert "asks-the-same" in {one.code for one in found.notices}
    assert len([one for one in told if one.startswith("solving")]) == 1


def test_an_infeasible_run_is_compared_as_far_as_it_goes():
    done = call(BASE, "--vary", "distribution.eligible=below_share,named")
    assert done.exit_code == 3
    said = words_of(done.stdout)
    assert "- B has no division (Overijssel: no municipality is eligible " in said
    assert "B (2024) against A (2024), in places: no two decisions to compare." in said
    assert "largest deviation from pro rata, all places 367 not known" in said


def test_an_unproven_run_has_exit_code_4():
    hurry = "solver.time_limit_seconds=0.001,60"
    done = call(BASE, "--set", "distribution.minimum_site.amv=20", "--vary", hurry)
    assert done.exit_code == 4
    assert "A is not proven" in done.stdout


def test_python_takes_runs_scenarios_and_labels_and_gives_a_frame():
    found = allocator.compare([run(BASE), Scenario(name="mine")], labels=["as it is", "=mine()"])
    assert [(one.label, one.saved) for one in found.result.runs] == [
        ("as it is", True), ("=mine()", False)
    ]  # fmt: skip
    frame = found.municipalities
    assert isinstance(frame, pd.DataFrame)
    assert frame.loc[("GM0147", "amv"), "rest_A"] == 9
    assert frame["decision_A"].dtype == "Int64"
    totals = frame.xs("total", level="kind")
    assert (totals["share_B"] - totals["share_A"] == totals["share_B_less_A"]).all()
    assert totals["decision_A"].sum() == 6_325
    rows = frame.groupby(level="code")["decision_B"].agg(list)
    assert all(total == regular + amv for total, regular, amv in rows)
    assert found.status == "optimal"
    assert repr(found) == "<Comparison of as it is, =mine()>"
    assert found.to_json()["schema"] == "allocator.comparison/1"


def test_a_frame_has_missing_values_for_what_is_not_there():
    small = allocator.run("nederland-2024", ["provinces=[PV24]"])
    frame = allocator.compare([run(BASE), small]).municipalities
    assert frame.loc[("GM0147", "total"), ["share_B", "share_B_less_A"]].isna().all()


def test_a_label_for_each_or_for_none():
    with pytest.raises(ValueError, match="1 labels for 2 runs"):
        allocator.compare([run(BASE), run(BASE)], labels=["one"])


def test_one_scenario_that_varies_needs_no_list():
    found = allocator.compare(BASE, vary=["population=2022,2023"]).result
    assert [one.label for one in found.runs] == ["population=2022", "population=2023"]


def test_a_run_that_python_changed_is_refused():
    result = run(BASE).result
    lie = result.model_copy(update={"municipalities": result.municipalities[1:]})
    with pytest.raises(InputError, match="does not hold"):
        allocator.compare([run(BASE), allocator.Run(lie)])


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json"])
def test_labels_steer_nothing(form):
    names = ("\x1b[31m<b>=cmd()", "=1+1", "a|b`*_", "\u202ereversed")
    found = side_by_side([Named(name, run(BASE).result) for name in names])
    page = render_comparison(found, form)
    assert "\x1b" not in page
    assert "\u202e" not in page
    if form == "markdown":
        assert "<b>" not in page
        assert "a\\|b\\`\\*\\_" in page
    if form == "csv":
        assert {row["label"] for row in csv.DictReader(StringIO(page))} >= {"'=1+1", "a|b`*_"}


def test_a_fault_of_a_value_is_told_at_its_vary_and_once():
    done = call(BASE, "--vary", "key.nmae=published,statutory")
    assert (done.exit_code, done.stdout) == (5, "")
    assert done.stderr == (
        "--vary key.nmae=published,statutory: unknown key 'nmae'; did you mean name? The keys here "
        "are: name, missing, raming, parts, file, column, sheet, adds_up.\n"
    )


def test_faults_of_several_things_are_told_together():
    done = call("overijsel-2024", "nowhere.yaml")
    assert done.exit_code == 5
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == [
        "nowhere.yaml", "overijsel-2024"
    ]  # fmt: skip
    assert "did you mean overijssel-2024" in done.stderr


def test_nothing_is_solved_before_everything_is_read():
    told: list[str] = []
    with pytest.raises(InputError):
        allocator.compare([BASE, "nowhere.yaml"], progress=told.append)
    assert told == []
