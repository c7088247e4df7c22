# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""PDF: PDF/UA-1, every name as text, the same bytes everywhere, and tables that fit."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from importlib import resources
from typing import Any

import pytest
import typst

from allocator.publishing.document import (
    Column,
    Details,
    Document,
    Figure,
    Paragraph,
    Section,
    Table,
)
from allocator.publishing.figures.svg import Drawing, text
from allocator.publishing.forms.paper import Heading, runs
from allocator.publishing.forms.pdf import as_pdf, files
from allocator.publishing.forms.plain import UNKNOWN, plain
from allocator.publishing.languages import DUTCH, ENGLISH, Foreign
from tests.publishing.pdf_reading import opened, pages
from tests.publishing.sample import HOSTILE, sample

EMBEDDED = ("LibertinusSerif", "NewCM", "DejaVuSansMono")


def of_blocks(*blocks: Any, **changed: Any) -> Document:
    return replace(sample(), sections=(Section("Alles", blocks),), **changed)


def queried(document: Document, selector: str) -> str:
    """What Typst has of a sort of elements, as JSON."""
    query: Any = typst.query  # its types do not know of files in memory
    return str(query(files(document), selector, ignore_system_fonts=True))


def texts(element: Any) -> list[str]:
    """Every text in what Typst tells of its elements."""
    if isinstance(element, dict):
        own = [element["text"]] if isinstance(element.get("text"), str) else []
        return own + [one for value in element.values() for one in texts(value)]
    if isinstance(element, list):
        return [one for value in element for one in texts(value)]
    return []


def test_a_document_is_a_tagged_pdf_ua_1_in_its_language_with_its_title() -> None:
    found = opened(as_pdf(sample()))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in found
    assert b"/Lang(nl-NL)" in found
    assert b"/Lang(en-GB)" in opened(as_pdf(sample(ENGLISH)))
    assert re.search(rb"/MarkInfo\s*<<\s*/Marked true", found)
    assert b"/DisplayDocTitle true" in found
    assert b"Voorbeeld &lt;script&gt;alert(1)&lt;/script&gt;" in found
    assert b"2026-11-21" in found


def test_what_is_english_in_a_dutch_document_is_marked_so() -> None:
    found = opened(as_pdf(sample()))
    assert b"/Lang(en-GB)" in found
    without = of_blocks(Paragraph("Een alinea."))
    assert b"/Lang(en-GB)" not in opened(as_pdf(without))
    assert b"/Lang(en-GB)" in opened(as_pdf(of_blocks(Paragraph(Foreign("A sentence.")))))


def test_the_same_document_gives_the_same_bytes_and_another_day_gives_others() -> None:
    assert as_pdf(sample()) == as_pdf(sample())
    assert as_pdf(sample()) != as_pdf(replace(sample(), made_on=date(2026, 11, 22)))


def test_no_font_of_the_machine_is_used_not_even_in_pictures() -> None:
    fonts = set(re.findall(rb"/FontName\s*/[A-Z]{6}\+([A-Za-z0-9]+)", opened(as_pdf(sample()))))
    assert fonts
    assert all(name.decode().startswith(EMBEDDED) for name in fonts), fonts


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_wherever_it_stands(name: str) -> None:
    drawing = Drawing(200, 20, (text(0, 15, name),))
    table = Table("t", name, (Column("name", name),), ((name,),), (name,), notes=(name,))
    details = Details(name, (Paragraph(name),), anchor=name)
    document = of_blocks(table, Figure(name, name, drawing), details, title=name, subtitle=name)
    shown = plain(name)
    assert shown in texts(json.loads(queried(document, "heading")))
    assert shown in texts(json.loads(queried(document, "table")))
    assert shown in texts(json.loads(queried(document, "par")))
    assert shown in texts(json.loads(queried(document, "figure")))
    assert pages(as_pdf(document)) == 1


def test_the_template_evaluates_nothing_and_reads_nothing_but_the_document() -> None:
    template = resources.files("allocator.publishing.forms").joinpath("annex.typ").read_text()
    assert not re.search(r"\b(eval|include|import|plugin|read|yaml|csv|cbor|toml|xml)\b\s*[\(\"]",
                         template)  # fmt: skip
    assert re.findall(r"json\((.*?)\)", template) == ['"document.json"']


GROWING = """
import sys
from pathlib import Path
from tests.publishing.test_pdf import long_document
from allocator.publishing.forms.pdf import as_pdf

taken = []
for number in range(6):
    as_pdf(long_document(number))
    taken.append(int(Path("/proc/self/statm").read_text().split()[1]) * 4096 // 2**20)
print(taken[-1] - taken[1])
"""


def long_document(number: int) -> Document:
    columns = tuple(Column(f"c{at}", f"kolom {at}", "number") for at in range(8))
    rows = tuple((number, row, *range(6)) for row in range(400))
    return of_blocks(Table("t", f"Tabel {number}", columns, rows), title=f"Nummer {number}")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_country_of_papers_takes_no_more_memory_than_one() -> None:
    made = subprocess.run(
        [sys.executable, "-c", GROWING], capture_output=True, text=True, check=True
    )
    assert int(made.stdout) < 40


def test_a_picture_without_an_alternative_is_refused() -> None:
    drawing = Drawing(10, 10, (text(0, 9, "x"),))
    with pytest.raises(typst.TypstError, match=r"(?i)alt"):
        as_pdf(of_blocks(Figure("Een plaatje", "", drawing)))
    assert pages(as_pdf(of_blocks(Figure("Een plaatje", "Een x", drawing)))) == 1


@pytest.mark.parametrize(
    "character", ["\u65e5", "\U0001f600", "\x01", "\ud800", "\u202e", "\ufffe"]
)
def test_a_character_that_no_font_has_is_replaced_and_seen(character: str) -> None:
    document = of_blocks(Paragraph(f"voor {character} na"), title=f"T{character}")
    assert f"voor {UNKNOWN} na" in texts(json.loads(queried(document, "par")))
    assert pages(as_pdf(document)) == 1


@pytest.mark.parametrize("character", "≈×–≥≤→é’−…")
def test_the_characters_of_our_own_texts_are_kept(character: str) -> None:
    document = of_blocks(Paragraph(f"voor {character} na"))
    assert f"voor {character} na" in texts(json.loads(queried(document, "par")))
    as_pdf(document)


def wide(rows: int) -> Table:
    """A table such as that of municipalities: thirteen columns."""
    columns = (
        Column("name", "Gemeente"),
        *(Column(f"c{at}", "gerealiseerd regulier", "number") for at in range(12)),
    )
    cells = tuple((f"Gemeente {at}", *range(1_000, 1_012)) for at in range(rows))
    return Table("wide", "Alle gemeenten", columns, cells)


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    found = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", opened(pdf))
    return [(int(float(width)), int(float(height))) for width, height in found]


def test_a_wide_table_lies_with_its_heading_and_what_follows_stands_again() -> None:
    document = replace(
        sample(),
        sections=(
            Section("Voor", (Paragraph("Staat."),)),
            Section("Tabel", (Paragraph("Ligt."), wide(3))),
            Section("Na", (Paragraph("Staat."),)),
        ),
    )
    found = runs(document)
    assert [run.lying for run in found] == [False, True, False]
    assert isinstance(found[1].blocks[0], Heading)
    assert found[1].blocks[0].text == "Tabel"
    assert sorted(sizes(as_pdf(document))) == [(595, 841), (595, 841), (841, 595)]


def test_a_long_table_breaks_over_pages_and_repeats_its_header() -> None:
    document = of_blocks(wide(200))
    assert pages(as_pdf(document)) > 4
    (table,) = json.loads(queried(document, "table"))
    header = table["children"][0]
    assert (header["func"], header["repeat"]) == ("header", True)


def test_a_link_to_nowhere_is_no_link_and_a_name_twice_is_no_fault() -> None:
    table = Table("t", "Tabel", (Column("name", "Naam"),), (("Borne",), ("Kampen",)),
                  anchors=("borne", "nergens"))  # fmt: skip
    details = (Details("Borne", (Paragraph("x"),), anchor="borne"),) * 2
    found = json.loads(queried(of_blocks(table, *details), "link"))
    assert [texts(one) for one in found] == [["Borne"]]


def test_headings_never_skip_a_level() -> None:
    document = replace(sample(), sections=(Section("Diep", (Paragraph("x"),), level=4),))
    levels = [one["level"] for one in json.loads(queried(document, "heading"))]
    assert levels == [1, 2]


def test_a_section_without_content_is_left_out() -> None:
    headings = texts(json.loads(queried(sample(), "heading")))
    assert "Alles" in headings
    assert "Leeg" not in headings


def test_numbers_are_written_as_the_language_does_and_stand_to_the_right() -> None:
    columns = (
        Column("name", "Naam"),
        Column("n", "aantal", "number"),
        Column("p", "deel", "percent"),
    )
    table = Table("t", "Tabel", columns, (("Borne", 1_234, None),), ("Totaal", 1_234, None))
    data = json.loads(files(of_blocks(table))["document.json"])
    (found,) = [one for run in data["runs"] for one in run["blocks"] if one["is"] == "table"]
    assert [cell["text"] for cell in found["rows"][0]] == ["Borne", "1.234", ""]
    assert [cell["text"] for cell in found["total"]] == ["Totaal", "1.234", ""]
    assert found["right"] == [False, True, True]
    assert DUTCH.number(1_234) == "1.234"
