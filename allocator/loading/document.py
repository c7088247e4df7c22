# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""YAML documents as plain values, with the line and column of each.

A small part of YAML 1.2 is enough for a scenario: mappings, lists and scalars. Anchors, aliases,
tags, directives and several documents in one file serve only attacks and accidents, and are
refused; so are numbers that other readers of YAML read differently, such as 0363 or 1_000.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError
from ruamel.yaml.events import AliasEvent, DocumentStartEvent, Event
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from allocator.loading.files import Content, fault
from allocator.loading.text import steering_letter, utf8
from models.fault import SHOWN_LETTERS, Faults, InputError, Place, quoted

Keys = tuple[str | int, ...]

# The largest real scenario names every municipality once; parsing takes 0.02 s for each 1,000.
MOST_BYTES = 200_000
MOST_DEPTH = 20
MOST_SCALAR = 10_000
MOST_DIGITS = 30
PLAIN_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML document.

    Attributes:
        value: dicts, lists, texts, integers, floats, booleans, dates and None.
        places: where each value stands, by its path of keys and indexes.
        written: each single value as it stands in the file, by its path.
    """

    value: Any
    places: dict[Keys, Place]
    written: dict[Keys, str]


def parse(content: Content) -> Document:
    """Read one YAML document.

    Raises:
        InputError: with line and column of whatever is not plain YAML.
    """
    text = _text(content)
    reader = _Reader(content.name)
    try:
        _refuse_cleverness(content.name, _yaml().parse(text))
        value = reader.value(_yaml().compose(text), ())
    except MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        where = Place(content.name, mark.line + 1, mark.column + 1) if mark else Place(content.name)
        what = (problem.problem or problem.context or "this is not YAML").replace("\t", "\\t")
        remedy = (
            "Indent with spaces." if "\\t" in what else "Correct this line, or put it in quotes."
        )
        raise fault("not-yaml", where, what, remedy) from problem
    except (YAMLError, YAMLStreamError, ValueError) as problem:
        what = str(problem).splitlines()[0]
        raise fault("not-yaml", Place(content.name), what, "Correct the file.") from problem
    reader.faults.raise_if_any()
    return Document(value, reader.places, reader.written)


def scalar(written: str, where: Place) -> Any:
    """The value of a text given to an option, read as in a file: `25`, `null`, `[PV23]`.

    Raises:
        InputError: if it is not YAML.
    """
    try:
        data = written.encode()
    except UnicodeEncodeError as problem:
        raise fault("not-utf8", where, "not UTF-8 text", "Write it in UTF-8.") from problem
    try:
        return parse(Content(str(where), data)).value if written.strip() else ""
    except InputError as error:
        # The line and column within an option lead nobody anywhere.
        raise InputError([one.at(where) for one in error.faults]) from error


def _yaml() -> YAML:
    return YAML(typ="safe", pure=True)


def _text(content: Content) -> str:
    if len(content.data) > MOST_BYTES:
        raise fault(
            "file-too-large",
            Place(content.name),
            f"the scenario has {len(content.data):,} bytes",
            "Put tables in a CSV or XLSX file.",
            f"A scenario of more than {MOST_BYTES:,} bytes is not written by a person.",
        )
    return utf8(content)


def _refuse_cleverness(name: str, events: Iterable[Event]) -> None:
    documents = depth = 0
    for event in events:
        where = Place(name, event.start_mark.line + 1, event.start_mark.column + 1)
        kind = type(event).__name__
        depth += kind.endswith("StartEvent") - kind.endswith("EndEvent")
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if event.version or event.tags:
                raise fault("yaml-directive", where, "a directive", "Leave the line with % out.")
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise fault(
                "yaml-alias", where, "an anchor or alias", "Write the value out where it is meant."
            )
        if (tag := getattr(event, "ctag", None)) is not None:
            shown = str(tag).replace("tag:yaml.org,2002:", "!!")
            raise fault("yaml-tag", where, f"the tag {shown}", "Leave the tag out.")
        if documents > 1:
            raise fault("yaml-documents", where, "a second document", "Put it in its own file.")
        if depth > MOST_DEPTH:
            raise fault(
                "yaml-depth", where, f"nested deeper than {MOST_DEPTH}", "Nest less deeply."
            )


class _Reader:
    """Turns nodes into values and remembers where each stands, and as what."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.places: dict[Keys, Place] = {}
        self.written: dict[Keys, str] = {}
        self.faults = Faults()
        self._constructor = _yaml().constructor

    def value(self, node: Node | None, path: Keys) -> Any:
        if node is None:
            raise fault("empty-file", Place(self.name), "the file has no content", "Fill it.")
        self.places.setdefault(path, self._place(node))
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, ScalarNode)
        self.written[path] = quoted(node.value) if node.style else node.value[:SHOWN_LETTERS]
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
            self._refuse_steering(key_node)
            if key in found:
                self.faults.add(
                    "duplicate-key",
                    self._place(key_node),
                    f"{quoted(key)} stands here twice",
                    "Keep one of them.",
                )
            self.places[(*path, key)] = self._place(key_node)
            found[key] = self.value(value_node, (*path, key))
        return found

    def _scalar(self, node: ScalarNode) -> Any:
        # Python refuses to read very long integers; a place count never has so many digits.
        if len(node.value) > MOST_SCALAR:
            self.faults.add("too-long", self._place(node), "a very long value", "Shorten it.")
            return None
        self._refuse_steering(node)
        is_number = str(node.tag).endswith((":int", ":float"))
        if is_number and not PLAIN_NUMBER.fullmatch(node.value):
            self._refuse_number(node)
            return None
        if is_number and len(node.value) > MOST_DIGITS:
            what = f"a number of {len(node.value):,} characters"
            self.faults.add("too-large", self._place(node), what, "Correct the number.")
            return None
        try:
            return self._constructor.construct_object(node)
        except (YAMLError, ValueError, OverflowError):
            self.faults.add(
                "impossible-value",
                self._place(node),
                f"{quoted(node.value)} is not a possible value",
                "Write an existing date as YYYY-MM-DD, a text in quotes.",
            )
            return None

    def _refuse_number(self, node: ScalarNode) -> None:
        code = f"GM{node.value}" if re.fullmatch("[0-9]{4}", node.value) else "GM0363"
        self.faults.add(
            "odd-number",
            self._place(node),
            f"{node.value[:SHOWN_LETTERS]} is not a plain number",
            f"Write digits only, or put a text in quotes; a code is written {code}.",
            "Readers of YAML differ about it.",
        )

    def _refuse_steering(self, node: ScalarNode) -> None:
        if letter := steering_letter(node.value):
            self.faults.add(
                "control-character",
                self._place(node),
                f"a control character ({letter})",
                "Leave it out.",
            )


def nearest_place(places: Mapping[Keys, Place], path: Keys, fallback: Place) -> Place:
    """Where a value stands, or the nearest thing around it that stands anywhere."""
    while path and path not in places:
        path = path[:-1]
    return places.get(path, fallback)
