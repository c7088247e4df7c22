# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""The texts of the law that travel with the program, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ARTICLE = re.compile(r"^## (?:Artikel (?P<number>[\d.]+)\. )?(?P<heading>.+)$")
_PARAGRAPH = re.compile(r"^(\d+)\. ")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph (lid) of a text.

    Attributes:
        text: the BWB id of the text.
        article: its number; of a notice without articles, its heading.
        heading: what the article is called.
        number: of the paragraph; empty where the article has none.
        words: the paragraph itself, with single spaces and without marks of bold type.
    """

    text: str
    article: str
    heading: str
    number: str
    words: str


def paragraphs(text: str, written: str) -> Iterator[Paragraph]:
    """Every paragraph of a text as it lies in `scenarios/law`.

    Args:
        text: its BWB id.
        written: Markdown, a heading for each article and a numbered item for each paragraph.
    """
    for part in re.split(r"^(?=## )", written, flags=re.MULTILINE)[1:]:
        title, _, body = part.partition("\n")
        found = _ARTICLE.match(title)
        heading = found["heading"] if found else ""
        article = (found["number"] if found else "") or heading
        for words in filter(None, re.split(r"^(?=\d+\. )", body.strip(), flags=re.MULTILINE)):
            numbered = _PARAGRAPH.match(words)
            number = numbered[1] if numbered else ""
            yield Paragraph(text, article, heading, number, _plain(_PARAGRAPH.sub("", words)))


def _plain(words: str) -> str:
    return " ".join(words.replace("**", "").split())
