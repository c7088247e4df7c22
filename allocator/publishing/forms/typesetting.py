# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Typst, as all forms use it: with its own fonts, so that bytes do not depend on the machine."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from allocator.publishing.forms.paper import UNKNOWN

# What the fonts are known to have; other characters are tried, one at a time.
LAST_KNOWN = "\u017f"
TRIED = '#set document(title: "one")\n#set text(font: "Libertinus Serif")\n#read("one.txt")'


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
    return typeset(files, format="pdf", pdf_standards=["ua-1"], timestamp=timestamp)


def drawable(text: str) -> str:
    """A text with only such characters as the fonts have."""
    missing = {one for one in set(text) if one > LAST_KNOWN and not _has_glyph(one)}
    return text.translate({ord(one): UNKNOWN for one in missing})


@cache
def _has_glyph(character: str) -> bool:
    """Whether the fonts have a character: PDF/UA refuses a text without glyphs."""
    import typst

    try:
        as_accessible_pdf({"main.typ": TRIED.encode(), "one.txt": character.encode()}, 0)
    except typst.TypstError:
        return False
    return True
