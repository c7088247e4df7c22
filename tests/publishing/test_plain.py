# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Texts are shown alike in every form: what is hidden can be seen, and nothing breaks a file."""

from __future__ import annotations

import csv
import json
import time
from dataclasses import replace
from html import unescape
from io import BytesIO
from random import Random
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import pytest
import typst
from python_calamine import CalamineWorkbook

from allocator.publishing.document import Column, Document, Figure, Paragraph, Section, Table
from allocator.publishing.figures.svg import Drawing, text
from allocator.publishing.forms.delimited import as_csv
from allocator.publishing.forms.markdown import as_markdown
from allocator.publishing.forms.page import as_page
from allocator.publishing.forms.pdf import as_pdf, files
from allocator.publishing.forms.plain import LONGEST_MAKER, UNKNOWN, plain
from allocator.publishing.forms.typesetting import as_accessible_pdf, drawable
from allocator.publishing.forms.word import as_word
from allocator.publishing.forms.workbook import as_workbook
from allocator.publishing.languages import DUTCH, Foreign
from tests.publishing.pdf_reading import pages
from tests.publishing.sample import sample

HIDDEN = {
    "soft hyphen": "\u00ad",
    "tag": "\U000e0041",
    "byte order mark": "\ufeff",
    "zero width joiner": "\u200d",
    "right to left override": "\u202e",
    "bell": "\x07",
    "noncharacter": "\ufffe",
    "private use": "\ue000",
}
DRAWN_ALONE = '#set document(title: "one")\n#set text(font: "Libertinus Serif")\n#json("one.json")'


def about(name: str) -> Document:
    """A document in which a name stands as a title, in a table and in a drawing."""
    table = Table("t", "Namen", (Column("name", "naam"),), ((name,),))
    figure = Figure(name, name, Drawing(200, 20, (text(0, 15, name),)))
    blocks = (Paragraph(name), table, figure)
    return replace(sample(), title=name, subtitle="", sections=(Section("Namen", blocks),))


def shown_by_every_form(name: str) -> dict[str, str]:
    """How each form shows the name of a row."""
    document = about(name)
    (table,) = document.tables
    word = docx.Document(BytesIO(as_word(document)))
    book = CalamineWorkbook.from_object(BytesIO(as_workbook(document)))
    page = ET.fromstring(as_page(document).partition(b"<main")[2].join((b"<main", b"")).partition(
        b"</main>")[0].replace(b"<br>", b"") + b"</main>")  # fmt: skip
    typeset = files(document)["document.json"].decode()
    (row,) = (line for line in as_markdown(document).splitlines() if line.startswith("| a"))
    return {
        "page": page.findall(".//tbody/tr/th")[0].text or "",
        "drawing": page.findall(".//svg/text")[0].text or "",
        "word": word.tables[0].rows[1].cells[0].text,
        "paper": typeset.partition('"rows": [[{"text": "')[2].partition('"')[0],
        "workbook": str(book.get_sheet_by_name("t").to_python()[2][0]),
        "markdown": unescape(row.strip("| ")),
        "csv": list(csv.reader(as_csv(table, DUTCH).splitlines(), delimiter=";"))[1][0],
    }


@pytest.mark.parametrize("character", HIDDEN.values(), ids=HIDDEN)
def test_what_is_hidden_in_a_name_is_seen_in_every_form(character: str) -> None:
    shown = shown_by_every_form(f"a{character}b")
    assert shown == dict.fromkeys(shown, f"a{UNKNOWN}b")


@pytest.mark.parametrize("character", "\n\r\t\x85\u2028")
def test_an_end_of_a_line_in_a_name_is_a_space_in_every_form(character: str) -> None:
    shown = shown_by_every_form(f"a{character}b")
    assert shown == dict.fromkeys(shown, "a b")


def test_a_plain_text_stays_in_its_language() -> None:
    assert isinstance(plain(Foreign("a\x00b")), Foreign)
    assert not isinstance(plain("a\x00b"), Foreign)


@pytest.mark.parametrize("character", HIDDEN.values(), ids=HIDDEN)
def test_a_pdf_is_made_whatever_is_hidden_in_a_title(character: str) -> None:
    assert pages(as_pdf(about(f"Titel{character}"))) == 1


@pytest.mark.parametrize("made_by", ["x" * 300, "allocator \x01\x1f", "a\ufeffb\u00ad"])
@pytest.mark.parametrize("form", [as_word, as_pdf, as_workbook, as_page])
def test_any_name_of_a_program_fits_in_every_form(form: Any, made_by: str) -> None:
    document = replace(about("naam"), made_by=made_by, name=made_by)
    if form is as_word:
        document = replace(document, identifier=made_by)
    written = form(document)
    if form is as_word:
        properties = docx.Document(BytesIO(written)).core_properties
        assert properties.author == (plain(made_by) if len(made_by) < LONGEST_MAKER else (
            "x" * (LONGEST_MAKER - 6) + " [...]"))  # fmt: skip
        assert len(properties.identifier) <= 255
        with ZipFile(BytesIO(written)) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    ET.fromstring(archive.read(name))
    elif form is as_pdf:
        assert pages(written) == 1
    else:
        assert b"\x01" not in written.partition(b"<body")[2]
        assert ("x" * 100).encode() not in written


def drawn_in_a_pdf(said: str) -> bool:
    """Whether PDF/UA takes a text as it is."""
    try:
        given = {"main.typ": DRAWN_ALONE.encode(), "one.json": json.dumps(said).encode()}
        as_accessible_pdf(given, 0)
    except typst.TypstError:
        return False
    return True


def test_characters_are_replaced_where_a_pdf_refuses_them_and_nowhere_else() -> None:
    letters = (chr(code) for code in (*range(0x180, 0x3400), *range(0x1F000, 0x1F700)))
    some = Random(1).sample([one for one in letters if plain(one) == one], 150)
    kept = [one for one in some if drawable(one) == one]
    assert 10 < len(kept) < 140
    assert kept == [one for one in some if drawn_in_a_pdf(one)]


@pytest.mark.parametrize("said", ["x\u064b", "\u65e5\u0301", "\u20d0", "e\u0301\u1ab0"])
def test_a_mark_is_replaced_where_no_font_has_it_with_its_letter(said: str) -> None:
    assert drawn_in_a_pdf(drawable(said))
    assert drawable("e\u0301") == "e\u0301"


def test_twenty_thousand_unknown_characters_take_seconds() -> None:
    chinese = "".join(chr(0x4E00 + at) for at in range(20_000))
    begun = time.perf_counter()
    assert drawable(f"a{chinese}b") == f"a{UNKNOWN * 20_000}b"
    assert time.perf_counter() - begun < 20
