# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a document says beside its tables, as lines of two sheets: the overview and the details."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from allocator.publishing.document import (
    Attention,
    Block,
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
from allocator.publishing.forms.plain import made_by

HEADING = "heading"
STRONG = "strong"
ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the overview.

    Attributes:
        label: in the first column.
        text: in the second one.
        style: `heading` (its label runs on over what stands beside it), `strong`, `attention`, or
            nothing.
        size: of the label; 0 is that of all.
        link: the sheet that the text leads to.
    """

    label: str = ""
    text: str = ""
    style: str = ""
    size: int = 0
    link: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """A line of the details: what it is about, the words, the arithmetic, and what it rests on."""

    about: str
    says: str
    arithmetic: str = ""
    rests_on: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Pages:
    """The overview and the details of a document.

    Attributes:
        document: the document.
        sheets: the name of the sheet of each table, in their order.
        overview: the name of the first sheet.
        extra: the name of that of the details.
    """

    document: Document
    sheets: Mapping[Table, str]
    overview: str
    extra: str

    def lines(self) -> Iterator[Line]:
        """The lines of the overview."""
        document, say = self.document, self.document.language.say
        yield Line(document.title, style=HEADING, size=16)
        if document.subtitle:
            yield Line(document.subtitle, style=HEADING)
        yield Line()
        if self.sheets:
            yield Line(say("Sheets"), style=HEADING, size=13)
        for table, name in self.sheets.items():
            yield Line(name, table.caption, link=name)
        if any(True for _ in self.details()):
            said = say("Details: how the numbers come about")
            yield Line(self.extra, said, link=self.extra)
        for section in document.sections:
            if section:
                yield from self._section(section)
        yield Line()
        yield Line(say("Origin"), style=HEADING, size=13)
        yield Line(say("Made by"), made_by(document))
        yield Line(say("Checksum (sha256)"), document.identifier)

    def _section(self, section: Section) -> Iterator[Line]:
        lines = [
            line
            for block in section.blocks
            if not isinstance(block, Details)
            for line in self._block(block)
        ]
        if lines:
            yield Line()
            yield Line(section.heading, style=HEADING, size=13 if section.level == 2 else 11)  # noqa: PLR2004
            yield from lines

    def _block(self, block: Block) -> Iterator[Line]:
        say = self.document.language.say
        if isinstance(block, Paragraph):
            yield Line("", block.text)
        elif isinstance(block, Items):
            yield from (Line("", f"\N{BULLET} {item}") for item in block.items)
        elif isinstance(block, Facts):
            for fact in block.facts:
                note = f" ({fact.note})" if fact.note else ""
                yield Line(fact.label, f"{fact.value}{note}", style=STRONG)
        elif isinstance(block, Attention):
            for number, item in enumerate(block.items):
                label = "" if number else block.heading
                yield Line(label, f"\N{BULLET} {item}", style=ATTENTION)
        elif isinstance(block, Table):
            yield Line(say("Sheet"), block.caption, link=self.sheets[block])
        elif isinstance(block, Figure):
            if block.table is not None:  # there are no pictures here, only their numbers
                yield Line(say("Sheet"), block.table.caption, link=self.sheets[block.table])
        elif isinstance(block, Steps):
            for step in block.steps:
                rests_on = f" [{step.rests_on}]" if step.rests_on else ""
                arithmetic = f" {step.arithmetic}" if step.arithmetic else ""
                yield Line("", f"\N{BULLET} {step.says}{arithmetic}{rests_on}")

    def details(self) -> Iterator[Detail]:
        """The lines of the details, in the order of reading."""
        for section in self.document.sections:
            for block in section.blocks:
                if isinstance(block, Details):
                    yield from self._detail(block)

    def _detail(self, details: Details) -> Iterator[Detail]:
        anchor = details.anchor
        for block in details.blocks:
            if isinstance(block, Details):
                yield from self._detail(block)
                continue
            if isinstance(block, Steps):
                lines = [
                    Detail(details.summary, step.says, step.arithmetic, step.rests_on)
                    for step in block.steps
                ]
            else:
                said = (f"{one.label}: {one.text}".removeprefix(": ") for one in self._block(block))
                lines = [Detail(details.summary, text) for text in said]
            for line in lines:
                yield Detail(line.about, line.says, line.arithmetic, line.rests_on, anchor)
