# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""YAML documents as plain values, with the line and column of each.

A small part of YAML 1.2 is enough for a scenario: mappings, lists and scalars. Anchors, aliases,
tags, directives and several documents in one file serve only attacks and accidents, and are
refused; so are numbers that other readers of YAML read differently, such as 0363 or 1_000.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)
from ruamel.yaml.nodes import ScalarNode

from allocator.loading.files import Content, fault
from allocator.loading.text import steering_letter, utf8
from models.fault import SHOWN_LETTERS, Faults, InputError, Place, quoted

Keys = tuple[str | int, ...]

# A scenario that names every municipality in every setting has fewer; parsing takes 1 s at worst.
MOST_BYTES = 100_000
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

    def copied(self) -> Document:
        """Another that may be changed while this one stays as it is."""
        return Document(copied(self.value), dict(self.places), dict(self.written))


def copied(value: Any) -> Any:
    """A value whose dicts and lists may be changed while the other stays as it is."""
    if isinstance(value, dict):
        return {key: copied(inside) for key, inside in value.items()}
    return [copied(inside) for inside in value] if isinstance(value, list) else value


def parse(content: Content) -> Document:
    """Read one YAML document.

    Raises:
        InputError: with line and column of whatever is not plain YAML.
    """
    text = _text(content)
    reader = _Reader(content.name, text)
    try:
        value = reader.document()
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


def _plain(name: str, events: Iterable[Event]) -> Iterator[Event]:
    """The events of one document without cleverness.

    Raises:
        InputError: for an anchor, an alias, a tag, a directive, a second document, or nesting.
    """
    documents = depth = 0
    for event in events:
        where = Place(name, event.start_mark.line + 1, event.start_mark.column + 1)
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
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > MOST_DEPTH:
            what = f"nested deeper than {MOST_DEPTH}"
            raise fault("yaml-depth", where, what, "Nest less deeply.")
        if isinstance(event, NodeEvent | CollectionEndEvent):
            yield event


class _PlainYAML(YAML):
    """YAML without plug-ins, which it would look for on disk at every document."""

    def official_plug_ins(self) -> list[str]:
        return []


class _Reader:
    """Turns events into values and remembers where each stands, and as what."""

    def __init__(self, name: str, text: str) -> None:
        yaml = _PlainYAML(typ="safe", pure=True)
        self.name = name
        self.places: dict[Keys, Place] = {}
        self.written: dict[Keys, str] = {}
        self.faults = Faults()
        self._events = _plain(name, yaml.parse(text))
        self._resolver, self._constructor = yaml.resolver, yaml.constructor

    def document(self) -> Any:
        first = next(self._events, None)
        if first is None:
            raise fault("empty-file", Place(self.name), "the file has no content", "Fill it.")
        value = self._value(first, ())
        for _ in self._events:  # a second document is refused when it is met
            raise AssertionError("a document has one root")
        return value

    def _value(self, event: Event, path: Keys) -> Any:
        self.places.setdefault(path, self._place(event))
        if isinstance(event, MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(item := next(self._events), CollectionEndEvent):
                items.append(self._value(item, (*path, len(items))))
            return items
        assert isinstance(event, ScalarEvent)
        self.written[path] = quoted(event.value) if event.style else event.value[:SHOWN_LETTERS]
        return self._scalar(event)

    def _place(self, event: Event) -> Place:
        return Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _mapping(self, path: Keys) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self._events), CollectionEndEvent):
            where = self._place(event)
            if not isinstance(event, ScalarEvent):
                raise fault("not-a-key", where, "a key that is not a word", "Use a word.")
            key = str(event.value)
            self._refuse_steering(event)
            if key in found:
                what = f"{quoted(key)} stands here twice"
                self.faults.add("duplicate-key", where, what, "Keep one of them.")
            self.places[(*path, key)] = where
            found[key] = self._value(next(self._events), (*path, key))
        return found

    def _scalar(self, event: ScalarEvent) -> Any:
        written, where = event.value, self._place(event)
        if len(written) > MOST_SCALAR:
            self.faults.add("too-long", where, "a very long value", "Shorten it.")
            return None
        self._refuse_steering(event)
        tag = self._resolver.resolve(ScalarNode, written, event.implicit)
        if str(tag).endswith((":int", ":float")):
            if not PLAIN_NUMBER.fullmatch(written):
                self._refuse_number(event)
                return None
            if len(written) > MOST_DIGITS:
                what = f"a number of {len(written):,} characters"
                self.faults.add("too-large", where, what, "Correct the number.")
                return None
        try:
            return self._constructor.construct_object(ScalarNode(tag, written))
        except (YAMLError, ValueError, OverflowError):
            self.faults.add(
                "impossible-value",
                where,
                f"{quoted(written)} is not a possible value",
                "Write an existing date as YYYY-MM-DD, a text in quotes.",
            )
            return None

    def _refuse_number(self, event: ScalarEvent) -> None:
        code = f"GM{event.value}" if re.fullmatch("[0-9]{4}", event.value) else "GM0363"
        self.faults.add(
            "odd-number",
            self._place(event),
            f"{event.value[:SHOWN_LETTERS]} is not a plain number",
            f"Write digits only, or put a text in quotes; a code is written {code}.",
            "Readers of YAML differ about it.",
        )

    def _refuse_steering(self, event: ScalarEvent) -> None:
        if letter := steering_letter(event.value):
            self.faults.add(
                "control-character",
                self._place(event),
                f"a control character ({letter})",
                "Leave it out.",
            )


def nearest_place(places: Mapping[Keys, Place], path: Keys, fallback: Place) -> Place:
    """Where a value stands, or the nearest thing around it that stands anywhere."""
    while path and path not in places:
        path = path[:-1]
    return places.get(path, fallback)
