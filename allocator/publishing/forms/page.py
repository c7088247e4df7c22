# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""HTML: one page that needs nothing else: no script, no request, no picture that is a file.

The page is a tree of elements, so that no text can become markup. Its policy allows the one style
sheet by its hash and nothing else.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import count
from xml.etree import ElementTree as ET

from allocator.publishing.document import (
    Attention,
    Block,
    Cell,
    Details,
    Document,
    Facts,
    Figure,
    Items,
    Paragraph,
    Section,
    Steps,
    Table,
)
from allocator.publishing.figures.svg import STYLE, said_once
from allocator.publishing.forms.plain import cell_text, made_by, plain
from allocator.publishing.languages import Foreign

# Letters of a text that need not be wrapped.
SHORT = 24
# Units of a drawing that a telephone shows whole; a wider one scrolls rather than shrinks.
NARROW = 360
POLICY = (
    "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'; "
    "frame-src 'none'"
)


def as_page(document: Document) -> bytes:
    """A document as one self-contained HTML page, UTF-8."""
    return b"<!DOCTYPE html>\n" + bytes(
        ET.tostring(_Page(document).element(), encoding="utf-8", method="html")
    )


@cache
def _style() -> str:
    own = files("allocator.publishing.forms").joinpath("page.css").read_text(encoding="utf-8")
    return f"{STYLE}{own}"


class _Page:
    """A page that is being made; it numbers what needs an id."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.language = document.language
        self.numbers = count(1)

    def element(self) -> ET.Element:
        page = ET.Element("html", lang=self.language.code)
        page.append(self.head())
        body = _in(page, "body")
        _in(body, "a", self.language.say("To the content"), href="#main", **{"class": "skip"})
        header = _in(body, "header")
        _in(header, "h1", self.document.title)
        _in(header, "p", self.document.subtitle, **{"class": "lead"})
        header.append(self.contents())
        main = _in(body, "main", id="main", tabindex="-1")
        for section in filter(None, self.document.sections):
            main.append(self.section(section))
        footer = _in(body, "footer")
        _in(footer, "p", f"{made_by(self.document)} · sha256 {self.document.identifier}")
        return page

    def head(self) -> ET.Element:
        head = ET.Element("head")
        style = _style()
        policy = POLICY.format(style=b64encode(sha256(style.encode()).digest()).decode())
        _in(head, "meta", charset="utf-8")
        _in(head, "meta", content=policy, **{"http-equiv": "Content-Security-Policy"})
        _in(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
        _in(head, "meta", name="referrer", content="no-referrer")
        _in(head, "meta", name="generator", content=made_by(self.document))
        _in(head, "title", self.document.title)
        ET.SubElement(head, "style").text = style
        return head

    def contents(self) -> ET.Element:
        nav = ET.Element("nav", {"aria-label": self.language.say("Contents")})
        listed = _in(nav, "ul")
        for section in self.document.sections:
            if section and section.level == 2 and section.anchor:  # noqa: PLR2004 - of a heading
                _in(_in(listed, "li"), "a", section.heading, href=f"#{section.anchor}")
        return nav

    def section(self, section: Section) -> ET.Element:
        made = ET.Element("section")
        heading = _in(made, f"h{section.level}", section.heading)
        if section.anchor:
            heading.set("id", section.anchor)
        for block in section.blocks:
            made.append(self.block(block))
        return made

    def block(self, block: Block) -> ET.Element:
        """One block, by its sort."""
        if isinstance(block, Table):
            return self.table(block)
        if isinstance(block, Figure):
            return self.figure(block)
        if isinstance(block, Details):
            return self.details(block)
        return _simple(block)

    def details(self, block: Details) -> ET.Element:
        made = ET.Element("details")
        _in(made, "summary", block.summary)
        # A link opens what is folded around its target, so the target is what is folded.
        inside = ET.SubElement(made, "div", {"id": block.anchor}) if block.anchor else made
        for inner in block.blocks:
            inside.append(self.block(inner))
        return made

    def figure(self, block: Figure) -> ET.Element:
        made = ET.Element("figure")
        drawing = _in(made, "div", **{"class": "drawing"})
        if block.drawing.width > NARROW:
            named = {"role": "region", "tabindex": "0", "aria-label": plain(block.caption)}
            drawing.attrib |= {**named, "class": "drawing wide"}
        name, identity = plain(block.alternative), f"drawing-{next(self.numbers)}"
        drawn = said_once(block.drawing.element(name, identity))
        for one in drawn.iter():
            one.text = plain(one.text or "") or None
        drawing.append(drawn)
        _in(made, "figcaption", block.caption)
        if block.table is not None:
            shown = _in(made, "details")
            _in(shown, "summary", self.language.say("The numbers of this picture as a table"))
            shown.append(self.table(block.table))
        return made

    def table(self, block: Table) -> ET.Element:
        """A table that scrolls by itself, so that its caption and notes stay in sight."""
        block, identity = block.shown(), f"table-{next(self.numbers)}"
        box = ET.Element("div", {"class": "table"})
        _in(box, "p", block.caption, id=identity, **{"class": "caption"})
        named = {"aria-labelledby": identity}
        scroll = _in(box, "div", role="region", tabindex="0", **{"class": "scroll"}, **named)
        table = _in(scroll, "table", **named)
        heads = _in(_in(table, "thead"), "tr")
        looks = [_look(block, number) for number in range(len(block.columns))]
        for column, look in zip(block.columns, looks, strict=True):
            _in(heads, "th", column.heading, scope="col", **_class(look))
        body = _in(table, "tbody")
        anchors = block.anchors or ("",) * len(block.rows)
        for cells, anchor in zip(block.rows, anchors, strict=True):
            self.row(_in(body, "tr"), self.texts(block, cells), looks, anchor)
        if block.total is not None:
            total = _in(_in(table, "tfoot"), "tr")
            self.row(total, self.texts(block, block.total), looks, "")
        for note in block.notes:
            _in(box, "p", note, **{"class": "note"})
        return box

    def texts(self, table: Table, cells: tuple[Cell, ...]) -> list[str]:
        """A row as it is read."""
        pairs = zip(cells, table.columns, strict=True)
        return [cell_text(cell, column, self.language) for cell, column in pairs]

    def row(self, row: ET.Element, texts: list[str], looks: list[str], anchor: str) -> None:
        """Fill a row; its first cell heads it, and links to where more is told."""
        head = _in(row, "th", scope="row")
        if anchor:
            _in(head, "a", texts[0], href=f"#{anchor}")
        else:
            _text(head, texts[0])
        for said, look in zip(texts[1:], looks[1:], strict=True):
            _in(row, "td", said, **_class(look))


def _class(look: str) -> dict[str, str]:
    return {"class": look} if look else {}


def _look(table: Table, number: int) -> str:
    """The class of a column: none for numbers, short texts on one line, long ones wrapped."""
    if number and table.columns[number].kind != "text":
        return ""
    longest = max((len(str(row[number] or "")) for row in table.rows), default=0)
    return "s" if longest <= SHORT else "t"


def _simple(block: Paragraph | Items | Facts | Attention | Steps) -> ET.Element:
    """A block that needs no ids and no numbers in words."""
    match block:
        case Paragraph():
            return _text(ET.Element("h3" if block.leads else "p"), block.text)
        case Items():
            return _list(block.items)
        case Facts():
            return _facts(block)
        case Attention():
            return _attention(block)
        case Steps():
            return _steps(block)


def _list(items: tuple[str, ...]) -> ET.Element:
    made = ET.Element("ul")
    for item in items:
        _in(made, "li", item)
    return made


def _facts(block: Facts) -> ET.Element:
    made = ET.Element("dl", {"class": "facts"})
    for fact in block.facts:
        box = _in(made, "div")
        _in(box, "dt", fact.label)
        _in(box, "dd", fact.value, **{"class": "value"})
        if fact.note:
            _in(box, "dd", fact.note)
    return made


def _attention(block: Attention) -> ET.Element:
    made = ET.Element("div", {"class": "attention"})
    _in(_in(made, "p"), "strong", block.heading, **{"class": "heading"})
    made.append(_list(block.items))
    return made


def _steps(block: Steps) -> ET.Element:
    made = ET.Element("ol")
    for step in block.steps:
        item = _in(made, "li", step.says)
        if step.arithmetic:
            _in(item, "code", step.arithmetic)
        if step.rests_on:
            _in(item, "small", step.rests_on)
    return made


def _in(parent: ET.Element, tag: str, said: str = "", **attributes: str) -> ET.Element:
    """A new element in another, with its text."""
    return _text(ET.SubElement(parent, tag, attributes), said)


def _text(element: ET.Element, said: str) -> ET.Element:
    """Put a text in an element; what is in another language than the page says so."""
    holder = element
    if isinstance(said, Foreign):
        holder = ET.SubElement(element, "span", {"lang": said.tongue})
    holder.text = plain(said)
    return element
