# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""A letter that is being written: its words, its arithmetic, and what it rests on."""

from __future__ import annotations

import re
from typing import Literal

from allocator.apportionment.by_hand import ROUNDED, held_by, line_of
from allocator.explanation.reading import Reading
from allocator.explanation.rounding import common_divisor
from allocator.publishing.document import Step
from allocator.publishing.languages import Language
from models import law
from models.division import Claim, Division
from models.law import Source
from models.places import Kind
from models.result import AreaResult, MunicipalityResult

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
RAMING_OF_THE_DECISION = "2024"
ROWS_LEFT_OUT = 2
AT_LEAST, AT_MOST = "at least ", "at most "


class Writing:
    """A letter that is being written: of whom, in what language, how shortly, and on what it rests.

    Attributes:
        brevity: 0 says everything. From 1 the overview is left out, from 2 the rows of tables,
            from 3 the arithmetic of the share, from 4 who else is in a merge.
        notes: what a saved run is worth, where that is less than one that was made now.
        sources: the ids of what was cited, in the order of the steps.
    """

    def __init__(
        self,
        reading: Reading,
        one: MunicipalityResult,
        language: Language,
        brevity: int,
        notes: tuple[str, ...] = (),
    ) -> None:
        """Begin without sources."""
        self.reading, self.one, self.language, self.brevity = reading, one, language, brevity
        self.say, self.notes = language.say, notes
        self.sources: dict[str, None] = {}

    @property
    def area(self) -> AreaResult:
        """The area in which the municipality helps to close the rest."""
        return self.reading.areas[self.one.province, self.reading.area_of(self.one)]

    @property
    def known_by_place(self) -> bool:
        """Whether it is known what counts with the municipality itself."""
        result, province = self.reading.result, self.one.province
        return self.area.known and all(one.area != province for one in result.reports)

    @property
    def left(self) -> str:
        """What this brevity leaves out."""
        say = self.say
        said = (
            say("the overview"),
            say("the rows of the tables"),
            say("the arithmetic of the share"),
            say("who else is in a merge"),
        )
        return self.language.listed(said[: self.brevity])

    def step(
        self,
        says: list[str],
        arithmetic: list[str],
        *sources: Source | str,
        rows: tuple[str, ...] = (),
    ) -> Step:
        """A step, with what it rests on kept for the end."""
        found = [source if isinstance(source, str) else source.id for source in sources]
        self.sources |= dict.fromkeys(name for name in found if name in law.CITATIONS)
        shown = dict.fromkeys(row for row in rows if row) if self.brevity < ROWS_LEFT_OUT else {}
        return Step(
            " ".join(filter(None, says)), "; ".join(filter(None, arithmetic)), "; ".join(shown)
        )

    def cited(self, source: Source) -> str:
        """A source with its publication."""
        said = self.say(str(source))
        if source is law.DECISION and self.reading.result.raming != RAMING_OF_THE_DECISION:
            return f"{said}, {self.say('by analogy')}"
        return said

    def places(self, places: int) -> str:
        """`13 places`, of any kind."""
        return self.say("1 place") if places == 1 else self.say("{n} places", n=places)

    def many(self, places: int, kind: Kind) -> str:
        """`13 regular places`."""
        say = self.say
        if kind == "amv":
            return say("1 amv place") if places == 1 else say("{n} amv places", n=places)
        return say("1 regular place") if places == 1 else say("{n} regular places", n=places)

    def kind(self, kind: Kind) -> str:
        """What a kind is called in front of its arithmetic."""
        return self.say("amv") if kind == "amv" else self.say("regular")

    def line(self, division: Division, claim: Claim) -> str:
        """The arithmetic with the divisor, in this language."""
        return self.arithmetic(line_of(self._by_divisor(division, claim), claim))

    def held_by(self, division: Division, claim: Claim) -> Literal["minimum", "maximum"] | None:
        """Which bound decided its places instead of the divisor."""
        return held_by(self._by_divisor(division, claim), claim)

    def _by_divisor(self, division: Division, claim: Claim) -> Division:
        coupled = division.method == "least_squares"
        return common_divisor(self.reading, division, claim) if coupled else division

    def arithmetic(self, line: str) -> str:
        """`136 / 10.155 ≈ 13.392, rounded ...: 13` with the signs and words of this language."""
        return ", ".join(self._part(part) for part in line.split(", ")) if line else ""

    def _part(self, part: str) -> str:
        words, colon, numbers = part.partition(": ")
        for opening in (AT_LEAST, AT_MOST):
            if words.startswith(opening):
                bound = int(words.removeprefix(opening).replace(",", ""))
                text = "at least {n}" if opening == AT_LEAST else "at most {n}"
                return f"{self.say(text, n=bound)}{colon}{self._numbers(numbers)}"
        if colon:
            words = "rounded" if words == ROUNDED["sainte_lague"] else words
            return f"{self.say(words)}{colon}{self._numbers(numbers)}"
        return self._numbers(part)

    def _numbers(self, text: str) -> str:
        text = text.replace(" or ", f" {self.say('or')} ").replace(" x ", " × ")
        return NUMBER.sub(lambda found: self._number(found[0]), text)

    def _number(self, written: str) -> str:
        """A decimal number as it was printed, zeros at its end too."""
        whole, point, decimals = written.replace(",", "").partition(".")
        digits = self.language.number(int(whole))
        return f"{digits}{self.language.comma if point else ''}{decimals}"
