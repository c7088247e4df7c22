# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""YAML documents as plain values, with the line and column of each.

A small part of YAML 1.2 is enough for a scenario: mappings, lists and scalars. Anchors, aliases,
tags and several documents in one file serve only attacks and accidents, and are refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError
from ruamel.yaml.events import AliasEvent, DocumentStartEvent, Event
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from allocator.loading.files import Content, fault
from models.fault import Faults, Place

Keys = tuple[str | int, ...]

MOST_DEPTH = 20
MOST_SCALAR = 10_000


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML document.

    Attributes:
        value: dicts, lists, texts, integers, floats, booleans, dates and None.
        places: where each value stands, by its path of keys and indexes.
    """

    value: Any
    places: dict[Keys, Place]


def parse(content: Content) -> Document:
    """Read one YAML document.

    Raises:
        InputError: with line and column of whatever is not plain YAML.
    """
    text = _text(content)
    try:
        _refuse_cleverness(content.name, YAML(typ="rt", pure=True).parse(text))
        node = YAML(typ="rt", pure=True).compose(text)
        reader = _Reader(content.name)
        value = reader.value(node, ())
    except MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        where = Place(content.name, mark.line + 1, mark.column + 1) if mark else Place(content.name)
        what = (problem.problem or problem.context or "this is not YAML").replace("\t", "\\t")
        raise fault("not-yaml", where, what, "Correct this line.") from problem
    except (YAMLError, YAMLStreamError, ValueError) as problem:
        what = str(problem).splitlines()[0]
        raise fault("not-yaml", Place(content.name), what, "Correct the file.") from problem
    reader.faults.raise_if_any()
    return Document(value, reader.places)


def scalar(written: str, name: str) -> Any:
    """The value of a text given to an option, read as in a file: `25`, `null`, `[PV23]`.

    Raises:
        InputError: if it is not YAML.
    """
    return parse(Content(name, written.encode())).value if written.strip() else ""


def _text(content: Content) -> str:
    try:
        text = content.data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.data[: problem.start].count(b"\n") + 1
        raise fault(
            "not-utf8",
            Place(content.name, line),
            "this line is not UTF-8 text",
            "Save the file as UTF-8.",
        ) from problem
    for line, content_of_line in enumerate(text.split("\n"), start=1):
        odd = next((c for c in content_of_line if c < " " and c not in "\t\r"), None)
        if odd is not None:
            raise fault(
                "control-character",
                Place(content.name, line, content_of_line.index(odd) + 1),
                f"a control character (U+{ord(odd):04X})",
                "Remove it.",
            )
    return text


def _refuse_cleverness(name: str, events: Iterable[Event]) -> None:
    documents = depth = 0
    for event in events:
        where = Place(name, event.start_mark.line + 1, event.start_mark.column + 1)
        kind = type(event).__name__
        depth += kind.endswith("StartEvent") - kind.endswith("EndEvent")
        documents += isinstance(event, DocumentStartEvent)
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise fault(
                "yaml-alias", where, "an anchor or alias", "Write the value out where it is meant."
            )
        if (tag := getattr(event, "ctag", None)) is not None:
            raise fault("yaml-tag", where, f"the tag {tag}", "Leave the tag out.")
        if documents > 1:
            raise fault("yaml-documents", where, "a second document", "Put it in its own file.")
        if depth > MOST_DEPTH:
            raise fault(
                "yaml-depth", where, f"nested deeper than {MOST_DEPTH}", "Nest less deeply."
            )


class _Reader:
    """Turns nodes into values and remembers where each stands."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.places: dict[Keys, Place] = {}
        self.faults = Faults()
        self._constructor = YAML(typ="safe", pure=True).constructor

    def value(self, node: Node | None, path: Keys) -> Any:
        if node is None:
            raise fault("empty-file", Place(self.name), "the file has no content", "Fill it.")
        self.places.setdefault(path, self._place(node))
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._scalar(node)

    def _place(self, node: Node) -> Place:
        return Place(self.name, node.start_mark.line + 1, node.start_mark.column + 1)

    def _mapping(self, node: MappingNode, path: Keys) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self.faults.add(
                    "not-a-key", self._place(key_node), "a key that is not a word", "Use a word."
                )
                continue
            key = str(key_node.value)
            if key in found:
                self.faults.add(
                    "duplicate-key",
                    self._place(key_node),
                    f"{key!r} stands here twice",
                    "Keep one of them.",
                )
            self.places[(*path, key)] = self._place(key_node)
            found[key] = self.value(value_node, (*path, key))
        return found

    def _scalar(self, node: Node) -> Any:
        # Python refuses to read very long integers; a place count never has so many digits.
        if len(node.value) > MOST_SCALAR:
            self.faults.add("too-long", self._place(node), "a very long value", "Shorten it.")
            return None
        try:
            return self._constructor.construct_object(node)
        except (YAMLError, ValueError, OverflowError):
            self.faults.add(
                "impossible-value",
                self._place(node),
                f"{node.value[:40]!r} is not a possible value",
                "Write an existing date as YYYY-MM-DD, a text in quotes.",
            )
            return None


def nearest_place(places: Mapping[Keys, Place], path: Keys, fallback: Place) -> Place:
    """Where a value stands, or the nearest thing around it that stands anywhere."""
    while path and path not in places:
        path = path[:-1]
    return places.get(path, fallback)
