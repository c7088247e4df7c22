# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bytes become text: encodings that can be told apart, and no letter that is none."""

from __future__ import annotations

import re
from typing import Any

from allocator.loading.files import Content, fault
from models.fault import Place, quoted

# What steers a terminal, breaks a line unseen, or cannot be written as UTF-8.
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
LINE_END = re.compile("\r\n|\r|\n")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def utf8(content: Content) -> str:
    """The text of a file that has to be UTF-8.

    Raises:
        InputError: with the line that is not, or the place of a control character.
    """
    try:
        text = content.data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise fault(
            "not-utf8",
            _line_of(content, problem.start),
            "this line is not UTF-8 text",
            "Save the file as UTF-8.",
        ) from problem
    _refuse_steering(content.name, text)
    return text


def utf8_or_windows_1252(content: Content) -> str:
    """The text of a table: UTF-8, or what Excel saves as "CSV" in the Netherlands.

    Raises:
        InputError: if it is neither, or could be both.
    """
    if content.data.startswith(UTF_16):
        raise fault(
            "not-text", Place(content.name), "the file is UTF-16 text", "Save it as CSV in UTF-8."
        )
    try:
        text = content.data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        text = _windows_1252(content, problem.start)
    _refuse_steering(content.name, text)
    return text


def steering_letter(text: str) -> str | None:
    """The first control character of a text, as `U+001B`; None if there is none."""
    found = STEERING.search(text)
    return f"U+{ord(found.group()):04X}" if found else None


def each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON, for `object_pairs_hook`: which of two values is meant is never guessed.

    Raises:
        ValueError: if a key stands in it twice.
    """
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"{quoted(key)} stands in one object twice")
        found[key] = value
    return found


def _windows_1252(content: Content, first: int) -> str:
    bare = content.data.decode("utf-8", "ignore")
    if not bare.isascii():
        raise fault(
            "mixed-encoding",
            _line_of(content, first),
            "this line is not UTF-8 text, and other lines of the file are",
            "Save the whole file as CSV in UTF-8.",
            "Which letters are meant is not clear.",
        )
    try:
        return content.data.decode("windows-1252")
    except UnicodeDecodeError as problem:
        raise fault(
            "not-text",
            _line_of(content, problem.start),
            "this line is neither UTF-8 nor Windows-1252 text",
            "Save the file as CSV in UTF-8.",
        ) from problem


def _line_of(content: Content, position: int) -> Place:
    before = content.data[:position].decode("latin-1")
    return Place(content.name, len(LINE_END.findall(before)) + 1)


def _refuse_steering(name: str, text: str) -> None:
    found = STEERING.search(text)
    if found:
        before = LINE_END.split(text[: found.start()])
        raise fault(
            "control-character",
            Place(name, len(before), len(before[-1]) + 1),
            f"a control character (U+{ord(found.group()):04X})",
            "Remove it.",
            "It is no letter, and shows as nothing or as something else.",
        )
