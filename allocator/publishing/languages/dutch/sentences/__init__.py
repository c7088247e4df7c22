# SPDX-FileCopyrightText: 2026 The allocator contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dutch for what the program says: patterns of whole sentences, and the words in their slots."""

from __future__ import annotations

from allocator.publishing.languages.dutch.sentences import (
    by_need,
    counting,
    cycle,
    grant,
    infeasible,
    law,
    notices,
    province,
    realised,
    rest,
    weight,
)
from allocator.publishing.languages.dutch.sentences.words import MONTHS, WORDING, WORDS

__all__ = ["MONTHS", "SENTENCES", "WORDING", "WORDS"]

SENTENCES: dict[str, str] = {
    **by_need.SENTENCES,
    **counting.SENTENCES,
    **cycle.SENTENCES,
    **grant.SENTENCES,
    **infeasible.SENTENCES,
    **law.SENTENCES,
    **notices.SENTENCES,
    **province.SENTENCES,
    **realised.SENTENCES,
    **rest.SENTENCES,
    **weight.SENTENCES,
}
