# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""`--out` and `new` write whole files or nothing, and never over what was there."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from allocator.loading import load_scenario
from models.scenario import Scenario

RUN = ("run", "overijssel-2024", "--out")


def contents(folder: Path) -> dict[str, tuple[bytes | None, int]]:
    """Every path below a folder with its bytes and the time of its last change."""
    return {
        str(path.relative_to(folder)): (
            path.read_bytes() if path.is_file() else None,
            path.lstat().st_mtime_ns,
        )
        for path in sorted(folder.rglob("*"))
    }


def test_out_writes_three_files_and_still_prints(command, tmp_path):
    done = command(*RUN, "results/today")
    assert (done.code, done.err) == (0, "")
    assert "Overijssel 2024" in done.out
    folder = tmp_path / "results" / "today"
    assert sorted(contents(tmp_path)) == [
        "results",
        "results/today",
        "results/today/municipalities.csv",
        "results/today/report.md",
        "results/today/run.json",
    ]
    value = json.loads((folder / "run.json").read_text("utf-8"))
    assert value["status"] == "optimal"
    with (folder / "municipalities.csv").open(encoding="utf-8", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == 25
    report = (folder / "report.md").read_text("utf-8")
    assert report == command("run", "overijssel-2024", "--format", "markdown").out


def test_out_writes_an_infeasible_result_too(command, tmp_path):
    done = command(*RUN, "no", "--set", "distribution.eligible=named")
    assert done.code == 3
    assert json.loads((tmp_path / "no" / "run.json").read_text("utf-8"))["status"] == "infeasible"


def test_an_empty_folder_is_filled(command, tmp_path):
    (tmp_path / "empty").mkdir()
    assert command(*RUN, "empty").code == 0
    assert len(list((tmp_path / "empty").iterdir())) == 3


def test_the_same_run_leaves_the_folder_untouched(command, tmp_path):
    assert command(*RUN, "folder").code == 0
    before = contents(tmp_path)
    assert command(*RUN, "folder").code == 0
    assert contents(tmp_path) == before


def test_a_link_to_a_folder_with_the_same_run_is_fine(command, tmp_path):
    assert command(*RUN, "folder").code == 0
    (tmp_path / "link").symlink_to("folder")
    before = contents(tmp_path)
    assert command(*RUN, "link").code == 0
    assert contents(tmp_path) == before


def test_another_run_does_not_replace_the_first(command, tmp_path):
    assert command(*RUN, "folder").code == 0
    before = contents(tmp_path)
    done = command("run", "overijssel-2022", "--out", "folder")
    assert (done.code, done.out) == (5, "")
    assert done.err == (
        "folder: the folder holds other content. Name another folder; nothing was written.\n"
    )
    assert contents(tmp_path) == before


def _other_content(folder: Path) -> str:
    (folder / "taken").mkdir()
    (folder / "taken" / "letter.txt").write_text("mine")
    return "taken"


def _one_file_more(folder: Path) -> str:
    (folder / "taken").mkdir()
    for name in ("run.json", "municipalities.csv", "report.md"):
        (folder / "taken" / name).write_bytes(b"\xff")
    return "taken"


def _a_file(folder: Path) -> str:
    (folder / "taken").write_text("mine")
    return "taken"


def _below_a_file(folder: Path) -> str:
    (folder / "taken").write_text("mine")
    return "taken/below/it"


def _a_link_to_nowhere(folder: Path) -> str:
    (folder / "taken").symlink_to("nowhere")
    return "taken"


def _a_name_that_is_too_long(folder: Path) -> str:
    return "x" * 300


def _below_a_device(folder: Path) -> str:
    return "/dev/full/folder"


def _in_proc(folder: Path) -> str:
    return "/proc/allocator"


def _a_folder_without_rights(folder: Path) -> str:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    (folder / "locked").mkdir(mode=0o500)
    return "locked/folder"


@pytest.mark.parametrize(
    "hindered",
    [
        _other_content,
        _one_file_more,
        _a_file,
        _below_a_file,
        _a_link_to_nowhere,
        _a_name_that_is_too_long,
        _below_a_device,
        _in_proc,
        _a_folder_without_rights,
    ],
)
def test_out_is_refused_and_nothing_changes(command, tmp_path, hindered):
    out = hindered(tmp_path)
    before = contents(tmp_path)
    done = command(*RUN, out)
    assert (done.code, done.out) == (5, "")
    assert done.err.startswith(f"{out}: ")
    assert len(done.err.splitlines()) == 1
    assert "defect" not in done.err
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    "file",
    ["mine.yaml", "null.yaml", "True.yml", "PV: [x.yaml", "2024.yaml", "a b.yaml", "één.yaml",
     "'#-.yaml", "y" * 230 + ".yaml", "-.yaml"],
)  # fmt: skip
def test_a_new_scenario_has_the_defaults_and_passes_check_whatever_its_name(
    command, tmp_path, file
):
    done = command("new", "--", file)
    assert done == (0, "", "")
    loaded = load_scenario(tmp_path / file).scenario
    stem = Path(file).stem[:200]
    assert loaded == Scenario(name=stem, title=loaded.title)
    assert command("check", "--", file).code == 0
    assert [path.name for path in tmp_path.iterdir()] == [file]


def test_a_new_scenario_follows_the_schema_and_is_the_same_on_stdout(command, tmp_path):
    schema = json.loads(command("schema").out)
    assert command("new", "my-scenario.yaml").code == 0
    text = (tmp_path / "my-scenario.yaml").read_text("utf-8")
    assert text == command("new").out
    jsonschema.validate(YAML(typ="safe", pure=True).load(text), schema)


@pytest.mark.parametrize("there", ["file.yaml", "folder", "link", ".", "none/file.yaml"])
def test_new_never_writes_over_anything(command, tmp_path, there):
    (tmp_path / "file.yaml").write_text("mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("nowhere")
    before = contents(tmp_path)
    done = command("new", there)
    assert (done.code, done.out) == (5, "")
    assert done.err.startswith(f"{there}: ")
    assert "defect" not in done.err
    assert contents(tmp_path) == before
