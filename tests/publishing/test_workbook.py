# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Workbooks: texts stay texts, formulas give the numbers of the report, and people can print it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

import allocator
from allocator.loading import packaged_names
from allocator.publishing.document import Column, Document, Paragraph, Section, Table
from allocator.publishing.forms.plain import plain
from allocator.publishing.forms.sheet_formulas import cell_name, row_formula, sum_formula
from allocator.publishing.forms.sheet_names import sheet_names
from allocator.publishing.forms.tables import short
from allocator.publishing.forms.workbook import as_workbook
from allocator.publishing.languages import DUTCH, ENGLISH
from tests.publishing.recalculation import formulas, parts, sheets, wrong_formulas
from tests.publishing.sample import HOSTILE, sample

NAMES = ["Overzicht", "Gemeenten", "Herleiding"]
ANYTHING = st.text(max_size=40)


def read(workbook: bytes, sheet: str) -> list[list[object]]:
    found = CalamineWorkbook.from_filelike(BytesIO(workbook)).get_sheet_by_name(sheet)
    return found.to_python(skip_empty_area=False)


def of_table(table: Table, **changes: object) -> Document:
    whole = Document("one", "One table", "", DUTCH, (Section("All", (table,)),), "0" * 64, "me")
    return replace(whole, **changes)


def numbers(*rows: tuple[object, ...], total: tuple[object, ...] | None = None) -> Table:
    columns = (
        Column("name", "Name"),
        Column("task", "Task", "number"),
        Column("counted", "Counted", "number"),
        Column("rest", "Rest", "number", formula="MAX(0, {task} - {counted})"),
    )
    return Table("Rests", "Rests", columns, rows, total)


def test_the_same_document_gives_the_same_bytes():
    assert as_workbook(sample()) == as_workbook(sample())


def test_every_table_is_a_sheet_after_what_the_report_says():
    assert list(sheets(as_workbook(sample()))) == NAMES
    assert list(sheets(as_workbook(sample(ENGLISH))))[::2] == ["Overview", "Details"]


def test_names_that_look_like_formulas_or_links_are_read_back_as_they_are():
    names = [row[0] for row in read(as_workbook(sample()), "Gemeenten")[2:]]
    assert names[: len(HOSTILE)] == [plain(name) for name in HOSTILE]
    assert "=1+1" in names
    assert "javascript:alert(1)" in names
    assert "\N{REPLACEMENT CHARACTER}txt.exe" in names


def test_no_cell_with_a_text_holds_a_formula():
    for name, sheet in sheets(as_workbook(sample())).items():
        cells = set(formulas(sheet))
        assert all(re.match("[BCD]", cell) for cell in cells), (name, cells)
    relations = [
        part for name, part in parts(as_workbook(sample())).items() if "_rels/sheet" in name
    ]
    assert not any("http" in re.sub('http://schemas[^"]*', "", part) for part in relations)


def test_sums_and_decisions_are_live_and_hold_their_numbers():
    book = as_workbook(sample())
    found = formulas(sheets(book)["Gemeenten"])
    assert found["D4"] == "B4 + C4"
    assert found["B12"] == "SUM(B3:B11)"
    assert found["D12"] == "SUM(D3:D11)"
    assert "F12" not in found
    rows = read(book, "Gemeenten")
    assert rows[3][1:4] == [1001, 1, 1002]
    assert rows[11][:4] == ["Totaal", 9036, 36, 9072]
    assert wrong_formulas(book) == []


def test_a_formula_that_would_give_another_number_is_not_written():
    book = as_workbook(of_table(numbers(("a", 10, 4, 6), ("b", 10, 4, 7))))
    assert formulas(sheets(book)["Rests"]) == {"D3": "MAX(0, B3 - C3)"}
    assert read(book, "Rests")[3] == ["b", 10, 4, 7]


def test_a_wrong_formula_would_be_found():
    page = BytesIO()
    book = xlsxwriter.Workbook(page, {"in_memory": True})
    sheet = book.add_worksheet("Rests")
    sheet.write_row("A1", [10, 4])
    sheet.write_formula("C1", "=MAX(0, A1 - B1)", None, 7)
    sheet.write_formula("D1", "=SUM(A1:A1)*2", None, 20)
    book.close()
    (said,) = wrong_formulas(page.getvalue())
    assert said == "Rests!C1: MAX(0, A1 - B1) is 6, not 7"


@pytest.mark.parametrize(
    ("formula", "outcome"),
    [
        ("{a} + {b}", 9),
        ("-{a} - {b}", -9),
        ("{a} / {b}", Fraction(7, 2)),
        ("MIN({a}, {b}) * 3", 6),
        ("ABS({b} - {a})", 5),
        ("({a} + 1) / {zero}", None),
    ],
)
def test_a_formula_stands_where_it_gives_the_number(formula: str, outcome: Fraction | None):
    keys = [Column(key, key, "number") for key in ("a", "b", "zero")]
    columns = (*keys, Column("c", "c", "number", formula=formula))
    for cell in (Fraction(7, 2), 9, -9, 6, 5, 0):
        table = Table("t", "t", columns, ((7, 2, 0, cell),))
        written = row_formula(table, table.rows[0], 3, 2)
        assert bool(written) == (cell == outcome), cell
        assert wrong_formulas(as_workbook(of_table(table))) == []


def test_what_is_not_known_gets_no_formula():
    book = as_workbook(of_table(numbers(("a", 10, None, 7), ("b", "-", 4, 3), ("c", 9, 4, None))))
    assert formulas(sheets(book)["Rests"]) == {}
    assert read(book, "Rests")[2] == ["a", 10, "", 7]


def test_fractions_are_numbers_without_formulas():
    half = Fraction(1, 2)
    book = as_workbook(of_table(numbers(("a", half, Fraction(1, 7), Fraction(5, 14)))))
    assert formulas(sheets(book)["Rests"]) == {}
    assert read(book, "Rests")[2] == ["a", 0.5, 0.142857, 0.357143]


def test_a_total_that_is_no_sum_is_a_number():
    rows = (("a", 10, 4, 6), ("b", 1, 5, 0))
    book = as_workbook(of_table(numbers(*rows, total=("Total", 11, 9, 2))))
    assert formulas(sheets(book)["Rests"]) == {
        "D3": "MAX(0, B3 - C3)",
        "D4": "MAX(0, B4 - C4)",
        "B5": "SUM(B3:B4)",
        "C5": "SUM(C3:C4)",
    }
    assert read(book, "Rests")[4] == ["Total", 11, 9, 2]


def test_a_formula_may_name_columns_and_nothing_else():
    columns = (Column("a", "A", "number"), Column("b", "B", "number", formula="HYPERLINK({a})"))
    with pytest.raises(ValueError, match="not a formula of columns"):
        row_formula(Table("t", "t", columns, ((1, 1),)), (1, 1), 1, 2)


@pytest.mark.parametrize("name", packaged_names())
def test_formulas_over_a_real_run_give_its_numbers(name: str):
    result = allocator.run(name).result
    areas = [(one.name, one.task.total, one.counted.total, one.rest.total) for one in result.areas]
    decided = tuple(
        (
            one.name,
            one.counted.total,
            one.rest.total if one.rest is not None else None,
            one.decision.total if one.decision is not None else None,
            Fraction(one.counted.total, one.share.total) if one.share.total else None,
        )
        for one in result.municipalities
    )
    sums = tuple(sum(row[at] or 0 for row in decided) for at in (1, 2, 3))
    columns = (
        Column("name", "Gemeente"),
        Column("counted", "meegeteld", "number"),
        Column("rest", "rest", "number"),
        Column("decision", "besluit", "number", formula="{counted} + {rest}"),
        Column("part", "deel", "percent"),
    )
    table = Table("Besluit", "Besluit", columns, decided, ("Totaal", *sums, None))
    both = Section("All", (numbers(*areas), table))
    book = as_workbook(of_table(table, sections=(both,)))
    assert wrong_formulas(book) == []
    known = sum(one.decision is not None for one in result.municipalities)
    assert len(formulas(sheets(book)["Besluit"])) == known + 3


def test_the_header_stays_in_sight_and_is_printed_on_every_page():
    found = parts(as_workbook(sample()))
    sheet = sheets(as_workbook(sample()))["Gemeenten"]
    assert (
        '<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>'
        in sheet
    )
    assert '<autoFilter ref="A2:F11"/>' in sheet
    assert "Gemeenten!$1:$2" in found["xl/workbook.xml"]
    assert 'fitToPage="1"' in sheet
    assert 'paperSize="9" fitToHeight="0" orientation="landscape"' in sheet
    assert "mergeCell" not in sheet
    assert 'printOptions gridLines="1"' not in sheet


def test_a_title_is_no_code_in_a_header():
    document = replace(sample(), title="A & B &P &N")
    sheet = sheets(as_workbook(document))["Gemeenten"]
    assert "<oddHeader>&amp;LA &amp;&amp; B &amp;&amp;P &amp;&amp;N</oddHeader>" in sheet
    assert "<oddFooter>&amp;LGemeenten&amp;Rpagina &amp;P van &amp;N</oddFooter>" in sheet


def test_properties_have_the_day_of_the_document_and_no_name():
    found = parts(as_workbook(sample()))["docProps/core.xml"]
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]*Z", found)) == {"2026-11-21T00:00:00Z"}
    assert "<dc:creator></dc:creator>" in found
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in found


def test_the_first_sheet_says_what_the_report_says_and_leads_to_each_sheet():
    book = as_workbook(sample())
    said = [text for row in read(book, "Overzicht") for text in row if text]
    for text in (
        "Een alinea over +31 &amp; \"quotes\" 'single'.",
        "\N{BULLET} Een punt over =1+1.",
        "Opgave",
        "6.325 (waarvan 538 amv)",
        "\N{BULLET} Een schatting voor @SUM(A1:A9).",
        "allocator 0.1.0",
        "0" * 64,
    ):
        assert text in said
    links = re.findall("location=\"'(.*?)'!A1\"", sheets(book)["Overzicht"])
    assert set(links) == {"Gemeenten", "Herleiding"}
    assert "Leeg" not in said


def test_a_long_note_stands_in_lines_no_wider_than_the_table():
    table = replace(numbers(("a", 1, 1, 0)), notes=("one two three " * 30, "short"))
    rows = read(as_workbook(of_table(table)), "Rests")
    lines = [row[0] for row in rows[4:]]
    assert " ".join(lines[:-2]) == ("one two three " * 30).strip()
    assert len(lines) > 8
    assert max(len(line) for line in lines) <= 60
    assert lines[-2:] == ["short", "Naar het overzicht"]


def test_a_row_leads_to_what_is_said_of_it():
    book = as_workbook(sample())
    assert '<hyperlink ref="A3" location="\'Herleiding\'!A3"' in sheets(book)["Gemeenten"]
    assert read(book, "Herleiding")[2][:2] == [
        f"Hoe {HOSTILE[0]} aan haar getal komt",
        "Een alinea over +31 &amp; \"quotes\" 'single'.",
    ]


def test_days_and_percentages_are_what_they_are():
    row = read(as_workbook(sample()), "Gemeenten")[3]
    assert row[5] == date(2026, 2, 1)
    assert row[4] == 0.142857
    styles = parts(as_workbook(sample()))["xl/styles.xml"]
    for shown in ("[$-413]#,##0", "[$-413]0.0 %", "[$-413]d mmmm yyyy"):
        assert f'formatCode="{shown}"' in styles
    assert "[$-809]#,##0" in parts(as_workbook(sample(ENGLISH)))["xl/styles.xml"]


def test_what_a_cell_cannot_hold_is_cut_with_a_mark_or_kept_as_a_text():
    columns = (Column("name", "Name"), Column("number", "Number", "number"), Column("d", "Day"))
    rows = (("x" * 40_000, 10**15 + 1, date(1800, 1, 1)), ("_x0041_", 999_999_999_999_999, None))
    first, second = read(as_workbook(of_table(Table("t", "t", columns, rows))), "t")[2:4]
    assert len(first[0]) <= 32_767
    assert first[0].endswith("x [...]")
    assert first[1:] == ["1000000000000001", "1800-01-01"]
    assert second[:2] == ["_x0041_", 999_999_999_999_999]


@given(st.lists(st.tuples(ANYTHING, ANYTHING), min_size=1, max_size=5))
@settings(deadline=None, max_examples=40)
def test_any_text_at_all_is_read_back_as_a_text(rows: list[tuple[str, str]]):
    table = Table(rows[0][0], rows[0][1], (Column("a", "A"), Column("b", "B")), tuple(rows))
    document = of_table(table, title=rows[0][1], subtitle=rows[0][0])
    document = replace(document, sections=(*document.sections, Section("x", (Paragraph("y"),))))
    book = as_workbook(document)
    name = list(sheets(book))[1]
    found = read(book, name)[2 : 2 + len(rows)]
    wanted = [[plain(cell) for cell in row] for row in rows]
    assert [row[:2] for row in found] == wanted
    assert formulas(sheets(book)[name]) == {}


@given(st.lists(st.text(max_size=60), max_size=12))
@settings(deadline=None)
def test_any_names_become_names_of_sheets(wanted: list[str]):
    names = sheet_names(wanted)
    assert len(names) == len(wanted)
    book = xlsxwriter.Workbook(BytesIO(), {"in_memory": True})
    for name in names:
        book.add_worksheet(name)  # which refuses what Excel does not accept
        assert len(name.encode("utf-16-le")) <= 62
    assert len({name.casefold() for name in names}) == len(names)


def test_names_of_sheets_that_meet_are_numbered():
    assert sheet_names(["A/B", "a:b", "x" * 40, "x" * 40, "'", "History"]) == [
        "A B",
        "a b 2",
        "x" * 31,
        f"{'x' * 29} 2",
        "-",
        "History 2",
    ]


def test_cells_are_named_as_spreadsheets_do():
    assert [cell_name(column, 0) for column in (0, 25, 26, 701, 702)] == [
        "A1",
        "Z1",
        "AA1",
        "ZZ1",
        "AAA1",
    ]


def test_a_sum_below_an_empty_column_is_none():
    assert sum_formula(numbers(("a", None, 1, 1), total=("Total", 0, 1, 1)), 1, 2) == ""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (Fraction(1, 2**12), Fraction(1, 2**12)),
        (Fraction(1, 7), Fraction(142857, 10**6)),
        (Fraction(-1, 7), Fraction(-142857, 10**6)),
        (Fraction(2, 3), Fraction(666667, 10**6)),
        (12, 12),
    ],
)
def test_numbers_are_exact_to_twelve_decimals_or_rounded_to_six(number: Fraction, said: Fraction):
    assert short(number) == said
