# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Receipts: a saved run is checked from its own content, explained, and solved again."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import allocator
from allocator.loading import PACKAGED, packaged_names
from cli import app
from models.seal import sealed

ROWS = "municipality,kind,places,status\nBorne,regular,5,guaranteed\n"
KEY = "code,weight\nGM0147,3\n"


def call(*words: object):
    return CliRunner().invoke(app, [str(word) for word in words])


def save(path: Path, *words: object) -> Path:
    done = call("run", *words, "--format", "json")
    assert done.exit_code in (0, 3, 4), done.output
    path.write_text(done.stdout, encoding="utf-8")
    return path


def altered(path: Path, change) -> Path:
    value = json.loads(path.read_text("utf-8"))
    change(value)
    other = path.with_name("altered.json")
    other.write_text(json.dumps(value), encoding="utf-8")
    return other


@pytest.mark.parametrize("name", packaged_names())
def test_a_saved_run_holds_and_is_the_same_when_it_is_repeated(tmp_path, name):
    run = save(tmp_path / "run.json", name)
    verified = call("verify", run)
    assert (verified.exit_code, "Every rule holds" in verified.stdout) == (0, True)
    repeated = call("rerun", run, "--format", "json")
    assert repeated.exit_code == 0
    assert json.loads(repeated.stdout)["outcome"] == "same"


def test_a_saved_run_is_explained_as_the_run_itself(tmp_path):
    run = save(tmp_path / "run.json", "overijssel-2024")
    saved = call("explain", run, "Borne", "--why-not", "Borne=0", "--format", "json")
    own = call("explain", "overijssel-2024", "Borne", "--why-not", "Borne=0", "--format", "json")
    assert (saved.exit_code, saved.stdout) == (0, own.stdout)


def test_a_run_of_own_files_is_repeated_from_the_folder_that_is_named(tmp_path):
    source, results = tmp_path / "source", tmp_path / "results"
    source.mkdir()
    results.mkdir()
    shutil.copy(PACKAGED / "overijssel-offers-2024.csv", source / "mine.csv")
    scenario = source / "mine.yaml"
    scenario.write_text("extends: overijssel-2024\noffers: mine.csv\n", encoding="utf-8")
    run = save(results / "run.json", scenario)
    assert str(tmp_path) not in run.read_text("utf-8")
    absent = call("rerun", run)
    assert absent.exit_code == 5
    assert call("rerun", run, "--inputs", source).exit_code == 0
    shutil.copy(source / "mine.csv", results / "mine.csv")
    assert call("rerun", run).exit_code == 0
    with (results / "mine.csv").open("a", encoding="utf-8") as file:
        file.write("Borne,,regular,1,,,intended,\n")
    changed = call("rerun", run)
    assert changed.exit_code == 5
    assert "not the file that was read then" in changed.output


def test_a_run_of_python_is_repeated_like_any_other(tmp_path):
    scenario = allocator.Scenario(name="mine", population=2022, raming="2022-11")
    run = allocator.run(scenario)
    path = tmp_path / "run.json"
    path.write_text(json.dumps(run.to_json()), encoding="utf-8")
    assert allocator.rerun(path).outcome == "same"


def test_an_altered_run_is_told_by_every_command(tmp_path):
    run = save(tmp_path / "run.json", "overijssel-2024")

    def one_place_more(value):
        value["municipalities"][1]["rest"]["amv"] += 1
        value["municipalities"][1]["rest"]["total"] += 1

    other = altered(run, one_place_more)
    verified = call("verify", other)
    assert verified.exit_code == 5
    assert "close_rest[PV23.amv]" in verified.stdout
    assert call("explain", other, "Borne").exit_code == 5
    repeated = call("rerun", other)
    assert repeated.exit_code == 5
    assert "municipalities.1.rest.amv" in repeated.stdout


def first_exchange(**changes):
    return lambda value: value["exchanges"][0].update(changes)


def swap_names(value):
    one, other = value["municipalities"][1:3]
    one["name"], other["name"] = other["name"], one["name"]


def zero_hashes(value):
    for one in value["manifest"]["inputs"]:
        one["sha256"] = "0" * 64


@pytest.mark.parametrize(
    ("change", "of", "where"),
    [
        (first_exchange(conditions=[]), "list", "exchanges"),
        (first_exchange(until="2099-01-01"), "date", "exchanges"),
        (first_exchange(extendable=True, end="extendable"), "yes or no", "exchanges"),
        (lambda value: value["exchanges"][0]["conditions"][0].update(promised=500), "number",
         "exchanges"),
        (lambda value: value.update(warnings=[]), "list", "warnings"),
        (lambda value: value["offers"][0].update({"until": "2031-01-01"}), "date", "offers"),
        (swap_names, "text", "municipalities"),
    ],
)  # fmt: skip
def test_what_no_check_reads_is_sealed_and_its_kind_is_told(tmp_path, change, of, where):
    other = altered(save(tmp_path / "run.json", "overijssel-2024"), change)
    verified = call("verify", other)
    assert verified.exit_code == 5
    assert "Every rule holds" not in verified.stdout
    assert call("explain", other, "Borne").exit_code == 5
    repeated = call("rerun", other, "--format", "json")
    assert repeated.exit_code == 5
    told = json.loads(repeated.stdout)
    assert told["outcome"] == "altered"
    assert of in {one["of"] for one in told["differences"]}
    assert f"in {where}" in told["notes"][0]


def test_hashes_of_input_files_are_sealed(tmp_path):
    other = altered(save(tmp_path / "run.json", "overijssel-2024"), zero_hashes)
    verified = call("verify", other)
    assert (verified.exit_code, "Every rule holds" in verified.stdout) == (5, False)


def test_another_number_of_checks_gives_a_change_away_also_without_a_seal(tmp_path):
    run = save(tmp_path / "run.json", "overijssel-2024")

    def fewer(value):
        value["verification"]["checks"] -= 1
        del value["manifest"]["content_sha256"]

    verified = call("verify", altered(run, fewer))
    assert (verified.exit_code, "it was changed" in " ".join(verified.stdout.split())) == (5, True)
    unsealed = altered(run, lambda value: value["manifest"].pop("content_sha256"))
    verified = call("verify", unsealed)
    assert (verified.exit_code, "The file has no seal" in verified.stdout) == (0, True)


def test_of_another_version_the_seal_tells_nothing(tmp_path):
    run = save(tmp_path / "run.json", "overijssel-2024")

    def older(value):
        value["manifest"]["allocator"] = "0.0.1"
        value["verification"]["checks"] -= 1

    verified = call("verify", altered(run, older))
    assert verified.exit_code == 0
    assert "made by version 0.0.1" in " ".join(verified.stdout.split())


def test_the_seconds_and_the_layout_of_a_file_are_not_sealed(tmp_path):
    run = save(tmp_path / "run.json", "overijssel-2024")
    other = altered(run, lambda value: value["manifest"].update(seconds={"loading": 9.5}))
    assert call("verify", other).exit_code == 0


def test_a_run_that_was_altered_and_sealed_anew_is_told_by_its_repetition(tmp_path):
    run = save(tmp_path / "run.json", "overijssel-2024")
    value = json.loads(run.read_text("utf-8"))
    value["warnings"].pop()
    other = tmp_path / "altered.json"
    other.write_text(json.dumps(sealed(value)), encoding="utf-8")
    assert call("verify", other).exit_code == 0
    repeated = call("rerun", other, "--format", "json")
    assert repeated.exit_code == 1
    (difference,) = json.loads(repeated.stdout)["differences"]
    assert (difference["path"], difference["of"]) == ("warnings", "list")


def test_a_saved_timeline_is_sealed_as_well(tmp_path):
    done = call("timeline", "overijssel-2024", "--months", "3", "--format", "json")
    path = tmp_path / "timeline.json"
    path.write_text(done.stdout, encoding="utf-8")
    assert call("verify", path).exit_code == 0

    def published(value):
        line = next(one for one in value["lines"] if one["task_status"] == "estimated")
        line["task_status"] = "published"

    other = altered(path, published)
    verified = call("verify", other)
    assert (verified.exit_code, "Every rule holds" in verified.stdout) == (5, False)
    assert call("rerun", other).exit_code == 5


def test_other_versions_are_told_and_are_no_difference(tmp_path):
    run = save(tmp_path / "run.json", "overijssel-2024")
    other = altered(run, lambda value: value["manifest"].update(allocator="0.0.1"))
    repeated = call("rerun", other)
    assert repeated.exit_code == 0
    assert "allocator: 0.0.1 then" in repeated.stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"{", "run.json:1:2: not JSON"),
        (b"[]", "there is no schema"),
        (b'{"schema": "allocator.run/9"}', "the schema is 'allocator.run/9', not allocator.run/1"),
        (b'{"schema": "allocator.run/1"}', "Field required"),
        (b'{"schema": 1, "schema": 2}', "stands in one object twice"),
        (b'{"a": NaN}', "NaN is no number"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "not JSON that a run writes"),
        (b"\xff\xfe", "not UTF-8"),
    ],
)
@pytest.mark.parametrize("command", ["verify", "rerun", "explain"])
def test_what_is_no_saved_run_is_refused(tmp_path, content, said, command):
    path = tmp_path / "run.json"
    path.write_bytes(content)
    done = call(command, path)
    assert done.exit_code == 5
    assert said in done.output
    assert "Traceback" not in done.output


def leaves(value, path=()):
    """The path of every entry of a saved run."""
    if path:
        yield path
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from leaves(value[key], (*path, key))


NONSENSE = (None, "", -1, 10**30, "1/3", [], {}, "GM9999", "x[PV23.amv]", True)


@pytest.mark.parametrize("seed", range(4))
def test_no_damage_to_a_saved_run_makes_a_command_fail_otherwise_than_in_words(tmp_path, seed):
    """An entry is taken away or becomes nonsense; whatever still holds is explained."""
    luck = random.Random(seed)
    limits = "distribution.region_limits={Twente: {regular: {max: 190}, total: {min: 420}}}"
    words = [("overijssel-2024",), ("overijssel-2024", "--set", limits)][seed % 2]
    text = save(tmp_path / "run.json", *words).read_text("utf-8")
    paths = list(leaves(json.loads(text)))
    path = tmp_path / "damaged.json"
    for where in luck.sample(paths, 60):
        run = json.loads(text)
        holder = run
        for key in where[:-1]:
            holder = holder[key]
        if luck.random() < 0.3:
            del holder[where[-1]]
        else:
            holder[where[-1]] = luck.choice(NONSENSE)
        path.write_text(json.dumps(run), encoding="utf-8")
        verified = call("verify", path)
        assert verified.exit_code in (0, 5), (where, verified.output)
        explained = call("explain", path, luck.choice(["Borne", "Overijssel", "Kampen"]))
        expected = (0, 5) if verified.exit_code == 0 else (5,)
        assert explained.exit_code in expected, (where, explained.output)
        assert "a defect in the program" not in explained.output, (where, explained.output)
