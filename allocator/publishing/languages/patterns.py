# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Patterns: an English sentence with slots, and the same sentence in another language.

English: `{slot}`, and `[is|are]` for words that follow from others. The other language: `{slot}`,
and `{slot|telt|tellen}` for the word that goes with one or with more of what stands in the slot.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from allocator.publishing.languages.slots import FREE, SORTS

_ENGLISH = re.compile(r"\{(?P<slot>\w+)\}|\[(?P<either>[^\]{}]*\|[^\]{}]*)\]")
_OTHER = re.compile(r"\{(?P<slot>\w+)(?:\|(?P<one>[^|}]*)\|(?P<more>[^|}]*))?\}")


def sort_of(slot: str) -> str:
    """The sort of a slot: `number` of `number_left`."""
    return slot.partition("_")[0]


@dataclass(frozen=True)
class Pattern:
    """A sentence in two languages.

    Attributes:
        english: with slots.
        other: the same in the other language.
        words: the tables of words that slots are of, by sort.
    """

    english: str
    other: str
    words: Mapping[str, Mapping[str, str]]

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """The names of its slots, in order."""
        return tuple(found["slot"] for found in _ENGLISH.finditer(self.english) if found["slot"])

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """The texts between its slots."""
        pieces = re.split(r"\{\w+\}|\[[^\]{}]*\|[^\]{}]*\]", self.english)
        return tuple(piece for piece in pieces if piece)

    @cached_property
    def free_words(self) -> frozenset[str]:
        """Its words that stand free: no slot beside them can make them longer."""
        without = _ENGLISH.sub("\0", self.english)
        return frozenset(re.findall(r"(?<![\w\0])\w+(?![\w\0])", without))

    @cached_property
    def shortest(self) -> re.Pattern[str]:
        """What fits it, with the shortest texts in its free slots."""
        return self._expression(".+?")

    @cached_property
    def longest(self) -> re.Pattern[str]:
        """What fits it, with the longest texts: for names that hold what comes behind them."""
        return self._expression(".+")

    @staticmethod
    def _is_free(slot: str) -> bool:
        return sort_of(slot) in FREE

    def _expression(self, free: str) -> re.Pattern[str]:
        """The pattern as a regular expression.

        A free slot ends where the pattern goes on up to the next free slot, and is never looked at
        again (an atomic group): with the shortest texts whatever fits at all fits so, and the time
        grows with the length of a text and not with the ways to read it.
        """
        said, open_, place = "", False, 0
        for found in _ENGLISH.finditer(self.english):
            said += re.escape(self.english[place : found.start()])
            place = found.end()
            if found["slot"] is None:
                said += f"(?:{'|'.join(map(re.escape, found['either'].split('|')))})"
            elif self._is_free(found["slot"]):
                said += f"{')' if open_ else ''}(?>(?P<{found['slot']}>{free})"
                open_ = True
            else:
                said += f"(?P<{found['slot']}>{self._of(sort_of(found['slot']))})"
        said += re.escape(self.english[place:])
        return re.compile(rf"{said}\Z{')' if open_ else ''}", re.DOTALL)

    def _of(self, sort: str) -> str:
        """The regular expression of what stands in a slot that is not free."""
        if sort in self.words:
            longest = sorted(self.words[sort], key=lambda word: (-len(word), word))
            return "|".join(map(re.escape, longest))
        return SORTS[sort][0]

    def filled(self, written: Mapping[str, str], found: Mapping[str, str]) -> str:
        """The sentence in the other language.

        Args:
            written: what stands in each slot, in the other language.
            found: the same as it was in English.
        """

        def one(slot: re.Match[str]) -> str:
            if slot["one"] is None:
                return written[slot["slot"]]
            single = found[slot["slot"]].split(" ")[0] == "1"
            return slot["one"] if single else slot["more"]

        return _OTHER.sub(one, self.other)
