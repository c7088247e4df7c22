# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A report as a whole: what it can be of, its forms, and that it is the same every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import allocator
from allocator import extras
from allocator.file_names import file_name
from allocator.publishing import FORMS
from allocator.publishing.contents import document_of
from allocator.publishing.contents.annex import annex
from allocator.publishing.document import Document
from allocator.publishing.forms.markdown import as_markdown
from allocator.publishing.languages import DUTCH, LANGUAGES, Language
from allocator.reporting import (
    comparison_files,
    frontier_files,
    run_files,
    write_folder,
)
from allocator.versions import DAYS, installed
from cli import Form, app
from cli import Language as CliLanguage
from models.fault import InputError
from models.result import RunResult
from models.seal import sealed_answer

OVERIJSSEL = "overijssel-2024"
PAIR = (OVERIJSSEL, "overijssel-2024-guaranteed")


@cache
def whole() -> allocator.Report:
    return allocator.report(OVERIJSSEL)


def test_a_report_has_every_form_and_describes_each_of_its_files():
    names = set(whole().files)
    for suffix in ("html", "xlsx", "docx", "pdf", "md", "json", "jsonld"):
        assert f"{OVERIJSSEL}.{suffix}" in names
    assert {f"{OVERIJSSEL}-algoritmeregister.md", f"{OVERIJSSEL}-gemeenten.csv"} <= names
    described = json.loads(whole().files[f"{OVERIJSSEL}.jsonld"])
    told = json.dumps(described)
    for name, content in whole().files.items():
        if not name.endswith(".jsonld"):
            assert name in told
            assert sha256(content).hexdigest() in told


def test_the_same_run_gives_the_same_bytes_in_every_form_wherever_and_however_often(tmp_path: Path):
    arguments = ["report", OVERIJSSEL, "--out", "again"]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    subprocess.run(
        [sys.executable, "-m", "cli", *arguments],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=True,
    )
    again = {path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()}
    assert again == whole().files


def test_a_saved_run_is_reported_as_the_scenario_is(tmp_path: Path):
    write_folder(tmp_path / "saved", run_files(allocator.run(OVERIJSSEL).result))
    forms = [one for one in FORMS if one not in ("pdf", "docx")]
    of_folder = allocator.report(tmp_path / "saved", forms)
    of_file = allocator.report(tmp_path / "saved" / "run.json", forms)
    assert of_folder.files == of_file.files
    assert of_folder.files["overijssel-2024.html"] == whole().files["overijssel-2024.html"]


def test_the_results_in_a_report_can_be_verified(tmp_path: Path):
    path = tmp_path / "run.json"
    path.write_bytes(whole().files[f"{OVERIJSSEL}.json"])
    assert allocator.verify_saved(path).holds


def test_comparisons_frontiers_and_studies_are_reported_from_their_folders(tmp_path: Path):
    write_folder(tmp_path / "compared", comparison_files(allocator.compare(PAIR).result))
    weighed = allocator.frontier(OVERIJSSEL, kind="amv", by="minimum-site", steps="0,20")
    write_folder(tmp_path / "weighed", frontier_files(weighed.answer))
    allocator.run_study("minimum-site", tmp_path / "studied", workers=1)
    for folder in ("compared", "weighed", "studied"):
        forms = FORMS if folder == "compared" else ["html", "csv", "data"]
        found = allocator.report(tmp_path / folder, forms, "en")
        papers = {"xlsx", "docx", "pdf", "md"} if folder == "compared" else set()
        suffixes = {name.rpartition(".")[2] for name in found.files}
        assert suffixes == papers | {"html", "csv", "json", "jsonld"}


def test_a_country_is_one_page_and_a_paper_for_each_province():
    two = ["provinces=[PV23, PV24]", "distribution.minimum_site={regular: 0, amv: 0}"]
    found = allocator.report("nederland-2024", ["html", "pdf", "docx"], overrides=two)
    papers = {
        f"nederland-2024-{name}.{form}"
        for name in ("overijssel", "flevoland")
        for form in ("pdf", "docx")
    }
    assert set(found.files) == {"nederland-2024.html", *papers}


def test_what_a_country_has_on_paper_is_composed_once_for_both_papers(
    monkeypatch: pytest.MonkeyPatch,
):
    composed: list[str] = []

    def counting(result: RunResult, language: Language, code: str, *others: Any) -> Document:
        composed.append(code)
        return annex(result, language, code, *others)

    monkeypatch.setattr(sys.modules["allocator.publishing.report"], "annex", counting)
    two = ["provinces=[PV23, PV24]", "distribution.minimum_site={regular: 0, amv: 0}"]
    allocator.report("nederland-2024", ["docx", "pdf"], overrides=two)
    assert composed == ["PV23", "PV24"]
    composed.clear()
    allocator.report("nederland-2024", ["markdown"], overrides=two)
    assert composed == []


def test_a_run_without_a_division_is_reported_with_the_reasons():
    nobody = ["distribution.eligible=named", "distribution.named=[Borne]"]
    nobody.append("distribution.limits={Borne: {amv: {max: 1}}}")
    found = allocator.report(OVERIJSSEL, ["markdown"], overrides=nobody)
    assert found.status == "infeasible"
    (text,) = (content.decode() for content in found.files.values())
    assert "Geen verdeling voldoet aan alle regels" in text


def text_of(document: Document) -> str:
    return as_markdown(document)


def test_a_paper_of_one_province_tells_of_that_province():
    # Of these two Overijssel has a thin score (Twenterand), and both have merges.
    country = allocator.run("nederland-2024", ["provinces=[PV23, PV24]"]).result
    said = text_of(annex(country, DUTCH, "PV24"))
    assert "Twenterand" in text_of(annex(country, DUTCH)).partition("## Kaart")[0]
    for elsewhere in ("Twenterand", "Almelo"):
        assert elsewhere not in said
    assert "Almere" in said
    assert "van de hele berekening" in said
    assert "taken die te klein blijven" not in said  # one plan is made for the whole country
    assert "taken die te klein blijven" in text_of(annex(country, DUTCH))


def test_what_is_known_of_a_whole_province_only_is_no_number_of_a_municipality():
    two = ["provinces=[PV21, PV24]", "national.takeover=none"]
    country = allocator.run("nederland-2024-reports", two).result
    (table,) = (one for one in annex(country, DUTCH, "PV21").tables if one.name == "Gemeenten")
    keys = [column.key for column in table.columns]
    for row in table.rows:
        assert {row[keys.index(key)] for key in ("counted", "decision", "realised")} == {None}
        assert isinstance(row[keys.index("share")], int)


def test_a_saved_run_without_a_seal_says_so_and_gets_none(tmp_path: Path):
    value = allocator.run(OVERIJSSEL).result.to_json()
    value["manifest"]["content_sha256"] = ""
    path = tmp_path / "run.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    files = allocator.report(path, ["markdown", "data"]).files
    assert "Wat dit bestand waard is" in files["overijssel-2024.md"].decode()
    results = json.loads(files["overijssel-2024.json"])
    assert results["manifest"]["content_sha256"] == ""
    (brief,) = allocator.report(path, "markdown", letters="Borne").files.values()
    assert "Het bestand heeft geen zegel" in brief.decode()


def test_every_paper_of_a_saved_country_says_what_its_file_is_worth(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    two = ["provinces=[PV23, PV24]", "distribution.minimum_site={regular: 0, amv: 0}"]
    value = allocator.run("nederland-2024", two).result.to_json()
    value["manifest"]["content_sha256"] = ""
    path = tmp_path / "run.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    as_text = {"pdf": ("pdf", lambda document: as_markdown(document).encode())}
    # The package has a function of the same name as this module.
    monkeypatch.setattr(sys.modules["allocator.publishing.report"], "DOCUMENTS", as_text)
    papers = allocator.report(path, "pdf").files
    assert len(papers) == 2
    assert all(b"Wat dit bestand waard is" in paper for paper in papers.values())


def test_an_unproven_run_is_not_called_proven():
    hurried = allocator.run(OVERIJSSEL, ["solver.time_limit_seconds=0.001"]).result
    assert hurried.status == "feasible"
    claim = "heeft het programma bewezen"
    assert claim not in as_markdown(annex(hurried, DUTCH))
    assert claim in as_markdown(annex(allocator.run(OVERIJSSEL).result, DUTCH))


def test_a_comparison_that_was_changed_and_sealed_anew_is_refused(tmp_path: Path):
    value = allocator.compare(PAIR).result.model_dump(mode="json")
    value["municipalities"][0]["figures"][0]["decision"] = {"regular": 0, "amv": 0, "total": 0}
    (tmp_path / "comparison.json").write_text(json.dumps(sealed_answer(value)), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        allocator.report(tmp_path, "markdown")
    assert [fault.code for fault in caught.value.faults] == ["answer-does-not-hold"]


def test_what_python_has_made_is_reported_as_it_is():
    made = allocator.run(OVERIJSSEL)
    assert allocator.report(made, "html").files == {
        "overijssel-2024.html": whole().files["overijssel-2024.html"]
    }
    compared = allocator.report(allocator.compare(PAIR), "markdown", "en")
    assert compared.title == "Comparison of 2 runs"


def test_letters_to_several_municipalities_are_written_at_once():
    found = allocator.report(OVERIJSSEL, ["pdf"], letters=["Borne", "Kampen"])
    assert set(found.files) == {"brief-borne.pdf", "brief-kampen.pdf"}
    assert set(allocator.report(OVERIJSSEL, "docx", "en", letters="GM0147").files) == {
        "letter-borne.docx"
    }


def test_the_command_line_has_the_forms_and_languages_that_there_are():
    assert [one.value for one in Form] == list(FORMS)
    assert [one.value for one in CliLanguage] == list(LANGUAGES)


def test_every_version_that_was_released_has_its_day():
    assert installed("allocator") in DAYS


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("CON<>|", "report-con"),
        ("nul.tar", "nul-tar"),
        ("com¹", "report-com1"),
        ("..", "report"),
        ("a" * 300, "a" * 80),
    ],
)
def test_names_of_files_are_plain_whatever_a_scenario_is_called(name: str, file: str):
    assert file_name(name) == file


def test_the_annex_of_no_province_is_written_over_another_by_a_long_name(tmp_path: Path):
    scenario = tmp_path / "long.yaml"
    scenario.write_text(
        f"extends: nederland-2024\nname: {'lang ' * 30}\nprovinces: [PV23, PV24]\n"
        "distribution: {minimum_site: {regular: 0, amv: 0}}\n",
        encoding="utf-8",
    )
    names = list(allocator.report(scenario, ["docx"]).files)
    assert [name.rpartition("-")[2] for name in names] == ["overijssel.docx", "flevoland.docx"]
    assert all(len(name) <= 80 + len(".docx") for name in names)


@pytest.mark.parametrize("name", ["con", "Nul", "lpt1"])
def test_windows_can_hold_every_file_of_a_report(name: str, tmp_path: Path):
    scenario = tmp_path / "odd.yaml"
    scenario.write_text(f"extends: {OVERIJSSEL}\nname: {name}\n", encoding="utf-8")
    names = allocator.report(scenario, ["markdown", "csv"]).files
    assert f"report-{name.lower()}.md" in names
    assert name.lower() not in {one.partition(".")[0] for one in names}


def test_a_scenario_that_is_called_like_a_path_writes_in_its_folder_only(tmp_path: Path):
    scenario = tmp_path / "odd.yaml"
    scenario.write_text("name: '../../escape'\n", encoding="utf-8")
    names = allocator.report(scenario, ["html", "csv"]).files
    assert names
    assert all("/" not in name and not name.startswith(".") for name in names)


@pytest.mark.parametrize(
    ("forms", "language", "code"),
    [(["hmtl"], "nl", "no-such-form"), ([], "fy", "no-such-language")],
)
def test_forms_and_languages_that_there_are_not_are_refused(
    forms: list[str], language: str, code: str
):
    with pytest.raises(InputError) as caught:
        allocator.report(OVERIJSSEL, forms, language)
    assert [fault.code for fault in caught.value.faults] == [code]


def test_an_install_without_the_extra_says_which(monkeypatch: pytest.MonkeyPatch):
    found = extras.find_spec
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "typst" else found(name))
    with pytest.raises(InputError, match="typst is not installed here"):
        allocator.report(OVERIJSSEL, ["html"])


def test_the_command_lists_what_it_wrote_and_writes_it_once(tmp_path: Path):
    out = tmp_path / "out"
    arguments = ["report", OVERIJSSEL, "--form", "markdown", "--form", "html", "--out", str(out)]
    for _ in range(2):  # the same once more leaves what is there
        done = CliRunner().invoke(app, arguments)
        assert done.exit_code == 0
        assert "overijssel-2024.html" in done.stdout
    assert {path.name for path in out.iterdir()} == {"overijssel-2024.html", "overijssel-2024.md"}
    other = CliRunner().invoke(app, [*arguments[:-1], str(out), "--lang", "en"])
    assert other.exit_code == 5
    assert "# Opvangplaatsen" in (out / "overijssel-2024.md").read_text(encoding="utf-8")


def test_a_template_is_written_in_both_languages_and_never_over_a_file(tmp_path: Path):
    for language in ("nl", "en"):
        path = tmp_path / f"offers-{language}.xlsx"
        assert CliRunner().invoke(app, ["template", str(path), "--lang", language]).exit_code == 0
        before = path.read_bytes()
        assert CliRunner().invoke(app, ["template", str(path)]).exit_code == 5
        assert path.read_bytes() == before


def test_every_table_has_a_row_for_what_the_run_lists():
    result = allocator.run(OVERIJSSEL).result
    rows = {table.name: len(table.rows) for table in document_of(result, DUTCH, None).tables}
    assert rows["Gemeenten"] == len(result.municipalities)
    assert rows["Samenvoegingen"] == sum(len(one.members) for one in result.merges)
    assert rows["Aanbod"] == len(result.offers)
    assert rows["Invoerbestanden"] == len(result.manifest.inputs)
