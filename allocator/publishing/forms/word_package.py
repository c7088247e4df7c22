# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What stands around the text of a Word file: styles, lists, settings, pages and properties."""

from __future__ import annotations

from datetime import datetime
from importlib import resources
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from allocator.publishing.document import Document
from allocator.publishing.forms.paper import of_pages
from allocator.publishing.forms.plain import made_by, plain, short_text

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section as WordSection

LOCALES = {"nl": "nl-NL", "en": "en-GB"}
SHORT_IDENTIFIER = 12
A4 = (210, 297)
MARGIN_MM = 22
# Of a letter: half points, 240ths of a line, and twentieths of a point.
TIGHT_SIZE, TIGHT_LINE, TIGHT_AFTER, TIGHT_BEFORE_HEADING = "19", "250", "80", "200"
APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>{}</Application></Properties>'
)
# What the template of the library brings along and says something of whoever made it.
UNWANTED = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "fontTable")


def blank(document: Document) -> WordDocument:
    """A Word file without text, in the language and with the title of a document."""
    import docx

    word = docx.Document()
    for relations in (word.part.package.rels, word.part.rels):
        for key in [key for key, one in relations.items() if one.reltype.endswith(UNWANTED)]:
            relations.pop(key)
    _replace(word.styles.element, "word-styles.xml")
    _replace(word.part.numbering_part.element, "word-numbering.xml")
    _replace(word.settings.element, "word-settings.xml")
    if document.on_one_page:
        _tighten(word.styles.element)
    _speak(word, document.language.code)
    _properties(word, document)
    return word


def _replace(element: Any, file: str) -> None:
    """Put the content of a packaged file in the place of the template's."""
    from docx.oxml import parse_xml

    ours = parse_xml(resources.files(__package__).joinpath(file).read_bytes())
    for child in list(element):
        element.remove(child)
    for child in list(ours):
        element.append(child)


def _tighten(styles: Any) -> None:
    """Smaller type and less white, as letters are composed for a page in the type of the PDF."""
    from docx.oxml.ns import qn

    defaults = styles.find(qn("w:docDefaults"))
    for name in ("w:sz", "w:szCs"):
        for one in defaults.iter(qn(name)):
            one.set(qn("w:val"), TIGHT_SIZE)
    for one in defaults.iter(qn("w:spacing")):
        one.set(qn("w:line"), TIGHT_LINE)
        one.set(qn("w:after"), TIGHT_AFTER)
    for style in styles.iter(qn("w:style")):
        if style.get(qn("w:styleId")) == "Heading2":
            for one in style.iter(qn("w:spacing")):
                one.set(qn("w:before"), TIGHT_BEFORE_HEADING)


def _speak(word: WordDocument, code: str) -> None:
    """Set the language of everything that does not say its own."""
    from docx.oxml.ns import qn

    for name, element in (
        ("w:lang", word.styles.element),
        ("w:themeFontLang", word.settings.element),
    ):
        for one in element.iter(qn(name)):
            one.set(qn("w:val"), LOCALES[code])
    if code == "en":
        for name, sign in (("w:decimalSymbol", "."), ("w:listSeparator", ",")):
            for one in word.settings.element.iter(qn(name)):
                one.set(qn("w:val"), sign)


def _properties(word: WordDocument, document: Document) -> None:
    about = word.core_properties
    about.title = short_text(document.title)
    about.subject = short_text(document.subtitle)
    about.author = about.last_modified_by = made_by(document)
    about.identifier = short_text(document.identifier)
    about.language = LOCALES[document.language.code]
    about.keywords = short_text(f"Spreidingswet, {document.name}")
    about.comments = ""
    made = datetime(*document.made_on.timetuple()[:3])  # noqa: DTZ001 - the library wants it so
    about.created = about.modified = made
    for part in word.part.package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = APPLICATION.format(escape(made_by(document))).encode()


def lay(section: WordSection, document: Document, lying: bool, first: bool) -> None:
    """Set the paper of a section, its running title, and the numbers of its pages."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    width, height = reversed(A4) if lying else A4
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = section.top_margin = Mm(MARGIN_MM)
    section.bottom_margin = Mm(MARGIN_MM)
    section.header_distance = section.footer_distance = Mm(MARGIN_MM // 2)
    section.different_first_page_header_footer = first
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    section.header.paragraphs[0].add_run(plain(document.title))
    _footer(section.footer.paragraphs[0], document, width)
    if first:
        section.first_page_header.paragraphs[0].text = ""
        _footer(section.first_page_footer.paragraphs[0], document, width)


def room_mm(lying: bool) -> int:
    """How wide the text of a page is."""
    return A4[1 if lying else 0] - 2 * MARGIN_MM


def _footer(paragraph: Any, document: Document, width: int) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    paragraph.style = "Footer"
    paragraph.paragraph_format.tab_stops.add_tab_stop(
        Mm(width - 2 * MARGIN_MM), WD_TAB_ALIGNMENT.RIGHT
    )
    before, between, after = of_pages(document.language)
    paragraph.add_run(
        f"{made_by(document)} \u00b7 {plain(document.identifier)[:SHORT_IDENTIFIER]}\t{before}"
    )
    field(paragraph, "PAGE", "1")
    paragraph.add_run(between)
    field(paragraph, "NUMPAGES", "1")
    paragraph.add_run(after)


def field(paragraph: Any, instruction: str, shown: str) -> None:
    """A field that Word computes; `shown` until it does. Instructions are ours, never a name."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    def mark(kind: str) -> None:
        element = OxmlElement("w:fldChar")
        element.set(qn("w:fldCharType"), kind)
        paragraph.add_run()._r.append(element)

    mark("begin")
    code = OxmlElement("w:instrText")
    code.text = f" {instruction} "
    paragraph.add_run()._r.append(code)
    mark("separate")
    paragraph.add_run(shown)
    mark("end")
