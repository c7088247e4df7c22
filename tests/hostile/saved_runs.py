# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Saved runs, draws and questions that somebody changed, cut off or mistook for something else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from cli import app
from tests.hostile.special import special

SCENARIO = "overijssel-2024"
OFFERS = "municipality,kind,places,status\nBorne,regular,5,guaranteed\n"


def save(folder: Path, *words: str) -> Path:
    done = CliRunner().invoke(app, ["run", *(words or (SCENARIO,)), "--format", "json"])
    assert done.exit_code == 0, done.output
    (folder / "run.json").write_text(done.stdout, encoding="utf-8")
    return folder / "run.json"


def _changed(folder: Path, change: Callable[[Any], object]) -> None:
    path = save(folder)
    value = json.loads(path.read_text("utf-8"))
    change(value)
    path.write_text(json.dumps(value), encoding="utf-8")


@special("no-such-file--saved-run")
def _(folder: Path) -> list[str]:
    return ["verify", "run.json"]


@special("empty-file--saved-run")
def _(folder: Path) -> list[str]:
    (folder / "run.json").touch()
    return ["verify", "run.json"]


@special("not-json--saved-run-cut-off")
def _(folder: Path) -> list[str]:
    path = save(folder)
    path.write_text(path.read_text("utf-8")[:5_000], encoding="utf-8")
    return ["verify", "run.json"]


@special("not-json--scenario-for-a-saved-run")
def _(folder: Path) -> list[str]:
    (folder / "run.json").write_text("name: mine\n")
    return ["verify", "run.json"]


@special("not-json--key-twice")
def _(folder: Path) -> list[str]:
    (folder / "run.json").write_text('{"schema": "allocator.run/1", "schema": "allocator.run/1"}')
    return ["verify", "run.json"]


@special("not-json--not-a-number")
def _(folder: Path) -> list[str]:
    (folder / "run.json").write_text('{"schema": "allocator.run/1", "raming": NaN}')
    return ["verify", "run.json"]


@special("not-json--nested-without-end")
def _(folder: Path) -> list[str]:
    (folder / "run.json").write_text("[" * 200_000)
    return ["verify", "run.json"]


@special("not-json--digits-without-end")
def _(folder: Path) -> list[str]:
    (folder / "run.json").write_text('{"schema": ' + "9" * 5_000 + "}")
    return ["verify", "run.json"]


@special("not-utf8--saved-run")
def _(folder: Path) -> list[str]:
    (folder / "run.json").write_bytes(b'{"schema": "\xff"}')
    return ["verify", "run.json"]


@special("not-a-run--other-json")
def _(folder: Path) -> list[str]:
    (folder / "run.json").write_text('{"type": "FeatureCollection", "features": []}')
    return ["verify", "run.json"]


@special("not-a-run--schema-of-tomorrow")
def _(folder: Path) -> list[str]:
    _changed(folder, lambda value: value.update(schema="allocator.run/99"))
    return ["verify", "run.json"]


@special("not-a-run--text-for-a-number")
def _(folder: Path) -> list[str]:
    _changed(folder, lambda value: value["municipalities"][0]["share"].update(total="many"))
    return ["verify", "run.json"]


def _save_timeline(folder: Path, change: Callable[[Any], object]) -> None:
    done = CliRunner().invoke(app, ["timeline", SCENARIO, "--months", "3", "--format", "json"])
    assert done.exit_code == 0, done.output
    value = json.loads(done.stdout)
    change(value)
    (folder / "timeline.json").write_text(json.dumps(value), encoding="utf-8")


@special("not-a-run--timeline-of-tomorrow")
def _(folder: Path) -> list[str]:
    _save_timeline(folder, lambda value: value.update(schema="allocator.timeline/99"))
    return ["verify", "timeline.json"]


@special("not-a-run--timeline-without-its-manifest")
def _(folder: Path) -> list[str]:
    _save_timeline(folder, lambda value: value.pop("manifest"))
    return ["rerun", "timeline.json"]


@special("not-a-run--timeline-with-other-settings")
def _(folder: Path) -> list[str]:
    _save_timeline(folder, lambda value: value["settings"].update(population=[]))
    return ["rerun", "timeline.json"]


@special("input-changed--other-sha256-in-a-timeline")
def _(folder: Path) -> list[str]:
    def change(value: Any) -> None:
        value["manifest"]["inputs"][-1].update(sha256="0" * 64)

    _save_timeline(folder, change)
    return ["rerun", "timeline.json"]


@special("run-does-not-hold--one-number-changed")
def _(folder: Path) -> list[str]:
    lie = {"regular": 1, "amv": 0, "total": 1}
    _changed(folder, lambda value: value["municipalities"][0].update(decision=lie))
    return ["explain", "run.json", "Borne"]


@special("settled-already--setting-for-a-saved-run")
def _(folder: Path) -> list[str]:
    save(folder)
    return ["explain", "run.json", "Borne", "--set", "population=2022"]


@special("input-changed--offers-since-the-run")
def _(folder: Path) -> list[str]:
    (folder / "offers.csv").write_text(OFFERS)
    (folder / "mine.yaml").write_text("name: mine\noffers: offers.csv\n")
    save(folder, "mine.yaml")
    (folder / "offers.csv").write_text(OFFERS.replace("5", "6"))
    return ["rerun", "run.json", "--inputs", "."]


@special("bad-question--without-a-number")
def _(folder: Path) -> list[str]:
    return ["explain", SCENARIO, "Borne", "--why-not", "Borne"]


@special("bad-question--digits-without-end")
def _(folder: Path) -> list[str]:
    return ["explain", SCENARIO, "Borne", "--why-not", "Borne>=" + "9" * 5_000]


@special("unknown-name--subject-mistyped")
def _(folder: Path) -> list[str]:
    return ["explain", SCENARIO, "Bornee"]


@special("outside-provinces--subject")
def _(folder: Path) -> list[str]:
    return ["explain", SCENARIO, "Utrecht"]


@special("unfinished-draw--one-of-two-that-tie")
def _(folder: Path) -> list[str]:
    (folder / "draw.csv").write_text("lot,municipality\n1,Staphorst\n")
    overrides = ["--set", "distribution.minimum_site.amv=20"]
    return ["run", SCENARIO, *overrides, "--lots", "draw.csv"]


@special("lots-twice--in-the-scenario-and-beside-it")
def _(folder: Path) -> list[str]:
    (folder / "draw.csv").write_text("lot,municipality\n1,Staphorst\n")
    return ["run", SCENARIO, "--set", "distribution.lots=[Borne]", "--lots", "draw.csv"]


@special("contradicts-limit--more-than-the-scenario-allows")
def _(folder: Path) -> list[str]:
    limit = ["--set", "distribution.limits.Borne.regular.max=5"]
    return ["explain", SCENARIO, "Borne", *limit, "--why-not", "Borne.regular>=10"]
