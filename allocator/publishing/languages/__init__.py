# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Languages: the words, numbers and dates of a report.

English is the language of the program, so English texts are the keys of the phrase books. `say` is
for texts of the reports themselves; `repeat` is for finished sentences of the program (reasons,
notices, derivations), which a saved run has only in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import ClassVar, Literal

from allocator.publishing.languages import dutch
from allocator.publishing.languages.sentences import PhraseBook
from models.places import Places

Code = Literal["nl", "en"]


class Foreign(str):
    """A text in English in a report that is not: no phrase book has it. Forms mark its language."""

    __slots__ = ()
    tongue: ClassVar[Code] = "en"


class Dutch(Foreign):
    """Words of a Dutch text, to the letter: a translation would not be what it says."""

    __slots__ = ()
    tongue = "nl"


@dataclass(frozen=True)
class Language:
    """How a report says things.

    Attributes:
        code: as BCP 47 has it.
        thousands: between groups of three digits.
        comma: before decimals.
        months: their names.
        phrases: what an English text of the reports is in this language; English has none.
        sentences: the same of what the program says, as patterns.
    """

    code: Code
    thousands: str
    comma: str
    months: tuple[str, ...]
    phrases: Mapping[str, str]
    sentences: PhraseBook | None

    def say(self, text: str, /, **values: str | int | Fraction | date | Places) -> str:
        """A text of the reports with its values filled in, each as this language writes it.

        Args:
            text: in English, as the phrase books have it: `{name} makes {places} possible`.
            values: numbers, dates and places are written out; texts are taken as they are.

        Raises:
            KeyError: if the phrase book does not have it, which a test finds for every text.
        """
        found = text if self.code == "en" else self.phrases[text]
        return found.format_map({name: self.written(value) for name, value in values.items()})

    def repeat(self, sentence: str) -> str:
        """A sentence of the program in this language; `Foreign` where there is no phrase for it."""
        if self.sentences is None or not sentence:
            return sentence
        return self.sentences.translated(sentence) or Foreign(sentence)

    def arithmetic(self, text: str) -> str:
        """A line of arithmetic of the program; `Foreign` where it holds anything else."""
        if self.sentences is None or not text:
            return text
        return self.sentences.arithmetic(text) or Foreign(text)

    def written(self, value: str | int | Fraction | date | Places) -> str:
        """A value as this language writes it."""
        if isinstance(value, str):
            return value
        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, Places):
            return self.places(value)
        return self.number(value)

    def number(self, value: int | Fraction, decimals: int = 3) -> str:
        """A number to so many decimals at most; ≈ where that is not all of it."""
        scaled = abs(Fraction(value)) * 10**decimals
        rounded = int(scaled + Fraction(1, 2))
        digits = f"{rounded // 10**decimals:,}".replace(",", self.thousands)
        fraction = str(rounded % 10**decimals).rjust(decimals, "0").rstrip("0") if decimals else ""
        sign = "-" if value < 0 and rounded else ""
        about = "" if rounded == scaled else "≈"
        return f"{about}{sign}{digits}{self.comma if fraction else ''}{fraction}"

    def percent(self, part: Fraction, decimals: int = 1) -> str:
        """A part of one as a percentage: 1/2 is 50 %."""
        return f"{self.number(part * 100, decimals)} %"

    def signed(self, value: int | Fraction, decimals: int = 3) -> str:
        """A change, with its sign."""
        return f"+{self.number(value, decimals)}" if value > 0 else self.number(value, decimals)

    def date(self, day: date) -> str:
        """A day in words: 1 februari 2026."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def places(self, places: Places) -> str:
        """`22 places of which 9 amv`."""
        if places.total == 1:
            return self.say("1 place of which {amv} amv", amv=places.amv)
        return self.say("{total} places of which {amv} amv", total=places.total, amv=places.amv)

    def listed(self, names: tuple[str, ...] | list[str]) -> str:
        """Names in a row: Almelo, Borne and Hengelo."""
        if len(names) < 2:  # noqa: PLR2004 - one name is no row
            return "".join(names)
        return f"{', '.join(names[:-1])} {self.say('and')} {names[-1]}"


ENGLISH = Language(
    code="en",
    thousands=",",
    comma=".",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    phrases={},
    sentences=None,
)
DUTCH = Language(
    code="nl",
    thousands=".",
    comma=",",
    months=dutch.MONTHS,
    phrases=dutch.PHRASES,
    sentences=PhraseBook(dutch.SENTENCES, dutch.WORDS, dutch.WORDING),
)

LANGUAGES: Mapping[Code, Language] = {"nl": DUTCH, "en": ENGLISH}
