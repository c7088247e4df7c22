# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Typst, as all forms use it: with its own fonts, so that bytes do not depend on the machine."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from allocator.publishing.forms.plain import UNKNOWN

# What the fonts are known to have; everything else is tried.
LAST_KNOWN = "\u017f"
UNTRIED = re.compile(rf"[^\u0000-{LAST_KNOWN}]")
# A character that no font has, as Unicode promises never to give it a meaning.
NOBODY_HAS = "\uffff"
LINE = 10
# So many compilations later Typst forgets what it has not used again.
COMPILATIONS_KEPT = 11
TRIED = f"""#set page(width: auto, height: auto, margin: 0pt)
#set text(font: "Libertinus Serif", size: {LINE}pt)
#for (at, one) in json("tried.json").enumerate() {{ place(dy: at * {LINE}pt, text(one)) }}
"""
GLYPH = re.compile(r'<g transform="matrix\(1 0 0 -1 \S+ (\S+)\)"><use xlink:href="#(\w+)"')


def typeset(files: Mapping[str, bytes], **options: Any) -> bytes:
    """What Typst makes of files, of which `main.typ` is the first.

    Raises:
        ModuleNotFoundError: if the extra `report` is not installed.
        typst.TypstError: if it refuses them.
    """
    import typst

    compiled: Any = typst.compile  # its types do not know of files in memory
    return bytes(compiled(dict(files), ignore_system_fonts=True, **options))


def as_accessible_pdf(files: Mapping[str, bytes], timestamp: int) -> bytes:
    """The same as PDF/UA-1, made at a time in seconds since 1970."""
    try:
        return typeset(files, format="pdf", pdf_standards=["ua-1"], timestamp=timestamp)
    finally:
        # It keeps what it made, for whoever compiles the same again soon: 50 MB for a province.
        for _ in range(COMPILATIONS_KEPT):
            typeset({"main.typ": b""}, format="svg")


def drawable(text: str) -> str:
    """A text with only what the fonts can draw: PDF/UA refuses a text without glyphs.

    A letter and the marks on it have to stand in one font, so those are tried together too.
    """
    if not UNTRIED.search(text):
        return text
    found = dict.fromkeys(piece for piece in _pieces(text) if UNTRIED.search(piece))
    alone = dict.fromkeys(letter for piece in found for letter in UNTRIED.findall(piece))
    missing = _missing([*alone, *(piece for piece in found if len(piece) > 1)])
    shown = {piece: _replaced(piece, missing) for piece in found}
    return "".join(shown.get(piece, piece) for piece in _pieces(text))


def _pieces(text: str) -> list[str]:
    """Each letter with the marks on it."""
    found: list[str] = []
    for letter in text:
        if found and unicodedata.category(letter).startswith("M"):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _replaced(piece: str, missing: frozenset[str]) -> str:
    """A letter stays where a font has it, and the marks on it where the same font has them."""
    letter, marks = piece[0], piece[1:]
    base = UNKNOWN if letter in missing else letter
    if piece in missing or missing.intersection(piece):
        return base + UNKNOWN * len(marks)
    return piece


def _missing(pieces: Sequence[str]) -> frozenset[str]:
    """The pieces that no font draws whole, all tried at once.

    Each is drawn on a line of its own; what is missing has the glyph of the first line, where a
    character stands that nobody has.
    """
    tried = json.dumps([NOBODY_HAS, *pieces]).encode()
    drawn = typeset({"main.typ": TRIED.encode(), "tried.json": tried}, format="svg").decode()
    found = [(int(float(at) // LINE), glyph) for at, glyph in GLYPH.findall(drawn)]
    without = {glyph for line, glyph in found if line == 0}
    return frozenset(pieces[line - 1] for line, glyph in found if line and glyph in without)
