# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A saved timeline is checked from its own content, and made again from its inputs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from allocator.loading import PACKAGED, packaged_names
from cli import app

Json = dict[str, Any]


def call(*words: object):
    return CliRunner().invoke(app, [str(word) for word in words])


def save(path: Path, *words: object) -> Path:
    done = call("timeline", *words, "--format", "json")
    assert done.exit_code == 0, done.output
    path.write_text(done.stdout, encoding="utf-8")
    return path


@pytest.fixture
def changed(tmp_path) -> Callable[[Callable[[Json], object]], Path]:
    """A saved timeline with something changed in it."""

    def make(change: Callable[[Json], object]) -> Path:
        path = save(tmp_path / "timeline.json", "overijssel-2024", "--months", "30")
        value = json.loads(path.read_text("utf-8"))
        change(value)
        path.write_text(json.dumps(value), encoding="utf-8")
        return path

    return make


@pytest.mark.parametrize("name", packaged_names())
@pytest.mark.parametrize("days", [("--from", "2025-12-01", "--months", 4), ("--on", "2026-03-01")])
def test_a_saved_timeline_holds_and_is_the_same_when_it_is_made_again(tmp_path, name, days):
    path = save(tmp_path / "timeline.json", name, *days)
    verified = call("verify", path)
    assert (verified.exit_code, "Every rule holds" in verified.stdout) == (0, True)
    again = call("rerun", path, "--format", "json")
    assert again.exit_code == 0
    assert json.loads(again.stdout)["outcome"] == "same"


def test_one_saved_in_a_folder_holds_too_and_names_its_inputs_and_versions(tmp_path):
    assert call("timeline", "overijssel-2024", "--out", tmp_path / "out").exit_code == 0
    path = tmp_path / "out" / "timeline.json"
    assert call("verify", path).exit_code == 0
    assert call("rerun", path).exit_code == 0
    manifest = json.loads(path.read_text("utf-8"))["manifest"]
    assert {"scenario", "offers", "reference"} <= {one["role"] for one in manifest["inputs"]}
    assert all(len(one["sha256"]) == 64 for one in manifest["inputs"])
    assert manifest["allocator"]
    assert manifest["python"]


def test_own_files_are_looked_for_in_the_folder_that_is_named_and_have_to_be_the_same(tmp_path):
    source, results = tmp_path / "source", tmp_path / "results"
    source.mkdir()
    results.mkdir()
    shutil.copy(PACKAGED / "overijssel-offers-2024.csv", source / "mine.csv")
    (source / "mine.yaml").write_text("extends: overijssel-2024\noffers: mine.csv\n", "utf-8")
    path = save(results / "timeline.json", source / "mine.yaml")
    assert str(tmp_path) not in path.read_text("utf-8")
    assert call("rerun", path).exit_code == 5
    assert call("rerun", path, "--inputs", source).exit_code == 0
    with (source / "mine.csv").open("a", encoding="utf-8") as file:
        file.write("Borne,,regular,1,,,intended,\n")
    done = call("rerun", path, "--inputs", source)
    assert done.exit_code == 5
    assert "mine.csv: not the file that was read then" in done.output
    assert call("verify", path).exit_code == 0


def test_a_changed_number_fails_the_checks_and_is_told_by_a_rerun(changed):
    path = changed(lambda value: value["contracts"][0].update(places=399))
    verified = call("verify", path)
    assert verified.exit_code == 5
    assert "count_every_day[GM0141.regular]: on 2025-01-01: 398, must be 399" in verified.stdout
    again = call("rerun", path)
    assert again.exit_code == 5
    assert "contracts.0.places" in again.stdout
    assert "the file was altered" in " ".join(again.stdout.split())


def test_a_changed_word_breaks_the_seal_and_is_told_by_a_rerun(changed):
    path = changed(lambda value: value["contracts"][0].update(name="Elsewhere"))
    verified = call("verify", path)
    assert (verified.exit_code, "was changed" in verified.stdout) == (5, True)
    again = call("rerun", path)
    assert (again.exit_code, "contracts.0.name" in again.stdout) == (5, True)


def test_a_changed_count_of_checks_is_said(changed):
    verified = call("verify", changed(lambda value: value.update(verified=1)))
    assert verified.exit_code == 5
    assert "The file tells of 1 checks, now there are" in verified.stdout


def test_months_that_do_not_follow_are_told_by_both(changed):
    path = changed(lambda value: value["days"].__setitem__(3, "2031-01-01"))
    assert "tell_days_in_turn: the days: " in call("verify", path).stdout
    again = call("rerun", path)
    assert (again.exit_code, "days.3" in again.stdout) == (5, True)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda value: value.update(schema="allocator.timeline/2"), "'allocator.timeline/2', not"),
        (lambda value: value.pop("schema"), "there is no schema, not allocator.run/1 or"),
        (lambda value: value.pop("manifest"), "manifest: Field required."),
        (lambda value: value.update(days=[]), "days: Tuple should have at least 1 item"),
        (lambda value: value.update(days=["2026-01-01"] * 1201), "days: Tuple should have at most"),
        (lambda value: value["contracts"][0].update(places=-1), "contracts.0.places: Input should"),
        (lambda value: value["lines"][0].update(known=True), "lines.0.known: Extra inputs"),
    ],
)
@pytest.mark.parametrize("command", ["verify", "rerun"])
def test_what_is_no_timeline_any_more_is_refused_in_words(changed, command, change, said):
    path = changed(change)
    done = call(command, path)
    assert (done.exit_code, done.stdout) == (5, "")
    assert done.stderr.startswith(str(path))
    assert said in done.stderr


@pytest.mark.parametrize(
    "change",
    [
        lambda value: value["lines"][0]["available"]["total"].__setitem__(3, 10**4000),
        lambda value: value["contracts"][0].update(places=10**4299),
        lambda value: value["settings_lines"].update({"9" * 5000: "x:1"}),
        lambda value: value["manifest"]["inputs"][0].update(name="x" * 5000),
        lambda value: value["manifest"]["inputs"][0].update(name="a\0b"),
        lambda value: value["settings"].update(offers="../../secret"),
        lambda value: value.update(settings={"a": 1}),
        lambda value: value.update(lines=[], endings=[], extensions=[]),
        lambda value: value["days"].__setitem__(0, "9999-12-01"),
        lambda value: value["days"].__setitem__(0, "0001-01-01"),
    ],
)
def test_nothing_in_a_file_is_taken_for_a_defect_of_the_program(changed, change):
    path = changed(change)
    for command in ("verify", "rerun"):
        done = call(command, path)
        assert done.exit_code in (0, 5), done.output
        assert isinstance(done.exception, SystemExit | None)


def test_a_timeline_is_not_explained_as_a_run(changed):
    done = call("explain", changed(lambda value: None), "Borne")
    assert done.exit_code == 5
    assert "the schema is 'allocator.timeline/1', not allocator.run/1" in done.stderr
