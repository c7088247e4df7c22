# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What bad input gets: what, where, why and what to do; never a traceback, never a guess."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

import allocator
from allocator.loading import load, load_scenario
from models.fault import InputError
from models.scenario import Scenario

OFFERS = "municipality,site,kind,places,available_from,available_until,status,note\n"
GOOD = "Borne,,regular,5,2025-01-01,,guaranteed,\n"


def fault(tmp_path: Path, scenario: str | bytes, **files: str | bytes) -> str:
    for name, content in {"mine.yaml": scenario, **files}.items():
        path = tmp_path / name.replace("__", ".")
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(InputError) as error:
        allocator.run(tmp_path / "mine.yaml")
    return str(error.value).replace(f"{tmp_path}/", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("distribution: {metod: adams}", "mine.yaml:1:16: unknown key 'metod'; did you mean me"),
        ("provinces: [0363]", "mine.yaml:1:13: 0363 is not a plain number"),
        ("distribution: {exempt: [0363]}", "a code is written GM0363"),
        ('distribution: {exempt: ["141"]}', "there is no '141'"),
        ("distribution: {exempt: [GM363]}", "there is no 'GM363'; did you mean"),
        ("distribution: {exempt: [Bornee]}", "there is no 'Bornee'; did you mean Borne"),
        ("distribution: {exempt: [Bergen]}", "'Bergen' can be Bergen (NH.) or Bergen (L.)"),
        ("distribution: {exempt: [Borne, GM0147]}", "GM0147 stands here twice"),
        ("distribution: {exempt: [Utrecht]}", "lies outside the scenario's provinces"),
        ("distribution: {limits: {Borne: {}, GM0147: {}}}", "GM0147 stands here twice"),
        ("distribution: {limits: {Borne: {amv: {min: 3, max: 2}}}}", "min 3 is above max 2"),
        ("unlocated_offers: [{province: PV23, places: {regular: 1.5}}]", "not a whole number"),
        ("unlocated_offers: [{province: PV23, places: {regular: -1}}]", "-1 is below 0"),
        ("unlocated_offers: [{province: PV23, places: {total: 5, amv: 9}}]", "more than the total"),
        ("unlocated_offers: [{province: PV30, places: {amv: 9}}]", "not one of the scenario's"),
        ("counting: {available: {from: 2025-02-01, until: 2025-01-01}}", "lies before"),
        ("counting: {available: {on: 2025-02-30}}", "'2025-02-30' is not a possible value"),
        ("counting: {available: {from: 2025-02-01}}", "Write either {on: DATE} or"),
        ("population: 1812", "no population of 1812. There are 2022, 2023, 2024, 2025"),
        ('raming: "1999"', "there is no raming '1999'"),
        ('{raming: "2026", provinces: [PV24]}', "has no published task for Flevoland"),
        ("provinces: [PV24]", "has no published amv task for Flevoland"),
        ("provinces: []", "provinces"),
        ("key: {name: nope}", "there is no key 'nope'"),
        ("key: {name: published}", "has no value for Borne, Dalfsen"),
        ('{raming: "2026", key: {name: published}}', "raming 2026 has no published indicative"),
        ("key: {name: composite, parts: {income: 0.5}}", "Write a ratio as a text in quotes"),
        ('key: {name: composite, parts: {inhabitant: "1"}}', "did you mean inhabitants"),
        ('key: {name: composite, parts: {income: "1/3"}}', "the parts add up to 1/3"),
        ("key: {name: column}", "needs a file and a column"),
        (
            "distribution: {by: region, region_tasks: {Twente: {total: 9, amv: 1}}}",
            "the regions add up to 3059 places of which 261 amv; the task is 6325",
        ),
        ("exchanges: [kampen-dronten]", "did you mean kampen-dronten-2024"),
        ("{provinces: [PV25], exchanges: [kampen-dronten-2024]}", "both ends"),
        ("offers: nowhere.csv", "mine.yaml:1:1: there is no file 'nowhere.csv' beside the"),
        ("offers: ../mine.yaml", "'../mine.yaml' is not in the scenario's folder"),
        ("offers: /etc/passwd", "'/etc/passwd' is not in the scenario's folder"),
        ("a: 1\na: 2", "mine.yaml"),
        ("name: &x y\ntitle: *x", "an anchor or alias"),
        ("name: !!python/object:os.system x", "the tag"),
        ("name:\n\tx", "cannot start any token"),
        ("name: a\x00b", "mine.yaml:1:8: a control character"),
        ("name: [", "expected the node content"),
        ("- a\n- b", "not a mapping of keys"),
        ("---\nname: a\n---\nname: b", "a second document"),
        ("name: " + "[" * 50, "nested deeper"),
        ("population: " + "9" * 20_000, "a very long value"),
        ("", "the file is empty"),
        ("# only a comment", "no content"),
        ("extends: mine.yaml", "extends this scenario"),
        ("extends: nope", "there is no packaged scenario 'nope'"),
        (b"title: \xff\xfe", "not UTF-8"),
    ],
)  # fmt: skip
def test_a_wrong_scenario_is_refused_with_its_place_and_a_remedy(tmp_path, text, said):
    assert said in fault(tmp_path, text)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("Bornee,,regular,5,,,guaranteed,\n", "offers.csv:2:1: there is no 'Bornee'; did you mean"),
        ("Utrecht,,regular,5,,,guaranteed,\n", "offers.csv:2:1: Utrecht lies outside"),
        ("Borne,,regulier,5,,,guaranteed,\n", "offers.csv:2:3: kind"),
        ("Borne,,regular,5.5,,,guaranteed,\n", "offers.csv:2:4: places: '5.5' is not a whole"),
        ("Borne,,regular,-5,,,guaranteed,\n", "'-5' is not a whole number"),
        ("Borne,,regular,,,,guaranteed,\n", "an empty cell is not a whole number"),
        ("Borne,,regular,5,2025-13-01,,guaranteed,\n", "'2025-13-01' is not an existing date"),
        ("Borne,,regular,5,2025-01-01,2024-01-01,guaranteed,\n", "lies before 2025-01-01"),
        ("Borne,,regular,5,,,maybe,\n", "offers.csv:2:7: status"),
        (GOOD + GOOD, "offers.csv:3: the same offer stands in offers.csv:2"),
        ("Borne,,regular,5,,,guaranteed,note,more\n", "a cell too many: the header has 8 columns"),
        ('Borne,"x,regular,5,,,guaranteed,\n', "not a CSV row"),
    ],
)
def test_a_wrong_offer_is_refused_with_row_and_column(tmp_path, rows, said):
    assert said in fault(tmp_path, "offers: offers.csv", offers__csv=OFFERS + rows)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "the file is empty"),
        ("municipality,kind\nBorne,amv\n", "no column 'places'"),
        (OFFERS.replace("site", "sites") + GOOD, "unknown column 'sites'; did you mean site?"),
        (OFFERS.replace("site", "kind") + GOOD, "the column 'kind' stands here twice"),
        ("municipality;site,kind\nBorne;x,amv\n", "which one parts the columns is not clear"),
        (b"municipality\x00,kind\n", "the file is not text"),
        (b"municipality,site\xe9\x81\n", "neither UTF-8 nor Windows-1252"),
    ],
)
def test_a_wrong_table_is_refused(tmp_path, content, said):
    assert said in fault(tmp_path, "offers: offers.csv", offers__csv=content)


def test_several_faults_are_reported_together_in_the_order_of_the_lines(tmp_path):
    text = "population: 1812\ndistribution:\n  exempt: [Bornee]\noffers: offers.csv\n"
    lines = fault(tmp_path, text, offers__csv=OFFERS + "X,,amv,1,,,guaranteed,\n").splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "mine.yaml:1:1",
        "mine.yaml:3:12",
        "offers.csv:2:1",
    ]


@pytest.mark.parametrize(
    "content",
    [
        (OFFERS + GOOD).encode("utf-8-sig"),
        (OFFERS + GOOD).replace(",", ";").encode(),
        (OFFERS + GOOD).replace(",", "\t").encode(),
        (OFFERS + GOOD.replace(",guaranteed,", ",guaranteed,café")).encode("windows-1252"),
        (OFFERS + GOOD).replace("\n", "\r\n").encode(),
    ],
)
def test_unambiguous_tables_of_other_programs_are_read(tmp_path, content):
    (tmp_path / "offers.csv").write_bytes(content)
    (tmp_path / "mine.yaml").write_text("offers: offers.csv")
    (offer,) = load(tmp_path / "mine.yaml").offers
    assert (offer.municipality, offer.places) == ("GM0147", 5)


def workbook(write) -> bytes:
    page = io.BytesIO()
    book = xlsxwriter.Workbook(page, {"in_memory": True})
    sheet = book.add_worksheet("offers")
    sheet.write_row(0, 0, ["municipality", "kind", "places", "status"])
    sheet.write_row(1, 0, ["Borne", "amv", 7, "guaranteed"])
    write(book, sheet)
    book.close()
    return page.getvalue()


def test_offers_are_read_from_a_workbook(tmp_path):
    (tmp_path / "offers.xlsx").write_bytes(workbook(lambda book, sheet: None))
    (tmp_path / "mine.yaml").write_text("offers: offers.xlsx")
    (offer,) = load(tmp_path / "mine.yaml").offers
    assert (offer.municipality, offer.kind, offer.places) == ("GM0147", "amv", 7)


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (lambda book, sheet: sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!"), "formula in C2"),
        (lambda book, sheet: sheet.merge_range("F1:G1", "x"), "merged cells"),
        (lambda book, sheet: book.add_worksheet("more"), "2 sheets"),
        (lambda book, sheet: sheet.write(1, 2, "7 places"), "'7 places' is not a whole number"),
        (lambda book, sheet: sheet.write(1, 2, 7.5), "7.5 is not a whole number"),
        (lambda book, sheet: sheet.write_datetime(
            1, 2, date(2025, 1, 1), book.add_format({"num_format": "d-m"})
        ), "is not a whole number"),
    ],
)  # fmt: skip
def test_a_workbook_that_could_be_misread_is_refused(tmp_path, write, said):
    assert said in fault(tmp_path, "offers: offers.xlsx", offers__xlsx=workbook(write))


def archive(**parts: bytes) -> bytes:
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return page.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (archive(**{"xl/vbaProject.bin": b"x"}), "a macro"),
        (archive(**{"xl/worksheets/sheet1.xml": b"0" * 210_000_000}), "unpacks to far too much"),
        (archive(a=b"x"), "not a readable workbook"),
        (b"PK\x03\x04broken", "not a readable workbook"),
    ],
)
def test_an_unsafe_archive_is_refused(tmp_path, content, said):
    assert said in fault(tmp_path, "offers: offers.xlsx", offers__xlsx=content)


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "secret.csv").write_text(OFFERS + GOOD)
    (tmp_path / "home" / "offers.csv").symlink_to(tmp_path / "secret.csv")
    assert "is not in the scenario's folder" in fault(tmp_path / "home", "offers: offers.csv")


def test_a_folder_and_a_file_of_200_megabytes_are_refused(tmp_path):
    with pytest.raises(InputError, match="this is a folder"):
        load(tmp_path)
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(InputError, match="200,000,000 bytes"):
        load(tmp_path / "large.yaml")


@pytest.mark.parametrize(
    ("override", "said"),
    [
        ("distribution.metod=adams", "did you mean method"),
        ("nope", "not of the form path=value"),
        ("=1", "not of the form path=value"),
        ("pooled_offers.7.status=likely", "no item '7'; pooled_offers has 0 to 1"),
        ("key.name.deeper=1", "key.name"),
        ("population=[", "expected the node content"),
        ("counting.available.on=2028-12-31", "Write either {on: DATE} or"),
    ],
)
def test_an_override_that_cannot_be_is_refused_with_its_own_words(override, said):
    with pytest.raises(InputError) as error:
        load("overijssel-2024", [override])
    assert said in str(error.value)


def test_overrides_reach_lines_lists_and_open_mappings():
    overrides = [
        "merging.minimum_site.amv=16",
        "pooled_offers.0.places.regular=5",
        "distribution.limits.Borne.regular.max=100",
        "counting.available={on: 2028-12-31}",
        "raming=2024",
    ]
    found = load("overijssel-2024", overrides).scenario
    assert found.merging.minimum_site.amv == 16
    assert found.pooled_offers[0].places.regular == 5
    assert found.distribution.limits["GM0147"].regular.max == 100
    assert found.counting.available.on.year == 2028
    assert found.raming == "2024"


def test_a_child_changes_lines_of_its_parent_and_replaces_lists(tmp_path):
    (tmp_path / "child.yaml").write_text(
        "extends: overijssel-2024\ncounting: {statuses: [guaranteed]}\npooled_offers: []\n"
    )
    found = load_scenario(tmp_path / "child.yaml").scenario
    assert found.counting.statuses == ("guaranteed",)
    assert found.counting.available is not None
    assert found.pooled_offers == ()
    # The offers lie beside the parent that names them.
    assert len(load(tmp_path / "child.yaml").offers) == 19


def test_scenarios_that_extend_each_other_in_a_circle_are_refused(tmp_path):
    (tmp_path / "a.yaml").write_text("extends: b.yaml")
    (tmp_path / "b.yaml").write_text("extends: a.yaml")
    with pytest.raises(InputError, match="circle"):
        load(tmp_path / "a.yaml")


def test_a_scenario_made_in_python_runs_like_one_from_a_file():
    made = Scenario(name="made", provinces=("Overijssel",))
    assert allocator.run(made).status == "optimal"
