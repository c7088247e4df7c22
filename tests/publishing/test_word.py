# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""DOCX: real headings, lists and tables, every name as text, and no trace of who made it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.enum.section import WD_ORIENT

from allocator.publishing.document import (
    Column,
    Document,
    Figure,
    Items,
    Paragraph,
    Section,
    Step,
    Steps,
    Table,
)
from allocator.publishing.figures.svg import Drawing, text
from allocator.publishing.forms.paper import written
from allocator.publishing.forms.plain import UNKNOWN, plain
from allocator.publishing.forms.word import as_word
from allocator.publishing.forms.zipped import undated
from allocator.publishing.languages import ENGLISH, Foreign
from tests.publishing.sample import HOSTILE, sample
from tests.publishing.test_pdf import wide

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OURS = ("PAGE", "NUMPAGES", r"SEQ Table \* ARABIC", r"SEQ Figure \* ARABIC")


def of_blocks(*blocks: Any, **changed: Any) -> Document:
    return replace(sample(), sections=(Section("Alles", blocks),), **changed)


def opened(document: Document) -> Any:
    return docx.Document(BytesIO(as_word(document)))


def parts(document: Document) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(as_word(document))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(document: Document) -> ET.Element:
    return ET.fromstring(parts(document)["word/document.xml"])


@pytest.mark.parametrize("language", [sample().language, ENGLISH], ids=["nl", "en"])
def test_every_cell_of_every_table_is_that_of_the_document(language: Any) -> None:
    document = sample(language)
    found = opened(document).tables
    assert len(found) == len(list(document.tables))
    for table, made in zip(document.tables, found, strict=True):
        wanted = [
            [column.heading for column in table.columns],
            *([written(cell, column, language) for cell, column in zip(row, table.columns,
                                                                       strict=True)]
              for row in (*table.rows, *((table.total,) if table.total else ()))),
        ]  # fmt: skip
        cells = [[cell.text for cell in row.cells] for row in made.rows]
        assert cells == [[plain(cell) for cell in row] for row in wanted]


def test_numbers_stand_to_the_right_and_texts_to_the_left() -> None:
    for row in opened(sample()).tables[0].rows[1:]:
        styles = [cell.paragraphs[0].style.name for cell in row.cells]
        assert styles == ["Table Text", *["Table Number"] * 4, "Table Text"]


def test_the_header_row_repeats_and_no_row_is_split() -> None:
    for table in body(sample()).iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
            True,
            *[False] * (len(rows) - 1),
        ]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None


def test_headings_are_headings_of_their_level() -> None:
    made = [
        (one.style.name, one.text)
        for one in opened(sample()).paragraphs
        if one.style.name.startswith("Heading")
    ]
    assert made == [
        ("Heading 1", f"Voorbeeld {HOSTILE[0]}"),
        ("Heading 2", "Alles"),
        ("Heading 3", "Nader"),
        ("Heading 4", f"Hoe {HOSTILE[0]} aan haar getal komt"),
    ]


def test_lists_are_lists_and_each_derivation_begins_at_one() -> None:
    step = Steps((Step("Een.", "1 + 1 = 2"), Step("Twee.")))
    document = of_blocks(Items(("a", "b")), step, step)
    made = opened(document).paragraphs
    assert [one.text for one in made if one.style.name == "List Bullet"] == ["a", "b"]
    numbers = [one._p.pPr.numPr.numId.val for one in made if one.style.name == "List Number"]
    assert len(numbers) == 2 * len(step.steps)
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    numbering = ET.fromstring(parts(document)["word/numbering.xml"])
    starts = {
        one.get(f"{W}numId"): one.find(f"{W}lvlOverride/{W}startOverride")
        for one in numbering.findall(f"{W}num")
    }
    for number in numbers:
        start = starts[str(number)]
        assert start is not None
        assert start.get(f"{W}val") == "1"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_wherever_it_stands(name: str) -> None:
    drawing = Drawing(200, 20, (text(0, 15, name),))
    table = Table("t", name, (Column("name", name),), ((name,),), (name,), notes=(name,))
    document = of_blocks(
        Paragraph(name), table, Figure(name, name, drawing), title=name, subtitle=name
    )
    made = opened(document)
    shown = plain(name)
    said = [one.text for one in made.paragraphs]
    assert said.count(shown) == 4
    assert [row.cells[0].text for row in made.tables[0].rows] == [shown] * 3
    for file, content in parts(document).items():
        if file.endswith(".xml"):
            root = ET.fromstring(content)
            codes = [one.text.strip() for one in root.iter(f"{W}instrText") if one.text]
            assert set(codes) <= set(OURS), file
            assert not list(root.iter(f"{W}fldSimple")), file
        if file.endswith(".rels"):
            assert b"External" not in content, file


def test_links_go_to_bookmarks_that_are_there() -> None:
    root = body(sample())
    bookmarks = {one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")}
    links = {one.get(f"{W}anchor") for one in root.iter(f"{W}hyperlink")}
    assert links
    assert links <= bookmarks


def test_pictures_have_their_alternative() -> None:
    drawing = Drawing(100, 20, (text(0, 15, "x"),))
    made = opened(of_blocks(Figure("Onder", "In woorden", drawing)))
    (picture,) = made.inline_shapes
    assert picture._inline.docPr.get("descr") == "In woorden"
    assert picture.width.pt == pytest.approx(75)
    files = parts(of_blocks(Figure("Onder", "In woorden", drawing)))
    (image,) = [content for name, content in files.items() if name.startswith("word/media/")]
    assert image.startswith(b"\x89PNG")


def test_the_language_is_set_and_english_in_a_dutch_document_is_marked() -> None:
    for document, language in ((sample(), b"nl-NL"), (sample(ENGLISH), b"en-GB")):
        assert b'<w:lang w:val="' + language in parts(document)["word/styles.xml"]
    document = of_blocks(Paragraph(Foreign("In English.")), Paragraph("Nederlands."))
    marked = {
        "".join(run.itertext()): tongue.get(f"{W}val")
        for run in body(document).iter(f"{W}r")
        if (tongue := run.find(f"{W}rPr/{W}lang")) is not None
    }
    assert marked == {"In English.": "en-GB"}


def test_the_properties_are_those_of_the_document_and_of_nobody_else() -> None:
    about = opened(sample()).core_properties
    assert about.title == f"Voorbeeld {HOSTILE[0]}"
    assert (about.author, about.last_modified_by) == ("allocator 0.1.0", "allocator 0.1.0")
    assert about.comments == ""
    assert about.identifier == "0" * 64
    day = date(2026, 11, 21)
    assert isinstance(about.created, datetime)
    assert (about.created.date(), about.modified.date()) == (day, day)
    found = parts(sample())
    assert not [name for name in found if "thumbnail" in name or "customXml" in name]
    everything = b"".join(content for name, content in found.items() if name.endswith(".xml"))
    for trace in (b"python-docx", b"Macintosh", b"Normal.dotm", b"2013"):
        assert trace not in everything, trace


def test_the_same_document_gives_the_same_bytes() -> None:
    assert as_word(sample()) == as_word(sample())
    assert as_word(sample()) != as_word(replace(sample(), made_on=date(2026, 11, 22)))


def test_an_archive_does_not_tell_when_it_was_written() -> None:
    archives = []
    for day in (1, 2):
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for name in ("b", "[Content_Types].xml", "a")[:: 1 if day == 1 else -1]:
                archive.writestr(zipfile.ZipInfo(name, (2026, 11, day, 0, 0, 0)), name)
        archives.append(undated(made.getvalue()))
    assert archives[0] == archives[1]
    with zipfile.ZipFile(BytesIO(archives[0])) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "a", "b"]
        assert archive.read("a") == b"a"


@pytest.mark.parametrize("character", ["\x00", "\x08", "\ud800", "\uffff", "\u202e"])
def test_a_character_that_xml_has_not_is_replaced_and_seen(character: str) -> None:
    made = opened(of_blocks(Paragraph(f"voor {character} na"), title=f"T{character}"))
    assert f"voor {UNKNOWN} na" in [one.text for one in made.paragraphs]
    assert made.core_properties.title == f"T{UNKNOWN}"


def test_a_wide_table_lies_on_its_own_pages_of_a4() -> None:
    document = replace(
        sample(),
        sections=(
            Section("Voor", (Paragraph("Staat."),)),
            Section("Tabel", (wide(3),)),
            Section("Na", (Paragraph("Staat."),)),
        ),
    )
    found = opened(document).sections
    upright, lying = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
    assert [one.orientation for one in found] == [upright, lying, upright]
    assert [round(one.page_width.mm) for one in found] == [210, 297, 210]
    widths = [int(one.get(f"{W}w", "0")) for one in body(document).iter(f"{W}gridCol")]
    assert sum(widths) <= (297 - 44) * 1440 / 25.4


def test_the_title_may_be_longer_than_a_property() -> None:
    made = opened(of_blocks(Paragraph("x"), title="T" * 300))
    assert made.core_properties.title == "T" * 249 + " [...]"
    assert made.paragraphs[0].text == "T" * 300


def test_every_page_has_its_number_and_the_identifier_of_the_run() -> None:
    made = opened(sample())
    section = made.sections[0]
    for footer in (section.footer, section.first_page_footer):
        assert footer.paragraphs[0].text.startswith("allocator 0.1.0 · 000000000000\tpagina ")
        codes = [one.text.strip() for one in footer._element.iter(f"{W}instrText")]
        assert codes == ["PAGE", "NUMPAGES"]
    assert section.header.paragraphs[0].text == f"Voorbeeld {HOSTILE[0]}"
    assert section.first_page_header.paragraphs[0].text == ""
