# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""PDF: a document as PDF/UA-1, set by Typst from a fixed template that reads the text as data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib import resources
from typing import Any

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
    is_right,
    of_pages,
    runs,
    widths,
    written,
)
from allocator.publishing.forms.pictures import as_svg, size_in_points
from allocator.publishing.forms.plain import made_by, plain, short_text
from allocator.publishing.forms.typesetting import as_accessible_pdf, drawable
from allocator.publishing.languages import Foreign, Language

REGIONS = {"nl": "NL", "en": "GB"}
SHORT_IDENTIFIER = 12
SIZE_OF_TABLES, SIZE_OF_MANY_COLUMNS = 9, 8


def as_pdf(document: Document) -> bytes:
    """A document as PDF/UA-1, the same bytes for the same document on every machine.

    Raises:
        ModuleNotFoundError: if the extra `report` is not installed.
        typst.TypstError: if a picture has no text alternative.
    """
    made = datetime(*document.made_on.timetuple()[:3], tzinfo=UTC)
    return as_accessible_pdf(files(document), int(made.timestamp()))


def files(document: Document) -> dict[str, bytes]:
    """What Typst is given: the template, the document as data, and the pictures."""
    setting = _Setting(document)
    data = {
        "title": setting.text(document.title),
        "description": plain(document.subtitle or document.title),
        "author": made_by(document),
        "keywords": ["Spreidingswet", short_text(document.name)],
        "date": document.made_on.timetuple()[:3],
        "language": document.language.code,
        "region": REGIONS[document.language.code],
        "subtitle": setting.text(document.subtitle),
        "pages": of_pages(document.language),
        "footer": f"{made_by(document)} \u00b7 {plain(document.identifier)[:SHORT_IDENTIFIER]}",
        "runs": [
            {"lying": run.lying, "blocks": [setting.block(one) for one in run.blocks]}
            for run in runs(document)
        ],
    }
    template = resources.files(__package__).joinpath("annex.typ").read_bytes()
    text = drawable(json.dumps(data, ensure_ascii=False))
    return {"main.typ": template, "document.json": text.encode(), **setting.pictures}


class _Setting:
    """The blocks of a document as the template reads them; pictures are kept beside them."""

    def __init__(self, document: Document) -> None:
        self.language: Language = document.language
        self.anchors = anchors(document)
        self.pictures: dict[str, bytes] = {}

    def text(self, text: str) -> str | dict[str, str]:
        """A text, with its language where that is not the document's."""
        shown = plain(text)
        if isinstance(text, Foreign) and self.language.code != text.tongue:
            return {"text": shown, "lang": text.tongue, "region": REGIONS[text.tongue]}
        return str(shown)

    def texts(self, texts: Iterable[str]) -> list[str | dict[str, str]]:
        return [self.text(one) for one in texts]

    def block(self, block: PaperBlock) -> dict[str, Any]:
        """A block as the template reads it: what it is, and what it says."""
        found: dict[str, Any]
        match block:
            case Heading():
                found = self._heading(block)
            case Paragraph():
                found = {
                    "is": "lead" if block.leads else "paragraph",
                    "text": self.text(block.text),
                }
            case Items():
                found = {"is": "items", "items": self.texts(block.items)}
            case Facts():
                found = {"is": "facts", "facts": list(self._facts(block))}
            case Attention():
                items = self.texts(block.items)
                found = {"is": "attention", "heading": self.text(block.heading), "items": items}
            case Steps():
                found = {"is": "steps", "steps": list(self._steps(block))}
            case Table():
                found = self._table(block)
            case Figure():
                found = self._figure(block)
        return found

    def _heading(self, heading: Heading) -> dict[str, Any]:
        text, level = self.text(heading.text), heading.level
        return {"is": "heading", "text": text, "level": level, "anchor": heading.anchor}

    def _facts(self, facts: Facts) -> Iterator[dict[str, Any]]:
        for one in facts.facts:
            label, value, note = self.texts((one.label, one.value, one.note))
            yield {"label": label, "value": value, "note": note}

    def _steps(self, steps: Steps) -> Iterator[dict[str, Any]]:
        for one in steps.steps:
            says, arithmetic, rests_on = self.texts((one.says, one.arithmetic, one.rests_on))
            yield {"says": says, "arithmetic": arithmetic, "rests_on": rests_on}

    def _table(self, table: Table) -> dict[str, Any]:
        linked = table.anchors or ("",) * len(table.rows)
        many = len(table.columns) > MANY_COLUMNS
        return {
            "is": "table",
            "caption": self.text(table.caption),
            "size": SIZE_OF_MANY_COLUMNS if many else SIZE_OF_TABLES,
            "headings": self.texts(column.heading for column in table.columns),
            "widths": widths(table, self.language),
            "right": [is_right(column) for column in table.columns],
            "rows": [
                self._row(row, table.columns, to)
                for row, to in zip(table.rows, linked, strict=True)
            ],
            "total": self._row(table.total, table.columns, "") if table.total else None,
            "notes": self.texts(table.notes),
        }

    def _row(self, row: tuple[Cell, ...], columns: tuple[Column, ...], to: str) -> list[Any]:
        """Cells; the first one links to `to`, if that is in this document."""
        cells = [
            {"text": self.text(written(cell, column, self.language)), "anchor": ""}
            for cell, column in zip(row, columns, strict=True)
        ]
        if to in self.anchors:
            cells[0]["anchor"] = to
        return cells

    def _figure(self, figure: Figure) -> dict[str, Any]:
        name = f"figure-{len(self.pictures) + 1}.svg"
        self.pictures[name] = as_svg(figure)
        return {
            "is": "figure",
            "file": name,
            "alternative": plain(figure.alternative) or None,
            "caption": self.text(figure.caption),
            "width": size_in_points(figure.drawing)[0],
        }
