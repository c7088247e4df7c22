# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch: the phrase books, one for each part of the reports and one for what the program says."""

from __future__ import annotations

from allocator.publishing.languages.dutch import (
    annex,
    figures,
    letter,
    published,
    sentences,
    studies,
    workbook,
)

MONTHS = sentences.MONTHS
PHRASES = {
    **annex.PHRASES,
    **figures.PHRASES,
    **letter.PHRASES,
    **published.PHRASES,
    **studies.PHRASES,
    **workbook.PHRASES,
}
SENTENCES = sentences.SENTENCES
WORDS = sentences.WORDS
WORDING = sentences.WORDING
