# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sentences of the program in another language: patterns with slots."""

from __future__ import annotations

from collections.abc import Mapping


class PhraseBook:
    """What sentences are in another language."""

    def __init__(self, sentences: Mapping[str, str], words: Mapping[str, str]) -> None:
        """Keep the patterns."""
        self.sentences = dict(sentences)
        self.words = dict(words)

    def translated(self, sentence: str) -> str | None:
        """The sentence in the other language; None where no pattern fits."""
        return self.sentences.get(sentence)
