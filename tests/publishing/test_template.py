# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The template for offers loads back as it is, in both languages, with the errors of the reader."""

from __future__ import annotations

import re
import shutil
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook, SheetVisibleEnum

import allocator
from allocator.loading import PACKAGED, load, reference
from allocator.loading.dutch_offers import HEADINGS, KINDS, STATUSES, TEMPLATES, DutchOfferRow
from allocator.loading.offers import OfferRow
from allocator.publishing.forms.template import SHEETS, offers_template
from allocator.publishing.languages import DUTCH, ENGLISH, Language
from models.fault import InputError
from models.offer import Offer, Status
from models.places import KINDS as ALL_KINDS
from tests.publishing.recalculation import sheets

OFFERS = "overijssel-offers-2024.csv"
BOTH = pytest.mark.parametrize("language", [DUTCH, ENGLISH], ids=["nl", "en"])
DUTCH_TABLE = (
    "gemeente;locatie;soort;plaatsen;van;tot en met;status;fase;opmerking\n"
    "Borne;De Borg;regulier;5;2025-01-01;;gegarandeerd;planning;besluit van de raad\n"
    "Almelo;;amv;7;;2030-12-31;kansrijk;;\n"
)


def scenario(folder: Path, name: str = "offers.xlsx") -> Path:
    path = folder / "mine.yaml"
    path.write_text(f"extends: overijssel-2024\nname: mine\noffers: {name}\n", "utf-8")
    return path


def offered(folder: Path, content: bytes | str, name: str = "offers.xlsx") -> tuple[Offer, ...]:
    data = content.encode() if isinstance(content, str) else content
    (folder / name).write_bytes(data)
    return load(scenario(folder, name)).offers


def without_rows(offers: tuple[Offer, ...]) -> list[Offer]:
    return [one.model_copy(update={"row": ""}) for one in offers]


def faults(folder: Path, content: bytes | str, name: str = "offers.csv") -> list[str]:
    with pytest.raises(InputError) as found:
        offered(folder, content, name)
    return [str(fault) for fault in found.value.faults]


@BOTH
def test_a_template_that_nobody_filled_in_holds_no_offers(language: Language, tmp_path: Path):
    assert offered(tmp_path, offers_template(language)) == ()


@BOTH
def test_a_filled_template_is_the_same_run_as_the_csv(language: Language, tmp_path: Path):
    packaged = load("overijssel-2024").offers
    assert len(packaged) == 19
    filled = offered(tmp_path, offers_template(language, packaged))
    assert without_rows(filled) == without_rows(packaged)
    assert [one.row for one in filled][:2] == ["offers.xlsx:2", "offers.xlsx:3"]
    run = allocator.run(tmp_path / "mine.yaml").result
    shutil.copy(PACKAGED / OFFERS, tmp_path / OFFERS)
    same = allocator.run(scenario(tmp_path, OFFERS)).result
    assert [one.decision for one in run.municipalities] == [
        one.decision for one in same.municipalities
    ]
    assert run.areas == same.areas


@BOTH
def test_the_same_template_is_the_same_bytes(language: Language):
    assert offers_template(language) == offers_template(language)


@BOTH
def test_the_sheets_are_those_that_the_reader_knows(language: Language):
    names = list(sheets(offers_template(language)))
    assert names == list(SHEETS[language.code])
    assert TEMPLATES[names[0]] == set(names[1:])
    book = CalamineWorkbook.from_filelike(BytesIO(offers_template(language)))
    assert all(one.visible == SheetVisibleEnum.Visible for one in book.sheets_metadata)


@BOTH
def test_the_headings_are_those_that_the_reader_knows(language: Language):
    book = CalamineWorkbook.from_filelike(BytesIO(offers_template(language)))
    (headings,) = book.get_sheet_by_index(0).to_python()
    form = DutchOfferRow if language is DUTCH else OfferRow
    fields = {name: field.alias or name for name, field in form.model_fields.items()}
    assert headings == [heading for name, heading in fields.items() if name != "row"]


@BOTH
def test_all_municipalities_are_in_the_list_by_their_official_names(language: Language):
    content = offers_template(language)
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    rows = book.get_sheet_by_index(2).to_python()[1:]
    territory = reference().territory
    assert {code: name for name, code in rows} == {
        code: one.name for code, one in territory.municipalities.items()
    }
    table = sheets(content)[SHEETS[language.code][0]]
    assert f"<formula1>'{SHEETS[language.code][2]}'!$A$2:$A$343</formula1>" in table


def test_the_checks_are_lists_whole_numbers_and_days():
    table = unescape(sheets(offers_template(DUTCH))["aanbod"])
    checks = re.split("<dataValidation ", table)[1:]
    found = {re.search('sqref="(.)2', one)[1]: one for one in checks}
    assert '<formula1>"regulier,amv"</formula1>' in found["C"]
    assert '<formula1>"gegarandeerd,kansrijk,voorgenomen"</formula1>' in found["G"]
    assert 'type="whole"' in found["D"]
    assert "<formula1>0</formula1><formula2>1000000</formula2>" in found["D"]
    assert 'type="date"' in found["E"]
    assert "<formula1>MAX($E2,18264)</formula1><formula2>73415</formula2>" in found["F"]
    assert 'prompt="Hoeveel plaatsen van deze soort' in found["D"]
    assert 'error="Vul een geheel getal in, zonder punt of komma."' in found["D"]
    assert all('sqref="' in one and '5001"' in one for one in checks)
    assert len(checks) == 9


@BOTH
def test_every_column_is_explained(language: Language):
    book = CalamineWorkbook.from_filelike(BytesIO(offers_template(language)))
    said = {row[0]: row[1:] for row in book.get_sheet_by_index(1).to_python()}
    headings = HEADINGS.values() if language is DUTCH else HEADINGS
    for heading in headings:
        assert len(said[heading][0]) > 20, heading
    statuses = STATUSES if language is DUTCH else STATUSES.values()
    assert all(status in said for status in statuses)


def test_dutch_has_a_word_for_every_kind_and_status():
    assert set(KINDS.values()) == set(ALL_KINDS)
    assert set(STATUSES.values()) == set(Status.__args__)
    assert set(KINDS) == set(DutchOfferRow.model_fields["soort"].annotation.__args__)
    assert set(STATUSES) == set(DutchOfferRow.model_fields["status"].annotation.__args__)
    assert list(HEADINGS) == [name for name in OfferRow.model_fields if name != "row"]


def test_a_dutch_csv_is_read_like_an_english_one(tmp_path: Path):
    first, second = offered(tmp_path, DUTCH_TABLE, "aanbod.csv")
    assert (first.municipality, first.kind, first.places) == ("GM0147", "regular", 5)
    assert (first.site, first.status, first.note) == (
        "De Borg",
        "guaranteed",
        "besluit van de raad",
    )
    assert str(first.window) == "2025-01-01 to no end date"
    assert (second.municipality, second.kind, second.status) == ("GM0141", "amv", "likely")
    assert second.row == "aanbod.csv:3"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("regulier", "regular"), "2:3: soort: 'regular' is not possible"),
        (("regulier", "reguliers"), "did you mean regulier?"),
        (("kansrijk", "zeker"), "3:7: status: 'zeker' is not possible"),
        ((";5;", ";vijf;"), "2:4: plaatsen: 'vijf' is not a whole number"),
        (("2025-01-01", "1-1-2025"), "2:5: van: '1-1-2025' is not an existing date"),
        (("plaatsen;", "aantal;"), "unknown column 'aantal'"),
        (("Borne", "Bornee"), "2:1: there is no 'Bornee'"),
        (
            ("2025-01-01;", "2025-01-01;2024-01-01"),
            "2:6: tot en met 2024-01-01 lies before 2025-01-01",
        ),
        (("locatie", "municipality"), "unknown column 'gemeente'"),
    ],
)
def test_faults_quote_what_stands_in_the_dutch_table(
    wrong: tuple[str, str], said: str, tmp_path: Path
):
    assert said in " ".join(faults(tmp_path, DUTCH_TABLE.replace(*wrong, 1)))


def test_a_dutch_word_in_an_english_table_is_a_fault(tmp_path: Path):
    table = "municipality,kind,places,status\nBorne,regulier,5,guaranteed\n"
    assert "'regulier' is not possible" in " ".join(faults(tmp_path, table))


def book_of(*names: str) -> bytes:
    page = BytesIO()
    book = xlsxwriter.Workbook(page, {"in_memory": True})
    for name in names:
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ["gemeente", "soort", "plaatsen", "status"])
        sheet.write_row(1, 0, ["Borne", "amv", 7, "gegarandeerd"])
    book.close()
    return page.getvalue()


@pytest.mark.parametrize(
    "names", [("aanbod", "toelichting", "gemeenten"), ("aanbod", "gemeenten"), ("anything",)]
)
def test_a_template_without_some_of_its_sheets_is_still_read(
    names: tuple[str, ...], tmp_path: Path
):
    assert [one.places for one in offered(tmp_path, book_of(*names))] == [7]


@pytest.mark.parametrize(
    "names",
    [
        ("aanbod", "toelichting", "gemeenten", "extra"),
        ("toelichting", "aanbod"),
        ("aanbod", "explanation"),
        ("table", "toelichting"),
    ],
)
def test_which_sheet_is_meant_is_never_guessed(names: tuple[str, ...], tmp_path: Path):
    (said,) = faults(tmp_path, book_of(*names), "offers.xlsx")
    assert f"{len(names)} sheets" in said


@pytest.mark.parametrize(
    ("line", "name"),
    [("key: {name: column, file: %s, column: plaatsen}", "key.xlsx"), ("lots", "lots.xlsx")],
    ids=["key", "lots"],
)
def test_only_offers_are_read_from_a_template_of_offers(line: str, name: str, tmp_path: Path):
    """A key or a draw in a workbook with such sheets may be on any of them."""
    (tmp_path / name).write_bytes(book_of("offers", "municipalities"))
    drawn = tmp_path / name if line == "lots" else None
    extra = "" if drawn else line % name
    path = tmp_path / "mine.yaml"
    path.write_text(f"extends: overijssel-2024\nname: mine\n{extra}\n", "utf-8")
    with pytest.raises(InputError) as found:
        load(path, lots=drawn)
    assert [(one.code, "2 sheets" in one.what) for one in found.value.faults] == [
        ("which-sheet", True)
    ]


def test_the_how_to_names_every_heading_and_word():
    page = (Path(__file__).parents[2] / "docs/how-to/offers-template.md").read_text("utf-8")
    for english, dutch in HEADINGS.items():
        assert f"| `{dutch}` | `{english}` |" in page
    for word in (*KINDS, *STATUSES, *STATUSES.values(), *SHEETS["nl"], *SHEETS["en"]):
        assert f"`{word}`" in page
