# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a citation is, and the words of a law that it rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text that travels with the program, to the letter.

    Attributes:
        text: the BWB id of the text, as in `scenarios/law/texts.csv`.
        article: its article, such as `2` or `2.1`; of a notice without articles its heading.
        paragraph: of the article (lid); empty where it has none that are numbered.
        quotation: the words, in Dutch; a test finds them in that paragraph.
        part: of the paragraph (onderdeel), such as `a`; empty where the whole is meant.
    """

    text: str
    article: str
    paragraph: str
    quotation: str
    part: str = ""

    @property
    def where(self) -> str:
        """The place in the text as lawyers of two languages read it: `art. 7(1)(a)`."""
        steps = "".join(f"({step})" for step in (self.paragraph, self.part) if step)
        return f"art. {self.article}{steps}"


@dataclass(frozen=True, slots=True)
class Source:
    """A text that a rule or a number rests on.

    Attributes:
        id: short name, by which results and documentation refer to it; saved runs hold it, so none
            is ever renamed.
        title: the name of the text.
        publication: where it was published, or the letter and its date.
        says: what it says on the point for which it is cited, in the project's words.
        passages: the words of the law that it rests on; empty for letters, press and books, whose
            texts do not travel with the program.
        quoted: the words of a letter that the packaged scenarios quote, in Dutch; empty where none
            are at hand.
    """

    id: str
    title: str
    publication: str
    says: str
    passages: tuple[Passage, ...] = ()
    quoted: str = ""

    def __str__(self) -> str:
        """The citation on one line: title and publication."""
        return f"{self.title} ({self.publication})"

    @property
    def words(self) -> str:
        """The words it rests on, in Dutch; empty where none are at hand."""
        return " […] ".join(one.quotation for one in self.passages) or self.quoted
