# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Markdown and CSV: every text stays a text, every number is the number."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from html import unescape
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from allocator.loading.files import Content
from allocator.loading.tables import read_table
from allocator.publishing.document import Column, Details, Document, Items, Section, Steps, Table
from allocator.publishing.forms.delimited import BYTE_ORDER_MARK, as_csv, csv_files
from allocator.publishing.forms.markdown import as_markdown
from allocator.publishing.forms.page import as_page
from allocator.publishing.forms.paper import runs
from allocator.publishing.forms.plain import plain
from allocator.publishing.forms.tables import distinct, file_names
from allocator.publishing.forms.workbook import as_workbook
from allocator.publishing.languages import DUTCH, ENGLISH
from tests.publishing.sample import HOSTILE, sample

COLUMNS = (
    Column("name", "Gemeente; naam"),
    Column("places", "plaatsen", "number"),
    Column("weight", "gewicht", "number"),
    Column("part", "deel", "percent"),
    Column("until", "tot", "date"),
)
ROWS = (
    ("Súdwest-Fryslân", 1234567, Fraction(1, 7), Fraction(1, 2), date(2026, 2, 1)),
    ('"a";b', -5, Fraction(-93321, 10_000), None, None),
)
TABLE = Table("Tabel", "Een tabel", COLUMNS, ROWS, ("Totaal", 1234562, None, None, None))
FORMULAS = ("=1+1", "+31", "-1", "@SUM(A1)", " =1+1", "\t=1+1", "\uff1d1+1", "\n@x")


def rows_of(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(text.removeprefix(BYTE_ORDER_MARK).splitlines(), delimiter=delimiter))


def test_dutch_csv_opens_right_in_a_dutch_spreadsheet():
    assert as_csv(TABLE, DUTCH) == (
        "\ufeff"
        '"Gemeente; naam";plaatsen;gewicht;deel;tot\n'
        "Súdwest-Fryslân;1234567;0,142857;0,5;2026-02-01\n"
        '"""a"";b";-5;-9,3321;;\n'
    )


IN_DATA = Table(
    "Tabel",
    "Een tabel",
    (
        Column("name", "Gemeente"),
        Column("code", "CBS-code", data_only=True),
        Column("share", "aandeel", "number"),
        Column("share_amv", "amv", "number"),
        Column("rest", "rest", "number"),
        Column("rest_amv", "amv", "number"),
        Column("more", "amv", "number"),
    ),
    (("Almelo", "GM0141", 5, 1, 4, 2, 3),),
    ("Totaal", None, 5, 1, 4, 2, 3),
)


def test_codes_stand_in_data_and_on_no_page_or_paper():
    document = replace(sample(), sections=(Section("Alles", (IN_DATA,)),))
    assert as_csv(IN_DATA, DUTCH) == (
        "\ufeffGemeente;CBS-code;aandeel;aandeel amv;rest;rest amv;rest amv 2\n"
        "Almelo;GM0141;5;1;4;2;3\n"
    )
    assert as_csv(IN_DATA, ENGLISH).startswith("name,code,share,share_amv,")
    book = CalamineWorkbook.from_filelike(BytesIO(as_workbook(document)))
    assert ["Almelo", "GM0141", 5, 1, 4, 2, 3] in book.get_sheet_by_name("Tabel").to_python()
    assert "| Gemeente | aandeel | amv | rest |" in page(document)
    assert "| **Totaal** | **5** | **1** | **4** |" in page(document)
    told = [page(document), as_page(document).decode()]
    told += [str(block) for run in runs(document) for block in run.blocks]
    assert any("Almelo" in one for one in told[2:])
    assert all("GM0141" not in one and "CBS-code" not in one for one in told)


def test_english_csv_is_the_machine_form_with_exact_fractions():
    assert as_csv(TABLE, ENGLISH) == (
        "name,places,weight,part,until\n"
        "Súdwest-Fryslân,1234567,1/7,0.5,2026-02-01\n"
        '"""a"";b",-5,-9.3321,,\n'
    )


@pytest.mark.parametrize("language", [DUTCH, ENGLISH], ids=["nl", "en"])
@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_begins_as_a_formula_is_written_as_a_text(text, language):
    table = Table("t", "t", (Column("a", text),), ((text,),))
    cell = as_csv(table, language).rstrip("\n").split("\n")[1]
    assert cell == f"'{plain(text)}"
    assert as_csv(table, DUTCH).startswith(f"\ufeff'{plain(text)}\n")


@pytest.mark.parametrize("language", [DUTCH, ENGLISH], ids=["nl", "en"])
def test_what_the_reports_write_the_program_reads_back(language):
    (content,) = csv_files(sample(language)).values()
    table = read_table(Content("gemeenten.csv", content.encode()))
    decided = [row.cells[table.columns[3]] for row in table.rows]
    assert decided == [str(1000 + 2 * at) for at in range(len(HOSTILE))]
    names = [str(row.cells[table.columns[0]]) for row in table.rows]
    assert [name.removeprefix("'") for name in names[1:4]] == list(HOSTILE[1:4])


def test_every_table_has_one_file_though_a_figure_shows_it_again():
    assert len(list(sample().tables)) == 2
    assert list(csv_files(sample())) == ["gemeenten.csv"]


def named(*names: str) -> list[str]:
    tables = [Table(name, str(at), (), ()) for at, name in enumerate(names)]
    return list(file_names(tables))


def test_file_names_are_safe_and_each_there_once():
    names = named(
        "../../etc/passwd", "Súdwest", "SUDWEST", "", "CON", "a" * 90, "lpt1", "日本", "x\0y"
    )
    assert names == [
        "etc-passwd",
        "sudwest",
        "sudwest-2",
        "table",
        "table-con",
        "a" * 60,
        "table-lpt1",
        "table-2",
        "x-y",
    ]


@given(st.lists(st.text(max_size=80), max_size=8))
def test_any_names_become_names_of_files(names):
    found = named(*names)
    assert len(found) == len(names)
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name) for name in found)
    assert len(set(found)) == len(found)


def page(document: Document | None = None) -> str:
    return as_markdown(document or sample())


def test_the_same_document_gives_the_same_markdown():
    assert page() == page()


def test_markdown_has_every_block():
    lines = page().splitlines()
    for line in (
        "## Alles",
        "- Een punt over =1+1.",
        "* Opgave: **6.325** (waarvan 538 amv)",
        "> **Let op**",
        "> - Een schatting voor @<!-- -->SUM(A1:A9).",
        "| Gemeente | meegeteld | rest | besluit | deel | tot |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        "| Súdwest-Fryslân | 1.008 | 8 | 1.016 | ≈114,3 % | 1 februari 2026 |",
        "| **Totaal** | **9.036** | **36** | **9.072** |  |  |",
        "**Een plaatje**",
        "Een balk van 100 bij &lt;script&gt;alert(1)&lt;/script&gt;",
        "+ Gewicht.  ",
        "  **13 / 1,393 ≈ 9,332**  ",
        "  *raming-2024; tabel.csv:12*",
        "### Nader",
        "#### Hoe &lt;script&gt;alert(1)&lt;/script&gt; aan haar getal komt",
    ):
        assert line in lines
    assert "Leeg" not in page()
    assert "| Súdwest-Fryslân | 1,008 | 8 | 1,016 | ≈114.3 % | 1 February 2026 |" in page(
        sample(ENGLISH)
    )


def test_no_name_is_markup_in_markdown():
    text = page()
    assert not re.search("<(?!!-- -->)", text)
    assert "](" not in text
    assert "$" not in text
    assert "{" not in text
    for row in [line for line in text.splitlines() if line.startswith("| ")]:
        assert len(re.findall(r"(?<!\\)\|", row)) == 7


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- a", "\\- a"),
        ("+ a", "\\+ a"),
        ("===", "\\==="),
        ("---", "\\---"),
        ("1. a", "1\\. a"),
        ("12) a", "12\\) a"),
        ("1.595 a", "1.595 a"),
        ("# a", "\\# a"),
        ("> a", "&gt; a"),
        ("    a", "a"),
        ("a\n\n# b", "a \\# b"),
        ("a&nbsp;b", "a&amp;nbsp;b"),
        ("![x](javascript:y)", "!\\[x\\](javascript:y)"),
        ("<javascript:x>", "&lt;javascript:x&gt;"),
        ("https://x.nl and www.x.nl", "https\\://x.nl and www\\.x.nl"),
        ("mailto:x and XMPP:a@b", "mailto\\:x and XMPP\\:a@<!-- -->b"),
        ("ask a@b or @user, not @", "ask a@<!-- -->b or @<!-- -->user, not @"),
        ("WWW.x.nl", "WWW\\.x.nl"),
        ("$x$", "&#36;x&#36;"),
        ("{{ x }}", "&#123;&#123; x }}"),
        ("~~~", "\\~\\~\\~"),
        ("a\\", "a\\\\"),
        ("a\u202eb", "a\N{REPLACEMENT CHARACTER}b"),
    ],
)
def test_texts_that_would_be_markup_are_escaped(text: str, written: str):
    section = Section("h", (Items((text,)),))
    document = replace(sample(), sections=(section,))
    assert f"\n- {written}\n" in page(document)


@given(st.text(max_size=60))
def test_any_text_is_one_line_that_says_the_same(text: str):
    document = replace(sample(), sections=(Section("h", (Items((text,)),)),))
    (line,) = [line for line in page(document).splitlines() if line.startswith("- ")]
    said = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line.removeprefix("- ").replace("@<!-- -->", "@"))
    assert unescape(said) == " ".join(plain(text).split())


def test_details_within_details_go_no_deeper_than_markdown_can():
    inner = Details("inner", (Steps(()),))
    for _ in range(6):
        inner = Details("outer", (inner,))
    headings = re.findall("^#+", page(replace(sample(), sections=(Section("h", (inner,)),))), re.M)
    assert max(len(one) for one in headings) == 6


def test_equal_tables_are_one_and_others_are_not():
    other = replace(TABLE, caption="Een andere")
    document = replace(sample(), sections=(Section("h", (TABLE, TABLE, other)),))
    assert distinct(document) == (TABLE, other)
