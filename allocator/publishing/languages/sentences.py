# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sentences of the program in another language: patterns with slots.

A saved run has what the program said in English only, with names from files that nobody checked.
So a sentence is read by patterns, and what stands in its slots is written by the sort of the slot.
Of all ways to read a sentence the one is taken in which the fewest characters are left as they
are; among equals the pattern that comes first in the alphabet. Nothing that was read is read again
as a pattern, and whatever takes too many attempts has no translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from allocator.publishing.languages.patterns import Pattern, sort_of
from allocator.publishing.languages.slots import (
    AS_THEY_ARE,
    NESTED,
    SEPARATORS,
    SORTS,
    Wording,
    arithmetic,
)

MOST_CHARACTERS = 5_000
MOST_ATTEMPTS = 2_000
MOST_JOINED = 5
MOST_PARTS = 60
DEEPEST = 6
REMEMBERED = 20_000

_WORD = re.compile(r"\w+")
_FILE = re.compile(
    r"(?:[^\s:]{1,200} ){0,3}[^\s:]{1,200}\.(?:csv|tsv|yaml|yml|xlsx|json)(?::[^\n:]{1,60}){1,3}"
    r"|[^\s:]{1,200}\.(?:csv|tsv|yaml|yml|xlsx|json)"
    r"|--[a-z][^\n]{0,500}"
)
"""A file with the line of it, a file, or an option: as it is in every language."""


class Read(NamedTuple):
    """A text in the other language, and how many characters of it were left as they are."""

    kept: int
    pattern: str
    text: str


class PhraseBook:
    """What sentences are in another language."""

    def __init__(
        self,
        sentences: Mapping[str, str],
        words: Mapping[str, Mapping[str, str]],
        wording: Wording,
    ) -> None:
        """Take the patterns.

        Args:
            sentences: English with slots, and the same in the other language.
            words: tables of words; a slot of such a name holds a word of it.
            wording: how numbers, dates and places are written.
        """
        self.words, self.wording = words, wording
        self.patterns = tuple(
            Pattern(english.removesuffix("."), other.removesuffix("."), words)
            for english, other in sorted(sentences.items())
        )
        self.exact = {one.english: one.other for one in self.patterns if not one.slots}
        self._by_word = _indexed(self.patterns)
        self.translated = lru_cache(REMEMBERED)(self._translated)

    def _translated(self, sentence: str) -> str | None:
        """The sentence in the other language; None where no pattern fits."""
        if len(sentence) > MOST_CHARACTERS:
            return None
        found = _Reader(self).read(sentence, ". ", 0)
        if found is not None:
            return found.text
        if _FILE.fullmatch(sentence):
            return sentence
        # Reasons and notices begin small, and where they stand alone somebody wrote them large.
        small = sentence[:1].lower() + sentence[1:]
        found = None if small == sentence else _Reader(self).read(small, ". ", 0)
        return None if found is None else found.text[:1].upper() + found.text[1:]

    def arithmetic(self, text: str) -> str | None:
        """A line of arithmetic in the other language; None if it is none."""
        return arithmetic(text, self.wording) if len(text) <= MOST_CHARACTERS else None

    def candidates(self, text: str) -> Iterator[Pattern]:
        """The patterns that might fit a text: those with a word of it, and all their literals."""
        for word in sorted(set(_WORD.findall(text))):
            for pattern in self._by_word.get(word, ()):
                if all(literal in text for literal in pattern.literals):
                    yield pattern


class _Reader:
    """Reads one sentence, with so many attempts at most."""

    def __init__(self, book: PhraseBook) -> None:
        self.book = book
        self.attempts = 0
        self.known: dict[tuple[str, str, int], Read | None] = {}

    def read(self, text: str, separator: str, depth: int) -> Read | None:
        """A text of one or more sentences (or items, by the separator)."""
        key = (text, separator, depth)
        if key not in self.known:
            self.known[key] = None if depth > DEEPEST else self._parts(text, separator, depth)
        return self.known[key]

    def _parts(self, text: str, separator: str, depth: int) -> Read | None:
        """The best way to cut a text into parts that each have a pattern."""
        end = "." if text.endswith(".") else ""
        parts = text.removesuffix(".").split(separator)
        if len(parts) > MOST_PARTS:
            parts = [text.removesuffix(".")]
        best: list[Read | None] = [Read(0, "", "")]
        for first in reversed(range(len(parts))):
            found = None
            for last in range(first + 1, len(parts) + 1):
                after = best[len(parts) - last]
                if after is None or (last - first > MOST_JOINED and first):
                    continue
                one = self._one(separator.join(parts[first:last]), depth)
                if one is not None:
                    link = separator if after.text else ""
                    joined = Read(
                        one.kept + after.kept,
                        f"{one.pattern}\n{after.pattern}",
                        f"{one.text}{link}{after.text}",
                    )
                    found = min(found, joined) if found else joined
            best.append(found)
        whole = best[-1]
        return whole._replace(text=whole.text + end) if whole else None

    def _one(self, text: str, depth: int) -> Read | None:
        """A text that one pattern fits."""
        if text in self.book.exact:
            return Read(0, text, self.book.exact[text])
        found = [
            read
            for pattern in self.book.candidates(text)
            if (read := self._fitted(pattern, text, depth))
        ]
        if found:
            return min(found)
        sum_ = self.book.arithmetic(text)
        return None if sum_ is None else Read(0, "", sum_)

    def _fitted(self, pattern: Pattern, text: str, depth: int) -> Read | None:
        """A text read by one pattern; None if it does not fit, or something in a slot does not."""
        self.attempts += 1
        match = pattern.shortest.match(text) if self.attempts <= MOST_ATTEMPTS else None
        if match is None:
            return None
        read = self._filled(pattern, match, depth)
        if read is None and (match := pattern.longest.match(text)):
            read = self._filled(pattern, match, depth)
        return read

    def _filled(self, pattern: Pattern, match: re.Match[str], depth: int) -> Read | None:
        found, written, kept = match.groupdict(), {}, 0
        for slot, inside in found.items():
            said = self._slot(sort_of(slot), inside, depth)
            if said is None:
                return None
            written[slot] = said.text
            kept += said.kept
        return Read(kept, pattern.english, pattern.filled(written, found))

    def _slot(self, sort: str, inside: str, depth: int) -> Read | None:
        """What stands in a slot, in the other language."""
        if sort in NESTED:
            said = self.read(inside, SEPARATORS[sort], depth + 1)
            return Read(len(inside), "", inside) if said is None and sort == "own" else said
        if sort in self.book.words:
            return Read(0, "", self.book.words[sort][inside])
        text = SORTS[sort][1](inside, self.book.wording)
        kept = len(inside) if sort in AS_THEY_ARE else 0
        return None if text is None else Read(kept, "", text)


def _indexed(patterns: tuple[Pattern, ...]) -> dict[str, list[Pattern]]:
    """The patterns by the one of their words that the fewest patterns have."""
    words = {one.english: one.free_words for one in patterns if one.slots}
    count: dict[str, int] = {}
    for mine in words.values():
        for word in mine:
            count[word] = count.get(word, 0) + 1
    found: dict[str, list[Pattern]] = {}
    for one in patterns:
        if one.english in words:
            rarest = min(words[one.english], key=lambda word: (count[word], word))
            found.setdefault(rarest, []).append(one)
    return found
