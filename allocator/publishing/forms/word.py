# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""DOCX: a document that can be edited, with real headings, lists, tables and alternatives."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from allocator.publishing.document import (
    Attention,
    Cell,
    Column,
    Document,
    Facts,
    Figure,
    Items,
    Paragraph,
    Steps,
    Table,
)
from allocator.publishing.forms.paper import (
    MANY_COLUMNS,
    Heading,
    PaperBlock,
    anchors,
    fitted,
    is_right,
    runs,
    written,
)
from allocator.publishing.forms.pictures import as_picture, size_in_points
from allocator.publishing.forms.plain import plain
from allocator.publishing.forms.word_package import LOCALES, blank, field, lay, room_mm
from allocator.publishing.forms.zipped import undated
from allocator.publishing.languages import Foreign

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

MM_PER_CHARACTER, MM_PER_SMALL_CHARACTER = 1.8, 1.6
STEPS_LIST = 2
FIRST_NUMBERED = 3


def as_word(document: Document) -> bytes:
    """A document as DOCX, the same bytes for the same document.

    Raises:
        ModuleNotFoundError: if the extra `report` is not installed.
    """
    writing = _Writing(document)
    writing.everything()
    made = BytesIO()
    writing.word.save(made)
    return undated(made.getvalue())


class _Writing:
    """A Word file that grows block by block."""

    def __init__(self, document: Document) -> None:
        self.document, self.language = document, document.language
        self.word = blank(document)
        self.bookmarks = {name: f"a{at}" for at, name in enumerate(sorted(anchors(document)), 1)}
        self.numbers = {"Table": 0, "Figure": 0}
        self.lists = FIRST_NUMBERED
        self.lying = False

    def everything(self) -> None:
        from docx.enum.section import WD_SECTION

        parts = runs(self.document)
        self.lying = bool(parts) and parts[0].lying
        lay(self.word.sections[0], self.document, self.lying, first=True)
        self.paragraph("Heading1", self.document.title)
        if self.document.subtitle:
            self.paragraph("Subtitle", self.document.subtitle)
        for at, part in enumerate(parts):
            if at:
                self.lying = part.lying
                section = self.word.add_section(WD_SECTION.NEW_PAGE)
                lay(section, self.document, part.lying, first=False)
            for block in part.blocks:
                self.block(block)

    def block(self, block: PaperBlock) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                made = self.paragraph("Normal", block.text)
                made.paragraph_format.keep_with_next = block.leads or None
                for run in made.runs:
                    run.bold = block.leads or None
            case Items():
                for item in block.items:
                    self.paragraph("ListBullet", item)
            case Facts():
                self._facts(block)
            case Attention():
                self.paragraph("AttentionHeading", block.heading)
                for item in block.items:
                    self.paragraph("Attention", item)
            case Steps():
                self._steps(block)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)

    def paragraph(self, style: str, text: str = "") -> WordParagraph:
        """A new paragraph in a style of ours."""
        made = self.word.add_paragraph()
        made._p.style = style
        if text:
            self.run(made, text)
        return made

    def run(self, paragraph: Any, text: str, style: str = "") -> Any:
        """A text, with its language where that is not the document's."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        made = paragraph.add_run(plain(text))
        if style:
            made._r.style = style
        if isinstance(text, Foreign) and self.language.code != text.tongue:
            tongue = OxmlElement("w:lang")
            tongue.set(qn("w:val"), LOCALES[text.tongue])
            made._r.get_or_add_rPr().append(tongue)
        return made

    def _heading(self, heading: Heading) -> None:
        made = self.paragraph(f"Heading{heading.level}", heading.text)
        if heading.anchor:
            name = self.bookmarks[heading.anchor]
            start, end = _element("w:bookmarkStart"), _element("w:bookmarkEnd")
            _set(start, id=name[1:], name=name)
            _set(end, id=name[1:])
            made._p.insert(1, start)
            made._p.append(end)

    def _facts(self, facts: Facts) -> None:
        for one in facts.facts:
            made = self.paragraph("Fact", one.label)
            made.add_run("\t")
            self.run(made, one.value, "Strong")
            if one.note:
                made.add_run("  ")
                self.run(made, one.note, "Faint")

    def _steps(self, steps: Steps) -> None:
        """A list whose numbers begin at one again."""
        self.lists += 1
        number, of = _element("w:num"), _element("w:abstractNumId")
        begins, at = _element("w:lvlOverride"), _element("w:startOverride")
        _set(number, numId=str(self.lists))
        _set(of, val=str(STEPS_LIST))
        _set(begins, ilvl="0")
        _set(at, val="1")
        begins.append(at)
        number.extend((of, begins))
        self.word.part.numbering_part.element.append(number)
        for step in steps.steps:
            made = self.paragraph("ListNumber", step.says)
            numbered = made._p.get_or_add_pPr().get_or_add_numPr()
            numbered.get_or_add_ilvl().val = 0
            numbered.get_or_add_numId().val = self.lists
            for text, style in ((step.arithmetic, ""), (step.rests_on, "Source")):
                if text:
                    made.add_run().add_break()
                    self.run(made, text, style)

    def _caption(self, what: str, caption: str) -> WordParagraph:
        """`Tabel 3: what it shows`, with a number that Word keeps."""
        self.numbers[what] += 1
        number = self.numbers[what]
        said = (
            self.language.say("Table {number}: ", number="\x00")
            if what == "Table"
            else self.language.say("Figure {number}: ", number="\x00")
        )
        before, _, after = said.partition("\x00")
        made = self.paragraph("Caption")
        made.add_run(before)
        field(made, f"SEQ {what} \\* ARABIC", str(number))
        made.add_run(after)
        self.run(made, caption)
        return made

    def _table(self, table: Table) -> None:
        self._caption("Table", table.caption).paragraph_format.keep_with_next = True
        made = self.word.add_table(rows=0, cols=len(table.columns))
        properties = made._tbl.tblPr
        properties.style = "Figures"
        made.autofit = False
        widths = self._widths(table)
        _set(properties.find(_name("w:tblW")), w=str(sum(widths)), type="dxa")
        look = properties.find(_name("w:tblLook"))
        if look is not None:
            properties.remove(look)
        look = _element("w:tblLook")
        last = "1" if table.total else "0"
        _set(look, firstRow="1", lastRow=last, firstColumn="0", lastColumn="0", noHBand="1",
             noVBand="1")  # fmt: skip
        about = _element("w:tblCaption")
        _set(about, val=plain(table.caption))
        properties.extend((look, about))
        for grid, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
            _set(grid, w=str(width))
        self._rows(made, table, widths)
        for note in table.notes:
            self.paragraph("TableNote", note)
        if not table.notes:
            self.paragraph("TableNote")

    def _rows(self, made: Any, table: Table, widths: list[int]) -> None:
        headings = tuple(column.heading for column in table.columns)
        heading = self._row(made, headings, table.columns, widths, strongly=True)
        heading._tr.get_or_add_trPr().append(_element("w:tblHeader"))
        links = table.anchors or ("",) * len(table.rows)
        for row, to in zip(table.rows, links, strict=True):
            self._row(made, row, table.columns, widths, to=to)
        if table.total:
            self._row(made, table.total, table.columns, widths, strongly=True)

    def _row(
        self,
        made: Any,
        cells: tuple[Cell, ...],
        columns: tuple[Column, ...],
        widths: list[int],
        to: str = "",
        strongly: bool = False,
    ) -> Any:
        row = made.add_row()
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
        for at, (cell, column, place) in enumerate(zip(cells, columns, row.cells, strict=True)):
            _set(place._tc.get_or_add_tcPr().get_or_add_tcW(), w=str(widths[at]), type="dxa")
            paragraph = place.paragraphs[0]
            style = "TableNumber" if is_right(column) else "TableText"
            paragraph._p.style = f"{style}Small" if len(columns) > MANY_COLUMNS else style
            shown = cell if isinstance(cell, str) else written(cell, column, self.language)
            if not shown:
                continue
            linked = to in self.bookmarks and not at
            run = self.run(paragraph, shown, "Hyperlink" if linked else "Strong" * strongly)
            if linked:
                link = _element("w:hyperlink")
                _set(link, anchor=self.bookmarks[to])
                paragraph._p.append(link)
                link.append(run._r)
        return row

    def _widths(self, table: Table) -> list[int]:
        """Of the columns, in twentieths of a point, within the page."""
        small = len(table.columns) > MANY_COLUMNS
        each = MM_PER_SMALL_CHARACTER if small else MM_PER_CHARACTER
        room = int(room_mm(self.lying) / each)
        tenths = fitted(table, self.language, room)
        return [int(one * each * 144 / 25.4) for one in tenths]

    def _figure(self, figure: Figure) -> None:
        from docx.shared import Pt

        width, _ = size_in_points(figure.drawing)
        place = self.paragraph("Picture")
        made = place.add_run().add_picture(BytesIO(as_picture(figure)), width=Pt(width))
        inline = made._inline
        inline.docPr.set("descr", plain(figure.alternative))
        for side in "TBLR":
            inline.set(f"dist{side}", "0")
        self._caption("Figure", figure.caption)


def _element(name: str) -> Any:
    from docx.oxml import OxmlElement

    return OxmlElement(name)


def _name(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)


def _set(element: Any, **attributes: str) -> None:
    for name, value in attributes.items():
        element.set(_name(f"w:{name}"), value)
