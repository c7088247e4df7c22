# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What no report can be made of, and borders that are none; see `special`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import allocator
from allocator.reporting import render_comparison, run_files, write_folder
from models.seal import sealed_answer
from tests.hostile.saved_runs import save
from tests.hostile.special import special

OVERIJSSEL = "overijssel-2024"
# Under the name of the case: the arguments of `allocator report`.
ASKED: dict[str, tuple[str, ...]] = {
    "no-such-scenario--reported": ("overijsel-2024",),
    "no-such-file--reported": ("nowhere.json",),
    "unknown-key--reported": (OVERIJSSEL, "--set", "key.nmae=published"),
    "unknown-name--letter": (OVERIJSSEL, "--letter", "Bron"),
    "outside-provinces--letter": (OVERIJSSEL, "--letter", "Groningen"),
    "not-a-municipality--letter": (OVERIJSSEL, "--letter", "Overijssel"),
    "no-form-of-a-letter--csv": (OVERIJSSEL, "--letter", "Borne", "--form", "csv"),
    "no-map-in-a-letter--boundaries": (
        *(OVERIJSSEL, "--letter", "Borne"),
        *("--boundaries", "nowhere.geojson"),
    ),
    "no-such-file--boundaries": (OVERIJSSEL, "--boundaries", "nowhere.geojson"),
}


def asked(name: str, arguments: tuple[str, ...]) -> None:
    """Register a case that needs no file."""
    special(name)(lambda folder: ["report", *arguments, "--out", "out"])


for _name, _arguments in ASKED.items():
    asked(_name, _arguments)


@special("no-results-here--empty-folder")
def _empty(folder: Path) -> list[str]:
    (folder / "results").mkdir()
    return ["report", "results", "--out", "out"]


@special("settled-already--report-of-a-saved-run")
def _settled(folder: Path) -> list[str]:
    save(folder)
    return ["report", "run.json", "--set", "population=2022", "--out", "out"]


def _compared(folder: Path) -> Path:
    compared = allocator.compare([OVERIJSSEL, f"{OVERIJSSEL}-guaranteed"]).result
    path = folder / "comparison.json"
    path.write_text(render_comparison(compared, "json"), encoding="utf-8")
    return path


@special("answer-changed--comparison")
def _changed(folder: Path) -> list[str]:
    path = _compared(folder)
    value = json.loads(path.read_text(encoding="utf-8"))
    value["runs"][0]["task"] = {"regular": 1, "amv": 0, "total": 1}
    path.write_text(json.dumps(value), encoding="utf-8")
    return ["report", "comparison.json", "--out", "out"]


@special("answer-does-not-hold--sealed-anew")
def _sealed_anew(folder: Path) -> list[str]:
    path = _compared(folder)
    value = json.loads(path.read_text(encoding="utf-8"))
    value["municipalities"][0]["figures"][0]["decision"] = {"regular": 0, "amv": 0, "total": 0}
    path.write_text(json.dumps(sealed_answer(value)), encoding="utf-8")
    return ["report", "comparison.json", "--out", "out"]


@special("not-a-run-to-report--register-of-a-comparison")
def _no_register(folder: Path) -> list[str]:
    _compared(folder)
    return ["report", "comparison.json", "--form", "register", "--out", "out"]


@special("not-a-run-to-report--letter-of-a-comparison")
def _no_run(folder: Path) -> list[str]:
    _compared(folder)
    return ["report", "comparison.json", "--letter", "Borne", "--out", "out"]


@special("out-not-empty--report")
def _not_empty(folder: Path) -> list[str]:
    write_folder(folder / "out", run_files(allocator.run(OVERIJSSEL).result))
    return ["report", OVERIJSSEL, "--form", "markdown", "--out", "out"]


@special("not-a-workbook-name--template")
def _no_workbook(folder: Path) -> list[str]:
    return ["template", "offers.csv"]


@special("out-exists--template")
def _template(folder: Path) -> list[str]:
    (folder / "offers.xlsx").write_bytes(b"mine")
    return ["template", "offers.xlsx"]


SQUARE = [[[6.0, 52.0], [6.1, 52.0], [6.1, 52.1], [6.0, 52.0]]]


def borders(name: str, value: Any) -> None:
    """Register a case of a file of borders."""

    def prepare(folder: Path) -> list[str]:
        text = value if isinstance(value, str) else json.dumps(value)
        (folder / "borders.geojson").write_text(text, encoding="utf-8")
        return ["report", OVERIJSSEL, "--boundaries", "borders.geojson", "--out", "out"]

    special(name)(prepare)


def feature(code: Any, coordinates: Any, kind: str = "Polygon") -> dict[str, Any]:
    """One municipality as GeoJSON has it."""
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"statcode": code}, "geometry": geometry}


def collection(*features: Any) -> dict[str, Any]:
    """Several of them."""
    return {"type": "FeatureCollection", "features": list(features)}


borders("missing-boundary--one-of-25", collection(feature("GM0141", SQUARE)))
borders("not-json--borders", "{")
borders("not-boundaries--a-list", [1, 2, 3])
borders("not-boundaries--no-statcode", collection(feature(None, SQUARE)))
borders("not-boundaries--a-script", collection(feature("<script>alert(1)</script>", SQUARE)))
borders("not-boundaries--a-point", collection(feature("GM0141", [6.0, 52.0], "Point")))
borders("not-boundaries--texts", collection(feature("GM0141", [[["a", "b"]] * 4])))
borders("not-boundaries--two-corners", collection(feature("GM0141", [SQUARE[0][:2]])))
borders("not-boundaries--twice", collection(*[feature("GM0141", SQUARE)] * 2))
borders("not-json--borders-beyond-numbers", collection(feature("GM0141", [[[999.0, 1e308]] * 4])))
borders("not-json--borders-nan", '{"type": "FeatureCollection", "features": [NaN]}')
borders("not-json--borders-nested", f'{{"type": {"[" * 3000}{"]" * 3000}}}')
